package attribution

import (
	"sayso"
	"sayso/internal/text"
)

// Labels is how many labels a token can have: outside, source, cue, content.
const Labels = labels

// Turns is how many classes of tokens the labeller's transitions tell apart.
const Turns = turns

// GoldClaim is a claim as people annotated it.
type GoldClaim struct {
	Source  sayso.Span // empty where there is none
	Cue     []sayso.Span
	Content []sayso.Span
}

// Example is one candidate cue with what the models look at, and the answers.
type Example struct {
	Features []uint32   // of the cue
	Answer   int8       // 1 a cue, 0 none, -1 not to be judged: inside a claim's content
	Tokens   [][]uint32 // features of the window's tokens, only of cues
	Turns    []uint8
	Labels   []uint8
}

// Examples returns an article's candidates with the answers that gold gives.
func (f *Finder) Examples(doc *text.Doc, front text.Front, gold []GoldClaim) []Example {
	if len(doc.Tokens) == 0 {
		return nil
	}
	p := newPage(doc, &f.words, front)
	p.media = &f.hops
	frames := p.candidates()
	at := make([]int32, len(doc.Tokens)) // candidate + 1 by head
	for i := range frames {
		at[frames[i].head] = int32(i) + 1
	}
	answer := make([]int8, len(frames))
	claim := make([]int32, len(frames))
	for g := range gold {
		for _, s := range gold[g].Content {
			first, last := doc.TokensIn(s)
			for i := first; i < last; i++ {
				if at[i] != 0 && answer[at[i]-1] == 0 {
					answer[at[i]-1] = -1
				}
			}
		}
	}
	for g := range gold {
		best := int32(0)
		for _, s := range gold[g].Cue {
			first, last := doc.TokensIn(s)
			for i := first; i < last; i++ {
				k := at[i]
				if k == 0 {
					continue
				}
				if best == 0 || rank(frames[k-1].class) < rank(frames[best-1].class) {
					best = k
				}
				if answer[k-1] == 0 {
					answer[k-1] = -1
				}
			}
		}
		if best != 0 && answer[best-1] != 1 {
			answer[best-1], claim[best-1] = 1, int32(g)
		}
	}
	out := make([]Example, 0, len(frames))
	var l labeler
	for i := range frames {
		fr := &frames[i]
		p.judge(fr)
		e := Example{Answer: answer[i], Features: p.cueFeatures(fr, nil)}
		if answer[i] == 1 {
			l.reset(p, fr)
			g := &gold[claim[i]]
			for k := l.w.first; k < l.w.last; k++ {
				e.Tokens = append(e.Tokens, l.features(k, nil))
				e.Turns = append(e.Turns, uint8(l.turn(k)))
				e.Labels = append(e.Labels, uint8(goldLabel(g, doc.Tokens[k].Span, k == fr.head)))
			}
		}
		out = append(out, e)
	}
	return out
}

// rank orders the classes of candidates in one annotated cue: the word that is its head first.
func rank(c class) int {
	switch c {
	case accordingClass:
		return 0
	case verbClass:
		return 1
	case adjectiveClass:
		return 2
	case nounClass:
		return 3
	case adverbClass:
		return 4
	}
	return 5
}

func goldLabel(g *GoldClaim, at sayso.Span, head bool) label {
	if head {
		return cueLabel
	}
	for _, s := range g.Cue {
		if s.Overlaps(at) {
			return cueLabel
		}
	}
	if g.Source.Overlaps(at) {
		return sourceLabel
	}
	for _, s := range g.Content {
		if s.Overlaps(at) {
			return contentLabel
		}
	}
	return outsideLabel
}
