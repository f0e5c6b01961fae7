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
		case !clause && p.adverbial(i, end):
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
func (p *page) adverbial(i, end int32) bool {
	w := p.lower(i)
	if w == "on" || w == "in" || w == "at" || w == "during" || w == "after" || w == "before" || w == "when" || w == "while" || w == "because" || w == "as" || w == "since" || w == "amid" {
		if w == "during" || w == "after" || w == "before" || w == "when" || w == "while" || w == "because" || w == "amid" {
			return true
		}
		np, ok := p.nounAt(i + 1)
		return ok && np.first == i+1 && p.temporal(np) || w == "as" && (!ok || p.tag(np.last) != text.IN) && false
	}
	if np, ok := p.nounAt(i); ok && np.first == i && np.last-np.first <= 2 && isTimeWord(p.lower(np.last-1)) {
		return p.lower(i) != "the" && p.tag(i) != text.PRPS && p.tag(i-1) != text.IN
	}
	return false
}

// read fills in a frame whose head and class are set: its cue, source, content and shape.
func (p *page) read(f *frame) {
	switch f.class {
	case verbClass:
		p.readVerb(f)
	case nounClass, adjectiveClass:
		p.readNominal(f)
	}
}

func (p *page) readVerb(f *frame) {
	start, end := p.bounds(f.head)
	f.cue = p.verbGroup(f.head)
	if p.passiveVoice(f) {
		p.readPassive(f, end)
		if f.shape != noShape {
			return
		}
	}
	p.readAfter(f, end)
	source, ok := p.subject(f.cue)
	before := f.cue.first
	ok = ok && !p.nameless(f.head)
	if ok {
		f.source = source
		if source.last <= f.cue.first && p.adjacent(source, f.cue) {
			before = source.first
		}
	}
	saying := f.entry.has(takesQuote) || f.entry == nil
	if !saying || f.shape == thatClause {
		return
	}
	// Content before: the quotation or clause that ends where the source begins.
	if q, from, ok := p.quoteUpTo(before, start); ok {
		if after, ok := p.inverted(f.cue); ok && before == f.cue.first {
			f.source = after // "…," said Ann Ode
		}
		p.quoted(f, q, from, before, end)
		return
	}
	if f.shape == infinitive || f.shape == whether || f.shape == objectClause {
		return
	}
	if f.shape == noShape || f.shape == nounObject {
		if after, ok := p.inverted(f.cue); ok && p.lower(f.cue.first-1) == "," && f.cue.first-1 > start {
			if q, from, ok := p.quoteUpTo(f.cue.first, start); ok {
				f.source = after
				p.quoted(f, q, from, f.cue.first, end)
				return
			}
			f.source, f.shape = after, clauseBefore
			f.content = []tokens{{start, f.cue.first - 1}}
			if i := f.source.last; i+1 < end && p.lower(i) == "," && p.mark[i+1] {
				p.resume(f, i, end)
			}
			return
		}
		if after, ok := p.inverted(f.cue); ok {
			if q, from, ok := p.quoteUpTo(f.cue.first, start); ok {
				f.source = after
				p.quoted(f, q, from, f.cue.first, end)
				return
			}
		}
	}
	if f.shape == noShape && before-1 > start && p.lower(before-1) == "," && p.quote[before-1] == p.quote[f.head] {
		f.shape = clauseBefore
		f.content = []tokens{{start, before - 1}}
		p.resume(f, f.cue.last, end)
	}
}

// nameless reports whether verb h is a participle that leaves out who: "when asked".
func (p *page) nameless(h int32) bool {
	if t := p.tag(h); t != text.VBN && t != text.VBD {
		return false
	}
	switch p.lower(h - 1) {
	case "when", "if", "while", "once", "as", "where":
		return true
	}
	return false
}

// adjacent reports whether nothing but adverbs and commas stands between two runs.
func (p *page) adjacent(a, b tokens) bool {
	for i := a.last; i < b.first; i++ {
		if p.tag(i) != text.RB && p.lower(i) != "," && p.lower(i) != ")" {
			return false
		}
	}
	return true
}

// quoteUpTo returns the outermost quotation that ends right before token at,
// and where its sentence's content begins: at the quotation, or before it
// where the quotation completes a sentence.
func (p *page) quoteUpTo(at, start int32) (quote, from int32, ok bool) {
	i := at - 1
	if i >= start && p.lower(i) == "," && p.quote[i] < 0 {
		i--
	}
	if i < 0 || p.quote[i] < 0 || !p.mark[i] || i > 0 && p.lower(i-1) == "." {
		return 0, 0, false
	}
	q := p.quote[i]
	if i < start && (i < start-1 || p.paragraph(i) != p.paragraph(at) || !p.asks(i-1)) {
		return 0, 0, false // only "…?" she asked goes on from the sentence before
	}
	last := p.Quotes[q].Pieces[len(p.Quotes[q].Pieces)-1]
	first, end := p.TokensIn(last)
	if i != end-1 {
		return 0, 0, false
	}
	from = first
	if first > start && p.Tokens[first].Sent == p.Tokens[i].Sent {
		if p.quote[first-1] >= 0 || p.final(first-1) || p.lower(first-1) == ":" {
			return q, first, true
		}
		from = start
	}
	return q, from, true
}

// asks reports whether the mark that ends a quotation lets its sentence go on:
// a question or exclamation, or one broken off.
func (p *page) asks(i int32) bool {
	switch p.lower(i) {
	case "?", "!", "…", "...", "—", "–", "--", "-", ",", "?!":
		return true
	}
	return false
}

// quoted fills in content that is a quotation before the cue: all its pieces,
// the words of its sentence before it and what goes on after the cue.
func (p *page) quoted(f *frame, q, from, before, end int32) {
	f.shape = quoteBefore
	f.content = p.pieces(q)
	if n := len(f.content); from < f.content[n-1].first {
		f.content[n-1].first = from
	}
	p.resume(f, max(f.cue.last, min(f.source.last, end)), end)
}

// pieces returns the tokens of a quotation's pieces.
func (p *page) pieces(q int32) []tokens {
	var out []tokens
	for _, s := range p.Quotes[q].Pieces {
		if first, last := p.TokensIn(s); first < last {
			out = append(out, tokens{first, last})
		}
	}
	return out
}

// resume adds what goes on in the same sentence after source and cue:
// "…," she said, "…" or "The bridge, she said, is shut".
func (p *page) resume(f *frame, at, end int32) {
	for i := at; i < end && i < at+14; i++ {
		w := p.lower(i)
		if p.mark[i] && p.quote[i] >= 0 && !p.Quotes[p.quote[i]].Scare {
			f.content = append(f.content, p.pieces(p.quote[i])...)
			last := f.content[len(f.content)-1].last
			if last < end && !p.final(last) && p.lower(last) != "," && p.quote[last-1] >= 0 && !p.final(last-1) {
				f.content[len(f.content)-1].last = byMarks{}.complement(p, f, last, end)
			}
			return
		}
		if w == "," && i+1 < end {
			if p.mark[i+1] {
				continue
			}
			if f.shape == clauseBefore && !p.turns(f, i+1, end, true) && p.tag(i+1) != text.VBG && i == at {
				f.content = append(f.content, tokens{i + 1, end})
				return
			}
		}
		if w == ";" || p.tag(i) == text.VBG {
			return
		}
	}
}

// readAfter fills in the content after the cue.
func (p *page) readAfter(f *frame, end int32) {
	i := f.cue.last
	if i < end && f.entry != nil && f.entry.takes(p.lower(i)) {
		f.cue.last++
		i++
		switch np, ok := p.nounAt(i); {
		case p.tag(i) == text.VBG, ok, p.tag(i) == text.WP, p.tag(i) == text.WRB, p.tag(i) == text.IN:
			_ = np
			f.shape = phraseObject
			p.take(f, i, end)
		case p.lower(i) == "that":
			f.shape = thatClause
			p.take(f, i, end)
		}
		return
	}
	j := p.skip(f, i, end)
	if j >= end {
		return
	}
	w := p.lower(j)
	np, noun := p.nounAt(j)
	switch {
	case p.mark[j] && p.quote[j] != p.quote[f.head]:
		f.shape = quoteAfter
		f.content = p.pieces(p.quote[j])
		n := len(f.content)
		if last := f.content[n-1].last; last < end && !p.final(last-1) && !p.final(last-2) && !p.final(last) && p.lower(last) != "," {
			f.content[n-1].last = byMarks{}.complement(p, f, last, end)
		}
	case (w == "," || w == ":") && j+1 < end && p.mark[j+1] && p.quote[j+1] != p.quote[f.head]:
		f.shape = quoteAfter
		f.content = p.pieces(p.quote[j+1])
		n := len(f.content)
		if last := f.content[n-1].last; last < end && !p.final(last-1) && !p.final(last-2) && !p.final(last) && p.lower(last) != "," {
			f.content[n-1].last = byMarks{}.complement(p, f, last, end)
		}
	case w == ":" && j+1 < end:
		f.shape = markBetween
		p.take(f, j+1, end)
	case w == "that" && p.tag(j) != text.WDT:
		f.shape = thatClause
		p.take(f, j, end)
	case p.tag(j) == text.WRB && j+1 < end && (p.tag(j+1) == text.VBN || p.tag(j+1) == text.VBG || p.tag(j+1) == text.VBD):
		// "said when asked": no content
	case w == "if" || w == "whether" || p.tag(j) == text.WP || p.tag(j) == text.WRB || p.tag(j) == text.WPS || p.tag(j) == text.WDT && w != "that":
		f.shape = whether
		p.take(f, j, end)
	case p.tag(j) == text.TO && j+1 < end:
		f.shape = infinitive
		p.take(f, j, end)
	case p.tag(j) == text.VBG && f.entry.has(takesGerund|takesInfinitive|takesNoun):
		f.shape = gerund
		p.take(f, j, end)
	case noun && np.first == j && p.temporal(np) && np.last-np.first <= 3 && (np.last >= end || p.final(np.last) || p.lower(np.last) == ","):
		// "said Monday": no content
	case noun && np.first == j:
		p.readObject(f, np, end)
	case p.tag(j) == text.EX || p.tag(j) == text.PRP || p.tag(j) == text.DT:
		p.readObject(f, tokens{j, j + 1}, end)
	case f.entry.has(takesAs) && w == "as":
		f.shape = asObject
		p.take(f, j, end)
	case f.entry.has(takesNoun) && j == f.cue.last && p.Tokens[j].UPOS != text.PUNCT && p.Tokens[j].UPOS != text.ADP && p.tag(j) != text.IN && p.tag(j) != text.CC:
		f.shape = nounObject
		p.take(f, j, end)
	}
}

// readObject tells what a noun phrase after the cue begins: a clause, an
// object with infinitive, "X as Y", or an object.
func (p *page) readObject(f *frame, np tokens, end int32) {
	last := p.tails(np.last, end)
	k := last
	for k < end && (p.tag(k) == text.RB || p.tag(k) == text.MD && false) {
		k++
	}
	switch {
	case k < end && (isFinite(p.tag(k)) || p.Tokens[k].UPOS == text.AUX) && !f.entry.has(takesObject) || k < end && isFinite(p.tag(k)) && f.entry.has(takesThat):
		f.shape = bareClause
	case k < end && p.tag(k) == text.TO && f.entry.has(takesObject|takesInfinitive):
		f.shape = objectClause
	case k < end && p.lower(k) == "as" && f.entry.has(takesAs):
		f.shape = asObject
	case f.entry.has(takesAs):
		f.shape = asObject
	case p.clauseAhead(np.last, end) && f.entry.has(takesThat):
		f.shape = bareClause
	default:
		f.shape = nounObject
	}
	p.take(f, np.first, end)
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

// passiveVoice reports whether the frame's verb is passive: "was criticised".
func (p *page) passiveVoice(f *frame) bool {
	if p.tag(f.head) != text.VBN && p.tag(f.head) != text.VBD {
		return false
	}
	for i := f.cue.first; i < f.head; i++ {
		switch p.lower(i) {
		case "be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "got", "get":
			return p.lower(i) != "'s" || p.tag(f.head) == text.VBN
		}
	}
	return false
}

// readPassive reads "was quoted as saying", "is expected to", "it is believed
// that", "was criticised by".
func (p *page) readPassive(f *frame, end int32) {
	i := f.cue.last
	start, _ := p.bounds(f.head)
	subject, ok := p.subject(f.cue)
	by := func(from int32) {
		for k := from; k < end && k < from+12; k++ {
			if p.lower(k) == "by" {
				if np, ok := p.nounAt(k + 1); ok && np.first == k+1 && p.tag(np.last-1) != text.VBG {
					f.source = tokens{np.first, p.tails(np.last, end)}
				}
				return
			}
			if p.lower(k) == "," || p.lower(k) == "that" {
				return
			}
		}
	}
	switch {
	case p.lower(i) == "as" && i+1 < end && (p.lower(i+1) == "saying" || p.lower(i+1) == "telling"):
		f.cue.last = i + 2
		f.source = subject
		g := *f
		g.cue = tokens{i + 1, i + 2}
		p.readAfter(&g, end)
		f.shape, f.content = g.shape, g.content
	case ok && p.lower(subject.first) == "it" && subject.last-subject.first == 1 && (p.lower(i) == "that" || p.contentStarts(i)):
		f.shape = passive
		p.take(f, i, end)
	case f.entry.has(takesAddressee) || f.entry.has(takesObject) && !f.entry.has(takesInfinitive) && p.lemma(f.head) != "expect":
		// "was told that", "were ordered to": the subject is spoken to.
		j := i
		if p.lower(j) == "by" {
			by(j)
			j = max(j, f.source.last)
		}
		if p.contentStarts(j) && !p.mark[j] {
			f.shape = passive
			p.take(f, j, end)
		}
	case ok && p.tag(i) == text.TO && i+1 < end:
		f.shape = passive
		p.take(f, i, end)
		if subject.last <= f.cue.first && len(f.content) > 0 {
			f.content = append([]tokens{subject}, f.content...)
		}
	case ok && f.entry.has(takesNoun|takesAs|takesPhrase|takesQuote):
		if subject.first >= start && p.tag(subject.first) != text.WP {
			f.content = []tokens{subject}
			f.shape = passive
			by(i)
			if p.lower(i) == "as" && f.entry.has(takesAs) {
				g := *f
				p.take(&g, i, end)
				f.content = append(f.content, g.content...)
			}
		}
	}
}

// readNominal reads nouns and adjectives: "her claim that", "is sure that".
func (p *page) readNominal(f *frame) {
	_, end := p.bounds(f.head)
	f.cue = tokens{f.head, f.head + 1}
	i := f.head + 1
	np, noun := p.nounAt(f.head)
	if f.class == adjectiveClass {
		// The copula belongs to the cue.
		j := f.head
		for j > 0 && j > f.head-5 && (p.tag(j-1) == text.RB || p.tag(j-1) == text.RBR || p.Tokens[j-1].UPOS == text.AUX || p.tag(j-1) == text.MD || p.lemma(j-1) == "be" || p.lemma(j-1) == "feel" || p.lemma(j-1) == "remain" || p.lemma(j-1) == "become") {
			j--
		}
		f.cue.first = j
		f.source, _ = p.subject(f.cue)
	} else if noun {
		// "the ministry 's claim": the owner; else the verb's subject ("made the claim").
		for k := f.head - 1; k > np.first; k-- {
			if p.tag(k) == text.POS {
				f.source = tokens{np.first, k}
				break
			}
		}
		if f.source.empty() && p.tag(np.first) == text.PRPS {
			f.source = tokens{np.first, np.first + 1}
		}
		if f.source.empty() && np.first > 0 && p.tag(np.first-1) == text.POS {
			if owner, ok := p.nounAt(np.first - 1); ok {
				f.source = tokens{owner.first, np.first - 1}
			}
		}
		if f.source.empty() && np.first > 0 && isVerb(p.tag(np.first-1)) {
			g := p.verbGroup(np.first - 1)
			f.source, _ = p.subject(g)
			f.cue.first = g.first
		}
	}
	if i >= end {
		return
	}
	w := p.lower(i)
	switch {
	case w == "that" && f.entry.has(takesThat):
		f.shape = thatClause
		p.take(f, i, end)
	case p.tag(i) == text.TO && f.entry.has(takesInfinitive):
		f.shape = infinitive
		p.take(f, i, end)
	case (w == "if" || w == "whether") && f.entry.has(takesWhether):
		f.shape = whether
		p.take(f, i, end)
	case f.entry.takes(w):
		f.cue.last++
		f.shape = phraseObject
		p.take(f, i+1, end)
	case f.class == adjectiveClass && f.entry.has(takesThat):
		if np, ok := p.nounAt(i); ok && np.first == i && p.clauseAhead(np.last, end) {
			f.shape = bareClause
			p.take(f, i, end)
		}
	}
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
