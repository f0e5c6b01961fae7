package attribution

import (
	"sayso"
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
	case p.tellsNothing(f):
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
	if !ok || np.first != f.head+1 || p.mark[np.first] {
		return false
	}
	head := p.Chunks[p.Tokens[np.first].Chunk].Head
	noun := p.lemma(head)
	switch p.lemma(f.head) {
	case "share", "sign", "exchange", "trade", "swap":
		_, document := p.media.documents[noun]
		return p.words.nouns[noun] == nil && !document || noun == "agreement" || noun == "order" || noun == "decree"
	case "call":
		switch noun {
		case "rally", "strike", "protest", "election", "vote", "meeting", "referendum", "session", "conference", "summit", "truce", "ceasefire", "halt",
			"boycott", "demonstration", "march", "inquest", "poll", "walkout", "police", "ambulance", "witness":
			return p.lower(np.first) == "a" || p.lower(np.first) == "an" || noun == "police"
		}
	case "pass", "adopt", "enact", "repeal", "table":
		switch noun {
		case "bill", "law", "resolution", "motion", "act", "measure", "budget", "legislation", "decree", "amendment", "constitution":
			return true
		}
	case "attack", "hit", "strike", "target", "blast", "storm", "assault", "ambush":
		if f.source.empty() {
			return false
		}
		who, ok := p.nounAt(f.source.first)
		return ok && p.words.armed[p.lemma(who.last-1)]
	case "show", "air", "broadcast":
		return p.onAir(f.source) && p.tag(np.last) != text.VBG && p.lower(np.last) != "that"
	case "question", "interview", "interrogate":
		return p.tag(head) == text.PRP || p.tag(np.first) == text.CD || p.lower(np.last) == "about" || p.lower(np.last) == "over"
	}
	return false
}

// onAir reports whether a source is a broadcaster.
func (p *page) onAir(source tokens) bool {
	if source.empty() {
		return false
	}
	switch p.lower(source.last - 1) {
	case "television", "tv", "channel", "broadcaster", "station", "network", "radio":
		return true
	}
	return false
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
	return ok && np == t && p.temporal(t) && f.shape != quoteBefore && f.shape != quoteAfter && !p.mark[t.first]
}

// relativeThat reports whether the "that" after a noun is the subject of a
// relative clause: "a claim that could not be verified".
func (p *page) relativeThat(f *frame) bool {
	if f.class != nounClass || f.shape != thatClause || p.lower(f.head+1) != "that" {
		return false
	}
	i := f.head + 2
	for i < int32(len(p.Tokens)) && p.tag(i) == text.RB {
		i++
	}
	return isFinite(p.tag(i))
}

// roundOff lets a source that stops within a phrase end with it: "two officials
// in {the region}".
func (p *page) roundOff(f *frame) {
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

// tolls are the nouns of a count of people that somebody keeps.
func tolls(noun string) bool {
	switch noun {
	case "toll", "death", "dead", "body", "casualty", "victim", "injury", "wounded", "missing", "number", "figure", "total", "fatality", "corpse", "displaced", "detainee", "arrest":
		return true
	}
	return false
}

// tally hands a count to whoever keeps it: "prosecutors count 225 bodies",
// "the ministry put the toll at 60".
func (p *page) tally(f *frame) {
	if f.class != verbClass || f.p >= leastOuter && len(f.content) > 0 || p.speech(f.head) {
		return
	}
	least := false
	switch p.lemma(f.head) {
	case "count", "tally", "record", "register", "document", "verify", "confirm", "report", "list":
	case "put", "raise", "revise", "lower", "update", "cut", "increase":
		least = true // "put the toll at 60"
	default:
		return
	}
	_, end := p.bounds(f.head)
	g := p.verbGroup(f.head)
	if !isFinite(p.tag(g.first)) || p.passiveVoice(&frame{head: f.head, cue: g}) {
		return
	}
	source, ok := p.subject(g)
	np, object := p.nounAt(g.last)
	if !ok || !object || np.first != g.last || p.isMute(source) || p.temporal(source) || !isNoun(p.tag(source.last-1)) && p.tag(source.first) != text.PRP {
		return
	}
	if !tolls(p.lemma(np.last - 1)) {
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
	menace := (g.shape == nounObject || g.shape == bareClause) && f.entry.stance == sayso.Threatened && len(g.content) == 1 && p.menaces(g.content[0], f.head)
	if g.shape != infinitive && !menace || len(g.content) == 0 || g.source.empty() || p.isMute(g.source) || !p.canSpeak(g.source) || !p.asserts(g.cue) {
		return
	}
	f.source, f.cue, f.content, f.shape = g.source, g.cue, g.content, g.shape
	f.p, f.by = 0.8, "rule:pledge"
}

// menaces reports whether the object of "threaten" is what is threatened with:
// "threatened {a strike}", "threatened Marland {with war}".
func (p *page) menaces(t tokens, h int32) bool {
	np, ok := p.nounAt(t.first)
	if !ok {
		return false
	}
	switch p.lemma(np.last - 1) {
	case "strike", "action", "war", "force", "sanction", "retaliation", "boycott", "attack", "reprisal", "revenge", "walkout", "response", "violence", "protest",
		"blockade", "tariff", "consequence":
		return true
	}
	return p.lower(np.last) == "with" && np.last < t.last
}

// wasAsked leaves open who asks in "Asked whether …, the general said" and "the
// general, asked whether …, said": the subject is the one who was asked.
func (p *page) wasAsked(f *frame) {
	if f.class != verbClass || p.tag(f.head) != text.VBN && p.tag(f.head) != text.VBD {
		return
	}
	switch p.lemma(f.head) {
	case "ask", "press", "question", "challenge", "quiz":
	default:
		return
	}
	if len(f.content) == 0 {
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
