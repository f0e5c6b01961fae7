package attribution

import (
	"encoding/binary"
	"errors"
	"io"
	"math"

	"sayso/internal/kernel"
)

// Net is the network that reads a cue's window: the states that the language
// engine's encoder left for each word, and a few facts about how it stands to
// the cue, go through simple recurrent units in both directions (Lei et al.
// 2018). Its outputs score the labels of a linear-chain conditional random
// field and, at the cue, whether it is one.
type Net struct {
	Width  int       // states of a token
	Hidden int       // units in each direction
	Table  []byte    // FactRows rows of 2*Hidden values, each an int8
	Scale  []float32 // of each row of Table
	State  Dense     // from a token's states
	Cue    Dense     // from the cue's states
	Units  []Dense   // to the gates of each recurrent layer
	Gates  [][]float32
	Out    Dense // to the labels and the cue's sum, NetOut columns
}

// NetOut is the number of columns of a network's last layer: those of the labels,
// that of the cue, and zeros.
const NetOut = kernel.Columns

// NetLimit is the largest input of a layer as an integer.
const NetLimit = 8191

// Dense is a layer: outputs are (x W) times Scale plus Bias, where the inputs
// x are multiplied by Input, rounded and held within ±NetLimit.
type Dense struct {
	In, Out int
	Input   float32
	W       []int16 // row by row
	Scale   []float32
	Bias    []float32
	packed  kernel.Packed
}

// pack makes a layer ready.
func (d *Dense) pack() { d.packed = kernel.Pack(d.W, d.In, d.Out) }

// check reports whether sizes go together.
func (n *Net) check() error {
	d := 2 * n.Hidden
	bad := n.Width < 2 || n.Width%2 != 0 || n.Hidden < 8 || d%kernel.Columns != 0 || len(n.Table) != FactRows*d || len(n.Scale) != FactRows || len(n.Units) != len(n.Gates) || len(n.Units) == 0
	fits := func(l *Dense, in, out int) {
		bad = bad || l.In != in || l.Out != out || len(l.W) != in*out || len(l.Scale) != out || len(l.Bias) != out
	}
	fits(&n.State, n.Width, d)
	fits(&n.Cue, n.Width, d)
	fits(&n.Out, d, NetOut)
	for i := range n.Units {
		fits(&n.Units[i], d, 3*d)
		bad = bad || len(n.Gates[i]) != 2*d
	}
	if bad {
		return errors.New("the network's sizes do not go together")
	}
	return nil
}

// netRoom is memory that the network uses again from window to window.
type netRoom struct {
	ints   []int16
	sums   []int32
	x, y   []float32
	u, c   []float32
	states []float32 // what State makes of the tokens held
	held   tokens
	facts  []uint16
	out    []int32 // NetOut sums of every token of the window, 1/Scale each
}

func sized[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n+n/2)
	}
	*s = (*s)[:n]
	return *s
}

// ahead is how many tokens are projected at a time: windows overlap, and a
// long text is not held whole.
const ahead = 1024

// project returns what State makes of tokens [w.first, w.last).
func (n *Net) project(p *page, r *netRoom, w tokens) []float32 {
	d := int32(2 * n.Hidden)
	if w.first < r.held.first || w.last > r.held.last {
		r.held = tokens{w.first, min(max(w.last, w.first+ahead), int32(len(p.Tokens)))}
		rows := int(r.held.last - r.held.first)
		n.State.states(r, p.States[int(w.first)*n.Width:int(r.held.last)*n.Width], rows, sized(&r.states, rows*int(d)))
	}
	return r.states[(w.first-r.held.first)*d : (w.last-r.held.first)*d]
}

// states sets out to the layer's outputs for rows of states.
func (d *Dense) states(r *netRoom, states []int8, rows int, out []float32) {
	ints := sized(&r.ints, rows*d.In)
	for i, v := range states {
		ints[i] = int16(v)
	}
	sums := sized(&r.sums, rows*d.Out)
	d.packed.Mul(rows, ints, sums)
	kernel.Scale(rows, sums, d.Scale, d.Bias, 1, out)
}

// floats sets out to the layer's outputs for rows of x.
func (d *Dense) floats(r *netRoom, x []float32, rows int, out []float32) {
	ints := sized(&r.ints, rows*d.In)
	kernel.Round(x[:rows*d.In], d.Input, NetLimit, ints)
	sums := sized(&r.sums, rows*d.Out)
	d.packed.Mul(rows, ints, sums)
	kernel.Scale(rows, sums, d.Scale, d.Bias, 1, out)
}

// add adds the rows of facts to x.
func (n *Net) add(facts []uint16, x []float32) {
	d := len(x)
	for _, f := range facts {
		row, scale := n.Table[int(f)*d:(int(f)+1)*d], n.Scale[f]
		for j, b := range row {
			x[j] += float32(scale * float32(int8(b)))
		}
	}
}

// run reads a labeller's window; the sums are in r.out.
func (n *Net) run(l *labeler, r *netRoom) {
	p, d, t := l.p, 2*n.Hidden, int(l.w.last-l.w.first)
	states := n.project(p, r, l.w)
	cue := sized(&r.c, d)
	h := int(l.f.head) * n.Width
	n.Cue.states(r, p.States[h:h+n.Width], 1, cue)
	r.facts = l.cueFacts(r.facts[:0])
	n.add(r.facts, cue)
	x := sized(&r.x, t*d)
	for i := range t {
		row := x[i*d : (i+1)*d]
		for j, v := range states[i*d : (i+1)*d] {
			row[j] = v + cue[j]
		}
		r.facts = l.facts(l.w.first+int32(i), r.facts[:0])
		n.add(r.facts, row)
		for j, v := range row {
			if v < 0 {
				row[j] = float32(netLeak * v)
			}
		}
	}
	for k := range n.Units {
		u, y := sized(&r.u, t*3*d), sized(&r.y, t*d)
		n.Units[k].floats(r, r.x, t, u)
		hidden := n.Hidden
		memory := sized(&r.c, hidden)
		for dir := range 2 {
			gates := n.Gates[k][dir*2*hidden : (dir+1)*2*hidden]
			clear(memory)
			i, step := 0, 1
			if dir == 1 {
				i, step = t-1, -1
			}
			for range t {
				at := i*d + dir*hidden
				kernel.Unit(memory, u[(2*i+dir)*3*hidden:(2*i+dir+1)*3*hidden], gates, r.x[at:at+hidden], y[at:at+hidden])
				i += step
			}
		}
		r.x, r.y = r.y, r.x
	}
	y := sized(&r.u, t*NetOut)
	n.Out.floats(r, r.x, t, y)
	out := sized(&r.out, t*NetOut)
	for i, v := range y {
		out[i] = int32(max(-netReach, min(netReach, float32(v*Scale))))
	}
}

// netLeak is the slope of the rectifier below zero; netReach the largest sum.
const (
	netLeak  = float32(0.1)
	netReach = float32(1 << 20)
)

// append writes a network.
func (n *Net) append(buf []byte) []byte {
	buf = binary.AppendUvarint(buf, uint64(n.Width))
	buf = binary.AppendUvarint(buf, uint64(n.Hidden))
	buf = binary.AppendUvarint(buf, uint64(len(n.Units)))
	floats := func(list []float32) {
		for _, v := range list {
			buf = binary.LittleEndian.AppendUint32(buf, math.Float32bits(v))
		}
	}
	buf = append(buf, n.Table...)
	floats(n.Scale)
	for _, l := range n.layers() {
		floats([]float32{l.Input})
		floats(l.Scale)
		floats(l.Bias)
		for _, v := range l.W {
			buf = binary.LittleEndian.AppendUint16(buf, uint16(v))
		}
	}
	for _, g := range n.Gates {
		floats(g)
	}
	return buf
}

// layers are a network's layers in the order of its file.
func (n *Net) layers() []*Dense {
	out := []*Dense{&n.State, &n.Cue, &n.Out}
	for i := range n.Units {
		out = append(out, &n.Units[i])
	}
	return out
}

type byteReader interface {
	io.Reader
	io.ByteReader
}

// readNet reads what append wrote, and makes it ready.
func readNet(r byteReader) (*Net, error) {
	var size [3]uint64
	for i := range size {
		v, err := binary.ReadUvarint(r)
		if err != nil {
			return nil, err
		}
		if v > 1<<12 {
			return nil, errors.New("a network's size is out of range")
		}
		size[i] = v
	}
	n := &Net{Width: int(size[0]), Hidden: int(size[1]), Units: make([]Dense, size[2]), Gates: make([][]float32, size[2])}
	d := 2 * n.Hidden
	n.Table, n.Scale = make([]byte, FactRows*d), make([]float32, FactRows)
	_, err := io.ReadFull(r, n.Table)
	read := func(v any) { err = errors.Join(err, binary.Read(r, binary.LittleEndian, v)) }
	read(n.Scale)
	n.State, n.Cue, n.Out = Dense{In: n.Width, Out: d}, Dense{In: n.Width, Out: d}, Dense{In: d, Out: NetOut}
	for i := range n.Units {
		n.Units[i] = Dense{In: d, Out: 3 * d}
	}
	for _, l := range n.layers() {
		l.W, l.Scale, l.Bias = make([]int16, l.In*l.Out), make([]float32, l.Out), make([]float32, l.Out)
		read(&l.Input)
		read(l.Scale)
		read(l.Bias)
		read(l.W)
	}
	for i := range n.Gates {
		n.Gates[i] = make([]float32, 2*d)
		read(n.Gates[i])
	}
	if err == nil {
		err = n.check()
	}
	if err != nil {
		return nil, err
	}
	for _, l := range n.layers() {
		l.pack()
	}
	return n, nil
}
