package reader_test

import (
	"testing"

	"sayso"
	"sayso/reader"
)

// TestNumbersStandOnWhoeverGivesThem holds on whose word a number stands: a
// source's words, "" for the outlet's own, "?" where it is unclear.
func TestNumbersStandOnWhoeverGivesThem(t *testing.T) {
	r := newReader(t)
	for _, c := range []struct{ headline, text, number, who string }{
		{"", "An earlier toll of five dead, given by state radio, could not be confirmed.", "five", "state radio"},
		{"", "The blast killed 24 people, the governor said, up from 19 reported earlier by the state broadcaster.", "19", "the state broadcaster"},
		{"", "The blast killed 24 people, the governor said, up from 19 reported earlier by the state broadcaster.", "24", "the governor"},
		{"", "The number of dead rose to 31 on Friday, up from 27 announced by the ministry a day before.", "27", "the ministry"},
		{"", "The number of dead rose to 31 on Friday, up from 27 announced by the ministry a day before.", "31", ""},
		{"", "The figure of 40 wounded, provided by the hospital, was out of date.", "40", "the hospital"},
		{"", "Prosecutors are investigating the deaths of 12 miners, a number released by the mining company last week.", "12", "the mining company"},
		{"", "The ministry's toll of 12 dead is disputed.", "12", "The ministry"},
		{"", "Some 4,000 people fled, a figure that was confirmed by the mayor.", "Some 4,000", "the mayor"},
		{"", "More than 300 people have been killed since January, according to the Marland Institute, down from 540 a year before.", "540", "?"},
		{"", "Two soldiers were killed by rebels on Monday.", "Two", ""},
		{"", "Rebels burned 12 trucks supplied by the ministry.", "12", ""},
		{"", "The trucks carried 20 tonnes of flour given by the relief agency.", "20", ""},
		{"Flood kills 40 in north", "Flooding in the north has killed 40 people, the disaster agency said on Monday.", "40", "the disaster agency"},
		{"Bomb in market kills 9 people", "A bomb went off in a market in Osk. At least 9 people were killed, hospital sources said.", "9", "hospital sources"},
		{"Three shot dead at rally", "Three people were shot dead at a rally in Osk on Sunday. Police gave no details.", "Three", ""},
		{"Bomb in market kills 9 people", "Nine people were killed in a blast in Osk on Monday. Nine had been killed by noon, the army said.", "9", ""},
		{"Bomb in market kills 9 people", "Nine people were killed in the blast, the army said. Nine people were killed, the rebels said.", "9", "?"},
		{"Bomb in market kills 9 people", "The army denied that nine people had been killed in the blast.", "9", "?"},
	} {
		if c.headline != "" {
			c.text = c.headline + "\n\n" + c.text
		}
		reading, err := r.Read(reader.Input{Article: sayso.Article{Headline: c.headline, Text: c.text, Published: "2022-05-03"}})
		if err != nil {
			t.Fatal(err)
		}
		got := "no such number"
		for _, q := range reading.Quantities {
			if q.Span.Of(reading.Article.Text) != c.number {
				continue
			}
			switch got = ""; q.Voice {
			case sayso.VoiceUnclear:
				got = "?"
			case sayso.VoiceSource:
				if got = "nobody"; reading.Claims[q.Claim-1].Source != nil {
					got = reading.Claims[q.Claim-1].Source.Span.Of(reading.Article.Text)
				}
			}
			break
		}
		if got != c.who {
			t.Errorf("%s\n%s: got %q, want %q", c.text, c.number, got, c.who)
		}
	}
}
