//go:build !amd64 || purego

package kernel

func mulAdd(m, n, k int, a []float32, rs, cs int, b []float32, ldb int, c []float32, ldc int) {
	plainMulAdd(m, n, k, a, rs, cs, b, ldb, c, ldc)
}

var avx2 = false

func roundAVX2(n int, x *float32, scale, limit float32, out *int16) {}

func scaleAVX2(n int, sums *int32, scale, bias *float32, leak float32, out *float32) {}

func unitAVX2(n int, c, u, v, x, y *float32) {}

func adamAVX2(n int, w, m, v, g, average *float32, by *[6]float32) {}
