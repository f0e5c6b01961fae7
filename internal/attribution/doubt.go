package attribution

import "sayso"

// doubtful returns the clauses that are handed to somebody with a probability
// too small to say so and too large to call the words the outlet's own, or that
// the rules would hand to somebody where the model would not ("a report that
// …"), as far as no claim covers them. Only clauses count: a doubtful noun phrase tells
// nothing that could be taken for fact.
func (p *page) doubtful(frames []frame, claims []told) []sayso.Span {
	var covered []bool
	said := make(map[int32]bool) // heads of claims
	for i := range claims {
		said[claims[i].head] = !claims[i].dropped
	}
	var out []sayso.Span
	for i := range frames {
		f := &frames[i]
		if !claims[i].dropped || f.p >= leastOuter || p.speech(f.head) || f.p < leastDoubt && f.ruled < leastRuled {
			continue
		}
		switch f.shape {
		case thatClause, bareClause, clauseBefore, accordingTo, quoteBefore, quoteAfter, whether:
		default:
			continue
		}
		if covered == nil {
			covered = make([]bool, len(p.Tokens))
			for k := range claims {
				if claims[k].dropped {
					continue
				}
				for _, t := range claims[k].content {
					for j := t.first; j < t.last; j++ {
						covered[j] = true
					}
				}
			}
		}
		for _, t := range f.content {
			for t.first < t.last && covered[t.first] {
				t.first++
			}
			for t.first < t.last && covered[t.last-1] {
				t.last--
			}
			if s := p.trimmed(t); !s.Empty() && p.finite(t) && !p.anyIn(t, said) {
				out = append(out, s)
				for j := t.first; j < t.last; j++ {
					covered[j] = true
				}
			}
		}
	}
	return append(out, p.comparisons(claims)...)
}

// comparisons returns the numbers set beside a claim behind its speaker that are
// in no claim: "killed 24, the governor said, {up from 19}".
func (p *page) comparisons(claims []told) (out []sayso.Span) {
next:
	for i := range claims {
		if claims[i].dropped {
			continue
		}
		t := p.beside(&claims[i])
		if t.empty() {
			continue
		}
		for k := range claims {
			if o := &claims[k]; !o.dropped && (o.holds(t.first) || t.has(o.head)) {
				continue next
			}
		}
		out = append(out, p.trimmed(t))
	}
	return out
}

// anyIn reports whether one of the tokens of a run is in a set.
func (p *page) anyIn(t tokens, set map[int32]bool) bool {
	for i := t.first; i < t.last; i++ {
		if set[i] {
			return true
		}
	}
	return false
}
