package event

import (
	"slices"

	"sayso"
	"sayso/internal/text"
)

// nounSenses returns the senses of a noun.
func (r *reading) nounSenses(t *text.Token) []sense {
	if s := r.t.nouns[lemma(t)]; s != nil {
		return s
	}
	if s := r.t.nouns[t.Lower]; s != nil || t.Tag != text.NNS {
		return s
	}
	return r.t.nouns[singular(t.Lower)]
}

// nouns looks for events in the noun phrase of node j.
func (r *reading) nouns(o *outline, j int, taken map[int32]bool) {
	p := o.phrase(j)
	for i := p.first; i < p.last; i++ {
		t := &r.doc.Tokens[i]
		if taken[i] || t.UPOS != text.NOUN && t.UPOS != text.PROPN && t.UPOS != text.VERB && t.UPOS != text.ADJ {
			continue
		}
		if (t.UPOS == text.PROPN || t.Tag == text.NNP) && !r.headline(t.Span) && !r.t.words.summit[t.Lower] {
			continue // part of a name: "the Strategic Arms Reduction Talks", "War Memorial"
		}
		senses := r.nounSenses(t)
		for n := range senses {
			s := &senses[n]
			end := i + 1 + int32(len(s.words))
			if len(s.words) > 0 && (!r.wordsAt(i+1, o.sent.Last, s.words) || taken[end-1] || r.doc.Tokens[end-1].Tag == text.VBD) || len(s.words) == 0 && t.UPOS == text.ADJ {
				continue
			}
			if end-1 < p.head && !r.carries(end, p) {
				continue
			}
			if r.nounSense(o, j, p, s, i, end) {
				for k := i; k < end; k++ {
					taken[k] = true
				}
				break
			}
		}
	}
}

// headline reports whether a span lies in a headline, where capitals tell nothing.
func (r *reading) headline(at sayso.Span) bool { return r.found.Front.Headline.Contains(at) }

// carries reports whether a noun trigger that ends at i before the head of its
// phrase still tells an event of its own.
func (r *reading) carries(i int32, p phrase) bool {
	if i > p.head || r.doc.Tokens[i].Tag == text.HYPH {
		return false
	}
	h := lemma(&r.doc.Tokens[p.head])
	return i == p.head && r.t.words.carrier[h] && len(r.t.nouns[h]) == 0
}

// nounSense tries one sense of a noun at tokens [i, end) of phrase p, node j.
func (r *reading) nounSense(o *outline, j int, p phrase, s *sense, i, end int32) bool {
	c := candidate{kind: s.kind, mode: s.mode, contexts: s.contexts, first: i, end: end, group: -1, node: j, complement: -1, by: s.by, noun: true, realis: sayso.Actual}
	follow := o.following(j)
	gov := r.governing(o, j)
	if o.parsed() {
		follow = append(o.prepositional(p.head, nil, text.RelNmod), slices.DeleteFunc(follow, func(b oblique) bool {
			// what hangs on the verb is not the noun's: "blamed the attack on them"
			return gov.light == nil && gov.group >= 0 && r.doc.Tokens[b.phrases[0].head].Head == o.groups[gov.group].head && r.takes(&o.groups[gov.group], b.word)
		})...)
	}
	if gov.before >= 0 && r.t.classes["memory"][lemma(&r.doc.Tokens[gov.before])] {
		return false // "the centenary of the strike"
	}
	c.group, c.light, c.direct = gov.group, gov.light != nil, gov.prep == ""
	if s.kind == sayso.Protest && r.t.words.display[lemma(&r.doc.Tokens[i])] {
		for _, b := range follow {
			if b.word == "of" && !r.someone(b.phrases) {
				return false // "the demonstration of the mixer"
			}
		}
	}
	f := frame{}
	if p.head > end-1 { // "coup attempt": what stands before the trigger
		p.head = end - 1
	}
	fill := func(list []slot, actor bool) (out []phrase) {
		for _, q := range list {
			if len(out) > 0 && !(q.kind == prepSlot && (q.prep == "with" || q.prep == "between")) {
				continue
			}
			switch q.kind {
			case possSlot:
				if w, ok := o.possessor(p); ok && w.last <= i && !temporal[r.doc.Tokens[w.head].Lower] {
					if st := r.standing(w); !actor || st.political() || st.human() {
						out = append(out, w)
					}
				}
			case modSlot:
				if _, ok := o.possessor(p); !ok {
					if w, ok := r.national(phrase{p.first, end, i}); ok {
						out = append(out, w)
					}
				}
			case lightSlot:
				if actor && gov.group >= 0 && !o.groups[gov.group].passive && r.liable(o, gov) {
					out = append(out, r.behalf(o, o.groups[gov.group].subj)...)
				}
				if gov.light != nil && (gov.light.side == "actor") == actor && gov.light.side != "subject" && gov.light.side != "none" {
					if r.someone(gov.subject) {
						out = append(out, gov.subject...)
					}
				}
			case prepSlot:
				for _, b := range follow {
					if b.word == q.prep && !o.when(b.node) && (!actor || r.someone(b.phrases)) && (actor || !r.topic(s, b)) {
						out = append(out, b.phrases...)
						break
					}
				}
				if len(out) == 0 && gov.light != nil && (gov.light.side != "subject" || q.prep == "between" || q.prep == "against") && q.prep != "of" && q.prep != "by" && q.prep != "in" && gov.group >= 0 {
					for _, b := range o.groups[gov.group].obl {
						if b.word == q.prep && b.node > j && !o.when(b.node) && (actor || !r.topic(s, b)) {
							out = append(out, b.phrases...)
							break
						}
					}
				}
			}
		}
		return out
	}
	f.actor = fill(s.actor, true)
	if w := r.binder(o, p, f.actor, gov); len(w) > 0 {
		f.actor = w
	}
	f.recipient = fill(s.recipient, false)
	if len(f.actor) == 0 && !r.reciprocal(s) {
		if s.kind == sayso.Assault || s.kind == sayso.Coerce || s.kind == sayso.Protest {
			f.actor = r.culprits(o, p, gov)
		}
		if w, ok := r.known(p, i); ok && len(f.actor) == 0 {
			f.actor = []phrase{w}
		}
	}
	if gov.light != nil && gov.light.side == "recipient" && len(f.recipient) == 0 {
		f.recipient = gov.subject
	}
	if s.kind == sayso.Assault && len(f.recipient) == 0 && gov.group >= 0 && (gov.prep == "in" || gov.prep == "during" || gov.prep == "from") &&
		r.t.words.die[lemma(&r.doc.Tokens[o.groups[gov.group].head])] {
		f.recipient = o.groups[gov.group].subj // "two soldiers died in an ambush"
	}
	if len(f.actor) > 0 && len(f.recipient) > 0 && f.actor[0] == f.recipient[0] {
		f.recipient = nil
	}
	if len(f.recipient) == 0 && !r.reciprocal(s) {
		if w, ok := r.thing(p, i); ok {
			f.recipient = []phrase{w}
		}
	}
	f.object = f.recipient
	if !r.nounHolds(o, j, s, &f, gov) {
		return false
	}
	c.actors, c.recipients = f.actor, f.recipient
	r.nounRealis(o, j, p, gov, &c)
	if s.kind == sayso.Retreat && s.mode == "ceasefire" && c.aspect == "ends" {
		return false // "after the truce collapsed": nobody observes it
	}
	if gov.group >= 0 && gov.light != nil && gov.light.side == "actor" {
		r.future(o, gov.group, &c)
	}
	r.cands = append(r.cands, c)
	return true
}

// takes reports whether a verb has a sense with a participant behind a preposition,
// or behind none at all of its own, so that such a phrase may be the verb's.
func (r *reading) takes(g *group, prep string) bool {
	senses := r.t.verbs[lemma(&r.doc.Tokens[g.head])]
	for i := range senses {
		s := &senses[i]
		for _, q := range s.recipient {
			if q.prep == prep {
				return true
			}
		}
		for _, n := range s.need {
			if n.kind == needPrep && n.words[prep] || n.kind == needPrepWord && n.prep == prep {
				return true
			}
		}
	}
	return len(senses) == 0
}

func (r *reading) reciprocal(s *sense) bool {
	return s.kind == sayso.Consult || s.kind == sayso.Cooperate || s.kind == sayso.Agree
}

// thing returns the noun right before a trigger where it names what was hit:
// "embassy bombing".
func (r *reading) thing(p phrase, i int32) (phrase, bool) {
	if i <= p.first {
		return phrase{}, false
	}
	t := &r.doc.Tokens[i-1]
	if t.UPOS != text.NOUN {
		return phrase{}, false
	}
	sec, ok := r.coded(t)
	if ok && sectorKinds[sec.code]&armed == 0 || r.t.classes["building"][lemma(t)] {
		return phrase{i - 1, i, i - 1}, true
	}
	return phrase{}, false
}

// strays finds event nouns that were tagged as something else and stand in no noun
// phrase: a rally, taken for an adverb for its ending.
func (r *reading) strays(o *outline, taken map[int32]bool) {
	for i := o.sent.First; i < o.sent.Last; i++ {
		t := &r.doc.Tokens[i]
		if t.UPOS != text.ADV || taken[i] || taken[max(i, 1)-1] || i == o.sent.First || r.t.nouns[t.Lower] == nil {
			continue
		}
		before := &r.doc.Tokens[i-1]
		if before.UPOS != text.DET && before.UPOS != text.NOUN && before.UPOS != text.PROPN && before.UPOS != text.ADJ && before.Tag != text.POS {
			continue
		}
		s := &r.t.nouns[t.Lower][0]
		c := candidate{kind: s.kind, mode: s.mode, contexts: s.contexts, first: i, end: i + 1, group: -1, node: -1, complement: -1, by: s.by, noun: true,
			realis: sayso.Actual}
		for j := o.nodeAt(i); j >= 0 && i-o.nodes[j].at < 6; j-- {
			if k := o.nodes[j].group; k >= 0 && c.group < 0 {
				c.group = k
				g := &o.groups[k]
				if l := r.lightOf(o, g, true); l != nil && l.side == "actor" {
					c.actors, c.aspect, c.light = g.subj, l.aspect, true
				}
			}
		}
		if r.near.plain(true) {
			r.cands = append(r.cands, c)
		}
	}
}
