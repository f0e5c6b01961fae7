package train

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/entity"
	"sayso/internal/syntax"
	"sayso/internal/text"
)

// Antecedents fits what pronouns mean to the coreference of annotated texts: for
// he and she, for they and for it a log-linear choice among the candidates of
// package entity and nobody (Denis and Baldridge 2007, "A ranking approach to
// pronoun resolution"), where every candidate that is annotated as the same is
// right. Chance has no part in it.
type Antecedents struct {
	parser *syntax.Parser
	finder *entity.Finder
	log    io.Writer
}

// NewAntecedents returns a trainer that reads with these rules and models.
func NewAntecedents(rules, models fs.FS, log io.Writer) (*Antecedents, error) {
	parser, err := syntax.New(models)
	if err != nil {
		return nil, err
	}
	finder, err := entity.New(rules)
	if err != nil {
		return nil, err
	}
	return &Antecedents{parser, finder, log}, nil
}

// genreWeight is how much a pronoun of a GUM document counts: what is like news counts most.
func genreWeight(id string) float64 {
	parts := strings.Split(id, "_")
	if len(parts) > 1 {
		switch parts[1] {
		case "news":
			return 3
		case "interview":
			return 1.5
		case "speech":
			return 1
		}
	}
	return 0.5
}

// reading is a document as the earlier stages read it, with what its phrases mean.
type reading struct {
	doc      *text.Doc
	weight   float64
	pronouns map[int32]string // what each annotated pronoun means, by where it begins
	named    map[int32]bool   // whether a phrase before it that is no pronoun means the same
	meanings
}

func (t *Antecedents) readings(golds []Gold) []reading {
	var out []reading
	for i := range golds {
		g := &golds[i]
		spoken := g.Spoken()
		if len(spoken) == 0 {
			continue
		}
		r := reading{doc: text.Cut(g.Text), weight: genreWeight(g.ID), pronouns: map[int32]string{}, named: map[int32]bool{},
			meanings: meanings{spoken, map[sayso.Span]string{}}}
		t.parser.Parse(r.doc)
		met := map[string]int32{} // where the first phrase begins that is no pronoun
		for _, s := range spoken {
			if at, ok := met[s.Of]; !s.Pronoun && (!ok || s.Span.Start < at) {
				met[s.Of] = s.Span.Start
			}
		}
		for _, s := range spoken {
			if s.Pronoun {
				at, ok := met[s.Of]
				r.pronouns[s.Span.Start], r.named[s.Span.Start] = s.Of, ok && at < s.Span.Start
			}
		}
		out = append(out, r)
	}
	return out
}

// right reports whether a candidate is what the pronoun means: most of its names and descriptions
// are, or the last before the pronoun is.
func (r *reading) right(c *entity.Candidate, at sayso.Span) bool {
	want, ok := r.pronouns[at.Start]
	if !ok {
		return false
	}
	count := map[string]int{}
	most, last, begin := "", "", int32(-1)
	for _, s := range c.Mentions {
		of := r.of(s)
		if of == "" {
			continue
		}
		if count[of]++; count[of] > count[most] {
			most = of
		}
		if s.Start < at.Start && s.Start > begin {
			last, begin = of, s.Start
		}
	}
	return most == want || last == want
}

// choice is one pronoun to learn from.
type choice struct {
	candidates [][]int
	right      []bool
	weight     float64
}

// study returns the pronouns of the readings, by genus. The finder goes on with
// what decide says; decide gets for each candidate whether it is right.
func (t *Antecedents) study(readings []reading, decide func(entity.Choice, []bool) int) [][]choice {
	out := make([][]choice, len(entity.Genera()))
	for i := range readings {
		r := &readings[i]
		t.finder.Study(r.doc, func(c entity.Choice) int {
			o := choice{weight: r.weight}
			for k := range c.Candidates {
				o.candidates = append(o.candidates, c.Candidates[k].Signs)
				o.right = append(o.right, r.right(&c.Candidates[k], c.At))
			}
			out[c.Genus] = append(out[c.Genus], o)
			return decide(c, o.right)
		})
	}
	return out
}

// scale is the weights of one genus in hundredths, with its limits.
type scale struct {
	weights     []int32
	least, lead int32
}

// best returns the candidate with the best score and by how much it beats the next; the first of equals.
func (s *scale) best(candidates [][]int) (best int, score, lead int32) {
	best, score = -1, math.MinInt32/2
	second := score
	for k, signs := range candidates {
		sum := int32(0)
		for _, f := range signs {
			sum += s.weights[f]
		}
		if sum > score {
			best, score, second = k, sum, score
		} else {
			second = max(second, sum)
		}
	}
	return best, score, score - second
}

// decide is what the finder will do with these weights.
func (s *scale) decide(candidates [][]int) int {
	if best, score, lead := s.best(candidates); best >= 0 && score >= s.least && lead >= s.lead {
		return best
	}
	return -1
}

// Fit learns from the golds of learn, chooses on those of choose when a pronoun
// stays open, and writes the table. Pronouns are first read where all before are read
// right, then, twice, also as the weights learnt so far read those before.
func (t *Antecedents) Fit(learn, choose []Gold, w io.Writer) error {
	train, dev := t.readings(learn), t.readings(choose)
	if len(train) == 0 || len(dev) == 0 {
		return fmt.Errorf("no coreference to learn antecedents from: want Entity in the last column of %d and %d documents", len(learn), len(choose))
	}
	follow := func(_ entity.Choice, right []bool) int { return slices.Index(right, true) }
	sure, heldSure := t.study(train, follow), t.study(dev, follow)
	scales := t.fit(sure, heldSure)
	for range 2 {
		own := func(c entity.Choice, _ []bool) int { return scales[c.Genus].decide(signsOf(c)) }
		unsure, held := t.study(train, own), t.study(dev, own)
		for g := range unsure {
			unsure[g] = append(unsure[g], sure[g]...)
			held[g] = append(held[g], heldSure[g]...)
		}
		scales = t.fit(unsure, held)
	}
	fmt.Fprintln(t.log, "antecedents, on the texts for choosing:")
	t.score(dev, func(c entity.Choice) int { return scales[c.Genus].decide(signsOf(c)) })
	return t.write(w, scales)
}

// Score logs how the finder's own weights do on golds.
func (t *Antecedents) Score(golds []Gold) {
	t.score(t.readings(golds), func(c entity.Choice) int { return c.Chosen })
}

// score logs how many pronouns find a meaning, how many of these find the right one, and how many of
// those that mean something named or described before them.
func (t *Antecedents) score(readings []reading, decide func(entity.Choice) int) {
	names := entity.Genera()
	found, right, all := make([]int, len(names)), make([]int, len(names)), make([]int, len(names))
	for i := range readings {
		r := &readings[i]
		t.finder.Study(r.doc, func(c entity.Choice) int {
			k := decide(c)
			if _, ok := r.pronouns[c.At.Start]; !ok {
				return k
			}
			if r.named[c.At.Start] {
				all[c.Genus]++
			}
			if k >= 0 {
				found[c.Genus]++
				if r.right(&c.Candidates[k], c.At) {
					right[c.Genus]++
				}
			}
			return k
		})
	}
	for g, name := range names {
		fmt.Fprintf(t.log, "%-4s %4d, found %4d, precision %.3f, recall %.3f\n", name, all[g], found[g], share(right[g], found[g]), share(right[g], all[g]))
	}
}

func share(part, whole int) float64 { return float64(part) / float64(max(whole, 1)) }

func signsOf(c entity.Choice) [][]int {
	out := make([][]int, len(c.Candidates))
	for k := range c.Candidates {
		out[k] = c.Candidates[k].Signs
	}
	return out
}

// fit returns weights that make right candidates likely, and the limits that do
// best on held.
func (t *Antecedents) fit(learn, held [][]choice) []scale {
	hand := t.finder.SetByHand()
	out := make([]scale, len(learn))
	for g := range learn {
		fixed := map[int]int32{}
		for s, n := range hand {
			fixed[s] = n[g]
		}
		weights, nobody := ascend(learn[g], len(entity.SignNames()), fixed)
		s := scale{weights: make([]int32, len(weights))}
		for i, v := range weights {
			s.weights[i] = int32(math.Round(100 * v))
		}
		s.limit(held[g], int32(math.Round(100*nobody)))
		out[g] = s
	}
	return out
}

const (
	climbs = 400 // steps of ascent
	shrink = 2   // precision of the normal prior around 0, chosen on GUM's dev part
)

// ascend maximizes the likelihood of right candidates under a normal prior, by
// steps of AdaGrad over all choices in order. nobody is the score of meaning nobody.
func ascend(choices []choice, signs int, fixed map[int]int32) (weights []float64, nobody float64) {
	w := make([]float64, signs+1) // the last is nobody's
	for s, n := range fixed {
		w[s] = float64(n) / 100
	}
	squares := make([]float64, len(w))
	slope := make([]float64, len(w))
	var odds []float64
	for range climbs {
		for i := range slope {
			slope[i] = -shrink * w[i]
		}
		slope[signs] = 0
		for _, c := range choices {
			if len(c.candidates) == 0 {
				continue
			}
			odds = odds[:0]
			all, good := math.Exp(w[signs]), 0.0
			for k, list := range c.candidates {
				sum := 0.0
				for _, f := range list {
					sum += w[f]
				}
				odds = append(odds, math.Exp(sum))
				all += odds[k]
				if c.right[k] {
					good += odds[k]
				}
			}
			for k, list := range c.candidates {
				d := -odds[k] / all
				if c.right[k] {
					d += odds[k] / good
				}
				for _, f := range list {
					slope[f] += d * c.weight
				}
			}
			d := -math.Exp(w[signs]) / all
			if good == 0 {
				d++
			}
			slope[signs] += d * c.weight
		}
		for i := range w {
			if _, ok := fixed[i]; ok || slope[i] == 0 {
				continue
			}
			squares[i] += slope[i] * slope[i]
			w[i] += 0.3 * slope[i] / math.Sqrt(squares[i])
		}
	}
	return w[:signs], w[signs]
}

// wrongCosts is how many right antecedents are worth as much as one wrong one does harm.
const wrongCosts = 4

// limit sets when a pronoun stays open: the strictest limits, counted from the
// score of meaning nobody, that do best on the choices held; there all genres
// count the same. A lead of 50 means 1.6 times as likely: less is no ground to choose on.
func (s *scale) limit(held []choice, nobody int32) {
	best := math.Inf(-1)
	for least := nobody + 400; least >= nobody-200; least -= 25 {
		for lead := int32(100); lead >= 50; lead -= 10 {
			worth := 0.0
			for _, c := range held {
				k, score, by := s.best(c.candidates)
				switch {
				case k < 0 || score < least || by < lead:
				case c.right[k]:
					worth++
				default:
					worth -= wrongCosts
				}
			}
			if worth > best {
				best, s.least, s.lead = worth, least, lead
			}
		}
	}
}

// write writes the table that package entity reads.
func (t *Antecedents) write(w io.Writer, scales []scale) error {
	rows := map[string]func(*scale) int32{
		"least": func(s *scale) int32 { return s.least },
		"lead":  func(s *scale) int32 { return s.lead },
	}
	hand := t.finder.SetByHand()
	for i, name := range entity.SignNames() {
		if hand[i] == nil {
			rows[name] = func(s *scale) int32 { return s.weights[i] }
		}
	}
	var b strings.Builder
	b.WriteString(antecedentsHead)
	b.WriteString("sign\t" + strings.Join(entity.Genera(), "\t") + "\n")
	for _, name := range slices.SortedFunc(maps.Keys(rows), cmp.Compare[string]) {
		b.WriteString(name)
		for g := range scales {
			fmt.Fprintf(&b, "\t%d", rows[name](&scales[g]))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

const antecedentsHead = `# What speaks for and against an entity as the meaning of a pronoun: the weights of a log-linear choice among the
# entities met before it, in hundredths of a natural logarithm, for he and she, for they, and for it. least: the score below which a
# pronoun stays open; lead: by how much the best must beat the next. Made by "sayso train antecedents": fit to the coreference of
# GUM's train part in its free genres (annotations CC BY 4.0), limits chosen on its dev part. To be made again, not to be touched up:
# what is set by hand stands in speakers.tsv.
`
