package event

import "sayso"

// joinPlaces links the literal places that hang on the trigger, or stand in its
// clause and hang on no other event. A participant's own name is no place of the
// event's unless it was there that it happened: "the shelling of Aleppo".
func (r *reading) joinPlaces(o *outline, c int, e *sayso.Event, from, to int32) {
	best, far := sayso.PlaceID(0), int32(1<<30)
	for i := r.from.place; i < len(r.found.Places); i++ {
		p := &r.found.Places[i]
		if p.Span.Start >= o.sent.Span.End {
			break
		}
		if p.Span.End <= o.sent.Span.Start || !p.Literal || r.isActor(e, p.Span) || r.belongs(&r.cands[c], p.Span) || r.inserted(p.Span) {
			continue
		}
		d := p.Span.Start - e.Trigger.End
		if d < 0 {
			d = 2*(e.Trigger.Start-p.Span.End) + 20
		}
		switch r.hangs(o, c, p.Span) {
		case own:
		case near:
			if p.Span.Start < from || p.Span.End > to {
				continue
			}
			d += 1 << 20
		default:
			if !r.above(o, c, p.Span) {
				continue
			}
			d += 1 << 24
		}
		if r.possessive(p.Span) || r.modifies(p.Span) { // "the country's largest city, Osk": Osk
			d += 1 << 16
		}
		if p.Precision == sayso.PrecisionCountry || p.Precision == sayso.PrecisionRegion {
			d += 1 << 12
		}
		e.Places = append(e.Places, p.ID)
		if d < far {
			best, far = p.ID, d
		}
	}
	e.Place = best
	if len(e.Places) > 1 {
		e.Places = r.near3(e, best)
	}
}

// near3 keeps the nearest place and those coordinated with it or holding it: the
// ones that follow on with nothing but a comma, "and" or "in" between.
func (r *reading) near3(e *sayso.Event, best sayso.PlaceID) []sayso.PlaceID {
	at := 0
	for i, id := range e.Places {
		if id == best {
			at = i
		}
	}
	first, last := at, at
	for last+1 < len(e.Places) && r.adjoining(e.Places[last], e.Places[last+1]) {
		last++
	}
	for first > 0 && r.adjoining(e.Places[first-1], e.Places[first]) {
		first--
	}
	return e.Places[first : last+1]
}

func (r *reading) adjoining(a, b sayso.PlaceID) bool {
	x, y := r.found.Places[a-1].Span, r.found.Places[b-1].Span
	if r.possessive(x) {
		return false
	}
	if x.End > y.Start {
		return true
	}
	switch between := r.doc.Text[x.End:y.Start]; between {
	case ", ", " and ", ", and ", " in ", " and in ", " or ":
		return true
	}
	return false
}
