package quantity

import (
	"math"

	"sayso"
)

// modify takes in the words that bound the number: "at least 12", "12 or more".
func (s *sentence) modify(f *figure) {
	if f.bound == sayso.Between && s.lower(f.first-1) == "between" {
		f.first--
		f.start = f.first
	}
	bound, ok := s.boundBefore(f)
	if !ok {
		bound, ok = s.boundAfter(f)
	}
	if ok && f.bound != sayso.Between {
		switch {
		case math.IsInf(f.high, 1): // "more than a few dozen" stays open above
		case bound == sayso.AtLeast:
			f.high = math.Inf(1)
		case bound == sayso.AtMost:
			f.low = math.Inf(-1)
		}
		if !math.IsInf(f.high, 1) || bound == sayso.AtLeast {
			f.bound = bound
		}
	}
	switch {
	case s.lower(f.first-1) == "another":
		f.increment, f.start = true, f.first-1
	case s.has(f.first-1, fnMore) && s.kind(f.first-2) == kDet: // "a further 12"
		f.increment, f.start = true, f.first-2
	}
}

func (s *sentence) boundBefore(f *figure) (sayso.Bound, bool) {
	i := f.first - 1
	for _, m := range s.word(i).before {
		k := int32(len(m.words))
		if f.first-k < s.first || !s.reads(f.first-k, m.words) {
			continue
		}
		switch m.words[0] {
		case "over", "under", "above", "below":
			if k == 1 && s.word(f.first-2).noun == personNoun && f.head < 0 && s.kind(f.last) != kNoun && s.kind(f.last) != kAdj {
				f.age = true // "children under 12"
			}
			if s.kind(f.first-2) == kBe && f.head < 0 && f.low <= 110 && !s.kind(f.last).nominal() && !s.counted(f.first-2) {
				f.age = true // "most of the dead are under 15"
			}
		case "up":
			if s.tollBefore(f.first - 1) {
				return "", false // "taking the toll up to 212"
			}
		}
		f.first -= k
		if k := s.kind(f.first - 1); s.lower(f.first-1) == "an" && m.words[0] == "estimated" && k == kDet {
			f.first--
		}
		f.start = f.first
		return m.bound, true
	}
	return "", false
}

func (s *sentence) boundAfter(f *figure) (sayso.Bound, bool) {
	if t := s.lower(f.last - 1); len(t) > 1 && t[len(t)-1] == '+' {
		return sayso.AtLeast, true
	}
	for _, m := range s.word(f.last).after {
		k := int32(len(m.words))
		if !s.reads(f.last, m.words) {
			continue
		}
		f.last += k
		f.end = f.last
		return m.bound, true
	}
	return "", false
}

// reads reports whether the words stand at token i.
func (s *sentence) reads(i int32, words []string) bool {
	if i < s.first || i+int32(len(words)) > s.last {
		return false
	}
	for k, w := range words {
		if s.doc.Tokens[i+int32(k)].Lower != w {
			return false
		}
	}
	return true
}

// money makes the figure an amount of money or a percentage where it is one.
func (s *sentence) money(f *figure) bool {
	if c := s.word(f.first - 1).money; c != "" {
		f.unit, f.first = c, f.first-1
		if w := s.word(f.first - 1); s.touch(f.first) && w.dollar != "" { // "NZ$"
			f.unit, f.first = w.dollar, f.first-1
		}
		if b, ok := s.boundBefore(f); ok && f.bound == sayso.Exact { // "more than $2 million"
			f.setBound(b)
		}
		f.start, f.end = f.first, f.last
		return true
	}
	if c := s.word(f.last).money; c != "" {
		f.unit, f.last = c, f.last+1
		f.end = f.last
		return true
	}
	switch s.lower(f.last) {
	case "%", "percent", "pct":
		f.unit, f.last = "percent", f.last+1
	case "per":
		if s.lower(f.last+1) != "cent" {
			return false
		}
		f.unit, f.last = "percent", f.last+2
	default:
		return false
	}
	f.end = f.last
	return true
}

func (f *figure) setBound(b sayso.Bound) {
	f.bound = b
	switch b {
	case sayso.AtLeast:
		f.high = math.Inf(1)
	case sayso.AtMost:
		f.low = math.Inf(-1)
	}
}

// counted reports whether a word for a toll or a number stands before token i.
func (s *sentence) counted(i int32) bool {
	for j := i - 1; j >= s.first && j > i-reach; j-- {
		if s.has(j, fnToll|fnCount) {
			return true
		}
	}
	return false
}

// tollBefore reports whether a word for a toll stands shortly before token i
// in the same clause.
func (s *sentence) tollBefore(i int32) bool {
	for j := i - 1; j >= s.first && j > i-8; j-- {
		switch s.kind(j) {
		case kComma, kPunct, kDash:
			return false
		}
		if s.has(j, fnToll) {
			return true
		}
	}
	return false
}
