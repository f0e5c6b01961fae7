package dateline

import (
	"strings"
)

// item reads the next part after token i, or the sign the dateline ends with;
// then done is set and next is the token the report goes on with, -1 where
// this is no dateline.
func (s *scanner) item(i int, st *state) (next int, done bool) {
	t := s.at(i)
	switch {
	case t.kind == dash || (s.is(i, '-') || s.is(i, '–')) && s.is(i-1, ')'):
		if name, j := s.agency(i + 1); j > i+1 && st.agency == "" && (s.is(j, '.') || s.is(j, ':') || s.is(j, ',') || s.at(j).kind == dash || s.at(j).kind == lineEnd) {
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
	case t.kind == lineEnd:
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
			if n := s.at(j); n.kind == dash || n.kind == lineEnd || s.is(j, ':') || s.is(j, '.') || s.is(j, ',') {
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
			if n := s.at(next); n.kind == dash || n.kind == lineEnd || s.is(next, '.') || s.is(next, ':') {
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
	if s.is(i, '.') && st.agency == "" && !(st.dated && st.day.year != 0 && allCaps(st.place)) { // "OSK, May 3, 2022. "
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
			for s.at(k).kind != lineEnd && s.at(k).kind != end {
				k++
			}
			st.to = s.at(k - 1).to
			return k, true
		}
		if s.at(k).kind == lineEnd {
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
			if n := s.at(j); !region && (n.kind == dash || n.kind == lineEnd || s.is(j, '.') || s.is(j, ':') || s.is(j, ',') && st.dated) {
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
	if name, j := s.outletIn(i, st); j > i {
		st.take(name, false)
		st.bracketed = true
		return j
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
