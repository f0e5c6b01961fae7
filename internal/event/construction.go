package event

import (
	"errors"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/pattern"
	"sayso/internal/text"
)

// checkRules reports what the pattern files say that this stage cannot follow:
// "gives event type=… mode=… realis=… aspect=…" or "gives none", which says that
// the words tell no event.
func checkRules(s *pattern.Set) error {
	var errs []error
	for _, r := range s.Rules {
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s:%d: rule %q: %s", r.Path, r.Line, r.Name, fmt.Sprintf(format, args...)))
		}
		switch r.Gives.Kind {
		case "none":
			continue
		case "event":
		default:
			bad("gives %q, want event or none", r.Gives.Kind)
		}
		kind := r.Gives.Get("type")
		if !slices.Contains(eventTypes, kind) {
			bad("no type %q", kind)
		}
		if m := r.Gives.Get("mode"); m != "" && !slices.Contains(modes[sayso.EventType(kind)], m) {
			bad("%s has no mode %q", kind, m)
		}
		if x := r.Gives.Get("realis"); !slices.Contains(realises, x) {
			bad("no realis %q", x)
		}
		if x := r.Gives.Get("aspect"); !slices.Contains(aspects, x) {
			bad("no aspect %q", x)
		}
	}
	return errors.Join(errs...)
}

// constructions finds the events of the pattern files. Captures: actor,
// recipient, trigger; an actor that no capture gives is the verb's subject.
func (r *reading) constructions(o *outline) {
	for i := o.sent.First; i < o.sent.Last; i++ {
		for _, m := range r.patterns.At(r.doc, i) {
			r.construction(o, &m)
		}
	}
}

func (r *reading) construction(o *outline, m *pattern.Match) {
	c := candidate{first: m.Key, end: m.Key + 1, group: -1, node: -1, complement: -1, by: "rule:" + m.Rule.Name, realis: sayso.Actual}
	if t, ok := m.Capture("trigger"); ok {
		c.first, c.end = t.First, t.Last
	}
	if m.Rule.Gives.Kind == "none" {
		// Taken and dropped: an empty type marks words that tell nothing.
		for i := m.First; i < m.Last; i++ {
			r.muted = append(r.muted, i)
		}
		return
	}
	c.kind, c.mode = sayso.EventType(m.Rule.Gives.Get("type")), m.Rule.Gives.Get("mode")
	if x := m.Rule.Gives.Get("context"); x != "" {
		c.contexts = []string{x}
	}
	for _, at := range [2]int32{m.Key, c.first} {
		if j := o.nodeAt(at); j < len(o.nodes) && o.nodes[j].group >= 0 && c.group < 0 {
			c.group = o.nodes[j].group
		}
	}
	if c.group >= 0 {
		g := &o.groups[c.group]
		c.realis, c.aspect = r.realisOf(o, c.group)
		if g.passive {
			for _, b := range g.obl {
				if b.word == "by" {
					c.actors = b.phrases
				}
			}
		} else {
			c.actors = r.behalf(o, g.subj)
		}
	}
	if x, ok := m.Capture("actor"); ok {
		c.actors = r.phrasesIn(x)
	}
	if x, ok := m.Capture("recipient"); ok {
		c.recipients = r.phrasesIn(x)
	} else if c.group >= 0 && m.Rule.Gives.Get("to") != "" {
		for _, b := range o.groups[c.group].obl {
			if b.word == m.Rule.Gives.Get("to") && !o.when(b.node) {
				c.recipients = b.phrases
			}
		}
	}
	if len(c.recipients) == 0 && c.group >= 0 {
		g := &o.groups[c.group]
		if c.recipients = g.obj; g.passive {
			c.recipients = g.subj
		}
		if !r.someone(c.recipients) {
			c.recipients = nil
		}
	}
	if (c.kind == sayso.Assault || c.kind == sayso.Protest) && len(c.actors) > 0 && !r.someone(c.actors) {
		return // "a blizzard laid siege to the village", "the kettle went on strike"
	}
	if c.kind == sayso.Assault && len(c.recipients) > 0 && !r.someone(c.recipients) && !r.struck(c.recipients) && !r.near.armed && !r.near.party && !r.near.conflict {
		return // "she opened fire on the cake"
	}
	c.recipients = beside(c.recipients, &c)
	if _, ok := m.Capture("recipient"); ok && (c.mode == "arrest" || c.mode == "abduct") && !r.someone(c.recipients) {
		return // "sentenced the recipe to death"
	}
	if x := m.Rule.Gives.Get("realis"); x != "" && c.realis == sayso.Actual {
		c.realis = sayso.Realis(x)
	}
	if x := m.Rule.Gives.Get("aspect"); x != "" {
		c.aspect = x
	}
	if m.Rule.Gives.Get("need") == "pol" && !r.political(c.actors) && !r.political(c.recipients) && !r.pronoun(c.actors) {
		return
	}
	if !r.near.plain(false) {
		return
	}
	if c.group >= 0 {
		r.future(o, c.group, &c)
	}
	r.cands = append(r.cands, c)
	for i := m.First; i < m.Last; i++ {
		if !captured(m, i) {
			r.muted = append(r.muted, i)
		}
	}
}

// beside leaves a trigger at the end of a phrase out of it: "14 teachers hostage".
func beside(list []phrase, c *candidate) []phrase {
	for i, p := range list {
		if p.first < c.first && p.last == c.end {
			out := slices.Clone(list)
			out[i] = phrase{p.first, c.first, c.first - 1}
			return out
		}
	}
	return list
}

func captured(m *pattern.Match, i int32) bool {
	for _, c := range m.Captures {
		if c.Name != "trigger" && c.First <= i && i < c.Last {
			return true
		}
	}
	return false
}

// phrasesIn returns the noun phrases of a capture; an of-phrase belongs to the
// phrase before it.
func (r *reading) phrasesIn(c pattern.Capture) (out []phrase) {
	for i := c.First; i < c.Last; {
		t := &r.doc.Tokens[i]
		if t.Chunk < 0 {
			i++
			continue
		}
		k := &r.doc.Chunks[t.Chunk]
		if k.Kind == text.NounChunk && !(i > c.First && r.doc.Tokens[i-1].Lower == "of") {
			out = append(out, phrase{k.First, k.Last, k.Head})
		}
		i = max(k.Last, i+1)
	}
	return out
}
