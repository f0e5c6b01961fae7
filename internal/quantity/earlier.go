package quantity

// compares reports whether the preposition at k holds a figure against the one told
// before: "compared with 29", "down from 60", where no word for a toll rules both.
func (s *sentence) compares(k int32) bool {
	switch {
	case s.lower(k-1) == "compared":
		return true
	case s.lower(k) == "from" && (s.lower(k-1) == "up" || s.lower(k-1) == "down"):
		t := s.tollNoun(k)
		return t < 0 || s.word(t).fn&(fnToll|fnCount) == 0
	}
	return false
}

// figureAgain returns the harm told last where a definite word for it leads to
// the preposition at k: "12 died; he later put the figure at 14".
func (s *sentence) figureAgain(k int32) harm {
	k--
	for s.kind(k).verbal() && s.word(k).frames&frameToll != 0 || s.kind(k) == kAdv || s.kind(k) == kHave || s.word(k).verb == "stand" { // "the total now stands at"
		k--
	}
	if s.has(k, fnCount) && (s.kind(k-1) == kDet || s.kind(k-1) == kAdj && s.kind(k-2) == kDet) && s.word(k).noun == 0 {
		return s.told
	}
	return 0
}

// gapped reports whether the noun at k ends a name that "and" or a comma joins
// to a clause whose verb it leaves out: "Oslo had 12 deaths and Bergen 3".
func (s *sentence) gapped(k int32) bool {
	for i := k; i > k-6; i-- {
		switch s.kind(i) {
		case kNoun, kDet, kPrep:
			continue
		case kConj, kComma:
			return true
		}
		return false
	}
	return false
}
