package event

import (
	"sayso"
	"sayso/internal/text"
)

// asked returns the infinitive that says what somebody is asked to do where the tree has
// it hang on the last of them: "want the rebels and their allies to leave"; -1.
func (o *outline) asked(k int, g *group) int {
	object, out := int32(-1), -1
	o.children(g.head, func(i int32, t *text.Token) {
		if t.Rel == text.RelObj {
			object = i
		}
	})
	if object < 0 || !o.requests(g.head) {
		return -1
	}
	last := object
	o.children(object, func(i int32, t *text.Token) {
		if t.Rel == text.RelConj {
			last = i
		}
	})
	o.children(last, func(i int32, t *text.Token) {
		if q := o.groupOf(i); t.Rel == text.RelACL && q >= 0 && q != k && o.groups[q].infinitive && out < 0 {
			out = q
		}
	})
	if out >= 0 {
		o.groups[out].governor = k
	}
	return out
}

// requests reports whether a verb has a sense that asks its object to do something.
func (o *outline) requests(head int32) bool {
	for _, s := range o.t.verbs[lemma(&o.doc.Tokens[head])] {
		for _, n := range s.need {
			if s.kind == sayso.Request && n.kind == needInf {
				return true
			}
		}
	}
	return false
}

// people returns whom "who" means where the tree names the body behind "of" that they
// belong to: "fighters of the Northern Front who".
func (o *outline) people(p phrase, j int, who *text.Token) phrase {
	t := &o.doc.Tokens[p.head]
	if who.Lower != "who" || t.Tag == text.NNS || t.Name == text.BeginPerson || t.Name == text.InsidePerson {
		return p
	}
	if n := o.nodes[j].prep; n > 0 && o.doc.Tokens[o.nodes[n].at].Lower == "of" && o.nodes[n-1].kind == nounNode {
		if q := o.phrase(n - 1); o.doc.Tokens[q.head].Tag == text.NNS {
			return q
		}
	}
	return p
}
