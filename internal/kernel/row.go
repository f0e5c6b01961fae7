package kernel

import "math"

// Round sets out to x times scale, held within ±limit and rounded to the
// nearest integer, halves to the even one.
func Round(x []float32, scale, limit float32, out []int16) {
	out = out[:len(x)]
	whole := 0
	if avx2 {
		if whole = len(x) &^ 15; whole > 0 {
			roundAVX2(whole, &x[0], scale, limit, &out[0])
		}
	}
	for i := whole; i < len(x); i++ {
		v := min(limit, max(-limit, float32(x[i]*scale)))
		out[i] = int16(math.RoundToEven(float64(v)))
	}
}

// Scale sets each row of out to that of sums times scale plus bias; values
// below zero are multiplied by leak, which is 1 or less. Rows are as long as
// scale, a multiple of Columns.
func Scale(rows int, sums []int32, scale, bias []float32, leak float32, out []float32) {
	n := len(scale)
	bias = bias[:n]
	for r := range rows {
		from, to := sums[r*n:(r+1)*n], out[r*n:(r+1)*n]
		if avx2 {
			scaleAVX2(n, &from[0], &scale[0], &bias[0], leak, &to[0])
			continue
		}
		for j, s := range from {
			v := float32(float32(s)*scale[j]) + bias[j]
			if v < 0 {
				v = float32(leak * v)
			}
			to[j] = v
		}
	}
}

// Unit takes one step of simple recurrent units (Lei et al. 2018): c is their
// memory, u holds z, uf and ur one after the other, v holds vf and vr, x are
// the inputs and y the outputs.
//
//	f = σ(uf + vf·c)   r = σ(ur + vr·c)   c = z + f·(c-z)   y = x + r·(c-x)
func Unit(c, u, v, x, y []float32) {
	n := len(c)
	u, v, x, y = u[:3*n], v[:2*n], x[:n], y[:n]
	if avx2 && n%8 == 0 && n > 0 {
		unitAVX2(n, &c[0], &u[0], &v[0], &x[0], &y[0])
		return
	}
	plainUnit(c, u, v, x, y)
}

func plainUnit(c, u, v, x, y []float32) {
	n := len(c)
	z, uf, ur, vf, vr := u[:n], u[n:2*n], u[2*n:3*n], v[:n], v[n:2*n]
	for j, p := range c {
		f := Sigmoid(uf[j] + float32(vf[j]*p))
		r := Sigmoid(ur[j] + float32(vr[j]*p))
		now := z[j] + float32(f*(p-z[j]))
		c[j] = now
		y[j] = x[j] + float32(r*(now-x[j]))
	}
}
