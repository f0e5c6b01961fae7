package timex

import "sayso/internal/text"

// monthDate reads "January", "January 7", "Jan. 7th, 2022", "January 2022".
func (r *run) monthDate(i int32, led bool) (dated, bool) {
	e := r.word(i)
	if e.month == 0 || !r.capital(i) && e.monthForm != nameForm {
		return dated{}, false
	}
	d := dated{point: point{unit: month, year: unknown, month: int(e.month)}, next: i + 1, open: true}
	j := i + 1
	if e.monthForm == shortForm && r.lower(j) == "." {
		j++
	}
	if k := r.hyphen(j); k > j && r.shape(k).shape != noShape {
		j = k
	}
	if n, k, ok := r.dayOfMonth(j); ok {
		d.unit, d.day, d.next = day, n, k
		if y, k, ok := r.yearAfter(k); ok {
			d.year, d.open, d.next = y, false, k
		}
		if d.day > 29 && d.day > daysIn(2000, d.month) {
			return dated{}, false
		}
		if d.year != unknown && d.day > daysIn(d.year, d.month) {
			return dated{}, false
		}
		return d, true
	}
	if y, k, ok := r.yearAfter(j); ok {
		d.year, d.open, d.next = y, false, k
		return d, true
	}
	switch e.monthForm {
	case shortForm:
		if !led && !r.leads(i-1) && !r.besideMonth(i) || r.lower(i+1) == "." && !r.touches(i+1) {
			return dated{}, false
		}
		d.next = j
	case otherForm:
		if !led && !r.leads(i-1) && r.word(i-1).step == nil && r.word(i-1).month == 0 && !r.besideMonth(i) {
			switch r.lower(i - 1) {
			case "early", "late", "mid", "every", "each", "and", "or", "-":
			default:
				return dated{}, false
			}
		}
		if t := r.tag(i); t == text.MD || t == text.VB || t == text.VBP {
			return dated{}, false
		}
		if (r.lower(i-1) == "to" || r.lower(i-1) == "and" || r.lower(i-1) == "or") && r.tag(i) != text.NNP {
			return dated{}, false
		}
	default:
		if !r.capital(i) && e.month == 8 {
			return dated{}, false
		}
		// "April Bell said": a first name
		if (e.month == 4 || e.month == 6 || e.month == 8) && (r.personal(i) || !led && !r.leads(i-1) && r.tag(i+1) == text.NNP && r.capital(i+1) && r.word(i+1) == &noEntry) {
			return dated{}, false
		}
	}
	return d, true
}

// besideMonth reports whether token i is joined to a month: "April/May".
func (r *run) besideMonth(i int32) bool {
	switch r.lower(i - 1) {
	case "/", "-", "–", "and", "or":
		return r.word(i-2).month > 0 && r.capital(i-2)
	}
	return false
}

// personal reports whether a capitalised token stands in a person's name.
func (r *run) personal(i int32) bool {
	switch r.toks[i].Name {
	case text.BeginPerson, text.InsidePerson:
		return true
	}
	return false
}

// dayOfMonth reads 1 to 31 as "7", "7th", "seventh".
func (r *run) dayOfMonth(j int32) (n int, next int32, ok bool) {
	s := r.shape(j)
	switch s.shape {
	case intShape, ordinalShape:
		if s.a < 1 || s.a > 31 || s.size > 2 {
			return 0, 0, false
		}
		next = j + 1
		if s.shape == intShape {
			switch r.lower(next) {
			case "st", "nd", "rd", "th":
				if r.touches(next) {
					return int(s.a), next + 1, true
				}
			case "%", "percent", "million", "billion", "people", "-":
				if r.lower(next) != "-" || r.touches(next) && r.shape(next+1).shape == noShape {
					return 0, 0, false
				}
			}
		}
		return int(s.a), next, true
	case noShape:
		if r.word(j-1).month > 0 || r.lower(j-1) == "the" {
			if v, ok := r.doc.NumberAt(j); ok && v.Kind == text.Ordinal && v.Low <= 31 && v.Last <= r.end {
				return int(v.Low), v.Last, true
			}
		}
	}
	return 0, 0, false
}

// yearAfter reads ", 2022", "2022" or "of 2022" after a month or day.
func (r *run) yearAfter(j int32) (y int, next int32, ok bool) {
	if w := r.lower(j); w == "," || w == "of" {
		j++
	}
	s := r.shape(j)
	if s.shape == intShape && s.size == 4 && s.a >= 1000 && s.a <= 2199 {
		if e := r.word(j + 1); e.many && e.unit > 0 {
			return 0, 0, false
		}
		return int(s.a), j + 1, true
	}
	if s.shape == intShape && s.size == 2 && len(r.lower(j)) == 3 { // '98
		return century2(int(s.a)), j + 1, true
	}
	return 0, 0, false
}

// century2 completes a year of two digits.
func century2(y int) int {
	if y < 50 {
		return 2000 + y
	}
	return 1900 + y
}

// dayMonth reads "7 January 2022", "7th of January", "the 7th of January".
func (r *run) dayMonth(i int32) (dated, bool) {
	j := i
	if r.lower(j) == "the" {
		j++
	}
	n, k, ok := r.dayOfMonth(j)
	if !ok || i == j && r.shape(j).shape == noShape {
		return dated{}, false
	}
	of := r.lower(k) == "of"
	if of {
		k++
	}
	if h := r.hyphen(k); h > k {
		k = h
	}
	e := r.word(k)
	if e.month == 0 || !r.capital(k) {
		if of && r.shape(j).shape == ordinalShape { // "the 15th of this month"
			if c, ok := r.container(k); ok && c.unit == month && !c.open {
				c.unit, c.day = day, n
				return c, true
			}
		}
		return dated{}, false
	}
	if n > daysIn(2000, int(e.month)) {
		return dated{}, false
	}
	d := dated{point: point{unit: day, year: unknown, month: int(e.month), day: n}, next: k + 1, open: true}
	k++
	if e.monthForm == shortForm && r.lower(k) == "." && r.touches(k) {
		k++
	}
	if h := r.hyphen(k); h > k {
		k = h
	}
	if s := r.shape(k); s.shape == intShape && s.size == 2 && s.a > 31 && (r.lower(k+1) == "(" || r.breaks(k+1) || r.lower(k+1) == "--") {
		d.year, d.open, d.next = century2(int(s.a)), false, k+1 // "7 MAY 90 (DPA)"
		return d, true
	}
	if y, next, ok := r.yearAfter(k); ok {
		d.year, d.open, d.next = y, false, next
		if n > daysIn(y, d.month) {
			return dated{}, false
		}
	}
	return d, true
}

// theDay reads "the 7th" after a preposition, of the month told last.
func (r *run) theDay(i int32) (dated, bool) {
	if r.lower(i) != "the" || r.shape(i+1).shape != ordinalShape {
		return dated{}, false
	}
	switch r.lower(i - 1) {
	case "on", "by", "until", "till", "since":
	default:
		return dated{}, false
	}
	n, next, ok := r.dayOfMonth(i + 1)
	if t := r.tag(next); !ok || t == text.NN || t == text.NNS || t == text.NNP || t == text.JJ || r.lower(next) == "of" {
		return dated{}, false
	}
	p := r.base(true, month)
	if p.month == 0 || p.year != unknown && n > daysIn(p.year, p.month) {
		return dated{}, false
	}
	p.unit, p.day = day, n
	return dated{point: p, next: next}, true
}

// weekdayDate reads "Thursday", "Thursday, February 10", "Feb. 10 (Thursday)"
// being left to monthDate.
func (r *run) weekdayDate(i int32) (dated, bool) {
	e := r.word(i)
	if e.weekday == 0 || e.dayForm == manyForm || e.dayForm == shortForm && !r.capital(i) {
		return dated{}, false
	}
	if r.finder.classes.namedDay[r.lower(i-1)] {
		return dated{}, false
	}
	j := i + 1
	if e.dayForm == shortForm && r.lower(j) == "." {
		j++
	}
	if r.lower(j) == "," {
		j++
	}
	if r.lower(j) == "the" {
		j++
	}
	for _, d := range [...]func(*run, int32) (dated, bool){(*run).dayMonth, func(r *run, j int32) (dated, bool) { return r.monthDate(j, true) }, (*run).numericDate} {
		if m, ok := d(r, j); ok && m.unit == day {
			m.weekday = int(e.weekday)
			if m.open {
				m.point, m.open = r.fitWeekday(m.point), false
			}
			return m, true
		}
	}
	if e.dayForm == shortForm && !r.leads(i-1) {
		return dated{}, false
	}
	if r.shape(j).shape == ordinalShape && r.lower(j-1) == "the" { // "Tuesday the 18th"
		if n, k, ok := r.dayOfMonth(j); ok {
			return r.nearestDay(int(e.weekday), n, k)
		}
	}
	if r.lower(i+1) == "after" && r.lower(i+2) == "next" && r.pub.dated() { // "the Sunday after next"
		n := r.pub.number()
		ahead := (int(e.weekday)-n.weekday()+6)%7 + 1
		return dated{point: at(day, n+dayNumber(ahead)+7), next: i + 3}, true
	}
	if r.lower(i-1) == "the" && r.capital(i+1) && r.tag(i+1) == text.NNP && r.word(i+1) == &noEntry {
		return dated{}, false // "the Sunday Times"
	}
	if r.lower(i-1) == "a" && !r.nounFollows(i+1) {
		return dated{}, false // "on a Monday": any
	}
	return dated{point: point{unit: day, year: unknown, weekday: int(e.weekday)}, next: i + 1, open: true}, true
}

// nearestDay finds the day of the month that falls on a weekday, nearest to publication.
func (r *run) nearestDay(weekday, n int, next int32) (dated, bool) {
	if !r.pub.dated() {
		return dated{}, false
	}
	for _, k := range [...]int{0, -1, 1, -2, 2} {
		p := r.pub.to(month).plus(k)
		if n <= daysIn(p.year, p.month) && dayOf(p.year, p.month, n).weekday() == weekday {
			return dated{point: point{unit: day, year: p.year, month: p.month, day: n}, next: next}, true
		}
	}
	return dated{}, false
}

// fitWeekday finds the year, nearest to publication, in which a day of the
// year falls on its weekday.
func (r *run) fitWeekday(p point) point {
	if r.pub.year == unknown {
		return p
	}
	for k := range 7 {
		for _, y := range [...]int{r.pub.year - k, r.pub.year + k} {
			if p.day <= daysIn(y, p.month) && dayOf(y, p.month, p.day).weekday() == p.weekday {
				p.year = y
				return p
			}
			if k > 1 {
				break // the past is likelier than the years after next
			}
		}
	}
	return p
}

// numericDate reads "2007-07-08" and "7/8/07". Which of the two is the month
// is told by the size of the numbers, else by a day of publication close by; else neither is.
func (r *run) numericDate(i int32) (dated, bool) {
	s := r.shape(i)
	p := point{unit: day, year: int(s.a), month: int(s.b), day: int(s.c)}
	switch s.shape {
	case isoShape:
	case slashShape:
		if s.c < 0 {
			return dated{}, false
		}
		if s.size < 4 {
			p = point{unit: day, year: int(s.c), month: int(s.a), day: int(s.b)}
			if p.year < 100 {
				p.year = century2(p.year)
			}
			other := point{unit: day, year: p.year, month: p.day, day: p.month}
			switch {
			case !valid(p):
				p = other
			case !valid(other) || p == other:
			case r.pub.dated() && min(apart(p, r.pub), apart(other, r.pub)) < 60:
				if apart(other, r.pub) < apart(p, r.pub) {
					p = other
				}
			default: // either may be the month
				return dated{point: point{unit: day, year: p.year}, next: i + 1}, true
			}
		}
	default:
		return dated{}, false
	}
	if !valid(p) || p.year < 1000 || p.year > 2199 {
		return dated{}, false
	}
	return dated{point: p, next: i + 1}, true
}

func valid(p point) bool {
	return p.month >= 1 && p.month <= 12 && p.day >= 1 && p.day <= daysIn(p.year, p.month)
}

func apart(p, q point) int {
	n := int(p.number() - q.number())
	return max(n, -n)
}
