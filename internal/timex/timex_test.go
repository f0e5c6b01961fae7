package timex

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso"
	"sayso/internal/golden"
	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/models"
	"sayso/rules"
)

type reading struct {
	finder *Finder
	parser *syntax.Parser
}

func load(t testing.TB) reading {
	t.Helper()
	f, err := New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	p, err := syntax.New(models.FS)
	if err != nil {
		t.Fatal(err)
	}
	return reading{f, p}
}

func (r reading) find(s, published string) (*text.Doc, []sayso.Timex, []sayso.Gap) {
	d := text.Cut(s)
	r.parser.Parse(d)
	times, gaps := r.finder.Find(d, published)
	return d, times, gaps
}

// TestGolden reads testdata/sentences.txt: a line "published DATE" sets the day
// to reckon from, every other line is a text of its own. The times found are
// held to testdata/sentences.golden.
func TestGolden(t *testing.T) {
	r := load(t)
	in, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	published := ""
	for line := range strings.Lines(string(in)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if p, ok := strings.CutPrefix(line, "published "); ok {
			published = p
			fmt.Fprintf(&out, "= %s\n", published)
			continue
		}
		if line == "published" {
			published = ""
			fmt.Fprintf(&out, "= unknown\n")
			continue
		}
		d, times, gaps := r.find(strings.ReplaceAll(line, " | ", "\n\n"), published)
		fmt.Fprintf(&out, "%s\n", line)
		for _, x := range times {
			fmt.Fprintf(&out, "\t%s\t%s\t%s", d.Of(x.Span), x.Type, x.Value)
			if x.Mod != "" {
				fmt.Fprintf(&out, "\t%s", x.Mod)
			}
			if x.Start != "" || x.End != "" {
				fmt.Fprintf(&out, "\t[%s, %s)", x.Start, x.End)
			}
			fmt.Fprintln(&out)
		}
		for _, g := range gaps {
			fmt.Fprintf(&out, "\tgap: %s: %s\n", d.Of(*g.Span), g.Why)
		}
	}
	golden.Check(t, "testdata/sentences.golden", out.String())
}

func TestCalendar(t *testing.T) {
	for _, c := range []struct {
		y, m, d       int
		weekday, year int
		week          int
	}{{1970, 1, 1, 4, 1970, 1}, {2000, 2, 29, 2, 2000, 9}, {2021, 1, 3, 7, 2020, 53}, {2024, 12, 30, 1, 2025, 1}, {1899, 12, 31, 7, 1899, 52}, {2022, 2, 10, 4, 2022, 6}} {
		n := dayOf(c.y, c.m, c.d)
		if y, m, d := n.civil(); y != c.y || m != c.m || d != c.d {
			t.Errorf("%v: civil gives %d-%d-%d", c, y, m, d)
		}
		if n.weekday() != c.weekday {
			t.Errorf("%v: weekday %d", c, n.weekday())
		}
		if y, w := n.isoWeek(); y != c.year || w != c.week {
			t.Errorf("%v: week %d-W%d", c, y, w)
		}
	}
	for n := dayOf(1890, 1, 1); n < dayOf(2110, 1, 1); n++ {
		y, m, d := n.civil()
		if dayOf(y, m, d) != n || d < 1 || d > daysIn(y, m) {
			t.Fatalf("day %d gives %d-%d-%d", n, y, m, d)
		}
	}
	for y, want := range map[int]string{2000: "2000-04-23", 2019: "2019-04-21", 2022: "2022-04-17", 2038: "2038-04-25"} {
		if have := easter(y).date(); have != want {
			t.Errorf("Easter %d: %s, want %s", y, have, want)
		}
	}
}

func TestHolidays(t *testing.T) {
	for _, c := range []struct {
		when string
		year int
		want string
	}{{"12-25", 2021, "2021-12-25"}, {"easter-2", 2022, "2022-04-15"}, {"11/4/4", 2021, "2021-11-25"}, {"11/4/4+1", 2021, "2021-11-26"},
		{"05/-1/1", 2022, "2022-05-30"}, {"11/1/1+1", 2020, "2020-11-03"}, {"2001-09-11", 2020, "2020-09-11"}} {
		h, err := parseHoliday("x", c.when)
		if err != nil {
			t.Errorf("%s: %v", c.when, err)
			continue
		}
		if have := h.in(c.year).value(); have != c.want {
			t.Errorf("%s in %d: %s, want %s", c.when, c.year, have, c.want)
		}
	}
	if _, err := parseHoliday("x", "soon"); err == nil {
		t.Error("want an error for a holiday without a rule")
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"On Friday, January 7-9, 2022, at 6:40 p.m. (GMT +8)", "the last week of the first quarter of next year", "9999-12-31 the next day 31 February 0000",
		"between 60 and 90 days, two and a half years ago", "99999999999 years ago, 10000000 centuries later", "mid-May's 29 February 2023 every two hundred years", "’98 the ’90s 25:61 12/31/99 13.13.2013"} {
		f.Add(s, "2024-02-29")
		f.Add(s, "XXXX-02-29")
		f.Add(s, "")
	}
	r := load(f)
	f.Fuzz(func(t *testing.T, s, published string) {
		d, times, _ := r.find(s, published)
		end := int32(0)
		for i, x := range times {
			if x.Span.Start < end || x.Span.Empty() || int(x.Span.End) > len(s) {
				t.Fatalf("span %v after %d in %q", x.Span, end, s)
			}
			end = x.Span.End
			if !utf8.ValidString(s) {
				continue
			}
			if !utf8.ValidString(d.Of(x.Span)) {
				t.Fatalf("span %v cuts a rune of %q", x.Span, s)
			}
			if x.ID != sayso.TimexID(i+1) || x.Type == "" {
				t.Fatalf("%+v", x)
			}
			if x.Type != sayso.TimexDuration && (x.Start == "") != (x.End == "") || x.Start != "" && x.End != "" && x.Start >= x.End {
				t.Fatalf("interval of %q: %+v", d.Of(x.Span), x)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	r := load(b)
	in, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		b.Fatal(err)
	}
	// mostly words that are no time, as in news
	s := strings.Repeat(string(in)+strings.Repeat("The delegates of the northern provinces refused to sign a text that their own governments had written. ", 60), 8)
	d := text.Cut(s)
	r.parser.Parse(d)
	b.ResetTimer()
	for b.Loop() {
		r.finder.Find(d, "2022-02-10")
	}
	b.ReportMetric(float64(len(d.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// TestLongSentence reads one sentence of many thousand times: the work must
// grow with its length, not with its square.
func TestLongSentence(t *testing.T) {
	r := load(t)
	for _, piece := range []string{"on Friday he would go and on January 7, 8, 9 he went ", "now 7, 8, 9, ", "the the the first of the ", "10 to 20 and 30 or ", "in May and June and "} {
		d := text.Cut(strings.Repeat(piece, 20000))
		n := int32(len(d.Tokens))
		d.Sents = []text.Sentence{{Span: sayso.Span{End: int32(len(d.Text))}, Last: n}}
		for i := range d.Tokens {
			tok := &d.Tokens[i]
			tok.Sent = 0
			switch tok.Lower {
			case "went":
				tok.Tag = text.VBD
			case "would":
				tok.Tag = text.MD
			}
		}
		times, _ := r.finder.Find(d, "2022-02-10")
		if strings.Contains(piece, "Friday") && len(times) < 20000 {
			t.Errorf("%q: %d times", piece, len(times))
		}
	}
}

func TestMovableDays(t *testing.T) {
	for y, want := range map[int]string{2016: "2016-05-01", 2019: "2019-04-28", 2022: "2022-04-24", 2024: "2024-05-05"} {
		if have := orthodoxEaster(y).date(); have != want {
			t.Errorf("Orthodox Easter %d: %s, want %s", y, have, want)
		}
	}
	// The first day of Ramadan and of Shawwal as most countries kept them; the rule may be a day off.
	for y, want := range map[int][2]string{2010: {"2010-08-11", "2010-09-10"}, 2014: {"2014-06-28", "2014-07-28"}, 2019: {"2019-05-06", "2019-06-04"},
		2022: {"2022-04-02", "2022-05-02"}, 2024: {"2024-03-11", "2024-04-10"}} {
		for k, m := range [2]int{9, 10} {
			day := parsePublished(want[k]).number()
			if have, _ := hijriIn(y, m, 1); have < day-1 || have > day+1 {
				t.Errorf("month %d of the Islamic calendar in %d begins on %s, want %s or a day beside it", m, y, have.date(), want[k])
			}
		}
	}
	if from, to := hijriIn(2022, 9, 0); to-from != 30 {
		t.Errorf("Ramadan has %d days", to-from)
	}
}
