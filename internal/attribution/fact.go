package attribution

import "sayso/internal/lexicon"

const (
	// FactRows is the number of rows of the network's table of facts.
	FactRows = 1 << 13
	// TokenFacts is how many facts the network is told of each token.
	TokenFacts = 15
)

// fact is the row of a fact in the network's table.
func fact(template uint64, facts ...uint64) uint16 {
	return uint16(lexicon.HashFacts(template, facts...) & (FactRows - 1))
}

// cueFacts appends what the network is told of the frame as a whole.
func (l *labeler) cueFacts(out []uint16) []uint16 {
	p, f := l.p, l.f
	n := uint64(3000)
	add := func(facts ...uint64) {
		n++
		out = append(out, fact(n, facts...))
	}
	tag, shape, class := uint64(p.tag(f.head)), uint64(f.shape), uint64(f.class)
	weak := uint64(0)
	if f.entry != nil {
		weak = flag(f.entry.weak) + 1
	}
	sourceTag, sourceHead := uint64(0), uint64(0)
	if !f.source.empty() {
		sourceTag, sourceHead = uint64(p.tag(f.source.last-1))+1, l.k.lemmaAt(f.source.last-1)
	}
	start := uint64(0)
	if len(f.content) > 0 {
		start = l.k.wordAt(f.content[0].first)
	}
	up := uint64(0)
	if p.parsed(f.head) {
		up = uint64(p.Tokens[f.head].Rel) + 1
	}
	add(l.cueKey)
	add(shape, class)
	add(l.frames)
	add(l.kind, weak)
	add(tag, class)
	add(flag(p.passiveVoice(f)), flag(p.negated(f)), class)
	add(sourceTag, shape)
	add(sourceHead)
	add(start)
	add(up, tag)
	add(flag(p.isHeadline(f.head)), shape)
	add(uint64(f.p*20), class)
	add(p.quoteState(f.head))
	return out
}

// facts appends the TokenFacts that the network is told of token i beside its states.
func (l *labeler) facts(i int32, out []uint16) []uint16 {
	p, f := l.p, l.f
	t := &p.Tokens[i]
	o := i - l.w.first
	n := uint64(3100)
	add := func(facts ...uint64) {
		n++
		out = append(out, fact(n, facts...))
	}
	side := uint64(1)
	switch {
	case i < f.cue.first:
		side = 0
	case i >= f.cue.last:
		side = 2
	}
	far := max(-20, min(20, i-f.head)) + 20
	chunk := uint64(0)
	if t.Chunk >= 0 {
		c := &p.Chunks[t.Chunk]
		chunk = uint64(c.Kind)*2 + flag(c.First == i)
	}
	tree, treeBefore := uint64(l.tree[o]), uint64(9)
	if o > 0 {
		treeBefore = uint64(l.tree[o-1])
	}
	top := uint64(0)
	if b := l.branch[o]; b >= 0 {
		top = uint64(p.Tokens[b].Rel)<<1 | flag(b > f.head)
	}
	all, near := p.relations(f.head, i, l.w.first, l.w.last)
	add(uint64(far))
	add(l.at(i-1), l.at(i), l.at(i+1))
	add(treeBefore, tree)
	add(top, side)
	add(near)
	add(all)
	add(uint64(t.Rel), uint64(t.Tag))
	add(p.quoteState(i-1), p.quoteState(i), p.quoteState(i+1))
	add(bucket(l.commas[o]), bucket(l.verbs[o]), side)
	add(bucket(l.nouns[o]), side)
	add(uint64(l.turn(i)), side)
	add(l.sideways(i))
	add(l.path[o]&(1<<12-1), side)
	add(l.marker[o], side)
	add(chunk, side)
	return out
}
