package attribution

import (
	"sayso"
	"sayso/internal/text"
)

// page is one article as the rules see it: the Doc with, for every token,
// which quotation it stands in.
type page struct {
	*text.Doc
	words *words
	media *hops
	terms []tokens // on what terms sources spoke
	front text.Front

	quote []int32 // outermost quotation around the token, its marks included, or -1
	mark  []bool  // the token is a mark of an outermost quotation
	keys  *keys
}

func newPage(doc *text.Doc, w *words, front text.Front) *page {
	p := &page{Doc: doc, words: w, front: front, quote: make([]int32, len(doc.Tokens)), mark: make([]bool, len(doc.Tokens))}
	for i := range p.quote {
		p.quote[i] = -1
	}
	for k := range doc.Quotes {
		if doc.Quotes[k].Within >= 0 {
			continue
		}
		for n, piece := range doc.Quotes[k].Pieces {
			first, last := doc.TokensIn(piece)
			for i := first; i < last; i++ {
				p.quote[i] = int32(k)
			}
			if first < last {
				p.mark[first] = true
				if closed := n == len(doc.Quotes[k].Pieces)-1 && !doc.Quotes[k].Open; closed {
					p.mark[last-1] = true
				}
			}
		}
	}
	return p
}

// speech reports whether token i stands in a quotation that is more than a scare quote.
func (p *page) speech(i int32) bool { return p.quote[i] >= 0 && !p.Quotes[p.quote[i]].Scare }

// longest is how many tokens of a sentence on either side of a word are looked
// at: sentences that run longer are no sentences.
const longest = 100

// bounds returns the tokens [first, last) around token i that its clause can
// reach: its sentence and, within a quotation, no further than its marks.
func (p *page) bounds(i int32) (first, last int32) {
	s := &p.Sents[p.Tokens[i].Sent]
	first, last = max(s.First, i-longest), min(s.Last, i+longest)
	if q := p.quote[i]; q >= 0 && !p.Quotes[q].Scare {
		from, to := i, i+1
		for from > first && p.quote[from-1] == q && !p.mark[from] {
			from--
		}
		for to < last && p.quote[to] == q {
			to++
		}
		for from < i && p.mark[from] {
			from++
		}
		for to > i+1 && p.mark[to-1] {
			to--
		}
		return from, to
	}
	return first, last
}

// paragraph returns the paragraph of token i.
func (p *page) paragraph(i int32) int32 { return p.Sents[p.Tokens[i].Sent].Para }

// lower returns token i in lower case; "" outside the text.
func (p *page) lower(i int32) string {
	if i < 0 || int(i) >= len(p.Tokens) {
		return ""
	}
	return p.Tokens[i].Lower
}

// tag returns token i's tag; 0 outside the text.
func (p *page) tag(i int32) text.Tag {
	if i < 0 || int(i) >= len(p.Tokens) {
		return 0
	}
	return p.Tokens[i].Tag
}

// lemma returns token i's lemma, and its lower form where it has none.
func (p *page) lemma(i int32) string {
	if t := &p.Tokens[i]; t.Lemma != "" {
		return t.Lemma
	}
	return p.Tokens[i].Lower
}

// isVerb reports whether a tag is a full verb's; auxiliaries are told by UPOS.
func isVerb(t text.Tag) bool { return t >= text.VB && t <= text.VBZ }

// isFinite reports whether a tag can be a finite verb's.
func isFinite(t text.Tag) bool {
	return t == text.VBD || t == text.VBP || t == text.VBZ || t == text.MD
}

func isNoun(t text.Tag) bool { return t >= text.NN && t <= text.NNPS }

func isName(t text.Tag) bool { return t == text.NNP || t == text.NNPS }

// isQuoteMark reports whether a token is a quotation mark.
func isQuoteMark(s string) bool {
	switch s {
	case `"`, "“", "”", "``", "''", "'", "‘", "’", "«", "»", "„":
		return true
	}
	return false
}

// isDash reports whether a token is a dash between phrases.
func isDash(s string) bool { return s == "—" || s == "–" || s == "--" || s == "-" || s == "―" }

// tokens is a run of tokens [first, last).
type tokens struct{ first, last int32 }

func (t tokens) empty() bool             { return t.first >= t.last }
func (t tokens) has(i int32) bool        { return t.first <= i && i < t.last }
func (t tokens) meets(u tokens) bool     { return t.first < u.last && u.first < t.last }
func (t tokens) covers(u tokens) bool    { return t.first <= u.first && u.last <= t.last }
func (p *page) span(t tokens) sayso.Span { return p.Range(t.first, t.last) }

// frame is one attribution as read from the grammar: tokens still.
type frame struct {
	head    int32 // the cue's head word
	class   class
	entry   *entry // nil where the tables do not have the word
	cue     tokens
	source  tokens   // empty where there is none
	via     tokens   // who handed it on, where the words of the cue name them
	content []tokens // in text order
	shape   shape    // how the content stands
	p       float64  // how sure
	ruled   float64  // how sure the rules alone are
	by      string
}

// shape is the construction in which a cue takes its content.
type shape uint8

const (
	noShape        shape = iota
	quoteBefore          // "…," she said
	quoteAfter           // she said, "…"
	thatClause           // said that …
	bareClause           // said the bridge …
	whether              // asked if …
	infinitive           // vowed to …
	objectClause         // urged them to …
	nounObject           // criticised the plan
	phraseObject         // spoke of the plan
	asObject             // described the plan as …
	gerund               // considered leaving
	clauseBefore         // The bridge is shut, she said
	relativeClause       // what she called …
	accordingTo          // according to her, …
	markBetween          // Minister: …; … — minister
	passive              // is expected to; was criticised
)

var shapeNames = [...]string{"none", "quote-before", "quote-after", "that-clause", "bare-clause", "whether", "infinitive", "object-clause", "noun-object",
	"phrase-object", "as-object", "gerund", "clause-before", "relative-clause", "according-to", "mark", "passive"}

func (s shape) String() string { return shapeNames[s] }
