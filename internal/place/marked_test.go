package place_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/dateline"
	"sayso/internal/entity"
	"sayso/internal/text"
	"sayso/rules"
)

// TestMarked reads testdata/marked.txt: a text, and on the next line after ">"
// the places that are to be found in it, in order, each as words@code: an ISO
// 3166 code of a division or country, "-" for what lies in several countries or
// none, "?" for what stays open, and "!" behind it where the place is not meant
// literally.
func TestMarked(t *testing.T) {
	data, err := os.ReadFile("testdata/marked.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := newReading(t)
	entities, err := entity.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	front, err := dateline.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	words := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		want, marks := strings.CutPrefix(line, ">")
		switch {
		case strings.HasPrefix(line, "#"):
			continue
		case !marks:
			words = line
			continue
		}
		a := sayso.Article{Text: words}
		front.Find(&a)
		doc := text.Cut(a.Text)
		r.parser.Parse(doc)
		who, _ := entities.Find(doc, a.Dateline)
		places, _ := r.finder.Find(doc, &a, who)
		var got []string
		for _, p := range places {
			got = append(got, marked(&p, a.Text))
		}
		if got := strings.Join(got, "; "); got != strings.TrimSpace(want) {
			t.Errorf("%s\n got %s\nwant %s", words, got, strings.TrimSpace(want))
		}
	}
}

// marked writes a place as testdata/marked.txt has it.
func marked(p *sayso.Place, s string) string {
	code := "-"
	switch {
	case p.Point == nil:
		code = "?"
	case p.Admin1 != "":
		code = p.Admin1
	case p.Country != "":
		code = p.Country
	}
	if !p.Literal {
		code += "!"
	}
	return fmt.Sprintf("%s@%s", p.Span.Of(s), code)
}
