package event

import (
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
	l := lemma(t)
	for i := range r.t.verbs[l] {
		s := &r.t.verbs[l][i]
		end, used, ok := r.fixedWords(o, g, s.words)
		if !ok {
			continue
		}
		f := r.verbFrame(o, k, s, used)
		if !r.holds(o, k, s, &f) || len(f.used) == 0 && r.lightly(g, &f) {
			continue
		}
		c := candidate{kind: s.kind, mode: s.mode, contexts: s.contexts, first: head, end: head + 1, group: k, node: -1, complement: -1,
			actors: f.actor, recipients: f.recipient, by: s.by, weak: weak(s)}
		if end == head+1+int32(len(s.words)) {
			c.end = end
		}
		c.realis, c.aspect = r.realisOf(o, k)
		if q := g.complement; q >= 0 && governs(s) {
			c.complement = q
			if !r.someone(c.recipients) {
				c.recipients = r.reached(o, q, c.recipients)
			}
		}
		if c.realis == sayso.Planned && r.purpose(o, k) && idle[c.kind] {
			return // "a loan to support exports" tells of no support
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
	case sayso.Reject, sayso.Concede, sayso.Support, sayso.Agree, sayso.Retreat, sayso.Threaten, sayso.Request, sayso.Accuse:
		return true
	}
	for _, n := range r.nounSenses(&r.doc.Tokens[at]) {
		if n.kind == s.kind {
			return true
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
		return r.owner(o, g.obj, true)
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

// fixedWords looks for the words of a sense after the verb: right after it, or
// after its object.
func (r *reading) fixedWords(o *outline, g *group, words []string) (end int32, used bool, ok bool) {
	if len(words) == 0 {
		return g.last, false, true
	}
	if r.wordsAt(g.head+1, o.sent.Last, words) {
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

// frame is who stands where around a trigger.
type frame struct {
	actor, recipient []phrase
	object           []phrase // of a verb; in a passive what its subject is
	used             []int32  // heads of nouns that the sense used up
	agentless        bool     // a passive without by-phrase
}

// verbFrame fills the places of a verb's sense.
func (r *reading) verbFrame(o *outline, k int, s *sense, particle bool) (f frame) {
	g := &o.groups[k]
	f.object, f.actor = g.obj, g.subj
	if g.partcple && intransitive(s) {
		f.object = nil
	}
	if particle && len(g.obj) == 0 && len(g.obl) > 0 && len(s.words) > 0 && g.obl[0].word == s.words[len(s.words)-1] {
		f.object = g.obl[0].phrases // "called on" + its object
	}
	if g.passive && !(g.partcple && intransitive(s)) {
		f.object, f.actor, f.agentless = g.subj, nil, true
		for _, b := range g.obl {
			if b.word == "by" && !o.when(b.node) {
				f.actor, f.agentless = b.phrases, false
				break
			}
		}
	}
	for _, p := range s.recipient {
		if len(f.recipient) > 0 && p.kind != withSlot {
			continue
		}
		switch p.kind {
		case objSlot:
			if r.someone(f.object) || s.kind == sayso.Assault || s.kind == sayso.Coerce {
				f.recipient = f.object
			}
		case subjSlot:
			f.actor, f.recipient = f.object, f.actor
		case clauseSlot:
			if g.clause >= 0 {
				q := &o.groups[g.clause]
				f.recipient = q.subj
				for _, b := range q.obl {
					if q.passive && b.word == "by" && r.someone(b.phrases) {
						f.recipient = b.phrases
					}
				}
				if !r.someone(f.recipient) {
					f.recipient = nil
				}
			}
		case withSlot:
			if p.prep == "obj" {
				if r.someone(f.object) {
					f.actor = append(f.actor[:len(f.actor):len(f.actor)], f.object...)
				}
				continue
			}
			for _, b := range r.preps(o, k) {
				if b.word == p.prep {
					f.actor = append(f.actor[:len(f.actor):len(f.actor)], b.phrases...)
				}
			}
		case prepSlot:
			for _, b := range r.preps(o, k) {
				if (b.word == p.prep || p.prep == "to" && b.word == "for" && s.kind == sayso.Aid) && !o.when(b.node) {
					f.recipient = b.phrases
					break
				}
			}
			if p.prep == "to" && len(f.recipient) == 0 && len(g.iobj) > 0 {
				f.recipient = g.iobj
			}
		}
	}
	if len(f.recipient) == 0 && len(g.iobj) > 0 && !g.passive {
		f.recipient = g.iobj
	}
	if len(f.actor) == 0 && f.agentless && s.kind == sayso.Mobilize {
		f.actor, f.agentless = f.object, false // "riot police were deployed"
	}
	if !bears[s.kind] && !r.someone(f.recipient) {
		f.recipient = nil
	}
	if len(f.recipient) == 0 && bears[s.kind] { // "rejected Lee's appeal", "a request from Lee": whose it is
		f.recipient = r.owner(o, f.object, s.kind != sayso.Accuse)
	}
	return f
}

// intransitive reports whether a sense has no object, so that no participle of it
// is a passive.
func intransitive(s *sense) bool {
	for _, n := range s.need {
		if s.kind == sayso.Protest && (s.mode == "demo" || s.mode == "riot" || s.mode == "strike") || n.kind == needNoObj || n.kind == needPlural && len(s.recipient) > 0 && s.recipient[0].prep == "with" {
			return true
		}
	}
	return false
}

// preps returns the prepositional phrases of a group; of a verb in a relative
// clause or an infinitive only its own.
func (r *reading) preps(o *outline, k int) []oblique { return o.groups[k].obl }

// bears says of which types a thing may be the recipient: what was rejected,
// condemned, hit, taken.
var bears = map[sayso.EventType]bool{sayso.Accuse: true, sayso.Reject: true, sayso.Support: true, sayso.Protest: true, sayso.Assault: true, sayso.Coerce: true,
	sayso.Sanction: true, sayso.Concede: true}

// someone reports whether a list of phrases holds a political actor or people.
func (r *reading) someone(list []phrase) bool {
	for _, p := range list {
		if s := r.standing(p); s.political() || s.human() || s.kind&pronoun != 0 || s.country != "" {
			return true
		}
	}
	return false
}

// owner returns who a thing belongs to or comes from: its possessor, a country's
// adjective, or, where far is set, the from- or of-phrase after it; else the thing itself.
func (r *reading) owner(o *outline, object []phrase, far bool) []phrase {
	if len(object) == 0 {
		return nil
	}
	p := object[0]
	if w, ok := o.possessor(p); ok {
		return []phrase{w}
	}
	if q, ok := r.national(p); ok {
		return []phrase{q}
	}
	for j := range o.nodes {
		if o.nodes[j].kind == nounNode && o.phrase(j) == p {
			for _, b := range o.following(j) {
				if far && (b.word == "from" || b.word == "of" || b.word == "by" || b.word == "against" || b.word == "to" || b.word == "on" || b.word == "with" || b.word == "in") && r.someone(b.phrases) {
					return b.phrases
				}
			}
			break
		}
	}
	return object
}

// national returns the part of a phrase before its head that names a country or
// an armed or official body: "Russian" in "Russian forces", "police" in "police raid".
func (r *reading) national(p phrase) (phrase, bool) {
	for i := p.first; i < p.head; i++ {
		t := &r.doc.Tokens[i]
		w := r.doc.Of(t.Span)
		if t.Tag == text.POS || len(w) < 2 {
			continue
		}
		if sec, ok := r.t.sectors[lemma(t)]; ok && sec.code != "CVL" && t.UPOS != text.ADJ {
			first := i
			for first > p.first && r.doc.Tokens[first-1].UPOS != text.DET && r.doc.Tokens[first-1].UPOS != text.ADP {
				first--
			}
			return phrase{first, i + 1, i}, true
		}
		if w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		_, is := r.t.countries.ByDemonym(w)
		if !is && i+1 < int32(len(r.doc.Tokens)) {
			// "US strikes", but not "the Kenya bombing"
			_, is = r.t.countries.ByName(w)
			is = is && (strings.ToUpper(w) == w || in(r.t.sectorWords, &r.doc.Tokens[i+1]))
		}
		if is || (t.Name == text.BeginOrganization || t.Name == text.InsideOrganization || t.Name == text.BeginPerson) && i+1 <= p.head {
			last := i + 1
			for last < p.head && r.doc.Tokens[last].Name == t.Name+1 {
				last++
			}
			// "US military airstrikes": both words
			for last < p.head {
				if _, ok := r.t.sectors[lemma(&r.doc.Tokens[last])]; !ok {
					break
				}
				last++
			}
			return phrase{i, last, last - 1}, true
		}
	}
	return phrase{}, false
}

// nouns looks for events in the noun phrase of node j.
func (r *reading) nouns(o *outline, j int, taken map[int32]bool) {
	p := o.phrase(j)
	for i := p.first; i < p.last; i++ {
		t := &r.doc.Tokens[i]
		if taken[i] || t.UPOS != text.NOUN && t.UPOS != text.PROPN && t.UPOS != text.VERB && t.UPOS != text.ADJ {
			continue
		}
		if (t.UPOS == text.PROPN || t.Tag == text.NNP) && !r.headline(t.Span) && !summits[t.Lower] {
			continue // part of a name: "the Strategic Arms Reduction Talks", "War Memorial"
		}
		senses := r.nounSenses(t)
		for n := range senses {
			s := &senses[n]
			end := i + 1 + int32(len(s.words))
			if len(s.words) > 0 && (!r.wordsAt(i+1, o.sent.Last, s.words) || taken[end-1]) || len(s.words) == 0 && t.UPOS == text.ADJ {
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

// summits are events that have names: "the Lakeside Summit".
var summits = map[string]bool{"summit": true, "talks": true, "forum": true, "conference": true}

// headline reports whether a span lies in a headline, where capitals tell nothing.
func (r *reading) headline(at sayso.Span) bool { return r.found.Front.Headline.Contains(at) }

// carriers are heads under which the noun before them still tells the event.
var carriers = map[string]bool{"attempt": true, "bid": true, "plot": true, "rally": true, "march": true, "wave": true, "campaign": true, "spree": true, "operation": true,
	"attack": true, "talks": true, "talk": true, "effort": true, "meeting": true, "incident": true, "crisis": true, "spate": true, "action": true, "movement": true, "gathering": true,
	"strike": true, "raid": true, "series": true, "violence": true}

// carries reports whether a noun trigger that ends at i before the head of its
// phrase still tells an event of its own.
func (r *reading) carries(i int32, p phrase) bool {
	if i > p.head || r.doc.Tokens[i].Tag == text.HYPH {
		return false
	}
	h := lemma(&r.doc.Tokens[p.head])
	return i == p.head && carriers[h] && len(r.t.nouns[h]) == 0
}

// nounSense tries one sense of a noun at tokens [i, end) of phrase p, node j.
func (r *reading) nounSense(o *outline, j int, p phrase, s *sense, i, end int32) bool {
	c := candidate{kind: s.kind, mode: s.mode, contexts: s.contexts, first: i, end: end, group: -1, node: j, complement: -1, by: s.by, noun: true, realis: sayso.Actual}
	follow := o.following(j)
	if o.parsed() {
		follow = append(o.prepositional(p.head, nil, text.RelNmod), follow...)
	}
	gov := r.governing(o, j)
	c.group, c.light, c.direct = gov.group, gov.light != nil, gov.prep == ""
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
				if gov.light != nil && (gov.light.side == "actor") == actor && gov.light.side != "subject" && gov.light.side != "none" {
					if r.someone(gov.subject) {
						out = append(out, gov.subject...)
					}
				}
			case prepSlot:
				for _, b := range follow {
					if b.word == q.prep && !o.when(b.node) && (actor && !r.someone(b.phrases)) == false {
						out = append(out, b.phrases...)
						break
					}
				}
				if len(out) == 0 && gov.light != nil && gov.light.side != "subject" && q.prep != "of" && q.prep != "by" && q.prep != "in" && gov.group >= 0 {
					for _, b := range o.groups[gov.group].obl {
						if b.word == q.prep && b.node > j && !o.when(b.node) {
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
	f.recipient = fill(s.recipient, false)
	if gov.light != nil && gov.light.side == "recipient" && len(f.recipient) == 0 {
		f.recipient = gov.subject
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
	if gov.group >= 0 && gov.light != nil && gov.light.side == "actor" {
		r.future(o, gov.group, &c)
	}
	r.cands = append(r.cands, c)
	return true
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
	sec, ok := r.t.sectors[lemma(t)]
	if ok && sectorKinds[sec.code]&armed == 0 || r.t.classes["building"][lemma(t)] {
		return phrase{i - 1, i, i - 1}, true
	}
	return phrase{}, false
}

// governor is the verb that governs an event noun.
type governor struct {
	group   int
	light   *light
	subject []phrase // of the light verb, in a passive its by-phrase
	prep    string   // the preposition the noun stands behind
	before  int32    // the noun or verb that preposition hangs on; -1
}

// governing finds what governs the noun phrase of node j.
func (r *reading) governing(o *outline, j int) governor {
	if o.parsed() {
		return r.governingTree(o, j)
	}
	return r.governingOrder(o, j)
}

// governingTree finds it by the tree.
func (r *reading) governingTree(o *outline, j int) governor {
	p := o.phrase(j)
	gov := governor{group: -1, before: -1}
	var rel text.Rel
	gov.group, rel, gov.prep, gov.before = o.governedBy(p.head)
	// "talks held in Geneva", "the attack carried out by rebels"
	o.children(p.head, func(i int32, t *text.Token) {
		if k := o.groupOf(i); k >= 0 && (t.Rel == text.RelAcl || t.Rel == text.RelAclRelcl) && gov.light == nil {
			g := &o.groups[k]
			if l := r.lightOf(o, g, g.passive); l != nil && g.passive && l.side != "subject" {
				gov.group, gov.light, gov.subject = k, l, byPhrase(g)
			}
		}
	})
	if gov.light != nil || gov.group < 0 {
		return gov
	}
	g := &o.groups[gov.group]
	switch {
	case rel == text.RelNsubj && !g.passive || rel == text.RelNsubjPass && !g.passive:
		if l := r.lightOf(o, g, false); l != nil && l.side == "subject" {
			gov.light = l
		}
	case rel == text.RelNsubj || rel == text.RelNsubjPass:
		if l := r.lightOf(o, g, true); l != nil {
			gov.light, gov.subject = l, byPhrase(g)
		}
	case rel == text.RelObj:
		if l := r.lightOf(o, g, true); l != nil {
			gov.light, gov.subject = l, g.subj
			if g.passive {
				gov.subject = byPhrase(g)
			}
		}
	case rel == text.RelObl:
		if l := r.lightOf(o, g, true); l != nil && len(l.words) > 0 && l.words[len(l.words)-1] == gov.prep {
			gov.light, gov.subject = l, g.subj
		}
	}
	return gov
}

// lightOf returns what a light verb says, of the nouns it takes (object) or as
// the verb of its noun.
func (r *reading) lightOf(o *outline, g *group, object bool) *light {
	list := r.t.light[lemma(&r.doc.Tokens[g.head])]
	for i := range list {
		l := &list[i]
		if (l.side == "subject") == object || len(l.words) > 0 && !r.wordsAt(g.head+1, o.sent.Last, l.words) && !r.wordsAfterObject(o, g, l.words) {
			continue
		}
		return l
	}
	return nil
}

func (r *reading) wordsAfterObject(o *outline, g *group, words []string) bool {
	return len(g.obj) > 0 && r.wordsAt(g.obj[len(g.obj)-1].last, o.sent.Last, words)
}

func byPhrase(g *group) []phrase {
	for _, b := range g.obl {
		if b.word == "by" {
			return b.phrases
		}
	}
	return nil
}

// governingOrder finds it by the order of words.
func (r *reading) governingOrder(o *outline, j int) governor {
	gov := governor{group: -1, before: -1}
	n := &o.nodes[j]
	if n.prep >= 0 {
		gov.prep = lemma(&r.doc.Tokens[o.nodes[n.prep].at])
		if n.prep > 0 {
			b := &o.nodes[n.prep-1]
			gov.before = b.last - 1
		}
	}
	first := j
	if n.list >= 0 {
		first = n.list
	}
	if n.subj || o.nodes[first].subj {
		for k := range o.groups {
			if g := &o.groups[k]; g.node > j && containsPhrase(g.subj, o.phrase(j)) {
				gov.group = k
				for i := range r.t.light[lemma(&r.doc.Tokens[g.head])] {
					l := &r.t.light[lemma(&r.doc.Tokens[g.head])][i]
					if len(l.words) > 0 && !r.wordsAt(g.head+1, o.sent.Last, l.words) {
						continue
					}
					if g.passive && (l.side == "actor" || l.side == "recipient" || l.side == "none") {
						gov.light = l
						for _, b := range g.obl {
							if b.word == "by" {
								gov.subject = b.phrases
							}
						}
						break
					}
					if !g.passive && l.side == "subject" {
						gov.light = l
					}
				}
				return gov
			}
		}
		return gov
	}
	for i := first - 1; i >= max(0, first-reach); i-- {
		if k := o.nodes[i].group; k >= 0 {
			g := &o.groups[k]
			gov.group = k
			object := containsPhrase(g.obj, o.phrase(j))
			for i := range r.t.light[lemma(&r.doc.Tokens[g.head])] {
				l := &r.t.light[lemma(&r.doc.Tokens[g.head])][i]
				if l.side == "subject" || len(l.words) > 0 && !r.wordsAt(g.head+1, o.sent.Last, l.words) {
					continue
				}
				if object || len(l.words) > 0 && l.words[len(l.words)-1] == gov.prep {
					gov.light, gov.subject = l, g.subj
					break
				}
			}
			return gov
		}
		if o.nodes[i].kind == breakNode || o.nodes[i].kind == subNode {
			return gov
		}
	}
	return gov
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

func containsPhrase(list []phrase, p phrase) bool {
	for _, q := range list {
		if q == p {
			return true
		}
	}
	return false
}
