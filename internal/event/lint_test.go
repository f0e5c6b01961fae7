package event

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/text"
	"sayso/rules"
)

// added returns the findings about the rows added to a table.
func added(t *testing.T, path, rows string) []Finding {
	t.Helper()
	before, err := Lint(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	after, err := Lint(withRows(t, path, rows))
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(after, func(f Finding) bool { return slices.Contains(before, f) })
}

func TestLint(t *testing.T) {
	for _, c := range []struct{ path, rows, want string }{
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\thuman\t\n", ""},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tobj noobj\t\n", "fault: zz: never fires: noobj and obj exclude each other"},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tmil nomil\t\n", "fault: zz: never fires: nomil and mil exclude each other"},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tlv\t\n", "look: zz: condition lv says nothing of a verb"},
		{"event/nouns.tsv", "zz\tASSAULT\t\tby\tof\thuman\t\n", "look: zz: condition human says nothing of a noun"},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tpol pol\t\n", "look: zz: condition pol stands there twice"},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\thuman pol\t\nzz\tASSAULT\t\tobj\tpol human\t\n", "fault: zz: line N says the same"},
		{"event/verbs.tsv", "zz\tASSAULT\t\tobj\tobj\t\nzz\tCOERCE\tarrest\tto\thuman\t\n", "fault: zz: never fires: line N (ASSAULT) comes first"},
		{"event/verbs.tsv", "zz\tCOERCE\t\tobj\tobj\t\nzz\tASSAULT\t\tobj\thuman\t\n", "look: zz: seldom fires"}, // a weapon may be the actor
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tobj=talks pol\t\nzz\tREJECT\tmeet\tto\tobj=talks pol\t\n", "look: zz: seldom fires: line N (REJECT)"},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tprep=to,for\t\nzz\tREJECT\tmeet\tobj\tfor=talks\t\n", "fault: zz: never fires"},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tprep=to,for\t\nzz\tREJECT\tmeet\tobj\tprep=for\t\n", "fault: zz: never fires"},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tprep=for\t\nzz\tREJECT\tmeet\tobj\tprep=for,to\t\n", ""},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tpact=armed\t\nzz\tREJECT\tmeet\tobj\tpact\t\n", ""},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tinf=aid\t\nzz\tREJECT\tmeet\tobj\tinf\t\n", ""},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tinf\t\nzz\tREJECT\tmeet\tobj\tinf\t\n", "fault: zz: never fires"},
		{"event/verbs.tsv", "zz\tREJECT\t\tobj\tobj\t\nzz up\tREJECT\tmeet\tobj\tobj\t\n", ""}, // more words come first
		{"event/classes.tsv", "zz\tword word\n", `look: zz: "word" stands there twice`},
		{"event/classes.tsv", "zz\tword\n", "look: zz: no condition asks for this class"},
		{"event/classes.tsv", "zz\t\n", "fault: zz: the class is empty"},
		{"event/sectors.tsv", "zz\tMIL\t\nzz\tCOP\t\n", "fault: zz: line N has it already"},
		{"event/cameo.tsv", "THREATEN\t\t\t\tzzz\t13\n", `look: no rule is named "zzz"`},
		{"event/cameo.tsv", "THREATEN\t\tlgbt\t\t\t13\nTHREATEN\t\tlgbt\t\t\t131\n", "fault: line N has it already"},
	} {
		var got []string
		for _, f := range added(t, c.path, c.rows) {
			got = append(got, regexp.MustCompile(`line \d+`).ReplaceAllString(f.String(), "line N"))
		}
		all := strings.Join(got, "\n")
		if c.want == "" && all != "" || !strings.Contains(all, c.want) || c.want != "" && !strings.HasPrefix(all, c.path+":") {
			t.Errorf("%q: got %q, want %q", c.rows, all, c.want)
		}
	}
}

func TestLintPatterns(t *testing.T) {
	fsys := withRows(t, "event/events.pattern", `
class zzused   a
class zzunused b
rule  zz-first
match zig <trigger:zag> @zzused
gives event type=PROTEST
yes   {zig} [zag] {a}
rule  zz-second
match zag a
gives event type=ASSAULT
yes   zag a
rule  zz-third
match zug
gives event type=PROTEST
yes   zug
`)
	read := func(s string) []sayso.Event {
		if strings.Contains(s, "zug") {
			return []sayso.Event{{By: "rule:zz-third"}}
		}
		return []sayso.Event{{By: "rule:other"}}
	}
	var got []string
	for _, f := range LintPatterns(fsys, text.Cut, read) {
		if s := f.String(); strings.Contains(s, "zz") {
			got = append(got, s[strings.Index(s, ": ")+2:])
		}
	}
	want := []string{
		"look: zzunused: no rule names this class",
		"look: zz-first: codes no event in its own sentences; they give rule:other",
		"fault: zz-first (event PROTEST): its yes sentence is matched by rule zz-second (event ASSAULT) too",
		"look: zz-second: codes no event in its own sentences; they give rule:other",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestUsage(t *testing.T) {
	fsys := withRows(t, "event/verbs.tsv", "zz\tASSAULT\tbeat\tobj\tobj\t\nzz\tCONSULT\tvisit\tobj\tnoobj\t\nzz\tPROTEST\t\tobj\tof\t\nzz up\tPROTEST\t\tobj\tof\t\n")
	u := NewUsage()
	u.Add([]sayso.Event{{By: "rule:verb:zz", Type: sayso.Assault, Mode: "beat"}, {By: "rule:verb:zz", Type: sayso.Agree}, {By: "rule:streets", Type: sayso.Protest, Mode: "demo"}})
	found, err := u.Unused(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range found {
		if strings.HasPrefix(f.Why, "zz") || strings.HasPrefix(f.Why, "streets") || strings.HasPrefix(f.Why, "stop-work") {
			got = append(got, f.Why)
		}
	}
	want := []string{"stop-work (event PROTEST): never used", "zz (PROTEST): never used", "zz up (PROTEST): never used"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestLintKnowsTheStage holds what the lint says of the stage's Go code to that code.
func TestLintKnowsTheStage(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	classes := map[string]bool{}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\.classes\["([^"]+)"\]`).FindAllSubmatch(b, -1) {
			classes[string(m[1])] = true
		}
	}
	for c := range classes {
		if !slices.Contains(usedInGo, c) {
			t.Errorf("the code asks for class %q: add it to usedInGo in lintkeys.go", c)
		}
	}
	for _, c := range usedInGo {
		if !classes[c] {
			t.Errorf("the code does not ask for class %q any more: take it out of usedInGo in lintkeys.go", c)
		}
	}

	cases := map[string]map[string]bool{} // of the switches in holds and nounHolds, and in suits, which both ask
	for _, d := range declarations(t) {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Name.Name != "holds" && fn.Name.Name != "nounHolds" && fn.Name.Name != "suits" {
			continue
		}
		set := map[string]bool{}
		ast.Inspect(fn, func(n ast.Node) bool {
			if c, ok := n.(*ast.CaseClause); ok {
				for _, e := range c.List {
					if id, ok := e.(*ast.Ident); ok {
						set[id.Name] = true
					}
				}
			}
			return true
		})
		cases[fn.Name.Name] = set
	}
	for name, k := range needKinds(t) {
		if name == "needAct" {
			continue // no condition of either: weak
		}
		if got := cases["holds"][name] || cases["suits"][name]; got == slices.Contains(ofNouns, k) {
			t.Errorf("holds looks at %s: %v; lint.go says otherwise", name, got)
		}
		if got := cases["nounHolds"][name] || cases["suits"][name]; got == slices.Contains(ofVerbs, k) {
			t.Errorf("nounHolds looks at %s: %v; lint.go says otherwise", name, got)
		}
	}
}

// declarations parses the stage's files.
func declarations(t *testing.T) (out []ast.Decl) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, parsed.Decls...)
	}
	return out
}

// needKinds reads the constants of needKind.
func needKinds(t *testing.T) map[string]needKind {
	t.Helper()
	out := map[string]needKind{}
	for _, d := range declarations(t) {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		for i, s := range g.Specs {
			if name := s.(*ast.ValueSpec).Names[0].Name; strings.HasPrefix(name, "need") {
				out[name] = needKind(i)
			}
		}
	}
	if len(out) < 20 {
		t.Fatalf("only %d kinds of condition found", len(out))
	}
	return out
}
