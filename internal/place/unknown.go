package place

import "sayso/internal/text"

// unknown finds names that no table has and that the words around them make
// places: "the village of X", "X district", "in X, Kenya", "A, X and B".
// It returns all mentions in text order.
func (f *Finder) unknown(doc *text.Doc, ms []mention, who *cast) []mention {
	var found []mention
	next := 0
	for i := int32(0); int(i) < len(doc.Tokens); i++ {
		for next < len(ms) && ms[next].last <= i {
			next++
		}
		if next < len(ms) && ms[next].first <= i {
			i = ms[next].last - 1
			continue
		}
		if !mayBegin(doc, i) || doc.Tokens[i].UPOS != text.PROPN {
			continue
		}
		limit := int32(len(doc.Tokens))
		if next < len(ms) {
			limit = ms[next].first
		}
		end := i + 1
		for end < limit && end < i+4 && sameSentence(doc, end, i) && capital(doc, end) && doc.Tokens[end].UPOS == text.PROPN && !f.cue(doc, end).has(area|town|org|body) {
			end++
		}
		m := mention{first: i, last: end, container: -1}
		if f.placed(doc, &m, ms, next) && !begins(doc, i) && !f.cue(doc, i).has(org|body|title|day|area|town|compass) {
			if n := around(who.bodies, doc.Range(i, end)); n == nil || m.kinds != 0 {
				m.located = true
				found = append(found, m)
			}
		}
		i = end - 1
	}
	if len(found) == 0 {
		return ms
	}
	out := make([]mention, 0, len(ms)+len(found))
	k := 0
	for _, m := range ms {
		for k < len(found) && found[k].first < m.first {
			out = append(out, found[k])
			k++
		}
		out = append(out, m)
	}
	return append(out, found[k:]...)
}

// placed reports whether the words around a name that no table has make it a
// place. next is the index of the first mention after it.
func (f *Finder) placed(doc *text.Doc, m *mention, ms []mention, next int) bool {
	before, after := m.first-1, m.last
	if !sameSentence(doc, before, m.first) {
		return false
	}
	if lower(doc, before) == "of" && sameSentence(doc, before-1, m.first) && !capital(doc, before-1) {
		switch of := f.cue(doc, before-1); {
		case of.has(town):
			m.kinds = kindsOf(Town)
			return true
		case of.has(area):
			m.kinds = kindsOf(Division, District)
			return true
		}
	}
	inside := sameSentence(doc, after, m.first)
	if inside {
		switch word := lower(doc, after); word {
		case "district", "province", "county", "village", "prefecture", "municipality", "subdistrict", "governorate", "oblast", "township", "districts",
			"provinces", "villages", "neighborhood", "neighbourhood", "suburb", "commune", "parish":
			if lower(doc, after+1) != "attorney" && !capital(doc, before) {
				m.kinds = kindsOf(Division, District, Town)
				return true
			}
		}
	}
	located := f.cue(doc, before).has(near) && !capital(doc, before) && lower(doc, before-1) != "according"
	if !located || !inside || next >= len(ms) || !sameSentence(doc, ms[next].first, m.first) || ms[next].barred {
		return false
	}
	// "in X, Kenya".
	return lower(doc, after) == "," && ms[next].first == after+1 && f.mayHold(&ms[next]) && ms[next].demonym == nil
}
