package train

import (
	"math"
	"math/rand/v2"

	"sayso/internal/attribution"
)

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

// add adds another's parameters; learning is more even on the mean of several
// epochs' ends than on any one (Polyak and Juditsky 1992).
func (w *weights) add(other *weights) {
	w.bias += other.bias
	for i := range other.cue {
		w.cue[i] += other.cue[i]
		for y := range other.label[i] {
			w.label[i][y] += other.label[i][y]
		}
	}
	for i := range other.turn {
		for x := range other.turn[i] {
			for y := range other.turn[i][x] {
				w.turn[i][x][y] += other.turn[i][x][y]
			}
		}
	}
}

func (w *weights) divide(n float32) {
	w.bias /= n
	for i := range w.cue {
		w.cue[i] /= n
		for y := range w.label[i] {
			w.label[i][y] /= n
		}
	}
	for i := range w.turn {
		for x := range w.turn[i] {
			for y := range w.turn[i][x] {
				w.turn[i][x][y] /= n
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
		old := *turn
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
