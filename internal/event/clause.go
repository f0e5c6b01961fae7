package event

import (
	"sayso/internal/text"
)

// phrase is a base noun phrase: tokens [first, last) with its head word.
type phrase struct{ first, last, head int32 }

// oblique is a prepositional phrase with everything coordinated in it.
type oblique struct {
	prep    int32 // the preposition's token
	word    string
	phrases []phrase
	node    int // of its first phrase
}

// group is a verb group with what hangs on it.
type group struct {
	first, last, head int32
	node              int

	finite, passive, negated     bool
	infinitive, gerund, partcple bool
	relative                     bool
	modal                        string // "will", "may", "is to", …; "" where there is none
	past                         bool
	subj, obj, iobj              []phrase
	obl                          []oblique
	after                        string // the word before it that joins it: "by", "if", "and", ",", "who"
	governor                     int    // index of the group or -1 of whose complement or adjunct it is part
	complement                   int    // index of the infinitive or participle it governs, or -1
	clause                       int    // index of the group of a clause it governs, or -1
	nounGov                      int32  // the noun before an infinitive: "plan to attack"; -1
	hypothetical                 bool   // in an if-clause
	adjective                    int32  // a predicate adjective: "ready" in "is ready to"; -1
	auxiliary                    int    // index of the group that holds its auxiliary, cut off by words between; -1
}

// nodeKind is what a node of a sentence's outline is.
type nodeKind uint8

const (
	nounNode nodeKind = iota
	verbNode
	prepNode
	commaNode
	conjNode
	subNode // a subordinator: that, if, because
	relNode // who, which, that
	breakNode
	adjNode
	otherNode
)

// node is one step of a sentence's outline: a chunk or a word between chunks.
type node struct {
	kind  nodeKind
	at    int32 // first token
	last  int32
	chunk int32 // of nouns and verbs
	prep  int   // index of the preposition's node that governs a noun phrase, or -1
	list  int   // of coordinated noun phrases: index of the first of the list
	subj  bool  // a noun phrase that is a subject
	group int   // of a verb: index of its group, or -1
}

// outline is a sentence as nodes and verb groups.
type outline struct {
	t      *tables
	doc    *text.Doc
	sent   text.Sentence
	nodes  []node
	groups []group

	// of a sentence with a tree, all counted from its first token; empty without
	child, next []int32 // the first dependent of a token, the next of the same head; -1
	nodeOf      []int32 // the node of a token; -1
}

// outlineOf cuts a sentence into its outline. It works from tags and chunks, and
// takes the relations of a tree where there is one.
func outlineOf(t *tables, doc *text.Doc, s text.Sentence, o *outline) {
	*o = outline{t: t, doc: doc, sent: s, nodes: o.nodes[:0], groups: o.groups[:0], child: o.child[:0], next: o.next[:0], nodeOf: o.nodeOf[:0]}
	for i := s.First; i < s.Last; {
		t := &doc.Tokens[i]
		n := node{at: i, last: i + 1, chunk: -1, prep: -1, list: -1, group: -1, kind: otherNode}
		if t.Chunk >= 0 {
			c := &doc.Chunks[t.Chunk]
			n.chunk, n.last = t.Chunk, max(c.Last, i+1)
			switch {
			case c.Kind == text.VerbChunk:
				n.kind = verbNode
			case c.Last == c.First+1 && (t.Tag == text.WP || t.Tag == text.WDT):
				n.kind = relNode
			default:
				n.kind = nounNode
			}
		} else {
			n.kind = o.word(i)
			if n.kind == otherNode {
				i++
				continue
			}
		}
		o.nodes = append(o.nodes, n)
		i = n.last
	}
	o.prepositions()
	o.lists()
	o.verbs()
	for i := range o.groups {
		o.subject(i)
	}
	for i := range o.groups {
		o.arguments(i)
	}
	for i := range o.groups {
		o.control(i)
	}
	o.tree()
}

// word tells what a word outside chunks is for the outline.
func (o *outline) word(i int32) nodeKind {
	t := &o.doc.Tokens[i]
	switch {
	case t.Tag == text.WDT, t.Tag == text.WP, t.Tag == text.WPS, t.Tag == text.WRB && (t.Lower == "where" || t.Lower == "when"):
		return relNode
	case t.Lower == "that" && o.afterNoun() && t.Tag == text.IN:
		return subNode
	case t.UPOS == text.SCONJ && !prepositions[t.Lower], t.Lower == "if", t.Lower == "that":
		return subNode
	case t.UPOS == text.ADP, t.Tag == text.IN, t.Tag == text.TO:
		return prepNode
	case t.UPOS == text.CCONJ:
		return conjNode
	case t.Lower == ",":
		return commaNode
	case t.Lower == ";" || t.Lower == ":" || t.Lower == "—" || t.Lower == "–" || t.Lower == "--":
		return breakNode
	case t.UPOS == text.ADJ || t.UPOS == text.VERB:
		return adjNode
	}
	return otherNode
}

var prepositions = map[string]bool{"after": true, "before": true, "since": true, "until": true, "as": true, "than": true, "like": true, "for": true, "of": true,
	"on": true, "in": true, "with": true, "by": true, "from": true, "without": true, "into": true, "over": true, "about": true, "against": true,
	"despite": true, "at": true, "following": true, "amid": true, "during": true}

// clausal prepositions may begin a clause of their own.
var clausal = map[string]bool{"after": true, "before": true, "since": true, "until": true, "as": true, "than": true, "like": true, "for": true, "with": true,
	"while": true, "though": true, "although": true, "because": true, "unless": true, "once": true, "whether": true}

func (o *outline) afterNoun() bool {
	return len(o.nodes) > 0 && o.nodes[len(o.nodes)-1].kind == nounNode
}

// prepositions gives each noun phrase the preposition that stands right before it.
func (o *outline) prepositions() {
	for i := 1; i < len(o.nodes); i++ {
		if o.nodes[i].kind == nounNode && o.nodes[i-1].kind == prepNode && !o.counts(o.nodes[i-1].at, o.nodes[i].at) {
			o.nodes[i].prep = i - 1
		}
	}
}

// counts reports whether a preposition only shades a number: "at least four
// people", "over 200", "up to 50".
func (o *outline) counts(prep, noun int32) bool {
	switch n := &o.doc.Tokens[noun]; o.doc.Tokens[prep].Lower {
	case "at":
		return n.Lower == "least" || n.Lower == "most"
	case "about", "around", "over", "under":
		return n.UPOS == text.NUM && n.Tag == text.CD && int(noun) < len(o.doc.Tokens)-1 && o.doc.Tokens[noun+1].Tag == text.NNS
	case "to":
		return n.UPOS == text.NUM && prep > o.sent.First && o.doc.Tokens[prep-1].Lower == "up"
	case "than":
		return n.UPOS == text.NUM
	}
	return false
}

// lists joins coordinated noun phrases: "A, B and C". A phrase that a finite
// verb follows is the next clause's subject where a verb already stands before.
func (o *outline) lists() {
	verb := false // a verb stands before that takes its own objects
	for i := range o.nodes {
		n := &o.nodes[i]
		switch n.kind {
		case verbNode:
			verb = !o.t.words.saying[lemma(&o.doc.Tokens[o.doc.Chunks[n.chunk].Head])]
		case breakNode, subNode:
			verb = false
		case nounNode:
			if n.list < 0 {
				n.list = i
			}
			j := i + 1
			comma := j < len(o.nodes) && o.nodes[j].kind == commaNode
			if comma {
				j++
			}
			conj := j < len(o.nodes) && o.nodes[j].kind == conjNode && o.doc.Tokens[o.nodes[j].at].Lower != "but"
			if conj {
				j++
			}
			if !comma && !conj || j >= len(o.nodes) || o.nodes[j].kind != nounNode {
				continue
			}
			if !conj && !o.conjAhead(j) || verb && o.verbAt(j+1) {
				continue
			}
			o.nodes[j].list = n.list
			o.nodes[j].prep = n.prep
		}
	}
}

// reach is how many nodes are looked over in search of something, so that no
// sentence, however long, takes more than linear time.
const reach = 40

// conjAhead reports whether the list that node j goes on with ends in "and C".
func (o *outline) conjAhead(j int) bool {
	for end := min(j+reach, len(o.nodes)); j+1 < end; {
		j++
		switch o.nodes[j].kind {
		case nounNode, commaNode:
		case conjNode:
			return j+1 < len(o.nodes) && o.nodes[j+1].kind == nounNode
		default:
			return false
		}
	}
	return false
}

func (o *outline) verbAt(j int) bool { return j < len(o.nodes) && o.nodes[j].kind == verbNode }

// listed returns the phrases of the list that begins at node i, with those coordinated.
func (o *outline) listed(i int) (out []phrase) {
	for j := i; j < len(o.nodes) && j < i+reach; j++ {
		n := &o.nodes[j]
		if n.kind == nounNode && (j == i || n.list == o.nodes[i].list) {
			out = append(out, o.phrase(j))
		} else if n.kind == verbNode || n.kind == subNode || n.kind == relNode || n.kind == breakNode {
			break
		}
	}
	return out
}

func (o *outline) phrase(i int) phrase {
	c := &o.doc.Chunks[o.nodes[i].chunk]
	p := phrase{c.First, c.Last, c.Head}
	if o.doc.Tokens[p.first].Tag == text.WRB && p.first < p.head {
		p.first++ // "when 26 people"
	}
	if t := &o.doc.Tokens[p.first]; t.UPOS == text.ADV && p.first < p.head && t.Head >= 0 && (t.Head < p.first || t.Head >= p.last) {
		p.first++ // "took {away} two protesters"
	}
	if w := o.doc.Tokens[p.first].Lower; p.last-p.first > 2 && p.head >= p.first+2 && (w == "last" || w == "next" || w == "this") && temporal[o.doc.Tokens[p.first+1].Lower] {
		p.first += 2 // "last year the republic"
	}
	if p.last-p.first > 1 && p.head == p.last-1 {
		switch o.doc.Tokens[p.head].Lower {
		case "today", "yesterday", "tomorrow", "tonight":
			p.last, p.head = p.last-1, p.head-1
		}
	}
	for k := p.first + 1; k+1 < p.last; k++ { // "Norway next week"
		if w := o.doc.Tokens[k].Lower; (w == "next" || w == "last" || w == "this" || w == "every") && temporal[o.doc.Tokens[k+1].Lower] {
			return phrase{p.first, k, k - 1}
		}
	}
	return p
}

// verbs makes the verb groups.
func (o *outline) verbs() {
	for i := range o.nodes {
		if o.nodes[i].kind != verbNode {
			continue
		}
		c := &o.doc.Chunks[o.nodes[i].chunk]
		g := group{first: c.First, last: c.Last, head: c.Head, node: i, governor: -1, complement: -1, clause: -1, nounGov: -1, adjective: -1, auxiliary: -1}
		o.inflection(&g)
		if i > 0 {
			p := &o.nodes[i-1]
			g.after = o.doc.Tokens[p.at].Lower
			switch p.kind {
			case relNode:
				g.relative = true
			case nounNode:
				g.after = ""
			}
		}
		for j := i - 1; j >= 0 && o.nodes[j].kind != verbNode && o.nodes[j].kind != breakNode; j-- {
			switch w := o.doc.Tokens[o.nodes[j].at].Lower; w {
			case "if", "unless", "whether":
				g.hypothetical = true
			case "not", "never":
				g.negated = g.negated || j == i-1
			}
		}
		if k := i + 1; g.partcple && k < len(o.nodes) && o.nodes[k].kind == nounNode && !o.when(k) && o.nodes[k].at == c.Last {
			g.partcple, g.passive, g.finite, g.past = false, false, true, true // a past tense tagged as participle
		}
		o.resume(&g)
		if n := len(o.groups); g.partcple && i > 0 && n > 0 && o.nodes[i-1].kind == conjNode && o.groups[n-1].finite {
			g.partcple, g.finite, g.passive = false, true, o.groups[n-1].passive // "raided and searched"
		}
		if k := i + 1; k < len(o.nodes) && o.nodes[k].kind == adjNode {
			g.adjective = o.nodes[k].at
		}
		o.nodes[i].group = len(o.groups)
		o.groups = append(o.groups, g)
	}
}
