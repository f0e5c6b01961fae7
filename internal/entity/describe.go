package entity

import (
	"slices"

	"sayso"
	"sayso/internal/text"
)

// settle writes what the ties say into the clusters and joins the nominal
// mentions that describe a name to it.
func (l *linker) settle(ties []tie) {
	for _, t := range ties {
		m := &l.mentions[t.of]
		if m.form != sayso.NameMention {
			continue
		}
		e := &l.clusters[m.entity]
		if t.same >= 0 {
			n := &l.mentions[t.same]
			if n.entity >= 0 {
				continue
			}
			l.join(t.same, m.entity)
			e = &l.clusters[m.entity]
		}
		if t.role != nil {
			if !slices.Contains(e.roles, t.role) {
				e.roles = append(e.roles, t.role)
			}
			if e.gender == 0 {
				e.gender = t.role.gender
			}
			if e.kind != sayso.Person {
				t.about = sayso.Span{}
			}
			if e.sector == "" {
				e.sector = t.role.sector
			}
		}
		if !t.about.Empty() {
			l.say(e, t.about)
		}
	}
}

// say notes a role as the text gives it, unless an earlier one says as much.
func (l *linker) say(e *cluster, at sayso.Span) {
	words := joinLines(l.doc.Of(at))
	for i, a := range e.about {
		if containsFold(a, words) {
			return
		}
		if containsFold(words, a) {
			e.about[i] = words
			return
		}
	}
	if len(e.about) < 8 {
		e.about = append(e.about, words)
	}
}

func (l *linker) tieMember(e *cluster, self int32, t tie) {
	if t.member >= 0 && e.member < 0 {
		if c := l.mentions[t.member].entity; c >= 0 && c != self {
			e.member = c
		}
	}
	if e.country == "" {
		e.country = t.country
	}
}

// nominal finds the cluster an unlinked nominal mention belongs to, or -1.
// Candidates are those met before it, the latest first.
func (l *linker) nominal(k int32) int32 {
	m := &l.mentions[k]
	if m.noun == nil || m.det == other || m.det == indefinite {
		return -1
	}
	if m.det == bare && (m.noun.use != crowd || m.noun.use == source) {
		return -1
	}
	sent := l.sentence(m)
	country := l.countryOf(m)
	member := l.memberCluster(m)
	owner := l.owner(m)
	ownedBy := m.possessor >= 0 || m.his > 0 || l.tok(m.first).Tag == text.PRPS
	if ownedBy && owner < 0 {
		return -1
	}
	if ownedBy && l.clusters[owner].known.size == "country" {
		ownedBy = false // says no more than "Kazakh"
	}
	tries := 0
	for i := len(l.recent) - 1; i >= max(0, len(l.recent)-reach) && tries < 60; i-- {
		c := l.recent[i]
		e := &l.clusters[c]
		if e.met != int32(i) {
			continue // met again later
		}
		last := &l.mentions[e.last]
		tries++
		if last.last > m.first || !l.compatible(m, e) || !sameCountry(country, e.country) {
			continue
		}
		if member >= 0 && e.member >= 0 && member != e.member || member >= 0 && member == c {
			continue
		}
		away := sent - l.sentence(last)
		if ownedBy && owner != e.owner && (e.owner >= 0 || e.name < 0 || e.member >= 0 && e.member != owner) {
			continue
		}
		if l.quote[m.first] >= 0 && l.quote[last.first] < 0 && l.voices(last) && m.kind == sayso.Person {
			continue // who speaks does not say "the officer" for himself
		}
		if aged := l.age(m); aged >= 0 && m.det == definite && e.age >= 0 && e.kind == sayso.Person {
			if l.sameAge(aged, e.age) {
				return c // "the 57-year-old father"
			}
			continue
		}
		if l.describes(m, e, away, member) && l.modified(m, e) {
			if l.rival(m, i, sent) {
				return -1
			}
			return c
		}
	}
	return l.another(m, member)
}

// describes reports whether "the NOUN" can mean cluster e, met away sentences ago.
func (l *linker) describes(m *mention, e *cluster, away, member int32) bool {
	n := m.noun
	same := false
	for _, r := range e.roles {
		same = same || r == n
	}
	if !same && e.name >= 0 && e.kind != sayso.Person {
		name := &l.mentions[e.name]
		same = l.words[name.head].noun == n || l.words[name.head].noun == nil && l.tok(name.head).Lower == n.word
	}
	named := e.name >= 0
	restricted := m.post && m.det != bare
	switch n.kind {
	case sayso.Person:
		if m.kind == sayso.Group { // "the officials"
			return same && e.number == pluralNumber && away <= 6 && !restricted
		}
		switch {
		case n == aged && (e.age >= 0 || l.age(m) < 0):
			return !restricted && l.sameAge(e.age, l.age(m))
		case n.use == kin:
			return same && (m.possessor >= 0 || m.his > 0)
		case same && restricted:
			return member >= 0 && e.member == member
		case same && m.possessor >= 0:
			return e.member < 0 || member < 0 || e.member == member
		case same:
			return named || away <= 4
		case n == aged || n.gender != 0 && len(n.covers) > 0 && n.covers[0] == "*":
			return !restricted && away <= 2 && e.kind == sayso.Person && (n.gender == 0 || e.gender == n.gender) && len(e.about) == 0|b2i(n == aged)
		case len(n.covers) > 0 && n.covers[0] != "*":
			return !restricted && m.possessor < 0 && away <= 2 && named && n.covered(e.sector) && m.det == definite
		}
	case sayso.Organization:
		switch {
		case same && restricted:
			return false
		case same:
			return true
		case len(n.covers) > 0:
			return !restricted && m.possessor < 0 && m.det == definite && named && away <= 2 && e.sector != "" && n.covered(e.sector)
		}
	case sayso.Group:
		return same && !restricted
	case sayso.PlaceEntity:
		if same {
			return !restricted
		}
		return named && !restricted && m.possessor < 0 && away <= 2 && e.known.size != "" && len(n.covers) > 0 && n.covers[0] == e.known.size && n.word != "state"
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// modified reports whether what narrows a nominal mention down has been said of
// the cluster before: "the Estonian team" is not "the Afghan team".
func (l *linker) modified(m *mention, e *cluster) bool {
	from := m.first
	if m.possessor >= 0 {
		from = l.mentions[m.possessor].last
	}
	for j := from; j < m.head; j++ {
		t := l.tok(j)
		if !isNoun(t.Tag) && t.Tag != text.JJ && t.Tag != text.VBN && t.Tag != text.VBG || t.Lower == "same" || t.Lower == "former" || t.Lower == "then" {
			continue
		}
		if n, first := l.nounAt(m.head); n == m.noun && j >= first || m.noun == aged {
			break
		}
		if !l.saidOf(e, t.Lower) {
			return false
		}
	}
	return true
}

// saidOf reports whether a word stands in what a cluster has been called lately,
// in its roles, or names its country.
func (l *linker) saidOf(e *cluster, lower string) bool {
	for n, k := range slices.Backward(e.mentions) {
		if len(e.mentions)-n > 6 {
			break
		}
		for j := l.mentions[k].first; j < l.mentions[k].last; j++ {
			if l.tok(j).Lower == lower {
				return true
			}
		}
	}
	if e.name >= 0 {
		for j := l.mentions[e.name].first; j < l.mentions[e.name].last; j++ {
			if l.tok(j).Lower == lower {
				return true
			}
		}
	}
	for _, a := range e.about {
		if containsFold(a, lower) {
			return true
		}
	}
	c, ok := l.ByAdjective(lower)
	return ok && c.Code == e.country
}

// compatible reports whether kind, gender and number allow a mention in a cluster.
func (l *linker) compatible(m *mention, e *cluster) bool {
	if m.gender != 0 && e.gender != 0 && m.gender != e.gender {
		return false
	}
	if m.number != 0 && e.number != 0 && m.number != e.number {
		return false
	}
	switch m.kind {
	case sayso.Person:
		return e.kind == sayso.Person
	case sayso.Organization, sayso.Group:
		return e.kind == sayso.Organization || e.kind == sayso.Group || e.kind == sayso.Other && m.kind == sayso.Organization
	case sayso.PlaceEntity:
		return e.kind == sayso.PlaceEntity
	}
	return false
}

func sameCountry(a, b string) bool { return a == "" || b == "" || a == b }

// countryOf returns the country that a nominal mention's own words name.
func (l *linker) countryOf(m *mention) string {
	if m.noun == nationals {
		c, _ := l.ByDemonym(l.tok(m.head).Lower)
		return c.Code
	}
	for j := m.first; j < m.head; j++ {
		if at := l.at[j]; at >= 0 && l.mentions[at].form == sayso.NameMention {
			if l.mentions[at].known.size == "country" {
				return l.mentions[at].known.country
			}
		} else if l.words[j].capital == people || isName(l.tok(j).Tag) || l.tok(j).Tag == text.JJ {
			if c, ok := l.ByAdjective(l.tok(j).Lower); ok {
				return c.Code
			}
		}
	}
	return ""
}

// memberCluster returns the cluster of the body that a nominal mention's words tie it to, or -1.
func (l *linker) memberCluster(m *mention) int32 {
	at, _ := l.belongs(m, m.first)
	if at < 0 {
		return -1
	}
	return l.mentions[at].entity
}
