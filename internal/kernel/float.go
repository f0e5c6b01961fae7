// Package kernel holds the inner products that reading and training are made
// of. Integer products are exact, so that every machine reads the same; float
// products, for training alone, are summed in a fixed order per architecture.
package kernel

// Columns is the width of the tiles that kernels work on: matrices have a
// multiple of it as their number of columns.
const Columns = 16

// MulAdd adds the product of the m×k matrix a and the k×n matrix b to the m×n
// matrix c. Element (i, j) of a is a[i*rs+j*cs], so that a may stand
// transposed; b and c are row by row, ldb and ldc apart. n is a multiple of
// Columns. It panics where a slice is too short.
func MulAdd(m, n, k int, a []float32, rs, cs int, b []float32, ldb int, c []float32, ldc int) {
	if m == 0 || n == 0 || k == 0 {
		return
	}
	_ = a[(m-1)*rs+(k-1)*cs]
	_ = b[(k-1)*ldb+n-1]
	_ = c[(m-1)*ldc+n-1]
	if n%Columns != 0 {
		panic("kernel: columns are no multiple of 16")
	}
	mulAdd(m, n, k, a, rs, cs, b, ldb, c, ldc)
}

func plainMulAdd(m, n, k int, a []float32, rs, cs int, b []float32, ldb int, c []float32, ldc int) {
	for i := range m {
		row := c[i*ldc : i*ldc+n]
		for l := range k {
			x := a[i*rs+l*cs]
			if x == 0 {
				continue
			}
			for j, y := range b[l*ldb : l*ldb+n] {
				row[j] += x * y
			}
		}
	}
}
