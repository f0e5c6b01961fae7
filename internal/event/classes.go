package event

import (
	"io/fs"

	"sayso/internal/lexicon"
)

// classes are the classes of event/words.tsv, which says what each holds.
type classes struct {
	askAssist, askChange, askMeet, askYield lexicon.Set // what is asked for
	age, animal, answer, armsPolicy, attribute, attributive, ball, band, callOn, carrier, character, club, company, count, deliberate, die, dig, digger, display, group, handiwork, idle, involvement,
	joint, keepSubject, liability, myth, noPeople, oldAge, outcome, outfit, peacekeeping, peopleEnding, percent, permit, ready, recent, saying, scene, sign, soft, speaker, speech,
	stateOffice, summit, swarm, take, thisCentury, upkeep, wordless, yearWord, youth lexicon.Set
}

func (c *classes) read(rules fs.FS) error {
	return lexicon.ReadClasses(rules, "event/words.tsv", map[string]*lexicon.Set{
		"age":           &c.age,
		"animal":        &c.animal,
		"answer":        &c.answer,
		"arms-policy":   &c.armsPolicy,
		"ask-assist":    &c.askAssist,
		"ask-change":    &c.askChange,
		"ask-meet":      &c.askMeet,
		"ask-yield":     &c.askYield,
		"attribute":     &c.attribute,
		"attributive":   &c.attributive,
		"ball":          &c.ball,
		"band":          &c.band,
		"call-on":       &c.callOn,
		"carrier":       &c.carrier,
		"character":     &c.character,
		"club":          &c.club,
		"company":       &c.company,
		"count":         &c.count,
		"deliberate":    &c.deliberate,
		"die":           &c.die,
		"dig":           &c.dig,
		"digger":        &c.digger,
		"display":       &c.display,
		"group":         &c.group,
		"handiwork":     &c.handiwork,
		"idle":          &c.idle,
		"involvement":   &c.involvement,
		"joint":         &c.joint,
		"keep-subject":  &c.keepSubject,
		"liability":     &c.liability,
		"myth":          &c.myth,
		"no-people":     &c.noPeople,
		"old-age":       &c.oldAge,
		"outcome":       &c.outcome,
		"outfit":        &c.outfit,
		"peacekeeping":  &c.peacekeeping,
		"people-ending": &c.peopleEnding,
		"permit":        &c.permit,
		"percent":       &c.percent,
		"ready":         &c.ready,
		"recent":        &c.recent,
		"saying":        &c.saying,
		"scene":         &c.scene,
		"sign":          &c.sign,
		"soft":          &c.soft,
		"speaker":       &c.speaker,
		"speech":        &c.speech,
		"state-office":  &c.stateOffice,
		"summit":        &c.summit,
		"swarm":         &c.swarm,
		"take":          &c.take,
		"this-century":  &c.thisCentury,
		"upkeep":        &c.upkeep,
		"wordless":      &c.wordless,
		"year-word":     &c.yearWord,
		"youth":         &c.youth,
	})
}
