package event

import "sayso/internal/text"

// surroundings is what the words of a sentence, and of the text around it, say
// of what is going on.
type surroundings struct {
	other     int  // words of sport, business, weather, culture, science
	force     int  // words of violence
	hard      bool // words of violence without other senses, here or again and again in the text
	armed     bool // armed people or weapons
	workers   bool
	peace     bool // peacekeepers are spoken of
	accident  bool
	historic  bool // times long past are spoken of
	violent   bool // violence is told in the sentence or is what the text is about
	conflict  bool // violence is what the text is about
	political bool // offices, countries or violence are spoken of
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
	for i := o.sent.First; i < o.sent.Last; i++ {
		t := &r.doc.Tokens[i]
		l := lemma(t)
		s.peace = s.peace || r.t.words.peacekeeping[l]
		d := r.t.domains[l]
		if d == 0 && t.Lower != l {
			d = r.t.domains[t.Lower]
		}
		if d&(sport|business|weather|culture|science) != 0 && t.Tag != text.NNP && t.UPOS != text.ADJ {
			s.other++
			if d&culture != 0 {
				s.other++ // what a film or novel tells did not happen
			}
		}
		s.historic = s.historic || r.longAgo(i) || r.t.classes["work"][l] && r.tells(i) || t.Lower == "died" && r.obituary(i, o.sent.Last)
		s.accident = s.accident || r.mishap(i)
		if d&violence != 0 {
			s.force++
			s.violent = true
			s.hard = s.hard || !r.t.words.soft[l]
		}
		s.accident = s.accident || d&accident != 0
		if sec, ok := r.coded(t); ok && t.UPOS != text.VERB {
			k := sectorKinds[sec.code]
			s.armed = s.armed || k&armed != 0
			s.political = s.political || sec.code == "PTY" || sec.code == "OPP" || sec.code == "IGO" || sec.code == "REF"
			s.workers = s.workers || k&worker != 0
			s.party = s.party || k&(state|official|armed|court|legislator) != 0
		}
		s.armed = s.armed || r.t.classes["weapon"][l] && !(i+1 < o.sent.Last && r.t.words.armsPolicy[r.doc.Tokens[i+1].Lower])
		s.party = s.party || (t.UPOS == text.PROPN || t.UPOS == text.ADJ) && r.foreign(i, o.sent.Last)
		s.private = s.private || t.UPOS == text.NOUN && r.t.classes["private"][l]
	}
	s.violent = s.violent || s.armed && !s.sporty
	s.political = s.political || s.party || s.violent || r.offices >= 3 && !s.sporty
	return s
}

// tells reports whether token i, a work, is said to tell of something: "the film
// follows a gang of thieves".
func (r *reading) tells(i int32) bool {
	t := &r.doc.Tokens[i]
	if t.Head < 0 {
		return false
	}
	v := &r.doc.Tokens[t.Head]
	if t.Rel == text.RelObl { // "in the series, soldiers besiege a station"
		first := r.doc.Sents[t.Sent].First
		return i-first <= 4 && r.doc.Tokens[first].Lower == "in" && (v.Tag == text.VBZ || v.Tag == text.VBP)
	}
	return t.Rel == text.RelNsubj && v.Tag != text.VBD && r.t.classes["narrate"][lemma(v)]
}

// obituary reports whether "died" at token i closes a life: "has died aged 91",
// "died in his sleep at 88".
func (r *reading) obituary(i, last int32) bool {
	for k := i + 1; k < last; k++ {
		switch t := &r.doc.Tokens[k]; {
		case r.t.words.oldAge[t.Lower]:
			return true
		case t.Lower == "at":
			if n := k + 1; n < last && r.doc.Tokens[n].UPOS == text.NUM && len(r.doc.Tokens[n].Lower) <= 3 && (n+1 == last || r.doc.Tokens[n+1].UPOS == text.PUNCT) {
				return true
			}
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

// longAgo reports whether token i names a year before 1900 or an age long past.
func (r *reading) longAgo(i int32) bool {
	t := &r.doc.Tokens[i]
	switch {
	case r.t.words.age[t.Lower]:
		return true
	case t.Lower == "century" || t.Lower == "centuries":
		if w := r.doc.Tokens[max(i, 2)-2].Lower; w == "a" || w == "an" {
			return false // "returned a 16th century manuscript"
		}
		w := r.doc.Tokens[max(i, 1)-1].Lower
		return w != "th" && w != "20th" && w != "21st" && w != "twentieth" && w != "a" && w != "half" && w != "this" && w != "last" && w != "twenty-first" && w != "first"
	}
	if len(t.Lower) != 4 || t.UPOS != text.NUM || i == 0 || t.Lower < "1000" || t.Lower > "1899" {
		return false
	}
	for k := range t.Lower {
		if t.Lower[k] < '0' || t.Lower[k] > '9' {
			return false
		}
	}
	switch w := r.doc.Tokens[i-1].Lower; w {
	case "in", "of", "since", "from", "until", "by", "around", "about", "after", "before", "summer", "winter", "spring", "autumn":
		return true
	default:
		return temporal[w]
	}
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
