package attribution

import (
	"strings"

	"sayso"
	"sayso/internal/text"
)

// source returns the hops of a claim's source: a spokesperson and for whom, a
// document and its author, a medium, or the speaker.
func (c *chainer) source(t *told) []sayso.Hop {
	src := t.source
	if src.empty() || t.class == markClass && c.turnLabel(src) {
		return nil
	}
	if src = c.antecedent(src); src.empty() {
		return nil
	}
	switch c.lower(src.first) {
	case "nobody", "none":
		return nil
	case "no":
		if c.lower(src.first+1) == "one" {
			return nil
		}
	}
	base, ok := c.nounAt(src.first)
	if !ok || base.last > src.last {
		base = tokens{src.first, src.last}
	}
	base.first = max(base.first, src.first)
	for c.tag(base.first) == text.DT && base.last-base.first == 1 && base.last < src.last {
		// The phrase was parted: "a United Nations report".
		for base.last < src.last && !isNoun(c.tag(base.last)) {
			base.last++
		}
		for base.last < src.last && isNoun(c.tag(base.last)) {
			base.last++
		}
	}
	head := c.nounHead(base)
	if hop, to, ok := c.medium(base); ok && to >= head && t.class != markClass {
		return []sayso.Hop{hop}
	}
	if hop, ok := c.generic(base); ok {
		return []sayso.Hop{hop}
	}
	if c.press(src, base) {
		if hop, ok := c.speakerHop(src, base, sayso.HopOutlet); ok {
			return []sayso.Hop{hop}
		}
	}
	if hops := c.spokesperson(src, base); hops != nil {
		return hops
	}
	if d, ok := c.documents[c.lemma(head)]; ok && !isName(c.tag(head)) {
		return c.authored(d, src, base, head)
	}
	hop, ok := c.speakerHop(src, base, sayso.HopSpeaker)
	if !ok {
		return nil
	}
	if principal, ok := c.speaksOf[hop.Name]; ok {
		hop.Role = sayso.HopSpokesperson
		return []sayso.Hop{hop, principal}
	}
	return []sayso.Hop{hop}
}

// antecedent returns the phrase that a relative pronoun stands for: "the board"
// of "the board, which said"; any other phrase as it is.
func (p *page) antecedent(t tokens) tokens {
	if t.last-t.first != 1 {
		return t
	}
	if tag := p.tag(t.first); tag != text.WP && tag != text.WDT && p.lower(t.first) != "who" {
		return t
	}
	i := t.first
	if i > 0 && p.lower(i-1) == "," {
		i--
	}
	start, _ := p.bounds(t.first)
	np, _ := p.phraseBack(i, start)
	return np
}

// turnLabel reports whether a phrase only tells whose turn it is in an interview: "Q", "A".
func (c *chainer) turnLabel(t tokens) bool {
	if t.last-t.first > 2 {
		return false
	}
	switch c.lower(t.first) {
	case "q", "a", "question", "answer":
		return true
	}
	return false
}

// press reports whether a source is a medium by its noun: "a newspaper", "Uhuru,
// a Swahili newspaper owned by the party".
func (c *chainer) press(src, base tokens) bool {
	if c.mediaNoun(c.nounHead(base)) {
		return !capital(c.Word(c.nounHead(base)))
	}
	if !isName(c.tag(base.last - 1)) {
		return false
	}
	for i := base.last; i+1 < src.last && i < base.last+8; i++ {
		if c.lower(i) != "," {
			continue
		}
		if np, ok := c.nounAt(i + 1); ok && np.first == i+1 && c.tag(np.first) == text.DT && c.mediaNoun(c.nounHead(np)) {
			return true
		}
	}
	return false
}

// quotedBy returns who handed on the words of a source: "the minister as quoted
// by Harbour Wire".
func (c *chainer) quotedBy(src tokens) (sayso.Hop, bool) {
	for i := src.first + 1; i+2 < src.last; i++ {
		if w := c.lower(i); (w == "quoted" || w == "cited") && c.lower(i+1) == "by" {
			return c.handedOn(tokens{i + 2, src.last})
		}
	}
	return sayso.Hop{}, false
}

// nounHead returns the last noun of a base noun phrase.
func (c *chainer) nounHead(np tokens) int32 {
	for i := np.last - 1; i >= np.first; i-- {
		if isNoun(c.tag(i)) {
			return i
		}
	}
	return np.last - 1
}

// authored returns a document and, where the phrase tells, whose words it holds.
func (c *chainer) authored(d document, src, base tokens, head int32) []sayso.Hop {
	out := []sayso.Hop{c.documentHop(d, head)}
	hop, own, ok := c.carried(head+1, src.last)
	for i := head + 2; !ok && i+2 < src.last; i++ {
		if c.lower(i) == "," && c.tag(i+1) == text.VBN {
			hop, own, ok = c.carried(i, src.last) // "a letter from the governor, seen by Radio Delta"
		}
	}
	if ok {
		if own = own && c.words.article[d.name]; own {
			out = out[:0]
		}
		if !c.implied(hop.Name) {
			out = append([]sayso.Hop{hop}, out...)
		}
		if own {
			return out
		}
	}
	for i := base.first + 1; i < head; i++ {
		if c.tag(i) == text.POS {
			if hop, ok := c.speakerHop(tokens{base.first, i}, tokens{base.first, i}, sayso.HopSpeaker); ok {
				return append(out, hop)
			}
		}
	}
	if c.tag(base.first) == text.PRPS {
		if hop, ok := c.speakerHop(tokens{base.first, base.first + 1}, tokens{base.first, base.first + 1}, sayso.HopSpeaker); ok {
			return append(out, hop)
		}
	}
	if w := c.lower(base.last); base.last+1 < src.last && (w == "from" || w == "by") {
		rest := tokens{base.last + 1, src.last}
		np, ok := c.nounAt(rest.first)
		if !ok {
			np = rest
		}
		if hop, ok := c.speakerHop(rest, np, sayso.HopSpeaker); ok {
			return append(out, hop)
		}
	}
	if w := c.lower(base.first); w == "the" || w == "that" || w == "this" {
		return append(out, c.authorsOf(out[len(out)-1].Name, base.first)...)
	}
	return out
}

// spokesperson reads "Ann Ode, a spokeswoman for the board", "board
// spokeswoman Ann Ode", "the board's spokeswoman" and "spokeswoman Ann Ode".
func (c *chainer) spokesperson(src, base tokens) []sayso.Hop {
	noun := int32(-1)
	for i := src.first; i < src.last; i++ {
		if before, ok := c.spokes[c.lower(i)]; ok && (before == "" || i > src.first && c.lower(i-1) == before) {
			noun = i
			break
		}
	}
	if noun < 0 {
		return nil
	}
	from := noun
	if c.spokes[c.lower(noun)] != "" {
		from--
	}
	var principal sayso.Hop
	known := false
	for i := noun + 1; i+1 < src.last && i < noun+4; i++ {
		if w := c.lower(i); w == "for" || w == "of" || w == "at" {
			np, ok := c.nounAt(i + 1)
			if ok {
				principal, known = c.speakerHop(tokens{i + 1, min(np.last, src.last)}, np, sayso.HopSpeaker)
			}
			break
		}
	}
	np, _ := c.nounAt(noun)
	np.first = max(np.first, src.first)
	if !known && np.first < from {
		// What stands before the noun: "Gore 's spokeswoman", "State Department spokesman".
		to := from
		for to > np.first && (c.tag(to-1) == text.POS || c.tag(to-1) == text.JJ || c.lower(to-1) == "communications") {
			to--
		}
		principal, known = c.speakerHop(tokens{np.first, to}, tokens{np.first, to}, sayso.HopSpeaker)
	}
	// The spokesperson's own name stands after the noun or before its comma.
	var hop sayso.Hop
	named := false
	if i := noun + 1; i < src.last && isName(c.tag(i)) {
		hop, named = c.speakerHop(tokens{i, np.last}, tokens{i, np.last}, sayso.HopSpokesperson)
	} else if i := noun + 2; i < src.last && c.lower(noun+1) == "," && isName(c.tag(i)) {
		if own, ok := c.nounAt(i); ok {
			hop, named = c.speakerHop(own, own, sayso.HopSpokesperson)
		}
	} else if base.last <= noun && isName(c.tag(base.last-1)) {
		hop, named = c.speakerHop(base, base, sayso.HopSpokesperson)
	}
	if !named {
		at := c.span(tokens{noun, noun + 1})
		hop = sayso.Hop{Role: sayso.HopSpokesperson, Name: c.Word(noun), Span: &at}
	}
	if known && sameName(principal.Name, hop.Name) {
		principal, known = c.bodyBefore(np.first, from) // the whole phrase was taken for the person
	}
	if !known {
		if p, ok := c.speaksOf[hop.Name]; ok {
			return []sayso.Hop{hop, p}
		}
		if id := hop.Entity; id != 0 && c.entities[id-1].MemberOf > 0 && int(c.entities[id-1].MemberOf) <= len(c.entities) {
			of := &c.entities[c.entities[id-1].MemberOf-1]
			return []sayso.Hop{hop, {Role: sayso.HopSpeaker, Name: of.Name, Entity: of.ID}}
		}
		return []sayso.Hop{hop}
	}
	c.speaksOf[c.Word(noun)] = principal // "the spokesman", later on
	if named {
		c.speaksOf[hop.Name] = principal
	}
	return []sayso.Hop{hop, principal}
}

// bodyBefore names the body that the words before a noun tell: "An army" of "An
// army spokesman".
func (c *chainer) bodyBefore(first, last int32) (sayso.Hop, bool) {
	for first < last && (c.tag(first) == text.DT || c.tag(first) == text.PRPS) {
		first++
	}
	for last > first && (c.tag(last-1) == text.POS || c.tag(last-1) == text.JJ) {
		last--
	}
	if first >= last {
		return sayso.Hop{}, false
	}
	at := c.span(tokens{first, last})
	return sayso.Hop{Role: sayso.HopSpeaker, Name: c.Of(at), Span: &at}, true
}

// speakerHop names a phrase: by its entity's fullest name, else by its own
// words without article or tail. A pronoun that is nobody's has no hop.
func (c *chainer) speakerHop(src, base tokens, role sayso.HopRole) (sayso.Hop, bool) {
	if src.empty() {
		return sayso.Hop{}, false
	}
	at := c.trimmed(src)
	if at.Empty() {
		return sayso.Hop{}, false
	}
	hop := sayso.Hop{Role: role, Span: &at}
	if id := c.index.At(at); id > 0 && int(id) <= len(c.entities) {
		if e := &c.entities[id-1]; sameName(e.Name, c.agency()) && !isName(c.tag(src.last-1)) {
			// "The board" in an agency's report is not the agency.
		} else if c.named(e) {
			hop.Entity, hop.Name = id, c.longer(e.Name, src)
			return hop, true
		} else {
			hop.Entity = id
		}
	}
	if tag := c.tag(src.first); src.last-src.first == 1 && (tag == text.PRP || tag == text.PRPS || tag == text.DT || tag == text.WP || tag == text.WDT) {
		return sayso.Hop{}, false
	}
	first, last := max(base.first, src.first), min(base.last, src.last)
	for first < last && (c.tag(first) == text.DT || c.tag(first) == text.PRPS || c.lower(first) == ",") {
		first++
	}
	for last+1 < src.last && c.lower(last) == "and" {
		more, ok := c.nounAt(last + 1)
		if !ok || more.first != last+1 || more.last > src.last {
			break
		}
		last = more.last
	}
	if last < src.last && (c.lower(last) == "familiar" || c.lower(last) == "close" || c.lower(last) == "of") {
		last = c.until(last, src.last)
	}
	if first >= last {
		return sayso.Hop{}, false
	}
	hop.Name = c.Of(c.trimmed(tokens{first, last}))
	return hop, hop.Name != ""
}

// longer returns a name with the words that the phrase of its source adds to
// it: "Vince" in "Sir Vince Ode, who …".
func (c *chainer) longer(name string, src tokens) string {
	if strings.ContainsRune(name, ' ') {
		return name
	}
	for i := src.first; i < src.last; i++ {
		if c.Word(i) != name {
			continue
		}
		last := i + 1
		for last < src.last && isName(c.tag(last)) && capital(c.Word(last)) {
			last++
		}
		return c.Of(c.Range(i, last))
	}
	return name
}

// named reports whether an entity has a name of its own.
func (c *chainer) named(e *sayso.Entity) bool {
	for _, m := range e.Mentions {
		if m.Form == sayso.NameMention {
			return e.Name != ""
		}
	}
	return false
}
