package event

import "sayso/internal/text"

// shared gives a verb without subject of its own the one its tree shares with it.
func (o *outline) shared(k, depth int) {
	g := &o.groups[k]
	h := &o.doc.Tokens[g.head]
	if len(g.subj) > 0 || depth == 0 || h.UPOS == text.AUX {
		return
	}
	q := o.groupOf(h.Head)
	switch h.Rel {
	case text.RelConj, text.RelXcomp, text.RelAdvcl, text.RelCcomp, text.RelParataxis:
		if q < 0 && h.Rel != text.RelConj { // "are alone in warning": of a predicate noun or adjective
			o.children(h.Head, func(i int32, t *text.Token) {
				if t.Rel == text.RelNsubj && len(g.subj) == 0 {
					g.subj = o.with(i)
				}
			})
		}
		if q < 0 || q == k {
			return
		}
		if h.Rel == text.RelConj && g.governor < 0 {
			g.governor, g.nounGov, g.modal = o.groups[q].governor, o.groups[q].nounGov, first(g.modal, o.groups[q].modal, !g.finite || g.head == g.first)
			if g.infinitive != o.groups[q].infinitive && o.doc.Tokens[g.head].Tag == text.VB {
				g.infinitive = o.groups[q].infinitive
			}
			g.negated = g.negated || o.groups[q].negated && g.modal != "" && g.head == g.first
		}
		if len(o.groups[q].subj) == 0 && q != k {
			o.shared(q, depth-1)
		}
		m := &o.groups[q]
		object := m.obj
		if m.passive {
			object = m.subj
		}
		if len(object) == 0 && len(m.iobj) > 0 {
			object = m.iobj
		}
		verb := lemma(&o.doc.Tokens[m.head])
		switch {
		case h.Rel == text.RelConj && !g.passive && m.passive && g.finite:
			g.subj = m.subj
		case (h.Rel == text.RelXcomp || h.Rel == text.RelCcomp) && len(object) > 0 && !o.t.words.keepSubject[verb]:
			g.subj = object
		case h.Rel == text.RelXcomp && o.t.words.callOn[verb] && len(m.obl) > 0:
			g.subj = m.obl[0].phrases
		case h.Rel == text.RelAdvcl && g.gerund && (g.after == "of" || g.after == "for" || g.after == "from") && len(object) > 0:
			g.subj = object
		default:
			g.subj = m.subj
		}
	case text.RelACL, text.RelACLRelcl:
		if p, _, ok := o.phraseOf(h.Head); ok {
			g.subj = []phrase{p}
			if g.infinitive {
				g.nounGov = h.Head
				up := h.Head
				for range 4 {
					if v := o.groupOf(o.doc.Tokens[up].Head); v >= 0 {
						g.governor = v
						g.subj = o.groups[v].subj
						break
					}
					up = o.doc.Tokens[up].Head
					if up < o.sent.First {
						break
					}
				}
				if w, ok := o.possessor(p); ok {
					g.subj = []phrase{w}
				}
			}
		}
	}
}

// notOnly reports whether a negation denies nothing: "not only", "not just".
func notOnly(d *text.Doc, i int32) bool {
	if int(i)+1 >= len(d.Tokens) {
		return false
	}
	w := d.Tokens[i+1].Lower
	return w == "only" || w == "just" || w == "merely" || w == "least"
}

func first(a, b string, inherit bool) string {
	if a != "" || !inherit {
		return a
	}
	return b
}

// objects lends a verb the object of the one joined to it: "kidnapped and killed the
// judge". Verbs that also stand without object keep none.
func (o *outline) objects(k int) {
	g := &o.groups[k]
	if g.passive || len(g.obj) > 0 || len(g.obl) > 0 || g.clause >= 0 || g.complement >= 0 || g.node+2 >= len(o.nodes) {
		return
	}
	and, next := &o.nodes[g.node+1], &o.nodes[g.node+2]
	if and.kind != conjNode || next.kind != verbNode {
		return
	}
	q := &o.groups[next.group]
	if q.passive || len(q.obj) == 0 || o.doc.Tokens[q.head].Head != g.head || o.doc.Tokens[q.head].Rel != text.RelConj {
		return
	}
	senses := o.t.verbs[lemma(&o.doc.Tokens[g.head])]
	for i := range senses {
		for _, n := range senses[i].need {
			if n.kind == needNoObj {
				return
			}
		}
	}
	g.obj = q.obj
}
