package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"sayso"
)

func sample() *sayso.Reading {
	of := sayso.Span{Start: 13, End: 19}
	low := 12.0
	return &sayso.Reading{
		Article:    sayso.Article{ID: "=1+1", Headline: "Police said, “12 people”", Text: "Police said: “12 people were hurt.”", Dateline: &sayso.Dateline{Span: sayso.Span{Start: 0, End: 6}, Place: "ARVEN"}},
		Sentences:  []sayso.Span{{Start: 0, End: 39}},
		Entities:   []sayso.Entity{{ID: 1, Type: sayso.Organization, Name: "Police", Sector: "COP", Mentions: []sayso.Mention{{Span: sayso.Span{Start: 0, End: 6}, Form: sayso.NominalMention}}}},
		Times:      []sayso.Timex{{ID: 1, Span: sayso.Span{Start: 0, End: 6}, Type: sayso.TimexDate, Value: "2022-01-05"}},
		Places:     []sayso.Place{{ID: 1, Span: sayso.Span{Start: 0, End: 6}, Name: "Arven", Point: &sayso.Point{Lat: 0, Lon: -7.5}}},
		Quantities: []sayso.Quantity{{ID: 1, Span: of, Low: &low, Bound: sayso.AtLeast, Of: &of}},
		Claims: []sayso.Claim{{ID: 1, Kind: sayso.Speech, Source: &sayso.Source{Span: sayso.Span{Start: 0, End: 6}, Entity: 1},
			Cue: []sayso.Span{{Start: 7, End: 11}}, Content: []sayso.Span{{Start: 13, End: 18}, {Start: 19, End: 39}},
			Chain: []sayso.Hop{{Role: sayso.HopAgency, Name: "Wire"}, {Role: sayso.HopSpeaker, Name: "Police"}}}},
		Events: []sayso.Event{{ID: 1, Type: sayso.Assault, Trigger: sayso.Span{Start: 30, End: 34}, Time: 1, Place: 1, Places: []sayso.PlaceID{1},
			Quantities: []sayso.QuantityID{1}, Actors: []sayso.Participant{{Span: sayso.Span{Start: 0, End: 6}, Entity: 1, Sector: "COP"}}}},
		Gaps: []sayso.Gap{{Stage: "event", Why: "why"}},
	}
}

// table writes one table and reads it back, row by row as column to cell.
func table(t *testing.T, name string) []map[string]string {
	t.Helper()
	var b bytes.Buffer
	w, err := NewCSV(&b, name, true)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(sample()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll() // fails where rows differ in length
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, c := range row {
			m[rows[0][i]] = c
		}
		out = append(out, m)
	}
	return out
}

func TestTables(t *testing.T) {
	for name, want := range map[string]map[string]string{
		"articles":   {"headline": "Police said, “12 people”", "dateline": "0:6", "claims": "1"},
		"sentences":  {"span": "0:39"},
		"entities":   {"name": "Police", "mentions": "0:6", "public": "false"},
		"mentions":   {"entity": "e1", "text": "Police", "form": "nominal"},
		"times":      {"value": "2022-01-05"},
		"places":     {"lat": "0", "lon": "-7.5", "geonames": ""},
		"quantities": {"low": "12", "high": "", "of": "13:19"},
		"claims":     {"source_name": "Police", "content": "13:18;19:39", "chain": "agency:Wire < speaker:Police", "within": "", "p": ""},
		"events":     {"actors_text": "Police", "actor_sectors": "COP", "time_value": "2022-01-05", "place_names": "Arven", "quantities": "q1", "claim": ""},
		"gaps":       {"why": "why", "span": ""},
	} {
		rows := table(t, name)
		if len(rows) != 1 {
			t.Errorf("%s: %d rows", name, len(rows))
			continue
		}
		if rows[0]["article"] != "'=1+1" {
			t.Errorf("%s: article %q could run as a formula", name, rows[0]["article"])
		}
		for column, cell := range want {
			if got, ok := rows[0][column]; !ok || got != cell {
				t.Errorf("%s: %s is %q, want %q", name, column, got, cell)
			}
		}
	}
	if len(Tables) != len(columns) {
		t.Errorf("%d tables named, %d have columns", len(Tables), len(columns))
	}
	if _, err := Columns("nothing"); err == nil || !strings.Contains(err.Error(), "articles, claims") {
		t.Errorf("unknown table: %v", err)
	}
}
