package dateline

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of dateline/words.tsv, which says what each holds.
type classes struct {
	ahead, counted, elsewhen, joined, office, opening, outlet, planned lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "dateline/words.tsv", map[string]*lexicon.Set{
		"ahead":    &c.ahead,
		"counted":  &c.counted,
		"elsewhen": &c.elsewhen,
		"joined":   &c.joined,
		"office":   &c.office,
		"opening":  &c.opening,
		"outlet":   &c.outlet,
		"planned":  &c.planned,
	})
}
