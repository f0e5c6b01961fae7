package syntax

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"

	"sayso/internal/kernel"
	"sayso/internal/text"
)

// TagClass is what the tagger chooses between: a UPOS with a Penn tag.
type TagClass struct {
	UPOS text.UPOS
	Tag  text.Tag
}

// Weights is a trained engine as files hold it: small integers with their
// scales. Layers stand in the order of the constants below.
type Weights struct {
	Shape    Shape
	Classes  []TagClass
	Vectors  *Vectors
	Table    []byte    // TableRows rows of Shape.Embed values, each an int8
	Scale    []float32 // of each row of Table
	Dense    []Dense
	Gates    [][]float32 // of each recurrent layer: vf and vr forwards, then backwards
	RootHead []float32
	RootRel  []float32
	Prior    []float32
	Distance []float32
	NameTurn []float32 // NameTurns scores of one name tag after another
	Lexicon  *Lexicon
	Asked    float32 // what a value in a word's question to its head is multiplied by to make it an integer
	Held     float32 // the same for what heads are known by
}

// The dense layers; those of the recurrent layers follow, that of names last.
const (
	denseVector = iota
	denseConv
	denseSplit1
	denseSplit2
	denseTag
	denseNameIn
	denseName
	denseDep
	denseHead
	denseArc
	denseRelDep
	denseRelHead
	denseRelScore
	denseRecurrent
)

// Dense is a layer of weights: outputs are (x W) times Scale plus Bias, where
// the inputs x are multiplied by Input, rounded and held within ±InputLimit.
type Dense struct {
	In, Out int
	Input   float32
	W       []int16 // row by row
	Scale   []float32
	Bias    []float32
	packed  kernel.Packed
}

// InputLimit is the largest input of a layer as an integer.
const InputLimit = 8191

// HeldLimit is the largest value that heads are known by as an integer.
const HeldLimit = 2047

const engineMagic = "sayso engine 2\n"

// header is what a file says of itself before the numbers.
type header struct {
	Shape   Shape
	Classes []TagClass
	Vectors uint64 // checksum of the vectors they go with
	Dim     int
	Known   int // entries of the lexicon
	Dense   [][2]int
	Inputs  []float32
	Asked   float32
	Held    float32
}

// Encode writes the weights without the word vectors; ReadWeights reads them back.
func (w *Weights) Encode(out io.Writer) error {
	h := header{Shape: w.Shape, Classes: w.Classes, Vectors: w.Vectors.Sum(), Dim: w.Vectors.Dim, Known: len(w.Lexicon.Hashes), Asked: w.Asked, Held: w.Held}
	for _, d := range w.Dense {
		h.Dense = append(h.Dense, [2]int{d.In, d.Out})
		h.Inputs = append(h.Inputs, d.Input)
	}
	head, err := json.Marshal(h)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString(engineMagic)
	b.Write(head)
	b.WriteByte('\n')
	put := func(v any) { err = errors.Join(err, binary.Write(&b, binary.LittleEndian, v)) }
	b.Write(w.Table)
	put(w.Scale)
	for _, d := range w.Dense {
		put(d.W)
		put(d.Scale)
		put(d.Bias)
	}
	for _, g := range w.Gates {
		put(g)
	}
	put(w.RootHead)
	put(w.RootRel)
	put(w.Prior)
	put(w.Distance)
	put(w.NameTurn)
	put(w.Lexicon.Hashes)
	put(w.Lexicon.Sorts)
	if err != nil {
		return err
	}
	_, err = out.Write(b.Bytes())
	return err
}

// cursor reads numbers off a file; it notes when there are too few.
type cursor struct {
	b     []byte
	short bool
}

func (c *cursor) bytes(n int) []byte {
	if n < 0 || n > len(c.b) {
		c.short = true
		return make([]byte, max(0, min(n, 1<<20)))
	}
	out := c.b[:n:n]
	c.b = c.b[n:]
	return out
}

func (c *cursor) floats(n int) []float32 {
	b := c.bytes(4 * n)
	out := make([]float32, len(b)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

func (c *cursor) ints(n int) []int16 {
	b := c.bytes(2 * n)
	out := make([]int16, len(b)/2)
	for i := range out {
		out[i] = int16(binary.LittleEndian.Uint16(b[2*i:]))
	}
	return out
}

// ReadWeights reads an engine that goes with some word vectors. Its table stays in b.
func ReadWeights(b []byte, v *Vectors) (*Weights, error) {
	rest, ok := bytes.CutPrefix(b, []byte(engineMagic))
	if !ok {
		return nil, errors.New("not an engine of this version")
	}
	head, rest, _ := bytes.Cut(rest, []byte("\n"))
	var h header
	if err := json.Unmarshal(head, &h); err != nil {
		return nil, err
	}
	if err := h.check(); err != nil {
		return nil, err
	}
	if h.Dim != v.Dim || h.Vectors != v.Sum() {
		return nil, errors.New("trained with other word vectors")
	}
	c := &cursor{b: rest}
	w := &Weights{Shape: h.Shape, Classes: h.Classes, Asked: h.Asked, Held: h.Held, Vectors: v}
	w.Table = c.bytes(TableRows * h.Shape.Embed)
	w.Scale = c.floats(TableRows)
	for i, d := range h.Dense {
		l := Dense{In: d[0], Out: d[1], Input: h.Inputs[i], W: c.ints(d[0] * d[1]), Scale: c.floats(d[1]), Bias: c.floats(d[1])}
		if c.short {
			break
		}
		l.packed = kernel.Pack(l.W, l.In, l.Out)
		w.Dense = append(w.Dense, l)
	}
	for range h.Shape.Layers {
		w.Gates = append(w.Gates, c.floats(4*h.Shape.Hidden))
	}
	w.Gates = append(w.Gates, c.floats(4*h.Shape.Names))
	w.RootHead, w.RootRel, w.Prior = c.floats(h.Shape.Arc), c.floats(h.Shape.Label), c.floats(h.Shape.Arc)
	w.Distance, w.NameTurn = c.floats(Distances), c.floats(NameTurns)
	w.Lexicon = c.lexicon(h.Known)
	if c.short || len(c.b) != 0 {
		return nil, errors.New("the file is too short or too long for its header")
	}
	w.Lexicon.Index()
	return w, nil
}

// lexicon reads a lexicon of n entries.
func (c *cursor) lexicon(n int) *Lexicon {
	l := &Lexicon{}
	for b := c.bytes(4 * n); len(b) >= 4; b = b[4:] {
		l.Hashes = append(l.Hashes, binary.LittleEndian.Uint32(b))
	}
	for b := c.bytes(2 * n); len(b) >= 2; b = b[2:] {
		l.Sorts = append(l.Sorts, Sort(binary.LittleEndian.Uint16(b)))
	}
	return l
}

// check reports what in a header cannot be.
func (h *header) check() error {
	s := h.Shape
	if len(h.Dense) != denseRecurrent+s.Layers+1 || s.Layers < 1 || len(h.Inputs) != len(h.Dense) || h.Dim < 1 || h.Dim > 1000 || h.Known < 0 || h.Known > 1<<24 || len(h.Classes) == 0 {
		return errors.New("the header lacks layers")
	}
	for _, n := range []int{s.Embed, s.Hidden, s.Names, s.Arc, s.Label, s.Split} {
		if n <= 0 || n > 4096 || n%kernel.Columns != 0 {
			return fmt.Errorf("a size of %d is not a multiple of %d", n, kernel.Columns)
		}
	}
	for _, c := range h.Classes {
		if c.UPOS > text.X || c.Tag > text.XX {
			return errors.New("an unknown tag")
		}
	}
	top := 2 * s.Hidden
	want := [][2]int{{h.Dim, s.Embed}, {3 * s.Embed, top}, {SplitWindow*s.Embed + CutFeatures, s.Split}, {s.Split, 16}, {top, columns(len(h.Classes))}, {top + NameFeatures, 2 * s.Names}, {2 * s.Names, 16},
		{top, s.Arc}, {top, s.Arc}, {s.Arc, s.Arc}, {top, s.Label}, {top, s.Label}, {s.Label, columns(Rels)}}
	for i, d := range h.Dense {
		w := [2]int{top, 6 * s.Hidden}
		switch {
		case i < len(want):
			w = want[i]
		case i == len(h.Dense)-1:
			w = [2]int{2 * s.Names, 6 * s.Names}
		}
		if d != w {
			return fmt.Errorf("layer %d is %v, want %v", i, d, w)
		}
	}
	return nil
}

func columns(n int) int { return (n + kernel.Columns - 1) / kernel.Columns * kernel.Columns }
