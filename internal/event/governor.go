package event

import (
	"sayso/internal/text"
)

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
		if k := o.groupOf(i); k >= 0 && (t.Rel == text.RelACL || t.Rel == text.RelACLRelcl) && gov.light == nil {
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

func containsPhrase(list []phrase, p phrase) bool {
	for _, q := range list {
		if q == p {
			return true
		}
	}
	return false
}
