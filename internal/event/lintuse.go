package event

import (
	"fmt"
	"io/fs"

	"sayso"
)

// Usage counts which rules coded the events of many readings.
type Usage struct {
	events map[used]int
}

type used struct {
	by   string
	kind sayso.EventType
	mode string
}

// NewUsage begins to count.
func NewUsage() *Usage { return &Usage{map[used]int{}} }

// Add counts the events of a reading.
func (u *Usage) Add(events []sayso.Event) {
	for i := range events {
		e := &events[i]
		u.events[used{e.By, e.Type, e.Mode}]++
		u.events[used{e.By, e.Type, "any"}]++
		u.events[used{by: e.By}]++
	}
}

// Unused reports the rows of verbs.tsv and nouns.tsv and the rules of pattern
// files that coded nothing. An event names the words of its row, its type and
// mode, so that rows which agree in all of these are told as one.
func (u *Usage) Unused(rules fs.FS) ([]Finding, error) {
	t, err := load(rules)
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, path := range [...]string{"event/verbs.tsv", "event/nouns.tsv"} {
		rows := lintRows(rules, t, path)
		for i := range rows {
			if x := &rows[i]; !u.row(t, x) {
				out = append(out, Finding{path, x.line, false, fmt.Sprintf("%s (%s): never used", x.lemma, x.label())})
			}
		}
	}
	for _, set := range patternFiles(rules) {
		for _, r := range set.Rules {
			if r.Gives.Kind == "event" && u.events[used{by: "rule:" + r.Name}] == 0 {
				out = append(out, Finding{r.Path, r.Line, false, fmt.Sprintf("%s (%s): never used", r.Name, gives(r))})
			}
		}
	}
	sortFindings(out)
	return out, nil
}

// row reports whether a row coded an event, of its own type or of the one that
// future.tsv makes of it.
func (u *Usage) row(t *tables, x *linted) bool {
	if u.events[used{x.by, x.kind, x.mode}] > 0 {
		return true
	}
	for _, to := range t.future[x.kind] {
		if u.events[used{x.by, to, "any"}] > 0 {
			return true
		}
	}
	return false
}
