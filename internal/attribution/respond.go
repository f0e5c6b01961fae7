package attribution

import "sayso"

// respond ties claims that confirm, deny, retract or correct what another said
// to the claim they answer: the nearest one before by somebody else, where
// their content only points to it ("denied the report"). What no claim of the
// article tells is answered "outside".
func (p *page) respond(claims []told, order []int32, out []sayso.Claim) {
	for n, k := range order {
		c := &claims[k]
		how := answers(p.lemma(c.head))
		if c.class != verbClass || how == "" || !p.points(c) || p.negated(&c.frame) {
			continue
		}
		to := "outside"
		for back := n - 1; back >= 0 && back >= n-8; back-- {
			other := &claims[order[back]]
			if out[back].Within != 0 || sameSource(&out[back], &out[n]) && out[back].Source != nil && out[n].Source != nil && out[n].Source.Entity != 0 ||
				p.paragraph(c.head)-p.paragraph(other.head) > 3 || c.holds(other.head) {
				continue
			}
			to = out[back].ID.String()
			break
		}
		out[n].Responds = []sayso.Response{{To: to, How: how}}
	}
}

// answers tells how a verb answers what was said.
func answers(lemma string) string {
	switch lemma {
	case "deny", "refute", "reject", "dismiss", "dispute", "rebut", "contradict":
		return "denies"
	case "confirm", "corroborate", "verify":
		return "confirms"
	case "retract", "withdraw", "recant":
		return "retracts"
	case "correct", "amend":
		return "corrects"
	}
	return ""
}

// points reports whether a content is a phrase that stands for what was said:
// "the report", "those claims", "it".
func (p *page) points(c *told) bool {
	if len(c.content) != 1 || c.shape != nounObject && c.shape != passive {
		return false
	}
	np, ok := p.nounAt(c.content[0].first)
	if !ok {
		return false
	}
	switch p.lower(np.first) {
	case "it", "this", "that", "them":
		return np.last-np.first == 1
	}
	for i := np.first; i < np.last; i++ {
		if e := p.words.nouns[p.lemma(i)]; e != nil && isNoun(p.tag(i)) && (e.kind == sayso.Speech || e.kind == sayso.Writing) {
			return true
		}
	}
	return false
}
