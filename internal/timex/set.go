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

// adverb reads words that are times by themselves: "now", "recently", "in the future".
func (r *run) adverb(i int32) found {
	for _, a := range r.word(i).adverbs {
		if a.ref == "" {
			continue
		}
		j := r.phrase(i, a.phrase)
		if j == 0 {
			continue
		}
		if r.hyphen(j) > j || i > r.first && r.hyphen(i-1) == i {
			continue
		}
		t := r.tag(j)
		switch {
		case a.ref == "PRESENT_REF" && (r.spoken(i) || r.lower(r.end-1) == "?" || i == r.first && a.phrase == "now"),
			a.phrase == "soon" && (r.tenseAt(i, j) == past || r.lower(i-1) == "how" || r.lower(i-1) == "too" || r.lower(i-1) == "so"):
			continue
		}
		switch {
		case a.ref != "PRESENT_REF" && r.lower(i) == "the" && !r.leads(i-1),
			r.lower(i) == "the" && r.lower(j) == "of",
			a.phrase == "now" && (r.lower(i-1) == "every" || r.lower(j) == "and" && (r.lower(j+1) == "then" || r.lower(j+1) == "again")),
			r.lower(i) == "the" && (t == text.NN || t == text.NNS || t == text.NNP || t == text.CD || t == text.JJ),
			a.phrase == "soon" && r.lower(i-1) == "as",
			a.phrase == "soon" && r.lower(j) == "after",
			a.phrase == "now" && r.lower(j) == "that",
			a.phrase == "recent" && (r.tag(i) != text.JJ || r.word(j).unit > 0 || r.lower(i-1) == "most" || r.lower(i-1) == "more"),
			r.capital(i) && (r.tag(i) == text.NNP):
			continue
		}
		return found{next: j, typ: sayso.TimexDate, value: a.ref}
	}
	return found{}
}
