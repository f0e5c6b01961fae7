package attribution

import "sayso/internal/text"

// What stands at the borders of sources and contents, where labels that are
// given word by word stop short or run on.

// wholeWord lets a source end with its last word: "the dad-of-three", and with
// a surname that was taken for a verb: "Henrik Ask, told".
func (p *page) wholeWord(f *frame) {
	last := f.source.last
	if last >= f.cue.first && f.source.first < f.cue.first {
		return
	}
	to := last
	for to+1 < int32(len(p.Tokens)) && p.lower(to) == "-" && p.Tokens[to-1].Span.End == p.Tokens[to].Span.Start && p.Tokens[to].Span.End == p.Tokens[to+1].Span.Start {
		to += 2
	}
	if to == last && to+1 < int32(len(p.Tokens)) && isName(p.tag(to-1)) && p.Tokens[to].UPOS != text.PUNCT && capital(p.Word(to)) && p.lower(to+1) == "," {
		to++
	}
	if whole := (tokens{f.source.first, to}); to > last && p.free(f, whole) {
		f.source = whole
	}
}

// asWhat parts the one who judges in a passive from the judgement: "was dismissed by
// [their families] {as propaganda}".
func (p *page) asWhat(f *frame) {
	if f.class != verbClass || !f.entry.has(takesAs) || f.source.first < f.cue.last || p.lower(f.source.first-1) != "by" {
		return
	}
	for i := f.source.first + 1; i+1 < f.source.last; i++ {
		if p.lower(i) == "as" {
			f.content = append(f.content, tokens{i, f.source.last})
			f.source.last = i
			return
		}
	}
}

// contact parts a noun for words from the one who answers it, where "that" is left
// out between: "made a pledge, {a promise} [rebels] dismissed".
func (p *page) contact(f *frame) {
	t := f.source
	if n := len(f.content) - 1; n >= 0 && f.class == verbClass && f.content[n].last == t.first && t.last <= f.cue.first {
		np, ok := p.nounAt(t.first - 1)
		if ok && np.last == t.first && (p.lower(np.first) == "a" || p.lower(np.first) == "an") && p.lower(np.first-1) == "," && np.first > f.content[n].first &&
			(p.words.remarked[p.lemma(np.last-1)] || p.words.reckoned[p.lemma(np.last-1)]) && p.words.doneToWords[p.lemma(f.head)] {
			f.content = []tokens{np} // "put it at 2,000, {a figure} the police disputed"
			return
		}
	}
	if f.class != verbClass || t.last > f.cue.first || t.last-t.first < 3 || p.lower(t.first) != "a" && p.lower(t.first) != "an" || p.lower(t.first-1) != "," {
		return
	}
	if noun := p.lemma(t.first + 1); !p.words.doneToWords[p.lemma(f.head)] || !p.words.remarked[noun] && p.words.nouns[noun] == nil {
		return
	}
	f.source.first = t.first + 2
	if !p.canSpeak(tokens{t.last - 1, t.last}) {
		f.source = t
		return
	}
	f.content = append([]tokens{{t.first, t.first + 2}}, f.content...)
}

// asideCut leaves out of a source an aside that it holds only the beginning of:
// "the charity{, whose boat} was nearby, said".
func (p *page) asideCut(f *frame) {
	for i := f.source.first + 1; i+1 < f.source.last; i++ {
		if p.lower(i) != "," || p.quote[i] >= 0 {
			continue
		}
		switch p.lower(i + 1) {
		case "who", "which", "whose", "where":
			if !p.finite(tokens{i + 2, f.source.last}) {
				f.source.last = i
				return
			}
		}
	}
}

// throughWhat gives the verb behind "residents reached by telephone" to the
// residents.
func (p *page) throughWhat(f *frame) {
	if f.class != verbClass || f.source.last > f.cue.first || f.source.first < 3 || p.canSpeak(f.source) {
		return
	}
	by := f.source.first - 1
	if w := p.lower(by); w != "by" && w != "via" && w != "on" && w != "in" {
		return
	}
	if p.tag(by-1) != text.VBN && p.tag(by-1) != text.VBD {
		return
	}
	start, _ := p.bounds(f.head)
	if np, ok := p.phraseBack(by-1, start); ok && p.canSpeak(np) && p.free(f, np) {
		f.source = np
	}
}

// medium ends a noun that is claimed before the writing that claims it: "claimed
// responsibility {in a statement sent to the Courier}".
func (p *page) medium(f *frame) {
	t := &f.content[len(f.content)-1]
	if !p.words.ownUp[p.lemma(f.head)] || f.class != verbClass || t.first != f.cue.last || p.mark[t.first] {
		return
	}
	for i := t.first + 1; i+1 < t.last; i++ {
		if w := p.lower(i); p.quote[i] >= 0 || p.finite(tokens{i, i + 1}) || w == "that" || p.tag(i) == text.TO {
			return
		} else if w != "in" && w != "on" {
			continue
		}
		if np, ok := p.nounAt(i + 1); ok && np.first == i+1 && (p.lower(np.first) == "a" || p.lower(np.first) == "an") && p.document(np) {
			t.last = i
			return
		}
	}
}

// outcome adds to an accusation what the act did, behind a comma: "accused the
// army of shelling a camp{, killing seven children}".
func (p *page) outcome(f *frame) {
	if f.class != verbClass && f.class != accordingClass {
		return
	}
	t := &f.content[len(f.content)-1]
	_, end := p.bounds(f.head)
	i := t.last
	behind := t.last <= f.cue.first // "A bomb went off, police said{, killing 12}"
	if behind {
		i = max(f.cue.last, f.source.last)
		for k := i; k < end && k < i+4 && p.lower(k) != ","; k++ {
			if np, ok := p.nounAt(k); !ok && p.tag(k) != text.IN || ok && !p.temporal(np) {
				return
			}
			i = k + 1
		}
	}
	if i+2 >= end || t.first < f.cue.last && !behind || p.lower(i) != "," || p.tag(i+1) != text.VBG || p.quote[i] >= 0 || p.quote[t.last-1] >= 0 || !p.words.harm[p.lemma(i+1)] {
		return
	}
	to := i + 2
	for to < end && p.lower(to) != "," && p.lower(to) != ";" && !p.final(to) && !isFinite(p.tag(to)) {
		to++
	}
	more := tokens{i, to}
	switch {
	case more.meets(f.source) || more.meets(f.cue):
	case behind:
		f.content = append(f.content, tokens{i + 1, to})
	default:
		t.last = to
	}
}

// rival ends a claim before the writer sets another's against it: "said the
// sides had agreed{, though a spokesman for the Front dismissed the reports}".
func (p *page) rival(f *frame, at map[int32]int, frames []frame) {
	t := &f.content[len(f.content)-1]
	if t.first < f.cue.last || p.speech(f.head) {
		return
	}
	for i := t.first + 1; i+3 < t.last; i++ {
		if p.lower(i) != "," || p.quote[i] >= 0 {
			continue
		}
		first := i + 1
		if p.lower(first) == "even" {
			first++
		}
		switch p.lower(first) {
		case "though", "although", "but", "while", "whereas":
			first++
		default:
			continue
		}
		np, ok := p.nounAt(first)
		if !ok || np.first != first || p.tag(first) == text.PRP || p.tag(first) == text.PRPS {
			continue
		}
		for h := np.last; h < min(t.last, np.last+8); h++ {
			k, ok := at[h]
			if !ok {
				continue
			}
			g := &frames[k]
			if g.p >= leastOuter && g.source.first == first && p.canSpeak(g.source) && isFinite(p.tag(h)) && !p.assisted(h) && (g.entry.has(takesThat) || p.words.answers(p.lemma(h), "") != "") {
				t.last = i
				return
			}
		}
	}
}

// sharedAuxiliary ends a content before what goes on with the cue's own auxiliary: "has
// denied that its soldiers looted the clinic {and has opened an inquiry}".
func (p *page) sharedAuxiliary(f *frame) {
	if f.class != verbClass || f.shape != thatClause && f.shape != bareClause || f.cue.first >= f.head || p.lemma(f.cue.first) != "have" {
		return
	}
	have := p.lower(f.cue.first)
	for n := range f.content {
		t := &f.content[n]
		past := false
		for i := t.first; i+2 < t.last && t.first >= f.head; i++ {
			switch {
			case p.quote[i] >= 0:
				return
			case p.lower(i) == "and" && p.lower(i+1) == have && past:
				t.last = i
				return
			case p.lower(i) == "has", p.lower(i) == "have", p.lower(i) == "had":
				return
			case p.tag(i) == text.VBD, p.tag(i) == text.VBZ, p.tag(i) == text.VBP, p.tag(i) == text.MD:
				past = true
			}
		}
	}
}

// aboveCue ends a content before the verb that governs the cue's own clause: "a driver
// who refused to pay {was shot}".
func (p *page) aboveCue(f *frame) {
	if f.class != verbClass || f.source.empty() || p.tag(f.source.first) != text.WP {
		return
	}
	start, end := p.bounds(f.head)
	for n := range f.content {
		t := &f.content[n]
		if t.first < f.cue.last {
			continue
		}
		up := f.head
		for range nearby {
			if up = p.Tokens[up].Head; up < start || up >= end {
				break
			}
			if up <= t.first || up >= t.last || p.Tokens[up].UPOS != text.VERB {
				continue
			}
			cut := up
			for i := t.first + 1; i < up; i++ {
				if q := &p.Tokens[i]; q.Head == up && q.UPOS == text.AUX {
					cut = i
					break
				}
			}
			t.last = cut
			return
		}
	}
}
