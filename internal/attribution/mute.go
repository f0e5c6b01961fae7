package attribution

import (
	"sayso/internal/text"
)

// silence takes out of the running what hands no words to anybody, whatever the
// model says of the verb: a source that can neither speak nor know, an act, a
// content that tells nothing.
func (p *page) silence(f *frame) {
	if p.relativeThat(f) {
		f.p, f.ruled = 0, 0
	}
	if f.p < leastOuter {
		return
	}
	switch {
	case p.isMute(f.source), p.anAct(f):
		f.p = 0
	case p.kicker(f), p.performs(f), p.namesOnly(f), p.topic(f), p.nobodys(f), p.onlyTold(f), p.unclaimed(f), p.subjectOfContent(f), p.convicts(f):
		f.p, f.ruled = 0, 0
	case p.tellsNothing(f), p.asCalled(f):
		f.p, f.ruled = 0, 0
	}
}

// isMute reports whether a source is a happening or a state of things.
func (p *page) isMute(source tokens) bool {
	if source.empty() {
		return false
	}
	np, ok := p.nounAt(source.first)
	if !ok || np.last > source.last {
		return false
	}
	head := p.Chunks[p.Tokens[np.first].Chunk].Head
	for i := np.first + 1; i < head; i++ {
		if p.tag(i) == text.VBG && isNoun(p.tag(i-1)) {
			head = i - 1 // "a database tracking deaths"
		}
	}
	return isNoun(p.tag(head)) && !isName(p.tag(head)) && p.words.mute[p.lemma(head)]
}

// anAct reports whether a verb with its object is a deed rather than words:
// "signed a treaty", "called a strike", "questioned five men".
func (p *page) anAct(f *frame) bool {
	if f.class != verbClass || p.speech(f.head) && f.shape == quoteAfter {
		return false
	}
	np, ok := p.nounAt(f.head + 1)
	if p.tag(f.head) == text.VBN && len(f.content) == 1 && f.content[0].last == f.cue.first {
		np, ok = p.nounAt(f.content[0].first) // "a rally called by the opposition"
		ok = ok && np.covers(f.content[0])
	} else if ok = ok && np.first == f.head+1; !ok {
		return false
	}
	if !ok || p.mark[np.first] {
		return false
	}
	head := p.Chunks[p.Tokens[np.first].Chunk].Head
	noun := p.lemma(head)
	switch w, verb := p.words, p.lemma(f.head); {
	case w.handOver[verb]:
		_, document := p.media.documents[noun]
		return w.nouns[noun] == nil && !document || w.binding[noun]
	case verb == "call":
		return w.called[noun] && (p.lower(np.first) == "a" || p.lower(np.first) == "an" || noun == "police")
	case w.answer[verb]:
		return w.answered[noun]
	case w.enact[verb]:
		return w.enacted[noun]
	case w.assail[verb]:
		if f.source.empty() {
			return false
		}
		who, ok := p.nounAt(f.source.first)
		return ok && (w.armed[p.lemma(who.last-1)] || p.lower(who.first) == "armed" || p.lower(who.first) == "masked")
	case w.air[verb]:
		return p.onAir(f.source) && p.tag(np.last) != text.VBG && p.lower(np.last) != "that"
	case w.interrogate[verb]:
		return p.tag(head) == text.PRP || p.tag(np.first) == text.CD || p.lower(np.last) == "about" || p.lower(np.last) == "over"
	}
	return false
}

// onAir reports whether a source is a broadcaster.
func (p *page) onAir(source tokens) bool {
	return !source.empty() && p.words.broadcaster[p.lower(source.last-1)]
}

// tellsNothing reports whether a content is a mere pronoun of a clause around
// it, or nothing but a time.
func (p *page) tellsNothing(f *frame) bool {
	if len(f.content) != 1 {
		return false
	}
	t := f.content[0]
	for t.last > t.first+1 && (p.lower(t.last-1) == "," || p.final(t.last-1)) {
		t.last--
	}
	switch p.lower(t.first) {
	case "who", "which", "whom":
		return t.last-t.first == 1 && f.class == verbClass
	case "whose":
		return !p.finite(t) && t.last <= f.cue.first
	}
	np, ok := p.nounAt(t.first)
	return ok && np == t && p.temporal(t) && !p.happens(t) && f.shape != quoteBefore && f.shape != quoteAfter && !p.mark[t.first]
}

// asCalled reports whether "it" in "as the colonel called it" was taken for what is said.
func (p *page) asCalled(f *frame) bool {
	if f.class != verbClass || len(f.content) != 1 || !p.words.nameIt[p.lemma(f.head)] && !p.words.putIt[p.lemma(f.head)] {
		return false
	}
	t := f.content[0]
	return t.last-t.first == 1 && t.first == f.cue.last && p.lower(t.first) == "it" && p.lower(f.source.first-1) == "as"
}

// happens reports whether a phrase with a time names something else before it:
// "no early election this year".
func (p *page) happens(t tokens) bool {
	for i := t.first; i < t.last && !isTimeWord(p.lower(i)); i++ {
		if isNoun(p.tag(i)) && !isName(p.tag(i)) && i+1 < t.last && (p.tag(i+1) == text.DT || p.tag(i+1) == text.JJ) {
			return true
		}
	}
	return false
}

// relativeThat reports whether the "that" after a noun for words is part of a
// relative clause, which tells nothing of what they were: "a claim that could not
// be verified", "made a pledge that residents dismissed".
func (p *page) relativeThat(f *frame) bool {
	that := f.head + 1
	switch {
	case f.class == nounClass && f.shape == thatClause && p.lower(that) == "that":
	case len(f.content) == 0 || f.content[0].first < f.head || f.class != nounClass && f.class != verbClass:
		return false
	default:
		if that = f.content[0].first; p.lower(that) != "that" {
			that--
		}
		if that < 1 || p.lower(that) != "that" || p.words.nouns[p.lemma(that-1)] == nil {
			return false
		}
	}
	i := that + 1
	for i < int32(len(p.Tokens)) && p.tag(i) == text.RB {
		i++
	}
	return isFinite(p.tag(i)) || p.doneToWords(i)
}

// doneToWords reports whether the clause at token i is one that lacks its object,
// so that the noun before "that" is it: "a pledge that {residents dismissed}".
func (p *page) doneToWords(i int32) bool {
	np, ok := p.nounAt(i)
	if !ok || np.first != i {
		return false
	}
	i = p.tails(np.last, int32(len(p.Tokens))) // "that {a lawyer for the men} rejected"
	for i < int32(len(p.Tokens)) && (p.Tokens[i].UPOS == text.AUX || p.tag(i) == text.MD || p.tag(i) == text.RB) {
		if p.lemmaAt(i) == "be" {
			return false // a passive: "that the rumour was dismissed"
		}
		i++
	}
	if !isVerb(p.tag(i)) || !p.words.doneToWords[p.lemma(i)] {
		return false
	}
	if w := p.lower(i + 1); p.words.nameIt[p.lemma(i)] && w != "for" && w != "on" && w != "off" {
		return true // "a ruling that lawyers called absurd"
	}
	i++
	for p.tag(i) == text.RB {
		i++
	}
	next, ok := p.nounAt(i)
	return p.lower(i) != "that" && p.tag(i) != text.TO && p.tag(i) != text.VBG && (!ok || p.temporal(next)) && p.tag(i) != text.PRP && p.tag(i) != text.DT && !p.mark[min(i, int32(len(p.mark))-1)]
}

// roundOff lets a source that stops within a phrase end with it: "two officials
// in {the region}".
func (p *page) roundOff(f *frame) {
	if f.source.empty() {
		return
	}
	p.wholeWord(f)
	p.contact(f)
	p.asWhat(f)
	if n := len(f.content); n > 0 && f.source.first == f.content[n-1].last {
		if t := &f.content[n-1]; t.last-t.first > 1 && p.lower(t.last-1) == "that" {
			t.last-- // "{a pledge} that residents dismissed"
		}
	}
	p.asideCut(f)
	p.throughWhat(f)
	if f.source.last-f.source.first < 2 {
		return
	}
	last := f.source.last
	switch p.tag(last - 1) {
	case text.IN, text.DT, text.PRPS, text.CC, text.TO, text.JJ:
	default:
		return
	}
	np, ok := p.nounAt(last)
	if !ok {
		return
	}
	whole := f.source
	if whole.last = np.last; p.free(f, whole) && !p.temporal(np) {
		f.source = whole
	}
}

// untangle mends contents around an "it" that stands for the clause to come:
// "It was known under whose orders they acted".
func (p *page) untangle(f *frame) {
	if n := len(f.content); n > 1 && f.class != markClass {
		if t := f.content[0]; t.last-t.first == 1 && p.lower(t.first) == "it" && t.last <= f.cue.first && f.content[1].first >= f.cue.last && p.relative(f.content[1].first) {
			f.content = f.content[1:]
		}
	}
	if len(f.content) == 0 {
		return
	}
	t := &f.content[0]
	if w := p.lower(t.first); (w == "whose" || w == "whom" || w == "which") && f.cue.last == t.first && f.cue.last-1 > f.head && p.Tokens[f.cue.last-1].UPOS == text.ADP {
		t.first--
		f.cue.last--
	}
}

// relative reports whether a clause with a question word begins at token i:
// "whose orders", "under which flag".
func (p *page) relative(i int32) bool {
	if p.Tokens[i].UPOS == text.ADP {
		i++
	}
	switch p.tag(i) {
	case text.WP, text.WDT, text.WRB, text.WPS:
		return true
	}
	return false
}
