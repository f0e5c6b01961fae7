package terminal

import (
	"bytes"
	"strings"
	"testing"

	"sayso"
)

// TestNumbersAndTimeline draws numbers in groups, parts below their wholes, and
// events on an axis of edges with what their bounds leave open.
func TestNumbersAndTimeline(t *testing.T) {
	const text = "Since 2014 war went on. Late in May 2021 a raid killed 12, four of them children, and two more died by 3 June. It cost 5 million euros."
	at := func(words string) sayso.Span {
		i := int32(strings.Index(text, words))
		return sayso.Span{Start: i, End: i + int32(len(words))}
	}
	n := func(x float64) *float64 { return &x }
	r := &sayso.Reading{
		Article: sayso.Article{ID: "x", Agency: "Harbour Wire", Text: text},
		Times: []sayso.Timex{{ID: 1, Span: at("2014"), Value: "2014", Start: "2014-01-01", End: "2015-01-01"},
			{ID: 2, Span: at("Late in May 2021"), Value: "2021-05", Mod: "END", Start: "2021-05-01", End: "2021-06-01"},
			{ID: 3, Span: at("3 June"), Value: "2021-06-03T21:00Z", Start: "2021-06-03", End: "2021-06-04"}},
		Quantities: []sayso.Quantity{
			{ID: 1, Span: at("12"), Low: n(12), High: n(12), Bound: sayso.Exact, Unit: "person", Harm: sayso.Killed, Voice: sayso.VoiceOutlet},
			{ID: 2, Span: at("four"), Low: n(4), High: n(4), Bound: sayso.Exact, Unit: "person", Harm: sayso.Killed, Who: "child", PartOf: 1, Voice: sayso.VoiceOutlet},
			{ID: 3, Span: at("two"), Low: n(2), High: n(2), Bound: sayso.Exact, Unit: "person", Harm: sayso.Killed, Increment: true, Voice: sayso.VoiceOutlet},
			{ID: 4, Span: at("5 million euros"), Low: n(5e6), High: n(5e6), Bound: sayso.Exact, Unit: "EUR", Voice: sayso.VoiceOutlet}},
		Events: []sayso.Event{{ID: 1, Type: sayso.Assault, Trigger: at("war"), Time: 1, TimeBound: "since", Realis: sayso.Actual},
			{ID: 2, Type: sayso.Assault, Trigger: at("raid"), Time: 2, TimeBound: "at", Realis: sayso.Actual},
			{ID: 3, Type: sayso.Assault, Trigger: at("died"), Time: 3, TimeBound: "by", Realis: sayso.Actual}},
	}
	v := newView(r)
	c := newCanvas(Style{Width: 76})
	v.numbers(c)
	v.timeline(c)
	got := strings.TrimSpace(c.buf.String())
	want := `NUMBERS
  killed     12 · Harbour Wire itself q1
               4 of them (children) · Harbour Wire itself q2
             another 2 · Harbour Wire itself q3
  money      5 million euros · Harbour Wire itself q4

WHEN
  ████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ since 2014 v1 ASSAULT “war”
  ·········█████·········· late May 2021 v2 ASSAULT “raid”
  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒█████ by 3 Jun 2021, 21:00Z v3 ASSAULT “died”`
	if got != want {
		t.Errorf("have\n%s\nwant\n%s", got, want)
	}
	r.Quantities[0].PartOf = 2 // a circle that no reader makes must not hang the page
	v.numbers(newCanvas(Style{Width: 76}))
	var b bytes.Buffer
	if err := Page(&b, &sayso.Reading{Article: sayso.Article{Text: "x"}}, Style{Width: 60}); err != nil || strings.Contains(b.String(), "WHEN") {
		t.Errorf("%v: %s", err, b.String())
	}
}
