package event

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// standing is what a phrase can be as a participant.
type standing struct {
	kind    kinds
	sector  string
	side    bool   // the sector rests on a side-taking word
	country string // ISO 3166-1 alpha-3
	place   bool   // it names a place
	plural  bool
	force   bool // ships, tanks, aircraft
	thing   bool // it
	company bool // a company or people of business, who make no politics among themselves
	person  bool // people in a role of no political weight
}

// standing tells what a noun phrase stands for, by its words.
func (r *reading) standing(p phrase) (s standing) {
	d := r.doc
	h := &d.Tokens[p.head]
	s.plural = h.Tag == text.NNS || h.Tag == text.NNPS || h.Feats.Has(text.FeatPlural)
	if h.UPOS == text.PRON || h.UPOS == text.DET {
		s.kind = pronoun
		if h.Lower == "it" || h.Lower == "this" || h.Lower == "that" || h.Lower == "there" || h.Lower == "which" || h.Lower == "you" && !r.public {
			s.kind = 0 // "the game lets you storm a castle"
			if h.Lower == "it" {
				s.kind, s.thing = pronoun, true
			}
		}
		s.plural = h.Lower == "they" || h.Lower == "them" || h.Lower == "we" || h.Lower == "their"
		return s
	}
	if h.Lower == "other" || h.Lower == "others" {
		s.kind, s.plural = pronoun, h.Lower == "others"
		return s
	}
	if h.UPOS == text.NUM {
		if int(p.last) < len(d.Tokens) && r.t.words.percent[d.Tokens[p.last].Lower] {
			return standing{} // "two per cent"
		}
		s.kind, s.plural = pronoun|crowd, true
		if h.Lower == "one" || p.last-p.first > 1 && d.Tokens[p.first].Tag == text.Dollar {
			s.kind = 0
		}
		return s
	}
	if r.animal(p) {
		return standing{plural: s.plural} // "a pack of wolves"
	}
	if q, ok := r.counted(p); ok {
		if of := r.standing(q); of.kind != 0 { // "hundreds of guerrillas": guerrillas
			of.plural = true
			return of
		}
	}
	if sec, ok := r.t.sectors[r.hyphened(p.head)]; ok {
		s.set(sec)
	} else if sec, ok := r.sector(h); ok {
		s.set(sec)
	} else if q, ok := r.counted(p); ok {
		s = r.standing(q)
		s.plural = true
		return s
	}
	if q, ok := r.swarm(p); ok && s.sector != "" {
		if of := r.standing(q); of.sector == "" && of.country == "" {
			of.plural = true
			return of // "an army of ants", "her army of helpers"
		}
	}
	if s.sector == "SPY" && r.hired(p) || s.kind&(official|state|body|armed) != 0 && s.sector != "REL" && r.ofClub(p.head) {
		s.sector, s.kind, s.person = "", 0, true
	}
	s.force = in(r.t.classes["force"], h)
	s.company = s.sector == "BUS" || r.t.words.company[strings.TrimSuffix(h.Lower, ".")]
	s.person = s.person || in(r.t.classes["person"], h) || r.t.words.personal(h) || int(p.last) < len(d.Tokens) && d.Tokens[p.last].Lower == "who"
	for i := p.first; i < p.last; i++ {
		t := &d.Tokens[i]
		w := d.Of(t.Span)
		if w[0] < 'A' || w[0] > 'Z' && w[0] < 0x80 {
			continue
		}
		if c, ok := r.t.countries.ByName(w); ok && t.UPOS != text.ADJ {
			s.country = c.Code3
			if i == p.head {
				s.kind |= state | named
				s.place = true
			}
		} else if c, ok := r.t.countries.ByDemonym(w); ok && w[0] >= 'A' && w[0] <= 'Z' {
			s.country = c.Code3
			if i == p.head {
				s.kind |= named | crowd
			}
		}
	}
	if s.sector == "CVL" || s.sector == "" {
		for i := p.first; i < p.head; i++ { // "masked men"
			if r.t.classes["masked"][d.Tokens[i].Lower] && (in(r.t.classes["person"], h) || s.sector == "CVL") {
				s.set(sector{code: "UAF"})
				break
			}
		}
	}
	if s.force && s.sector == "" { // "government planes", "rebel tanks"
		for i := p.head - 1; i >= p.first; i-- {
			if sec, ok := r.coded(&d.Tokens[i]); ok && sectorKinds[sec.code]&(armed|state) != 0 {
				s.set(sec)
				break
			}
		}
	}
	if s.kind == 0 && r.t.bodies[bare(d.Of(d.Range(p.first, p.last)))] != "" {
		s.kind |= named | sectorKinds["IGO"]
	}
	if s.country == "" && p.head > p.first { // "the United Kingdom", "South Sudan"
		if c, ok := r.t.countries.ByName(d.Of(d.Range(p.first, p.last))); ok {
			s.country, s.kind, s.place = c.Code3, s.kind|state|named, true
		} else if c, ok := r.t.countries.ByName(d.Of(d.Range(p.head-1, p.last))); ok {
			s.country, s.kind, s.place = c.Code3, s.kind|state|named, true
		}
	}
	if s.sector == "" || r.t.words.group[lemma(h)] {
		for i := p.head - 1; i >= p.first; i-- { // "riot police chief Ann Ode", "security forces"
			t := &d.Tokens[i]
			if t.Tag == text.POS && !r.t.words.band[lemma(h)] {
				break
			}
			sec, ok := r.coded(t)
			if ok && !(t.UPOS == text.PROPN && r.ofClub(i)) && (r.t.words.group[lemma(h)] || h.UPOS == text.PROPN || sectorKinds[sec.code]&(armed|court) != 0 && s.kind == 0 && r.t.words.band[lemma(h)]) {
				s.set(sec)
				break
			}
		}
	}
	if h.UPOS == text.PROPN || h.Tag == text.NNP || h.Tag == text.NNPS {
		switch {
		case temporal[h.Lower] && h.Name != text.BeginPerson && h.Name != text.InsidePerson:
		case h.Name == text.BeginPlace || h.Name == text.InsidePlace:
			s.kind |= named
			s.place = true
			if c, ok := r.t.countries.ByCapital(d.Of(h.Span)); ok && p.last-p.first == 1 {
				s.kind |= state
				if s.country == "" {
					s.country = c.Code3
				}
			}
		case p.first == r.doc.Sents[h.Sent].First && p.last == p.first+1 && h.Name == text.OutsideName && s.country == "" && !capitals(d.Of(h.Span)) && r.index.At(h.Span) == 0:
			// a first word that only looks like a name: "Wasps"
		default:
			s.kind |= named
		}
	}
	if s.kind == 0 && !s.thing && s.country == "" && (r.granted[p.head] || r.nameless(p)) {
		s.kind |= named
	}
	return s
}

// swarm returns what a word for armed people stands for where "of" and a plural
// without article follow it.
func (r *reading) swarm(p phrase) (phrase, bool) {
	if !r.t.words.swarm[r.doc.Tokens[p.head].Lower] || int(p.last)+1 >= len(r.doc.Tokens) || r.doc.Tokens[p.last].Lower != "of" {
		return phrase{}, false
	}
	c := r.doc.Tokens[p.last+1].Chunk
	if first := r.doc.Tokens[p.first].Lower; first == "the" {
		return phrase{}, false // "accused the army of war crimes"
	}
	if c < 0 || r.doc.Chunks[c].Kind != text.NounChunk || r.doc.Tokens[r.doc.Chunks[c].Head].Tag != text.NNS {
		return phrase{}, false
	}
	k := &r.doc.Chunks[c]
	return phrase{k.First, k.Last, k.Head}, true
}

// animal reports whether a phrase means animals: "the robin", "troops of baboons".
func (r *reading) animal(p phrase) bool {
	animals := r.t.words.animal
	if h := &r.doc.Tokens[p.head]; in(animals, h) {
		_, band := r.coded(h) // "Tigers"
		return h.Lower == r.doc.Of(h.Span) || p.head == r.doc.Sents[h.Sent].First && !band
	}
	if int(p.last)+1 >= len(r.doc.Tokens) || r.doc.Tokens[p.last].Lower != "of" {
		return false
	}
	c := r.doc.Tokens[p.last+1].Chunk
	return c >= 0 && r.doc.Chunks[c].Kind == text.NounChunk && in(animals, &r.doc.Tokens[r.doc.Chunks[c].Head])
}

// hired reports whether an agent is somebody's or some trade's: "her agent", "travel agents".
func (r *reading) hired(p phrase) bool {
	if l := lemma(&r.doc.Tokens[p.head]); l != "agent" {
		return false
	}
	for i := p.first; i < p.head; i++ {
		t := &r.doc.Tokens[i]
		if _, office := r.coded(t); t.Tag == text.POS || t.Tag == text.PRPS || t.Tag == text.NN && !office {
			return true
		}
	}
	return false
}

// capitals reports whether a word is written in capitals, as initials are.
func capitals(w string) bool { return len(w) > 1 && strings.ToUpper(w) == w }

// personal reports whether a plural noun has an ending that people's names have:
// "trainees", "loyalists", "guardsmen".
func (c *classes) personal(t *text.Token) bool {
	if t.Tag != text.NNS || len(t.Lower) < 7 || c.noPeople[t.Lower] {
		return false
	}
	for i := range t.Lower {
		if c.peopleEnding[t.Lower[i:]] {
			return true
		}
	}
	return false
}

func (s *standing) set(sec sector) {
	s.sector, s.side = sec.code, sec.side
	s.kind |= sectorKinds[sec.code]
}

// political reports whether the phrase can be a party to a political event.
func (s standing) political() bool { return s.kind&anyActor != 0 && !s.company }

// everyday reports whether the phrase means people or bodies of no public office,
// or a court, which hears private matters too.
func (s standing) everyday() bool {
	k := s.kind
	if k&court != 0 {
		k &^= state
	}
	if s.sector == "SOC" {
		k &^= body
	}
	return k&^(crowd|worker|court|named|pronoun) == 0
}

// human reports whether the phrase may be people.
func (s standing) human() bool {
	return s.person || !s.thing && s.kind&(crowd|worker|official|armed|court|legislator|named|pronoun) != 0
}

// sector looks a word up in the table of sectors.
func (r *reading) sector(t *text.Token) (sector, bool) {
	if sec, ok := r.coded(t); ok {
		return sec, true
	}
	if sec, ok := r.t.sectors[t.Lower]; ok && r.written(t, sec) {
		return sec, true
	}
	if t.Tag != text.NNS && (t.Tag != text.NNPS || t != &r.doc.Tokens[r.doc.Sents[t.Sent].First]) { // "Warplanes bombed"
		return sector{}, false
	}
	sec, ok := r.t.sectors[singular(t.Lower)]
	return sec, ok && !sec.name
}

// coded looks a word's lemma up in the table of sectors; a title's, which is part of a
// name, as it stands: "President Ode".
func (r *reading) coded(t *text.Token) (sector, bool) {
	sec, ok := r.t.sectors[lemma(t)]
	if !ok && t.UPOS == text.PROPN {
		sec, ok = r.t.sectors[t.Lower]
	}
	return sec, ok && r.written(t, sec)
}

// written reports whether a word is written as its row of the table asks.
func (r *reading) written(t *text.Token, sec sector) bool {
	w := r.doc.Of(t.Span)
	return !sec.name || w[0] >= 'A' && w[0] <= 'Z'
}

// participants makes the participants of phrases: their span, entity and codes.
func (r *reading) participants(list []phrase, trigger sayso.Span, voice sayso.Voice) []sayso.Participant {
	out := []sayso.Participant{}
	for i, p := range list {
		span := r.doc.Range(p.first, p.last)
		if span.Empty() || span.Overlaps(trigger) || r.found.Front.Dateline.Contains(span) || containsPhrase(list[:i], p) {
			continue
		}
		if w := r.doc.Tokens[p.first].Lower; p.first > 0 && (w == "least" || w == "most") && r.doc.Tokens[p.first-1].Lower == "at" {
			span.Start = r.doc.Tokens[p.first-1].Span.Start
		}
		id := r.called(p, r.index.At(r.doc.Range(p.first, p.last)))
		if end := r.serving(p); end > p.last {
			span.End = r.doc.Tokens[end-1].Span.End
		}
		s := r.standing(p)
		if s.side && voice != sayso.VoiceOutlet {
			s.sector = ""
		}
		if id > 0 && int(id) <= len(r.found.Entities) {
			e := &r.found.Entities[id-1]
			if s.sector == "" && s.kind&^pronoun == 0 || s.kind == named {
				s.sector = e.Sector
				if s.sector == "" {
					s.sector = r.sectorOf(e.About)
				}
			}
			if s.country == "" && e.Country != "" {
				if c, ok := r.t.countries.ByCode(e.Country); ok {
					s.country = c.Code3
				}
			}
		}
		switch {
		case s.sector == "IGO":
			s.sector = ""
		case s.sector == "GOV" && s.country == "" && in(r.t.classes["country"], &r.doc.Tokens[p.head]):
			s.sector = "" // "the countries of the region" have no one government
		case s.sector == "" && s.kind&state != 0 && s.place:
			s.sector = "GOV"
		}
		if r.doc.Tokens[p.head].UPOS == text.PRON && id == 0 {
			s.sector, s.country = "", ""
		}
		if code := r.body(span, id); code != "" {
			s.sector, s.country = "", code
		}
		out = append(out, sayso.Participant{Span: span, Entity: id, Code: s.country, Sector: s.sector})
	}
	return out
}

// serving returns where a phrase for people ends with the name of the body that
// they belong to: "guerrillas of the Red Dawn Front", "members of the 2d column of the QRL".
func (r *reading) serving(p phrase) int32 {
	h := &r.doc.Tokens[p.head]
	if p.last != p.head+1 {
		return p.last
	}
	if sec, ok := r.sector(h); !r.t.words.group[lemma(h)] && !(ok && sectorKinds[sec.code]&(armed|crowd|official) != 0) {
		return p.last
	}
	last, member := p.last, lemma(h) == "member"
	for range 2 {
		if int(last)+1 >= len(r.doc.Tokens) || r.doc.Tokens[last].Lower != "of" {
			return last
		}
		c := r.doc.Tokens[last+1].Chunk
		if c < 0 || r.doc.Chunks[c].Kind != text.NounChunk || !member && !r.enlists(&r.doc.Chunks[c]) {
			return last
		}
		last, member = r.doc.Chunks[c].Last, false
	}
	return last
}

// enlists reports whether a phrase names what people may belong to.
func (r *reading) enlists(k *text.Chunk) bool {
	n := &r.doc.Tokens[k.Head]
	if sec, ok := r.sector(n); ok && sectorKinds[sec.code]&(state|armed|body) != 0 {
		return true
	}
	return n.UPOS == text.PROPN && n.Name != text.BeginPlace && n.Name != text.InsidePlace || r.t.words.outfit[lemma(n)] || r.nameless(phrase{k.First, k.Last, k.Head})
}

// body returns the code of an international body, by the words of a phrase or by
// the name of the entity it means; "" where it means none.
func (r *reading) body(span sayso.Span, id sayso.EntityID) string {
	if code := r.t.bodies[bare(r.doc.Of(span))]; code != "" {
		return code
	}
	if id > 0 && int(id) <= len(r.found.Entities) {
		return r.t.bodies[bare(r.found.Entities[id-1].Name)]
	}
	return ""
}

// bare writes a name in small letters without its article.
func bare(name string) string { return strings.TrimPrefix(strings.ToLower(name), "the ") }

// sectorOf reads a sector from the roles the text gives an entity.
func (r *reading) sectorOf(about []string) string {
	for _, a := range about {
		words := strings.Fields(strings.ToLower(a))
		for i := len(words) - 1; i >= 0; i-- {
			if sec, ok := r.t.sectors[words[i]]; ok && !sec.side {
				return sec.code
			}
		}
	}
	return ""
}
