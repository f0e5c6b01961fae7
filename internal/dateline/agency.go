package dateline

import (
	"strings"
	"unicode"
)

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
		if s.is(j, closing) || t.kind == lineEnd || t.kind == end {
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

// outletIn reads an unknown agency or outlet in brackets right after a place in
// capitals: one called as such are ("Harbour News Agency"), or any of up to
// three words where a region stands before it. A dash or a date must follow.
func (s *scanner) outletIn(i int, st *state) (string, int) {
	if !s.is(i, '(') || st.agency != "" || st.dated || st.lastKind != 'p' && st.lastKind != 'r' || !allCaps(st.place) {
		return "", i
	}
	j, media := i+1, false
	for s.at(j).kind == word && s.capital(j) && j < i+7 {
		media = media || s.t.words.outlet[s.folded(j)]
		j++
	}
	if j == i+1 || !s.is(j, ')') || !media && (st.region == "" || j > i+4) {
		return "", i
	}
	name := s.words(i+1, j)
	if f := fold(name); s.t.regions[f] || s.t.cities[f] || s.month(i+1) != 0 {
		return "", i
	}
	if _, named := s.t.weekdays[s.folded(i+1)]; named {
		return "", i
	}
	if _, next := s.date(j + 1); next == j+1 && s.at(j+1).kind != dash {
		return "", i
	}
	return name, j + 1
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
