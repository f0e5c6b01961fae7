package attribution_test

import (
	"strings"
	"testing"

	"sayso"
	"sayso/internal/text"
)

// TestBlockOfSpeech reads paragraphs without marks behind a colon.
func TestBlockOfSpeech(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ text, source, content string }{
		{"The ministry said in a statement:\n\nOur forces entered Belm at dawn. Fifteen rebels were killed.\n\nResidents fled on foot.",
			"The ministry", "Our forces entered Belm at dawn. Fifteen rebels were killed"},
		{"Adaeze Conteh, in an address to the nation:\n\nWe will lay down our arms.\n\nOur soldiers killed 12 people and we regret it.\n\nThe rain fell all day.",
			"Adaeze Conteh", "We will lay down our arms.\n\nOur soldiers killed 12 people and we regret it"},
		{"Ann Ode, who leads the strike, said in a speech to the workers:\n\nWe will not go back.\n\nThe company has lied about the gas.\n\nWe ask every worker to stand with us.\n\nThe rain fell all day.",
			"Ann Ode, who leads the strike", "We will not go back.\n\nThe company has lied about the gas.\n\nWe ask every worker to stand with us"},
		{"The statement read:\n\n> Fighters withdrew from the town on Sunday.\n>\n> No prisoners were killed.\n\nThe rain fell all day.",
			"The statement", "> Fighters withdrew from the town on Sunday.\n>\n> No prisoners were killed"},
		{"The board met at noon. These are the towns that were hit:\n\nBelm lost its bridge in the flood.", "", ""},
	} {
		got, _, _ := b.read(c.text, &sayso.Article{})
		source, content := "", ""
		for _, k := range got.Claims {
			if k.Within != 0 {
				continue
			}
			if k.Source != nil {
				source = k.Source.Span.Of(c.text)
			}
			content += k.Content[len(k.Content)-1].Of(c.text)
		}
		if source == "" != (c.source == "") || !strings.HasPrefix(c.source, bare(source)) || bare(content) != bare(c.content) {
			t.Errorf("%q: got %q by %q", c.text, content, source)
		}
	}
}

// TestKickers reads headlines behind a desk's label, which is nobody.
func TestKickers(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		headline string
		claims   int
	}{
		{"CORRECTION: Mill burns in Orel", 0},
		{"Interview: The mill will burn again", 0},
		{"ANALYSIS: Mill burns again", 0},
		{"Mayor: Mill will be rebuilt", 1},
		{"Premier: No early election", 1},
	} {
		doc := text.Cut(c.headline + "\n\nThe mill burned on Monday.")
		b.parser.Parse(doc)
		front := text.Front{Headline: sayso.Span{Start: 0, End: int32(strings.Index(doc.Text, "\n"))}}
		if got, _ := b.finder.Find(doc, front, &sayso.Article{}, nil, nil); len(got.Claims) != c.claims {
			t.Errorf("%s: %d claims, want %d", c.headline, len(got.Claims), c.claims)
		}
	}
}

// TestRetraction holds that a withdrawn figure is tied to no claim without it.
func TestRetraction(t *testing.T) {
	b := newBench(t)
	for s, want := range map[string]string{
		"Others were farmers, the mayor said. The council withdrew an earlier figure of 164.":                                       "outside",
		"The council said 164 people had died. Others were farmers, the mayor said. The council withdrew an earlier figure of 164.": "c1",
	} {
		got, _, _ := b.read(s, &sayso.Article{})
		last := got.Claims[len(got.Claims)-1]
		if len(last.Responds) != 1 || last.Responds[0].To != want || last.Responds[0].How != "retracts" {
			t.Errorf("%s: %v, want %s", s, last.Responds, want)
		}
	}
}
