package event

import (
	"slices"
	"testing"

	"sayso"
	"sayso/rules"
)

// TestEveryModeHasAnExample holds examples.tsv to a sentence for each mode that a row of the tables gives.
func TestEveryModeHasAnExample(t *testing.T) {
	tab, err := load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	list, err := examples(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []map[string][]sense{tab.verbs, tab.nouns} {
		for _, senses := range m {
			for _, s := range senses {
				if !slices.ContainsFunc(list, func(x example) bool { return x.kind == string(s.kind) && x.mode == s.mode }) {
					t.Errorf("%s: no example of %s %s", s.by, s.kind, s.mode)
				}
			}
		}
	}
}

func TestExamplesAreFilledIn(t *testing.T) {
	if got := insert("A ~ and a ~ by [the army].", "ambush"); got != "An ambush and an ambush by [the army]." {
		t.Error(got)
	}
	plain, marks := marked("Police arrested [two students] and [a nurse].")
	if plain != "Police arrested two students and a nurse." || !slices.Equal(marks, []string{"two students", "a nurse"}) {
		t.Error(plain, marks)
	}
}

func TestLintExamplesReportsWhatIsReadOtherwise(t *testing.T) {
	fsys := withRows(t, "event/examples.tsv", "THREATEN\t\tzz\tThe army ~ [the town].\tThe army ~ the hill.\n")
	found, err := LintExamples(fsys, false, func(s string) []sayso.Event {
		switch s {
		case "The army zz the town.":
			return []sayso.Event{{Type: sayso.Threaten, Trigger: sayso.Span{Start: 9, End: 11}}}
		case "The army zz the hill.":
			return []sayso.Event{{Type: sayso.Threaten}}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		if slices.Contains([]string{`zz: "the town" takes no part in "The army zz the town."`, `zz: THREATEN in "The army zz the hill."`}, f.Why) {
			got = append(got, f.Why)
		}
	}
	if len(got) != 2 {
		t.Error(got)
	}
}
