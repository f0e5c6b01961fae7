package dateline

import (
	"strings"

	"sayso"
)

// dateLine reports whether a block is a date and nothing else: "Monday, March
// 5, 2007", "10 February 2022, 14:05 GMT".
func (r *reading) dateLine(b block) bool {
	if b.to-b.from > 60 {
		return false
	}
	d, ok := r.t.dateIn(r.of(b), true)
	return ok && d.year != 0
}

// datedOutlet reports whether a block is an outlet's name with a full date:
// "Harbour Gazette, Friday 9 March 2007".
func (r *reading) datedOutlet(b block) bool {
	name, date, found := strings.Cut(r.of(b), ", ")
	if !found || b.to-b.from > 80 || wordsIn(name) > 5 {
		return false
	}
	outlet := false
	for _, w := range strings.Fields(name) {
		f := fold(w)
		if first := w[0]; first >= 'a' && first <= 'z' && !joins[f] && f != "and" {
			return false
		}
		outlet = outlet || r.t.words.outlet[f]
	}
	d, ok := r.t.dateIn(date, true)
	return ok && outlet && d.year != 0
}

// dateIn reads the first date within a short line; alone asks that it begins
// the line and that only a time of day follows.
func (t *tables) dateIn(line string, alone bool) (day, bool) {
	s := &scanner{t: t, s: line, toks: tokens(line)}
	for i := range s.toks {
		d, next := s.date(i)
		if next > i {
			if !alone {
				return d, true
			}
			for ; next < len(s.toks); next++ {
				tk := s.at(next)
				if tk.kind == word && !clock[s.folded(next)] {
					return day{}, false
				}
			}
			return d, true
		}
		if alone {
			break
		}
	}
	return day{}, false
}

// clock are the words of a time of day.
var clock = map[string]bool{"gmt": true, "utc": true, "am": true, "pm": true, "a.m.": true, "p.m.": true, "est": true, "edt": true, "et": true,
	"bst": true, "cet": true, "cest": true, "ist": true, "pst": true, "pdt": true, "at": true, "hrs": true, "h": true, "msk": true, "jst": true, "kst": true}

// time takes a printed time of publication: it is outside the report, and its
// day is the day of publication where nothing better is known.
func (r *reading) time(b block) {
	r.outside(b)
	line := r.of(b)
	if d, ok := r.t.dateIn(line, false); ok && d.year != 0 && r.a.Published == "" {
		r.a.Published, r.a.PublishedFrom = d.String(), sayso.PublishedDateline
	}
}

// dates settles the day of the dateline and of publication with each other.
func (r *reading) dates(lead string) {
	if r.a.Published != "" && r.a.PublishedFrom == "" {
		r.a.PublishedFrom = sayso.PublishedGiven
	}
	if r.found && r.line.dated {
		d := r.line.day
		switch {
		case d.year != 0:
			if r.a.Published == "" {
				r.a.Published, r.a.PublishedFrom = d.String(), sayso.PublishedDateline
			}
		case r.a.Published != "":
			d = settle(d, r.a.Published)
		default:
			if y, why, ok := r.t.reckon(d, r.text, lead); ok {
				d.year = y
				r.a.Published, r.a.PublishedFrom, r.a.PublishedWhy = d.String(), sayso.PublishedInferred, why
			} else {
				at := r.front.Dateline
				r.gaps = append(r.gaps, sayso.NewGap("dateline", "the dateline names no year and the text settles none", at))
			}
		}
		if r.a.Dateline != nil {
			r.a.Dateline.Date = d.String()
		}
	}
	if r.a.Published == "" && len(r.gaps) == 0 && r.text != "" {
		r.gaps = append(r.gaps, sayso.Gap{Stage: "dateline", Why: "no date of publication given or printed"})
	}
}
