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

// dateFirst reads "January 7, 2022 (JUBA) – " and "Jan. 7 (Bloomberg) -- ",
// from token i after the date.
func (s *scanner) dateFirst(d day, i int) (line, bool) {
	if !s.is(i, '(') {
		return line{}, false
	}
	l := line{day: d, dated: true}
	next := i
	if name, j := s.agencyIn(i, false, false); j > i && s.t.knows(name) {
		l.agency, next = name, j
	} else if j := s.place(i + 1); j > i+1 && s.is(j, ')') && s.knownPlace(s.words(i+1, j)) {
		l.place, next = s.words(i+1, j), j+1
	}
	if next == i || s.at(next).kind != dash || !s.opens(next+1) {
		return line{}, false
	}
	l.from, l.to, l.after = s.at(0).from, s.at(next-1).to, s.at(next+1).from
	return l, true
}

// placeless reads datelines without a place: "(Reuters) - ", "/TASS/. ",
// "TASS, February 10. ".
func (s *scanner) placeless() (line, bool) {
	l := line{}
	name, next := s.agencyIn(0, false, false)
	switch {
	case next > 0 && s.t.knows(name):
		l.agency = name
		if stop := s.at(next); stop.kind != dash && !s.is(next, '.') && !s.is(next, ':') && !(stop.kind == word && !stop.newline) {
			return line{}, false
		}
	default:
		if name, next = s.agency(0); next == 0 || !s.is(next, ',') || !allCaps(name) {
			return line{}, false
		}
		d, j := s.date(next + 1)
		if j == next+1 || !s.is(j, '.') && s.at(j).kind != dash {
			return line{}, false
		}
		l.agency, l.day, l.dated, next = name, d, true, j
	}
	l.from, l.to = s.at(0).from, s.at(next-1).to
	if s.at(next).kind != word {
		if s.is(next, '.') || s.is(next, ':') {
			l.to = s.at(next).to
		}
		next++
	}
	if !s.opens(next) || !s.clause(next) {
		return line{}, false
	}
	l.after = s.at(next).from
	return l, true
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

// item reads the next part after token i, or the sign the dateline ends with;
// then done is set and next is the token the report goes on with, -1 where
// this is no dateline.
func (s *scanner) item(i int, st *state) (next int, done bool) {
	t := s.at(i)
	switch {
	case t.kind == dash || (s.is(i, '-') || s.is(i, '–')) && s.is(i-1, ')'):
		if name, j := s.agency(i + 1); j > i+1 && st.agency == "" && (s.is(j, '.') || s.is(j, ':') || s.is(j, ',') || s.at(j).kind == dash || s.at(j).kind == break_) {
			st.take(name, true)
			return j, false
		}
		if name, j := s.agencyIn(i+1, false, false); j > i+1 && st.agency == "" && s.t.knows(name) {
			st.take(name, true)
			return j, false
		}
		if d, j := s.date(i + 1); j > i+1 && !st.dated && (st.agencyKnown || s.knownPlace(st.place)) && (s.at(j).kind == dash || s.is(j, ':')) { // "CAIRO - 7 January 2022: "
			st.day, st.dated, st.parted, st.lastKind = d, true, true, 'd'
			return j, false
		}
		if probe := *st; s.is(i+1, '(') && st.agency == "" && !st.dated {
			if j := s.bracket(i+1, &probe); j > i+1 && probe.agencyKnown && probe.dated { // "--(Marketwired - March 4, 2020) - "
				*st = probe
				return j, false
			}
		}
		return i + 1, true
	case t.kind == break_:
		return i, true
	case s.is(i, ','):
		st.parted = true
		return s.listed(i+1, st)
	case s.is(i, '|'):
		return s.piped(i, st)
	case s.is(i, '('), s.is(i, '['), s.is(i, '/'):
		if j := s.bracket(i, st); j > i {
			st.parted = st.parted || st.dated
			return j, false
		}
		if s.is(i, '/') && st.agency != "" && st.lastKind == 'd' { // "/ ACCESSWIRE / March 4, 2020 / "
			st.to = t.to
			return i + 1, true
		}
		if st.agency != "" || s.is(i, '[') && st.dated {
			return i, true
		}
		return -1, true
	case s.is(i, ')') && st.round:
		st.round = false
		return i + 1, false
	case s.is(i, '.'), s.is(i, ':'):
		return s.stop(i, st)
	}
	if s.folded(i) == "juche" && s.at(i+1).kind == number { // "January 7 Juche 111 (2022)"
		if s.is(i+2, '(') && s.digits(i+3) == 4 && s.is(i+4, ')') && st.day.year == 0 {
			st.day.year = s.value(i + 3)
			return i + 5, false
		}
		return i + 2, false
	}
	if (t.kind == word || t.kind == number) && !t.newline {
		if d, j := s.date(i); j > i && !st.dated {
			st.day, st.dated, st.lastKind = d, true, 'd'
			return j, false
		}
		if name, j := s.agency(i); j > i && st.agency == "" && (st.dated || st.lastKind == 'p') {
			if n := s.at(j); n.kind == dash || n.kind == break_ || s.is(j, ':') || s.is(j, '.') || s.is(j, ',') {
				st.take(name, true)
				return j, false
			}
		}
	}
	if st.lastKind == 'a' && st.bracketed && (st.agencyKnown || st.dated) { // "New Delhi, Mar 11 (PTI) The ..."
		return i, true
	}
	if st.lastKind == 'd' && st.bracketed {
		return i, true
	}
	return -1, true
}

func (st *state) take(name string, known bool) {
	st.agency, st.agencyKnown, st.lastKind = name, known, 'a'
}

// stop reads a full stop or colon: between parts ("ALMATY. Jan 7 (Interfax)"),
// or the last sign of the dateline.
func (s *scanner) stop(i int, st *state) (int, bool) {
	j := i + 1
	st.parted = true
	if s.is(i, '.') {
		if _, next := s.date(j); next > j && !st.dated {
			return j, false
		}
		if s.is(j, '/') || s.is(j, '(') {
			if probe := *st; s.bracket(j, &probe) > j {
				return j, false
			}
		}
		if name, next := s.agency(j); next > j && st.agency == "" && !s.at(j).newline {
			if n := s.at(next); n.kind == dash || n.kind == break_ || s.is(next, '.') || s.is(next, ':') {
				st.take(name, true)
				return next, false
			}
			if len(name) > 3 && allCaps(name) && s.capital(next) && !allCaps(s.text(next)) { // "ASTANA. March 4. KAZINFORM The"
				st.take(name, true)
				st.bracketed = true
				return next, false
			}
		}
		if s.at(j).kind == dash || s.is(j, '-') || s.is(j, '–') { // "(EFE).- "
			if name, next := s.agencyIn(j+1, false, false); next > j+1 && st.agency == "" && s.t.knows(name) {
				st.take(name, true)
				return next, false
			}
			st.to = s.at(i).to
			return j + 1, true
		}
		if st.lastKind == 'r' && s.is(j, ',') { // "Ark., March 3"
			return j, false
		}
		if st.lastKind == 'r' && s.is(j, '(') {
			return j, false
		}
	}
	st.to = s.at(i).to
	if s.is(i, ':') && s.at(j).kind == dash {
		return j + 1, true
	}
	if s.is(i, '.') && st.agency == "" {
		return -1, true
	}
	return j, true
}

// piped reads "| AFP | Friday 1/7/2022 - 12:00 UTC | 320 words" to the line's
// end, or "| THE COURIER | " before the report.
func (s *scanner) piped(i int, st *state) (next int, done bool) {
	j := i + 1
	for s.at(j).kind == word && j < i+6 {
		j++
	}
	if !s.is(j, '|') || j == i+1 || !s.capital(i+1) || st.agency != "" {
		return -1, true
	}
	name := s.words(i+1, j)
	st.take(name, s.t.knows(name))
	st.bracketed, st.parted = true, true
	st.to = s.at(j).to
	for k := j + 1; k < len(s.toks); k++ {
		if d, m := s.date(k); m > k && !st.dated {
			st.day, st.dated = d, true
		}
		if s.is(k, '|') {
			for s.at(k).kind != break_ && s.at(k).kind != end {
				k++
			}
			st.to = s.at(k - 1).to
			return k, true
		}
		if s.at(k).kind == break_ {
			break
		}
	}
	return j + 1, true
}

// listed reads what stands after a comma: a date, an agency, a region.
func (s *scanner) listed(i int, st *state) (next int, done bool) {
	if d, j := s.date(i); j > i {
		if st.dated {
			return -1, true
		}
		st.day, st.dated, st.lastKind = d, true, 'd'
		return j, false
	}
	if s.at(i).kind == word {
		f := s.folded(i)
		if w, ok := s.t.weekdays[f]; ok {
			st.day.week, st.day.named = w, true
			return s.skip(i+1, '.'), false
		}
		if f == "no" && s.folded(i+1) == "date" {
			return i + 2, false
		}
		if name, j := s.agency(i); j > i && st.agency == "" && !s.is(j, ')') {
			region := s.is(j, '.') && (s.is(j+1, ',') || s.is(j+1, '(') || s.at(j+1).kind == dash) && s.t.regions[fold(name)] && !st.dated
			if n := s.at(j); !region && (n.kind == dash || n.kind == break_ || s.is(j, '.') || s.is(j, ':') || s.is(j, ',') && st.dated) {
				st.take(name, true)
				return j, false
			}
		}
	}
	if s.is(i, '/') || s.is(i, '(') {
		if j := s.bracket(i, st); j > i {
			return j, false
		}
	}
	if st.dated || st.agency != "" {
		return -1, true
	}
	j := s.region(i)
	if j == i {
		return -1, true
	}
	st.addRegion(s.words(i, j))
	return j, false
}

func (st *state) addRegion(name string) {
	if st.region != "" {
		st.region += ", "
	}
	st.region += name
	st.lastKind = 'r'
}

// region reads up to six words that name a region: "British Columbia", "N.J.",
// "Bosnia and Herzegovina", "Fla.".
func (s *scanner) region(i int) int {
	start := i
	for i-start < 7 && s.at(i).kind == word {
		f := s.folded(i)
		if i > start {
			if _, next := s.date(i); next > i {
				break
			}
			if !s.capital(i) && s.anyCapital(start, i) && !joins[f] && f != "and" {
				return start
			}
		}
		i++
		if s.is(i, '.') && s.digits(i-1) == 1 && s.at(i+1).kind == word && s.month(i+1) == 0 {
			i++ // "W. Va."
		}
	}
	if s.is(i, '.') && !s.at(i).spaced && s.t.regions[strings.TrimSuffix(fold(s.words(start, i)), ".")] {
		if n := s.at(i + 1); n.kind == dash || s.is(i+1, ',') || s.is(i+1, '(') || s.is(i+1, '/') || n.newline || n.kind == number || s.month(i+1) != 0 {
			i++
		}
	}
	return i
}

// bracket reads a date, an agency, both or a region between brackets or
// slashes and returns the token after it; i where it holds none of these.
func (s *scanner) bracket(i int, st *state) int {
	if s.is(i, '/') || !s.is(i, '[') {
		if name, j := s.agencyIn(i, st.dated || st.day.named, s.knownPlace(st.place)); j > i && st.agency == "" {
			st.take(name, s.t.knows(name))
			st.bracketed = true
			return j
		}
	}
	closing := map[rune]rune{'(': ')', '[': ']', '/': '/'}[s.at(i).sign]
	j := i + 1
	// agency and date together: "(Marketwired - Feb 10, 2015)", "/ ACCESSWIRE / Feb 10, 2022 /"
	name, k := s.agency(j)
	if k > j && st.agency == "" {
		if s.at(k).kind == dash || s.is(k, ',') || s.is(k, '/') {
			k++
		}
		if d, m := s.date(k); m > k && s.is(m, closing) && !st.dated {
			st.day, st.dated, st.parted = d, true, true
			st.take(name, true)
			st.bracketed = true
			return m + 1
		}
	}
	if d, k := s.date(j); k > j && !st.dated {
		m := s.skip(k, ',')
		if s.at(m).kind == dash || s.is(m, '/') {
			m++
		}
		if name, n := s.agency(m); n > m && s.is(n, closing) && st.agency == "" {
			st.day, st.dated = d, true
			st.take(name, true)
			st.bracketed = true
			return n + 1
		}
		if s.is(k, closing) && closing != '/' {
			st.day, st.dated, st.lastKind = d, true, 'd'
			return k + 1
		}
		return i
	}
	if st.dated || st.agency != "" || closing == '/' {
		return i
	}
	k = s.region(j)
	if k > j && s.is(k, closing) && s.t.regions[strings.TrimSuffix(fold(s.words(j, k)), ".")] {
		st.addRegion(s.words(j, k))
		return k + 1
	}
	return i
}

// agency reads a known agency at token i, the longest name that fits, several
// where slashes join them.
func (s *scanner) agency(i int) (string, int) {
	best := i
	if !s.capital(i) && !lower(s.s) && s.folded(i) != "dpa" {
		return "", i
	}
	for j := i + 1; j <= i+5 && j <= len(s.toks); j++ {
		k := s.at(j - 1).kind
		if k != word && k != number && !(k == mark && s.at(j-1).sign != ',' && s.at(j-1).sign != '(') {
			break
		}
		if s.t.knows(s.words(i, j)) {
			best = j
		}
	}
	if best == i {
		return "", i
	}
	if s.is(best, '/') && s.at(best+1).kind == word && !s.at(best+1).spaced {
		if _, j := s.agency(best + 1); j > best+1 {
			return s.words(i, j), j
		}
	}
	return s.words(i, best), best
}

// knows reports whether the words name an agency of the table.
func (t *tables) knows(name string) bool {
	_, ok := t.agencies[fold(name)]
	return ok
}

// agencyIn reads an agency between brackets or slashes: "(Reuters)", "/TASS/",
// "(AP/Reuters)". An unknown name counts where a date stands beside it.
// loose lets any name through, as after a place that is sure.
func (s *scanner) agencyIn(i int, dated, loose bool) (string, int) {
	var closing rune
	switch {
	case s.is(i, '('):
		closing = ')'
	case s.is(i, '/'):
		closing = '/'
	default:
		return "", i
	}
	if name, j := s.agency(i + 1); j > i+1 && s.is(j, closing) {
		return name, j + 1
	}
	if !dated && closing == '/' && !loose {
		return "", i
	}
	j, known := i+1, false
	for j < i+12 {
		t := s.at(j)
		if s.is(j, closing) || t.kind == break_ || t.kind == end {
			break
		}
		if t.kind == number && s.digits(j) > 2 && (t.spaced || j == i+1) || t.kind == dash && (!dated || t.to-t.from > 3) {
			return "", i
		}
		if t.kind == mark && !strings.ContainsRune("/-–&.,'’", t.sign) {
			return "", i
		}
		if _, k := s.agency(j); k > j {
			known = true
		}
		j++
	}
	if j == i+1 || !s.is(j, closing) || s.at(i+1).kind != word {
		return "", i
	}
	if name, k := s.agency(i + 1); k > i+1 && s.at(k).kind == word && !s.capital(k) {
		return name, j + 1 // "/TASS correspondent A. B./"
	}
	if loose && !dated {
		free := closing == '/' && s.at(j+1).kind != dash || j > i+5
		if !free && s.capital(i+1) && !s.t.regions[strings.TrimSuffix(fold(s.words(i+1, j)), ".")] {
			return s.words(i+1, j), j + 1
		}
		if closing == '/' {
			return "", i
		}
	}
	short := j == i+2 && s.digits(i+1) <= 8 && allCaps(s.text(i+1)) && !strings.Contains(s.text(i+1), ".")
	if dated && (s.capital(i+1) || known) || known && j <= i+4 && s.is(i+2, '/') || short && !s.t.regions[s.folded(i+1)] {
		return s.words(i+1, j), j + 1
	}
	return "", i
}

func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}
