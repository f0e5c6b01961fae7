package attribution

import "sayso/internal/text"

// trim takes out of a content what is plainly the writer's again.
func (p *page) trim(f *frame, at map[int32]int, frames []frame) {
	if len(f.content) == 0 || f.p < leastOuter {
		return
	}
	p.undated(f)
	p.dated(f)
	p.bound(f)
	p.accordingEnds(f)
	p.halved(f)
	p.medium(f)
	p.outcome(f)
	p.rival(f, at, frames)
	p.suspects(f)
	p.midway(f)
	p.sharedAuxiliary(f)
	p.aboveCue(f)
	p.unanswered(f)
	p.besidesThat(f)
	p.comment(f)
	p.answeredIn(f)
	p.circumstance(f)
	p.addressee(f)
	p.clauseOfNoun(f)
	p.freeRelative(f)
	p.relativeOfSource(f, at, frames)
}

// undated begins a content behind the dateline.
func (p *page) undated(f *frame) {
	for i := range f.content {
		for t := &f.content[i]; t.first+1 < t.last && p.front.Dateline.Contains(p.Tokens[t.first].Span); {
			t.first++
		}
	}
}

// bound takes the first word of "at least" into a content that begins with the second.
func (p *page) bound(f *frame) {
	for i := range f.content {
		if t := &f.content[i]; t.first > 0 && (p.lower(t.first) == "least" || p.lower(t.first) == "most") && p.lower(t.first-1) == "at" {
			t.first--
		}
	}
}

// accordingEnds ends the source of "According to X, the delegations discussed
// …" at the comma, where what follows is the subject of the verb behind it; and
// such a verb's own source begins there.
func (p *page) accordingEnds(f *frame) {
	if f.source.empty() || p.quote[f.source.first] >= 0 {
		return
	}
	first := f.source.first
	if p.lower(first) == "according" && p.lower(first+1) == "to" {
		for i := f.source.last - 1; i > first+2; i-- {
			if np, ok := p.nounAt(i + 1); p.lower(i) == "," && ok && np.first == i+1 {
				first = i + 1
				if np.last >= f.source.last-3 {
					break // the last comma may belong to the subject
				}
			}
		}
		if first > f.source.first {
			f.source.first = first
		}
		return
	}
	if f.class != accordingClass || f.source.first != f.cue.last || f.source.last >= int32(len(p.Tokens)) || !isFinite(p.tag(f.source.last)) {
		return
	}
	for i := f.source.first + 1; i+1 < f.source.last; i++ {
		if p.lower(i) != "," {
			continue
		}
		if t := &f.content[0]; t.first >= f.source.last {
			t.first = i + 1
		} else {
			_, end := p.bounds(f.head)
			f.content = []tokens{{i + 1, end}}
		}
		f.source.last = i
		return
	}
}

// midway keeps what "when, according to X, …" hands over to the clause behind it.
func (p *page) midway(f *frame) {
	if f.class != accordingClass || p.lower(f.head-1) != "," || f.head < 2 || p.quote[f.head] >= 0 {
		return
	}
	switch p.lower(f.head - 2) {
	case "when", "where", "and", "but", "that", "because", "while", "if", "after", "although":
	default:
		return
	}
	_, end := p.bounds(f.head)
	if i := f.source.last; i+1 < end && p.lower(i) == "," {
		g := *f
		if p.take(&g, i+1, end); len(g.content) > 0 {
			f.content = g.content
		}
	}
}

// addressee takes the one spoken to out of what is said: "told the Courier {she
// had no choice}".
func (p *page) addressee(f *frame) {
	t := &f.content[0]
	if f.class != verbClass || !f.entry.has(takesAddressee) || t.first != f.cue.last {
		return
	}
	if p.mark[t.first] {
		title := p.pieces(p.quote[t.first])
		if to := title[len(title)-1].last; len(title) == 1 && to-t.first < 8 && to+1 < t.last && p.lower(to) == "that" && p.Tokens[to].UPOS == text.SCONJ {
			t.first = to // "told the programme "Morning" {that …}"
		}
		return
	}
	np, ok := p.nounAt(t.first)
	if !ok || np.first != t.first || np.last >= t.last || p.words.nouns[p.lemma(np.last-1)] != nil || p.tag(np.last) == text.WP || p.tag(np.last) == text.WDT {
		return
	}
	said, ok := p.nounAt(np.last)
	if p.lower(np.last) == "that" || ok && said.first == np.last && said.last < t.last && (isFinite(p.tag(said.last)) || p.Tokens[said.last].UPOS == text.AUX) {
		t.first = np.last
	}
}

// clauseOfNoun ends the clause that hangs on a noun where the sentence goes on
// without it: "The ministry's assertion {that the bridge is safe} was met with
// laughter", "Amid claims {that ballots were burned}, the count was stopped".
func (p *page) clauseOfNoun(f *frame) {
	if f.class != nounClass || f.shape != thatClause && f.shape != infinitive && f.shape != phraseObject || p.quote[f.head] >= 0 {
		return
	}
	start, _ := p.bounds(f.head)
	t := &f.content[len(f.content)-1]
	if t.first < f.cue.last {
		return
	}
	for i := t.first + 1; f.shape == phraseObject && i < t.last; i++ {
		if p.mark[i] && p.quote[i-1] < 0 && isNoun(p.tag(i-1)) {
			t.last = i // "called reports of {a secret deal} "pure invention""
			return
		}
	}
	if f.shape == phraseObject {
		return
	}
	np, _ := p.nounAt(f.head)
	fronted := p.lower(start) == "amid" || p.Tokens[start].UPOS == text.ADP && f.head-start < 8
	subject := np.first <= start+2 // nothing but its owner stands before
	verbs, joined := 0, false
	if f.shape == infinitive {
		verbs = 1 // "{to hold the port} could not be confirmed"
	}
	for i := t.first; i < t.last; i++ {
		if p.quote[i] >= 0 {
			continue
		}
		switch w := p.lower(i); {
		case w == ",":
			if fronted && verbs > 0 {
				t.last = i
				return
			}
			joined = true
		case i > t.first && (p.Tokens[i].UPOS == text.SCONJ || p.tag(i) == text.CC || p.relative(i) || w == "that"):
			joined = true
		case verbs == 0 && p.tag(i) == text.PRP && i > t.first+1 && isNoun(p.tag(i-1)):
			joined = true // "that the bridge he closed …"
		case isFinite(p.tag(i)) && !p.assisted(i):
			if verbs++; verbs > 1 && subject && !joined {
				t.last = i
				return
			}
		}
	}
}

// freeRelative ends "what the army called a limited operation" before the verb
// of which all that is the subject.
func (p *page) freeRelative(f *frame) {
	if len(f.content) != 2 || f.class != verbClass || !f.entry.has(takesAs) {
		return
	}
	what, t := f.content[0], &f.content[1]
	if p.lower(what.first) != "what" || what.last-what.first != 1 || t.first < f.cue.last {
		return
	}
	for i := t.first + 1; i < t.last; i++ {
		if p.quote[i] < 0 && isFinite(p.tag(i)) && p.lower(i-1) != "that" && p.lower(i-1) != "which" && p.lower(i-1) != "who" {
			t.last = i
			return
		}
	}
}

// relativeOfSource makes a claim of its own of what a relative clause says that
// the source said besides: "according to the ministry, which said most were
// children".
func (p *page) relativeOfSource(f *frame, at map[int32]int, frames []frame) {
	for n, t := range f.content {
		i := t.first
		if p.lower(i) == "," {
			i++
		}
		if n == 0 || p.lower(i) != "which" && p.lower(i) != "who" || f.source.last > i || i-f.source.last > 1 {
			continue
		}
		h := i + 1
		for h < t.last && (p.Tokens[h].UPOS == text.AUX || p.tag(h) == text.RB) {
			h++
		}
		k, ok := at[h]
		if !ok || frames[k].entry == nil || frames[k].entry.weak || !frames[k].entry.has(takesThat) {
			continue
		}
		f.content = append(f.content[:n:n], f.content[n+1:]...)
		said := tokens{h + 1, t.last}
		if said.empty() {
			return
		}
		g := frame{head: h, class: verbClass, entry: frames[k].entry, cue: tokens{i + 1, h + 1}, content: []tokens{said}, shape: bareClause}
		g.source, g.p, g.by = tokens{i, i + 1}, max(frames[k].p, 0.9), "rule:relative-of-source"
		frames[k] = g
		return
	}
}

// unsourced lets "there were reports that …" and "amid claims that …" hand their
// clause to nobody in particular.
func (p *page) unsourced(f *frame) {
	if f.class != nounClass || f.shape != thatClause && f.shape != phraseObject || p.speech(f.head) || !p.words.rumour[p.lemma(f.head)] {
		return
	}
	np, ok := p.nounAt(f.head)
	if !ok || p.tag(np.first) == text.PRPS {
		return
	}
	for i := np.first; i < f.head; i++ {
		if p.tag(i) == text.POS {
			return
		}
	}
	w := p.lower(np.first - 1)
	if p.lower(np.first) == "amid" {
		w = "amid" // taken for part of a name
	}
	there := false
	for i := np.first - 1; i >= 0 && i > np.first-5; i-- {
		there = there || p.tag(i) == text.EX
	}
	denied := p.words.deny[p.lemmaAt(np.first-1)] || w == "as" && p.words.deny[p.lemmaAt(np.first-2)]
	if denied && !p.speech(f.head) {
		there = true // "rejected accusations of …", "dismissed as baseless claims that …"
	}
	if w != "amid" && w != "despite" && w != "following" && w != "after" && !there || f.shape == phraseObject && !there {
		return
	}
	g := frame{head: f.head, class: nounClass, entry: f.entry}
	p.readNominal(&g)
	if len(g.content) == 0 {
		return
	}
	f.cue, f.content, f.source, f.shape = tokens{f.head, g.content[0].first}, g.content, tokens{}, g.shape
	if f.cue.empty() || f.cue.last-f.cue.first > 2 {
		f.cue = tokens{f.head, f.head + 1}
	}
	if f.p < leastOuter {
		f.p, f.by = 0.75, "rule:report-of"
	}
}

// halved gives a source that begins within a list of speakers all of it: "Police
// shot 12 people, {residents and aid workers} said".
func (p *page) halved(f *frame) {
	if f.class != verbClass || f.source.empty() || f.source.last > f.cue.first || len(f.content) == 0 {
		return
	}
	n := len(f.content) - 1
	for n > 0 && f.content[n].first > f.source.first {
		n--
	}
	t := &f.content[n]
	if t.last != f.source.first || p.quote[t.last-1] >= 0 {
		return
	}
	first := f.source.first
	if np, ok := p.nounAt(first); ok {
		first = np.first
	}
	for first > t.first && p.Tokens[first-1].Rel == text.RelCompound && p.Tokens[first-1].Head == f.source.last-1 {
		first-- // taken for a verb: "aid workers"
	}
	if p.lower(first-1) == "and" {
		if np, ok := p.nounAt(first - 2); ok {
			first = np.first
		}
	}
	if first < f.source.first && first-1 > t.first && p.lower(first-1) == "," && p.voices(tokens{first, f.source.last}) {
		f.source.first, t.last = first, first-1
	}
}

// suspects leaves those who are suspected of something where they stand: "held 11
// men {suspected of} planning a raid" counts the men in the words around it.
func (p *page) suspects(f *frame) {
	if f.class != verbClass || p.lemma(f.head) != "suspect" || p.tag(f.head) != text.VBN && p.tag(f.head) != text.VBD || f.cue.first < f.head || p.lower(f.head+1) != "of" {
		return
	}
	kept := f.content[:0:0]
	for _, t := range f.content {
		if t.first >= f.cue.last {
			kept = append(kept, t)
		}
	}
	if np, ok := p.nounAt(f.head - 1); ok && np.last == f.head && len(kept) > 0 {
		f.content = kept
	}
}
