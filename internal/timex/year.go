package timex

import "sayso/internal/text"

// yearDate reads "2009", "the 1990s", "the nineties", "the 20th century".
func (r *run) yearDate(i int32, led bool) (dated, bool) {
	j := i
	the := r.lower(j) == "the"
	if the {
		j++
	}
	s := r.shape(j)
	open := dated{next: j + 1}
	switch s.shape {
	case intShape:
		if s.size == 4 && r.lower(j+1) == "'s" && r.touches(j+1) && s.a%10 == 0 && (the || led) && s.a >= 1500 && s.a < 2100 {
			open.point = point{unit: decade, year: int(s.a)}
			open.next = j + 2
			return open, true
		}
		if the && r.lower(j-1) == "the" { // the year only: "the 2014 protests" keeps its article outside
			return dated{}, false
		}
		if s.size == 4 && r.isYear(j, led) {
			open.point = point{unit: year, year: int(s.a)}
			if r.lower(j+1) == "fiscal" || r.lower(j+1) == "financial" {
				return dated{}, false
			}
			return open, true
		}
	case decadeShape:
		y := int(s.a)
		if s.size == 2 {
			if led && y < 60 && (r.words[j].mod != "" || r.lower(j-1) == "-" || r.lower(j-1) == "early" || r.lower(j-1) == "late") || y < 60 && r.lower(j-2) == "mid" || r.lower(j-2) == "low" || r.lower(j-2) == "high" || r.lower(j-1) == "low" || r.lower(j-1) == "high" {
				return dated{}, false // ages, degrees, per cents
			}
			if !the && !led && r.lower(j)[0] != '\'' && r.lower(j-1) != "and" && r.lower(j-1) != "-" || r.lower(j-1) == "his" || r.lower(j-1) == "her" || r.lower(j-1) == "their" {
				return dated{}, false
			}
			y += 1900
			if y < 1920 {
				y += 100
			}
		}
		if y < 1000 || y > 2199 {
			return dated{}, false
		}
		open.point = point{unit: decade, year: y}
		return open, true
	case ordinalShape:
		return r.centuryDate(int(s.a), j+1)
	}
	e := r.word(j)
	if e.decadeName && (the || led) {
		open.point = point{unit: decade, year: 1900 + int(e.decade)}
		return open, true
	}
	if v, ok := r.doc.NumberAt(j); ok && v.Kind == text.Ordinal && v.Last <= r.end {
		return r.centuryDate(int(v.Low), v.Last)
	}
	if r.lower(j) == "year" && r.shape(j+1).shape == intShape && r.shape(j+1).size == 4 { // "the year 2000"
		open.point, open.next = point{unit: year, year: int(r.shape(j + 1).a)}, j+2
		return open, true
	}
	return dated{}, false
}

func (r *run) centuryDate(n int, next int32) (dated, bool) {
	if next = r.hyphen(next); r.word(next).unit != century || r.word(next).times != 1 || n < 10 || n > 22 {
		return dated{}, false
	}
	return dated{point: point{unit: century, year: (n - 1) * 100}, next: next + 1}, true
}

// isYear reports whether the four digits at token i are a year rather than a count.
func (r *run) isYear(i int32, led bool) bool {
	y := r.words[i].a
	if y < 1000 || y > 2099 {
		return false
	}
	before, after := r.lower(i-1), r.lower(i+1)
	if r.finder.classes.beforeCount[before] {
		return false
	}
	if (before == "-" || before == "–" || before == "/") && !led && r.touches(i) && r.shape(i-2).shape == noShape {
		return false // "2009-2011", but not "F-2000"
	}
	if r.finder.classes.afterCount[after] {
		return false
	}
	if after == "-" && r.touches(i+1) && r.touches(i+2) && r.shape(i+2).shape == noShape && r.word(i+2).month == 0 {
		return r.word(i+2).unit == 0 && r.tag(i+2) != text.NN && r.tag(i+2) != text.JJ || r.lower(i+2) == "era"
	}
	if r.shape(i-1).shape != noShape && before != "" && r.shape(i-1).shape != slashShape && r.shape(i-1).shape != intShape {
		return false
	}
	if e := r.word(i + 1); e.unit > 0 && (e.many || e.unit == year) {
		return false
	}
	definite := led
	switch before {
	case "in", "since", "during", "until", "till", "the", "'s", "this", "early", "late", "mid", "year", "by", "from", "(", "fiscal", "his", "her", "its", "their", "our", "a", "an", "through", "'", "after", "before":
		definite = true
	}
	if definite {
		if r.word(i+1).counted && before != "the" {
			return false
		}
		return y >= 1500 || before == "in" || before == "since" || before == "until"
	}
	if y < 1800 {
		return false
	}
	t := r.tag(i + 1)
	if r.word(i+1).counted || t == text.NNS && (y < 1950 || y%100 == 0) || y%100 == 0 && (t == text.NN || t == text.JJ) {
		return false
	}
	return y%100 != 0 || r.leads(i-1) || before == "and" || before == ","
}

// fiscalDate reads "fiscal 2009", "fiscal year 2009", "FY2009", "the 2009
// fiscal year", "the financial year", "the last fiscal year".
func (r *run) fiscalDate(i int32) (dated, bool) {
	j := i
	if r.lower(j) == "the" {
		j++
	}
	d := dated{point: point{unit: year, year: unknown, fiscal: true}}
	by, told := 0, false
	if s := r.word(j).step; s != nil {
		by, told = s.by, true
		j++
	}
	y := r.shape(j)
	if y.shape == fiscalShape && (y.size == 2 || y.size == 4) {
		if d.year, d.next = int(y.a), j+1; y.size == 2 {
			d.year = century2(d.year)
		}
		return d, true
	}
	if y.shape == intShape && y.size == 4 {
		d.year = int(y.a)
		j++
	}
	switch r.lower(j) {
	case "fy":
		if j++; r.shape(j).shape != intShape {
			return dated{}, false
		}
	case "fiscal", "financial":
		j++
		if r.word(j).unit == year && !r.word(j).many {
			j++
		} else if r.lower(j-1) == "financial" || r.shape(j).shape != intShape {
			return dated{}, false
		}
	default:
		return dated{}, false
	}
	if s := r.shape(j); d.year == unknown && s.shape == intShape && (s.size == 4 || s.size == 2) {
		d.year = int(s.a)
		if s.size == 2 {
			d.year = century2(d.year)
		}
		j++
	}
	if d.year == unknown {
		if j == i+2 && !told && r.lower(i) != "the" { // "financial year" alone names none
			return dated{}, false
		}
		d.point = r.pub.to(year).plus(by)
		d.fiscal = true
	}
	d.next = j
	return d, true
}
