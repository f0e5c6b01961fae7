package reader

import (
	"testing"

	"sayso"
	"sayso/internal/event"
	"sayso/rules"
)

// TestEventExamplesProveThemselves reads every sentence of rules/event/examples.tsv, which must tell what its row
// says and nothing where it says so; few rows of the tables may be without one.
func TestEventExamplesProveThemselves(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	found, err := event.LintExamples(rules.FS, true, func(s string) []sayso.Event { return readText(t, r, s).Events })
	if err != nil {
		t.Fatal(err)
	}
	unproved := 0
	for _, f := range found {
		if f.Fault {
			t.Error(f)
		} else {
			unproved++
		}
	}
	if unproved > 60 {
		t.Errorf("no sentence proves %d rows of verbs.tsv and nouns.tsv; see `sayso rules --unproved`", unproved)
	}
}
