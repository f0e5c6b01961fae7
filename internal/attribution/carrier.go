package attribution

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// generic returns the medium that a phrase without a name stands for: the one
// named last for "the paper", and the words themselves for "state television".
func (c *chainer) generic(np tokens) (sayso.Hop, bool) {
	head := c.nounHead(np)
	if !c.mediaNoun(head) || capital(c.Word(head)) || c.platform(head-1) {
		return sayso.Hop{}, false
	}
	first := np.first
	for first < head && (c.tag(first) == text.DT || c.tag(first) == text.PRPS || c.tag(first) == text.PDT || c.tag(first) == text.CD) {
		first++
	}
	for i := first; i < head; i++ {
		if isName(c.tag(i)) && !c.unnamed(c.lower(i)) {
			return sayso.Hop{}, false // it has a name, known or not
		}
	}
	if w := c.lower(np.first); first == head {
		if w != "the" && w != "that" {
			return sayso.Hop{}, false // "this newspaper" is the one being read; "a newspaper" may be any
		}
		return c.namedBefore(np.first)
	}
	at := c.span(tokens{first, head + 1})
	return sayso.Hop{Role: sayso.HopOutlet, Name: c.Of(at), Span: &at}, true
}

// mediaNoun reports whether a noun is one for outlets and agencies.
func (c *chainer) mediaNoun(i int32) bool {
	switch c.lemma(i) {
	case "media", "press":
		return c.lower(i-1) != "social"
	case "agency":
		w := c.lower(i - 1)
		return w == "news" || w == "press" || w == "the" && c.tag(i) == text.NN && c.agencies
	}
	place := c.mediaWords[c.lower(i)]
	return (place == "noun" || place == "both") && !c.words.programme[c.lower(i)] && c.lower(i) != "network" && c.lower(i) != "site"
}

// namedBefore returns the medium named last before token i.
func (c *chainer) namedBefore(i int32) (sayso.Hop, bool) {
	k, _ := slices.BinarySearchFunc(c.mentioned, i, func(m mention, i int32) int { return cmp.Compare(m.at, i) })
	if k == 0 {
		return sayso.Hop{}, false
	}
	return c.mentioned[k-1].hop, true
}

// mention is a medium named in the text.
type mention struct {
	at  int32
	hop sayso.Hop
}

// mentions finds every medium that the text names, in text order.
func (c *chainer) mentions() {
	for i := int32(0); i < int32(len(c.Tokens)); i++ {
		if !capital(c.Word(i)) || c.speech(i) {
			continue
		}
		if hop, to, ok := c.mediumAt(i, c.Sents[c.Tokens[i].Sent].Last); ok {
			c.mentioned = append(c.mentioned, mention{i, hop})
			c.agencies = c.agencies || hop.Role == sayso.HopAgency
			i = to - 1
		}
	}
}

// handedOn returns the hop of whoever the words of a cue say handed a claim on.
func (c *chainer) handedOn(via tokens) (sayso.Hop, bool) {
	if via.empty() {
		return sayso.Hop{}, false
	}
	np, ok := c.nounAt(via.first)
	if !ok {
		np = via
	}
	np = tokens{max(np.first, via.first), min(np.last, via.last)}
	if hop, _, ok := c.medium(np); ok {
		return hop, true
	}
	if hop, ok := c.generic(np); ok {
		return hop, true
	}
	if w := c.lower(np.first); np.last-np.first == 2 && w == "the" && c.lower(np.first+1) == "agency" {
		if hop, ok := c.namedBefore(np.first); ok {
			return hop, true
		}
	}
	hop, ok := c.speakerHop(via, np, sayso.HopOutlet)
	if ok && c.personal(hop.Entity) {
		hop.Role = sayso.HopSpeaker
	}
	return hop, ok
}

// personal reports whether an entity is somebody rather than a body.
func (c *chainer) personal(id sayso.EntityID) bool {
	if id < 1 || int(id) > len(c.entities) {
		return false
	}
	t := c.entities[id-1].Type
	return t == sayso.Person || t == sayso.Role || t == sayso.Group
}

// carried reads how a document reached the reader from the words after its
// noun, which ends before token i: "a statement carried by state television",
// "documents seen by the Courier", "a letter in the Post". own tells that the
// document is the medium's own report.
func (c *chainer) carried(i, end int32) (hop sayso.Hop, own, ok bool) {
	if c.lower(i) == "," {
		i++
	}
	verb := ""
	if i < end && (c.tag(i) == text.VBN || c.tag(i) == text.VBD) {
		verb = c.lemma(i)
		i++
	}
	switch w := c.lower(i); {
	case i+1 >= end:
		return sayso.Hop{}, false, false
	case verb == "" && (w == "in" || w == "by" || w == "from" || w == "on"):
	case (w == "by" || w == "on" || w == "in" || w == "to") && c.words.carry[verb]:
	default:
		return sayso.Hop{}, false, false
	}
	np, found := c.nounAt(i + 1)
	if !found || np.first != i+1 {
		return sayso.Hop{}, false, false
	}
	np.last = min(np.last, end)
	hop, _, ok = c.medium(np)
	if !ok {
		hop, ok = c.generic(np)
	}
	return hop, verb == "", ok
}

// appearance is somebody's speaking to a medium, told without any of their words.
type appearance struct {
	at     int32 // the medium's first token
	medium sayso.Hop
	who    sayso.Hop
	number number
}

// appearances finds where somebody is said to speak to a medium, so that what
// they say in the next sentences is said to it: "The minister spoke to the
// Courier on Monday. The bridge was mined, he said."
func (c *chainer) appearances(claims []told) []appearance {
	cues := make(map[int32]bool)
	for i := range claims {
		if !claims[i].dropped && claims[i].within < 0 {
			cues[c.Tokens[claims[i].head].Sent] = true
		}
	}
	var out []appearance
	for _, m := range c.mentioned {
		if cues[c.Tokens[m.at].Sent] || c.implied(m.hop.Name) {
			continue
		}
		first, _ := c.bounds(m.at)
		for i := m.at - 1; i >= first && i > m.at-12; i-- {
			if c.fullVerb(i) && c.meets(i, m.at) {
				if np, ok := c.subject(c.verbGroup(i)); ok {
					if who, ok := c.speakerHop(np, np, sayso.HopSpeaker); ok && !c.passiveVoice(&frame{head: i, cue: c.verbGroup(i)}) || c.lemma(i) == "interview" && ok {
						out = append(out, appearance{m.at, m.hop, who, c.numberOf(who, np)})
					}
				}
				break
			}
		}
	}
	return out
}

// fullVerb reports whether token i is a full verb.
func (c *chainer) fullVerb(i int32) bool { return isVerb(c.tag(i)) && c.Tokens[i].UPOS != text.AUX }

// meets reports whether verb i tells of speaking to the medium named at token m.
func (c *chainer) meets(i, m int32) bool {
	to, interview := false, false
	for k := i + 1; k < m; k++ {
		switch w := c.lower(k); w {
		case "to", "with", "by", "on", "for":
			to = true
		case "interview", "interviews":
			interview = true
		}
	}
	verb := strings.ToLower(c.lemma(i))
	return to && c.words.speakTo[verb] || interview && c.words.grant[verb]
}
