package place

import (
	"unicode"
	"unicode/utf8"

	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// cue returns what word i tells; 0 outside the document.
func (f *Finder) cue(doc *text.Doc, i int32) role {
	if i < 0 || int(i) >= len(doc.Tokens) {
		return 0
	}
	return f.t.cues[doc.Tokens[i].Lower]
}

func lower(doc *text.Doc, i int32) string {
	if i < 0 || int(i) >= len(doc.Tokens) {
		return ""
	}
	return doc.Tokens[i].Lower
}

// capital reports whether token i is a word with a capital that does not begin
// its sentence.
func capital(doc *text.Doc, i int32) bool {
	if i < 0 || int(i) >= len(doc.Tokens) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(doc.Word(i))
	return unicode.IsUpper(r)
}

func begins(doc *text.Doc, i int32) bool {
	return i <= doc.Sents[doc.Tokens[i].Sent].First || isOpening(doc.Tokens[i-1].Lower) && i-1 <= doc.Sents[doc.Tokens[i].Sent].First
}

func isOpening(w string) bool {
	switch w {
	case "\"", "“", "‘", "``", "'", "(", "[", "—", "–", "-", ":":
		return true
	}
	return false
}

// sameSentence reports whether token i exists and belongs to the sentence of token j.
func sameSentence(doc *text.Doc, i, j int32) bool {
	return i >= 0 && int(i) < len(doc.Tokens) && doc.Tokens[i].Sent == doc.Tokens[j].Sent
}

// look gathers what stands around a mention and decides what it speaks for.
func (f *Finder) look(doc *text.Doc, m *mention, who *cast) {
	f.lookBefore(doc, m)
	f.lookAfter(doc, m)
	f.lookAt(doc, m)
	f.asRiver(doc, m)
	if m.demonym == nil && f.ofPerson(doc, m) {
		m.located = true
	}
	if who.place(m.first, m.last) {
		m.located = true
	}
}

// lookBefore reads the words before a mention: "in X", "the village of X",
// "University of X", "Mr X", "Jack X".
func (f *Finder) lookBefore(doc *text.Doc, m *mention) {
	at := m.first - 1
	if !sameSentence(doc, at, m.first) {
		return
	}
	cue, word := f.cue(doc, at), lower(doc, at)
	m.tail = capital(doc, at)
	switch {
	case word == "the":
		m.the = true
		if sameSentence(doc, at-1, m.first) && f.cue(doc, at-1).has(near) && !capital(doc, at-1) {
			m.located = true
		}
	case word == "to" && lower(doc, at-1) == "according":
		m.doubted = true
	case word == "as" && lower(doc, at-1) == "far":
		m.located = true
	case cue.has(near) && (!capital(doc, at) || begins(doc, at) || m.caps):
		m.located = true
	case word == "of" && sameSentence(doc, at-1, m.first):
		of := f.cue(doc, at-1)
		switch {
		case of.has(head) && capital(doc, at-1):
			m.barred = true
		case of.has(area):
			m.kinds, m.located = f.divided(lower(doc, at-1)), true
		case of.has(town):
			m.kinds, m.located = kindsOf(Town, Quarter, Division, Country), true
		case of.has(office):
			m.located = true
		}
	}
	if m.caps || m.titled || m.demonym != nil || !capital(doc, at) || begins(doc, at) && !cue.has(title) {
		return
	}
	switch {
	case cue.has(title) && !cue.has(area|town):
		m.barred = true
	case doc.Tokens[at].UPOS == text.PROPN && !cue.has(day|compass|body|near|area|town|nature|office) && !f.isDemonym(doc, at):
		m.barred = true
	}
}

// lookAfter reads the words after a mention: "X Province", "X University",
// "X River", "X Smith", "X virus".
func (f *Finder) lookAfter(doc *text.Doc, m *mention) {
	at := m.last
	if !sameSentence(doc, at, m.first) {
		return
	}
	cue, word := f.cue(doc, at), lower(doc, at)
	m.closed = word == "," || word == "." || word == ")"
	if cue.has(namesake) {
		m.barred = m.demonym == nil
		return
	}
	if f.inBody(doc, m) {
		m.barred = true
		return
	}
	switch {
	case cue.has(area):
		if (word == "counties" || word == "parishes") && f.asCounty(doc, m) {
			break
		}
		switch next := f.cue(doc, at+1); {
		case word == "republic", word == "state" && next.has(org) && capital(doc, at+1), word == "district" && lower(doc, at+1) == "attorney",
			word == "state" && !capital(doc, at) && m.house.g == nil, cue.has(body) && capital(doc, at) && m.house.g == nil:
		default:
			m.kinds, m.located = f.divided(word), true
		}
	case word == "governor" || word == "gov." || word == "legislature":
		m.kinds = kindsOf(Division, Country, Town, Region, Island)
		if m.world.g != nil && m.house.g == nil {
			m.kinds = kindsOf(Division)
		}
	case cue.has(speaker) && !m.located && m.last == m.first+1 && f.cue(doc, m.first).has(given) && hasGender(doc, at):
		m.barred = true
	case cue.has(nature) && capital(doc, at):
		m.barred = m.house.g == nil
	case cue.has(nature) && !cue.has(town) && word != "forest" && word != "coast":
		m.kinds = kindsOf(Island, Water, Mountain, Region)
	}
	m.owner = cue.has(office) && m.demonym == nil
	if m.caps || m.titled || m.demonym != nil || !capital(doc, at) || doc.Tokens[at].UPOS != text.PROPN {
		return
	}
	if m.located {
		f.lengthen(doc, m)
		return
	}
	if !cue.has(day|body|area|town|nature|title|soil|office|near) && !f.isDemonym(doc, at) {
		if f.cue(doc, m.first).has(given) && m.last == m.first+1 || !f.large(m) {
			m.barred = true
		}
	}
}

// hasGender reports whether "he" or "she" follows token i closely: "Jordan said
// her son", which no country would.
func hasGender(doc *text.Doc, i int32) bool {
	for k := i + 1; k < i+4 && sameSentence(doc, k, i); k++ {
		switch lower(doc, k) {
		case "he", "she", "his", "her", "him":
			return true
		}
	}
	return false
}

// lengthen makes a little-known name that goes on with capitals a name that no
// table has: in "the village of Nova Luka", "Nova" alone is not the place.
func (f *Finder) lengthen(doc *text.Doc, m *mention) {
	at := m.last
	if m.house.g != nil || f.large(m) || f.isDemonym(doc, at) || f.cue(doc, at).has(day|body|area|town|nature|title|soil|office|near|compass|org) {
		return
	}
	if k, _ := f.t.house.narrow(f.t.house.all(), []byte(lexicon.Fold(doc.Word(at)))); k >= 0 {
		return // "Dayton Ohio"
	}
	if m.kinds == 0 && !inside(doc, m) {
		m.barred = true
		return
	}
	for at < m.first+4 && sameSentence(doc, at, m.first) && capital(doc, at) && doc.Tokens[at].UPOS == text.PROPN && !f.cue(doc, at).has(area|town|day) {
		at++
	}
	m.last, m.world, m.common, m.against = at, hit{}, false, false
}

// divided returns the kinds of place that a word for a division can mean.
func (f *Finder) divided(word string) kindSet {
	switch {
	case f.t.cues[word].has(lesser):
		return kindsOf(Division, District, Town)
	case word == "region" || word == "regions":
		return kindsOf(Division, District, Region, Continent, Water, Mountain, Island)
	}
	return kindsOf(Division, District)
}

// inBody reports whether the capitals that go on after a mention make it part
// of the name of an organisation, a building or a street: "X State
// University", "X Road".
func (f *Finder) inBody(doc *text.Doc, m *mention) bool {
	if m.titled || m.caps || m.demonym != nil {
		return false
	}
	for k := m.last; k < m.last+5 && sameSentence(doc, k, m.first); k++ {
		if !capital(doc, k) {
			return false
		}
		cue := f.cue(doc, k)
		if cue.has(org) {
			return true
		}
		if cue.has(body|title|day) && k > m.last {
			return false
		}
	}
	return false
}

// lookAt reads the words of a mention themselves.
func (f *Finder) lookAt(doc *text.Doc, m *mention) {
	at := doc.Range(m.first, m.last)
	// Strains of a virus, "A/Perth/16", and sums, "US$3".
	if end := int(at.End); end+1 < len(doc.Text) && (doc.Text[end] == '/' && doc.Text[end+1] >= '0' && doc.Text[end+1] <= '9' || doc.Text[end] == '$') ||
		at.Start > 0 && doc.Text[at.Start-1] == '$' {
		m.barred = true
	}
	if m.house.g == nil && m.demonym == nil && at.Start > 1 && doc.Text[at.Start-1] == '-' && doc.Text[at.Start-2] > ' ' {
		m.barred = true // the second half of "Ebola-Reston"
	}
	if m.last > m.first+1 || m.demonym != nil {
		return
	}
	if m.house.g == nil && at.Len() < 3 {
		m.against = true
	}
	t := &doc.Tokens[m.first]
	switch t.UPOS {
	case text.PROPN, text.X, 0:
	case text.ADJ, text.NOUN:
		m.against = m.common && m.house.g == nil
	default:
		m.against = true
	}
	if m.common && m.located && m.house.g == nil && sameSentence(doc, m.last, m.first) {
		switch next := &doc.Tokens[m.last]; next.UPOS {
		case text.NOUN, text.PROPN, text.NUM, text.ADJ:
			m.against = m.against || !f.cue(doc, m.last).has(area|town|soil)
		}
	}
	if f.cue(doc, m.first).has(day) || m.common && m.the && m.house.g == nil {
		m.against = true
	}
	if m.caps && !m.located && (m.common || doc.Of(at) == "US") { // which may be "us"
		m.against = true
	}
	if !m.caps && m.house.g == nil && at.Len() <= 4 && at.Len() > 1 && allCapitals(doc.Of(at)) {
		m.against = true
	}
}

// asCounty makes a name that of a county: "Greene" in "Clark and Greene
// counties". It reports whether there is one.
func (f *Finder) asCounty(doc *text.Doc, m *mention) bool {
	var buf [96]byte
	key := append(foldInto(buf[:0], doc.Of(doc.Range(m.first, m.last))), " county"...)
	k, _ := f.t.world.narrow(f.t.world.all(), key)
	if k < 0 {
		return false
	}
	m.world, m.house, m.common, m.against, m.located, m.kinds = hit{f.t.world, k}, hit{}, false, false, true, kindsOf(District)
	return true
}

// ofPerson reports whether a mention says where somebody is from: "a Burgin
// man", "two Troy teenagers".
func (f *Finder) ofPerson(doc *text.Doc, m *mention) bool {
	if !sameSentence(doc, m.first-1, m.first) || !sameSentence(doc, m.last, m.first) || capital(doc, m.last) || !f.cue(doc, m.last).has(native) {
		return false
	}
	w := lower(doc, m.first-1)
	return w == "a" || w == "an" || doc.Tokens[m.first-1].UPOS == text.NUM
}

// asRiver makes a name after "the" that of a river: "the Ohio rose". Countries
// stay countries, "the Congo", and so does what goes on, "the Ohio governor".
func (f *Finder) asRiver(doc *text.Doc, m *mention) {
	if !m.the || m.demonym != nil || m.caps || m.titled || m.kinds != 0 || m.barred || m.house.g == nil && !f.large(m) {
		return
	}
	if sameSentence(doc, m.last, m.first) {
		switch t := &doc.Tokens[m.last]; t.UPOS {
		case text.NOUN, text.PROPN, text.ADJ, text.NUM:
			return
		}
		if w := lower(doc, m.last); w == "-" || w == "'s" {
			return
		}
	}
	if m.house.g != nil {
		first, _ := m.house.g.postings(m.house.key)
		n, _ := m.house.g.posting(first)
		if m.house.g.at(n).Kind != Division {
			return
		}
	}
	var buf [96]byte
	key := append(foldInto(buf[:0], doc.Of(doc.Range(m.first, m.last))), " river"...)
	if k, _ := f.t.house.narrow(f.t.house.all(), key); k >= 0 {
		m.house, m.world, m.common, m.against = hit{f.t.house, k}, hit{}, false, false
	}
}

func (f *Finder) isDemonym(doc *text.Doc, i int32) bool {
	var buf [64]byte
	_, found := f.t.demonyms[string(foldInto(buf[:0], doc.Word(i)))]
	return found
}

// large reports whether a mention's name is first of all a country, a
// division or a city that everyone knows.
func (f *Finder) large(m *mention) bool {
	if m.house.g != nil && !m.short {
		return true
	}
	if m.world.g == nil {
		return false
	}
	first, last := m.world.g.postings(m.world.key)
	for p := first; p < last && p < first+3; p++ {
		n, use := m.world.g.posting(p)
		if s := m.world.g.at(n); s.People >= 250_000 && use&MainName != 0 || s.Rank == 5 || s.Kind == Division && s.People > 1_000_000 {
			return true
		}
	}
	return false
}
