package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestMulIsTheSameEverywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 2, 16}, {5, 7, 16}, {6, 64, 32}, {13, 33, 48}, {25, 128, 256}} {
		rows, in, out := size[0], size[1], size[2]
		w := make([]int16, in*out)
		for i := range w {
			w[i] = int16(rng.IntN(3999) - 1999) // no sum leaves 32 bits
		}
		p := Pack(w, in, out)
		x := make([]int16, rows*p.In)
		for i := range x {
			x[i] = int16(rng.IntN(8192) - 4096)
		}
		got, want, naive := make([]int32, rows*out), make([]int32, rows*out), make([]int32, rows*out)
		p.Mul(rows, x, got)
		p.widen()
		p.plainMul(rows, x, want)
		for r := range rows {
			for i := range in {
				for j := range out {
					naive[r*out+j] += int32(x[r*p.In+i]) * int32(w[i*out+j])
				}
			}
		}
		if !slices.Equal(got, want) || !slices.Equal(got, naive) {
			t.Errorf("%v: products differ", size)
		}
	}
}

func TestMulAdd(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 3))
	for _, size := range [][3]int{{1, 16, 1}, {6, 16, 5}, {13, 48, 31}, {40, 64, 100}} {
		m, n, k := size[0], size[1], size[2]
		a, b := make([]float32, m*k), make([]float32, k*n)
		for i := range a {
			a[i] = rng.Float32() - .5
		}
		for i := range b {
			b[i] = rng.Float32() - .5
		}
		turned := make([]float32, m*k)
		for i := range m {
			for l := range k {
				turned[l*m+i] = a[i*k+l]
			}
		}
		want, got, also := make([]float32, m*n), make([]float32, m*n), make([]float32, m*n)
		for i := range want {
			want[i], got[i], also[i] = 1, 1, 1
		}
		plainMulAdd(m, n, k, a, k, 1, b, n, want, n)
		MulAdd(m, n, k, a, k, 1, b, n, got, n)
		MulAdd(m, n, k, turned, 1, m, b, n, also, n)
		for i := range want {
			if math.Abs(float64(want[i]-got[i])) > 1e-4 || got[i] != also[i] {
				t.Fatalf("%v: element %d is %v and %v, want %v", size, i, got[i], also[i], want[i])
			}
		}
	}
}

func BenchmarkMulAdd(b *testing.B) {
	x, w, y := make([]float32, 384*256), make([]float32, 256*768), make([]float32, 384*768)
	for b.Loop() {
		MulAdd(384, 768, 256, x, 256, 1, w, 768, y, 768)
	}
	b.ReportMetric(2*384*768*256/float64(b.Elapsed().Nanoseconds())*float64(b.N), "GFLOPS")
}

func BenchmarkMul(b *testing.B) {
	p := Pack(make([]int16, 256*768), 256, 768)
	x, y := make([]int16, 384*256), make([]int32, 384*768)
	for b.Loop() {
		p.Mul(384, x, y)
	}
	b.ReportMetric(2*384*768*256/float64(b.Elapsed().Nanoseconds())*float64(b.N), "GOPS")
}

func BenchmarkPlainMul(b *testing.B) {
	p := Pack(make([]int16, 256*768), 256, 768)
	p.widen()
	x, y := make([]int16, 384*256), make([]int32, 384*768)
	for b.Loop() {
		p.plainMul(384, x, y)
	}
	b.ReportMetric(2*384*768*256/float64(b.Elapsed().Nanoseconds())*float64(b.N), "GOPS")
}

// plainly runs do without AVX2.
func plainly(do func()) {
	was := avx2
	avx2 = false
	do()
	avx2 = was
}

func TestAdamIsTheSameEverywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 6))
	const n = 43
	var a, b [5][]float32
	for i := range a {
		for range n {
			a[i] = append(a[i], float32(math.Abs(rng.NormFloat64())))
		}
		b[i] = slices.Clone(a[i])
	}
	for range 5 {
		Adam(a[0], a[1], a[2], a[3], a[4], 0.1, 0.02, 1e-8, 0.7, 0.01, 0.3)
		plainly(func() { Adam(b[0], b[1], b[2], b[3], b[4], 0.1, 0.02, 1e-8, 0.7, 0.01, 0.3) })
	}
	for i := range a {
		if !slices.Equal(a[i], b[i]) {
			t.Errorf("array %d: %v and %v", i, a[i], b[i])
		}
	}
}

func TestRowsAreTheSameEverywhere(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 4))
	floats := func(n int, size float32) []float32 {
		x := make([]float32, n)
		for i := range x {
			x[i] = float32(rng.NormFloat64()) * size
		}
		return x
	}
	for _, n := range []int{16, 48, 160} {
		x := append(floats(n, 20), 0, -0.5, 0.5, 1.5, 2.5, -2.5, 1e9, -1e9, 1e-9)
		a, b := make([]int16, len(x)), make([]int16, len(x))
		Round(x, 1, 100, a)
		plainly(func() { Round(x, 1, 100, b) })
		if !slices.Equal(a, b) {
			t.Errorf("%d: rounded %v and %v", n, a, b)
		}
		sums := make([]int32, 3*n)
		for i := range sums {
			sums[i] = int32(rng.Uint32())
		}
		by, bias := floats(n, 1e-6), floats(n, 1)
		y, z := make([]float32, 3*n), make([]float32, 3*n)
		Scale(3, sums, by, bias, 0.1, y)
		plainly(func() { Scale(3, sums, by, bias, 0.1, z) })
		if !slices.Equal(y, z) {
			t.Errorf("%d: scaled rows differ", n)
		}
		u, v, in := floats(3*n, 3), floats(2*n, 1), floats(n, 1)
		c1, y1 := floats(n, 1), make([]float32, n)
		c2, y2 := slices.Clone(c1), make([]float32, n)
		for range 5 {
			Unit(c1, u, v, in, y1)
			plainly(func() { Unit(c2, u, v, in, y2) })
			if !slices.Equal(c1, c2) || !slices.Equal(y1, y2) {
				t.Fatalf("%d: units differ", n)
			}
		}
	}
}
