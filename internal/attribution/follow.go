package attribution

import "sayso"

// follow hands quotations that no cue stands beside to the claim they go on
// from: `"…," she said. "…"`, also in the next paragraph. It returns the
// quotations that stay without a speaker.
func (p *page) follow(claims []told, owners []int32) (alone []int32) {
	owner := make([]int32, len(p.Quotes)) // claim index + 1 of each quotation
	ends := make(map[int32]int32)         // claim index + 1 by the sentence it ends in
	for i := range claims {
		c := &claims[i]
		if c.dropped || c.within >= 0 {
			continue
		}
		for _, t := range c.content {
			for k := t.first; k < t.last; {
				q := p.quote[k]
				if q < 0 {
					k++
					continue
				}
				if owner[q] == 0 {
					owner[q] = int32(i) + 1
				}
				_, end := p.TokensIn(p.Quotes[q].Pieces[len(p.Quotes[q].Pieces)-1])
				k = max(end, k+1)
			}
		}
		last := max(c.cue.last, c.source.last)
		for _, t := range c.content {
			last = max(last, t.last)
		}
		if last > 0 && p.quotes(&c.frame) {
			at := p.Tokens[last-1].Sent
			if old := ends[at]; old == 0 || c.shape == quoteBefore || c.shape == quoteAfter {
				ends[at] = int32(i) + 1
			}
		}
	}
	for q := range p.Quotes {
		quote := &p.Quotes[q]
		if quote.Within >= 0 || owner[q] != 0 {
			continue
		}
		first, _ := p.TokensIn(quote.Pieces[0])
		if int(first) >= len(p.Tokens) {
			continue
		}
		if c := p.before(ends, first); c != 0 {
			f := &claims[c-1]
			for _, t := range p.pieces(int32(q)) {
				f.content = append(f.content, t)
				for i := t.first; i < t.last; i++ {
					owners[i] = c - 1
				}
			}
			owner[q] = c
			last := f.content[len(f.content)-1].last
			ends[p.Tokens[last-1].Sent] = c
			continue
		}
		if (!quote.Scare || p.isHeadline(first)) && p.more(quote.Pieces, p.least(first)) {
			alone = append(alone, int32(q))
		}
	}
	return alone
}

// before returns the claim (index + 1) that ends right before token first, in
// the sentence before, where first begins a sentence.
func (p *page) before(ends map[int32]int32, first int32) int32 {
	s := p.Tokens[first].Sent
	if p.Sents[s].First != first || s == 0 {
		return 0
	}
	c := ends[s-1]
	if c != 0 && p.Sents[s-1].Para != p.Sents[s].Para {
		// Only a paragraph that is nothing but the quotation goes on.
		q := p.quote[first]
		para := p.Paras[p.Sents[s].Para]
		last := p.Sents[para.Last-1].Last
		if q < 0 || p.quote[last-1] != q {
			return 0
		}
	}
	return c
}

// quotes reports whether a claim's content is, or ends in, a quotation.
func (p *page) quotes(f *frame) bool {
	switch f.shape {
	case quoteBefore, quoteAfter, clauseBefore, accordingTo, markBetween:
		return f.class != adverbClass
	case thatClause, bareClause, asObject, phraseObject, nounObject:
		return f.class == verbClass && f.entry.has(takesQuote)
	}
	return false
}

// more reports whether pieces hold at least so many tokens.
func (p *page) more(pieces []sayso.Span, least int32) bool {
	n := int32(0)
	for _, s := range pieces {
		first, last := p.TokensIn(s)
		n += last - first
	}
	return n >= least
}
