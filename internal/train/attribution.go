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
// earlier stages read with. The same seed gives the same weights.
func WriteAttribution(rules, models fs.FS, data string, seed uint64, w, log io.Writer) error {
	parser, err := syntax.New(rules, models)
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
	t := Attribution{Parser: parser, Dateline: front, Finder: finder, Epochs: 5, Bits: 19, Seed: seed, Log: log}
	return t.Train(articles, false).Write(w)
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

// weights are the parameters while they are learnt, with AdaGrad's sums of
// squared gradients (Duchi, Hazan and Singer 2011).
type weights struct {
	bits        uint
	cue, cueSum []float32
	bias        float32
	label, sum  [][attribution.Labels]float32
	thin        attribution.Example // room for thinned
	turn, turnS [attribution.Turns][attribution.Labels + 1][attribution.Labels]float32
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

// add adds the parameters of w; learning is more even on the mean of several
// epochs' ends than on any one (Polyak and Juditsky 1992).
func (m *weights) add(w *weights) {
	m.bias += w.bias
	for i := range w.cue {
		m.cue[i] += w.cue[i]
		for y := range w.label[i] {
			m.label[i][y] += w.label[i][y]
		}
	}
	for i := range w.turn {
		for x := range w.turn[i] {
			for y := range w.turn[i][x] {
				m.turn[i][x][y] += w.turn[i][x][y]
			}
		}
	}
}

func (m *weights) divide(n float32) {
	m.bias /= n
	for i := range m.cue {
		m.cue[i] /= n
		for y := range m.label[i] {
			m.label[i][y] /= n
		}
	}
	for i := range m.turn {
		for x := range m.turn[i] {
			for y := range m.turn[i][x] {
				m.turn[i][x][y] /= n
			}
		}
	}
}

// thinned returns an example with some of its features left out.
func (w *weights) thinned(x *attribution.Example, rng *rand.Rand) *attribution.Example {
	thin := func(out, in []uint32) []uint32 {
		out = out[:0]
		for _, f := range in {
			if rng.Uint32()>>8 >= uint32(leftOut*(1<<24)) {
				out = append(out, f)
			}
		}
		return out
	}
	y := &w.thin
	y.Answer, y.Turns, y.Labels = x.Answer, x.Turns, x.Labels
	y.Features = thin(y.Features, x.Features)
	for len(y.Tokens) < len(x.Tokens) {
		y.Tokens = append(y.Tokens, nil)
	}
	y.Tokens = y.Tokens[:len(x.Tokens)]
	for i := range x.Tokens {
		y.Tokens[i] = thin(y.Tokens[i], x.Tokens[i])
	}
	return y
}

func (w *weights) row(f uint32) uint32 { return f & (1<<w.bits - 1) }

func (w *weights) cueScore(x *attribution.Example) float32 {
	s := w.bias
	for _, f := range x.Features {
		s += w.cue[w.row(f)]
	}
	return s
}

// How attribution's models learn. A pull of each weight towards zero and the
// share of features left out of an example at random regularise (Srivastava
// and others 2014); on held-out articles half left out measured best.
const (
	pull      = float32(2e-6)
	leftOut   = 0.5
	cueRate   = float32(0.06)
	labelRate = float32(0.015)
)

func (w *weights) learnCue(x *attribution.Example, rate float32) float64 {
	up := 1 / float32(1-leftOut) // what is left stands for what is out
	p := 1 / (1 + math.Exp(-float64((w.cueScore(x)-w.bias)*up+w.bias)))
	g := (float32(p) - float32(x.Answer)) * up
	for _, f := range x.Features {
		r := w.row(f)
		d := g + pull*w.cue[r]
		w.cueSum[r] += d * d
		w.cue[r] -= rate * d / float32(math.Sqrt(float64(w.cueSum[r]))+1e-3)
	}
	w.bias -= 0.01 * rate * g
	if x.Answer == 1 {
		return -math.Log(max(p, 1e-9))
	}
	return -math.Log(max(1-p, 1e-9))
}

type lattice struct{ score, alpha, beta [][attribution.Labels]float64 }

// learnChain takes one step along the gradient of a chain's log-likelihood.
func (w *weights) learnChain(x *attribution.Example, rate float32) float64 {
	const n = attribution.Labels
	up := 1 / float32(1-leftOut)
	size := len(x.Tokens)
	l := lattice{make([][n]float64, size), make([][n]float64, size), make([][n]float64, size)}
	for i, fs := range x.Tokens {
		var s [n]float32
		for _, f := range fs {
			v := &w.label[w.row(f)]
			for y := range s {
				s[y] += v[y]
			}
		}
		for y := range s {
			l.score[i][y] = float64(s[y] * up)
		}
	}
	for i := range size {
		turn := &w.turn[x.Turns[i]]
		for y := range n {
			if i == 0 {
				l.alpha[i][y] = l.score[i][y] + float64(turn[n][y])
				continue
			}
			var in [n]float64
			for z := range n {
				in[z] = l.alpha[i-1][z] + float64(turn[z][y])
			}
			l.alpha[i][y] = l.score[i][y] + logSum(in)
		}
	}
	for i := size - 2; i >= 0; i-- {
		turn := &w.turn[x.Turns[i+1]]
		for y := range n {
			var out [n]float64
			for z := range n {
				out[z] = l.beta[i+1][z] + l.score[i+1][z] + float64(turn[y][z])
			}
			l.beta[i][y] = logSum(out)
		}
	}
	all := logSum(l.alpha[size-1])
	gold := 0.0
	for i := range size {
		turn, sum := &w.turn[x.Turns[i]], &w.turnS[x.Turns[i]]
		y := x.Labels[i]
		var old [attribution.Labels + 1][n]float32 = *turn
		if i == 0 {
			gold += l.score[i][y] + float64(old[n][y])
			for z := range n {
				g := float32(math.Exp(l.alpha[i][z] + l.beta[i][z] - all))
				if z == int(y) {
					g--
				}
				step(&turn[n][z], &sum[n][z], g, rate)
			}
		} else {
			before := x.Labels[i-1]
			gold += l.score[i][y] + float64(old[before][y])
			for a := range n {
				for b := range n {
					g := float32(math.Exp(l.alpha[i-1][a] + float64(old[a][b]) + l.score[i][b] + l.beta[i][b] - all))
					if a == int(before) && b == int(y) {
						g--
					}
					step(&turn[a][b], &sum[a][b], g, rate)
				}
			}
		}
		var g [n]float32
		far := false
		for z := range n {
			g[z] = float32(math.Exp(l.alpha[i][z] + l.beta[i][z] - all))
			if z == int(y) {
				g[z]--
			}
			far = far || g[z] > 1e-4 || g[z] < -1e-4
		}
		if !far {
			continue
		}
		for _, f := range x.Tokens[i] {
			r := w.row(f)
			v, s := &w.label[r], &w.sum[r]
			for z := range n {
				step(&v[z], &s[z], g[z]*up, rate)
			}
		}
	}
	return all - gold
}

func step(v, sum *float32, g, rate float32) {
	g += pull * *v
	*sum += g * g
	*v -= rate * g / float32(math.Sqrt(float64(*sum))+1e-3)
}

func logSum(v [attribution.Labels]float64) float64 {
	m := v[0]
	for _, x := range v[1:] {
		m = max(m, x)
	}
	s := 0.0
	for _, x := range v {
		s += math.Exp(x - m)
	}
	return m + math.Log(s)
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

func (w *weights) decode(x *attribution.Example) []uint8 {
	const n = attribution.Labels
	var best [n]float32
	back := make([][n]uint8, len(x.Tokens))
	for i, fs := range x.Tokens {
		var s [n]float32
		for _, f := range fs {
			v := &w.label[w.row(f)]
			for y := range s {
				s[y] += v[y]
			}
		}
		turn := &w.turn[x.Turns[i]]
		var next [n]float32
		for y := range n {
			if i == 0 {
				next[y] = s[y] + turn[n][y]
				continue
			}
			next[y] = best[0] + turn[0][y]
			for z := 1; z < n; z++ {
				if v := best[z] + turn[z][y]; v > next[y] {
					next[y], back[i][y] = v, uint8(z)
				}
			}
			next[y] += s[y]
		}
		best = next
	}
	y := 0
	for z := range n {
		if best[z] > best[y] {
			y = z
		}
	}
	out := make([]uint8, len(x.Tokens))
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = uint8(y)
		y = int(back[i][y])
	}
	return out
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

func (w *weights) model(curve []uint16) *attribution.Model {
	m := &attribution.Model{Bits: w.bits, Cue: make([]int16, len(w.cue)), Label: make([][attribution.Labels]int16, len(w.label)), Curve: curve}
	m.Bias = int32(math.Round(float64(w.bias * attribution.Scale)))
	for i, v := range w.cue {
		m.Cue[i] = fixed(v)
	}
	for i := range w.label {
		for y, v := range w.label[i] {
			m.Label[i][y] = fixed(v)
		}
	}
	for i := range w.turn {
		for x := range w.turn[i] {
			for y, v := range w.turn[i][x] {
				m.Turn[i][x][y] = fixed(v)
			}
		}
	}
	return m
}

// fixed rounds a weight; what is too small to matter becomes zero.
func fixed(v float32) int16 {
	x := math.Round(float64(v * attribution.Scale))
	if math.Abs(x) < 6 {
		return 0
	}
	return int16(max(-32000, min(32000, x)))
}
