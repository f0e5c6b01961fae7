// Package pattern matches constructions, written down in pattern files, over a
// Doc.
//
// A pattern file is for people who know the language and need not know Go. A
// line holds one keyword and what belongs to it; a rule ends where the next
// one begins; lines that begin with "#" are comments:
//
//	class talks  ~talk ~negotiation ~discussion
//	class cities from place/cities.tsv kind=city
//
//	rule  hold-talks
//	match <who:NP> ..3 ~hold @talks with <whom:NP>
//	gives event type=CONSULT
//	yes   [The two ministers] will {hold talks with} [their rivals].
//	no    The club held talks about a new striker.
//
// The elements of a match line stand for words in sequence, within one sentence:
//
//	word           the word itself, in lower case
//	~word          every form of the word, by its lemma
//	@name          a word of a class: listed on a class line, or the first column
//	               of a table, of the rows where COLUMN=VALUE if that is given;
//	               "exactly" instead of "from" takes it as written, not by lemma
//	NOUN VBD …     a token by its universal or Penn tag; NAME, QUOTE and ANY too
//	NP VG          a whole noun chunk, a whole verb group
//	PHRASE         a noun chunk with the of-phrases that follow it
//	CLAUSE         everything up to the sentence's end, without its last mark
//	..  ..3        any words, as few as possible, eight or three at most
//	START END      the sentence's first and last place
//	a|b|NOUN       one of these; only for single tokens
//	x?             x or nothing
//	!x             not before x (of single tokens)
//	(x)  (!x)      after or before x, or not so: it stands there and is no part of
//	               what is found; at either end of the line only
//	=name          what the stage itself reads under that name: "=day"
//	<name:x y>     what x and y match, under a name
//	<name:nsubj>   the phrase that hangs by this relation on the rule's key word,
//	               wherever it stands; matches only in a sentence with a tree
//
// The key word of a rule is its first required word, lemma or class, one that is
// found before one that only stands around; rules are found by it, so a rule
// needs one. "gives" names what the rule finds and says
// more in key=value pairs, which are the stage's own affair.
//
// A "means" line after a "yes" sentence says what the stage must make of it.
//
// In "yes" sentences {braces} hold the matched words outside captures and
// [brackets] the captures; both may be left out. "no" sentences must not match.
// Prove runs them all.
package pattern

import (
	"iter"

	"sayso"
	"sayso/internal/text"
)

// Set is a number of compiled rules. It is safe for concurrent use.
type Set struct {
	Rules  []*Rule
	words  map[string][]*Rule // by a key word as written
	lemmas map[string][]*Rule // by the lemma of a key word
}

// Rule is one compiled rule with its proof.
type Rule struct {
	Name    string
	Path    string
	Line    int // of the "rule" line, counted from 1
	Gives   Gives
	Yes, No []Example

	elems    []elem
	captures []capture
	rels     []relCapture
	key      int // index of the key word's element
}

// Gives is what a rule's "gives" line says.
type Gives struct {
	Kind  string
	Pairs [][2]string // key, value, in the order written
}

// Get returns the value of a key, "" where it is absent.
func (g Gives) Get(key string) string {
	for _, p := range g.Pairs {
		if p[0] == key {
			return p[1]
		}
	}
	return ""
}

// Example is a yes or no sentence without its markup.
type Example struct {
	Text     string
	Cue      []sayso.Span // {braced}
	Captured []sayso.Span // [bracketed]
	Means    string       // what the stage makes of it, "" where that is not said
	Line     int
}

// Ask returns the token after what a stage reads under a name from token at on,
// and at or less where it reads nothing there. It answers the elements "=name".
type Ask func(name string, at int32) int32

// Match is one place where a rule matches.
type Match struct {
	Rule        *Rule
	First, Last int32 // tokens [First, Last)
	Key         int32 // the token of the rule's key word
	Captures    []Capture
	cue         []int32 // matched tokens outside captures and gaps
}

// Capture is a named stretch of tokens [First, Last).
type Capture struct {
	Name        string
	First, Last int32
}

// Capture returns what was captured under a name, and whether anything was.
func (m *Match) Capture(name string) (Capture, bool) {
	for _, c := range m.Captures {
		if c.Name == name {
			return c, true
		}
	}
	return Capture{}, false
}

// Match returns every match of every rule in the tokens [first, last), in
// order of key words; a rule matches once for each key word.
func (s *Set) Match(doc *text.Doc, first, last int32) []Match {
	var out []Match
	for i := first; i < last; i++ {
		out = s.at(doc, i, out)
	}
	return out
}

// At returns the matches of the rules whose key word is token i.
func (s *Set) At(doc *text.Doc, i int32) []Match { return s.at(doc, i, nil) }

func (s *Set) at(doc *text.Doc, i int32, out []Match) []Match {
	for r := range s.Keyed(&doc.Tokens[i]) {
		out = r.match(doc, i, nil, out)
	}
	return out
}

// Keyed yields the rules that a token is the key word of.
func (s *Set) Keyed(t *text.Token) iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		for _, r := range s.words[t.Lower] {
			if !yield(r) {
				return
			}
		}
		for _, r := range s.lemmas[lemma(t)] {
			if !r.elems[r.key].words[t.Lower] && !yield(r) { // else yielded already
				return
			}
		}
	}
}

// At returns the rule's match around the key word at token i, and whether there
// is one; ask answers its "=name" elements.
func (r *Rule) At(doc *text.Doc, i int32, ask Ask) (Match, bool) {
	if m := r.match(doc, i, ask, nil); len(m) > 0 {
		return m[0], true
	}
	return Match{}, false
}

// Asks returns the names of the rule's "=name" elements.
func (r *Rule) Asks() (names []string) {
	for i := range r.elems {
		if r.elems[i].kind == asked {
			names = append(names, r.elems[i].ask)
		}
	}
	return names
}

// Names returns the names of the rule's captures.
func (r *Rule) Names() (names []string) {
	for _, c := range r.captures {
		names = append(names, c.name)
	}
	for _, c := range r.rels {
		names = append(names, c.name)
	}
	return names
}

// lemma returns a token's lemma, of an untagged one the word itself.
func lemma(t *text.Token) string {
	if t.Lemma == "" {
		return t.Lower
	}
	return t.Lemma
}
