package sayso_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors is the plan of the house: imports point strictly down, and rooms on
// one floor do not know each other. See ARCHITECTURE.md.
var floors = [][]string{
	{"sayso"},
	{"sayso/rules", "sayso/models", "sayso/internal/text", "sayso/internal/kernel", "sayso/internal/weights", "sayso/internal/golden"},
	{"sayso/internal/lexicon", "sayso/internal/pattern"},
	{"sayso/internal/page", "sayso/internal/dateline", "sayso/internal/syntax", "sayso/internal/entity", "sayso/internal/timex",
		"sayso/internal/place", "sayso/internal/quantity", "sayso/internal/attribution", "sayso/internal/event"},
	{"sayso/reader"},
	{"sayso/internal/source", "sayso/internal/fetch", "sayso/internal/ledger", "sayso/internal/train"},
	{"sayso/internal/story", "sayso/internal/outlook", "sayso/internal/export", "sayso/internal/feed", "sayso/internal/share", "sayso/internal/terminal"},
	{"sayso/internal/web", "sayso/internal/watch"},
	{"sayso/cmd/sayso"},
}

func TestImportsPointDown(t *testing.T) {
	floor := map[string]int{}
	for i, rooms := range floors {
		for _, room := range rooms {
			floor[room] = i
		}
	}
	seen := 0
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			_, err := os.Stat(filepath.Join(file, "go.mod"))
			if file != "." && (err == nil || file == "work" || file == "dist" || strings.HasPrefix(d.Name(), ".")) {
				return filepath.SkipDir // a module of its own, or what git ignores
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		room := path.Join("sayso", filepath.ToSlash(filepath.Dir(file)))
		at, known := floor[room]
		if !known {
			t.Errorf("%s: package %s has no floor: add it to the plan", file, room)
			return nil
		}
		seen++
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			to, _ := strconv.Unquote(spec.Path.Value)
			below, ours := floor[to]
			switch {
			case to != "sayso" && !strings.HasPrefix(to, "sayso/"):
			case !ours:
				t.Errorf("%s imports %s, which has no floor", file, to)
			case below >= at:
				t.Errorf("%s (floor %d) imports %s (floor %d): imports point strictly down", file, at, to, below)
			case to == "sayso/models" && room != "sayso/reader":
				t.Errorf("%s imports the weights: only reader does", file)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 20 {
		t.Errorf("only %d files looked at", seen)
	}
}
