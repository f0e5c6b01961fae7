package train

import (
	"math/rand/v2"
	"sync"

	"sayso/internal/kernel"
	"sayso/internal/syntax"
)

// Shape is the size of the network.
type Shape = syntax.Shape

// network is the engine in training: one encoder and a head for each task.
type network struct {
	Shape
	vectors    *syntax.Vectors
	lexicon    *syntax.Lexicon
	classes    []syntax.TagClass
	classIndex map[syntax.TagClass]int

	table                     *param
	vector, conv              *linear
	split1, split2            *linear
	layers                    []*recurrent
	nameIn                    *linear
	nameLayer                 *recurrent
	tag, name                 *linear
	nameTurn                  *param  // of Universal NER's tags, then of GUM's
	dep, head, arc            *linear // arc: dep to head space
	rootHead, rootRel, prior  *param
	relDep, relHead, relScore *linear
	distance                  *param
	all                       []*param

	peak peaks // filled in scoring runs, where it is not nil
}

// note notes the inputs of a layer in scoring runs.
func (n *network) note(training bool, name string, x []float32) {
	if n.peak != nil && !training {
		n.peak.note(name, x)
	}
}

func newNetwork(s Shape, v *syntax.Vectors, lex *syntax.Lexicon, classes []syntax.TagClass, seed uint64) *network {
	rng := rand.New(rand.NewPCG(seed, 77))
	n := &network{Shape: s, vectors: v, lexicon: lex, classes: classes, classIndex: map[syntax.TagClass]int{}}
	for i, c := range classes {
		n.classIndex[c] = i
	}
	n.table = newParam("table", syntax.TableRows*s.Embed).uniform(rng, 0.15).table(s.Embed)
	n.vector = newLinear("vector", v.Dim, s.Embed, rng)
	n.conv = newLinear("conv", 3*s.Embed, 2*s.Hidden, rng)
	n.split1 = newLinear("split1", syntax.SplitWindow*s.Embed+cutFeatures, s.Split, rng)
	n.split2 = newLinear("split2", s.Split, 16, rng)
	for range s.Layers {
		n.layers = append(n.layers, newRecurrent("recurrent", s.Hidden, rng))
	}
	top := 2 * s.Hidden
	n.tag = newLinear("tag", top, pad(len(classes)), rng)
	n.nameIn = newLinear("nameIn", top+syntax.NameFeatures, 2*s.Names, rng)
	n.nameLayer = newRecurrent("nameLayer", s.Names, rng)
	n.name = newLinear("name", 2*s.Names, 16, rng)
	n.nameTurn = newParam("nameTurn", 2*syntax.NameTurns)
	n.dep, n.head = newLinear("dep", top, s.Arc, rng), newLinear("head", top, s.Arc, rng)
	n.arc = newLinear("arc", s.Arc, s.Arc, rng)
	n.relDep, n.relHead = newLinear("relDep", top, s.Label, rng), newLinear("relHead", top, s.Label, rng)
	n.relScore = newLinear("relScore", s.Label, pad(syntax.Rels), rng)
	n.rootHead = newParam("rootHead", s.Arc).uniform(rng, 0.1)
	n.rootRel = newParam("rootRel", s.Label).uniform(rng, 0.1)
	n.prior = newParam("prior", s.Arc).uniform(rng, 0.1)
	n.distance = newParam("distance", syntax.Distances)
	n.all = []*param{n.table, n.rootHead, n.rootRel, n.prior, n.distance, n.nameTurn}
	for _, l := range []*linear{n.vector, n.conv, n.split1, n.split2, n.tag, n.nameIn, n.name, n.dep, n.head, n.arc, n.relDep, n.relHead, n.relScore} {
		n.all = append(n.all, l.params()...)
	}
	for _, l := range n.recurrents() {
		n.all = append(n.all, l.u.params()...)
	}
	for _, l := range n.recurrents() {
		n.all = append(n.all, l.v)
	}
	return n
}

// linears returns every linear layer that ships, in the order that files have them.
func (n *network) linears() []*linear {
	l := []*linear{n.vector, n.conv, n.split1, n.split2, n.tag, n.nameIn, n.name, n.dep, n.head, n.arc, n.relDep, n.relHead, n.relScore}
	for _, r := range n.recurrents() {
		l = append(l, r.u)
	}
	return l
}

// turn readies layers for backward.
func turn(layers []*linear) {
	var wait sync.WaitGroup
	for k := range workers {
		wait.Go(func() {
			for i := k; i < len(layers); i += workers {
				layers[i].turn()
			}
		})
	}
	wait.Wait()
}

// recurrents returns the recurrent layers, that of names last.
func (n *network) recurrents() []*recurrent {
	return append(append([]*recurrent(nil), n.layers...), n.nameLayer)
}

func pad(n int) int { return (n + kernel.Columns - 1) / kernel.Columns * kernel.Columns }

// Scores counts what was right on one example.
type scores struct {
	words, classes, upos, tags, arcs, labelled, splits, splitFound, splitGold int
	loss                                                                      [5]float64 // split, tag, name, arc, relation
	names                                                                     nameScores
}

func (s *scores) add(t scores) {
	s.words += t.words
	s.classes += t.classes
	s.upos += t.upos
	s.tags += t.tags
	s.arcs += t.arcs
	s.labelled += t.labelled
	s.splits += t.splits
	s.splitFound += t.splitFound
	s.splitGold += t.splitGold
	for i := range s.loss {
		s.loss[i] += t.loss[i]
	}
	s.names.add(t.names)
}

// What is left out at random while the encoder learns: of words their form and
// their vector, of every value of its inputs and of its layers' outputs.
const (
	hideForm, hideVector = 0.25, 0.08
	dropInput, dropLayer = 0.2, 0.25
)

// run reads an example. With rng it is a step of training by worker k: parts
// are dropped, and gradients scaled by scale are added. Without, it is scored.
func (n *network) run(e *example, k int, rng *rand.Rand, scale float32) scores {
	t, d, h2 := len(e.inputs), n.Embed, 2*n.Hidden
	training := rng != nil

	// Words.
	x0 := make([]float32, t*d)
	vecs := make([]float32, t*n.vectors.Dim)
	keep := make([][syntax.InputRows]bool, t)
	for i, in := range e.inputs {
		form, vec := true, in.Vector >= 0
		if training {
			p := rng.Float32()
			form = p >= hideForm
			vec = vec && rng.Float32() >= hideVector
		}
		row := x0[i*d : (i+1)*d]
		for r, at := range in.Rows {
			if r < 2 && !form {
				continue
			}
			keep[i][r] = true
			for j, w := range n.table.w[int(at)*d : (int(at)+1)*d] {
				row[j] += w
			}
		}
		if vec {
			n.vectors.Floats(in.Vector, vecs[i*n.vectors.Dim:])
		}
	}
	for i, v := range n.vector.forward(vecs, t) {
		x0[i] += v
	}
	n.note(training, "x0", x0)
	x0d, mask0 := drop(x0, dropInput, rng)

	var out scores
	out.words = t
	dx0 := make([]float32, t*d)

	// Sentences.
	wide := window(x0d, d, e.para, syntax.SplitFrom, syntax.SplitFrom+syntax.SplitWindow-1)
	size := syntax.SplitWindow*d + cutFeatures
	seg := make([]float32, t*size)
	for i := range t {
		copy(seg[i*size:], wide[i*syntax.SplitWindow*d:(i+1)*syntax.SplitWindow*d])
		copy(seg[i*size+syntax.SplitWindow*d:(i+1)*size], e.cut[i*cutFeatures:(i+1)*cutFeatures])
	}
	n.note(training, "split1", seg)
	s1 := rectify(n.split1.forward(seg, t))
	n.note(training, "split2", s1)
	s1d, maskS := drop(s1, dropInput, rng)
	s2 := n.split2.forward(s1d, t)
	for i := range t {
		row := s2[i*16 : (i+1)*16]
		if e.begins[i] < 0 {
			clear(row)
			continue
		}
		found := row[1] > row[0]
		gold := int(e.begins[i])
		loss, right := softmax(row, 2, gold, scale)
		out.loss[0] += loss
		if gold == 1 {
			out.splitGold++
		}
		if found {
			out.splitFound++
			if right {
				out.splits++
			}
		}
	}
	if training {
		ds := n.split2.backward(k, s1d, s2, t, true)
		undrop(ds, maskS)
		rectifyBack(s1, ds)
		dseg := n.split1.backward(k, seg, ds, t, true)
		dwide := make([]float32, len(wide))
		for i := range t {
			copy(dwide[i*syntax.SplitWindow*d:(i+1)*syntax.SplitWindow*d], dseg[i*size:])
		}
		windowBack(dx0, dwide, d, e.para, syntax.SplitFrom, syntax.SplitFrom+syntax.SplitWindow-1)
	}

	// Encoder.
	near := window(x0d, d, e.sent, -1, 1)
	x1 := rectify(n.conv.forward(near, t))
	x, mask := drop(x1, dropInput, rng)
	var traces []*trace
	masks := [][]float32{mask}
	for i, l := range n.layers {
		n.note(training, layerName(i), x)
		tr := l.forward(x, e.starts)
		traces = append(traces, tr)
		x, mask = drop(tr.y, dropLayer, rng)
		masks = append(masks, mask)
	}
	n.note(training, "top", x)
	dx := make([]float32, t*h2)
	plus := func(g []float32) {
		for i, v := range g {
			dx[i] += v
		}
	}

	// Tags.
	tags := n.tag.forward(x, t)
	for i := range t {
		row := tags[i*n.tag.out : (i+1)*n.tag.out]
		gold := int(e.class[i])
		if gold < 0 {
			clear(row)
			continue
		}
		best := argmax(row[:len(n.classes)])
		if n.classes[best].UPOS == n.classes[gold].UPOS {
			out.upos++
		}
		if n.classes[best].Tag == n.classes[gold].Tag {
			out.tags++
		}
		loss, _ := softmax(row, len(n.classes), gold, scale)
		out.loss[1] += loss
	}
	if training {
		plus(n.tag.backward(k, x, tags, t, true))
	}

	n.names(e, k, x, dx, rng, scale, &out)

	// Trees.
	n.trees(e, k, x, dx, rng, scale, &out)

	if !training {
		return out
	}
	for l := len(n.layers) - 1; l >= 0; l-- {
		undrop(dx, masks[l+1])
		dx = n.layers[l].backward(k, traces[l], dx, e.starts)
	}
	undrop(dx, masks[0])
	rectifyBack(x1, dx)
	windowBack(dx0, n.conv.backward(k, near, dx, t, true), d, e.sent, -1, 1)
	undrop(dx0, mask0)
	n.vector.backward(k, vecs, dx0, t, false)
	for i, in := range e.inputs {
		g := dx0[i*d : (i+1)*d]
		for r, at := range in.Rows {
			if keep[i][r] {
				into := n.table.touch(k, at)
				for j, v := range g {
					into[j] += v
				}
			}
		}
	}
	return out
}

func argmax(row []float32) int {
	best := 0
	for j, s := range row {
		if s > row[best] {
			best = j
		}
	}
	return best
}
