package reader_test

import (
	"testing"

	"sayso"
	"sayso/reader"
)

// TestHearsayIsNeverTheOutletsOwn reads sentences whose event stands on
// somebody's word, however it is put, and sentences that are the outlet's own.
func TestHearsayIsNeverTheOutletsOwn(t *testing.T) {
	r := newReader(t)
	for text, own := range map[string]bool{
		"Rebels shot two teachers on Monday, residents told the agency.":                           false,
		"Rumours that the mayor had been shot spread quickly.":                                     false,
		"A report that 40 people had been killed in the clashes was withdrawn on Friday.":          false,
		"The rebels reportedly shot the mayor.":                                                    false,
		"Police are believed to have arrested hundreds of protesters.":                             false,
		"According to two officials, soldiers shelled the camp overnight.":                         false,
		"The army denied that its soldiers had shelled the camp.":                                  false,
		"Soldiers shelled the camp on Monday.":                                                     true,
		"Police arrested hundreds of protesters in the capital on Friday.":                         true,
		"Rebels shot two teachers on Monday. The village was calm on Tuesday, residents said.":     true,
		"Soldiers shelled the camp overnight and then withdrew across the river towards the hills": true,
	} {
		reading, err := r.Read(reader.Input{Article: sayso.Article{Text: text, Published: "2022-05-03"}})
		if err != nil {
			t.Fatal(err)
		}
		if len(reading.Events) == 0 {
			t.Errorf("%s: no event", text)
		}
		for _, e := range reading.Events {
			if (e.Voice == sayso.VoiceOutlet) != own {
				t.Errorf("%s: %s “%s” in voice %s", text, e.Type, e.Trigger.Of(reading.Article.Text), e.Voice)
			}
		}
	}
}
