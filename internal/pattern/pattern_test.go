package pattern

import (
	"strings"
	"testing"
	"testing/fstest"

	"sayso"
	"sayso/internal/text"
)

// tagged makes a Doc of one sentence from words written word/lemma/TAG, with
// chunks in (round) marks for nouns and <angle> marks for verbs.
func tagged(s string) *text.Doc {
	d := &text.Doc{}
	kind, first := text.ChunkKind(0), int32(0)
	for _, f := range strings.Fields(s) {
		switch f {
		case "(", "<":
			kind, first = map[string]text.ChunkKind{"(": text.NounChunk, "<": text.VerbChunk}[f], int32(len(d.Tokens))
			continue
		case ")", ">":
			d.Chunks = append(d.Chunks, text.Chunk{Kind: kind, First: first, Last: int32(len(d.Tokens)), Head: int32(len(d.Tokens)) - 1})
			for i := first; i < int32(len(d.Tokens)); i++ {
				d.Tokens[i].Chunk = int32(len(d.Chunks)) - 1
			}
			continue
		}
		p := strings.Split(f, "/")
		if d.Text != "" {
			d.Text += " "
		}
		t := text.Token{Span: sayso.Span{Start: int32(len(d.Text)), End: int32(len(d.Text) + len(p[0]))}, Lower: strings.ToLower(p[0]), Head: text.Unparsed, Chunk: -1}
		if len(p) > 1 {
			t.Lemma = p[1]
		}
		if len(p) > 2 {
			t.Tag = text.ParseTag(p[2])
		}
		if p[0] == "." {
			t.UPOS, t.Tag = text.PUNCT, text.Stop
		}
		d.Text += p[0]
		d.Tokens = append(d.Tokens, t)
	}
	d.Sents = []text.Sentence{{Span: sayso.Span{End: int32(len(d.Text))}, Last: int32(len(d.Tokens))}}
	return d
}

func read(t *testing.T, lines ...string) *Set {
	t.Helper()
	s, err := Read(fstest.MapFS{
		"p.pattern": {Data: []byte(strings.Join(lines, "\n"))},
		"verbs.tsv": {Data: []byte("lemma\tkind\nblame\tbad\npraise\tgood\n")},
	}, "p.pattern")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestMatch(t *testing.T) {
	const meeting = "( The/the/DT ministers/minister/NNS ) < will/will/MD hold/hold/VB > ( talks/talk/NNS ) with/with/IN ( rivals/rival/NNS ) of/of/IN ( theirs/theirs/PRP ) today/today/NN ."
	for _, c := range []struct{ match, text, want string }{
		{"<who:NP> ..2 ~hold talks with <whom:PHRASE>", meeting, "who=The ministers whom=rivals of theirs"},
		{"<who:NP> ~hold talks with <whom:NP> END", meeting, ""},
		{"<who:NP> VG ~talk with <whom:NP>", meeting, "who=The ministers whom=rivals"},
		{"START the NNS <all:CLAUSE>", meeting, "all=will hold talks with rivals of theirs today"},
		{"<x:MD|IN> ~hold", meeting, "x=will"},
		{"~hold ~speech? <x:~talk>", meeting, "x=talks"},
		{"~hold !~talk <x:ANY>", meeting, ""},
		{"~hold !~speech <x:ANY>", meeting, "x=talks"},
		{"~minister <x:.. with>", meeting, "x=will hold talks with"},
		{"<x:PHRASE> today", meeting, "x=rivals of theirs"},
		{"@bad <whom:NP>", "he/he/PRP blamed/blame/VBD ( us/us/PRP ) .", "whom=us"},
		{"@good <whom:NP>", "he/he/PRP blamed/blame/VBD ( us/us/PRP ) .", ""},
		{"~blame <who:nsubj>", "he/he/PRP blamed/blame/VBD us/us/PRP .", ""},
		{"~blame <who:nsubj>?", "he/he/PRP blamed/blame/VBD us/us/PRP .", "no captures"},
	} {
		s := read(t, "class bad from verbs.tsv kind=bad", "class good from verbs.tsv kind=good", "rule r", "match "+c.match, "gives x", "yes y")
		d := tagged(c.text)
		got := ""
		if m := s.Match(d, 0, int32(len(d.Tokens))); len(m) > 0 {
			var parts []string
			for _, x := range m[0].Captures {
				parts = append(parts, x.Name+"="+d.Of(d.Range(x.First, x.Last)))
			}
			if got = strings.Join(parts, " "); got == "" {
				got = "no captures"
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.match, got, c.want)
		}
	}
}

func TestRelationCapturesTheWholePhrase(t *testing.T) {
	d := tagged("The/the/DT angry/angry/JJ crowd/crowd/NN blamed/blame/VBD us/us/PRP .")
	for i, h := range []int32{2, 2, 3, text.Root, 3, 3} {
		d.Tokens[i].Head = h
	}
	d.Tokens[2].Rel = text.RelNsubj
	m := read(t, "rule r", "match ~blame <who:nsubj>", "gives x", "yes y").At(d, 3)
	if len(m) != 1 {
		t.Fatalf("%d matches, want 1", len(m))
	}
	if c, ok := m[0].Capture("who"); !ok || d.Of(d.Range(c.First, c.Last)) != "The angry crowd" {
		t.Errorf("captured %+v", m[0].Captures)
	}
}

// TestAround matches words that stand around what is found, and elements that a
// stage answers: here "=pair", any two tokens.
func TestAround(t *testing.T) {
	d := tagged("The/the/DT ministers/minister/NNS will/will/MD hold/hold/VB talks/talk/NNS with/with/IN rivals/rival/NNS .")
	ask := func(name string, at int32) int32 {
		if name == "pair" {
			return at + 2
		}
		return 0
	}
	for _, c := range []struct{ match, found, captured string }{
		{"(will) hold talks (with)", "hold talks", ""},
		{"(will|would)? hold (!with) talks", "hold talks", ""},
		{"(the) (NNS)? hold", "", ""},
		{"(!will) hold", "", ""},
		{"(!hold) talks", "", ""},
		{"hold <x:=pair>", "hold talks with", "talks with"},
		{"<x:=pair> talks", "will hold talks", "will hold"},
		{"hold <x:(=pair)>", "hold", "talks with"},
		{"hold =other", "", ""},
	} {
		s := read(t, "rule r", "match "+c.match, "gives x", "yes y", "means z")
		if s.Rules[0].Yes[0].Means != "z" {
			t.Fatalf("means %q", s.Rules[0].Yes[0].Means)
		}
		found, captured := "", ""
		for i := range d.Tokens {
			for r := range s.Keyed(&d.Tokens[i]) {
				if m, ok := r.At(d, int32(i), ask); ok {
					found = d.Of(d.Range(m.First, m.Last))
					if x, ok := m.Capture("x"); ok {
						captured = d.Of(d.Range(x.First, x.Last))
					}
				}
			}
		}
		if found != c.found || captured != c.captured {
			t.Errorf("%s: found %q, captured %q, want %q and %q", c.match, found, captured, c.found, c.captured)
		}
	}
}

// TestClassExactly takes a table's words as written, not by lemma.
func TestClassExactly(t *testing.T) {
	d := tagged("he/he/PRP blamed/blame/VBD us/us/PRP .")
	for class, want := range map[string]int{"from": 1, "exactly": 0} {
		s := read(t, "class c "+class+" verbs.tsv kind=bad", "rule r", "match @c", "gives x", "yes y")
		if m := s.Match(d, 0, 4); len(m) != want {
			t.Errorf("%s: %d matches, want %d", class, len(m), want)
		}
	}
}

func TestReadReportsEveryFault(t *testing.T) {
	_, err := Read(fstest.MapFS{"p.pattern": {Data: []byte("match a\nrule r\nmatch NP ..\ngives\nfoo\nrule s\nmatch @none\ngives x=1 y\nyes {a\nrule r\nmatch <a:b\ngives x\nyes b\n")}}, "p.pattern", "q.pattern")
	if err == nil {
		t.Fatal("want an error")
	}
	for _, want := range []string{`p.pattern:1: "match" stands before`, `p.pattern:2: rule "r" lacks a yes sentence`, `p.pattern:3: rule "r" needs a word`,
		"p.pattern:4: gives what?", `p.pattern:5: unknown keyword "foo"`, `p.pattern:7: no class "none"`, `p.pattern:8: "y": want key=value`,
		"p.pattern:9: \"{a\": a bracket is never closed", `p.pattern:10: rule "r" is already at p.pattern:2`, "p.pattern:11: <a: is never closed", "q.pattern"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("lacks %q:\n%v", want, err)
		}
	}
}

func TestProve(t *testing.T) {
	docs := map[string]string{
		"They hold talks with rivals": "( They/they/PRP ) < hold/hold/VBP > talks/talk/NNS with/with/IN ( rivals/rival/NNS )",
		"They hold talks":             "( They/they/PRP ) < hold/hold/VBP > talks/talk/NNS",
	}
	parse := func(s string) *text.Doc { return tagged(docs[s]) }
	good := read(t, "rule r", "match <a:NP> ~hold talks with <b:NP>", "gives x", "yes [They] {hold talks with} [rivals]", "no They hold talks")
	if err := good.Prove(parse); err != nil {
		t.Error(err)
	}
	bad := read(t, "rule r", "match <a:NP> ~hold talks", "gives x", "yes [They] {hold} talks with rivals", "no They hold talks")
	err := bad.Prove(parse)
	if err == nil || !strings.Contains(err.Error(), `p.pattern:4: rule "r" should match; it matches "They hold talks" a="They"`) || !strings.Contains(err.Error(), "p.pattern:5") {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("class a exactly p.pattern\nrule r\nmatch (the)? <x:=day> (!a) @a (with|to) <y:(NNS)>\ngives k a=b\nyes a\nmeans b\n")
	f.Add("class a b ~c\nrule r\nmatch <x:NP> ..3 a|@a ~b? !c <y:nsubj>? END\ngives k a=b\nyes {a} [b]\n")
	d := tagged("( The/the/DT ministers/minister/NNS ) < will/will/MD hold/hold/VB > ( talks/talk/NNS ) with/with/IN rivals/rival/NNS .")
	f.Fuzz(func(t *testing.T, s string) {
		set, err := Read(fstest.MapFS{"p.pattern": {Data: []byte(s)}}, "p.pattern")
		if err != nil {
			return
		}
		for _, m := range set.Match(d, 0, int32(len(d.Tokens))) {
			if m.First > m.Last || m.Key < 0 || m.First < 0 || int(m.Last) > len(d.Tokens) {
				t.Fatalf("match %+v", m)
			}
			for _, c := range m.Captures {
				if c.First >= c.Last || c.First < 0 || int(c.Last) > len(d.Tokens) {
					t.Fatalf("capture %+v", c)
				}
			}
		}
	})
}
