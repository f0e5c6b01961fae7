package attribution

import (
	"sayso"
	"sayso/internal/text"
)

// number is what pronoun stands for a speaker.
type number uint8

const (
	nobody  number = iota
	person         // he, she
	body           // it
	several        // they
	one            // one, but whether a person or a body is not known: any but they
)

// remember keeps who spoke last, for a pronoun that goes on with them.
func (c *chainer) remember(t *told, who sayso.Hop) {
	if pronoun(c.lower(t.source.first)) != nobody && t.source.last-t.source.first == 1 && c.speaker.Name == who.Name {
		c.at = c.paragraph(t.head)
		return
	}
	c.speaker, c.at, c.number = who, c.paragraph(t.head), c.numberOf(who, t.source)
}

// numberOf tells what pronoun can stand for a speaker, from what it is and how it is named.
func (c *chainer) numberOf(who sayso.Hop, named tokens) number {
	if id := who.Entity; id > 0 && int(id) <= len(c.entities) {
		switch c.entities[id-1].Type {
		case sayso.Person, sayso.Role:
			return person
		case sayso.Organization:
			return body
		case sayso.Group:
			return several
		}
	}
	base, ok := c.nounAt(named.first)
	if !ok {
		return nobody
	}
	switch tag := c.tag(c.nounHead(base)); {
	case tag == text.NNS || tag == text.NNPS:
		return several
	case tag == text.NN:
		return one
	}
	return nobody
}

func pronoun(w string) number {
	switch w {
	case "he", "she":
		return person
	case "it":
		return body
	case "they":
		return several
	}
	return nobody
}

// goesOn reports whether a claim's source is a pronoun that the entities leave
// open and that fits who spoke last, in this paragraph or the one before.
func (c *chainer) goesOn(t *told) bool {
	if t.source.last-t.source.first != 1 || c.speaker.Name == "" || c.paragraph(t.head)-c.at > 1 {
		return false
	}
	switch pronoun(c.lower(t.source.first)) {
	case person:
		return c.number == person || c.number == one
	case body:
		return c.number == body || c.number == one
	case several:
		return c.number == several
	}
	return false
}

// likelier reports whether a pronoun means who spoke last, somebody without a
// name, rather than the one it was taken for, whom nothing has named since.
func (c *chainer) likelier(t *told, who sayso.Hop) bool {
	if who.Entity == 0 || who.Entity == c.speaker.Entity || int(who.Entity) > len(c.entities) || c.speaker.Span == nil || pronoun(c.lower(t.source.first)) != person {
		return false
	}
	if id := c.speaker.Entity; id > 0 && int(id) <= len(c.entities) && c.named(&c.entities[id-1]) {
		return false
	}
	from, to := c.speaker.Span.Start, c.Tokens[t.source.first].Span.Start
	for _, m := range c.entities[who.Entity-1].Mentions {
		if m.Form != sayso.PronounMention && m.Span.Start > from && m.Span.Start < to {
			return false
		}
	}
	return true
}

// cited returns whom a report cites: "…, the channel reported, citing the
// health ministry".
func (c *chainer) cited(t *told) (sayso.Hop, bool) {
	_, end := c.bounds(t.head)
	if t.class != verbClass && t.class != accordingClass {
		return sayso.Hop{}, false
	}
	from := t.cue.last
	if t.source.last <= t.cue.first && t.cue.first-t.source.first < nearby {
		from = t.source.first // "A report in the Post citing officials said"
	}
	for i := from; i+1 < min(end, t.cue.last+nearby); i++ {
		if t.holds(i) || t.cue.has(i) || !c.cites(i) {
			continue
		}
		np, ok := c.nounAt(i + 1)
		if !ok || np.first != i+1 {
			return sayso.Hop{}, false
		}
		if d, ok := c.documents[c.lemma(c.nounHead(np))]; ok && !isName(c.tag(c.nounHead(np))) {
			return c.documentHop(d, c.nounHead(np)), true
		}
		if hop, _, ok := c.medium(np); ok {
			return hop, true
		}
		return c.speakerHop(tokens{np.first, c.tails(np.last, end)}, np, sayso.HopSpeaker)
	}
	return sayso.Hop{}, false
}

// whoIsCited reports whether a source is the relative pronoun of somebody whom the
// report before cites: "Radio Delta reported, citing a guard {who} said …".
func (c *chainer) whoIsCited(source tokens) bool {
	if source.last-source.first != 1 {
		return false
	}
	np := c.antecedent(source)
	return np != source && np.first > 0 && c.cites(np.first-1)
}

// whatTheyCall returns the subject of the clause around "what it called …", for
// which the pronoun stands if the number fits.
func (c *chainer) whatTheyCall(t *told) (sayso.Hop, bool) {
	if t.source.last-t.source.first != 1 || c.lower(t.source.first-1) != "what" {
		return sayso.Hop{}, false
	}
	start, _ := c.bounds(t.head)
	np, ok := c.governor(t.source.first-1, start, 0)
	if !ok || !c.canSpeak(np) {
		return sayso.Hop{}, false
	}
	hop, ok := c.speakerHop(np, np, sayso.HopSpeaker)
	if !ok {
		return hop, false
	}
	is, want := c.numberOf(hop, np), pronoun(c.lower(t.source.first))
	return hop, want != nobody && (is == want || is == one && want != several)
}
