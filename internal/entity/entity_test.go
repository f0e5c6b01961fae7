package entity

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/golden"
	"sayso/internal/text"
	"sayso/rules"
)

// tagged reads a text written as words with their Penn tags: a sentence a
// line, "word/TAG", "word/TAG|B-PER" where the name finder marked it, "+" before
// a word that follows without a blank, an empty line between paragraphs.
func tagged(s string) *text.Doc {
	var b strings.Builder
	d := &text.Doc{}
	for _, para := range strings.Split(strings.TrimSpace(s), "\n\n") {
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		p := text.Paragraph{First: int32(len(d.Sents))}
		for n, line := range strings.Split(para, "\n") {
			sent := text.Sentence{First: int32(len(d.Tokens)), Para: int32(len(d.Paras))}
			for k, w := range strings.Fields(line) {
				at := strings.LastIndexByte(w, '/')
				word, joined := strings.CutPrefix(w[:at], "+")
				if !joined && (n > 0 || k > 0) {
					b.WriteByte(' ')
				}
				tag, mark, _ := strings.Cut(w[at+1:], "|")
				start := int32(b.Len())
				b.WriteString(word)
				d.Tokens = append(d.Tokens, text.Token{Span: sayso.Span{Start: start, End: int32(b.Len())},
					Lower: strings.ToLower(strings.ReplaceAll(word, "’", "'")), Tag: text.ParseTag(tag), Name: marks[mark], Head: text.Unparsed,
					Sent: int32(len(d.Sents)), Chunk: -1, Joined: joined && strings.HasPrefix(word, "'")})
			}
			sent.Last = int32(len(d.Tokens))
			sent.Span = sayso.Span{Start: d.Tokens[sent.First].Span.Start, End: int32(b.Len())}
			d.Sents = append(d.Sents, sent)
		}
		p.Last = int32(len(d.Sents))
		p.Span = sayso.Span{Start: d.Sents[p.First].Span.Start, End: int32(b.Len())}
		d.Paras = append(d.Paras, p)
	}
	d.Text = b.String()
	text.FindQuotes(d)
	return d
}

var marks = map[string]text.NameTag{"B-PER": text.BeginPerson, "I-PER": text.InsidePerson, "B-ORG": text.BeginOrganization,
	"I-ORG": text.InsideOrganization, "B-LOC": text.BeginPlace, "I-LOC": text.InsidePlace}

func finder(t testing.TB) *Finder {
	t.Helper()
	f, err := New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// written shows entities a line each with their mentions below.
func written(d *text.Doc, entities []sayso.Entity) string {
	var b strings.Builder
	for _, e := range entities {
		fmt.Fprintf(&b, "%v %s %q", e.ID, e.Type, e.Name)
		for _, a := range e.About {
			fmt.Fprintf(&b, " about=%q", a)
		}
		for _, f := range [][2]string{{"member_of", e.MemberOf.String()}, {"country", e.Country}, {"sector", e.Sector}} {
			if f[1] != "" {
				fmt.Fprintf(&b, " %s=%s", f[0], f[1])
			}
		}
		if e.Public {
			b.WriteString(" public")
		}
		b.WriteString("\n   ")
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, " %s:%q", m.Form, d.Of(m.Span))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	f := finder(t)
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles in testdata", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			in, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			d := tagged(string(in))
			entities, _ := f.Find(d, nil)
			golden.Check(t, strings.TrimSuffix(file, ".txt")+".golden", written(d, entities))
		})
	}
}

// TestCases reads short texts, each a document of its own, with one thing to show.
func TestCases(t *testing.T) {
	const file = "testdata/cases/short"
	in, err := os.ReadFile(file + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	f := finder(t)
	var b strings.Builder
	for _, c := range strings.Split(string(in), "\n---\n") {
		d := tagged(c)
		entities, _ := f.Find(d, nil)
		checked(t, d, entities)
		fmt.Fprintf(&b, "%s\n%s\n", d.Text, written(d, entities))
	}
	golden.Check(t, file+".golden", b.String())
}

// checked fails where entities break what every reading promises.
func checked(t *testing.T, d *text.Doc, entities []sayso.Entity) {
	t.Helper()
	last := sayso.Span{}
	for i, e := range entities {
		if int(e.ID) != i+1 || len(e.Mentions) == 0 || e.Name == "" || e.About == nil {
			t.Fatalf("entity %d: %+v", i, e)
		}
		if int(e.MemberOf) > len(entities) || e.MemberOf == e.ID {
			t.Fatalf("%v is a member of %v", e.ID, e.MemberOf)
		}
		for k, m := range e.Mentions {
			if m.Span.Empty() || m.Span.Start < 0 || int(m.Span.End) > len(d.Text) {
				t.Fatalf("%v: span %v of %d bytes", e.ID, m.Span, len(d.Text))
			}
			if k > 0 && m.Span.Start < e.Mentions[k-1].Span.Start {
				t.Fatalf("%v: mentions out of order", e.ID)
			}
		}
		if e.Mentions[0].Span.Start < last.Start {
			t.Fatalf("%v begins before the entity before it", e.ID)
		}
		last = e.Mentions[0].Span
	}
}

// TestMarked tells which names stay of those that the name finder marked.
func TestMarked(t *testing.T) {
	f := finder(t)
	for in, want := range map[string]string{
		"Present/JJ :/: Pam/NNP|B-PER Odeler/NNP|I-PER Larry/NNP|I-PER T/NNP|I-PER Ashby/NNP|I-PER Tom/NNP|B-PER Martin/NNP|I-PER ./.": "Pam Odeler; Larry T Ashby; Tom Martin",
		"Ahmed/NNP|B-PER Hassan/NNP|I-PER Ali/NNP|I-PER Omar/NNP|I-PER spoke/VBD ./.":                                                  "Ahmed Hassan Ali Omar",
		"She/PRP met/VBD J.R./NNP Odeler/NNP|B-PER ./.":                                                                                "J.R. Odeler",
		"P.S./NNP Tom/NNP|B-PER may/MD come/VB ./.":                                                                                    "Tom",
		"what/WP is/VBZ on/IN in/IN kestle/NNP|B-LOC ?/.":                                                                              "kestle",
		"The/DT road/NN to/TO kestle/NN|B-LOC is/VBZ shut/JJ ./.":                                                                      "",
		"The/DT West/NNP|B-LOC Bank/NNP|I-LOC town/NN|I-LOC was/VBD shut/VBN ./.":                                                      "West Bank",
		"That/DT is/VBZ bad/JJ for/IN US/PRP|B-LOC standing/NN there/RB ./.":                                                           "US",
		"Former/JJ St./NNP Odo/NNP|B-PER residents/NNS wept/VBD ./.":                                                                   "St. Odo place",
		"He/PRP left/VBD Kestle/NNP|B-LOC ,/, MD/NNP|B-LOC ,/, then/RB ./.":                                                            "Kestle; MD place",
	} {
		d := tagged(in)
		for i := range d.Tokens {
			d.Tokens[i].Head = text.Root // the finder has read it
		}
		entities, _ := f.Find(d, nil)
		var got []string
		for _, e := range entities {
			for _, m := range e.Mentions {
				if m.Form == sayso.NameMention {
					got = append(got, d.Of(m.Span))
				}
			}
			if n := len(got) - 1; n >= 0 && strings.HasSuffix(want, " place") && strings.Contains(want, got[n]+" ") && e.Type == sayso.PlaceEntity {
				got[n] += " place"
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\ngot  %q\nwant %q", d.Text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	find := finder(f)
	tags := []string{"NNP", "NN", "NNS", "DT", "VBD", "IN", ",", ".", "POS", "PRP", "CD", "JJ", "HYPH", "``", "''", "CC", "WP", "VBZ", "PRP$"}
	f.Add("Ann Ode , the agency 's director , said he knew the Harbour Safety Board ( HSB ) .", "AABFEDIH")
	f.Add("the 57-year-old MINISTER of de la van al - Qaeda who", "\x00\x01\x02")
	f.Fuzz(func(t *testing.T, words, pattern string) {
		var b strings.Builder
		for i, w := range strings.Fields(words) {
			tag := "NNP"
			if len(pattern) > 0 {
				tag = tags[int(pattern[i%len(pattern)])%len(tags)]
			}
			b.WriteString(" " + w + "/" + tag)
			if tag == "." {
				b.WriteString("\n")
			}
		}
		if strings.TrimSpace(b.String()) == "" {
			return
		}
		d := tagged(b.String())
		first, _ := find.Find(d, nil)
		checked(t, d, first)
		second, _ := find.Find(d, nil)
		if !reflect.DeepEqual(first, second) {
			t.Fatal("two readings of one text differ")
		}
	})
}

func TestMarkPublic(t *testing.T) {
	entities := []sayso.Entity{{ID: 1}, {ID: 2}, {ID: 3}, {ID: 4}}
	finder(t).MarkPublic(entities,
		[]sayso.Claim{{Source: &sayso.Source{Entity: 1}}, {}},
		[]sayso.Event{{Actors: []sayso.Participant{{Entity: 3}, {}}, Recipients: []sayso.Participant{{Entity: 4}}}})
	for i, want := range []bool{true, false, true, false} {
		if entities[i].Public != want {
			t.Errorf("entity %d: public %v, want %v", i+1, entities[i].Public, want)
		}
	}
}

func TestLinkSpeakers(t *testing.T) {
	d := tagged(`"/` + "``" + ` I/PRP told/VBD my/PRP$ deputy/NN +,/, '/` + "``" + ` I/PRP will/MD go/VB +,/, +'/''` + ` +"/'' Ann/NNP Ode/NNP said/VBD +./.
I/PRP doubt/VBP it/PRP +./.
"/` + "``" + ` We/PRP left/VBD +,/, +"/'' the/DT board/NN said/VBD +./.`)
	span := func(words string) sayso.Span {
		at := int32(strings.Index(d.Text, words))
		return sayso.Span{Start: at, End: at + int32(len(words))}
	}
	entities := []sayso.Entity{
		{ID: 1, Type: sayso.Person, Mentions: []sayso.Mention{{Span: span("Ann Ode"), Form: sayso.NameMention}}},
		{ID: 2, Type: sayso.Organization, Mentions: []sayso.Mention{{Span: span("the board"), Form: sayso.NominalMention}}},
	}
	LinkSpeakers(d, entities, []sayso.Claim{
		{Form: sayso.Direct, Source: &sayso.Source{Entity: 1}, Content: []sayso.Span{span(`" I told my deputy, ' I will go,'"`)}},
		{Form: sayso.Direct, Content: []sayso.Span{span(`I will go`)}}, // somebody unknown
		{Form: sayso.Direct, Source: &sayso.Source{Entity: 2}, Content: []sayso.Span{span(`We left`)}},
	})
	got := written(d, entities)
	for _, want := range []string{`pronoun:"I" pronoun:"my" name:"Ann Ode"`, `pronoun:"We" nominal:"the board"`} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%swant %s", got, want)
		}
	}
	if strings.Count(got, `"I"`) != 1 {
		t.Errorf("only the first I is hers:\n%s", got)
	}
}

// TestLongTexts holds the work to the length of the text: what takes minutes
// where some step is quadratic.
func TestLongTexts(t *testing.T) {
	f := finder(t)
	for name, line := range map[string]string{
		"one surname":  "Ann%d/NNP Ode/NNP met/VBD Ode/NNP +,/, who/WP said/VBD he/PRP knew/VBD the/DT minister/NN +./.\n",
		"two clusters": "Ann/NNP Ode/NNP saw/VBD Ivan/NNP Pell/NNP and/CC he/PRP told/VBD the/DT official/NN it/PRP left/VBD +./.\n",
		"bodies":       "The/DT North%d/NNP Harbour/NNP Ministry/NNP (/-LRB- +NHM%[1]d/NNP +)/-RRB- said/VBD the/DT ministry/NN lied/VBD +./.\n",
		"one sentence": "Minister/NNP Ann%d/NNP of/IN the/DT Board/NNP and/CC 3/CD officials/NNS 4/CD agents/NNS ",
	} {
		var b strings.Builder
		for i := range 4000 {
			if strings.Contains(line, "%") {
				fmt.Fprintf(&b, line, i)
			} else {
				b.WriteString(line)
			}
		}
		d := tagged(b.String())
		entities, _ := f.Find(d, nil)
		if len(entities) == 0 {
			t.Errorf("%s: nothing found", name)
		}
		checked(t, d, entities)
	}
}

func TestTakeNoSides(t *testing.T) {
	nominal := func(a, b int32) []sayso.Mention {
		return []sayso.Mention{{Span: sayso.Span{Start: a, End: b}, Form: sayso.NominalMention}}
	}
	entities := []sayso.Entity{
		{ID: 1, Sector: "REB", Mentions: nominal(12, 20)},                                                                               // the source's word
		{ID: 2, Sector: "REB", Mentions: nominal(50, 60)},                                                                               // the article's own
		{ID: 3, Sector: "GOV", Mentions: nominal(12, 20)},                                                                               // takes no side
		{ID: 4, Sector: "CRM", Mentions: []sayso.Mention{{Span: sayso.Span{Start: 12, End: 20}, Form: sayso.NameMention}}},              // has a name
		{ID: 5, Sector: "UAF", Mentions: append(nominal(22, 30), sayso.Mention{Span: sayso.Span{Start: 70, End: 74}, Form: "pronoun"})}, // a pronoun says nothing
		{ID: 6, Sector: "UAF", Mentions: append(nominal(22, 30), nominal(70, 74)...)},                                                   // both
	}
	TakeNoSides(entities, []sayso.Claim{{Content: []sayso.Span{{Start: 10, End: 40}, {Start: 15, End: 18}}}})
	for i, want := range []string{"", "REB", "GOV", "CRM", "", "UAF"} {
		if entities[i].Sector != want {
			t.Errorf("entity %d: sector %q, want %q", i+1, entities[i].Sector, want)
		}
	}
}
