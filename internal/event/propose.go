package event

import (
	"slices"

	"sayso"
	"sayso/internal/text"
)

// proposed is the rule of an event that the model alone reads.
const proposed = "model:event"

// How sure the model must be.
const (
	leastFound = 0.3  // to tell an event that no rule reads
	leastGap   = 0.15 // to note that there may be one
	mostNone   = 0.97 // of there being none, to leave out what a rule reads
	mostOther  = 0.8  // likewise where something speaks of sport or business
)

// weigh asks the model about every candidate of the rules and about the verbs that no
// rule reads. The rules' candidates get their probability, and those that it is sure
// tell nothing go; what it is sure of beside them comes in.
func (r *reading) weigh(o *outline, read []candidate, taken map[int32]bool) {
	switch {
	case r.examples != nil:
		for i := range r.cands {
			r.example(o, &r.cands[i])
		}
		for _, c := range r.offers(o, read, taken) {
			r.example(o, &c)
		}
	case r.model != nil:
		offers := r.offers(o, read, taken)
		r.confirm(o)
		r.propose(o, offers)
	}
}

// confirm gives the rules' candidates their probability. Where arms are spoken of or
// violence is told, or a party to politics and nothing else, the rules' word stands;
// elsewhere "executed" may be said of a plan.
func (r *reading) confirm(o *outline) {
	violent := r.near.armed || r.near.hard || r.near.conflict
	most := mostNone
	switch {
	case r.near.other > 0:
		most = mostOther
	case r.near.party || r.near.workers:
		most = 1 // who could do it is spoken of
	}
	kept := r.cands[:0]
	for i := range r.cands {
		c := &r.cands[i]
		r.sight(o, c, &r.seen, nil)
		p := r.model.probabilities(&r.seen)
		if p[0] > most && !violent && c.end-c.first == 1 { // a fixed phrase is no mistake
			r.gaps = append(r.gaps, sayso.NewGap("event", "a rule reads "+string(c.kind)+", the model none", r.doc.Range(c.first, c.end)))
			continue
		}
		c.p = calibrated(r.model.Ruled, p[ClassOf(c.kind)])
		kept = append(kept, *c)
	}
	r.cands = kept
}

// propose adds what the model reads by itself; what it doubts becomes a gap.
func (r *reading) propose(o *outline, offers []candidate) {
	inside := map[int]sayso.EventType{} // groups whose act is the content of an event found here
	for i := range offers {
		c := &offers[i]
		r.sight(o, c, &r.seen, nil)
		p := r.model.probabilities(&r.seen)
		best := likeliest(&p)
		c.kind, c.p = typeOf(best), calibrated(r.model.Found, p[best])
		switch {
		case !r.violence(c), c.kind == sayso.Assault && r.own(c.recipients), inside[c.group] != "" && content(inside[c.group], c.kind), c.realis == sayso.Planned && idle[c.kind] && r.purpose(o, c.group):
		case c.p >= leastFound:
			if c.complement >= 0 {
				inside[c.complement] = c.kind
			}
			if c.kind == sayso.Reject && c.realis == sayso.Negated && !r.rejects(c) {
				c.realis = sayso.Actual // "will not accept"
			}
			r.cands = append(r.cands, *c)
		case c.p >= leastGap:
			r.gaps = append(r.gaps, sayso.NewGap("event", "perhaps "+string(c.kind)+", but not surely", r.doc.Range(c.first, c.end)))
		}
	}
}

// rejects reports whether a verb means a refusal by itself.
func (r *reading) rejects(c *candidate) bool {
	return slices.ContainsFunc(r.t.verbs[lemma(&r.doc.Tokens[c.first])], func(s sense) bool { return s.kind == sayso.Reject })
}

// offers returns the verbs that no rule reads, with who stands around them, where
// one of those could be a political actor and nothing speaks of sport or business.
func (r *reading) offers(o *outline, read []candidate, taken map[int32]bool) (out []candidate) {
	if r.examples == nil && (r.near.accident || !r.near.plain(r.near.other > 0)) {
		return nil
	}
	told := map[int]bool{}      // groups that a candidate of the rules speaks for
	covered := map[int32]bool{} // tokens of their triggers
	for _, k := range r.idle {
		told[k] = true
	}
	for i := range read {
		c := &read[i]
		if c.group >= 0 && (!c.noun || c.direct) {
			told[c.group] = true
		}
		if c.complement >= 0 {
			told[c.complement] = true
		}
		if r.examples == nil && c.group >= 0 && c.realis != sayso.Actual && o.groups[c.group].governor >= 0 {
			told[o.groups[c.group].governor] = true // "foiled a plot to bomb"
		}
		for at := c.first; at < c.end; at++ {
			covered[at] = true
		}
	}
	for k := range o.groups {
		g := &o.groups[k]
		t := &r.doc.Tokens[g.head]
		if g.partcple && g.head > 0 && r.doc.Tokens[g.head-1].Lower == "those" {
			continue // "of those killed"
		}
		if told[k] || taken[g.head] || covered[g.head] || t.UPOS != text.VERB || r.t.words.idle[lemma(t)] {
			continue
		}
		c := candidate{first: g.head, end: g.head + 1, group: k, node: -1, complement: -1, by: proposed}
		r.stand(o, k, &c)
		if q := g.complement; !r.parted(o, &c) || q >= 0 && o.groups[q].infinitive && !r.infinitive(o, k, nil) {
			continue // "refused to give details"
		}
		if r.examples == nil && r.vague(g, &c) {
			continue
		}
		if q := g.complement; q >= 0 {
			c.complement = q
		}
		c.realis, c.aspect = r.realisOf(o, k)
		out = append(out, c)
	}
	return out
}

// parted reports whether a political actor may be among those that stand around a verb.
func (r *reading) parted(o *outline, c *candidate) bool {
	if _, arms := r.wordIn(c.actors, r.t.classes["arms"]); len(c.actors) > 0 && !arms && !r.someone(c.actors) {
		return false // "floods destroyed"
	}
	if len(c.actors) > 0 && r.examples == nil && r.t.domains[r.doc.Tokens[c.actors[0].head].Lower]&(weather|accident) != 0 {
		return false // "Snow forced them back", which looks like a name
	}
	if g := &o.groups[c.group]; len(g.subj) == 0 && g.finite && !g.passive {
		return false // "smoking kills people"
	}
	return r.political(c.actors) || r.political(c.recipients) || r.near.political && (r.someone(c.actors) || r.someone(c.recipients))
}

// vague reports whether nothing but the verb itself speaks for politics: "gave no
// reason", "denied it", or a name that may be anybody's.
func (r *reading) vague(g *group, c *candidate) bool {
	_, detail := r.wordIn(g.obj, r.t.classes["detail"])
	return detail || r.t.words.answer[lemma(&r.doc.Tokens[c.first])] || !r.partyTo(c.kind, &frame{actor: c.actors, recipient: c.recipients, object: c.recipients})
}

// violence reports whether a verb that the model takes for an assault may be one: arms
// or violence are told, or a political actor does it.
func (r *reading) violence(c *candidate) bool {
	return c.kind != sayso.Assault || r.near.armed || r.near.hard || r.near.conflict || r.political(c.actors)
}

// stand finds who stands on which side of a verb without a rule.
func (r *reading) stand(o *outline, k int, c *candidate) {
	g := &o.groups[k]
	object := g.obj
	c.actors = g.subj
	if g.passive {
		object, c.actors = g.subj, nil
		for i := range g.obl {
			if g.obl[i].word == "by" && !o.when(g.obl[i].node) {
				c.actors = g.obl[i].phrases
				break
			}
		}
	}
	switch {
	case r.someone(object):
		c.recipients = object
	case r.someone(g.iobj):
		c.recipients = g.iobj
	}
	for i := 0; i < len(g.obl) && len(c.recipients) == 0; i++ {
		if b := &g.obl[i]; !o.when(b.node) && r.someone(b.phrases) && !(g.passive && b.word == "by") {
			c.recipients = b.phrases
		}
	}
	if len(c.recipients) == 0 && g.complement >= 0 {
		c.recipients = r.reached(o, g.complement, nil)
	}
	if len(c.recipients) == 0 && len(object) > 0 {
		if w := r.owner(o, object, true); r.someone(w) {
			c.recipients = w
		}
	}
}

// example keeps a candidate for training.
func (r *reading) example(o *outline, c *candidate) {
	e := Example{Head: c.first, Trigger: r.doc.Range(c.first, c.end), Type: c.kind, Marks: []Mark{}}
	e.Marks = r.sight(o, c, &e.Sight, e.Marks)
	for _, p := range c.actors {
		e.Actors = append(e.Actors, r.doc.Range(p.first, p.last))
	}
	for _, p := range c.recipients {
		e.Recipients = append(e.Recipients, r.doc.Range(p.first, p.last))
	}
	*r.examples = append(*r.examples, e)
}

// Examples returns every word of a document that could tell an event.
func (f *Finder) Examples(doc *text.Doc, found Found) []Example {
	out := []Example{}
	f.find(doc, found, &out)
	return out
}

// With returns a finder that differs in its model alone; nil: rules alone.
func (f *Finder) With(m *Model) *Finder {
	g := *f
	g.model = m
	return &g
}

// Judge returns what the model makes of an example: the rules' type with its
// probability, or the likeliest type where they have none. Probabilities are not calibrated.
func (m *Model) Judge(e *Example) (class int, p float64) {
	all := m.probabilities(&e.Sight)
	if class = ClassOf(e.Type); e.Type == "" {
		class = likeliest(&all)
	}
	return class, all[class]
}

// likeliest returns the class of the likeliest type.
func likeliest(p *[Classes]float64) int {
	best := 1
	for k := 2; k < Classes; k++ {
		if p[k] > p[best] {
			best = k
		}
	}
	return best
}
