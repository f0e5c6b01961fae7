package syntax

import (
	"sayso/internal/kernel"
	"sayso/internal/text"
)

// engine runs the weights over one block of text at a time. It holds room for
// its work and is used by one reader at a time.
type engine struct {
	*Weights
	room
	letters Letters // of the document at hand
}

// room is memory used again from block to block.
type room struct {
	ints   []int16
	sums   []int32
	inputs []Input
	x0     []float32
	near   []float32
	x, y   []float32
	u      []float32
	split2 []float32
	margin []float32
	tags   []float32
	names  []float32
	dep    []float32
	head   []float32
	asked  []float32
	relDep []float32
	relHd  []float32
	z      []float32
	rels   []float32
	score  []float32
	cand   []int16
	held   []int16
	para   []int32
	sent   []int32
	starts []int32
	tagged []uint8
	c      []float32
}

// sized returns a slice of n values in the room of s; what they are is left open.
func sized[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n+n/2)
	}
	*s = (*s)[:n]
	return *s
}

// dense sets y to the layer's outputs for rows of inputs; outputs below zero
// are multiplied by leak.
func (e *engine) dense(layer, rows int, x []float32, leak float32, y *[]float32) []float32 {
	e.round(layer, rows, x)
	return e.again(layer, rows, leak, y)
}

// round turns the inputs of a layer to integers.
func (e *engine) round(layer, rows int, x []float32) {
	l := &e.Dense[layer]
	kernel.Round(x[:rows*l.In], l.Input, InputLimit, sized(&e.ints, rows*l.In))
}

// again is dense for inputs that round, or dense for a layer with the same
// inputs, has already turned to integers.
func (e *engine) again(layer, rows int, leak float32, y *[]float32) []float32 {
	l := &e.Dense[layer]
	sums := sized(&e.sums, rows*l.Out)
	l.packed.Mul(rows, e.ints, sums)
	out := sized(y, rows*l.Out)
	kernel.Scale(rows, sums, l.Scale, l.Bias, leak, out)
	return out
}

// The slopes below zero of layers with and without a rectifier.
const (
	straight  = 1
	rectified = 0.1
)

// words sets x0 to the embeddings of tokens [first, last).
func (e *engine) words(d *text.Doc, first, last int32) {
	t, n := int(last-first), e.Shape.Embed
	inputs := sized(&e.inputs, t)
	dim := e.Vectors.Dim
	l := &e.Dense[denseVector]
	q := sized(&e.ints, t*l.packed.In)
	clear(q)
	for i := range inputs {
		inputs[i] = InputOf(d, first+int32(i), e.Vectors)
		if row := inputs[i].Vector; row >= 0 {
			to := q[i*l.packed.In:]
			for j, b := range e.Vectors.Data[int(row)*dim : (int(row)+1)*dim] {
				to[j] = int16(int8(b))
			}
		}
	}
	sums := sized(&e.sums, t*n)
	l.packed.Mul(t, q, sums)
	x0 := sized(&e.x0, t*n)
	for i := range inputs {
		x := x0[i*n : (i+1)*n]
		for j := range x {
			x[j] = float32(float32(sums[i*n+j])*l.Scale[j]) + l.Bias[j]
		}
		for _, row := range inputs[i].Rows {
			scale := e.Scale[row]
			for j, b := range e.Table[int(row)*n : (int(row)+1)*n] {
				x[j] += float32(scale * float32(int8(b)))
			}
		}
	}
}

// window puts beside each row of x its neighbours from..to of the same group;
// rows have extra values left zero after them.
func window(x []float32, d int, group []int32, from, to, extra int, y *[]float32) []float32 {
	t, n := len(group), to-from+1
	width := n*d + extra
	out := sized(y, t*width)
	for i := range t {
		for o := from; o <= to; o++ {
			cell := out[i*width+(o-from)*d : i*width+(o-from+1)*d]
			if j := i + o; j >= 0 && j < t && group[j] == group[i] {
				copy(cell, x[j*d:(j+1)*d])
			} else {
				clear(cell)
			}
		}
		clear(out[i*width+n*d : (i+1)*width])
	}
	return out
}

// recur sets y to the outputs of recurrent layer l for the block's sentences.
func (e *engine) recur(l int, x []float32, y *[]float32) {
	layer := &e.Dense[denseRecurrent+l]
	h := layer.In / 2
	t := int(e.starts[len(e.starts)-1])
	u := e.dense(denseRecurrent+l, t, x, straight, &e.u)
	out := sized(y, t*2*h)
	c := sized(&e.c, h)
	for s := 0; s+1 < len(e.starts); s++ {
		for dir := range 2 {
			v := e.Gates[l][dir*2*h : (dir+1)*2*h]
			clear(c)
			i, step := int(e.starts[s]), 1
			if dir == 1 {
				i, step = int(e.starts[s+1])-1, -1
			}
			for range e.starts[s+1] - e.starts[s] {
				at := i*2*h + dir*h
				kernel.Unit(c, u[(2*i+dir)*3*h:(2*i+dir+1)*3*h], v, x[at:at+h], out[at:at+h])
				i += step
			}
		}
	}
}

// encode runs the encoder over the block's sentences.
func (e *engine) encode() {
	near := window(e.x0, e.Shape.Embed, e.sent, -1, 1, 0, &e.near)
	e.dense(denseConv, len(e.sent), near, rectified, &e.x)
	for l := range e.Shape.Layers {
		e.recur(l, e.x, &e.y)
		e.x, e.y = e.y, e.x
	}
}

// trees sets the heads and relations of the block's words, whose first token
// is first. The encoder's outputs have been turned to integers.
func (e *engine) trees(d *text.Doc, first int32) {
	t, a, l := len(e.sent), e.Shape.Arc, e.Shape.Label
	dep := e.again(denseDep, t, rectified, &e.dep)
	head := e.again(denseHead, t, rectified, &e.head)
	relDep := e.again(denseRelDep, t, straight, &e.relDep)
	relHead := e.again(denseRelHead, t, straight, &e.relHd)
	asked := e.dense(denseArc, t, dep, straight, &e.asked)
	for s := 0; s+1 < len(e.starts); s++ {
		from, to := int(e.starts[s]), int(e.starts[s+1])
		for i, h := range Tree(e.arcs(asked[from*a:to*a], head[from*a:to*a], to-from), to-from) {
			w := &d.Tokens[int(first)+from+i]
			if w.Head = text.Root; h >= 0 {
				w.Head = first + int32(from) + h
			}
		}
	}
	z := sized(&e.z, t*l)
	for i := range t {
		from := e.RootRel
		if h := d.Tokens[int(first)+i].Head; h >= 0 {
			from = relHead[int(h-first)*l : int(h-first+1)*l]
		}
		for j := range l {
			v := relDep[i*l+j] + from[j]
			if v < 0 {
				v = float32(rectified * v)
			}
			z[i*l+j] = v
		}
	}
	rels := e.dense(denseRelScore, t, z, straight, &e.rels)
	width := columns(Rels)
	for i := range t {
		w := &d.Tokens[int(first)+i]
		if w.Head == text.Root {
			w.Rel = text.RelRoot
			continue
		}
		row := rels[i*width : (i+1)*width]
		best := int(text.RelRoot) + 1
		for r := best; r < Rels; r++ {
			if row[r] > row[best] {
				best = r
			}
		}
		w.Rel = text.Rel(best)
	}
}

// arcs returns the scores of every head of a sentence's words, as Tree wants them.
func (e *engine) arcs(asked, head []float32, n int) []float32 {
	a := e.Shape.Arc
	width := columns(n + 1)
	held := sized(&e.held, (n+1)*a)
	kernel.Round(e.RootHead, e.Held, HeldLimit, held)
	kernel.Round(head, e.Held, HeldLimit, held[a:])
	cand := sized(&e.cand, a*width)
	clear(cand)
	for j := range n + 1 {
		for r, v := range held[j*a : (j+1)*a] {
			cand[r*width+j] = v
		}
	}
	q := sized(&e.ints, n*a)
	kernel.Round(asked, e.Asked, InputLimit, q)
	packed := kernel.Pack(cand, a, width)
	sums := sized(&e.sums, n*width)
	packed.Mul(n, q, sums)
	prior := make([]float32, n+1)
	for j := range prior {
		from := e.RootHead
		if j > 0 {
			from = head[(j-1)*a : j*a]
		}
		for r, v := range from {
			prior[j] += float32(e.Prior[r] * v)
		}
	}
	scale := 1 / float32(e.Asked*e.Held)
	score := sized(&e.score, n*(n+1))
	for i := range n {
		row := score[i*(n+1) : (i+1)*(n+1)]
		for j := range row {
			row[j] = float32(float32(sums[i*width+j])*scale) + prior[j]
			if j > 0 {
				row[j] += e.Distance[DistanceOf(i, j-1)]
			}
		}
	}
	return score
}

// tag sets the tags of the block's words. It leaves the encoder's outputs as
// integers.
func (e *engine) tag(d *text.Doc, first int32) {
	t := len(e.sent)
	width := e.Dense[denseTag].Out
	tags := e.dense(denseTag, t, e.x, straight, &e.tags)
	for i := range t {
		row := tags[i*width : i*width+len(e.Classes)]
		best := 0
		for c, s := range row {
			if s > row[best] {
				best = c
			}
		}
		w := &d.Tokens[int(first)+i]
		w.UPOS, w.Tag = e.Classes[best].UPOS, e.Classes[best].Tag
	}
}

// name sets the names of the block's words.
func (e *engine) name(d *text.Doc, first int32) {
	t := len(e.sent)
	top := 2 * e.Shape.Hidden
	width := top + NameFeatures
	wide := sized(&e.near, t*width)
	for i := range t {
		copy(wide[i*width:], e.x[i*top:(i+1)*top])
		clear(wide[i*width+top : (i+1)*width])
	}
	SetNameFeatures(d, first, first+int32(t), e.Lexicon, e.letters, wide[top:], width)
	in := e.dense(denseNameIn, t, wide, rectified, &e.dep)
	e.recur(e.Shape.Layers, in, &e.head)
	names := e.dense(denseName, t, e.head, straight, &e.names)
	found := sized(&e.tagged, t)
	for s := 0; s+1 < len(e.starts); s++ {
		a, b := e.starts[s], e.starts[s+1]
		DecodeNames(names[a*16:b*16], e.NameTurn, found[a:b])
	}
	for i, tag := range found {
		d.Tokens[int(first)+i].Name = text.NameTag(tag)
	}
}
