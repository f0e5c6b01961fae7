package attribution

import (
	"cmp"
	"slices"

	"sayso"
	"sayso/internal/text"
)

// written is a document whose author the text has told.
type written struct {
	at   int32  // the token that told it
	name string // of the document's hop
	who  []sayso.Hop
}

// recent is how many paragraphs back "the statement" looks for the statement it means.
const recent = 4

// issues finds who is said to have put out a document, before any of its words
// are told: "The ministry issued a statement. The statement said …".
func (c *chainer) issues() {
	for i := int32(0); i < int32(len(c.Tokens)); i++ {
		if !c.fullVerb(i) || !c.words.issue[c.lemma(i)] || c.speech(i) {
			continue
		}
		g := c.verbGroup(i)
		np, ok := c.nounAt(g.last)
		if !ok || np.first != g.last || c.tag(np.first) != text.DT && c.tag(np.first) != text.PRPS {
			continue
		}
		head := c.nounHead(np)
		d, ok := c.documents[c.lemma(head)]
		if !ok || isName(c.tag(head)) || c.passiveVoice(&frame{head: i, cue: g}) {
			continue
		}
		subject, ok := c.subject(g)
		if !ok {
			continue
		}
		if who := c.source(&told{frame: frame{head: i, class: verbClass, source: subject}}); len(who) > 0 && !has(who, sayso.HopDocument) {
			c.issued = append(c.issued, written{i, c.documentHop(d, head).Name, who})
		}
	}
}

// authorsOf returns who wrote the document of this name that was told of last
// before token i.
func (c *chainer) authorsOf(name string, i int32) []sayso.Hop {
	after, _ := slices.BinarySearchFunc(c.issued, i, func(w written, i int32) int { return cmp.Compare(w.at, i) })
	issued, written := c.latest(c.issued[:after], name, i), c.latest(c.written, name, i)
	switch {
	case written != nil && (issued == nil || written.at >= issued.at):
		return written.who
	case issued != nil:
		return issued.who
	}
	return nil
}

// latest returns the last document of this name in a list in text order, a few
// paragraphs before token i at most.
func (c *chainer) latest(list []written, name string, i int32) *written {
	for k := len(list) - 1; k >= 0 && c.paragraph(i)-c.paragraph(list[k].at) <= recent; k-- {
		if list[k].name == name && list[k].at < i {
			return &list[k]
		}
	}
	return nil
}
