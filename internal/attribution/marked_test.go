package attribution_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/attribution"
	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/models"
	"sayso/rules"
)

// bench reads texts as far as attribution.
type bench struct {
	parser *syntax.Parser
	finder *attribution.Finder
}

func newBench(t testing.TB) bench {
	t.Helper()
	parser, err := syntax.New(models.FS)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := attribution.New(rules.FS, models.FS)
	if err != nil {
		t.Fatal(err)
	}
	return bench{parser, finder}
}

func (b bench) read(s string, article *sayso.Article) (sayso.Attribution, []sayso.Gap, *text.Doc) {
	doc := text.Cut(s)
	b.parser.Parse(doc)
	found, gaps := b.finder.Find(doc, text.Front{}, article, nil, nil)
	return found, gaps, doc
}

// unmark splits a marked line into its text and the words marked s, c and as content.
func unmark(line string) (plain, source, cue, content string) {
	var b strings.Builder
	var pieces []string
	for i := 0; i < len(line); {
		switch {
		case strings.HasPrefix(line[i:], "[s:"), strings.HasPrefix(line[i:], "[c:"):
			end := i + strings.IndexByte(line[i:], ']')
			words := line[i+3 : end]
			if line[i+1] == 's' {
				source = words
			} else {
				cue = words
			}
			b.WriteString(words)
			i = end + 1
		case line[i] == '{':
			end := i + strings.IndexByte(line[i:], '}')
			pieces = append(pieces, line[i+1:end])
			b.WriteString(line[i+1 : end])
			i = end + 1
		default:
			b.WriteByte(line[i])
			i++
		}
	}
	return b.String(), source, cue, strings.Join(pieces, " … ")
}

// bare drops the marks at a phrase's ends, which are nobody's words.
func bare(s string) string { return strings.Trim(s, ` ,.:"“”`) }

// TestMarkedSentences reads our own marked sentences. A model decides with the rules, and each
// training moves it a little: 97 in 100 must be read as marked.
func TestMarkedSentences(t *testing.T) {
	b := newBench(t)
	var wrong []string
	lines, err := os.ReadFile("testdata/marked.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(lines)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		if none, ok := strings.CutPrefix(line, "no: "); ok {
			if got, _, _ := b.read(none, &sayso.Article{}); len(got.Claims) > 0 {
				wrong = append(wrong, fmt.Sprintf("%s: %d claims, want none: %s", none, len(got.Claims), show(none, got.Claims[0])))
			}
			continue
		}
		plain, source, cue, content := unmark(line)
		got, _, _ := b.read(plain, &sayso.Article{})
		found := false
		var seen []string
		for _, c := range got.Claims {
			var pieces []string
			for _, s := range c.Content {
				pieces = append(pieces, bare(s.Of(plain)))
			}
			var want []string
			for s := range strings.SplitSeq(content, " … ") {
				want = append(want, bare(s))
			}
			seen = append(seen, show(plain, c))
			if strings.Join(pieces, "|") == strings.Join(want, "|") && bare(c.Cue[0].Of(plain)) == bare(cue) &&
				(source == "" && c.Source == nil || c.Source != nil && bare(c.Source.Span.Of(plain)) == bare(source)) {
				found = true
			}
		}
		if !found {
			wrong = append(wrong, line+"\ngot "+strings.Join(seen, "\n    "))
		}
	}
	if 100*len(wrong) > 3*n {
		t.Errorf("%d of %d read otherwise:\n%s", len(wrong), n, strings.Join(wrong, "\n"))
	}
	if n < 30 {
		t.Errorf("only %d marked sentences", n)
	}
}

func show(s string, c sayso.Claim) string {
	out := ""
	if c.Source != nil {
		out = "[s:" + c.Source.Span.Of(s) + "] "
	}
	for _, q := range c.Cue {
		out += "[c:" + q.Of(s) + "] "
	}
	for _, k := range c.Content {
		out += "{" + k.Of(s) + "} "
	}
	return out + string(c.Kind) + " " + string(c.Stance) + " " + c.By
}

// checkFound reports the first broken promise of Find.
func checkFound(doc *text.Doc, found sayso.Attribution) string {
	valid := func(s sayso.Span) bool {
		return s.Start >= 0 && s.Start < s.End && int(s.End) <= len(doc.Text)
	}
	for i, c := range found.Claims {
		if int(c.ID) != i+1 {
			return "ids do not count from 1"
		}
		if len(c.Content) == 0 || len(c.Cue) == 0 {
			return "a claim without content or cue"
		}
		at := int32(0)
		for _, s := range c.Content {
			if !valid(s) || s.Start < at {
				return "content out of place"
			}
			at = s.End
		}
		for _, s := range append(append([]sayso.Span{}, c.Cue...), c.Inserts...) {
			if !valid(s) {
				return "a cue or insert out of place"
			}
		}
		if c.Source != nil && !valid(c.Source.Span) {
			return "a source out of place"
		}
		if c.Within == c.ID || int(c.Within) > len(found.Claims) || int(c.SameAs) >= int(c.ID) {
			return "a link out of place"
		}
	}
	for _, s := range found.Doubtful {
		if !valid(s) {
			return "a doubtful span out of place"
		}
	}
	return ""
}

// TestEditedText reads texts cut and joined at random places: no edit may
// break a promise of Find.
func TestEditedText(t *testing.T) {
	b := newBench(t)
	lines, err := os.ReadFile("testdata/marked.txt")
	if err != nil {
		t.Fatal(err)
	}
	plain, _, _, _ := unmark(string(lines))
	r := rand.New(rand.NewPCG(7, 7))
	marks := []string{`"`, "'", "“", "”", ",", ".", "\n\n", " — ", " said ", " according to ", ":", "("}
	for range 40 {
		s := plain
		for range 1 + r.IntN(6) {
			i, j := r.IntN(len(s)), r.IntN(len(s))
			i, j = min(i, j), max(i, j)
			switch r.IntN(3) {
			case 0:
				s = s[:i] + s[j:]
			case 1:
				s = s[i:j] + s
			case 2:
				s = s[:i] + marks[r.IntN(len(marks))] + s[i:]
			}
			if len(s) < 2 || len(s) > 1500 {
				break
			}
		}
		s = strings.ToValidUTF8(s, "")
		found, _, doc := b.read(s, &sayso.Article{})
		if why := checkFound(doc, found); why != "" {
			t.Fatalf("%s: %q", why, s)
		}
	}
}

func FuzzFind(f *testing.F) {
	b := newBench(f)
	lines, err := os.ReadFile("testdata/marked.txt")
	if err != nil {
		f.Fatal(err)
	}
	plain, _, _, _ := unmark(string(lines))
	f.Add(plain, uint16(40), uint16(7))
	f.Add("\"A,\" said B, who said C. (\"D\": E — F, according to G, H, said", uint16(3), uint16(9))
	f.Fuzz(func(t *testing.T, s string, cut, at uint16) {
		// An edit: a run of the text moved elsewhere.
		if n := len(s); n > 0 {
			i, j := int(at)%n, int(cut)%n
			s = s[min(i, j):max(i, j)] + s
		}
		s = strings.ToValidUTF8(s, "")
		found, _, doc := b.read(s, &sayso.Article{})
		if why := checkFound(doc, found); why != "" {
			t.Fatalf("%s: %q", why, s)
		}
	})
}
