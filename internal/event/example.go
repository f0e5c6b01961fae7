package event

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

const examplesFile = "event/examples.tsv"

// example is one row of examples.tsv with one of its words.
type example struct {
	line       int
	kind, mode string
	word       string
	yes, no    string
}

// examples reads the table of examples, a row for each word.
func examples(rules fs.FS) ([]example, error) {
	t, err := lexicon.Read(rules, examplesFile, lexicon.Closed("type", eventTypes...), lexicon.Open("mode"), lexicon.Open("words"), lexicon.Open("yes"), lexicon.Open("no"))
	if err != nil {
		return nil, err
	}
	var out []example
	for _, r := range t.Rows {
		for w := range strings.SplitSeq(r.Cells[2], "|") {
			out = append(out, example{r.Line, r.Cells[0], r.Cells[1], w, insert(r.Cells[3], w), insert(r.Cells[4], w)})
		}
	}
	return out, nil
}

// insert puts a word into a sentence, with the article that it needs.
func insert(sentence, word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) && !strings.HasPrefix(word, "uni") {
		sentence = strings.ReplaceAll(strings.ReplaceAll(sentence, " a ~", " an ~"), "A ~", "An ~")
	}
	return strings.ReplaceAll(sentence, "~", word)
}

// marked returns a sentence without its marks, and the words that they mark.
func marked(sentence string) (plain string, marks []string) {
	rest := sentence
	for {
		before, after, ok := strings.Cut(rest, "[")
		plain += before
		if !ok {
			return plain, marks
		}
		mark, tail, _ := strings.Cut(after, "]")
		plain, marks, rest = plain+mark, append(marks, mark), tail
	}
}

// LintExamples tries every sentence of examples.tsv and reports those that are
// read otherwise than they say, all as faults. With unproved it also reports the rows of
// verbs.tsv and nouns.tsv that no sentence proves. read codes a sentence.
func LintExamples(rules fs.FS, unproved bool, read func(string) []sayso.Event) ([]Finding, error) {
	t, err := load(rules)
	if err != nil {
		return nil, err
	}
	list, err := examples(rules)
	if err != nil {
		return nil, err
	}
	var out []Finding
	proved := map[string]bool{}
	for _, x := range list {
		bad := func(format string, args ...any) {
			out = append(out, Finding{examplesFile, x.line, true, x.word + ": " + fmt.Sprintf(format, args...)})
		}
		plain, marks := marked(x.yes)
		found := false
		var sides, instead []string
		for _, e := range read(plain) {
			instead = append(instead, strings.TrimSpace(string(e.Type)+" "+e.Mode))
			if w := e.Trigger.Of(plain); x.is(&e) && (strings.Contains(x.word, w) || strings.Contains(w, x.word)) {
				found = true
				proved[e.By+" "+x.kind+" "+x.mode] = true
				for _, p := range append(e.Actors, e.Recipients...) {
					sides = append(sides, p.Span.Of(plain))
				}
			}
		}
		if !found {
			bad("no %s in %q; it gives %s", strings.TrimSpace(x.kind+" "+x.mode), plain, orNothing(instead))
			continue
		}
		for _, m := range marks {
			if !slices.Contains(sides, m) {
				bad("%q takes no part in %q", m, plain)
			}
		}
		for _, e := range read(x.no) {
			if x.is(&e) {
				bad("%s in %q", strings.TrimSpace(x.kind+" "+x.mode), x.no)
			}
		}
	}
	if unproved {
		for _, path := range [...]string{"event/nouns.tsv", "event/verbs.tsv"} {
			for _, r := range lintRows(rules, t, path) {
				if !proved[r.sense.by+" "+string(r.sense.kind)+" "+r.sense.mode] {
					out = append(out, Finding{path, r.line, false, r.lemma + ": no sentence of examples.tsv proves it"})
				}
			}
		}
	}
	sortFindings(out)
	return out, nil
}

func (x *example) is(e *sayso.Event) bool { return string(e.Type) == x.kind && e.Mode == x.mode }
