package train

import (
	"bufio"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"slices"

	"sayso"
	"sayso/internal/attribution"
	"sayso/internal/dateline"
	"sayso/internal/syntax"
	"sayso/internal/text"
)

// Attributed is one article with its annotated claims.
type Attributed struct {
	sayso.Article
	Gold []attribution.GoldClaim
}

// ReadAttributed reads articles, one JSON object a line, with their claims in
// gold.claims: {"text": …, "gold": {"claims": [{"source"?: {"span"}, "cue": […], "content": […]}]}}.
func ReadAttributed(path string) ([]Attributed, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Attributed
	dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for {
		var line struct {
			sayso.Article
			Gold struct {
				Claims []struct {
					Source  *sayso.Source `json:"source"`
					Cue     []sayso.Span  `json:"cue"`
					Content []sayso.Span  `json:"content"`
				} `json:"claims"`
			} `json:"gold"`
		}
		if err := dec.Decode(&line); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s, article %d: %w", path, len(out)+1, err)
		}
		a := Attributed{Article: line.Article}
		for _, c := range line.Gold.Claims {
			g := attribution.GoldClaim{Cue: c.Cue, Content: c.Content}
			if c.Source != nil {
				g.Source = c.Source.Span
			}
			a.Gold = append(a.Gold, g)
		}
		out = append(out, a)
	}
}

// WriteAttribution trains the models of package attribution on a file of
// annotated articles and writes them. rules and models are those that the
// earlier stages read with. without names a file of articles, one JSON object a
// line, whose ids and texts are left out, so that they can be measured on; ""
// leaves out none. The same seed gives the same weights.
func WriteAttribution(rules, models fs.FS, data, without string, seed uint64, w, log io.Writer) error {
	parser, err := syntax.New(models)
	if err != nil {
		return err
	}
	front, err := dateline.New(rules)
	if err != nil {
		return err
	}
	finder, err := attribution.New(rules, embed.FS{}) // its own old weights are no part of it
	if err != nil {
		return err
	}
	articles, err := ReadAttributed(data)
	if err != nil {
		return err
	}
	if without != "" {
		kept, err := ReadAttributed(without)
		if err != nil {
			return err
		}
		articles = leaveOut(articles, kept)
	}
	t := Attribution{Parser: parser, Dateline: front, Finder: finder, Epochs: 5, Bits: 19, Seed: seed, Log: log}
	return t.Train(articles, false).Write(w)
}

// leaveOut returns the articles that share neither id nor text with any of kept.
func leaveOut(articles, kept []Attributed) []Attributed {
	out := map[string]bool{}
	for i := range kept {
		out[kept[i].Text] = true
		if kept[i].ID != "" {
			out[kept[i].ID] = true
		}
	}
	return slices.DeleteFunc(articles, func(a Attributed) bool { return out[a.ID] || out[a.Text] })
}

// Attribution trains the models of package attribution on annotated articles.
type Attribution struct {
	Parser   *syntax.Parser
	Dateline *dateline.Finder
	Finder   *attribution.Finder
	Epochs   int
	Bits     uint
	Seed     uint64
	Log      io.Writer
}

// Train returns a model. Every eighth article is kept out of a first round to
// calibrate probabilities and to report on; the model itself learns from all.
func (t *Attribution) Train(articles []Attributed, hold bool) *attribution.Model {
	var learn, kept []attribution.Example
	covered, claims := 0, 0
	for i := range articles {
		a := &articles[i]
		front, _ := t.Dateline.Find(&a.Article)
		doc := text.Cut(a.Text)
		t.Parser.Parse(doc)
		examples := t.Finder.Examples(doc, front, a.Gold)
		claims += len(a.Gold)
		for _, e := range examples {
			if e.Answer == 1 {
				covered++
			}
			if e.Answer < 0 {
				continue
			}
			if i%8 == 0 {
				kept = append(kept, e)
			} else {
				learn = append(learn, e)
			}
		}
	}
	fmt.Fprintf(t.Log, "%d articles, %d claims, %.3f with a candidate; %d candidates\n", len(articles), claims, float64(covered)/float64(claims), len(learn)+len(kept))
	round := t.round(learn, kept)
	curve := round.curve(kept)
	if !hold {
		round = t.round(append(learn, kept...), nil)
	}
	return round.model(curve)
}

func (t *Attribution) round(learn, kept []attribution.Example) *weights {
	n := 1 << t.Bits
	w := &weights{bits: t.Bits, cue: make([]float32, n), cueSum: make([]float32, n), label: make([][attribution.Labels]float32, n),
		sum: make([][attribution.Labels]float32, n)}
	mean := &weights{bits: t.Bits, cue: make([]float32, n), label: make([][attribution.Labels]float32, n)}
	order := make([]int, len(learn))
	for i := range order {
		order[i] = i
	}
	for e := range t.Epochs {
		rng := rand.New(rand.NewPCG(t.Seed, uint64(e)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		rate := cueRate
		loss, chain := 0.0, 0.0
		for _, i := range order {
			x := w.thinned(&learn[i], rng)
			loss += w.learnCue(x, rate)
			if x.Answer == 1 {
				chain += w.learnChain(x, labelRate)
			}
		}
		fmt.Fprintf(t.Log, "epoch %d: cue loss %.4f, label loss %.3f", e+1, loss/float64(len(learn)), chain/float64(len(learn)))
		if len(kept) > 0 {
			fmt.Fprintf(t.Log, "; %s", w.report(kept))
		}
		fmt.Fprintln(t.Log)
		if e > 0 {
			mean.add(w)
		}
	}
	mean.divide(float32(t.Epochs - 1))
	if len(kept) > 0 {
		fmt.Fprintf(t.Log, "mean of epochs: %s\n", mean.report(kept))
	}
	return mean
}

// report tells how well held-out cues and labels are found.
func (w *weights) report(kept []attribution.Example) string {
	best, at := 0.0, 0.0
	for _, least := range []float64{-1, -0.5, 0, 0.5} {
		hit, got, want := 0, 0, 0
		for i := range kept {
			is := float64(w.cueScore(&kept[i])) > least
			if is {
				got++
			}
			if kept[i].Answer == 1 {
				want++
				if is {
					hit++
				}
			}
		}
		if f := 2 * float64(hit) / float64(got+want); f > best {
			best, at = f, least
		}
	}
	right, all := 0, 0
	for i := range kept {
		if kept[i].Answer != 1 {
			continue
		}
		for k, y := range w.decode(&kept[i]) {
			all++
			if y == kept[i].Labels[k] {
				right++
			}
		}
	}
	return fmt.Sprintf("held out: cue F1 %.4f over %.1f, labels %.4f", best, at, float64(right)/float64(all))
}

// curve tells, for each step of a cue's sum, how often held-out candidates of
// about that sum were cues: pooled so that it never falls (isotonic
// regression by pool adjacent violators).
func (w *weights) curve(kept []attribution.Example) []uint16 {
	type block struct{ right, n float64 }
	bins := make([]block, attribution.CurveSize)
	for i := range bins {
		// A little of the logistic curve itself, where nothing was seen.
		s := float64(i*attribution.CurveStep-attribution.CurveReach) / attribution.Scale
		bins[i] = block{3 / (1 + math.Exp(-s)), 3}
	}
	for i := range kept {
		s := int(max(-attribution.CurveReach, min(attribution.CurveReach, w.cueScore(&kept[i])*attribution.Scale)))
		b := &bins[(s+attribution.CurveReach)/attribution.CurveStep]
		b.n++
		b.right += float64(kept[i].Answer)
	}
	var pool []block
	var sizes []int
	for _, b := range bins {
		pool, sizes = append(pool, b), append(sizes, 1)
		for k := len(pool) - 1; k > 0 && pool[k-1].right/pool[k-1].n > pool[k].right/pool[k].n; k-- {
			pool[k-1].right += pool[k].right
			pool[k-1].n += pool[k].n
			sizes[k-1] += sizes[k]
			pool, sizes = pool[:k], sizes[:k]
		}
	}
	var out []uint16
	for k, b := range pool {
		for range sizes[k] {
			out = append(out, uint16(b.right/b.n*65535))
		}
	}
	return out
}
