package syntax

import (
	"sayso"
	"sayso/internal/text"
)

const (
	// blockWords is about how many words are read at a time.
	blockWords = 400
	// blockLimit is how many words a block has at most, whatever the text.
	blockLimit = 1200
	// sentenceLimit is how many words a sentence has at most. Trees take time
	// quadratic in it.
	sentenceLimit = 240
)

// blocks calls do for runs of tokens [first, last) that make up the text:
// whole paragraphs as far as they are not too long, then whole sentences.
func blocks(d *text.Doc, do func(first, last int32)) {
	first, last := int32(0), int32(0)
	flush := func() {
		if last > first {
			do(first, last)
		}
		first = last
	}
	for _, p := range d.Paras {
		begin, end := d.Sents[p.First].First, d.Sents[p.Last-1].Last
		if end-first > blockLimit {
			flush()
		}
		if end-begin <= blockLimit {
			if last = end; last-first >= blockWords {
				flush()
			}
			continue
		}
		for _, s := range d.Sents[p.First:p.Last] {
			if s.Last-first > blockLimit {
				flush()
			}
			for s.Last-first > blockLimit {
				last = first + blockLimit
				flush()
			}
			if last = s.Last; last-first >= blockWords {
				flush()
			}
		}
	}
	flush()
}

// block reads tokens [first, last): their sentences, tags, names and trees.
// Sentences are appended to d.Sents as they were found anew; old are those
// that the rules found and at is the first of them not yet passed.
func (e *engine) block(d *text.Doc, old []text.Sentence, at int, first, last int32) int {
	t := int(last - first)
	e.words(d, first, last)
	para := sized(&e.para, t)
	cut := make([]bool, t)
	for ; at < len(old) && old[at].First < last; at++ {
		s := old[at]
		if s.First >= first {
			cut[s.First-first] = true
		}
		for i := max(s.First, first); i < min(s.Last, last); i++ {
			para[i-first] = s.Para
		}
		if s.Last > last {
			break
		}
	}
	margins := e.split(cut)
	for i := 1; i < t; i++ {
		if cut[i] && endsDateline(d.Tokens[first+int32(i)-1].Lower) {
			margins[i] = sure
		}
	}
	e.sentences(d, margins, first)
	e.encode()
	e.tag(d, first)
	e.keep(d, first)
	e.trees(d, first)
	e.name(d, first)
	return at
}

// sure is a margin that nothing outweighs.
const sure = 1e6

// endsDateline reports whether a word ends a dateline: where the rules begin a
// sentence after a dash or slash, they have seen one.
func endsDateline(w string) bool {
	switch w {
	case "-", "--", "---", "–", "—", "/":
		return true
	}
	return false
}

// split returns for each word how much speaks for a sentence's beginning there.
func (e *engine) split(cut []bool) []float32 {
	t, n := len(e.para), e.Shape.Embed
	in := window(e.x0, n, e.para, SplitFrom, SplitFrom+SplitWindow-1, CutFeatures, &e.near)
	width := SplitWindow*n + CutFeatures
	for i := range t {
		SetCutFeatures(in[i*width+SplitWindow*n:], cut[i], i == 0 || e.para[i] != e.para[i-1], i+1 == t || e.para[i+1] != e.para[i])
	}
	hidden := e.dense(denseSplit1, t, in, rectified, &e.z)
	out := e.dense(denseSplit2, t, hidden, straight, &e.split2)
	margins := sized(&e.margin, t)
	for i := range margins {
		margins[i] = out[i*16+1] - out[i*16]
	}
	return margins
}

// sentences begins a sentence at every paragraph and wherever more speaks for
// it than against, and where one would get too long.
func (e *engine) sentences(d *text.Doc, margins []float32, first int32) {
	t := len(margins)
	e.starts, e.sent = e.starts[:0], e.sent[:0]
	begin := 0
	add := func(end int) {
		for end-begin > sentenceLimit {
			// The likeliest place in the second half of what may stand together.
			best := begin + sentenceLimit/2
			for i := best; i <= begin+sentenceLimit; i++ {
				if margins[i] > margins[best] {
					best = i
				}
			}
			e.sentence(d, begin, best, first)
			begin = best
		}
		e.sentence(d, begin, end, first)
		begin = end
	}
	for i := 1; i < t; i++ {
		if e.para[i] != e.para[i-1] || margins[i] > 0 && !d.Tokens[int(first)+i].Joined {
			add(i)
		}
	}
	add(t)
	e.starts = append(e.starts, int32(t))
}

// sentence appends the sentence of the block's words [begin, end).
func (e *engine) sentence(d *text.Doc, begin, end int, first int32) {
	e.starts = append(e.starts, int32(begin))
	id := int32(len(d.Sents))
	from, to := first+int32(begin), first+int32(end)
	for i := from; i < to; i++ {
		e.sent = append(e.sent, id)
		d.Tokens[i].Sent = id
	}
	d.Sents = append(d.Sents, text.Sentence{
		Span:  sayso.Span{Start: d.Tokens[from].Span.Start, End: d.Tokens[to-1].Span.End},
		First: from, Last: to, Para: e.para[begin],
	})
}

// read fills in everything but lemmas, features and chunks, and finds the
// document's sentences anew.
func (e *engine) read(d *text.Doc) {
	old := d.Sents
	d.Sents = make([]text.Sentence, 0, len(old)+len(old)/8+1)
	d.Width = 2 * e.Shape.Hidden
	d.States = make([]int8, len(d.Tokens)*d.Width)
	at := 0
	doc := *d
	doc.Sents = old
	clear(e.letters)
	e.letters.Read(d)
	blocks(&doc, func(first, last int32) { at = e.block(d, old, at, first, last) })
	next := int32(0)
	for i := range d.Paras {
		p := &d.Paras[i]
		p.First = next
		for int(next) < len(d.Sents) && int(d.Sents[next].Para) == i {
			next++
		}
		p.Last = next
	}
}

// keep writes the encoder's outputs, which tag has left as integers, to the
// document for the stages that learn from them.
func (e *engine) keep(d *text.Doc, first int32) {
	out := d.States[int(first)*d.Width:]
	for i, v := range e.ints[:len(e.sent)*d.Width] {
		out[i] = int8(max(-127, min(127, v>>stateShift)))
	}
}

// stateShift makes the encoder's outputs, of 14 bits, small: what is beyond
// half of the largest is cut off, which few are.
const stateShift = 5
