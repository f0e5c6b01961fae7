package event

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of event/words.tsv, which says what each holds.
type classes struct {
	age, answer, armsPolicy, attribute, attributive, band, callOn, carrier, company, count, deliberate, die, group, handiwork, idle, involvement, joint, keepSubject,
	liability, noPeople, oldAge, outcome, outfit, peacekeeping, peopleEnding, percent, ready, saying, sign, soft, stateOffice, summit, swarm, take, wordless lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "event/words.tsv", map[string]*lexicon.Set{
		"age":           &c.age,
		"answer":        &c.answer,
		"arms-policy":   &c.armsPolicy,
		"attribute":     &c.attribute,
		"attributive":   &c.attributive,
		"band":          &c.band,
		"call-on":       &c.callOn,
		"carrier":       &c.carrier,
		"company":       &c.company,
		"count":         &c.count,
		"deliberate":    &c.deliberate,
		"die":           &c.die,
		"group":         &c.group,
		"handiwork":     &c.handiwork,
		"idle":          &c.idle,
		"involvement":   &c.involvement,
		"joint":         &c.joint,
		"keep-subject":  &c.keepSubject,
		"liability":     &c.liability,
		"no-people":     &c.noPeople,
		"old-age":       &c.oldAge,
		"outcome":       &c.outcome,
		"outfit":        &c.outfit,
		"peacekeeping":  &c.peacekeeping,
		"people-ending": &c.peopleEnding,
		"percent":       &c.percent,
		"ready":         &c.ready,
		"saying":        &c.saying,
		"sign":          &c.sign,
		"soft":          &c.soft,
		"state-office":  &c.stateOffice,
		"summit":        &c.summit,
		"swarm":         &c.swarm,
		"take":          &c.take,
		"wordless":      &c.wordless,
	})
}
