//go:build !purego

package kernel

// packs reports whether Mul reads weights as Pack lays them out, not widened.
const packs = true

// ints1x16 sets 1 row of 16 columns of c to the product of a and the packed b.
// Strides are in bytes.
//
//go:noescape
func ints1x16(pairs int, a *int16, rs uintptr, b *int16, c *int32, ldc uintptr)

// ints4x16 is ints1x16 for 4 rows.
//
//go:noescape
func ints4x16(pairs int, a *int16, rs uintptr, b *int16, c *int32, ldc uintptr)

func (p *Packed) mul(rows int, x []int16, c []int32) {
	for j := 0; j < p.Out; j += Columns {
		w := &p.data[j*p.In]
		i := 0
		for ; i+4 <= rows; i += 4 {
			ints4x16(p.In/2, &x[i*p.In], uintptr(2*p.In), w, &c[i*p.Out+j], uintptr(4*p.Out))
		}
		for ; i < rows; i++ {
			ints1x16(p.In/2, &x[i*p.In], uintptr(2*p.In), w, &c[i*p.Out+j], uintptr(4*p.Out))
		}
	}
}
