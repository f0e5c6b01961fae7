package event

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// softeners stand between a bound and its time: "until at least May".
var softeners = map[string]bool{"at": true, "least": true, "about": true, "around": true, "roughly": true, "approximately": true, "some": true, "time": true, "just": true, "shortly": true}

// bound tells how an event lies to the time at a span: at it, or by, until, since,
// before or after it, going by the words before the time or before the noun that
// the time tells the day of: "before the vote on Sunday".
func (r *reading) bound(o *outline, c int, at sayso.Span) string {
	first, last := r.doc.TokensIn(at)
	if first < o.sent.First || first >= last {
		return "at"
	}
	if r.openedBy(o, c, last) {
		return "at" // "until Friday, when gunmen attacked"
	}
	for i := first; i > o.sent.First && i > first-4; i-- {
		if b := r.boundBefore(o, i); b != "" {
			return b
		}
		if !softeners[r.doc.Tokens[i-1].Lower] {
			break
		}
	}
	if !o.parsed() {
		return "at"
	}
	head := last - 1
	for range last - first {
		if h := r.doc.Tokens[head].Head; h >= first && h < last {
			head = h
		}
	}
	t := &r.doc.Tokens[head]
	h := t.Head
	if t.Rel != text.RelNmod && t.Rel != text.RelNmodPoss && t.Rel != text.RelNmodUnmarked && t.Rel != text.RelCompound ||
		h < o.sent.First || h >= o.sent.Last || r.doc.Tokens[h].Rel != text.RelObl || r.whose[h-o.sent.First] == int32(c)+1 {
		return "at"
	}
	b := "at"
	o.children(h, func(i int32, q *text.Token) {
		if q.Rel == text.RelCase && i < h {
			if x := r.boundBefore(o, i+1); x == "before" || x == "after" || x == "until" || x == "since" {
				b = x
			}
		}
	})
	return b
}

// comparedTo reports whether a time is only what something is held against: "twice
// as many as five years ago", "more than in 2019".
func (r *reading) comparedTo(o *outline, at sayso.Span) bool {
	i := r.doc.TokenAt(at.Start) - 1
	if i >= o.sent.First && r.boundBefore(o, i+1) != "" {
		return false // "no later than Friday"
	}
	if i > o.sent.First && (r.doc.Tokens[i].Lower == "in" || r.doc.Tokens[i].Lower == "on") {
		i--
	}
	if i < o.sent.First {
		return false
	}
	switch r.doc.Tokens[i].Lower {
	case "than":
		return true
	case "as":
		return i > o.sent.First && r.doc.Tokens[i-1].UPOS != text.ADV && r.doc.Tokens[i-1].UPOS != text.VERB
	}
	return false
}

// boundBefore returns the bound of the longest words of the table that end before
// token i, "" where none do.
func (r *reading) boundBefore(o *outline, i int32) string {
	found, words := "", ""
	for k := i - 1; k >= o.sent.First && k > i-4; k-- {
		words = strings.TrimSpace(r.doc.Tokens[k].Lower + " " + words)
		if b := r.t.bounds[words]; b != "" {
			found = b
		}
	}
	return found
}

// openedBy reports whether a clause with "when" that tells the event begins right
// after a time that ends before token last.
func (r *reading) openedBy(o *outline, c int, last int32) bool {
	if last < o.sent.Last && r.doc.Tokens[last].Lower == "," {
		last++
	}
	return last < o.sent.Last && r.doc.Tokens[last].Lower == "when" && r.cands[c].first > last
}
