package attribution

import "sayso/internal/text"

// farthest is how many tokens a phrase may be from its verb: longer ones are
// mostly mistakes, and no search runs over more of a text.
const farthest = 60

// verbGroup returns the verb h with its auxiliaries, adverbs and negation, and
// a particle after it.
func (p *page) verbGroup(h int32) tokens {
	start, end := p.bounds(h)
	g := tokens{h, h + 1}
	for g.first > start {
		t := &p.Tokens[g.first-1]
		aux := t.UPOS == text.AUX || t.Tag == text.MD || t.Lower == "n't" || t.Lower == "not"
		adverb := (t.Tag == text.RB || t.Tag == text.RBR || t.Tag == text.RBS) && !(g.first-1 == start && t.Lower != "not")
		joint := t.Tag == text.TO && g.first-2 >= start && (p.lower(g.first-2) == "going" || p.lower(g.first-2) == "used") // "is going to say"
		if !aux && !adverb && !joint {
			break
		}
		if t.Lower == "then" || t.Lower == "now" || t.Lower == "here" || t.Lower == "there" || t.Lower == "too" {
			break
		}
		g.first--
		if joint {
			g.first--
		}
	}
	// "went on to say", "continued to insist": one cue.
	if g.first-2 >= start && p.tag(g.first-1) == text.TO {
		v := g.first - 2
		if p.lower(v) == "on" && v > start {
			v--
		}
		if p.words.setAbout[p.lemma(v)] && (g.first-2 == v || p.lemma(v) == "go") {
			g.first = p.verbGroup(v).first
		}
	}
	if g.last < end && p.tag(g.last) == text.RP {
		g.last++
	}
	return g
}

// nounAt returns the base noun phrase around token i.
func (p *page) nounAt(i int32) (tokens, bool) {
	if i < 0 || int(i) >= len(p.Tokens) || p.Tokens[i].Chunk < 0 {
		return tokens{}, false
	}
	c := &p.Chunks[p.Tokens[i].Chunk]
	return tokens{c.First, c.Last}, c.Kind == text.NounChunk
}

// links are the prepositions that tie a phrase to the noun before it more often than to the verb.
func links(w string) bool {
	switch w {
	case "of", "for", "at", "with", "from", "in", "on", "to", "about", "against", "between", "close", "familiar", "under", "behind", "near":
		return true
	}
	return false
}

// phraseBack returns the noun phrase that ends before token end, with the
// prepositional phrases it is made of: "two officials at the ministry".
func (p *page) phraseBack(end, start int32) (tokens, bool) {
	np, ok := p.nounAt(end - 1)
	if !ok || np.first < start {
		return tokens{}, false
	}
	np.last = end
	for np.first-2 >= start && links(p.lower(np.first-1)) {
		more, ok := p.nounAt(np.first - 2)
		if !ok || more.first < start || p.temporal(more) {
			break
		}
		np.first = more.first
	}
	// "Ode and Roe said": joined where nothing but the clause's beginning stands before.
	for np.first-2 >= start && (p.lower(np.first-1) == "and" || p.lower(np.first-1) == "or") {
		more, ok := p.nounAt(np.first - 2)
		if !ok || more.first < start || more.first > start && !p.opens(more.first-1) {
			break
		}
		np.first = more.first
	}
	return np, true
}

// opens reports whether a clause can begin right after token i.
func (p *page) opens(i int32) bool {
	switch w := p.lower(i); w {
	case ",", ";", ":", "and", "but", "that", "as", "while", "because", "if", "when", "after", "before", "although", "though", "since", "whether", "so", "(":
		return true
	default:
		return isQuoteMark(w) || isDash(w)
	}
}

// temporal reports whether a noun phrase tells a time: "last Monday", "2014".
func (p *page) temporal(np tokens) bool {
	for i := np.first; i < np.last; i++ {
		if w := p.Tokens[i].Lower; isTimeWord(w) && (w != "march" || capital(p.Word(i))) {
			return true
		}
	}
	return p.tag(np.last-1) == text.CD && len(p.Word(np.last-1)) == 4
}

func isTimeWord(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight",
		"week", "month", "year", "morning", "afternoon", "evening", "night", "day", "weekend", "january", "february", "march", "april",
		"june", "july", "august", "september", "october", "november", "december", "weeks", "months", "years", "days", "hours", "minutes":
		return true
	}
	return false
}

// subject returns the phrase that the verb group g has as its subject. whole
// is false where only a relative pronoun or a verb further up tells it.
func (p *page) subject(g tokens) (tokens, bool) {
	start, _ := p.bounds(g.first)
	start = max(start, g.first-farthest)
	return p.subjectBefore(g.first, start, 0)
}

func (p *page) subjectBefore(at, start int32, depth int) (tokens, bool) {
	i := at - 1
	for i >= start && (p.tag(i) == text.RB || p.lower(i) == "also") {
		i--
	}
	if i < start || depth > 3 {
		return tokens{}, false
	}
	t := &p.Tokens[i]
	switch {
	case t.Tag == text.WP || t.Tag == text.WDT || t.Lower == "who" || t.Lower == "which":
		return tokens{i, i + 1}, true
	case t.Tag == text.TO:
		// "… to say": the subject of the verb before it.
		return p.governor(i, start, depth)
	case t.Lower == ",", t.Lower == ")", isDash(t.Lower):
		if np, ok := p.aside(i, start); ok {
			return np, true
		}
		return p.governor(i, start, depth)
	case t.Tag == text.CC:
		return p.governor(i, start, depth)
	case t.UPOS == text.ADP || t.UPOS == text.SCONJ || t.Tag == text.IN:
		return p.governor(i, start, depth)
	}
	if t.Tag == text.JJ && i > start && p.tag(i-1) == text.DT {
		return tokens{i - 1, i + 1}, true // "the official said", taken for an adjective
	}
	if np, ok := p.phraseBack(i+1, start); ok {
		if p.temporal(np) && np.first > start {
			// "the minister on Monday said"
			j := np.first - 1
			if links(p.lower(j)) {
				j--
			}
			if more, ok := p.phraseBack(j+1, start); ok {
				return tokens{more.first, more.last}, true
			}
		}
		// "The mayor , Ann Ode said" is rare; "Ann Ode , the mayor , said" goes by aside.
		return np, true
	}
	return p.governor(i+1, start, depth)
}

// aside returns the subject before a parenthesis that ends at token i:
// "Ann Ode, a harbour pilot who saw the fire, said".
func (p *page) aside(i, start int32) (tokens, bool) {
	close := p.lower(i)
	for j := i - 1; j > start && i-j < 40; j-- {
		w := p.lower(j)
		opensAside := w == "," && close == "," || w == "(" && close == ")" || isDash(w) && isDash(close)
		if !opensAside || p.quote[j] != p.quote[i] {
			continue
		}
		if j+1 == i {
			continue
		}
		np, ok := p.phraseBack(j, start)
		if !ok {
			return tokens{}, false
		}
		// The list of asides may go on: "Ann Ode, a pilot from Ohio, who saw it, said".
		for np.first-1 > start && p.lower(np.first-1) == "," && !p.temporal(np) {
			more, ok := p.phraseBack(np.first-1, start)
			if !ok || !isName(p.tag(more.last-1)) || p.temporal(more) || more.first > start && !p.opens(more.first-1) || links(p.lower(more.first-1)) {
				break
			}
			np.first = more.first
		}
		if inner, ok := p.nounAt(j + 1); ok && p.temporal(inner) && inner.last == i {
			return np, true
		}
		if links(p.lower(j+1)) || p.tag(j+1) == text.RB {
			// ", for his part,": not part of who speaks.
			return np, true
		}
		if close == ")" {
			return tokens{np.first, i + 1}, true
		}
		return tokens{np.first, i}, true
	}
	return tokens{}, false
}

// governor returns the subject of the finite verb nearest before token i.
func (p *page) governor(i, start int32, depth int) (tokens, bool) {
	for j := i - 1; j >= start; j-- {
		if !isFinite(p.tag(j)) || p.quote[j] != p.quote[i] && p.speech(j) {
			continue
		}
		g := p.verbGroup(j)
		return p.subjectBefore(g.first, start, depth+1)
	}
	return tokens{}, false
}

// inverted returns the subject after a verb of saying: "said Ann Ode, a
// harbour pilot". It takes the names' asides with it.
func (p *page) inverted(g tokens) (tokens, bool) {
	_, end := p.bounds(g.first)
	end = min(end, g.last+farthest)
	np, ok := p.nounAt(g.last)
	if !ok || np.first != g.last {
		return tokens{}, false
	}
	np.last = p.tails(np.last, end)
	for np.last+1 < end {
		w := p.lower(np.last)
		if w != "," && w != "(" {
			break
		}
		next := np.last + 1
		to := int32(-1)
		more, noun := p.nounAt(next)
		switch {
		case p.tag(next) == text.WP || p.lower(next) == "who" || p.lower(next) == "whose":
			to = p.until(next, end)
		case p.tag(next) == text.CD && next+1 < end:
			to = next + 1
		case noun && more.first == next && !p.temporal(more) && p.tag(next) != text.PRP:
			to = p.tails(more.last, end)
			if to < end && (p.tag(to) == text.WP || p.tag(to) == text.WDT) {
				to = p.until(to, end)
			} else if to < end && p.lower(to) != "," && !p.final(to) && p.lower(to) != ")" && !links(p.lower(to)) && p.lower(to) != "and" {
				to = -1 // a clause of its own
			}
		}
		if to < 0 {
			break
		}
		if w == "(" && to < end && p.lower(to) == ")" {
			to++
		}
		np.last = to
	}
	return np, true
}

// tails takes prepositional phrases onto a noun phrase that ends before token at.
func (p *page) tails(at, end int32) int32 {
	for at+1 < end && (links(p.lower(at)) || p.lower(at) == "and" || p.lower(at) == "'s" || p.lower(at) == "as") {
		more, ok := p.nounAt(at + 1)
		if !ok || more.first != at+1 || p.temporal(more) || p.mark[at+1] {
			break
		}
		at = more.last
	}
	return at
}

// until returns where a run of words ends: the next comma, mark or the sentence's end.
func (p *page) until(at, end int32) int32 {
	for at < end && p.lower(at) != "," && !p.final(at) && !p.mark[at] && !isDash(p.lower(at)) && p.lower(at) != ")" {
		at++
	}
	return at
}

// final reports whether token i ends a sentence.
func (p *page) final(i int32) bool {
	switch p.lower(i) {
	case ".", "?", "!", "...", "…", ";":
		return true
	}
	return false
}
