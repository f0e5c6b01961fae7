package event

import "sayso/internal/text"

// subject finds the subject of group k: what stands before it, or what it
// shares with the group it is joined to.
func (o *outline) subject(k int) {
	g := &o.groups[k]
	if g.auxiliary >= 0 {
		g.subj = o.groups[g.auxiliary].subj
		return
	}
	if g.infinitive && !g.finite {
		return // control decides, when objects are known
	}
	if g.relative {
		for j := g.node - 1; j >= max(0, g.node-reach); j-- {
			if o.nodes[j].kind == nounNode {
				g.subj = o.antecedent(j)
				return
			}
			if o.nodes[j].kind == verbNode {
				return
			}
		}
		return
	}
	if g.gerund || g.partcple {
		o.participle(k)
		return
	}
	if k > 0 && g.node > 0 && o.nodes[g.node-1].kind == conjNode {
		// "attacked a base and fled": the subject of the verb it is joined to
		p := k - 1
		for i := p; i >= max(0, k-4); i-- {
			if o.groups[i].finite && len(o.groups[i].subj) > 0 {
				p = i
				break
			}
		}
		g.subj = o.groups[p].subj
		return
	}
	for j := g.node - 1; j >= max(0, g.node-reach); j-- {
		n := &o.nodes[j]
		switch n.kind {
		case nounNode:
			if n.list >= 0 && n.list < j {
				continue
			}
			if n.prep >= 0 {
				w := o.doc.Tokens[o.nodes[n.prep].at].Lower
				if clausal[w] && !(w == "as" || w == "like" || w == "for" || w == "with") && !o.bareBetween(n.prep) {
					o.take(g, j)
					return
				}
				continue
			}
			if o.when(j) || o.objectOfAside(j) {
				continue
			}
			o.take(g, j)
			return
		case verbNode:
			p := o.groupAt(j)
			if p < 0 {
				return
			}
			q := &o.groups[p]
			if q.gerund || q.partcple || q.relative || q.infinitive {
				// "the man arrested in the city said": what the participle hangs on
				continue
			}
			if g.after == "and" || g.after == "but" || g.after == "or" || g.after == "," || g.after == "then" {
				g.subj = q.subj
			}
			return
		case subNode, breakNode:
			if n.kind == breakNode || j < g.node-1 {
				return
			}
		case relNode:
			// "who … and fled": the same antecedent
			if j < g.node-1 {
				for i := j - 1; i >= 0; i-- {
					if o.nodes[i].kind == nounNode {
						if g.after == "and" || g.after == "or" {
							g.subj = o.antecedent(i)
							return
						}
						break
					}
				}
			}
		}
	}
}

// objectOfAside reports whether a bare noun phrase is the object of a relative
// clause or participle that stands before it: "people who joined the march said".
func (o *outline) objectOfAside(j int) bool {
	for i := j - 1; i >= max(0, j-reach); i-- {
		switch o.nodes[i].kind {
		case verbNode:
			q := &o.groups[o.nodes[i].group]
			aside := q.relative || (q.gerund || q.partcple) && i > 0 && o.nodes[i-1].kind == nounNode
			return aside && o.antecedentBefore(i)
		case commaNode, breakNode, conjNode, subNode, relNode:
			return false
		}
	}
	return false
}

// antecedentBefore reports whether a noun phrase stands before node i for the
// main clause to speak of.
func (o *outline) antecedentBefore(i int) bool {
	for end := max(0, i-reach); i > end; i-- {
		if o.nodes[i-1].kind == nounNode {
			return true
		}
	}
	return false
}

// bareBetween reports whether a noun phrase without preposition stands between a
// preposition and the last verb before it, so that the preposition is one.
func (o *outline) bareBetween(prep int) bool {
	for j := prep - 1; j >= 0; j-- {
		switch n := &o.nodes[j]; n.kind {
		case nounNode:
			if n.prep < 0 && !o.when(j) {
				// "the siege of the town since Monday ended" has no verb before
				return !o.verbBefore(j)
			}
		case verbNode:
			return false
		}
	}
	return false
}

func (o *outline) verbBefore(j int) bool {
	for end := max(0, j-reach); j >= end; j-- {
		if o.nodes[j].kind == verbNode {
			return true
		}
	}
	return false
}

// antecedent returns the phrases that a relative clause after node j speaks of:
// past an of-phrase to what it belongs to only where that is a count of them.
func (o *outline) antecedent(j int) []phrase {
	if n := &o.nodes[j]; n.prep > 0 && o.doc.Tokens[o.nodes[n.prep].at].Lower == "of" && o.nodes[n.prep-1].kind == nounNode {
		if whole := o.phrase(n.prep - 1); o.t.words.count[lemma(&o.doc.Tokens[whole.head])] {
			return []phrase{whole}
		}
	}
	return []phrase{o.phrase(j)}
}

// take makes the list that begins at node j the subject.
func (o *outline) take(g *group, j int) {
	g.subj = o.listed(j)
	for i := j; i < g.node; i++ {
		if o.nodes[i].kind == nounNode && (i == j || o.nodes[i].list == o.nodes[j].list) {
			o.nodes[i].subj = true
		}
	}
}

// participle finds the subject of a gerund or participle: the noun it follows,
// or the subject of the clause it is an adjunct of.
func (o *outline) participle(k int) {
	g := &o.groups[k]
	if g.node == 0 {
		return
	}
	prev := &o.nodes[g.node-1]
	if prev.kind == nounNode && !o.when(g.node-1) {
		g.subj = []phrase{o.phrase(g.node - 1)}
		return
	}
	if prev.kind == commaNode && g.partcple && g.node >= 2 && o.nodes[g.node-2].kind == nounNode {
		g.subj = []phrase{o.phrase(g.node - 2)}
		return
	}
	if g.partcple && prev.kind != commaNode && prev.kind != conjNode {
		return
	}
	for p := k - 1; p >= max(0, k-reach); p-- {
		q := &o.groups[p]
		if q.finite && !q.relative || q.infinitive && prev.kind != commaNode || prev.kind == conjNode {
			g.governor = p
			return // control shares its subject
		}
	}
}

func (o *outline) groupAt(n int) int { return o.nodes[n].group }

// arguments finds the objects and prepositional phrases of group k.
func (o *outline) arguments(k int) {
	g := &o.groups[k]
	bare := 0
	for j := g.node + 1; j < len(o.nodes); j++ {
		n := &o.nodes[j]
		switch n.kind {
		case nounNode:
			if n.list >= 0 && n.list < j {
				continue
			}
			if n.prep >= 0 {
				w := lemma(&o.doc.Tokens[o.nodes[n.prep].at])
				if n.subj && clausal[w] {
					return
				}
				g.obl = append(g.obl, oblique{o.nodes[n.prep].at, w, o.listed(j), j})
				if len(g.obl) > 12 {
					return
				}
				continue
			}
			if o.when(j) {
				continue
			}
			if n.subj && bare+len(g.obl) > 0 {
				return
			}
			if n.subj {
				g.clause = o.groupAfter(j)
				return
			}
			adjacent := o.nodes[j-1].kind == verbNode || o.nodes[j-1].kind == nounNode || o.nodes[j-1].kind == prepNode && o.nodes[j-1].at < n.at
			switch {
			case bare == 0 && (adjacent || o.nodes[j-1].kind == otherNode):
				g.obj = o.listed(j)
			case bare == 1 && o.nodes[j-1].kind == nounNode && o.nodes[j-1].list != n.list && len(g.obl) == 0:
				g.iobj, g.obj = g.obj, o.listed(j)
			}
			bare++
		case verbNode:
			q := o.groupAt(j)
			if q < 0 {
				return
			}
			next := &o.groups[q]
			if next.infinitive || next.gerund && o.nodes[j-1].kind != commaNode {
				if next.governor < 0 {
					next.governor = k
				}
				if g.complement < 0 && next.governor == k {
					g.complement = q
					if next.infinitive && o.nodes[j-1].kind == nounNode {
						next.nounGov = o.phrase(j - 1).head
					}
				}
			}
			return
		case subNode:
			if g.clause < 0 && o.doc.Tokens[n.at].Lower == "that" {
				g.clause = o.groupAfter(j)
			}
			return
		case breakNode:
			return
		case relNode:
			// The relative clause is passed over where what follows it is still ours.
			return
		}
	}
}

// groupAfter returns the first group after node j, or -1.
func (o *outline) groupAfter(j int) int {
	for end := min(j+reach, len(o.nodes)); j+1 < end; {
		if j++; o.nodes[j].group >= 0 {
			return o.nodes[j].group
		}
	}
	return -1
}

// possessor returns the phrase before 's or the possessive pronoun of a noun phrase.
func (o *outline) possessor(p phrase) (phrase, bool) {
	for i := p.head; i > p.first; i-- {
		if o.doc.Tokens[i].Tag == text.POS && i > p.first {
			head := i - 1
			first := p.first
			for j := head; j > p.first; j-- { // "Ann's brother's arrest": the nearest
				if o.doc.Tokens[j].Tag == text.POS {
					first = j + 1
					break
				}
			}
			return phrase{first, i, head}, head >= first
		}
	}
	if t := &o.doc.Tokens[p.first]; t.Tag == text.PRPS && p.first < p.head {
		return phrase{p.first, p.first + 1, p.first}, true
	}
	return phrase{}, false
}

// ofPhrase returns the prepositional phrases that follow node i directly, each
// after the other.
func (o *outline) following(i int) (out []oblique) {
	j := i + 1
	// past the rest of a list the noun is in: "talks and meetings with"
	for j+1 < len(o.nodes) && o.nodes[j].kind == conjNode && o.nodes[j+1].kind == nounNode && o.nodes[j+1].list == o.nodes[i].list {
		j += 2
	}
	for ; j < len(o.nodes) && len(out) < 8; j++ {
		n := &o.nodes[j]
		switch {
		case n.kind == prepNode && j+1 < len(o.nodes) && o.nodes[j+1].kind == nounNode:
			out = append(out, oblique{n.at, lemma(&o.doc.Tokens[n.at]), o.listed(j + 1), j + 1})
			j++
			for j+1 < len(o.nodes) && (o.nodes[j+1].kind == conjNode || o.nodes[j+1].kind == commaNode || o.nodes[j+1].kind == nounNode) &&
				o.inList(j+1, out[len(out)-1].node) {
				j++
			}
		case n.kind == nounNode && o.when(j):
		default:
			return out
		}
	}
	return out
}

// inList reports whether node j is part of, or a mark within, the list of node i.
func (o *outline) inList(j, i int) bool {
	for ; j < len(o.nodes); j++ {
		switch o.nodes[j].kind {
		case commaNode, conjNode:
			continue
		case nounNode:
			return o.nodes[j].list == o.nodes[i].list
		}
		return false
	}
	return false
}
