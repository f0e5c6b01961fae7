package event

import (
	"embed"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"sayso"
	"sayso/internal/text"
	"sayso/rules"
)

// withRows returns the rules with rows added to the end of a table.
func withRows(t *testing.T, path, rows string) fs.FS {
	t.Helper()
	m := fstest.MapFS{}
	err := fs.WalkDir(rules.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasPrefix(p, "event/") && !strings.HasPrefix(p, "geo/") {
			return err
		}
		b, err := fs.ReadFile(rules.FS, p)
		if p == path {
			b = append(b, rows...)
		}
		m[p] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestNewReportsFaultyRows(t *testing.T) {
	for _, c := range []struct{ path, row, want string }{
		{"event/verbs.tsv", "zz\tASSAULT\tvisit\tobj\tpol\t\n", `mode "visit": ASSAULT has`},
		{"event/verbs.tsv", "zz\tATTACK\t\tobj\tpol\t\n", `type is "ATTACK"`},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tobj=nonsense\t\n", `no condition or class "obj=nonsense"`},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tpolitical\t\n", `no condition or class "political"`},
		{"event/nouns.tsv", "zz\tASSAULT\t\tby\tof\tamb\twar\n", `no context "war"`},
		{"event/sectors.tsv", "zz\tXXX\t\n", `sector is "XXX"`},
		{"event/events.pattern", "rule zz\nmatch zz\ngives event type=WAR\nyes zz\n", `no type "WAR"`},
		{"event/events.pattern", "rule zz\nmatch zz\ngives claim\nyes zz\n", `gives "claim", want event or none`},
	} {
		_, err := New(withRows(t, c.path, c.row), embed.FS{}, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path+":") {
			t.Errorf("%q: got %v, want %q with its place", c.row, err, c.want)
		}
	}
}

// guess tags a text by bytes, without any sense: what a tagger might do at its worst.
func guess(s string, b []byte) *text.Doc {
	d := text.Cut(s)
	at := 0
	next := func() int32 {
		if len(b) == 0 {
			return 0
		}
		at++
		return int32(b[at%len(b)])
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.UPOS, t.Tag, t.Rel = text.UPOS(1+next()%17), text.Tag(1+next()%50), text.Rel(1+next()%50)
		t.Lemma, t.Chunk = t.Lower, -1
		t.Head = text.Unparsed
		if next()%8 != 0 && len(b) > 3 && b[0]%2 == 0 {
			s := d.Sents[t.Sent]
			t.Head = s.First + next()%(s.Last-s.First)
		}
	}
	for _, s := range d.Sents {
		for i := s.First; i < s.Last; {
			last := min(s.Last, i+1+next()%4)
			if k := next() % 3; k != 0 {
				for j := i; j < last; j++ {
					d.Tokens[j].Chunk = int32(len(d.Chunks))
				}
				d.Chunks = append(d.Chunks, text.Chunk{Kind: text.ChunkKind(k), First: i, Last: last, Head: i + next()%(last-i)})
			}
			i = last
		}
	}
	return d
}

func FuzzFind(f *testing.F) {
	f.Add("Police arrested two students who threw stones at the ministry. The army shelled the town and the rebels fled.", []byte{4, 9, 1, 77, 3})
	f.Add("The minister agreed to hold talks with the rebels, and will not release the prisoners taken hostage.", []byte{5, 200, 31})
	f.Add("shot shot shot attack of of of by by the the and and and", []byte{2, 250, 17, 6, 90})
	f.Add("0 0 0 AttACk 0 0 $$0 0", []byte("4 0(0 \x80\x00t")) // a noun that may have a culprit, in a sentence without a tree
	finder, err := New(rules.FS, embed.FS{}, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string, b []byte) {
		if len(s) > 2000 {
			return
		}
		d := guess(s, b)
		events, gaps := finder.Find(d, Found{Article: &sayso.Article{Text: s}})
		again, gapsAgain := finder.Find(d, Found{Article: &sayso.Article{Text: s}})
		if !reflect.DeepEqual(events, again) || !reflect.DeepEqual(gaps, gapsAgain) {
			t.Fatal("two readings of one text differ")
		}
		valid := func(at sayso.Span) {
			if at.Start < 0 || at.Start >= at.End || int(at.End) > len(s) {
				t.Fatalf("span %v of %d bytes", at, len(s))
			}
		}
		last := int32(0)
		for i, e := range events {
			valid(e.Trigger)
			if e.Trigger.Start < last {
				t.Fatalf("event %d stands before the one before it", i)
			}
			last = e.Trigger.Start
			if e.ID != sayso.EventID(i+1) || e.SameAs >= e.ID || e.By == "" || e.Realis == "" {
				t.Fatalf("event %d: %+v", i, e)
			}
			for _, p := range append(e.Actors, e.Recipients...) {
				valid(p.Span)
			}
		}
		for _, g := range gaps {
			valid(*g.Span)
		}
	})
}
