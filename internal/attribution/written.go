package attribution

import (
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
		if !c.fullVerb(i) || !issuing(c.lemma(i)) || c.speech(i) {
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
			c.written = append(c.written, written{i, c.documentHop(d, head).Name, who})
		}
	}
}

func issuing(verb string) bool {
	switch verb {
	case "issue", "release", "publish", "provide", "send", "write", "circulate", "post", "sign", "email", "file", "submit", "distribute":
		return true
	}
	return false
}

// authorsOf returns who wrote the document of this name that was told of last
// before token i.
func (c *chainer) authorsOf(name string, i int32) []sayso.Hop {
	var best *written
	for k := range c.written {
		w := &c.written[k]
		if w.name == name && w.at < i && c.paragraph(i)-c.paragraph(w.at) <= recent && (best == nil || w.at >= best.at) {
			best = w
		}
	}
	if best == nil {
		return nil
	}
	return best.who
}
