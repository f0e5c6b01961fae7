package quantity

// tableHarm returns the harm that a list's heading before token k counts.
func (s *sentence) tableHarm(k int32) harm {
	colon := false
	for j := k - 1; j >= s.first && j > k-40; j-- {
		colon = colon || s.lower(j) == ":"
		if colon && s.has(j, fnCount|fnToll) {
			return s.tollHarm(j)
		}
	}
	return 0
}

// tollNoun returns the word for a toll or tally before token k in the same
// sentence, or -1.
func (s *sentence) tollNoun(k int32) int32 {
	for j := k - 1; j >= s.first && j > k-26; j-- {
		w := s.word(j)
		switch {
		case w.fn&fnToll != 0:
			return j
		case w.fn&fnCount != 0 && s.tollHarm(j) != 0:
			return j
		case w.counts != 0 && w.need == needNothing && w.plural && (s.kind(j) == kNoun || s.kind(j) == kAdj && s.kind(j-1) == kDet && !s.premodifies(j)) && k-j < 12 && !s.numberBefore(j):
			return j
		case s.kind(j) == kPunct && s.lower(j) != "'":
			return -1
		}
	}
	return -1
}

func (s *sentence) numberBefore(j int32) bool {
	for i := j - 1; i > j-4 && i >= s.first; i-- {
		switch s.kind(i) {
		case kNum:
			return true
		case kAdj, kNoun, kVerb:
			continue
		}
		return false
	}
	return false
}

// tollLeads reports whether the toll at t leads to a number after the
// preposition at k: by a verb of counting between, or at once.
func (s *sentence) tollLeads(t, k int32) bool {
	if k-t <= 2 && s.lower(k) != "from" && s.lower(k) != "by" {
		return true
	}
	for j := max(s.first, t-8); j < k; j++ {
		w := s.word(j)
		if w.frames&frameToll != 0 && (s.kind(j) == kVerb || j > t && w.verb == "stand") || j > t && (s.lower(j) == "up" || s.lower(j) == "down") || w.verb == "put" || w.verb == "revise" {
			return true
		}
	}
	return false
}

// tollHarm returns the harm that the toll, tally or harm noun at t counts.
func (s *sentence) tollHarm(t int32) harm {
	if t < 0 {
		return 0
	}
	w := s.word(t)
	if w.counts != 0 {
		return w.counts
	}
	for j := t - 1; j > t-3 && j >= s.first; j-- {
		if b := s.word(j); b.counts != 0 && (w.fn&fnToll != 0 || b.need != needNothing && s.lower(t) == "count" || b.counts == killed && b.need == needNothing) {
			return b.counts
		}
	}
	if w.fn&fnToll != 0 {
		if s.kind(t-1) == kNoun && s.word(t-1).counts == 0 && s.classes.tollRoad[s.lower(t-1)] {
			return 0
		}
		return killed
	}
	// "the number of people who have died", "the total dead"
	if next := s.word(t + 1); s.lower(t+1) != "of" && next.fn&fnCount == 0 && next.counts == 0 && next.state == 0 {
		return 0
	}
	for j := t + 1; j < t+10 && j < s.last; j++ {
		b := s.word(j)
		switch {
		case b.counts != 0 && b.need == needNothing && (b.plural || s.lower(j) == "death"):
			return b.counts
		case b.state != 0:
			return b.state
		case s.lower(j) == "victims":
			return killed
		case b.harm != 0 && s.kind(j) == kVerb && !b.people:
			return b.harm
		case s.kind(j) == kPunct, s.kind(j) == kNum:
			return 0
		}
	}
	return 0
}
