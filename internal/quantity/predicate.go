package quantity

import "sayso/internal/text"

// verdict is what a verb group says of its subject.
type verdict struct {
	harm   harm
	verb   bool   // a verb was found: the subject's clause is settled
	far    bool   // it was found past a list or an aside
	flight bool   // by flight, which is no displacement of attackers or soldiers
	people bool   // only people can suffer it so: "12 are held"
	doubt  string // why harm is not told as happened
	rule   string
}

const (
	doubtFuture = "harm foreseen or supposed, not told as happened"
	doubtDenied = "harm denied"
	doubtIntent = "harm intended, not told as done"
)

// predicate reads the verb group that begins at token i as the predicate of
// what stands before it. passive is set where the group's "be" is understood:
// "12 people (that were) killed".
func (s *sentence) predicate(i int32, passive bool) verdict {
	v := verdict{rule: "rule:subject"}
	bare := passive // no auxiliary yet
	aux := false
	for j := i; j < s.last && j < i+16; j++ {
		w := s.word(j)
		switch k := s.kind(j); {
		case k == kBe:
			v.verb, passive, aux = true, true, true
		case k == kGet:
			v.verb, passive, aux = true, true, true
		case k == kHave:
			v.verb, aux, passive = true, true, false
		case k == kDo:
			v.verb, aux = true, true
		case k == kFuture:
			v.verb, aux = true, true
			v.doubt = doubtFuture
		case k == kMay:
			v.verb, aux = true, true
			v.doubt = doubtFuture
			for a := j + 1; a < j+4; a++ {
				if s.kind(a) == kHave { // "may have died"
					v.doubt = ""
				}
			}
		case k == kNot:
			if s.lower(j+1) != "only" {
				v.doubt = doubtDenied
			}
		case k == kTo:
			switch s.kind(j + 1) { // "are believed to have been killed"
			case kHave, kBe:
				passive = false
				continue
			}
			if s.word(j+1).forms&base != 0 {
				passive = false
				continue
			}
			return v
		case k == kAdv && (s.lower(j) == "nearly" || s.lower(j) == "almost" || s.lower(j) == "narrowly"):
			v.doubt = doubtDenied // "was nearly killed"
		case k == kAdv || k == kQuote, k == kDet && (s.lower(j) == "all" || s.lower(j) == "both" || s.lower(j) == "either"):
			continue
		case k == kComma && s.kind(j+1) == kAdv && s.kind(j+2) == kComma:
			j += 2
		case k == kPrep && (v.verb || passive):
			if h, _ := s.stateAt(j); h != 0 { // "are in custody"
				v.harm = h
				return v
			}
			if w.fn&fnWithin != 0 { // "were among the dead"
				v.harm = s.harmWithin(j+1, j+6)
				return v
			}
			return v
		case (k == kAdj || w.state != 0 && k != kVerb) && !(passive && w.harm != 0 && w.forms&participle != 0):
			if h, _ := s.stateAt(j); h != 0 && (v.verb || passive) {
				v.harm = h
				return v
			}
			if v.verb && k == kAdj {
				continue // "were also seriously"
			}
			return v
		case k == kVerb || w.forms&participle != 0 && passive:
			v.verb = true
			if bare && !aux && w.forms&past != 0 && s.resultAfter(j+1) != 0 && s.objectFollows(s.afterResult(j+1)) {
				return v // "five men shot to death a guard"
			}
			if h := s.phraseAfter(j, j+1, j+9, passive); h != 0 {
				v.harm = h
				return v
			}
			if w.harm != 0 {
				s.verbHarm(j, passive, bare && !aux, &v)
				return v
			}
			switch {
			case w.frames&(frameReport|frameResult) != 0 && passive:
				continue // "are feared dead", "were left homeless"
			case w.frames&frameRemain != 0:
				passive = true
				continue // "remained missing"
			case w.frames&frameIntend != 0 && !passive:
				v.doubt = doubtIntent
				continue
			case w.frames&frameReport != 0 && s.kind(j+1) == kTo:
				continue
			case aux && s.kind(j+1) == kConj && s.kind(j+2) == kVerb && s.word(j+2).harm != 0:
				j++
				continue // "were ambushed and killed"
			case aux && s.kind(j+1) == kConj && (s.kind(j+2) == kBe || s.kind(j+2) == kHave):
				j++
				passive = false
				continue // "have been charged and are in custody"
			case passive && s.kind(j+1) == kTo && (s.word(j+2).harm != 0 || s.word(j+2).phrases != nil):
				continue // "were made to leave"
			}
			s.joinedHarm(j, passive, &v)
			return v
		default:
			return v
		}
	}
	return v
}

// joinedHarm reads a verb of harm that the tree joins to the harmless verb at
// j under the same subject: "were swept away and drowned".
func (s *sentence) joinedHarm(j int32, passive bool, v *verdict) {
	c := s.dependent(j, func(i int32, r text.Rel) bool {
		return r == text.RelConj && i > j && s.word(i).harm != 0 && s.kind(i) == kVerb
	})
	if c < 0 || v.doubt != "" {
		return
	}
	aux := false
	own := s.dependent(c, func(_ int32, r text.Rel) bool {
		aux = aux || r == text.RelAux || r == text.RelAuxPass
		return r == text.RelNsubj || r == text.RelNsubjPass
	})
	if own >= 0 || s.doubtOf(c) != "" {
		return
	}
	if aux {
		passive = s.kind(c-1) == kBe || s.kind(c-1) == kGet
	}
	s.verbHarm(c, passive, false, v)
}

// verbHarm settles what a verb of harm at j says of its subject.
func (s *sentence) verbHarm(j int32, passive, bare bool, v *verdict) {
	w := s.word(j)
	if s.ill && s.classes.careOf(w.verb+"d") {
		return
	}
	object := s.objectFollows(s.afterResult(j + 1))
	v.people, v.flight = w.people, w.verb == "flee"
	switch {
	case w.verb == "shoot" && s.lower(j+1) == "at" && s.lower(j+2) != "close" && s.lower(j+2) != "point":
		return // "shot at the police"
	case w.particle != "" && s.lower(j+1) != w.particle, w.verb == "hold" && !s.heldFast(j):
		return
	case passive && w.forms&participle != 0:
		if bare && object && w.forms&past != 0 {
			return // "two gunmen killed 12"
		}
		v.harm = s.both(j, w.harm)
		if s.resultAfter(j+1) == killed {
			v.harm = killed
		}
	case w.victim&victimSubject != 0:
		if w.victim&victimObject != 0 && object {
			return // "rescuers evacuated the hotel"
		}
		v.harm = s.both(j, w.harm)
	}
}

// both makes "killed or wounded" of one number casualties.
func (s *sentence) both(j int32, h harm) harm {
	if s.kind(j+1) != kConj && s.kind(j-1) != kConj {
		return h
	}
	w := s.word(j)
	for _, at := range [2]int32{j - 2, j + 2} {
		o := s.word(at)
		between := j - 1
		if at > j {
			between = j + 1
		}
		if s.kind(between) != kConj || s.kind(at) != kVerb || o.harm == 0 || o.harm == h || at > j && s.objectFollows(at+1) {
			continue
		}
		if pair := [2]string{w.verb, o.verb}; h+o.harm == killed+injured && (s.classes.maim[pair[0]] || s.classes.maim[pair[1]]) {
			return casualties
		} else if h == killed || o.harm == killed {
			return killed // "shot and killed", "tortured and killed"
		}
	}
	return h
}

// stateAt returns the state that stands at token j and how many words name it:
// "dead", "unaccounted for", "in custody".
func (s *sentence) stateAt(j int32) (harm, int32) {
	w := s.word(j)
	for _, q := range w.states {
		if s.reads(j, q.words) && !(q.care && s.ill) {
			return q.harm, int32(len(q.words))
		}
	}
	if w.state != 0 {
		if w.state == killed && s.lower(j) == "dead" && (s.lower(j+1) == "set" || s.lower(j+1) == "against") {
			return 0, 0
		}
		return w.state, 1
	}
	if w.counts != 0 && w.plural && w.forms&participle != 0 {
		return w.counts, 1
	}
	return 0, 0
}

// harmWithin returns the first harm named by tokens [from, to): "the dead",
// "those killed", "the injured".
func (s *sentence) harmWithin(from, to int32) harm {
	for j := from; j < to && j < s.last; j++ {
		w := s.word(j)
		switch {
		case w.counts != 0 && w.need == needNothing:
			return w.counts
		case w.state != 0:
			return w.state
		case s.kind(j) == kVerb && w.harm != 0:
			return w.harm
		case s.lower(j) == "victims":
			return killed
		case s.kind(j) == kPunct:
			return 0
		}
	}
	return 0
}

// phraseAfter looks within tokens [from, to) for a word that makes the verb at
// j tell harm: "were taken to hospital", "lost their lives".
func (s *sentence) phraseAfter(j, from, to int32, passive bool) harm {
	w := s.word(j)
	if w.phrases == nil {
		return 0
	}
	want := victimSubject
	if passive && w.forms&participle != 0 {
		want = victimObject
	}
	for i := from; i < to && i < s.last; i++ {
		switch s.kind(i) {
		case kPunct, kSub, kRel, kDash, kThat:
			return 0
		case kComma:
			if i > from+1 {
				return 0
			}
		}
		if i > from && s.kind(i).verbal() && s.word(i).phrases == nil && !s.namedBy(w, i) && s.kind(i) != kGet {
			return 0
		}
		for _, p := range w.phrases {
			if p.victim&want != 0 && s.lower(i) == p.with && !(p.care && s.ill) {
				return p.harm
			}
		}
	}
	return 0
}

func (s *sentence) namedBy(w *word, i int32) bool {
	for _, p := range w.phrases {
		if s.lower(i) == p.with {
			return true
		}
	}
	return false
}

// heldFast reports whether "held" at j means kept by force: not "held
// accountable", "held back", "held in contempt".
func (s *sentence) heldFast(j int32) bool {
	l := s.lower(j + 1)
	if s.classes.captive[l] {
		return true
	}
	switch l {
	case "in":
		return !s.classes.heldIn[s.lower(j+2)]
	case "up", "back", "to", "together", "down", "responsible":
		return false
	}
	return s.kind(j+1) != kAdj && s.kind(j+1) != kNoun
}

// resultAfter returns killed where "dead" or "to death" follows at once.
func (s *sentence) resultAfter(j int32) harm {
	if s.lower(j) == "dead" || s.lower(j) == "to" && s.lower(j+1) == "death" {
		return killed
	}
	return 0
}

// afterResult returns the token behind what a verb says of its end: "dead", "to
// death", "and killed".
func (s *sentence) afterResult(j int32) int32 {
	switch {
	case s.lower(j) == "dead":
		return j + 1
	case s.resultAfter(j) != 0:
		return j + 2
	case s.kind(j) == kConj && s.kind(j+1) == kVerb && s.word(j+1).harm != 0 && s.word(j+1).forms&past != 0:
		return j + 2
	}
	return j
}

// objectFollows reports whether a noun phrase begins at j that can be the
// object of a verb before it; expressions of time cannot.
func (s *sentence) objectFollows(j int32) bool {
	for s.kind(j) == kAdv {
		j++
	}
	if s.timeAt(j) || s.has(j, fnTime) && s.word(j).noun == 0 {
		return false
	}
	switch s.kind(j) {
	case kDet, kNum, kNoun, kPron:
		return true
	case kAdj: // "captured alive" has no object
		return s.word(j).state == 0 && s.kind(s.headOf(j)) == kNoun
	case kPrep:
		// "killed at least 12", "killed about 12"
		return s.boundedNumber(j)
	}
	return false
}

// boundedNumber reports whether a modifier at j leads to a number: "at least 12".
func (s *sentence) boundedNumber(j int32) bool {
	for i := j + 1; i <= j+4 && i < s.last; i++ {
		if s.numeral(i) {
			for _, m := range s.word(i - 1).before {
				if i-int32(len(m.words)) == j && s.reads(j, m.words) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// headOf returns the last noun of the nominal run at j, or j.
func (s *sentence) headOf(j int32) int32 {
	end := s.skipNominals(j)
	for i := end - 1; i >= j; i-- {
		if s.kind(i) == kNoun {
			return i
		}
	}
	return j
}
