package attribution

import "sayso/internal/text"

// coordinate ends a content where the same speaker takes up a verb of saying of
// their own: "said the bridge was shut and promised that it would be mended",
// "thanked the army for what it had done but called for more". The second claim
// has the first one's source.
func (p *page) coordinate(frames []frame, at map[int32]int) {
	for k := range frames {
		g := &frames[k]
		if g.class != verbClass || g.p < leastOuter || p.quote[g.head] >= 0 || len(g.content) == 0 {
			continue
		}
		cc := g.cue.first - 1
		for cc > 0 && (p.tag(cc) == text.RB || p.lower(cc) == ",") {
			cc--
		}
		if w := p.lower(cc); w != "and" && w != "but" && w != "or" {
			continue
		}
		i, ok := p.first(g.head, cc, frames, at)
		if !ok {
			continue
		}
		f := &frames[i]
		for n, t := range f.content {
			if !t.has(cc) {
				continue
			}
			if t.last > g.content[len(g.content)-1].last+2 {
				break // it goes on behind: no second claim of the writer's
			}
			f.content = append(f.content[:n:n], tokens{t.first, cc})
			for f.content[n].last > t.first && p.lower(f.content[n].last-1) == "," {
				f.content[n].last--
			}
			if f.content[n].empty() {
				f.content = f.content[:n]
			}
			g.source = f.source
			break
		}
	}
}

// first returns the frame whose verb is coordinated with verb h by the
// conjunction cc: by the tree, or by its form where no clause of another subject
// stands between.
func (p *page) first(h, cc int32, frames []frame, at map[int32]int) (int, bool) {
	up, rel := p.Tokens[h].Head, p.Tokens[h].Rel
	for steps := 0; steps < 4 && rel == text.RelConj && up >= 0; steps++ {
		if i, ok := at[up]; ok && frames[i].class == verbClass && frames[i].p >= leastOuter && up < cc {
			return i, p.tag(up) == p.tag(h) || isFinite(p.tag(up)) && isFinite(p.tag(h))
		}
		up, rel = p.Tokens[up].Head, p.Tokens[up].Rel
	}
	return 0, false
}
