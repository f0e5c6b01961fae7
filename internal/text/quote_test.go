package text

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"sayso"
)

// paragraphs is a Doc of the text with nothing but its paragraphs.
func paragraphs(s string) *Doc {
	d := &Doc{Text: s}
	at := 0
	for p := range strings.SplitSeq(s, "\n") {
		if t := trim(s, sayso.Span{Start: int32(at), End: int32(at + len(p))}); !t.Empty() {
			d.Paras = append(d.Paras, Paragraph{Span: t})
		}
		at += len(p) + 1
	}
	return d
}

func TestFindQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string // pieces joined by " | "; "+" before one within another, "~" a scare quote, "?" an open one
	}{
		{"straight", `"We will stay," she said. "The road is shut."`, []string{`"We will stay,"`, `"The road is shut."`}},
		{"curly", `“We will stay,” she said.`, []string{`“We will stay,”`}},
		{"tex", "``We will stay,'' she said.", []string{"``We will stay,''"}},
		{"two apostrophes", `''We don't know,'' he said. ''Not yet.''`, []string{`''We don't know,''`, `''Not yet.''`}},
		{"guillemets", `«We will stay», she said.`, []string{`«We will stay»`}},
		{"guillemets inward", `»We will stay«, she said.`, []string{`»We will stay«`}},
		{"low", `„We will stay here“, she said. „And wait.”`, []string{`„We will stay here“`, `„And wait.”`}},
		{"single", `'We will stay here,' she said.`, []string{`'We will stay here,'`}},
		{"single curly", `‘We’ll stay here,’ she said.`, []string{`‘We’ll stay here,’`}},
		{"apostrophes", `The officials' plan wasn't 'em all, said the '90s crowd of nurses' unions.`, nil},
		{"plural inside", `'The officials' plan failed,' she said.`, []string{`'The officials' plan failed,'`}},
		{"nested", `"He told me 'go home' and left," she said.`, []string{`"He told me 'go home' and left,"`, `+'go home'`}},
		{"nested at the end", `''He told me 'go home.''' She left.`, []string{`''He told me 'go home.'''`, `+'go home.'`}},
		{"nested of a kind", `“The “great wall” stands,” she said.`, []string{`“The “great wall” stands,”`, `+“great wall”`}},
		{"scare", `The "reform" went through in a “great leap” of sorts.`, []string{`~"reform"`, `~“great leap”`}},
		{"title", `His book “The Long Way Home” sold well.`, []string{`~“The Long Way Home”`}},
		{"short speech", `"No," he said.`, []string{`"No,"`}},
		{"reopened", "\"We came first.\n\"Then we left.\n\"Now we wait,\" she said.", []string{`"We came first. | "Then we left. | "Now we wait,"`}},
		{"reopened curly", "“We came first.\n“Then we left.” Nobody spoke.", []string{`“We came first. | “Then we left.”`}},
		{"not reopened", "“We came first, he said.\nNobody spoke.", []string{`?“We came first, he said.`}},
		{"closed never", "“We came first, he said. “And left,” she said.", []string{`?“We came first, he said.`, `“And left,”`}},
		{"stray closing", "We came first,” he said.", nil},
		{"inches", `The 6'2" pilot said "no chance" twice.`, []string{`~"no chance"`}},
		{"nothing inside", `"" “” '' ""`, nil},
	} {
		d := paragraphs(c.text)
		FindQuotes(d)
		var got []string
		for _, q := range d.Quotes {
			var pieces []string
			for _, p := range q.Pieces {
				pieces = append(pieces, d.Of(p))
			}
			s := strings.Join(pieces, " | ")
			switch {
			case q.Within >= 0:
				s = "+" + s
			case q.Open:
				s = "?" + s
			case q.Scare:
				s = "~" + s
			}
			got = append(got, s)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %s\n got %q\nwant %q", c.name, c.text, got, c.want)
		}
	}
}

// checkQuotes reports the first broken promise of FindQuotes.
func checkQuotes(d *Doc) string {
	last := int32(-1)
	for i, q := range d.Quotes {
		if len(q.Pieces) == 0 {
			return "a quotation without pieces"
		}
		if q.Pieces[0].Start < last {
			return "quotations out of order"
		}
		last = q.Pieces[0].Start
		at := int32(0)
		for _, p := range q.Pieces {
			if p.Start < at || p.End <= p.Start || int(p.End) > len(d.Text) {
				return "a piece out of place"
			}
			at = p.End
		}
		if q.Within >= int32(i) {
			return "a quotation within a later one"
		}
		if q.Within >= 0 {
			for _, p := range q.Pieces {
				held := false
				for _, o := range d.Quotes[q.Within].Pieces {
					held = held || o.Contains(p)
				}
				if !held {
					return "a quotation outside the one around it"
				}
			}
		}
	}
	return ""
}

func FuzzFindQuotes(f *testing.F) {
	f.Add("\"We came,\" she said. 'No,' he said.\n“A ‘b’ c\n“d” ``e'' «f» „g“ '''h'''")
	f.Add("''''''\"\"\"“““”””‘‘’’\n\"")
	f.Fuzz(func(t *testing.T, s string) {
		d := paragraphs(s)
		FindQuotes(d)
		if why := checkQuotes(d); why != "" {
			t.Fatalf("%s: %q\n%+v", why, s, d.Quotes)
		}
	})
}

// A million marks take time linear in their number: the test would not end
// within the test binary's own limit otherwise.
func TestFindQuotesMillionMarks(t *testing.T) {
	for _, unit := range []string{`"`, `'`, `“`, `a "`, ` 'a`, `"a" `, "“a\n", "'b' "} {
		d := paragraphs(strings.Repeat(unit, 1_000_000/len(unit)))
		began := time.Now()
		FindQuotes(d)
		t.Logf("%q: %v", unit, time.Since(began))
		if why := checkQuotes(d); why != "" {
			t.Errorf("%q: %s", unit, why)
		}
	}
}
