package event

import (
	"sayso"
	"sayso/internal/text"
)

// realisOf tells whether the act of group k took place, by its own words and
// by what governs it, and the aspect that a governing verb gives it.
func (r *reading) realisOf(o *outline, k int) (sayso.Realis, string) {
	return r.realisDown(o, k, 4)
}

func (r *reading) realisDown(o *outline, k, depth int) (sayso.Realis, string) {
	g := &o.groups[k]
	realis, aspect := sayso.Actual, ""
	switch {
	case g.modal == "will" || g.modal == "is to" || g.modal == "would" && o.reported(g):
		realis = sayso.Planned
	case g.modal == "may" && (lemma(&r.doc.Tokens[g.head]) == "hear" || lemma(&r.doc.Tokens[g.head]) == "see"): // "gunfire could be heard"
	case g.modal != "":
		realis = sayso.Hypothetical
	case g.hypothetical && g.finite:
		realis = sayso.Hypothetical
	}
	if g.negated && !g.hypothetical { // "if their demands are not met" leaves open what will be
		realis = sayso.Negated
	}
	if g.after == "without" || r.noSubject(g) {
		realis = sayso.Negated
	}
	if g.head > g.first && g.last > g.first { // "is going to attack", "is set to"
		for i := g.first; i < g.head; i++ {
			if r.doc.Tokens[i].Lower == "nearly" || r.doc.Tokens[i].Lower == "almost" {
				realis = sayso.Failed
			}
		}
	}
	if g.governor >= 0 && g.governor != k && depth > 0 && (g.infinitive || g.gerund) {
		q := &o.groups[g.governor]
		outer, _ := r.realisDown(o, g.governor, depth-1)
		w := lemma(&r.doc.Tokens[q.head])
		if q.adjective >= 0 && q.adjective < g.first {
			w = r.doc.Tokens[q.adjective].Lower
		}
		if w == "go" && r.doc.Tokens[q.head].Tag == text.VBG {
			w = "plan"
		}
		c, ok := r.t.complements[w]
		if g.nounGov >= 0 && o.nounWithComplement(g.nounGov) {
			c, ok = r.t.holders["infinitive"][lemma(&r.doc.Tokens[g.nounGov])], true
		}
		switch {
		case g.gerund && (g.after == "," || g.after == "by" || g.after == "after" || g.after == "for" || g.after == "of" || g.after == "in" || g.after == "while" || g.after == "and" || g.after == "before"):
			if g.after != "," && g.after != "while" && g.after != "and" || realis != sayso.Actual {
				break
			}
			return outer, ""
		case g.gerund && (g.after == "on" || g.after == "about") && outer == sayso.Planned && realis == sayso.Actual: // "will work on arresting them"
			return outer, ""
		case g.gerund && g.after == "from" && realis == sayso.Actual:
			return sayso.Failed, ""
		case ok:
			aspect = c.aspect
			if c.realis != sayso.Actual && c.realis != "" && realis == sayso.Actual {
				realis = c.realis
			} else if realis == sayso.Actual {
				realis = outer
			}
			if outer == sayso.Negated && realis != sayso.Negated {
				realis = sayso.Negated
			}
		case g.infinitive && realis == sayso.Actual: // a purpose
			realis = sayso.Planned
		}
	} else if g.infinitive && !g.finite && g.governor < 0 && realis == sayso.Actual {
		realis = sayso.Planned
	}
	return realis, aspect
}

// noSubject reports whether the subject or object denies the act: "no one was arrested".
func (r *reading) noSubject(g *group) bool {
	for _, list := range [][]phrase{g.subj, g.obj} {
		if len(list) == 0 {
			continue
		}
		first := list[0].first
		switch r.doc.Tokens[first].Lower {
		case "no", "none", "nobody", "neither":
			return true
		}
		if first > 0 && r.doc.Tokens[first-1].Lower == "no" {
			return true
		}
		if w := r.doc.Tokens[first].Lower; first > 0 && r.doc.Tokens[first-1].Lower == "not" && (w == "one" || w == "a" && int(first)+1 < len(r.doc.Tokens) && r.doc.Tokens[first+1].Lower == "single") {
			return true // "Not a single shot was fired"
		}
	}
	return false
}

// presumes are the types of acts that take what they are about for given: "met to discuss
// the clashes", "sent men to break up a rally".
var presumes = map[sayso.EventType]bool{sayso.Coerce: true, sayso.Assault: true, sayso.Consult: true, sayso.Accuse: true}

// acted reports whether a verb tells an act that takes what a noun names for given.
func (r *reading) acted(k int) bool {
	for i := range r.cands {
		if c := &r.cands[i]; c.group == k && !c.noun && presumes[c.kind] {
			return true
		}
	}
	return false
}

// denied reports whether the noun phrase of token i says that nothing of the sort
// is known: "no reports of violence".
func (r *reading) denied(i int32) bool {
	c := r.doc.Tokens[i].Chunk
	return c >= 0 && r.t.words.sign[lemma(&r.doc.Tokens[i])] && r.doc.Chunks[c].Kind == text.NounChunk && r.doc.Tokens[r.doc.Chunks[c].First].Lower == "no"
}

// until reports whether a phrase says until when.
func until(g *group) bool {
	for i := range g.obl {
		if g.obl[i].word == "until" || g.obl[i].word == "till" {
			return true
		}
	}
	return false
}

// heldBy gives a candidate what the noun that holds its act says of it.
func (c *candidate) heldBy(h complement) {
	if h.realis != "" {
		c.realis = h.realis
	}
	if h.aspect != "" {
		c.aspect = h.aspect
	}
}

// nounRealis sets realis and aspect of a noun trigger from the words before it
// and the verb that governs it.
func (r *reading) nounRealis(o *outline, j int, p phrase, gov governor, c *candidate) {
	for i := p.first; i < c.first; i++ {
		if m, ok := r.t.modifiers[r.doc.Tokens[i].Lower]; ok {
			c.realis = m
		}
	}
	whole := o.phrase(j)
	if whole.head >= c.end {
		c.heldBy(r.t.holders["compound"][lemma(&r.doc.Tokens[whole.head])])
	}
	if c.realis != sayso.Actual {
		return
	}
	if gov.before >= 0 {
		if r.denied(gov.before) {
			c.realis = sayso.Negated
			return
		}
		noun := lemma(&r.doc.Tokens[gov.before])
		c.heldBy(r.t.holders["of"][noun])
		c.ahead = c.ahead || noun == "preparation"
	}
	if gov.group < 0 {
		return
	}
	g := &o.groups[gov.group]
	outer, aspect := r.realisOf(o, gov.group)
	direct := gov.light != nil || gov.prep == ""
	if gov.light == nil && (outer == sayso.Planned || outer == sayso.Hypothetical) && r.acted(gov.group) {
		direct = false // "sent men to break up a rally": the rally took place
	}
	if direct {
		c.realis = outer
		if outer == sayso.Negated && gov.light == nil {
			c.realis = sayso.Actual // "did not condemn the attack"
		}
		if aspect != "" {
			c.aspect = aspect
		}
	}
	if gov.light != nil {
		if gov.light.aspect != "" {
			c.aspect = gov.light.aspect
		}
		if gov.light.realis != "" && (c.realis == sayso.Actual || c.realis == sayso.Planned) {
			c.realis = gov.light.realis
		}
		if c.aspect == "ongoing" && lemma(&r.doc.Tokens[g.head]) == "last" && until(g) {
			c.aspect = "ends"
		}
	}
	if gov.light == nil && gov.prep != "" && (lemma(&r.doc.Tokens[g.head]) == "call" || lemma(&r.doc.Tokens[g.head]) == "warn" || lemma(&r.doc.Tokens[g.head]) == "threaten") &&
		(gov.prep == "for" || gov.prep == "of" || gov.prep == "with") {
		c.realis = sayso.Hypothetical
	}
}
