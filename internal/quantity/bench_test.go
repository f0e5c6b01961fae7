package quantity

import (
	"os"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/text"
)

func BenchmarkFind(b *testing.B) {
	r := newReader(b)
	raw, err := os.ReadFile("testdata/figures.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc := text.Cut(strings.NewReplacer("{", "", "}", "").Replace(string(raw)))
	r.parser.Parse(doc)
	for b.Loop() {
		r.finder.Find(doc, nil, nil, sayso.Attribution{})
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportAllocs()
}
