package event

// control gives infinitives and adjuncts the subject they share.
func (o *outline) control(k int) {
	g := &o.groups[k]
	if len(g.subj) > 0 || g.finite && !g.infinitive {
		return
	}
	p := g.governor
	if p < 0 && (g.after == "and" || g.after == "or" || g.after == ",") && k > 0 {
		q := &o.groups[k-1]
		g.subj, g.governor, g.nounGov = q.subj, q.governor, q.nounGov
		if q.governor < 0 {
			g.governor = k - 1
		}
		return
	}
	if p < 0 || p >= k {
		return
	}
	q := &o.groups[p]
	object := q.obj
	if q.passive {
		object = q.subj
	}
	verb := lemma(&o.doc.Tokens[q.head])
	switch {
	case g.infinitive && len(q.obj) > 0 && !o.t.words.keepSubject[verb] && !o.nounWithComplement(g.nounGov):
		g.subj = object
	case g.infinitive && len(q.obj) == 0 && o.t.words.callOn[verb]:
		for i := range q.obl {
			if q.obl[i].word == "on" || q.obl[i].word == "for" || q.obl[i].word == "upon" || q.obl[i].word == "to" {
				g.subj = q.obl[i].phrases
				return
			}
		}
	case g.gerund && (g.after == "of" || g.after == "for" || g.after == "from" || g.after == "with") && len(object) > 0:
		g.subj = object
	default:
		g.subj = q.subj
	}
}

// nounWithComplement reports whether an infinitive hangs on the noun before it
// rather than on the verb: "announced a plan to withdraw".
func (o *outline) nounWithComplement(at int32) bool {
	if at < 0 {
		return false
	}
	_, ok := o.t.holders["infinitive"][lemma(&o.doc.Tokens[at])]
	return ok
}
