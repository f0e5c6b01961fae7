package event

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// ofPublic reports whether token i speaks of public matters: of offices and arms
// other than courts, of countries, violence, laws and votes.
func (r *reading) ofPublic(i int) bool {
	t := &r.doc.Tokens[i]
	l := lemma(t)
	switch t.UPOS {
	case text.VERB, text.AUX, text.PUNCT, text.DET, text.ADP, text.PRON, text.NUM:
		return false
	}
	if sec, ok := r.sector(t); ok && l != "agent" && (sectorKinds[sec.code]&(state|official|armed|legislator) != 0 && sec.code != "JUD" || publicBodies[sec.code]) {
		return !r.ofClub(int32(i))
	}
	if in(r.t.classes["public"], t) || r.t.domains[l]&violence != 0 && !r.t.words.soft[l] {
		return true
	}
	if t.UPOS != text.PROPN && t.UPOS != text.ADJ {
		return false
	}
	if t.Chunk >= 0 && r.doc.Chunks[t.Chunk].Head != int32(i) {
		if _, people := r.t.countries.ByDemonym(r.doc.Of(t.Span)); people {
			sec, _ := r.sector(&r.doc.Tokens[r.doc.Chunks[t.Chunk].Head])
			return sec.code == "JUD" || sec.code == "REL" // "an Italian court", but "the Dutch brewer"
		}
	}
	_, capital := r.t.countries.ByCapital(r.doc.Of(t.Span))
	return capital && t.Rel == text.RelNsubj || r.foreign(int32(i), r.doc.Sents[t.Sent].Last)
}

// publicBodies are sectors that stand for public matters without office or arms.
var publicBodies = map[string]bool{"PTY": true, "OPP": true, "REF": true, "JRN": true}

// ofClub reports whether the office or band at token i is one of sport, of the arts, of
// trade or of private life: "the club president", "the president of the choir", "a coach
// party".
func (r *reading) ofClub(i int32) bool {
	if r.t.words.stateOffice[lemma(&r.doc.Tokens[i])] {
		return false // of sport, of culture
	}
	of := func(k int32) bool {
		t := &r.doc.Tokens[k]
		return t.UPOS == text.NOUN && (r.t.domains[lemma(t)]&(sport|culture|business) != 0 || in(r.t.classes["private"], t) || r.t.words.club[lemma(t)])
	}
	s := &r.doc.Sents[r.doc.Tokens[i].Sent]
	if k := i - 1; k >= s.First && (of(k) || k > s.First && r.doc.Tokens[k].Tag == text.POS && of(k-1)) {
		return true
	}
	if i+1 < s.Last && of(i+1) && r.doc.Tokens[i+1].Rel != text.RelObj && r.doc.Tokens[i].Chunk == r.doc.Tokens[i+1].Chunk {
		return true // "Bombers coach Lyle"
	}
	if i+1 >= s.Last || r.doc.Tokens[i+1].Lower != "of" {
		return false
	}
	for k := i + 2; k < min(i+5, s.Last) && r.doc.Tokens[k].UPOS != text.ADP; k++ {
		if of(k) {
			return true
		}
	}
	return false
}

// foreign reports whether a country, its people or an international body is named at
// token i of a sentence that ends before last.
func (r *reading) foreign(i, last int32) bool {
	t := &r.doc.Tokens[i]
	if _, ok := r.t.countries.ByDemonym(r.doc.Of(t.Span)); ok {
		return true
	}
	if _, ok := r.t.countries.ByName(r.doc.Of(t.Span)); ok {
		return true
	}
	if r.t.bodies[t.Lower] != "" {
		return true
	}
	if i+1 >= last {
		return false
	}
	two := r.doc.Of(r.doc.Range(i, i+2)) // "North Korea", "South African"
	_, name := r.t.countries.ByName(two)
	_, people := r.t.countries.ByDemonym(two)
	return name || people || r.t.bodies[strings.ToLower(two)] != ""
}

// unpolitical reports whether nobody's politics is told: the text speaks of no public
// matters, or the sentence of private ones and of nobody in office, or the act is told with the year of a time past.
func (r *reading) unpolitical(c *candidate) bool {
	if i := c.end; int(i)+1 < len(r.doc.Tokens) && r.doc.Tokens[i].Lower == "in" {
		if y := r.doc.Tokens[i+1].Lower; len(y) == 4 && y >= "1900" && y < "1960" && r.doc.Tokens[i+1].UPOS == text.NUM {
			return true // "who was executed in 1915"
		}
	}
	switch c.kind {
	case sayso.Assault:
		return false
	case sayso.Protest:
		return !r.public && r.near.private
	case sayso.Coerce:
		return !r.public && r.near.private || len(c.actors) == 0 && r.upkeep(c)
	}
	return !r.public || r.near.private && (r.private(c) || !r.near.hard && !r.office(c.actors) && !r.office(c.recipients))
}

// upkeep reports whether something is shut so that it may be mended: "shut down for repairs".
func (r *reading) upkeep(c *candidate) bool {
	last := r.doc.Sents[r.doc.Tokens[c.first].Sent].Last
	for i := c.end; i+1 < last; i++ {
		if r.doc.Tokens[i].Lower == "for" && r.t.words.upkeep[r.doc.Tokens[i+1].Lower] {
			return true
		}
	}
	return false
}

// office reports whether a country, an office or a body of politics is among the phrases.
func (r *reading) office(list []phrase) bool {
	return r.anyone(list, func(st standing) bool {
		return st.country != "" || st.political() && !st.everyday() || st.kind&pronoun != 0
	})
}

// private reports whether an act is about what is private: "rescued a duckling".
func (r *reading) private(c *candidate) bool {
	if r.office(c.recipients) {
		return false
	}
	last := r.doc.Sents[r.doc.Tokens[c.first].Sent].Last
	for i := c.end; i < min(last, c.end+9); i++ {
		if t := &r.doc.Tokens[i]; t.UPOS == text.NOUN && in(r.t.classes["private"], t) {
			return true
		}
	}
	return false
}
