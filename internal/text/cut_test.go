package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"sayso/internal/golden"
)

// marked writes a document with "¶" before paragraphs, a line for each
// sentence, tokens parted by blanks and "|" before a joined one.
func marked(d *Doc) string {
	var b strings.Builder
	para := int32(-1)
	for _, s := range d.Sents {
		if s.Para != para {
			b.WriteString("¶\n")
			para = s.Para
		}
		for i := s.First; i < s.Last; i++ {
			switch {
			case d.Tokens[i].Joined:
				b.WriteByte('|')
			case i > s.First:
				b.WriteByte(' ')
			}
			b.WriteString(d.Word(i))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestCut cuts every text in testdata/cut. A file holds the text, a line of
// "====" and what it is cut into.
func TestCut(t *testing.T) {
	files, err := filepath.Glob("testdata/cut/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in, _, _ := strings.Cut(string(b), "\n====\n")
		golden.Check(t, name, in+"\n====\n"+marked(Cut(in)))
	}
}

func TestCutSingles(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"She can't go.", "She ca|n't go ."},
		{"We cannot say.", "We can|not say ."},
		{"It's Kyiv's, isn't it?", "It|'s Kyiv|'s , is|n't it ?"},
		{"the workers’ strike", "the workers|’ strike"},
		{"They're gonna stay", "They|'re gon|na stay"},
		{"a $4,500 fine", "a $ 4,500 fine"},
		{"US$3.5bn or 12% of it", "US$ 3.5 bn or 12 % of it"},
		{"a Russian-led force", "a Russian - led force"},
		{"anti-government rallies", "anti-government rallies"},
		{"on 12/31/2021 at 9:30am", "on 12/31/2021 at 9:30 am"},
		{"see https://news.example/a?b=1, please", "see https://news.example/a?b=1 , please"},
		{"mail desk@agency.example.", "mail desk@agency.example ."},
		{"great :-)", "great :-)"},
		{"(he said)", "( he said )"},
		{"the U.S.-led talks", "the U.S. - led talks"},
		{"10-15 people", "10 - 15 people"},
		{"wait... what?!", "wait ... what ?!"},
		{"and/or", "and / or"},
		{"call 713-555-0142 now", "call 713-555-0142 now"},
		{"rock 'n' roll in the '90s", "rock 'n ' roll in the '90s"},
		{"12. The end.", "12. The end ."},
		{"It was cold, etc. and dark, etc.", "It was cold , etc. and dark , etc ."},
		{"refs 13,14 and 4,500,000", "refs 13 , 14 and 4,500,000"},
		{"She said ''no''.", "She said '' no '' ."},
		{"Im in the 60's, mid-1980s", "I|m in the 60's , mid-1980s"},
		{"O'Neil and AT&T", "O'Neil and AT&T"},
	} {
		d := Cut(c.in)
		got := strings.TrimSuffix(strings.TrimPrefix(marked(d), "¶\n"), "\n")
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

// check reports the first invariant of Doc that d breaks.
func check(t *testing.T, d *Doc) {
	t.Helper()
	at, valid := 0, utf8.ValidString(d.Text)
	for i := range d.Tokens {
		s := d.Tokens[i].Span
		if int(s.Start) < at || s.End <= s.Start || int(s.End) > len(d.Text) {
			t.Fatalf("token %d at %v after %d", i, s, at)
		}
		if gap := d.Text[at:s.Start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
			t.Fatalf("%q before token %d belongs to none", gap, i)
		}
		if valid && (!utf8.RuneStart(d.Text[s.Start]) || int(s.End) < len(d.Text) && !utf8.RuneStart(d.Text[s.End])) {
			t.Fatalf("token %d at %v cuts a rune", i, s)
		}
		if strings.IndexFunc(d.Of(s), unicode.IsSpace) >= 0 {
			t.Fatalf("token %d %q holds white space", i, d.Of(s))
		}
		if d.Tokens[i].Joined && (i == 0 || int(s.Start) != at) {
			t.Fatalf("token %d is joined to nothing", i)
		}
		at = int(s.End)
	}
	if strings.TrimFunc(d.Text[at:], unicode.IsSpace) != "" {
		t.Fatalf("%q after the last token", d.Text[at:])
	}
	next, para := int32(0), int32(0)
	for i, s := range d.Sents {
		if s.First != next || s.Last <= s.First || s.Span != d.Range(s.First, s.Last) {
			t.Fatalf("sentence %d: %+v", i, s)
		}
		for k := s.First; k < s.Last; k++ {
			if int(d.Tokens[k].Sent) != i {
				t.Fatalf("token %d says sentence %d, want %d", k, d.Tokens[k].Sent, i)
			}
		}
		if p := d.Paras[s.Para]; int(p.First) > i || int(p.Last) <= i || !p.Span.Contains(s.Span) {
			t.Fatalf("sentence %d is not in its paragraph %+v", i, p)
		}
		next = s.Last
	}
	if int(next) != len(d.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(d.Tokens))
	}
	for i, p := range d.Paras {
		if p.First != para || p.Last <= p.First {
			t.Fatalf("paragraph %d: %+v", i, p)
		}
		para = p.Last
	}
}

func FuzzCut(f *testing.F) {
	for _, s := range []string{"", " ", "a", "\"", "''", "x.y...", "“No,” she said. ‘Yes.’", "A\r\n\r\nB\rC", "don’t (can't)", "\xff\xfe.", "1-2-3/4:5", "U.S.", "/T/.", "MINSK, May 4. /AB/. Go.",
		"one two three four five six\nseven eight nine ten el\ntwelve", "a.\"a.\"a", "w/", ":-)x", "$", "US$", "'tis 's", "\u200bx\u00a0y", "e.g.)\""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := Cut(s)
		check(t, d)
		if marked(d) != marked(Cut(s)) {
			t.Fatal("the same text was cut otherwise")
		}
	})
}

func TestCutTakesTimeInProportion(t *testing.T) {
	for _, unit := range []string{"\"", ".", "a.\"", "(", "'s", "-", "x-", "a\n", "http://", "!?", "“a”", "A. "} {
		check(t, Cut(strings.Repeat(unit, 200_000/len(unit))))
	}
}
