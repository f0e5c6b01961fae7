package reader

import (
	"testing"

	"sayso"
)

// TestPreparationsForWhatIsOver holds that preparations tell a planned act, unless its time was over when the article appeared.
func TestPreparationsForWhatIsOver(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text string
		want sayso.Realis
	}{
		{"Spies knew of preparations for the riots in Ruritania in January 2022.", sayso.Actual},
		{"Spies knew of preparations for the riots in Ruritania in May 2022.", sayso.Planned},
		{"Spies knew of preparations for riots in Ruritania.", sayso.Planned},
	} {
		reading, err := r.Read(Input{Article: sayso.Article{Published: "2022-03-10", Text: c.text}})
		if err != nil {
			t.Fatal(err)
		}
		if len(reading.Events) != 1 || reading.Events[0].Type != sayso.Protest || reading.Events[0].Realis != c.want {
			t.Errorf("%s: got %+v, want one PROTEST %s", c.text, reading.Events, c.want)
		}
	}
}

// TestDeclinedIsOpen holds that what somebody will not confirm is left open.
func TestDeclinedIsOpen(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		"The spokesman refused to confirm that troops had shelled the village.",
		"The army would not confirm that it had bombed the bridge.",
	} {
		reading, err := r.Read(Input{Article: sayso.Article{Text: s}})
		if err != nil {
			t.Fatal(err)
		}
		if len(reading.Events) != 1 || reading.Events[0].Realis != sayso.Hypothetical || reading.Events[0].Voice != sayso.VoiceSource {
			t.Errorf("%s: got %+v, want one left open", s, reading.Events)
		}
	}
}
