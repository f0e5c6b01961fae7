package entity

import (
	"sayso"
	"sayso/internal/text"
)

// nominalFrom returns the nominal mention that begins at token i, or -1.
func (f *finding) nominalFrom(i int32) int32 {
	if i >= f.size() {
		return -1
	}
	// The phrase's first word may belong to its possessor: look on to the head.
	for j := i; j < i+8 && j < f.size(); j++ {
		if at := f.at[j]; at >= 0 && f.mentions[at].form == sayso.NominalMention && f.mentions[at].first == i {
			if end := f.mentions[at].last; end < f.size() && f.tok(end).Tag == text.POS {
				continue
			}
			return at
		}
	}
	return -1
}

// fits reports whether a nominal mention can describe a name.
func fits(m, n *mention) bool {
	if n.number == pluralNumber && n.kind == sayso.Group {
		return false
	}
	switch m.kind {
	case sayso.Person:
		return n.kind == sayso.Person && (m.gender == 0 || n.gender == 0 || m.gender == n.gender)
	case sayso.Organization:
		return n.kind == sayso.Organization || n.kind == sayso.Group
	case sayso.PlaceEntity:
		return n.kind == sayso.PlaceEntity
	}
	return n.kind == sayso.Organization && m.kind == sayso.Other
}

// aside reads an apposition after a name: "Ann Ode, the agency's director,".
func (f *finding) aside(m *mention) (tie, bool) {
	comma := m.last
	if f.tag(comma, m.first) == text.Comma && f.tag(comma+1, m.first) == text.CD && f.tag(comma+2, m.first) == text.Comma {
		comma += 2 // "Ann Ode, 57, a pilot"
	}
	if f.tag(comma, m.first) != text.Comma && f.lower(comma, m.first) != "(" && f.lower(comma, m.first) != "—" {
		return tie{}, false
	}
	at := f.nominalFrom(comma + 1)
	if at < 0 || !f.within(comma+1, m.first) {
		return tie{}, false
	}
	n := &f.mentions[at]
	if !fits(m, n) {
		return tie{}, false
	}
	end, ok := f.asideEnd(n)
	if !ok {
		return tie{}, false
	}
	t := tie{same: at, role: n.noun, member: -1}
	from := f.afterDeterminer(n.first, n.head, n.possessor)
	t.about = f.doc.Range(from, end)
	t.member, t.country = f.belongs(n, from)
	return t, true
}

// asideToo reads the second half of an apposition after a name: "Ann Ode, a pilot and
// a member of the council,".
func (f *finding) asideToo(m *mention) (tie, bool) {
	t, ok := f.aside(m)
	if !ok {
		return tie{}, false
	}
	and := f.mentions[t.same].last
	if f.lower(and, m.first) != "and" {
		return tie{}, false
	}
	at := f.nominalFrom(and + 1)
	if at < 0 || !f.within(and+1, m.first) || !fits(m, &f.mentions[at]) || f.mentions[at].number == pluralNumber {
		return tie{}, false
	}
	n := &f.mentions[at]
	end, ok := f.asideEnd(n)
	if !ok || end < f.size() && f.tok(end).Tag != text.Comma && f.tok(end).Tag != text.Stop {
		return tie{}, false
	}
	from := f.afterDeterminer(n.first, n.head, n.possessor)
	t = tie{same: at, role: n.noun, about: f.doc.Range(from, end), member: -1}
	t.member, t.country = f.belongs(n, from)
	return t, true
}

// asideEnd returns where an aside that begins with a nominal mention ends; ok is
// false where it turns out to be a clause or a list.
func (f *finding) asideEnd(n *mention) (int32, bool) {
	relative, end := false, int32(0)
	for j := n.last; ; j++ {
		if !f.within(j, n.first) {
			if end == 0 {
				end = j
			}
			return end, true
		}
		t := f.tok(j)
		switch {
		case t.Tag == text.Comma, t.Tag == text.Stop, t.Tag == text.Colon, t.Tag == text.RRB, t.Lower == "—", t.Lower == "–":
			if end == 0 {
				end = j
			}
			if t.Tag == text.Comma && (f.lower(j+1, n.first) == "and" || f.lower(j+1, n.first) == "or") && !relative && j == n.last && n.det != indefinite && f.nounPhrase(j+2, n.first) {
				return 0, false // a list
			}
			return end, true
		case t.Lower == "who", t.Lower == "which", t.Tag == text.WDT, t.Lower == "whose", t.Lower == "whom":
			relative = true
			if end == 0 {
				end = j
			}
		case isFinite(t.Tag) && !relative:
			return 0, false
		case t.Tag == text.CC && f.at[min(j+1, f.size()-1)] >= 0 && end == 0:
			end = j
		case j > n.last+30:
			return 0, false
		}
	}
}

// nounPhrase reports whether a noun phrase begins at token i.
func (f *finding) nounPhrase(i, in int32) bool {
	switch f.tag(i, in) {
	case text.DT, text.PRP, text.PRPS, text.NN, text.NNS, text.NNP, text.NNPS, text.JJ, text.CD, text.PDT:
		return true
	}
	return false
}

// narrows are the words that narrow an office down: "the envoy to the islands".
var narrows = map[string]bool{"of": true, "for": true, "at": true, "in": true, "to": true, "on": true, "from": true}

// asideBefore reads a description before a name in commas: "the agency's
// director, Ann Ode, said".
func (f *finding) asideBefore(m *mention) (tie, bool) {
	start := m.first
titles:
	for start > 0 && f.within(start-1, m.first) { // "the board's head, General Ann Ode,"
		n, first := f.titleNoun(start - 1)
		switch {
		case n != nil:
			start = first
		case f.words[start-1].honor || f.classes.bygone[f.tok(start-1).Lower]:
			start--
		case f.lower(start-1, m.first) == "-" && start > 1 && f.words[start-2].honor:
			start -= 2 // "Lt-Gen"
		default:
			break titles
		}
	}
	if f.tag(start-1, m.first) != text.Comma {
		return tie{}, false
	}
	after := f.tag(m.last, m.first)
	and := f.lower(m.last+1, m.first)
	list := and == "and" || and == "or"
	closed := after == text.Comma && !list || after == text.RRB
	for back := int32(2); back <= 14 && f.within(start-back, m.first); back++ {
		j := start - back
		t := f.tok(j)
		if t.Tag == text.Comma || isFinite(t.Tag) || t.Lower == "and" || t.Tag == text.Stop {
			break
		}
		at := f.at[j]
		if at < 0 || f.mentions[at].form != sayso.NominalMention || f.mentions[at].last != j+1 {
			continue
		}
		n := &f.mentions[at]
		if !fits(m, n) {
			continue
		}
		s := &f.doc.Sents[t.Sent]
		opens := n.first == s.First || f.saying(n.first-1, n.first) || f.tag(n.first-1, n.first) == text.OpenQuote || f.tag(n.first-1, n.first) == text.CloseQuote || f.lower(n.first-1, n.first) == "that"
		if sure := n.noun.use == office && n.det == definite && n.number == singularNumber; list && sure && after == text.Comma {
			closed = true // "the board's director, Ann Ode, and two pilots"
		}
		if !closed && !(opens && (isFinite(after) || after == text.Stop)) {
			return tie{}, false
		}
		if back > 2 && !narrows[f.lower(n.last, n.first)] {
			continue
		}
		if n.det == indefinite && !opens && !closed {
			return tie{}, false
		}
		r := tie{same: at, role: n.noun, member: -1}
		from := f.afterDeterminer(n.first, n.head, n.possessor)
		r.about = f.doc.Range(from, start-1)
		r.member, r.country = f.belongs(n, from)
		return r, true
	}
	return tie{}, false
}
