package dateline

import (
	"fmt"
	"strings"
	"time"
)

// day is a date as printed: the year is 0 and the weekday none where not given.
type day struct {
	year  int
	month time.Month
	day   int
	week  time.Weekday
	named bool // the weekday is printed
}

// String returns the ISO date, with XXXX for an unknown year.
func (d day) String() string {
	if d.year == 0 {
		return fmt.Sprintf("XXXX-%02d-%02d", d.month, d.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// at returns the day's noon in the year given.
func (d day) at(year int) time.Time {
	return time.Date(year, d.month, d.day, 12, 0, 0, 0, time.UTC)
}

// in reports whether the year has such a day: 29 February is not in every one.
func (d day) in(year int) bool { return d.at(year).Day() == d.day }

// date reads a date at token i and returns the token after it; next is i where
// none begins there.
func (s *scanner) date(i int) (d day, next int) {
	start := i
	if s.at(i).kind == word {
		if w, ok := s.t.weekdays[s.folded(i)]; ok {
			d.week, d.named = w, true
			i++
			i = s.skip(i, '.')
			i = s.skip(i, ',')
		}
	}
	from := i
	if d, next = s.monthFirst(i, d); next == from {
		if d, next = s.dayFirst(i, d); next == from {
			if d, next = s.numeric(i, d); next == from {
				return day{}, start
			}
		}
	}
	if d.day < 1 || d.day > 31 || d.month < 1 || d.month > 12 || !d.in(cmpOr(d.year, 2000)) {
		return day{}, start
	}
	return d, next
}

func cmpOr(a, b int) int {
	if a != 0 {
		return a
	}
	return b
}

func (s *scanner) month(i int) time.Month {
	if s.at(i).kind != word {
		return 0
	}
	return s.t.months[strings.TrimSuffix(s.folded(i), ".")]
}

// monthFirst reads "Feb. 10, 2022", "February 10", "Feb 10-11".
func (s *scanner) monthFirst(i int, d day) (day, int) {
	m := s.month(i)
	if m == 0 {
		return d, i
	}
	j := s.skip(i+1, '.')
	if s.at(j).kind != number || s.digits(j) > 2 {
		return d, i
	}
	d.month, d.day = m, s.value(j)
	j = s.ordinal(j + 1)
	if s.is(j, '-') || s.is(j, '–') || s.is(j, '/') { // a range: the story is of its last day
		if s.at(j+1).kind == number && s.digits(j+1) <= 2 && !s.at(j+1).spaced {
			d.day = s.value(j + 1)
			j += 2
		}
	}
	return s.year(j, d, false)
}

// dayFirst reads "10 February 2022", "3 JAN 90", "7 de marzo de 2021".
func (s *scanner) dayFirst(i int, d day) (day, int) {
	if s.at(i).kind != number || s.digits(i) > 2 {
		return d, i
	}
	j := s.ordinal(i + 1)
	j = s.skip(j, '.')
	if s.at(j).kind == word && (s.folded(j) == "de" || s.folded(j) == "of") {
		j++
	}
	m := s.month(j)
	if m == 0 {
		return d, i
	}
	d.month, d.day = m, s.value(i)
	return s.year(s.skip(j+1, '.'), d, true)
}

// numeric reads "2022-02-10", "10.02.2022" and, where only one order is
// possible, "10/28/2022".
func (s *scanner) numeric(i int, d day) (day, int) {
	if s.at(i).kind != number {
		return d, i
	}
	sep := s.at(i + 1).sign
	if sep != '-' && sep != '/' && sep != '.' || !s.is(i+3, sep) || s.at(i+2).kind != number || s.at(i+4).kind != number {
		return d, i
	}
	a, b, c := s.value(i), s.value(i+2), s.value(i+4)
	switch {
	case s.digits(i) == 4 && s.digits(i+2) <= 2 && s.digits(i+4) <= 2:
		d.year, d.month, d.day = a, time.Month(b), c
	case s.digits(i+4) == 4 && (sep == '.' || a > 12):
		d.year, d.month, d.day = c, time.Month(b), a
	case s.digits(i+4) == 4 && b > 12:
		d.year, d.month, d.day = c, time.Month(a), b
	default:
		return d, i
	}
	if d.year < 1800 || d.year > 2100 {
		return d, i
	}
	return d, i + 5
}

// year reads the year after day and month. Two digits count where the day came
// first, as in the wires of monitoring services, or behind an apostrophe.
func (s *scanner) year(i int, d day, dayFirst bool) (day, int) {
	j := s.skip(i, ',')
	j = s.skip(j, '/')
	if s.at(j).kind == word && s.folded(j) == "de" {
		j++
	}
	short := dayFirst && j == i
	if s.is(j, '\'') || s.is(j, '’') {
		j++
		short = true
	}
	if s.at(j).kind != number {
		return d, i
	}
	switch v := s.value(j); {
	case s.digits(j) == 4 && v >= 1800 && v <= 2100:
		d.year = v
	case s.digits(j) == 2 && short && v >= 40:
		d.year = 1900 + v
	case s.digits(j) == 2 && short:
		d.year = 2000 + v
	default:
		return d, i
	}
	return d, j + 1
}

// ordinal steps over the "th" of "10th".
func (s *scanner) ordinal(i int) int {
	if s.at(i).kind == word && !s.at(i).spaced {
		switch s.folded(i) {
		case "st", "nd", "rd", "th":
			return i + 1
		}
	}
	return i
}
