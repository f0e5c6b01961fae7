package event

import (
	"sayso"
	"sayso/internal/text"
)

// weapon returns the mode of an assault by what it is made with: by those who make it
// ("artillery bombarded"), by the words before its noun ("an aerial bombardment"), by a
// phrase with "with" ("attacked with knives"); "" where nothing tells.
func (r *reading) weapon(o *outline, c *candidate) string {
	if c.kind != sayso.Assault || c.mode != "" && c.mode != "explosives" && c.mode != "firearms" {
		return c.mode
	}
	for _, p := range c.actors {
		if m := r.weaponIn(p.first, p.last); m != "" {
			return m
		}
	}
	if c.mode != "" {
		return c.mode
	}
	if c.noun {
		return r.weaponIn(max(o.sent.First, c.first-2), c.first)
	}
	if c.group < 0 {
		return ""
	}
	for _, b := range o.groups[c.group].obl {
		for _, p := range b.phrases {
			if m := r.weaponIn(p.first, p.last); m != "" && b.word == "with" {
				return m
			}
		}
	}
	return ""
}

// weaponIn returns the mode that the last weapon among tokens [first, last) tells.
func (r *reading) weaponIn(first, last int32) string {
	for i := last - 1; i >= first; i-- {
		t := &r.doc.Tokens[i]
		w := lemma(t)
		if t.Tag == text.NNPS { // "Warplanes bombed"
			w = singular(t.Lower)
		}
		if i > 0 {
			if m := r.t.weapons[r.doc.Tokens[i-1].Lower+"-"+w]; m != "" {
				return m
			}
		}
		if m := r.t.weapons[w]; m != "" {
			return m
		}
	}
	return ""
}
