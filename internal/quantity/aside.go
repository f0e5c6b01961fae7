package quantity

import (
	"sayso"
	"sayso/internal/text"
)

// apposed reports whether "a nurse" only says who the person named before is:
// "Ann Lee, a nurse, was killed".
func (s *sentence) apposed(f *figure) bool {
	if f.kind != articleFigure && !(f.partitive && f.high == 1) { // "a nurse", "one of the leaders"
		return false
	}
	if s.kind(s.skipPhrases(f.end)).verbal() {
		return false // "the rebels said, a woman was killed"
	}
	k := f.start - 1
	if s.kind(k) != kComma && s.kind(k) != kDash {
		return false
	}
	j := k - 1
	if s.kind(j) == kNum && s.kind(j-1) == kComma { // "Ann Lee, 40, a nurse"
		j -= 2
	}
	if j < s.first || s.doc.Tokens[j].UPOS != text.PROPN && !s.namelike(j) && !s.definite(j) || s.timeAt(j) || s.has(j, fnTime) {
		return false
	}
	return !s.underPhrase(j)
}

// definite reports whether the noun at j is somebody known: "her brother".
func (s *sentence) definite(j int32) bool {
	if s.word(j).noun != personNoun {
		return false
	}
	for i := j - 1; i >= s.first && i > j-4; i-- {
		switch s.kind(i) {
		case kDet:
			return s.lower(i) != "a" && s.lower(i) != "an" && s.lower(i) != "another"
		case kNoun, kAdj, kPoss:
			continue
		}
		return false
	}
	return false
}

// underPhrase reports whether the noun at j ends a prepositional phrase, and so
// names nobody that a comma could say more of: "In Lyon, a nurse was killed".
func (s *sentence) underPhrase(j int32) bool {
	for i := j; i >= s.first && i > j-6; i-- {
		switch s.kind(i) {
		case kPrep, kTo:
			return true
		case kNoun, kAdj, kPoss, kHyphen, kDet:
			continue
		}
		return false
	}
	return false
}

// namelike reports whether token j is written like a name and no table knows it.
func (s *sentence) namelike(j int32) bool {
	c := s.doc.Text[s.doc.Tokens[j].Span.Start]
	return c >= 'A' && c <= 'Z' && s.words[j-s.first] == nil && s.kind(j) == kNoun
}

// isAge reports whether a bare number between commas is somebody's age: "Omar, 22, was".
func (s *sentence) isAge(f *figure) bool {
	if f.age || s.lower(f.first-3) == "aged" && s.kind(f.first-2) == kNum && s.kind(f.first-1) == kConj {
		return true // "aged 19 and 22"
	}
	if f.kind != plainFigure || f.head >= 0 || f.bound != sayso.Exact || f.high > 110 || f.last-f.first > 1 {
		return false
	}
	before, after := s.kind(f.first-1), s.kind(f.last)
	j := f.first - 2
	if before == kOpen && after == kClose {
		return s.kind(j) == kNoun
	}
	if before != kComma || after != kComma && after != kConj && after != kEnd && after != kPunct && after != kClose {
		return false
	}
	return j >= s.first && (s.doc.Tokens[j].UPOS == text.PROPN || s.namelike(j) || s.word(j).noun == personNoun) && !s.underPhrase(j)
}
