package timex

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of timex/words.tsv, which says what each holds.
type classes struct {
	afterCount, beforeCount, due, lengthFiller, namedDay, part, stretchFiller lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "timex/words.tsv", map[string]*lexicon.Set{
		"after-count":    &c.afterCount,
		"before-count":   &c.beforeCount,
		"due":            &c.due,
		"length-filler":  &c.lengthFiller,
		"named-day":      &c.namedDay,
		"part":           &c.part,
		"stretch-filler": &c.stretchFiller,
	})
}
