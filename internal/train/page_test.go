package train

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/page"
)

// lines are sentences that pages are made of.
var lines = []string{
	"The harbour board closed two of its five berths on Monday and said that it would not open them again before the crews came back to work.",
	"Shopkeepers on the outer islands said they had flour for a week, and that the price of a sack had gone up by a third since the walkout.",
	"Talks are to begin again when the board has heard from the ministry of transport, which did not answer questions about the ferries.",
	"Two schools stayed shut for a third day because their teachers live across the strait and had no way of crossing it in the morning.",
}

// writePages makes a folder of n marked pages, every fourth with segments alone.
func writePages(t *testing.T, n int) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "html"), 0o755); err != nil {
		t.Fatal(err)
	}
	var gold bytes.Buffer
	for i := range n {
		id := fmt.Sprintf("page%02d", i)
		one, two, three := lines[i%4], lines[(i+1)%4], lines[(i+2)%4]
		html := `<html><head><meta charset="iso-8859-1"><title>Notes from the caf` + "\xe9" + ` ` + id + `</title></head><body><nav><ul><li><a href="/a">News</a></li>` +
			`<li><a href="/b">Weather</a></li></ul></nav><article><h1>Notes from the quay</h1><p>` + one + `</p><p>` + two + `</p><p>` + three + `</p></article>` +
			`<div class="related"><a href="/c">Lighthouse to be painted for the first time in forty years</a></div><footer><p>Copyright, all rights reserved</p></footer></body></html>`
		var packed bytes.Buffer
		w := gzip.NewWriter(&packed)
		io.WriteString(w, html)
		w.Close()
		if err := os.WriteFile(filepath.Join(folder, "html", id+".html.gz"), packed.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		marks := map[string]any{"body": one + "\n\n" + two + "\n\n" + three}
		if i%4 == 3 {
			marks = map[string]any{"with": []string{one[:40], two[10:50]}, "without": []string{"all rights reserved"}}
		}
		line, err := json.Marshal(map[string]any{"id": id, "gold": marks})
		if err != nil {
			t.Fatal(err)
		}
		gold.Write(append(line, '\n'))
	}
	if err := os.WriteFile(filepath.Join(folder, "gold.jsonl"), gold.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return folder
}

func TestPageWeightsAreLearnt(t *testing.T) {
	rules, folder := os.DirFS("../../rules"), writePages(t, 16)
	var table, again, log bytes.Buffer
	if err := WritePage(rules, folder, &table, &log); err != nil {
		t.Fatal(err)
	}
	if err := WritePage(rules, folder, &again, io.Discard); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(table.Bytes(), again.Bytes()) {
		t.Error("the same pages gave other weights")
	}
	if !strings.Contains(log.String(), "F1 1.000, leads 12 of 12") {
		t.Errorf("log:\n%s", &log)
	}
	weights := map[string]float64{}
	var names []string
	for line := range strings.Lines(table.String()) {
		if name, weight, found := strings.Cut(strings.TrimSpace(line), "\t"); found && name != "feature" {
			w, err := strconv.ParseFloat(weight, 64)
			if err != nil || w > -.05 && w < .05 {
				t.Errorf("line %q", line)
			}
			names, weights[name] = append(names, name), w
		}
	}
	if !slices.IsSorted(names) || len(names) < 10 {
		t.Errorf("%d names, sorted: %v", len(names), slices.IsSorted(names))
	}
	for name, sign := range map[string]float64{"end=1": 1, "end=0": -1, "in article tr=11": 1, "link=1": -1, "tag=p": 1} {
		if weights[name]*sign <= 0 {
			t.Errorf("weight of %q is %v", name, weights[name])
		}
	}
}

func TestPagesAreReadAsTheyDeclare(t *testing.T) {
	pages, err := ReadPages(writePages(t, 4))
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != 4 || !bytes.Contains(pages[0].HTML, []byte("from the café page00")) {
		t.Errorf("%d pages, the first: %.150s", len(pages), pages[0].HTML)
	}
	if p := pages[3]; p.Body != "" || len(p.With) != 2 || len(p.Without) != 1 {
		t.Errorf("marks %q %q %q", p.Body, p.With, p.Without)
	}
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "gold.jsonl"), []byte(`{"id": "gone", "gold": {}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadPages(folder); err == nil || !strings.Contains(err.Error(), "gone.html.gz") {
		t.Errorf("a page that is not there: %v", err)
	}
}

func TestAnswersOfBlocks(t *testing.T) {
	whole := MarkedPage{Body: lines[0] + "\n\nIn brief\n\n" + lines[1]}
	got := whole.answers([]page.Candidate{{Text: "Monday"}, {}, {Text: "Weather"}, {Text: "of"}, {Text: "A pier"}, {Text: lines[0]}, {Text: "In brief"}, {Text: lines[1]}, {Text: lines[2]}, {Text: "—"}})
	for i, want := range []float64{0, -1, 0, 1, 0, 1, 1, 1, 0, -1} {
		if i == 8 && got[i] < .2 {
			continue // some runs of words are in both
		}
		if got[i] != want {
			t.Errorf("block %d: %v, want %v", i, got[i], want)
		}
	}
	part := MarkedPage{With: []string{"two of  its"}, Without: []string{"all rights"}}
	got = part.answers([]page.Candidate{{Text: lines[0]}, {Text: "We keep all\nrights"}, {Text: lines[1]}})
	if !slices.Equal(got, []float64{1, 0, -1}) {
		t.Errorf("by segments: %v", got)
	}
}

func TestPageFigures(t *testing.T) {
	var f pageFigures
	p := &MarkedPage{Body: "one two three four five\nsix"}
	f.add(p, sayso.Article{Headline: "Head", Text: "Head\n\nOne two three four five six seven"})
	if got := f.String(); got != "precision 0.500 recall 0.667 F1 0.571, leads 1 of 1" {
		t.Error(got) // "One" is not "one": two of the four runs given, and of the three wanted
	}
	f.add(p, sayso.Article{})
	if got := f.String(); got != "precision 0.500 recall 0.333 F1 0.400, leads 1 of 2" {
		t.Error(got)
	}
}
