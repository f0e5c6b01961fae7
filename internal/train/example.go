package train

import (
	"strings"

	"sayso"
	"sayso/internal/syntax"
	"sayso/internal/text"
)

// example is a run of sentences of one document as the network sees them.
type example struct {
	inputs []syntax.Input
	starts []int32   // first word of each sentence, and the number of words
	sent   []int32   // sentence of each word
	para   []int32   // paragraph of each word
	cut    []float32 // what the rules of text.Cut say: see cutFeatures
	begins []int8    // 1 where a sentence begins, 0 where none does, -1 where a paragraph does
	class  []int16   // tag class, or -1
	head   []int32   // row of the head, or -1 for the root
	rel    []uint8
	name   []int8    // name tag, or -1 where not annotated
	known  []float32 // what the lexicon says: see syntax.SetNameFeatures
	gum    bool      // names are GUM's
}

// cutFeatures is how many features the splitter has beside the words: whether
// text.Cut begins a sentence here, whether a paragraph begins here, whether one
// begins at the next word.
const cutFeatures = syntax.CutFeatures

// examples cuts golds into runs of sentences of about size words.
func (n *network) examples(golds []Gold, size int) [][3]int {
	var out [][3]int // document, first sentence, past the last
	for i, g := range golds {
		first, words := 0, 0
		for k, s := range g.Sents {
			if n := int(s.Last - s.First); words > 0 && words+n > size {
				out = append(out, [3]int{i, first, k})
				first, words = k, 0
			}
			words += int(s.Last - s.First)
		}
		if first < len(g.Sents) {
			out = append(out, [3]int{i, first, len(g.Sents)})
		}
	}
	return out
}

// words returns the words of the sentences [from, to) of a document.
func (g *Gold) words(from, to int) (out []string) {
	for i := g.Sents[from].First; i < g.Sents[to-1].Last; i++ {
		out = append(out, g.Word(i))
	}
	return out
}

// example turns the sentences [from, to) of a document into an example, with
// words in the place of its own.
func (n *network) example(g Gold, from, to int, words []string) *example {
	first, last := g.Sents[from].First, g.Sents[to-1].Last
	d := &text.Doc{Tokens: make([]text.Token, 0, last-first)}
	var b strings.Builder
	at := g.Tokens[first].Span.Start
	for i := first; i < last; i++ {
		t := g.Tokens[i]
		b.WriteString(g.Text[min(at, t.Span.Start):t.Span.Start])
		at = max(at, t.Span.End)
		start := b.Len()
		w := words[i-first]
		b.WriteString(w)
		t.Span = sayso.Span{Start: int32(start), End: int32(b.Len())}
		t.Lower = text.Lower(w)
		d.Tokens = append(d.Tokens, t)
	}
	d.Text = b.String()
	cuts := map[int32]bool{}
	for _, s := range text.Cut(d.Text).Sents {
		cuts[s.Span.Start] = true
	}
	e := &example{gum: g.gum()}
	for s := from; s < to; s++ {
		e.starts = append(e.starts, g.Sents[s].First-first)
		for i := g.Sents[s].First; i < g.Sents[s].Last; i++ {
			k := i - first
			t := &d.Tokens[k]
			e.inputs = append(e.inputs, syntax.InputOf(d, k, n.vectors))
			e.sent = append(e.sent, int32(s-from))
			e.para = append(e.para, g.Sents[s].Para)
			class := int16(-1)
			if c, ok := n.classIndex[syntax.TagClass{UPOS: t.UPOS, Tag: t.Tag}]; ok {
				class = int16(c)
			}
			e.class = append(e.class, class)
			head := t.Head
			if head >= 0 {
				head -= first
			}
			e.head = append(e.head, head)
			e.rel = append(e.rel, uint8(t.Rel))
			name := int8(t.Name)
			if g.NoNames {
				name = -1
			}
			e.name = append(e.name, name)
			begin := int8(0)
			if i == g.Sents[s].First {
				begin = 1
				if s == from || g.Sents[s].Para != g.Sents[s-1].Para {
					begin = -1
				}
			}
			e.begins = append(e.begins, begin)
		}
	}
	e.starts = append(e.starts, last-first)
	letters := syntax.Letters{}
	letters.Read(d)
	e.known = make([]float32, len(d.Tokens)*syntax.NameFeatures)
	syntax.SetNameFeatures(d, 0, int32(len(d.Tokens)), n.lexicon, letters, e.known, syntax.NameFeatures)
	e.cut = make([]float32, len(e.inputs)*cutFeatures)
	for k := range e.inputs {
		syntax.SetCutFeatures(e.cut[k*cutFeatures:], cuts[d.Tokens[k].Span.Start], k == 0 || e.para[k] != e.para[k-1],
			k+1 == len(e.inputs) || e.para[k+1] != e.para[k])
	}
	return e
}
