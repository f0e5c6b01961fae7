package timex

import (
	"sayso"
	"sayso/internal/text"
)

// timeOfDay reads times of the clock, with the date they stand by, and adverbs
// for a night: "3 p.m. Friday", "0600 GMT", "last night". Other parts of a day
// are the pattern rules'.
func (r *run) timeOfDay(i int32) found {
	if m, ok := r.clockTime(i); ok {
		return m
	}
	if m, ok := r.nightAdverb(i); ok {
		return m
	}
	return found{}
}

// clockTime reads a time of the clock.
func (r *run) clockTime(i int32) (found, bool) {
	p := point{unit: minute, year: unknown, hour: -1}
	sure := false // nothing but a time looks like this
	j := i + 1
	s := r.shape(i)
	switch s.shape {
	case clockShape, tailShape:
		p.hour, p.min = int(s.a), int(s.b)
		if s.c >= 0 && s.shape == clockShape {
			p.unit, p.sec = second, int(s.c)
		}
		sure = s.tail != ""
		if s.tail == "z" {
			p.offset = "Z"
		} else if s.tail != "" && !p.halfDay(s.tail) {
			return found{}, false
		}
	case dottedShape:
		p.hour, p.min = int(s.a), int(s.b)
		if s.tail != "" {
			sure = p.halfDay(s.tail)
		} else if k := r.amPm(i + 1); k == 0 {
			return found{}, false
		}
	case intShape:
		switch {
		case s.size <= 2 && s.a <= 12 && (r.amPm(j) > 0 || r.lower(j) == "o'clock"):
			p.hour, p.min = int(s.a), 0
		case s.size <= 2 && s.a <= 12 && r.lower(j) == "o" && r.phrase(j, "o'clock") > 0:
			p.hour, p.min = int(s.a), 0
		case s.size == 4 && s.a < 2400 && s.a%100 < 60 && (r.abbreviated(j) || r.lower(j) == "hours" || r.lower(j) == "hrs"):
			if z := r.lower(j); z == "z" || r.lower(j) == "hours" && s.a >= 1000 && r.doc.Text[r.toks[i].Span.Start] != '0' && r.lower(i-1) != "at" && r.lower(i-1) != "by" {
				return found{}, false
			}
			p.hour, p.min, sure = int(s.a/100), int(s.a%100), true
			if r.lower(j) == "hours" || r.lower(j) == "hrs" {
				j++
			}
		default:
			return found{}, false
		}
	case noShape:
		switch part := r.word(i).part; {
		case part == "12:00":
			p.hour, p.min, sure = 12, 0, true
		case part == "24:00":
			p.hour, p.min, sure = 24, 0, true
		default:
			v, ok := r.doc.NumberAt(i)
			if !ok || v.Kind != text.Cardinal || v.Low > 12 || v.Low < 1 || v.Low != float64(int(v.Low)) || v.Last >= r.end {
				return found{}, false
			}
			if r.lower(v.Last) != "o'clock" && r.amPm(v.Last) == 0 {
				return found{}, false
			}
			p.hour, p.min, j = int(v.Low), 0, v.Last
		}
	default:
		return found{}, false
	}
	if k := r.amPm(j); k > 0 && !sure {
		if !p.halfDay(r.lower(j)) {
			return found{}, false
		}
		j, sure = k, true
	}
	if r.lower(j) == "o'clock" {
		j++
		sure = true
	} else if k := r.phrase(j, "o'clock"); r.lower(j) == "o" && k > 0 {
		j, sure = k, true
	}
	zoned := int32(0)
	if k, _, _, ok := r.zoneAt(j, r.pub); ok {
		zoned, j, sure = j, k, true
	}
	if p.hour > 24 || p.hour == 24 && p.min > 0 {
		return found{}, false
	}
	// "at six in the morning"
	if r.lower(j) == "in" && r.lower(j+1) == "the" && p.hour <= 12 {
		switch r.word(j + 2).part {
		case "MO":
			p.halfDay("am")
			j, sure = j+3, true
		case "AF", "EV":
			p.halfDay("pm")
			j, sure = j+3, true
		}
	}
	k := r.pastBracket(j)
	if r.lower(k) == "on" || r.lower(k) == "," {
		k++
	}
	if d, ok := r.core(k, false); ok && d.unit == day && (k == j || r.shape(k).shape == noShape) {
		if d.open {
			d.point = r.settle(d, k)
		}
		p.year, p.month, p.day, p.weekday = d.year, d.month, d.day, d.weekday
		if k == j {
			j = d.next
		}
		return r.clock(j, p, zoned), true
	}
	if !sure {
		switch r.lower(i - 1) {
		case "at", "by", "until", "till", "around", "from", "about", "since", "before", "after", "between":
		case "and", "to", "-", "–":
			if n := len(r.out); n == 0 || r.out[n-1].Type != sayso.TimexTime || r.doc.TokenAt(r.out[n-1].Span.End-1) != i-2 {
				return found{}, false
			}
		default:
			return found{}, false
		}
	}
	on := r.pub
	if alone := i == r.first && j >= r.end-1; r.daily.unit != noUnit && !alone {
		on = r.daily
	}
	p.year, p.month, p.day, p.weekday = on.year, on.month, on.day, on.weekday
	return r.clock(j, p, zoned), true
}

// pastBracket returns the token after the same time told in another zone, "5:42
// a.m. (0242 GMT) on Sunday", and after the bracket that closes it; else i.
func (r *run) pastBracket(i int32) int32 {
	if r.lower(i) == ")" {
		return i + 1
	}
	if r.lower(i) != "(" || r.shape(i+1).shape == noShape {
		return i
	}
	for k := i + 2; k < i+7; k++ {
		if r.lower(k) == ")" {
			return k + 1
		}
	}
	return i
}

// clock makes a time of the clock up to token next, in the zone that stands at
// token zoned where that is not 0.
func (r *run) clock(next int32, p point, zoned int32) found {
	out := found{next: next, typ: sayso.TimexTime, point: p}
	if zoned > 0 {
		_, iso, known, _ := r.zoneAt(zoned, p)
		if iso != "" {
			out.point.offset = iso
		}
		if !known {
			out.gap = whyZone
		}
	}
	return out
}

// abbreviated reports whether token i is a zone's abbreviation.
func (r *run) abbreviated(i int32) bool {
	for _, z := range r.word(i).zones {
		if z.phrase == r.lower(i) {
			return true
		}
	}
	return false
}

// halfDay puts the hour before or after noon by "am" or "pm".
func (p *point) halfDay(mark string) bool {
	if p.hour < 0 || p.hour > 12 {
		return p.hour < 24 && mark[0] == 'p' // "15:00 p.m."
	}
	switch {
	case mark[0] == 'p' && p.hour < 12:
		p.hour += 12
	case mark[0] == 'a' && p.hour == 12:
		p.hour = 0
	}
	return true
}

// amPm returns the token after "a.m." or "pm" at token i, 0 where it is neither.
func (r *run) amPm(i int32) int32 {
	switch r.lower(i) {
	case "am", "pm", "a.m.", "p.m.":
		return i + 1
	case "a.m", "p.m":
		if r.lower(i+1) == "." && r.touches(i+1) && i+2 < r.end {
			return i + 2
		}
		return i + 1
	}
	return 0
}

// nightAdverb reads "last night", "tonight", "earlier overnight": adverbs that are a
// part of a day by themselves.
func (r *run) nightAdverb(i int32) (found, bool) {
	mod, j := "", i
	switch r.lower(i) {
	case "early", "late", "earlier", "later":
		mod = r.shadeOf(i)
		j++
	}
	for _, a := range r.word(j).adverbs {
		k := r.phrase(j, a.phrase)
		if k == 0 || a.part == "" {
			continue
		}
		p := r.today()
		if a.byDay {
			p = r.pub.plus(a.days)
		} else if r.tag(i-1) == text.DT {
			return found{}, false
		}
		p = p.to(day)
		p.unit, p.part = dayPart, a.part
		return found{next: k, typ: sayso.TimexTime, point: p, mod: mod}, true
	}
	return found{}, false
}

// today returns the day the text speaks of: the last told in this paragraph, else publication.
func (r *run) today() point {
	if r.here {
		return r.daily
	}
	return r.pub
}
