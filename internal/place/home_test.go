package place_test

import (
	"testing"

	"sayso"
	"sayso/internal/text"
)

// TestHome reads names that only the outlet's home can tell apart.
func TestHome(t *testing.T) {
	r := newReading(t)
	const words = "A shop in Hamilton was robbed on Friday."
	for _, test := range []struct{ url, outlet, want string }{
		{"", "", "CA-ON"},
		{"https://www.motherwelltimes.example/news/1", "", "GB-SCT"},
		{"", "The Motherwell Times", "GB-SCT"},
		{"https://news.example.co.nz/1", "", "NZ-WKO"},
		{"https://news.example.tv/1", "News of the Day", "CA-ON"},
	} {
		a := sayso.Article{Text: words, URL: test.url, Outlet: test.outlet}
		doc := text.Cut(words)
		r.parser.Parse(doc)
		places, _ := r.finder.Find(doc, &a, nil)
		got := ""
		if len(places) == 1 {
			got = places[0].Admin1
		}
		if got != test.want {
			t.Errorf("%q, %q: %v in %q, want %q", test.url, test.outlet, places, got, test.want)
		}
	}
}
