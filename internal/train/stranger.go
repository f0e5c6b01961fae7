package train

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/internal/text"
)

// An engine that always meets a text's own names in the same sentences learns
// them by heart, and then sees too few in other texts. So in a share of places
// another name stands in training, one that is built alike, so that tags and
// tree hold for it too.

// strangers are names to put in the place of others: words by type and build.
type strangers struct {
	met  map[string][][]string
	made *stock
}

// strangersOf gathers the names of golds, those of GUM and those of the other
// set apart: what they call a name differs.
func strangersOf(golds []Gold, made *stock) *strangers {
	s := &strangers{met: map[string][][]string{}, made: made}
	for i := range golds {
		g := &golds[i]
		for at := int32(0); int(at) < len(g.Tokens); {
			end := g.nameEnd(at)
			if build := g.build(at, end); build != "" {
				var words []string
				for k := at; k < end; k++ {
					words = append(words, g.Word(k))
				}
				s.met[build] = append(s.met[build], words)
			}
			at = max(end, at+1)
		}
	}
	return s
}

// nameEnd returns the word after the name that begins at a word, the word
// itself where none does.
func (g *Gold) nameEnd(at int32) int32 {
	t := g.Tokens[at]
	if g.NoNames || t.Name&1 == 0 {
		return at
	}
	end := at + 1
	for int(end) < len(g.Tokens) && g.Tokens[end].Name == t.Name+1 && g.Tokens[end].Sent == t.Sent {
		end++
	}
	return end
}

// build tells set, type, tags and inner tree of the name [first, last). It is
// empty where there is no name or where its words do not hang together.
func (g *Gold) build(first, last int32) string {
	if first == last {
		return ""
	}
	b := []byte{byte(g.Tokens[first].Name), 0}
	if g.gum() {
		b[1] = 1
	}
	heads := 0
	for i := first; i < last; i++ {
		t := &g.Tokens[i]
		blank := byte(0)
		if i > first && g.Tokens[i-1].Span.End < t.Span.Start {
			blank = 1
		}
		b = append(b, byte(t.UPOS), byte(t.Tag), blank)
		switch {
		case t.Joined:
			return ""
		case t.Head >= first && t.Head < last:
			b = append(b, byte(t.Rel), byte(t.Head-first))
		default:
			heads++
			b = append(b, 0xff, 0xff)
		}
	}
	if heads != 1 {
		return ""
	}
	return string(b)
}

// gum reports whether a document is one of GUM.
func (g *Gold) gum() bool { return strings.HasPrefix(g.ID, "GUM_") }

// other returns the words of a name to put in the place of [first, last) of a
// document: another of its build or, half of the time where it can, one that
// is made up. It is nil where there is none.
func (s *strangers) other(g *Gold, first, last int32, rng *rand.Rand) []string {
	build := g.build(first, last)
	if build == "" {
		return nil
	}
	if rng.IntN(2) == 0 && g.plain(first, last) {
		if words := s.made.name(g.Tokens[first].Name, int(last-first), rng); words != nil {
			return words
		}
	}
	if met := s.met[build]; len(met) > 0 {
		return met[rng.IntN(len(met))]
	}
	return nil
}

// plain reports whether [first, last) are proper nouns with blanks between.
func (g *Gold) plain(first, last int32) bool {
	for i := first; i < last; i++ {
		if g.Tokens[i].Tag != text.NNP || i > first && g.Tokens[i-1].Span.End == g.Tokens[i].Span.Start {
			return false
		}
	}
	return true
}

// name makes up a person's name or takes a place's of a number of words.
func (s *stock) name(kind text.NameTag, words int, rng *rand.Rand) []string {
	one := func(from []string) string { return from[rng.IntN(len(from))] }
	switch {
	case kind == text.BeginPlace && words < len(s.places) && len(s.places[words]) > 0:
		return s.places[words][rng.IntN(len(s.places[words]))]
	case kind != text.BeginPerson || len(s.given) == 0 || len(s.family) == 0:
	case words == 1 && rng.IntN(2) == 0:
		return []string{one(s.given)}
	case words == 1:
		return []string{one(s.family)}
	case words == 2:
		return []string{one(s.given), one(s.family)}
	case words == 3:
		return []string{one(s.given), one(s.given), one(s.family)}
	}
	return nil
}

// proper reports whether words are letters alone and begin with a capital.
func proper(words ...string) bool {
	for _, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) || strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) }) {
			return false
		}
	}
	return true
}

// swap puts other names in the place of a share of those among the words
// [first, last), which words holds.
func (s *strangers) swap(g *Gold, first, last int32, words []string, share float32, rng *rand.Rand) {
	for i := first; i < last; i++ {
		if end := g.nameEnd(i); end > i && end <= last && rng.Float32() < share {
			copy(words[i-first:], s.other(g, i, end, rng))
		}
	}
}
