package attribution

import (
	"strings"

	"sayso"
)

// chainer follows claims from the reader back to whose words they are.
type chainer struct {
	*page
	*hops
	article  *sayso.Article
	entities []sayso.Entity
	index    *sayso.EntityIndex
	speaksOf map[string]sayso.Hop // for whom a spokesperson speaks, by the spokesperson's name
	last     sayso.Hop            // the medium of the claim before, if its speaker goes on
	lastBy   string               // that claim's speaker
	speaker  sayso.Hop            // who spoke last,
	number   number               // one person, one body or several,
	at       int32                // in this paragraph

	mentioned []mention // the media that the text names
	agencies  bool      // an agency is among them
	issued    []written // documents that somebody is said to have put out
	written   []written // those that a claim was made in
}

// chains fills in every claim's chain, nearest the reader first: the agency
// whose report it is, the claim around it, the medium and the document that
// carried it, who spoke and for whom. Speakers that could not be told leave no hop.
func (f *Finder) chains(p *page, claims []told, order []int32, out []sayso.Claim, article *sayso.Article, entities []sayso.Entity, index *sayso.EntityIndex) {
	c := chainer{page: p, hops: &f.hops, article: article, entities: entities, index: index, speaksOf: map[string]sayso.Hop{}}
	for _, k := range order {
		c.source(&claims[k]) // learn first who speaks for whom
	}
	var wire []sayso.Hop
	if name := c.agency(); name != "" {
		wire = []sayso.Hop{{Role: sayso.HopAgency, Name: name}}
	}
	c.mentions()
	c.issues()
	seen := c.appearances(claims)
	own := make([][]sayso.Hop, len(out))
	for n, k := range order {
		for len(seen) > 0 && seen[0].at < claims[k].head {
			c.last, c.lastBy = seen[0].medium, seen[0].who.Name
			c.speaker, c.number, c.at = seen[0].who, seen[0].number, c.paragraph(seen[0].at)
			seen = seen[1:]
		}
		own[n] = c.own(&claims[k], &out[n])
		if n > 0 && len(own[n-1]) > 1 && c.whoIsCited(claims[k].source) {
			own[n] = extend(own[n-1][:len(own[n-1]):len(own[n-1])], own[n])
		}
	}
	for n := range out {
		chain := append([]sayso.Hop{}, wire...)
		var around [4]sayso.ClaimID
		depth := 0
		for up := out[n].Within; up != 0 && depth < len(around); up = out[up-1].Within {
			around[depth] = up
			depth++
		}
		for depth--; depth >= 0; depth-- {
			chain = extend(chain, own[around[depth]-1])
		}
		out[n].Chain = extend(chain, own[n])
	}
}

// extend adds hops to a chain, none twice.
func extend(chain, more []sayso.Hop) []sayso.Hop {
next:
	for _, h := range more {
		for _, old := range chain {
			if sameName(old.Name, h.Name) {
				continue next
			}
		}
		chain = append(chain, h)
	}
	return chain
}

func sameName(a, b string) bool {
	return strings.EqualFold(strings.TrimPrefix(strings.ToLower(a), "the "), strings.TrimPrefix(strings.ToLower(b), "the "))
}

// agency returns the agency whose report the article is.
func (c *chainer) agency() string {
	if c.article == nil {
		return ""
	}
	name := c.article.Agency
	if d := c.article.Dateline; d != nil && d.Agency != "" {
		name = d.Agency
	}
	if _, document := c.documents[strings.ToLower(name)]; document {
		return "" // "Audit report: …" is no dateline
	}
	return name
}

// own returns the hops that a claim adds to those of the claim around it.
func (c *chainer) own(t *told, claim *sayso.Claim) []sayso.Hop {
	var out []sayso.Hop
	who := c.source(t)
	if claim.Within == 0 && len(who) > 0 && c.goesOn(t) && c.likelier(t, who[0]) {
		who = nil
	}
	if len(who) == 0 && claim.Within == 0 && c.goesOn(t) {
		// A pronoun that the entities leave open goes on with the one who spoke last.
		who = []sayso.Hop{c.speaker}
		if principal, ok := c.speaksOf[c.speaker.Name]; ok {
			who = append(who, principal)
		}
		claim.Source.Entity = c.speaker.Entity
	}
	if len(who) == 0 {
		if hop, ok := c.whatTheyCall(t); ok {
			who = []sayso.Hop{hop}
			claim.Source.Entity = hop.Entity
		}
	}
	speaker := ""
	if len(who) > 0 {
		speaker = who[len(who)-1].Name
		if who[0].Role == sayso.HopSpokesperson {
			speaker = who[0].Name
		}
	}
	medium, elsewhere := c.mediumOf(t)
	question := t.source.empty() && claim.Kind == sayso.Question
	switch {
	case medium.Name != "":
		c.last, c.lastBy = medium, speaker
	case claim.Part == sayso.PartHeadline || claim.Within != 0 && !question:
	case question || speaker != "" && speaker == c.lastBy && !elsewhere && !c.perfect(t):
		medium = c.last
	case speaker != "" && speaker != c.lastBy || elsewhere:
		c.last, c.lastBy = sayso.Hop{}, ""
	}
	if len(who) > 0 && who[0].Role != sayso.HopSpeaker && who[0].Role != sayso.HopSpokesperson && who[0].Role != sayso.HopDocument {
		medium = sayso.Hop{} // the medium itself speaks
	}
	if len(who) > 0 && claim.Within == 0 && (who[0].Role == sayso.HopSpeaker || who[0].Role == sayso.HopSpokesperson) {
		c.remember(t, who[0])
	}
	if hop, ok := c.handedOn(t.via); ok {
		medium = hop
	} else if hop, ok := c.quotedBy(t.source); ok {
		medium = hop
	}
	if len(who) > 1 && who[0].Role == sayso.HopSpokesperson && who[0].Entity != 0 && claim.Source != nil {
		claim.Source.Entity = who[0].Entity // who speaks, not for whom
	}
	if cited, ok := c.cited(t); ok {
		who = append(who, cited)
	}
	if medium.Name != "" && !c.implied(medium.Name) {
		out = append(out, medium)
	}
	if d, ok := c.documentOf(t); ok {
		if len(who) == 0 || !has(who, sayso.HopDocument) {
			out = append(out, d)
			if len(who) > 0 {
				c.written = append(c.written, written{t.head, d.Name, who})
			}
		}
		if claim.Kind == sayso.Speech {
			claim.Kind = sayso.Writing
		}
	}
	if len(who) > 0 && claim.Kind == sayso.Speech && (has(who, sayso.HopDocument) || len(who) == 1 && (who[0].Role == sayso.HopOutlet || who[0].Role == sayso.HopAgency) && !c.words.spokenBy(who[0].Name)) {
		claim.Kind = sayso.Writing
	}
	return append(out, who...)
}

// spoken reports whether a medium speaks rather than writes.
func (w *words) spokenBy(name string) bool {
	for part := range strings.FieldsSeq(strings.ToLower(name)) {
		if w.spoken[part] {
			return true
		}
	}
	return false
}

// has reports whether a chain has a hop of this role.
func has(hops []sayso.Hop, role sayso.HopRole) bool {
	for i := range hops {
		if hops[i].Role == role {
			return true
		}
	}
	return false
}

// implied reports whether a name is the article's own outlet or agency.
func (c *chainer) implied(name string) bool {
	return c.article != nil && (sameName(name, c.article.Outlet) || sameName(name, c.agency()) || c.short(name, c.agency()))
}

// short reports whether one name is the other's initials: "AP", "Associated Press".
func (c *chainer) short(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 2 || len(a) > 5 {
		return false
	}
	initials := ""
	for w := range strings.FieldsSeq(b) {
		if w[0] >= 'A' && w[0] <= 'Z' && !strings.EqualFold(w, "the") {
			initials += w[:1]
		}
	}
	return strings.EqualFold(a, initials)
}

// perfect reports whether the cue tells of another occasion: "has said".
func (c *chainer) perfect(t *told) bool {
	w := c.lower(t.cue.first)
	return w == "has" || w == "have" || w == "had"
}
