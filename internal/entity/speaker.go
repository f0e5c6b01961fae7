package entity

import (
	"cmp"
	"slices"

	"sayso"
	"sayso/internal/text"
)

// LinkSpeakers adds "I", "me", "my" and "myself" within a claim's quoted words to
// the mentions of the person whose words they are, and "we" and its kin where
// the claim's source is a body or group. Of claims one within another the
// innermost counts. Mentions stay in text order.
func LinkSpeakers(doc *text.Doc, entities []sayso.Entity, claims []sayso.Claim) {
	said := spoken(claims, len(entities))
	if len(said) == 0 {
		return
	}
	quoted := make([]bool, len(doc.Tokens))
	for _, q := range doc.Quotes {
		for _, p := range q.Pieces {
			first, last := doc.TokensIn(p)
			for i := first; i < last && !q.Scare; i++ {
				quoted[i] = true
			}
		}
	}
	changed := make([]bool, len(entities))
	var open []extent // the contents begun and not yet ended, the innermost last
	next := 0
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		who := self(t.Lower)
		if who == nobody || !quoted[i] {
			continue
		}
		for ; next < len(said) && said[next].Start <= t.Span.Start; next++ {
			open = append(open, said[next])
		}
		for len(open) > 0 && open[len(open)-1].End < t.Span.End {
			open = open[:len(open)-1]
		}
		if len(open) == 0 || open[len(open)-1].id == 0 {
			continue
		}
		e := &entities[open[len(open)-1].id-1]
		if (who == alone) == (e.Type == sayso.Person || e.Type == sayso.Role) {
			e.Mentions = append(e.Mentions, sayso.Mention{Span: t.Span, Form: sayso.PronounMention})
			changed[e.ID-1] = true
		}
	}
	for i := range entities {
		if changed[i] {
			slices.SortStableFunc(entities[i].Mentions, func(a, b sayso.Mention) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
		}
	}
}

// extent is a piece of a claim's content and whose words it is; 0 is unknown.
type extent struct {
	sayso.Span
	id sayso.EntityID
}

// spoken lists the content of the claims that quote, by start, the longer first.
func spoken(claims []sayso.Claim, entities int) []extent {
	var said []extent
	for i := range claims {
		c := &claims[i]
		if c.Form == sayso.Indirect {
			continue
		}
		id := sayso.EntityID(0)
		if c.Source != nil && c.Source.Entity > 0 && int(c.Source.Entity) <= entities {
			id = c.Source.Entity
		}
		for _, s := range c.Content {
			said = append(said, extent{s, id})
		}
	}
	slices.SortStableFunc(said, func(a, b extent) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	return said
}

type firstPerson uint8

const (
	nobody   firstPerson = iota
	alone                // "I"
	together             // "we"
)

// self tells the words by which speakers mean themselves.
func self(lower string) firstPerson {
	switch lower {
	case "i", "me", "my", "mine", "myself":
		return alone
	case "we", "us", "our", "ours", "ourselves":
		return together
	}
	return nobody
}
