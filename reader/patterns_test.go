package reader

import (
	"io/fs"
	"strings"
	"testing"

	"sayso/internal/pattern"
	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/internal/timex"
	"sayso/models"
	"sayso/rules"
)

// TestPatternsProveThemselves runs every yes and no sentence of every pattern file.
func TestPatternsProveThemselves(t *testing.T) {
	tagger, err := syntax.New(models.FS)
	if err != nil {
		t.Fatal(err)
	}
	times, err := timex.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	parse := func(s string) *text.Doc {
		doc := text.Cut(s)
		tagger.Parse(doc)
		return doc
	}
	err = fs.WalkDir(rules.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".pattern") {
			return err
		}
		set, err := pattern.Read(rules.FS, path)
		if err == nil {
			err = set.ProveWith(parse, times.Answers)
		}
		if err != nil {
			t.Error(err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
