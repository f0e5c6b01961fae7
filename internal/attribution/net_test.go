package attribution

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"sayso/internal/kernel"
)

// madeModel returns a small model of chance values.
func madeModel() *Model {
	const width, d = 16, 16
	rng := rand.New(rand.NewPCG(4, 4))
	layer := func(out int) Dense {
		l := Dense{In: width, Out: out, Input: 100, W: make([]int16, width*out), Scale: make([]float32, out), Bias: make([]float32, out)}
		for i := range l.W {
			l.W[i] = int16(rng.IntN(200) - 100)
		}
		for i := range l.Scale {
			l.Scale[i], l.Bias[i] = 1e-4, rng.Float32()
		}
		return l
	}
	n := &Net{Width: width, Hidden: d / 2, Table: make([]byte, FactRows*d), Scale: make([]float32, FactRows), State: layer(d), Cue: layer(d),
		Out: layer(NetOut), Units: []Dense{layer(3 * d)}, Gates: [][]float32{make([]float32, 2*d)}}
	n.Table[7], n.Scale[0] = 200, 0.5
	m := &Model{Bits: 4, Bias: -30, Cue: make([]int16, 16), Curve: make([]uint16, CurveSize), Net: n, Engine: 99}
	m.Cue[3], m.Turn[2][1][3] = -700, -5
	return m
}

func TestModelComesBack(t *testing.T) {
	var a, b bytes.Buffer
	if err := madeModel().Write(&a); err != nil {
		t.Fatal(err)
	}
	back, err := ReadModel(a.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if back.Net.State.packed.Out != 16 || back.Engine != 99 {
		t.Errorf("network not ready: %+v", back.Net.State.packed)
	}
	if err := back.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("the model changed on its way through a file")
	}
	for cut := 0; cut < a.Len(); cut += 997 {
		if _, err := ReadModel(a.Bytes()[:cut]); err == nil {
			t.Errorf("%d bytes of %d make a model", cut, a.Len())
		}
	}
}

func TestNetSizes(t *testing.T) {
	for _, spoil := range []func(n *Net){
		func(n *Net) { n.Width = 15 },
		func(n *Net) { n.Hidden = 12 },
		func(n *Net) { n.Gates = nil },
		func(n *Net) { n.Out.Out = kernel.Columns + 1 },
		func(n *Net) { n.Units[0].W = nil },
	} {
		m := madeModel()
		spoil(m.Net)
		if m.Net.check() == nil {
			t.Errorf("sizes that do not fit are taken: %+v", m.Net)
		}
	}
}
