package timex

import "sayso/internal/text"

// stretched returns the days a length before (by < 0) or after publication takes
// up; of a vague one only the side at publication is known.
func (r *run) stretched(m measure, by int) interval {
	if by == 0 || !r.pub.dated() {
		return interval{}
	}
	n := m.n * float64(m.times)
	u := m.unit
	today := r.pub.number()
	far := today
	switch {
	case m.vague || n != float64(int(n)) || n > 1000:
		if by < 0 {
			return interval{to: today + 1, closed: true}
		}
		return interval{from: today, opened: true}
	case u <= hour:
		hours := n
		if u < hour {
			hours = 1
		}
		far += dayNumber(by * (int(hours+23) / 24))
	case u == day || u == week:
		far = r.pub.to(day).plus(by * int(n) * map[unit]int{day: 1, week: 7}[u]).number()
	default:
		months := map[unit]int{month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200}[u]
		p := r.pub.to(month).plus(by * int(n) * months)
		far = dayOf(p.year, p.month, min(r.pub.day, daysIn(p.year, p.month)))
	}
	if y, _, _ := far.civil(); y < 1 || y > 9998 {
		return interval{}
	}
	if by < 0 {
		return interval{far, today + 1, true, true}
	}
	return interval{today, far + 1, true, true}
}

// stretch reads a length that ends or begins at publication or at what was
// told: "the past three months", "the next few days", "recent years", "the
// last decade", "the first nine months". by is -1 before publication, 1 after it
// and 0 where it goes from elsewhere.
func (r *run) stretch(i int32) (m measure, by int, ok bool) {
	m, ok = r.stretchAt(i)
	j := i
	if r.word(j).step == nil && r.lower(j) != "recent" {
		j++
	}
	if s := r.word(j).step; s != nil && !s.narrated && (r.lower(j) != "last" || r.lower(i) != "his" && r.lower(i) != "her" && r.lower(i) != "its") {
		by = s.by
	} else if r.lower(j) == "recent" {
		by = -1
	}
	return m, by, ok
}

func (r *run) stretchAt(i int32) (measure, bool) {
	j := i
	the := false
	switch r.lower(j) {
	case "the", "this", "these", "his", "her", "its", "their", "our", "my":
		the = true
		j++
	case "over": // "over the years"
		if r.lower(j+1) == "the" && (r.lower(j+2) == "years" || r.lower(j+2) == "decades") {
			return measure{next: j + 3, vague: true, unit: r.word(j + 2).unit, times: 1}, true
		}
	}
	w := r.lower(j)
	m := measure{}
	switch s := r.word(j).step; {
	case s != nil && s.many:
	case w == "recent":
		if e := r.word(j + 1); e.many && e.unit >= day {
			return measure{next: j + 2, vague: true, unit: e.unit, times: int(e.times)}, true
		}
		return m, false
	case (w == "first" || w == "final") && the:
	default:
		return m, false
	}
	j++
	if n, ok := r.doc.NumberAt(j); ok && n.Last < r.end && (n.Kind == text.Cardinal || n.Kind == text.Vague) {
		m.n, m.vague = n.Low, n.Kind == text.Vague
		j = n.Last
		if r.lower(j) == "of" && n.Kind == text.Vague {
			j++
		}
	} else if the && w != "first" && w != "final" || w == "coming" || r.word(j).many && w != "first" && w != "final" {
		m.n, m.vague = 1, r.word(j).many
		if w == "previous" || w == "preceding" || w == "prior" || w == "following" || w == "subsequent" {
			if !m.vague {
				return m, false
			}
		}
		if w == "next" && !m.vague && (!r.spans(i-1) || r.word(j).unit < week) {
			return m, false
		}
		if (w == "last" || w == "past" || w == "next") && !m.vague && (r.word(j).unit == quarter || r.lower(i) != "the") {
			return m, false
		}
		if (w == "past" || w == "coming") && m.vague && !the {
			m.vague = true
		}
	} else {
		return m, false
	}
	if h := r.hyphen(j); h > j {
		j = h
	}
	if r.finder.classes.stretchFiller[r.lower(j)] {
		j++
	}
	e := r.word(j)
	if e.unit == 0 || e.unit == weekend || e.unit == dayPart || e.unit == second && !e.many || e.named || e.unit == half ||
		m.n == 1 && !m.vague && !e.many && e.unit == day && w != "past" {
		return m, false
	}
	if m.n > 1 && !e.many && r.hyphen(j) == j && r.lower(j-1) != "-" {
		return m, false
	}
	m.unit, m.times, m.next = e.unit, int(e.times), j+1
	if k := r.andAHalf(m.next); !m.vague && k > 0 { // "the past week and a half"
		m.n += .5
		m.next = k
	}
	return m, true
}
