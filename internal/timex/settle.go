package timex

import "sayso/internal/text"

// settle chooses the year of a date that gives none ("October", "June 18") and
// the week of a bare weekday, from tense, the day of publication and the last
// date told.
//
// A weekday is the latest not after publication, unless its clause lies in the
// future. A date of the year is the nearest to publication on the side its
// tense points to; a tense that would send it most of a year away when the
// date is close by on the other side is not believed, unless it is "will".
func (r *run) settle(d dated, i int32) point {
	p := d.point
	if p.weekday > 0 && p.month == 0 {
		if !r.pub.dated() {
			return p
		}
		if q, ok := r.toWeekday(p.weekday, i); ok {
			return q
		}
		n := r.pub.number()
		back := dayNumber((n.weekday() - p.weekday + 7) % 7)
		t := r.tenseAt(i, d.next)
		if w := r.lower(d.next); w == "'s" && t != surely || w != "" && r.word(d.next).part != "" && r.lower(d.next+1) == "'s" && t != surely {
			t = past // "Monday's debate" is no time of the clause
		}
		if back > 0 && (r.adjourned(i) || t == present && r.lower(i-1) == "by" || t >= future && !r.reported(i) && !r.gerund(i)) {
			return at(day, n-back+7)
		}
		return at(day, n-back)
	}
	if q, ok := r.follows(d, i); ok {
		return q
	}
	if q, ok := r.lists(d); ok && (r.tenseAt(i, d.next) < future || r.ahead(q) >= 0) {
		return q
	}
	if r.pub.year == unknown {
		return p
	}
	t := r.tenseAt(i, d.next)
	// "the January 9 hearing" goes with its clause only loosely
	n := r.tag(d.next)
	loose := (n == text.NN || n == text.NNS) && r.lower(i-1) != "on" && r.lower(i-1) != "in"
	if y := r.years[p.month]; y != 0 && t < future && (t != past || loose) && d.hol == nil {
		if q := r.inYear(d, y); q.year != unknown {
			return q
		}
	}
	best, bestCost := p, 1<<30
	for y := r.pub.year - 1; y <= r.pub.year+1; y++ {
		q := r.inYear(d, y)
		if q.year == unknown {
			continue
		}
		days := r.ahead(q) // days from publication, 0 where it holds it
		cost := max(days, -days) * 2
		if days > 0 {
			cost-- // of two as near, the one to come
		}
		switch {
		case t < future && days > 0 && r.lower(i-1) == "since":
			cost += 2 * 400
		case t == past && days > 0 && loose, t == noTense && days > 0, t == present && days < 0:
			cost += 2 * 60
		case t == past && days > 0:
			cost += 2 * r.done(i)
		case t == future && days < 0:
			cost += 2 * 150
		case t == surely && days < 0:
			cost += 2 * 400
		}
		if cost < bestCost {
			best, bestCost = q, cost
		}
	}
	if p.month > 0 && (t == past && !loose || t >= future) {
		r.years[p.month] = best.year
	}
	return best
}

// toWeekday gives the second of two joined weekdays the day after the first:
// "from Monday to Friday", "Saturday and Sunday".
func (r *run) toWeekday(weekday int, i int32) (point, bool) {
	n := len(r.out)
	if !r.listing || n == 0 || !r.daily.dated() || r.narrated != r.daily {
		return point{}, false
	}
	if _, ok := r.joins(i - 1); !ok || r.doc.TokenAt(r.out[n-1].Span.End-1) != i-2 {
		return point{}, false
	}
	from := r.daily.number()
	ahead := (weekday - from.weekday() + 7) % 7
	between := r.lower(i-1) == "and" && r.lower(r.doc.TokenAt(r.out[n-1].Span.Start)-1) == "between"
	if ahead == 0 || ahead > 2 && !between && (r.lower(i-1) == "and" || r.lower(i-1) == "or") {
		return point{}, false
	}
	return at(day, from+dayNumber(ahead)), true
}

// gerund reports whether the time at token i goes with a gerund just before it,
// whose time is not that of a future clause around it: "speaking Friday".
func (r *run) gerund(i int32) bool {
	for k := i - 1; k >= max(r.first, i-7); k-- {
		switch r.toks[k].Lower {
		case ",", ";", ":", "—", "–":
			return false
		}
		if v, ok := r.verbBefore(k + 1); ok && v.last == k+1 {
			return false
		}
		if r.tag(k) == text.VBG {
			return r.toks[k].Lemma != "start" && r.toks[k].Lemma != "begin"
		}
	}
	return false
}

// adjourned reports whether a verb that plans reaches the time at token i by
// "until" or its like: "was adjourned until Monday".
func (r *run) adjourned(i int32) bool {
	switch r.lower(i - 1) {
	case "until", "till", "to", "for":
		v, ok := r.verbBefore(i - 1)
		if ok && i-1-v.last <= 3 && r.plans(r.toks[v.last-1].Lemma) {
			return true
		}
		return r.planned(i, false)
	case "from", "starting", "beginning":
		return r.planned(i, true)
	}
	return false
}

// planned reports whether, in the tree, the time at token i hangs on the object of a
// verb that plans: "called for a strike from Monday".
//
// With verb set it may hang on the verb itself.
func (r *run) planned(i int32, verb bool) bool {
	at, noun := i, verb
	for range 4 {
		t := &r.toks[at]
		if t.Head < r.first || t.Head >= r.end {
			return false
		}
		at = t.Head
		switch h := &r.toks[at]; h.UPOS {
		case text.NOUN:
			noun = true
		case text.VERB:
			return noun && (r.plans(h.Lemma) || r.awaiting(at))
		}
	}
	return false
}

// done weighs, in days, the past tense of the clause around a time at token i:
// most where only "on" or "in" parts the time from a finite verb that plans
// nothing ("was sunk on May 5"), less after a participle ("those held in May").
func (r *run) done(i int32) int {
	k := i
	if w := r.lower(k - 1); w == "on" || w == "in" {
		k--
	}
	if v, ok := r.verbBefore(k); ok && v.last == k && v.tense == past && !r.plans(r.toks[k-1].Lemma) {
		if r.tag(v.first) == text.VBN {
			return 300
		}
		return 400
	}
	if r.tells(i) {
		return 400
	}
	return 150
}

// tells reports whether, in the tree, the time at token i says when a finite verb in
// the past tense happened, one that plans nothing: "took the town on 12 March".
func (r *run) tells(i int32) bool {
	for k := i - 1; k > i-4; k-- { // "banned until at least March 15" may look ahead
		switch r.lower(k) {
		case "until", "till", "through", "by":
			return false
		}
	}
	at := i
	for range 3 {
		t := &r.toks[at]
		h := t.Head
		if h < r.first || h >= r.end {
			return false
		}
		switch t.Rel {
		case text.RelObl, text.RelOblUnmarked, text.RelAdvmod:
			v := &r.toks[h]
			if r.plans(v.Lemma) || r.awaiting(h) {
				return false
			}
			if v.Tag == text.VBD {
				return true
			}
			if v.Tag != text.VBN && v.Tag != text.JJ && v.UPOS != text.NOUN {
				return false
			}
			t, ok := r.auxiliaryOf(h)
			return ok && t == past
		case text.RelCase, text.RelAmod, text.RelNummod, text.RelDet, text.RelCompound, text.RelNmodUnmarked:
			at = h // within the date
		default:
			return false
		}
	}
	return false
}

// auxiliaryOf returns the tense of the auxiliary or copula that hangs on token h.
func (r *run) auxiliaryOf(h int32) (tense, bool) {
	for k := range r.tenses {
		v := r.tenses[k]
		if v.first > h+reach {
			break
		}
		for t := v.first; t < v.last; t++ {
			if r.toks[t].Head != h {
				continue
			}
			switch r.toks[t].Rel {
			case text.RelAux, text.RelAuxPass, text.RelCop:
				return v.tense, true
			}
		}
	}
	return noTense, false
}

// reported reports whether the future of a clause says nothing of a weekday at
// token i because the weekday goes with the report: "said Friday it will".
func (r *run) reported(i int32) bool {
	v, ok := r.verbBefore(i)
	return ok && v.tense == past && i-v.last <= 1
}

// ahead returns how many days after publication p begins, negative where it
// ends before it, 0 where it holds it.
func (r *run) ahead(p point) int {
	var from, to dayNumber
	if p.unit == season {
		y, m := p.year, p.n*3
		from = dayOf(y, m, 1)
		to = from + 91
	} else {
		var ok bool
		if from, to, ok = p.interval(); !ok {
			return 1 << 20
		}
	}
	n := r.pub.number()
	switch {
	case n < from:
		return int(from - n)
	case n >= to:
		return int(to-n) - 1
	}
	return 0
}

// lists gives a date the year of the one just before it in its sentence, where
// it comes within a season of it: "Prague in December, Vienna in January".
func (r *run) lists(d dated) (point, bool) {
	q := r.narrated
	if !r.listing || q.unit != d.unit || q.year == unknown || q.month == 0 || d.month == 0 {
		return point{}, false
	}
	gap := (d.month - q.month + 12) % 12
	if gap > 3 || gap == 0 && d.unit == day && d.day < q.day {
		return point{}, false
	}
	p := r.inYear(d, q.year)
	if d.month < q.month {
		p = r.inYear(d, q.year+1)
	}
	return p, p.year != unknown
}

// inThatYear reports whether the sentence opened with the year told last: "In
// 1994 the war began in April".
func (r *run) inThatYear(i int32) bool {
	if r.lower(r.first) != "in" {
		return false
	}
	for n := len(r.out) - 1; n >= max(0, len(r.out)-16); n-- {
		switch first, last := r.doc.TokensIn(r.out[n].Span); {
		case first <= r.first:
			return false
		case first == r.first+1:
			return last < i
		}
	}
	return false
}

// follows gives a date without a year the year of the story being told: where
// the paragraph's last date stood in full and lies in another year than
// publication, "in May" after "March 2014" is May 2014.
func (r *run) follows(d dated, i int32) (point, bool) {
	q := r.narrated
	if q.unit == year && !q.fiscal && r.listing && r.inThatYear(i) && q.year != unknown && q.year < r.pub.year && (d.month > 0 || d.hol != nil) && r.tenseAt(i, d.next) < future {
		p := r.inYear(d, q.year)
		r.borrowed = p.year != unknown
		return p, r.borrowed
	}
	if !r.story || r.listing || q.year == unknown || q.month == 0 || d.month == 0 || r.tenseAt(i, d.next) >= future {
		return point{}, false
	}
	p := r.inYear(d, q.year)
	if p.year == unknown {
		return point{}, false
	}
	if p.month < q.month || p.month == q.month && p.day > 0 && p.day < q.day {
		p = r.inYear(d, q.year+1)
	}
	if r.pub.dated() && (p.year == unknown || r.ahead(p) > 0) {
		return point{}, false
	}
	return p, true
}
