package entity

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// aged is the noun of "the 57-year-old".
var aged = &noun{word: "year-old", kind: sayso.Person, covers: []string{"*"}}

// nominals adds a mention for every base noun phrase whose head is a noun for
// people, bodies or places. Titles before names are no mentions of their own.
func (f *finding) nominals() {
	for k := range f.doc.Sents {
		s := &f.doc.Sents[k]
		for i := s.First; i < s.Last; i++ {
			if f.at[i] >= 0 {
				continue
			}
			n, head := f.headNoun(i, s)
			if n == nil {
				continue
			}
			if m, ok := f.phrase(n, head, i, s); ok {
				at := f.add(m)
				for j := m.first; j < m.last; j++ {
					if f.at[j] < 0 {
						f.at[j] = at
					}
				}
			}
		}
	}
}

// headNoun returns the noun that heads a noun phrase ending at token i, and the
// token that the noun begins at; nil where none does.
func (f *finding) headNoun(i int32, s *text.Sentence) (*noun, int32) {
	t := f.tok(i)
	if t.Lower == "old" || t.Lower == "olds" || strings.HasSuffix(t.Lower, "year-old") {
		if from, ok := f.age(i, s); ok && !isNoun(f.tag(i+1, i)) && f.tag(i+1, i) != text.HYPH {
			return aged, from
		}
		return nil, 0
	}
	if w := f.words[i]; w.noun != nil && w.noun.kind == sayso.Person && i+2 < s.Last && f.lower(i+1, i) == "of" {
		if n, first := f.nounAt(i + 2); n != nil && first == i {
			return nil, 0 // "chief" of "chief of staff"
		}
	}
	if t.Tag == text.JJ && f.words[i].pair && !isNoun(f.tag(i+1, i)) {
		if n, first := f.nounAt(i); n != nil && first < i && n.use == office {
			return n, first // "chief executive"
		}
	}
	if !isNoun(t.Tag) && !(t.Tag == 0 && f.words[i].noun != nil) && !(t.Tag == text.JJ && f.words[i].noun != nil && f.words[i].noun.use != plainUse) {
		return nil, 0
	}
	if next := f.tag(i+1, i); next == text.HYPH && !f.ofSome(i) || isNoun(next) && (f.at[i+1] < 0 || f.mentions[f.at[i+1]].kind == sayso.Person) {
		return nil, 0 // "police station", "spokesman Ivan Pell"
	}
	if next := i + 1; isNoun(f.tag(next, i)) && f.mentions[f.at[next]].kind == sayso.Organization && f.mentions[f.at[next]].form == sayso.NameMention {
		if n := f.words[i].noun; n != nil && (n.kind == sayso.Person || n.kind == sayso.Group) && t.Tag != text.NNS && t.Tag != text.NNPS {
			return nil, 0 // "the rebel Northern Front"
		}
	}
	if f.idiom(i) {
		return nil, 0
	}
	if t.Tag == text.JJ && (f.tag(i+1, i) == text.JJ || f.tag(i+1, i) == text.CD) {
		return nil, 0
	}
	if n, first := f.nounAt(i); n != nil {
		return n, first
	}
	if t.Tag == text.NNPS || t.Tag == text.NNS && shapeOf(f.doc.Word(i)) == capWord {
		if _, ok := f.ByDemonym(t.Lower); ok {
			return nationals, i
		}
	}
	return nil, i
}

// idiom reports whether the noun at token i means nobody and no place: "state of
// emergency", "in public".
func (f *finding) idiom(i int32) bool {
	switch f.tok(i).Lower {
	case "state":
		if f.lower(i+1, i) == "of" && f.at[min(i+2, f.size()-1)] < 0 {
			switch f.tag(i+2, i) {
			case text.NN, text.NNS, text.JJ:
				return true
			}
		}
	case "public":
		return f.lower(i-1, i) == "in"
	}
	return false
}

// nationals is the noun of "Kazakhs", "Russians".
var nationals = &noun{word: "nationals", kind: sayso.Group, use: crowd}

// age finds "57-year-old" in one token or five and returns its first token.
func (f *finding) age(i int32, s *text.Sentence) (int32, bool) {
	if lower := f.tok(i).Lower; strings.HasSuffix(lower, "year-old") {
		return i, lower[0] >= '0' && lower[0] <= '9'
	}
	if i-4 >= s.First && f.tok(i-2).Lower == "year" && f.tok(i-1).Lower == "-" && f.tok(i-3).Lower == "-" {
		return i - 4, true
	}
	return 0, false
}

// phrase builds the mention of the noun phrase whose head noun ends at token i.
func (f *finding) phrase(n *noun, nounFirst, i int32, s *text.Sentence) (mention, bool) {
	m := mention{first: nounFirst, last: i + 1, head: i, form: sayso.NominalMention, kind: n.kind, gender: n.gender, noun: n, possessor: -1}
	t := f.tok(i)
	if n.use == kin && f.ofSome(i) {
		m.last = i + 5
	}
	m.number = singularNumber
	if t.Tag == text.NNS || t.Tag == text.NNPS || n != aged && t.Lower != lastWord(n.word) || n.word == "people" || n.word == "others" {
		m.number = pluralNumber
	}
	if n.kind == sayso.Group || n.kind == sayso.Organization && n.use == crowd {
		m.number = 0
	}
	capitalised := isName(t.Tag)
	if capitalised && n.kind == sayso.Person && n.use != office && n.use != agent && !f.opens(i, s) && t.Tag == text.NNP {
		return m, false // "told the Courier"
	}
	counted, some := false, false // a number, or a word of quantity, was passed
walk:
	for j := nounFirst - 1; j >= max(s.First, nounFirst-24); j-- {
		p := f.tok(j)
		if at := f.at[j]; at >= 0 && f.mentions[at].form == sayso.NameMention {
			j = f.mentions[at].first // a name goes in whole
			m.first = j
			continue
		}
		switch p.Tag {
		case text.DT, text.PDT, text.WDT, text.PRPS, text.WPS:
			switch p.Lower {
			case "no", "any", "every", "each", "what", "which", "either", "neither", "whatever", "all", "both":
				if p.Lower != "all" && p.Lower != "both" {
					return m, false
				}
				m.det = definite
			case "a", "an", "some":
				m.det = max(m.det, indefinite)
			case "another":
				m.det = other
			default:
				m.det = max(m.det, definite)
			}
			m.first = j
			if p.Tag != text.DT || p.Lower != "all" && p.Lower != "both" {
				break walk
			}
		case text.POS:
			m.det = max(m.det, definite)
			if j-1 >= s.First {
				at := f.at[j-1]
				m.post = m.post || at < 0 // "the dockers' union": whose is not known
				if at >= 0 && f.mentions[at].last == j {
					m.possessor, m.first = at, f.mentions[at].first
					if m.first > s.First && f.tok(m.first-1).Tag == text.DT {
						m.first--
					}
				}
			}
			break walk
		case text.CD:
			counted, some = true, true
			if p.Lower != "one" && p.Lower != "1" && n.kind == sayso.Person && n != aged && f.tag(j+1, j) != text.HYPH {
				m.number = pluralNumber
			}
			m.first = j
		case text.JJ, text.JJR, text.JJS, text.NN, text.NNS, text.NNP, text.NNPS, text.VBN, text.VBG, text.HYPH, text.AFX:
			if counted && p.Tag != text.CD && f.tag(j+1, j) == text.CD && !f.beforeNumber(j) {
				break walk // "Rebels free 12 hostages"
			}
			switch p.Lower {
			case "other", "second", "third", "fourth", "different", "further", "additional", "new":
				if p.Lower != "new" {
					m.det = other
				}
			case "least":
				if f.lower(j-1, j) == "at" {
					break walk
				}
			case "several", "many", "few", "more", "most", "some", "various", "numerous":
				some = true
			}
			if (p.Tag == text.VBG || p.Tag == text.VBN) && !f.attributive(j, s) {
				break walk // "by arresting officials", "including 12 officials"
			}
			m.first = j
		default:
			break walk
		}
	}
	if some && m.det == bare {
		m.det = indefinite
	}
	if n.word == "force" && t.Tag == text.NN && m.det == bare && (nounFirst == s.First || !isNoun(f.tok(nounFirst-1).Tag)) {
		return m, false // "deadly force"
	}
	if m.number == pluralNumber && (m.kind == sayso.Person || m.kind == sayso.Organization) {
		m.kind = sayso.Group
	}
	if w := f.tok(m.first).Lower; (w == "that" || w == "this") && m.number == pluralNumber && m.first < m.last-1 {
		m.first, m.det = m.first+1, bare // a conjunction: "that militants came"
	}
	switch next := f.tok(min(i+1, f.size()-1)); {
	case !f.within(i+1, i):
	case next.Lower == "of", next.Lower == "who", next.Lower == "whose", next.Lower == "that" && next.Tag == text.WDT, next.Lower == "familiar",
		n.kind == sayso.Person && next.Tag == text.IN && (next.Lower == "for" || next.Lower == "at" || next.Lower == "from"):
		m.post = true
	}
	if n.use == owned && m.possessor < 0 && !f.holdsName(&m) {
		if m.det != definite || m.number == pluralNumber {
			return m, false
		}
		m.sure = -2
	}
	if m.det == bare && m.number == singularNumber && !capitalised && n.use != crowd && n.kind != sayso.Group {
		m.sure = -1 // kept only where something ties it to a name, or it is a subject
	}
	if m.det == bare && capitalised {
		m.det = definite // "President says"
	}
	return m, true
}

// ofSome reports whether "-of-three" follows token i: "a mother-of-three".
func (f *finding) ofSome(i int32) bool {
	return f.lower(i+1, i) == "-" && f.lower(i+2, i) == "of" && f.lower(i+3, i) == "-" && f.within(i+4, i)
}

// beforeNumber reports whether the word at token j may stand before a number within a
// noun phrase: "the other two", "nearly 40", "the first 12", "a further 30".
func (f *finding) beforeNumber(j int32) bool {
	switch t := f.tok(j); t.Tag {
	case text.HYPH, text.JJR, text.JJS, text.AFX:
		return true
	case text.JJ, text.VBN, text.VBG:
		switch f.tag(j-1, j) {
		case text.DT, text.PRPS, text.POS, text.CC, text.HYPH, text.JJ:
			return true
		}
		return t.Lower == "other" || t.Lower == "another" || t.Lower == "further" || t.Lower == "some" || t.Lower == "additional"
	}
	return false
}

// holdsName reports whether a name stands among the words before a nominal mention's head.
func (f *finding) holdsName(m *mention) bool {
	for j := m.first; j < m.head; j++ {
		if at := f.at[j]; at >= 0 && f.mentions[at].form == sayso.NameMention {
			return true
		}
	}
	return false
}

// attributive reports whether the participle at token j stands before its noun
// like an adjective: "the visiting minister".
func (f *finding) attributive(j int32, s *text.Sentence) bool {
	if next := f.tag(j+1, j); next == text.DT || next == text.CD || next == text.PRPS || isName(next) {
		return false
	}
	if j == s.First {
		return true
	}
	switch f.tok(j - 1).Tag {
	case text.DT, text.PRPS, text.POS, text.JJ, text.JJR, text.JJS, text.CD, text.Comma, text.CC, text.HYPH, text.RB:
		return true
	}
	return false
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// subjects marks the mentions that stand as a subject: before a finite verb, or
// after a verb of saying that comes first.
func (f *finding) subjects() {
	for k := range f.mentions {
		m := &f.mentions[k]
		if f.treeSubject(m) {
			m.subject = true
			continue
		}
		if f.tag(m.first-1, m.first) == text.IN {
			continue
		}
		j := m.last
		for f.tag(j, m.first) == text.RB {
			j++
		}
		m.subject = isFinite(f.tag(j, m.first)) && f.tag(m.last, m.first) != text.POS ||
			f.saying(m.first-1, m.first) && (f.tag(m.last, m.first) == text.Comma || f.tag(m.last, m.first) == text.Stop || !f.within(m.last, m.first))
		if !m.subject && f.tag(m.last, m.first) == text.Comma && (m.form == sayso.NameMention) {
			m.subject = f.verbAfterAside(m.last, m.first)
		}
	}
}

// treeSubject reports whether the tree has a mention, or the title it follows, as
// a subject.
func (f *finding) treeSubject(m *mention) bool { return f.subjectOf(m) >= 0 }

// subjectOf returns the word whose subject a mention is, or the title it follows,
// by the tree; -1 where it is none.
func (f *finding) subjectOf(m *mention) int32 {
	i := m.first
	for n := 0; n < 8; n++ {
		t := f.tok(i)
		outside := t.Head < m.first || t.Head >= m.last
		switch t.Rel {
		case text.RelNsubj, text.RelNsubjPass, text.RelNsubjOuter:
			if !outside {
				return -1
			}
			return t.Head
		case text.RelFlat, text.RelCompound, text.RelNmodDesc, text.RelAmod, text.RelDet, text.RelNummod, text.RelDetPredet, text.RelNmodPoss, text.RelCase:
		default:
			if outside {
				return -1
			}
		}
		if t.Head < 0 || (t.Rel == text.RelNmodPoss || t.Rel == text.RelCase) && outside {
			return -1
		}
		i = t.Head
	}
	return -1
}

// verbAfterAside reports whether an aside between commas that begins at token i
// is followed by a finite verb: "Ann Ode, the pilot, said".
func (f *finding) verbAfterAside(i, in int32) bool {
	for j := i + 1; j < i+16 && f.within(j, in); j++ {
		if f.tag(j, in) == text.Comma {
			return isFinite(f.tag(j+1, in))
		}
	}
	return false
}

// saying reports whether token i, in the sentence of in, is a plain verb of saying.
func (f *finding) saying(i, in int32) bool {
	return f.classes.saying[f.lower(i, in)]
}
