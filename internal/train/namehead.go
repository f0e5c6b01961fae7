package train

import (
	"math/rand/v2"

	"sayso/internal/syntax"
)

// The two sets that names are learnt from differ in what they call one, so
// each has outputs of its own: the first eight are those of Universal NER,
// which the reader uses, the others those of GUM.

// names scores, and in training learns, the names of an example. x are the
// encoder's outputs.
func (n *network) names(e *example, k int, x, dx []float32, rng *rand.Rand, scale float32, out *scores) {
	t, h2 := len(e.inputs), 2*n.Hidden
	width := h2 + syntax.NameFeatures
	both := make([]float32, t*width)
	for i := range t {
		copy(both[i*width:], x[i*h2:(i+1)*h2])
		if rng != nil && rng.IntN(100) < 10 {
			continue // what the lexicon lacks has a name too
		}
		copy(both[i*width+h2:], e.known[i*syntax.NameFeatures:(i+1)*syntax.NameFeatures])
	}
	n.note(rng != nil, "known", both)
	in := rectify(n.nameIn.forward(both, t))
	inD, mask := drop(in, 0.3, rng)
	n.note(rng != nil, layerName(len(n.layers)), in)
	tr := n.nameLayer.forward(inD, e.starts)
	y, maskTop := drop(tr.y, 0.4, rng)
	n.note(rng != nil, "name", y)
	score := n.name.forward(y, t)
	if rng == nil {
		out.names = scoreNames(score, n.nameTurn.w[:syntax.NameTurns], e.starts, e.name)
	}
	from, turn := 0, 0
	if e.gum && rng != nil {
		from, turn = 8, syntax.NameTurns
	}
	for s := 0; s+1 < len(e.starts); s++ {
		a, b := e.starts[s], e.starts[s+1]
		if e.name[a] < 0 {
			clear(score[a*16 : b*16])
			continue
		}
		out.loss[2] += chainLoss(score[int(a)*16+from:], 16, n.nameTurn.w[turn:turn+syntax.NameTurns], n.nameTurn.g[k][turn:turn+syntax.NameTurns], e.name[a:b], scale)
		for i := a; i < b; i++ {
			clear(score[int(i)*16+8-from : int(i)*16+16-from])
			score[int(i)*16+from+7] = 0
		}
	}
	if rng == nil {
		return
	}
	g := n.name.backward(k, y, score, t, true)
	undrop(g, maskTop)
	g = n.nameLayer.backward(k, tr, g, e.starts)
	undrop(g, mask)
	rectifyBack(in, g)
	g = n.nameIn.backward(k, both, g, t, true)
	for i := range t {
		for j, v := range g[i*width : i*width+h2] {
			dx[i*h2+j] += v
		}
	}
}

type nameScores struct{ hits, found, gold int }

func (s *nameScores) add(t nameScores) {
	s.hits, s.found, s.gold = s.hits+t.hits, s.found+t.found, s.gold+t.gold
}

// f1 is the F1 measure in percent.
func (s *nameScores) f1() float64 { return 200 * float64(s.hits) / float64(max(1, s.found+s.gold)) }

// scoreNames counts the names found as the reader finds them.
func scoreNames(scores, turns []float32, starts []int32, gold []int8) (out nameScores) {
	t := len(gold)
	if gold[0] < 0 {
		return
	}
	found := make([]uint8, t)
	last := make([]bool, t) // the last word of a sentence
	for s := 0; s+1 < len(starts); s++ {
		a, b := starts[s], starts[s+1]
		syntax.DecodeNames(scores[a*16:b*16], turns, found[a:b])
		last[b-1] = true
	}
	spans := func(tag func(i int) int) map[[3]int]bool {
		m := map[[3]int]bool{}
		for i := 0; i < t; i++ {
			if x := tag(i); x&1 == 1 {
				j := i + 1
				for j < t && tag(j) == x+1 && !last[j-1] {
					j++
				}
				m[[3]int{i, j, x}] = true
			}
		}
		return m
	}
	g, f := spans(func(i int) int { return int(gold[i]) }), spans(func(i int) int { return int(found[i]) })
	out.gold, out.found = len(g), len(f)
	for x := range f {
		if g[x] {
			out.hits++
		}
	}
	return
}
