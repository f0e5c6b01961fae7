package attribution

import (
	"sayso"
	"sayso/internal/text"
)

// act tells what sort of act a claim is and how its source stands to it.
func (p *page) act(f *frame) (sayso.ClaimKind, sayso.Stance) {
	kind, stance := sayso.Speech, sayso.Asserted
	if e := f.entry; e != nil {
		kind, stance = e.kind, e.stance
	}
	lemma := p.lemma(f.head)
	switch f.class {
	case verbClass:
		switch {
		case p.words.instruct[lemma] && (f.shape == infinitive || f.shape == objectClause):
			kind = sayso.Order
		case lemma == "ask" && f.shape == passive:
			kind = sayso.Question
		case lemma == "ask" && (f.shape == infinitive || f.shape == objectClause || p.cueHas(f, "for")):
			kind = sayso.Order
		case lemma == "call" && (p.cueHas(f, "for") || p.cueHas(f, "on") || p.cueHas(f, "upon")):
			kind, stance = sayso.Order, sayso.Asked
		case p.words.wish[lemma] && f.shape == objectClause && len(f.content) > 0 && p.someone(f.content[0].first):
			kind, stance = sayso.Order, sayso.Asked
		case p.words.chant[lemma] && len(f.content) > 0 && p.commands(f.content[0]):
			kind, stance = sayso.Order, sayso.Asked
		case lemma == "agree" && f.shape == infinitive:
			kind, stance = sayso.Intention, sayso.Promised
		case lemma == "expect" && f.shape == passive, lemma == "seem", lemma == "appear":
			kind = sayso.Belief
		}
		for i := f.cue.first; i < f.head; i++ {
			// "declined to comment", "threatened to order"
			if e := p.words.verbs[p.lemma(i)]; e != nil && isVerb(p.tag(i)) && e.stance != sayso.Asserted {
				stance = e.stance
			}
		}
		switch {
		case lemma == "rule" && p.lower(f.head+1) == "out":
			kind, stance = sayso.Belief, sayso.Denied
			if p.negated(f) {
				stance = sayso.Declined
			}
		case p.negated(f):
			stance = negation(kind, stance)
		case p.withholds(f):
			stance = sayso.Declined
		case p.words.ofOwnDeed[lemma] && p.ofOwnDeed(f):
			stance = sayso.Threatened
		}
	case nounClass:
		if p.negated(f) {
			stance = negation(kind, stance)
		}
	case adjectiveClass:
		if p.negated(f) {
			stance = sayso.Doubted
		}
	}
	return kind, stance
}

// negation turns a stance round: "did not say" declines, "does not believe"
// doubts, "did not deny" leaves open, "does not doubt" asserts.
func negation(kind sayso.ClaimKind, stance sayso.Stance) sayso.Stance {
	switch {
	case stance == sayso.Doubted:
		return sayso.Asserted
	case kind == sayso.Belief || kind == sayso.Perception:
		return sayso.Doubted
	}
	return sayso.Declined
}

// someone reports whether a phrase for people or a body begins at token i: one
// who can be asked to do something.
func (p *page) someone(i int32) bool {
	np, ok := p.nounAt(i)
	return ok && np.first == i && (p.voices(np) || p.tag(np.first) == text.PRP && p.lower(np.first) != "it")
}

// commands reports whether a slogan demands something.
func (p *page) commands(t tokens) bool {
	i := t.first
	for i < t.last && (p.mark[i] || isQuoteMark(p.lower(i))) {
		i++
	}
	return p.tag(i) == text.VB || p.words.slogan[p.lower(i)]
}

// withholds reports whether what governs the cue says that it was not said:
// "stopped short of saying", "left without saying", "failed to say".
func (p *page) withholds(f *frame) bool {
	return p.withheld(f.cue.first-1) || f.head > f.cue.first && p.withheld(f.head-1)
}

// withheld reports whether the words up to token i say that what follows was not said.
func (p *page) withheld(i int32) bool {
	switch p.lower(i) {
	case "of":
		return p.lower(i-1) == "short" || p.lower(i-1) == "instead"
	case "from":
		return p.words.refrain[p.lemmaAt(i-1)] || p.lower(i-1) == "far"
	case "without":
		return true
	case "to":
		return p.words.withhold[p.lemmaAt(i-1)] || p.lower(i-1) == "yet" // "has yet to say"
	case "avoid", "avoided", "avoids", "avoiding":
		return true
	}
	return false
}

func (p *page) lemmaAt(i int32) string {
	if i < 0 || int(i) >= len(p.Tokens) {
		return ""
	}
	return p.lemma(i)
}

// ofOwnDeed reports whether a warning is of what the one who warns will do, or
// of what the warned will suffer from them: "warned that it would strike back",
// "warned the rebels of severe consequences".
func (p *page) ofOwnDeed(f *frame) bool {
	if len(f.content) == 0 {
		return false
	}
	t := f.content[0]
	i := t.first
	for i < t.last && (p.lower(i) == "that" || isQuoteMark(p.lower(i))) {
		i++
	}
	switch p.lower(i) {
	case "it", "he", "she", "they", "we", "i", "its", "his", "her", "their", "our", "my":
		np, ok := p.nounAt(i)
		if !ok {
			np = tokens{i, i + 1}
		}
		w := p.lower(np.last)
		return w == "would" || w == "will" || w == "'ll" || w == "’ll" || w == "'d" || w == "’d"
	}
	for i = t.first; i < t.last && i < t.first+10; i++ {
		switch lemma := p.lemma(i); {
		case p.words.retaliation[lemma]:
			return isNoun(p.tag(i))
		case p.words.force[lemma] && isNoun(p.tag(i)) && p.unless(i, f):
			return true
		}
		if p.finite(tokens{i, i + 1}) {
			return false
		}
	}
	return false
}

// unless reports whether a condition follows what is warned of at token i: then
// the one who warns would do it.
func (p *page) unless(i int32, f *frame) bool {
	_, end := p.bounds(f.head)
	for k := i + 1; k < min(end, i+6); k++ {
		if w := p.lower(k); w == "if" || w == "unless" || w == "should" {
			return true
		}
	}
	return false
}

func (p *page) negated(f *frame) bool {
	switch p.lower(f.source.first) {
	case "neither", "no", "nobody", "none": // "Neither side has commented"
		if f.source.first < f.source.last && f.source.last <= f.cue.first {
			return true
		}
	}
	// "would neither confirm nor deny"
	for i := f.head - 1; i >= 0 && i >= f.head-5; i-- {
		if w := p.lower(i); w == "neither" || w == "nor" {
			return true
		} else if w != "confirm" && w != "deny" && w != "or" && p.tag(i) != text.RB && !isVerb(p.tag(i)) {
			break
		}
	}
	for i := f.cue.first; i < f.cue.last; i++ {
		switch p.lower(i) {
		case "not", "n't", "never", "no", "nor":
			return true
		}
	}
	return false
}

func (p *page) cueHas(f *frame, w string) bool {
	for i := f.cue.first; i < f.cue.last; i++ {
		if p.lower(i) == w {
			return true
		}
	}
	return false
}
