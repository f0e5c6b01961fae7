package event

import (
	"bytes"
	"embed"
	"math"
	"reflect"
	"sayso/internal/lexicon"
	"testing"

	"sayso"
	"sayso/internal/text"
	"sayso/rules"
)

// small returns a model that knows one word: its fact speaks for a type, and its
// vector for another.
func small(fact uint32, forIt, vectorFor sayso.EventType) *Model {
	m := &Model{Bits: 8, Dim: 2, Sparse: make([][Classes]int16, 1<<8), Dense: make([][Classes]int16, Slots*2), Ruled: make([]uint16, CurveSteps+1),
		Found: make([]uint16, CurveSteps+1)}
	for i := range ExpSteps * 12 {
		m.Exp = append(m.Exp, uint16(math.Round(65535*math.Exp(-float64(i)/ExpSteps))))
	}
	for i := range CurveSteps + 1 {
		m.Ruled[i], m.Found[i] = uint16(i*500), uint16(i*600)
	}
	m.Sparse[fact&255][ClassOf(forIt)] = 3 * Scale
	m.Dense[objectSlot*2+1][ClassOf(vectorFor)] = 5 * Scale
	return m
}

func TestModelReadsWhatItWrote(t *testing.T) {
	m := small(7, sayso.Aid, sayso.Accuse)
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := ReadModel(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(m, got) {
		t.Error("the model read is not the one written")
	}
	for n := range b.Len() { // cut anywhere, it is an error and no panic
		if _, err := ReadModel(b.Bytes()[:n]); err == nil {
			t.Fatalf("no error after %d of %d bytes", n, b.Len())
		}
	}
}

func TestProbabilities(t *testing.T) {
	m := small(7, sayso.Aid, sayso.Accuse)
	half := math.Exp(3) / (math.Exp(3) + Classes - 1)
	for _, c := range []struct {
		name  string
		sight Sight
		class int
		want  float64
	}{
		{"nothing known", Sight{}, 0, 1.0 / Classes},
		{"the fact", Sight{Facts: []uint32{7}}, ClassOf(sayso.Aid), half},
		{"a vector", Sight{Vectors: [Slots][]byte{objectSlot: {0, 127}}}, ClassOf(sayso.Accuse), math.Exp(5) / (math.Exp(5) + Classes - 1)},
		{"a vector of another size", Sight{Vectors: [Slots][]byte{objectSlot: {127}}}, ClassOf(sayso.Accuse), 1.0 / Classes},
	} {
		p := m.probabilities(&c.sight)
		if math.Abs(p[c.class]-c.want) > 0.001 {
			t.Errorf("%s: %.4f, want %.4f", c.name, p[c.class], c.want)
		}
		sum := 0.0
		for _, x := range p {
			sum += x
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: the probabilities add up to %f", c.name, sum)
		}
	}
}

// TestModelProposes tags a sentence by hand whose verb no rule knows, and lets models
// of different minds read it.
func TestModelProposes(t *testing.T) {
	doc := text.Cut("France zorbed Italy.")
	for i, x := range []struct {
		lemma string
		upos  text.UPOS
		tag   text.Tag
		head  int32
		rel   text.Rel
	}{{"France", text.PROPN, text.NNP, 1, text.RelNsubj}, {"zorb", text.VERB, text.VBD, text.Root, text.RelRoot},
		{"Italy", text.PROPN, text.NNP, 1, text.RelObj}, {".", text.PUNCT, text.Stop, 1, text.RelPunct}} {
		w := &doc.Tokens[i]
		w.Lemma, w.UPOS, w.Tag, w.Head, w.Rel, w.Chunk = x.lemma, x.upos, x.tag, x.head, x.rel, int32(i)
	}
	doc.Tokens[3].Chunk = -1
	doc.Chunks = []text.Chunk{{Kind: text.NounChunk, First: 0, Last: 1, Head: 0}, {Kind: text.VerbChunk, First: 1, Last: 2, Head: 1},
		{Kind: text.NounChunk, First: 2, Last: 3, Head: 2}}
	found := Found{Article: &sayso.Article{Text: doc.Text}}
	f, err := New(rules.FS, embed.FS{}, func(word string) []byte {
		if word == "Italy" || word == "italy" {
			return []byte{0, 127}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if events, _ := f.Find(doc, found); len(events) != 0 {
		t.Fatalf("the rules read %+v", events)
	}
	examples := f.Examples(doc, found)
	if len(examples) != 1 || examples[0].Type != "" || examples[0].Trigger.Of(doc.Text) != "zorbed" || len(examples[0].Facts) != len(examples[0].Marks) {
		t.Fatalf("examples %+v", examples)
	}
	sure := small(lexicon.HashFacts(tLemma, lexicon.HashWord("zorb")), sayso.Aid, sayso.Accuse)
	events, gaps := f.With(sure).Find(doc, found)
	if len(events) != 1 || events[0].Type != sayso.Accuse || events[0].By != "model:event" || events[0].P <= leastFound || len(gaps) != 0 ||
		len(events[0].Actors) != 1 || events[0].Actors[0].Code != "FRA" || len(events[0].Recipients) != 1 || events[0].Recipients[0].Code != "ITA" {
		t.Errorf("events %+v, gaps %+v", events, gaps)
	}
	for i := range sure.Found {
		sure.Found[i] = 15000 // not one time in four
	}
	events, gaps = f.With(sure).Find(doc, found)
	if len(events) != 0 || len(gaps) != 1 || gaps[0].Why != "perhaps ACCUSE, but not surely" {
		t.Errorf("in doubt: events %+v, gaps %+v", events, gaps)
	}
}

// TestRows holds that every row of the tables teaches, in the same order each time.
func TestRows(t *testing.T) {
	f, err := New(rules.FS, embed.FS{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rows := f.Rows()
	if !reflect.DeepEqual(rows, f.Rows()) {
		t.Error("the rows differ from one call to the next")
	}
	many := false
	for _, row := range rows {
		many = many || len(row) == rowWords
		for i := range row {
			if e := &row[i]; ClassOf(e.Type) == 0 || len(e.Facts) == 0 || len(e.Facts) != len(e.Marks) {
				t.Fatalf("%+v", e)
			}
		}
	}
	if len(rows) < 1000 || !many {
		t.Errorf("%d rows", len(rows))
	}
}
