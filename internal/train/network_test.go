package train

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"sayso/internal/syntax"
)

const bank = `# newdoc id = made
# newpar
1	Rain	rain	NOUN	NN	Number=Sing	2	nsubj	_	_
2	fell	fall	VERB	VBD	_	0	root	_	_
3	on	on	ADP	IN	_	4	case	_	_
4	Kestle	Kestle	PROPN	NNP	_	2	obl	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

1	We	we	PRON	PRP	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	go	go	VERB	VB	_	0	root	_	_

# newpar
1	Go	go	VERB	VB	_	0	root	_	_
2	home	home	ADV	RB	_	1	advmod	_	_
3	now	now	ADV	RB	_	1	advmod	_	_

`

// TestGradients compares every kind of weight's gradient with what a small
// change of the weight does to the loss.
func TestGradients(t *testing.T) {
	golds, err := readTreebank("made", strings.NewReader(bank))
	if err != nil {
		t.Fatal(err)
	}
	g := golds[0]
	if want := "Rain fell on Kestle. We can't go\n\nGo home now\n"; g.Text != want {
		t.Fatalf("text %q, want %q", g.Text, want)
	}
	for i := range g.Tokens {
		g.Tokens[i].Name = 0
	}
	g.Tokens[3].Name = 5
	v := &syntax.Vectors{Dim: 100, Hashes: []uint64{syntax.Hash("rain"), syntax.Hash("home")}, Data: make([]byte, 200)}
	for i := range v.Data {
		v.Data[i] = byte(i * 37)
	}
	v.Index()
	var classes []tagClass
	seen := map[tagClass]bool{}
	for i := range g.Tokens {
		if c := (tagClass{UPOS: g.Tokens[i].UPOS, Tag: g.Tokens[i].Tag}); !seen[c] {
			seen[c] = true
			classes = append(classes, c)
		}
	}
	n := newNetwork(Shape{Embed: 16, Hidden: 8, Layers: 2, Names: 8, Arc: 16, Label: 16, Split: 16}, v, &syntax.Lexicon{}, classes, 3)
	e := n.example(g, 0, len(g.Sents), g.words(0, len(g.Sents)))
	loss := func() float64 {
		turn(n.linears())
		s := n.run(e, 0, rand.New(rand.NewPCG(1, 1)), 1)
		return s.loss[0] + s.loss[1] + s.loss[2] + s.loss[3] + s.loss[4]
	}
	clean := func() {
		for _, p := range n.all {
			clear(p.g[0])
		}
	}
	loss()
	rng := rand.New(rand.NewPCG(2, 2))
	checkGradients(t, rng, n.all, loss, clean)
}

// checkGradients compares gradients, as they stand, with what a small change of
// a weight does to the loss: a few weights of each parameter. clean comes after
// each comparison.
func checkGradients(t *testing.T, rng *rand.Rand, params []*param, loss func() float64, clean func()) {
	t.Helper()
	var grads [][]float32
	for _, p := range params {
		grads = append(grads, append([]float32(nil), p.g[0]...))
	}
	for i, p := range params {
		checked := 0
		for range 2000000 {
			at := rng.IntN(len(p.w))
			if grads[i][at] == 0 {
				continue
			}
			const eps = 2e-3
			was := p.w[at]
			p.w[at] = was + eps
			up := loss()
			p.w[at] = was - eps
			down := loss()
			p.w[at] = was
			clean()
			got, want := float64(grads[i][at]), (up-down)/(2*eps)
			if math.Abs(got-want) > 0.02+0.05*math.Abs(want) {
				t.Errorf("%s[%d]: gradient %.4f, loss says %.4f", p.name, at, got, want)
			}
			if checked++; checked == 6 {
				break
			}
		}
		if checked == 0 {
			t.Errorf("%s: no gradient", p.name)
		}
	}
}
