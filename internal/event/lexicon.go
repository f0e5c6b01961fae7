package event

import (
	"io/fs"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// sense is one row of verbs.tsv or nouns.tsv: what a word tells, who stands
// where, and what must hold for it to be meant so.
type sense struct {
	by        string   // "rule:verb:attack"
	words     []string // the words after the first: "up" of "blow up"
	kind      sayso.EventType
	mode      string
	actor     []slot
	recipient []slot
	need      []need
	contexts  []string
}

// slot is a place where a participant stands.
type slot struct {
	kind slotKind
	prep string // of a prepSlot
}

type slotKind uint8

const (
	prepSlot   slotKind = iota // the object of a preposition
	withSlot                   // likewise, and an actor beside the others: "+with"
	objSlot                    // the object of a verb
	subjSlot                   // the subject of a verb
	possSlot                   // the possessive before a noun
	modSlot                    // a noun or adjective before a noun
	lightSlot                  // the subject of the light verb that governs a noun
	clauseSlot                 // the subject of the clause that a verb governs
)

var slotNames = map[string]slotKind{"obj": objSlot, "subj": subjSlot, "poss": possSlot, "mod": modSlot, "light": lightSlot, "clause": clauseSlot}

// need is a condition of a sense: a name, and the class or words it speaks of.
type need struct {
	kind  needKind
	words map[string]bool // lemmas of a class, or prepositions
	who   kinds           // of an actor
	prep  string          // of a prepWord
	place bool            // the class is of places, and their names count
}

type needKind uint8

const (
	needObj      needKind = iota // an object
	needNoObj                    // no object
	needHuman                    // the object is people
	needHuman2                   // the object is people, a body or a country
	needPol                      // one side at least is a political actor
	needActor                    // the actor is one (of a kind: who)
	needRec                      // the recipient is one
	needPlural                   // the actor is plural or several
	needInf                      // an infinitive follows (of a verb in words)
	needThat                     // a clause follows
	needOf                       // an of-phrase follows
	needPrep                     // a phrase with one of these prepositions follows
	needObjWord                  // the object's words hold one of these
	needPrepWord                 // the words after prep hold one of these
	needPlain                    // the sentence is not about sport, business or the weather
	needViolence                 // violence of people is meant: no accident, and somebody armed or more violence told
	needAct                      // no act is named in the clause: "killed" beside "attack" tells nothing new
	needLight                    // a light verb governs the noun
	needDefinite                 // a light verb or a participant of its own
	needArmed                    // armed people or weapons are spoken of
	needWorker                   // workers or students are spoken of
	needCivil                    // no armed people are spoken of
	needPeace                    // peacekeepers are spoken of
	needHard                     // force is meant for sure: arms, hard words, or states and armed bodies on both sides
	needJoint                    // several act together
	needAlone                    // nothing is said of the object: "called her on Friday", not "called her a liar"
	needArms                     // the subject is a weapon: "a bomb exploded"
	needOwn                      // the object is the actor's own: "its weapons"
)

var needNames = map[string]needKind{"obj": needObj, "noobj": needNoObj, "human": needHuman, "human2": needHuman2, "pol": needPol, "pact": needActor,
	"prec": needRec, "pl": needPlural, "pl2": needPlural, "inf": needInf, "that": needThat, "of": needOf, "prep": needPrep, "amb": needPlain, "amb2": needPlain,
	"nosport": needPlain, "viol": needViolence, "dis": needAct, "lv": needLight, "lv2": needDefinite, "mil": needArmed, "military": needArmed,
	"weapon": needArmed, "worker": needWorker, "nomil": needCivil, "peace": needPeace, "hard": needHard, "joint": needJoint, "alone": needAlone, "arms": needArms,
	"own": needOwn}

var actorKinds = map[string]kinds{"": anyActor, "armed": armed | state, "state": state, "gov": official | state, "court": court | state, "crowd": crowd,
	"worker": worker, "crowdbody": crowd | worker | body, "police": state | armed, "leg": legislator | state, "party": anyActor &^ (crowd | worker)}

// light is what a light verb says of the event noun it governs.
type light struct {
	side   string // actor recipient none subject
	aspect string
	realis sayso.Realis
	words  []string // after the verb: "out" of "carry out"
}

// complement is what a verb says of the act in its complement.
type complement struct {
	realis sayso.Realis
	aspect string
}

// tables is everything below rules/event, checked.
type tables struct {
	words        classes
	verbs, nouns map[string][]sense
	classes      map[string]map[string]bool
	classesOf    map[string][]uint64 // hashes of the classes that hold a word, in the table's order
	light        map[string][]light
	complements  map[string]complement
	holders      map[string]map[string]complement // by place, then noun
	sectors      map[string]sector
	sectorWords  map[string]bool                                // its words
	future       map[sayso.EventType]map[string]sayso.EventType // by type and "planned" or "refused"
	modifiers    map[string]sayso.Realis                        // "attempted", "planned"
	domains      map[string]domain
	contexts     map[string]string
	weapons      map[string]string // and the mode of an assault with them
	gaps         map[string]string
	bounds       map[string]string // words before a time, and how an event lies to it
	bodies       map[string]string // international bodies, by name, and their codes
	countries    *lexicon.Countries
}

type sector struct {
	code string
	side bool // a side-taking word
	name bool // only as a name: "the House"
}

var eventTypes = []string{"ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
	"RETREAT", "SANCTION", "SUPPORT", "THREATEN"}

var realises = []string{"", "planned", "hypothetical", "negated", "denied", "failed"}
var aspects = []string{"", "begins", "ongoing", "ends"}

// loader reads the tables of events.
type loader struct{ *lexicon.Loader }

// load reads the tables below the rules folder.
func load(fsys fs.FS) (*tables, error) {
	l := &loader{lexicon.NewLoader(fsys, "event")}
	t := &tables{verbs: map[string][]sense{}, nouns: map[string][]sense{}, classes: map[string]map[string]bool{}, classesOf: map[string][]uint64{}, light: map[string][]light{},
		complements: map[string]complement{}, sectors: map[string]sector{}, sectorWords: map[string]bool{}, future: map[sayso.EventType]map[string]sayso.EventType{},
		modifiers: map[string]sayso.Realis{}, domains: map[string]domain{}, contexts: map[string]string{}, gaps: map[string]string{}}
	for _, r := range l.Rows("classes.tsv", lexicon.Open("class"), lexicon.Open("words")) {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(r.Cells[1]) {
			if !set[w] {
				t.classesOf[w] = append(t.classesOf[w], lexicon.HashWord(r.Cells[0]))
			}
			set[w] = true
		}
		t.classes[r.Cells[0]] = set
	}
	for _, r := range l.Rows("verbs.tsv", lexicon.Open("lemma"), lexicon.Closed("type", eventTypes...), lexicon.Open("mode"), lexicon.Open("recipient"),
		lexicon.Open("need"), lexicon.Open("contexts")) {
		l.sense(t, t.verbs, "verbs.tsv", r, r.Cells[1], r.Cells[2], "subj", r.Cells[3], r.Cells[4], r.Cells[5])
	}
	for _, r := range l.Rows("nouns.tsv", lexicon.Open("lemma"), lexicon.Closed("type", eventTypes...), lexicon.Open("mode"), lexicon.Open("actor"),
		lexicon.Open("recipient"), lexicon.Open("need"), lexicon.Open("contexts")) {
		l.sense(t, t.nouns, "nouns.tsv", r, r.Cells[1], r.Cells[2], r.Cells[3], r.Cells[4], r.Cells[5], r.Cells[6])
	}
	for _, m := range []map[string][]sense{t.verbs, t.nouns} {
		for _, senses := range m {
			slices.SortStableFunc(senses, func(a, b sense) int { return len(b.words) - len(a.words) })
		}
	}
	for _, r := range l.Rows("light.tsv", lexicon.Open("lemma"), lexicon.Closed("side", "actor", "recipient", "none", "subject"),
		lexicon.Closed("aspect", aspects...), lexicon.Closed("realis", realises...)) {
		w := strings.Fields(r.Cells[0])
		t.light[w[0]] = append(t.light[w[0]], light{r.Cells[1], r.Cells[2], sayso.Realis(r.Cells[3]), w[1:]})
	}
	for _, r := range l.Rows("complements.tsv", lexicon.Open("lemma"), lexicon.Closed("realis", append(realises, "actual")...), lexicon.Closed("aspect", aspects...)) {
		t.complements[r.Cells[0]] = complement{sayso.Realis(r.Cells[1]), r.Cells[2]}
	}
	t.holders = map[string]map[string]complement{"infinitive": {}, "of": {}, "compound": {}}
	for _, r := range l.Rows("holders.tsv", lexicon.Open("noun"), lexicon.Closed("place", "infinitive", "of", "compound"), lexicon.Closed("realis", realises...), lexicon.Closed("aspect", aspects...)) {
		if r.Cells[2] == "" && (r.Cells[1] == "infinitive" || r.Cells[3] == "") {
			l.Bad("holders.tsv", r.Line, "%s says nothing of the act", r.Cells[0])
		}
		t.holders[r.Cells[1]][r.Cells[0]] = complement{sayso.Realis(r.Cells[2]), r.Cells[3]}
	}
	for _, r := range l.Rows("sectors.tsv", lexicon.Open("word"), lexicon.Closed("sector", sectors...), lexicon.Closed("note", "", "side-taking", "name")) {
		t.sectors[r.Cells[0]] = sector{r.Cells[1], r.Cells[2] == "side-taking", r.Cells[2] == "name"}
		t.sectorWords[r.Cells[0]] = true
	}
	t.bounds = map[string]string{}
	for _, r := range l.Rows("bounds.tsv", lexicon.Open("words"), lexicon.Closed("bound", "at", "by", "until", "since", "before", "after")) {
		t.bounds[r.Cells[0]] = r.Cells[1]
	}
	t.bodies = map[string]string{}
	for _, r := range l.Rows("bodies.tsv", lexicon.Open("name"), lexicon.Closed("code", "EUR", "IGO", "NGO", "UNO")) {
		t.bodies[r.Cells[0]] = r.Cells[1]
	}
	for _, r := range l.Rows("future.tsv", lexicon.Closed("type", eventTypes...), lexicon.Closed("when", "planned", "refused"), lexicon.Closed("becomes", eventTypes...), lexicon.Open("mode")) {
		k := sayso.EventType(r.Cells[0])
		if t.future[k] == nil {
			t.future[k] = map[string]sayso.EventType{}
		}
		if r.Cells[3] != "" && !slices.Contains(modes[k], r.Cells[3]) {
			l.Bad("future.tsv", r.Line, "mode %q: %s has %s", r.Cells[3], k, strings.Join(modes[k], ", "))
		}
		t.future[k][strings.TrimSpace(r.Cells[1]+" "+r.Cells[3])] = sayso.EventType(r.Cells[2])
	}
	for _, r := range l.Rows("modifiers.tsv", lexicon.Open("word"), lexicon.Closed("realis", realises[1:]...)) {
		t.modifiers[r.Cells[0]] = sayso.Realis(r.Cells[1])
	}
	for _, r := range l.Rows("domains.tsv", lexicon.Open("word"), lexicon.Closed("domain", "sport", "business", "weather", "accident", "culture", "violence", "science")) {
		t.domains[r.Cells[0]] |= domainNames[r.Cells[1]]
	}
	for _, r := range l.Rows("contexts.tsv", lexicon.Open("word"), lexicon.Closed("context", contexts...)) {
		t.contexts[r.Cells[0]] = r.Cells[1]
	}
	t.weapons = map[string]string{}
	for _, r := range l.Rows("weapons.tsv", lexicon.Open("word"), lexicon.Closed("mode", modes[sayso.Assault]...)) {
		t.weapons[r.Cells[0]] = r.Cells[1]
	}
	for _, r := range l.Rows("gaps.tsv", lexicon.Open("lemma"), lexicon.Open("what")) {
		t.gaps[r.Cells[0]] = r.Cells[1]
	}
	l.Fail(t.words.read(fsys))
	var err error
	t.countries, err = lexicon.NewCountries(fsys)
	l.Fail(err)
	return t, l.Err()
}

// sense adds one row of verbs.tsv or nouns.tsv.
func (l *loader) sense(t *tables, to map[string][]sense, name string, r lexicon.Row, kind, mode, actor, recipient, needs, ctx string) {
	words := strings.Fields(strings.ReplaceAll(r.Cells[0], "-", " - ")) // as texts are cut into tokens
	if len(words) == 0 {
		l.Bad(name, r.Line, "no lemma")
		return
	}
	s := sense{by: "rule:" + strings.TrimSuffix(name, "s.tsv") + ":" + strings.ReplaceAll(r.Cells[0], " ", "-"), words: words[1:], kind: sayso.EventType(kind), mode: mode}
	if mode != "" && !slices.Contains(modes[s.kind], mode) {
		l.Bad(name, r.Line, "mode %q: %s has %s", mode, kind, strings.Join(modes[s.kind], ", "))
	}
	s.actor, s.recipient = slots(actor), slots(recipient)
	for c := range strings.FieldsSeq(ctx) {
		if !slices.Contains(contexts, c) {
			l.Bad(name, r.Line, "no context %q", c)
		}
		s.contexts = append(s.contexts, c)
	}
	for n := range strings.FieldsSeq(needs) {
		if c, ok := l.need(t, n); ok {
			s.need = append(s.need, c)
		} else {
			l.Bad(name, r.Line, "no condition or class %q", n)
		}
	}
	to[words[0]] = append(to[words[0]], s)
}

// need reads one condition: "obj", "pact=armed", "prep=on,against", "for=deed".
func (l *loader) need(t *tables, s string) (need, bool) {
	name, value, has := strings.Cut(s, "=")
	if !has {
		k, ok := needNames[name]
		return need{kind: k, who: anyActor}, ok
	}
	switch name {
	case "pact":
		who, ok := actorKinds[value]
		return need{kind: needActor, who: who}, ok
	case "prep":
		set := map[string]bool{}
		for p := range strings.SplitSeq(value, ",") {
			set[p] = true
		}
		return need{kind: needPrep, words: set}, true
	}
	words, ok := t.classes[value]
	switch name {
	case "obj":
		return need{kind: needObjWord, words: words, place: value == "territory"}, ok
	case "inf":
		return need{kind: needInf, words: words}, ok
	}
	return need{kind: needPrepWord, words: words, prep: name}, ok
}

func slots(s string) (out []slot) {
	for f := range strings.FieldsSeq(s) {
		switch k, ok := slotNames[f]; {
		case ok:
			out = append(out, slot{kind: k})
		case f[0] == '+':
			out = append(out, slot{withSlot, f[1:]})
		default:
			out = append(out, slot{prepSlot, f})
		}
	}
	return out
}
