package attribution

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// build turns settled frames into the claims of a reading.
func (f *Finder) build(p *page, claims []told, article *sayso.Article, entities []sayso.Entity, times []sayso.Timex) sayso.Attribution {
	p.giveTerms(claims)
	order := make([]int32, 0, len(claims))
	for i := range claims {
		c := &claims[i]
		c.content = p.tidy(c.content)
		if !c.dropped && len(c.content) > 0 {
			order = append(order, int32(i))
		} else {
			c.dropped = true
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(claims[a].content[0].first, claims[b].content[0].first), cmp.Compare(size(claims[b].content), size(claims[a].content)))
	})
	id := make([]sayso.ClaimID, len(claims))
	for n, k := range order {
		id[k] = sayso.ClaimID(n + 1)
	}
	index := sayso.NewEntityIndex(p.Text, entities)
	var out sayso.Attribution
	for _, t := range p.terms {
		out.Terms = append(out.Terms, p.span(t))
	}
	for n, k := range order {
		c := &claims[k]
		claim := sayso.Claim{ID: sayso.ClaimID(n + 1), Form: p.form(c.content), By: c.by, P: c.p, Part: p.part(c)}
		claim.Kind, claim.Stance = p.act(&c.frame)
		for _, t := range c.content {
			if s := p.trimmed(t); !s.Empty() {
				claim.Content = append(claim.Content, s)
			}
		}
		claim.Cue = []sayso.Span{p.span(c.cue)}
		if at := p.trimmed(c.source); !at.Empty() {
			claim.Source = &sayso.Source{Span: at}
			if who := p.trimmed(p.antecedent(c.source)); !who.Empty() {
				claim.Source.Entity = index.At(who)
			}
			if terms := p.trimmed(c.terms); !terms.Empty() {
				claim.Source.Terms = &terms
			}
		}
		if c.within >= 0 && !claims[c.within].dropped {
			claim.Within = id[c.within]
		}
		claim.Inserts = p.inserts(c.content)
		var around *told
		if c.within >= 0 && !claims[c.within].dropped {
			around = &claims[c.within]
		}
		claim.Said = p.said(c, around, times)
		out.Claims = append(out.Claims, claim)
	}
	f.chains(p, claims, order, out.Claims, article, entities, index)
	p.repeat(out.Claims)
	out.Open = p.respond(claims, order, out.Claims)
	return out
}

// tidy sorts runs, joins those that touch and drops empty ones.
func (p *page) tidy(list []tokens) []tokens {
	slices.SortFunc(list, func(a, b tokens) int { return cmp.Compare(a.first, b.first) })
	var out []tokens
	for _, t := range list {
		if t.empty() || p.trimmed(t).Empty() {
			continue
		}
		if n := len(out); n > 0 && t.first <= out[n-1].last {
			out[n-1].last = max(out[n-1].last, t.last)
			continue
		}
		out = append(out, t)
	}
	return out
}

// trimmed returns the span of a run without commas and full stops at its ends
// that stand outside quotation marks.
func (p *page) trimmed(t tokens) sayso.Span {
	for t.first < t.last && (p.lower(t.first) == "," || p.final(t.first) || p.lower(t.first) == ":" || isDash(p.lower(t.first)) || p.lower(t.first) == ")") {
		t.first++
	}
	for t.first < t.last && (p.lower(t.last-1) == "," || p.lower(t.last-1) == "." && p.quote[t.last-1] < 0 || p.lower(t.last-1) == ";" || p.lower(t.last-1) == ":" || isDash(p.lower(t.last-1)) && p.quote[t.last-1] < 0 || p.lower(t.last-1) == "(") {
		t.last--
	}
	return p.span(t)
}

// form tells how much of a content stands between quotation marks, by words.
func (p *page) form(content []tokens) sayso.ClaimForm {
	words, quoted := 0, 0
	for _, t := range content {
		for i := t.first; i < t.last; i++ {
			if p.Tokens[i].UPOS == text.PUNCT || p.Tokens[i].Joined {
				continue
			}
			words++
			if p.quote[i] >= 0 {
				quoted++
			}
		}
	}
	switch {
	case quoted == 0:
		return sayso.Indirect
	case quoted*10 >= words*9:
		return sayso.Direct
	}
	return sayso.Mixed
}

// part tells where in the article a claim stands.
func (p *page) part(c *told) sayso.Part {
	at := p.Tokens[c.content[0].first].Span
	switch {
	case p.front.Headline.Contains(at):
		return sayso.PartHeadline
	case p.front.Lead.Contains(at) || p.front.Standfirst.Contains(at):
		return sayso.PartLead
	}
	return sayso.PartBody
}

// inserts returns the outlet's own words inside quotations: brackets of either
// kind that the quotation did not have: "(banned in Russia)", "[sic]".
func (p *page) inserts(content []tokens) []sayso.Span {
	var out []sayso.Span
	for _, t := range content {
		for i := t.first; i < t.last; i++ {
			open := p.lower(i)
			if p.quote[i] < 0 || open != "[" && open != "(" {
				continue
			}
			close := map[string]string{"[": "]", "(": ")"}[open]
			for j := i + 1; j < t.last && j < i+40; j++ {
				if p.lower(j) == close {
					if at := p.Range(i, j+1); open == "[" || p.aboutLaw(i+1, j) {
						out = append(out, at)
					}
					i = j
					break
				}
			}
		}
	}
	return out
}

// aboutLaw reports whether words in round brackets are the outlet's: notices
// that the law or the house asks for, and explanations of a name.
func (p *page) aboutLaw(first, last int32) bool {
	if last-first <= 4 && last > first {
		return true // too short to be an aside in speech
	}
	for i := first; i < last; i++ {
		if p.words.notice[p.lower(i)] {
			return true
		}
	}
	return false
}

// said returns the time of the cue's clause: the first expression of a date or
// time that stands in the cue's sentence outside the content and beside the cue;
// of a claim told within another, inside that one's words.
func (p *page) said(c, around *told, times []sayso.Timex) sayso.TimexID {
	first, last := p.bounds(c.head)
	at := p.Range(first, last)
	i, _ := slices.BinarySearchFunc(times, at.Start, func(t sayso.Timex, start int32) int { return cmp.Compare(t.Span.Start, start) })
	best, near := sayso.TimexID(0), int32(40)
	dated, _, _ := p.datedAfter(&c.content[len(c.content)-1], &c.frame) // "condemned the attack {on Friday}": either may be meant
	for ; i < len(times) && times[i].Span.Start < at.End; i++ {
		t := &times[i]
		if t.Type != sayso.TimexDate && t.Type != sayso.TimexTime {
			continue
		}
		k := p.TokenAt(t.Span.Start)
		if k < dated && k >= c.content[len(c.content)-1].last || c.holds(k) || p.quote[k] >= 0 && around == nil || around != nil && !around.holds(k) || p.elsewhere(k, c) {
			continue
		}
		if p.lasts(k, t.Span.End) || k > c.cue.last && c.class == accordingClass && p.parted(max(c.source.last, c.cue.last), k) {
			continue
		}
		away := max(k-c.cue.last, c.cue.first-k)
		if away >= 0 && away < near {
			best, near = t.ID, away
		}
	}
	return best
}

// parted reports whether a comma stands between two tokens.
func (p *page) parted(first, last int32) bool {
	for i := first; i < last; i++ {
		if p.lower(i) == "," {
			return true
		}
	}
	return false
}

// lasts reports whether a time that begins at token k and ends at byte end tells how
// long something lasts, or whose something is: "until June", "Monday's vote".
func (p *page) lasts(k, end int32) bool {
	switch p.lower(k - 1) {
	case "until", "till", "since", "by", "from":
		return true
	}
	next := k
	for int(next) < len(p.Tokens) && p.Tokens[next].Span.Start < end {
		next++
	}
	return p.tag(next) == text.POS
}

// elsewhere reports whether the tree hangs word k into a clause or description
// of its own: "a militia blamed for raids {in April}, denied it".
func (p *page) elsewhere(k int32, c *told) bool {
	for steps := 0; steps < 12 && k >= 0 && p.Tokens[k].Head != text.Unparsed; steps++ {
		if k == c.head {
			return false
		}
		switch p.Tokens[k].Rel {
		case text.RelACL, text.RelACLRelcl, text.RelAppos:
			return true
		}
		k = p.Tokens[k].Head
	}
	return false
}

// repeat marks contents told again, word for word or nearly, by the same entity.
func (p *page) repeat(claims []sayso.Claim) {
	seen := map[string]sayso.ClaimID{}
	for i := range claims {
		c := &claims[i]
		key := p.key(c.Content)
		if len(key) < 30 {
			continue
		}
		if first, ok := seen[key]; ok {
			if other := &claims[first-1]; sameSource(other, c) {
				c.SameAs = first
			}
			continue
		}
		seen[key] = c.ID
	}
}

func sameSource(a, b *sayso.Claim) bool {
	return a.Source == nil || b.Source == nil || a.Source.Entity == 0 || b.Source.Entity == 0 || a.Source.Entity == b.Source.Entity
}

// key returns a content's words without case, marks and "that".
func (p *page) key(content []sayso.Span) string {
	var b strings.Builder
	for _, s := range content {
		first, last := p.TokensIn(s)
		for i := first; i < last; i++ {
			if t := &p.Tokens[i]; t.UPOS != text.PUNCT && !isQuoteMark(t.Lower) && t.Lower != "that" {
				b.WriteString(t.Lower)
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}
