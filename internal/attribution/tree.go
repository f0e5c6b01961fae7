package attribution

import "sayso/internal/text"

// byTree marks what the tree takes for a frame's source and content: the
// subject, and the clauses and objects that hang below the cue.
func (p *page) byTree(f *frame, w tokens, mark func(tokens, label)) {
	for i := w.first; i < w.last; i++ {
		if p.Tokens[i].Head != f.head {
			continue
		}
		switch p.Tokens[i].Rel {
		case text.RelCcomp, text.RelXcomp, text.RelObj, text.RelParataxis, text.RelCsubj, text.RelNsubjPass, text.RelCsubjPass, text.RelACL, text.RelDep:
			mark(p.subtree(i, w.first, w.last), contentLabel)
		case text.RelObl, text.RelNmod, text.RelAdvcl:
			if i > f.head && f.entry.has(takesPhrase) {
				mark(p.subtree(i, w.first, w.last), contentLabel)
			}
		}
	}
	if np, ok := p.subjectByTree(f.head); ok {
		mark(np, sourceLabel)
	}
	mark(f.cue, cueLabel)
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

// parsed reports whether the sentence of token i has a tree.
func (p *page) parsed(i int32) bool { return p.Tokens[i].Head >= text.Root && p.Tokens[i].Rel != 0 }

// subjectByTree returns the words of the subject of verb h: its own, else that
// of the verb it is coordinated with or depends on without a subject of its own.
func (p *page) subjectByTree(h int32) (tokens, bool) {
	first, last := p.bounds(h)
	for steps := 0; steps < 5 && h >= first && h < last; steps++ {
		for i := first; i < last; i++ {
			t := &p.Tokens[i]
			if t.Head != h || t.Rel != text.RelNsubj && t.Rel != text.RelNsubjPass && t.Rel != text.RelNsubjOuter {
				continue
			}
			return p.subtree(i, first, last), true
		}
		switch p.Tokens[h].Rel {
		case text.RelConj, text.RelXcomp, text.RelAdvcl, text.RelParataxis, text.RelDep, text.RelCcomp:
		case text.RelACL:
			// "officials saying": the noun it is about.
			up := p.Tokens[h].Head
			if up >= first && up < last {
				if np, ok := p.nounAt(up); ok {
					return np, true
				}
			}
			return tokens{}, false
		default:
			return tokens{}, false
		}
		h = p.Tokens[h].Head
	}
	return tokens{}, false
}

// subtree returns the run of tokens around i that hang below it.
func (p *page) subtree(i, first, last int32) tokens {
	t := tokens{i, i + 1}
	for t.first > first && p.below(t.first-1, i, first, last) {
		t.first--
	}
	for t.last < last && p.below(t.last, i, first, last) {
		t.last++
	}
	return t
}

// below reports whether token i hangs somewhere below top.
func (p *page) below(i, top, first, last int32) bool {
	for steps := 0; steps < 30 && i >= first && i < last; steps++ {
		if i == top {
			return true
		}
		i = p.Tokens[i].Head
	}
	return false
}

// relations hashes the relations from token i up to the cue, and the two
// nearest the cue alone; zero where i hangs elsewhere.
func (p *page) relations(head, i, first, last int32) (all, near uint64) {
	var path [12]uint64
	n := 0
	for n < len(path) && i >= first && i < last && i != head {
		path[n] = uint64(p.Tokens[i].Rel)
		n++
		i = p.Tokens[i].Head
	}
	if i != head || n == 0 {
		return 0, 0
	}
	for k := n - 1; k >= 0; k-- {
		all = all*61 + path[k] + 1
		if k == max(n-2, 0) {
			near = all
		}
	}
	return all, near
}
