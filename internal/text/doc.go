// Package text holds one article's text cut into paragraphs, sentences, tokens
// and quotations: the Doc that every stage reads.
//
// Positions are byte offsets into Doc.Text; tokens are numbered through the
// whole document, so that a token index alone names a word.
package text

import "sayso"

// Doc is a text with everything found in it by the early stages. Stages that
// come later read it and never change it.
//
// Invariants: Tokens are in text order and do not overlap; every byte that is
// not white space belongs to exactly one token; every token belongs to exactly
// one sentence and every sentence to exactly one paragraph; sentences and
// paragraphs are trimmed of white space.
type Doc struct {
	Text   string
	Tokens []Token
	Sents  []Sentence
	Paras  []Paragraph
	Chunks []Chunk // base noun phrases and verb groups, in text order, not overlapping
	Quotes []Quote // in order of their opening marks

	// States is what the engine's encoder makes of the tokens in their
	// sentences, Width values each; nil until parsed. What a value means is
	// known only to those who learnt with the same weights.
	States []int8
	Width  int
}

// Token is one syntactic word in the sense of Universal Dependencies: "don't"
// is the two tokens "do" and "n't".
type Token struct {
	Span  sayso.Span
	Lower string // the token in lower case, curly apostrophes made straight
	Lemma string // "" until tagged
	UPOS  UPOS
	Tag   Tag   // Penn Treebank tag
	Feats Feats // morphological features
	Rel   Rel   // relation to the head
	Head  int32 // index of the head token; Root, or Unparsed
	Name  NameTag
	Sent  int32 // index of its sentence
	Chunk int32 // index of its chunk, or -1
	// Joined is set where the token continues the written word of the token
	// before it: "n't" in "don't", "'s" in "Kyiv's".
	Joined bool
}

// Heads that are no token.
const (
	Root     int32 = -1 // the sentence's root
	Unparsed int32 = -2 // no tree was built
)

// Sentence is a run of tokens [First, Last).
type Sentence struct {
	Span        sayso.Span
	First, Last int32
	Para        int32
}

// Paragraph is a run of sentences [First, Last).
type Paragraph struct {
	Span        sayso.Span
	First, Last int32
}

// Chunk is a base noun phrase or a verb group: tokens [First, Last).
type Chunk struct {
	Kind        ChunkKind
	First, Last int32
	Head        int32 // the head word: the last noun, the main verb
}

// ChunkKind is the kind of a chunk.
type ChunkKind uint8

const (
	NounChunk ChunkKind = iota + 1
	VerbChunk           // auxiliaries, adverbs between and the main verb: "has not yet said"
)

// Quote is a quotation with its marks. A quotation that runs over paragraphs
// and is reopened at each is one Quote with several pieces.
type Quote struct {
	Pieces []sayso.Span // each with its marks, in text order
	Within int32        // index of the quote around it, or -1
	Scare  bool         // a word or two in marks, not speech
	Open   bool         // never closed
}

// Of returns the words of a span.
func (d *Doc) Of(s sayso.Span) string { return d.Text[s.Start:s.End] }

// Word returns token i as written.
func (d *Doc) Word(i int32) string { return d.Of(d.Tokens[i].Span) }

// Range returns the span of tokens [first, last); empty where there is none.
func (d *Doc) Range(first, last int32) sayso.Span {
	if first >= last {
		return sayso.Span{}
	}
	return sayso.Span{Start: d.Tokens[first].Span.Start, End: d.Tokens[last-1].Span.End}
}

// TokenAt returns the index of the first token that ends after byte at; it is
// len(Tokens) where none does.
func (d *Doc) TokenAt(at int32) int32 {
	lo, hi := 0, len(d.Tokens)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Tokens[m].Span.End > at {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return int32(lo)
}

// TokensIn returns the tokens [first, last) that share a byte with s.
func (d *Doc) TokensIn(s sayso.Span) (first, last int32) {
	first = d.TokenAt(s.Start)
	last = first
	for int(last) < len(d.Tokens) && d.Tokens[last].Span.Start < s.End {
		last++
	}
	return first, last
}

// SentenceAt returns the index of the sentence that holds byte at, or of the
// first one after it; len(Sents) where none is.
func (d *Doc) SentenceAt(at int32) int32 {
	i := d.TokenAt(at)
	if int(i) == len(d.Tokens) {
		return int32(len(d.Sents))
	}
	return d.Tokens[i].Sent
}
