package place_test

import (
	"strings"
	"testing"

	"sayso/internal/place"
	"sayso/internal/text"
	"sayso/rules"
)

// dispatch is a report of the usual length and density of names.
var dispatch = strings.Repeat(`PORT HALE, Ohio (Sample) - Crews from Franklin County and the town of Delaware worked through the night to reopen the road
between Columbus and Cincinnati, the county engineer said on Tuesday. A second crew from Kentucky joined them near Dayton.

The governor of Ohio, speaking in Cleveland, thanked Canada and Mexico for sending pumps. "We have had offers from Paris, from London and
from as far away as Nairobi," she told reporters. Officials in Washington said the Ohio River would crest at Louisville on Thursday and reach
the Mississippi by the weekend. Farmers in southern Indiana, eastern Illinois and the Missouri Bootheel have begun to move their cattle.
`, 3)

func BenchmarkFind(b *testing.B) {
	r := newReading(b)
	doc := text.Cut(dispatch)
	r.parser.Parse(doc)
	words := len(strings.Fields(dispatch))
	for b.Loop() {
		r.finder.Find(doc, nil, nil)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := place.New(rules.FS); err != nil {
			b.Fatal(err)
		}
	}
}
