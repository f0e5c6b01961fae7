package quantity

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of quantity/words.tsv, which says what each holds.
type classes struct {
	adverb, bring, captive, care, described, fatal, fugitive, gravely, heldIn, maim, measure, military, numbered, planning, sum,
	tollRoad lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "quantity/words.tsv", map[string]*lexicon.Set{
		"adverb":    &c.adverb,
		"bring":     &c.bring,
		"captive":   &c.captive,
		"care":      &c.care,
		"described": &c.described,
		"fatal":     &c.fatal,
		"fugitive":  &c.fugitive,
		"gravely":   &c.gravely,
		"held-in":   &c.heldIn,
		"maim":      &c.maim,
		"measure":   &c.measure,
		"military":  &c.military,
		"numbered":  &c.numbered,
		"planning":  &c.planning,
		"sum":       &c.sum,
		"toll-road": &c.tollRoad,
	})
}
