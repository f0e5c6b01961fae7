package quantity

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of quantity/words.tsv, which says what each holds.
type classes struct {
	bring, captive, care, described, fatal, fugitive, gravely, heldIn, maim, military, numbered, planning, tollRoad lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "quantity/words.tsv", map[string]*lexicon.Set{
		"bring":     &c.bring,
		"captive":   &c.captive,
		"care":      &c.care,
		"described": &c.described,
		"fatal":     &c.fatal,
		"fugitive":  &c.fugitive,
		"gravely":   &c.gravely,
		"held-in":   &c.heldIn,
		"maim":      &c.maim,
		"military":  &c.military,
		"numbered":  &c.numbered,
		"planning":  &c.planning,
		"toll-road": &c.tollRoad,
	})
}
