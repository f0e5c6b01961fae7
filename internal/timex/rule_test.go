package timex

import (
	"strings"
	"testing"
	"testing/fstest"

	"sayso/internal/text"
	"sayso/rules"
)

// TestRules runs the sentences of the pattern files: each rule must match its own
// and, where the file says what it means, the reading must give that value.
func TestRules(t *testing.T) {
	const thursday = "2022-02-10"
	r := load(t)
	parse := func(s string) *text.Doc {
		d := text.Cut(s)
		r.parser.Parse(d)
		return d
	}
	if err := r.finder.patterns.ProveWith(parse, r.finder.Answers); err != nil {
		t.Error(err)
	}
	for _, rule := range r.finder.patterns.Rules {
		for _, ex := range rule.Yes {
			if ex.Means == "" {
				t.Errorf("%s:%d: rule %q: a sentence without its meaning", rule.Path, ex.Line, rule.Name)
				continue
			}
			_, times, _ := r.find(ex.Text, thursday)
			ok := false
			for _, x := range times {
				ok = ok || x.Value == ex.Means
			}
			if !ok {
				t.Errorf("%s:%d: rule %q: want %s of %q, have %+v", rule.Path, ex.Line, rule.Name, ex.Means, ex.Text, times)
			}
		}
	}
}

func TestRulesAreChecked(t *testing.T) {
	for _, c := range []struct{ gives, why string }{
		{"time day=other part=NI", "day=other: no such capture or word"},
		{"time part=NI", "want day and part, or value, or n and unit"},
		{"event type=ASSAULT", `gives "event", want time`},
		{"time day=day part=XX", "part=XX: no such capture or word"},
		{"time type=SET value=P<n>D", "value=P<n>D: no such capture or word"},
	} {
		files := fstest.MapFS{}
		for _, name := range patternFiles {
			files[name] = &fstest.MapFile{Data: []byte("rule a-" + name + "\nmatch night <day:=day>\ngives " + c.gives + "\nyes At night Friday.\n")}
		}
		_, _, err := loadPatterns(files)
		if err == nil || !strings.Contains(err.Error(), c.why) {
			t.Errorf("%s: error %v, want %q", c.gives, err, c.why)
		}
	}
	if _, _, err := loadPatterns(rules.FS); err != nil {
		t.Error(err)
	}
}
