package kernel

// Packed is a matrix of int16 weights laid out for Mul: In rows, Out columns.
type Packed struct {
	In, Out int // In is even, Out a multiple of Columns
	data    []int16
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
	return p
}

// Mul sets the rows×Out matrix c to the product of x and the weights. x has
// rows of In values. Sums wrap at 32 bits, on every machine alike; who makes
// the weights sees to it that they do not.
func (p *Packed) Mul(rows int, x []int16, c []int32) {
	if rows == 0 || p.In == 0 {
		clear(c[:rows*p.Out])
		return
	}
	_ = x[rows*p.In-1]
	_ = c[rows*p.Out-1]
	p.mul(rows, x, c)
}

func (p *Packed) plainMul(rows int, x []int16, c []int32) {
	for panel := 0; panel < p.Out; panel += Columns {
		w := p.data[panel*p.In : (panel+Columns)*p.In]
		for r := range rows {
			var acc [Columns]int32
			row := x[r*p.In : (r+1)*p.In]
			for i := 0; i+1 < len(row); i += 2 {
				a, b := int32(row[i]), int32(row[i+1])
				pair := (*[2 * Columns]int16)(w[i*Columns:])
				for j := range acc {
					acc[j] += a*int32(pair[2*j]) + b*int32(pair[2*j+1])
				}
			}
			copy(c[r*p.Out+panel:], acc[:])
		}
	}
}
