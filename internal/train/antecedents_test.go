package train

import (
	"io"
	"reflect"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/entity"
	"sayso/internal/text"
	"sayso/rules"
)

const ada = `# newdoc id = made
1	Ada	Ada	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-cf1-x-1,2-sgl-Ada_Orl
2	Orl	Orl	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	her	her	PRON	PRP$	_	5	nmod:poss	_	Entity=(2-place-new-cf2-x-2-sgl(1-person-giv-cf1-x-1-ana)
5	town	town	NOUN	NN	_	3	obj	_	Entity=2)9)
6	for	for	ADP	IN	_	7	case	_	Entity=(3-place-new
7	Bel	Bel	PROPN	NNP	_	3	obl	_	Entity=(4-place)|SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

`

// TestSpoken reads phrases within phrases, of one word and of more; what is only
// opened or only closed is passed over.
func TestSpoken(t *testing.T) {
	golds, err := readTreebank("made", strings.NewReader(ada))
	if err != nil {
		t.Fatal(err)
	}
	g := &golds[0]
	type phrase struct {
		of, words, heads string
		pronoun          bool
	}
	var got []phrase
	for _, s := range g.Spoken() {
		var heads []string
		for _, h := range s.Heads {
			heads = append(heads, g.Of(h))
		}
		got = append(got, phrase{s.Of, g.Of(s.Span), strings.Join(heads, " "), s.Pronoun})
	}
	want := []phrase{{"1", "Ada Orl", "Ada Orl", false}, {"1", "her", "her", true}, {"2", "her town", "town", false}, {"4", "Bel", "Bel", false}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("phrases %v, want %v", got, want)
	}
	m := meanings{g.Spoken(), map[sayso.Span]string{}}
	for words, of := range map[string]string{"Orl": "1", "town": "2", "left": "", "Bel": "4", "Ada Orl left her town": "2"} {
		at := int32(strings.Index(g.Text, words))
		if got := m.of(sayso.Span{Start: at, End: at + int32(len(words))}); got != of {
			t.Errorf("%q means %q, want %q", words, got, of)
		}
	}
}

// TestAscend learns that the first sign tells what is right and the second what
// is wrong, leaves the third as it was set, and gives the same again.
func TestAscend(t *testing.T) {
	choices := []choice{
		{[][]int{{0}, {1, 2}}, []bool{true, false}, 1},
		{[][]int{{1}, {0, 2}}, []bool{false, true}, 1},
		{[][]int{{1}}, []bool{false}, 1},
		{nil, nil, 1},
	}
	w, nobody := ascend(choices, 3, map[int]int32{2: 50})
	if w[0] <= nobody || w[1] >= nobody || w[2] != 0.5 {
		t.Errorf("weights %v, nobody %v", w, nobody)
	}
	again, _ := ascend(choices, 3, map[int]int32{2: 50})
	if !reflect.DeepEqual(w, again) {
		t.Errorf("first %v, then %v", w, again)
	}
}

// TestLimit keeps open what is as often wrong as right.
func TestLimit(t *testing.T) {
	s := scale{weights: []int32{200, 150}}
	var held []choice
	for i := range 10 {
		held = append(held, choice{[][]int{{0}}, []bool{true}, 1}, choice{[][]int{{1}}, []bool{i%2 == 0}, 1})
	}
	s.limit(held, 0)
	if s.decide([][]int{{0}}) != 0 || s.decide([][]int{{1}}) != -1 || s.decide([][]int{{0}, {0}}) != -1 {
		t.Errorf("least %d, lead %d", s.least, s.lead)
	}
}

// TestTable writes a table that package entity accepts, without what is set by hand.
func TestTable(t *testing.T) {
	finder, err := entity.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	trainer := &Antecedents{finder: finder, log: io.Discard}
	scales := make([]scale, len(entity.Genera()))
	for g := range scales {
		scales[g] = scale{make([]int32, len(entity.SignNames())), int32(g), 7}
	}
	var b strings.Builder
	if err := trainer.write(&b, scales); err != nil {
		t.Fatal(err)
	}
	if table := b.String(); !strings.Contains(table, "\nleast\t0\t1\t2\n") || strings.Contains(table, "\nspoke-on\t") {
		t.Errorf("table:\n%s", table)
	}
	for s, n := range finder.SetByHand() {
		if len(n) != len(scales) {
			t.Errorf("%s has %d weights by hand", entity.SignNames()[s], len(n))
		}
	}
}

// TestStudy shows pronouns with their candidates, and goes on with what is chosen.
func TestStudy(t *testing.T) {
	finder, err := entity.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	doc := text.Cut("Peter Orsk met David Vell. He smiled. He left.")
	for want := range 2 {
		var met []string
		finder.Study(doc, func(c entity.Choice) int {
			if len(met) > 0 && len(c.Candidates) == 0 {
				t.Error("no candidates for the second pronoun")
			}
			for k := range c.Candidates {
				if c.Candidates[k].Mentions[0].Start == []int32{0, 15}[want] {
					met = append(met, doc.Of(c.Candidates[k].Mentions[0]))
					return k
				}
			}
			return -1
		})
		if len(met) != 2 || met[0] != met[1] {
			t.Errorf("chose %q", met)
		}
	}
}
