//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

var avx2 = cpu.X86.HasAVX2 && cpu.X86.HasFMA

// packs reports whether Mul reads weights as Pack lays them out, not widened.
var packs = avx2

func mulAdd(m, n, k int, a []float32, rs, cs int, b []float32, ldb int, c []float32, ldc int) {
	if !avx2 {
		plainMulAdd(m, n, k, a, rs, cs, b, ldb, c, ldc)
		return
	}
	for j := 0; j < n; j += Columns {
		i := 0
		for ; i+6 <= m; i += 6 {
			floats6x16(k, &a[i*rs], uintptr(4*rs), uintptr(4*cs), &b[j], uintptr(4*ldb), &c[i*ldc+j], uintptr(4*ldc))
		}
		for ; i < m; i++ {
			floats1x16(k, &a[i*rs], uintptr(4*rs), uintptr(4*cs), &b[j], uintptr(4*ldb), &c[i*ldc+j], uintptr(4*ldc))
		}
	}
}

func (p *Packed) mul(rows int, x []int16, c []int32) {
	if !avx2 {
		p.plainMul(rows, x, c)
		return
	}
	for j := 0; j < p.Out; j += Columns {
		w := &p.data[j*p.In]
		i := 0
		for ; i+6 <= rows; i += 6 {
			ints6x16(p.In/2, &x[i*p.In], uintptr(2*p.In), w, &c[i*p.Out+j], uintptr(4*p.Out))
		}
		for ; i < rows; i++ {
			ints1x16(p.In/2, &x[i*p.In], uintptr(2*p.In), w, &c[i*p.Out+j], uintptr(4*p.Out))
		}
	}
}
