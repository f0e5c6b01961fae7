package dateline

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/golden"
)

// TestGolden reads the fronts of the articles in testdata/fronts.txt, which
// stand apart by lines of "---" and may begin with the day they were published:
// what the stage fills in, and the words it takes for each part.
func TestGolden(t *testing.T) {
	in, err := os.ReadFile("testdata/fronts.txt")
	if err != nil {
		t.Fatal(err)
	}
	f := finder(t)
	var got bytes.Buffer
	e := json.NewEncoder(&got)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	for _, s := range strings.Split(strings.TrimSpace(string(in)), "\n---\n") {
		var a sayso.Article
		if rest, found := strings.CutPrefix(s, "published "); found {
			a.Published, s, _ = strings.Cut(rest, "\n")
		}
		a.Text = s
		front, gaps := f.Find(&a)
		var out struct {
			Article sayso.Article `json:"article"`
			Front   struct {
				Headline   string   `json:"headline,omitempty"`
				Standfirst string   `json:"standfirst,omitempty"`
				Byline     string   `json:"byline,omitempty"`
				Dateline   string   `json:"dateline,omitempty"`
				Lead       string   `json:"lead,omitempty"`
				Body       string   `json:"body,omitempty"`
				Outside    []string `json:"outside,omitempty"`
			} `json:"front"`
			Gaps []sayso.Gap `json:"gaps,omitempty"`
		}
		out.Front.Headline, out.Front.Standfirst, out.Front.Byline = front.Headline.Of(s), front.Standfirst.Of(s), front.Byline.Of(s)
		out.Front.Dateline, out.Front.Lead, out.Front.Body = front.Dateline.Of(s), front.Lead.Of(s), front.Body.Of(s)
		for _, o := range front.Outside {
			out.Front.Outside = append(out.Front.Outside, o.Of(s))
		}
		a.Text = "" // it stands in fronts.txt
		out.Article, out.Gaps = a, gaps
		if err := e.Encode(out); err != nil {
			t.Fatal(err)
		}
	}
	golden.Check(t, "testdata/fronts.golden", got.String())
}
