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
	start, end time.Time // of its time, half open
	before     bool      // it may lie anywhere before the end: "until", "by"
	after      bool      // it may lie anywhere after the start: "since", "after"
	event      *sayso.Event
}

// timeline draws the dated events in order, each with its stretch of the time
// between the first and the last. The days on which something begins or ends stand
// equally far apart, so that years of war and yesterday's raid fit on one line.
// With fewer than two dates there is none.
func (v view) timeline(c *canvas) {
	list := v.moments()
	if len(list) < 2 {
		return
	}
	var edges []time.Time
	for _, m := range list {
		edges = append(edges, m.start, m.end)
	}
	slices.SortFunc(edges, time.Time.Compare)
	edges = slices.CompactFunc(edges, time.Time.Equal)
	if len(edges) < 3 {
		return // all at one time
	}
	v.heading(c, "WHEN")
	at := func(t time.Time) int {
		k, _ := slices.BinarySearchFunc(edges, t, time.Time.Compare)
		return k * lane / (len(edges) - 1)
	}
	for _, m := range list {
		from, to := min(at(m.start), lane-1), at(m.end)
		to = max(to, from+1)
		left, right := "·", "·"
		if m.before {
			left = "▒"
		}
		if m.after {
			right = "▒"
		}
		c.buf.WriteString("  ")
		c.paint(run{strings.Repeat(left, from) + strings.Repeat("█", to-from) + strings.Repeat(right, lane-to), dim})
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

// moments lists the events whose time has a known beginning and end, earliest
// first; tellings of one event are listed once.
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
		if !okStart || !okEnd || !end.After(start) {
			continue
		}
		m := moment{start: start, end: end, event: e}
		switch e.TimeBound {
		case "since", "after":
			m.after = true
		case "until", "by", "before":
			m.before = true
		}
		out = append(out, m)
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

// shades are the words for the part of a stretch that a mod means.
var shades = map[string]string{"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about "}

// span writes a moment's days, and its hour, as briefly as they can be told.
func (v view) span(m moment) string {
	t := v.Times[m.event.Time-1]
	bound := shades[t.Mod]
	if b := m.event.TimeBound; b != "" && b != "at" {
		bound = b + " " + bound
	}
	last := m.end.AddDate(0, 0, -1)
	switch {
	case !last.After(m.start):
		return bound + m.start.Format("2 Jan 2006") + hour(t.Value)
	case m.start.Day() == 1 && m.end.Day() == 1 && m.start.AddDate(0, 1, 0).Equal(m.end):
		return bound + m.start.Format("Jan 2006")
	case m.start.YearDay() == 1 && m.end.YearDay() == 1 && m.start.AddDate(1, 0, 0).Equal(m.end):
		return bound + m.start.Format("2006")
	case m.start.YearDay() == 1 && m.end.YearDay() == 1:
		return bound + m.start.Format("2006") + " to " + last.Format("2006")
	case m.start.Year() == last.Year() && m.start.Month() == last.Month():
		return bound + m.start.Format("2") + "–" + last.Format("2 Jan 2006")
	case m.start.Year() == last.Year():
		return bound + m.start.Format("2 Jan") + " to " + last.Format("2 Jan 2006")
	}
	return bound + m.start.Format("2 Jan 2006") + " to " + last.Format("2 Jan 2006")
}

// parts are the words for TIMEX3's parts of a day.
var parts = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}

// hour returns what a TIMEX3 value tells beside the day: ", 21:00+03:00", ", night".
func hour(value string) string {
	_, clock, ok := strings.Cut(value, "T")
	switch {
	case !ok || clock == "" || strings.HasPrefix(clock, "X"):
		return ""
	case parts[clock] != "":
		return ", " + parts[clock]
	case clock[0] >= '0' && clock[0] <= '9':
		return ", " + clock
	}
	return ""
}
