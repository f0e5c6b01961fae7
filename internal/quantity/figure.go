package quantity

import (
	"math"

	"sayso"
	"sayso/internal/text"
)

// figure is a number in the making: what it counts and what happened to it.
// Positions are token indexes; ranges are half open.
type figure struct {
	first, last int32 // the number with its modifiers
	start, end  int32 // the noun phrase around it, determiner to head
	low, high   float64
	bound       sayso.Bound
	kind        figureKind

	head      int32 // the word counted, or -1
	class     nounClass
	who       string
	adjective harm // told by an adjective before the head: "wounded soldiers"
	partitive bool // "12 of them", "nine of the dead"
	listed    bool // stands after "including"
	increment bool // "three more"
	age       bool // may be an age between commas
	unit      string

	harm  harm
	by    string
	whole int // index of the figure this one is part of, or -1
	doubt string
}

type figureKind uint8

const (
	plainFigure   figureKind = iota
	articleFigure            // "a protester": counts only where the clause tells its harm
	noFigure                 // "no one", "no deaths"
)

// figures finds every number of the sentence that counts something, and every
// "a" and "no" before what may be a victim.
func (s *sentence) figures(out []figure) []figure {
	for i := s.first; i < s.last; {
		f, ok := s.figureAt(i)
		if !ok {
			i++
			continue
		}
		out = append(out, f)
		i = max(f.last, i+1)
	}
	return out
}

func (s *sentence) figureAt(i int32) (figure, bool) {
	lower := s.lower(i)
	switch lower {
	case "no":
		return s.noneAt(i)
	case "nobody", "none":
		f := figure{first: i, last: i + 1, start: i, end: i + 1, bound: sayso.Exact, kind: noFigure, head: -1, whole: -1}
		s.ofWhom(&f)
		return f, true
	}
	n, ok := s.numberAt(i)
	if !ok {
		switch lower {
		case "a", "an", "another", "both":
			return s.articleAt(i)
		}
		return figure{}, false
	}
	f := figure{first: i, last: n.Last, start: i, end: n.Last, low: n.Low, high: n.High, bound: sayso.Exact, head: -1, whole: -1}
	switch {
	case n.Kind == text.Vague:
		f.bound = sayso.AtLeast
	case n.Low != n.High:
		f.bound = sayso.Between
	}
	if !s.counts(n) {
		return figure{}, false
	}
	s.modify(&f)
	if s.money(&f) {
		return f, true
	}
	s.nounPhrase(&f, f.last)
	s.startOf(&f)
	return f, true
}

// numberAt returns the number or range at token i, ordinals and shares left out.
func (s *sentence) numberAt(i int32) (text.Number, bool) {
	if i >= s.last {
		return text.Number{}, false
	}
	w := s.word(i)
	if c := s.doc.Tokens[i].Lower[0]; (c < '0' || c > '9') && c != '.' && w.fn&(fnPrep|fnConj|fnPron|fnBe) != 0 {
		return text.Number{}, false
	}
	n, ok := s.doc.NumberAt(i)
	if !ok || n.Last > s.last || n.Kind != text.Cardinal && n.Kind != text.Vague {
		return n, false
	}
	join := ""
	if s.lower(i-1) == "between" {
		join = "and"
	}
	if s.lower(i-1) != "from" {
		if r, ok := s.doc.RangeAt(i, join); ok && r.Last <= s.last {
			n = r
		}
	}
	return n, true
}

// counts reports whether a number can count at all: no date, clock, age, name
// or part of a compound.
func (s *sentence) counts(n text.Number) bool {
	if s.timeAt(n.First) && s.timeAt(n.Last-1) {
		return false
	}
	if s.kind(n.First-1) == kHyphen && s.touch(n.First) && !s.has(n.First-2, fnPrep) {
		return false // "COVID-19"
	}
	if k := s.kind(n.Last); k == kHyphen && s.touch(n.Last+1) {
		switch next := s.lower(n.Last + 1); next {
		case "plus", "odd", "strong":
		default:
			return false // "22-year-old"
		}
	}
	if s.month(n.Last) || s.month(n.First-1) && s.kind(n.First-2) != kNum && n.High <= 31 && n.Last-n.First == 1 && s.digit(n.First) {
		return false // "7 January", "January 7"
	}
	switch s.lower(n.Last) {
	case "/":
		if s.touch(n.Last) {
			return false // "2/3"
		}
	case "am", "pm", "a.m.", "p.m.", "o'clock", "gmt":
		return false
	}
	switch s.lower(n.First - 1) {
	case "aged", "age", "no.", "number", "#", "article", "page", "chapter", "section", "grade", "flight", "highway", "route", "unit", "room", "/", ":":
		return s.lower(n.First-1) == ":" && !s.touch(n.First)
	}
	// A bare year.
	if w := s.lower(n.First); n.Last-n.First == 1 && len(w) == 4 && n.Low >= 1800 && n.Low < 2100 && n.Low == math.Trunc(n.Low) {
		switch s.kind(n.Last) {
		case kNoun, kAdj:
			return s.word(n.Last).noun != 0 || s.word(n.Last).counts != 0 || s.word(n.Last).state != 0
		case kVerb:
			return s.word(n.Last).harm != 0
		}
		return false
	}
	return true
}

func (s *sentence) digit(i int32) bool {
	c := s.doc.Tokens[i].Lower[0]
	return c >= '0' && c <= '9'
}

// month reports whether token i is a month's name, "may" and "march" with a capital.
func (s *sentence) month(i int32) bool {
	if !s.has(i, fnMonth) {
		return false
	}
	if l := s.lower(i); l != "may" && l != "march" {
		return true
	}
	c := s.doc.Text[s.doc.Tokens[i].Span.Start]
	return c >= 'A' && c <= 'Z'
}

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
	for {
		switch s.lower(f.first - 1) {
		case "another":
			f.increment = true
			f.start = f.first - 1
			return
		}
		if s.has(f.first-1, fnMore) && s.kind(f.first-2) == kDet {
			f.increment = true
			f.start = f.first - 2
		}
		return
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
		case "up":
			if s.tollBefore(f.first - 1) {
				return "", false // "taking the toll up to 212"
			}
		case "around", "about", "some", "estimated", "possibly", "probably":
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

// noneAt reads "no one", "no deaths", "no people".
func (s *sentence) noneAt(i int32) (figure, bool) {
	f := figure{first: i, last: i + 1, start: i, end: i + 1, bound: sayso.Exact, kind: noFigure, head: -1, whole: -1}
	if j := i + 1; s.lower(j) == "one" || s.kind(j) == kHyphen && s.lower(j+1) == "one" {
		if s.kind(j) == kHyphen {
			j++
		}
		f.last, f.end = j+1, j+1
		s.ofWhom(&f)
		return f, true
	}
	s.nounPhrase(&f, i+1)
	return f, f.head >= 0 && (f.class == personNoun || s.word(f.head).counts != 0)
}

// ofWhom notes "of them", "of the passengers" after a pronoun.
func (s *sentence) ofWhom(f *figure) {
	if s.lower(f.end) == "of" {
		f.partitive = true
		f.end = s.skipNominals(f.end + 1)
	}
}

// articleAt reads "a protester", "an Iraqi soldier", "another child".
func (s *sentence) articleAt(i int32) (figure, bool) {
	f := figure{first: i, last: i + 1, start: i, end: i + 1, low: 1, high: 1, bound: sayso.Exact, kind: articleFigure, head: -1, whole: -1,
		increment: s.lower(i) == "another"}
	s.nounPhrase(&f, i+1)
	if both := s.lower(i) == "both"; both && f.class == personNoun && s.word(f.head).plural {
		f.low, f.high = 2, 2
		return f, true
	} else if both {
		return f, false
	}
	switch {
	case f.head < 0, s.word(f.head).plural:
		return f, false
	case f.increment && s.word(f.head).counts != 0 && s.word(f.head).need == needNothing:
		return f, true // "another death"
	}
	return f, f.class == personNoun
}

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
		case s.has(k, fnThem) && !s.kind(k+1).nominal() && s.kind(k+1) != kVerb || s.has(k, fnRel):
			f.partitive, f.end = true, k+1
			return
		case s.kind(k) == kDet || s.kind(k) == kNum && f.bound == sayso.Exact || s.has(k, fnThem):
			f.partitive = true
			if s.kind(k) == kDet || s.has(k, fnThem) {
				k++
			}
			if n, ok := s.numberAt(k); ok { // "111 of the 163 deaths"
				_ = n
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
		case w.state != 0 || w.counts != 0 && w.plural && w.need == needNothing && w.state == 0 && s.participial(i):
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
		return
	}
	f.head = head
	f.end = max(f.end, head+1)
	s.describe(f, j)
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
		case military[s.lower(i)] && f.class == personNoun && f.who != "child":
			f.who = "military"
		}
	}
}

// military holds nouns that make an officer one of the armed forces.
var military = map[string]bool{"army": true, "military": true, "navy": true, "naval": true}

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
	if h.counts != 0 && h.need == needNothing && h.plural {
		return true
	}
	return h.noun == personNoun && h.plural && n.noun != personNoun && n.counts == 0 && s.lower(head) != "police" && s.kind(next-1) != kHyphen && s.kind(next-1) != kPoss
}

// skipNominals returns the end of the nominal run that begins at i.
func (s *sentence) skipNominals(i int32) int32 {
	for i < s.last && s.kind(i).nominal() {
		i++
	}
	return i
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
