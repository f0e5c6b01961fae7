package train

import (
	"math/rand/v2"

	"sayso/internal/syntax"
	"sayso/internal/text"
)

// nameWeight is what a word's loss of names counts beside its others.
const nameWeight = 2

// names scores, and in training learns, the names of an example. The two sets
// that names are learnt from differ in what they call one, so each has outputs
// of its own: the first eight are those of Universal NER, which the reader
// uses, the others those of GUM.
func (n *network) names(e *example, k int, x, dx []float32, rng *rand.Rand, scale float32, out *scores) {
	t, training := len(e.inputs), rng != nil
	plus := func(g []float32) {
		for i, v := range g {
			dx[i] += v
		}
	}
	if !n.ownNames {
		y := n.early.forward(x, t)
		n.nameLoss(y, e, training, 0, scale, out)
		if training {
			plus(n.early.backward(k, x, y, t, true))
		}
		return
	}
	in := rectify(n.nameIn.forward(x, t))
	inD, mask := drop(in, 0.3, rng)
	n.note(training, layerName(len(n.layers)), in)
	tr := n.nameLayer.forward(inD, e.starts)
	top, maskTop := drop(tr.y, 0.4, rng)
	n.note(training, "name", top)
	y := n.name.forward(top, t)
	from := 0
	if e.gum && training {
		from = 8
	}
	n.nameLoss(y, e, training, from, scale*nameWeight, out)
	if !training {
		return
	}
	g := n.name.backward(k, top, y, t, true)
	undrop(g, maskTop)
	g = n.nameLayer.backward(k, tr, g, e.starts)
	undrop(g, mask)
	rectifyBack(in, g)
	plus(n.nameIn.backward(k, x, g, t, true))
}

// nameLoss turns the scores of names, the eight that begin at from, into
// gradients.
func (n *network) nameLoss(y []float32, e *example, training bool, from int, scale float32, out *scores) {
	if !training {
		out.names = scoreNames(y, e)
		if n.heard != nil && !e.gum {
			*n.heard = append(*n.heard, heard{append([]float32(nil), y...), e})
		}
	}
	for i := range e.inputs {
		row := y[i*16 : (i+1)*16]
		gold := int(e.name[i])
		if gold < 0 {
			clear(row)
			continue
		}
		loss, _ := softmax(row[from:from+8], syntax.NameTags, gold, scale)
		out.loss[2] += loss
		clear(row[:from])
		clear(row[from+8:])
	}
}

// scoreNames counts the names found as the reader finds them.
func scoreNames(scores []float32, e *example) (out nameScores) {
	t := len(e.inputs)
	if e.name[0] < 0 {
		return
	}
	found := make([]uint8, t)
	for s := 0; s+1 < len(e.starts); s++ {
		a, b := e.starts[s], e.starts[s+1]
		syntax.DecodeNames(scores[a*16:b*16], found[a:b])
	}
	spans := func(tag func(i int) int) map[[3]int]bool {
		m := map[[3]int]bool{}
		for i := 0; i < t; i++ {
			if x := tag(i); x&1 == 1 {
				j := i + 1
				for j < t && tag(j) == x+1 && e.sent[j] == e.sent[i] {
					j++
				}
				m[[3]int{i, j, x}] = true
			}
		}
		return m
	}
	g, f := spans(func(i int) int { return int(e.name[i]) }), spans(func(i int) int { return int(found[i]) })
	out.gold, out.found = len(g), len(f)
	for x := range f {
		if g[x] {
			out.hits++
		}
	}
	return
}

// heard is an example with the scores of its names.
type heard struct {
	scores []float32
	e      *example
}

// lean moves the biases of the names' outputs so that the names found on dev
// are best: what an output outside names loses and what one of an organization
// gains, by trial. Annotators' recall differs from what the loss asks for.
func (n *network) lean(all []heard) (outside, organization float32) {
	best := -1.0
	for _, o := range []float32{0, 0.25, 0.5, 0.75, 1, 1.25, 1.5} {
		for _, g := range []float32{0, 0.25, 0.5, 0.75, 1} {
			var s nameScores
			for _, h := range all {
				y := append([]float32(nil), h.scores...)
				for i := 0; i < len(y); i += 16 {
					y[i] -= o
					y[i+int(text.BeginOrganization)] += g
					y[i+int(text.InsideOrganization)] += g
				}
				t := scoreNames(y, h.e)
				s.hits, s.found, s.gold = s.hits+t.hits, s.found+t.found, s.gold+t.gold
			}
			if f := float64(s.hits) / float64(max(1, s.found+s.gold)); f > best {
				best, outside, organization = f, o, g
			}
		}
	}
	for _, b := range [][]float32{n.name.b.w, n.name.b.average} {
		b[0] -= outside
		b[text.BeginOrganization] += organization
		b[text.InsideOrganization] += organization
	}
	return outside, organization
}
