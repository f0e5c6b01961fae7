package pattern

import (
	"errors"
	"fmt"
	"slices"

	"sayso"
	"sayso/internal/text"
)

// Prove runs every yes and no sentence of the set. parse must tag a sentence
// as the reader does. The error joins every sentence that a rule gets wrong,
// with file and line.
func (s *Set) Prove(parse func(string) *text.Doc) error {
	return s.ProveWith(parse, func(*text.Doc) Ask { return nil })
}

// ProveWith is Prove for rules with "=name" elements, which ask answers.
func (s *Set) ProveWith(parse func(string) *text.Doc, ask func(*text.Doc) Ask) error {
	var errs []error
	for _, r := range s.Rules {
		for _, ex := range r.Yes {
			found := r.all(parse(ex.Text), ask)
			near, ok := "", false
			for i := 0; i < len(found.matches) && !ok; i++ {
				ok, near = found.agrees(i, ex), "; it matches "+found.show(i)
			}
			if !ok {
				errs = append(errs, fmt.Errorf("%s:%d: rule %q should match%s: %s", r.Path, ex.Line, r.Name, near, ex.Text))
			}
		}
		for _, ex := range r.No {
			if found := r.all(parse(ex.Text), ask); len(found.matches) > 0 {
				errs = append(errs, fmt.Errorf("%s:%d: rule %q should not match; it matches %s: %s", r.Path, ex.Line, r.Name, found.show(0), ex.Text))
			}
		}
	}
	return errors.Join(errs...)
}

type proof struct {
	doc     *text.Doc
	matches []Match
}

func (r *Rule) all(doc *text.Doc, ask func(*text.Doc) Ask) proof {
	p := proof{doc: doc}
	read := ask(doc)
	for i := range doc.Tokens {
		if r.elems[r.key].fits(&doc.Tokens[i]) {
			p.matches = r.match(doc, int32(i), read, p.matches)
		}
	}
	return p
}

// agrees reports whether a match has exactly the example's marked words.
func (p proof) agrees(i int, ex Example) bool {
	m := &p.matches[i]
	if len(ex.Captured) > 0 {
		var got []sayso.Span
		for _, c := range m.Captures {
			got = append(got, p.doc.Range(c.First, c.Last))
		}
		slices.SortFunc(got, func(a, b sayso.Span) int { return int(a.Start - b.Start) })
		if !slices.Equal(got, ex.Captured) {
			return false
		}
	}
	if len(ex.Cue) == 0 {
		return true
	}
	var want []int32
	for _, s := range ex.Cue {
		first, last := p.doc.TokensIn(s)
		for t := first; t < last; t++ {
			want = append(want, t)
		}
	}
	return slices.Equal(m.cue, want)
}

func (p proof) show(i int) string {
	m := &p.matches[i]
	s := fmt.Sprintf("%q", p.doc.Of(p.doc.Range(m.First, m.Last)))
	for _, c := range m.Captures {
		s += fmt.Sprintf(" %s=%q", c.Name, p.doc.Of(p.doc.Range(c.First, c.Last)))
	}
	return s
}
