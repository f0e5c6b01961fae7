package event

import "sayso"

// join ties an event to its time, its places and the people counted.
func (r *reading) join(o *outline, c *candidate, e *sayso.Event) {
	from, to := r.clauseSpan(o, c)
	r.joinTime(o, c, e, from, to)
	r.joinPlaces(o, c, e, from, to)
	for i := range r.found.Quantities {
		q := &r.found.Quantities[i]
		if q.Harm == "" || q.Span.Start < from || q.Span.End > to {
			continue
		}
		if harms(e, q.Harm) {
			e.Quantities = append(e.Quantities, q.ID)
		}
	}
}

// harms reports whether an event of that type does this harm.
func harms(e *sayso.Event, h sayso.Harm) bool {
	switch h {
	case sayso.Killed, sayso.Injured, sayso.Casualties:
		return e.Type == sayso.Assault || e.Type == sayso.Protest
	case sayso.Detained:
		return e.Type == sayso.Coerce || e.Type == sayso.Assault && e.Mode == "abduct"
	case sayso.Displaced:
		return e.Type == sayso.Assault || e.Type == sayso.Coerce || e.Type == sayso.Sanction
	}
	return e.Type == sayso.Assault
}

// clauseSpan returns the bytes of the stretch around a trigger that belongs to
// its clause: up to a semicolon or a coordinated clause with its own subject.
func (r *reading) clauseSpan(o *outline, c *candidate) (from, to int32) {
	from, to = o.sent.Span.Start, o.sent.Span.End
	for j := range o.nodes {
		n := &o.nodes[j]
		cut := n.kind == breakNode || n.kind == subNode && r.doc.Tokens[n.at].Lower == "while" ||
			n.kind == conjNode && j+2 < len(o.nodes) && o.nodes[j+1].kind == nounNode && o.nodes[j+1].subj && o.nodes[j+1].list == j+1
		if n.kind == prepNode && (r.doc.Tokens[n.at].Lower == "while" || r.doc.Tokens[n.at].Lower == "after") && j+1 < len(o.nodes) && o.nodes[j+1].subj {
			cut = true
		}
		if !cut {
			continue
		}
		at := r.doc.Tokens[n.at].Span
		if n.at < c.first {
			from = max(from, at.End)
		} else if n.at >= c.end {
			to = min(to, at.Start)
			break
		}
	}
	return from, to
}

// joinTime links the nearest date or time of the clause, after the trigger before
// one ahead of it; where the clause has none, the only one of the sentence.
func (r *reading) joinTime(o *outline, c *candidate, e *sayso.Event, from, to int32) {
	best, far := -1, int32(1<<30)
	only, count := -1, 0
	for i := range r.found.Times {
		t := &r.found.Times[i]
		if t.Span.Start >= o.sent.Span.End {
			break
		}
		if t.Span.End <= o.sent.Span.Start || t.Type != sayso.TimexDate && t.Type != sayso.TimexTime {
			continue
		}
		count++
		only = i
		if t.Span.Start < from || t.Span.End > to {
			continue
		}
		d := t.Span.Start - e.Trigger.End
		if d < 0 {
			d = 2 * (e.Trigger.Start - t.Span.End)
		}
		if d < far {
			best, far = i, d
		}
	}
	if best < 0 && count == 1 && r.found.Times[only].Span.Start == o.sent.Span.Start {
		best = only
	}
	if best < 0 {
		return
	}
	t := &r.found.Times[best]
	e.Time = t.ID
	e.TimeBound = "at"
	if i := r.doc.TokenAt(t.Span.Start); i > o.sent.First {
		switch w := r.doc.Tokens[i-1].Lower; w {
		case "by", "until", "since", "before", "after":
			e.TimeBound = w
		case "till":
			e.TimeBound = "until"
		case "from":
			e.TimeBound = "since"
		}
	}
}

// joinPlaces links the literal places of the clause. A place that is a
// participant itself is one where it is literal too: "the shelling of Aleppo".
func (r *reading) joinPlaces(o *outline, c *candidate, e *sayso.Event, from, to int32) {
	best, far := sayso.PlaceID(0), int32(1<<30)
	for i := range r.found.Places {
		p := &r.found.Places[i]
		if p.Span.Start >= to {
			break
		}
		if p.Span.End <= from || !p.Literal {
			continue
		}
		if r.isActor(e, p.Span) {
			continue
		}
		e.Places = append(e.Places, p.ID)
		d := p.Span.Start - e.Trigger.End
		if d < 0 {
			d = 2*(e.Trigger.Start-p.Span.End) + 20
		}
		if d < far {
			best, far = p.ID, d
		}
	}
	e.Place = best
	if len(e.Places) > 1 {
		e.Places = r.near3(e, best)
	}
}

func (r *reading) isActor(e *sayso.Event, at sayso.Span) bool {
	for _, a := range e.Actors {
		if a.Span == at {
			return true
		}
	}
	return false
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
	if x.End > y.Start {
		return true
	}
	switch between := r.doc.Text[x.End:y.Start]; between {
	case ", ", " and ", ", and ", " in ", " and in ", " or ":
		return true
	}
	return false
}
