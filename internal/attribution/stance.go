package attribution

import (
	"sayso"
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
		case (lemma == "tell" || lemma == "warn" || lemma == "remind") && (f.shape == infinitive || f.shape == objectClause):
			kind = sayso.Order
		case lemma == "ask" && f.shape == passive:
			kind = sayso.Question
		case lemma == "ask" && (f.shape == infinitive || f.shape == objectClause || p.cueHas(f, "for")):
			kind = sayso.Order
		case lemma == "call" && (p.cueHas(f, "for") || p.cueHas(f, "on") || p.cueHas(f, "upon")):
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
		if p.negated(f) {
			stance = negation(kind, stance)
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
// doubts, "did not deny" only fails to.
func negation(kind sayso.ClaimKind, stance sayso.Stance) sayso.Stance {
	switch {
	case stance == sayso.Denied || stance == sayso.Doubted:
		return sayso.Asserted
	case kind == sayso.Belief || kind == sayso.Perception:
		return sayso.Doubted
	}
	return sayso.Declined
}

func (p *page) negated(f *frame) bool {
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
