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
	"sync"

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
	engine, err := attribution.EngineSum(models)
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
	t := Attribution{Parser: parser, Dateline: front, Finder: finder, Seed: seed, Log: log}
	m := t.Train(articles)
	m.Engine = engine
	return m.Write(w)
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
	Seed     uint64
	Log      io.Writer
}

// Train returns a model. Every eighth article is kept out of a first round to
// calibrate probabilities and to report on; the model itself learns from all.
func (t *Attribution) Train(articles []Attributed) *attribution.Model {
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
			if i%8 == 0 {
				kept = append(kept, e)
			} else {
				learn = append(learn, e)
			}
		}
	}
	fmt.Fprintf(t.Log, "%d articles, %d claims, %.3f with a candidate; %d candidates\n", len(articles), claims, float64(covered)/float64(claims), len(learn)+len(kept))
	curve := t.round(learn, kept).curve(kept)
	return t.round(append(learn, kept...), nil).model(curve)
}

// pair is what one round learns: the table, and the network beside it.
type pair struct {
	*weights
	net *teller
}

func (t *Attribution) round(learn, kept []attribution.Example) *pair {
	p := &pair{t.table(learn), t.network(learn)}
	p.mix()
	if len(kept) > 0 {
		fmt.Fprintf(t.Log, "held out: %s\n", p.report(kept))
	}
	return p
}

// table learns the weights of the hashed features.
func (t *Attribution) table(learn []attribution.Example) *weights {
	w, mean := newWeights(), newWeights()
	order := make([]int, len(learn))
	for i := range order {
		order[i] = i
	}
	for e := range tableEpochs {
		rng := rand.New(rand.NewPCG(t.Seed, uint64(e)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			loss += w.learn(&learn[i], rng)
		}
		fmt.Fprintf(t.Log, "table, epoch %d: loss %.4f\n", e+1, loss/float64(len(learn)))
		if e > 1 {
			mean.add(w, 1/float32(tableEpochs-2))
		}
	}
	return mean
}

// network learns the weights of the network.
func (t *Attribution) network(learn []attribution.Example) *teller {
	n := newTeller(learn[0].Width, t.Seed)
	a := &adam{params: n.params()}
	order := make([]int, len(learn))
	for i := range order {
		order[i] = i
	}
	steps := float64(netEpochs * (len(order) / netBatch))
	for e := range netEpochs {
		rng := rand.New(rand.NewPCG(t.Seed, uint64(e)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var cue, chain float64
		for i := 0; i+netBatch <= len(order); i += netBatch {
			turn(n.linears())
			var wg sync.WaitGroup
			var losses [workers][2]float64
			for k := range workers {
				var batch []*attribution.Example
				for j := i + k; j < i+netBatch; j += workers {
					batch = append(batch, &learn[order[j]])
				}
				chance := rand.New(rand.NewPCG(rng.Uint64(), uint64(k)))
				wg.Go(func() { losses[k][0], losses[k][1] = n.learn(k, batch, chance, 1.0/netBatch) })
			}
			wg.Wait()
			for _, l := range losses {
				cue, chain = cue+l[0], chain+l[1]
			}
			a.update(netRate * (1 - 0.95*float64(a.step)/steps))
		}
		fmt.Fprintf(t.Log, "network, epoch %d: cue loss %.4f, label loss %.3f\n", e+1, cue/float64(len(learn)), chain/float64(len(learn)))
	}
	a.settle()
	for _, p := range a.params {
		copy(p.w, p.average)
	}
	n.measure(learn)
	return n
}

// mix makes the sums of table and network add up, each with its share.
func (p *pair) mix() {
	for i := range p.cue {
		p.cue[i] *= cueShare
	}
	p.bias *= cueShare
	out := p.net.out
	for _, w := range []*param{out.w, out.b} {
		for i := attribution.Labels; i < len(w.w); i += out.out {
			w.w[i] *= 1 - cueShare
		}
		copy(w.average, w.w)
	}
}

// cueShare is the share that the table keeps in the sum of a cue, measured on
// held-out articles.
const cueShare = float32(0.5)

// read returns the sum of an example's cue and its best labels.
func (p *pair) read(e *attribution.Example) (sum float32, labels []uint8) {
	sum = p.score(e.Features)
	if sum*attribution.Scale < attribution.LeastSum {
		return sum, nil
	}
	score := p.net.forward([]*attribution.Example{e}, nil).score
	sum += score[e.Head*attribution.NetOut+attribution.Labels]
	if e.Answer == 1 {
		labels = p.net.decode(e, score)
	}
	return sum, labels
}

// report tells how well held-out cues and labels are found.
func (p *pair) report(kept []attribution.Example) string {
	var sums []float32
	right, all := 0, 0
	for i := range kept {
		sum, labels := p.read(&kept[i])
		sums = append(sums, sum)
		for k, y := range labels {
			all++
			if y == kept[i].Labels[k] {
				right++
			}
		}
	}
	best, at := 0.0, 0.0
	for _, least := range []float64{-1, -0.5, 0, 0.5} {
		hit, got, want := 0, 0, 0
		for i, s := range sums {
			is := float64(s) > least
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
	return fmt.Sprintf("cue F1 %.4f over %.1f, labels %.4f", best, at, float64(right)/float64(all))
}

// curve tells, for each step of a cue's sum, how probably it is a cue: the logistic
// function of a line, fit to candidates held out (Platt 1999).
func (p *pair) curve(kept []attribution.Example) []uint16 {
	answers := make([]answer, len(kept))
	for i := range kept {
		sum, _ := p.read(&kept[i])
		answers[i] = answer{1 / (1 + math.Exp(-float64(sum))), kept[i].Answer == 1, 1}
	}
	slope, shift := line(answers)
	out := make([]uint16, attribution.CurveSize)
	for i := range out {
		out[i] = logistic(slope*float64(i*attribution.CurveStep-attribution.CurveReach)/attribution.Scale + shift)
	}
	return out
}

// model returns what ships.
func (p *pair) model(curve []uint16) *attribution.Model {
	m := &attribution.Model{Bits: tableBits, Cue: make([]int16, len(p.cue)), Curve: curve, Net: p.net.integers()}
	m.Bias = int32(math.Round(float64(p.bias * attribution.Scale)))
	for i, v := range p.cue {
		m.Cue[i] = fixed(v)
	}
	for i := range m.Turn {
		for x := range m.Turn[i] {
			for y := range m.Turn[i][x] {
				m.Turn[i][x][y] = fixed(p.net.turn.w[(i*(attribution.Labels+1)+x)*attribution.Labels+y])
			}
		}
	}
	return m
}
