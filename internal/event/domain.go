package event

import "sayso/internal/text"

// surroundings is what the words of a sentence, and of the text around it, say
// of what is going on.
type surroundings struct {
	other     int  // words of sport, business, weather, culture, science
	play      int  // of these, those that are not of business
	force     int  // words of violence
	hard      bool // words of violence without other senses, here or again and again in the text
	armed     bool // armed people or weapons
	workers   bool
	peace     bool // peacekeepers are spoken of
	accident  bool
	violent   bool // violence is told in the sentence or is what the text is about
	conflict  bool // violence is what the text is about
	political bool // offices, countries or violence are spoken of
	bodies    bool // parties, the opposition, refugees, bodies of states
	party     bool // a political actor stands in the sentence
	private   bool // school, home, animals or food are spoken of
	sporty    bool // the text as a whole is about something else
}

// plain reports whether the sentence is about politics rather than sport,
// business or the weather. Words with such senses ask for it strictly.
func (s surroundings) plain(strict bool) bool {
	if strict && !s.party && !s.armed && !s.hard && s.force < 2 && !s.conflict {
		return false // "lost her battle with cancer": nothing says that force is meant
	}
	if strict {
		return s.other == 0 && !s.sporty || s.force > s.other+1 && !s.sporty || s.party && s.armed && s.force > s.other
	}
	if s.play > 0 && !s.party && !s.bodies && !s.armed && !s.hard && !s.conflict && !s.workers && s.force < 2 {
		return false // "the referee's decision sparked protests"
	}
	return s.other <= 1 && !s.sporty || s.party && (s.other < 3 || s.force >= s.other)
}

// suits reports whether a condition that speaks of the words around alone is met;
// any other is.
func (s *surroundings) suits(k needKind) bool {
	switch k {
	case needPlain:
		return s.plain(true)
	case needViolence:
		return s.violent && !s.accident
	case needArmed:
		return s.armed
	case needWorker:
		return s.workers
	case needCivil:
		return !s.armed
	case needPeace:
		return s.peace
	}
	return true
}

// survey counts the words of the whole text.
func (r *reading) survey() {
	r.doms = map[domain]int{}
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if sec, ok := r.coded(t); ok && sectorKinds[sec.code]&(state|official|armed) != 0 {
			r.offices++
		}
		if d := r.t.domains[lemma(t)]; d != 0 {
			r.doms[d]++
			if d&violence != 0 && !r.t.words.soft[lemma(t)] {
				r.hard++
			}
		}
		r.public = r.public || r.ofPublic(i)
	}
}

// surroundings reads the words of a sentence.
func (r *reading) surroundings(o *outline) (s surroundings) {
	total := 0
	for d, n := range r.doms {
		if d&violence == 0 {
			total += n
		}
	}
	s.sporty = total >= 6 && total > 2*r.doms[violence]
	s.violent = r.doms[violence] >= 3 && !s.sporty
	s.conflict = s.violent
	s.hard = r.hard >= 3 && !s.sporty
	ball := false // weapons that are of games too
	for i := o.sent.First; i < o.sent.Last; i++ {
		t := &r.doc.Tokens[i]
		l := lemma(t)
		s.peace = s.peace || r.t.words.peacekeeping[l]
		d := r.t.domains[l]
		if d == 0 && t.Lower != l {
			d = r.t.domains[t.Lower]
		}
		if d&(sport|business|weather|culture|science) != 0 && t.Tag != text.NNP && t.UPOS != text.ADJ && (t.UPOS != text.VERB || d&weather != 0 || r.t.domains[t.Lower] != 0 && t.Lower != l) {
			s.other++
			if d&business == 0 {
				s.play++
			}
			if d&culture != 0 && !r.t.classes["person"][l] {
				s.other++ // what a film or novel tells did not happen
			}
		}
		s.accident = s.accident || r.mishap(i)
		if d&violence != 0 && (l != "strike" || t.UPOS != text.VERB || r.armedSubject(i)) {
			s.force++
			s.violent = true
			s.hard = s.hard || !r.t.words.soft[l]
		}
		s.accident = s.accident || d&accident != 0
		if sec, ok := r.coded(t); ok && t.UPOS != text.VERB {
			k := sectorKinds[sec.code]
			s.armed = s.armed || k&armed != 0
			s.bodies = s.bodies || sec.code == "PTY" || sec.code == "OPP" || sec.code == "IGO" || sec.code == "REF"
			s.workers = s.workers || k&worker != 0
			s.party = s.party || k&(state|official|armed|court|legislator) != 0 && sec.code != "IGO" // a summit may be a mountain's
		}
		if t.Lower == "armed" && i+1 < o.sent.Last {
			who := lemma(&r.doc.Tokens[i+1])
			s.armed = s.armed || who == "man" || r.t.classes["person"][who] || r.t.words.group[who] // "armed men on motorcycles"
		}
		weapon := r.t.classes["weapon"][l] && !(i+1 < o.sent.Last && r.t.words.armsPolicy[r.doc.Tokens[i+1].Lower])
		s.armed = s.armed || weapon && !r.t.words.ball[l]
		ball = ball || weapon
		s.party = s.party || (t.UPOS == text.PROPN || t.UPOS == text.ADJ) && r.foreign(i, o.sent.Last)
		s.private = s.private || t.UPOS == text.NOUN && r.t.classes["private"][l]
	}
	s.armed = s.armed || ball && s.play == 0
	s.violent = s.violent || s.armed && !s.sporty
	s.political = s.bodies || s.party || s.violent || r.offices >= 3 && !s.sporty
	return s
}

// armedSubject reports whether those who do what the verb at token i says bear arms.
func (r *reading) armedSubject(i int32) bool {
	s := &r.doc.Sents[r.doc.Tokens[i].Sent]
	for k := s.First; k < s.Last; k++ {
		if t := &r.doc.Tokens[k]; t.Head == i && (t.Rel == text.RelNsubj || t.Rel == text.RelOblAgent) {
			sec, ok := r.sector(t)
			return ok && sectorKinds[sec.code]&armed != 0 || t.UPOS == text.PROPN || in(r.t.classes["arms"], t) || in(r.t.classes["force"], t)
		}
	}
	return false
}

// mishap reports whether token i is an explosion or fire with a harmless cause:
// "a gas explosion".
func (r *reading) mishap(i int32) bool {
	if i == 0 || r.t.domains[lemma(&r.doc.Tokens[i])]&violence == 0 {
		return false
	}
	return r.t.classes["hazard"][r.doc.Tokens[i-1].Lower]
}

// contextsOf gives an event the contexts of its sense and of its clause's words.
func (r *reading) contextsOf(o *outline, c *candidate) []string {
	out := append([]string{}, c.contexts...)
	first, last := max(o.sent.First, c.first-10), min(o.sent.Last, c.end+10)
	for i := first; i < last && len(out) < 4; i++ {
		ctx, ok := r.t.contexts[lemma(&r.doc.Tokens[i])]
		if !ok {
			continue
		}
		known := false
		for _, x := range out {
			known = known || x == ctx
		}
		if !known {
			out = append(out, ctx)
		}
	}
	return out
}
