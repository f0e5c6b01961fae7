// Package lexicon loads and checks the tables below rules/.
//
// A table is a text file of tab-separated columns: lines that begin with "#"
// are comments, the first other line is the header, every row has as many
// cells as the header, and rows stand sorted by their first cell so that
// changes are easy to review.
package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// Table is a loaded table.
type Table struct {
	Path string
	Rows []Row
}

// Row is one row with the line it stands on, counted from 1.
type Row struct {
	Line  int
	Cells []string
}

// Column is a column's name and, where the column is closed, the values it may hold.
type Column struct {
	Name   string
	Values []string
}

// Open is a column that may hold anything.
func Open(name string) Column { return Column{Name: name} }

// Closed is a column that may hold only these values ("" where it may be empty).
func Closed(name string, values ...string) Column { return Column{name, values} }

// Read loads a table and checks it. The error joins everything wrong with it,
// each with file and line.
func Read(fsys fs.FS, path string, columns ...Column) (*Table, error) {
	b, err := fs.ReadFile(fsys, path)
	if err != nil {
		return nil, err
	}
	return parse(path, b, true, columns)
}

// Parse is Read for a table that somebody else keeps: its rows stand in any
// order. path is what errors call it.
func Parse(path string, b []byte, columns ...Column) (*Table, error) {
	return parse(path, bytes.TrimPrefix(b, []byte("\ufeff")), false, columns)
}

func parse(path string, b []byte, sorted bool, columns []Column) (*Table, error) {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	header := strings.Join(names, "\t")
	t, seen, last := &Table{Path: path}, false, ""
	var errs []error
	line := 0
	for text := range strings.Lines(string(b)) {
		line++
		text = strings.TrimRight(text, "\r\n")
		if text == "" || text[0] == '#' {
			continue
		}
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s:%d: %s", path, line, fmt.Sprintf(format, args...)))
		}
		if !seen {
			if seen = true; text != header {
				bad("header is %q, want %q", text, header)
			}
			continue
		}
		cells := strings.Split(text, "\t")
		if len(cells) != len(columns) {
			bad("%d cells, want %d", len(cells), len(columns))
			continue
		}
		if sorted && cells[0] < last {
			bad("%q stands after %q: sort the rows by their first cell", cells[0], last)
		}
		last = cells[0]
		for i, c := range columns {
			if c.Values != nil && !slices.Contains(c.Values, cells[i]) {
				bad("%s is %q, want one of %s", c.Name, cells[i], strings.Join(c.Values, ", "))
			}
		}
		t.Rows = append(t.Rows, Row{line, cells})
	}
	if !seen {
		errs = append(errs, fmt.Errorf("%s: no header, want %q", path, header))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return t, nil
}
