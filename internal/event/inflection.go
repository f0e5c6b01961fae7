package event

import (
	"sayso/internal/text"
)

// resume joins a verb to an auxiliary that other words cut off from it: "can, in
// this way, use", "has in effect banned".
func (o *outline) resume(g *group) {
	n := len(o.groups)
	if n == 0 || g.finite || o.doc.Tokens[g.first].Tag == text.TO {
		return
	}
	p := &o.groups[n-1]
	a := &o.doc.Tokens[p.head]
	h := o.doc.Tokens[g.head].Tag
	if a.UPOS != text.AUX || !(a.Tag == text.MD && h == text.VB || lemma(a) == "have" && h == text.VBN) {
		return
	}
	for j := p.node + 1; j < g.node; j++ { // nothing but prepositional phrases and commas between
		if k := &o.nodes[j]; k.kind == nounNode && k.prep < 0 && !o.when(j) || k.kind == subNode || k.kind == relNode || k.kind == breakNode {
			return
		}
	}
	g.modal, g.finite, g.infinitive, g.partcple, g.auxiliary = p.modal, true, false, false, n-1
	g.negated = g.negated || p.negated
	g.passive = false
	g.past = h == text.VBN
}

// inflection reads what the words of a verb group say.
func (o *outline) inflection(g *group) {
	be, have := false, false
	for i := g.first; i < g.last; i++ {
		t := &o.doc.Tokens[i]
		switch {
		case t.Tag == text.MD:
			g.modal, g.finite = modal(t.Lower), true
		case t.Tag == text.TO && i == g.first:
			g.infinitive = true
		case t.Lower == "not" || t.Lower == "n't" || t.Lower == "never":
			g.negated = g.negated || !notOnly(o.doc, i)
		case t.Tag == text.VBD || t.Tag == text.VBZ || t.Tag == text.VBP:
			g.finite = true
		}
		if i < g.head {
			switch t.Lemma {
			case "be", "get":
				be = true
			case "have":
				have = true
			}
		}
	}
	// A negation may stand before the group or be cut off it.
	for i := g.first - 1; i >= o.sent.First && i >= g.first-3; i-- {
		if t := &o.doc.Tokens[i]; t.Lower == "n't" || t.Lower == "never" || t.Lower == "not" && o.doc.Tokens[i].Chunk < 0 {
			g.negated = true
		} else if t.UPOS != text.ADV && t.UPOS != text.AUX {
			break
		}
	}
	h := &o.doc.Tokens[g.head]
	g.past = h.Tag == text.VBD || have
	switch h.Tag {
	case text.VBN:
		g.passive = be || !have && !g.finite
		g.partcple = !be && !have && !g.finite
		if o.doc.Tokens[g.first].Tag == text.VBG && g.first < g.head && !g.finite { // "having brought", "being held"
			g.gerund, g.partcple = true, false
		}
	case text.VBD:
		g.passive = be && g.head > g.first
	case text.VBG:
		g.gerund = !be && !g.finite
	case text.VB:
		if g.first == g.head && !g.infinitive && !g.finite {
			g.infinitive = g.head > o.sent.First // "help build", "made them leave"
			g.finite = !g.infinitive
		}
	}
	if h.Tag == text.VBG && be && !g.finite {
		g.finite = true
	}
}

// modal tells the modals apart: will (future), may (possible), must.
func modal(w string) string {
	switch w {
	case "will", "'ll", "shall", "wo", "sha":
		return "will"
	case "must":
		return "must"
	case "should", "ought":
		return "should"
	case "would", "'d":
		return "would"
	}
	return "may"
}

// temporal heads: a bare noun phrase with one of them says when, not who.
var temporal = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"today": true, "yesterday": true, "tomorrow": true, "week": true, "month": true, "year": true, "day": true, "night": true, "morning": true,
	"evening": true, "afternoon": true, "tonight": true, "midnight": true, "midday": true, "noon": true, "dawn": true, "dusk": true, "weekend": true, "time": true, "hour": true, "minute": true, "january": true, "february": true,
	"march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan.": true, "feb.": true, "aug.": true, "sept.": true, "oct.": true, "nov.": true, "dec.": true, "decade": true, "century": true, "moment": true}

// when reports whether a bare noun phrase tells a time.
func (o *outline) when(i int) bool {
	p := o.phrase(i)
	t := &o.doc.Tokens[p.head]
	if t.Lower == "march" && t.Tag != text.NNP {
		return false
	}
	if t.Name == text.BeginPerson || t.Name == text.InsidePerson { // "Theresa May"
		return false
	}
	if t.UPOS == text.NUM && p.first == p.head && p.head > o.sent.First && temporal[o.doc.Tokens[p.head-1].Lower] {
		return true
	}
	if temporal[t.Lower] || temporal[lemma(t)] {
		return true
	}
	if t.UPOS != text.NUM {
		return false
	}
	for k := p.first; k < p.last; k++ { // "January 7", "7 January 2022"
		if k != p.head && o.doc.Tokens[k].Tag == text.NNP && temporal[o.doc.Tokens[k].Lower] {
			return true
		}
	}
	return false
}

func lemma(t *text.Token) string {
	if t.Lemma == "" {
		return t.Lower
	}
	return t.Lemma
}
