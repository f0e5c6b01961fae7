package timex

import (
	"strconv"

	"sayso"
	"sayso/internal/text"
)

// ranged reads the half of a range that borrows from its other half: "7" in
// "January 2-7", "2" in "2-7 January", "60" in "between 60 and 90 days".
func (r *run) ranged(i int32) found {
	if m := r.secondDay(i); m.next > 0 {
		return m
	}
	if m := r.yearSpan(i); m.next > 0 {
		return m
	}
	s := r.shape(i)
	if s.shape == intShape && s.size <= 2 {
		j, ok := r.joins(i + 1)
		if !ok {
			return found{}
		}
		if d, ok := r.dayMonth(j); ok && d.unit == day && int(s.a) < d.day && s.a > 0 {
			if d.open {
				d.point = r.settle(d, i)
			}
			d.day = int(s.a)
			return found{next: i + 1, typ: sayso.TimexDate, point: d.point}
		}
	}
	start := i
	if r.lower(i) == "the" {
		start++
	}
	n, ok := r.doc.NumberAt(start)
	if ok && n.Kind == text.Ordinal && n.Last < r.end { // "the third and fourth quarters of 2003"
		if j, ok := r.joins(n.Last); ok {
			if d, ok := r.part(j); ok && d.unit == quarter && int(n.Low) < d.n {
				if d.open {
					d.point = r.settle(d, j)
				}
				d.point.n = int(n.Low)
				return found{next: n.Last, typ: sayso.TimexDate, point: d.point}
			}
		}
	}
	if !ok || start != i || n.Kind != text.Cardinal || n.Last >= r.end {
		return found{}
	}
	j, ok := r.joins(n.Last)
	if !ok || r.lower(n.Last) == "and" && r.lower(i-1) != "between" {
		return found{}
	}
	if m, ok := r.measureAt(j, true); ok && !m.vague && n.Low < m.n && r.lower(m.next) != "old" && r.lower(r.hyphen(m.next)) != "old" && r.lower(j) != "a" && r.lower(j) != "an" {
		m.n = n.Low
		return found{next: n.Last, typ: sayso.TimexDuration, value: m.value()}
	}
	return found{}
}

// yearSpan reads two years written as one: "1986/87", "1980-84", "2012-13".
func (r *run) yearSpan(i int32) found {
	s := r.shape(i)
	from, to, next := int(s.a), int(s.b), i+1
	switch {
	case s.shape == slashShape && s.size == 4 && s.c < 0:
	case s.shape == intShape && s.size == 4 && r.hyphen(i+1) == i+2 && r.shape(i+2).shape == intShape && r.shape(i+2).size == 2:
		to, next = int(r.shape(i+2).a), i+3
	default:
		return found{}
	}
	if to < 100 {
		to += from / 100 * 100
		if to < from {
			to += 100
		}
	}
	if from < 1500 || from > 2099 || to <= from || to > from+50 {
		return found{}
	}
	return found{next: next, typ: sayso.TimexDate, value: strconv.Itoa(from) + "/" + strconv.Itoa(to),
		span: interval{dayOf(from, 1, 1), dayOf(to+1, 1, 1), true, true}}
}

// secondDay reads a day of the month after one whose month was named.
func (r *run) secondDay(i int32) found {
	s := r.shape(i)
	if s.shape != intShape && s.shape != ordinalShape || s.size > 2 || len(r.out) == 0 {
		return found{}
	}
	p := r.narrated
	last := r.out[len(r.out)-1].Span.End
	k := i - 1
	if r.lower(k) == "," || r.lower(k) == "and" && r.lower(k-1) == "," {
		if k--; r.lower(k+1) == "," && r.lower(i+1) != "and" && r.lower(i+1) != "," {
			return found{}
		}
	}
	if _, ok := r.joins(i - 1); !ok && r.lower(i-1) != "," || p.unit != day || !p.dated() && p.month == 0 || !r.listing {
		return found{}
	}
	for k >= max(r.first, i-3) && r.toks[k].Span.Start >= last {
		k--
	}
	if k < max(r.first, i-3) || r.toks[k].Span.End != last || int(s.a) <= p.day || s.a > 31 || p.year != unknown && int(s.a) > daysIn(p.year, p.month) {
		return found{}
	}
	// the named day must end in its number, and a noun after this one would make it a count
	if e := r.shape(k); e.shape != intShape && e.shape != ordinalShape || int(e.a) != p.day {
		return found{}
	}
	if t := r.tag(i + 1); t == text.NNS || r.word(i+1).unit > 0 || r.word(i+1).month > 0 || r.lower(i+1) == "%" || r.lower(i+1) == "percent" {
		return found{}
	}
	p.day = int(s.a)
	out := found{next: i + 1, typ: sayso.TimexDate, point: p}
	if y, next, ok := r.yearAfter(i + 1); ok && r.lower(i+1) != "of" {
		out.next = next
		out.point.year = y
	}
	return out
}

// joins returns the token after "to", "and", "or" or a dash at token i.
func (r *run) joins(i int32) (int32, bool) {
	switch r.lower(i) {
	case "to", "and", "or", "through", "-", "–", "until", "till":
		return i + 1, true
	}
	return i, false
}
