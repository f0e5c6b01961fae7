package place

import (
	"strings"

	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// unknown finds names that no table has and that the words around them make
// places: "the village of X", "X district", "in X, Kenya", "A, X and B".
// It returns all mentions in text order.
func (f *Finder) unknown(doc *text.Doc, ms []mention, who *cast) []mention {
	var found []mention
	names := map[string]bool{}
	for pass := range 2 {
		// The second pass finds the names of the first wherever they stand.
		if pass == 1 && len(found) == 0 {
			return ms
		}
		found = f.strange(doc, ms, who, names, pass == 1)
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

// strange is one pass of unknown.
func (f *Finder) strange(doc *text.Doc, ms []mention, who *cast, names map[string]bool, again bool) []mention {
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
		m := mention{first: i, last: end, sentence: doc.Tokens[i].Sent, container: -1, best: -1, located: true}
		words := doc.Of(doc.Range(i, end))
		switch {
		case again && names[words]:
			f.likeSpelled(&m, words)
			found = append(found, m)
		case !again && f.isPlace(doc, &m, ms, next, who) && !begins(doc, i) &&
			!f.cue(doc, i).has(org|body|title|day|area|town|compass):
			if n := around(who.bodies, doc.Range(i, end)); n == nil || m.kinds != 0 {
				f.likeSpelled(&m, words)
				found = append(found, m)
				names[words] = true
			}
		}
		i = end - 1
	}
	return found
}

// isPlace reports whether a name that no table has is that of a place: the
// words around it say so, or it is taken for one and a table has the like.
func (f *Finder) isPlace(doc *text.Doc, m *mention, ms []mention, next int, who *cast) bool {
	if f.placed(doc, m, ms, next) || f.told(doc, m, who) {
		return true
	}
	m.located = false
	return who.place(m.first, m.last) && f.likeSpelled(m, doc.Of(doc.Range(m.first, m.last)))
}

// likeSpelled gives a mention the places whose names differ from its words in
// spelling alone. It reports whether there are any.
func (f *Finder) likeSpelled(m *mention, words string) bool {
	key := lexicon.Fold(words)
	k := -1
	if joined := strings.ReplaceAll(key, " ", ""); len(joined) >= shortestLoose && joined != key {
		k, _ = f.t.world.narrow(f.t.world.all(), []byte(joined)) // "Petion-Ville", "Petionville"
	}
	if loose := f.t.spellings.Loose(key); k < 0 && loose != "" {
		k, _ = f.t.world.narrow(f.t.world.all(), []byte(loose))
	}
	if k < 0 {
		return false
	}
	m.world, m.like = hit{f.t.world, k}, true
	return true
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
	going := sameSentence(doc, after, m.first)
	// "X, a town in".
	if lower(doc, after) == "," && (lower(doc, after+1) == "a" || lower(doc, after+1) == "the") {
		for k := after + 2; k < after+5 && sameSentence(doc, k, m.first); k++ {
			if f.cue(doc, k).has(town) && !capital(doc, k) {
				return true
			}
			if doc.Tokens[k].UPOS != text.ADJ && doc.Tokens[k].UPOS != text.NOUN {
				break
			}
		}
	}
	if going && f.cue(doc, after).has(unit) && lower(doc, after+1) != "attorney" && !capital(doc, before) {
		m.kinds = kindsOf(Division, District, Town)
		return true
	}
	if next > 0 && next < len(ms) && going && beside(doc, ms[next-1].last, m.first) && beside(doc, m.last, ms[next].first) &&
		ms[next-1].demonym == nil && ms[next].demonym == nil && !ms[next-1].barred && !ms[next].barred {
		return true // one in a list of places
	}
	located := f.cue(doc, before).has(near) && !capital(doc, before) && lower(doc, before-1) != "according"
	if !located || !going || next >= len(ms) || !sameSentence(doc, ms[next].first, m.first) || ms[next].barred {
		return false
	}
	// "from X and Nairobi".
	if lower(doc, after) == "and" && ms[next].first == after+1 && ms[next].demonym == nil && !ms[next].against && (ms[next].house.g != nil || f.large(&ms[next])) {
		return true
	}
	// "in X, Kenya".
	return lower(doc, after) == "," && ms[next].first == after+1 && f.mayHold(&ms[next]) && ms[next].demonym == nil
}

// told reports whether the entity stage takes a name after "in" or "near" for
// a place.
func (f *Finder) told(doc *text.Doc, m *mention, who *cast) bool {
	return inside(doc, m) && who.place(m.first, m.last) && !allCapitals(doc.Of(doc.Range(m.first, m.last)))
}

// inside reports whether a mention stands after a word that places alone
// follow: "in", "near".
func inside(doc *text.Doc, m *mention) bool {
	at := m.first - 1
	if lower(doc, at) == "the" {
		return false
	}
	if !sameSentence(doc, at, m.first) {
		return false
	}
	switch lower(doc, at) {
	case "in", "near", "outside", "throughout":
		return true
	}
	return false
}

// beside reports whether nothing but a comma, or "and", stands between the
// tokens from and to.
func beside(doc *text.Doc, from, to int32) bool {
	if to-from == 2 {
		return lower(doc, from) == "," && (lower(doc, from+1) == "and" || lower(doc, from+1) == "or")
	}
	return to-from == 1 && (lower(doc, from) == "," || lower(doc, from) == "and")
}
