package syntax

import "sayso/internal/lexicon"

// Sort is a set of what the lexicon says a word or phrase is.
type Sort uint16

// What words and phrases are known as. Phrases have the first five alone.
const (
	SortCountry   Sort = 1 << iota // a country, a continent, a region
	SortCity                       // a division, a town of a hundred thousand
	SortTown                       // a smaller town
	SortFeature                    // a river, a mountain, an island, a quarter
	SortBody                       // an organization
	SortGiven                      // a person's first name
	SortFamily                     // the last name of somebody well known
	SortBodyHead                   // ends names of organizations: "ministry"
	SortPlaceHead                  // ends names of places: "river"
	SortPeople                     // has a capital but names nothing: "Kazakh", "Tuesday"
	SortTitle                      // stands before persons' names, or tells what somebody is
	SortCommon                     // a word of the language too: "Reading"
)

// phraseSorts is how many of the sorts phrases have; longestName how many
// words the lexicon looks at.
const (
	phraseSorts = 5
	longestName = 5
)

// Lexicon holds words and phrases that are known, by the hash of their words.
type Lexicon struct {
	Hashes []uint32 // ascending
	Sorts  []Sort
	slots  []int32
}

// Index makes the lexicon ready for use.
func (l *Lexicon) Index() {
	n := 1
	for n < 2*len(l.Hashes) {
		n *= 2
	}
	l.slots = make([]int32, n)
	for row, h := range l.Hashes {
		at := int(h*0x9E3779B1) & (n - 1)
		for l.slots[at] != 0 {
			at = (at + 1) & (n - 1)
		}
		l.slots[at] = int32(row) + 1
	}
}

// find returns the sorts of a hash and whether the lexicon holds it.
func (l *Lexicon) find(h uint32) (Sort, bool) {
	n := len(l.slots)
	for at := int(h*0x9E3779B1) & (n - 1); n > 0 && l.slots[at] != 0; at = (at + 1) & (n - 1) {
		if row := l.slots[at] - 1; l.Hashes[row] == h {
			return l.Sorts[row], true
		}
	}
	return 0, false
}

// NameHash is the hash that a lexicon has a word or phrase under: begin with 0
// and put in one folded word after another.
func NameHash(before uint32, word string) uint32 {
	if h := uint32(mix(uint64(before)<<32|uint64(uint32(hash(word))), hash(word)) >> 16); h != 0 {
		return h
	}
	return 1
}

// foldedHash is NameHash of a token as it stands.
func foldedHash(before uint32, low string) uint32 {
	for i := range len(low) {
		if low[i] >= 0x80 || low[i] == '\'' || low[i] == '.' {
			var room [64]byte
			return NameHash(before, string(lexicon.AppendFold(room[:0], low)))
		}
	}
	return NameHash(before, low)
}
