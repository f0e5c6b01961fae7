package attribution

import "sayso/internal/text"

// Participles of saying: whose they are, and what stands before them.

// asSaying gives "saying" in "the agency quoted the minister as saying that …" to
// the minister.
func (p *page) asSaying(f *frame) {
	if f.class != verbClass || p.tag(f.head) != text.VBG || p.lower(f.head-1) != "as" || p.quote[f.head] >= 0 {
		return
	}
	start, _ := p.bounds(f.head)
	np, ok := p.phraseBack(f.head-1, start)
	for i := np.first - 1; ok && i >= start && i >= np.first-2; i-- {
		if h := i; isVerb(p.tag(h)) && p.words.quote[p.lemma(h)] && p.canSpeak(np) && p.free(f, np) {
			if g := p.verbGroup(h); !p.passiveVoice(&frame{head: h, cue: g}) {
				f.source = np
			}
			return
		}
	}
}

// fronted takes out of a content the participle phrase that begins the sentence and
// has a claim of its own: "{Vowing to fight on}, the general ordered two brigades out".
func (p *page) fronted(f *frame, at map[int32]int, frames []frame) {
	start, end := p.bounds(f.head)
	if f.class != verbClass || len(f.content) == 0 || f.content[0].first != start || p.tag(start) != text.VBG || f.head == start {
		return
	}
	k, ok := at[start]
	if t := f.content[0]; !ok || frames[k].p < leastOuter || t.last > f.source.first || f.source.last > f.cue.first || p.quote[start] >= 0 {
		return
	}
	if f.content = f.content[1:]; len(f.content) == 0 {
		g := frame{head: f.head, class: verbClass, entry: f.entry}
		if g.cue = p.verbGroup(f.head); f.entry != nil {
			p.readAfter(&g, end)
		}
		f.content, f.shape = g.content, g.shape
	}
}

// besides gives a participle of saying whose source cannot speak to the one who
// says what stands before it: "put turnout at 2,000, a figure the police {disputed}, saying …".
func (p *page) besides(k int, frames []frame) {
	f := &frames[k]
	if f.class != verbClass || f.p < leastOuter || p.tag(f.head) != text.VBG || p.lower(f.head-1) != "," || p.quote[f.head] >= 0 || f.source.last > f.cue.first {
		return
	}
	if np, ok := p.nounAt(f.source.first); !f.source.empty() && (!ok || p.canSpeak(np)) {
		return
	}
	start, _ := p.bounds(f.head)
	for i := k - 1; i >= 0 && frames[i].head > start; i-- {
		g := &frames[i]
		if g.p >= leastOuter && g.class == verbClass && isFinite(p.tag(g.head)) && p.canSpeak(g.source) && p.free(f, g.source) && !g.holds(f.head) {
			f.source = g.source
			return
		}
	}
}
