package train

import (
	"math"
	"math/rand/v2"

	"sayso/internal/event"
)

// eventWeights are the weights of event.Model in training.
type eventWeights struct {
	bits   uint
	dim    int
	sparse [][event.Classes]float32
	dense  [][event.Classes]float32
	// sums of squared gradients (AdaGrad: Duchi, Hazan and Singer 2011)
	sparseSum, denseSum [][event.Classes]float32
}

// How it learns.
const (
	eventEpochs = 6
	eventRuns   = 3
	sparseRate  = 0.15
	denseRate   = 0.03
	leastStep   = 1e-4 // gradients below it are left out, for they cost time alone
	hideRuling  = 0.5  // how often what the rules say of the word is hidden
	hideLexical = 0.5  // how often the word itself
	hideGrammar = 0.2  // how often any other fact
)

func newEventWeights(bits uint, dim int) *eventWeights {
	rows := func(n int) [][event.Classes]float32 { return make([][event.Classes]float32, n) }
	return &eventWeights{bits: bits, dim: dim, sparse: rows(1 << bits), sparseSum: rows(1 << bits), dense: rows(event.Slots * dim), denseSum: rows(event.Slots * dim)}
}

// fitEvents learns the lessons but those of a fold, several times over with chance begun
// elsewhere, and returns the mean: what one order of the lessons happened to teach counts less.
func fitEvents(lessons []lesson, fold int, bits uint, dim int, seed uint64) *eventWeights {
	mean := newEventWeights(bits, dim)
	for k := range uint64(eventRuns) {
		mean.add(fitRun(lessons, fold, bits, dim, seed*eventRuns+k))
	}
	mean.scale(1.0 / eventRuns)
	return mean
}

// fitRun learns by stochastic gradients with facts hidden at random; it returns the mean
// of the epochs after the second.
func fitRun(lessons []lesson, fold int, bits uint, dim int, seed uint64) *eventWeights {
	w, mean := newEventWeights(bits, dim), newEventWeights(bits, dim)
	var order []int
	for i := range lessons {
		if lessons[i].fold != fold || fold < 0 {
			order = append(order, i)
		}
	}
	count := float32(0)
	var facts []uint32
	for e := range eventEpochs {
		rng := rand.New(rand.NewPCG(seed, uint64(e)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l := &lessons[i]
			ruling, lexical := l.silver || rng.Float32() < hideRuling, rng.Float32() < hideLexical
			facts = facts[:0]
			for k, f := range l.Facts {
				hidden := rng.Float32() < hideGrammar
				switch l.Marks[k] {
				case event.Ruling:
					hidden = ruling
				case event.Lexical:
					hidden = hidden || lexical
				}
				if !hidden {
					facts = append(facts, f&(1<<bits-1))
				}
			}
			w.learn(l, facts)
		}
		if e >= 2 {
			count++
			mean.add(w)
		}
	}
	for i := range mean.sparse {
		for c := range mean.sparse[i] {
			mean.sparse[i][c] /= count
		}
	}
	for i := range mean.dense {
		for c := range mean.dense[i] {
			mean.dense[i][c] /= count
		}
	}
	return mean
}

// tables returns the tables of weights.
func (w *eventWeights) tables() [][][event.Classes]float32 {
	return [][][event.Classes]float32{w.sparse, w.dense}
}

func (w *eventWeights) add(o *eventWeights) {
	from := o.tables()
	for n, table := range w.tables() {
		for i := range table {
			for c := range table[i] {
				table[i][c] += from[n][i][c]
			}
		}
	}
}

func (w *eventWeights) scale(by float32) {
	for _, table := range w.tables() {
		for i := range table {
			for c := range table[i] {
				table[i][c] *= by
			}
		}
	}
}

// learn takes one step.
func (w *eventWeights) learn(l *lesson, facts []uint32) {
	var sums [event.Classes]float32
	for _, f := range facts {
		for c, v := range &w.sparse[f] {
			sums[c] += v
		}
	}
	for slot, v := range l.Vectors {
		if len(v) != w.dim {
			continue
		}
		for j, b := range v {
			x := float32(int8(b)) / 127
			for c, v := range &w.dense[slot*w.dim+j] {
				sums[c] += float32(x * v)
			}
		}
	}
	p := odds(&sums)
	var g [event.Classes]float32
	for c := range g {
		g[c] = float32(p[c]) * l.weight
	}
	if l.or != l.class { // either will do
		both := p[l.class] + p[l.or] + 1e-9
		g[l.class] -= float32(p[l.class]/both) * l.weight
		g[l.or] -= float32(p[l.or]/both) * l.weight
	} else {
		g[l.class] -= l.weight
	}
	var moved []int // the classes whose weights it moves
	for c, v := range g {
		if v > leastStep || v < -leastStep {
			moved = append(moved, c)
		}
	}
	if len(moved) == 0 {
		return
	}
	step := func(row, sum *[event.Classes]float32, x, rate float32) {
		for _, c := range moved {
			d := x * g[c]
			sum[c] += float32(d * d)
			row[c] -= float32(rate * d / (float32(math.Sqrt(float64(sum[c]))) + 0.1))
		}
	}
	for _, f := range facts {
		step(&w.sparse[f], &w.sparseSum[f], 1, sparseRate)
	}
	for slot, v := range l.Vectors {
		if len(v) != w.dim {
			continue
		}
		for j, b := range v {
			at := slot*w.dim + j
			step(&w.dense[at], &w.denseSum[at], float32(int8(b))/127, denseRate)
		}
	}
}

func odds(sums *[event.Classes]float32) (p [event.Classes]float64) {
	best, total := sums[0], 0.0
	for _, s := range sums {
		best = max(best, s)
	}
	for c, s := range sums {
		p[c] = math.Exp(float64(s - best))
		total += p[c]
	}
	for c := range p {
		p[c] /= total
	}
	return p
}

// model rounds the weights to what ships.
func (w *eventWeights) model() *event.Model {
	round := func(in [][event.Classes]float32) [][event.Classes]int16 {
		out := make([][event.Classes]int16, len(in))
		for i := range in {
			for c, v := range in[i] {
				out[i][c] = int16(max(-32767, min(32767, math.RoundToEven(float64(v)*event.Scale))))
			}
		}
		return out
	}
	m := &event.Model{Bits: w.bits, Dim: w.dim, Sparse: round(w.sparse), Dense: round(w.dense), Exp: make([]uint16, event.ExpSteps*12)}
	for i := range m.Exp {
		m.Exp[i] = uint16(math.Round(65535 * math.Exp(-float64(i)/event.ExpSteps)))
	}
	return m
}
