package timex

import (
	"sayso/internal/text"
)

// base is the time that a step goes from, as a date of unit u.
func (r *run) base(narrated bool, u unit) point {
	from := r.pub
	if narrated && r.narrated.unit != noUnit {
		from = r.narrated
		switch {
		case u > week || from.dated():
		case r.daily.dated():
			from = r.daily
		case r.pub.dated():
			from = r.pub
		}
	}
	return from.to(u)
}

// stepped reads "last week", "this year", "the following day", "next Monday",
// "last summer", "that month", "the same period last year".
func (r *run) stepped(i int32) (dated, bool) {
	j := i
	the := false
	switch r.lower(j) {
	case "the", "these", "our":
		the = true
		j++
	case "that": // "that same year"
		if r.lower(j+1) == "same" {
			j++
		}
	case "this": // "this past week", "this coming Friday"
		if s := r.word(j + 1).step; s != nil && s.by != 0 {
			j++
		}
	}
	s := r.word(j).step
	if s == nil {
		return dated{}, false
	}
	by, narrated := s.by, s.narrated
	w := r.lower(j)
	j++
	// "the next day" goes on from what was told
	if the && w == "next" {
		narrated = true
	}
	for k := r.lower(j); k == "entire" || k == "whole" || k == "full" || k == "calendar"; k = r.lower(j) {
		j++
	}
	if h := r.hyphen(j); h > j {
		j = h
	}
	e := r.word(j)
	d := dated{next: j + 1}
	if r.named(i, j+1) && e.weekday == 0 && e.month == 0 {
		return d, false
	}
	switch {
	case e.unit > dayPart && e.times == 1 && (!e.many || w == "this" && e.unit == year): // "this years", misspelt
		u := e.unit
		if e.named && w != "that" && w != "same" && w != "this" {
			return d, false
		}
		if h := r.hyphen(j + 1); h > j+1 { // "last-minute", "this year-end"
			return d, false
		}
		switch {
		case (w == "last" || w == "past") && the && (u == day || u == week || u == month || u == year || u == decade || u == century) && r.lower(i) == "the":
			return d, false // a length: "the last year"
		case w == "coming" && the:
			return d, false
		case w == "next" && the && u >= week && r.spans(i-1):
			return d, false
		case w == "present" || w == "current":
			if u <= day {
				return d, false
			}
		case w == "this" && (u == day || u == half):
			return d, false
		case (w == "same" || w == "that") && u == half:
			return d, false
		case w == "that" && r.conjunction(i, j):
			return d, false
		}
		if r.narrated.unit == noUnit && (w == "that" || w == "same" && !r.pub.dated()) ||
			w == "that" && u <= week && !r.narrated.dated() && !r.daily.dated() {
			return d, false
		}
		if w == "same" {
			if p, next, ok := r.sameIn(j + 1); ok { // "the same month a year ago"
				q := r.base(true, u)
				q.year = p.year
				d.point, d.next = q, next
				return d, true
			}
		}
		if u == weekend && !narrated && by == 0 && r.pub.dated() {
			d.point = r.pub.to(weekend)
			if r.weekendPast(i, j+1) {
				d.point = d.point.plus(-1)
			}
			return d, true
		}
		d.point = r.base(narrated, u).plus(by)
		return d, true
	case e.weekday > 0 && e.dayForm != manyForm:
		if (w == "that" || w == "same") && r.daily.unit == noUnit {
			return d, false
		}
		from := r.base(narrated, day)
		if !from.dated() {
			d.point = point{unit: day, year: unknown, weekday: int(e.weekday)}
			return d, true
		}
		n := from.number()
		ahead := dayNumber((int(e.weekday) - n.weekday() + 7) % 7)
		switch {
		case by > 0:
			if ahead == 0 || ahead == 1 && !narrated { // tomorrow is not "next" Friday
				ahead += 7
			}
		case by < 0:
			ahead -= 7
		case narrated:
			if ahead > 3 {
				ahead -= 7
			}
		default: // "this Friday" is in the week at hand, or comes
			if ahead > 0 && r.tenseAt(i, j+1) == past {
				ahead -= 7
			}
		}
		d.point = at(day, n+ahead)
		return d, true
	case e.month > 0 && r.capital(j):
		if w == "that" || w == "same" {
			return d, false
		}
		d.point = r.yearly(point{unit: month, month: int(e.month)}, by, narrated)
		if md, ok := r.monthDate(j, true); ok && md.unit == day && md.open {
			d.next = md.next
			d.point = r.yearly(point{unit: day, month: md.month, day: md.day}, by, narrated)
		}
		return d, true
	case e.season > 0:
		d.point = r.yearly(point{unit: season, n: int(e.season)}, by, narrated)
		return d, true
	case e.part != "":
		return d, false // timeOfDay reads it
	case w == "same" && (r.lower(j) == "period" || r.lower(j) == "time"):
		p, next, ok := r.sameIn(j + 1)
		if !ok || r.narrated.unit == noUnit {
			return d, false
		}
		q := r.narrated
		q.year = p.year
		d.point, d.next = q, next
		return d, true
	case w == "that" && r.lower(j) == "time" && (r.lower(i-1) == "by" || r.lower(i-1) == "since" || r.lower(i-1) == "until"):
		if r.narrated.unit == noUnit {
			return d, false
		}
		d.point = r.narrated
		return d, true
	}
	if h, next := r.holidayAt(j); h != nil && (w == "last" || w == "next" || w == "this" || w == "previous" || w == "following") {
		p := h.in(r.pub.year)
		if r.pub.dated() {
			switch {
			case by < 0 && p.number() >= r.pub.number():
				p = h.in(r.pub.year - 1)
			case by > 0 && p.number() <= r.pub.number():
				p = h.in(r.pub.year + 1)
			}
		}
		d.point, d.next = p, next
		return d, true
	}
	return d, false
}

// named reports whether tokens [i, next) are written as a name inside a sentence
// that is not all capitals or a headline in title case: "told This Morning".
func (r *run) named(i, next int32) bool {
	if i == r.first || r.lower(i-1) == "\"" || r.lower(i-1) == "“" || r.lower(i-1) == ":" {
		return false
	}
	for k := i; k < next; k++ {
		if !r.capital(k) {
			return false
		}
	}
	if r.titled == 0 {
		capitals, words := 0, 0
		for k := r.first; k < r.end; k++ {
			if len(r.toks[k].Lower) > 3 {
				words++
				if r.capital(k) {
					capitals++
				}
			}
		}
		if r.titled = 1; 3*capitals > 2*words {
			r.titled = 2
		}
	}
	return r.titled == 1
}

// weekendPast reports whether the weekend at tokens [i, next) is the one before
// the week of publication: by tense, and from Monday to Wednesday without any.
func (r *run) weekendPast(i, next int32) bool {
	today := r.pub.number().weekday()
	t := r.tenseAt(i, next)
	return today < 5 && t == past || today < 4 && t < future
}

// spans reports whether token i makes the time after it a length: "over the next year".
func (r *run) spans(i int32) bool {
	switch r.lower(i) {
	case "over", "within", "for", "in", "during", "throughout", "through", "across":
		return true
	}
	return false
}

// conjunction reports whether "that" at token i begins a clause, going by its
// tag and by what follows the word of time at token j: "said that day labourers".
func (r *run) conjunction(i, j int32) bool {
	if t := r.tag(i); t != text.IN && t != text.WDT {
		return false
	}
	switch r.tag(j + 1) {
	case text.NN, text.NNS, text.NNP, text.VB, text.VBD, text.VBZ, text.VBP, text.MD, text.JJ:
		return true
	}
	return false
}

// sameIn reads the year in "the same month last year", "... of 2008", "... a year ago".
func (r *run) sameIn(j int32) (point, int32, bool) {
	if w := r.lower(j); w == "of" || w == "in" {
		j++
		if r.lower(j) == "the" {
			if d, ok := r.stepped(j + 1); ok && d.unit == year { // "of the last year"
				return d.point, d.next, true
			}
		}
	}
	if d, ok := r.stepped(j); ok && d.unit == year && r.lower(j) != "the" {
		return d.point, d.next, true
	}
	if r.lower(j) == "the" {
		if d, ok := r.stepped(j); ok && d.unit == year {
			return d.point, d.next, true
		}
		if d, ok := r.definite(j, false); ok && d.unit == year {
			return d.point, d.next, true
		}
	}
	if d, ok := r.yearDate(j, true); ok && d.unit == year {
		return d.point, d.next, true
	}
	if m := r.duration(j); m.next > 0 && m.typ == "DATE" && m.point.unit == year {
		return m.point, m.next, true
	}
	return point{}, 0, false
}

// definite reads "the year", "the day", "the month" and "the year before"
// where they point back.
func (r *run) definite(i int32, shaded bool) (dated, bool) {
	if r.lower(i) != "the" {
		return dated{}, false
	}
	j := i + 1
	whole := false
	for w := r.lower(j); w == "entire" || w == "whole" || w == "full" || w == "calendar"; w = r.lower(j) {
		whole = true
		j++
	}
	e := r.word(j)
	if e.unit < day || e.many || e.named || e.times != 1 {
		return dated{}, false
	}
	d := dated{next: j + 1}
	switch r.lower(j + 1) {
	case "before", "previous", "prior", "earlier", "after":
		if e.unit == half || r.nounFollows(j+2) {
			return d, false
		}
		by := -1
		if r.lower(j+1) == "after" {
			by = 1
		}
		d.point, d.next = r.base(true, e.unit).plus(by), j+2
		return d, true
	}
	if r.hyphen(j+1) > j+1 {
		return d, false
	}
	switch r.lower(j + 1) {
	case "to", "ended", "ending", "up": // "the year to March 31" is a length, "until the end of the year to return" none
		if !shaded || r.tag(j+2) != text.VB || r.word(j+2).month > 0 {
			return d, false
		}
	}
	switch e.unit {
	case half, century, decade:
		if !shaded {
			return d, false
		}
	case weekend:
		if !shaded && !r.leads(i-1) {
			return d, false
		}
		p := r.base(true, weekend)
		if r.pub.dated() && p == r.pub.to(weekend) && r.weekendPast(i, j+1) {
			p = p.plus(-1)
		}
		d.point = p
		return d, true
	case day:
		if !shaded && !(r.lower(i-1) == "in" && (r.lower(i-2) == "later" || r.lower(i-2) == "earlier" || r.lower(i-2) == "early" || r.lower(i-2) == "late")) {
			return d, false
		}
	default:
		if !shaded && !whole {
			switch r.lower(i - 1) {
			case "in", "for", "during", "throughout", "over":
			case "of":
				if !r.finder.classes.part[r.lower(i-2)] {
					return d, false
				}
			default:
				return d, false
			}
		}
		if t := r.tag(j + 1); (t == text.CD || r.shape(j+1).shape != noShape) && !shaded {
			return d, false
		}
	}
	d.point = r.base(true, e.unit)
	return d, true
}

// nounFollows reports whether a noun phrase or clause begins at token i, so that the
// "before" in front of it is a preposition.
func (r *run) nounFollows(i int32) bool {
	switch r.tag(i) {
	case text.DT, text.NN, text.NNS, text.NNP, text.NNPS, text.PRP, text.PRPS, text.JJ, text.VBG, text.CD, text.EX, text.WP:
		return true
	}
	return false
}
