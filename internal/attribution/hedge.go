package attribution

import "sayso/internal/text"

// hedged lets an adverb such as "reportedly" hand its clause, and a passive
// such as "is believed to" its subject and infinitive, to nobody in particular,
// whether the model is sure of it or not.
func (p *page) hedged(f *frame) {
	if f.class == verbClass {
		p.rumoured(f)
		return
	}
	if f.class != adverbClass {
		return
	}
	g := frame{head: f.head, class: adverbClass, entry: f.entry}
	if p.readAdverb(&g); g.shape == noShape {
		return
	}
	if t := g.content[0]; (p.tag(t.first) == text.WP || p.tag(t.first) == text.WDT) && t.last <= f.head {
		last := &g.content[len(g.content)-1] // ", who allegedly mined the port, fled"
		for i := last.first; i < last.last; i++ {
			if p.lower(i) == "," && p.quote[i] < 0 {
				last.last = i
			}
		}
	}
	f.content, f.cue, f.source, f.shape = g.content, g.cue, tokens{}, g.shape
	if f.p < 0.7 {
		f.p, f.by = 0.7, "rule:adverb"
	}
}

// rumoured reads "is believed to have fled" and "are feared dead".
func (p *page) rumoured(f *frame) {
	if !p.words.believed[p.lemma(f.head)] {
		return
	}
	g := frame{head: f.head, class: verbClass, entry: f.entry, cue: p.verbGroup(f.head)}
	if !p.passiveVoice(&g) || p.negated(&g) || f.p >= leastOuter && len(f.content) > 0 && f.source.empty() {
		return
	}
	_, end := p.bounds(f.head)
	subject, ok := p.subject(g.cue)
	if f.source.first >= g.cue.last && p.lower(f.source.first-1) != "by" && !f.source.empty() {
		f.source = tokens{} // "are believed to have drowned, according to the coastguard"
	}
	i := g.cue.last
	if !ok || subject.last > g.cue.first || p.tag(i) != text.TO || i+1 >= end || !f.source.empty() && f.p >= leastOuter {
		return
	}
	p.take(&g, i, end)
	if len(g.content) == 0 {
		return
	}
	f.content, f.cue, f.source, f.shape = append([]tokens{subject}, g.content...), g.cue, tokens{}, passive
	f.p, f.by = max(f.p, 0.8), "rule:hedge"
}

// enclose cuts what a hedge inside another's words takes at those words' ends:
// "The general said the rebels had reportedly left".
func (p *page) enclose(frames []frame) {
	for k := range frames {
		f := &frames[k]
		if f.p < leastOuter || f.class != adverbClass && f.by != "rule:hedge" {
			continue
		}
		var around *frame
		for i := max(0, k-12); i < min(len(frames), k+12); i++ {
			o := &frames[i]
			if i == k || o.p < leastOuter || !o.holds(f.head) || o.class == adverbClass || around != nil && size(o.content) >= size(around.content) {
				continue
			}
			around = o
		}
		if around == nil {
			continue
		}
		var kept []tokens
		for _, t := range f.content {
			for _, u := range around.content {
				if both := (tokens{max(t.first, u.first), min(t.last, u.last)}); !both.empty() {
					if p.lower(both.first) == "that" {
						both.first++
					}
					if !both.empty() {
						kept = append(kept, both)
					}
				}
			}
		}
		f.content = kept
	}
}

// felt reads a participle of feeling or conviction with "be" as the adjective it
// is: "The general is not convinced that the port will hold".
func (p *page) felt(f *frame) {
	if f.class != verbClass || !p.passiveVoice(f) || f.p < leastOuter {
		return
	}
	e := p.words.adjectives[p.lower(f.head)]
	subject, ok := p.subject(p.verbGroup(f.head))
	if e == nil || !ok {
		return
	}
	kept := f.content[:0:0]
	for _, t := range f.content {
		if !t.meets(subject) {
			kept = append(kept, t)
		}
	}
	if len(kept) > 0 {
		f.class, f.entry, f.source, f.content = adjectiveClass, e, subject, kept
	}
}
