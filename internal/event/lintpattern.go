package event

import (
	"fmt"
	"io/fs"
	"strings"

	"sayso"
	"sayso/internal/pattern"
	"sayso/internal/text"
)

// patternFiles reads every pattern file below rules that loads.
func patternFiles(rules fs.FS) (out []*pattern.Set) {
	_ = fs.WalkDir(rules, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".pattern") {
			return err
		}
		if s, err := pattern.Read(rules, path); err == nil { // its own stage reports one that does not load
			out = append(out, s)
		}
		return nil
	})
	return out
}

// LintPatterns reports rules of every pattern file whose own yes sentence another
// rule reads as something else, rules whose own sentence yields nothing of
// theirs, and classes that no rule names. parse tags a sentence as the reader
// does, and read codes it.
func LintPatterns(rules fs.FS, parse func(string) *text.Doc, read func(string) []sayso.Event) []Finding {
	var out []Finding
	for _, set := range patternFiles(rules) {
		for _, r := range set.Rules {
			for _, ex := range r.Yes {
				doc := parse(ex.Text)
				matches := set.Match(doc, 0, int32(len(doc.Tokens)))
				for _, m := range matches {
					if m.Rule != r && gives(m.Rule) != gives(r) && meets(matches, r, &m) {
						out = append(out, Finding{r.Path, ex.Line, true, fmt.Sprintf("%s (%s): its yes sentence is matched by rule %s (%s) too", r.Name, gives(r), m.Rule.Name, gives(m.Rule))})
					}
				}
			}
			if r.Gives.Kind == "event" {
				out = append(out, unread(r, read)...)
			}
		}
	}
	out = append(out, patternClasses(rules)...)
	sortFindings(out)
	return out
}

// unread reports a rule that codes no event in any of its own sentences.
func unread(r *pattern.Rule, read func(string) []sayso.Event) []Finding {
	var instead []string
	for _, ex := range r.Yes {
		for _, e := range read(ex.Text) {
			if e.By == "rule:"+r.Name {
				return nil
			}
			instead = append(instead, e.By)
		}
	}
	return []Finding{{r.Path, r.Line, false, fmt.Sprintf("%s: codes no event in its own sentences; they give %s", r.Name, orNothing(instead))}}
}

func orNothing(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}

// gives is what a rule finds: kind and type.
func gives(r *pattern.Rule) string {
	return strings.TrimSpace(r.Gives.Kind + " " + r.Gives.Get("type"))
}

// meets reports whether a match of rule r shares a token with m.
func meets(matches []pattern.Match, r *pattern.Rule, m *pattern.Match) bool {
	for i := range matches {
		if x := &matches[i]; x.Rule == r && x.First < m.Last && m.First < x.Last {
			return true
		}
	}
	return false
}

// patternClasses reports classes of pattern files that no rule of the file names.
func patternClasses(rules fs.FS) (out []Finding) {
	_ = fs.WalkDir(rules, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".pattern") {
			return err
		}
		b, err := fs.ReadFile(rules, path)
		if err != nil {
			return err
		}
		named := map[string]bool{}
		for line := range strings.Lines(string(b)) {
			if strings.HasPrefix(line, "match") {
				for _, f := range strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune(" \t\r\n<>():|?!", c) }) {
					if name, ok := strings.CutPrefix(f, "@"); ok {
						named[name] = true
					}
				}
			}
		}
		n := 0
		for line := range strings.Lines(string(b)) {
			n++
			if f := strings.Fields(line); len(f) > 1 && f[0] == "class" && !named[f[1]] {
				out = append(out, Finding{path, n, false, f[1] + ": no rule names this class"})
			}
		}
		return nil
	})
	return out
}
