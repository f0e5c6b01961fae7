package timex

import "sayso/internal/text"

// yearly finds the month, season or day of the year that a step points to.
func (r *run) yearly(p point, by int, narrated bool) point {
	from := r.pub
	if narrated && r.narrated.unit != noUnit {
		from = r.narrated
	}
	p.year = from.year
	if p.year == unknown {
		return p
	}
	f := float64(from.month)
	if from.month == 0 {
		f = 6
	}
	f += float64(from.day) / 40
	// where in its year p begins and ends, in months
	begin, end := float64(p.month), float64(p.month)+1
	switch p.unit {
	case season:
		begin = float64(p.n) * 3
		end = begin + 3
		if p.n == 4 && f < 3 { // in January the winter at hand is last year's
			f += 12
			p.year--
		}
	case day:
		begin += float64(p.day) / 40
		end = begin + 0.02
	}
	switch {
	case by < 0 && end > f:
		p.year--
	case by > 0 && begin <= f:
		p.year++
	}
	return p
}

// dayAdverb reads "today", "yesterday", "the day before yesterday".
func (r *run) dayAdverb(i int32) (dated, bool) {
	for _, a := range r.word(i).adverbs {
		if !a.byDay || a.part != "" {
			continue
		}
		if j := r.phrase(i, a.phrase); j > 0 {
			if r.named(i, i+1) && r.capital(i-1) && r.capital(i+1) {
				break // the name of a paper or a programme
			}
			return dated{point: r.pub.plus(a.days), next: j}, true
		}
	}
	return dated{}, false
}

// seasonDate reads "summer 2012", "the summer of 2012", "spring" after a preposition.
func (r *run) seasonDate(i int32, shaded bool) (dated, bool) {
	j := i
	the := r.lower(j) == "the"
	if the {
		j++
	}
	e := r.word(j)
	if e.season == 0 || r.tag(j) == text.VB || r.tag(j) == text.VBD || r.tag(j) == text.VBZ || r.tag(j) == text.VBP || r.tag(j) == text.VBN {
		return dated{}, false
	}
	d := dated{point: point{unit: season, year: unknown, n: int(e.season)}, next: j + 1, open: true}
	k := j + 1
	if r.lower(k) == "of" || r.lower(k) == "," {
		k++
	}
	if c, ok := r.container(k); ok && c.unit == year && c.year != unknown && !c.open {
		if r.lower(k-1) == "," && r.shape(k).shape != intShape {
			return dated{}, false
		}
		d.year, d.open, d.next = c.year, false, c.next
		return d, true
	}
	if shaded || the && r.leads(i-1) && !r.nounFollows(j+1) {
		return d, true
	}
	if !the && r.leads(i-1) && !r.nounFollows(j+1) && r.lower(i-1) != "of" && r.lower(i-1) != "to" {
		return d, true
	}
	return dated{}, false
}

// holidayAt finds the holiday named at token i.
func (r *run) holidayAt(i int32) (*holiday, int32) {
	hs := r.word(i).holidays
	for k := range hs {
		if j := r.phrase(i, hs[k].phrase); j > 0 && (r.capital(i) || hs[k].year > 0 || r.lower(i) == "the" && r.capital(i+1)) {
			return &hs[k], j
		}
	}
	return nil, 0
}

// independence returns the Independence Day of the country named just before token
// i, nil where none is: "Ukraine's", "the Indian".
func (r *run) independence(i int32) *holiday {
	if i-1 < r.first {
		return nil
	}
	c := r.finder.nations
	last := i
	if r.lower(i-1) == "'s" || r.lower(i-1) == "’s" || r.lower(i-1) == "'" {
		last = i - 1
	}
	for first := last - 1; first >= max(r.first, last-3); first-- {
		name := r.doc.Of(r.doc.Range(first, last))
		country, ok := c.countries.ByName(name)
		if !ok && last == i {
			country, ok = c.countries.ByAdjective(name)
		}
		if ok {
			return c.independence[country.Code]
		}
	}
	return nil
}

// holidayDate reads "Christmas", "New Year's Eve 2015".
func (r *run) holidayDate(i int32) (dated, bool) {
	h, j := r.holidayAt(i)
	if h != nil && h.nation {
		if h = r.independence(i); h == nil {
			return dated{}, false
		}
	} else if h == nil || r.tag(i-1) == text.NNP && r.word(i-1) == &noEntry && r.lower(i-1) != "orthodox" {
		return dated{}, false // or a surname
	}
	if h.year > 0 {
		return dated{point: point{unit: day, year: h.year, month: h.month, day: h.day}, next: j}, true
	}
	if h.phrase == "new year" && (!r.leads(i-1) || r.lower(j) == "'s") {
		return dated{}, false
	}
	d := dated{point: h.in(unknown), next: j, open: true, hol: h}
	if y, k, ok := r.yearAfter(j); ok && r.shape(j).shape == intShape {
		d.point, d.open, d.next = h.in(y), false, k
	}
	return d, true
}
