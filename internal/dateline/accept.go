package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeLike reports whether the tokens [i, j) can be a place at all.
func (s *scanner) placeLike(i, j int) bool {
	if s.at(i).kind != word || s.t.notPlaces[s.folded(i)] && !(whereabouts[s.folded(i)] && j > i+1 && allCaps(s.words(i, j))) && !s.t.cities[fold(s.words(i, j))] && (j == i+1 || !s.t.words.opening[s.folded(i)]) {
		return false
	}
	if _, ok := s.t.weekdays[strings.TrimSuffix(s.folded(i), ".")]; ok {
		return false
	}
	if s.month(i) != 0 && (j == i+1 || s.at(i+1).kind == number) && !s.t.cities[s.folded(i)] {
		return false
	}
	return true
}

// whereabouts open places such as "AT THE BORDER", in capitals.
var whereabouts = map[string]bool{"at": true, "in": true, "on": true}

// accept weighs what was read up to the sign that ends a dateline: the more is
// printed (agency, date), the less need be known of the place. body is the
// token the report goes on with.
func (s *scanner) accept(first int, st *state, body int) bool {
	if st.round {
		return false
	}
	caps := allCaps(st.place)
	known := s.knownPlace(st.place)
	region := st.region != "" && s.knownRegion(st.region)
	if f := strings.Fields(fold(st.place)); len(f) > 1 && !known && !region && s.t.notPlaces[f[len(f)-1]] { // "NEW YORK MAGAZINE"
		return false
	}
	stop := s.at(body - 1)
	ownLine := s.at(body).kind == lineEnd
	st.after = s.at(body).from
	switch {
	case ownLine:
		if st.lastKind == 'p' || st.lastKind == 'r' {
			// A dash or colon may be followed by the line's end: "DAR ES SALAAM, Tanzania (AP) _".
			return caps && known && stop.kind != dash && !st.dated && st.agency == ""
		}
		return s.capital(first) && (st.parted || st.bracketed) && (st.agencyKnown && st.dated || (st.agencyKnown || st.dated) && (caps || known || region))
	case !s.opens(body) && !(st.dated && (st.agency != "" || (known || region) && st.day.year == 0 && stop.kind == dash && s.at(body).kind == word)):
		return false
	case st.agency != "" && st.dated:
		return s.capital(first) || lower(s.s)
	case st.agency != "":
		if !s.capital(first) {
			return false
		}
		if !st.agencyKnown && s.count(first) > 0 && stop.kind != dash && !st.parted {
			return false
		}
		return caps || known || region || st.agencyKnown && s.sentence(body)
	case st.dated:
		if !st.parted && !(caps && known) {
			return false
		}
		if s.dateNext(body) || !s.capital(first) && !lower(s.s) {
			return false
		}
		if stop.kind != dash && !(stop.sign == ':' && (caps || known)) && !(stop.sign == '.' && st.day.year != 0 && caps && s.sentence(body)) {
			return false
		}
		return caps || known || region || s.sentence(body)
	}
	// Place alone.
	if st.bracketed || st.lastKind == 'd' {
		return false
	}
	if stop.kind == dash {
		if s.aside(body) {
			return false
		}
		if region && (caps || known || s.sentence(body)) || strings.HasPrefix(s.s, "(") && known {
			return s.sentence(body)
		}
		return known && (caps && s.clause(body) || s.sentence(body))
	}
	return stop.sign == ':' && known && s.sentence(body) && (caps || s.count(body) >= 10)
}

// aside reports whether what follows the dash only says more of the name
// before it ("QUEBEC - the largest of them - voted") or lists another
// ("CHELSEA - ARSENAL: ").
func (s *scanner) aside(body int) bool {
	if s.at(body).kind == word && allCaps(s.text(body)) && (s.is(body+1, ':') || s.at(body+1).kind == dash) {
		return true
	}
	for i := body; i < body+12; i++ {
		t := s.at(i)
		if t.kind == lineEnd || t.kind == end || t.kind == mark && strings.ContainsRune(".,:;\"“", t.sign) {
			return false
		}
		if t.kind == dash && i > body {
			return s.at(i+1).kind == word && !s.capital(i+1)
		}
	}
	return false
}

// knownPlace reports whether a name, or one of several joined, is in the table.
func (s *scanner) knownPlace(name string) bool {
	f := fold(name)
	if s.t.cities[f] {
		return true
	}
	if i := strings.IndexByte(f, '/'); i > 0 {
		return s.t.cities[f[:i]]
	}
	for _, sep := range []string{" and ", " & ", "-"} {
		if a, b, ok := strings.Cut(f, sep); ok && s.t.cities[a] && s.t.cities[b] {
			return true
		}
	}
	return false
}

func (s *scanner) knownRegion(name string) bool {
	f := fold(name)
	if s.t.regions[strings.TrimSuffix(f, ".")] || s.t.cities[f] {
		return true
	}
	if i := strings.LastIndex(f, ", "); i >= 0 {
		return s.t.regions[strings.TrimSuffix(f[i+2:], ".")]
	}
	return false
}

// opens reports whether a report can begin with token i.
func (s *scanner) opens(i int) bool {
	switch t := s.at(i); t.kind {
	case word:
		r, _ := utf8.DecodeRuneInString(s.text(i))
		return !unicode.IsLower(r) || lower(s.s) || strings.ContainsFunc(s.text(i), unicode.IsUpper) // "iPhone"
	case number:
		return true
	case mark:
		return strings.ContainsRune("\"“”‘’'«„<[($£€¥`+*#*", t.sign)
	}
	return false
}

// dateNext reports whether another date follows: "Jan. 12, 1876 – Nov. 22, 1916".
func (s *scanner) dateNext(i int) bool {
	_, next := s.date(i)
	if next > i {
		return !(s.at(next).kind == word) || s.at(i+1).kind == number && s.at(i+2).kind == lineEnd
	}
	return s.at(i).kind == number && s.at(i+1).kind == lineEnd
}

// clause reports whether at least five words follow token i, some of them not
// capitalised, or the text is in capitals throughout.
func (s *scanner) clause(i int) bool {
	words, small, first := 0, 0, true
	for ; i < len(s.toks) && s.at(i).kind != lineEnd; i++ {
		if s.at(i).kind == word {
			words++
			if !s.capital(i) && !first {
				small++
			}
			first = false
		}
	}
	return words >= 5 && small >= 2
}

// sentence reports whether a clause follows token i in a paragraph that ends
// as sentences do, or runs on past the window.
func (s *scanner) sentence(i int) bool {
	if !s.clause(i) {
		return false
	}
	last := s.toks[len(s.toks)-1]
	if last.kind == end {
		return true
	}
	for j := len(s.toks) - 2; j > i; j-- {
		t := s.at(j)
		if t.kind == mark && strings.ContainsRune(".?!:;,", t.sign) {
			return true
		}
		if t.kind != mark {
			return s.count(i) >= 25
		}
	}
	return false
}

// count returns how many words stand from token i on, within the window.
func (s *scanner) count(i int) (n int) {
	for ; i < len(s.toks); i++ {
		if s.at(i).kind == word {
			n++
		}
	}
	return n
}

// lower reports whether a text has no capital in its first hundred bytes, so
// that capitals tell nothing.
func lower(s string) bool {
	s = s[:min(len(s), 100)]
	return !strings.ContainsFunc(s, unicode.IsUpper)
}
