package text

import (
	"math"
	"strings"
	"testing"

	"sayso"
)

// spaced cuts a text at blanks and hyphens, as the tokenizer does.
func spaced(s string) *Doc {
	d := &Doc{Text: s}
	at := 0
	add := func(w string) {
		i := at + strings.Index(s[at:], w)
		at = i + len(w)
		d.Tokens = append(d.Tokens, Token{Span: sayso.Span{Start: int32(i), End: int32(at)}, Lower: strings.ToLower(w)})
	}
	for _, w := range strings.Fields(s) {
		for w != "" {
			i := strings.IndexAny(w, "-–%")
			switch {
			case i < 0:
				i = len(w)
			case i == 0:
				i = 1
				if strings.HasPrefix(w, "–") {
					i = len("–")
				}
			}
			add(w[:i])
			w = w[i:]
		}
	}
	return d
}

func TestNumberAt(t *testing.T) {
	open := math.Inf(1)
	for _, c := range []struct {
		text      string
		low, high float64
		kind      NumberKind
		words     string // what the number covers
	}{
		{"12 people", 12, 12, Cardinal, "12"},
		{"4,500 people", 4500, 4500, Cardinal, "4,500"},
		{"1,234,567 votes", 1234567, 1234567, Cardinal, "1,234,567"},
		{"4.500.000 votes", 4500000, 4500000, Cardinal, "4.500.000"},
		{"1.2 million people", 1.2e6, 1.2e6, Cardinal, "1.2 million"},
		{"17.5 metres", 17.5, 17.5, Cardinal, "17.5"},
		{"1 200 people", 1200, 1200, Cardinal, "1 200"},
		{"1\u00a0200\u00a0300 people", 1200300, 1200300, Cardinal, "1\u00a0200\u00a0300"},
		{"2022 200 people", 2022, 2022, Cardinal, "2022"},
		{"10m people", 1e7, 1e7, Cardinal, "10m"},
		{"1.2-million-strong", 1.2e6, 1.2e6, Cardinal, "1.2-million"},
		{"2.5bn dollars", 2.5e9, 2.5e9, Cardinal, "2.5bn"},
		{"3rd man", 3, 3, Ordinal, "3rd"},
		{"three people", 3, 3, Cardinal, "three"},
		{"twenty-two people", 22, 22, Cardinal, "twenty-two"},
		{"twenty-year sentence", 20, 20, Cardinal, "twenty"},
		{"two hundred people", 200, 200, Cardinal, "two hundred"},
		{"two hundred and five people", 205, 205, Cardinal, "two hundred and five"},
		{"two thousand five hundred and twenty-one men", 2521, 2521, Cardinal, "two thousand five hundred and twenty-one"},
		{"three hundred thousand people", 3e5, 3e5, Cardinal, "three hundred thousand"},
		{"12 million five people", 12e6, 12e6, Cardinal, "12 million"},
		{"five and six people", 5, 5, Cardinal, "five"},
		{"nineteen ninety-eight", 19, 19, Cardinal, "nineteen"},
		{"two dozen people", 24, 24, Cardinal, "two dozen"},
		{"two and a half million people", 2.5e6, 2.5e6, Cardinal, "two and a half million"},
		{"a dozen people", 12, 12, Cardinal, "a dozen"},
		{"a hundred and ten people", 110, 110, Cardinal, "a hundred and ten"},
		{"a hundred thousand people", 1e5, 1e5, Cardinal, "a hundred thousand"},
		{"half a million people", 5e5, 5e5, Cardinal, "half a million"},
		{"half a dozen people", 6, 6, Cardinal, "half a dozen"},
		{"a quarter of a million people", 25e4, 25e4, Cardinal, "a quarter of a million"},
		{"three-quarters of a million people", 75e4, 75e4, Cardinal, "three-quarters of a million"},
		{"half of them", .5, .5, Fraction, "half"},
		{"two thirds of them", 2. / 3, 2. / 3, Fraction, "two thirds"},
		{"a third of them", 1. / 3, 1. / 3, Fraction, "a third"},
		{"one-third of them", 1. / 3, 1. / 3, Fraction, "one-third"},
		{"first man", 1, 1, Ordinal, "first"},
		{"twenty-first century", 21, 21, Ordinal, "twenty-first"},
		{"dozens of people", 24, open, Vague, "dozens"},
		{"hundreds of thousands of people", 2e5, open, Vague, "hundreds of thousands"},
		{"tens of thousands", 2e4, open, Vague, "tens of thousands"},
		{"tens of millions of people", 2e7, open, Vague, "tens of millions"},
		{"several people", 3, open, Vague, "several"},
		{"several hundred people", 300, open, Vague, "several hundred"},
		{"a few dozen people", 36, open, Vague, "a few dozen"},
		{"a couple of hundred people", 200, open, Vague, "a couple of hundred"},
		{"a couple of people", 2, open, Vague, "a couple"},
		{"zero deaths", 0, 0, Cardinal, "zero"},
	} {
		d := spaced(c.text)
		n, ok := d.NumberAt(0)
		if !ok {
			t.Errorf("%q: no number", c.text)
			continue
		}
		if got := d.Of(d.Range(n.First, n.Last)); n.Low != c.low || n.High != c.high || n.Kind != c.kind || got != c.words {
			t.Errorf("%q: got %v to %v, kind %d over %q; want %v to %v, kind %d over %q", c.text, n.Low, n.High, n.Kind, got, c.low, c.high, c.kind, c.words)
		}
	}
}

func TestNumberAtAbstains(t *testing.T) {
	for _, s := range []string{"people", "a man", "an hour", "million reasons", "10:30", "7.1.2022", "1/2", "12a", ".", ""} {
		if n, ok := spaced(s).NumberAt(0); ok {
			t.Errorf("%q: got %+v, want no number", s, n)
		}
	}
}

func TestRangeAt(t *testing.T) {
	for _, c := range []struct {
		text, join string
		low, high  float64
		words      string
	}{
		{"12-15 people", "", 12, 15, "12-15"},
		{"12–15 people", "", 12, 15, "12–15"},
		{"12 to 15 people", "", 12, 15, "12 to 15"},
		{"three or four people", "", 3, 4, "three or four"},
		{"three and nine people", "and", 3, 9, "three and nine"},
		{"two to three million people", "", 2e6, 3e6, "two to three million"},
		{"40 and 45 mln acres", "and", 40e6, 45e6, "40 and 45 mln"},
	} {
		d := spaced(c.text)
		n, ok := d.RangeAt(0, c.join)
		if got := d.Of(d.Range(n.First, n.Last)); !ok || n.Low != c.low || n.High != c.high || got != c.words {
			t.Errorf("%q: got %v to %v over %q", c.text, n.Low, n.High, got)
		}
	}
	for _, s := range []string{"three and nine people", "12 - 15 people", "15 to 12", "2- 17 people", "12 people", "3 to"} {
		if n, ok := spaced(s).RangeAt(0, ""); ok {
			t.Errorf("%q: got %+v, want no range", s, n)
		}
	}
}

func TestNumberAtAllocatesNothing(t *testing.T) {
	d := spaced("two thousand five hundred and twenty-one men and 4,500 others")
	if n := testing.AllocsPerRun(100, func() {
		for i := range d.Tokens {
			d.NumberAt(int32(i))
			d.RangeAt(int32(i), "and")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzNumberAt(f *testing.F) {
	for _, s := range []string{"two hundred and a half of a million", "1 200 - 12,00,1.5.000.000", "a quarter of a", "twenty- - and one dozen"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := spaced(s)
		for i := range d.Tokens {
			n, ok := d.NumberAt(int32(i))
			if ok && (n.First != int32(i) || n.Last <= n.First || int(n.Last) > len(d.Tokens) || n.Low < 0 || n.High < n.Low || math.IsNaN(n.Low)) {
				t.Errorf("%q at %d: %+v", s, i, n)
			}
			if r, ok := d.RangeAt(int32(i), "and"); ok && (r.Low >= r.High || int(r.Last) > len(d.Tokens)) {
				t.Errorf("%q at %d: range %+v", s, i, r)
			}
		}
	})
}
