package attribution

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// What answers what. A claim answers another where its verb does and its
// content only points there ("denied the report"), where its whole content
// judges what was said ("That is a lie"), where it names what was said
// ("called the claim absurd"), or where it tells what another told before in
// much the same words. What no claim of the article tells is answered "outside".

const (
	confirms      = "confirms"
	denies        = "denies"
	retracts      = "retracts"
	corrects      = "corrects"
	characterises = "characterises"
)

// how far back an answered claim may be: in claims, and in paragraphs.
const (
	answeredClaims     = 10
	answeredParagraphs = 3
)

// respond ties claims to what they answer. answers tells what is still without
// a target: it may be an event that the article tells.
func (p *page) respond(claims []told, order []int32, out []sayso.Claim) (open map[sayso.ClaimID]string) {
	open = map[sayso.ClaimID]string{}
	for n, k := range order {
		c := &claims[k]
		if out[n].Stance == sayso.Declined {
			continue
		}
		how, points := p.answer(c)
		if how == "" {
			continue
		}
		own := how == retracts || how == corrects
		if to := p.answered(claims, order, out, n, points, own); to != 0 {
			out[n].Responds = []sayso.Response{{To: to.String(), How: how}}
		} else if points && how != characterises {
			out[n].Responds = []sayso.Response{{To: "outside", How: how}}
		} else if how == confirms || how == denies {
			open[out[n].ID] = how
		}
	}
	return open
}

// answer tells how a claim answers, "" where it does not, and whether its
// content merely points to what was said.
func (p *page) answer(c *told) (how string, points bool) {
	if len(c.content) == 0 {
		return "", false
	}
	if how := p.verdict(c.content[0], c.content[len(c.content)-1]); how != "" {
		return how, true
	}
	if c.class != verbClass {
		return "", false
	}
	how = p.words.answers(p.lemma(c.head), p.lower(c.head+1))
	points = p.points(c)
	switch {
	case how == "" && points && c.entry.has(takesAs) && c.entry.has(takesNoun|takesObject|takesQuote):
		return p.named(c), true
	case how == retracts || how == corrects:
		return how, points
	case how == "" || p.negated(&c.frame):
		return "", false
	}
	return how, points
}

// points reports whether a content begins with a phrase that stands for what
// was said: "the report", "those claims", "it".
func (p *page) points(c *told) bool {
	np, ok := p.nounAt(c.content[0].first)
	if !ok || len(c.content) != 1 || np.first != c.content[0].first {
		return false
	}
	switch p.lower(np.first) {
	case "it", "this", "that", "them", "these", "those":
		if np.last-np.first == 1 {
			return np.last >= c.content[0].last-1
		}
	}
	switch c.shape {
	case nounObject, passive, asObject, thatClause, bareClause, phraseObject:
		return p.saying(np)
	}
	// "accuses him of theft, {a charge} he denies"
	return np == c.content[0] && np.last <= c.source.first && p.words.doneToWords[p.lemma(c.head)] && p.saying(np)
}

// saying reports whether a phrase names words that somebody uttered or wrote.
func (p *page) saying(np tokens) bool {
	head := p.Chunks[p.Tokens[np.first].Chunk].Head
	if !isNoun(p.tag(head)) {
		return false
	}
	lemma := p.lemma(head)
	if d, ok := p.media.documents[lemma]; ok && !d.weak || p.words.uttered[lemma] {
		return true
	}
	e := p.words.nouns[lemma]
	return e != nil && (e.kind == sayso.Speech || e.kind == sayso.Writing)
}

// named tells how "called the claim X" and "described it as X" answer: to name
// what was said a lie denies it.
func (p *page) named(c *told) string {
	t := c.content[0]
	np, _ := p.nounAt(t.first)
	if np.last-np.first == 1 && p.tag(np.first) == text.PRP || !p.saying(np) {
		return ""
	}
	if how := p.judgement(np.last, t.last); how != "" {
		return how
	}
	return characterises
}

// verdict tells how words that judge what was said answer it: "That is not
// true", "The reports are baseless".
func (p *page) verdict(first, last tokens) string {
	i := first.first
	for i < first.last && (isQuoteMark(p.lower(i)) || p.tag(i) == text.UH || p.lower(i) == "," || p.lower(i) == "but" || p.lower(i) == "that" && p.Tokens[i].UPOS == text.SCONJ) {
		i++
	}
	np, ok := p.nounAt(i)
	if !ok || np.first != i {
		np = tokens{i, i + 1}
	}
	end := min(last.last, i+14)
	j := np.last
	switch p.lower(i) {
	case "it", "this", "that", "these", "those", "they":
		if np.last-np.first != 1 && !(ok && p.saying(np)) {
			return ""
		}
	default:
		if !ok || !p.saying(np) {
			return ""
		}
		for j < end && p.Tokens[j].UPOS != text.AUX {
			if p.lower(j) == "," || p.final(j) || isVerb(p.tag(j)) && p.tag(j) != text.VBN {
				return ""
			}
			j++ // "reports of a coup were false"
		}
	}
	for j < end && (p.tag(j) == text.RB && p.lower(j) != "not" && p.lower(j) != "n't" || p.tag(j) == text.MD) {
		j++
	}
	if j >= end || p.lemma(j) != "be" && p.lower(j) != "'s" && p.lower(j) != "’s" && p.lower(j) != "are" {
		return ""
	}
	stop := j + 1
	for stop < end && p.lower(stop) != "," && !p.final(stop) && p.lower(stop) != "that" && p.lower(stop) != "to" && p.lower(stop) != "and" {
		stop++
	}
	if stop-j > 7 || p.lower(stop) == "to" {
		return "" // "true to his plan"
	}
	return p.judgement(j+1, stop)
}

// judgement tells whether words call something true or false.
func (p *page) judgement(first, last int32) string {
	no, how := false, ""
	for i := first; i < last; i++ {
		whole := p.lower(i)
		switch w := strings.TrimSuffix(whole, "s"); w {
		case "not", "n't", "n’t", "no", "never", "nothing", "far", "hardly":
			no = true
		default:
			if p.words.truth[w] || p.words.truth[whole] {
				how = confirms
			} else if p.words.untruth[w] || p.words.untruth[whole] {
				how = denies
			}
		}
	}
	switch {
	case how == confirms && no:
		return denies
	case how == denies && no:
		return ""
	}
	return how
}

// answered returns the claim that claim n answers: the nearest before it by
// somebody else, or by the same one where own is set. Where the content does
// not merely point, the words of both have to agree.
func (p *page) answered(claims []told, order []int32, out []sayso.Claim, n int, points, own bool) sayso.ClaimID {
	c := &claims[order[n]]
	words := p.keywords(c.content)
	figures := p.figures(c.content)
	best := sayso.ClaimID(0)
	about := p.accused(c)
	for back := n - 1; back >= 0 && back >= n-answeredClaims; back-- {
		o := &claims[order[back]]
		if p.paragraph(c.head)-p.paragraph(o.head) > answeredParagraphs || c.holds(o.head) || out[n].Within == out[back].ID {
			continue
		}
		if out[back].Within != 0 && out[back].Within != out[n].Within || out[back].Stance == sayso.Declined {
			continue
		}
		same := sameOne(&out[back], &out[n])
		if own && len(figures) > 0 && !meets(figures, p.figures(o.content)) {
			continue // "withdrew its figure of 164" is no word on what tells no such figure
		}
		if points && about != "" && !p.keywords(o.content)[about] && out[back].Stance != sayso.Alleged {
			if best == 0 && !same {
				best = out[back].ID // unless one is found that is of what the source did
			}
			continue
		}
		if points {
			if same == own {
				return out[back].ID
			}
			if own && best == 0 {
				best = out[back].ID
			}
			continue
		}
		if same || len(words) == 0 {
			continue
		}
		shared := 0
		for w := range p.keywords(o.content) {
			if words[w] {
				shared++
			}
		}
		if shared*2 >= len(words) && shared > 0 {
			return out[back].ID
		}
	}
	return best
}

// figures returns the numbers that a content names as told before.
func (p *page) figures(content []tokens) (out []string) {
	for _, t := range content {
		for i := t.first; i < t.last; i++ {
			if p.tag(i) == text.CD && p.lower(i-1) != "to" { // "corrected the figure to ten": the new one
				out = append(out, p.lower(i))
			}
		}
	}
	return out
}

// meets reports whether two lists share a word.
func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// accused returns the word for the source of a claim that answers an
// accusation: what it answers is likely to name it. "" where it answers
// something else.
func (p *page) accused(c *told) string {
	np, ok := p.nounAt(c.content[0].first)
	if !ok || c.source.empty() {
		return ""
	}
	if base, ok := p.nounAt(c.source.first); ok && isNoun(p.tag(base.last-1)) && p.words.accused[p.lemma(np.last-1)] {
		return p.lemma(base.last - 1)
	}
	return ""
}

// keywords returns the lemmas of a content that say what it is about.
func (p *page) keywords(content []tokens) map[string]bool {
	out := map[string]bool{}
	for _, t := range content {
		for i := t.first; i < t.last; i++ {
			switch tag := p.tag(i); {
			case isNoun(tag), isVerb(tag) && p.Tokens[i].UPOS != text.AUX, tag == text.CD, tag == text.JJ:
				switch w := p.lemma(i); w {
				case "be", "have", "do", "say", "tell", "report", "claim":
				default:
					out[w] = true
				}
			}
		}
	}
	return out
}

// sameOne reports whether two claims are plainly the same source's.
func sameOne(a, b *sayso.Claim) bool {
	if a.Source == nil || b.Source == nil {
		return false
	}
	if a.Source.Entity != 0 && a.Source.Entity == b.Source.Entity {
		return true
	}
	if len(a.Chain) == 0 || len(b.Chain) == 0 {
		return false
	}
	x, y := a.Chain[len(a.Chain)-1], b.Chain[len(b.Chain)-1]
	return x.Role == y.Role && sameName(x.Name, y.Name)
}

// Answer ties the claims that an attribution leaves open to the event they
// confirm or deny: one that the article tells before, outside of them.
func Answer(told *sayso.Attribution, events []sayso.Event) {
	for i := range events {
		e := &events[i]
		how := told.Open[e.Claim]
		if how == "" || e.SameAs == 0 || int(e.Claim) > len(told.Claims) {
			continue
		}
		c := &told.Claims[e.Claim-1]
		if first := &events[e.SameAs-1]; first.Claim != c.ID && len(c.Responds) == 0 {
			to := first.ID.String()
			if first.Claim != 0 {
				to = first.Claim.String()
			}
			c.Responds = []sayso.Response{{To: to, How: how}}
		}
	}
}
