package train

import (
	"fmt"
	"io"
	"math/rand/v2"
	"strings"

	"sayso"
	"sayso/internal/syntax"
	"sayso/internal/text"
)

// Tagger trains the linear tagger for some epochs and reports on dev after each.
func Tagger(golds, dev []Gold, epochs int, seed uint64, log io.Writer) *syntax.Tagger {
	p := newPerceptron(golds, 19)
	var order [][2]int
	for i, g := range golds {
		for k := range g.Sents {
			order = append(order, [2]int{i, k})
		}
	}
	var out *syntax.Tagger
	for e := range epochs {
		rng := rand.New(rand.NewPCG(seed, uint64(e)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		wrong, n := 0, 0
		for _, at := range order {
			g := golds[at[0]]
			s := g.Sents[at[1]]
			switch x := rng.IntN(100); {
			case x < 6:
				wrong += p.learn(recased(g.Doc, s, strings.ToUpper))
			case x < 9:
				wrong += p.learn(recased(g.Doc, s, strings.ToLower))
			default:
				wrong += p.learn(g.Doc, s)
			}
			n += int(s.Last - s.First)
		}
		out = p.tagger(17, 24)
		upos, tag, all := tagScores(out, dev)
		fmt.Fprintf(log, "tagger epoch %d: train %.4f dev upos %.4f tag %.4f weights %d\n", e+1, 1-float64(wrong)/float64(n),
			float64(upos)/float64(all), float64(tag)/float64(all), len(out.Class))
	}
	return out
}

// recased returns a document of one sentence in other letters.
func recased(d *text.Doc, s text.Sentence, change func(string) string) (*text.Doc, text.Sentence) {
	var b strings.Builder
	out := &text.Doc{Tokens: make([]text.Token, 0, s.Last-s.First)}
	for i := s.First; i < s.Last; i++ {
		t := d.Tokens[i]
		if i > s.First && t.Span.Start > d.Tokens[i-1].Span.End {
			b.WriteByte(' ')
		}
		at := b.Len()
		b.WriteString(change(d.Word(i)))
		t.Span = sayso.Span{Start: int32(at), End: int32(b.Len())}
		if t.Head >= 0 {
			t.Head -= s.First
		}
		t.Sent = 0
		out.Tokens = append(out.Tokens, t)
	}
	out.Text = b.String()
	one := text.Sentence{Span: sayso.Span{End: int32(b.Len())}, Last: int32(len(out.Tokens))}
	out.Sents = []text.Sentence{one}
	return out, one
}

func tagScores(t *syntax.Tagger, dev []Gold) (upos, tag, all int) {
	var c syntax.TagContext
	for _, g := range dev {
		d := *g.Doc
		d.Tokens = append([]text.Token(nil), d.Tokens...)
		for _, s := range d.Sents {
			t.Tag(&d, s, &c)
			for i := s.First; i < s.Last; i++ {
				all++
				if d.Tokens[i].UPOS == g.Tokens[i].UPOS {
					upos++
				}
				if d.Tokens[i].Tag == g.Tokens[i].Tag {
					tag++
				}
			}
		}
	}
	return
}

// perceptron is the averaged perceptron in training: dense rows of weights,
// and the sums of their changes times the step they were made at.
type perceptron struct {
	classes []syntax.TagClass
	index   map[syntax.TagClass]int
	mask    uint64
	w, sum  []float32
	seen    []uint16 // how often each row was met, up to a limit
	step    float32
	score   []float32
	context syntax.TagContext
}

func newPerceptron(golds []Gold, bits uint) *perceptron {
	p := &perceptron{index: map[syntax.TagClass]int{}, mask: 1<<bits - 1}
	count := map[syntax.TagClass]int{}
	var order []syntax.TagClass
	for _, g := range golds {
		for i := range g.Tokens {
			c := syntax.TagClass{UPOS: g.Tokens[i].UPOS, Tag: g.Tokens[i].Tag}
			if count[c] == 0 {
				order = append(order, c)
			}
			count[c]++
		}
	}
	for _, c := range order {
		if count[c] >= 5 && c.UPOS != 0 && c.Tag != 0 && len(p.classes) < 255 {
			p.index[c] = len(p.classes)
			p.classes = append(p.classes, c)
		}
	}
	n := len(p.classes) << bits
	p.w, p.sum, p.seen = make([]float32, n), make([]float32, n), make([]uint16, 1<<bits)
	p.score = make([]float32, len(p.classes))
	return p
}

// learn tags a sentence and corrects the weights; it returns the mistakes.
func (p *perceptron) learn(d *text.Doc, s text.Sentence) int {
	p.context.Reset(d, s)
	f := p.context.NewFeatures()
	wrong, t1, t2 := 0, -1, -1
	n := len(p.classes)
	for i := s.First; i < s.Last; i++ {
		gold, known := p.index[syntax.TagClass{UPOS: d.Tokens[i].UPOS, Tag: d.Tokens[i].Tag}]
		p.context.Features(f, int(i-s.First), t1, t2)
		clear(p.score)
		for _, h := range f {
			row := int(h & p.mask)
			if p.seen[row] < 1000 {
				p.seen[row]++
			}
			w := p.w[row*n : row*n+n]
			for k, x := range w {
				p.score[k] += x
			}
		}
		best := 0
		for k := range p.score {
			if p.score[k] > p.score[best] {
				best = k
			}
		}
		p.step++
		if known && best != gold {
			wrong++
			for _, h := range f {
				row := int(h&p.mask) * n
				p.w[row+gold]++
				p.sum[row+gold] += p.step
				p.w[row+best]--
				p.sum[row+best] -= p.step
			}
		}
		t1, t2 = best, t1
	}
	return wrong
}

// tagger returns the averaged weights with small ones left out; rows fold into
// 1<<bits, and scale is what a weight of 1 is written as.
func (p *perceptron) tagger(bits uint, scale float32) *syntax.Tagger {
	t := &syntax.Tagger{Classes: p.classes, Bits: bits, Start: make([]uint32, 1<<bits+1)}
	n := len(p.classes)
	fold := make([]float32, n)
	for row := range 1 << bits {
		clear(fold)
		for from := row; from < len(p.seen); from += 1 << bits {
			if p.seen[from] < 3 {
				continue
			}
			for k := range n {
				fold[k] += p.w[from*n+k] - p.sum[from*n+k]/p.step
			}
		}
		for k, x := range fold {
			if v := int(x * scale); v > 5 || v < -5 {
				t.Class = append(t.Class, uint8(k))
				t.Weight = append(t.Weight, int16(max(-32000, min(32000, v))))
			}
		}
		t.Start[row+1] = uint32(len(t.Class))
	}
	return t
}
