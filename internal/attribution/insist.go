package attribution

import (
	"slices"

	"sayso"
	"sayso/internal/text"
)

// insist lets rules overrule the model where the grammar leaves one reading.
func (p *page) insist(frames []frame) []frame {
	frames = append(append(p.interview(), frames...), p.asides()...)
	slices.SortStableFunc(frames, func(a, b frame) int { return int(a.head) - int(b.head) })
	frames = slices.CompactFunc(frames, func(a, b frame) bool {
		return a.head == b.head && a.class == b.class && a.class == markClass // a label's colon is read as one
	})
	at := make(map[int32]int, len(frames))
	for i := range frames {
		if frames[i].class == verbClass {
			at[frames[i].head] = i
		}
	}
	for i := range frames {
		f := &frames[i]
		if say := p.quoting(f); say >= 0 {
			if k, ok := at[say]; ok {
				frames[k].p, frames[k].ruled = 0, 0
			}
			continue
		}
		p.postposed(f)
		p.colonAhead(f)
		p.tally(f)
		p.pledge(f)
		p.warning(f)
		p.answering(f)
		p.unsourced(f)
		p.felt(f)
		p.hedged(f)
		p.untangle(f)
		p.roundOff(f)
		p.asSaying(f)
		p.wasAsked(f)
		p.silence(f)
	}
	for i := range frames {
		p.fronted(&frames[i], at, frames)
		p.besides(i, frames)
		p.trim(&frames[i], at, frames)
	}
	p.coordinate(frames, at)
	p.once(frames, at)
	p.enclose(frames)
	return p.givers(frames)
}

// tally hands a count to whoever keeps it: "prosecutors count 225 bodies",
// "the ministry put the toll at 60".
func (p *page) tally(f *frame) {
	if f.class != verbClass || f.p >= leastOuter && len(f.content) > 0 || p.speech(f.head) {
		return
	}
	least := p.words.putAt[p.lemma(f.head)]            // "put the toll at 60"
	gives := !least && !p.words.count[p.lemma(f.head)] // "gave a toll of 18"
	if gives && !p.words.supply[p.lemma(f.head)] {
		return
	}
	_, end := p.bounds(f.head)
	g := p.verbGroup(f.head)
	if !isFinite(p.tag(g.first)) && !p.isPast(f.head) || p.passiveVoice(&frame{head: f.head, cue: g}) {
		return
	}
	source, ok := p.subject(g)
	np, object := p.nounAt(g.last)
	if p.lower(g.last) == "the" && p.tag(g.last+1) == text.JJ {
		np, object = tokens{g.last, g.last + 2}, true // "the dead", an adjective without a noun
	}
	if object && p.tag(np.last-1) == text.CD && p.words.toll[p.lower(np.last)] {
		np.last++ // "counted 40 wounded"
	}
	if !ok || !object || np.first != g.last || p.isMute(source) || p.temporal(source) || !isNoun(p.tag(source.last-1)) && p.tag(source.first) != text.PRP {
		return
	}
	again := least && p.lower(np.first) == "it" && p.lower(np.last) == "at" && p.tag(np.last+1) == text.CD // "the army put it at 12"
	if !again && !p.words.toll[p.lemma(np.last-1)] && !p.words.toll[p.lower(np.last-1)] {
		return
	}
	if gives && (!p.words.reckoned[p.lemma(np.last-1)] || p.lower(np.last) != "of") {
		return
	}
	counted := false
	to := np.last
	for i := np.first; i < end && i < np.last+12; i++ {
		if w := p.lower(i); w == "," || p.final(i) || isDash(w) {
			break
		}
		to = i + 1
		counted = counted || p.tag(i) == text.CD
	}
	if !counted || least && p.lower(np.last) == "," {
		return
	}
	f.source, f.cue, f.content, f.shape = source, g, []tokens{{np.first, to}}, nounObject
	f.entry = reckoning
	f.p, f.by = 0.8, "rule:tally"
}

// pledge hands a promise or a threat to whoever makes it, where the model lost
// it behind an adverbial: "threatened on Friday to shell the airport".
func (p *page) pledge(f *frame) {
	if f.class != verbClass || f.p >= leastOuter && len(f.content) > 0 || f.entry == nil || f.entry.weak || f.entry.stance != sayso.Promised && f.entry.stance != sayso.Threatened || p.speech(f.head) {
		return
	}
	g := frame{head: f.head, class: verbClass, entry: f.entry}
	p.readVerb(&g)
	menace := (g.shape == nounObject || g.shape == bareClause) && f.entry.stance == sayso.Threatened && len(g.content) == 1 && p.menaces(g.content[0])
	if g.shape != infinitive && !menace || len(g.content) == 0 || g.source.empty() || p.isMute(g.source) || !p.canSpeak(g.source) || !p.asserts(g.cue) {
		return
	}
	f.source, f.cue, f.content, f.shape = g.source, g.cue, g.content, g.shape
	f.p, f.by = 0.8, "rule:pledge"
}

// warning reads whom and of what somebody warns, where the model would not:
// "alone in warning the rebels of air strikes".
func (p *page) warning(f *frame) {
	noun := f.class == nounClass && p.lemma(f.head) == "warning" && p.Tokens[max(f.head-1, 0)].UPOS == text.ADP // a gerund taken for a noun
	if !noun && (f.class != verbClass || p.lemma(f.head) != "warn") || f.p >= leastOuter && len(f.content) > 0 || p.speech(f.head) {
		return
	}
	start, end := p.bounds(f.head)
	g := tokens{f.head, f.head + 1}
	if !noun {
		g = p.verbGroup(f.head)
	}
	np, ok := p.nounAt(g.last)
	if np.first = max(np.first, g.last); !ok || np.first != g.last || np.last+1 >= end {
		return
	}
	if w := p.lower(np.last); w != "of" && w != "about" && w != "against" {
		return
	}
	source, ok := p.subjectByTree(f.head)
	if noun {
		source, ok = p.governor(f.head, start, 0)
	} else if !ok {
		source, ok = p.subject(g)
	}
	if !ok || !p.canSpeak(source) {
		return
	}
	h := frame{head: f.head, class: verbClass, entry: p.words.verbs["warn"], shape: phraseObject, cue: g}
	if p.take(&h, np.last+1, end); len(h.content) == 0 {
		return
	}
	h.source, h.p, h.by = source, 0.8, "rule:warning"
	*f = h
}

// menaces reports whether the object of "threaten" is what is threatened with:
// "threatened {a strike}", "threatened Marland {with war}".
func (p *page) menaces(t tokens) bool {
	np, ok := p.nounAt(t.first)
	if !ok {
		return false
	}
	return p.words.menace[p.lemma(np.last-1)] || p.lower(np.last) == "with" && np.last < t.last
}

// wasAsked leaves open who asks in "Asked whether …, the general said" and "the
// general, asked whether …, said": the subject is the one who was asked.
func (p *page) wasAsked(f *frame) {
	if f.class != verbClass || p.tag(f.head) != text.VBN && p.tag(f.head) != text.VBD || !p.words.ask[p.lemma(f.head)] || len(f.content) == 0 {
		return
	}
	start, end := p.bounds(f.head)
	before := p.lower(f.cue.first - 1)
	t := &f.content[len(f.content)-1]
	if f.cue.first == start || before == "when" {
		if f.source.first >= f.cue.last {
			f.source = tokens{}
		}
		verbs := 0
		for i := t.first; i < t.last && f.source.empty(); i++ {
			if isFinite(p.tag(i)) && p.quote[i] < 0 {
				verbs++
			} else if p.lower(i) == "," && verbs > 0 && p.quote[i] < 0 {
				t.last = i
			}
		}
		return
	}
	if before != "," || f.source.last > f.cue.first && f.source.first < f.cue.last {
		return
	}
	for i := t.first; i+1 < end && i <= t.last; i++ {
		if p.lower(i) != "," || p.quote[i] >= 0 {
			continue
		}
		if e := p.words.verbs[p.lemma(i+1)]; e.has(takesQuote|takesThat) && isFinite(p.tag(i+1)) {
			t.last, f.source = i, tokens{}
			return
		}
	}
}

// reckoning stands for the verbs by which somebody keeps a count.
var reckoning = &entry{class: verbClass, kind: sayso.Speech, stance: sayso.Asserted, frames: takesNoun}
