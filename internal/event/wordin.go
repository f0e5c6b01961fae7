package event

import (
	"strings"

	"sayso/internal/text"
)

// wordIn returns the first word of the phrases that is in a class: the head, or
// a noun before it.
func (r *reading) wordIn(list []phrase, words map[string]bool) (int32, bool) {
	for _, p := range list {
		if in(words, &r.doc.Tokens[p.head]) || words[r.hyphened(p.head)] {
			return p.head, true
		}
		if q, ok := r.counted(p); ok && in(words, &r.doc.Tokens[q.head]) {
			return q.head, true
		}
	}
	for _, p := range list {
		for i := p.head - 1; i >= p.first; i-- {
			t := &r.doc.Tokens[i]
			if t.Tag == text.POS {
				break
			}
			if in(words, t) {
				return i, true
			}
		}
	}
	return 0, false
}

// hyphened returns a word with what a hyphen joins to it, "cease-fire"; "" where
// there is no hyphen.
func (r *reading) hyphened(i int32) string {
	if i < 2 || r.doc.Tokens[i-1].Tag != text.HYPH {
		return ""
	}
	return r.doc.Tokens[i-2].Lower + "-" + lemma(&r.doc.Tokens[i])
}

// counted returns the phrase after "of" where the phrase before it only counts or
// measures: "94% of the equipment", "tons of food", "a group of men".
func (r *reading) counted(p phrase) (phrase, bool) {
	h := &r.doc.Tokens[p.head]
	if int(p.last)+1 >= len(r.doc.Tokens) || r.doc.Tokens[p.last].Lower != "of" || h.UPOS != text.NUM && h.UPOS != text.SYM && !r.t.words.count[lemma(h)] && !r.t.classes["measure"][lemma(h)] {
		return phrase{}, false
	}
	c := r.doc.Tokens[p.last+1].Chunk
	if c < 0 || r.doc.Chunks[c].Kind != text.NounChunk {
		return phrase{}, false
	}
	k := &r.doc.Chunks[c]
	return phrase{k.First, k.Last, k.Head}, true
}

// in reports whether a set of lemmas holds a word. Plural nouns that are their
// own lemma ("supplies", "talks") count by their singular too.
func in(words map[string]bool, t *text.Token) bool {
	return words[lemma(t)] || words[t.Lower] || t.Tag == text.NNS && words[singular(t.Lower)]
}

// singular takes the plural ending off a regular noun.
func singular(w string) string {
	if stem, ok := strings.CutSuffix(w, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(w, "s")
}
