package train

import (
	"math"
	"math/rand/v2"

	"sayso/internal/attribution"
)

// teller is the network beside attribution's tables: the encoder's states of
// a cue's window and a few facts about each word go through a layer of simple
// recurrent units, whose outputs score the labels of a conditional random
// field and, at the cue, whether it is one.
type teller struct {
	h          int
	table      *param // FactRows rows of 2h
	state, cue *linear
	rec        []*recurrent
	out        *linear
	turn       *param
	peaks      peaks
}

const tellerOut = attribution.NetOut

func newTeller(width int, seed uint64) *teller {
	const h = netHidden
	rng := rand.New(rand.NewPCG(seed, 77))
	n := &teller{h: h, table: newParam("facts", attribution.FactRows*2*h).uniform(rng, 0.05).table(2 * h),
		state: newLinear("state", width, 2*h, rng), cue: newLinear("cue", width, 2*h, rng),
		out: newLinear("out", 2*h, tellerOut, rng), turn: newParam("turn", attribution.Turns*(attribution.Labels+1)*attribution.Labels)}
	for l := range netLayers {
		n.rec = append(n.rec, newRecurrent(layerName(l), h, rng))
	}
	return n
}

// linears returns the layers whose inputs' gradients are wanted.
func (n *teller) linears() []*linear {
	l := []*linear{n.out}
	for _, r := range n.rec {
		l = append(l, r.u)
	}
	return l
}

func (n *teller) params() []*param {
	out := append([]*param{n.table, n.turn}, n.state.params()...)
	out = append(append(out, n.cue.params()...), n.out.params()...)
	for _, r := range n.rec {
		out = append(out, r.all...)
	}
	return out
}

// measure notes how large inputs are, by one example in eight.
func (n *teller) measure(examples []attribution.Example) {
	n.peaks = peaks{}
	for i := 0; i < len(examples); i += 8 {
		p := n.forward([]*attribution.Example{&examples[i]}, nil)
		for l, tr := range p.traces {
			n.peaks.note(layerName(l), tr.x)
		}
		n.peaks.note("out", p.y)
	}
}

// integers returns the network as it ships.
func (n *teller) integers() *attribution.Net {
	d := 2 * n.h
	dense := func(l *linear, input float32) attribution.Dense {
		s := l.integers(input)
		return attribution.Dense{In: s.In, Out: s.Out, Input: s.Input, W: s.W, Scale: s.Scale, Bias: s.Bias}
	}
	scale := func(name string) float32 { return attribution.NetLimit / (1.1 * max(n.peaks[name], 1e-3)) }
	out := &attribution.Net{Width: n.state.in, Hidden: n.h, Table: make([]byte, len(n.table.w)), Scale: make([]float32, attribution.FactRows),
		State: dense(n.state, 1/stateUnit), Cue: dense(n.cue, 1/stateUnit), Out: dense(n.out, scale("out"))}
	for row := range out.Scale {
		out.Scale[row] = bytesOf(n.table.average[row*d:(row+1)*d], out.Table[row*d:(row+1)*d])
	}
	for l, r := range n.rec {
		out.Units = append(out.Units, dense(r.u, scale(layerName(l))))
		out.Gates = append(out.Gates, r.v.average)
	}
	return out
}

// How the network is built and learns.
const (
	netHidden, netLayers = 64, 1
	netEpochs, netBatch  = 6, 24
	netRate              = 0.002
	stateDrop, innerDrop = 0.2, 0.25 // shares of values left out while learning
)

// stateUnit is what the integers of states are multiplied by.
const stateUnit = 1.0 / 32

// pass is what one run over a batch leaves for going back.
type pass struct {
	starts []int32
	states []float32
	cues   []float32
	x      []float32
	masks  [][]float32
	traces []*trace
	y      []float32
	score  []float32
}

// forward reads a batch of examples; rng, where there is one, drops values.
func (n *teller) forward(batch []*attribution.Example, rng *rand.Rand) *pass {
	p := &pass{starts: []int32{0}}
	t, d := 0, 2*n.h
	for _, e := range batch {
		t += len(e.Facts) / attribution.TokenFacts
		p.starts = append(p.starts, int32(t))
	}
	width := batch[0].Width
	p.states = make([]float32, t*width)
	p.cues = make([]float32, len(batch)*width)
	for b, e := range batch {
		to := p.states[int(p.starts[b])*width:]
		for i, v := range e.States {
			to[i] = float32(v) * stateUnit
		}
		copy(p.cues[b*width:(b+1)*width], to[e.Head*width:(e.Head+1)*width])
	}
	p.states, _ = drop(p.states, stateDrop, rng)
	p.cues, _ = drop(p.cues, stateDrop, rng)
	x := n.state.forward(p.states, t)
	cue := n.cue.forward(p.cues, len(batch))
	for b, e := range batch {
		c := cue[b*d : (b+1)*d]
		for _, f := range e.CueFacts {
			for j, v := range n.table.w[int(f)*d : (int(f)+1)*d] {
				c[j] += v
			}
		}
		for i := range len(e.Facts) / attribution.TokenFacts {
			facts := e.Facts[i*attribution.TokenFacts : (i+1)*attribution.TokenFacts]
			at := int(p.starts[b]) + i
			row := x[at*d : (at+1)*d]
			for j, v := range c {
				row[j] += v
			}
			for _, f := range facts {
				for j, v := range n.table.w[int(f)*d : (int(f)+1)*d] {
					row[j] += v
				}
			}
		}
	}
	p.x = rectify(x)
	in, mask := drop(p.x, innerDrop, rng)
	p.masks = append(p.masks, mask)
	for _, r := range n.rec {
		tr := r.forward(in, p.starts)
		p.traces = append(p.traces, tr)
		in, mask = drop(tr.y, innerDrop, rng)
		p.masks = append(p.masks, mask)
	}
	p.y = in
	p.score = n.out.forward(in, t)
	return p
}

// learn adds worker k's gradients for a batch and returns its losses.
func (n *teller) learn(k int, batch []*attribution.Example, rng *rand.Rand, scale float32) (cueLoss, chainLoss float64) {
	const L = attribution.Labels
	p := n.forward(batch, rng)
	d := 2 * n.h
	t := int(p.starts[len(batch)])
	dy := make([]float32, t*tellerOut)
	for b, e := range batch {
		from := int(p.starts[b])
		at := (from+e.Head)*tellerOut + L
		pr := 1 / (1 + math.Exp(-float64(p.score[at])))
		dy[at] = (float32(pr) - float32(e.Answer)) * scale
		if e.Answer == 1 {
			cueLoss -= math.Log(max(pr, 1e-9))
			chainLoss += n.chain(k, e, p.score[from*tellerOut:], dy[from*tellerOut:], scale)
		} else {
			cueLoss -= math.Log(max(1-pr, 1e-9))
		}
	}
	g := n.out.backward(k, p.y, dy, t, true)
	for l := len(n.rec) - 1; l >= 0; l-- {
		undrop(g, p.masks[l+1])
		g = n.rec[l].backward(k, p.traces[l], g, p.starts)
	}
	undrop(g, p.masks[0])
	rectifyBack(p.x, g)
	n.state.backward(k, p.states, g, t, false)
	dc := make([]float32, len(batch)*d)
	for b, e := range batch {
		c := dc[b*d : (b+1)*d]
		for i := range len(e.Facts) / attribution.TokenFacts {
			facts := e.Facts[i*attribution.TokenFacts : (i+1)*attribution.TokenFacts]
			at := int(p.starts[b]) + i
			row := g[at*d : (at+1)*d]
			for j, v := range row {
				c[j] += v
			}
			for _, f := range facts {
				to := n.table.touch(k, int32(f))
				for j, v := range row {
					to[j] += v
				}
			}
		}
		for _, f := range e.CueFacts {
			to := n.table.touch(k, int32(f))
			for j, v := range c {
				to[j] += v
			}
		}
	}
	n.cue.backward(k, p.cues, dc, len(batch), false)
	return cueLoss, chainLoss
}

// chain adds the gradients of an example's chain to dy and the turns.
func (n *teller) chain(k int, e *attribution.Example, score, dy []float32, scale float32) float64 {
	const L = attribution.Labels
	size := len(e.Labels)
	alpha, beta := make([][L]float64, size), make([][L]float64, size)
	turn := func(i, a, b int) float64 { return float64(n.turn.w[(int(e.Turns[i])*(L+1)+a)*L+b]) }
	s := func(i, y int) float64 { return float64(score[i*tellerOut+y]) }
	for i := range size {
		for y := range L {
			if i == 0 {
				alpha[i][y] = s(i, y) + turn(i, L, y)
				continue
			}
			var in [L]float64
			for z := range L {
				in[z] = alpha[i-1][z] + turn(i, z, y)
			}
			alpha[i][y] = s(i, y) + sumOfLogs(in[:])
		}
	}
	for i := size - 2; i >= 0; i-- {
		for y := range L {
			var out [L]float64
			for z := range L {
				out[z] = beta[i+1][z] + s(i+1, z) + turn(i+1, y, z)
			}
			beta[i][y] = sumOfLogs(out[:])
		}
	}
	all := sumOfLogs(alpha[size-1][:])
	gold := 0.0
	tg := n.turn.g[k]
	for i := range size {
		y := int(e.Labels[i])
		base := int(e.Turns[i]) * (L + 1) * L
		gold += s(i, y)
		if i == 0 {
			gold += turn(i, L, y)
			for z := range L {
				g := float32(math.Exp(alpha[i][z] + beta[i][z] - all))
				if z == y {
					g--
				}
				tg[base+L*L+z] += g * scale
			}
		} else {
			before := int(e.Labels[i-1])
			gold += turn(i, before, y)
			for a := range L {
				for b := range L {
					g := float32(math.Exp(alpha[i-1][a] + turn(i, a, b) + s(i, b) + beta[i][b] - all))
					if a == before && b == y {
						g--
					}
					tg[base+a*L+b] += g * scale
				}
			}
		}
		for z := range L {
			g := float32(math.Exp(alpha[i][z] + beta[i][z] - all))
			if z == y {
				g--
			}
			dy[i*tellerOut+z] += g * scale
		}
	}
	return all - gold
}

// decode returns the best labels of an example, given its scores.
func (n *teller) decode(e *attribution.Example, score []float32) []uint8 {
	const L = attribution.Labels
	var best [L]float32
	back := make([][L]uint8, len(e.Turns))
	for i := range back {
		turn := n.turn.w[int(e.Turns[i])*(L+1)*L:]
		var next [L]float32
		for y := range L {
			if i == 0 {
				next[y] = score[y] + turn[L*L+y]
				continue
			}
			next[y] = best[0] + turn[y]
			for z := 1; z < L; z++ {
				if v := best[z] + turn[z*L+y]; v > next[y] {
					next[y], back[i][y] = v, uint8(z)
				}
			}
			next[y] += score[i*tellerOut+y]
		}
		best = next
	}
	y := 0
	for z := range L {
		if best[z] > best[y] {
			y = z
		}
	}
	out := make([]uint8, len(back))
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = uint8(y)
		y = int(back[i][y])
	}
	return out
}
