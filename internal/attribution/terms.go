package attribution

import (
	"cmp"
	"slices"

	"sayso/internal/pattern"
	"sayso/internal/text"
)

// findTerms returns the runs of words that tell on what terms a source spoke:
// "who asked not to be named for fear of reprisals", in text order, none
// overlapping. Such words are nobody's claim.
func (p *page) findTerms(set *pattern.Set) []tokens {
	var out []tokens
	for _, m := range set.Match(p.Doc, 0, int32(len(p.Tokens))) {
		if p.speech(m.Key) {
			continue // somebody speaks of it
		}
		out = append(out, p.widen(tokens{m.First, m.Last}))
	}
	slices.SortFunc(out, func(a, b tokens) int { return cmp.Compare(a.first, b.first) })
	kept := out[:0]
	for _, t := range out {
		if n := len(kept); n > 0 && t.first <= kept[n-1].last {
			kept[n-1].last = max(kept[n-1].last, t.last)
			continue
		}
		kept = append(kept, t)
	}
	return kept
}

// widen takes what hangs on terms with them: the verb of speaking before
// ("speaking on condition of …"), its pronoun and auxiliaries, and the reason
// after ("because she feared for her job").
func (p *page) widen(t tokens) tokens {
	start, end := p.bounds(t.first)
	for i := t.first - 1; i >= start && i >= t.first-8; i-- {
		w := p.lemma(i)
		if w == "to" || w == "with" || w == "the" || w == "only" || p.words.press[w] {
			continue
		}
		if p.words.speak[w] && isVerb(p.tag(i)) {
			t.first = i
		}
		break
	}
	for t.first > start {
		i := t.first - 1
		w := p.lower(i)
		aux := p.Tokens[i].UPOS == text.AUX || p.tag(i) == text.RB || p.tag(i) == text.MD || p.lemma(i) == "do"
		if !aux && w != "who" && w != "but" && w != "and" && w != "also" && w != "," {
			break
		}
		if w == "," || w == "and" || w == "but" {
			if p.lower(t.first) != "who" && p.tag(t.first) != text.VBG {
				break
			}
			t.first = i
			break
		}
		t.first = i
	}
	for t.last < end {
		switch p.lower(t.last) {
		case "for", "because", "as", "since", "out", "to", "due", "citing", "publicly", "on", "about", "with", "freely", "openly", "in", "at", "by":
			t.last = p.until(t.last, end)
			continue
		}
		break
	}
	return t
}

// spare takes the frames that only tell terms out of the running, and the
// terms out of the others' contents.
func (p *page) spare(frames []frame, terms []tokens) {
	if len(terms) == 0 {
		return
	}
	for i := range frames {
		f := &frames[i]
		for _, t := range p.inSentence(terms, p.Tokens[f.head].Sent, p.Tokens[f.head].Sent) {
			if t.has(f.head) || t.has(f.cue.first) && f.class != verbClass {
				f.p, f.ruled = 0, 0
				break
			}
			if f.cue.last > t.first && f.head < t.first {
				f.cue.last = t.first // "said on condition of anonymity"
			}
			if f.source.last > t.first && f.source.first < t.first {
				f.source.last = t.first // "a resident who asked not to be named"
			}
			f.content = without(f.content, t)
		}
	}
}

// inSentence returns those of terms, which are in text order, that begin in the
// sentences from first to last.
func (p *page) inSentence(terms []tokens, first, last int32) []tokens {
	i, _ := slices.BinarySearchFunc(terms, first, func(t tokens, s int32) int { return cmp.Compare(p.Tokens[t.first].Sent, s) })
	j := i
	for j < len(terms) && p.Tokens[terms[j].first].Sent <= last {
		j++
	}
	return terms[i:j]
}

// without returns runs less what lies in t, where t ends or begins one or is
// one; in the middle it stays.
func without(list []tokens, t tokens) []tokens {
	out := list[:0:0]
	for _, c := range list {
		switch {
		case !c.meets(t):
		case t.first <= c.first:
			c.first = t.last
		case t.last >= c.last-1:
			c.last = t.first
		}
		if !c.empty() {
			out = append(out, c)
		}
	}
	return out
}

// giveTerms gives terms to the claims of the source that spoke on them: the one
// named nearest in their sentence or, where they begin with "he", "she" or
// "they", the last of the sentence before.
func (p *page) giveTerms(claims []told) {
	if len(p.terms) == 0 {
		return
	}
	type choice struct {
		source tokens
		away   int32
	}
	best := make(map[tokens]choice, len(p.terms))
	for i := range claims {
		c := &claims[i]
		if c.dropped || c.source.empty() || p.speech(c.source.first) {
			continue
		}
		sent := p.Tokens[c.head].Sent
		for _, t := range p.inSentence(p.terms, sent, sent+1) {
			if c.holds(t.first) || c.within >= 0 && !claims[c.within].holds(t.first) {
				continue
			}
			d := min(p.apart(t, c.source.first), p.apart(t, c.source.last-1))
			if p.Tokens[t.first].Sent != sent {
				if p.paragraph(t.first) != p.paragraph(c.head) || !p.tellsOf(t) || c.within >= 0 {
					continue
				}
				d = 1<<20 - c.head // of the sentence before: the last
			}
			if old, ok := best[t]; !ok || d < old.away {
				best[t] = choice{c.source, d}
			}
		}
	}
	for i := range claims {
		c := &claims[i]
		sent := p.Tokens[c.head].Sent
		for _, t := range p.inSentence(p.terms, sent, sent+1) {
			if b, ok := best[t]; ok && b.source == c.source {
				c.terms = t
				break
			}
		}
	}
}

// tellsOf reports whether terms are told of a pronoun that begins their sentence.
func (p *page) tellsOf(t tokens) bool {
	s := p.Sents[p.Tokens[t.first].Sent]
	if t.first-s.First > 3 {
		return false
	}
	switch p.lower(s.First) {
	case "he", "she", "they", "both", "all", "none", "neither":
		return true
	}
	return false
}
