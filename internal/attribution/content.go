package attribution

import "sayso/internal/text"

// read fills in a frame whose head and class are set: its cue, source, content and shape.
func (p *page) read(f *frame) {
	switch f.class {
	case verbClass:
		p.readVerb(f)
	case nounClass, adjectiveClass:
		p.readNominal(f)
	}
}

func (p *page) readVerb(f *frame) {
	start, end := p.bounds(f.head)
	f.cue = p.verbGroup(f.head)
	if p.passiveVoice(f) {
		p.readPassive(f, end)
		if f.shape != noShape {
			return
		}
	}
	p.readAfter(f, end)
	source, ok := p.subject(f.cue)
	before := f.cue.first
	ok = ok && !p.nameless(f.head)
	if ok {
		f.source = source
		if source.last <= f.cue.first && p.adjacent(source, f.cue) {
			before = source.first
		}
	}
	saying := f.entry.has(takesQuote) || f.entry == nil
	if !saying || f.shape == thatClause {
		return
	}
	// Content before: the quotation or clause that ends where the source begins.
	if q, from, ok := p.quoteUpTo(before, start); ok {
		if after, ok := p.inverted(f.cue); ok && before == f.cue.first {
			f.source = after // "…," said Ann Ode
		}
		p.quoted(f, q, from, end)
		return
	}
	if f.shape == infinitive || f.shape == whether || f.shape == objectClause {
		return
	}
	if f.shape == noShape || f.shape == nounObject {
		if after, ok := p.inverted(f.cue); ok && p.lower(f.cue.first-1) == "," && f.cue.first-1 > start {
			if q, from, ok := p.quoteUpTo(f.cue.first, start); ok {
				f.source = after
				p.quoted(f, q, from, end)
				return
			}
			f.source, f.shape = after, clauseBefore
			f.content = []tokens{{start, f.cue.first - 1}}
			if i := f.source.last; i+1 < end && p.lower(i) == "," && p.mark[i+1] {
				p.resume(f, i, end)
			}
			return
		}
		if after, ok := p.inverted(f.cue); ok {
			if q, from, ok := p.quoteUpTo(f.cue.first, start); ok {
				f.source = after
				p.quoted(f, q, from, end)
				return
			}
		}
	}
	if f.shape == noShape && before-1 > start && p.lower(before-1) == "," && p.quote[before-1] == p.quote[f.head] {
		f.shape = clauseBefore
		f.content = []tokens{{start, before - 1}}
		p.resume(f, f.cue.last, end)
	}
}

// nameless reports whether verb h is a participle that leaves out who: "when asked".
func (p *page) nameless(h int32) bool {
	if t := p.tag(h); t != text.VBN && t != text.VBD {
		return false
	}
	switch p.lower(h - 1) {
	case "when", "if", "while", "once", "as", "where":
		return true
	}
	return false
}

// adjacent reports whether nothing but adverbs and commas stands between two runs.
func (p *page) adjacent(a, b tokens) bool {
	for i := a.last; i < b.first; i++ {
		if p.tag(i) != text.RB && p.lower(i) != "," && p.lower(i) != ")" {
			return false
		}
	}
	return true
}

// quoteUpTo returns the outermost quotation that ends right before token at,
// and where its sentence's content begins: at the quotation, or before it
// where the quotation completes a sentence.
func (p *page) quoteUpTo(at, start int32) (quote, from int32, ok bool) {
	i := at - 1
	if i >= start && p.lower(i) == "," && p.quote[i] < 0 {
		i--
	}
	if i < 0 || p.quote[i] < 0 || !p.mark[i] || i > 0 && p.lower(i-1) == "." {
		return 0, 0, false
	}
	q := p.quote[i]
	if i < start && (i < start-1 || p.paragraph(i) != p.paragraph(at) || !p.asks(i-1)) {
		return 0, 0, false // only "…?" she asked goes on from the sentence before
	}
	last := p.Quotes[q].Pieces[len(p.Quotes[q].Pieces)-1]
	first, end := p.TokensIn(last)
	if i != end-1 {
		return 0, 0, false
	}
	from = first
	if first > start && p.Tokens[first].Sent == p.Tokens[i].Sent {
		if p.quote[first-1] >= 0 || p.final(first-1) || p.lower(first-1) == ":" {
			return q, first, true
		}
		from = start
	}
	return q, from, true
}

// asks reports whether the mark that ends a quotation lets its sentence go on:
// a question or exclamation, or one broken off.
func (p *page) asks(i int32) bool {
	switch p.lower(i) {
	case "?", "!", "…", "...", "—", "–", "--", "-", ",", "?!":
		return true
	}
	return false
}

// quoted fills in content that is a quotation before the cue: all its pieces,
// the words of its sentence before it and what goes on after the cue.
func (p *page) quoted(f *frame, q, from, end int32) {
	f.shape = quoteBefore
	f.content = p.pieces(q)
	if n := len(f.content); from < f.content[n-1].first {
		f.content[n-1].first = from
	}
	p.resume(f, max(f.cue.last, min(f.source.last, end)), end)
}

// pieces returns the tokens of a quotation's pieces.
func (p *page) pieces(q int32) []tokens {
	var out []tokens
	for _, s := range p.Quotes[q].Pieces {
		if first, last := p.TokensIn(s); first < last {
			out = append(out, tokens{first, last})
		}
	}
	return out
}

// resume adds what goes on in the same sentence after source and cue:
// "…," she said, "…" or "The bridge, she said, is shut".
func (p *page) resume(f *frame, at, end int32) {
	for i := at; i < end && i < at+14; i++ {
		w := p.lower(i)
		if p.mark[i] && p.quote[i] >= 0 && !p.Quotes[p.quote[i]].Scare {
			f.content = append(f.content, p.pieces(p.quote[i])...)
			last := f.content[len(f.content)-1].last
			if last < end && !p.final(last) && p.lower(last) != "," && p.quote[last-1] >= 0 && !p.final(last-1) {
				f.content[len(f.content)-1].last = byMarks{}.complement(p, f, last, end)
			}
			return
		}
		if w == "," && i+1 < end {
			if p.mark[i+1] {
				continue
			}
			if f.shape == clauseBefore && !p.turns(f, i+1, end, true) && p.tag(i+1) != text.VBG && i == at {
				f.content = append(f.content, tokens{i + 1, end})
				return
			}
		}
		if w == ";" || p.tag(i) == text.VBG {
			return
		}
	}
}

// readAfter fills in the content after the cue.
func (p *page) readAfter(f *frame, end int32) {
	i := f.cue.last
	if i < end && f.entry != nil && f.entry.takes(p.lower(i)) {
		f.cue.last++
		i++
		switch _, ok := p.nounAt(i); {
		case p.tag(i) == text.VBG, ok, p.tag(i) == text.WP, p.tag(i) == text.WRB, p.tag(i) == text.IN:
			f.shape = phraseObject
			p.take(f, i, end)
		case p.lower(i) == "that":
			f.shape = thatClause
			p.take(f, i, end)
		}
		return
	}
	j := p.skip(f, i, end)
	if j >= end {
		return
	}
	w := p.lower(j)
	np, noun := p.nounAt(j)
	switch {
	case p.mark[j] && p.quote[j] != p.quote[f.head]:
		f.shape = quoteAfter
		f.content = p.pieces(p.quote[j])
		n := len(f.content)
		if last := f.content[n-1].last; last < end && !p.final(last-1) && !p.final(last-2) && !p.final(last) && p.lower(last) != "," {
			f.content[n-1].last = byMarks{}.complement(p, f, last, end)
		}
	case (w == "," || w == ":") && j+1 < end && p.mark[j+1] && p.quote[j+1] != p.quote[f.head]:
		f.shape = quoteAfter
		f.content = p.pieces(p.quote[j+1])
		n := len(f.content)
		if last := f.content[n-1].last; last < end && !p.final(last-1) && !p.final(last-2) && !p.final(last) && p.lower(last) != "," {
			f.content[n-1].last = byMarks{}.complement(p, f, last, end)
		}
	case w == ":" && j+1 < end:
		f.shape = markBetween
		p.take(f, j+1, end)
	case w == "that" && p.tag(j) != text.WDT:
		f.shape = thatClause
		p.take(f, j, end)
	case p.tag(j) == text.WRB && j+1 < end && (p.tag(j+1) == text.VBN || p.tag(j+1) == text.VBG || p.tag(j+1) == text.VBD):
		// "said when asked": no content
	case w == "if" || w == "whether" || p.tag(j) == text.WP || p.tag(j) == text.WRB || p.tag(j) == text.WPS || p.tag(j) == text.WDT && w != "that":
		f.shape = whether
		p.take(f, j, end)
	case p.tag(j) == text.TO && j+1 < end:
		f.shape = infinitive
		p.take(f, j, end)
	case p.tag(j) == text.VBG && f.entry.has(takesGerund|takesInfinitive|takesNoun):
		f.shape = gerund
		p.take(f, j, end)
	case noun && np.first == j && p.temporal(np) && np.last-np.first <= 3 && (np.last >= end || p.final(np.last) || p.lower(np.last) == ","):
		// "said Monday": no content
	case noun && np.first == j:
		p.readObject(f, np, end)
	case p.tag(j) == text.EX || p.tag(j) == text.PRP || p.tag(j) == text.DT:
		p.readObject(f, tokens{j, j + 1}, end)
	case f.entry.has(takesAs) && w == "as":
		f.shape = asObject
		p.take(f, j, end)
	case f.entry.has(takesNoun) && j == f.cue.last && p.Tokens[j].UPOS != text.PUNCT && p.Tokens[j].UPOS != text.ADP && p.tag(j) != text.IN && p.tag(j) != text.CC:
		f.shape = nounObject
		p.take(f, j, end)
	}
}

// readObject tells what a noun phrase after the cue begins: a clause, an
// object with infinitive, "X as Y", or an object.
func (p *page) readObject(f *frame, np tokens, end int32) {
	last := p.tails(np.last, end)
	k := last
	for k < end && p.tag(k) == text.RB {
		k++
	}
	switch {
	case k < end && (isFinite(p.tag(k)) || p.Tokens[k].UPOS == text.AUX) && !f.entry.has(takesObject) || k < end && isFinite(p.tag(k)) && f.entry.has(takesThat):
		f.shape = bareClause
	case k < end && p.tag(k) == text.TO && f.entry.has(takesObject|takesInfinitive):
		f.shape = objectClause
	case k < end && p.lower(k) == "as" && f.entry.has(takesAs):
		f.shape = asObject
	case f.entry.has(takesAs):
		f.shape = asObject
	case p.clauseAhead(np.last, end) && f.entry.has(takesThat):
		f.shape = bareClause
	default:
		f.shape = nounObject
	}
	p.take(f, np.first, end)
}
