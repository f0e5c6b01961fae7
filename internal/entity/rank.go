package entity

import (
	"cmp"
	"slices"

	"sayso"
)

// rank gives every cluster of names its sector, country and standing.
func (l *linker) rank() {
	for c := range l.clusters {
		l.rankOne(int32(c))
	}
	for c := range l.clusters { // members take what their bodies have
		l.inherit(&l.clusters[c])
	}
}

// rankOne gives a cluster what its own words and the tables say.
func (l *linker) rankOne(c int32) {
	e := &l.clusters[c]
	if e.known.form != "" {
		if e.sector == "" {
			e.sector = e.known.sector
		}
		if e.country == "" && e.kind != sayso.Person {
			e.country = e.known.country
		}
	}
	if e.name >= 0 && e.kind != sayso.Person && e.kind != sayso.PlaceEntity {
		m := &l.mentions[e.name]
		if e.sector == "" && e.known.form == "" {
			e.sector = l.sectorOf(m)
		}
		if e.country == "" {
			e.country = l.countryIn(m)
		}
	}
	for _, r := range e.roles {
		if e.sector == "" {
			e.sector = r.sector
		}
		if r.use == office || r.use == crowd || r.use == agent {
			e.public = true
		}
	}
	if e.name < 0 && e.country == "" {
		e.country = l.countryOf(&l.mentions[e.mentions[0]])
	}
	switch e.kind {
	case sayso.Organization, sayso.PlaceEntity:
		e.public = true
	}
	l.inherit(e)
}

func (l *linker) inherit(e *cluster) {
	if e.member < 0 {
		return
	}
	b := &l.clusters[e.member]
	if e.country == "" {
		e.country = b.country
	}
	switch gov := e.sector == "GOV" && e.kind == sayso.Person; {
	case b.sector != "" && (e.sector == "" || gov && b.sector != "PTY"): // a minister of a party stays one
		e.sector = b.sector
	case gov && b.sector == "" && b.kind == sayso.Organization && b.name >= 0 && len(e.roles) > 0 && slices.IndexFunc(e.roles, func(r *noun) bool { return r.word != "president" }) < 0:
		e.sector = "" // president of a body that nothing tells to be a state's
	}
}

// sectorOf returns the sector that the words of a body's name tell.
func (l *linker) sectorOf(m *mention) string {
	for i := m.first; i < m.last; i++ {
		if l.tok(i).Lower == "intelligence" {
			return "SPY"
		}
	}
	if s := l.words[m.head].sector; s != "" {
		if s == "GOV" && m.head > m.first && l.classes.press[l.tok(m.head-1).Lower] {
			return "JRN" // "Lowland News Agency"
		}
		return s
	}
	for i := m.last - 1; i >= m.first; i-- {
		if n := l.words[i].noun; n != nil && n.sector != "" && n.kind != sayso.Person {
			return n.sector
		}
	}
	return ""
}

// countryIn returns the country that a name's own words, or a country's name
// in possession of it, tell: "Bank of England", "Kazakh Interior Ministry".
func (l *linker) countryIn(m *mention) string {
	for i := m.first; i < m.last; i++ {
		if c, ok := l.ByAdjective(l.tok(i).Lower); ok {
			return c.Code
		}
		if k, ok := l.lookup(i, i+1); ok && k.size == "country" {
			return k.country
		}
	}
	if l.lower(m.first-1, m.first) == "'s" && m.first >= 2 {
		if at := l.at[m.first-2]; at >= 0 && l.mentions[at].known.size == "country" {
			return l.mentions[at].known.country
		}
	}
	if l.within(m.first-1, m.first) {
		if c, ok := l.ByAdjective(l.tok(m.first - 1).Lower); ok {
			return c.Code
		}
	}
	return ""
}

// takesSides reports whether a sector rests on words that take sides:
// "militants", "criminals". Within a quotation they are their speaker's.
func takesSides(sector string) bool { return sector == "REB" || sector == "CRM" || sector == "UAF" }

// TakeNoSides takes the sector away from those who are called rebels, criminals
// or gunmen by sources alone: who have no name, and no description outside a
// claim's content. Such words are codes only in the article's own voice.
func TakeNoSides(entities []sayso.Entity, claims []sayso.Claim) {
	var said []sayso.Span
	for i := range claims {
		said = append(said, claims[i].Content...)
	}
	slices.SortFunc(said, func(a, b sayso.Span) int { return cmp.Compare(a.Start, b.Start) })
	far := make([]int32, len(said)) // the greatest end so far
	for i, s := range said {
		far[i] = s.End
		if i > 0 {
			far[i] = max(far[i], far[i-1])
		}
	}
	inside := func(m sayso.Span) bool {
		n, _ := slices.BinarySearchFunc(said, m.Start+1, func(s sayso.Span, at int32) int { return cmp.Compare(s.Start, at) })
		return n > 0 && far[n-1] >= m.End
	}
	for i := range entities {
		e := &entities[i]
		if !takesSides(e.Sector) {
			continue
		}
		own := false
		for _, m := range e.Mentions {
			own = own || m.Form == sayso.NameMention || m.Form == sayso.NominalMention && !inside(m.Span)
		}
		if !own {
			e.Sector = ""
		}
	}
}
