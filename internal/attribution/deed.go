package attribution

import (
	"slices"

	"sayso/internal/text"
)

// What reads like words of somebody's and is none: the label before a headline,
// an act that a verb of saying performs, a name that somebody bears, and what
// a meeting is about.

// kicker reports whether what stands before a headline's colon is the desk's
// label for the piece: "CORRECTION: …", "Interview: …".
func (p *page) kicker(f *frame) bool {
	if f.class != markClass || f.source.empty() || f.source.last > f.head || f.by == "rule:interview" {
		return false
	}
	last := p.lower(f.source.last - 1)
	if f.source.last-f.source.first > 2 || !p.words.kickers[last] {
		return false
	}
	start, _ := p.bounds(f.head)
	return p.isHeadline(f.head) || f.source.first == start
}

// performs reports whether a verb of saying does what its object names:
// "declared a state of emergency", "denied them access", "was denied bail".
func (p *page) performs(f *frame) bool {
	nouns := p.words.acts[p.lemmaAt(f.head)]
	if f.class != verbClass || nouns == nil {
		return false
	}
	i := f.head + 1
	for range 2 { // whom, then what
		np, ok := p.nounAt(i)
		if !ok || np.first != i || p.mark[i] {
			return false
		}
		head := p.Chunks[p.Tokens[i].Chunk].Head
		if p.lemma(head) == "state" && p.lower(np.last) == "of" {
			if of, ok := p.nounAt(np.last + 1); ok {
				head = of.last - 1
			}
		}
		if slices.Contains(nouns, p.lemma(head)) {
			return true
		}
		if i = np.last; p.lower(i) == "that" || p.lower(i) == "," {
			return false
		}
	}
	return false
}

// namesOnly reports whether a verb gives a name: "known as the Tailor", "who
// call themselves the Sons of Vell", "identified himself as Ode".
func (p *page) namesOnly(f *frame) bool {
	if f.class != verbClass {
		return false
	}
	next := p.lower(f.head + 1)
	switch verb := p.lemma(f.head); {
	case verb == "know":
		if p.tag(f.head) != text.VBN && p.tag(f.head) != text.VBD || next != "as" && next != "by" && next != "locally" && next != "simply" {
			return false
		}
		return next != "by" || p.lower(f.head+2) == "the" || p.tag(f.head+2) == text.PRPS
	case p.words.nickname[verb]:
		return true
	case p.words.call[verb]:
		switch next {
		case "himself", "herself", "itself", "themselves":
			i := f.head + 2
			if w := p.lower(i); w == "as" || w == "only" {
				i++
			}
			if p.lower(i) == "the" {
				i++
			}
			return isName(p.tag(i)) && capital(p.Word(i))
		}
	}
	return false
}

// topic reports whether a content is only what a talk is about: "met to discuss
// clashes that have killed 40". Nobody vouches for it there; it stays the outlet's.
func (p *page) topic(f *frame) bool {
	if f.class != verbClass || len(f.content) == 0 || f.content[0].first < f.cue.last {
		return false
	}
	i := f.content[0].first
	if f.shape == quoteAfter || p.mark[i] || p.tag(i) == text.WRB || p.tag(i) == text.WP || p.lower(i) == "whether" || p.lower(i) == "if" || p.lower(i) == "that" {
		return false
	}
	happened := p.several(f)
	for _, t := range f.content {
		for i := t.first; i < t.last; i++ {
			happened = happened || isFinite(p.tag(i)) || p.tag(i) == text.CD || p.words.mute[p.lemma(i)]
		}
	}
	if !happened {
		return false
	}
	about := p.lower(i - 1)
	return p.words.discuss[p.lemma(f.head)] || p.words.confer[p.lemma(f.head)] && (about == "about" || about == "over" || about == "on") && p.several(f)
}

// several reports whether a frame's source is more than one: they talk with
// each other rather than tell.
func (p *page) several(f *frame) bool {
	for i := f.source.first; i < f.source.last; i++ {
		switch {
		case p.lower(i) == "and", p.lower(i) == "they", p.tag(i) == text.NNS:
			return true
		}
	}
	return false
}

// nobodys reports whether a noun only says that nothing was said: "no claim of
// responsibility for the attack".
func (p *page) nobodys(f *frame) bool {
	np, ok := p.nounAt(f.head)
	return f.class == nounClass && ok && f.source.empty() && p.lower(np.first) == "no" && p.words.unsaid[p.lemma(f.head)]
}

// onlyTold reports whether a content is no more than who was told: "He told his sergeant."
func (p *page) onlyTold(f *frame) bool {
	if f.class != verbClass || p.lemma(f.head) != "tell" || len(f.content) != 1 || f.content[0].first != f.cue.last {
		return false
	}
	np, ok := p.nounAt(f.cue.last)
	return ok && np == f.content[0] && !p.mark[np.first] && p.voices(np)
}

// unclaimed reports whether a frame only says that nobody took an act upon himself:
// "no group claimed responsibility for the attack".
func (p *page) unclaimed(f *frame) bool {
	if f.class != verbClass || !p.words.ownUp[p.lemma(f.head)] || f.source.empty() || len(f.content) == 0 {
		return false
	}
	switch p.lower(f.source.first) {
	case "no", "nobody", "none", "neither":
	default:
		return false
	}
	c := f.content[0]
	return c.first == f.cue.last && p.words.accused[p.lemma(c.first)]
}

// subjectOfContent reports whether a noun is the subject of the verb with which its
// content would begin: "the opposition called for a vote" hands nothing over.
func (p *page) subjectOfContent(f *frame) bool {
	if f.class != nounClass || len(f.content) == 0 || f.content[0].first != f.cue.last {
		return false
	}
	verb := p.Tokens[f.head].Head
	return p.Tokens[f.head].Rel == text.RelNsubj && verb >= f.content[0].first && verb < f.content[0].last
}

// convicts reports whether a court only judges or punishes: "found the colonel guilty",
// "was jailed for setting fire to a hostel".
func (p *page) convicts(f *frame) bool {
	if f.class != verbClass {
		return false
	}
	if p.words.punish[p.lemma(f.head)] {
		return true
	}
	if p.lemma(f.head) != "find" {
		return false
	}
	_, end := p.bounds(f.head)
	for i := f.head + 1; i < min(end, f.head+nearby); i++ {
		switch p.lower(i) {
		case "guilty", "liable":
			return true
		case "that", ".", ";":
			return false
		}
	}
	return false
}
