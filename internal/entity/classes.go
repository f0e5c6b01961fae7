package entity

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of entity/words.tsv, which says what each holds.
type classes struct {
	bygone, expletive, heads, movement, office, part, place, press, said, saying lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "entity/words.tsv", map[string]*lexicon.Set{
		"bygone":    &c.bygone,
		"expletive": &c.expletive,
		"heads":     &c.heads,
		"movement":  &c.movement,
		"office":    &c.office,
		"part":      &c.part,
		"place":     &c.place,
		"press":     &c.press,
		"said":      &c.said,
		"saying":    &c.saying,
	})
}
