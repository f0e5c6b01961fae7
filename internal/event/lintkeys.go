package event

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// usedInGo are the classes that the stage itself asks for, beside the tables.
var usedInGo = []string{"arms", "blame", "building", "ceasefiren", "conflict", "country", "demand", "detail", "document", "emergency", "force", "hazard", "information", "law", "masked", "measure", "memory", "narrate",
	"person", "private", "public", "territory", "vehicle", "weapon", "work"}

// lintClasses reports classes that nothing asks for and words written twice.
func lintClasses(rules fs.FS, asked map[string]bool) (out []Finding) {
	const path = "event/classes.tsv"
	for _, r := range raw(rules, path) {
		name, words := r.Cells[0], strings.Fields(r.Cells[1])
		if len(words) == 0 {
			out = append(out, Finding{path, r.Line, true, name + ": the class is empty"})
		}
		if !asked[name] && !slices.Contains(usedInGo, name) {
			out = append(out, Finding{path, r.Line, false, name + ": no condition asks for this class"})
		}
		seen := map[string]bool{}
		for _, w := range words {
			if seen[w] {
				out = append(out, Finding{path, r.Line, false, fmt.Sprintf("%s: %q stands there twice", name, w)})
			}
			seen[w] = true
		}
	}
	return out
}

// keyed are the tables that are looked up by their first columns: so many of them.
var keyed = []struct {
	path    string
	columns int
}{{"event/classes.tsv", 1}, {"event/complements.tsv", 1}, {"event/contexts.tsv", 1}, {"event/domains.tsv", 2}, {"event/future.tsv", 2}, {"event/gaps.tsv", 1},
	{"event/goldstein.tsv", 1}, {"event/holders.tsv", 2}, {"event/light.tsv", 2}, {"event/modifiers.tsv", 1}, {"event/sectors.tsv", 1},
	{"event/weapons.tsv", 1}}

// twice reports rows of keyed tables that stand there twice: only one counts.
func twice(rules fs.FS) (out []Finding) {
	for _, k := range keyed {
		seen := map[string]int{}
		for _, r := range raw(rules, k.path) {
			if len(r.Cells) < k.columns {
				continue
			}
			key := strings.Join(r.Cells[:k.columns], " ")
			if at := seen[key]; at > 0 {
				out = append(out, Finding{k.path, r.Line, true, fmt.Sprintf("%s: line %d has it already", key, at)})
			}
			seen[key] = r.Line
		}
	}
	return out
}

// lintCameo reports rows of cameo.tsv that fit no event, and those written twice.
func lintCameo(rules fs.FS, t *tables) (out []Finding) {
	const path = "event/cameo.tsv"
	names := map[string]bool{}
	for _, m := range []map[string][]sense{t.verbs, t.nouns} {
		for _, senses := range m {
			for i := range senses {
				names[ruleName(senses[i].by)] = true
			}
		}
	}
	for _, p := range patternFiles(rules) {
		for _, r := range p.Rules {
			names[r.Name] = true
		}
	}
	seen := map[string]int{}
	for _, r := range raw(rules, path) {
		if len(r.Cells) < 5 {
			continue
		}
		for w := range strings.FieldsSeq(r.Cells[4]) {
			if !names[w] {
				out = append(out, Finding{path, r.Line, false, fmt.Sprintf("no rule is named %q", w)})
			}
		}
		key := strings.Join(r.Cells[:5], "\t")
		if at := seen[key]; at > 0 {
			out = append(out, Finding{path, r.Line, true, fmt.Sprintf("line %d has it already", at)})
		}
		seen[key] = r.Line
	}
	return out
}

// ruleName is the last part of what an event's By says.
func ruleName(by string) string { return by[strings.LastIndexByte(by, ':')+1:] }
