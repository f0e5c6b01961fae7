package attribution

import "sayso/internal/text"

// speakerLast reads what stands before the colon at token h as said by whoever
// is named after it: in a headline, "Rebels killed 40 in north: source", and
// anywhere, a quotation and its speaker, "'We were beaten': detainees describe …".
func (p *page) speakerLast(f *frame, start, end int32) bool {
	h := f.head
	np, ok := p.nounAt(h + 1)
	if !ok || np.first != h+1 {
		if h+2 != end && !(h+3 == end && p.final(h+2)) || p.Tokens[h+1].UPOS == text.PUNCT {
			return false
		}
		np = tokens{h + 1, h + 2} // "…: official", taken for an adjective
	}
	if p.temporal(np) || p.tag(np.first) == text.CD {
		return false
	}
	to := p.tails(np.last, end)
	over := to >= end || p.final(to) && to+1 >= end
	if q, from, ok := p.quoteUpTo(h, start); ok && p.more(p.Quotes[q].Pieces, p.least(h)) && (over || p.isHeadline(h)) && !p.isMute(np) {
		f.content = p.pieces(q)
		f.content[len(f.content)-1].first = min(from, f.content[len(f.content)-1].first)
		f.source, f.shape = tokens{np.first, to}, markBetween
		return true
	}
	if !p.isHeadline(h) || !over || h-start < 3 || p.tag(np.first) == text.DT || to-np.first > 6 || p.isMute(np) || p.finite(np) {
		return false
	}
	if _, document := p.media.documents[p.lemma(np.last-1)]; !document && !p.voices(np) {
		return false
	}
	f.content, f.source, f.shape = []tokens{{start, h}}, tokens{np.first, to}, markBetween
	return true
}

// voices reports whether a phrase is somebody who may speak: a name, or a noun
// for people or a body.
func (p *page) voices(np tokens) bool {
	head := np.last - 1
	if isName(p.tag(head)) || p.words.people[p.lemma(head)] {
		return true
	}
	_, media := p.media.mediaWords[p.lower(head)]
	_, spokes := p.media.spokes[p.lower(head)]
	return media || spokes
}

// least is how many tokens a quotation needs, its marks included, to be
// somebody's words rather than a term: fewer in a headline.
func (p *page) least(i int32) int32 {
	if p.isHeadline(i) {
		return 4
	}
	return 6
}
