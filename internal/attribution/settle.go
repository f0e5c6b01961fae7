package attribution

import (
	"cmp"
	"slices"
)

// told is a claim in the making: a frame that was accepted, and its place among the others.
type told struct {
	frame
	within  int32 // index of the claim around it, or -1
	dropped bool
}

// settle turns accepted frames into claims that agree with each other: every
// word belongs to one outermost claim, and a claim whose cue stands in
// another's content is told within it. Surer frames are placed first. It takes
// time linear in the frames' lengths.
func (p *page) settle(frames []frame, least, inner float64) []told {
	order := make([]int32, 0, len(frames))
	claims := make([]told, len(frames))
	for i := range frames {
		claims[i] = told{frame: frames[i], within: -1, dropped: true}
		if frames[i].p >= min(least, inner) && len(frames[i].content) > 0 {
			order = append(order, int32(i))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(frames[b].p, frames[a].p) })
	owner := make([]int32, len(p.Tokens))
	for i := range owner {
		owner[i] = -1
	}
	for _, k := range order {
		p.place(claims, owner, k, least, inner)
	}
	// A claim told within one that was dropped stands for itself, if it is sure enough.
	for i := range claims {
		c := &claims[i]
		for c.within >= 0 && claims[c.within].dropped {
			c.within = claims[c.within].within
		}
	}
	return claims
}

func (p *page) place(claims []told, owner []int32, k int32, least, inner float64) {
	c := &claims[k]
	if around := owner[c.head]; around >= 0 {
		// Told within: it keeps what of its content lies inside.
		if c.p < inner {
			return
		}
		o := &claims[around]
		for _, t := range c.content {
			if !o.covers(t) {
				return
			}
		}
		c.within, c.dropped = around, false
		return
	}
	if c.p < least {
		return
	}
	kept := c.content[:0:0]
	for _, t := range c.content {
		from := t.first
		for i := t.first; i < t.last; i++ {
			b := owner[i]
			if b < 0 {
				continue
			}
			o := &claims[b]
			if c.holds(o.head) && c.holdsAll(o.content) {
				o.within = k // the surer claim turns out to be told within this one
				for _, u := range o.content {
					for j := u.first; j < u.last; j++ {
						if owner[j] == b {
							owner[j] = k
						}
					}
				}
				continue
			}
			if from < i {
				kept = append(kept, tokens{from, i})
			}
			from = i + 1
		}
		if from < t.last {
			kept = append(kept, tokens{from, t.last})
		}
	}
	if size(kept)*2 < size(c.content) {
		return
	}
	c.content, c.dropped = kept, false
	for _, t := range kept {
		for i := t.first; i < t.last; i++ {
			owner[i] = k
		}
	}
}

func (f *frame) holds(i int32) bool {
	for _, t := range f.content {
		if t.has(i) {
			return true
		}
	}
	return false
}

func (f *frame) covers(u tokens) bool {
	for _, t := range f.content {
		if t.covers(u) {
			return true
		}
	}
	return false
}

func (f *frame) holdsAll(list []tokens) bool {
	for _, u := range list {
		if !f.covers(u) {
			return false
		}
	}
	return true
}

func size(list []tokens) (n int32) {
	for _, t := range list {
		n += t.last - t.first
	}
	return n
}
