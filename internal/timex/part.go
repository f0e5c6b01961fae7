package timex

import "sayso/internal/text"

// part reads a part of a larger time: "the first quarter of 2009",
// "third-quarter", "the last week of March", "the second half of the year",
// "the first Monday in May", "Q3 2009".
func (r *run) part(i int32) (dated, bool) {
	j := i
	the := r.lower(j) == "the"
	if the {
		j++
	}
	nth, last := 0, false
	var u unit
	weekday := 0
	if len(r.lower(j)) == 2 && r.capital(j) && (r.lower(j)[0] == 'q' || r.lower(j)[0] == 'h') { // "Q3"
		c := r.lower(j)[1]
		switch {
		case r.lower(j)[0] == 'q' && c >= '1' && c <= '4':
			u = quarter
		case r.lower(j)[0] == 'h' && (c == '1' || c == '2'):
			u = half
		default:
			return dated{}, false
		}
		nth, j = int(c-'0'), j+1
	} else {
		ok := false
		switch r.lower(j) {
		case "last", "final":
			last, ok = true, true
			j++
		case "opening":
			nth, ok = 1, true
			j++
		default:
			if s := r.shape(j); s.shape == ordinalShape {
				nth, ok, j = int(s.a), true, j+1
			} else if v, is := r.doc.NumberAt(j); is && v.Kind == text.Ordinal && v.Last <= r.end {
				nth, ok, j = int(v.Low), true, v.Last
			}
		}
		if !ok {
			return dated{}, false
		}
		if h := r.hyphen(j); h > j {
			j = h
		}
		if w := r.lower(j); w == "full" || w == "fiscal" {
			j++
		}
		e := r.word(j)
		switch {
		case e.weekday > 0 && e.dayForm == nameForm:
			u, weekday = day, int(e.weekday)
		case e.unit >= day && (!e.many || e.unit == quarter && (r.lower(i-1) == "and" || r.lower(i-1) == "or" || r.lower(i-1) == "to")) && !e.named && e.times == 1:
			u = e.unit
		default:
			return dated{}, false
		}
		j++
	}
	d := dated{next: j}
	k := j
	of := false
	switch r.lower(k) {
	case "of", "in", ",":
		of = r.lower(k) != ","
		k++
	}
	if r.word(k).unit == season { // no such word, kept out of quarters
		return dated{}, false
	}
	var c dated
	found := false
	if of || u == quarter || u == half {
		c, found = r.container(k)
		if found && r.lower(k-1) == "," && r.shape(k).shape != intShape {
			found = false
		}
		if found && c.open {
			c.point, c.open = r.settle(c, k), false
		}
	}
	switch u {
	case quarter, half:
		per := 4
		if u == half {
			per = 2
		}
		if last {
			nth = per
			if r.lower(i) == "last" || the && r.lower(i+1) == "last" { // "last quarter" points back
				if !found {
					return dated{}, false
				}
			}
		}
		if nth < 1 || nth > per {
			return dated{}, false
		}
		d.point = point{unit: u, year: unknown, n: nth}
		if found && c.unit == year {
			d.year, d.next = c.year, c.next
			return d, true
		}
		if of && !found || u == half {
			return dated{}, false // "the first half", of a match
		}
		d.open = true
		return d, true
	}
	if !found || c.year == unknown {
		return dated{}, false
	}
	p, ok := pick(c.point, u, nth, last, weekday)
	d.point, d.next = p, c.next
	return d, ok
}

// pick returns the nth, or last, unit u (or weekday) of a larger time.
func pick(c point, u unit, nth int, last bool, weekday int) (point, bool) {
	from, to, ok := c.interval()
	if !ok || u >= c.unit {
		return point{}, false
	}
	if nth < 1 && !last {
		return point{}, false
	}
	var p point
	switch {
	case weekday > 0:
		if last {
			p = at(day, to-1-dayNumber(((to-1).weekday()-weekday+7)%7))
		} else {
			p = at(day, from+dayNumber((weekday-from.weekday()+7)%7+7*(nth-1)))
		}
	case u == day && last:
		p = at(day, to-1)
	case u == day:
		p = at(day, from+dayNumber(nth-1))
	case u == week && last:
		// the last that begins and ends in it, as ISO weeks go
		p = at(day, to-1).to(week)
		if p.number()+6 >= to {
			p = p.plus(-1)
		}
	case u == week:
		p = at(day, from).to(week)
		if p.number() < from-3 {
			p = p.plus(1)
		}
		p = p.plus(nth - 1)
	case u == weekend && last:
		p = at(day, to-2).to(week).to(weekend)
		if p.number() >= to {
			p = p.plus(-1)
		}
	case u == weekend:
		p = at(day, from).to(weekend).plus(nth - 1)
	case u == month && last:
		p = at(day, to-1).to(month)
	case u == month:
		p = at(day, from).to(month).plus(nth - 1)
	case u == year && last:
		p = at(day, to-1).to(year)
	case u == year:
		p = at(day, from).to(year).plus(nth - 1)
	case u == decade && c.unit == century:
		if last {
			nth = 10
		}
		p = point{unit: decade, year: c.year + 10*(nth-1)}
	default:
		return point{}, false
	}
	if a, _, ok := p.interval(); !ok || a >= to || a < from-6 {
		return point{}, false
	}
	return p, true
}
