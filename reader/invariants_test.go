package reader_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sayso"
	"sayso/reader"
)

func newReader(t testing.TB) *reader.Reader {
	t.Helper()
	r, err := reader.New(reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// dispatches returns the sample pages.
func dispatches(t testing.TB) map[string]reader.Input {
	t.Helper()
	files, err := filepath.Glob("../testdata/dispatches/*.html")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d dispatches, %v", len(files), err)
	}
	out := map[string]reader.Input{}
	for _, f := range files {
		page, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(f)] = reader.Input{Page: page}
	}
	return out
}

// invariants returns what is wrong with a reading's spans and references.
func invariants(r *sayso.Reading) []string {
	var bad []string
	text := r.Article.Text
	at := func(what string, spans ...sayso.Span) {
		for _, s := range spans {
			if s.Start < 0 || s.End <= s.Start || int(s.End) > len(text) ||
				!boundary(text, int(s.Start)) || !boundary(text, int(s.End)) {
				bad = append(bad, fmt.Sprintf("%s: span %v in a text of %d bytes", what, s, len(text)))
			}
		}
	}
	maybe := func(what string, s *sayso.Span) {
		if s != nil {
			at(what, *s)
		}
	}
	ref := func(what string, id, n int) {
		if id < 0 || id > n {
			bad = append(bad, fmt.Sprintf("%s: refers to %d of %d", what, id, n))
		}
	}
	same := func(what string, id, i int) {
		if id != i+1 {
			bad = append(bad, fmt.Sprintf("%s: id %d at place %d", what, id, i))
		}
	}
	at("sentence", r.Sentences...)
	if r.Article.Dateline != nil {
		at("dateline", r.Article.Dateline.Span)
	}
	for i, e := range r.Entities {
		same("entity", int(e.ID), i)
		ref("member_of", int(e.MemberOf), len(r.Entities))
		for _, m := range e.Mentions {
			at("mention", m.Span)
		}
	}
	for i, t := range r.Times {
		same("time", int(t.ID), i)
		at("time", t.Span)
	}
	for i, p := range r.Places {
		same("place", int(p.ID), i)
		at("place", p.Span)
		ref("place entity", int(p.Entity), len(r.Entities))
	}
	for i, q := range r.Quantities {
		same("quantity", int(q.ID), i)
		at("quantity", q.Span)
		maybe("of", q.Of)
		ref("part_of", int(q.PartOf), len(r.Quantities))
		ref("quantity time", int(q.Time), len(r.Times))
		ref("quantity place", int(q.Place), len(r.Places))
		ref("quantity claim", int(q.Claim), len(r.Claims))
		if (q.Voice == sayso.VoiceSource) != (q.Claim != 0) {
			bad = append(bad, fmt.Sprintf("%s: voice %q and claim %s", q.ID, q.Voice, q.Claim))
		}
	}
	for i, c := range r.Claims {
		same("claim", int(c.ID), i)
		at(c.ID.String()+" content", c.Content...)
		at(c.ID.String()+" cue", c.Cue...)
		at(c.ID.String()+" inserts", c.Inserts...)
		if len(c.Content) == 0 {
			bad = append(bad, c.ID.String()+": no content")
		}
		for j := 1; j < len(c.Content); j++ {
			if c.Content[j].Start < c.Content[j-1].End {
				bad = append(bad, fmt.Sprintf("%s: content %v out of order", c.ID, c.Content))
			}
		}
		if c.Source != nil {
			at(c.ID.String()+" source", c.Source.Span)
			maybe(c.ID.String()+" terms", c.Source.Terms)
			ref("source entity", int(c.Source.Entity), len(r.Entities))
		}
		ref("within", int(c.Within), len(r.Claims))
		ref("same_as", int(c.SameAs), len(r.Claims))
		if c.Within == c.ID || c.SameAs == c.ID {
			bad = append(bad, c.ID.String()+": refers to itself")
		}
		ref("said", int(c.Said), len(r.Times))
		for _, a := range c.Responds {
			if !answerable(r, a.To) || a.To == c.ID.String() {
				bad = append(bad, c.ID.String()+": answers "+a.To)
			}
		}
		for _, h := range c.Chain {
			maybe("hop", h.Span)
			ref("hop", int(h.Entity), len(r.Entities))
		}
	}
	for i, e := range r.Events {
		same("event", int(e.ID), i)
		at(e.ID.String()+" trigger", e.Trigger)
		for _, p := range append(append([]sayso.Participant{}, e.Actors...), e.Recipients...) {
			at(e.ID.String()+" party", p.Span)
			ref("party", int(p.Entity), len(r.Entities))
		}
		ref("event time", int(e.Time), len(r.Times))
		ref("event place", int(e.Place), len(r.Places))
		for _, p := range e.Places {
			ref("event places", int(p), len(r.Places))
		}
		for _, q := range e.Quantities {
			ref("event quantities", int(q), len(r.Quantities))
		}
		ref("event claim", int(e.Claim), len(r.Claims))
		ref("event same_as", int(e.SameAs), len(r.Events))
		if (e.Voice == sayso.VoiceSource) != (e.Claim != 0) {
			bad = append(bad, fmt.Sprintf("%s: voice %q and claim %s", e.ID, e.Voice, e.Claim))
		}
	}
	for _, g := range r.Gaps {
		maybe("gap "+g.Why, g.Span)
	}
	return bad
}

// answerable reports whether a claim can answer what an id names.
func answerable(r *sayso.Reading, id string) bool {
	if id == "outside" {
		return true
	}
	n, err := strconv.Atoi(strings.TrimLeft(id, "cvq"))
	return err == nil && n > 0 && (id[0] == 'c' && n <= len(r.Claims) || id[0] == 'v' && n <= len(r.Events) || id[0] == 'q' && n <= len(r.Quantities))
}

func boundary(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// TestReadingsHoldTheSchema reads the dispatches and holds what comes out to
// docs/reading.schema.json and to the invariants of spans and references.
func TestReadingsHoldTheSchema(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile("../docs/reading.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	r := newReader(t)
	for name, in := range dispatches(t) {
		reading, err := r.Read(in)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, bad := range invariants(&reading) {
			t.Errorf("%s: %s", name, bad)
		}
		b, err := json.Marshal(reading)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var back sayso.Reading
		if err := json.Unmarshal(b, &back); err != nil {
			t.Errorf("%s: does not read back: %v", name, err)
		} else if again, _ := json.Marshal(back); !bytes.Equal(b, again) {
			t.Errorf("%s: reads back as something else", name)
		}
	}
}

// FuzzRead holds that any text gives a reading with valid spans, the same each time.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"MOSCOW, February 10. /Wire/. The ministry said “we knew” on Thursday, killing 12 people in Aktau.",
		"\"He said \"no\"", "“", "''''", "12–15 killed, 3 % of $4 million", "\u2028\ufeffA\r\nB", "U.S. Gen. A. B. said: «да»",
		"“The bridge is closed,” the mayor said.\n\n“And it stays closed.\n\n“For weeks.”",
	} {
		f.Add(s)
	}
	r := newReader(f)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.TrimSpace(s) == "" {
			t.Skip()
		}
		in := reader.Input{Article: sayso.Article{ID: "x", Text: s, Published: "2022-02-10"}}
		one, err := r.Read(in)
		if err != nil {
			t.Skip()
		}
		if bad := invariants(&one); len(bad) > 0 {
			t.Fatalf("%q: %s", s, strings.Join(bad, "; "))
		}
		two, _ := r.Read(in)
		a, _ := json.Marshal(one)
		b, _ := json.Marshal(two)
		if !bytes.Equal(a, b) {
			t.Fatalf("%q: two readings differ", s)
		}
	})
}
