// Package entity finds who and what an article speaks of: names, descriptions
// and pronouns, put together where they mean the same, with the roles, bodies,
// countries and sectors that the text or the tables tie them to.
package entity

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// Finder finds entities. It is safe for concurrent use.
type Finder struct{ tables *tables }

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) {
	t, err := load(rules)
	if err != nil {
		return nil, err
	}
	return &Finder{t}, nil
}

// Find returns the entities of a document with every mention, in order of first
// mention. Names come from Token.Name where any is set, else from capitals, tags
// and tables. A pronoun or description that nothing is sure about stays alone:
// descriptions become entities of their own; pronouns are left out, with a gap
// where they are the subject of what somebody does or says. at is the document's
// dateline, nil where it has none.
func (f *Finder) Find(doc *text.Doc, at *sayso.Dateline) ([]sayso.Entity, []sayso.Gap) {
	return f.find(doc, at, nil)
}

// find is Find, where choose is nil; else choose says what pronouns mean.
func (f *Finder) find(doc *text.Doc, at *sayso.Dateline, choose func(Choice) int) ([]sayso.Entity, []sayso.Gap) {
	if len(doc.Tokens) == 0 {
		return nil, nil
	}
	x := &finding{tables: f.tables, doc: doc, words: make([]*word, len(doc.Tokens)), at: make([]int32, len(doc.Tokens))}
	for i := range doc.Tokens {
		x.words[i] = f.tables.of(doc.Tokens[i].Lower)
		x.at[i] = -1
	}
	x.quotations()
	styles := make([]style, len(doc.Sents))
	for k := range doc.Sents {
		styles[k] = x.styleOf(&doc.Sents[k])
	}
	ran := x.tagged()
	marked := x.mentions
	x.mentions = nil
	x.survey(styles)
	x.runs(styles)
	if ran {
		x.mentions = x.blend(marked, x.mentions)
	}
	x.mentions = x.datelined(x.mentions, at)
	for k := range x.mentions {
		for i := x.mentions[k].first; i < x.mentions[k].last; i++ {
			x.at[i] = int32(k)
		}
	}
	x.nominals()
	x.pronouns()
	x.subjects()
	ties := x.relate()

	l := &linker{finding: x, speaker: -1, voice: -1, choose: choose}
	l.names()
	l.brackets()
	l.settle(ties)
	l.rank()
	l.link(ties)
	return l.entities(), x.gaps
}

// quotations notes for each token the innermost quotation it stands in.
func (f *finding) quotations() {
	f.quote = make([]int32, len(f.doc.Tokens))
	for i := range f.quote {
		f.quote[i] = -1
	}
	for q := range f.doc.Quotes {
		if f.doc.Quotes[q].Scare {
			continue
		}
		for _, p := range f.doc.Quotes[q].Pieces {
			first, last := f.doc.TokensIn(p)
			for i := first; i < last; i++ {
				f.quote[i] = int32(q)
			}
		}
	}
}

// link walks the mentions in text order and puts the descriptions and pronouns
// into clusters.
func (l *linker) link(ties []tie) {
	order := make([]int32, len(l.mentions))
	for k := range order {
		order[k] = int32(k)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		x, y := &l.mentions[a], &l.mentions[b]
		return cmp.Or(cmp.Compare(x.head, y.head), cmp.Compare(x.first, y.first))
	})
	first := make([]int32, len(l.mentions)) // of each mention the first of its ties, they stand together
	for i := len(ties) - 1; i >= 0; i-- {
		first[ties[i].of] = int32(i + 1)
	}
	bind := func(k int32) {
		if i := first[k]; i > 0 {
			for _, t := range ties[i-1:] {
				if t.of != k {
					break
				}
				if c := l.mentions[k].entity; c >= 0 {
					l.tieMember(&l.clusters[c], c, t)
					l.inherit(&l.clusters[c])
				}
			}
		}
	}
	for _, k := range order {
		m := &l.mentions[k]
		if m.entity < 0 {
			c := int32(-1)
			switch m.form {
			case sayso.NominalMention:
				if c = l.nominal(k); c < 0 && (m.sure >= 0 || m.sure == -1 && m.subject) {
					c = l.new(k)
				} else if c >= 0 {
					l.join(k, c)
				}
			case sayso.PronounMention:
				if c = l.pronoun(k); c >= 0 {
					l.join(k, c)
				} else if m.gender != 0 && m.subject {
					l.gaps = append(l.gaps, sayso.NewGap("entity", "pronoun that may mean more than one, or nobody named", l.span(m)))
				}
			}
			if c < 0 {
				continue
			}
			l.rankOne(c)
		}
		bind(k)
		l.touch(m.entity, k)
	}
	for k := range l.mentions {
		bind(int32(k)) // what was tied to something named after it
	}
	l.headlines()
}

// touch notes mention k as the latest of its cluster.
func (l *linker) touch(c, k int32) {
	e := &l.clusters[c]
	e.last = k
	e.times++
	l.most[b2i(e.kind == sayso.Person)] = max(l.most[b2i(e.kind == sayso.Person)], e.times)
	if m := &l.mentions[k]; l.quote[m.first] < 0 {
		if l.speaks(m) {
			l.speaker = c
		}
		if l.voices(m) {
			l.voice = c
		}
	}
	if l.mentions[k].subject {
		e.subjects++
	} else {
		e.subjects = 0
	}
	if l.mentions[k].credit {
		return
	}
	if n := len(l.recent); n == 0 || l.recent[n-1] != c {
		l.recent = append(l.recent, c)
		e.met = int32(n)
	}
}

// entities writes the clusters out in order of first mention.
func (l *linker) entities() []sayso.Entity {
	order := make([]int32, 0, len(l.clusters))
	for c := range l.clusters {
		if e := &l.clusters[c]; len(e.mentions) > 0 {
			slices.SortFunc(e.mentions, func(a, b int32) int {
				return cmp.Or(cmp.Compare(l.mentions[a].first, l.mentions[b].first), cmp.Compare(l.mentions[a].last, l.mentions[b].last))
			})
			order = append(order, int32(c))
		}
	}
	start := func(c int32) *mention { return &l.mentions[l.clusters[c].mentions[0]] }
	slices.SortStableFunc(order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(start(a).first, start(b).first), cmp.Compare(start(b).last, start(a).last))
	})
	ids := make([]sayso.EntityID, len(l.clusters))
	for i, c := range order {
		ids[c] = sayso.EntityID(i + 1)
	}
	out := make([]sayso.Entity, len(order))
	for i, c := range order {
		e := &l.clusters[c]
		o := &out[i]
		*o = sayso.Entity{ID: ids[c], Type: l.typeOf(e), About: e.about, Country: e.country, Sector: e.sector, Public: e.public}
		if o.About == nil {
			o.About = []string{}
		}
		if e.member >= 0 {
			o.MemberOf = ids[e.member]
		}
		name := e.name
		if name < 0 {
			name = e.mentions[0]
		}
		o.Name = joinLines(l.doc.Of(l.span(&l.mentions[name])))
		for _, k := range e.mentions {
			m := &l.mentions[k]
			o.Mentions = append(o.Mentions, sayso.Mention{Span: l.span(m), Form: m.form})
		}
	}
	return out
}

// typeOf returns the type of a cluster: an office that nobody is named for is a role.
func (l *linker) typeOf(e *cluster) sayso.EntityType {
	if e.name < 0 {
		m := &l.mentions[e.mentions[0]]
		if e.kind == sayso.Person && m.det == definite && m.noun != nil && (m.noun.use == office || m.noun.use == agent) {
			return sayso.Role
		}
	}
	return e.kind
}

// joinLines puts one blank for every run of white space.
func joinLines(s string) string {
	if !strings.ContainsAny(s, "\n\t\r") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

func containsFold(s, part string) bool {
	return len(part) <= len(s) && strings.Contains(strings.ToLower(s), strings.ToLower(part))
}
