package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso"
	"sayso/internal/terminal"
	"sayso/reader"
)

// edited is an article in the making: its pieces are edited at random.
type edited struct {
	rng  *rand.Rand
	text string
}

// pieces cuts the text after every sep and returns where the pieces begin.
func (e *edited) pieces(sep string) []string { return strings.SplitAfter(e.text, sep) }

// pick returns a random index below n.
func (e *edited) pick(n int) int { return e.rng.IntN(max(n, 1)) }

// shuffle deletes, doubles or swaps one of the pieces that sep separates.
func (e *edited) shuffle(sep string) {
	p := e.pieces(sep)
	i, j := e.pick(len(p)), e.pick(len(p))
	switch e.pick(4) {
	case 0:
		p = append(p[:i:i], p[i+1:]...)
	case 1:
		p = append(p[:i+1:i+1], p[i:]...)
	case 2:
		p[i], p[j] = p[j], p[i]
	case 3:
		p = append(p[:i:i], append([]string{p[j]}, p[i:]...)...)
	}
	e.text = strings.Join(p, "")
}

// at returns a random place on a rune's boundary.
func (e *edited) at() int {
	i := e.pick(len(e.text) + 1)
	for i < len(e.text) && !utf8.RuneStart(e.text[i]) {
		i++
	}
	return i
}

// insert puts something odd in at a random place.
func (e *edited) insert() {
	odd := []string{`"`, "“", "”", "‘", "’", "'", "«", "»", "„", "''", "``", "(", ")", "[sic]", " — ", " – ", ": ", "; ", "...", "…", ".\n\n", "\r\n", "\u00a0", "\u200b",
		"\ufeff", "\u2028", "\x00", "\t", " said ", " according to ", ", who asked not to be named, ", " reportedly ", " was quoted as saying ", " told Harbour Wire ",
		" on condition of anonymity ", " and denied that ", "12,345 ", "at least 7 to 9 ", "May 3 ", "XXXX", "é", "é", "🙂", "戦", "U.S. ", "Gen. ", "?!", "Q: ", "A: "}
	i := e.at()
	e.text = e.text[:i] + odd[e.pick(len(odd))] + e.text[i:]
}

// stretch returns a random stretch.
func (e *edited) stretch() (int, int) {
	i, j := e.at(), e.at()
	return min(i, j), max(i, j)
}

// edit makes one random edit.
func (e *edited) edit() {
	switch e.pick(13) {
	case 0, 1:
		e.shuffle(" ")
	case 2:
		e.shuffle(". ")
	case 3:
		e.shuffle("\n\n")
	case 4:
		e.shuffle("”")
	case 5:
		e.shuffle(",")
	case 6, 7:
		e.insert()
	case 8:
		i, j := e.stretch()
		if j-i > 200 {
			j = i + 200
			for !utf8.RuneStart(e.text[j]) {
				j++
			}
		}
		e.text = e.text[:i] + e.text[j:]
	case 9:
		i, j := e.stretch()
		e.text = e.text[:i] + strings.ToUpper(e.text[i:j]) + e.text[j:]
	case 10:
		i, j := e.stretch()
		e.text = e.text[:i] + strings.ToLower(e.text[i:j]) + e.text[j:]
	case 11:
		e.text = strings.ReplaceAll(e.text, "\n", "\r\n")
	case 12:
		marks := []string{"“", `"`, "”", `"`, "‘", "'", "’", "'", "“", "«", "”", "»", "”", "", ".", "", ",", ""}
		k := e.pick(len(marks)/2) * 2
		e.text = strings.ReplaceAll(e.text, marks[k], marks[k+1])
	}
}

// samples returns the texts of the sample dispatches with their headlines.
func samples(t testing.TB, r *reader.Reader) []sayso.Article {
	files, err := filepath.Glob("../../testdata/dispatches/*.html")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d dispatches, %v", len(files), err)
	}
	var out []sayso.Article
	for _, f := range files {
		page, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		reading, err := r.Read(reader.Input{Page: page})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, reading.Article)
	}
	return out
}

// broken returns the first promise that a reading breaks.
func broken(r *sayso.Reading) error {
	text := r.Article.Text
	check := func(what string, s sayso.Span) error {
		if s.Start < 0 || s.End <= s.Start || int(s.End) > len(text) || !utf8.RuneStart(text[s.Start]) || int(s.End) < len(text) && !utf8.RuneStart(text[s.End]) {
			return fmt.Errorf("%s: span %v in a text of %d bytes", what, s, len(text))
		}
		return nil
	}
	for i, c := range r.Claims {
		if int(c.ID) != i+1 || int(c.Within) > len(r.Claims) || int(c.SameAs) > len(r.Claims) || int(c.Said) > len(r.Times) || len(c.Content) == 0 {
			return fmt.Errorf("%s: a broken link or nothing in it", c.ID)
		}
		seen := map[sayso.ClaimID]bool{c.ID: true}
		for up := c.Within; up != 0; up = r.Claims[up-1].Within {
			if seen[up] {
				return fmt.Errorf("%s: told within itself", c.ID)
			}
			seen[up] = true
		}
		spans := append(append(append([]sayso.Span{}, c.Content...), c.Cue...), c.Inserts...)
		if c.Source != nil {
			spans = append(spans, c.Source.Span)
			if c.Source.Terms != nil {
				spans = append(spans, *c.Source.Terms)
			}
		}
		for _, h := range c.Chain {
			if h.Span != nil {
				spans = append(spans, *h.Span)
			}
			if h.Name == "" || int(h.Entity) > len(r.Entities) {
				return fmt.Errorf("%s: a hop without a name or of nobody", c.ID)
			}
		}
		for _, s := range spans {
			if err := check(c.ID.String(), s); err != nil {
				return err
			}
		}
	}
	for _, e := range r.Events {
		if (e.Voice == sayso.VoiceSource) != (e.Claim != 0) || int(e.Claim) > len(r.Claims) {
			return fmt.Errorf("%s: voice %s and claim %s", e.ID, e.Voice, e.Claim)
		}
		if err := check(e.ID.String(), e.Trigger); err != nil {
			return err
		}
		if e.Claim == 0 {
			continue
		}
		held := false
		for _, s := range r.Claims[e.Claim-1].Content {
			held = held || s.Contains(e.Trigger)
		}
		if !held {
			return fmt.Errorf("%s: its trigger lies outside of %s", e.ID, e.Claim)
		}
	}
	for _, g := range r.Gaps {
		if g.Span != nil {
			if err := check("gap "+g.Why, *g.Span); err != nil {
				return err
			}
		}
	}
	return nil
}

// FuzzEdits reads dispatches that were edited at random, with all that is made
// of a reading, and holds that nothing breaks.
func FuzzEdits(f *testing.F) {
	r, err := reader.New(reader.Options{})
	if err != nil {
		f.Fatal(err)
	}
	base := samples(f, r)
	f.Add(uint64(125)) // a pattern in no clause told a result
	for seed := range uint64(40) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		rng := rand.New(rand.NewPCG(seed, 1))
		a := base[rng.IntN(len(base))]
		e := edited{rng, a.Text}
		for range 1 + rng.IntN(12) {
			e.edit()
		}
		in := sayso.Article{Text: e.text, Outlet: a.Outlet, Published: a.Published}
		if rng.IntN(3) == 0 {
			in.Headline = a.Headline
		}
		reading, err := r.Read(reader.Input{Article: in})
		if err != nil {
			return // nothing was left of it
		}
		if err := broken(&reading); err != nil {
			t.Fatalf("seed %d: %v: %q", seed, err, e.text)
		}
		b, err := json.Marshal(reading)
		if err != nil || !json.Valid(b) {
			t.Fatalf("seed %d: no JSON: %v", seed, err)
		}
		style := terminal.Style{Width: 40 + rng.IntN(100), Color: true}
		if err := terminal.Page(io.Discard, &reading, style); err != nil {
			t.Fatal(err)
		}
		for _, c := range reading.Claims {
			if err := terminal.Explain(io.Discard, &reading, c.ID.String(), style); err != nil {
				t.Fatal(err)
			}
		}
	})
}
