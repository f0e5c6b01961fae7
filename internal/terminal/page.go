package terminal

import (
	"io"
	"strings"

	"sayso"
)

// Page draws one reading: what the article is, what others say in it, what it
// says itself, the numbers, and last what was not understood.
func Page(w io.Writer, r *sayso.Reading, style Style) error {
	c, v := newCanvas(style), newView(r)
	v.head(c)
	v.claims(c)
	v.own(c)
	v.numbers(c)
	v.timeline(c)
	v.gaps(c)
	_, err := w.Write(c.buf.Bytes())
	return err
}

func (v view) head(c *canvas) {
	a := v.Article
	title := a.Headline
	if title == "" {
		title = shorten(oneLine(a.Text), 90)
	}
	c.line(0, 0, run{title, bold})
	if a.Status != "" {
		c.line(0, 0, run{strings.ToUpper(string(a.Status)), red})
	}
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(a.Outlet)
	if a.Agency != a.Outlet {
		add(a.Agency)
	}
	add(a.Byline)
	if a.Dateline != nil {
		add(a.Dateline.Place)
	}
	switch {
	case a.Published == "":
		add("date unknown")
	case a.PublishedWhy != "":
		add(date(a.Published) + " (" + string(a.PublishedFrom) + ": " + a.PublishedWhy + ")")
	default:
		add(date(a.Published))
	}
	c.line(0, 2, run{strings.Join(parts, " · "), dim})
}

func (v view) heading(c *canvas, s string) {
	c.blank()
	c.line(0, 0, run{s, marked})
}

// own draws the events told in the article's own voice, then those where the
// voice is unclear.
func (v view) own(c *canvas) {
	for _, part := range []struct {
		voice   sayso.Voice
		heading string
	}{
		{sayso.VoiceOutlet, "WHAT " + strings.ToUpper(v.outlet()) + " SAYS IN ITS OWN VOICE"},
		{sayso.VoiceUnclear, "ON WHOSE SAY-SO IS UNCLEAR"},
	} {
		headed := false
		for i := range v.Events {
			e := &v.Events[i]
			if e.Voice != part.voice {
				continue
			}
			if !headed {
				v.heading(c, part.heading)
				headed = true
			}
			v.event(c, e, 2)
			c.line(6, 6, run{v.sentence(e.Trigger, 160), dim})
		}
	}
}

// event draws an event on a line of its own.
func (v view) event(c *canvas, e *sayso.Event, margin int) {
	runs := []run{{e.ID.String() + " ", dim}, {string(e.Type), blue}}
	if e.Mode != "" {
		runs = append(runs, run{"/" + e.Mode, blue})
	}
	runs = append(runs, run{" “" + oneLine(e.Trigger.Of(v.text())) + "”", plain})
	if e.Realis != sayso.Actual {
		runs = append(runs, run{" " + string(e.Realis), red})
	}
	add := func(label, s string) {
		if s != "" {
			runs = append(runs, run{" · " + label, dim}, run{s, plain})
		}
	}
	add("by ", v.who(e.Actors))
	add("to ", v.who(e.Recipients))
	places := e.Places
	if len(places) == 0 && e.Place != 0 {
		places = []sayso.PlaceID{e.Place}
	}
	add("in ", v.where(places))
	add("", v.when(e.Time, e.TimeBound))
	for _, id := range e.Quantities {
		if id >= 1 && int(id) <= len(v.Quantities) {
			add("", v.count(&v.Quantities[id-1]))
		}
	}
	add("", e.Aspect)
	if e.SameAs != 0 {
		add("as ", e.SameAs.String())
	}
	c.line(margin, margin+4, runs...)
}

// count writes a number with what it counts.
func (v view) count(q *sayso.Quantity) string {
	s := bounds(q)
	switch {
	case q.Of != nil:
		s += " " + oneLine(q.Of.Of(v.text()))
	case q.Unit == "person" && q.Harm == "":
		s += " people"
	case q.Unit != "" && q.Unit != "person":
		s += " " + q.Unit
	}
	if q.Harm != "" {
		s += " " + string(q.Harm)
	}
	return s
}

// voice says on whose word something stands.
func (v view) voice(voice sayso.Voice, claim sayso.ClaimID) string {
	switch {
	case voice == sayso.VoiceSource && claim >= 1 && int(claim) <= len(v.Claims):
		return v.speaker(&v.Claims[claim-1]) + " (" + claim.String() + ")"
	case voice == sayso.VoiceOutlet:
		return v.outlet() + " in its own voice, no source named"
	}
	return "unclear on whose word"
}

// gaps draws the last line: what was not understood.
func (v view) gaps(c *canvas) {
	c.blank()
	if len(v.Gaps) == 0 {
		c.line(0, 0, run{"Nothing was left open.", dim})
		return
	}
	var items []string
	for i, g := range v.Gaps {
		if i == 6 {
			items = append(items, plural(len(v.Gaps)-i, "more gap"))
			break
		}
		s := g.Stage + ": " + g.Why
		if g.Span != nil {
			s += " (“" + shorten(oneLine(g.Span.Of(v.text())), 40) + "”)"
		}
		items = append(items, s)
	}
	c.line(0, 2, run{"Not understood: ", yellow}, run{strings.Join(items, "; ") + ".", plain})
}
