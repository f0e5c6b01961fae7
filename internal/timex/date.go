package timex

import (
	"sayso"
)

// dated is a date being read: up to token next, with its year (or, of a
// weekday, its week) still open where the words don't give it.
type dated struct {
	point
	next int32
	open bool
	hol  *holiday // an open holiday that moves with the year
}

// date reads a date with what shades it: "early January", "the end of 2016".
func (r *run) date(i int32) found {
	m, ok := r.settledDate(i)
	if !ok {
		return found{}
	}
	return m
}

func (r *run) settledDate(i int32) (found, bool) {
	for _, s := range r.word(i).shades {
		if !s.onDate {
			continue
		}
		j := r.phrase(i, s.phrase)
		if j == 0 {
			continue
		}
		if k := r.hyphen(j); k > j {
			j = k
		}
		d, ok := r.core(j, true)
		if !ok && r.lower(j) == "the" {
			d, ok = r.core(j+1, true)
		}
		if !ok || d.unit < day && s.mod == "" {
			continue
		}
		if d.unit == day && r.lower(j) == "the" && r.lower(i-1) == "at" && r.lower(d.next) == "," {
			continue // "at the end of the day, …"
		}
		if (s.phrase == "earlier" || s.phrase == "later" || s.phrase == "early" || s.phrase == "late") && d.unit == noUnit {
			continue
		}
		m := r.finish(i, d)
		m.mod = s.mod
		return m, true
	}
	// "year-end", "by year end", "end-March"
	if e := r.word(i); e.unit >= week && !e.many {
		j := r.hyphen(i + 1)
		if r.lower(j) == "end" && (j > i+1 || r.leads(i-1)) {
			return found{next: j + 1, typ: sayso.TimexDate, point: r.pub.to(e.unit), mod: "END"}, true
		}
	}
	if r.lower(i) == "end" || r.lower(i) == "mid" {
		if j := r.hyphen(i + 1); j > i+1 {
			if d, ok := r.core(j, true); ok {
				m := r.finish(i, d)
				m.mod = map[string]string{"end": "END", "mid": "MID"}[r.lower(i)]
				return m, true
			}
		}
	}
	mod := r.words[i].mod
	d, ok := r.core(i, mod != "")
	if !ok {
		return found{}, false
	}
	m := r.finish(i, d)
	if mod != "" {
		m.mod = mod
	}
	return m, true
}

// finish settles a date's open year.
func (r *run) finish(i int32, d dated) found {
	if d.open {
		d.point = r.settle(d, i)
	}
	m := found{next: d.next, typ: sayso.TimexDate, point: d.point}
	if d.hol != nil && d.hol.hijri {
		m.mod = "APPROX"
		if d.hol.day == 0 && d.dated() { // the whole month
			from, to := hijriIn(d.year, d.hol.month, 0)
			m.value, m.span = from.date()+"/"+(to-1).date(), interval{from, to, true, true}
		}
	}
	if d.unit <= dayPart {
		m.typ = sayso.TimexTime
	}
	return m
}

// leads reports whether token i is a preposition that a time follows.
func (r *run) leads(i int32) bool {
	switch r.lower(i) {
	case "in", "on", "at", "by", "since", "until", "till", "from", "through", "during", "before", "after", "between",
		"of", "for", "throughout", "around", "to", "towards", "toward", "over", "within", "into", "circa", "past":
		return true
	}
	return false
}

// core reads a date without its shade. shaded tells that a shade stands before
// it, so that "the year" is one.
func (r *run) core(i int32, shaded bool) (dated, bool) {
	var best dated
	try := func(d dated, ok bool) {
		if ok && d.next > best.next {
			best = d
		}
	}
	try(r.weekdayDate(i))
	try(r.monthDate(i, shaded))
	try(r.dayMonth(i))
	try(r.numericDate(i))
	try(r.yearDate(i, shaded))
	try(r.part(i))
	try(r.stepped(i))
	try(r.seasonDate(i, shaded))
	try(r.holidayDate(i))
	try(r.dayAdverb(i))
	try(r.definite(i, shaded))
	try(r.theDay(i))
	try(r.fiscalDate(i))
	if best.next == 0 {
		return best, false
	}
	return r.within(best), true
}

// within reads what a date lies in: "October of next year".
func (r *run) within(d dated) dated {
	if !d.open || d.month > 0 && d.weekday > 0 || d.weekday > 0 && d.month == 0 {
		return d
	}
	j := d.next
	if k, ok := r.joins(j); ok && d.month > 0 && d.hol == nil { // "from September to December 2014"
		m, ok := r.monthDate(k, true)
		if !ok {
			m, ok = r.dayMonth(k)
		}
		if ok && !m.open && m.unit == d.unit && r.lower(k) != "the" {
			if d.month > m.month {
				m.year--
			}
			d.point, d.open = r.inYear(d, m.year), false
			return d
		}
	}
	if w := r.lower(j); w == "of" || w == "," {
		j++
	}
	if c, ok := r.container(j); ok && c.unit == year && c.year != unknown && (j == d.next || r.lower(j-1) != "," || d.unit == day || r.shape(j).shape == intShape) {
		d.point, d.open, d.next = r.inYear(d, c.year), false, c.next
	}
	return d
}

// container reads a year, a month or what points to one, after "of".
func (r *run) container(i int32) (dated, bool) {
	if d, ok := r.yearDate(i, true); ok && r.shape(i).shape == intShape {
		return d, true
	}
	if d, ok := r.fiscalDate(i); ok {
		return d, true
	}
	if d, ok := r.stepped(i); ok {
		return d, true
	}
	if d, ok := r.definite(i, true); ok {
		return d, true
	}
	if d, ok := r.monthDate(i, true); ok {
		return d, true
	}
	return dated{}, false
}

// inYear puts an open date into a year.
func (r *run) inYear(d dated, y int) point {
	if d.hol != nil {
		return d.hol.in(y)
	}
	p := d.point
	p.year = y
	if p.unit == day && p.month == 2 && p.day == 29 && daysIn(y, 2) < 29 {
		p.year = unknown
	}
	return p
}
