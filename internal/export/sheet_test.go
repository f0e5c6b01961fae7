package export

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestSheetDrawsEvenly(t *testing.T) {
	const size, events, rounds = 10, 40, 2000
	drawn := make([]int, events)
	for seed := range uint64(rounds) {
		s := NewSheet(size, seed)
		for i := range events {
			r := sample()
			r.Article.ID = fmt.Sprint(i)
			s.Add(r)
		}
		if len(s.rows) != size || s.Seen() != events {
			t.Fatalf("%d rows of %d", len(s.rows), s.Seen())
		}
		for _, row := range s.rows {
			drawn[row.order-1]++
		}
	}
	for i, n := range drawn { // expected 500, standard deviation 19
		if n < 400 || n > 600 {
			t.Errorf("event %d was drawn %d times of %d, want about %d", i, n, rounds, rounds*size/events)
		}
	}
}

func TestSheetAndItsScore(t *testing.T) {
	s := NewSheet(5, 1)
	for range 3 {
		s.Add(sample())
	}
	var b bytes.Buffer
	if err := s.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "Police said: “12 people were hurt.”") || !strings.Contains(b.String(), "Police COP") {
		t.Errorf("sheet:\n%s", b.String())
	}
	filled := strings.Replace(b.String(), ",,,,,,,,\n", ",y,n,,,,,,\n", 1) // the first row's verdicts
	filled = strings.Replace(filled, ",,,,,,,,\n", ",Y,yes,,,,,,\n", 1)
	scores, err := ScoreSheet(strings.NewReader(filled))
	if err != nil {
		t.Fatal(err)
	}
	if p := scores[0]; p.Column != "ok_event" || p.Right != 2 || p.Total != 2 || p.High != 1 {
		t.Errorf("ok_event: %+v", p)
	}
	if p := scores[1]; p.Right != 1 || p.Total != 2 || p.Share() != 0.5 {
		t.Errorf("ok_type: %+v", p)
	}
	if _, err := ScoreSheet(strings.NewReader(strings.Replace(filled, ",y,n,", ",maybe,n,", 1))); err == nil || !strings.Contains(err.Error(), `"maybe"`) {
		t.Errorf("odd verdict: %v", err)
	}
	if _, err := ScoreSheet(strings.NewReader("a,b\n")); err == nil {
		t.Error("a sheet without verdict columns was scored")
	}
}

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		right, total int
		low, high    float64
	}{{0, 10, 0, 0.2775}, {8, 10, 0.4902, 0.9433}, {81, 100, 0.7222, 0.8749}} { // published tables
		low, high := wilson(c.right, c.total)
		if math.Abs(low-c.low) > 5e-4 || math.Abs(high-c.high) > 5e-4 {
			t.Errorf("wilson(%d, %d) = %.4f, %.4f", c.right, c.total, low, high)
		}
	}
}
