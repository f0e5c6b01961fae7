package attribution

import (
	"cmp"
	"slices"

	"sayso/internal/text"
)

// Numbers that the words beside them hand to whoever gives them, without any
// verb of saying that has a subject: "a toll of five dead, given by state
// radio", "up from 19 reported earlier by the ministry", "the army's figure of 40".

const figureSure = 0.85

// givers adds the claims of those who are named as giving a number, and keeps
// the frames in text order.
func (p *page) givers(frames []frame) []frame {
	at := make(map[int32]int, len(frames))
	for i := range frames {
		at[frames[i].head] = i
	}
	for i := range p.Tokens {
		h := int32(i)
		f, ok := p.givenFigure(h)
		if !ok {
			f, ok = p.ownedFigure(h)
		}
		if !ok || p.speech(h) {
			continue
		}
		f.by, f.p, f.ruled, f.entry = "rule:figure", figureSure, figureSure, reckoning
		if k, ok := at[h]; ok {
			frames[k] = f
		} else {
			frames = append(frames, f)
		}
	}
	slices.SortStableFunc(frames, func(a, b frame) int { return cmp.Compare(a.head, b.head) })
	for i := range frames {
		if frames[i].p >= leastOuter {
			p.compared(&frames[i], frames)
		}
	}
	return frames
}

// givenFigure reads the participle h and who gives the number before it:
// "19 {reported} earlier {by} the ministry".
func (p *page) givenFigure(h int32) (frame, bool) {
	none := frame{}
	if tag := p.tag(h); tag != text.VBN && tag != text.VBD || p.Tokens[h].UPOS == text.AUX {
		return none, false
	}
	strong := p.words.tell[p.lemma(h)]
	if !strong && !p.words.supply[p.lemma(h)] {
		return none, false
	}
	start, end := p.bounds(h)
	by := h + 1
	for by < end && by < h+7 && p.lower(by) != "by" {
		if p.final(by) || p.lower(by) == "," || p.mark[by] || isVerb(p.tag(by)) || isFinite(p.tag(by)) {
			return none, false
		}
		by++
	}
	np, ok := p.nounAt(by + 1)
	for i := np.first + 2; ok && i < np.last; i++ {
		if w := p.lower(i); (w == "last" || w == "this" || w == "next" || isTimeWord(w)) && p.temporal(tokens{i, np.last}) {
			np.last = i // "{the mining company} last week"
		}
	}
	if p.lower(by) != "by" || !ok || np.first != by+1 || p.temporal(np) || p.isMute(np) || p.counts(np) || !isNoun(p.tag(np.last-1)) && p.tag(np.last-1) != text.PRP {
		return none, false
	}
	last := h
	if g := p.verbGroup(h); g.first < h {
		// "which were given by …": with a relative pronoun, or it is the clause's own verb.
		if last = g.first - 1; last <= start || !p.relative(last) && p.lower(last) != "that" {
			return none, false
		}
	}
	number, ok := p.numberBefore(last, start)
	if !ok || !strong && !p.toll(number) {
		return none, false
	}
	f := frame{head: h, class: verbClass, cue: tokens{h, h + 1}, source: tokens{np.first, p.tails(np.last, end)}, content: []tokens{number}, shape: passive}
	if by == h+1 {
		f.cue.last = by + 1
	}
	return f, !f.source.meets(number)
}

// numberBefore returns the phrase with a number that ends before token last, a
// comma and a noun that stands for the number between: "12 dead, a figure".
func (p *page) numberBefore(last, start int32) (tokens, bool) {
	if p.lower(last-1) == "," || p.lower(last-1) == "(" {
		last--
	}
	np, ok := p.counted(last, start)
	if ok && !p.counts(np) && p.words.reckoned[p.lemma(np.last-1)] && p.lower(np.first-1) == "," {
		before := np.first - 1
		if np, ok = p.counted(before, start); !ok {
			np, ok = p.onlyNumber(before, start)
		}
	}
	if !ok || !p.counts(np) || p.temporal(np) {
		return np, false
	}
	for np.first > start && (p.tag(np.first-1) == text.CD || p.tag(np.first-1) == text.RB || p.tag(np.first-1) == text.JJR || p.lower(np.first-1) == "at" && p.lower(np.first) == "least") {
		np.first--
	}
	return np, true
}

// onlyNumber returns the phrase with the one number of the clause before token
// last: "{Some 4,000 people} fled, a figure …".
func (p *page) onlyNumber(last, start int32) (found tokens, ok bool) {
	for i := last - 1; i >= start && p.lower(i) != ","; i-- {
		np, noun := p.nounAt(i)
		if !noun || p.temporal(np) || !p.counts(np) {
			continue
		}
		if ok {
			return found, false
		}
		found, ok, i = np, true, np.first
	}
	return found, ok
}

// counted returns the phrase that ends before token last, be it a number alone or
// one with an adjective in place of a noun: "a toll of five dead".
func (p *page) counted(last, start int32) (tokens, bool) {
	end := last
	if np, ok := p.phraseBack(end, start); ok {
		return np, true
	}
	if last-1 > start && p.tag(last-1) != text.CD && p.tag(last-2) == text.CD {
		last--
	}
	if p.tag(last-1) != text.CD {
		return tokens{}, false
	}
	np, ok := p.phraseBack(last, start)
	if !ok {
		np = tokens{last - 1, last}
		if of, ok := p.phraseBack(np.first-1, start); ok && links(p.lower(np.first-1)) {
			np.first = of.first
		}
	}
	np.last = end
	return np, true
}

// toll reports whether a run with a number is that number alone, or counts people
// who came to harm.
func (p *page) toll(t tokens) bool {
	bare := true
	for i := t.first; i < t.last; i++ {
		if p.words.toll[p.lemma(i)] || p.words.reckoned[p.lemma(i)] {
			return true
		}
		bare = bare && !isNoun(p.tag(i))
	}
	return bare
}

// counts reports whether a run holds a number.
func (p *page) counts(t tokens) bool {
	for i := t.first; i < t.last; i++ {
		if p.tag(i) == text.CD {
			return true
		}
	}
	return false
}

// ownedFigure reads a noun for a number with its owner: "the army's figure of 40".
func (p *page) ownedFigure(h int32) (frame, bool) {
	none := frame{}
	if !isNoun(p.tag(h)) || !p.words.reckoned[p.lemma(h)] || p.lower(h+1) != "of" {
		return none, false
	}
	_, end := p.bounds(h)
	of, ok := p.nounAt(h + 2)
	if !ok || of.first != h+2 || !p.counts(of) || p.temporal(of) {
		return none, false
	}
	f := frame{head: h, class: nounClass}
	if p.readNominal(&f); f.source.empty() || f.source.last > h || !p.canSpeak(f.source) || p.tag(f.source.last) != text.POS && p.tag(f.source.first) != text.PRPS {
		return none, false
	}
	if of.last < end && p.words.toll[p.lemma(of.last)] {
		of.last++ // "40 dead"
	}
	f.cue, f.content, f.shape = tokens{h, h + 1}, []tokens{{h + 2, p.tails(of.last, end)}}, phraseObject
	return f, true
}

// compared takes out of a claim the number of another that the writer sets beside
// it behind the speaker: "killed 24, the governor said{, up from 19 reported by the radio}".
func (p *page) compared(f *frame, frames []frame) {
	n := len(f.content) - 1
	if n < 1 || f.content[n].first < f.cue.last || !p.comparison(f.content[n]) {
		return
	}
	for i := range frames {
		if g := &frames[i]; g.by == "rule:figure" && f.content[n].has(g.head) {
			f.content = f.content[:n]
			return
		}
	}
}

// comparison reports whether a run sets another number beside the one before:
// "up from 19", "compared with 30".
func (p *page) comparison(t tokens) bool {
	for t.first < t.last && p.lower(t.first) == "," {
		t.first++
	}
	switch p.lower(t.first) {
	case "up", "down", "compared", "against":
		w := p.lower(t.first + 1)
		return (w == "from" || w == "with" || w == "to" || p.lower(t.first) == "against") && p.counts(t) && p.quote[t.first] < 0
	}
	return false
}

// beside returns the comparison that follows a claim's speaker and that no claim
// holds, empty where there is none: it may be the speaker's or the writer's.
func (p *page) beside(c *told) (t tokens) {
	if len(c.content) == 0 || c.content[len(c.content)-1].last > c.cue.first || p.speech(c.head) {
		return t
	}
	_, end := p.bounds(c.head)
	i := max(c.cue.last, c.source.last)
	for k := i; k < end && k < i+5 && p.lower(k) != ","; k++ {
		if np, ok := p.nounAt(k); !ok && p.tag(k) != text.IN || ok && !p.temporal(np) {
			return t
		}
		i = k + 1
	}
	if t = (tokens{i, p.until(i+1, end)}); p.lower(i) != "," || !p.comparison(t) {
		return tokens{}
	}
	t.first++
	return t
}
