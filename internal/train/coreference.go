package train

import (
	"slices"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// Spoken is a phrase of an annotated document that speaks of something.
type Spoken struct {
	Of      string // what: the same in a document for all phrases that mean the same
	Kind    string // GUM's type: person, organization, place, …
	Span    sayso.Span
	Heads   []sayso.Span // its head, or the words of its name
	Pronoun bool         // personal, possessive or relative
}

// Spoken returns what the document's Entity annotations mark, in the order in
// which the phrases end. The brackets are GUM's: "(" opens a phrase, followed by the number of what is
// meant and, parted by "-", what else is known of it, at the sixth place the words that head it, counted from
// 1; the number followed by ")" closes it; "(…)" is a phrase of one word. What is opened and never closed, or
// closed and never opened, is passed over.
func (g *Gold) Spoken() []Spoken {
	type open struct {
		of    string
		kind  string
		first int32
		heads string
	}
	var stack []open
	var out []Spoken
	for _, m := range g.marks {
		shut := func(of string) {
			k := len(stack) - 1
			for k >= 0 && stack[k].of != of {
				k--
			}
			if k < 0 {
				return
			}
			o := stack[k]
			stack = slices.Delete(stack, k, k+1)
			s := Spoken{Of: of, Kind: o.kind, Span: g.Range(o.first, m.token+1)}
			for n := range strings.SplitSeq(o.heads, ",") {
				if i, err := strconv.Atoi(n); err == nil && i > 0 && o.first+int32(i)-1 <= m.token {
					s.Heads = append(s.Heads, g.Tokens[o.first+int32(i)-1].Span)
				}
			}
			if s.Heads == nil {
				s.Heads = []sayso.Span{g.Tokens[m.token].Span}
			}
			switch g.Tokens[m.token].Tag {
			case text.PRP, text.PRPS, text.WP, text.WPS, text.WDT:
				s.Pronoun = o.first == m.token
			}
			out = append(out, s)
		}
		for rest := m.brackets; rest != ""; {
			body, opens := strings.CutPrefix(rest, "(")
			end := strings.IndexAny(body, "()")
			if end < 0 {
				end = len(body)
			}
			closes := end < len(body) && body[end] == ')'
			rest = body[end:]
			if closes {
				rest = rest[1:]
			}
			body = body[:end]
			if opens {
				known := strings.Split(body, "-")
				o := open{of: known[0], first: m.token}
				if len(known) > 1 {
					o.kind = known[1]
				}
				if len(known) > 5 {
					o.heads = known[5]
				}
				stack = append(stack, o)
				body = known[0]
			}
			if closes {
				shut(body)
			}
		}
	}
	return out
}

// meanings tells what the spans of one document speak of, by its annotations.
type meanings struct {
	spoken []Spoken
	known  map[sayso.Span]string
}

// of returns what a span means, or "".
func (m *meanings) of(s sayso.Span) string {
	of, ok := m.known[s]
	if !ok {
		if k := m.phrase(s); k >= 0 {
			of = m.spoken[k].Of
		}
		m.known[s] = of
	}
	return of
}

// phrase returns the phrase that a span stands for, or -1: the smallest around it whose head it
// holds, else the largest that ends with it and begins no earlier.
func (m *meanings) phrase(s sayso.Span) int {
	around, within := -1, -1
	for i := range m.spoken {
		p := &m.spoken[i]
		long := p.Span.Len()
		switch {
		case p.Span.Start <= s.Start && s.End <= p.Span.End && slices.ContainsFunc(p.Heads, func(h sayso.Span) bool { return s.Start <= h.Start && h.Start < s.End }):
			if around < 0 || long < m.spoken[around].Span.Len() {
				around = i
			}
		case p.Span.Start >= s.Start && p.Span.End == s.End:
			if within < 0 || long > m.spoken[within].Span.Len() {
				within = i
			}
		}
	}
	if around >= 0 {
		return around
	}
	return within
}
