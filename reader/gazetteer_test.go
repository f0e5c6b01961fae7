package reader_test

import (
	"strings"
	"testing"

	"sayso"
	"sayso/reader"
)

func TestGazetteerAddsPlaces(t *testing.T) {
	table := "name\tnames\tkind\tcountry\tlat\tlon\nNova Lukovka\tNew Lukovka\ttown\tUA\t50.5\t30.5\n"
	places, err := reader.ReadGazetteer("mine.tsv", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader.New(reader.Options{Places: places})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.Name(), " places ") {
		t.Errorf("the reader's name %q does not tell of the table", r.Name())
	}
	reading, err := r.Read(reader.Input{Article: sayso.Article{Text: "Shells hit the village of New Lukovka on Monday."}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range reading.Places {
		if p.Name == "Nova Lukovka" && p.Point != nil && p.Lat == 50.5 && p.Country == "UA" {
			return
		}
	}
	t.Errorf("places %+v", reading.Places)
}

func TestGazetteerNamesItsFaults(t *testing.T) {
	_, err := reader.ReadGazetteer("mine.tsv", strings.NewReader("name\tnames\tkind\tcountry\tlat\tlon\nNova Lukovka\t\thamlet\tUA\t50.5\t30.5\n"))
	if err == nil || !strings.Contains(err.Error(), "mine.tsv:2: kind") {
		t.Errorf("error %v", err)
	}
}
