// Package place finds the places an article names and where on earth they are.
//
// Names are looked up in a gazetteer; the words around a name decide whether a
// place is meant at all; which of the places of that name it is follows from
// the words beside it ("Peoria, Ill."), from the other places of the article
// and, where these leave it open, from how many people live there. What stays
// open has no point: no name falls back to a capital.
package place

import (
	"io/fs"

	"sayso"
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// Finder finds places. It is safe for concurrent use.
type Finder struct{ t *tables }

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) {
	t, err := readTables(rules)
	if err != nil {
		return nil, err
	}
	return &Finder{t}, nil
}

func foldInto(dst []byte, word string) []byte { return lexicon.AppendFold(dst, word) }

// Find returns the places of a document in text order. Of the article it reads
// the dateline, the outlet and the address; nil: nothing is known. It may set
// the country of an entity that is itself a place.
func (f *Finder) Find(doc *text.Doc, a *sayso.Article, entities []sayso.Entity) ([]sayso.Place, []sayso.Gap) {
	var dateline *sayso.Dateline
	if a != nil {
		dateline = a.Dateline
	}
	ms := f.scan(doc, styles(doc))
	who := gather(doc, entities)
	for i := range ms {
		at := doc.Range(ms[i].first, ms[i].last)
		if dateline != nil && dateline.Span.Contains(at) {
			ms[i].located, ms[i].dateline = true, true
			ms[i].filed = at.Start == dateline.Span.Start && at.End-at.Start > 2
		}
		f.look(doc, &ms[i], who)
	}
	ms = apartOnly(ms)
	ms = f.unknown(doc, ms, who)
	f.link(doc, ms)
	for i := range ms {
		m := &ms[i]
		if m.short && !m.contains && m.world.g != nil { // "Miss." without a town before it
			m.short, m.house = false, hit{}
		}
		if f.isPerson(doc, m, who) || who.inBody(f, m.first, m.last) && !inside(doc, m) || f.isBody(doc, m, who) {
			m.barred = true
		}
		if m.filed {
			m.barred, m.against, m.doubted = false, false, false
		}
	}
	f.resolve(ms, f.homeOf(a))

	f.acceptAll(ms)
	f.tellLiteral(doc, ms)

	var places []sayso.Place
	var gaps []sayso.Gap
	for i := range ms {
		m := &ms[i]
		if !m.accepted {
			continue
		}
		p := sayso.Place{ID: sayso.PlaceID(len(places) + 1), Span: doc.Range(m.first, m.last), Literal: m.literal}
		switch {
		case m.coarse:
			f.fill(&p, &m.site)
			p.Name, p.GeoNames, p.By = doc.Of(p.Span), 0, m.by
		case m.settled:
			f.fill(&p, &m.site)
			p.By = m.by
		default:
			p.Name = doc.Of(p.Span)
			why := "no table has a place of this name"
			if m.world.g != nil {
				why = "several places have this name, and none stands out"
			}
			gaps = append(gaps, sayso.NewGap("place", why, p.Span))
		}
		p.Basis, p.Rivals, p.Namesakes = m.basis, m.rivals, m.namesakes
		if n := around(who.places, p.Span); n != nil && m.demonym == nil {
			e := &entities[n.entity]
			p.Entity = e.ID
			if e.Country == "" {
				e.Country = p.Country
			}
		}
		places = append(places, p)
	}
	return places, gaps
}

// apartOnly drops mentions that lie within one that was lengthened.
func apartOnly(ms []mention) []mention {
	out, end := ms[:0], int32(0)
	for _, m := range ms {
		if m.first >= end {
			out, end = append(out, m), m.last
		}
	}
	return out
}

// acceptAll decides which mentions are places. A name that is one beyond doubt
// somewhere is one wherever nothing speaks against it.
func (f *Finder) acceptAll(ms []mention) {
	type name struct{ house, world hit }
	known := map[name]bool{}
	for i := range ms {
		m := &ms[i]
		if m.accepted = f.accept(m); m.accepted && m.settled && (m.located && m.firm || m.sure) && m.demonym == nil && !m.short {
			known[name{m.house, m.world}] = m.house.g != nil || m.world.g != nil
		}
	}
	for i := range ms {
		if m := &ms[i]; !m.accepted && !m.barred && !m.against && !m.short && m.settled && known[name{m.house, m.world}] {
			m.accepted = true
		}
	}
}

// accept decides whether a mention is a place.
func (f *Finder) accept(m *mention) bool {
	switch {
	case m.barred:
		return false
	case m.short:
		return m.contains && m.settled
	case m.filed:
		return true
	case m.demonym != nil && m.settled && m.site == m.demonym.site:
		return true
	case m.sure && m.container >= 0:
		return true
	case m.against:
		return false
	case m.house.g != nil:
		return true
	case m.common && !m.located:
		return (f.large(m) || m.backed && m.settled && !m.tail) && m.firm && !m.titled && !m.caps
	case m.world.g == nil:
		return m.located
	case m.doubted:
		return m.settled && m.firm && (f.large(m) || m.located)
	case m.located:
		return true
	case m.owner && !m.common && !m.caps:
		return m.settled
	case m.titled || m.caps:
		return m.firm && f.large(m)
	}
	return m.settled && (m.firm || f.large(m))
}

// fill writes what is known of a site into a place.
func (f *Finder) fill(p *sayso.Place, s *Site) {
	p.Name = s.Name
	p.GeoNames = s.GeoNames
	p.Point = &sayso.Point{Lat: s.Lat, Lon: s.Lon}
	p.Country = s.Country
	p.Admin1 = admin1(s)
	switch s.Kind {
	case Country:
		p.Precision = sayso.PrecisionCountry
	case Division, District:
		p.Precision = sayso.PrecisionAdmin
	case Town:
		p.Precision = sayso.PrecisionCity
	case Quarter, Spot:
		p.Precision = sayso.PrecisionPoint
	default:
		p.Precision = sayso.PrecisionRegion
		if e, found := f.t.extents[s.Name]; found {
			p.Countries, p.Extent = e.countries, e.reach
		}
	}
}

// admin1 is a site's ISO 3166-2 code; "" where it has none.
func admin1(s *Site) string {
	if len(s.Division) > 3 && s.Division[2] == '-' && s.Kind != Country {
		return s.Division
	}
	return ""
}
