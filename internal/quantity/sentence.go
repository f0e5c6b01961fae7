package quantity

import (
	"sayso/internal/text"
)

// sentence is one sentence with what the lexicon knows of its words. Positions
// are token indexes of the document, first <= i < last.
type sentence struct {
	doc         *text.Doc
	classes     *classes
	first, last int32
	words       []*word // of token first+k; nil where unknown
	kinds       []kind  // of token first+k
	ill         bool    // the article tells of illness
	harmed      bool    // a figure of the sentence has a harm already
	told        harm    // what the last figure of people tells, in this sentence or the one before
	timed       []bool  // whether token first+k lies in an expression of time
}

// kind is what a token does in its clause, as far as the stage must know.
type kind uint8

const (
	kEnd kind = iota // outside the sentence
	kPunct
	kComma
	kDash  // a dash between clauses
	kOpen  // ( [
	kClose // ) ]
	kQuote
	kDet
	kPrep
	kConj
	kSub
	kRel
	kThat
	kPron
	kBe
	kGet
	kHave
	kDo
	kFuture
	kMay
	kNot
	kTo
	kAdv
	kNum
	kHyphen
	kNoun
	kAdj
	kVerb
	kPoss
)

func (s *sentence) word(i int32) *word {
	if i < s.first || i >= s.last {
		return nothing
	}
	if w := s.words[i-s.first]; w != nil {
		return w
	}
	return nothing
}

var nothing = &word{}

func (s *sentence) lower(i int32) string {
	if i < s.first || i >= s.last {
		return ""
	}
	return s.doc.Tokens[i].Lower
}

func (s *sentence) has(i int32, f fn) bool { return s.word(i).fn&f != 0 }

func (s *sentence) upos(i int32) text.UPOS {
	if i < s.first || i >= s.last {
		return 0
	}
	return s.doc.Tokens[i].UPOS
}

// timeAt reports whether token i belongs to an expression of time.
func (s *sentence) timeAt(i int32) bool {
	return i >= s.first && i < s.last && s.timed[i-s.first]
}

// kind returns what token i does, kEnd outside the sentence.
func (s *sentence) kind(i int32) kind {
	if i < s.first || i >= s.last {
		return kEnd
	}
	return s.kinds[i-s.first]
}

// classify tells what token i does. Closed classes go before tags, which headlines
// and capitals mislead; open classes go by tag, and by the lexicon where a word
// can only be a verb.
func (s *sentence) classify(i int32) kind {
	t := &s.doc.Tokens[i]
	c := t.Lower[0]
	switch {
	case c >= '0' && c <= '9':
		return kNum
	case c < 'a' || c > 'z':
		if k := punctuation(t.Lower, s.touch(i)); k != 0 {
			return k
		}
	}
	w := s.word(i)
	if f := w.fn; f != 0 {
		switch {
		case f&fnPoss != 0 && (f&fnBe == 0 || t.UPOS == text.PART || t.UPOS == 0 && s.kind(i-1) == kNoun):
			return kPoss
		case f&fnBe != 0:
			return kBe
		case f&fnGet != 0:
			return kGet
		case f&fnHave != 0:
			return kHave
		case f&fnDo != 0:
			return kDo
		case f&fnFuture != 0 && (t.UPOS == 0 || t.UPOS == text.AUX || t.UPOS == text.VERB):
			return kFuture
		case f&fnMay != 0 && (t.UPOS == 0 || t.UPOS == text.AUX):
			return kMay
		case f&fnNot != 0:
			return kNot
		case f&fnTo != 0:
			return kTo
		case f&fnRel != 0:
			return kRel
		case f&fnThat != 0:
			return kThat
		case f&fnConj != 0:
			return kConj
		case f&fnSub != 0 && f&fnPrep == 0:
			return kSub
		case f&fnPrep != 0:
			return kPrep
		case f&fnDet != 0:
			return kDet
		case f&fnPron != 0:
			return kPron
		case f&fnAdv != 0:
			return kAdv
		}
	}
	if t.UPOS == text.NUM || s.isNumeral(i) {
		return kNum
	}
	if w.counts != 0 && w.forms&participle != 0 && s.kind(i-1) == kDet {
		return kAdj // "the wounded"
	}
	if w.forms&(participle|past) != 0 && s.kind(i-1) == kHave { // "has cost 12 lives"
		return kVerb
	}
	if v := w.forms; v != 0 && (w.noun == 0 || t.UPOS == text.VERB) {
		sure := v&(past|participle|gerund) != 0 && v&base == 0 && (w.harm != 0 || w.frames != 0)
		switch t.UPOS {
		case text.VERB, text.AUX:
			return kVerb
		case 0:
			if sure || v&third == 0 {
				return kVerb
			}
		case text.ADJ:
			if sure && w.counts == 0 {
				return kVerb
			}
		case text.NOUN, text.PROPN:
			if (w.harm != 0 || w.frames&frameTake != 0) && v&(third|base) != 0 && s.kind(i-1) == kNoun { // "CRASH KILLS 27"
				if s.boundedNumber(i+1) || s.numeral(i+1) {
					return kVerb
				}
			}
			if sure && w.counts == 0 && v&gerund == 0 && s.kind(i-1) != kDet && s.lower(i-1) != "one" {
				return kVerb
			}
		}
	}
	if w.state != 0 && !(w.noun != 0 && t.UPOS == text.NOUN) {
		return kAdj
	}
	switch t.UPOS {
	case text.VERB, text.AUX:
		return kVerb
	case text.ADV:
		return kAdv
	case text.ADJ:
		return kAdj
	case text.DET:
		return kDet
	case text.ADP:
		return kPrep
	case text.SCONJ:
		return kSub
	case text.CCONJ:
		return kConj
	case text.PRON:
		return kPron
	}
	return kNoun
}

// touch reports whether token i follows the one before it without a blank.
func (s *sentence) touch(i int32) bool {
	return i > s.first && i < s.last && s.doc.Tokens[i].Span.Start == s.doc.Tokens[i-1].Span.End
}

func punctuation(w string, joined bool) kind {
	switch w {
	case ",":
		return kComma
	case "-", "–", "‑":
		if joined {
			return kHyphen
		}
		return kDash
	case "—", "--", "---":
		return kDash
	case "(", "[", "-lrb-":
		return kOpen
	case ")", "]", "-rrb-":
		return kClose
	case "\"", "“", "”", "«", "»", "‘", "``", "''", "'", "’":
		return kQuote
	case "$", "€", "£", "¥", "%", "&":
		return 0
	}
	if c := w[0]; c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == '/' || c == '*' || c == '|' || c == '_' {
		return kPunct
	}
	return 0
}

// numeral reports whether a number stands at token i.
func (s *sentence) numeral(i int32) bool {
	return i < s.last && (s.doc.Tokens[i].UPOS == text.NUM || s.isNumeral(i))
}

func (s *sentence) isNumeral(i int32) bool {
	n, ok := s.doc.NumberAt(i)
	return ok && n.Kind == text.Cardinal && n.First == i
}

// nominal reports whether a token of this kind can stand inside a noun phrase.
func (k kind) nominal() bool {
	switch k {
	case kDet, kNum, kHyphen, kNoun, kAdj, kPoss:
		return true
	}
	return false
}

// finite reports whether the kind begins or is a verb group.
func (k kind) verbal() bool {
	switch k {
	case kBe, kGet, kHave, kDo, kFuture, kMay, kVerb:
		return true
	}
	return false
}
