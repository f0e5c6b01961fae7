package syntax

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// tiny returns small weights of chance values.
func tiny() *Weights {
	rng := rand.New(rand.NewPCG(8, 8))
	s := Shape{Embed: 16, Hidden: 16, Layers: 1, Names: 16, Arc: 16, Label: 16, Split: 16}
	v := &Vectors{Dim: 4, Hashes: []uint64{Hash("rain"), Hash("fell")}, Data: []byte{1, 2, 3, 4, 250, 6, 7, 8}}
	v.Index()
	w := &Weights{Shape: s, Classes: []TagClass{{1, 1}, {2, 2}}, Vectors: v, Table: make([]byte, TableRows*s.Embed), Scale: make([]float32, TableRows),
		RootHead: make([]float32, s.Arc), RootRel: make([]float32, s.Label), Prior: make([]float32, s.Arc), Distance: make([]float32, Distances),
		NameTurn: make([]float32, NameTurns), Lexicon: &Lexicon{Hashes: []uint32{NameHash(0, "rain")}, Sorts: []Sort{SortTown}}, Asked: 1, Held: 1}
	for _, size := range [][2]int{{4, 16}, {48, 32}, {SplitWindow*16 + CutFeatures, 16}, {16, 16}, {32, 16}, {32 + NameFeatures, 32}, {32, 16}, {32, 16}, {32, 16}, {16, 16},
		{32, 16}, {32, 16}, {16, columns(Rels)}, {32, 96}, {32, 96}} {
		d := Dense{In: size[0], Out: size[1], Input: 100, W: make([]int16, size[0]*size[1]), Scale: make([]float32, size[1]), Bias: make([]float32, size[1])}
		for i := range d.W {
			d.W[i] = int16(rng.IntN(200) - 100)
		}
		for i := range d.Scale {
			d.Scale[i] = 1e-4
		}
		w.Dense = append(w.Dense, d)
	}
	w.Gates = [][]float32{make([]float32, 64), make([]float32, 64)}
	return w
}

func TestWeightsComeBack(t *testing.T) {
	w := tiny()
	var a, b bytes.Buffer
	if err := w.Encode(&a); err != nil {
		t.Fatal(err)
	}
	back, err := ReadWeights(a.Bytes(), w.Vectors)
	if err != nil {
		t.Fatal(err)
	}
	if err := back.Encode(&b); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("weights changed on their way through a file")
	}
	var v bytes.Buffer
	if err := w.Vectors.Encode(&v); err != nil {
		t.Fatal(err)
	}
	vectors, err := ReadVectors(v.Bytes())
	if err != nil || vectors.Sum() != w.Vectors.Sum() || vectors.Find(Hash("fell")) != 1 || vectors.Find(Hash("snow")) != -1 {
		t.Errorf("vectors: %+v, %v", vectors, err)
	}
}

func TestWeightsThatAreWrong(t *testing.T) {
	w := tiny()
	var a bytes.Buffer
	if err := w.Encode(&a); err != nil {
		t.Fatal(err)
	}
	whole := a.Bytes()
	for name, b := range map[string][]byte{
		"empty": nil, "another file": []byte("sayso tagger 1\n"), "no header": []byte(engineMagic), "cut short": whole[:len(whole)-5],
		"too long": append(bytes.Clone(whole), 0), "another size": bytes.Replace(whole, []byte(`"Embed":16`), []byte(`"Embed":17`), 1),
		"huge": bytes.Replace(whole, []byte(`"Layers":1`), []byte(`"Layers":9`), 1),
	} {
		if _, err := ReadWeights(b, w.Vectors); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	other := &Vectors{Dim: 4, Hashes: []uint64{1}, Data: make([]byte, 4)}
	other.Index()
	if _, err := ReadWeights(whole, other); err == nil {
		t.Error("other vectors: no error")
	}
}
