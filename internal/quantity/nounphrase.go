package quantity

import (
	"math"

	"sayso"
	"sayso/internal/text"
)

// startOf moves the phrase's start over what stands before the number: "the 12
// men", "a total of 12".
func (s *sentence) startOf(f *figure) {
	for range 6 {
		switch k := s.kind(f.start - 1); {
		case k == kDet || s.has(f.start-1, fnMore), s.lower(f.start-1) == "other", s.lower(f.start-1) == "only", s.lower(f.start-1) == "just":
			f.start--
			continue
		case k == kAdj && s.kind(f.start-2) == kDet: // "the first 12"
			f.start -= 2
			continue
		}
		if s.lower(f.start-1) == "of" {
			k := f.start - 2
			w := s.word(k)
			if w.fn&fnCount != 0 && (s.kind(k-1) == kDet || s.kind(k-1) == kAdj) && s.lower(k) == "total" || (w.noun == groupNoun || s.lower(k) == "crew") && s.kind(k-1) == kDet {
				f.start = k - 1
				if s.kind(f.start) == kAdj {
					f.start--
				}
				continue
			}
		}
		return
	}
}

// nounPhrase reads what the number counts, from token j.
func (s *sentence) nounPhrase(f *figure, j int32) {
	if s.lower(j) == "of" {
		k := j + 1
		switch {
		case s.kind(k) == kPron || s.has(k, fnRel), s.has(k, fnThem) && !s.kind(k+1).nominal() && s.kind(k+1) != kVerb:
			f.partitive, f.end = true, k+1
			return
		case s.kind(k) == kDet || s.kind(k) == kNum && f.bound == sayso.Exact || s.has(k, fnThem):
			f.partitive = true
			if s.kind(k) == kDet || s.has(k, fnThem) {
				k++
			}
			if _, ok := s.numberAt(k); ok { // "111 of the 163 deaths"
				f.end = j
				return
			}
			j = k
		case math.IsInf(f.high, 1) || s.word(k).noun != 0 || s.word(k).plural:
			j = k
		default:
			return
		}
	}
	head := int32(-1)
	i := j
	for ; i < s.last && i < j+12; i++ {
		k, w := s.kind(i), s.word(i)
		if s.timeAt(i) || w.fn&fnTime != 0 && head >= 0 && w.noun == 0 {
			break
		}
		if w.fn&fnMore != 0 && head < 0 {
			f.increment = f.increment || f.kind == plainFigure
			continue
		}
		switch {
		case k == kNum && i+1 < s.last && (s.kind(i+1) == kHyphen || s.has(i+1, fnUnit)): // "two 19-year-old men", "a 77 year old woman"
			continue
		case k == kNum && head < 0 && s.agePart(i):
			continue
		case k == kHyphen && head >= 0 && s.kind(i+1) == kPrep: // "passers-by"
			f.end = i + 2
			i, k = s.last, kEnd
		case k == kHyphen && i+1 < s.last:
			continue
		case k == kPoss && head >= 0 && s.kind(i+1).nominal():
			continue
		case k == kVerb || w.forms&(past|participle) != 0 && w.harm != 0 && w.counts == 0 && k != kAdj:
			if head >= 0 && !s.hyphenBefore(i) || !s.premodifies(i) {
				i, k = s.last, kEnd
				break
			}
			if w.harm != 0 && w.victim&victimObject != 0 && w.forms&participle != 0 {
				f.adjective = w.harm
			}
			continue
		case w.state != 0 && k != kNoun || w.counts != 0 && w.plural && w.need == needNothing && w.state == 0 && s.participial(i):
			// "12 dead people", "12 wounded": an adjective before a noun, else what is counted
			if head >= 0 {
				i, k = s.last, kEnd
				break
			}
			if s.premodifies(i) {
				if f.adjective = max(w.state, w.counts); w.state == detained { // "a captive buyer"
					f.adjective = 0
				}
				continue
			}
			if w.counts != 0 {
				f.adjective, f.end = w.counts, i+1
			}
			i, k = s.last, kEnd
		case k == kAdj && head < 0 && w.noun == personNoun && !s.premodifies(i): // "a Canadian was arrested"
			head = i
			continue
		case k == kAdj:
			if head >= 0 {
				i, k = s.last, kEnd
				break
			}
			continue
		case k == kNoun && s.kind(i+1) == kHyphen && s.kind(i+2) != kPrep, w.fn&fnUnit != 0 && s.kind(i-1) == kNum && i > j: // "two-year-old", "77 year old"
			continue
		case k == kNoun:
			if head >= 0 && s.closedHead(head, i) {
				i, k = s.last, kEnd
				break
			}
			head = i
			continue
		case k == kAdv && head < 0 && s.kind(i+1) == kAdj || k == kAdv && head < 0 && s.kind(i+1) == kVerb && s.premodifies(i+1):
			continue
		case k == kComma && head < 0 && i > j && s.kind(i-1) == kAdj && s.kind(i+1) == kAdj:
			continue
		case k == kQuote && head < 0:
			continue
		default:
			i, k = s.last, kEnd
		}
		if k == kEnd {
			break
		}
	}
	if head < 0 {
		s.ageNoun(f, j)
		return
	}
	f.head = head
	f.end = max(f.end, head+1)
	s.describe(f, j)
}

// ageNoun takes an age from token j for the person it stands for: "a 19-year-old".
func (s *sentence) ageNoun(f *figure, j int32) {
	for i := j + 2; i < j+6 && i < s.last; i++ {
		if l := s.lower(i); (l == "old" || l == "olds") && s.kind(j) == kNum {
			f.head, f.end, f.class = i, i+1, personNoun
			return
		}
	}
}

// describe takes class and who from the phrase's head and the words before it.
func (s *sentence) describe(f *figure, from int32) {
	w := s.word(f.head)
	f.class, f.who = w.noun, w.who
	if f.class == 0 {
		f.class = s.guess(f.head)
	}
	for i := from; i < f.head; i++ {
		switch m := s.word(i); {
		case m.who == "police" || m.who == "protester" && f.who == "":
			f.who = m.who
		case m.who == "civilian" && f.class == personNoun && f.who == "":
			f.who = m.who
		case s.classes.military[s.lower(i)] && f.class == personNoun && f.who != "child":
			f.who = "military"
		}
	}
}

// guess tells a noun that no table knows by its form: names of peoples and words for doers.
func (s *sentence) guess(i int32) nounClass {
	t := &s.doc.Tokens[i]
	l := t.Lower
	if len(l) < 5 || l[len(l)-1] != 's' {
		return 0
	}
	if c := s.doc.Text[t.Span.Start]; c >= 'A' && c <= 'Z' && (t.Tag == text.NNPS || ends(l, "ans") || ends(l, "is")) {
		return personNoun
	}
	if ends(l, "ists") || ends(l, "ians") {
		return personNoun
	}
	return 0
}

func ends(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// premodifies reports whether the participle or adjective at i stands before a
// noun of the same phrase: "12 suspected militants".
func (s *sentence) premodifies(i int32) bool {
	for j := i + 1; j < s.last && j < i+6; j++ {
		w := s.word(j)
		if s.timeAt(j) || w.fn&fnTime != 0 && w.noun == 0 {
			return false
		}
		switch k := s.kind(j); {
		case w.counts != 0 && w.need == needNothing, w.state != 0:
			return true
		case k == kNoun:
			return true
		case k == kAdj, k == kHyphen, k == kVerb && (w.forms&participle != 0 || w.forms == 0):
			continue
		default:
			return false
		}
	}
	return false
}

// participial reports whether a harm noun at i has an adjective's form: "wounded".
func (s *sentence) participial(i int32) bool {
	w := s.word(i)
	return w.forms&participle != 0 || w.state != 0
}

func (s *sentence) hyphenBefore(i int32) bool { return s.kind(i-1) == kHyphen }

// agePart reports whether a number within a phrase gives an age: "a 77 year old woman".
func (s *sentence) agePart(i int32) bool {
	n, ok := s.doc.NumberAt(i)
	return ok && (s.kind(n.Last) == kHyphen || s.has(n.Last, fnUnit))
}

// closedHead reports whether the phrase ends at its head although a noun
// follows: "12 people Monday", where the follower is no person either.
func (s *sentence) closedHead(head, next int32) bool {
	h, n := s.word(head), s.word(next)
	if h.counts != 0 && h.need == needNothing && h.plural || n.state != 0 { // "took 12 men hostage"
		return true
	}
	return h.noun == personNoun && h.plural && n.noun != personNoun && n.counts == 0 && s.lower(head) != "police" && s.kind(next-1) != kHyphen && s.kind(next-1) != kPoss
}

// skipNominals returns the end of the nominal run that begins at i, looking no
// further than a phrase can reach.
func (s *sentence) skipNominals(i int32) int32 {
	for end := i + 30; i < min(end, s.last) && s.kind(i).nominal(); {
		i++
	}
	return i
}
