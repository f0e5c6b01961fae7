package train

import (
	"math"
	"math/rand/v2"

	"sayso/internal/kernel"
)

// linear is a layer y = x W + b: in inputs, out outputs (a multiple of 16).
type linear struct {
	in, out int
	w, b    *param
	turned  []float32 // w with rows for columns, as of the last call of turn
}

func newLinear(name string, in, out int, rng *rand.Rand) *linear {
	r := float32(math.Sqrt(6 / float64(in+out)))
	return &linear{in: in, out: out, w: newParam(name+".w", in*out).uniform(rng, r), b: newParam(name+".b", out)}
}

func (l *linear) params() []*param { return []*param{l.w, l.b} }

// forward returns the outputs for t rows of inputs.
func (l *linear) forward(x []float32, t int) []float32 {
	y := make([]float32, t*l.out)
	for i := range t {
		copy(y[i*l.out:], l.b.w)
	}
	kernel.MulAdd(t, l.out, l.in, x, l.in, 1, l.w.w, l.out, y, l.out)
	return y
}

// backward adds worker k's gradients and returns the inputs' gradient, nil
// where it is not wanted. Weights must not have changed since turn.
func (l *linear) backward(k int, x, dy []float32, t int, want bool) []float32 {
	kernel.MulAdd(l.in, l.out, t, x, 1, l.in, dy, l.out, l.w.g[k], l.out)
	b := l.b.g[k]
	for i := range t {
		for j, g := range dy[i*l.out : (i+1)*l.out] {
			b[j] += g
		}
	}
	if !want {
		return nil
	}
	dx := make([]float32, t*l.in)
	kernel.MulAdd(t, l.in, l.out, dy, l.out, 1, l.turned, l.in, dx, l.in)
	return dx
}

// turn readies a layer for backward, after its weights have changed.
func (l *linear) turn() {
	if l.turned == nil {
		l.turned = make([]float32, l.in*l.out)
	}
	for first := 0; first < l.out; first += kernel.Columns { // a line of the cache at a time
		for i := range l.in {
			for j, w := range l.w.w[i*l.out+first : i*l.out+first+kernel.Columns] {
				l.turned[(first+j)*l.in+i] = w
			}
		}
	}
}

// leak is the slope of the rectifier below zero.
const leak = 0.1

// rectify applies the leaky rectifier in place.
func rectify(x []float32) []float32 {
	for i, v := range x {
		if v < 0 {
			x[i] = leak * v
		}
	}
	return x
}

// rectifyBack turns the gradient of rectify's output y into that of its input.
func rectifyBack(y, dy []float32) {
	for i, v := range y {
		if v < 0 {
			dy[i] *= leak
		}
	}
}

// drop returns a copy of x with a share of values set to zero and the others
// raised, and the mask to do so to gradients; x itself where rng is nil.
func drop(x []float32, share float32, rng *rand.Rand) (y, mask []float32) {
	if rng == nil || share == 0 {
		return x, nil
	}
	mask, y = make([]float32, len(x)), make([]float32, len(x))
	up := 1 / (1 - share)
	limit := uint16(share * 65536)
	var bits uint64
	for i := range x {
		if i&3 == 0 {
			bits = rng.Uint64()
		}
		if uint16(bits) >= limit {
			mask[i] = up
			y[i] = x[i] * up
		}
		bits >>= 16
	}
	return y, mask
}

func undrop(dy, mask []float32) {
	if mask == nil {
		return
	}
	for i, m := range mask {
		dy[i] *= m
	}
}

// window puts beside each row of x (d wide) its neighbours from..to; rows
// beyond the group a row belongs to are zero.
func window(x []float32, d int, group []int32, from, to int) []float32 {
	t, n := len(group), to-from+1
	y := make([]float32, t*n*d)
	for i := range t {
		for o := from; o <= to; o++ {
			if j := i + o; j >= 0 && j < t && group[j] == group[i] {
				copy(y[(i*n+o-from)*d:], x[j*d:(j+1)*d])
			}
		}
	}
	return y
}

// windowBack adds to dx the gradients of window's output.
func windowBack(dx, dy []float32, d int, group []int32, from, to int) {
	t, n := len(group), to-from+1
	for i := range t {
		for o := from; o <= to; o++ {
			if j := i + o; j >= 0 && j < t && group[j] == group[i] {
				row := dx[j*d : (j+1)*d]
				for k, g := range dy[(i*n+o-from)*d : (i*n+o-from+1)*d] {
					row[k] += g
				}
			}
		}
	}
}

// softmax turns the first n scores of a row into its loss against gold and, in
// place, their gradient times scale. Beyond n the gradient is zero.
func softmax(row []float32, n, gold int, scale float32) (loss float64, right bool) {
	top, best := row[0], 0
	for j, s := range row[:n] {
		if s > top {
			top, best = s, j
		}
	}
	var sum float64
	for j, s := range row[:n] {
		e := math.Exp(float64(s - top))
		sum += e
		row[j] = float32(e)
	}
	loss = math.Log(sum) - math.Log(math.Max(float64(row[gold]), 1e-30))
	for j := range row[:n] {
		row[j] *= scale / float32(sum)
	}
	row[gold] -= scale
	clear(row[n:])
	return loss, best == gold
}
