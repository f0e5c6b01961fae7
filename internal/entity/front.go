package entity

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
)

// datelined takes the place and the agency of a dateline for what they are, there and
// wherever the same words stand: "OSK, May 3 (Harbour Wire) —".
func (f *finding) datelined(names []mention, at *sayso.Dateline) []mention {
	if at == nil || at.Span.Empty() {
		return names
	}
	kinds := map[string]sayso.EntityType{}
	fix := func(part string, kind sayso.EntityType) {
		printed := f.doc.Of(at.Span)
		i := strings.LastIndex(printed, part)
		if kind == sayso.PlaceEntity {
			i = strings.Index(printed, part)
		}
		if part == "" || i < 0 || strings.Contains(part, "/") {
			return
		}
		start := at.Span.Start + int32(i)
		first, last := f.doc.TokensIn(sayso.Span{Start: start, End: start + int32(len(part))})
		if first >= last {
			return
		}
		names = slices.DeleteFunc(names, func(m mention) bool { return m.first < last && first < m.last })
		m := f.nameOf(first, last, kind)
		m.credit = kind == sayso.Organization
		names = append(names, m)
		kinds[f.written(&m)] = kind
	}
	if !strings.Contains(strings.ToLower(at.Place), " and ") {
		fix(at.Place, sayso.PlaceEntity)
	}
	fix(at.Region, sayso.PlaceEntity)
	fix(at.Agency, sayso.Organization)
	for k := range names {
		m := &names[k]
		kind, ok := kinds[f.written(m)]
		if !ok || kind == m.kind || m.known.form != "" || f.surname[f.written(m)] {
			continue
		}
		*m = f.nameOf(m.first, m.last, kind)
	}
	slices.SortStableFunc(names, func(a, b mention) int { return cmp.Compare(a.first, b.first) })
	return names
}

// nameOf is a name mention of a kind that is sure; a body is an agency.
func (f *finding) nameOf(first, last int32, kind sayso.EntityType) mention {
	m := mention{first: first, last: last, head: f.headOf(first, last), form: sayso.NameMention, kind: kind, sure: 3, number: singularNumber, possessor: -1, entity: -1}
	if k, ok := f.lookup(first, last); ok && k.kind == kind {
		m.known = k
	} else if kind == sayso.Organization {
		m.known = known{form: f.doc.Of(f.span(&m)), kind: kind, sector: "JRN"}
	}
	return m
}
