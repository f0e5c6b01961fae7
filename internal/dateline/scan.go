package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a dateline found at the beginning of a paragraph; offsets count from
// the paragraph's first byte.
type line struct {
	from, to int // from the place's first letter to the last sign before the dash
	after    int // where the report goes on
	place    string
	region   string
	agency   string
	day      day
	dated    bool
}

// scanner reads one paragraph's beginning.
type scanner struct {
	t    *tables
	s    string
	toks []token
}

func (s *scanner) at(i int) token {
	if i < 0 || i >= len(s.toks) {
		return token{from: len(s.s), to: len(s.s)}
	}
	return s.toks[i]
}
func (s *scanner) text(i int) string        { t := s.at(i); return s.s[t.from:t.to] }
func (s *scanner) folded(i int) string      { return fold(s.text(i)) }
func (s *scanner) is(i int, sign rune) bool { return s.at(i).kind == mark && s.at(i).sign == sign }
func (s *scanner) digits(i int) int         { t := s.at(i); return t.to - t.from }
func (s *scanner) value(i int) (n int) {
	for _, c := range []byte(s.text(i)) {
		if c < '0' || c > '9' || n > 1e6 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}
func (s *scanner) skip(i int, sign rune) int {
	if s.is(i, sign) {
		return i + 1
	}
	return i
}

// words returns the tokens [i, j) as printed, white space made even.
func (s *scanner) words(i, j int) string {
	return strings.Join(strings.Fields(s.s[s.at(i).from:s.at(j-1).to]), " ")
}

func (s *scanner) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text(i))
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// joins are the small words inside names of places.
var joins = map[string]bool{"de": true, "la": true, "las": true, "los": true, "le": true, "les": true, "el": true, "al": true,
	"of": true, "the": true, "del": true, "della": true, "di": true, "do": true, "da": true, "dos": true, "das": true, "du": true,
	"van": true, "von": true, "upon": true, "on": true, "en": true, "sur": true, "am": true, "an": true, "der": true, "den": true,
	"in": true, "im": true, "bin": true, "ben": true, "es": true, "sous": true, "under": true, "by": true}

// scan reads the dateline that s begins with.
func (t *tables) scan(s string) (line, bool) {
	sc := &scanner{t: t, s: s, toks: tokens(s)}
	i := 0
	var first string // an agency printed before the place: "(ANSA) - ROME, FEB 10 - "
	if sc.is(0, '(') || sc.is(0, '/') {
		if name, next := sc.agencyIn(0, false, false); next > 0 && sc.at(next).kind == dash {
			first, i = name, next+1
		}
	}
	if d, next := sc.date(0); next > 0 {
		return sc.dateFirst(d, next)
	}
	l, ok := sc.read(i)
	if ok && l.agency == "" {
		l.agency = first
	}
	if !ok {
		return sc.placeless()
	}
	return l, ok
}

// state is what has been read of a dateline so far.
type state struct {
	line
	agencyKnown bool
	bracketed   bool // the agency stands in brackets or between slashes
	round       bool // the whole stands in brackets: "(Beirut, March 27, 2018) – "
	parted      bool // a sign stands between the place and the date
	lastKind    byte // what was read last: 'p' place, 'r' region, 'd' date, 'a' agency
}

func (s *scanner) read(i int) (line, bool) {
	st := state{}
	begin := i
	if s.is(i, '(') {
		st.round = true
		i++
	}
	first := i
	i = s.place(i)
	if i == first || !s.placeLike(first, i) {
		return line{}, false
	}
	st.place = s.words(first, i)
	st.from = s.at(first).from
	if st.round {
		st.from = s.at(begin).from
	}
	st.lastKind = 'p'
	st.to = s.at(i - 1).to
	for step := 0; step < 12; step++ {
		next, done := s.item(i, &st)
		if done {
			if next < 0 || !s.accept(first, &st, next) {
				return line{}, false
			}
			return st.line, true
		}
		i = next
		st.to = s.at(i - 1).to
	}
	return line{}, false
}

// place reads the words of the place or places: "NEW YORK", "LONDON/PARIS",
// "GENEVA and NEW YORK", "ABOARD THE USS NIMITZ".
func (s *scanner) place(i int) int {
	start, words := i, 0
	for words < 9 {
		t := s.at(i)
		if i > start && t.newline {
			break
		}
		switch {
		case t.kind == word:
			if i > start {
				if _, next := s.date(i); next > i {
					return i
				}
				f := s.folded(i)
				if (f == "and" || f == "&") && s.capital(i+1) {
					i += 2
					words += 2
					continue
				}
				if !s.capital(i) && s.anyCapital(start, i) && !joins[f] {
					return i
				}
				if joins[f] && !s.capital(i) && s.at(i+1).kind != word {
					return i
				}
			}
			i++
			words++
			if s.is(i, '.') && !s.at(i).spaced && s.abbreviates(i) {
				i++
			}
		case s.is(i, '/') && i > start && s.at(i+1).kind == word:
			if _, next := s.agencyIn(i, false, false); next > i {
				return i
			}
			i++
		case (s.is(i, '-') || s.is(i, '–')) && i > start && s.at(i+1).kind == word && !t.spaced:
			i++
		case (s.is(i, '‘') || s.is(i, '\'') || s.is(i, '’')) && s.at(i+1).kind == word && !s.at(i+1).spaced && s.capital(i+1):
			i++
		default:
			return i
		}
	}
	return i
}

func (s *scanner) anyCapital(i, j int) bool {
	for ; i < j; i++ {
		if s.at(i).kind == word && s.capital(i) {
			return true
		}
	}
	return false
}

// abbreviates reports whether the full stop at token i belongs to a short word
// before it: "ST. LOUIS", "FT. WORTH".
func (s *scanner) abbreviates(i int) bool {
	if s.at(i+1).kind != word || s.month(i+1) != 0 {
		return false
	}
	switch s.folded(i - 1) {
	case "st", "ste", "ft", "mt", "pt", "no", "so", "sta", "sto", "gt", "n", "s", "e", "w":
		return s.capital(i + 1)
	}
	return false
}
