package attribution

import (
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// label is what a token is to a cue.
type label uint8

const (
	outsideLabel label = iota
	sourceLabel
	cueLabel
	contentLabel
	labels = 4
)

// window returns the tokens that the labeller looks at for a frame: the
// bounds of its head and, where its sentence begins in the middle of one
// ("…?" she asked), the sentence before.
func (p *page) window(f *frame) tokens {
	first, last := p.bounds(f.head)
	if p.quote[f.head] < 0 && first > 0 && p.Sents[p.Tokens[f.head].Sent].First == first {
		w := p.Word(first)
		small := w[0] >= 'a' && w[0] <= 'z'
		if p.quote[first-1] >= 0 && p.mark[first-1] && (small || first > 1 && p.asks(first-2)) && p.paragraph(first-1) == p.paragraph(first) {
			s := &p.Sents[p.Tokens[first-1].Sent]
			first = max(s.First, f.head-longest)
		}
	}
	return tokens{first, last}
}

// labeler walks over one frame's window and gives each token's facts.
type labeler struct {
	p      *page
	k      *keys
	f      *frame
	w      tokens
	rule   []uint8  // what the rules take each token for
	tree   []uint8  // what the tree takes it for
	commas []int32  // commas between token and cue
	verbs  []int32  // verbs
	nouns  []int32  // noun chunks
	path   []uint64 // the kinds of chunks and words between token and cue, the nearest six to the token
	marker []uint64 // the subordinator nearest the token on its way to the cue
	cueKey uint64
	frames uint64
	kind   uint64
	branch []int32 // dependent of the cue that the token hangs below, where there are trees
}

func (l *labeler) reset(p *page, f *frame) {
	l.p, l.k, l.f, l.w = p, p.hashed(), f, p.window(f)
	n := int(l.w.last - l.w.first)
	grow := func(s []int32) []int32 {
		if cap(s) < n {
			return make([]int32, n)
		}
		return s[:n]
	}
	l.commas, l.verbs, l.nouns, l.branch = grow(l.commas), grow(l.verbs), grow(l.nouns), grow(l.branch)
	if cap(l.rule) < n {
		l.rule, l.tree, l.path, l.marker = make([]uint8, n), make([]uint8, n), make([]uint64, n), make([]uint64, n)
	}
	l.rule, l.tree, l.path, l.marker = l.rule[:n], l.tree[:n], l.path[:n], l.marker[:n]
	clear(l.rule)
	clear(l.tree)
	mark := func(on []uint8, t tokens, as label) {
		for i := max(t.first, l.w.first); i < min(t.last, l.w.last); i++ {
			on[i-l.w.first] = uint8(as)
		}
	}
	for _, t := range f.content {
		mark(l.rule, t, contentLabel)
	}
	mark(l.rule, f.source, sourceLabel)
	mark(l.rule, f.cue, cueLabel)
	if p.parsed(f.head) {
		p.byTree(f, l.w, func(t tokens, as label) { mark(l.tree, t, as) })
	}
	l.cueKey = l.k.lemma[f.head]
	l.frames, l.kind = 0, uint64(f.class)
	if f.entry != nil {
		l.frames, l.kind = uint64(f.entry.frames)+1, lexicon.HashWord(string(f.entry.kind))
	}
	l.walk(1)
	l.walk(-1)
	parsed := p.Tokens[f.head].Head >= text.Root && p.Tokens[f.head].Rel != 0
	for i := l.w.first; i < l.w.last; i++ {
		l.branch[i-l.w.first] = -1
		if parsed {
			l.branch[i-l.w.first] = p.branch(f.head, i, l.w.first, l.w.last)
		}
	}
}

// walk counts what stands between the cue and each token on one side of it.
func (l *labeler) walk(step int32) {
	p := l.p
	var commas, verbs, nouns int32
	path, marker := uint64(0), uint64(0)
	chunk := int32(-2)
	for i := l.f.head + step; l.w.has(i); i += step {
		at := i - l.w.first
		l.commas[at], l.verbs[at], l.nouns[at], l.path[at], l.marker[at] = commas, verbs, nouns, path, marker
		t := &p.Tokens[i]
		symbol := uint64(0)
		switch {
		case t.Lower == ",":
			commas++
			symbol = 1
		case p.mark[i]:
			symbol = 2
		case t.UPOS == text.PUNCT:
			symbol = 3
		case t.Chunk >= 0 && t.Chunk != chunk:
			chunk = t.Chunk
			if p.Chunks[chunk].Kind == text.NounChunk {
				nouns++
				symbol = 4
			} else {
				verbs++
				symbol = 5
				if isFinite(p.tag(p.Chunks[chunk].First)) {
					symbol = 6
				}
			}
		case t.Chunk >= 0:
		case t.Tag == text.IN || t.Tag == text.TO:
			symbol = 7
			if t.UPOS == text.SCONJ || t.Lower == "that" {
				symbol = 8
			}
		case t.Tag == text.CC:
			symbol = 9
		case t.Tag == text.WP || t.Tag == text.WDT || t.Tag == text.WRB:
			symbol = 10
		default:
			symbol = 11
		}
		if symbol != 0 {
			path = path&(1<<24-1)<<4 | symbol
		}
		if symbol >= 7 && symbol <= 10 {
			marker = l.k.word[i]
		}
	}
	at := l.f.head - l.w.first
	l.commas[at], l.verbs[at], l.nouns[at], l.path[at], l.marker[at] = 0, 0, 0, 0, 0
}

// at returns the rules' label of token i, 9 outside the window.
func (l *labeler) at(i int32) uint64 {
	if !l.w.has(i) {
		return 9
	}
	return uint64(l.rule[i-l.w.first])
}

// sideways tells how a token that does not hang below the cue reaches it: the
// relation by which the cue's nearest ancestor above both branches to either.
func (l *labeler) sideways(i int32) uint64 {
	p, f := l.p, l.f
	if l.branch[i-l.w.first] >= 0 {
		return 0
	}
	up := p.Tokens[f.head].Head
	rel := uint64(p.Tokens[f.head].Rel)
	for step := uint64(0); step < 3 && l.w.has(up); step++ {
		if up == i {
			return rel<<8 | step<<4 | 15
		}
		if b := p.branch(up, i, l.w.first, l.w.last); b >= 0 {
			return rel<<16 | uint64(p.Tokens[b].Rel)<<8 | step<<4 | 1 + flag(b > f.head)
		}
		rel = rel<<6 ^ uint64(p.Tokens[up].Rel)
		up = p.Tokens[up].Head
	}
	return 1
}

// turn is what decides between two neighbouring labels: the class of the
// token that is entered.
const turns = 64

func (l *labeler) turn(i int32) int {
	p := l.p
	t := &p.Tokens[i]
	switch {
	case t.Lower == ",":
		return 1
	case p.quoteState(i) == 1:
		return 2
	case p.quoteState(i) == 3:
		return 3
	case p.final(i):
		return 4
	case t.Lower == ":":
		return 5
	case t.Lower == "that":
		return 6
	case t.Tag == text.TO:
		return 7
	case t.Lower == "and" || t.Lower == "but":
		return 8
	case isDash(t.Lower):
		return 9
	case t.UPOS == text.PUNCT:
		return 10
	}
	inside := 0
	if t.Chunk >= 0 && p.Chunks[t.Chunk].First != i {
		inside = 1
	}
	return 11 + int(t.UPOS)*2 + inside
}
