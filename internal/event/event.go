// Package event codes political events by PLOVER.
//
// An event begins with its trigger, a verb or a noun of the tables below
// rules/event or a construction of the pattern files there. The grammar around
// it says who stands where; the row's conditions say whether it is meant so;
// what does not hold is no event, and what looks political and fits no row is a
// gap. Nothing gets a default type.
package event

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"

	"sayso"
	"sayso/internal/pattern"
	"sayso/internal/text"
)

// Finder finds events. It is safe for concurrent use.
type Finder struct {
	t        *tables
	patterns *pattern.Set
	model    *Model // nil: rules alone decide
	vector   func(word string) []byte
}

// New loads the tables below the rules folder, and the weights in the models
// folder, without which rules alone decide; an error names file and line. vector
// returns the int8 values of a lower-case word's vector, nil where it has none.
func New(rules, models fs.FS, vector func(word string) []byte) (*Finder, error) {
	t, err := load(rules)
	if err != nil {
		return nil, err
	}
	f := &Finder{t: t, vector: vector}
	if data, missing := fs.ReadFile(models, "event.bin"); missing == nil {
		if f.model, err = ReadModel(data); err != nil {
			return nil, fmt.Errorf("event.bin: %w", err)
		}
	} else if !errors.Is(missing, fs.ErrNotExist) {
		return nil, missing
	}
	if f.patterns, err = pattern.Read(rules, "event/events.pattern"); err != nil {
		return nil, err
	}
	return f, checkRules(f.patterns)
}

// Found is what the stages before this one found.
type Found struct {
	Article    *sayso.Article
	Front      text.Front
	Entities   []sayso.Entity
	Times      []sayso.Timex
	Places     []sayso.Place
	Quantities []sayso.Quantity
	Told       sayso.Attribution
}

// reading is one call of Find.
type reading struct {
	t        *tables
	patterns *pattern.Set
	model    *Model
	vector   func(word string) []byte
	examples *[]Example // where training wants them; else nil
	seen     Sight
	doc      *text.Doc
	found    Found
	index    *sayso.EntityIndex
	outside  []sayso.Span
	doms     map[domain]int // of the whole text
	hard     int            // words of violence without other senses in the text
	offices  int            // words for those in power or in arms in the text
	public   bool           // the text speaks of public matters
	near     surroundings
	cands    []candidate // of the sentence
	idle     []int       // groups whose act is but the purpose of another
	muted    []int32     // tokens of the sentence that a construction used up
	from     places
	inserts  []sayso.Span   // of every claim
	granted  map[int32]bool // heads that grammar makes parties
	whose    []int32        // by token of the sentence: the candidate whose trigger it is part of, plus one
	tale     tale
	events   []sayso.Event
	notes    []note // beside events
	gaps     []sayso.Gap
}

// candidate is an event before its codes and links.
type candidate struct {
	kind       sayso.EventType
	mode       string
	contexts   []string
	first, end int32 // the trigger's tokens
	group      int   // of a verb: its group; of a noun: the group that governs it; -1
	node       int   // of a noun
	complement int   // the group whose act is this one's content; -1
	actors     []phrase
	recipients []phrase
	realis     sayso.Realis
	aspect     string
	by         string
	noun       bool
	light      bool    // a light verb governs the noun
	direct     bool    // the noun is subject or object of its verb
	weak       bool    // yields to an act named in its clause
	ahead      bool    // planned only because preparations for it are told
	p          float64 // calibrated probability; 0 where no model was asked
}

// note is what later steps need of an event beside its fields.
type note struct {
	sent     int32
	lemma    string
	noun     bool
	definite bool
}

// Find returns the events of a document in text order of their triggers.
func (f *Finder) Find(doc *text.Doc, found Found) ([]sayso.Event, []sayso.Gap) {
	return f.find(doc, found, nil)
}

func (f *Finder) find(doc *text.Doc, found Found, examples *[]Example) ([]sayso.Event, []sayso.Gap) {
	doc = mend(f.t, doc, found.Front.Headline)
	r := &reading{t: f.t, patterns: f.patterns, model: f.model, vector: f.vector, examples: examples, doc: doc, found: found,
		index:   sayso.NewEntityIndex(doc.Text, found.Entities),
		outside: found.Front.Outside}
	r.survey()
	for i := range found.Told.Claims {
		r.inserts = append(r.inserts, found.Told.Claims[i].Inserts...)
	}
	var o outline
	for i := range doc.Sents {
		s := doc.Sents[i]
		if r.skipped(s.Span) {
			continue
		}
		outlineOf(r.t, doc, s, &o)
		r.sentence(&o, int32(i))
	}
	r.same()
	return r.events, r.gaps
}

// skipped reports whether a sentence is no part of the report.
func (r *reading) skipped(at sayso.Span) bool {
	for _, s := range r.outside {
		if s.Contains(at) {
			return true
		}
	}
	return false
}

// sentence finds the events of one sentence.
func (r *reading) sentence(o *outline, sent int32) {
	r.cands, r.muted, r.idle = r.cands[:0], r.muted[:0], r.idle[:0]
	r.advance(o.sent.Span.Start)
	if r.old(o) {
		return
	}
	r.near = r.surroundings(o)
	r.grant(o)
	r.constructions(o)
	taken := map[int32]bool{} // tokens that a sense used up
	for _, i := range r.muted {
		taken[i] = true
	}
	for k := range o.groups {
		r.must(o, k)
		r.verb(o, k, taken)
	}
	for j := range o.nodes {
		if o.nodes[j].kind == nounNode {
			r.nouns(o, j, taken)
		}
	}
	read := slices.Clone(r.cands)
	r.cands = r.keep(o)
	r.strays(o, taken)
	r.weigh(o, read, taken)
	r.cands = slices.DeleteFunc(r.cands, func(c candidate) bool { return r.within(c.first) || r.unpolitical(&c) })
	slices.SortStableFunc(r.cands, func(a, b candidate) int { return cmp.Compare(a.first, b.first) })
	r.owners(o)
	for i := range r.cands {
		r.event(o, i, sent)
	}
}

// event makes the event of a candidate.
func (r *reading) event(o *outline, i int, sent int32) {
	c := &r.cands[i]
	trigger := r.doc.Range(c.first, c.end)
	if c.mode == "" {
		c.mode = r.matter(o, c)
	}
	if n := len(r.events); n > 0 && r.events[n-1].Trigger.Overlaps(trigger) {
		return
	}
	if r.inserted(trigger) || slices.ContainsFunc(r.found.Told.Terms, trigger.Overlaps) {
		return
	}
	voice, claim := r.found.Told.VoiceAt(trigger)
	if v, hedge := r.hedgedDoer(c.actors); voice == sayso.VoiceOutlet && hedge != 0 {
		voice, claim = v, hedge
	}
	e := sayso.Event{ID: sayso.EventID(len(r.events) + 1), Type: c.kind, Mode: r.weapon(o, c), Trigger: trigger, Realis: c.realis, Aspect: c.aspect,
		Voice: voice, Claim: claim, By: c.by, P: math.Round(c.p*1000) / 1000, Places: []sayso.PlaceID{}, Quantities: []sayso.QuantityID{}}
	e.Realis = r.told(e.Realis, claim)
	e.Actors = r.participants(r.parties(c.actors, true), trigger, voice)
	e.Recipients = r.participants(r.parties(r.without(c.recipients, c.actors), false), trigger, voice)
	e.Contexts = r.contextsOf(o, c)
	r.join(o, i, &e)
	if c.ahead && e.Realis == sayso.Planned && r.past(e.Time) { // "preparations for January's riots", told in March
		e.Realis = sayso.Actual
	}
	if c.noun && !c.light && len(e.Actors)+len(e.Recipients) == 0 && e.Place == 0 && e.Time == 0 && !r.headline(trigger) && r.generic(c) {
		return
	}
	r.events = append(r.events, e)
	r.notes = append(r.notes, note{sent, lemma(&r.doc.Tokens[c.first]), c.noun, r.definite(c)})
}

// past reports whether a time is over when the article is published.
func (r *reading) past(id sayso.TimexID) bool {
	if id == 0 || r.found.Article == nil || len(r.found.Article.Published) < 10 {
		return false
	}
	t := &r.found.Times[id-1]
	return t.End != "" && t.End <= r.found.Article.Published[:10]
}

// without returns the phrases of a list that are not in another.
func (r *reading) without(list, other []phrase) []phrase {
	return slices.DeleteFunc(slices.Clone(list), func(p phrase) bool { return slices.Contains(other, p) })
}

// generic reports whether a noun speaks of a sort of act rather than of one:
// "violence never helps", not "the violence".
func (r *reading) generic(c *candidate) bool {
	switch c.kind {
	case sayso.Assault, sayso.Coerce, sayso.Protest, sayso.Consult, sayso.Threaten, sayso.Cooperate:
	default:
		return false
	}
	return !(c.direct && c.group >= 0 && c.aspect != "" || r.definite(c) || r.single(c))
}

// single reports whether a noun trigger is one act: "an attempted coup", "their raid".
func (r *reading) single(c *candidate) bool {
	for i := c.first - 1; i >= 0 && i >= c.first-4; i-- {
		switch t := &r.doc.Tokens[i]; {
		case t.Lower == "a" || t.Lower == "an" || t.Lower == "another" || t.Lower == "that" || t.UPOS == text.NUM || t.Tag == text.PRPS || t.Tag == text.POS:
			return true
		case t.UPOS != text.ADJ && t.UPOS != text.NOUN && t.UPOS != text.PROPN && t.UPOS != text.VERB:
			return false
		}
	}
	return false
}

// inserted reports whether a span lies in what the outlet put into a claim: "(banned
// in this country)" is a label and tells no event.
func (r *reading) inserted(at sayso.Span) bool {
	return slices.ContainsFunc(r.inserts, func(s sayso.Span) bool { return s.Contains(at) })
}

// parties leaves out of a list what cannot be a party: as an actor whatever is
// neither people nor a body, as a recipient such things beside real parties.
func (r *reading) parties(list []phrase, actor bool) []phrase {
	list = slices.DeleteFunc(slices.Clone(list), func(p phrase) bool { return r.emergency(p) || !actor && r.teller(p) })
	if !actor && !r.someone(list) {
		return list
	}
	return slices.DeleteFunc(list, func(p phrase) bool { return !r.someone([]phrase{p}) })
}

// teller reports whether a phrase after a comma only tells of the act: "wounding more than
// 30, local officials said".
func (r *reading) teller(p phrase) bool {
	return p.first > 0 && int(p.last) < len(r.doc.Tokens) && r.doc.Tokens[p.first-1].Lower == "," && r.t.words.speech[lemma(&r.doc.Tokens[p.last])]
}

// emergency reports whether a phrase is part of "a state of emergency", which nobody is.
func (r *reading) emergency(p phrase) bool {
	is := func(i int32) bool {
		return int(i)+2 < len(r.doc.Tokens) && i >= 0 && r.doc.Tokens[i].Lower == "state" && r.doc.Tokens[i+1].Lower == "of" && in(r.t.classes["emergency"], &r.doc.Tokens[i+2])
	}
	return is(p.head) || is(p.head-2)
}

// definite reports whether a noun trigger speaks of something known: "the attack".
func (r *reading) definite(c *candidate) bool {
	for i := c.first - 1; c.noun && i >= 0 && i >= c.first-4; i-- {
		switch t := &r.doc.Tokens[i]; {
		case t.Lower == "the" || t.Lower == "these" || t.Lower == "this" || t.Lower == "those":
			return true
		case t.UPOS != text.ADJ && t.UPOS != text.NOUN && t.UPOS != text.PROPN:
			return false
		}
	}
	return false
}

// told bends an event's realis by the claim that tells it.
func (r *reading) told(realis sayso.Realis, claim sayso.ClaimID) sayso.Realis {
	if claim == 0 || int(claim) > len(r.found.Told.Claims) {
		return realis
	}
	c := &r.found.Told.Claims[claim-1]
	if c.Stance == sayso.Declined && (realis == sayso.Actual || realis == sayso.Planned) {
		return sayso.Hypothetical // "would not confirm that troops had shelled the port": left open
	}
	if realis != sayso.Actual {
		return realis
	}
	switch c.Stance {
	case sayso.Denied:
		return sayso.EventDenied
	case sayso.Promised:
		return sayso.Planned
	case sayso.Threatened, sayso.Asked, sayso.Doubted:
		return sayso.Hypothetical
	}
	switch c.Kind {
	case sayso.Intention:
		return sayso.Planned
	case sayso.Order:
		return sayso.Hypothetical
	}
	return realis
}
