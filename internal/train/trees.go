package train

import (
	"math/rand/v2"

	"sayso/internal/kernel"
	"sayso/internal/syntax"
)

// trees scores, and in training learns, the heads and relations of an
// example's words (biaffine attention, Dozat and Manning 2017, the relation
// from a sum in place of a bilinear form). x are the encoder's outputs.
func (n *network) trees(e *example, k int, x, dx []float32, rng *rand.Rand, scale float32, out *scores) {
	t, a := len(e.inputs), n.Arc
	training := rng != nil
	dep := rectify(n.dep.forward(x, t))
	head := rectify(n.head.forward(x, t))
	depD, maskD := drop(dep, 0.25, rng)
	headD, maskH := drop(head, 0.25, rng)
	asked := n.arc.forward(depD, t) // what each word asks of its head
	n.note(training, "arc", dep)
	n.note(training, "asked", asked)
	n.note(training, "held", head)
	n.note(training, "held", n.rootHead.w)
	dAsked, dHead := make([]float32, t*a), make([]float32, t*a)
	rels := n.newRelations(x, t, rng)

	for s := 0; s+1 < len(e.starts); s++ {
		from, to := int(e.starts[s]), int(e.starts[s+1])
		m := to - from
		width := pad(m + 1)
		// Column 0 is the root, column 1+j word j of the sentence.
		cand := make([]float32, a*width)
		for r := range a {
			cand[r*width] = n.rootHead.w[r]
			for j := range m {
				cand[r*width+1+j] = headD[(from+j)*a+r]
			}
		}
		score := make([]float32, m*width)
		prior := make([]float32, width)
		kernel.MulAdd(1, width, a, n.prior.w, a, 1, cand, width, prior, width)
		for i := range m {
			row := score[i*width : (i+1)*width]
			copy(row, prior)
			for j := range m {
				row[1+j] += n.distance.w[syntax.DistanceOf(i, j)]
			}
			row[1+i] = -1e9
		}
		kernel.MulAdd(m, width, a, asked[from*a:], a, 1, cand, width, score, width)
		for i := range m {
			score[i*width+1+i] = -1e9
		}
		if !training {
			flat := make([]float32, m*(m+1))
			for i := range m {
				copy(flat[i*(m+1):(i+1)*(m+1)], score[i*width:])
			}
			for i, h := range syntax.Tree(flat, m) {
				w := from + i
				if h >= 0 {
					h += int32(from)
				}
				rel := argmax(rels.score(w, int(h))[1:syntax.Rels]) + 1
				if h < 0 {
					rel = 1
				} else if rel == 1 {
					rel = argmax(rels.last[2:syntax.Rels]) + 2
				}
				if h == e.head[w] || h < 0 && e.head[w] < 0 {
					out.arcs++
					if syntax.SameRelation(uint8(rel), e.rel[w]) {
						out.labelled++
					}
				}
			}
			continue
		}
		for i := range m {
			gold := 0
			if h := int(e.head[from+i]); h >= 0 {
				gold = 1 + h - from
			}
			loss, right := softmax(score[i*width:(i+1)*width], m+1, gold, scale)
			out.loss[3] += loss
			if right {
				out.arcs++
			}
			rels.learn(from+i, int(e.head[from+i]), int(e.rel[from+i]), scale, out)
		}
		// Gradients of the scores, now in score.
		turned := make([]float32, width*a)
		for r := range a {
			for j := range width {
				turned[j*a+r] = cand[r*width+j]
			}
		}
		kernel.MulAdd(m, a, width, score, width, 1, turned, a, dAsked[from*a:], a)
		dCand := make([]float32, width*a)
		kernel.MulAdd(width, a, m, score, 1, width, asked[from*a:], a, dCand, a)
		sums := make([]float32, width)
		for i := range m {
			row := score[i*width : (i+1)*width]
			for j, g := range row[:m+1] {
				sums[j] += g
				if j > 0 && j-1 != i {
					n.distance.g[k][syntax.DistanceOf(i, j-1)] += g
				}
			}
		}
		for j := range m + 1 {
			into := n.rootHead.g[k]
			if j > 0 {
				into = dHead[(from+j-1)*a : (from+j)*a]
			}
			for r := range a {
				into[r] += dCand[j*a+r] + sums[j]*n.prior.w[r]
				n.prior.g[k][r] += sums[j] * turned[j*a+r]
			}
		}
	}
	if !training {
		return
	}
	dDep := n.arc.backward(k, depD, dAsked, t, true)
	undrop(dDep, maskD)
	rectifyBack(dep, dDep)
	undrop(dHead, maskH)
	rectifyBack(head, dHead)
	for _, g := range [][]float32{n.dep.backward(k, x, dDep, t, true), n.head.backward(k, x, dHead, t, true), rels.finish(k)} {
		for i, v := range g {
			dx[i] += v
		}
	}
}

// relations scores the relation of a word to its head.
type relations struct {
	n            *network
	x, dep, head []float32
	zs           []float32 // one row for each word: the hidden layer
	scores       []float32 // one row for each word, then their gradients
	masks        []float32
	last         []float32
	t            int
	heads        []int
}

func (n *network) newRelations(x []float32, t int, rng *rand.Rand) *relations {
	l := n.Label
	r := &relations{n: n, x: x, t: t, dep: n.relDep.forward(x, t), head: n.relHead.forward(x, t)}
	r.zs, r.scores, r.heads = make([]float32, t*l), make([]float32, t*n.relScore.out), make([]int, t)
	if rng != nil {
		ones := make([]float32, t*l)
		for i := range ones {
			ones[i] = 1
		}
		_, r.masks = drop(ones, 0.25, rng)
	}
	return r
}

// hidden writes the hidden layer of word w with head h, -1 for the root.
func (r *relations) hidden(w, h int, z []float32) {
	l := r.n.Label
	from := r.n.rootRel.w
	if h >= 0 {
		from = r.head[h*l : (h+1)*l]
	}
	for j := range z {
		z[j] = r.dep[w*l+j] + from[j]
	}
	rectify(z)
}

// score returns the scores of the relations of word w to head h.
func (r *relations) score(w, h int) []float32 {
	z := make([]float32, r.n.Label)
	r.hidden(w, h, z)
	r.n.note(false, "relScore", z)
	r.last = r.n.relScore.forward(z, 1)
	return r.last
}

func (r *relations) learn(w, h, rel int, scale float32, out *scores) {
	l, width := r.n.Label, r.n.relScore.out
	z := r.zs[w*l : (w+1)*l]
	r.hidden(w, h, z)
	for j := range z {
		z[j] *= r.masks[w*l+j]
	}
	r.heads[w] = h
	row := r.scores[w*width : (w+1)*width]
	copy(row, r.n.relScore.b.w)
	kernel.MulAdd(1, width, l, z, l, 1, r.n.relScore.w.w, width, row, width)
	if rel == 0 {
		clear(row)
		return
	}
	loss, right := softmax(row, syntax.Rels, rel, scale)
	out.loss[4] += loss
	if right {
		out.labelled++
	}
}

// finish adds the gradients and returns that of x.
func (r *relations) finish(k int) []float32 {
	n, l := r.n, r.n.Label
	dz := n.relScore.backward(k, r.zs, r.scores, r.t, true)
	dHead := make([]float32, r.t*l)
	for w := range r.t {
		row := dz[w*l : (w+1)*l]
		z := r.zs[w*l : (w+1)*l]
		into := n.rootRel.g[k]
		if h := r.heads[w]; h >= 0 {
			into = dHead[h*l : (h+1)*l]
		}
		for j := range row {
			row[j] *= r.masks[w*l+j]
			if z[j] < 0 {
				row[j] *= leak
			}
			into[j] += row[j]
		}
	}
	dx := n.relDep.backward(k, r.x, dz, r.t, true)
	for i, g := range n.relHead.backward(k, r.x, dHead, r.t, true) {
		dx[i] += g
	}
	return dx
}
