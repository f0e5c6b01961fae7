package entity

import (
	"sayso"
	"sayso/internal/text"
)

// tie is what the words around a name say of it.
type tie struct {
	of      int32 // the mention it concerns
	same    int32 // a nominal mention of the same entity, or -1
	about   sayso.Span
	role    *noun
	member  int32  // the mention of what it belongs to, or -1
	country string // ISO 3166-1 alpha-2
}

// relate finds titles before names, appositions on either side and "is the".
func (f *finding) relate() []tie {
	var ties []tie
	for k := range f.mentions {
		m := &f.mentions[k]
		if m.form != sayso.NameMention {
			continue
		}
		if m.kind == sayso.Person {
			if t, ok := f.title(m); ok {
				t.of = int32(k)
				ties = append(ties, t)
			}
			if t, ok := f.ofBody(m); ok {
				t.of = int32(k)
				ties = append(ties, t)
			}
		}
		for _, find := range [...]func(*mention) (tie, bool){f.aside, f.asideToo, f.asideBefore, f.isThe, f.beside, f.whoHeads} {
			if t, ok := find(m); ok {
				t.of = int32(k)
				ties = append(ties, t)
			}
		}
	}
	for k := range f.mentions {
		if m := &f.mentions[k]; m.form == sayso.NominalMention && (m.kind == sayso.Person || m.kind == sayso.Group || m.kind == sayso.Organization) {
			t := tie{of: int32(k), same: -1, member: -1, role: m.noun}
			t.member, t.country = f.belongs(m, m.first)
			if t.member >= 0 || t.country != "" {
				ties = append(ties, t)
			}
		}
	}
	return ties
}

// title reads the words right before a person's name: "the agency's Director",
// "Interior Ministry spokesman", "Secretary of State".
func (f *finding) title(m *mention) (tie, bool) {
	end := m.first
	for end > 0 && f.within(end-1, m.first) && f.words[end-1].honor && f.words[end-1].noun == nil {
		end--
	}
	i := end - 1
	if !f.within(i, m.first) || f.tok(i).Tag == text.Comma {
		return tie{}, false
	}
	n, first := f.titleNoun(i)
	head := i
	if n == nil { // "Secretary of State Ann Ode"
		for back := int32(1); back <= 4 && f.within(i-back, m.first); back++ {
			if w := f.tok(i - back).Lower; w == "of" || w == "for" {
				head = i - back - 1
				if n, first = f.titleNoun(head); n == nil {
					return tie{}, false
				}
				break
			}
			if tag := f.tok(i - back).Tag; !isNoun(tag) && tag != text.DT && tag != text.JJ && tag != text.CC {
				return tie{}, false
			}
		}
	}
	if n == nil || n.kind != sayso.Person {
		return tie{}, false
	}
	p, _ := f.phrase(n, first, head, &f.doc.Sents[f.sentence(m)])
	t := tie{same: -1, role: n, member: -1}
	if at := f.at[head]; at >= 0 && f.mentions[at].form == sayso.NominalMention && f.mentions[at].head == head {
		t.same = at // "Minister of Trade Ann Ode"
	}
	from := f.afterDeterminer(p.first, first, p.possessor)
	if f.tok(from).Tag == text.CD && from+1 < end && f.tag(from+1, from) != text.HYPH {
		return tie{}, false // "two officials Ann Ode and ..."
	}
	t.about = f.doc.Range(from, max(head+1, f.beforeTitles(head+1, end)))
	t.member, t.country = f.belongs(&p, from)
	if and := p.first - 1; t.same < 0 && f.lower(and, m.first) == "and" && f.within(and-1, m.first) { // "Deputy Premier and Trade Minister Ann Ode"
		if at := f.at[and-1]; at >= 0 {
			o := &f.mentions[at]
			if o.form == sayso.NominalMention && o.last == and && o.kind == sayso.Person && o.noun.use == office && o.number != pluralNumber && isName(f.tok(o.head).Tag) {
				t.same = at
				t.about = f.doc.Range(f.afterDeterminer(o.first, o.head, o.possessor), max(head+1, f.beforeTitles(head+1, end)))
			}
		}
	}
	if t.member < 0 && i > head { // "of State"
		for j := head + 1; j <= i; j++ {
			if at := f.at[j]; at >= 0 && f.mentions[at].form == sayso.NameMention {
				t.member, t.country = f.memberOf(at, n)
			}
		}
	}
	return t, true
}

// beforeTitles returns where the last words of a rank in tokens [from, end) begin:
// "coalition spokesman Colonel".
func (f *finding) beforeTitles(from, end int32) int32 {
	for end > from {
		if n := f.words[end-1].noun; !f.words[end-1].honor && (n == nil || n.sector != "MIL" && n.sector != "COP") {
			break
		}
		end--
	}
	return end
}

func (f *finding) titleNoun(i int32) (*noun, int32) {
	if i < 0 || f.at[i] >= 0 && f.mentions[f.at[i]].form == sayso.NameMention {
		return nil, 0
	}
	if !isNoun(f.tok(i).Tag) && f.tok(i).Tag != 0 && f.tok(i).Tag != text.JJ {
		return nil, 0
	}
	n, first := f.nounAt(i)
	if n == nil || n.kind != sayso.Person {
		return nil, 0
	}
	return n, first
}

// afterDeterminer returns the first token of a phrase past its determiner or possessor.
func (f *finding) afterDeterminer(first, head, possessor int32) int32 {
	if possessor >= 0 {
		return min(f.mentions[possessor].last+1, head)
	}
	for first < head {
		if tag := f.tok(first).Tag; tag != text.DT && tag != text.PDT && tag != text.PRPS && tag != text.POS {
			break
		}
		first++
	}
	return first
}

// belongs reads what a noun phrase ties its entity to: its possessor, a name or
// people among its words from token from on, or "of", "for", "at" and "from" after it.
func (f *finding) belongs(m *mention, from int32) (member int32, country string) {
	member = -1
	if m.possessor >= 0 {
		member, country = f.memberOf(m.possessor, m.noun)
	}
	for j := from; j < m.head; j++ {
		if at := f.at[j]; at >= 0 && f.mentions[at].form == sayso.NameMention {
			a, c := f.memberOf(at, m.noun)
			if a >= 0 {
				member = a
			}
			if c != "" {
				country = c
			}
		} else if c, ok := f.ByAdjective(f.tok(j).Lower); ok && f.words[j].capital == people {
			country = c.Code
		}
	}
	switch f.lower(m.last, m.first) {
	case "of", "for", "at", "from", "with":
		j := m.last + 1
		for f.tag(j, m.first) == text.DT || f.tag(j, m.first) == text.JJ && f.at[j] < 0 {
			j++
		}
		if f.within(j, m.first) {
			if at := f.whole(j, m.last); at >= 0 && f.mentions[at].first >= m.last {
				a, c := f.memberOf(at, m.noun)
				if member < 0 && m.noun != nil && (m.noun.kind == sayso.Person || m.noun.kind == sayso.Group) {
					member = a
				}
				if country == "" && f.lower(m.last, m.first) == "of" {
					country = c
				}
			}
		}
	}
	return member, country
}

// whole returns the mention at token j, or the body's that it only begins ("the UN
// agency's office" at "UN"); -1 where there is none.
func (f *finding) whole(j, from int32) int32 {
	at := f.at[j]
	for i := j + 1; i < j+8 && f.within(i, j); i++ {
		k := f.at[i]
		if k < 0 {
			if tag := f.tok(i).Tag; !isNoun(tag) && tag != text.JJ && tag != text.POS {
				break
			}
			continue
		}
		if o := &f.mentions[k]; o.form == sayso.NominalMention && o.kind == sayso.Organization && o.first >= from && o.first <= j {
			at = k
		}
	}
	return at
}

// whoHeads reads what a clause with "who" says of a person's body: "Ann Ode, who
// heads the Harbour Board".
func (f *finding) whoHeads(m *mention) (tie, bool) {
	if m.kind != sayso.Person {
		return tie{}, false
	}
	i := m.last
	if f.tag(i, m.first) == text.Comma {
		i++
	}
	if f.lower(i, m.first) != "who" {
		return tie{}, false
	}
	verb := i + 1
	for f.tag(verb, m.first) == text.RB || f.lower(verb, m.first) == "has" {
		verb++
	}
	if !f.classes.heads[f.lower(verb, m.first)] {
		return tie{}, false
	}
	j := verb + 1
	if f.lower(j, m.first) == "over" {
		j++
	}
	for f.tag(j, m.first) == text.DT || f.tag(j, m.first) == text.JJ && f.at[j] < 0 {
		j++
	}
	if !f.within(j, m.first) {
		return tie{}, false
	}
	at := f.whole(j, verb+1)
	if at < 0 || f.mentions[at].first < verb {
		return tie{}, false
	}
	t := tie{same: -1, role: heading, about: f.doc.Range(verb, f.mentions[at].last)}
	t.member, t.country = f.memberOf(at, heading)
	return t, t.member >= 0
}

// heading is the role of who heads a body.
var heading = &noun{word: "head", kind: sayso.Person, use: office, covers: []string{"*"}}

// memberOf tells whether a mention is a body that one who is called by noun n can
// belong to, or somebody whom he can speak for, or a country.
func (f *finding) memberOf(at int32, n *noun) (int32, string) {
	m := &f.mentions[at]
	switch m.kind {
	case sayso.Person:
		if n != nil && (n.use == agent || n.use == owned) {
			return at, ""
		}
	case sayso.Organization:
		return at, m.known.country
	case sayso.Group:
		if m.noun != nil && m.noun.use == crowd || m.form == sayso.NameMention {
			return at, ""
		}
	case sayso.PlaceEntity:
		return -1, m.known.country
	}
	return -1, ""
}

// ofBody reads "Ann Ode of the Harbour Board", "Ann Ode, of the local Harbour Board,".
func (f *finding) ofBody(m *mention) (tie, bool) {
	of := m.last
	if f.tag(of, m.first) == text.Comma {
		of++ // "Ann Ode, of the Harbour Board,"
	}
	switch f.lower(of, m.first) {
	case "of", "from":
	default:
		return tie{}, false
	}
	j := of + 1
	for j < of+5 && (f.tag(j, m.first) == text.DT || (f.tag(j, m.first) == text.JJ || f.tag(j, m.first) == text.NN) && f.at[j] < 0) {
		j++
	}
	if !f.within(j, m.first) || f.at[j] < 0 {
		return tie{}, false
	}
	b := &f.mentions[f.at[j]]
	if b.form != sayso.NameMention || b.kind != sayso.Organization {
		return tie{}, false
	}
	if after := f.tag(b.last, m.first); of > m.last && after != text.Comma && after != text.Stop {
		return tie{}, false
	}
	return tie{same: -1, member: f.at[j]}, true
}

// isThe reads "Ann Ode is the director of the agency".
func (f *finding) isThe(m *mention) (tie, bool) {
	switch f.lower(m.last, m.first) {
	case "is", "was", "became", "remains":
	default:
		return tie{}, false
	}
	at := f.nominalFrom(m.last + 1)
	if at < 0 || !f.within(m.last+1, m.first) {
		return tie{}, false
	}
	n := &f.mentions[at]
	if !fits(m, n) || n.sure < 0 || n.det == bare || f.tag(m.first-1, m.first) == text.IN {
		return tie{}, false
	}
	from := f.afterDeterminer(n.first, n.head, n.possessor)
	t := tie{same: at, role: n.noun, about: f.doc.Range(from, n.last), member: -1}
	t.member, t.country = f.belongs(n, from)
	return t, true
}

// beside reads a name within or right after the noun for what it is: "the
// Harbour Times newspaper", "the company Ode Works".
func (f *finding) beside(m *mention) (tie, bool) {
	if m.kind == sayso.Person && !f.bodyNamed(m) {
		return tie{}, false
	}
	if i := m.first - 1; m.kind == sayso.Organization && f.within(i, m.first) && f.at[i] < 0 {
		if n := f.words[i].noun; n != nil && (n.kind == sayso.Person || n.kind == sayso.Group) && n.sector != "" && n.use != office && shapeOf(f.doc.Word(i)) == lowerWord {
			return tie{same: -1, role: n, member: -1}, true // "the rebel Northern Front"
		}
	}
	if f.within(m.last, m.first) {
		if at := f.at[m.last]; at >= 0 {
			n := &f.mentions[at]
			if n.form == sayso.NominalMention && n.head == m.last && n.possessor < 0 && n.number != pluralNumber && fits(m, n) && n.det != indefinite && f.sameSort(m, n) {
				return tie{same: at, role: n.noun, member: -1}, true
			}
		}
	}
	if m.kind == sayso.PlaceEntity && f.lower(m.first-1, m.first) == "of" && f.within(m.first-2, m.first) {
		if at := f.at[m.first-2]; at >= 0 { // "the port of Velsk"
			n := &f.mentions[at]
			if n.form == sayso.NominalMention && n.head == m.first-2 && n.kind == sayso.PlaceEntity && n.number != pluralNumber && !f.classes.part[n.noun.word] {
				return tie{same: at, role: n.noun, member: -1}, true
			}
		}
	}
	if f.within(m.first-1, m.first) {
		if at := f.at[m.first-1]; at >= 0 {
			n := &f.mentions[at]
			if n.form == sayso.NominalMention && n.head == m.first-1 && n.det == definite && n.number != pluralNumber && fits(m, n) {
				return tie{same: at, role: n.noun, member: -1}, true
			}
		}
	}
	return tie{}, false
}

// bodyNamed makes a body of what was taken for a person where "the ... party" or
// the like stands around it: "the ruling Nova Terra party".
func (f *finding) bodyNamed(m *mention) bool {
	if m.last-m.first < 2 || !f.within(m.last, m.first) || f.words[m.first].isGiven && !f.words[m.first].weak || f.at[m.last] < 0 {
		return false
	}
	n := &f.mentions[f.at[m.last]]
	if n.form != sayso.NominalMention || n.head != m.last || n.det != definite || n.noun.kind != sayso.Organization || n.noun.sector != "PTY" && n.noun.sector != "JRN" && n.noun.sector != "BUS" {
		return false
	}
	m.kind, m.gender = sayso.Organization, 0
	return true
}

// sameSort reports whether "the NAME NOUN" is NAME and not a part of it: a
// newspaper, a company, a group or a town, but not "the Moscow government".
func (f *finding) sameSort(m, n *mention) bool {
	if n.noun.kind == sayso.PlaceEntity {
		return true
	}
	return n.noun.sector == m.known.sector && m.known.sector != "" || n.noun.sector == "JRN" || n.noun.sector == "BUS" || f.classes.movement[n.noun.word]
}
