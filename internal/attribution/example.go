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

// Example is one candidate cue with what the model looks at, and the answers.
type Example struct {
	Answer   int8     // 1 a cue, 0 none
	Features []uint32 // of the cue, hashed
	CueFacts []uint16 // rows of the network's table that every token of the window has
	Facts    []uint16 // TokenFacts rows for each token
	States   []int8   // the encoder's, of the window's tokens
	Width    int      // of one token's states
	Head     int      // the cue in the window
	Turns    []uint8  // of the window's tokens; only of cues
	Labels   []uint8  // the same
}

// Examples returns an article's candidates with the answers that gold gives,
// but for those inside a claim's content, of which gold says nothing.
func (f *Finder) Examples(doc *text.Doc, front text.Front, gold []GoldClaim) []Example {
	if len(doc.Tokens) == 0 {
		return nil
	}
	p := newPage(doc, &f.words, front)
	p.media = &f.hops
	frames := p.candidates()
	answer, claim := p.answers(frames, gold)
	out := make([]Example, 0, len(frames))
	var l labeler
	for i := range frames {
		fr := &frames[i]
		p.judge(fr)
		if answer[i] < 0 {
			continue
		}
		e := Example{Answer: answer[i], Features: p.cueFeatures(fr, nil)}
		l.reset(p, fr)
		e.Width = doc.Width
		e.States = doc.States[int(l.w.first)*doc.Width : int(l.w.last)*doc.Width]
		e.Head = int(fr.head - l.w.first)
		e.CueFacts = l.cueFacts(nil)
		e.Facts = make([]uint16, 0, TokenFacts*(l.w.last-l.w.first))
		for k := l.w.first; k < l.w.last; k++ {
			e.Facts = l.facts(k, e.Facts)
			if answer[i] == 1 {
				e.Turns = append(e.Turns, uint8(l.turn(k)))
				e.Labels = append(e.Labels, uint8(goldLabel(&gold[claim[i]], doc.Tokens[k].Span, k == fr.head)))
			}
		}
		out = append(out, e)
	}
	return out
}

// answers tells of each candidate whether gold calls it a cue (1), or nothing
// (-1) because it stands inside a claim, and of cues which claim's.
func (p *page) answers(frames []frame, gold []GoldClaim) (answer []int8, claim []int32) {
	at := make([]int32, len(p.Tokens)) // candidate + 1 by head
	for i := range frames {
		at[frames[i].head] = int32(i) + 1
	}
	answer, claim = make([]int8, len(frames)), make([]int32, len(frames))
	for g := range gold {
		for _, s := range gold[g].Content {
			first, last := p.TokensIn(s)
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
			first, last := p.TokensIn(s)
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
	return answer, claim
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
