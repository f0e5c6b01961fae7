package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Actors is a user's table of who is who: names with the codes of the offices
// they hold, from day to day. It is safe for concurrent use.
type Actors struct {
	terms map[string][]Term // by folded name
}

// Term is what a name stands for from one day to another, both included; an
// open side is "".
type Term struct {
	Code, Sector string // as the user codes them; "" leaves the code as it is
	From, To     string // days: "2000-05-07"

	line int
}

// ParseActors reads a table of the columns name, code, sector, from and to: code
// three capitals, sector one of sectors, from and to a day, month or year. The
// error joins everything wrong with it, each with path and line: two terms of
// one name that differ and share a day are wrong too.
func ParseActors(path string, b []byte, sectors []string) (*Actors, error) {
	t, err := Parse(path, b, Open("name"), Open("code"), Open("sector"), Open("from"), Open("to"))
	if err != nil {
		return nil, err
	}
	a := &Actors{map[string][]Term{}}
	var errs []error
	for _, row := range t.Rows {
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s:%d: %s", path, row.Line, fmt.Sprintf(format, args...)))
		}
		f := row.Cells
		x := Term{Code: f[1], Sector: f[2], line: row.Line}
		name := foldedName(f[0])
		if name == "" {
			bad("no name")
		}
		if x.Code != "" && (len(x.Code) != 3 || strings.Trim(x.Code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "") {
			bad("code is %q, want three capitals such as KAZ", x.Code)
		}
		if x.Sector != "" && !slices.Contains(sectors, x.Sector) {
			bad("sector is %q, want one of %s", x.Sector, strings.Join(sectors, ", "))
		}
		if x.Code == "" && x.Sector == "" {
			bad("neither code nor sector")
		}
		var ok bool
		if x.From, _, ok = days(f[3]); !ok {
			bad("from is %q, want a day, month or year: 2022-01-05, 2022-01, 2022", f[3])
		}
		if _, x.To, ok = days(f[4]); !ok {
			bad("to is %q, want a day, month or year: 2022-01-05, 2022-01, 2022", f[4])
		}
		if x.From != "" && x.To != "" && x.To < x.From {
			bad("it ends before it begins")
		}
		for _, y := range a.terms[name] {
			if (y.Code != x.Code || y.Sector != x.Sector) && y.meets(x) {
				bad("%q has other codes on line %d, and the two share days: say from which day each counts", f[0], y.line)
			}
		}
		a.terms[name] = append(a.terms[name], x)
	}
	return a, errors.Join(errs...)
}

// Knows reports whether the table has the name, whenever.
func (a *Actors) Knows(name string) bool { return len(a.terms[foldedName(name)]) > 0 }

// At returns the term of a name that holds on every day from first to last, both
// "" where the day is not known: then only a term without limits holds.
func (a *Actors) At(name, first, last string) (Term, bool) {
	for _, x := range a.terms[foldedName(name)] {
		if (x.From == "" || first != "" && x.From <= first) && (x.To == "" || last != "" && last <= x.To) {
			return x, true
		}
	}
	return Term{}, false
}

func (x Term) meets(y Term) bool {
	return (x.From == "" || y.To == "" || x.From <= y.To) && (y.From == "" || x.To == "" || y.From <= x.To)
}

// foldedName is a name without its article.
func foldedName(name string) string { return strings.TrimPrefix(Fold(name), "the ") }

// days returns the first and the last day of a day, month or year; "" is open.
func days(s string) (first, last string, ok bool) {
	if s == "" {
		return "", "", true
	}
	for layout, step := range map[string][3]int{"2006-01-02": {0, 0, 1}, "2006-01": {0, 1, 0}, "2006": {1, 0, 0}} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), t.AddDate(step[0], step[1], step[2]).AddDate(0, 0, -1).Format(time.DateOnly), true
		}
	}
	return "", "", false
}
