package syntax

import (
	"slices"
	"strings"
	"testing"

	"sayso/internal/text"
)

// known makes a lexicon of names, words parted by blanks.
func known(names map[string]Sort) *Lexicon {
	sorts := map[uint32]Sort{}
	for name, s := range names {
		h := uint32(0)
		for w := range strings.FieldsSeq(name) {
			h = NameHash(h, w)
			sorts[h] |= 0
		}
		sorts[h] |= s
	}
	l := &Lexicon{}
	for h := range sorts {
		l.Hashes = append(l.Hashes, h)
	}
	slices.Sort(l.Hashes)
	for _, h := range l.Hashes {
		l.Sorts = append(l.Sorts, sorts[h])
	}
	l.Index()
	return l
}

func TestNameFeatures(t *testing.T) {
	lex := known(map[string]Sort{"kestle": SortTown, "north kestle": SortCountry, "anna": SortGiven | SortCommon, "north": SortPeople})
	d := text.Cut("Anna saw North Kestle and Kestle. The anna fell. They saw Anna")
	letters := Letters{}
	letters.Read(d)
	n := int32(len(d.Tokens))
	out := make([]float32, n*NameFeatures)
	SetNameFeatures(d, 0, n, lex, letters, out, NameFeatures)
	has := func(word, feature int) bool { return out[word*NameFeatures+feature] == 1 }
	country, town, given := 0, 3*2, featWord
	for _, c := range []struct {
		word, feature int
		want          bool
	}{
		{0, given, true}, {0, featFirst, true}, {0, featTitle, false}, {0, featSmall, true}, {0, featLarge, true},
		{1, featSmall, true}, {1, given, false},
		{2, country + 1, true}, {2, country, false}, {3, country + 2, true}, {3, town, true}, {3, featTitle, true}, {3, featLarge, true},
		{5, town, true}, {5, country + 2, false},
	} {
		if has(c.word, c.feature) != c.want {
			t.Errorf("%s: feature %d is %v", d.Word(int32(c.word)), c.feature, !c.want)
		}
	}
}

func TestNamesFollowTurns(t *testing.T) {
	// One word that could be a person or a place, after a person's name.
	score := make([]float32, 2*16)
	score[1], score[16+2], score[16+5] = 5, 1, 2
	turns := make([]float32, NameTurns)
	out := make([]uint8, 2)
	if DecodeNames(score, turns, out); !slices.Equal(out, []uint8{1, 5}) {
		t.Errorf("without turns: %v", out)
	}
	turns[1*8+2] = 3
	if DecodeNames(score, turns, out); !slices.Equal(out, []uint8{1, 2}) {
		t.Errorf("with turns: %v", out)
	}
	score[0], score[1] = 9, 0
	turns[0*8+2] = 99 // an inside cannot follow nothing
	if DecodeNames(score, turns, out); !slices.Equal(out, []uint8{0, 5}) {
		t.Errorf("an inside without its like: %v", out)
	}
}
