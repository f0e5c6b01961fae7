package event

import (
	"sayso"
	"sayso/internal/text"
)

// future changes the type where PLOVER codes an announced or refused act by
// another one: "will visit" is AGREE, "will not release" REJECT.
func (r *reading) future(o *outline, k int, c *candidate) {
	g := &o.groups[k]
	if g.modal != "will" && g.modal != "would" || g.passive || !r.political(c.actors) && !(r.near.political && r.pronoun(c.actors)) {
		return
	}
	when := "planned"
	if g.negated {
		when = "refused"
	} else if g.modal == "would" && !o.reported(g) || g.hypothetical {
		return
	}
	to, ok := r.t.future[c.kind][when+" "+c.mode]
	if !ok {
		to, ok = r.t.future[c.kind][when]
	}
	if to == sayso.Agree && c.mode == "withdraw" { // announced withdrawals are concessions
		to = sayso.Concede
	}
	if !ok {
		return
	}
	if to == sayso.Threaten {
		c.mode = threatMode(c.kind, c.mode)
	} else {
		c.mode = ""
	}
	c.kind = to
	if when == "refused" {
		c.realis = sayso.Actual
	}
}

// reported reports whether "would" is a will of which a past verb of saying tells:
// "said it would visit".
func (o *outline) reported(g *group) bool {
	t := &o.doc.Tokens[g.head]
	for t.Rel == text.RelConj && t.Head >= o.sent.First { // "said the port would close and ships would leave"
		up := &o.doc.Tokens[t.Head]
		if up.Head == t.Head || up.UPOS != text.VERB {
			break
		}
		t = up
	}
	return t.Rel == text.RelCcomp && t.Head >= o.sent.First && o.t.words.saying[lemma(&o.doc.Tokens[t.Head])] && !g.hypothetical
}

func threatMode(kind sayso.EventType, mode string) string {
	switch {
	case kind == sayso.Assault:
		return "violence"
	case mode == "arrest":
		return "arrest"
	case kind == sayso.Sanction && mode == "expel" || mode == "deport":
		return "expel"
	case kind == sayso.Sanction, kind == sayso.Reject:
		return "relations"
	case kind == sayso.Coerce, mode == "boycott", mode == "strike":
		return "restrict"
	}
	return ""
}

// ready reads "is ready to", "is willing to" and "must" of political actors.
func (r *reading) ready(o *outline, k int) {
	g := &o.groups[k]
	if g.adjective < 0 || g.complement < 0 || g.negated || g.modal == "must" {
		return
	}
	if !r.t.words.ready[r.doc.Tokens[g.adjective].Lower] || !r.political(g.subj) {
		return
	}
	q := &o.groups[g.complement]
	l := lemma(&r.doc.Tokens[q.head])
	if !q.infinitive || r.t.words.wordless[l] {
		return
	}
	c := candidate{kind: sayso.Agree, first: g.adjective, end: g.adjective + 1, group: k, node: -1, complement: g.complement, actors: g.subj, by: "rule:ready", realis: sayso.Actual}
	if r.t.classes["conflict"][l] {
		c.kind, c.mode = sayso.Threaten, "violence"
	}
	c.recipients = q.obj
	for i := range q.obl {
		if r.someone(q.obl[i].phrases) && !r.someone(c.recipients) {
			c.recipients = q.obl[i].phrases
		}
	}
	if r.near.plain(false) {
		r.cands = append(r.cands, c)
	}
}
