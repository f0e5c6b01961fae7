package reader_test

import (
	"testing"

	"sayso"
	"sayso/reader"
)

// TestInternationalBodies holds the codes of bodies that belong to no country.
func TestInternationalBodies(t *testing.T) {
	r := newReader(t)
	for text, want := range map[string]string{
		"The European Union urged both sides to stop fighting.":  "EUR",
		"NATO condemned the attack on the village.":              "IGO",
		"The United Nations condemned the shelling of the camp.": "UNO",
	} {
		reading, err := r.Read(reader.Input{Article: sayso.Article{Text: text}})
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, e := range reading.Events {
			for _, a := range e.Actors {
				found = found || a.Code == want && a.Sector == ""
			}
		}
		if !found {
			t.Errorf("%s: no actor %s in %+v", text, want, reading.Events)
		}
	}
}
