package kernel

// Packed is a matrix of int16 weights laid out for Mul: In rows, Out columns.
type Packed struct {
	In, Out int // In is even, Out a multiple of Columns
	data    []int16
	wide    []int64 // the same for machines without a kernel: see plainMul
}

// Pack lays out a matrix of in rows and out columns, element (i, j) at
// w[i*out+j]. An odd number of rows gets one of zeros.
func Pack(w []int16, in, out int) Packed {
	if out%Columns != 0 {
		panic("kernel: columns are no multiple of 16")
	}
	p := Packed{In: in + in%2, Out: out}
	p.data = make([]int16, p.In*out)
	at := 0
	for panel := 0; panel < out; panel += Columns {
		for i := 0; i < p.In; i += 2 {
			for j := panel; j < panel+Columns; j++ {
				p.data[at] = w[i*out+j]
				if i+1 < in {
					p.data[at+1] = w[(i+1)*out+j]
				}
				at += 2
			}
		}
	}
	if !packs {
		p.widen()
	}
	return p
}

// widen lays out the weights for plainMul: for each panel of columns and each
// row eight numbers, each of which holds two columns' weights, that of the
// second 32 bits up.
func (p *Packed) widen() {
	p.wide = make([]int64, p.In*p.Out/2)
	for panel := 0; panel < p.Out; panel += Columns {
		for i := range p.In {
			for j := 0; j < Columns; j += 2 {
				at := panel*p.In + i/2*2*Columns + i%2
				p.wide[(panel*p.In+i*Columns+j)/2] = int64(p.data[at+2*j]) + int64(p.data[at+2*j+2])<<32
			}
		}
	}
}

// Mul sets the rows×Out matrix c to the product of x and the weights. x has
// rows of In values. No sum may leave 32 bits: who makes the weights sees to it.
func (p *Packed) Mul(rows int, x []int16, c []int32) {
	if rows == 0 || p.In == 0 {
		clear(c[:rows*p.Out])
		return
	}
	_ = x[rows*p.In-1]
	_ = c[rows*p.Out-1]
	p.mul(rows, x, c)
}

// plainMul is Mul in plain Go. One multiplication of 64 bits gives the products
// of two columns: the sum of the second stands above that of the first.
func (p *Packed) plainMul(rows int, x []int16, c []int32) {
	const words = Columns / 2
	for panel := 0; panel < p.Out; panel += Columns {
		w := p.wide[panel*p.In/2 : (panel+Columns)*p.In/2]
		for r := 0; r < rows; r += 2 {
			second := min(r+1, rows-1) // the last of an odd number is done twice
			a, b := x[r*p.In:(r+1)*p.In], x[second*p.In:(second+1)*p.In]
			b = b[:len(a)]
			for j := 0; j < words; j += 4 {
				var a0, a1, a2, a3, b0, b1, b2, b3 int64
				at := j
				for i, v := range a {
					cell := (*[4]int64)(w[at:])
					y, z := int64(v), int64(b[i])
					w0, w1, w2, w3 := cell[0], cell[1], cell[2], cell[3]
					a0 += w0 * y
					b0 += w0 * z
					a1 += w1 * y
					b1 += w1 * z
					a2 += w2 * y
					b2 += w2 * z
					a3 += w3 * y
					b3 += w3 * z
					at += words
				}
				out := c[r*p.Out+panel+2*j:]
				part(out, 0, a0)
				part(out, 2, a1)
				part(out, 4, a2)
				part(out, 6, a3)
				out = c[second*p.Out+panel+2*j:]
				part(out, 0, b0)
				part(out, 2, b1)
				part(out, 4, b2)
				part(out, 6, b3)
			}
		}
	}
}

// part takes two columns' sums apart.
func part(out []int32, at int, sum int64) {
	low := int32(sum)
	out[at], out[at+1] = low, int32((sum-int64(low))>>32)
}
