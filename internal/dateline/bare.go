package dateline

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
