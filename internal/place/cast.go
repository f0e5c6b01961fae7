package place

import (
	"slices"
	"sort"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// cast is who else is in the article: which words name persons, bodies and places.
type cast struct {
	people, bodies, places []named
	doc                    *text.Doc
}

// named is one naming of an entity.
type named struct {
	at     sayso.Span
	entity int32 // its index
	full   bool  // the entity is also named by more than one word
}

func gather(doc *text.Doc, entities []sayso.Entity) *cast {
	c := &cast{doc: doc}
	for i := range entities {
		e := &entities[i]
		var list *[]named
		switch e.Type {
		case sayso.Person:
			list = &c.people
		case sayso.Organization:
			list = &c.bodies
		case sayso.PlaceEntity:
			list = &c.places
		default:
			continue
		}
		full := strings.IndexByte(e.Name, ' ') > 0
		for _, m := range e.Mentions {
			if m.Form == sayso.NameMention {
				*list = append(*list, named{m.Span, int32(i), full})
			}
		}
	}
	for _, list := range [][]named{c.people, c.bodies, c.places} {
		slices.SortStableFunc(list, func(a, b named) int { return int(a.at.Start - b.at.Start) })
	}
	return c
}

// around returns the naming in a list that holds the span.
func around(list []named, at sayso.Span) *named {
	i := sort.Search(len(list), func(i int) bool { return list[i].at.Start > at.Start })
	for i--; i >= 0 && list[i].at.End >= at.Start; i-- {
		if list[i].at.Contains(at) {
			return &list[i]
		}
	}
	return nil
}

// isPerson reports whether a mention is a person's name or part of one. What
// the entity stage took for a person for want of better evidence is left open
// where the words around speak for a place.
func (f *Finder) isPerson(doc *text.Doc, m *mention, who *cast) bool {
	at := doc.Range(m.first, m.last)
	n := around(who.people, at)
	switch {
	case n == nil, m.last > m.first+1 && f.cue(doc, m.last-1).has(area):
		return false
	case n.at == at:
		m.doubted = m.doubted || m.last == m.first+1 && !m.located && !n.full
		return m.last == m.first+1 && !m.located && n.full
	case m.house.g != nil && n.at.Start == at.Start:
		return f.cue(doc, m.first).has(given)
	case m.demonym != nil:
		return false
	}
	return !m.located || n.at.Start < at.Start
}

// inBody reports whether the tokens are part of a body's name that has its own
// kind of word in it: "New Zealand Herald".
func (c *cast) inBody(f *Finder, first, last int32) bool {
	at := c.doc.Range(first, last)
	n := around(c.bodies, at)
	if n == nil || n.at == at {
		return false
	}
	from, to := c.doc.TokensIn(n.at)
	for k := from; k < to; k++ {
		if (k < first || k >= last) && f.cue(c.doc, k).has(org) && !f.cue(c.doc, k).has(body) && capital(c.doc, k) {
			return true
		}
	}
	return false
}

// isBody reports whether a mention is the whole name of a body and that of a
// place only in a way it is seldom called: "Hamas".
func (f *Finder) isBody(doc *text.Doc, m *mention, who *cast) bool {
	at := doc.Range(m.first, m.last)
	if n := around(who.bodies, at); n == nil || n.at != at || m.house.g != nil || m.world.g == nil || m.filed || inside(doc, m) {
		return false
	}
	first, last := m.world.g.postings(m.world.key)
	for p := first; p < last; p++ {
		if _, use := m.world.g.posting(p); use&OtherName == 0 {
			return false
		}
	}
	return true
}

// place reports whether a place entity was found at these tokens.
func (c *cast) place(first, last int32) bool {
	at := c.doc.Range(first, last)
	n := around(c.places, at)
	return n != nil && n.at == at
}
