package reader

import (
	"testing"

	"sayso"
	"sayso/internal/timex"
	"sayso/rules"
)

// TestLocalTime gives a time in local time the offset of the dateline's country
// where that has one zone, and a gap where it has several.
func TestLocalTime(t *testing.T) {
	f, err := timex.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	const text = "NAIROBI, Feb 9 — It began at 9 p.m. local time."
	span := func(a, b int32) sayso.Span { return sayso.Span{Start: a, End: b} }
	a := sayso.Article{Text: text, Dateline: &sayso.Dateline{Span: span(0, 18)}}
	for country, want := range map[string]string{"KE": "2022-02-09T21:00+03:00", "FR": "2022-02-09T21:00+01:00", "IS": "2022-02-09T21:00", "RU": "2022-02-09T21:00", "": "2022-02-09T21:00"} {
		times := []sayso.Timex{{ID: 1, Span: span(31, 48), Type: sayso.TimexTime, Value: "2022-02-09T21:00"}}
		gaps := f.Home(text, times, home(&a, []sayso.Place{{ID: 1, Span: span(0, 7), Country: country}}))
		if times[0].Value != want || (len(gaps) == 1) != (want == "2022-02-09T21:00") {
			t.Errorf("%s: %s, gaps %+v, want %s", country, times[0].Value, gaps, want)
		}
	}
}
