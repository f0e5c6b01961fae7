package attribution

import "sayso/internal/text"

// coordinate ends a content where the same speaker takes up a verb of saying of
// their own: "said the bridge was shut and promised that it would be mended",
// "thanked the army for what it had done but called for more". The second claim
// has the first one's source.
func (p *page) coordinate(frames []frame, at map[int32]int) {
	for k := range frames {
		g := &frames[k]
		if g.class != verbClass || g.p < leastOuter || p.quote[g.head] >= 0 || len(g.content) == 0 {
			continue
		}
		cc := g.cue.first - 1
		for cc > 0 && (p.tag(cc) == text.RB || p.lower(cc) == ",") {
			cc--
		}
		if w := p.lower(cc); w != "and" && w != "but" && w != "or" {
			continue
		}
		i, ok := p.first(g, cc, frames, at)
		if !ok {
			continue
		}
		f := &frames[i]
		if !p.canSpeak(g.source) {
			g.source = f.source
		}
		for n, t := range f.content {
			if !t.has(cc) {
				continue
			}
			if t.last > g.content[len(g.content)-1].last+2 {
				break // it goes on behind: no second claim of the writer's
			}
			f.content = append(f.content[:n:n], tokens{t.first, cc})
			for f.content[n].last > t.first && p.lower(f.content[n].last-1) == "," {
				f.content[n].last--
			}
			if f.content[n].empty() {
				f.content = f.content[:n]
			}
			g.source = f.source
			break
		}
	}
}

// first returns the frame whose verb is coordinated with g's by the conjunction
// cc: the tree says so, or the verbs have the same form and what the grammar
// between them offers as g's subject cannot speak.
func (p *page) first(g *frame, cc int32, frames []frame, at map[int32]int) (int, bool) {
	h := g.head
	up, rel := p.Tokens[h].Head, p.Tokens[h].Rel
	if i, ok := at[up]; ok && rel == text.RelConj && up < cc && frames[i].class == verbClass && frames[i].p >= leastOuter && p.sameForm(up, h) {
		return i, true
	}
	says := g.entry.has(takesThat|takesQuote) && !g.entry.weak
	if g.entry == nil {
		return 0, false
	}
	if p.tag(h) == text.VBG {
		if rel != text.RelConj || up < 0 || p.tag(up) == text.VBG {
			return 0, false
		}
	}
	own := p.tag(h) != text.VBG && p.canSpeak(g.source)
	best, found := 0, false
	first, _ := p.bounds(h)
	for k := first; k < cc; k++ {
		i, ok := at[k]
		if !ok || frames[i].class != verbClass || frames[i].p < leastOuter || !p.sameForm(k, h) || !frames[i].holds(cc) && !frames[i].holds(cc-1) {
			continue
		}
		same := frames[i].source == g.source && !g.source.empty()
		if !p.onlyWith(&frames[i], g, cc, frames) && (!says || !same && (own || !p.canSpeak(frames[i].source))) {
			continue
		}
		best, found = i, true
		break
	}
	return best, found
}

// onlyWith reports whether the verb of g behind the conjunction cc can be
// coordinated with nothing but f's: no verb in what f says has its tense ("accused
// those who hold the port of theft and {called} for talks"), or f's verb stands in
// a list that the conjunction ends ("accused the police, denied that they were
// armed and {called} for talks").
func (p *page) onlyWith(f, g *frame, cc int32, frames []frame) bool {
	tag := p.tag(g.head)
	if tag == text.VBN {
		tag = text.VBD // the form is the same
	}
	if p.tag(f.head) != tag || tag != text.VBD && tag != text.VBZ || p.assisted(g.head) || !p.canSpeak(f.source) {
		return false
	}
	rival := false
	for i := f.cue.last; i < cc; i++ {
		if p.tag(i) == text.CC && p.tag(i+1) == tag {
			return false
		}
		rival = rival || p.tag(i) == tag || p.tag(i) == text.VBN && !p.assisted(i)
	}
	if !rival {
		return true
	}
	if p.lower(f.cue.first-1) != "," {
		return false
	}
	for i := range frames {
		if e := &frames[i]; e.head < f.head && e.head > f.head-farthest && e.p >= leastOuter && e.class == verbClass && p.tag(e.head) == tag && e.source == f.source && e.source.last <= e.cue.first {
			return true
		}
	}
	return false
}

// once lets "declined to say who paid" be one claim: what is not said is told by
// the verb that declines.
func (p *page) once(frames []frame, at map[int32]int) {
	for i := range frames {
		f := &frames[i]
		to := f.head - 1
		if f.class != verbClass || f.p < leastOuter || p.tag(f.head) != text.VB || to < 1 || p.tag(to) != text.TO || !p.withheld(to) {
			continue
		}
		if k, ok := at[to-1]; ok && frames[k].p >= leastOuter && frames[k].holds(f.head) {
			f.p, f.ruled = 0, 0
		}
	}
}

// sameForm reports whether two verbs may be coordinated by their form; a past
// participle may be a past tense that was taken for one.
func (p *page) sameForm(a, b int32) bool {
	past := func(i int32) bool { return p.tag(i) == text.VBD || p.tag(i) == text.VBN && !p.assisted(i) }
	return p.tag(a) == p.tag(b) || past(a) && past(b) || isFinite(p.tag(a)) && isFinite(p.tag(b))
}

// assisted reports whether verb i has an auxiliary of its own right before it.
func (p *page) assisted(i int32) bool { return i > 0 && p.Tokens[i-1].UPOS == text.AUX }

// canSpeak reports whether a phrase is, for all that its words say, somebody
// who speaks or something that carries words.
func (p *page) canSpeak(np tokens) bool {
	if np.empty() {
		return false
	}
	base, ok := p.nounAt(np.first)
	if !ok {
		return true
	}
	head := p.Chunks[p.Tokens[base.first].Chunk].Head
	if head >= np.last {
		head = np.last - 1 // an owner: "the army" of "the army's account"
	}
	if !isNoun(p.tag(head)) || isName(p.tag(head)) {
		return true
	}
	_, document := p.media.documents[p.lemma(head)]
	return document || p.voices(tokens{base.first, head + 1}) || p.words.nouns[p.lemma(head)] != nil
}
