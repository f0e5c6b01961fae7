package syntax

import (
	"os"
	"strings"
	"testing"

	"sayso/internal/text"
)

func parser(t *testing.T) *Parser {
	t.Helper()
	p, err := New(os.DirFS("../../models"))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLemmas(t *testing.T) {
	p := parser(t)
	for _, c := range []struct {
		word  string
		upos  text.UPOS
		tag   text.Tag
		lemma string
	}{
		{"said", text.VERB, text.VBD, "say"}, {"stopping", text.VERB, text.VBG, "stop"}, {"making", text.VERB, text.VBG, "make"},
		{"denied", text.VERB, text.VBD, "deny"}, {"visited", text.VERB, text.VBN, "visit"}, {"children", text.NOUN, text.NNS, "child"},
		{"policemen", text.NOUN, text.NNS, "policeman"}, {"countries", text.NOUN, text.NNS, "country"}, {"worse", text.ADJ, text.JJR, "bad"},
		{"Almaty", text.PROPN, text.NNP, "Almaty"}, {"n't", text.PART, text.RB, "not"}, {"quibbled", text.VERB, text.VBD, "quibble"},
		{"4,500", text.NUM, text.CD, "4500"}, {"Killed", text.VERB, text.VBN, "kill"}, {"was", text.AUX, text.VBD, "be"},
	} {
		if got := p.lemmas.lemma(c.word, text.Lower(c.word), c.upos, c.tag); got != c.lemma {
			t.Errorf("%s %v: lemma %q, want %q", c.word, c.tag, got, c.lemma)
		}
	}
}

// chunked writes a text with its chunks in brackets, N or V before each and
// "*" before the head.
func chunked(d *text.Doc) string {
	var b strings.Builder
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if i > 0 {
			b.WriteByte(' ')
		}
		if t.Chunk >= 0 {
			c := d.Chunks[t.Chunk]
			if c.First == int32(i) {
				b.WriteString(map[text.ChunkKind]string{text.NounChunk: "[N ", text.VerbChunk: "[V "}[c.Kind])
			}
			if c.Head == int32(i) {
				b.WriteByte('*')
			}
			b.WriteString(d.Word(int32(i)))
			if c.Last == int32(i)+1 {
				b.WriteByte(']')
			}
			continue
		}
		b.WriteString(d.Word(int32(i)))
	}
	return b.String()
}

func TestChunks(t *testing.T) {
	p := parser(t)
	for _, c := range []struct{ in, want string }{
		{"The mine's owners have not yet met the union.", "[N The mine 's *owners] [V have not yet *met] [N the *union] ."},
		{"Officials told reporters Thursday of more than 200 dead people.",
			"[N *Officials] [V *told] [N *reporters] [N *Thursday] of [N more than 200 dead *people] ."},
		{"She wants to see the old and shabby house.", "[N *She] [V *wants] [V to *see] [N the old and shabby *house] ."},
	} {
		d := text.Cut(c.in)
		p.Parse(d)
		if got := chunked(d); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// TestTrees holds plain sentences to their trees: each word's head and relation.
func TestTrees(t *testing.T) {
	p := parser(t)
	for in, want := range map[string]string{
		"The minister met the board on Monday.": "The<minister:det minister<met:nsubj met:root the<board:det board<met:obj on<Monday:case Monday<met:obl .<met:punct",
		"Two men were killed by the storm.":     "Two<men:nummod men<killed:nsubj:pass were<killed:aux:pass killed:root by<storm:case the<storm:det storm<killed:obl:agent .<killed:punct",
		"She said that he left.":                "She<said:nsubj said:root that<left:mark he<left:nsubj left<said:ccomp .<said:punct",
	} {
		d := text.Cut(in)
		p.Parse(d)
		var got []string
		for i := range d.Tokens {
			w := d.Word(int32(i))
			if h := d.Tokens[i].Head; h >= 0 {
				w += "<" + d.Word(h)
			}
			got = append(got, w+":"+d.Tokens[i].Rel.String())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, s, want)
		}
	}
}

func TestDatelinesAreSentences(t *testing.T) {
	p := parser(t)
	for _, in := range []string{"KESTLE, March 3 - |The board kept its rates.", "ARDEN (Nortag) -- |Rain fell on Monday. |It was cold.",
		"MERRIDOR, February 10. /NORTAG/. |Talks failed."} {
		d := text.Cut(strings.ReplaceAll(in, "|", ""))
		p.Parse(d)
		var got []string
		for _, s := range d.Sents {
			got = append(got, d.Of(s.Span))
		}
		if g := strings.Join(got, " |"); g != in {
			t.Errorf("got %q, want %q", g, in)
		}
	}
}

// checkParse reports the first thing later stages rely on that d breaks.
func checkParse(t *testing.T, d *text.Doc) {
	t.Helper()
	next := int32(0)
	for i, c := range d.Chunks {
		if c.First < next || c.Head < c.First || c.Head >= c.Last || int(c.Last) > len(d.Tokens) {
			t.Fatalf("chunk %d: %+v", i, c)
		}
		next = c.Last
	}
	for i := range d.Tokens {
		w := &d.Tokens[i]
		if w.UPOS == 0 || w.Tag == 0 || w.Lemma == "" {
			t.Fatalf("token %d %q: %+v", i, d.Word(int32(i)), w)
		}
		if c := w.Chunk; c >= 0 && (int32(i) < d.Chunks[c].First || int32(i) >= d.Chunks[c].Last) {
			t.Fatalf("token %d says chunk %d", i, c)
		}
	}
	next, para := int32(0), int32(0)
	for i, s := range d.Sents {
		if s.First != next || s.Last <= s.First || s.Last-s.First > sentenceLimit {
			t.Fatalf("sentence %d: %+v after token %d", i, s, next)
		}
		next = s.Last
		if s.Para < para || int(s.Para) >= len(d.Paras) || int32(i) < d.Paras[s.Para].First || int32(i) >= d.Paras[s.Para].Last {
			t.Fatalf("sentence %d: paragraph %d", i, s.Para)
		}
		para = s.Para
		roots := 0
		for k := s.First; k < s.Last; k++ {
			w := &d.Tokens[k]
			if int(w.Sent) != i {
				t.Fatalf("token %d says sentence %d, not %d", k, w.Sent, i)
			}
			if (w.Head == text.Root) != (w.Rel == text.RelRoot) || w.Rel == 0 {
				t.Fatalf("token %d: head %d, relation %v", k, w.Head, w.Rel)
			}
			steps := 0
			for at := k; at != text.Root; at = d.Tokens[at].Head {
				if at < s.First || at >= s.Last || steps > sentenceLimit {
					t.Fatalf("token %d does not hang on its sentence's root", k)
				}
				steps++
			}
			if w.Head == text.Root {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
	}
	if int(next) != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(d.Tokens))
	}
}

// FuzzParse holds what later stages rely on.
func FuzzParse(f *testing.F) {
	p, err := New(os.DirFS("../../models"))
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range []string{"", "x", "He didn't go.", "The army, police and the mayor's men said: “No.”", "\xff \x00", "$ % '", "a\nb\nc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.Cut(s)
		p.Parse(d)
		checkParse(t, d)
	})
}

// TestParseLongTexts reads texts that are one paragraph, one sentence or one
// word from end to end.
func TestParseLongTexts(t *testing.T) {
	p := parser(t)
	for _, unit := range []string{"and then he ", "He left. ", "\n\nYes", "xyz", "“", "a, "} {
		d := text.Cut(strings.Repeat(unit, 20_000/len(unit)))
		p.Parse(d)
		checkParse(t, d)
	}
}
