package event

import (
	"maps"
	"sayso/internal/lexicon"
	"slices"
	"strings"
)

// rowWords is how many words of a class an example is made for.
const rowWords = 8

// Rows returns the rows of verbs.tsv and nouns.tsv as examples, in order of their
// lemmas: the word alone or with what its row asks to hang on it. Nothing is told of
// who stands around, so they teach what words mean and no more.
func (f *Finder) Rows() (out [][]Example) {
	r := &reading{t: f.t, vector: f.vector}
	for part, table := range []map[string][]sense{f.t.verbs, f.t.nouns} {
		for _, lemma := range slices.Sorted(maps.Keys(table)) {
			for i := range table[lemma] {
				out = append(out, r.row(lemma, &table[lemma][i], uint64(part)))
			}
		}
	}
	return out
}

// row returns the examples of one row: one for each word that it may take.
func (r *reading) row(lemma string, s *sense, part uint64) []Example {
	var object, inner []string
	prep := ""
	for _, n := range s.need {
		switch n.kind {
		case needObjWord:
			object = sample(n.words)
		case needInf:
			inner = sample(n.words)
		case needPrepWord:
			if prep = n.prep; len(object) == 0 {
				object = sample(n.words)
			}
		}
	}
	var out []Example
	for i := range max(len(object), len(inner), 1) {
		e := Example{Type: s.kind, Marks: []Mark{}}
		x := &shown{r: r, out: &e.Sight, marks: e.Marks}
		l := lexicon.HashWord(lemma)
		x.add(tKind, part)
		x.add(tLemma, l)
		x.add(tLemma, l, part)
		x.means(triggerSlot, tClass, 0, lemma)
		if len(s.words) > 0 {
			x.add(tLemmaPrep, l, 9, lexicon.HashWord(s.words[0]))
		}
		switch {
		case i < len(object) && prep != "":
			h, w := lexicon.HashWord(object[i]), lexicon.HashWord(prep)
			x.add(tPrep, w)
			x.add(tPrepWord, w, h)
			x.add(tLemmaPrep, l, w)
			x.means(obliqueSlot, tPrepClass, w, object[i])
		case i < len(object):
			h := lexicon.HashWord(object[i])
			x.add(tObject, h)
			x.add(tLemmaObject, l, h)
			x.means(objectSlot, tObjectClass, 0, object[i])
			for _, n := range r.t.nouns[object[i]] {
				x.add(tObjectNoun, lexicon.HashWord(string(n.kind)))
			}
		}
		if i < len(inner) {
			h := lexicon.HashWord(inner[i])
			x.add(tComplement, h)
			x.add(tLemmaComplement, l, h)
			x.means(complementSlot, tComplementClass, 0, inner[i])
		}
		e.Marks = x.marks
		out = append(out, e)
	}
	return out
}

// means tells the classes of a word and its vector.
func (s *shown) means(slot int, template, also uint64, word string) {
	for _, c := range s.r.t.classesOf[word] {
		s.add(template, also, c)
	}
	if s.r.vector != nil {
		s.out.Vectors[slot] = s.r.vector(strings.ToLower(word))
	}
}

// sample returns words of a class, spread over it in order of the alphabet.
func sample(class map[string]bool) (out []string) {
	words := slices.Sorted(maps.Keys(class))
	for i := range min(rowWords, len(words)) {
		out = append(out, words[i*len(words)/min(rowWords, len(words))])
	}
	return out
}
