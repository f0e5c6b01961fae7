// Command kernels writes the AVX2 and NEON kernels of internal/kernel. It is a module
// of its own so that building Sayso needs no generator:
//
//	cd tools/kernels && go run . -out ../../internal/kernel/gemm_amd64.s -stubs ../../internal/kernel/gemm_amd64.go -pkg kernel
package main

import (
	"fmt"
	"math"
	"os"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	if err := neon("../../internal/kernel/gemm_arm64.s"); err != nil {
		fmt.Fprintln(os.Stderr, "kernels:", err)
		os.Exit(1)
	}
	ConstraintExpr("amd64,!purego")
	for _, rows := range []int{1, 6} {
		float(rows)
		integer(rows)
	}
	round()
	scale()
	unit()
	adam()
	Generate()
}

// rowsAt gives the memory operands of up to six rows that lie stride bytes
// apart, and what moves all of them on.
func rowsAt(base, stride Register, rows int) (at []Mem, advance func(by Op)) {
	at = append(at, Mem{Base: base})
	if rows == 1 {
		return at, func(by Op) { ADDQ(by, base) }
	}
	third := GP64()
	LEAQ(Mem{Base: base, Index: stride, Scale: 2}, third)
	ADDQ(stride, third)
	for i := 1; i < rows; i++ {
		switch {
		case i < 3:
			at = append(at, Mem{Base: base, Index: stride, Scale: uint8(i)})
		case i == 3:
			at = append(at, Mem{Base: third})
		default:
			at = append(at, Mem{Base: third, Index: stride, Scale: uint8(i - 3)})
		}
	}
	return at, func(by Op) { ADDQ(by, base); ADDQ(by, third) }
}

// float writes C[rows][16] += A[rows][k] B[k][16] in float32.
func float(rows int) {
	TEXT(fmt.Sprintf("floats%dx16", rows), NOSPLIT, "func(k int, a *float32, rs, cs uintptr, b *float32, ldb uintptr, c *float32, ldc uintptr)")
	Doc(fmt.Sprintf("floats%dx16 adds to %d rows of 16 columns of c the product of a and b. Strides are in bytes.", rows, rows))
	k := Load(Param("k"), GP64())
	a := Load(Param("a"), GP64())
	rs := Load(Param("rs"), GP64())
	cs := Load(Param("cs"), GP64())
	b := Load(Param("b"), GP64())
	ldb := Load(Param("ldb"), GP64())
	c := Load(Param("c"), GP64())
	ldc := Load(Param("ldc"), GP64())
	at, advance := rowsAt(a, rs, rows)
	acc := make([][2]VecVirtual, rows)
	for i := range acc {
		for h := range 2 {
			acc[i][h] = YMM()
			VXORPS(acc[i][h], acc[i][h], acc[i][h])
		}
	}
	lo, hi, x := YMM(), YMM(), YMM()
	name := fmt.Sprintf("f%d", rows)
	Label(name)
	VMOVUPS(Mem{Base: b}, lo)
	VMOVUPS(Mem{Base: b, Disp: 32}, hi)
	for i := range rows {
		VBROADCASTSS(at[i], x)
		VFMADD231PS(lo, x, acc[i][0])
		VFMADD231PS(hi, x, acc[i][1])
	}
	advance(cs)
	ADDQ(ldb, b)
	DECQ(k)
	JNZ(LabelRef(name))
	for i := range rows {
		for h := range 2 {
			VADDPS(Mem{Base: c, Disp: 32 * h}, acc[i][h], acc[i][h])
			VMOVUPS(acc[i][h], Mem{Base: c, Disp: 32 * h})
		}
		if i+1 < rows {
			ADDQ(ldc, c)
		}
	}
	VZEROUPPER()
	RET()
}

// integer writes C[rows][16] = A[rows][2k] B[2k][16], int16 in, int32 out. B
// is packed: for each pair of rows the 16 columns' pairs of values.
func integer(rows int) {
	TEXT(fmt.Sprintf("ints%dx16", rows), NOSPLIT, "func(pairs int, a *int16, rs uintptr, b *int16, c *int32, ldc uintptr)")
	Doc(fmt.Sprintf("ints%dx16 sets %d rows of 16 columns of c to the product of a and the packed b. Strides are in bytes.", rows, rows))
	k := Load(Param("pairs"), GP64())
	a := Load(Param("a"), GP64())
	rs := Load(Param("rs"), GP64())
	b := Load(Param("b"), GP64())
	c := Load(Param("c"), GP64())
	ldc := Load(Param("ldc"), GP64())
	at, advance := rowsAt(a, rs, rows)
	acc := make([][2]VecVirtual, rows)
	for i := range acc {
		for h := range 2 {
			acc[i][h] = YMM()
			VPXOR(acc[i][h], acc[i][h], acc[i][h])
		}
	}
	lo, hi := YMM(), YMM()
	name := fmt.Sprintf("i%d", rows)
	Label(name)
	VMOVDQU(Mem{Base: b}, lo)
	VMOVDQU(Mem{Base: b, Disp: 32}, hi)
	for i := range rows {
		x, y := YMM(), YMM()
		VPBROADCASTD(at[i], x)
		VPMADDWD(lo, x, y)
		VPADDD(y, acc[i][0], acc[i][0])
		VPMADDWD(hi, x, y)
		VPADDD(y, acc[i][1], acc[i][1])
	}
	advance(Imm(4))
	ADDQ(Imm(64), b)
	DECQ(k)
	JNZ(LabelRef(name))
	for i := range rows {
		for h := range 2 {
			VMOVDQU(acc[i][h], Mem{Base: c, Disp: 32 * h})
		}
		if i+1 < rows {
			ADDQ(ldc, c)
		}
	}
	VZEROUPPER()
	RET()
}

// round writes float32 as int16: out = nearest(x·scale), held within ±limit.
func round() {
	TEXT("roundAVX2", NOSPLIT, "func(n int, x *float32, scale, limit float32, out *int16)")
	Doc("roundAVX2 sets out to x times scale, held within ±limit and rounded to the nearest even. n is a multiple of 16.")
	n := Load(Param("n"), GP64())
	x := Load(Param("x"), GP64())
	out := Load(Param("out"), GP64())
	by, top, bottom := YMM(), YMM(), YMM()
	sc, _ := Param("scale").Resolve()
	lim, _ := Param("limit").Resolve()
	VBROADCASTSS(sc.Addr, by)
	VBROADCASTSS(lim.Addr, top)
	VXORPS(bottom, bottom, bottom)
	VSUBPS(top, bottom, bottom)
	Label("round")
	a, b := YMM(), YMM()
	for i, v := range []VecVirtual{a, b} {
		VMULPS(Mem{Base: x, Disp: 32 * i}, by, v)
		VMINPS(top, v, v)
		VMAXPS(bottom, v, v)
		VCVTPS2DQ(v, v)
	}
	VPACKSSDW(b, a, a)
	VPERMQ(Imm(0xD8), a, a)
	VMOVDQU(a, Mem{Base: out})
	ADDQ(Imm(64), x)
	ADDQ(Imm(32), out)
	SUBQ(Imm(16), n)
	JNZ(LabelRef("round"))
	VZEROUPPER()
	RET()
}

// scale writes sums as float32: v = sum·scale + bias, out = max(v, leak·v).
func scale() {
	TEXT("scaleAVX2", NOSPLIT, "func(n int, sums *int32, scale, bias *float32, leak float32, out *float32)")
	Doc("scaleAVX2 sets out to sums times scale plus bias, values below zero times leak. n is a multiple of 8.")
	n := Load(Param("n"), GP64())
	sums := Load(Param("sums"), GP64())
	by := Load(Param("scale"), GP64())
	bias := Load(Param("bias"), GP64())
	out := Load(Param("out"), GP64())
	slope := YMM()
	lk, _ := Param("leak").Resolve()
	VBROADCASTSS(lk.Addr, slope)
	Label("scale")
	v, w := YMM(), YMM()
	VCVTDQ2PS(Mem{Base: sums}, v)
	VMULPS(Mem{Base: by}, v, v)
	VADDPS(Mem{Base: bias}, v, v)
	VMULPS(slope, v, w)
	VMAXPS(v, w, v)
	VMOVUPS(v, Mem{Base: out})
	for _, p := range []Register{sums, by, bias, out} {
		ADDQ(Imm(32), p)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("scale"))
	VZEROUPPER()
	RET()
}

// unit writes one step of recurrent units.
func unit() {
	TEXT("unitAVX2", NOSPLIT, "func(n int, c, u, v, x, y *float32)")
	Doc("unitAVX2 takes one step of n recurrent units, as Unit does. n is a multiple of 8.")
	n := Load(Param("n"), GP64())
	c := Load(Param("c"), GP64())
	z := Load(Param("u"), GP64())
	vf := Load(Param("v"), GP64())
	x := Load(Param("x"), GP64())
	y := Load(Param("y"), GP64())
	constant := func(name string, v float32) VecVirtual {
		d := GLOBL(name, RODATA|NOPTR)
		DATA(0, U32(math.Float32bits(v)))
		r := YMM()
		VBROADCASTSS(d, r)
		return r
	}
	half, three, minus := constant("half", 0.5), constant("three", 3), constant("minusthree", -3)
	nine, many := constant("nine", 9), constant("twentyseven", 27)
	step := GP64()
	MOVQ(n, step)
	SHLQ(Imm(2), step)
	uf, ur, vr := GP64(), GP64(), GP64()
	LEAQ(Mem{Base: z, Index: step, Scale: 1}, uf)
	LEAQ(Mem{Base: z, Index: step, Scale: 2}, ur)
	LEAQ(Mem{Base: vf, Index: step, Scale: 1}, vr)
	gate := func(u, v Register, p VecVirtual) VecVirtual {
		a, s, q := YMM(), YMM(), YMM()
		VMULPS(Mem{Base: v}, p, a)
		VADDPS(Mem{Base: u}, a, a)
		VMULPS(half, a, a)
		VMINPS(three, a, a)
		VMAXPS(minus, a, a)
		VMULPS(a, a, s)
		VADDPS(many, s, q)
		VMULPS(a, q, q) // a(27+s)
		VMULPS(nine, s, s)
		VADDPS(many, s, s) // 27+9s
		VDIVPS(s, q, q)
		VMULPS(half, q, q)
		VADDPS(half, q, q)
		return q
	}
	Label("unit")
	p, t := YMM(), YMM()
	VMOVUPS(Mem{Base: c}, p)
	f := gate(uf, vf, p)
	r := gate(ur, vr, p)
	VMOVUPS(Mem{Base: z}, t)
	VSUBPS(t, p, p) // p - z
	VMULPS(p, f, f)
	VADDPS(f, t, t) // now
	VMOVUPS(t, Mem{Base: c})
	w := YMM()
	VMOVUPS(Mem{Base: x}, w)
	VSUBPS(w, t, t) // now - x
	VMULPS(t, r, r)
	VADDPS(r, w, w)
	VMOVUPS(w, Mem{Base: y})
	for _, q := range []Register{c, z, uf, ur, vf, vr, x, y} {
		ADDQ(Imm(32), q)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("unit"))
	VZEROUPPER()
	RET()
}

// adam writes a step of Adam.
func adam() {
	TEXT("adamAVX2", NOSPLIT, "func(n int, w, m, v, gradient, average *float32, by *[6]float32)")
	Doc("adamAVX2 takes a step of Adam, as Adam does. n is a multiple of 8. by holds scale, 1-β1, 1-β2, rate, epsilon and share.")
	n := Load(Param("n"), GP64())
	var at [5]Register
	for i, name := range []string{"w", "m", "v", "gradient", "average"} {
		at[i] = Load(Param(name), GP64())
	}
	by := Load(Param("by"), GP64())
	var k [6]VecVirtual
	for i := range k {
		k[i] = YMM()
		VBROADCASTSS(Mem{Base: by, Disp: 4 * i}, k[i])
	}
	scale, first, second, rate, epsilon, share := k[0], k[1], k[2], k[3], k[4], k[5]
	Label("adam")
	w, m, v, g, t := YMM(), YMM(), YMM(), YMM(), YMM()
	VMULPS(Mem{Base: at[3]}, scale, g)
	VMOVUPS(Mem{Base: at[1]}, m)
	VSUBPS(m, g, t)
	VMULPS(first, t, t)
	VADDPS(t, m, m)
	VMOVUPS(m, Mem{Base: at[1]})
	VMOVUPS(Mem{Base: at[2]}, v)
	VMULPS(g, g, t)
	VSUBPS(v, t, t)
	VMULPS(second, t, t)
	VADDPS(t, v, v)
	VMOVUPS(v, Mem{Base: at[2]})
	VSQRTPS(v, v)
	VADDPS(epsilon, v, v)
	VMULPS(rate, m, m)
	VDIVPS(v, m, m)
	VMOVUPS(Mem{Base: at[0]}, w)
	VSUBPS(m, w, w)
	VMOVUPS(w, Mem{Base: at[0]})
	VMOVUPS(Mem{Base: at[4]}, v)
	VSUBPS(v, w, w)
	VMULPS(share, w, w)
	VADDPS(w, v, v)
	VMOVUPS(v, Mem{Base: at[4]})
	for _, p := range at {
		ADDQ(Imm(32), p)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("adam"))
	VZEROUPPER()
	RET()
}
