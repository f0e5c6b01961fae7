package quantity

import (
	"math"

	"sayso"
)

// governor is what stands before a figure and rules it.
type governor struct {
	harm     harm
	rule     string
	doubt    string
	closed   bool // the figure is an object or stands after a preposition: no predicate of its own follows
	blocked  bool // what it counts was spared: "saved 12 lives"
	sequel   bool // coordinated with what stands before
	joint    bool // by "along with"
	compared bool // by "compared with"
	among    bool // "among the dead were 12"
	results  bool // after "left": a state may follow later
	finding  bool // after a verb of finding
	taking   bool // after a verb of taking
	position int32
}

// governs reads what stands before figure f.
func (s *sentence) governs(f *figure) governor {
	k := f.start - 1
	g := governor{rule: "rule:object"}
	if p := s.lower(f.end); (p == "'s" || p == "'") && f.class == personNoun {
		if w := s.word(f.end + 1); w.act != 0 && !w.fatal && !w.peopled && s.kind(f.end+1).nominal() { // "the six monks' murder"
			return governor{rule: "rule:act", harm: w.act, closed: true, position: k}
		}
	}
	if v := s.word(k - 1); v.particle != "" && v.particle == s.lower(k) { // "rounded up 12"
		if !s.passiveAt(k - 1) {
			g.harm, g.closed, g.doubt = v.harm, true, s.doubtOf(k-1)
		}
		return g
	}
	for s.kind(k) == kAdv || s.kind(k) == kQuote {
		k--
	}
	g.position = k
	if n := s.joint(k); n > 0 { // "as well as 12", "along with 12"
		g.sequel, g.joint, g.position = true, true, k-n+1
		return g
	}
	switch s.kind(k) {
	case kVerb:
		s.underVerb(f, k, &g)
	case kAdj:
		if s.word(k).state != 0 && s.kind(k-1) == kVerb && !s.passiveAt(k-1) { // "shot dead 12"
			g.harm, g.closed = s.word(k).state, true
		}
	case kNoun:
		w := s.word(k)
		switch {
		case s.lower(k) == "death" && s.lower(k-1) == "to" && s.word(k-2).phrases != nil: // "beat to death 12"
			g.harm, g.closed = killed, true
		case w.fn&fnToll != 0:
			g.harm, g.rule = s.tollHarm(k), "rule:toll"
		case f.head < 0 && w.counts == 0 && !s.kind(f.end).nominal():
			g.sequel = s.gapped(k)
		}
	case kBe:
		s.underBe(k, &g)
	case kPrep, kTo:
		if f.head < 0 && s.compares(k) {
			// "41 deaths, compared with 29 a year earlier", "down from 60 in 2018"
			g.sequel, g.compared, g.closed = true, true, true
			break
		}
		s.underPreposition(f, k, &g)
	case kConj, kComma:
		g.sequel = true
	case kPron, kRel:
		f.listed = s.has(k-1, fnWithin)                                 // "among them 12 children"
		f.partitive = f.partitive || f.head < 0 && s.lower(k-1) == "of" // "of whom 12"
	case kPunct, kDash:
		switch {
		case s.lower(k) == ";" && f.head < 0 && s.kind(f.end) == kPrep: // "700 deaths in 1989; 1,200 in 1988"
			g.sequel = true
		case s.lower(k) == ":" && s.has(k-1, fnToll):
			g.harm, g.rule = s.tollHarm(k-1), "rule:toll"
		case f.head < 0 && s.kind(k) == kDash && s.kind(k-1) == kNoun && !s.kind(f.end).verbal(): // "the dead by country: Peru - 12, Chile - 3"
			g.harm, g.rule = s.tableHarm(k), "rule:toll"
		}
	}
	return g
}

// joint returns how many words ending at k join like "and": "as well as",
// "along with"; 0 where none do.
func (s *sentence) joint(k int32) int32 {
	switch {
	case s.lower(k) == "as" && s.lower(k-1) == "well" && s.lower(k-2) == "as":
		return 3
	case s.lower(k) == "with" && (s.lower(k-1) == "along" || s.lower(k-1) == "together"):
		return 2
	}
	return 0
}

// underVerb reads a figure that stands right after the verb at k.
func (s *sentence) underVerb(f *figure, k int32, g *governor) {
	w := s.word(k)
	if s.passiveAt(k) {
		return
	}
	if w.particle != "" { // "rounded 12 up"
		if s.lower(f.end) == w.particle {
			g.harm, g.closed = w.harm, true
			return
		}
	} else if w.harm != 0 && w.victim&victimObject != 0 {
		if w.people && f.class != personNoun && !(s.harmed && f.head < 0) {
			g.closed = true
			return
		}
		g.harm, g.closed = s.both(k, w.harm), true
		if s.resultAfter(f.end) == killed || s.lower(k-1) == "fatally" || s.lower(f.end) == "fatally" {
			g.harm = killed
		}
		g.doubt = s.doubtOf(k)
		return
	}
	g.closed = true
	if w.phrases != nil {
		if h := s.objectPhrase(k, f.last); h != 0 {
			g.harm, g.doubt = h, s.doubtOf(k)
			return
		}
	}
	switch {
	case w.fn&fnWithin != 0:
		f.listed = true
		g.harm = s.subjectHarm(k)
		g.rule = "rule:part"
	case w.frames&frameSpare != 0:
		g.blocked = true
	case w.frames&frameResult != 0:
		g.results = true
		g.doubt = s.doubtOf(k)
	case w.frames&frameReport != 0:
		g.closed = false
	}
	g.finding = w.frames&frameFind != 0 || w.frames&frameResult != 0
	g.taking = w.frames&frameTake != 0
	if w.frames&frameToll != 0 {
		h := s.tollHarm(s.tollNoun(k))
		if h == 0 && f.head < 0 { // "the figure has passed 120 million"
			h = s.figureAgain(k)
		}
		if h != 0 {
			g.harm, g.rule = h, "rule:toll"
			if w.frames&frameExceed != 0 && f.bound == sayso.Exact {
				f.setBound(sayso.AtLeast)
			}
		}
	}
}

// objectPhrase looks after the object for the word that makes the verb at k
// tell harm: "took 12 people hostage", "forced 300 from their homes".
func (s *sentence) objectPhrase(k, from int32) harm {
	w := s.word(k)
	for i := from; i < from+8 && i < s.last; i++ {
		switch s.kind(i) {
		case kPunct, kComma, kSub, kRel, kDash, kThat, kConj:
			return 0
		}
		for _, p := range w.phrases {
			if p.victim&victimObject != 0 && s.lower(i) == p.with && !(p.care && s.ill) {
				return p.harm
			}
		}
	}
	return 0
}

// underBe reads a figure after a form of "be": "the toll is 23,000", "among the
// dead were four men".
func (s *sentence) underBe(k int32, g *governor) {
	i := k
	for s.kind(i-1) == kHave || s.kind(i-1) == kBe || s.kind(i-1) == kAdv || s.kind(i-1) == kFuture || s.kind(i-1) == kMay {
		i--
	}
	if s.lower(i-1) == "there" {
		return
	}
	g.closed = true
	if t := s.tollNoun(i); t >= 0 {
		g.harm, g.rule = s.tollHarm(t), "rule:toll"
		return
	}
	if h := s.subjectHarm(i); h != 0 {
		g.harm, g.rule, g.among = h, "rule:part", true
	}
}

// subjectHarm returns the harm told by a subject that ends before token i:
// "the dead (were)", "among those killed (was)", "the victims (included)".
func (s *sentence) subjectHarm(i int32) harm {
	from := i - 1
	for from > s.first && from > i-9 && s.kind(from-1) != kPunct && s.kind(from-1) != kComma && s.kind(from-1) != kDash {
		from--
	}
	if w := s.word(from); w.fn&fnWithin == 0 && s.kind(from) != kDet && w.state == 0 && w.counts == 0 && w.harm == 0 && w.fn&fnThem == 0 && s.lower(from) != "victims" {
		return 0
	}
	if s.kind(i-1) == kVerb && s.word(i-1).frames != 0 {
		return 0
	}
	j := from
	if s.has(j, fnWithin) {
		j++
	}
	for ; j < i; j++ {
		w := s.word(j)
		switch {
		case s.kind(j) == kDet, s.kind(j) == kNum, s.has(j, fnThem), s.kind(j) == kAdj && w.state == 0 && w.counts == 0, s.lower(j) == "people":
			continue
		case w.counts != 0 && w.need == needNothing && w.plural && j > from:
			return w.counts
		case w.state != 0:
			return w.state
		case w.harm != 0 && (w.forms&participle) != 0:
			return w.harm
		case s.lower(j) == "victims":
			return killed
		default:
			return 0
		}
	}
	return 0
}

// underPreposition reads a figure after the preposition at k.
func (s *sentence) underPreposition(f *figure, k int32, g *governor) {
	prep := s.lower(k)
	g.rule = "rule:act"
	switch {
	case s.has(k, fnWithin):
		f.listed, g.closed = true, true
		return
	case prep == "as" && s.has(k-1, fnToll|fnCount): // "gave the toll as 22"
		if g.harm, g.rule, g.closed = s.tollHarm(k-1), "rule:toll", true; g.harm == 0 {
			g.harm = s.figureAgain(k)
		}
		return
	case s.has(k, fnSub) && prep != "than":
		return // "after 12 people were killed"
	}
	g.closed = true
	switch prep {
	case "of":
		a := k - 1
		for s.kind(a) == kAdv {
			a--
		}
		w := s.word(a)
		switch {
		case w.fn&fnToll != 0:
			g.harm, g.rule = s.tollHarm(a), "rule:toll"
		case w.act != 0 && (w.verb == "" || s.kind(a) == kNoun) && (!w.fatal || s.fatal(a-1)):
			if !w.peopled || f.class == personNoun || s.word(max(f.head, 0)).counts != 0 {
				g.harm = w.act
			}
			g.blocked = s.spared(a)
		case w.act != 0:
		case s.kind(a) == kVerb && w.harm != 0 && w.forms&gerund != 0 && (!w.people || f.class == personNoun): // "the killing of"
			g.harm = w.harm
		case s.lower(a) == "least", s.lower(a) == "estimate":
			g.closed = false
		}
	case "in":
		if t := s.tollNoun(k); t >= 0 && s.lower(k+1) == "the" && math.IsInf(f.high, 1) { // "the toll is in the hundreds"
			g.harm, g.rule = s.tollHarm(t), "rule:toll"
		}
	case "to", "at", "by", "past", "above", "beyond", "from", "over":
		if prep == "to" && s.word(k-1).counts != 0 && s.word(k-1).need == needNothing { // "injuries to 12 people"
			g.harm = s.word(k - 1).counts
			return
		}
		if t := s.tollNoun(k); t >= 0 && s.tollLeads(t, k) {
			g.harm, g.rule = s.tollHarm(t), "rule:toll"
			if prep == "by" {
				f.increment = true
			}
			return
		}
		if h := s.figureAgain(k); h != 0 && f.head < 0 {
			g.harm, g.rule = h, "rule:toll"
			return
		}
		g.finding = false
	case "with":
		g.results = true
	}
}

// fatal reports whether token i says that an act killed: "the fatal shooting of".
func (s *sentence) fatal(i int32) bool { return s.classes.fatal[s.lower(i)] }

// spared reports whether the noun at a is the object of a verb of sparing.
func (s *sentence) spared(a int32) bool {
	for j := a - 1; j > a-4; j-- {
		if s.word(j).frames&frameSpare != 0 && s.kind(j) == kVerb {
			return true
		}
	}
	return false
}

// passiveAt reports whether the verb at k is a passive participle: a form of
// "be" or "get" before it.
func (s *sentence) passiveAt(k int32) bool {
	if s.word(k).forms != 0 && s.word(k).forms&(participle|past) == 0 {
		return false
	}
	if ends(s.lower(k), "ing") {
		return false
	}
	j := k - 1
	for s.kind(j) == kAdv || s.kind(j) == kNot || s.kind(j) == kConj && s.kind(j-1) == kVerb || s.kind(j) == kVerb && s.kind(j+1) == kConj {
		j--
	}
	return s.kind(j) == kBe || s.kind(j) == kGet
}

// doubtOf tells why the harm of the verb at k is not told as done, if it is not.
func (s *sentence) doubtOf(k int32) string {
	for j := k - 1; j >= s.first && j > k-7; j-- {
		w := s.word(j)
		switch s.kind(j) {
		case kFuture:
			return doubtFuture
		case kMay:
			if s.kind(j+1) != kHave && s.kind(j+2) != kHave {
				return doubtFuture
			}
			return ""
		case kNot:
			return doubtDenied
		case kTo:
			for i := j - 1; i >= s.first && i > j-3; i-- {
				if v := s.word(i); v.frames&frameIntend != 0 || s.classes.planning[s.lower(i)] {
					return doubtIntent
				}
			}
			return ""
		case kAdv, kHave, kBe, kDo, kConj:
			continue
		case kVerb:
			if w.harm != 0 || s.kind(j+1) == kConj { // "threatened to assault and kill"
				continue
			}
			if w.frames&frameIntend != 0 && w.forms&base == 0 {
				return doubtIntent
			}
			return ""
		case kPrep:
			if s.lower(j) == "without" {
				return doubtDenied
			}
			return ""
		default:
			if s.kind(j+1) == kConj && s.kind(j-1) == kTo { // "to assault and murder"
				continue
			}
			return ""
		}
	}
	return ""
}
