package event

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// Finding is something odd about a rule: it loads, and still does nothing, or
// not what its author will think.
type Finding struct {
	Path  string // below the rules folder
	Line  int    // from 1
	Fault bool   // wrong for certain; else worth a look
	Why   string
}

func (f Finding) String() string {
	how := "look"
	if f.Fault {
		how = "fault"
	}
	return fmt.Sprintf("%s:%d: %s: %s", f.Path, f.Line, how, f.Why)
}

// linted is a row of verbs.tsv or nouns.tsv with its place.
type linted struct {
	line  int
	lemma string
	needs []string // as written
	light bool     // a verb that may carry its object: "launch an attack"
	sense
}

// Lint reports rows below rules/event that are written twice, that others keep
// from ever being reached, whose conditions exclude each other or mean nothing,
// and classes and names that nothing uses. The error tells of tables that do not
// load. Findings come sorted by place.
func Lint(rules fs.FS) ([]Finding, error) {
	t, err := load(rules)
	if err != nil {
		return nil, err
	}
	var out []Finding
	asked := map[string]bool{}
	for _, path := range [...]string{"event/verbs.tsv", "event/nouns.tsv"} {
		rows := lintRows(rules, t, path)
		for i := range rows {
			for _, n := range rows[i].needs {
				_, class, _ := strings.Cut(n, "=")
				asked[class] = true
			}
			out = append(out, rows[i].odd(path)...)
		}
		out = append(out, shadows(path, rows)...)
	}
	out = append(out, lintClasses(rules, asked)...)
	out = append(out, twice(rules)...)
	out = append(out, lintCameo(rules, t)...)
	sortFindings(out)
	return out, nil
}

func sortFindings(list []Finding) {
	slices.SortStableFunc(list, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line)) })
}

// raw reads a table that is known to load.
func raw(rules fs.FS, path string) []lexicon.Row {
	b, err := fs.ReadFile(rules, path)
	if err != nil {
		return nil
	}
	var columns []lexicon.Column
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			for c := range strings.SplitSeq(line, "\t") {
				columns = append(columns, lexicon.Open(c))
			}
			break
		}
	}
	table, err := lexicon.Read(rules, path, columns...)
	if err != nil {
		return nil
	}
	return table.Rows
}

func lintRows(rules fs.FS, t *tables, path string) (out []linted) {
	l := &loader{}
	for _, r := range raw(rules, path) {
		x := linted{line: r.Line, lemma: r.Cells[0], needs: strings.Fields(r.Cells[len(r.Cells)-2])}
		to := map[string][]sense{}
		if path == "event/verbs.tsv" {
			x.light = slices.ContainsFunc(t.light[x.lemma], func(y light) bool { return y.side == "actor" && len(y.words) == 0 })
			l.sense(t, to, "verbs.tsv", r, r.Cells[1], r.Cells[2], "subj", r.Cells[3], r.Cells[4], r.Cells[5])
		} else {
			l.sense(t, to, "nouns.tsv", r, r.Cells[1], r.Cells[2], r.Cells[3], r.Cells[4], r.Cells[5], r.Cells[6])
		}
		for _, senses := range to {
			x.sense = senses[0]
		}
		out = append(out, x)
	}
	return out
}

// Conditions that only one kind of row knows: holds looks at those of verbs,
// nounHolds at those of nouns.
var (
	ofVerbs = []needKind{needObj, needNoObj, needHuman, needHuman2, needPlural, needInf, needThat, needOf, needObjWord, needArms, needOwn, needAlone}
	ofNouns = []needKind{needLight, needDefinite}
)

// odd reports conditions of a row that exclude each other, mean nothing or stand
// there twice.
func (x *linted) odd(path string) (out []Finding) {
	say := func(fault bool, format string, args ...any) {
		out = append(out, Finding{path, x.line, fault, x.lemma + ": " + fmt.Sprintf(format, args...)})
	}
	has := func(k needKind) string {
		for i := range x.need {
			if x.need[i].kind == k {
				return x.needs[i]
			}
		}
		return ""
	}
	for i := range x.need {
		n := &x.need[i]
		other, what := ofNouns, "verb"
		if path == "event/nouns.tsv" {
			other, what = ofVerbs, "noun"
		}
		switch {
		case n.kind == needAct || slices.Contains(other, n.kind):
			say(false, "condition %s says nothing of a %s", x.needs[i], what)
		case (n.kind == needObjWord || n.kind == needPrepWord || n.kind == needInf && strings.Contains(x.needs[i], "=")) && len(n.words) == 0:
			say(true, "never fires: the class of %s is empty", x.needs[i])
		}
		if slices.Contains(x.needs[:i], x.needs[i]) {
			say(false, "condition %s stands there twice", x.needs[i])
		}
	}
	for _, pair := range [...][2]needKind{{needNoObj, needObj}, {needNoObj, needHuman}, {needNoObj, needHuman2}, {needNoObj, needObjWord},
		{needCivil, needArmed}} {
		if a, b := has(pair[0]), has(pair[1]); a != "" && b != "" {
			say(true, "never fires: %s and %s exclude each other", a, b)
		}
	}
	return out
}

// shadows reports rows that are never reached because an earlier row of the same
// words fits whenever they do.
func shadows(path string, rows []linted) (out []Finding) {
	byLemma := map[string][]*linted{}
	for i := range rows {
		b := &rows[i]
		for _, a := range byLemma[b.lemma] {
			f := Finding{path, b.line, false, ""}
			switch {
			case !before(a, b):
				continue
			case a.kind == b.kind && a.mode == b.mode && before(b, a):
				f.Fault, f.Why = true, fmt.Sprintf("%s: line %d says the same", b.lemma, a.line)
			case seeAlike(a, b):
				f.Fault, f.Why = true, fmt.Sprintf("%s: never fires: line %d (%s) comes first and fits wherever this does", b.lemma, a.line, a.label())
			default:
				f.Why = fmt.Sprintf("%s: seldom fires: line %d (%s) comes first and asks for no more", b.lemma, a.line, a.label())
			}
			out = append(out, f)
			break
		}
		byLemma[b.lemma] = append(byLemma[b.lemma], b)
	}
	return out
}

func (x *linted) label() string { return strings.TrimSpace(string(x.kind) + " " + x.mode) }

// before reports whether every condition of a follows from those of b.
func before(a, b *linted) bool {
	words := func(x *linted) bool {
		return slices.ContainsFunc(x.need, func(n need) bool { return n.kind == needObjWord || n.kind == needPrepWord })
	}
	if a.light && words(b) && !words(a) {
		return false // what only carries its object is left to the sense that asks for the object
	}
	for i := range a.need {
		if !slices.ContainsFunc(b.need, func(n need) bool { return follows(&a.need[i], &n) }) {
			return false
		}
	}
	return true
}

// seeAlike reports whether two rows see the same phrases as actor, object and
// recipient, wherever a's conditions ask for them.
func seeAlike(a, b *linted) bool {
	if intransitive(&a.sense) != intransitive(&b.sense) || b.kind != a.kind && (b.kind == sayso.Assault || a.kind == sayso.Support) {
		return false
	}
	asks := slices.ContainsFunc(a.need, func(n need) bool {
		switch n.kind {
		case needPol, needActor, needRec, needPlural, needJoint, needArms, needHard, needLight, needDefinite, needAlone:
			return true
		}
		return false
	})
	return !asks || a.kind == b.kind && slices.Equal(a.actor, b.actor) && slices.Equal(a.recipient, b.recipient)
}

// follows reports whether condition a holds wherever b does.
func follows(a, b *need) bool {
	if a.kind != b.kind {
		switch a.kind {
		case needObj:
			return b.kind == needHuman || b.kind == needHuman2 || b.kind == needObjWord
		case needHuman2:
			return b.kind == needHuman
		case needOf:
			return b.kind == needPrepWord && (b.prep == "of" || b.prep == "with")
		case needPrep:
			return b.kind == needPrepWord && b.prep != "to" && a.words[b.prep]
		}
		return false
	}
	switch a.kind {
	case needActor:
		return a.who == b.who
	case needPrep:
		return subset(b.words, a.words)
	case needObjWord:
		return subset(b.words, a.words) && (a.place || !b.place)
	case needInf:
		return (a.words == nil) == (b.words == nil) && subset(b.words, a.words)
	case needPrepWord:
		return a.prep == b.prep && subset(b.words, a.words)
	}
	return true
}

func subset(a, b map[string]bool) bool {
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return true
}
