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

	crowd  bool // a number of what only people do: "thousands marched"
	spared bool // what it counts was let off: "freed 40 of the 65 detainees"
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
	case "not", "without":
		if f, ok := s.noneAfter(i); ok {
			return f, true
		}
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
	case s.lower(n.Last-1) == "couple" && s.lower(n.Last) != "of": // "a couple and their sons"
		f.high = 2
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
	f.listed = s.amongThem(f.end)
	return f, true
}

// amongThem reports whether "among them" follows at i: "killed seven, two babies
// among them".
func (s *sentence) amongThem(i int32) bool {
	return s.lower(i) == "among" && (s.lower(i+1) == "them" || s.lower(i+1) == "whom")
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
	if w := s.lower(i - 1); w != "from" && w != "by" { // "rose by 12 to 58"
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
	if k := s.kind(n.Last); k == kHyphen && (s.touch(n.Last+1) || s.touch(n.Last) && s.has(n.Last+1, fnUnit)) { // "22- year-old" where a line was broken
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
	switch w := s.lower(n.First - 1); {
	case w == ":":
		return !s.touch(n.First)
	case w == "#", w == "/", s.classes.numbered[w]:
		return false
	}
	if s.lower(n.First) == "couple" && n.Last == n.First+1 && s.lower(n.Last) != "of" || s.rate(n) {
		return false // "the couple", "one in ten"
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

// rate reports whether a number is either side of a share of people: "one in ten
// protesters", "three out of four".
func (s *sentence) rate(n text.Number) bool {
	of := func(i int32) bool { return s.lower(i) == "in" || s.lower(i) == "of" && s.lower(i-1) == "out" }
	people := func(m text.Number) bool {
		return s.word(m.Last).noun == personNoun || s.kind(m.Last).verbal() || s.kind(m.Last) == kPunct
	}
	next := n.Last
	if s.lower(next) == "out" {
		next++
	}
	if of(next) && s.numeral(next+1) {
		m, ok := s.doc.NumberAt(next + 1)
		return ok && m.Kind == text.Cardinal && m.Low > n.Low && m.Low <= 1000 && !s.timeAt(next+1) && people(m)
	}
	if of(n.First-1) && people(n) && n.High <= 1000 {
		before := n.First - 2
		if s.lower(before) == "out" {
			before--
		}
		m, ok := s.doc.NumberAt(before)
		return ok && m.Kind == text.Cardinal && m.Last == before+1 && m.Low < n.Low && !s.timeAt(n.First)
	}
	return false
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
	if u := s.upos(i + 1); u == text.AUX || u == text.VERB {
		return false // "AS MANY AS 640 MAY HAVE DIED"
	}
	c := s.doc.Text[s.doc.Tokens[i].Span.Start]
	return c >= 'A' && c <= 'Z'
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

// noneAfter reads "not a single arrest", "not one person", "without casualties".
func (s *sentence) noneAfter(i int32) (figure, bool) {
	j := i + 1
	switch {
	case s.lower(i) == "without":
		if l := s.lower(j); l == "any" || l == "a" {
			j++
		}
		if s.lower(j) == "single" {
			j++
		}
	case s.lower(j) == "one" && s.lower(j+1) == "of": // "not one of the hostages"
		f := figure{first: i, last: j + 1, start: i, end: j + 1, bound: sayso.Exact, kind: noFigure, head: -1, whole: -1}
		s.ofWhom(&f)
		return f, true
	case s.lower(j) == "one":
		j++
	case s.lower(j) == "a" && s.lower(j+1) == "single":
		j += 2
	default:
		return figure{}, false
	}
	f := figure{first: i, last: j, start: i, end: j, bound: sayso.Exact, kind: noFigure, head: -1, whole: -1}
	s.nounPhrase(&f, j)
	if f.head < 0 || s.lower(i) == "without" && (s.word(f.head).counts == 0 || s.word(f.head).need != needNothing) {
		return f, false
	}
	return f, f.class == personNoun || s.word(f.head).counts != 0
}

// elided reports whether "another" at i leaves out its noun, after a verb or "and"
// in a sentence that counts somebody before it.
func (s *sentence) elided(i int32) bool {
	if k := s.kind(i - 1); k != kVerb && k != kConj || s.kind(i+1).nominal() || s.kind(i+1).verbal() {
		return false
	}
	for j := i - 2; j >= s.first && j > i-14; j-- {
		if l := s.lower(j); l == "one" || l == "a" || l == "an" {
			return s.word(s.headOf(j)).noun == personNoun
		}
	}
	return false
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
	f.listed = s.amongThem(f.end)
	if both := s.lower(i) == "both"; both && f.class == personNoun && s.word(f.head).plural {
		f.low, f.high = 2, 2
		return f, true
	} else if both {
		return f, false
	}
	switch {
	case f.head < 0 && f.increment && s.elided(i):
		return f, true // "killed one guard and wounded another"
	case f.head < 0 && f.increment && s.word(i+1).harm != 0 && s.word(i+1).forms&participle != 0, f.head < 0 && f.increment && s.kind(i+1) == kBe:
		f.class = personNoun // "one was killed and another wounded"
		return f, true
	case f.head < 0, s.word(f.head).plural:
		return f, false
	case f.increment && s.word(f.head).counts != 0 && s.word(f.head).need == needNothing:
		return f, true // "another death"
	}
	return f, f.class == personNoun
}
