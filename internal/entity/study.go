package entity

import (
	"sayso"
	"sayso/internal/text"
)

// Choice is a third-person pronoun with what it can mean, as training sees it.
type Choice struct {
	At         sayso.Span
	Genus      int         // index of Genera
	Candidates []Candidate // the latest met first
	Chosen     int         // the candidate that the finder's own weights choose, or -1
}

// Candidate is something a pronoun can mean.
type Candidate struct {
	Signs    []int        // indices of SignNames, ascending
	Mentions []sayso.Span // its names, and its descriptions so far
}

// Genera names the kinds of pronouns that have weights of their own: the columns
// of the tables.
func Genera() []string { return []string{"he", "they", "it"} }

// SignNames names what speaks for and against a candidate: the rows of the tables.
func SignNames() []string { return signNames[:] }

// SetByHand returns the weights that stand in speakers.tsv, by the index of
// their sign, for each of Genera; training leaves them as they are.
func (f *Finder) SetByHand() map[int][]int32 {
	out := map[int][]int32{}
	for s := range signCount {
		if f.tables.byHand&(1<<s) == 0 {
			continue
		}
		for g := range genera {
			out[int(s)] = append(out[int(s)], f.tables.weights[g][s])
		}
	}
	return out
}

// Study finds entities as Find does, but lets choose say which candidate each
// pronoun means: an index of its candidates, or -1 for none. Pronouns come in
// text order, and what was chosen shows in the candidates of the next.
func (f *Finder) Study(doc *text.Doc, choose func(Choice) int) {
	f.find(doc, nil, choose)
}

// studied is what a pronoun means where training chooses.
func (l *linker) studied(m *mention) int32 {
	own := l.best(m)
	var ids []int32
	o := Choice{At: l.span(m), Genus: int(genus(m)), Chosen: -1}
	l.each(m, func(c int32, x signs) {
		if c == own {
			o.Chosen = len(ids)
		}
		ids = append(ids, c)
		var cand Candidate
		for s := range signCount {
			if x&(1<<s) != 0 {
				cand.Signs = append(cand.Signs, int(s))
			}
		}
		for _, k := range l.clusters[c].mentions {
			if n := &l.mentions[k]; n.form != sayso.PronounMention {
				cand.Mentions = append(cand.Mentions, l.span(n))
			}
		}
		o.Candidates = append(o.Candidates, cand)
	})
	if i := l.choose(o); i >= 0 && i < len(ids) {
		return ids[i]
	}
	return -1
}
