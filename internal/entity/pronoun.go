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
		} else if n := &f.mentions[f.at[i]]; t.Tag == text.PRPS && n.form == sayso.NominalMention && n.first == i {
			n.his = at + 1
		}
	}
}

// relative marks "who" and its kin.
var relative = &noun{word: "who", kind: sayso.Person}

// pronoun finds the cluster that a pronoun means, or -1.
func (l *linker) pronoun(k int32) int32 {
	m := &l.mentions[k]
	switch {
	case m.noun == relative:
		return l.beforeWho(m)
	case l.choose != nil:
		return l.studied(m)
	}
	return l.best(m)
}

// best finds the cluster that a third-person pronoun means, or -1: the candidate
// that scores best, where it beats meaning nobody here and the next by the
// margins of the table.
func (l *linker) best(m *mention) int32 {
	g := genus(m)
	best, bestScore, second := int32(-1), int32(-1<<30), int32(-1<<30)
	l.each(m, func(c int32, x signs) {
		if score := l.weigh(x, g); score > bestScore {
			best, bestScore, second = c, score, bestScore
		} else if score > second {
			second = score
		}
	})
	if best < 0 || bestScore < l.limits[g].least || bestScore-second < l.limits[g].lead {
		return -1
	}
	return best
}

// each calls do for every cluster that a pronoun can mean, the latest met first.
func (l *linker) each(m *mention, do func(c int32, x signs)) {
	sent := l.sentence(m)
	rank := 0
	for i := len(l.recent) - 1; i >= max(0, len(l.recent)-reach) && rank < 12; i-- {
		c := l.recent[i]
		e := &l.clusters[c]
		if e.met != int32(i) {
			continue // met again later
		}
		last := &l.mentions[e.last]
		if sent-l.sentence(last) > 4 {
			break
		}
		if last.last > m.first || !l.possible(m, e) {
			continue
		}
		do(c, l.signs(m, e, rank))
		rank++
	}
}

// possible reports whether gender, number and kind allow a pronoun to mean a cluster.
func (l *linker) possible(m *mention, e *cluster) bool {
	last := &l.mentions[e.last]
	same := l.tok(m.first).Sent == l.tok(last.first).Sent
	if same && last.subject && !m.subject && l.reflexive(m, last) {
		return false
	}
	if last.form == sayso.PronounMention && last.noun != relative && genus(last) == it && genus(m) == they {
		return false // what was "it" just now is not "they"
	}
	switch genus(m) {
	case heShe:
		return e.kind == sayso.Person && e.number != pluralNumber && (e.gender == 0 || e.gender == m.gender)
	case they:
		return e.number == pluralNumber || e.kind == sayso.Group || e.kind == sayso.Organization
	}
	return (e.kind == sayso.Organization || e.kind == sayso.PlaceEntity || e.kind == sayso.Other || e.kind == sayso.Product || e.kind == sayso.EventEntity) &&
		e.number != pluralNumber && !l.emptyIt(m)
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

// emptyIt reports whether "it" means nothing: "it is clear that", "it was known".
func (l *linker) emptyIt(m *mention) bool {
	if l.tok(m.first).Lower != "it" {
		return false
	}
	j := m.last
	for l.tag(j, m.first) == text.MD || l.tag(j, m.first) == text.RB {
		j++
	}
	return l.classes.expletive[l.lower(j, m.first)]
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
