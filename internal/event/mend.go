package event

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// mender sets right, on a copy of the Doc, what a parser made for running text
// often misreads in news and what costs events: verbs of headlines taken for
// nouns, verbs of a list taken for adjectives, nouns in -ing taken for verbs.
type mender struct {
	t        *tables
	from     *text.Doc
	doc      *text.Doc // a copy once something is changed, else from
	headline sayso.Span
	cut      bool // chunks have changed
}

// mend returns the Doc with such words set right; where there are none, the Doc itself.
func mend(t *tables, doc *text.Doc, headline sayso.Span) *text.Doc {
	m := mender{t: t, from: doc, doc: doc, headline: headline}
	for _, s := range doc.Sents {
		if s.Last-s.First < 3 || doc.Tokens[s.First].Head == text.Unparsed {
			continue
		}
		if m.finite(s) == text.Root {
			m.misread(s)
		}
		if m.finite(s) == text.Root {
			if !m.stops(s) || headline.Contains(s.Span) {
				m.titles(s)
			} else {
				m.reduced(s)
			}
		}
		m.buried(s)
		m.perfects(s)
		m.bare(s)
		m.listed(s)
		m.gerunds(s)
		m.pasts(s)
		m.passives(s)
	}
	if m.cut {
		m.chunks()
	}
	return m.doc
}

// change returns a token of the copy.
func (m *mender) change(i int32) *text.Token {
	if m.doc == m.from {
		d := *m.from
		d.Tokens = slices.Clone(d.Tokens)
		m.doc = &d
	}
	return &m.doc.Tokens[i]
}

// finite returns the first finite verb of a sentence; text.Root where it has none.
func (m *mender) finite(s text.Sentence) int32 {
	for i := s.First; i < s.Last; i++ {
		switch t := &m.doc.Tokens[i]; t.Tag {
		case text.VBD, text.VBP, text.VBZ, text.MD:
			return i
		}
	}
	return text.Root
}

// stops reports whether a sentence ends in a full stop or the like.
func (m *mender) stops(s text.Sentence) bool {
	for i := s.Last - 1; i > s.First; i-- {
		switch m.doc.Tokens[i].Lower {
		case ".", "!", "?":
			return true
		case "\"", "”", "'", "’", ")":
		default:
			return false
		}
	}
	return false
}

func nominal(t *text.Token) bool { return t.UPOS == text.NOUN || t.UPOS == text.PROPN }

// titles finds the verbs of a headline that has none: "Rebels kill mayor, kidnap
// two aides", "Opposition slams president over budget".
func (m *mender) titles(s text.Sentence) {
	verb := text.Root
	for i := s.First + 1; i+1 < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if verb >= 0 { // what is coordinated with it
			before := m.doc.Tokens[i-1].Lower
			if (before == "," || before == "and") && m.asVerb(t) && m.begins(i+1, s) && (t.Tag == text.VB || t.Tag == text.NN || t.Tag == text.NNS) {
				m.verb(i, s, text.VBP, verb)
			}
			continue
		}
		p := &m.doc.Tokens[i-1]
		if t.UPOS != text.NOUN || !nominal(p) || m.t.verbs[t.Lemma] == nil || !m.begins(i+1, s) || !m.wholePhrase(i-1, s) {
			continue
		}
		plural := p.Tag == text.NNS || p.Tag == text.NNPS
		switch {
		case t.Tag == text.NNS && !plural && strings.HasSuffix(t.Lower, "s") && m.t.nouns[t.Lemma] == nil:
			m.verb(i, s, text.VBZ, text.Root)
			verb = i
		case t.Tag == text.NN && plural && m.begins(i+1, s):
			m.verb(i, s, text.VBP, text.Root)
			verb = i
		}
	}
}

// asVerb reports whether a word may be a verb that tells an event.
func (m *mender) asVerb(t *text.Token) bool {
	return (t.UPOS == text.NOUN || t.UPOS == text.VERB) && m.t.verbs[t.Lemma] != nil
}

// begins reports whether something that may follow a verb begins at token i.
func (m *mender) begins(i int32, s text.Sentence) bool {
	if i >= s.Last {
		return false
	}
	t := &m.doc.Tokens[i]
	return nominal(t) || t.UPOS == text.ADJ || t.UPOS == text.NUM || t.UPOS == text.DET || t.UPOS == text.PRON || t.UPOS == text.ADP || t.Tag == text.VBN
}

// wholePhrase reports whether the noun at token i ends all the nouns that the
// sentence has so far, so that it may be its subject.
func (m *mender) wholePhrase(i int32, s text.Sentence) bool {
	for k := s.First; k <= i; k++ {
		switch t := &m.doc.Tokens[k]; {
		case nominal(t), t.UPOS == text.ADJ, t.UPOS == text.DET, t.UPOS == text.NUM, t.Tag == text.POS, t.UPOS == text.CCONJ, t.Tag == text.VBN,
			t.Tag == text.HYPH:
		default:
			return false
		}
	}
	return true
}

// listed mends verbs of a list that were taken for adjectives of nouns: "attacked
// a village, burned houses and abducted nine girls".
func (m *mender) listed(s text.Sentence) {
	for i := s.First + 2; i+1 < s.Last; i++ {
		t := &m.doc.Tokens[i]
		c := m.nounsFrom(i)
		if t.Tag != text.VBN || t.Rel != text.RelAmod || c == nil || !strings.HasSuffix(t.Lower, "ed") || m.t.verbs[t.Lemma] == nil {
			continue
		}
		if w := m.doc.Tokens[i-1].Lower; w != "," && w != "and" {
			continue
		}
		v, first := m.listVerb(c.Head, s, m.t.words.attributive[t.Lower])
		if v < 0 {
			continue
		}
		object := c.Head
		p := m.change(i)
		p.Tag, p.Head, p.Rel = text.VBD, v, text.RelConj
		q := m.change(object)
		q.Head, q.Rel = i, text.RelObj
		for k := c.Last; k < s.Last; k++ { // what follows is listed with the nearest object
			if q := &m.doc.Tokens[k]; q.Head == first && (q.Rel == text.RelConj || q.Rel == text.RelAppos) {
				m.change(k).Head = object
			}
		}
		m.cut = true
	}
}

// nounsFrom returns the noun chunk that begins at token i or right behind it; nil
// where none does.
func (m *mender) nounsFrom(i int32) *text.Chunk {
	for k := i; k <= i+1; k++ {
		if c := m.doc.Tokens[k].Chunk; c >= 0 && m.doc.Chunks[c].Kind == text.NounChunk && m.doc.Chunks[c].First == k {
			return &m.doc.Chunks[c]
		}
	}
	return nil
}

// listVerb returns the past verb of whose object a noun is listed as one more, and
// that object; text.Root where there is none. Unless near is set, what the noun is
// listed with may be the place of that object: "in the city and seized weapons".
func (m *mender) listVerb(noun int32, s text.Sentence, near bool) (verb, first int32) {
	listed := false
	for range 6 {
		t := &m.doc.Tokens[noun]
		if t.Head < s.First || t.Head >= noun {
			return text.Root, text.Root
		}
		switch t.Rel {
		case text.RelConj, text.RelAppos:
			noun, listed = t.Head, true
		case text.RelNmod:
			if near || !listed {
				return text.Root, text.Root
			}
			noun = t.Head
		case text.RelObj, text.RelObl:
			if t.Rel == text.RelObl && (near || !listed) {
				return text.Root, text.Root
			}
			if h := &m.doc.Tokens[t.Head]; h.Tag != text.VBD && h.Tag != text.VBP && !(h.Tag == text.VBN && m.perfect(t.Head, s)) {
				return text.Root, text.Root
			}
			return t.Head, noun
		default:
			return text.Root, text.Root
		}
	}
	return text.Root, text.Root
}

// chunks cuts the chunks anew where words in them have changed.
func (m *mender) chunks() {
	var out []text.Chunk
	add := func(kind text.ChunkKind, first, last, head int32) {
		for k := first; k < last; k++ {
			m.change(k).Chunk = int32(len(out))
		}
		out = append(out, text.Chunk{Kind: kind, First: first, Last: last, Head: head})
	}
	at := int32(0)
	alone := func(last int32) { // verbs that stood in no chunk
		for ; at < last; at++ {
			if t := &m.doc.Tokens[at]; t.Chunk < 0 && freed(&m.from.Tokens[at], t) {
				add(text.VerbChunk, at, at+1, at)
			}
		}
	}
	for _, c := range m.doc.Chunks {
		alone(c.First)
		at = c.Last
		first := c.First
		kind := c.Kind
		for i := c.First; i < c.Last; i++ {
			was, is := &m.from.Tokens[i], &m.doc.Tokens[i]
			switch {
			case was.UPOS != text.VERB && is.UPOS == text.VERB || kind == text.NounChunk && freed(was, is):
				if first < i {
					add(kind, first, i, i-1)
				}
				add(text.VerbChunk, i, i+1, i)
				first = i + 1
			case was.UPOS == text.VERB && is.UPOS == text.NOUN:
				kind = text.NounChunk
			}
		}
		if first < c.Last {
			head := c.Head
			if head < first {
				head = c.Last - 1
			}
			add(kind, first, c.Last, head)
		}
	}
	alone(int32(len(m.doc.Tokens)))
	m.doc.Chunks = out
}
