package page

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/golden"
)

// TestGolden reads the pages below testdata: what comes out of each, and what
// was not understood, stands beside it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.html")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	x := extractor(t)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		t.Run(name, func(t *testing.T) {
			in, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var out struct {
				Article sayso.Article `json:"article"`
				Gaps    []sayso.Gap   `json:"gaps,omitempty"`
			}
			out.Article, out.Gaps = x.Extract(in, "")
			var got bytes.Buffer
			e := json.NewEncoder(&got)
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			if err := e.Encode(out); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, strings.TrimSuffix(file, ".html")+".golden", got.String())
		})
	}
}
