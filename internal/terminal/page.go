package terminal

import (
	"io"
	"strings"

	"sayso"
)

// Page draws one reading: what the article is, what others say in it, what it
// says itself, the numbers, and last what was not understood.
func Page(w io.Writer, r *sayso.Reading, style Style) error {
	c, v := newCanvas(style), view{r}
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

// claims draws what others say, speaker by speaker in order of first word.
func (v view) claims(c *canvas) {
	if len(v.Claims) == 0 {
		return
	}
	v.heading(c, "WHAT OTHERS SAY")
	inside := map[sayso.ClaimID][]int{} // outer claim to the claims it reports
	for i := range v.Claims {
		if w := v.Claims[i].Within; w != 0 {
			inside[w] = append(inside[w], i)
		}
	}
	events := map[sayso.ClaimID][]int{}
	for i := range v.Events {
		if e := &v.Events[i]; e.Voice == sayso.VoiceSource {
			events[e.Claim] = append(events[e.Claim], i)
		}
	}
	last := ""
	for i := range v.Claims {
		cl := &v.Claims[i]
		if cl.Within != 0 {
			continue
		}
		if who := v.speaker(cl) + "\x00" + strings.Join(via(cl), "\x00"); who != last {
			last = who
			v.speakerLine(c, cl)
		}
		v.claim(c, cl, 2, inside, events)
	}
}

func (v view) speakerLine(c *canvas, cl *sayso.Claim) {
	runs := []run{{v.speaker(cl), cyan}}
	if about := v.about(cl); about != "" {
		runs = append(runs, run{", " + about, plain})
	}
	if hops := via(cl); len(hops) > 0 {
		runs = append(runs, run{" · via " + strings.Join(hops, ", via "), dim})
	}
	c.line(0, 4, runs...)
}

// claim draws one claim, then the claims it reports and the events it tells.
func (v view) claim(c *canvas, cl *sayso.Claim, margin int, inside map[sayso.ClaimID][]int, events map[sayso.ClaimID][]int) {
	runs := []run{{cl.ID.String() + " ", dim}}
	if margin > 2 {
		runs = append(runs, run{capital(v.speaker(cl)) + ": ", cyan})
	}
	if tag := stanceTag(cl); tag != "" {
		runs = append(runs, run{tag + " ", stanceInk(cl.Stance)})
	}
	runs = append(runs, v.content(cl)...)
	if cl.SameAs != 0 {
		runs = append(runs, run{" (as " + cl.SameAs.String() + ")", dim})
	}
	for _, r := range cl.Responds {
		to := r.To
		if to == "outside" {
			to = "something said elsewhere"
		}
		runs = append(runs, run{" (" + r.How + " " + to + ")", yellow})
	}
	c.line(margin, margin+4, runs...)
	for _, i := range events[cl.ID] {
		v.event(c, &v.Events[i], margin+4)
	}
	for _, i := range inside[cl.ID] {
		v.claim(c, &v.Claims[i], margin+4, inside, events)
	}
}

// stanceTag says how the speaker stands to the words, "" for plain speech.
func stanceTag(cl *sayso.Claim) string {
	var tags []string
	if cl.Kind != sayso.Speech && cl.Kind != "" && string(cl.Kind) != kindOf(cl.Stance) {
		tags = append(tags, string(cl.Kind))
	}
	if cl.Stance != sayso.Asserted && cl.Stance != "" {
		tags = append(tags, string(cl.Stance))
	}
	if len(tags) == 0 {
		return ""
	}
	return "[" + strings.Join(tags, ", ") + "]"
}

// kindOf is the kind that a stance implies, so that it need not be said twice.
func kindOf(s sayso.Stance) string {
	if s == sayso.Asked {
		return string(sayso.Question)
	}
	return ""
}

func stanceInk(s sayso.Stance) ink {
	switch s {
	case sayso.Denied, sayso.Threatened:
		return red
	case sayso.Asserted, sayso.Admitted, sayso.Promised:
		return green
	}
	return yellow
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
