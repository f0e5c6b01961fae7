package event

import (
	"sayso"
	"sayso/internal/text"
)

// matter returns the mode of a request or refusal by what is asked for: help, a change,
// that somebody yields, or a meeting; "" where its words do not say.
func (r *reading) matter(o *outline, c *candidate) string {
	if c.kind != sayso.Request && c.kind != sayso.Reject || c.group < 0 {
		return ""
	}
	g := &o.groups[c.group]
	for i := c.first; i < c.end; i++ {
		if m := r.mattersOf(&r.doc.Tokens[i]); m != "" && c.noun {
			return m
		}
	}
	for k := g.complement; k >= 0; k = -1 {
		if m := r.mattersOf(&r.doc.Tokens[o.groups[k].head]); m != "" {
			return m
		}
	}
	if g.clause >= 0 && g.clause < len(o.groups) {
		if m := r.mattersOf(&r.doc.Tokens[o.groups[g.clause].head]); m != "" {
			return m
		}
	}
	for _, p := range g.obj {
		if m := r.mattersOf(&r.doc.Tokens[p.head]); m != "" {
			return m
		}
	}
	for _, b := range g.obl {
		if b.word != "for" || o.when(b.node) {
			continue
		}
		for _, p := range b.phrases {
			if m := r.mattersOf(&r.doc.Tokens[p.head]); m != "" {
				return m
			}
		}
	}
	return ""
}

// mattersOf returns the mode that a word of what is asked for means.
func (r *reading) mattersOf(t *text.Token) string {
	w := &r.t.words
	switch {
	case in(w.askAssist, t):
		return "assist"
	case in(w.askChange, t):
		return "change"
	case in(w.askMeet, t):
		return "meet"
	case in(w.askYield, t):
		return "yield"
	}
	return ""
}
