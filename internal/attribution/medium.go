package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// nearby is how many tokens from the cue a medium or document may stand.
const nearby = 25

// medium returns the news outlet or agency that a noun phrase names, and the
// last token that says so: "The Harbour Times newspaper".
func (c *chainer) medium(np tokens) (sayso.Hop, int32, bool) {
	for i := np.first; i < np.last; i++ {
		hop, to, ok := c.mediumAt(i, np.last)
		if !ok {
			continue
		}
		if to < np.last {
			if place := c.mediaWords[c.lower(to)]; place == "noun" || place == "both" {
				return hop, to, true
			}
		}
		return hop, to - 1, true
	}
	return sayso.Hop{}, 0, false
}

// documentHop names a document as the text does where there are several.
func (c *chainer) documentHop(d document, head int32) sayso.Hop {
	at := c.span(tokens{head, head + 1})
	hop := sayso.Hop{Role: sayso.HopDocument, Name: d.name, Span: &at}
	if c.tag(head) == text.NNS || c.tag(head) == text.NNPS {
		hop.Name = c.Tokens[head].Lower
	}
	return hop
}

// mediumAt returns the medium whose name begins at token i and the token after it.
func (c *chainer) mediumAt(i, end int32) (sayso.Hop, int32, bool) {
	if !isName(c.tag(i)) && (!capital(c.Word(i)) || c.tag(i) == text.DT && !capital(c.Word(min(i+1, end-1)))) {
		return sayso.Hop{}, 0, false
	}
	to := i
	for to < end && to < i+6 && (isName(c.tag(to)) || capital(c.Word(to)) || c.lower(to) == "of" && to+1 < end && capital(c.Word(to+1)) || to > i && c.tag(to) == text.CD) && c.tag(to) != text.POS {
		to++
	}
	for last := to; last > i; last-- {
		m, ok := c.hops.media[lowerOf(c.page, i, last)]
		if !ok || m.weak && !c.expected(i) {
			continue
		}
		return c.mediumHop(m.role, tokens{i, last}), last, true
	}
	if to == i {
		return sayso.Hop{}, 0, false
	}
	if c.mediaWords[c.lower(i)] == "noun" && i+1 < end && c.tag(i+1) == text.CD {
		return c.mediumHop(sayso.HopOutlet, tokens{i, i + 2}), i + 2, true // "Channel 5"
	}
	if c.platform(i) {
		return sayso.Hop{}, 0, false // "on its Telegram channel": a post
	}
	if to == i+1 && c.unnamed(c.lower(i)) {
		return sayso.Hop{}, 0, false // "State television"
	}
	if c.leads[c.lower(i)] && isName(c.tag(i)) && to-i >= 2 {
		return c.mediumHop(sayso.HopOutlet, tokens{i, to}), to, true // "Radio Delta"
	}
	place := c.mediaWords[c.lower(to-1)]
	if c.lower(to-1) == "agency" && to-i >= 3 && c.mediaWords[c.lower(to-2)] != "" {
		return c.mediumHop(sayso.HopAgency, tokens{i, to}), to, true // "the Vell News Agency"
	}
	if (place == "name" || place == "both") && (to-i >= 2 || i > 0 && place == "name" && (c.lower(i-1) == "the" || c.lower(i-1) == "tells" || c.lower(i-1) == "told")) && c.lower(i) != "the" {
		return c.mediumHop(sayso.HopOutlet, tokens{i, to}), to, true
	}
	if w := c.lower(i - 1); to == i+1 && (w == "a" || w == "an" || c.tag(i) == text.JJ) {
		return sayso.Hop{}, 0, false // "a Swahili newspaper": of what kind, not which
	}
	if place := c.mediaWords[c.lower(to)]; to < int32(len(c.Tokens)) && (place == "noun" || place == "both") && !capital(c.Word(to)) && !c.words.programme[c.lower(to)] {
		return c.mediumHop(sayso.HopOutlet, tokens{i, to}), to, true
	}
	return sayso.Hop{}, 0, false
}

// lowerOf returns the words of tokens [first, last) as the table of media has them.
func lowerOf(p *page, first, last int32) string {
	return strings.TrimPrefix(strings.ToLower(p.Of(p.Range(first, last))), "the ")
}

// unnamed reports whether a word before a noun for a medium tells its kind and
// is no part of a name.
func (c *chainer) unnamed(w string) bool {
	return c.page.words.mediaKind[w] || w == "the" || w == "a" || w == "an"
}

// platform reports whether token i names a place where everybody posts.
func (c *chainer) platform(i int32) bool {
	if !c.words.platform[c.lower(i)] {
		return false
	}
	next := c.lower(i + 1)
	return next == "" || c.words.platformPart[next] || c.tag(i-1) != text.DT
}

// expected reports whether a medium is to be expected at token i.
func (c *chainer) expected(i int32) bool {
	if c.lower(i) == "the" {
		return true
	}
	switch c.lower(i - 1) {
	case "the", "told", "tells", "telling", "with", "to", "on":
		return true
	}
	return false
}

func (c *chainer) mediumHop(role sayso.HopRole, np tokens) sayso.Hop {
	if c.lower(np.first) == "the" && np.last-np.first > 1 {
		np.first++
	}
	at := c.span(np)
	hop := sayso.Hop{Role: role, Name: c.Of(at), Span: &at}
	if id := c.index.At(at); id > 0 && int(id) <= len(c.entities) && c.named(&c.entities[id-1]) && c.entities[id-1].Type != sayso.Person {
		e := &c.entities[id-1]
		hop.Entity, hop.Name = id, strings.TrimPrefix(strings.TrimPrefix(e.Name, "the "), "The ")
	}
	return hop
}

func capital(w string) bool { return w != "" && (w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80) }

// mediumOf returns the medium that heard or published a claim, and whether the
// claim's sentence tells of another occasion: a rally, a debate.
func (c *chainer) mediumOf(t *told) (hop sayso.Hop, elsewhere bool) {
	first, last := c.bounds(t.head)
	first, last = max(first, t.cue.first-nearby), min(last, t.cue.last+nearby)
	for i := first; i < last; i++ {
		if t.holds(i) || t.source.has(i) || c.speech(i) {
			continue
		}
		elsewhere = elsewhere || c.words.occasion[c.lower(i)]
		m, _, ok := c.mediumAt(i, last)
		if !ok {
			m, ok = c.titled(i)
		}
		if np, noun := c.nounAt(i); !ok && noun && np.first == i {
			m, ok = c.generic(np) // "told the paper", "carried by state television"
		}
		if !ok || hop.Name != "" {
			continue
		}
		if c.carries(t, i) {
			hop = m
		}
	}
	return hop, elsewhere
}

// titled returns the programme that token i, a noun such as "podcast", and the
// title in quotation marks after it name.
func (c *chainer) titled(i int32) (sayso.Hop, bool) {
	if _, ok := c.mediaWords[c.lower(i)]; !ok || int(i)+1 >= len(c.mark) || !c.mark[i+1] || !c.Quotes[c.quote[i+1]].Scare && c.more(c.Quotes[c.quote[i+1]].Pieces, 9) {
		return sayso.Hop{}, false
	}
	t := c.pieces(c.quote[i+1])[0]
	for t.first < t.last && (c.mark[t.first] || isQuoteMark(c.lower(t.first))) {
		t.first++
	}
	for t.last > t.first && (isQuoteMark(c.lower(t.last-1)) || c.final(t.last-1) || c.lower(t.last-1) == ",") {
		t.last--
	}
	if t.empty() || !capital(c.Word(t.first)) {
		return sayso.Hop{}, false
	}
	at := c.span(t)
	return sayso.Hop{Role: sayso.HopOutlet, Name: c.Of(at), Span: &at}, true
}

// carries reports whether a medium named at token i is the one that carried
// the claim: the word before it says so.
func (c *chainer) carries(t *told, i int32) bool {
	j := i - 1
	if np, ok := c.nounAt(i); ok {
		j = np.first - 1 // "told British broadcaster ITV"
	}
	for j >= 0 && (c.tag(j) == text.DT || c.tag(j) == text.JJ || c.tag(j) == text.PRPS || isQuoteMark(c.lower(j)) || c.tag(j) == text.CD || isTimeWord(c.lower(j)) && c.tag(j) != text.NN) {
		j--
	}
	interview := false
	for k := i; k < i+8 && int(k) < len(c.Tokens); k++ {
		interview = interview || c.words.interviewBehind[c.lower(k)]
	}
	for k := i - 1; k >= 0 && k > i-12; k-- {
		interview = interview || c.words.interviewBefore[c.lower(k)]
	}
	switch w := c.lower(j); w {
	case "told", "tell", "tells", "telling":
		return true
	case "with", "by", "on", "for":
		return w == "on" || interview || w == "by" && j > 0 && (c.tag(j-1) == text.VBN || c.tag(j-1) == text.VBD)
	case "to":
		return t.cue.first < i
	case "in", "an", "a":
		return interview
	}
	return interview && c.tag(j) == text.IN
}

// documentOf returns the document a claim was made in: "said in a statement",
// "tweeted", "In a letter, she wrote".
func (c *chainer) documentOf(t *told) (sayso.Hop, bool) {
	at := c.span(tokens{t.head, t.head + 1})
	switch verb := c.lemma(t.head); {
	case c.words.tweet[verb]:
		return sayso.Hop{Role: sayso.HopDocument, Name: "tweet", Span: &at}, true
	case c.words.email[verb]:
		return sayso.Hop{Role: sayso.HopDocument, Name: "email", Span: &at}, true
	}
	if t.class == verbClass && t.entry != nil && !t.entry.has(takesQuote|takesThat) {
		return sayso.Hop{}, false
	}
	first, last := c.bounds(t.head)
	first, last = max(first, t.cue.first-nearby), min(last, t.cue.last+nearby)
	for i := first; i+1 < last; i++ {
		w := c.lower(i)
		if w != "in" && w != "on" && w != "via" && w != "through" && w != "by" || t.holds(i) || c.speech(i) || t.source.has(i) {
			continue
		}
		np, ok := c.nounAt(i + 1)
		if !ok || np.first != i+1 {
			continue
		}
		head := c.nounHead(np)
		lemma := c.lemma(head)
		d, ok := c.documents[strings.ToLower(lemma)]
		for k := np.first; !ok && k < np.last; k++ {
			if w := c.lower(k + 1); c.platform(k) && c.words.platformPart[w] && w != "group" {
				d, ok = document{name: "post"}, true // "on its Telegram channel"
			}
		}
		if !ok || d.weak && w != "in" || w == "by" && d.name != "email" || t.holds(head) {
			continue
		}
		if c.tag(np.first) == text.DT && c.lower(np.first) == "the" && d.weak {
			continue
		}
		if w := c.lower(np.last); t.head > np.last && (w == "that" || w == "which") {
			continue // "in a ruling that lawyers called absurd": it is what they speak of
		}
		return c.documentHop(d, head), true
	}
	return sayso.Hop{}, false
}
