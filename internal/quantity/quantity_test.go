package quantity

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"sayso"
	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/models"
	"sayso/rules"
)

// reader reads quantities the way the pipeline does.
type reader struct {
	parser *syntax.Parser
	finder *Finder
}

func newReader(t testing.TB) reader {
	t.Helper()
	p, err := syntax.New(models.FS)
	if err != nil {
		t.Fatal(err)
	}
	f, err := New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return reader{p, f}
}

func (r reader) read(s string) ([]sayso.Quantity, []sayso.Gap) {
	doc := text.Cut(s)
	r.parser.Parse(doc)
	return r.finder.Find(doc, nil, nil, sayso.Attribution{})
}

// TestFigures reads the sentences of testdata/figures.txt, each by itself.
func TestFigures(t *testing.T) {
	r := newReader(t)
	file, err := os.Open("testdata/figures.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines, line := bufio.NewScanner(file), 1; lines.Scan(); line++ {
		if s := lines.Text(); s != "" && s[0] != '#' {
			s, want := unmark(t, s)
			got, _ := r.read(s)
			compare(t, fmt.Sprintf("figures.txt:%d: %s", line, s), s, want, got)
		}
	}
}

// unmark returns a marked sentence without its marks, and its figures.
func unmark(t *testing.T, marked string) (string, []sayso.Quantity) {
	var (
		plain strings.Builder
		want  []sayso.Quantity
	)
	for rest := marked; rest != ""; {
		before, after, found := strings.Cut(rest, "{")
		plain.WriteString(before)
		if !found {
			break
		}
		mark, after, closed := strings.Cut(after, "}")
		words, spec, split := strings.Cut(mark, "|")
		if !closed || !split {
			t.Fatalf("%s: want {words|figure}", marked)
		}
		q := figureOf(t, marked, spec)
		q.ID = sayso.QuantityID(len(want) + 1)
		q.Span = sayso.Span{Start: int32(plain.Len()), End: int32(plain.Len() + len(words))}
		plain.WriteString(words)
		want, rest = append(want, q), after
	}
	return plain.String(), want
}

func figureOf(t *testing.T, line, spec string) sayso.Quantity {
	fields := strings.Fields(spec)
	q := sayso.Quantity{Bound: sayso.Exact, Unit: "person"}
	number := func(s string) *float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		return &v
	}
	switch n := fields[0]; {
	case strings.Contains(n, ".."):
		low, high, _ := strings.Cut(n, "..")
		q.Low, q.High, q.Bound = number(low), number(high), sayso.Between
	case n[0] == '~':
		q.Low, q.High, q.Bound = number(n[1:]), number(n[1:]), sayso.About
	case n[0] == '-':
		q.High, q.Bound = number(n[1:]), sayso.AtMost
	case n[len(n)-1] == '+':
		q.Low, q.Bound = number(n[:len(n)-1]), sayso.AtLeast
	default:
		q.Low, q.High = number(n), number(n)
	}
	for _, f := range fields[1:] {
		switch {
		case harmOf(f) != 0:
			q.Harm = sayso.Harm(f)
		case f[0] == '@':
			q.Who = f[1:]
		case f == "more":
			q.Increment = true
		case f[0] == '<':
			q.PartOf = sayso.QuantityID(*number(f[1:]))
		default:
			q.Unit = f
		}
	}
	return q
}

func TestLinksAndVoice(t *testing.T) {
	r := newReader(t)
	s := "On Monday a bomb killed 12 people in Oakfield, and the mayor of Ashford said two days later that 30 had been hurt."
	doc := text.Cut(s)
	r.parser.Parse(doc)
	at := func(words string) sayso.Span {
		i := strings.Index(s, words)
		return sayso.Span{Start: int32(i), End: int32(i + len(words))}
	}
	times := []sayso.Timex{{ID: 1, Span: at("Monday"), Type: sayso.TimexDate}, {ID: 2, Span: at("two days"), Type: sayso.TimexDuration}}
	places := []sayso.Place{{ID: 1, Span: at("Oakfield"), Literal: true}, {ID: 2, Span: at("Ashford")}}
	told := sayso.Attribution{Claims: []sayso.Claim{{ID: 1, Content: []sayso.Span{at("30 had been hurt")}}}}
	got, _ := r.finder.Find(doc, times, places, told)
	if len(got) != 2 {
		t.Fatalf("%d figures: %+v", len(got), got)
	}
	for i, want := range []sayso.Quantity{{Time: 1, Place: 1, Voice: sayso.VoiceOutlet}, {Time: 1, Place: 1, Voice: sayso.VoiceSource, Claim: 1}} {
		if q := got[i]; q.Time != want.Time || q.Place != want.Place || q.Voice != want.Voice || q.Claim != want.Claim {
			t.Errorf("%q: %v %v %v %v", q.Span.Of(s), q.Time, q.Place, q.Voice, q.Claim)
		}
	}
}

func TestDoubtfulHarmIsAGap(t *testing.T) {
	r := newReader(t)
	for s, why := range map[string]string{
		"The attack could have killed 200 people.":     doubtFuture,
		"The general said 30 villagers were not hurt.": doubtDenied,
		"The group threatened to kill two hostages.":   doubtIntent,
	} {
		got, gaps := r.read(s)
		if len(gaps) != 1 || gaps[0].Why != why {
			t.Errorf("%s: gaps %+v, want %q", s, gaps, why)
		}
		for _, q := range got {
			if q.Harm != "" {
				t.Errorf("%s: %+v", s, q)
			}
		}
	}
}

func TestTablesAreChecked(t *testing.T) {
	files := fstest.MapFS{}
	names, err := fs.Glob(rules.FS, "quantity/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(rules.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	if _, err := New(files); err != nil {
		t.Fatal(err)
	}
	files["quantity/phrase.tsv"] = &fstest.MapFile{Data: []byte("verb\twith\tharm\tvictim\nyodel\tlives\tkilled\tsubject\n")}
	files["quantity/act.tsv"] = &fstest.MapFile{Data: []byte("noun\tharm\tonly\ndeath\tdead\t\n")}
	_, err = New(files)
	if err == nil || !strings.Contains(err.Error(), `phrase.tsv:2: verb "yodel"`) || !strings.Contains(err.Error(), `act.tsv:2: harm is "dead"`) {
		t.Errorf("error %v", err)
	}
}

func compare(t *testing.T, where, s string, want, got []sayso.Quantity) {
	t.Helper()
	show := func(q sayso.Quantity, list []sayso.Quantity) string {
		part := ""
		for i := range list {
			if q.PartOf != 0 && list[i].ID == q.PartOf {
				part = " part of " + list[i].Span.Of(s)
			}
		}
		return fmt.Sprintf("%q %s..%s %s %s %s @%s more=%t%s", q.Span.Of(s), end(q.Low), end(q.High), q.Bound, q.Unit, q.Harm, q.Who, q.Increment, part)
	}
	found := map[string]bool{}
	for _, q := range got {
		found[show(q, got)] = true
	}
	wanted := map[string]bool{}
	for _, q := range want {
		w := show(q, want)
		wanted[w] = true
		if !found[w] {
			t.Errorf("%s\n  lacks %s", where, w)
		}
	}
	for _, q := range got {
		if w := show(q, got); q.Harm != "" && !wanted[w] {
			t.Errorf("%s\n  has   %s (%s)", where, w, q.By)
		}
	}
}

func end(v *float64) string {
	if v == nil {
		return "open"
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func FuzzFind(f *testing.F) {
	r := newReader(f)
	for _, s := range []string{"At least 12 people, including a child, were killed and dozens hurt.", "of of of the 12 - 15 or more", "no one, none of them; a a a",
		"The death toll rose from 12 to more than 1 200 (1,3", "between three and of whom including"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, gaps := r.read(s)
		again, _ := r.read(s)
		if len(got) != len(again) {
			t.Fatalf("%d figures, then %d", len(got), len(again))
		}
		for i, q := range got {
			if q.Span.Empty() || q.Span.Start < 0 || int(q.Span.End) > len(s) || q.Of != nil && int(q.Of.End) > len(s) {
				t.Errorf("figure %d: span %v outside the text", i, q.Span)
			}
			if q.ID != sayso.QuantityID(i+1) || int(q.PartOf) > len(got) || q.PartOf < 0 || q.PartOf == q.ID {
				t.Errorf("figure %d: id %v, part of %v", i, q.ID, q.PartOf)
			}
			if i > 0 && got[i-1].Span.Start > q.Span.Start {
				t.Errorf("figure %d out of order", i)
			}
			if q.Low != nil && q.High != nil && *q.Low > *q.High || q.Unit == "" || q.Bound == "" {
				t.Errorf("figure %d: %+v", i, q)
			}
		}
		for _, g := range gaps {
			if int(g.Span.End) > len(s) {
				t.Errorf("gap %v outside the text", g.Span)
			}
		}
	})
}
