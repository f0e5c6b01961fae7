package attribution

import "sayso/internal/text"

// byTree ends a complement with the words that hang below the cue's dependent
// in which it begins.
type byTree struct{}

func (byTree) complement(p *page, f *frame, start, end int32) int32 {
	first, last := p.bounds(f.head)
	top := p.branch(f.head, start, first, last)
	if top < 0 {
		// Trees attach relative clauses and coordinations in odd ways now and then.
		return byMarks{}.complement(p, f, start, end)
	}
	to := start + 1
	for i := start; i < end; i++ {
		if p.branch(f.head, i, first, last) == top {
			to = i + 1
		} else if i-to > 6 {
			break
		}
	}
	for to > start+1 && (p.lower(to-1) == "," || p.final(to-1)) {
		to--
	}
	return min(to, end)
}

// branch returns the dependent of head below which token i hangs, -1 where it
// hangs elsewhere.
func (p *page) branch(head, i, first, last int32) int32 {
	for steps := 0; steps < farthest; steps++ {
		up := p.Tokens[i].Head
		if up == head {
			if p.Tokens[i].Rel == text.RelPunct {
				return -1
			}
			return i
		}
		if up < first || up >= last {
			return -1
		}
		i = up
	}
	return -1
}
