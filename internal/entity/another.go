package entity

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// another finds who is called something new for a change: "the Westport senator",
// a subject, right after a sentence with one person for its subject, or the one
// who spoke last. Nothing said of that person may contradict it. It returns -1
// where there is no such person. member is the body that the words name, or -1.
func (l *linker) another(m *mention, member int32) int32 {
	if m.kind != sayso.Person || m.det != definite || m.post || !m.subject || m.possessor >= 0 || m.his > 0 || m.number == pluralNumber ||
		m.noun.use == kin || m.noun.use == agent || m.noun.use == source || l.quote[m.first] >= 0 {
		return -1
	}
	narrow := l.capitalModifier(m)
	if narrow != "" && member < 0 {
		if c := l.saidBefore(m, narrow); c >= 0 {
			return c
		}
	}
	sent, found := l.sentence(m), int32(-1)
	for n, c := range slices.Backward(l.recent) {
		if n < len(l.recent)-reach {
			break
		}
		e := &l.clusters[c]
		if e.met != int32(n) {
			continue
		}
		last := &l.mentions[e.last]
		if l.sentence(last) < sent-1 {
			break
		}
		if e.kind != sayso.Person || e.number == pluralNumber {
			continue
		}
		if l.sentence(last) == sent {
			return -1 // somebody else in this very sentence
		}
		if !last.subject {
			continue
		}
		if found >= 0 {
			return -1 // two subjects
		}
		found = c
	}
	if found < 0 {
		return -1
	}
	e := &l.clusters[found]
	if narrow != "" && member < 0 && slices.ContainsFunc(e.about, func(a string) bool { return l.titledOtherwise(a) }) {
		return -1 // "the Ruritanian leader" is not the Syldavian president
	}
	if e.name < 0 || member >= 0 && member != e.member || !l.compatible(m, e) || !sameCountry(l.countryOf(m), e.country) || !sameSort(m.noun.sector, e.sector) {
		return -1
	}
	if isName(l.tok(m.head).Tag) && e.sector == "" && len(e.roles) > 0 {
		return -1 // "Deputy Premier" is no new word for a coach
	}
	for _, r := range e.roles {
		if r.use == agent || r.use == source || r.use == kin {
			return -1 // a spokesman is not called by his master's office
		}
	}
	return found
}

// titledOtherwise reports whether a role begins with a word with a capital that is
// no noun for people: "Syldavian President".
func (l *linker) titledOtherwise(about string) bool {
	w, _, more := strings.Cut(about, " ")
	return more && shapeOf(w) == capWord && l.of(strings.ToLower(w)).noun == nil && l.of(strings.ToLower(w)).capital != topic
}

// sameSort reports whether two sectors can be one person's; politics is one sort.
func sameSort(a, b string) bool {
	sort := func(s string) string {
		switch s {
		case "LEG", "PTY", "OPP", "ELI":
			return "GOV"
		}
		return s
	}
	return a == "" || b == "" || sort(a) == sort(b)
}

// rival reports whether another person of the same office as the one met at place
// i of recent may be meant by "the president" as well: one named in the last
// sentences, where the nearer is not alone in the sentence before.
func (l *linker) rival(m *mention, i int, sent int32) bool {
	if m.kind != sayso.Person || m.number == pluralNumber || m.possessor >= 0 || m.his > 0 || m.post || m.noun.use != office && m.noun.use != agent {
		return false
	}
	near := &l.clusters[l.recent[i]]
	if near.name < 0 || !slices.Contains(near.roles, m.noun) {
		return false
	}
	nearest := sent - l.sentence(&l.mentions[near.last])
	for k := i - 1; k >= max(0, i-reach); k-- {
		c := l.recent[k]
		e := &l.clusters[c]
		if e.met != int32(k) || c == l.recent[i] {
			continue
		}
		last := &l.mentions[e.last]
		away := sent - l.sentence(last)
		if away > 4 {
			break
		}
		if e.kind != sayso.Person || e.name < 0 || !slices.Contains(e.roles, m.noun) || !l.compatible(m, e) || !sameCountry(l.countryOf(m), e.country) || !l.modified(m, e) {
			continue
		}
		if away == nearest || nearest > 1 && away <= nearest+2 || !l.mentions[near.last].subject {
			return true
		}
	}
	return false
}

// capitalModifier returns a word with a capital that narrows a description down
// ("the Ruritanian leader"), in lower case, or "".
func (l *linker) capitalModifier(m *mention) string {
	for j := m.first; j < m.head; j++ {
		if t := l.tok(j); (t.Tag == text.JJ || isName(t.Tag)) && l.at[j] >= 0 && l.mentions[l.at[j]].form != sayso.NameMention && shapeOf(l.doc.Word(j)) == capWord && !l.opens(j, &l.doc.Sents[t.Sent]) {
			return t.Lower
		}
	}
	return ""
}

// saidBefore returns the only named person of whom a word has been said, or -1.
func (l *linker) saidBefore(m *mention, lower string) int32 {
	found := int32(-1)
	for n := len(l.recent) - 1; n >= max(0, len(l.recent)-reach); n-- {
		c := l.recent[n]
		e := &l.clusters[c]
		if e.met != int32(n) || e.kind != sayso.Person || e.name < 0 || !l.compatible(m, e) || !slices.ContainsFunc(e.about, func(a string) bool { return containsWord(a, lower) }) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = c
	}
	return found
}

func containsWord(s, lower string) bool {
	return slices.ContainsFunc(strings.Fields(s), func(w string) bool { return strings.EqualFold(w, lower) })
}
