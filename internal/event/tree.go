package event

import (
	"slices"

	"sayso/internal/text"
)

// tree puts what a sentence's tree says in place of what the outline guessed from
// the order of its chunks. Where the tree is silent the guess stays.
func (o *outline) tree() {
	s := o.sent
	n := int(s.Last - s.First)
	if n == 0 || o.doc.Tokens[s.First].Head == text.Unparsed {
		return
	}
	o.child = resized(o.child, n+1)
	o.next = resized(o.next, n)
	o.nodeOf = resized(o.nodeOf, n)
	for i := range o.child {
		o.child[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		o.next[i] = -1
		o.nodeOf[i] = -1
		h := o.doc.Tokens[s.First+int32(i)].Head
		if h >= s.First && h < s.Last {
			o.next[i] = o.child[h-s.First]
			o.child[h-s.First] = int32(i)
		}
	}
	for j := range o.nodes {
		for i := o.nodes[j].at; i < o.nodes[j].last; i++ {
			o.nodeOf[i-s.First] = int32(j)
		}
	}
	for k := range o.groups {
		o.voice(k)
	}
	for k := range o.groups {
		o.own(k)
	}
	for k := range o.groups {
		o.shared(k, 4)
	}
	for k := range o.groups {
		o.objects(k)
	}
}

func resized(s []int32, n int) []int32 {
	if cap(s) < n {
		return make([]int32, n)
	}
	return s[:n]
}

// parsed reports whether the sentence has a tree.
func (o *outline) parsed() bool {
	return o.sent.Last > o.sent.First && o.doc.Tokens[o.sent.First].Head != text.Unparsed
}

// inTree reports whether a token stands in the sentence, and the sentence has a tree.
func (o *outline) inTree(i int32) bool {
	return i >= o.sent.First && int(i-o.sent.First) < len(o.nodeOf)
}

// children calls yield for each dependent of a token, in text order.
func (o *outline) children(head int32, yield func(i int32, t *text.Token)) {
	if !o.inTree(head) {
		return
	}
	for c := o.child[head-o.sent.First]; c >= 0; c = o.next[c] {
		yield(o.sent.First+c, &o.doc.Tokens[o.sent.First+c])
	}
}

// groupOf returns the group that a token is the head of, or stands in; -1.
func (o *outline) groupOf(i int32) int {
	if !o.inTree(i) {
		return -1
	}
	j := o.nodeOf[i-o.sent.First]
	if j < 0 {
		return -1
	}
	return o.nodes[j].group
}

// phraseOf returns the noun phrase that a token stands in.
func (o *outline) phraseOf(i int32) (phrase, int, bool) {
	if !o.inTree(i) {
		return phrase{}, -1, false
	}
	j := o.nodeOf[i-o.sent.First]
	if j < 0 || o.nodes[j].kind != nounNode {
		return phrase{}, -1, false
	}
	return o.phrase(int(j)), int(j), true
}

// with returns the phrase of a token with those coordinated with it.
func (o *outline) with(i int32) (out []phrase) {
	if p, _, ok := o.phraseOf(i); ok {
		out = append(out, p)
	} else if t := &o.doc.Tokens[i]; t.UPOS == text.ADJ && t.Lower == "other" && i > o.sent.First && (o.doc.Tokens[i-1].Lower == "the" || o.doc.Tokens[i-1].Lower == "each") {
		out = append(out, phrase{i - 1, i + 1, i})
	}
	appos := int32(-1) // "the editor, two reporters and a driver"
	o.children(i, func(c int32, t *text.Token) {
		p, _, ok := o.phraseOf(c)
		switch {
		case !ok || len(out) >= reach:
		case t.Rel == text.RelConj:
			if appos >= 0 {
				q, _, _ := o.phraseOf(appos)
				out = append(out, q)
				appos = -1
			}
			out = append(out, p)
		case t.Rel == text.RelAppos && t.UPOS == text.NOUN && t.Feats.Has(text.FeatPlural) && !o.doc.Tokens[i].Feats.Has(text.FeatPlural) && len(out) == 1:
			appos = c
		}
	})
	return out
}

// voice sets active and passive by the relations of a verb's dependents.
func (o *outline) voice(k int) {
	g := &o.groups[k]
	h := &o.doc.Tokens[g.head]
	active, passive := false, false
	o.children(g.head, func(i int32, t *text.Token) {
		switch t.Rel {
		case text.RelNsubjPass, text.RelAuxPass, text.RelCsubjPass:
			passive = true
		case text.RelNsubj, text.RelObj:
			active = active || !o.timed(i)
		}
	})
	switch {
	case passive:
		g.passive, g.partcple = true, false
	case active && g.partcple && h.Rel != text.RelACL:
		g.passive, g.partcple, g.finite = false, false, true
	}
	if h.Rel == text.RelConj && g.partcple && !passive && !active { // "was arrested and charged"
		if q := o.groupOf(h.Head); q >= 0 && q < k {
			g.passive = o.groups[q].passive
			g.partcple, g.finite = false, true
		}
	}
	if h.Rel == text.RelACLRelcl {
		g.relative = true
	}
	if h.Rel == text.RelRoot && g.partcple && !passive { // a main verb tagged as participle
		g.partcple, g.finite = false, true
		g.passive = h.Tag == text.VBN && !active && g.first == g.head && len(g.subj) > 0 && o.doc.Tokens[g.first].Tag == text.VBN && g.passive
	}
}

// own takes the subject, objects and prepositional phrases that hang on a verb.
func (o *outline) own(k int) {
	g := &o.groups[k]
	h := &o.doc.Tokens[g.head]
	if h.UPOS == text.AUX {
		return
	}
	var subj, obj, iobj []phrase
	var obl []oblique
	mark, clausal := "", false
	clause := g.clause // as the order of words has it
	g.complement, g.clause = -1, -1
	o.children(g.head, func(i int32, t *text.Token) {
		switch t.Rel {
		case text.RelNsubj, text.RelNsubjPass, text.RelNsubjOuter:
			if t.Feats.Has(text.FeatRel) || t.Tag == text.WDT || t.Tag == text.WP {
				if p, j, ok := o.phraseOf(h.Head); ok && h.Rel == text.RelACLRelcl {
					subj = append(subj, o.people(p, j, t))
				}
				return
			}
			if len(subj) > 0 && i > g.head {
				return // "…, the newspaper said"
			}
			subj = append(subj, o.with(i)...)
		case text.RelObj:
			if t.Feats.Has(text.FeatRel) || t.Tag == text.WDT || t.Tag == text.WP {
				if p, _, ok := o.phraseOf(h.Head); ok && h.Rel == text.RelACLRelcl {
					obj = append(obj, p)
				}
				return
			}
			if o.cased(i) || o.timed(i) { // "asked the president for help", "released the following day"
				return
			}
			obj = append(obj, o.with(i)...)
			obl = o.prepositional(i, obl, text.RelNmod)
		case text.RelIobj:
			iobj = append(iobj, o.with(i)...)
		case text.RelXcomp, text.RelCcomp:
			q := o.groupOf(i)
			if q < 0 || q == k {
				return
			}
			if o.groups[q].infinitive || o.groups[q].gerund {
				if g.complement < 0 {
					g.complement = q
				}
			} else if g.clause < 0 {
				g.clause = q
			}
			o.groups[q].governor = k
		case text.RelAdvcl:
			if q := o.groupOf(i); q >= 0 && q != k {
				if o.groups[q].infinitive && g.complement < 0 {
					g.complement = q
				}
				if o.groups[q].infinitive || o.groups[q].gerund || o.groups[q].partcple {
					o.groups[q].governor = k
				}
			}
		case text.RelCop: // "the two sides are to sign it"
			if t.Lemma == "be" && h.Tag == text.VB && g.infinitive {
				g.modal, g.finite, g.infinitive = "is to", true, false
			}
		case text.RelAux:
			if t.Tag == text.MD && g.modal == "" { // cut off by other words: "can, in this way, use"
				g.modal, g.finite = modal(t.Lower), true
			}
		case text.RelMark, text.RelCase:
			if mark == "" {
				mark = t.Lower
			}
			clausal = true
		case text.RelAdvmod:
			if (t.Lower == "not" || t.Lower == "n't" || t.Lower == "never") && !notOnly(o.doc, i) {
				g.negated = true
			}
		}
	})
	if g.clause < 0 && g.complement < 0 {
		g.complement = o.asked(k, g)
	}
	if g.clause < 0 && g.complement < 0 {
		g.clause = clause
	}
	obl = o.prepositional(g.head, obl, text.RelObl)
	if len(subj) > 0 || h.Rel != text.RelConj && h.Rel != text.RelParataxis || h.Rel == text.RelConj && o.joins(g) {
		g.subj = subj
	}
	if len(obj) == 0 && len(g.obj) > 0 && !g.passive && o.hangsOn(g.obj[0], g.head) {
		obj = g.obj // "deported at least four people", taken for a prepositional phrase
	}
	if g.head > g.first || len(obj) > 0 || h.Rel != text.RelDep {
		g.obj, g.iobj = obj, iobj
	}
	for _, b := range g.obl { // what stands behind, after what hangs here
		if !slices.ContainsFunc(obl, func(x oblique) bool { return x.node == b.node }) {
			obl = append(obl, b)
		}
	}
	g.obl = obl
	if clausal && mark != "to" && (g.gerund || g.infinitive) {
		g.after = mark
	}
	g.hypothetical = mark == "if" || mark == "unless" || mark == "whether"
}

// timed reports whether what is called an object of a verb tells when.
func (o *outline) timed(i int32) bool {
	_, j, ok := o.phraseOf(i)
	return ok && o.when(j)
}

// joins reports whether a verb stands right behind the comma or conjunction that
// joins it to another, so that it has no subject of its own.
func (o *outline) joins(g *group) bool {
	if g.node == 0 {
		return false
	}
	n := g.node - 1
	if o.nodes[n].kind == prepNode && n > 0 && o.nodes[n-1].kind == conjNode { // "of rigging the vote and of jailing"
		n--
	}
	k := o.nodes[n].kind
	return (k == commaNode || k == conjNode) && o.nodes[g.node-1].last == g.first
}

// hangsOn reports whether a word of a phrase hangs on a token, in whatever relation
// but a subject's.
func (o *outline) hangsOn(p phrase, head int32) bool {
	for i := p.first; i < p.last; i++ {
		if t := &o.doc.Tokens[i]; t.Head == head && t.Rel != text.RelNsubj && t.Rel != text.RelNsubjPass && t.Rel != text.RelOblUnmarked {
			return true
		}
	}
	return false
}

// prepositional appends the phrases that hang on a token by a preposition.
func (o *outline) prepositional(head int32, out []oblique, rel text.Rel) []oblique {
	o.children(head, func(i int32, t *text.Token) {
		if t.Rel != rel && !(rel == text.RelObl && (t.Rel == text.RelOblAgent || t.Rel == text.RelNmod || t.Rel == text.RelObj && o.cased(i))) || len(out) > 12 {
			return
		}
		_, j, ok := o.phraseOf(i)
		if !ok {
			return
		}
		prep, word := int32(-1), ""
		o.children(i, func(c int32, q *text.Token) {
			if q.Rel == text.RelCase && q.Tag != text.POS && word == "" {
				prep, word = c, lemma(q)
			}
		})
		if word != "" {
			out = append(out, oblique{prep, word, o.with(i), j})
		}
	})
	return out
}

// cased reports whether a preposition hangs on a token that is called an object.
func (o *outline) cased(i int32) bool {
	found := false
	o.children(i, func(c int32, q *text.Token) {
		found = found || q.Rel == text.RelCase && q.UPOS == text.ADP && c < i && !o.counts(c, c+1)
	})
	return found
}

// governedBy finds by the tree what governs the noun at token i: the group of its
// verb, the noun or verb before its preposition, and how it hangs there.
func (o *outline) governedBy(i int32) (group int, rel text.Rel, prep string, before int32) {
	group, before = -1, -1
	for range 6 {
		t := &o.doc.Tokens[i]
		if t.Rel == text.RelConj || t.Rel == text.RelAppos || t.Rel == text.RelCompound || t.Rel == text.RelFlat {
			if t.Head < o.sent.First {
				return
			}
			i = t.Head
			continue
		}
		o.children(i, func(_ int32, q *text.Token) {
			if q.Rel == text.RelCase && q.Tag != text.POS && prep == "" {
				prep = lemma(q)
			}
		})
		rel = t.Rel
		if t.Head < o.sent.First {
			return
		}
		if g := o.groupOf(t.Head); g >= 0 && o.groups[g].head == t.Head {
			group = g
			if prep != "" {
				before = t.Head
			}
			return
		}
		if prep != "" && before < 0 {
			before = t.Head
		}
		if rel == text.RelNmod || rel == text.RelNmodPoss {
			// the verb above, for the realis of what governs the noun
			up := t.Head
			for range 4 {
				if g := o.groupOf(o.doc.Tokens[up].Head); g >= 0 {
					group = g
					return
				}
				up = o.doc.Tokens[up].Head
				if up < o.sent.First {
					return
				}
			}
		}
		return
	}
	return
}
