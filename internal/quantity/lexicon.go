package quantity

import (
	"io/fs"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// harm is a sayso.Harm as a small number; 0 is none.
type harm uint8

const (
	killed harm = iota + 1
	injured
	casualties
	detained
	displaced
	missing
)

var harmNames = [...]sayso.Harm{"", sayso.Killed, sayso.Injured, sayso.Casualties, sayso.Detained, sayso.Displaced, sayso.Missing}

// nounClass is what a noun counts.
type nounClass uint8

const (
	personNoun nounClass = iota + 1
	groupNoun            // families, crews: counted, but not person by person
	animalNoun
	thingNoun
	timeNoun // years, hours: left to the expressions of time
)

// victim says which side of a verb suffers its harm.
type victim uint8

const (
	victimObject victim = 1 << iota
	victimSubject
)

// forms is the set of a verb's forms that a word can be.
type forms uint8

const (
	base forms = 1 << iota
	third
	past
	participle
	gerund
)

// need is what a noun needs beside it to tell harm.
type need uint8

const (
	needNothing need = iota
	needFinding      // "found 12 bodies"
	needTaking       // "claimed 12 lives"
)

// frame is a verb's part in leading to harm without telling it; see rules/quantity/frame.tsv.
type frame uint16

const (
	frameReport frame = 1 << iota
	frameResult
	frameRemain
	framePossess
	frameToll
	frameFind
	frameTake
	frameSpare
	frameIntend
	frameOther
	frameExceed
	frameCrowd
)

var frameNames = map[string]frame{"report": frameReport, "result": frameResult, "remain": frameRemain, "possess": framePossess,
	"toll": frameToll, "exceed": frameToll | frameExceed, "find": frameFind, "take": frameTake, "spare": frameSpare, "intend": frameIntend, "crowd": frameCrowd, "frame": frameOther}

// word is everything the tables know of one word form.
type word struct {
	fn fn // closed classes

	noun   nounClass
	plural bool
	who    string

	counts  harm // harm noun: "deaths"
	need    need
	state   harm // "dead", "missing"
	act     harm // "death of"
	peopled bool // the act harms so only where people are named: "the loss of 12 men"
	fatal   bool // the act harms so only where called fatal: "the fatal shooting of"

	verb     string // lemma of the verb this is a form of
	forms    forms
	harm     harm // of the verb
	victim   victim
	particle string
	people   bool // only a noun for people makes the verb tell harm: "held 12 men"
	frames   frame
	phrases  []phrase // of the verb

	states []sequence // states of several words that begin with this one
	before []sequence // modifiers that end with this word
	after  []sequence // modifiers that begin with it

	money  string // currency code, or "money" where the word leaves it open
	dollar string // currency code of the dollar written after it: "NZ"
	ill    bool   // a word of illness
}

// phrase is a later word that makes a verb tell harm.
type phrase struct {
	with   string
	harm   harm
	victim victim
	care   bool // tells of treatment, which the ill need too
}

// sequence is a run of words with what it means.
type sequence struct {
	words []string
	harm  harm
	bound sayso.Bound
	care  bool
}

// words is the lexicon: every known form in lower case.
type words map[string]*word

func (l words) of(form string) *word {
	w := l[form]
	if w == nil {
		w = &word{}
		l[form] = w
	}
	return w
}

// load reads the tables below quantity/.
func load(fsys fs.FS) (words, *classes, error) {
	l, cs := words{}, &classes{}
	t := lexicon.NewLoader(fsys, "quantity")
	t.Fail(cs.read(fsys))
	closedClasses(l, cs)
	open, closed := lexicon.Open, lexicon.Closed
	harms := closed("harm", "killed", "injured", "casualties", "detained", "displaced", "missing")
	victims := closed("victim", "object", "subject", "either")

	// Verbs first: phrases name them by lemma.
	lemmas := map[string][]string{} // lemma to its forms
	for _, r := range t.Rows("verb.tsv", open("verb"), open("past"), open("participle"), open("particle"), harms, victims, closed("objects", "", "people")) {
		c := r.Cells
		lemmas[c[0]] = l.conjugate(c[0], c[1], c[2], func(w *word) {
			w.harm, w.victim, w.particle, w.people = harmOf(c[4]), victimOf(c[5]), c[3], c[6] != ""
		})
	}
	for _, r := range t.Rows("frame.tsv", open("verb"), open("past"), open("participle"),
		closed("class", "report", "result", "remain", "possess", "toll", "exceed", "find", "take", "spare", "intend", "crowd", "frame")) {
		c := r.Cells
		lemmas[c[0]] = append(lemmas[c[0]], l.conjugate(c[0], c[1], c[2], func(w *word) { w.frames |= frameNames[c[3]] })...)
	}
	for _, r := range t.Rows("phrase.tsv", open("verb"), open("with"), harms, victims) {
		c := r.Cells
		if lemmas[c[0]] == nil {
			t.Bad("phrase.tsv", r.Line, "verb %q is neither in verb.tsv nor in frame.tsv", c[0])
		}
		forms := slices.Clone(lemmas[c[0]])
		slices.Sort(forms)
		for _, f := range slices.Compact(forms) {
			w := l.of(f)
			w.phrases = append(w.phrases, phrase{c[1], harmOf(c[2]), victimOf(c[3]), cs.careOf(c[1])})
		}
	}
	for _, r := range t.Rows("state.tsv", open("state"), harms) {
		s := strings.Fields(r.Cells[0])
		w := l.of(s[0])
		if len(s) == 1 {
			w.state = harmOf(r.Cells[1])
			continue
		}
		w.states = append(w.states, sequence{words: s, harm: harmOf(r.Cells[1]), care: cs.careOf(r.Cells[0])})
	}
	for _, r := range t.Rows("act.tsv", open("noun"), harms, closed("only", "", "fatal", "people")) {
		w := l.of(r.Cells[0])
		w.act, w.fatal, w.peopled = harmOf(r.Cells[1]), r.Cells[2] == "fatal", r.Cells[2] == "people"
	}
	for _, r := range t.Rows("noun.tsv", open("noun"), open("plural"), closed("class", "person", "group", "animal", "thing", "time"),
		closed("who", "", "civilian", "police", "military", "protester", "child", "other")) {
		c := r.Cells
		l.noun(strings.ToLower(c[0]), c[1], classOf(c[2]), c[3])
	}
	for _, r := range t.Rows("wordnet.tsv", open("word"), closed("class", "person", "animal")) {
		l.noun(r.Cells[0], "", classOf(r.Cells[1]), "")
	}
	for _, r := range t.Rows("toll.tsv", open("noun"), open("plural"), harms, closed("need", "", "find", "take")) {
		c := r.Cells
		for _, f := range []string{c[0], c[1]} {
			w := l.of(f)
			w.counts, w.need = harmOf(c[2]), map[string]need{"find": needFinding, "take": needTaking}[c[3]]
			w.plural = f == c[1]
		}
	}
	for _, r := range t.Rows("modifier.tsv", open("words"), closed("side", "before", "after"),
		closed("bound", "at_least", "at_most", "about")) {
		s := sequence{words: modifierWords(r.Cells[0]), bound: sayso.Bound(r.Cells[2])}
		if r.Cells[1] == "before" {
			w := l.of(s.words[len(s.words)-1])
			w.before = append(w.before, s)
		} else {
			w := l.of(s.words[0])
			w.after = append(w.after, s)
		}
	}
	for _, r := range t.Rows("money.tsv", open("word"), open("code")) {
		if country, ok := strings.CutSuffix(r.Cells[0], "$"); ok && country != "" {
			l.of(country).dollar = r.Cells[1]
		}
		l.of(r.Cells[0]).money = r.Cells[1]
	}
	for _, r := range t.Rows("illness.tsv", open("word")) {
		l.of(r.Cells[0]).ill = true
	}
	// Longest first, so that "well over" goes before "over".
	longest := func(a, b sequence) int { return len(b.words) - len(a.words) }
	for _, w := range l {
		slices.SortStableFunc(w.before, longest)
		slices.SortStableFunc(w.after, longest)
		slices.SortStableFunc(w.states, longest)
	}
	return l, cs, t.Err()
}

// modifierWords cuts a modifier as the tokenizer cuts text: "-plus" is two tokens.
func modifierWords(s string) []string {
	return strings.Fields(strings.ReplaceAll(s, "-", "- "))
}

// careOf reports whether a phrase's word or a state tells of treatment only.
func (c *classes) careOf(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if c.care[w] {
			return true
		}
	}
	return false
}

func harmOf(name string) harm {
	return harm(max(0, slices.Index(harmNames[:], sayso.Harm(name))))
}

func victimOf(name string) victim {
	switch name {
	case "object":
		return victimObject
	case "subject":
		return victimSubject
	}
	return victimObject | victimSubject
}

func classOf(name string) nounClass {
	return map[string]nounClass{"person": personNoun, "group": groupNoun, "animal": animalNoun, "thing": thingNoun, "time": timeNoun}[name]
}

// noun enters a noun with its plural; what was entered before stays.
func (l words) noun(singular, plural string, class nounClass, who string) {
	enter := func(form string, isPlural bool) {
		if w := l.of(form); w.noun == 0 {
			w.noun, w.who, w.plural = class, who, isPlural
		}
	}
	enter(singular, singular == plural || plural == "-")
	switch plural {
	case "-":
		return
	case "":
		plural = pluralOf(singular)
	}
	enter(plural, true)
}

func pluralOf(s string) string {
	switch {
	case strings.HasSuffix(s, "man") && len(s) > 4 && !strings.HasSuffix(s, "german") && !strings.HasSuffix(s, "human"):
		return s[:len(s)-2] + "en"
	case strings.HasSuffix(s, "ese"):
		return s
	case strings.HasSuffix(s, "s"), strings.HasSuffix(s, "x"), strings.HasSuffix(s, "z"), strings.HasSuffix(s, "ch"), strings.HasSuffix(s, "sh"):
		return s + "es"
	case strings.HasSuffix(s, "y") && !vowelBefore(s):
		return s[:len(s)-1] + "ies"
	}
	return s + "s"
}

func vowelBefore(s string) bool {
	return len(s) > 1 && strings.IndexByte("aeiou", s[len(s)-2]) >= 0
}

// conjugate enters a verb's forms and returns them.
func (l words) conjugate(verb, pastForm, participleForm string, set func(*word)) []string {
	stem := strings.TrimSuffix(verb, "e")
	if pastForm == "" {
		switch {
		case strings.HasSuffix(verb, "y") && !vowelBefore(verb):
			pastForm = verb[:len(verb)-1] + "ied"
		default:
			pastForm = stem + "ed"
		}
	}
	if participleForm == "" {
		participleForm = pastForm
	}
	ing := stem + "ing"
	switch last := verb[len(verb)-1:]; {
	case strings.HasSuffix(verb, "ie"):
		ing = verb[:len(verb)-2] + "ying"
	case strings.HasSuffix(verb, "ee"):
		ing = verb + "ing"
	case doubled[verb] || pastForm == verb+last+"ed":
		ing = verb + last + "ing"
	}
	s := verb + "s"
	switch {
	case strings.HasSuffix(verb, "y") && !vowelBefore(verb):
		s = verb[:len(verb)-1] + "ies"
	case strings.HasSuffix(verb, "s"), strings.HasSuffix(verb, "x"), strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"):
		s = verb + "es"
	case verb == "have":
		s = "has"
	}
	out := make([]string, 0, 5)
	for _, f := range []struct {
		form string
		as   forms
	}{{verb, base}, {s, third}, {pastForm, past}, {participleForm, participle}, {ing, gerund}} {
		w := l.of(f.form)
		w.forms |= f.as
		if w.verb == "" {
			w.verb = verb
		}
		set(w)
		out = append(out, f.form)
	}
	return out
}

// doubled holds verbs that double their last letter though their past does not show it.
var doubled = map[string]bool{"get": true, "put": true, "hit": true, "cut": true, "run": true, "dig": true, "let": true}
