package event

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// holds reports whether every condition of a verb's sense is met in group k.
func (r *reading) holds(o *outline, k int, s *sense, f *frame) bool {
	g := &o.groups[k]
	plain := false
	if len(f.actor) > 0 && !r.someone(f.actor) && !r.armsOf(s, f.actor) {
		_, law := r.wordIn(f.actor, r.t.classes["law"])
		switch {
		case s.kind == sayso.Coerce && law: // "a decree that bans the party"
			f.actor, f.agentless = nil, true
		case s.kind == sayso.Aid && r.anyone(f.actor, func(st standing) bool { return st.company }): // "the bank lent"
		default:
			return false // "floods destroyed", "snow blocked": no party acts
		}
	}
	if s.kind == sayso.Support && strings.HasPrefix(lemma(&r.doc.Tokens[g.head]), "defend") && r.own(f.recipient) {
		return false // "defended himself", "defended his record"
	}
	for i := range s.need {
		n := &s.need[i]
		ok := r.near.suits(n.kind)
		switch n.kind {
		case needObj:
			ok = len(f.object) > 0
		case needNoObj:
			ok = len(f.object) == 0 && !g.passive && !g.partcple
		case needHuman:
			ok = r.anyone(f.object, func(st standing) bool { return st.human() })
		case needHuman2:
			ok = r.anyone(f.object, func(st standing) bool { return st.human() || st.political() })
		case needPol:
			ok = r.partyTo(s.kind, f) || r.armsOf(s, f.actor) || s.kind == sayso.Assault && (f.agentless && (r.struck(f.object) || r.truce(f.object)) || r.anyone(f.actor, func(st standing) bool { return st.force && st.sector != "" }))
		case needActor:
			ok = f.agentless && bears[s.kind] && r.anyone(append(f.recipient[:len(f.recipient):len(f.recipient)], f.object...), func(st standing) bool { return st.political() || st.human() || n.who != anyActor }) ||
				r.anyone(f.actor, func(st standing) bool {
					return st.kind&n.who != 0 || n.who == anyActor && st.person || st.kind&pronoun != 0 && r.near.political && (n.who&armed == 0 || n.who&crowd != 0 || st.plural) || n.who&state != 0 && st.country != "" && (st.kind != 0 || st.force) ||
						n.who&armed != 0 && st.kind&named != 0 && r.near.armed
				}) || n.who&armed != 0 && r.armsOf(s, f.actor)
		case needRec:
			ok = r.anyone(f.recipient, func(st standing) bool { return st.political() || st.country != "" || st.place }) ||
				s.kind == sayso.Assault && r.struck(f.recipient) && !r.anyone(f.actor, func(st standing) bool { return st.sector == "COP" })
		case needPlural:
			ok = len(f.actor) > 1 || r.anyone(f.actor, func(st standing) bool { return st.plural || st.kind&(state|armed|body) != 0 })
		case needInf:
			ok = r.infinitive(o, k, n.words)
		case needThat:
			ok = g.clause >= 0
		case needOf:
			ok = r.hasPrep(o, g, "of") || r.hasPrep(o, g, "with") || r.gerundAfter(o, k, "of")
		case needPrep:
			ok = false
			for w := range n.words {
				ok = ok || r.hasPrep(o, g, w) || r.gerundAfter(o, k, w)
			}
		case needObjWord:
			at, found := r.wordIn(f.object, n.words)
			if !found {
				at, found = r.meant(o, f.object, n.words)
			}
			if found && s.kind == sayso.Aid && r.workers(f.object, at) {
				found = false // "released two aid workers"
			}
			if ok = found; found {
				f.used = r.usedUp(f.used, f.object, at, n.words)
			} else if n.place { // a town by its name
				ok = r.anyone(f.object, func(st standing) bool { return st.place })
			}
		case needPrepWord:
			ok = false
			for i := range g.obl {
				if g.obl[i].word == n.prep {
					if at, found := r.wordIn(g.obl[i].phrases, n.words); found {
						ok = true
						f.used = append(f.used, at)
					}
				}
			}
			if !ok && n.prep == "to" {
				ok = r.infinitive(o, k, n.words)
			}
		case needPlain:
			plain = true
		case needArms:
			_, ok = r.wordIn(f.actor, r.t.classes["arms"])
		case needHard:
			ok = r.near.plain(true) && (r.near.armed || r.near.hard || r.forceful(f)) ||
				(f.agentless || r.anyone(f.actor, func(st standing) bool { return st.kind&armed != 0 })) && r.struck(f.object)
		case needOwn:
			ok = len(f.object) > 0 && r.doc.Tokens[f.object[0].first].Tag == text.PRPS
		case needJoint:
			ok = len(f.actor) > 1 || r.anyone(f.actor, func(st standing) bool { return st.plural }) || r.saysJoint(f.object)
		case needAlone:
			ok = r.alone(o, g, f)
		}
		if !ok {
			return false
		}
	}
	return plain || r.near.plain(false)
}

// meant returns the word of a class that "it" as an object takes up, earlier in the
// sentence: "debated the accord, a day before they sign it".
func (r *reading) meant(o *outline, object []phrase, words map[string]bool) (int32, bool) {
	if len(object) != 1 || r.doc.Tokens[object[0].head].Lower != "it" {
		return 0, false
	}
	for i := object[0].first - 1; i >= o.sent.First; i-- {
		if t := &r.doc.Tokens[i]; (t.UPOS == text.NOUN || t.UPOS == text.PROPN) && t.Tag != text.NNS && in(words, t) && t.Rel != text.RelCompound {
			return object[0].head, true
		}
	}
	return 0, false
}

// usedUp appends the word of a class that an object holds, and those of what is listed
// with it: "used tear gas and water cannon".
func (r *reading) usedUp(used []int32, object []phrase, at int32, words map[string]bool) []int32 {
	used = append(used, at)
	for _, p := range object {
		if at >= p.first && at < p.last {
			continue
		}
		for i := p.first; i < p.last; i++ {
			if in(words, &r.doc.Tokens[i]) {
				used = append(used, i)
			}
		}
	}
	return used
}

// workers reports whether the word at token i only says what the people of a phrase
// do: "aid workers".
func (r *reading) workers(object []phrase, i int32) bool {
	for _, p := range object {
		if i >= p.first && i < p.head {
			return r.standing(p).human()
		}
	}
	return false
}

// own reports whether a recipient is the actor itself: himself, his.
func (r *reading) own(list []phrase) bool {
	if len(list) == 0 {
		return false
	}
	h := &r.doc.Tokens[list[0].head]
	return h.Tag == text.PRPS || strings.HasSuffix(h.Lower, "self") || strings.HasSuffix(h.Lower, "selves")
}

// armsOf reports whether what kills or destroys is a weapon or an act of violence.
func (r *reading) armsOf(s *sense, list []phrase) bool {
	if s.kind != sayso.Assault {
		return false
	}
	_, ok := r.wordIn(list, r.t.classes["arms"])
	return ok
}

// struck reports whether what an attack reached is nothing that words reach:
// buildings, vehicles, places, armed people.
func (r *reading) struck(list []phrase) bool {
	for _, p := range list {
		h := &r.doc.Tokens[p.head]
		if in(r.t.classes["vehicle"], h) || in(r.t.classes["building"], h) || in(r.t.classes["territory"], h) || in(r.t.classes["force"], h) {
			return true
		}
		if s := r.standing(p); s.kind&armed != 0 || s.place && s.kind&state == 0 {
			return true
		}
	}
	return false
}

// forceful reports whether states or armed bodies stand on both sides, or one of
// them and a place.
func (r *reading) forceful(f *frame) bool {
	return r.anyone(f.actor, func(st standing) bool { return st.kind&(state|armed) != 0 }) &&
		r.anyone(f.recipient, func(st standing) bool { return st.kind&(state|armed|crowd) != 0 || st.place || st.country != "" })
}

// saysJoint reports whether a phrase calls itself joint: "joint exercises".
func (r *reading) saysJoint(list []phrase) bool {
	for _, p := range list {
		for i := p.first; i < p.last; i++ {
			if r.t.words.joint[r.doc.Tokens[i].Lower] {
				return true
			}
		}
	}
	return false
}

// nounHolds reports whether every condition of a noun's sense is met at node j.
func (r *reading) nounHolds(o *outline, j int, s *sense, f *frame, gov governor) bool {
	plain := false
	for i := range s.need {
		n := &s.need[i]
		ok := r.near.suits(n.kind)
		switch n.kind {
		case needPol:
			ok = r.partyTo(s.kind, f) || r.near.party || r.resumes(o.phrase(j), s)
		case needWorker:
			ok = ok || r.resumes(o.phrase(j), s)
		case needLight:
			ok = gov.light != nil && len(f.actor) > 0 || r.political(f.actor) && (len(f.recipient) > 0 || gov.light != nil)
		case needDefinite:
			ok = gov.light != nil || len(f.actor) > 0
		case needPlain:
			plain = true
		case needHard:
			ok = r.near.plain(true) && (r.near.armed || r.near.hard || r.forceful(f) || r.struck(f.recipient)) ||
				(r.liable(o, gov) || r.blamed(o, gov)) && r.near.plain(false)
		case needJoint:
			ok = len(f.actor) > 1 || r.anyone(f.actor, func(st standing) bool { return st.plural }) || r.saysJoint([]phrase{o.phrase(j)})
		case needPrepWord:
			ok = false
			for _, b := range o.following(j) {
				if b.word == n.prep {
					_, found := r.wordIn(b.phrases, n.words)
					ok = ok || found
				}
			}
		case needPrep:
			ok = false
			for _, b := range o.following(j) {
				ok = ok || n.words[b.word]
			}
		case needActor:
			ok = r.anyone(f.actor, func(st standing) bool { return st.kind&n.who != 0 })
		case needRec:
			ok = r.political(f.recipient)
		}
		if !ok {
			return false
		}
	}
	return plain || r.near.plain(false)
}

func (r *reading) anyone(list []phrase, is func(standing) bool) bool {
	for _, p := range list {
		if is(r.standing(p)) {
			return true
		}
	}
	return false
}

func (r *reading) political(list []phrase) bool {
	return r.anyone(list, func(st standing) bool { return r.weighs(st) || st.country != "" })
}

// weighs reports whether a party counts in politics. People of no office, courts and
// clubs count only where the text speaks of public matters: "parents demanded longer
// library hours" is nobody's politics.
func (r *reading) weighs(st standing) bool {
	return st.political() && (r.public || !st.everyday())
}

// partyTo reports whether a political actor stands on one side at least. A
// pronoun counts where the text speaks of politics, a crowd in protest unless it is
// about private life.
func (r *reading) partyTo(kind sayso.EventType, f *frame) bool {
	talked := r.near.political || r.near.party
	known := func(st standing) bool { // names alone say nothing of politics
		return (r.weighs(st) || kind == sayso.Protest && st.political() && !r.near.private) && (talked || st.kind != named) || st.country != ""
	}
	return r.anyone(f.actor, known) || r.anyone(f.recipient, known) || r.anyone(f.object, known) ||
		r.near.political && (r.pronoun(f.actor) || r.pronoun(f.recipient))
}

func (r *reading) pronoun(list []phrase) bool {
	return r.anyone(list, func(st standing) bool { return st.kind&pronoun != 0 })
}

// infinitive reports whether an infinitive hangs on group k, of one of these
// verbs if any are named. "Declined to comment" is no refusal worth noting.
func (r *reading) infinitive(o *outline, k int, verbs map[string]bool) bool {
	q := o.groups[k].complement
	if q < 0 || !o.groups[q].infinitive {
		return false
	}
	l := lemma(&r.doc.Tokens[o.groups[q].head])
	if verbs != nil {
		return verbs[l]
	}
	if _, idle := r.wordIn(o.groups[q].obj, r.t.classes["detail"]); idle {
		return false
	}
	return !r.t.words.wordless[l] || r.answers(&o.groups[q])
}

// answers reports whether a verb of answering names what it answers: "refused to respond
// to a request from the opposition".
func (r *reading) answers(g *group) bool {
	if _, ok := r.wordIn(g.obj, r.t.classes["demand"]); ok {
		return true
	}
	for i := range g.obl {
		if _, ok := r.wordIn(g.obl[i].phrases, r.t.classes["demand"]); ok && g.obl[i].word == "to" {
			return true
		}
	}
	return false
}

// alone reports whether nothing is said of a verb's object behind it: a time, a purpose
// or the end of the clause follows, and no word for what it is called or where it goes;
// and that it is no one of the subject's own: "called his wife".
func (r *reading) alone(o *outline, g *group, f *frame) bool {
	if g.passive || len(f.object) != 1 || g.clause >= 0 || r.doc.Tokens[f.object[0].first].Tag == text.PRPS {
		return false
	}
	at := f.object[0].last
	if at >= o.sent.Last {
		return true
	}
	t := &r.doc.Tokens[at]
	switch t.Lower {
	case "on", "after", "late", "early", "again", "and":
		return true
	case "to":
		return at+1 < o.sent.Last && r.doc.Tokens[at+1].Tag == text.VB
	}
	return t.UPOS == text.PUNCT && t.Tag != text.HYPH || temporal[t.Lower]
}

func (r *reading) hasPrep(o *outline, g *group, word string) bool {
	for i := range g.obl {
		if g.obl[i].word == word && !o.when(g.obl[i].node) {
			return true
		}
	}
	return false
}

// gerundAfter reports whether a gerund follows group k behind a preposition.
func (r *reading) gerundAfter(o *outline, k int, word string) bool {
	if k+1 >= len(o.groups) {
		return false
	}
	g := &o.groups[k+1]
	return g.gerund && g.after == word
}
