package timex

import (
	"sayso"
	"sayso/internal/text"
)

// often reads adverbs and adjectives of frequency: "daily", "annual". Other sets
// are the pattern rules'.
func (r *run) often(i int32) found {
	e := r.word(i)
	if e.often == "" {
		return found{}
	}
	if r.capital(i) && (r.tag(i) == text.NNP || r.capital(i+1) || r.capital(i-1) && i-1 > r.first) && i > r.first || r.capital(i) && r.capital(i+1) {
		return found{} // the name of a paper
	}
	if h := r.hyphen(i + 1); h > i+1 && r.lower(h) != "based" {
		return found{}
	}
	return found{next: i + 1, typ: sayso.TimexSet, value: e.often}
}

// spoken reports whether the sentence around token at speaks in the first or second person: its
// "now" is the speaker's, not the article's.
func (r *run) spoken(at int32) bool {
	for i := max(r.first, at-reach); i < min(r.end, at+reach); i++ {
		switch r.toks[i].Lower {
		case "i", "we", "you", "my", "our", "your", "me", "us":
			return true
		}
	}
	return false
}
