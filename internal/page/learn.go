package page

import (
	"io/fs"
	"maps"
)

// Candidate is a block of a page with its features, each of which speaks for
// or against its being part of the article.
type Candidate struct {
	Text     string
	Features []string
}

// Untrained is New without weights: what it extracts is of no use before
// Weighed gives it some.
func Untrained(rules fs.FS) (*Extractor, error) {
	x := &Extractor{months: map[string]int{}, agencies: map[string]string{}}
	return x, x.load(rules)
}

// Weighed returns an Extractor with the same tables and other weights of
// features.
func (x *Extractor) Weighed(weights map[string]float64) *Extractor {
	y := *x
	y.weights = maps.Clone(weights)
	return &y
}

// Candidates returns the blocks of a page in their order, as Extract would
// weigh them; none where the page cannot be parsed.
func (x *Extractor) Candidates(page []byte, from string) []Candidate {
	p, err := x.open(page, from)
	if err != nil {
		return nil
	}
	s := x.surround(study(p.blocks, p.t, p.r), p.titles())
	out := make([]Candidate, len(s.all))
	for i := range s.all {
		out[i] = Candidate{s.all[i].text, s.features(x, i)}
	}
	return out
}
