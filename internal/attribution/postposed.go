package attribution

import (
	"slices"

	"sayso/internal/text"
)

// postposed gives a clause to the speaker who is named after it, where the
// grammar leaves no other reading: "…, which had been closed since March, the
// head of the office told a briefing on Tuesday", "…, the BBC has learned". It
// overrules the model, which loses sight of a long clause.
func (p *page) postposed(f *frame) {
	if f.class != verbClass || p.quote[f.head] >= 0 || p.isHeadline(f.head) && p.lower(f.head) == "told" {
		return
	}
	start, end := p.bounds(f.head)
	g := p.verbGroup(f.head)
	if g.first-4 < start || !p.asserts(g) || !p.ends(g.last, end) || p.objectAt(g.last) && !f.entry.has(takesAddressee) {
		return
	}
	np, ok := p.subject(g)
	for ok && np.first-1 > start && (isName(p.tag(np.first-1)) || p.tag(np.first-1) == text.DT) {
		np.first-- // a phrase that was parted
	}
	if !ok || np.last > g.first || !p.adjacent(np, g) || np.first-2 < start || p.lower(np.first-1) != "," || p.temporal(np) || p.tag(np.first) == text.WP || p.tag(np.first) == text.WDT {
		return
	}
	switch {
	case f.entry.has(takesQuote) && f.entry.has(takesThat) && !f.entry.weak:
	case p.scoops(f.head) && p.names(np):
	case f.entry.has(takesThat) && !f.entry.weak && (p.canSpeak(np) || capital(p.Word(np.last-1))): // "…, the auditors found in a report"
	default:
		return
	}
	clause := tokens{start, np.first - 1}
	if p.quote[np.first-2] >= 0 || !p.mainClause(clause) {
		return
	}
	for _, t := range f.content {
		if f.p >= leastOuter && (t.first < clause.first || t.last > clause.last+1 && t.last > g.first) {
			return // the model sees a content that goes on elsewhere
		}
	}
	if f.p >= leastOuter && f.source == np && slices.Equal(f.content, []tokens{clause}) {
		return
	}
	f.source, f.cue, f.content, f.shape = np, g, []tokens{clause}, clauseBefore
	f.p, f.by = max(f.p, 0.9), "rule:speaker-after-clause"
}

// asserts reports whether a verb group tells that something was said: finite,
// and neither passive nor negated.
func (p *page) asserts(g tokens) bool {
	finite := false
	for i := g.first; i < g.last; i++ {
		switch p.lower(i) {
		case "not", "n't", "never":
			return false
		}
		if p.lemma(i) == "be" && p.tag(g.last-1) == text.VBN {
			return false
		}
		finite = finite || isFinite(p.tag(i)) || p.isPast(i)
	}
	return finite
}

// objectAt reports whether a noun phrase that is no time begins at token i.
func (p *page) objectAt(i int32) bool {
	np, ok := p.nounAt(i)
	return ok && np.first == i && !p.temporal(np)
}

// ends reports whether nothing that could be said follows token i up to end:
// those spoken to and adverbials only.
func (p *page) ends(i, end int32) bool {
	for ; i < end; i++ {
		switch w := p.lower(i); {
		case p.mark[i] || w == ":" || w == "that" && p.Tokens[i].UPOS == text.SCONJ:
			return false
		case w == "after" || w == "before" || w == "when" || w == "while" || w == "as" || w == "during" || w == "who" || w == "which" || w == "where":
			return true
		case isFinite(p.tag(i)):
			return false
		case w == "," && p.tag(i+1) == text.VBG:
			return p.lower(i+1) != "adding"
		}
	}
	return true
}

// scoops reports whether a verb tells how a newsroom came by its news: "the
// BBC has learned", "the Courier understands", "we can reveal".
func (p *page) scoops(h int32) bool {
	return p.words.scoop[p.lemma(h)]
}

// mainClause reports whether a run of tokens is a clause that can stand alone:
// a finite verb that no conjunction at the run's beginning governs.
func (p *page) mainClause(t tokens) bool {
	first := t.first
	switch p.lower(first) {
	case "after", "before", "when", "while", "as", "if", "because", "although", "though", "since", "until", "once", "that", "whether":
		for first < t.last && p.lower(first) != "," {
			first++
		}
	}
	return p.finite(tokens{first, t.last}) || p.pastTense(tokens{first, t.last})
}

// pastTense reports whether a run holds a past tense that was taken for a participle.
func (p *page) pastTense(t tokens) bool {
	for i := t.first; i < t.last; i++ {
		if p.isPast(i) {
			return true
		}
	}
	return false
}

// isPast reports whether a participle or bare form is rather a tense: it has a
// subject and neither auxiliary nor "to".
func (p *page) isPast(h int32) bool {
	if p.tag(h) != text.VBN && p.tag(h) != text.VB || p.assisted(h) || p.tag(h-1) == text.TO {
		return false
	}
	first, _ := p.bounds(h)
	for i := first; i < h; i++ {
		if p.Tokens[i].Head == h && p.Tokens[i].Rel == text.RelNsubj {
			return true
		}
	}
	return false
}

// names reports whether a phrase names a news outlet or agency, or the one that
// is being read: "this newspaper".
func (p *page) names(np tokens) bool {
	if np.last-np.first == 2 && (p.lower(np.first) == "this" || p.lower(np.first) == "our") {
		_, known := p.media.mediaWords[p.lower(np.last-1)]
		return known
	}
	for i := np.first; i < np.last; i++ {
		if place := p.media.mediaWords[p.lower(i)]; place != "" && (i == np.last-1 || place != "name") && (capital(p.Word(i)) || place != "name") {
			return true
		}
		for last := np.last; last > i; last-- {
			if m, ok := p.media.media[lowerOf(p, i, last)]; ok && capital(p.Word(i)) && (!m.weak || p.lower(i-1) == "the") {
				return true
			}
		}
	}
	return false
}
