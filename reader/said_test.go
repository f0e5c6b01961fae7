package reader_test

import (
	"testing"

	"sayso"
	"sayso/reader"
)

// TestWhenItWasSaid holds the day of the saying apart from that of what happened;
// "" where the words leave it open.
func TestWhenItWasSaid(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"The group denied responsibility for a strike on Saturday that killed nine people.":    "",
		"The army on Sunday denied responsibility for a strike on Saturday.":                   "2022-05-01",
		"The army condemned the attack on Friday.":                                             "",
		"The spokesman said on Thursday that the bridge had been hit on Wednesday.":            "2022-04-28",
		"The ministry denied on Monday that its troops had entered the village.":               "2022-05-02",
		"Citing security concerns, the ministry banned all rallies in the capital until June.": "",
		"The council rejected the claim on Friday.":                                            "2022-04-29",
	} {
		reading, err := r.Read(reader.Input{Article: sayso.Article{Text: text, Published: "2022-05-03"}})
		if err != nil {
			t.Fatal(err)
		}
		got := "no claim"
		for _, c := range reading.Claims {
			if c.Within != 0 {
				continue
			}
			if got = ""; c.Said != 0 {
				got = reading.Times[c.Said-1].Value
			}
			break
		}
		if got != want {
			t.Errorf("%s: said %q, want %q", text, got, want)
		}
	}
}
