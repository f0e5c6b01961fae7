package attribution

import (
	"sayso"
	"sayso/internal/text"
)

// according stands for "according to" and its like.
var according = &entry{class: accordingClass, kind: sayso.Speech, stance: sayso.Asserted, frames: takesThat | takesQuote}

// between stands for a colon or dash between source and content.
var between = &entry{class: markClass, kind: sayso.Speech, stance: sayso.Asserted, frames: takesThat | takesQuote}

// candidates returns every word that could be the head of a cue, with what the
// grammar around it offers as source and content, in text order. Whether it is
// one is decided later.
func (p *page) candidates() []frame {
	var out []frame
	for i := range p.Tokens {
		f := frame{head: int32(i)}
		t := &p.Tokens[i]
		switch {
		case t.Lower == "according" && p.lower(f.head+1) == "to":
			f.class, f.entry = accordingClass, according
			p.readAccording(&f)
		case isVerb(t.Tag) && t.UPOS != text.AUX:
			f.class, f.entry = verbClass, p.words.verbs[p.lemma(f.head)]
			if lemma := p.lemma(f.head); lemma == "be" || lemma == "have" || lemma == "do" && f.entry == nil || p.introduces(f.head) {
				continue
			}
			p.read(&f)
		case t.Tag == text.NN || t.Tag == text.NNS:
			if f.entry = p.words.nouns[p.lemma(f.head)]; f.entry == nil {
				continue
			}
			f.class = nounClass
			p.read(&f)
		case t.Tag == text.JJ || t.UPOS == text.ADJ:
			if f.entry = p.words.adjectives[p.lemma(f.head)]; f.entry == nil {
				continue
			}
			f.class = adjectiveClass
			p.read(&f)
		case t.UPOS == text.ADV || t.Tag == text.RB:
			if f.entry = p.words.adverbs[t.Lower]; f.entry == nil {
				continue
			}
			f.class = adverbClass
			p.readAdverb(&f)
		case t.Lower == ":":
			f.class, f.entry = markClass, between
			p.readColon(&f)
		case isDash(t.Lower):
			f.class, f.entry = markClass, between
			p.readDash(&f)
		default:
			continue
		}
		if isDash(t.Lower) && f.shape == noShape {
			continue
		}
		out = append(out, f)
	}
	return out
}

// readAccording reads "according to X, …", "…, according to X" and "…,
// according to X, …".
func (p *page) readAccording(f *frame) {
	start, end := p.bounds(f.head)
	f.shape = accordingTo
	f.cue = tokens{f.head, f.head + 2}
	np, ok := p.nounAt(f.cue.last)
	if !ok || np.first != f.cue.last {
		np = tokens{f.cue.last, min(f.cue.last+1, end)}
	}
	np.last = p.tails(np.last, end)
	if np.last < end && (p.tag(np.last) == text.VBN || p.tag(np.last) == text.VBG || p.tag(np.last) == text.WP || p.tag(np.last) == text.WDT) {
		np.last = p.until(np.last, end)
	}
	first := f.head > start && (p.lower(f.head-1) == "," || isQuoteMark(p.lower(f.head-1)))
	if np.last+1 < end && p.lower(np.last) == "," {
		// ", head of the board," belongs to the name where the sentence began with it.
		if more, ok := p.nounAt(np.last + 1); ok && more.first == np.last+1 {
			to := p.tails(more.last, end)
			if to < end && (p.tag(to) == text.WP || p.tag(to) == text.WDT) {
				to = p.until(to, end)
			}
			if to >= end || p.final(to) || p.lower(to) == "," && (f.head == start || to+1 < end) {
				if !p.temporal(more) {
					np.last = to
				}
			}
		}
	}
	f.source = np
	leading := f.head == start || f.head == start+1 && (p.tag(start) == text.CC || p.tag(start) == text.RB)
	after := np.last
	if after < end && p.lower(after) == "," {
		after++
	}
	if leading || !first && f.head-start < 4 {
		if after < end {
			if p.mark[after] {
				f.content = p.pieces(p.quote[after])
				if last := f.content[len(f.content)-1].last; last < end && !p.final(last) && !p.final(last-2) {
					f.content[len(f.content)-1].last = byMarks{}.complement(p, f, last, end)
				}
				return
			}
			p.take(f, after, end)
		}
		return
	}
	at := f.head
	if p.lower(at-1) == "," {
		at--
	}
	if q, from, ok := p.quoteUpTo(f.head, start); ok {
		f.content = p.pieces(q)
		f.content[len(f.content)-1].first = min(from, f.content[len(f.content)-1].first)
	} else {
		f.content = []tokens{{start, at}}
	}
	if after < end && after > np.last && !p.final(after) && !p.turns(f, after, end, true) {
		to := byMarks{}.complement(p, f, after, end)
		for to > after && p.final(to-1) {
			to--
		}
		if to > after {
			f.content = append(f.content, tokens{after, to})
		}
	}
}

// readAdverb reads "has reportedly left": the clause around the adverb.
func (p *page) readAdverb(f *frame) {
	start, end := p.bounds(f.head)
	f.cue, f.shape = tokens{f.head, f.head + 1}, clauseBefore
	from := f.head
	for from > start && !(p.opens(from-1) && p.lower(from-1) != "and") {
		from--
	}
	f.content = nil
	if from < f.head {
		f.content = append(f.content, tokens{from, f.head})
	}
	to := byMarks{}.complement(p, f, f.head+1, end)
	for to > f.head+1 && p.final(to-1) {
		to--
	}
	if to > f.head+1 {
		f.content = append(f.content, tokens{f.head + 1, to})
	}
	if len(f.content) == 0 {
		f.shape = noShape
	}
}

// readColon reads "Minister: talks to resume" in a headline and "Ode: …" or
// `Her answer: "…"` in the text.
func (p *page) readColon(f *frame) {
	start, end := p.bounds(f.head)
	f.cue = tokens{f.head, f.head + 1}
	if f.head+1 == end && int(end) < len(p.Tokens) && p.isHeadline(f.head) && p.isHeadline(end) {
		end = p.Sents[p.Tokens[end].Sent].Last // taken for two sentences: "Premier: no early election"
	}
	if f.head == start || f.head+1 >= end || p.quote[f.head] >= 0 {
		return
	}
	if p.speakerLast(f, start, end) {
		return
	}
	np, ok := p.phraseBack(f.head, start)
	if !ok || np.first != start {
		return
	}
	switch {
	case p.mark[f.head+1]:
		f.content = p.pieces(p.quote[f.head+1])
	case p.isHeadline(f.head):
		p.take(f, f.head+1, end)
	default:
		return
	}
	if len(f.content) > 0 {
		f.source, f.shape = np, markBetween
	}
}

// readDash reads "Talks to resume — minister" in a headline and `"…" — Ann Ode`.
func (p *page) readDash(f *frame) {
	start, end := p.bounds(f.head)
	f.cue = tokens{f.head, f.head + 1}
	if f.head+1 >= end || p.quote[f.head] >= 0 || p.signed(f, end) || f.head == start {
		return
	}
	np, ok := p.nounAt(f.head + 1)
	if !ok || np.first != f.head+1 {
		if f.head+2 < end && !p.final(f.head+2) || p.Tokens[f.head+1].UPOS == text.PUNCT {
			return
		}
		np = tokens{f.head + 1, f.head + 2} // "— official", taken for an adjective
	}
	to := p.tails(np.last, end)
	if to < end && !p.final(to) || to < end-1 {
		return
	}
	if q, from, ok := p.quoteUpTo(f.head, start); ok {
		f.content = p.pieces(q)
		f.content[len(f.content)-1].first = min(from, f.content[len(f.content)-1].first)
	} else if p.isHeadline(f.head) && p.tag(np.first) != text.DT && p.clauseAhead(start, f.head) || p.isHeadline(f.head) && np.last-np.first <= 2 && p.tag(np.last-1) != text.NNP && !p.temporal(np) {
		f.content = []tokens{{start, f.head}}
	} else {
		return
	}
	f.source, f.shape = tokens{np.first, to}, markBetween
}

// isHeadline reports whether token i stands in the headline; a text of which
// no headline is known has none.
func (p *page) isHeadline(i int32) bool {
	return !p.front.Headline.Empty() && p.front.Headline.Contains(p.Tokens[i].Span)
}

// introduces reports whether a verb only begins another's group: "went on to say".
func (p *page) introduces(h int32) bool {
	i := h + 1
	if p.lower(i) == "on" && p.lemma(h) == "go" {
		i++
	}
	if p.tag(i) != text.TO || !isVerb(p.tag(i+1)) {
		return false
	}
	return p.words.setAbout[p.lemma(h)] && (i > h+1 || p.lemma(h) != "go")
}

// signed reads a quotation that is a paragraph of its own, or begins one, and
// the name of its speaker after a dash, in a line of its own or not:
// "…" — Ann Ode, Harbourton.
func (p *page) signed(f *frame, end int32) bool {
	i := f.head - 1
	if i < 0 || p.quote[i] < 0 || !p.mark[i] || p.Quotes[p.quote[i]].Open {
		return false
	}
	np, ok := p.nounAt(f.head + 1)
	if !ok || np.first != f.head+1 || !isName(p.tag(np.last-1)) || end-np.last > 12 {
		return false
	}
	if np.last < end && !p.final(np.last) && p.lower(np.last) != "," && p.lower(np.last) != "(" {
		return false
	}
	pieces := p.pieces(p.quote[i])
	if len(pieces) == 0 || pieces[len(pieces)-1].last != f.head || p.paragraph(f.head)-p.paragraph(i) > 1 {
		return false
	}
	if para := p.Paras[p.paragraph(pieces[0].first)]; p.Sents[para.First].First != pieces[0].first {
		return false
	}
	f.content, f.source, f.shape = pieces, np, markBetween
	return true
}
