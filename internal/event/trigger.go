package event

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// verb looks for an event in verb group k.
func (r *reading) verb(o *outline, k int, taken map[int32]bool) {
	g := &o.groups[k]
	head := g.head
	if taken[head] {
		return
	}
	t := &r.doc.Tokens[head]
	if t.UPOS == text.AUX {
		r.ready(o, k)
		return
	}
	if g.partcple && head > 0 && r.doc.Tokens[head-1].Lower == "those" {
		return // "those killed" tells nothing of its own
	}
	if g.partcple && r.headcount(o, head) {
		return // "treated 31 wounded" counts people
	}
	l := lemma(t)
	senses, from := r.verbSenses(head)
	for i := range senses {
		s := &senses[i]
		end, used := g.last, false
		var ok bool
		if from < 0 {
			end, used, ok = r.fixedWords(o, g, s.words)
		} else {
			ok = hyphens(s, l, head > from)
		}
		if !ok {
			continue
		}
		f := r.verbFrame(o, k, s, used)
		if !r.holds(o, k, s, &f) || len(f.used) == 0 && r.lightly(g, &f) {
			continue
		}
		c := candidate{kind: s.kind, mode: s.mode, contexts: s.contexts, first: head, end: head + 1, group: k, node: -1, complement: -1,
			actors: f.actor, recipients: f.recipient, by: s.by, weak: weak(s)}
		if len(c.actors) == 1 && !r.someone(c.actors) && r.armsOf(s, c.actors) { // "their aircraft", "Tarvian drones"
			c.actors = r.holder(o, c.actors[0])
		}
		if (settles[s.kind] || r.truce(c.recipients)) && len(c.recipients) == 1 && slices.Contains(f.used, c.recipients[0].head) && !r.someone(c.recipients) {
			c.recipients = nil // "signed a treaty" with nobody named
		}
		if len(c.recipients) == 1 && s.kind == sayso.Assault && s.mode == "explosives" && slices.Contains(f.used, c.recipients[0].head) {
			c.recipients = nil // "planted a bomb": the bomb was not what it was planted for
		}
		if end == head+1+int32(len(s.words)) {
			c.end = end
		}
		if from >= 0 {
			c.first, c.end = from, head+1
		}
		c.realis, c.aspect = r.realisOf(o, k)
		if q := g.complement; q >= 0 && governs(s) {
			c.complement = q
			if !r.someone(c.recipients) {
				c.recipients = r.reached(o, q, c.recipients)
			}
		}
		if c.realis == sayso.Planned && r.purpose(o, k) && idle[c.kind] {
			r.idle = append(r.idle, k)
			return // "a loan to support exports" tells of no support
		}
		if c.kind == sayso.Concede && c.realis == sayso.Negated && r.t.words.permit[l] {
			c.kind, c.mode, c.realis = sayso.Reject, "", sayso.Actual // "did not allow the convoy to pass"
		}
		if l := r.spoiled(o, g); l != nil { // "foiled a plot to bomb the embassy"
			c.actors = nil
			if c.realis == sayso.Planned || c.realis == sayso.Hypothetical {
				c.realis = l.realis
			}
		}
		r.future(o, k, &c)
		for _, at := range f.used {
			if r.swallows(g, s, at) {
				taken[at] = true
			}
		}
		r.cands = append(r.cands, c)
		return
	}
	if what, ok := r.t.gaps[l]; ok && r.near.political {
		r.gaps = append(r.gaps, sayso.NewGap("event", what+" that no PLOVER type covers", t.Span))
	}
}

// headcount reports whether a participle stands for people that the number before it
// counts, unless the verb says what made them so: "left 31 wounded".
func (r *reading) headcount(o *outline, head int32) bool {
	if head <= o.sent.First+1 {
		return false
	}
	n := &r.doc.Tokens[head-1]
	up := r.doc.Tokens[head].Head
	return n.UPOS == text.NUM && n.Head == head && n.Rel == text.RelNummod && up >= o.sent.First && !r.t.words.outcome[lemma(&r.doc.Tokens[up])]
}

// holder returns whose weapons a phrase names; nil where it does not say.
func (r *reading) holder(o *outline, p phrase) []phrase {
	if w, ok := o.possessor(p); ok {
		return []phrase{w}
	}
	if w, ok := r.national(p); ok && !in(r.t.classes["arms"], &r.doc.Tokens[w.head]) {
		return []phrase{w}
	}
	return nil
}

// spoiled returns what a verb such as "foil" says of the act in an infinitive
// after its object, of which its subject is not the actor; nil where none does.
func (r *reading) spoiled(o *outline, g *group) *light {
	if !g.infinitive || g.governor < 0 || !o.nounWithComplement(g.nounGov) {
		return nil
	}
	if l := r.lightOf(o, &o.groups[g.governor], true); l != nil && l.side == "none" && l.realis == sayso.Failed {
		return l
	}
	return nil
}

// verbSenses returns the senses of the verb at a token. Those of a verb with a
// hyphen stand in the table under what is before it; from is then the token where
// it begins, else -1.
func (r *reading) verbSenses(head int32) (senses []sense, from int32) {
	l := lemma(&r.doc.Tokens[head])
	if first, _, ok := strings.Cut(l, "-"); ok {
		return r.t.verbs[first], head
	}
	if head >= 2 && r.doc.Tokens[head-1].Tag == text.HYPH {
		senses = r.t.verbs[r.doc.Tokens[head-2].Lower]
		for i := range senses {
			if hyphens(&senses[i], l, true) {
				return senses, head - 2
			}
		}
	}
	return r.t.verbs[l], -1
}

// hyphens reports whether a sense is that of a verb with a hyphen: l is its lemma,
// or the lemma of its last part.
func hyphens(s *sense, l string, last bool) bool {
	if len(s.words) < 2 || s.words[0] != "-" {
		return false
	}
	if last {
		return s.words[1] == l
	}
	_, rest, _ := strings.Cut(l, "-")
	return strings.Join(s.words[1:], "") == rest
}

// truce reports whether a list names nothing but a truce, which one breaks and does
// not hit.
func (r *reading) truce(list []phrase) bool {
	_, ok := r.wordIn(list, r.t.classes["ceasefiren"])
	return ok
}

// settles are types whose own words ("a treaty", "the curfew") are no recipients.
var settles = map[sayso.EventType]bool{sayso.Support: true, sayso.Agree: true, sayso.Concede: true, sayso.Retreat: true, sayso.Threaten: true}

// purpose reports whether a group is an infinitive that says what another act is for.
func (r *reading) purpose(o *outline, k int) bool {
	g := &o.groups[k]
	if !g.infinitive || g.governor < 0 || o.nounWithComplement(g.nounGov) {
		return g.infinitive && g.nounGov >= 0 && !o.nounWithComplement(g.nounGov)
	}
	q := &o.groups[g.governor]
	w := lemma(&r.doc.Tokens[q.head])
	if q.adjective >= 0 && q.adjective < g.first {
		w = r.doc.Tokens[q.adjective].Lower
	}
	_, ok := r.t.complements[w]
	return !ok
}

// idle types are no events as purposes of other acts.
var idle = map[sayso.EventType]bool{sayso.Support: true, sayso.Aid: true, sayso.Cooperate: true, sayso.Concede: true, sayso.Retreat: true, sayso.Sanction: true}

func weak(s *sense) bool {
	for _, n := range s.need {
		if n.kind == needViolence && s.kind == sayso.Assault && s.mode == "" {
			return true
		}
	}
	return false
}

// swallows reports whether an event noun among a verb's words tells nothing beside
// it: "impose sanctions", "reject a demand", but not "break up a rally".
func (r *reading) swallows(g *group, s *sense, at int32) bool {
	switch s.kind {
	case sayso.Reject, sayso.Concede, sayso.Support, sayso.Agree, sayso.Retreat, sayso.Threaten, sayso.Request:
		return true
	case sayso.Accuse: // "condemned the attack" tells two
		return !slices.ContainsFunc(r.nounSenses(&r.doc.Tokens[at]), func(n sense) bool { return n.kind == sayso.Assault || n.kind == sayso.Coerce })
	}
	for _, n := range r.nounSenses(&r.doc.Tokens[at]) {
		if n.kind == s.kind {
			return true
		}
	}
	if at > 0 { // "used tear gas"
		for _, n := range r.nounSenses(&r.doc.Tokens[at-1]) {
			if n.kind == s.kind && len(n.words) == 1 && r.doc.Tokens[at].Lower == n.words[0] {
				return true
			}
		}
	}
	for _, l := range r.t.light[lemma(&r.doc.Tokens[g.head])] {
		if l.side == "actor" && len(l.words) == 0 {
			return true
		}
	}
	return false
}

// governs reports whether a sense takes the act of an infinitive as its content.
func governs(s *sense) bool {
	for _, n := range s.need {
		if n.kind == needInf || n.kind == needPrepWord && n.prep == "to" {
			return true
		}
	}
	return false
}

// reached returns who the act of a complement reaches: the first object or
// prepositional phrase that names a political actor or people.
func (r *reading) reached(o *outline, k int, or []phrase) []phrase {
	g := &o.groups[k]
	if _, shared := r.wordIn(g.obj, r.t.classes["information"]); r.someone(g.obj) && !shared {
		return g.obj
	}
	for i := range g.obl {
		if r.someone(g.obl[i].phrases) && !o.when(g.obl[i].node) {
			return g.obl[i].phrases
		}
	}
	if len(or) == 0 && len(g.obj) > 0 && !r.someone(g.obj) {
		if who := r.owner(o, g.obj, true); r.someone(who) {
			return who
		}
	}
	return or
}

// lightly reports whether a verb only carries the event noun that is its object:
// "ordered an investigation", "issued a threat".
func (r *reading) lightly(g *group, f *frame) bool {
	if len(f.object) == 0 {
		return false
	}
	head := &r.doc.Tokens[f.object[0].head]
	if r.nounSenses(head) == nil {
		return false
	}
	for _, l := range r.t.light[lemma(&r.doc.Tokens[g.head])] {
		if l.side == "actor" && len(l.words) == 0 {
			return true
		}
	}
	return false
}

// fixedWords looks for the words of a sense after the verb: right after it, or
// after its object.
func (r *reading) fixedWords(o *outline, g *group, words []string) (end int32, used bool, ok bool) {
	if len(words) == 0 {
		return g.last, false, true
	}
	if r.wordsAt(g.head+1, o.sent.Last, words) && !r.dated(g.head+int32(len(words)), words) {
		return g.head + 1 + int32(len(words)), true, true
	}
	if len(g.obj) > 0 && (len(words) > 1 || !prepositional[words[0]]) {
		last := g.obj[len(g.obj)-1].last
		if last-g.head < 12 && r.wordsAt(last, o.sent.Last, words) {
			return last + int32(len(words)), true, true
		}
	}
	return 0, false, false
}

// dated reports whether the last of the words at token i is the preposition of a
// time: "agreed on Monday" says nothing of what was agreed on.
func (r *reading) dated(i int32, words []string) bool {
	if w := words[len(words)-1]; w != "on" && w != "in" && w != "at" || int(i)+1 >= len(r.doc.Tokens) {
		return false
	}
	next := i + 1
	if c := r.doc.Tokens[next].Chunk; c >= 0 {
		next = r.doc.Chunks[c].Head
	}
	return temporal[r.doc.Tokens[next].Lower]
}

// prepositional words belong to a verb only right behind it: "called on them", not
// "called them on Friday".
var prepositional = map[string]bool{"on": true, "for": true, "to": true, "at": true, "of": true, "with": true, "upon": true, "against": true, "into": true, "by": true}

func (r *reading) wordsAt(i, last int32, words []string) bool {
	if int(i)+len(words) > int(last) {
		return false
	}
	for n, w := range words {
		if t := &r.doc.Tokens[int(i)+n]; t.Lower != w && t.Lemma != w {
			return false
		}
	}
	return true
}
