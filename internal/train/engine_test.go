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
	_, rows, _ := strings.Cut(bank, "\n")
	rows = strings.Repeat(rows, 4)
	text := strings.Repeat("Rain fell on Kestle. We can't go\n\nGo home now\n\n", 4)
	named := `{"id": "x/%s", "text": %q, "gold": {"entities": [{"type": "place", "mentions": [{"span": [13, 19], "form": "name"}]}]}}` + "\n"
	for _, part := range []string{"train", "dev"} {
		put("syntax/"+part+"/made.conllu", "# newdoc id = made\n"+rows+"# newdoc id = GUM_made\n"+rows)
	}
	put("ner/gold.jsonl", fmt.Sprintf(named, "made", text))
	put("ner/train/gold.jsonl", fmt.Sprintf(named, "made", text))
	put("ner/gum/gold.jsonl", fmt.Sprintf(named, "GUM_made", text))
	vector := strings.Repeat("0.5,-0.25,", 50)
	put("vectors.json", `{"vectors":{"rain":[`+vector+`1,0],"home":[`+vector+`1,1]}}`)
	o := Defaults()
	o.Treebank, o.Names, o.Vectors = filepath.Join(dir, "syntax"), filepath.Join(dir, "ner"), filepath.Join(dir, "vectors.json")
	o.Work, o.Out, o.Log, o.Words = filepath.Join(dir, "work"), dir, io.Discard, 2
	o.Shape = Shape{Embed: 16, Hidden: 16, Layers: 1, Names: 16, Arc: 16, Label: 16, Split: 16}
	o.Epochs, o.Stop, o.NamesFrom, o.Batch = 5, 4, 2, 12
	return o
}

// TestTrainingGoesOn trains once in one go and once cut off before and after
// names get their own layer, and compares the weights.
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
	if _, err := syntax.ReadWeights(got, v); err != nil {
		t.Errorf("the weights cannot be read: %v", err)
	}
}
