package timex

import (
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// measure is a length being read: a number of units up to token next.
type measure struct {
	next  int32
	n     float64
	vague bool // "several", or a bare plural
	unit  unit
	times int
}

// value returns the TIMEX3 duration.
func (m measure) value() string {
	n := m.n * float64(m.times)
	u := m.unit
	count := func(n float64) string {
		if m.vague {
			return "X"
		}
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	switch u {
	case second, minute, hour:
		if n == 0.5 && u == hour {
			return "PT30M"
		}
		return "PT" + count(n) + unitLetter[u]
	case day:
		if n == 0.5 {
			return "PT12H"
		}
	case dayPart:
		return "P" + count(n) + "D"
	case year:
		if n == 0.5 {
			return "P6M"
		}
	case decade, century:
		if m.vague {
			return "PXY"
		}
		k := 10.
		if u == century {
			k = 100
		}
		return "P" + count(n*k) + "Y"
	case half:
		return "P" + count(6*n) + "M"
	case quarter:
		return "P" + count(3*n) + "M"
	}
	return "P" + count(n) + unitLetter[u]
}

// duration reads a length of time, and the point it makes with "ago", "later"
// and their like.
func (r *run) duration(i int32) found {
	j, mod := i, ""
	for _, s := range r.word(i).shades {
		if !s.onDuration {
			continue
		}
		k := r.phrase(i, s.phrase)
		if k == 0 {
			continue
		}
		if _, ok := r.measureAt(k, true); ok {
			j, mod = k, s.mod
			break
		}
	}
	if m, by, ok := r.stretch(j); ok {
		return found{next: m.next, typ: sayso.TimexDuration, value: m.value(), mod: mod, span: r.stretched(m, by)}
	}
	m, ok := r.measureAt(j, j > i)
	if !ok {
		return found{}
	}
	value := m.value()
	next := m.next
	// "three years and two months", "2 hours, 15 minutes"
	last := m
	for range 3 {
		k := next
		if w := r.lower(k); w == "," || w == "and" {
			if w == "," && (r.lower(i) == "a" || r.lower(i) == "an") {
				break
			}
			k++
			if w == "," && r.lower(k) == "and" {
				k++
			}
		}
		more, ok := r.measureAt(k, false)
		if !ok || more.unit >= last.unit || more.vague || last.vague || last.unit > year || more.n != float64(int(more.n)) {
			break
		}
		v := more.value()[1:]
		if strings.Contains(value, "T") {
			v = v[1:]
		}
		value += v
		next, last = more.next, more
	}
	if h := r.hyphen(next); h > next {
		switch r.lower(h) {
		case "old", "olds":
			return found{}
		case "long":
			next = h + 1
		}
	} else if r.lower(next) == "old" || r.lower(next) == "-old" {
		return found{}
	}
	for _, a := range r.word(next).after {
		k := r.phrase(next, a.phrase)
		if k == 0 {
			continue
		}
		if (a.phrase == "before" || a.phrase == "after" || a.phrase == "prior" || a.phrase == "back") && !r.breaks(k) {
			break
		}
		if (a.phrase == "earlier" || a.phrase == "later") && r.lower(k) == "than" {
			break
		}
		return r.away(i, k, m, a, mod)
	}
	return found{next: next, typ: sayso.TimexDuration, value: value, mod: mod}
}

// breaks reports whether the clause pauses before token i.
func (r *run) breaks(i int32) bool {
	switch r.lower(i) {
	case "", ",", ".", ";", ":", ")", "and", "but", "\"", "”", "?", "!", "—", "–":
		return true
	}
	return false
}

// whyAnchor is the gap of a time that goes on from a day the text does not tell.
const whyAnchor = "nothing settles the day it goes on from"

// later returns the time of the clock so many minutes after p.
func (p point) later(minutes int) point {
	m := p.hour*60 + max(p.min, 0) + minutes
	q := p.to(day).plus(floorDiv(m, 24*60))
	m -= floorDiv(m, 24*60) * 24 * 60
	q.unit, q.hour, q.min, q.offset = minute, m/60, m%60, p.offset
	return q
}

// away returns the point a length away from publication or the last time told.
func (r *run) away(i, next int32, m measure, a after, mod string) found {
	u := m.unit
	if u == dayPart {
		u = day
	}
	if mod == "LESS_THAN" || mod == "MORE_THAN" {
		// further back is more time ago, but earlier
		if a.by < 0 {
			mod = map[string]string{"LESS_THAN": "AFTER", "MORE_THAN": "BEFORE"}[mod]
		} else {
			mod = map[string]string{"LESS_THAN": "BEFORE", "MORE_THAN": "AFTER"}[mod]
		}
	}
	out := found{next: next, typ: sayso.TimexDate, mod: mod}
	n := m.n * float64(m.times)
	if m.vague || n > 1e6 {
		switch {
		case a.narrated:
			out.value = "XXXX-XX-XX"
		case a.by < 0:
			out.value = "PAST_REF"
		default:
			out.value = "FUTURE_REF"
		}
		return out
	}
	whole := int(n)
	from := r.base(a.narrated, u)
	if a.narrated && a.by > 0 && u >= day && r.narrated.unit == noUnit && r.tenseAt(i, next) == past {
		out.value, out.gap = "XXXX-XX-XX", whyAnchor // not publication: "was freed two years later"
		return out
	}
	if a.narrated && u <= week && r.fresh && r.narrated.unit > week {
		out.value, out.gap = "XXXX-XX-XX", whyAnchor // some day of the month or year told last
		return out
	}
	if a.narrated && r.pub.dated() && r.daily.dated() && r.daily.number() > r.pub.number() {
		if r.tenseAt(i, next) < future {
			out.value, out.gap = "XXXX-XX-XX", whyAnchor // not the plan told last
			return out
		}
	}
	switch u {
	case second, minute, hour:
		out.typ = sayso.TimexTime
		if p := r.clocked; a.narrated && p.unit != noUnit && u > second {
			out.typ, out.point = sayso.TimexTime, p.later(int(n*map[unit]float64{minute: 1, hour: 60}[u])*a.by)
			return out
		}
		p := r.base(a.narrated, day)
		if u == hour && n == float64(whole) && whole%24 == 0 {
			out.typ, out.point = sayso.TimexDate, p.plus(whole/24*a.by)
			return out
		}
		p.unit, p.hour = hour, -1
		out.point = p
		return out
	case year:
		if n != float64(whole) {
			months := r.base(a.narrated, month).plus(int(n*12) * a.by)
			out.point = months.to(year)
			return out
		}
	}
	out.point = from.plus(whole * a.by)
	return out
}

// measureAt reads "three days", "fifty-year", "a week", "half an hour",
// "several months", "decades", "years-long". shaded tells that "more than" or
// its like stands before.
func (r *run) measureAt(i int32, shaded bool) (measure, bool) {
	j := i
	m := measure{}
	bare := false
	switch w := r.lower(j); {
	case (w == "a" || w == "an") && r.word(j+1).unit > 0 && !r.word(j+1).many:
		m.n = 1
		j++
		if h := r.hyphen(j + 1); h > j+1 && r.lower(h) == "long" {
			return m, false // "a week-long strike": the article is the strike's
		}
		if u := r.word(j).unit; (u == second || u == quarter || u == half || u == weekend || u == dayPart || u == minute && r.tag(j) == text.JJ) || r.word(j).named {
			return m, false
		}
		if u := r.word(j).unit; u == day && !shaded && !r.leads(i-1) && !r.after(j+1) {
			return m, false
		}
	case (w == "a" || w == "an" || w == "one") && (r.lower(j+1) == "full" || r.lower(j+1) == "whole" || r.lower(j+1) == "single") && r.word(j+2).unit > 0 && !r.word(j+2).many:
		m.n = 1
		j += 2
	case w == "half" && (r.lower(j+1) == "a" || r.lower(j+1) == "an" || r.lower(j+1) == "-") && r.word(j+2).unit >= minute && !r.word(j+2).many:
		m.n = .5
		j += 2
	case w == "a" && r.lower(j+1) == "half" && r.hyphen(j+2) > j+2:
		m.n = .5
		j += 3
	case w == "many" || w == "some" || w == "few":
		m.vague = true
		j++
		if r.lower(j) == "more" {
			j++
		}
		if !r.word(j).many {
			return m, false
		}
	default:
		n, ok := r.doc.NumberAt(j)
		switch {
		case ok && n.Last < r.end && (n.Kind == text.Cardinal || n.Kind == text.Vague):
			m.n, m.vague = n.Low, n.Kind == text.Vague
			if m.n == 0 {
				return m, false
			}
			j = n.Last
			if m.vague && n.Low == 2 { // "a couple"
				m.vague = false
			}
			if r.lower(j) == "of" && n.Kind == text.Vague || r.lower(j) == "more" {
				j++
				if r.lower(j) == "the" {
					return m, false
				}
			}
			if k := r.andAHalf(j); k > 0 {
				m.n += .5
				j = k
			}
		case r.word(j).many && r.word(j).unit > 0:
			bare, m.vague = true, true
		case r.word(j).unit >= day && !r.word(j).many && r.hyphen(j+1) > j+1 && r.lower(j+2) == "long": // "month-long"
			m.n, m.unit, m.times, m.next = 1, r.word(j).unit, int(r.word(j).times), j+1
			return m, true
		default:
			return m, false
		}
	}
	h := r.hyphen(j)
	hyphened := h > j
	j = h
	if !bare && r.finder.classes.lengthFiller[r.lower(j)] {
		j++
		if h := r.hyphen(j); h > j {
			hyphened = true
			j = h
		}
	}
	e := r.word(j)
	if !hyphened && !e.many && m.n >= 1000 {
		return m, false // "the 2018 day of action"
	}
	if e.unit == 0 || e.named || e.unit == half && e.times == 1 && !e.many {
		return m, false
	}
	if e.unit == dayPart && !e.many || e.unit == weekend || e.unit == second && !m.vague && !e.many && (r.lower(j-1) != "-" && m.n != 1) {
		return m, false
	}
	if e.unit == quarter && (!e.many || m.vague && bare || r.lower(j+1) == "of") {
		return m, false
	}
	if bare && !shaded && !r.lengthContext(i, j+1) {
		return m, false
	}
	if !bare && r.capital(i) && r.capital(j) && r.named(i, i+1) {
		return m, false // "the Six-Day War"
	}
	if !bare && !m.vague && m.n == 1 && r.lower(i) == "one" && e.unit == day && !r.after(j+1) && r.lower(i-1) != "in" && r.lower(i-1) != "for" && !shaded && r.hyphen(i+1) == i+1 {
		return m, false // "one day": some day
	}
	m.unit, m.times, m.next = e.unit, int(e.times), j+1
	// "a year and a half"
	if k := r.andAHalf(m.next); !m.vague && k > 0 {
		m.n += .5
		m.next = k
	}
	return m, true
}

// andAHalf returns the token after "and a half" at token i, 0 where it is not there.
func (r *run) andAHalf(i int32) int32 {
	for _, w := range [...]string{"and", "a", "half"} {
		if i = r.hyphen(i); r.lower(i) != w {
			return 0
		}
		i++
	}
	return i
}

// after reports whether token i is a word that follows a length.
func (r *run) after(i int32) bool {
	switch r.lower(i) {
	case "after", "before", "ago", "later", "earlier", "of", "from", "hence", "back", "prior":
		return true
	}
	return false
}

// lengthContext reports whether a bare plural ("years") before token next is a length.
func (r *run) lengthContext(i, next int32) bool {
	switch r.lower(i - 1) {
	case "for", "after", "within", "take", "took", "taken", "takes", "taking", "spent", "spend", "lasted", "last", "over", "in", "of", "than":
		switch r.lower(next) {
		case "when", "that", "which", "of":
			return r.lower(i-1) == "for" || r.lower(next) == "of" && r.lower(i-1) != "of"
		}
		return r.lower(i-1) != "in" && r.lower(i-1) != "of" || r.lower(i-1) == "in" && r.breaks(next)
	}
	switch r.lower(next) {
	case "ago", "later", "earlier", "after", "before":
		return true
	case "of": // "months of talks"
		t := r.tag(next + 1)
		return r.tag(i-1) != text.DT && (t == text.NN || t == text.NNS || t == text.JJ || t == text.VBG)
	}
	h := r.hyphen(next)
	return h > next && r.lower(h) == "long"
}
