package pattern

import (
	"sayso/internal/text"
)

type kind uint8

const (
	token kind = iota // one token out of sets
	gap               // up to max tokens
	nounChunk
	verbChunk
	phrase
	clause
	atStart
	atEnd
	not      // one token that is not out of sets, or the sentence's end; takes nothing
	notAfter // the token before is not out of sets; takes nothing
	asked    // what the stage reads
)

// elem is one element of a match line.
type elem struct {
	kind     kind
	optional bool
	any      bool
	name     bool // a token inside a name
	words    map[string]bool
	lemmas   map[string]bool
	upos     uint32 // bit per text.UPOS
	tags     uint64 // bit per text.Tag
	max      int32
	ask      string // the name of what the stage reads
	around   bool   // stands around what is found and is no part of it
}

// capture is a name for what elements [from, to] match.
type capture struct {
	name     string
	from, to int
}

// relCapture is a name for the dependents of the key word with a relation.
type relCapture struct {
	name     string
	rel      text.Rel
	optional bool
}

// fits reports whether a token is one the element asks for.
func (e *elem) fits(t *text.Token) bool {
	return e.any || e.upos&(1<<t.UPOS) != 0 || e.tags&(1<<t.Tag) != 0 || e.name && t.Name != text.OutsideName ||
		e.words[t.Lower] || e.lemmas != nil && e.lemmas[lemma(t)]
}

// run is one attempt to match a rule around a key word.
type run struct {
	doc         *text.Doc
	elems       []elem
	first, last int32 // the sentence
	at          [maxElems][2]int32
	ask         Ask
}

// reach is how many tokens long what a stage reads may be.
const reach = 12

const maxElems = 24

func (r *Rule) match(doc *text.Doc, key int32, ask Ask, out []Match) []Match {
	sent := doc.Sents[doc.Tokens[key].Sent]
	m := run{doc: doc, elems: r.elems, first: sent.First, last: sent.Last, ask: ask}
	m.at[r.key] = [2]int32{key, key + 1}
	if !m.back(r.key-1, key) || !m.forth(r.key+1, key+1) {
		return out
	}
	from, to := 0, len(r.elems)-1
	for from < to && r.elems[from].around {
		from++
	}
	for from < to && r.elems[to].around {
		to--
	}
	found := Match{Rule: r, Key: key, First: m.at[from][0], Last: m.at[to][1]}
	for _, c := range r.captures {
		if a, b := m.at[c.from][0], m.at[c.to][1]; a < b {
			found.Captures = append(found.Captures, Capture{c.name, a, b})
		}
	}
	for _, c := range r.rels {
		a, b, ok := dependent(doc, sent, key, c.rel)
		if !ok && !c.optional {
			return out
		}
		if ok {
			found.Captures = append(found.Captures, Capture{c.name, a, b})
		}
	}
	for i := range r.elems {
		if r.elems[i].kind == gap || r.elems[i].around || r.captured(i) {
			continue
		}
		for t := m.at[i][0]; t < m.at[i][1]; t++ {
			found.cue = append(found.cue, t)
		}
	}
	return append(out, found)
}

func (r *Rule) captured(i int) bool {
	for _, c := range r.captures {
		if c.from <= i && i <= c.to {
			return true
		}
	}
	return false
}

// forth matches elements i and following from token pos on.
func (m *run) forth(i int, pos int32) bool {
	if i == len(m.elems) {
		return true
	}
	e := &m.elems[i]
	take := func(end int32) bool {
		m.at[i] = [2]int32{pos, end}
		return m.forth(i+1, end)
	}
	switch e.kind {
	case token:
		if pos < m.last && e.fits(&m.doc.Tokens[pos]) && take(pos+1) {
			return true
		}
	case gap:
		for n := int32(0); n <= e.max && pos+n <= m.last; n++ {
			if take(pos + n) {
				return true
			}
		}
		return false
	case not:
		return (pos >= m.last || !e.fits(&m.doc.Tokens[pos])) && take(pos)
	case notAfter:
		return m.notAfter(e, pos) && take(pos)
	case asked:
		if m.ask != nil && pos < m.last {
			if end := m.ask(e.ask, pos); end > pos && end <= m.last && take(end) {
				return true
			}
		}
	case atStart, atEnd:
		return m.edge(e.kind, pos) && take(pos)
	case clause:
		if end := m.clauseEnd(); pos < end && take(end) {
			return true
		}
	case phrase:
		ends, n := m.phraseEnds(pos)
		for n--; n >= 0; n-- {
			if take(ends[n]) {
				return true
			}
		}
	default:
		if c := m.chunk(pos, e.kind); c != nil && c.First == pos && take(c.Last) {
			return true
		}
	}
	return e.optional && take(pos)
}

// back matches elements i and those before it so that they end at token pos.
func (m *run) back(i int, pos int32) bool {
	if i < 0 {
		return true
	}
	e := &m.elems[i]
	take := func(start int32) bool {
		m.at[i] = [2]int32{start, pos}
		return m.back(i-1, start)
	}
	switch e.kind {
	case token:
		if pos > m.first && e.fits(&m.doc.Tokens[pos-1]) && take(pos-1) {
			return true
		}
	case gap:
		for n := int32(0); n <= e.max && pos-n >= m.first; n++ {
			if take(pos - n) {
				return true
			}
		}
		return false
	case not: // "!x" stands before what follows it
		return (pos >= m.last || !e.fits(&m.doc.Tokens[pos])) && take(pos)
	case notAfter:
		return m.notAfter(e, pos) && take(pos)
	case asked:
		for start := max(m.first, pos-reach); m.ask != nil && start < pos; start++ { // the longest first
			if m.ask(e.ask, start) == pos && take(start) {
				return true
			}
		}
	case atStart, atEnd:
		return m.edge(e.kind, pos) && take(pos)
	case clause:
		if pos > m.first && take(m.first) {
			return true
		}
	case phrase:
		for start := pos; ; {
			c := m.chunk(start-1, nounChunk)
			if c == nil || c.Last != start {
				break
			}
			if m.chunk(c.First-1, nounChunk) == nil && c.First > m.first && m.doc.Tokens[c.First-1].Lower == "of" {
				start = c.First - 1
				continue
			}
			if take(c.First) {
				return true
			}
			break
		}
	default:
		if c := m.chunk(pos-1, e.kind); c != nil && c.Last == pos && take(c.First) {
			return true
		}
	}
	return e.optional && take(pos)
}

func (m *run) notAfter(e *elem, pos int32) bool {
	return pos <= m.first || !e.fits(&m.doc.Tokens[pos-1])
}

func (m *run) edge(k kind, pos int32) bool {
	if k == atStart {
		return pos == m.first
	}
	return pos >= m.clauseEnd()
}

// clauseEnd returns the end of the sentence without its last marks.
func (m *run) clauseEnd() int32 {
	end := m.last
	for end > m.first && m.doc.Tokens[end-1].UPOS == text.PUNCT {
		end--
	}
	return end
}

// chunk returns the chunk of that kind around token i, nil where there is none.
func (m *run) chunk(i int32, k kind) *text.Chunk {
	if i < m.first || i >= m.last || m.doc.Tokens[i].Chunk < 0 || int(m.doc.Tokens[i].Chunk) >= len(m.doc.Chunks) {
		return nil
	}
	c := &m.doc.Chunks[m.doc.Tokens[i].Chunk]
	if want := text.NounChunk; k == verbChunk && c.Kind == want || k != verbChunk && c.Kind != want {
		return nil
	}
	return c
}

// phraseEnds returns where a noun phrase that begins at pos may end, the
// shortest first: each of-phrase makes it longer.
func (m *run) phraseEnds(pos int32) (ends [4]int32, n int) {
	for n < len(ends) {
		c := m.chunk(pos, nounChunk)
		if c == nil || c.First != pos {
			break
		}
		ends[n] = c.Last
		n++
		if c.Last >= m.last || m.doc.Tokens[c.Last].Lower != "of" {
			break
		}
		pos = c.Last + 1
	}
	return ends, n
}

// dependent returns the phrase of the first dependent of a token with a relation.
func dependent(doc *text.Doc, sent text.Sentence, head int32, rel text.Rel) (first, last int32, ok bool) {
	for i := sent.First; i < sent.Last; i++ {
		if t := &doc.Tokens[i]; t.Head != head || t.Rel != rel {
			continue
		}
		first, last = i, i+1
		for first > sent.First && under(doc, sent, first-1, i) {
			first--
		}
		for last < sent.Last && under(doc, sent, last, i) {
			last++
		}
		return first, last, true
	}
	return 0, 0, false
}

// under reports whether token i hangs somewhere below top.
func under(doc *text.Doc, sent text.Sentence, i, top int32) bool {
	for range sent.Last - sent.First {
		if i == top {
			return true
		}
		if i < sent.First || i >= sent.Last {
			return false
		}
		i = doc.Tokens[i].Head
	}
	return false
}
