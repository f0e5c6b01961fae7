package terminal

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"sayso"
)

// lane is how many columns of the page the timeline's days are spread over.
const lane = 24

// moment is an event on the timeline.
type moment struct {
	start, end time.Time // half open
	open       bool      // no end is known: "since"
	event      *sayso.Event
}

// timeline draws the dated events in order, each with its stretch of the time
// between the first and the last. With fewer than two dates there is none.
func (v view) timeline(c *canvas) {
	list := v.moments()
	if len(list) < 2 {
		return
	}
	first, last := list[0].start, list[0].end
	for _, m := range list {
		if m.end.After(last) {
			last = m.end
		}
	}
	if !list[len(list)-1].start.After(first) && !last.After(first.AddDate(0, 0, 1)) {
		return // all on one day
	}
	v.heading(c, "WHEN")
	scale := func(t time.Time) int {
		at := int(t.Sub(first) * lane / max(1, last.Sub(first)))
		return min(max(at, 0), lane-1)
	}
	for _, m := range list {
		from, to := scale(m.start), scale(m.end.Add(-time.Hour))
		bar := strings.Repeat("·", from) + strings.Repeat("█", max(1, to-from+1)) + strings.Repeat("·", lane-1-max(from, to))
		if m.open {
			bar = strings.Repeat("·", from) + strings.Repeat("▒", lane-from)
		}
		c.buf.WriteString("  ")
		c.paint(run{bar, dim})
		runs := []run{{v.span(m), plain}, {" " + m.event.ID.String() + " ", dim}, {string(m.event.Type), blue},
			{" “" + oneLine(m.event.Trigger.Of(v.text())) + "”", plain}}
		if m.event.Realis != sayso.Actual {
			runs = append(runs, run{" " + string(m.event.Realis), red})
		}
		if m.event.Voice == sayso.VoiceSource {
			runs = append(runs, run{" as told in " + m.event.Claim.String(), dim})
		}
		c.buf.WriteByte(' ')
		c.line(2, lane+5, runs...)
	}
}

// moments lists the events with a known beginning or end, earliest first;
// tellings of one event are listed once.
func (v view) moments() []moment {
	var out []moment
	for i := range v.Events {
		e := &v.Events[i]
		if e.SameAs != 0 || e.Time < 1 || int(e.Time) > len(v.Times) {
			continue
		}
		t := v.Times[e.Time-1]
		start, okStart := day(t.Start)
		end, okEnd := day(t.End)
		switch {
		case e.TimeBound == "since" && okStart:
			out = append(out, moment{start, start.AddDate(0, 0, 1), true, e})
		case okStart && okEnd && end.After(start):
			out = append(out, moment{start, end, false, e})
		}
	}
	slices.SortStableFunc(out, func(a, b moment) int {
		return cmp.Or(a.start.Compare(b.start), a.end.Compare(b.end))
	})
	return out
}

func day(iso string) (time.Time, bool) {
	if len(iso) < 10 {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateOnly, iso[:10])
	return t, err == nil
}

// span writes a moment's days as briefly as they can be told.
func (v view) span(m moment) string {
	bound := ""
	if b := m.event.TimeBound; b != "" && b != "at" {
		bound = b + " "
	}
	last := m.end.AddDate(0, 0, -1)
	switch {
	case !last.After(m.start):
		return bound + m.start.Format("2 Jan 2006")
	case m.start.Day() == 1 && m.end.Day() == 1 && m.start.AddDate(0, 1, 0).Equal(m.end):
		return bound + m.start.Format("Jan 2006")
	case m.start.YearDay() == 1 && m.end.YearDay() == 1 && m.start.AddDate(1, 0, 0).Equal(m.end):
		return bound + m.start.Format("2006")
	case m.start.Year() == last.Year():
		return bound + m.start.Format("2 Jan") + " to " + last.Format("2 Jan 2006")
	}
	return bound + m.start.Format("2 Jan 2006") + " to " + last.Format("2 Jan 2006")
}
