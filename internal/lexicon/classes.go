package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// Set is a set of words.
type Set map[string]bool

// ReadClasses reads a table of word classes into the sets that the code asks
// for, by class name. Its columns are class, means (what its words have in
// common) and words, which stand in order with blanks between them. The error
// joins everything wrong with the table, each with file and line: a class that
// nothing asks for, one that is missing, one that does not say what it means or
// has no words, and words out of order or written twice are wrong too.
func ReadClasses(fsys fs.FS, path string, classes map[string]*Set) error {
	t, err := Read(fsys, path, Open("class"), Open("means"), Open("words"))
	if err != nil {
		return err
	}
	var errs []error
	lines := map[string]int{}
	for _, r := range t.Rows {
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s:%d: %s", path, r.Line, fmt.Sprintf(format, args...)))
		}
		name, words := r.Cells[0], strings.Fields(r.Cells[2])
		to := classes[name]
		switch {
		case to == nil:
			bad("nothing asks for class %q", name)
			continue
		case lines[name] > 0:
			bad("class %q stands on line %d already", name, lines[name])
			continue
		case r.Cells[1] == "":
			bad("class %q does not say what it means", name)
		case len(words) == 0:
			bad("class %q has no words", name)
		}
		lines[name] = r.Line
		*to = make(Set, len(words))
		for i, w := range words {
			if i > 0 && w <= words[i-1] {
				bad("class %q: %q stands after %q: sort the words, each once", name, w, words[i-1])
			}
			(*to)[w] = true
		}
	}
	for _, name := range slices.Sorted(maps.Keys(classes)) {
		if lines[name] == 0 {
			errs = append(errs, fmt.Errorf("%s: no class %q", path, name))
		}
	}
	return errors.Join(errs...)
}
