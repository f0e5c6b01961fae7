package attribution

import "sayso/internal/text"

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

// charged reports whether the frame's verb tells of what its noun is charged with:
// "politicians accused of inciting it", who do not say so.
func (p *page) charged(f *frame) bool {
	w := p.lower(f.head + 1)
	return p.tag(f.head) == text.VBN && p.Tokens[f.head].Rel == text.RelACL && p.Tokens[f.head].Head >= 0 && (w == "of" || w == "with")
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
