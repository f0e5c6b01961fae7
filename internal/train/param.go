package train

import (
	"math"
	"math/rand/v2"
	"sync"
	"sync/atomic"

	"sayso/internal/kernel"
)

// workers is the number of batches whose gradients are summed for one step.
// It is fixed so that weights do not depend on how many processors there are.
const workers = 2

// param is a tensor of weights with its gradients and Adam's moments.
type param struct {
	name    string
	w       []float32
	g       [workers][]float32
	m, v    []float32
	average []float32 // exponential moving average of w, what is shipped
	// A table of embeddings changes only in the rows a batch touched.
	width   int
	touched [workers][]int32
	marked  [workers][]bool
	since   []int32 // the step each row's average was brought up to
}

func newParam(name string, n int) *param {
	p := &param{name: name, w: make([]float32, n), m: make([]float32, n), v: make([]float32, n), average: make([]float32, n)}
	for i := range p.g {
		p.g[i] = make([]float32, n)
	}
	return p
}

// uniform sets the weights to random values in [-r, r].
func (p *param) uniform(rng *rand.Rand, r float32) *param {
	for i := range p.w {
		p.w[i] = (rng.Float32()*2 - 1) * r
	}
	return p
}

// table makes p a table of rows of a width.
func (p *param) table(width int) *param {
	p.width = width
	rows := len(p.w) / width
	p.since = make([]int32, rows)
	for i := range p.marked {
		p.marked[i] = make([]bool, rows)
	}
	return p
}

// touch notes that worker k has a gradient for a row and returns it.
func (p *param) touch(k int, row int32) []float32 {
	if !p.marked[k][row] {
		p.marked[k][row] = true
		p.touched[k] = append(p.touched[k], row)
	}
	return p.g[k][int(row)*p.width : (int(row)+1)*p.width]
}

// adam is the optimiser: Adam (Kingma and Ba 2015) with the gradient's norm
// limited, and a moving average of the weights.
type adam struct {
	params []*param
	step   int
}

const (
	beta1, beta2 = 0.9, 0.98
	epsilon      = 1e-8
	maxNorm      = 5
	decay        = 0.998
)

// update takes one step at a learning rate and clears the gradients. The
// parameters are shared out among processors; what each becomes does not depend
// on that.
func (a *adam) update(rate float64) {
	norms := make([]float64, len(a.params))
	a.each(func(i int, p *param) { norms[i] = p.gather() })
	var norm float64
	for _, x := range norms {
		norm += x
	}
	scale := float32(1)
	if norm = math.Sqrt(norm); norm > maxNorm {
		scale = float32(maxNorm / norm)
	}
	if math.IsNaN(norm) || math.IsInf(norm, 0) {
		scale = 0
	}
	a.step++
	t := float64(a.step)
	lr := float32(rate * math.Sqrt(1-math.Pow(beta2, t)) / (1 - math.Pow(beta1, t)))
	keep := float32(min(decay, (1+t)/(10+t)))
	a.each(func(_ int, p *param) {
		if p.width == 0 {
			kernel.Adam(p.w, p.m, p.v, p.g[0], p.average, 1-beta1, 1-beta2, epsilon, scale, lr, 1-keep)
			clear(p.g[0])
			return
		}
		for _, row := range p.touched[0] {
			p.bring(row, int32(a.step), keep)
			for i := int(row) * p.width; i < (int(row)+1)*p.width; i++ {
				p.adam(i, scale, lr)
				p.g[0][i] = 0
			}
			p.marked[0][row] = false
		}
		p.touched[0] = p.touched[0][:0]
	})
}

// each calls do for every parameter, on as many processors as a step uses.
func (a *adam) each(do func(i int, p *param)) {
	var wait sync.WaitGroup
	var next atomic.Int32
	for range workers {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(a.params); i = int(next.Add(1)) - 1 {
				do(i, a.params[i])
			}
		})
	}
	wait.Wait()
}

// adam updates weight i.
func (p *param) adam(i int, scale, lr float32) {
	g := p.g[0][i] * scale
	p.m[i] += (1 - beta1) * (g - p.m[i])
	p.v[i] += (1 - beta2) * (g*g - p.v[i])
	p.w[i] -= lr * p.m[i] / (float32(math.Sqrt(float64(p.v[i]))) + epsilon)
}

// gather sums the workers' gradients into the first one's, in order, and
// returns the square of their norm.
func (p *param) gather() (norm float64) {
	if p.width == 0 {
		for k := 1; k < workers; k++ {
			for i, g := range p.g[k] {
				p.g[0][i] += g
			}
			clear(p.g[k])
		}
		for _, g := range p.g[0] {
			norm += float64(g) * float64(g)
		}
		return norm
	}
	for k := 1; k < workers; k++ {
		for _, row := range p.touched[k] {
			into := p.touch(0, row)
			from := p.g[k][int(row)*p.width : (int(row)+1)*p.width]
			for i, g := range from {
				into[i] += g
			}
			clear(from)
			p.marked[k][row] = false
		}
		p.touched[k] = p.touched[k][:0]
	}
	for _, row := range p.touched[0] {
		for _, g := range p.g[0][int(row)*p.width : (int(row)+1)*p.width] {
			norm += float64(g) * float64(g)
		}
	}
	return norm
}

// bring brings a row's average up to the step before this one, through which
// its weights stood still.
func (p *param) bring(row, step int32, keep float32) {
	n := step - p.since[row]
	if n <= 0 {
		return
	}
	k := float32(math.Pow(float64(keep), float64(n)))
	for i := int(row) * p.width; i < (int(row)+1)*p.width; i++ {
		p.average[i] = p.w[i] + k*(p.average[i]-p.w[i])
	}
	p.since[row] = step
}

// settle brings every row's average up to the present.
func (a *adam) settle() {
	t := float64(a.step)
	keep := float32(min(decay, (1+t)/(10+t)))
	for _, p := range a.params {
		for row := range p.since {
			p.bring(int32(row), int32(a.step), keep)
		}
	}
}
