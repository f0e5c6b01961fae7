package terminal

import (
	"strings"

	"sayso"
)

// column is how wide the labels before the numbers are.
const column = 11

// harms are the groups of the numbers, in the order drawn; persons whom no harm
// is told of and money come last.
var harms = []string{string(sayso.Killed), string(sayso.Injured), string(sayso.Casualties), string(sayso.Missing), string(sayso.Detained), string(sayso.Displaced), "people", "money"}

// group returns the group a number is drawn in, "" where it is left out.
func group(q *sayso.Quantity) string {
	switch {
	case q.Harm != "":
		return string(q.Harm)
	case q.Unit == "person":
		return "people"
	case q.Unit == "money" || len(q.Unit) == 3 && strings.ToUpper(q.Unit) == q.Unit:
		return "money"
	}
	return ""
}

// numbers draws the counts of people by what happened to them, and money: each
// with its bound and on whose word it stands, parts below what they are part of.
func (v view) numbers(c *canvas) {
	headed := false
	for _, g := range harms {
		label := g
		for i := range v.Quantities {
			if q := &v.Quantities[i]; group(q) == g && !v.below(q) && (g != "people" || !v.inSource(q.Span)) {
				if !headed {
					v.heading(c, "NUMBERS")
					headed = true
				}
				v.number(c, q, label, 0)
				label = ""
			}
		}
	}
}

// below reports whether a number is drawn below the one it is part of, which
// must not be a part itself.
func (v view) below(q *sayso.Quantity) bool {
	if q.PartOf < 1 || int(q.PartOf) > len(v.Quantities) || q.PartOf == q.ID {
		return false
	}
	w := &v.Quantities[q.PartOf-1]
	return group(w) == group(q) && w.PartOf == 0
}

// number draws one number and its parts, a step further in.
func (v view) number(c *canvas, q *sayso.Quantity, label string, depth int) {
	s := bounds(q)
	if q.Increment {
		s = "another " + s
	}
	switch {
	case group(q) == "money":
		s = oneLine(q.Span.Of(v.text())) // with its currency
	case q.Of != nil:
		s += " " + oneLine(q.Of.Of(v.text()))
	}
	c.buf.WriteString(strings.Repeat(" ", 2))
	c.paint(run{label + strings.Repeat(" ", column-len(label)+2*depth), dim})
	runs := []run{{s, bold}}
	switch {
	case depth > 0:
		runs = append(runs, run{" of them", plain})
	case q.PartOf != 0:
		runs = append(runs, run{", part of " + q.PartOf.String(), plain})
	}
	if w := who(q); w != "" {
		runs = append(runs, run{" (" + w + ")", plain})
	}
	whose := v.voice(q.Voice, q.Claim)
	if q.Voice == sayso.VoiceOutlet {
		whose = v.outlet() + " itself"
	}
	runs = append(runs, run{" · " + whose + " ", dim}, run{q.ID.String(), dim})
	c.line(2, column+4+2*depth, runs...)
	if depth > 0 {
		return
	}
	for i := range v.Quantities {
		if p := &v.Quantities[i]; p.PartOf == q.ID && p.ID != q.ID && v.below(p) {
			v.number(c, p, "", depth+1)
		}
	}
}

// peoples are the words for who the people counted are.
var peoples = map[string]string{"civilian": "civilians", "police": "police", "military": "military", "protester": "protesters", "child": "children"}

// who says which people are counted where the words counted don't.
func who(q *sayso.Quantity) string {
	if q.Of != nil {
		return ""
	}
	return peoples[q.Who]
}
