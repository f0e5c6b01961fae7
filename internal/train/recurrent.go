package train

import (
	"math/rand/v2"

	"sayso/internal/kernel"
)

// recurrent is a layer of simple recurrent units (Lei et al. 2018) in both
// directions: 2h inputs, 2h outputs, the first h read forwards.
//
//	f = σ(uf + vf·c)   c = f·c + (1-f)·z   r = σ(ur + vr·c)   y = r·c + (1-r)·x
type recurrent struct {
	h   int
	u   *linear // to z, f, r of the forward and then of the backward direction
	v   *param  // vf, vr of either direction
	all []*param
}

func newRecurrent(name string, h int, rng *rand.Rand) *recurrent {
	r := &recurrent{h: h, u: newLinear(name+".u", 2*h, 6*h, rng), v: newParam(name+".v", 4*h).uniform(rng, 0.3)}
	r.all = append(r.u.params(), r.v)
	for dir := range 2 {
		for i := range h {
			r.u.b.w[dir*3*h+h+i] = 0.5 // remember at first
		}
	}
	return r
}

// trace is what backward needs of forward.
type trace struct {
	x, u, c, f, r, y []float32
}

// forward reads sentences: starts holds the first row of each, and the number
// of rows last.
func (l *recurrent) forward(x []float32, starts []int32) *trace {
	h := l.h
	t := int(starts[len(starts)-1])
	tr := &trace{x: x, u: l.u.forward(x, t), c: make([]float32, t*2*h), f: make([]float32, t*2*h), r: make([]float32, t*2*h), y: make([]float32, t*2*h)}
	zero := make([]float32, h)
	for s := 0; s+1 < len(starts); s++ {
		for dir := range 2 {
			vf, vr := l.v.w[dir*2*h:dir*2*h+h], l.v.w[dir*2*h+h:dir*2*h+2*h]
			before := zero
			each(starts[s], starts[s+1], dir, func(i int) {
				at := i*2*h + dir*h
				u := tr.u[i*6*h+dir*3*h:]
				z, uf, ur := u[:h], u[h:2*h], u[2*h:3*h]
				c, f, r, y, in := tr.c[at:at+h], tr.f[at:at+h], tr.r[at:at+h], tr.y[at:at+h], x[at:at+h]
				for j := range c {
					p := before[j]
					f[j] = kernel.Sigmoid(uf[j] + vf[j]*p)
					r[j] = kernel.Sigmoid(ur[j] + vr[j]*p)
					c[j] = z[j] + f[j]*(p-z[j])
					y[j] = in[j] + r[j]*(c[j]-in[j])
				}
				before = c
			})
		}
	}
	return tr
}

// each calls do for the rows [first, last), from the last where dir is 1.
func each(first, last int32, dir int, do func(i int)) {
	if dir == 0 {
		for i := int(first); i < int(last); i++ {
			do(i)
		}
		return
	}
	for i := int(last) - 1; i >= int(first); i-- {
		do(i)
	}
}

// backward adds worker k's gradients and returns the inputs' gradient.
func (l *recurrent) backward(k int, tr *trace, dy []float32, starts []int32) []float32 {
	h := l.h
	t := int(starts[len(starts)-1])
	du := make([]float32, t*6*h)
	skip := make([]float32, t*2*h)
	zero, carry := make([]float32, h), make([]float32, h)
	for s := 0; s+1 < len(starts); s++ {
		for dir := range 2 {
			vf, vr := l.v.w[dir*2*h:dir*2*h+h], l.v.w[dir*2*h+h:dir*2*h+2*h]
			gf, gr := l.v.g[k][dir*2*h:dir*2*h+h], l.v.g[k][dir*2*h+h:dir*2*h+2*h]
			clear(carry)
			step := 1 - 2*dir
			each(starts[s], starts[s+1], 1-dir, func(i int) {
				at := i*2*h + dir*h
				before := zero
				if p := i - step; p >= int(starts[s]) && p < int(starts[s+1]) {
					before = tr.c[p*2*h+dir*h : p*2*h+dir*h+h]
				}
				u, d := tr.u[i*6*h+dir*3*h:], du[i*6*h+dir*3*h:]
				z := u[:h]
				dz, df, dr := d[:h], d[h:2*h], d[2*h:3*h]
				c, f, r, in := tr.c[at:at+h], tr.f[at:at+h], tr.r[at:at+h], tr.x[at:at+h]
				g, sk := dy[at:at+h], skip[at:at+h]
				for j := range c {
					p := before[j]
					ar := g[j] * (c[j] - in[j]) * kernel.SigmoidSlope(u[2*h+j]+vr[j]*p)
					sk[j] = g[j] * (1 - r[j])
					dc := carry[j] + g[j]*r[j]
					af := dc * (p - z[j]) * kernel.SigmoidSlope(u[h+j]+vf[j]*p)
					dz[j] = dc * (1 - f[j])
					df[j], dr[j] = af, ar
					gf[j] += af * p
					gr[j] += ar * p
					carry[j] = dc*f[j] + af*vf[j] + ar*vr[j]
				}
			})
		}
	}
	dx := l.u.backward(k, tr.x, du, t, true)
	for i, g := range skip {
		dx[i] += g
	}
	return dx
}
