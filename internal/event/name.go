package event

import (
	"sayso"
	"sayso/internal/text"
)

// nameless reports whether a phrase that no table knows is a name all the same,
// though it was tagged as a common noun: one by which the text calls a body or
// people, an acronym ("the QRL"), or a band by such a name ("QRL columns").
func (r *reading) nameless(p phrase) bool {
	h := &r.doc.Tokens[p.head]
	if h.UPOS != text.NOUN && h.UPOS != text.PROPN {
		return false
	}
	if r.calls(p.head) || r.acronym(p.head) {
		return true
	}
	if !r.t.words.outfit[lemma(h)] && !r.t.words.outfit[singular(h.Lower)] {
		return false
	}
	for i := p.head - 1; i >= p.first; i-- {
		t := &r.doc.Tokens[i]
		if t.Tag == text.POS {
			return false
		}
		if t.Name == text.BeginOrganization || t.Name == text.InsideOrganization || r.acronym(i) || r.calls(i) {
			return true
		}
	}
	return false
}

// calls reports whether a token ends a name by which the text calls a body or people.
func (r *reading) calls(i int32) bool {
	at := r.doc.Tokens[i].Span
	for id, m := range r.index.In(at) {
		if m.Form != sayso.NameMention || m.Span.End != at.End || int(id) > len(r.found.Entities) {
			continue
		}
		switch r.found.Entities[id-1].Type {
		case sayso.Organization, sayso.Group, sayso.Person:
			return true
		}
	}
	return false
}

// acronym reports whether a token is a word of capitals among others, or one that no vocabulary knows;
// where all words are in capitals it must be short.
func (r *reading) acronym(i int32) bool {
	t := &r.doc.Tokens[i]
	w := r.doc.Of(t.Span)
	if len(w) < 2 || len(w) > 6 || !capitals(w) || t.UPOS != text.NOUN && t.UPOS != text.PROPN || t.Tag == text.NNS {
		return false
	}
	for k := range len(w) {
		if w[k] < 'A' || w[k] > 'Z' {
			return false
		}
	}
	return r.vector == nil || r.vector(t.Lower) == nil || r.shouts(i)
}

// shouts reports whether a word of capitals stands, as a body's initials do, alone or behind
// "the" in a sentence that has words in small letters, though it may spell a word: "AIM",
// but not "a TV".
func (r *reading) shouts(i int32) bool {
	t := &r.doc.Tokens[i]
	s := &r.doc.Sents[t.Sent]
	if i > s.First {
		if d := &r.doc.Tokens[i-1]; d.UPOS == text.DET && d.Lower != "the" || d.UPOS == text.ADJ || d.UPOS == text.NUM || d.Tag == text.PRPS {
			return false
		}
	}
	for k := s.First; k < s.Last; k++ {
		if w := r.doc.Word(k); len(w) > 3 && w[0] >= 'a' && w[0] <= 'z' {
			return true
		}
	}
	return false
}

// grant notes who acts by the grammar of a sentence though no table knows them: only
// people and bodies kidnap, perpetrate an attack or claim responsibility for it.
func (r *reading) grant(o *outline) {
	for k := range o.groups {
		g := &o.groups[k]
		l := lemma(&r.doc.Tokens[g.head])
		claims := r.t.words.take[l] && len(g.obj) > 0 && r.t.words.liability[lemma(&r.doc.Tokens[g.obj[0].head])]
		if !claims && !r.t.words.deliberate[l] {
			continue
		}
		list := g.subj
		if g.passive {
			list = byPhrase(g)
		}
		for _, p := range list {
			h := &r.doc.Tokens[p.head]
			if h.UPOS != text.NOUN && h.UPOS != text.PROPN || r.t.domains[lemma(h)]&(weather|accident|sport|culture|science) != 0 || temporal[h.Lower] {
				continue
			}
			if r.granted == nil {
				r.granted = map[int32]bool{}
			}
			r.granted[p.head] = true
		}
	}
}

// hedgedDoer returns the claim of nobody in particular that alone names the first of those
// who acted: "was killed on Monday, apparently by rebels" lays it at nobody's door as a fact.
func (r *reading) hedgedDoer(actors []phrase) (sayso.Voice, sayso.ClaimID) {
	if len(actors) == 0 {
		return "", 0
	}
	voice, id := r.found.Told.VoiceAt(r.doc.Range(actors[0].head, actors[0].head+1))
	if voice != sayso.VoiceSource || int(id) > len(r.found.Told.Claims) || r.found.Told.Claims[id-1].Stance != sayso.Alleged || r.found.Told.Claims[id-1].Source != nil {
		return "", 0
	}
	return voice, id
}

// called returns the body that a name set beside a phrase for one means, else id: "the
// commando unit, the Red Dawn Front".
func (r *reading) called(p phrase, id sayso.EntityID) sayso.EntityID {
	h := &r.doc.Tokens[p.head]
	if h.UPOS != text.NOUN || !r.t.words.group[lemma(h)] && !r.t.words.outfit[lemma(h)] && !r.t.words.band[lemma(h)] || r.named(id) {
		return id
	}
	last := r.doc.Sents[h.Sent].Last
	for i := p.last; i < min(last, p.last+10); i++ {
		if t := &r.doc.Tokens[i]; t.Head == p.head && t.Rel == text.RelAppos && t.UPOS == text.PROPN {
			for found, m := range r.index.In(t.Span) {
				if m.Form == sayso.NameMention && m.Span.End == t.Span.End && r.named(found) {
					return found
				}
			}
		}
	}
	return id
}

// named reports whether an entity is a body that the text calls by a name.
func (r *reading) named(id sayso.EntityID) bool {
	if id == 0 || int(id) > len(r.found.Entities) {
		return false
	}
	e := &r.found.Entities[id-1]
	if e.Type != sayso.Organization && e.Type != sayso.Group {
		return false
	}
	for i := range e.Mentions {
		if e.Mentions[i].Form == sayso.NameMention {
			return true
		}
	}
	return false
}

// behalf returns for whom those speak who claim an act, else themselves: "a caller for
// the front claimed responsibility".
func (r *reading) behalf(o *outline, list []phrase) []phrase {
	if len(list) != 1 || !r.t.words.speaker[lemma(&r.doc.Tokens[list[0].head])] {
		return list
	}
	for _, b := range o.prepositional(list[0].head, nil, text.RelNmod) {
		if b.word == "for" || b.word == "of" {
			for _, p := range b.phrases {
				if r.granted == nil {
					r.granted = map[int32]bool{}
				}
				r.granted[p.head] = true
			}
			return b.phrases
		}
	}
	return list
}
