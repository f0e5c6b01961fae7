package entity

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// untitle takes titles off the front of a person's name ("Capt Luke Dansu") and
// reports whether a name is left ("Ruritanian President" before one is none).
func (f *finding) untitle(m *mention) bool {
	if m.kind != sayso.Person {
		return true
	}
	first := m.first
	for first < m.last-1 && f.isTitle(first) {
		first++
	}
	if first > m.first {
		m.gender = f.genderOf(first, m.last)
		m.first, m.head = first, f.headOf(first, m.last)
		m.known, _ = f.lookup(first, m.last)
	}
	if f.isTitle(m.last-1) && !f.words[m.last-1].isGiven {
		next := m.last
		if f.lower(next, m.first) == "-" && f.tight(next) {
			return false // "Vice-President"
		}
		return !isName(f.tag(next, m.first)) || shapeOf(f.doc.Word(next)) != capWord && shapeOf(f.doc.Word(next)) != upperWord
	}
	return true
}

// isTitle reports whether token i is a word that stands before a person's name
// and is no part of it.
func (f *finding) isTitle(i int32) bool {
	w := f.words[i]
	if shapeOf(f.doc.Word(i)) == lowerWord {
		return false
	}
	if w.isGiven || f.tok(i).Lower == "saint" {
		return false
	}
	return w.honor && w.noun == nil || w.noun != nil && w.noun.kind == sayso.Person && (w.noun.use == office || w.noun.use == agent)
}

// widen takes the other half of a person's name in, where one word of it alone was
// marked: a name's word beside it that the tree puts together with it.
func (f *finding) widen(m *mention, free func(int32) bool) {
	if m.kind != sayso.Person || m.last-m.first != 1 || m.known.form != "" {
		return
	}
	if i := m.first - 1; f.within(i, m.first) && free(i) && initials(f.doc.Word(i)) && f.tok(i).Lower != "p.s." {
		m.first-- // "J.R. Ode"
		return
	}
	half := func(i int32) bool {
		if !f.within(i, m.first) || !free(i) || shapeOf(f.doc.Word(i)) != capWord {
			return false
		}
		t, w := f.tok(i), f.words[i]
		if !isName(t.Tag) && t.Tag != text.UH || w.noun != nil || w.honor || w.capital != noCapital || w.head != "" || f.seen[t.Lower]&small != 0 {
			return false
		}
		if k, known := f.lookup(i, i+1); known && k.form != "" {
			return false
		}
		h := f.tok(m.first)
		return t.Head == m.first || h.Head == i || t.Head == h.Head && t.Head != text.Unparsed
	}
	switch before := m.first - 1; {
	case half(before) && !half(before-1) && (before == 0 || !f.opens(before, &f.doc.Sents[f.tok(before).Sent]) || f.words[before].isGiven || isName(f.tok(before).Tag)):
		m.first--
	case half(m.last) && !half(m.last+1) && !isName(f.tag(m.last+1, m.first)):
		m.last++
	default:
		return
	}
	m.head = m.last - 1
	m.gender = f.genderOf(m.first, m.last)
}

// initials reports whether a word is two initials or more: "J.R.".
func initials(w string) bool {
	for i := range len(w) {
		if dot := w[i] == '.'; dot != (i%2 == 1) || !dot && (w[i] < 'A' || w[i] > 'Z') {
			return false
		}
	}
	return len(w) > 2 && len(w)%2 == 0
}

// sainted reports whether a saint's name is that of a place: "in St. Thomas",
// "St. Thomas residents".
func (f *finding) sainted(m *mention) bool {
	if w := f.tok(m.first).Lower; m.kind != sayso.Person || m.last-m.first != 2 || w != "st." && w != "st" && w != "saint" {
		return false
	}
	next := f.tag(m.last, m.first)
	return next == text.NN || next == text.NNS || f.tag(m.first-1, m.first) == text.IN && f.lower(m.first-1, m.first) != "by"
}

// hometown reports whether a name tells where an unnamed person comes from: "a
// Kestle man".
func (f *finding) hometown(m *mention) bool {
	if d := f.lower(m.first-1, m.first); d != "a" && d != "an" || f.isPeople(m.last-1) {
		return false
	}
	switch f.lower(m.last, m.first) {
	case "man", "woman", "boy", "girl", "teen", "teenager", "resident", "couple", "native":
		w := f.doc.Word(m.last - 1)
		return m.known.form == "" && strings.ToLower(w[1:]) == w[1:] // not "a KLM man"
	}
	return false
}

// headsLine reports whether a name in capitals opens its sentence before a dash, as
// the place of a report does: "KESTLE — A man".
func (f *finding) headsLine(m *mention) bool {
	switch next := f.lower(m.last, m.first); {
	case next != "—" && next != "–" && next != "-" && next != "--", m.first != f.doc.Sents[f.tok(m.first).Sent].First, m.known.form != "" && m.known.kind != sayso.PlaceEntity:
		return false
	}
	for i := m.first; i < m.last; i++ {
		if !f.upper(i, m.first) {
			return false
		}
	}
	return m.kind == sayso.Person
}

// ownsState reports whether a name of one word possesses what only states have:
// "Ruritania's interior minister".
func (f *finding) ownsState(m *mention) bool {
	if m.last-m.first != 1 || f.tag(m.last, m.first) != text.POS || f.words[m.first].isGiven || shapeOf(f.doc.Word(m.first)) != capWord {
		return false
	}
	for i := m.last + 1; i < m.last+5 && f.within(i, m.first); i++ {
		switch t := f.tok(i); {
		case t.Lower == "minister", t.Lower == "ambassador", t.Lower == "parliament", t.Lower == "army", t.Lower == "president", t.Lower == "premier":
			return !isNoun(f.tag(i+1, i)) || isName(f.tag(i+1, i))
		case t.Tag != text.JJ && t.Tag != text.NN && t.Tag != text.NNP:
			return false
		}
	}
	return false
}
