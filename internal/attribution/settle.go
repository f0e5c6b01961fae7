package attribution

import (
	"cmp"
	"slices"
)

// told is a claim in the making: a frame that was accepted, and its place among the others.
type told struct {
	frame
	within  int32  // index of the claim around it, or -1
	terms   tokens // on what terms its source spoke
	dropped bool
}

// settle turns accepted frames into claims that agree with each other: every
// word belongs to one outermost claim, and a claim whose cue stands in
// another's content is told within it. Surer frames are placed first; words in
// quotations are claimed from outside before what is said inside them is
// looked at. It takes time linear in the frames' lengths. alone are the
// quotations that stay without a speaker.
func (p *page) settle(frames []frame, least, inner float64) (claims []told, alone []int32) {
	outside, inside := make([]int32, 0, len(frames)), []int32(nil)
	claims = make([]told, len(frames))
	for i := range frames {
		f := &frames[i]
		claims[i] = told{frame: *f, within: -1, dropped: true}
		switch {
		case f.p < min(least, inner) || len(f.content) == 0:
		case p.speech(f.head):
			inside = append(inside, int32(i))
		default:
			outside = append(outside, int32(i))
		}
	}
	surest := func(a, b int32) int { return cmp.Compare(frames[b].p, frames[a].p) }
	slices.SortStableFunc(outside, surest)
	slices.SortStableFunc(inside, surest)
	owner := make([]int32, len(p.Tokens))
	for i := range owner {
		owner[i] = -1
	}
	for _, k := range outside {
		p.place(claims, owner, k, least, inner)
	}
	alone = p.follow(claims, owner)
	for _, k := range inside {
		if owner[claims[k].head] >= 0 {
			p.place(claims, owner, k, least, inner)
		}
	}
	// A claim told within one that was dropped belongs to the one around that.
	for i := range claims {
		c := &claims[i]
		for c.within >= 0 && claims[c.within].dropped {
			c.within = claims[c.within].within
		}
	}
	return claims, alone
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
			if b < 0 || b == k {
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
