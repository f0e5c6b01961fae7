package attribution

import "sayso/internal/text"

// blocks gives a paragraph without quotation marks to the sentence before it
// that ends its own paragraph in a colon and tells who says it: "The ministry
// said in a statement:", "Ann Ode, in an address to the nation:". Paragraphs
// behind it belong to it as long as they speak in the first person.
func (p *page) blocks(frames []frame) {
	at := 0
	for k := 0; k+1 < len(p.Paras); k++ {
		para, next := &p.Paras[k], &p.Paras[k+1]
		if para.First >= para.Last || next.First >= next.Last {
			continue
		}
		s := &p.Sents[para.Last-1]
		colon, first := s.Last-1, p.Sents[next.First].First
		if colon-s.First < 2 || colon-s.First > longest || p.lower(colon) != ":" || p.quote[colon] >= 0 || p.quote[first] >= 0 || p.isHeadline(colon) {
			continue
		}
		for at < len(frames) && frames[at].head < s.First {
			at++
		}
		var best, mark *frame
		given := false
		for i := at; i < len(frames) && frames[i].head < s.Last; i++ {
			f := &frames[i]
			given = given || f.p >= leastOuter && f.holds(first)
			if f.head == colon && f.class == markClass {
				mark = f
			} else if p.utters(f, colon) && (best == nil || f.p >= best.p) {
				best = f
			}
		}
		if given {
			continue
		}
		if best == nil {
			np, ok := p.byline(s.First, colon)
			if !ok || mark == nil || para.Last-para.First != 1 {
				continue
			}
			best = mark
			best.source, best.cue, best.content = np, tokens{colon, colon + 1}, nil
		}
		told := false
		for _, t := range best.content {
			told = told || p.finite(t)
		}
		if !told || best.p < leastOuter {
			best.content = nil
		}
		best.shape = quoteAfter
		best.content = append(best.content, tokens{first, p.blockEnd(k + 1)})
		if best.p < blockSure {
			best.p, best.by = blockSure, "rule:block"
		}
	}
}

const blockSure = 0.85

// utters reports whether a frame is a verb that hands over what the colon
// behind it announces, and by whom.
func (p *page) utters(f *frame, colon int32) bool {
	if f.class != verbClass || p.speech(f.head) || colon-f.head > 14 {
		return false
	}
	g := p.verbGroup(f.head)
	if !p.asserts(g) {
		return false
	}
	source := f.source
	if !p.canSpeak(source) || source.meets(g) {
		var ok bool
		if source, ok = p.subject(g); !ok || !p.canSpeak(source) {
			return false
		}
	}
	uttered := f.entry.has(takesQuote) && f.entry.has(takesThat) && !f.entry.weak
	if source.last-source.first <= 4 && p.document(source) && p.words.reads[p.lemma(f.head)] {
		uttered = true // "The statement read:"
	}
	if !uttered {
		// "issued this statement", "posted a message online"
		np, ok := p.nounAt(g.last)
		if !ok || np.first != g.last || !p.document(np) || !p.words.giveOut[p.lemma(f.head)] {
			return false
		}
	}
	f.source = source
	if f.cue.empty() || f.p < leastOuter {
		f.cue = g
	}
	if f.entry == nil || f.entry.weak {
		f.entry = between
	}
	return true
}

// document reports whether a phrase is one for words spoken or written as a whole.
func (p *page) document(np tokens) bool {
	noun := p.lemma(np.last - 1)
	d, ok := p.media.documents[noun]
	return ok && !d.weak || p.words.address[noun]
}

// byline reads a sentence that only names who speaks, and where: "Ann Ode, in an
// address to the nation:", "Ode, whose men hold the port:".
func (p *page) byline(start, colon int32) (tokens, bool) {
	np, ok := p.nounAt(start)
	if !ok || np.first != start || p.lower(np.last) != "," || np.last+1 >= colon || !p.voices(np) {
		return np, false
	}
	switch p.lower(np.last + 1) {
	case "who", "whose":
		return np, true
	case "in", "on", "at":
	default:
		return np, false
	}
	if p.finite(tokens{np.last, colon}) {
		return np, false
	}
	for i := np.last + 2; i < colon; i++ {
		if of, ok := p.nounAt(i); ok && isNoun(p.tag(i)) && p.document(tokens{of.first, i + 1}) {
			return np, true
		}
	}
	return np, false
}

// blockEnd returns the end of a block of speech that begins with paragraph k:
// with the last paragraph in the first person that only such as name nobody who
// says them part from it, or with the last that is marked as quoted ("> …").
func (p *page) blockEnd(k int) int32 {
	quoted := p.lower(p.Sents[p.Paras[k].First].First) == ">"
	end := p.Sents[p.Paras[k].Last-1].Last
	apart := 0
	for k++; k < len(p.Paras) && p.Paras[k].First < p.Paras[k].Last; k++ {
		t := tokens{p.Sents[p.Paras[k].First].First, p.Sents[p.Paras[k].Last-1].Last}
		if quoted {
			if p.lower(t.first) != ">" {
				break
			}
			end = t.last
			continue
		}
		first, told := p.firstPerson(t)
		if apart++; told || !first && apart > blockGap {
			break
		}
		if first {
			end, apart = t.last, 0
		}
	}
	return end
}

// blockGap is how many paragraphs of a block may go by without a word in the first person.
const blockGap = 2

// firstPerson reports whether a run says "we" or "I" outside quotation marks, and
// whether it holds quotation marks or names somebody who says something.
func (p *page) firstPerson(t tokens) (first, told bool) {
	for i := t.first; i < t.last; i++ {
		if p.quote[i] >= 0 {
			return false, true
		}
		switch tag := p.tag(i); {
		case tag == text.PRP || tag == text.PRPS:
			switch p.lower(i) {
			case "we", "our", "us", "i", "my", "me":
				first = true
			}
		case isFinite(tag) && p.words.verbs[p.lemma(i)].has(takesQuote) && p.lower(i-1) != "we" && p.lower(i-1) != "i":
			return false, true
		}
	}
	return first, false
}
