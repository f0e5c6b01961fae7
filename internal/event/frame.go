package event

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

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
	if n := len(s.words); particle && n > 1 && prepositional[s.words[n-1]] { // "set fire to" + its object
		for _, b := range g.obl {
			if b.word == s.words[n-1] {
				f.object = b.phrases
				break
			}
		}
	}
	if g.passive && !(g.partcple && intransitive(s)) {
		f.object, f.actor, f.agentless = g.subj, nil, true
		for _, b := range r.agents(o, k) {
			if b.word == "by" && !o.when(b.node) {
				f.actor, f.agentless = b.phrases, false
				break
			}
		}
	}
	if list := r.answering(o, g); r.someone(list) {
		f.actor = list
	}
	if who := r.author(o, g, f.actor); who != nil && (s.kind == sayso.Request || s.kind == sayso.Accuse || s.kind == sayso.Support || s.kind == sayso.Reject) {
		f.actor = who
	}
	for _, p := range s.recipient {
		if len(f.recipient) > 0 && p.kind != withSlot {
			continue
		}
		switch p.kind {
		case objSlot:
			switch {
			case s.kind == sayso.Aid && !r.someone(f.object): // "cancelled the debt of the republic"
				f.recipient = r.owner(o, f.object, true)
			case s.kind == sayso.Coerce && !r.someone(f.object): // "froze the assets of the deposed king"
				f.recipient = r.owner(o, f.object, s.mode == "seize" || s.mode == "deport")
			case r.someone(f.object) || s.kind == sayso.Assault:
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
				if (b.word == p.prep || p.prep == "to" && b.word == "for" && s.kind == sayso.Aid) && !o.when(b.node) && !r.topic(s, b) && !(s.mode == "crowd-control" && !r.someone(b.phrases) && !r.struck(b.phrases)) {
					f.recipient = b.phrases
					break
				}
			}
			if p.prep == "to" && len(f.recipient) == 0 && len(g.iobj) > 0 {
				f.recipient = g.iobj
			}
			if p.prep == "to" && len(f.recipient) == 0 && s.kind == sayso.Aid {
				f.recipient = r.given(f.object)
			}
		}
	}
	if len(f.recipient) == 0 && len(g.iobj) > 0 && !g.passive {
		f.recipient = g.iobj
	}
	if len(f.actor) == 0 && f.agentless && s.kind == sayso.Mobilize {
		f.actor, f.agentless = f.object, false // "riot police were deployed"
	}
	if !bears[s.kind] && !r.someone(f.recipient) && !(s.kind == sayso.Aid && r.struck(f.recipient)) {
		f.recipient = nil
	}
	if len(f.recipient) == 0 && bears[s.kind] { // "rejected Lee's appeal", "a request from Lee": whose it is
		f.recipient = r.owner(o, f.object, s.kind != sayso.Accuse)
	}
	return f
}

// agents returns the prepositional phrases that may name who did what a passive tells:
// its own, else those behind what it keeps from: "was barred from running by the court".
func (r *reading) agents(o *outline, k int) []oblique {
	g := &o.groups[k]
	if slices.ContainsFunc(g.obl, func(b oblique) bool { return b.word == "by" }) || k+1 >= len(o.groups) {
		return g.obl
	}
	if c := &o.groups[k+1]; c.gerund && c.after == "from" {
		return c.obl
	}
	return g.obl
}

// author returns whose a document is that does what a verb tells: "the council adopted
// a resolution calling for", "the ministry's statement condemned"; nil where it is none.
func (r *reading) author(o *outline, g *group, actor []phrase) []phrase {
	if len(actor) != 1 || r.someone(actor) || !in(r.t.classes["document"], &r.doc.Tokens[actor[0].head]) {
		return nil
	}
	if w, ok := o.possessor(actor[0]); ok && r.someone([]phrase{w}) {
		return []phrase{w}
	}
	for k := range o.groups {
		if q := &o.groups[k]; q != g && slices.Contains(q.obj, actor[0]) && r.political(q.subj) {
			return q.subj
		}
	}
	return nil
}

// given returns who got a thing where a parser read both as one phrase: "gave the
// army helicopters".
func (r *reading) given(object []phrase) []phrase {
	if len(object) == 0 {
		return nil
	}
	p := object[0]
	if d := &r.doc.Tokens[p.first]; d.UPOS != text.DET || r.doc.Tokens[p.head].Tag != text.NNS {
		return nil
	}
	for i := p.head - 1; i > p.first; i-- {
		if sec, ok := r.sector(&r.doc.Tokens[i]); ok && sectorKinds[sec.code]&(armed|state|official|crowd) != 0 && r.doc.Tokens[i].Tag != text.POS {
			return []phrase{{p.first, i + 1, i}}
		}
	}
	return nil
}

// topic reports whether a phrase tells what a protest is about rather than whom it
// is directed at: "over fuel prices".
func (r *reading) topic(s *sense, b oblique) bool {
	if s.kind != sayso.Protest || s.mode == "boycott" || s.mode == "obstruct" || s.mode == "vandalize" || r.someone(b.phrases) {
		return false
	}
	if b.word != "against" {
		return true
	}
	_, law := r.wordIn(b.phrases, r.t.classes["law"])
	return !law
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
				if far && (b.word == "from" || b.word == "of" || b.word == "by" || b.word == "against" || b.word == "to" || b.word == "on" || b.word == "with") && r.someone(b.phrases) {
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
		if sec, ok := r.coded(t); ok && sec.code != "CVL" && t.UPOS != text.ADJ {
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
				if _, ok := r.coded(&r.doc.Tokens[last]); !ok {
					break
				}
				last++
			}
			return phrase{i, last, last - 1}, true
		}
	}
	return phrase{}, false
}
