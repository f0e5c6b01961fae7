package attribution

import (
	"sayso"
	"sayso/internal/text"
)

// asides returns the phrases beside a sentence that hand it to somebody and
// have no verb of saying: "by the army's own account", "in the words of one
// resident", "as the mayor put it".
func (p *page) asides() []frame {
	var out []frame
	for i := int32(0); i < int32(len(p.Tokens)); i++ {
		var cue, source tokens
		switch w := p.lower(i); w {
		case "by", "in":
			cue, source = p.account(i)
		case "as":
			cue, source = p.putsIt(i)
		default:
			continue
		}
		if source.empty() || !p.canSpeak(source) && p.tag(source.first) != text.PRPS || p.speech(i) {
			continue
		}
		f := frame{head: i, class: accordingClass, entry: according, cue: cue, source: source, shape: accordingTo, p: 0.8, by: "rule:aside"}
		start, end := p.bounds(i)
		after := max(cue.last, source.last)
		switch {
		case i == start || i == start+1 && (p.tag(start) == text.CC || p.tag(start) == text.RB):
			if p.lower(after) != "," || after+1 >= end {
				continue
			}
			if after++; p.mark[after] {
				f.content = p.pieces(p.quote[after])
			} else {
				p.take(&f, after, end)
			}
		case i-2 > start && p.lower(i-1) == "," && p.lower(i) == "as" && p.words.nameIt[p.lemma(cue.first)]:
			if q := p.quote[i-2]; q >= 0 && p.mark[i-2] {
				f.content = p.pieces(q)
			} else if named, ok := p.phraseBack(i-1, start); ok {
				f.content = []tokens{named}
			}
		case p.lower(i-1) == "," && i-2 > start:
			f.content = []tokens{{start, i - 1}}
			if p.lower(after) == "," && after+1 < end && !p.turns(&f, after+1, end, true) {
				to := byMarks{}.complement(p, &f, after+1, end)
				f.content = append(f.content, tokens{after + 1, to})
			}
		default:
			continue
		}
		if len(f.content) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// account reads "by the army's own account", "in her words" and "in the words
// of one resident", which begin at token i.
func (p *page) account(i int32) (cue, source tokens) {
	np, ok := p.nounAt(i + 1)
	if !ok || np.first != i+1 {
		return
	}
	head := p.Chunks[p.Tokens[np.first].Chunk].Head
	if p.tag(np.last) == text.POS || p.lower(np.last) == "own" { // the owner may be a chunk of its own
		more, ok := p.nounAt(np.last)
		if !ok {
			more, ok = p.nounAt(np.last + 1)
		}
		if ok {
			np.last, head = more.last, more.last-1
		}
	}
	if !p.telling(p.lower(head), p.lower(i)) {
		return
	}
	if p.lower(head+1) == "of" && p.lower(i) == "in" && p.lower(np.first) == "the" {
		owner, ok := p.nounAt(head + 2)
		if !ok || owner.first != head+2 {
			return
		}
		_, end := p.bounds(i)
		return tokens{i, head + 2}, tokens{owner.first, p.tails(owner.last, end)}
	}
	if p.tag(np.first) == text.PRPS {
		return tokens{i, head + 1}, tokens{np.first, np.first + 1}
	}
	for k := np.first + 1; k < head; k++ {
		if p.tag(k) == text.POS {
			return tokens{k + 1, head + 1}, tokens{np.first, k}
		}
	}
	return
}

func (p *page) telling(noun, prep string) bool {
	return prep == "by" && p.words.byAccount[noun] || prep == "in" && p.words.inWords[noun]
}

// putsIt reads "as the mayor put it", which begins at token i.
func (p *page) putsIt(i int32) (cue, source tokens) {
	np, ok := p.nounAt(i + 1)
	if !ok || np.first != i+1 || p.lower(np.last+1) != "it" {
		return
	}
	if verb := p.lemmaAt(np.last); p.words.putIt[verb] || p.words.nameIt[verb] {
		return tokens{np.last, np.last + 2}, np
	}
	return
}

// interview returns the questions and answers of an interview that is printed
// with a label before each turn: "Q: … A: …", "Harbour Lamp: … Jon Roe: …".
// Two labels have to take turns, two turns each or more; a label that is no name
// leaves the speaker open.
func (p *page) interview() []frame {
	type turn struct {
		label tokens
		body  tokens
		para  int
	}
	var turns []turn
	count := map[string]int{}
	for k := range p.Paras {
		para := &p.Paras[k]
		if para.First >= para.Last {
			continue
		}
		first, last := p.Sents[para.First].First, p.Sents[para.Last-1].Last
		for i := first; i < min(last, first+6); i++ {
			if p.lower(i) != ":" {
				continue
			}
			if i > first && i+1 < last && capital(p.Word(first)) && !p.finite(tokens{first, i}) {
				turns = append(turns, turn{tokens{first, i}, tokens{i + 1, last}, k})
				count[p.Of(p.Range(first, i))]++
			}
			break
		}
	}
	labels := 0
	for _, n := range count {
		if n >= 2 {
			labels++
		}
	}
	if labels < 2 && !(labels == 1 && len(count) == 2 && len(turns) >= 3) {
		return nil
	}
	var out []frame
	for n, t := range turns {
		end := len(p.Paras)
		if n+1 < len(turns) {
			end = turns[n+1].para
		}
		body := t.body
		if end < len(p.Paras) && end > t.para+1 {
			body.last = p.Sents[p.Paras[end-1].Last-1].Last // turns of several paragraphs
		}
		e := between
		asks := p.lower(body.last-1) == "?" || isQuoteMark(p.lower(body.last-1)) && p.lower(body.last-2) == "?"
		if asks {
			e = asking
		}
		out = append(out, frame{head: t.label.last, class: markClass, entry: e, cue: tokens{t.label.last, t.label.last + 1}, source: t.label,
			content: []tokens{body}, shape: markBetween, p: 0.95, by: "rule:interview"})
	}
	return out
}

// asking stands for the colon before an interview's question.
var asking = &entry{class: markClass, kind: sayso.Question, stance: sayso.Asked, frames: takesThat | takesQuote}

// colonAhead gives a quotation that begins a paragraph to the sentence before
// that ends in a colon: "The general's statement read in part:".
func (p *page) colonAhead(f *frame) {
	if f.class != verbClass || p.quote[f.head] >= 0 {
		return
	}
	s := &p.Sents[p.Tokens[f.head].Sent]
	last := s.Last
	if last <= s.First || p.lower(last-1) != ":" || int(last) >= len(p.Tokens) || !p.mark[last] || last-f.head > 12 {
		return
	}
	says := f.entry.has(takesQuote|takesThat) && !f.entry.weak
	reads := (f.entry == nil || f.entry.weak) && p.tag(f.head) != text.VBG && p.words.reads[p.lemma(f.head)] // "the following statement:"
	g := p.verbGroup(f.head)
	source, ok := p.subject(g)
	if !ok {
		return
	}
	np, _ := p.nounAt(source.first)
	_, document := p.media.documents[p.lemma(max(np.last-1, 0))]
	if !says && !(reads && document) || f.p >= leastOuter && len(f.content) > 0 && f.content[0].first >= last {
		return
	}
	for _, t := range f.content {
		if f.p >= leastOuter && t.last-t.first > 3 && t.first >= f.cue.last {
			return // it has a content of its own
		}
	}
	if g.last == last-1 {
		g.last = last // the colon belongs to it
	}
	f.cue, f.source, f.content, f.shape = g, source, p.pieces(p.quote[last]), quoteAfter
	if f.entry == nil || f.entry.weak {
		f.entry = between
	}
	f.p, f.by = max(f.p, 0.9), "rule:colon-ahead"
}
