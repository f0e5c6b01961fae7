package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
)

// Loader reads the tables of one folder and gathers all that is wrong with them.
type Loader struct {
	rules  fs.FS
	folder string
	errs   []error
}

// NewLoader returns a loader of the tables in a folder below the rules.
func NewLoader(rules fs.FS, folder string) *Loader { return &Loader{rules: rules, folder: folder} }

// Rows returns the rows of a table; see Read. There are none where something is
// wrong with it.
func (l *Loader) Rows(name string, columns ...Column) []Row {
	t, err := Read(l.rules, l.folder+"/"+name, columns...)
	if err != nil {
		l.Fail(err)
		return nil
	}
	return t.Rows
}

// Words returns the set of a table's first cells.
func (l *Loader) Words(name string, columns ...Column) Set {
	rows := l.Rows(name, columns...)
	out := make(Set, len(rows))
	for _, r := range rows {
		out[r.Cells[0]] = true
	}
	return out
}

// Bad notes what is wrong with a line of a table.
func (l *Loader) Bad(name string, line int, format string, args ...any) {
	l.Fail(fmt.Errorf("%s/%s:%d: %w", l.folder, name, line, fmt.Errorf(format, args...)))
}

// Fail notes an error; nil is none.
func (l *Loader) Fail(err error) {
	if err != nil {
		l.errs = append(l.errs, err)
	}
}

// Err joins what was noted.
func (l *Loader) Err() error { return errors.Join(l.errs...) }
