package entity

import (
	"sayso"
	"sayso/internal/text"
)

// pronouns adds a mention for every third-person and relative pronoun; they are
// linked, or dropped, later.
func (f *finding) pronouns() {
	for i := int32(0); i < f.size(); i++ {
		if f.at[i] >= 0 && f.mentions[f.at[i]].form == sayso.NameMention {
			continue
		}
		t := f.tok(i)
		m := mention{first: i, last: i + 1, head: i, form: sayso.PronounMention, possessor: -1, number: singularNumber}
		switch t.Lower {
		case "he", "him", "his", "himself":
			m.kind, m.gender = sayso.Person, masculine
		case "she", "her", "hers", "herself":
			m.kind, m.gender = sayso.Person, feminine
		case "they", "them", "their", "theirs", "themselves":
			m.number = pluralNumber
		case "it", "its", "itself":
			m.kind = sayso.Organization
		case "who", "whom", "whose":
			m.number = 0
			m.noun = relative
		default:
			continue
		}
		at := f.add(m)
		if f.at[i] < 0 {
			f.at[i] = at
		}
	}
}

// relative marks "who" and its kin.
var relative = &noun{word: "who", kind: sayso.Person}

// pronoun finds the cluster that a pronoun means, or -1.
func (l *linker) pronoun(k int32) int32 {
	m := &l.mentions[k]
	if m.noun == relative {
		return l.beforeWho(m)
	}
	best, second, bestScore, secondScore := int32(-1), int32(-1), 0, 0
	sent := l.sentence(m)
	tries := 0
	for i := len(l.recent) - 1; i >= 0 && tries < 24; i-- {
		c := l.recent[i]
		e := &l.clusters[c]
		last := &l.mentions[e.last]
		away := sent - l.sentence(last)
		if away > 3 {
			break
		}
		tries++
		if last.last > m.first {
			continue
		}
		score := l.salience(m, e, c, away)
		if score <= 0 {
			continue
		}
		if score > bestScore {
			second, secondScore = best, bestScore
			best, bestScore = c, score
		} else if score > secondScore {
			second, secondScore = c, score
		}
	}
	if best < 0 || second >= 0 && bestScore-secondScore < margin {
		return -1
	}
	if l.clusters[best].kind != sayso.Person && bestScore < 60 {
		return -1
	}
	return best
}

// margin is by how much the best antecedent must beat the next.
const margin = 5

// salience scores how likely a pronoun means a cluster last met away sentences
// ago; 0 where it cannot.
func (l *linker) salience(m *mention, e *cluster, c, away int32) int {
	last := &l.mentions[e.last]
	switch {
	case m.gender != 0: // he, she
		if e.kind != sayso.Person || e.number == pluralNumber || e.gender != 0 && e.gender != m.gender {
			return 0
		}
	case m.number == pluralNumber: // they
		if e.number != pluralNumber && e.kind != sayso.Group && e.kind != sayso.Organization || e.kind == sayso.Person {
			return 0
		}
	default: // it
		if e.kind != sayso.Organization && e.kind != sayso.PlaceEntity && e.kind != sayso.Other || e.number == pluralNumber || away > 1 {
			return 0
		}
		if l.emptyIt(m) {
			return 0
		}
	}
	score := 100 - 30*int(away)
	if last.subject {
		score += 40
	}
	for i, seen := len(e.mentions)-1, 0; i >= 0 && seen < 4; i, seen = i-1, seen+1 {
		o := &l.mentions[e.mentions[i]]
		if o.first >= m.first {
			continue
		}
		if back := l.sentence(m) - l.sentence(o); back <= 3 && o.subject {
			score += 12 - 3*int(back)
		}
	}
	if e.name >= 0 {
		score += 15
	}
	if m.gender != 0 && e.gender == m.gender {
		score += 25
	}
	if l.quote[m.first] != l.quote[last.first] {
		score -= 25
		if l.quote[m.first] >= 0 && l.speaksHere(last, m) {
			return 0 // who speaks calls himself "I"
		}
	}
	if away == 0 && last.subject && !m.subject && l.reflexive(m, last) {
		return 0
	}
	if m.number == pluralNumber && e.kind == sayso.Organization {
		score -= 30
	}
	return score
}

// reflexive reports whether a plain object pronoun and a subject stand so close
// that they cannot be the same: "Ann saw her".
func (l *linker) reflexive(m, subject *mention) bool {
	switch l.tok(m.first).Lower {
	case "him", "them", "her", "it":
	default:
		return false
	}
	if t := l.tok(m.first); t.Tag == text.PRPS {
		return false
	}
	for i := subject.last; i < m.first; i++ {
		t := l.tok(i)
		if t.Tag == text.Comma || t.Tag == text.CC || t.Lower == "that" || i > subject.last+6 {
			return false
		}
		if at := l.at[i]; at >= 0 && l.mentions[at].subject && at != l.at[subject.first] {
			return false
		}
	}
	return true
}

// speaksHere reports whether a mention outside a quotation is the subject of
// saying the quotation that holds the pronoun.
func (l *linker) speaksHere(who, m *mention) bool {
	if !who.subject {
		return false
	}
	return l.saying(who.last, who.first) || l.saying(who.first-1, who.first)
}

// emptyIt reports whether "it" means nothing: "it is clear that", "it was known".
func (l *linker) emptyIt(m *mention) bool {
	if l.tok(m.first).Lower != "it" {
		return false
	}
	j := m.last
	for l.tag(j, m.first) == text.MD || l.tag(j, m.first) == text.RB {
		j++
	}
	switch l.lower(j, m.first) {
	case "is", "was", "'s", "be", "seems", "seemed", "appears", "appeared", "takes", "took", "remains", "became", "turned", "looks", "has", "had", "makes", "rains", "were":
		return true
	}
	return false
}

// beforeWho returns the cluster of the mention right before "who", or -1.
func (l *linker) beforeWho(m *mention) int32 {
	i := m.first - 1
	for n := 0; n < 2 && l.tag(i, m.first) == text.Comma; n++ {
		i--
	}
	if !l.within(i, m.first) || l.at[i] < 0 {
		return -1
	}
	o := &l.mentions[l.at[i]]
	if o.entity < 0 || o.last != i+1 {
		return -1
	}
	if e := &l.clusters[o.entity]; e.kind != sayso.Person && e.kind != sayso.Group && e.kind != sayso.Role {
		return -1
	}
	return o.entity
}
