package place

import "sayso/internal/text"

// tellLiteral decides for every mention whether it is meant literally; those of
// a list are what the last is: "Ohio, Iowa and Utah voted".
func (f *Finder) tellLiteral(doc *text.Doc, ms []mention) {
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		m.literal = f.literal(doc, m)
		if i+1 < len(ms) && m.literal && !afterPreposition(doc, m) && !f.lastOfPhrase(doc, m) && !ms[i+1].literal && listed(doc, m, &ms[i+1]) {
			m.literal = false
		}
	}
}

// afterPreposition reports whether a mention stands after a preposition, or
// after one and "the".
func afterPreposition(doc *text.Doc, m *mention) bool {
	at := m.first - 1
	if lower(doc, at) == "the" {
		at--
	}
	return sameSentence(doc, at, m.first) && doc.Tokens[at].UPOS == text.ADP && lower(doc, at) != "between"
}

// literal reports whether a mention means the place itself and not its people
// or government: "in Moscow", not "Moscow said" nor "the Kazakh president".
func (f *Finder) literal(doc *text.Doc, m *mention) bool {
	after := m.last
	if m.demonym != nil {
		if m.demonym.people {
			return false
		}
		return f.ownsSoil(doc, after)
	}
	if !sameSentence(doc, after, m.first) {
		return !f.dealtWith(doc, m)
	}
	// A division's own word belongs to the name: "Anbar province".
	for sameSentence(doc, after, m.first) && f.cue(doc, after).has(area) && !f.cue(doc, after).has(body) {
		after++
	}
	if w := lower(doc, after); w == "'s" || w == "'" {
		return !f.headIs(doc, after+1)
	}
	if !sameSentence(doc, after, m.first) {
		return true
	}
	if w := lower(doc, after+1); lower(doc, after) == "," && (w == "which" || w == "who") && f.acts(doc, m, after+2) {
		return false
	}
	t := &doc.Tokens[after]
	switch t.UPOS {
	case text.NOUN, text.PROPN, text.ADJ:
		if f.cue(doc, after).has(body|title) && !f.cue(doc, after).has(soil|area|town) {
			return false
		}
		if t.UPOS == text.NOUN && f.cue(doc, after).has(soil|area|town|nature|org|compass) {
			return !f.dealtWith(doc, m)
		}
		if f.attributive(doc, m) {
			return !f.headIs(doc, after)
		}
	case text.VERB, text.AUX:
		if f.acts(doc, m, after) {
			return false
		}
	}
	return !f.dealtWith(doc, m)
}

// ownsSoil reports whether the words from i on name land: "Kazakh cities",
// "the Polish border".
func (f *Finder) ownsSoil(doc *text.Doc, i int32) bool {
	for k := i; k < i+4 && sameSentence(doc, k, i); k++ {
		switch t := &doc.Tokens[k]; t.UPOS {
		case text.ADJ, text.NUM, text.DET:
			continue
		case text.NOUN, text.PROPN:
			r := f.cue(doc, k)
			if sameSentence(doc, k+1, i) && (doc.Tokens[k+1].UPOS == text.NOUN || doc.Tokens[k+1].UPOS == text.PROPN) {
				continue
			}
			return r.has(soil|area|town|nature) && !(r.has(body) && !r.has(soil))
		default:
			return false
		}
	}
	return false
}

// headIs reports whether the noun phrase that goes on at i is about a state,
// its people or a body of theirs.
func (f *Finder) headIs(doc *text.Doc, i int32) bool {
	found := false
	for k := i; k < i+7 && sameSentence(doc, k, i); k++ {
		t := &doc.Tokens[k]
		switch t.UPOS {
		case text.NOUN, text.PROPN:
			r := f.cue(doc, k)
			if r.has(body|title) && !r.has(soil) {
				return true
			}
			found = true
			if next := k + 1; sameSentence(doc, next, i) && (doc.Tokens[next].UPOS == text.NOUN || doc.Tokens[next].UPOS == text.PROPN) {
				continue // "X city council" is about a council
			}
			if r.has(soil | area | town) {
				return false
			}
		case text.ADJ, text.NUM, text.DET, text.ADV, text.CCONJ:
		default:
			return false
		}
		if found && t.UPOS == text.CCONJ {
			return false
		}
	}
	return false
}

// attributive reports whether a mention stands before a noun of its own phrase.
func (f *Finder) attributive(doc *text.Doc, m *mention) bool {
	t := &doc.Tokens[m.last]
	return t.UPOS == text.NOUN || t.UPOS == text.PROPN || t.Chunk >= 0 && t.Chunk == doc.Tokens[m.last-1].Chunk
}

// acts reports whether the verb group at i has the mention as one who speaks
// or deals.
func (f *Finder) acts(doc *text.Doc, m *mention, i int32) bool {
	if afterPreposition(doc, m) || f.lastOfPhrase(doc, m) {
		return false
	}
	for k := i; k < i+4 && sameSentence(doc, k, i); k++ {
		switch t := &doc.Tokens[k]; t.UPOS {
		case text.AUX, text.ADV, text.PART:
			continue
		case text.VERB:
			return f.cue(doc, k).has(speaker) || f.does(doc, m, k)
		}
		return false
	}
	return false
}

// lastOfPhrase reports whether a mention ends a list whose first name stands
// after a preposition: "protesters in X and Y demanded".
func (f *Finder) lastOfPhrase(doc *text.Doc, m *mention) bool {
	t := &doc.Tokens[m.last-1]
	if t.Rel != text.RelConj || t.Head < 0 || t.Head >= m.first {
		return false
	}
	first := &doc.Tokens[t.Head]
	return first.Rel == text.RelObl || first.Rel == text.RelNmod
}

// does reports whether a country or a national capital is the subject of the
// verb k, which has an object and tells what somebody does, not what befalls
// them: "X reopened the bridge", but not "X had rain".
func (f *Finder) does(doc *text.Doc, m *mention, k int32) bool {
	if s := &m.site; !m.settled || s.Kind != Country && s.Rank != 5 || f.cue(doc, k).has(undergo) {
		return false
	}
	t := &doc.Tokens[m.last-1]
	if t.Rel == text.RelConj && t.Head >= 0 {
		t = &doc.Tokens[t.Head] // "X and Y reopened the bridge"
	}
	if t.Rel != text.RelNsubj || t.Head != k {
		return false
	}
	for i := k + 1; i < k+8 && sameSentence(doc, i, k); i++ {
		if t := &doc.Tokens[i]; t.Head == k && t.Rel == text.RelObj {
			return true
		}
	}
	return false
}

// dealtWith reports whether a mention is one whom others speak to or deal with:
// "talks with Moscow", "accused Minsk of", "according to Kyiv", "sanctions on Tehran".
func (f *Finder) dealtWith(doc *text.Doc, m *mention) bool {
	at := m.first - 1
	if lower(doc, at) == "the" {
		at--
	}
	if !sameSentence(doc, at, m.first) {
		return false
	}
	switch lower(doc, at) {
	case "to":
		return lower(doc, at-1) == "according" || f.cue(doc, at-1).has(diplomacy) && sameSentence(doc, at-1, m.first)
	case "with", "on", "against", "between", "from":
		return sameSentence(doc, at-1, m.first) && f.cue(doc, at-1).has(diplomacy)
	case "by":
		if !sameSentence(doc, at-1, m.first) {
			return false
		}
		return m.site.Kind == Country && doc.Tokens[at-1].UPOS != text.ADV || doc.Tokens[at-1].UPOS == text.VERB && f.cue(doc, at-1).has(speaker|diplomacy)
	case "of":
		of := f.cue(doc, at-1)
		return sameSentence(doc, at-1, m.first) && of.has(body|title) && !of.has(soil|area|town|near|org)
	}
	return doc.Tokens[at].UPOS == text.VERB && f.cue(doc, at).has(diplomacy)
}
