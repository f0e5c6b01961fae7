package attribution

import "sayso/internal/text"

// judge sets how sure the rules are that a frame hands its content to
// somebody: 0 where they are sure that it does not. The figures are shares
// rather than probabilities; a model replaces them where one is loaded.
func (p *page) judge(f *frame) {
	f.p, f.by = 0, "rule:"+f.shape.String()
	e := f.entry
	if e == nil || f.shape == noShape || len(f.content) == 0 {
		return
	}
	sourced := !f.source.empty()
	switch f.class {
	case accordingClass:
		f.p = 0.95
	case adverbClass:
		f.p = 0.7
	case markClass:
		f.p = 0.8
	case adjectiveClass:
		if sourced && (f.shape == thatClause || f.shape == bareClause || f.shape == phraseObject || f.shape == infinitive) {
			f.p = 0.55
		}
	case nounClass:
		switch f.shape {
		case thatClause:
			f.p = 0.7
		case infinitive, whether:
			if sourced {
				f.p = 0.6
			}
		case phraseObject:
			if sourced {
				f.p = 0.5
			}
		}
	case verbClass:
		f.p = p.judgeVerb(f, e, sourced)
	}
	if p.conditional(f) {
		f.p *= 0.5
	}
}

func (p *page) judgeVerb(f *frame, e *entry, sourced bool) float64 {
	fits := func(fr frames, sure float64) float64 {
		if !e.has(fr) {
			return 0
		}
		if e.weak {
			return sure - 0.25
		}
		return sure
	}
	switch f.shape {
	case quoteBefore, quoteAfter:
		if !sourced {
			return fits(takesQuote|takesThat, 0.6)
		}
		return fits(takesQuote|takesThat|takesNoun|takesAs, 0.95)
	case thatClause:
		return max(fits(takesThat, 0.9), fits(takesNoun, 0.4))
	case bareClause:
		if !sourced {
			return fits(takesThat, 0.4)
		}
		return fits(takesThat, 0.85)
	case whether:
		return fits(takesWhether, 0.75)
	case infinitive:
		return fits(takesInfinitive, 0.75)
	case objectClause:
		return max(fits(takesObject, 0.75), fits(takesInfinitive, 0.6))
	case gerund:
		return fits(takesGerund, 0.55)
	case asObject:
		return fits(takesAs, 0.65)
	case nounObject:
		if !sourced || !p.speaker(f.source) {
			if sourced {
				return fits(takesNoun, 0.53)
			}
			return fits(takesNoun, 0.3)
		}
		return fits(takesNoun, 0.6)
	case phraseObject:
		return fits(takesPhrase, 0.6)
	case clauseBefore:
		if !sourced {
			return 0
		}
		return fits(takesQuote, 0.85)
	case markBetween:
		return fits(takesQuote|takesThat, 0.8)
	case passive:
		return fits(takesThat|takesInfinitive|takesObject|takesNoun|takesAs|takesPhrase, 0.5)
	}
	return 0
}

// speaker reports whether a phrase looks like somebody who can speak or think.
func (p *page) speaker(np tokens) bool {
	if np.empty() {
		return false
	}
	switch p.lower(np.first) {
	case "he", "she", "they", "who", "we", "i":
		return true
	case "it", "this", "that", "these", "those", "which":
		return false
	}
	for i := np.first; i < np.last; i++ {
		if isName(p.tag(i)) {
			return true
		}
	}
	return false
}

// conditional reports whether the cue is an instruction or a mere possibility
// of speech: "if he says", "to say".
func (p *page) conditional(f *frame) bool {
	if f.class != verbClass || p.tag(f.head) != text.VB {
		return false
	}
	i := f.cue.first - 1
	return i >= 0 && p.tag(i) == text.TO
}

// citesSource reports whether a frame is a report's "citing officials": what
// it names is who said it, no content.
func (p *page) citesSource(f *frame) bool {
	if !p.cites(f.head) {
		return false
	}
	np, ok := p.nounAt(f.head + 1)
	if !ok || np.first != f.head+1 {
		return false
	}
	head := p.Chunks[p.Tokens[f.head+1].Chunk].Head
	if isName(p.tag(head)) {
		return true
	}
	if d, ok := p.media.documents[p.lemma(head)]; ok && !d.weak || p.voices(tokens{np.first, head + 1}) || p.words.reckoned[p.lemma(head)] {
		return true
	}
	return p.words.cited[p.lemma(head)]
}

// cites reports whether verb h only names whom a report rests on: "citing", and
// "which cited" behind the one who reports.
func (p *page) cites(h int32) bool {
	switch p.lower(h) {
	case "citing", "quoting":
		return true
	case "cited", "cites", "quoted", "quotes":
		w := p.lower(h - 1)
		return w == "which" || w == "who"
	}
	return false
}
