package attribution

import "sayso/internal/text"

// byMarks ends a complement where punctuation and conjunctions suggest that
// the writer speaks again.
type byMarks struct{}

// complement returns the end of what begins at token start and depends on the
// cue, at most end. It measured better than subtrees do, which the model sees
// beside it.
func (byMarks) complement(p *page, f *frame, start, end int32) int32 {
	clause := f.shape == thatClause || f.shape == bareClause || f.shape == whether || f.shape == quoteAfter || f.shape == clauseBefore || f.shape == accordingTo
	round := 0
	for i := start; i < end; i++ {
		if p.quote[i] >= 0 && p.quote[start] != p.quote[i] {
			continue // whatever stands in marks is not the writer's syntax
		}
		w := p.lower(i)
		switch {
		case w == "(":
			round++
		case w == ")":
			round--
		case round > 0:
		case w == ";":
			return i
		case isDash(w) && !clause:
			return i
		case w == ",":
			if p.turns(f, i+1, end, clause) {
				return i
			}
		case !clause && p.adverbial(i):
			return i
		case i > start && (w == "and" || w == "but"):
			if p.resumes(f, i+1, end) {
				return i
			}
		case i > start+2 && w == "according" && p.lower(i+1) == "to":
			return i
		}
	}
	return end
}

// turns reports whether the writer speaks again after a comma.
func (p *page) turns(f *frame, i, end int32, clause bool) bool {
	if i >= end {
		return false
	}
	w := p.lower(i)
	switch {
	case w == "according" && p.lower(i+1) == "to", p.saidBy(i, end):
		return true
	case p.tag(i) == text.VBG:
		e := p.words.verbs[p.lemma(i)]
		return e != nil && !e.weak || !clause
	case w == "but" || w == "and" || w == "or":
		if !clause {
			return true
		}
		return p.resumes(f, i+1, end) || w == "but"
	case w == "as" || w == "while" || w == "after" || w == "although" || w == "though" || w == "when" || w == "before" || w == "since" || w == "even":
		return true
	case w == "who" || w == "which" || w == "where" || w == "whose":
		return !clause && f.shape != infinitive
	case !clause:
		// ", on Monday": an adverbial; ", Ohio": part of the name.
		return p.tag(i) == text.IN || p.tag(i) == text.RB
	}
	return false
}

// resumes reports whether, after a conjunction at i-1, a verb takes up the
// cue's own subject or a new finite clause of the writer's begins.
func (p *page) resumes(f *frame, i, end int32) bool {
	for i < end && (p.tag(i) == text.RB || p.lower(i) == ",") {
		i++
	}
	if i >= end || f.class != verbClass {
		return false
	}
	tense := p.tag(f.head)
	if p.tag(i) == tense && (tense == text.VBD || tense == text.VBZ || tense == text.VBG) {
		// "said X and promised Y"
		e := p.words.verbs[p.lemma(i)]
		return e != nil || tense == text.VBG
	}
	if np, ok := p.nounAt(i); ok && np.first == i && np.last < end {
		j := np.last
		for j < end && p.tag(j) == text.RB {
			j++
		}
		if j < end && p.tag(j) == tense && tense == text.VBD {
			e := p.words.verbs[p.lemma(j)]
			return e != nil && !e.weak && e.has(takesThat|takesQuote)
		}
	}
	return false
}

// adverbial reports whether an adverbial of time begins at token i: it belongs
// to the cue's clause rather than to a noun.
func (p *page) adverbial(i int32) bool {
	switch p.lower(i) {
	case "during", "after", "before", "when", "while", "because", "amid":
		return true
	case "on", "in", "at", "as", "since":
		np, ok := p.nounAt(i + 1)
		return ok && np.first == i+1 && p.temporal(np)
	}
	if np, ok := p.nounAt(i); ok && np.first == i && np.last-np.first <= 2 && isTimeWord(p.lower(np.last-1)) {
		return p.lower(i) != "the" && p.tag(i) != text.PRPS && p.tag(i-1) != text.IN
	}
	return false
}

// clauseAhead reports whether a finite verb comes before the next mark, so
// that a noun phrase just read is a subject.
func (p *page) clauseAhead(at, end int32) bool {
	for i := at; i < end && i < at+25; i++ {
		switch {
		case isFinite(p.tag(i)):
			return true
		case p.lower(i) == ";" || p.lower(i) == ":" || p.tag(i) == text.WP || p.tag(i) == text.WDT || p.lower(i) == "who" || p.lower(i) == "after" || p.lower(i) == "when" || p.lower(i) == "while" || p.lower(i) == "because":
			return false
		}
	}
	return false
}

// take sets the content that begins at token start.
func (p *page) take(f *frame, start, end int32) {
	for end > start && (p.final(end-1) || p.mark[end-1] && p.quote[end-1] != p.quote[start] && p.quote[end-1] < 0) {
		end--
	}
	to := byMarks{}.complement(p, f, start, end)
	if to > start {
		f.content = []tokens{{start, to}}
	}
}

// skip passes over those spoken to and adverbials between cue and content.
func (p *page) skip(f *frame, i, end int32) int32 {
	from := i
	addressee := f.entry.has(takesAddressee)
	for turn := 0; turn < 4 && i < end; turn++ {
		j := i
		w := p.lower(i)
		switch {
		case (addressee || f.entry.has(takesObject)) && turn == 0:
			np, ok := p.nounAt(i)
			if !ok || np.first != i {
				break
			}
			k := p.tails(np.last, end)
			if !addressee && p.tag(k) == text.TO {
				return i // "urged them to leave" is content
			}
			if addressee || p.contentStarts(k) {
				i = np.last
				if p.contentStarts(k) {
					i = k
				}
			}
		case w == "to" && p.tag(i+1) != text.VB:
			if np, ok := p.nounAt(i + 1); ok && np.first == i+1 {
				i = np.last
			}
		case w == "in" || w == "on" || w == "at" || w == "during" || w == "via" || w == "through" || w == "from" || w == "after" || w == "before" || w == "by" || w == "of" || w == "with" || w == "about":
			np, ok := p.nounAt(i + 1)
			if ok && np.first == i+1 {
				k := p.tails(np.last, end)
				if p.contentStarts(k) || p.temporal(np) {
					i = k
				} else {
					i = np.last
				}
			}
		case p.tag(i) == text.RB || p.tag(i) == text.RBR:
			i++
		default:
			if np, ok := p.nounAt(i); ok && np.first == i && p.temporal(np) && np.last-np.first <= 3 && p.tag(i) != text.PRPS {
				i = np.last
			}
		}
		if i == j {
			break
		}
	}
	if i == from || p.contentStarts(i) || addressee {
		return i
	}
	// A bare clause may follow an adverbial: "said Monday she would go".
	if np, ok := p.nounAt(i); ok && np.first == i && p.clauseAhead(np.last, end) {
		return i
	}
	if p.lower(i) == "," && i+1 < end {
		return i
	}
	return from
}

// contentStarts reports whether content plainly begins at token i.
func (p *page) contentStarts(i int32) bool {
	if i >= int32(len(p.Tokens)) {
		return false
	}
	w := p.lower(i)
	return w == "that" || w == "if" || w == "whether" || p.tag(i) == text.WP || p.tag(i) == text.WRB || p.tag(i) == text.TO || p.mark[i] ||
		(w == "," || w == ":") && int(i)+1 < len(p.mark) && p.mark[i+1]
}

// saidBy reports whether, after a comma, somebody is named who says what went
// before: "…, the board said on Monday", "…, said Ann Ode".
func (p *page) saidBy(i, end int32) bool {
	np, ok := p.nounAt(i)
	if !ok || np.first != i {
		return false
	}
	at := p.tails(np.last, end)
	if at < end && p.lower(at) == "," {
		// an aside: "…, Ann Ode, a pilot, said"
		if to := p.until(at+1, end); to < end && p.lower(to) == "," && to-at < 12 {
			at = to + 1
		}
	}
	for at < end && (p.tag(at) == text.RB || p.tag(at) == text.MD || p.Tokens[at].UPOS == text.AUX) {
		at++
	}
	if at >= end || !isVerb(p.tag(at)) {
		return false
	}
	e := p.words.verbs[p.lemma(at)]
	if e == nil || e.weak || !e.has(takesQuote) || !e.has(takesThat) {
		return false
	}
	at++
	if at >= end || p.final(at) || p.lower(at) == "," {
		return true
	}
	switch p.lower(at) {
	case "in", "on", "at", "during", "after", "last", "earlier", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday":
		k := p.skip(&frame{class: verbClass, entry: e, cue: tokens{at - 1, at}}, at, end)
		return k >= end || !p.contentStarts(k)
	}
	return false
}
