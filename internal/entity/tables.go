package entity

import (
	"io/fs"
	"strings"
	"unicode/utf8"

	"sayso"
	"sayso/internal/lexicon"
)

// gender is a set of genders a word can have; 0 is unknown.
type gender uint8

const (
	masculine gender = 1 << iota
	feminine
)

// use says how a noun for people or bodies behaves in text.
type use uint8

const (
	plainUse use = iota
	office       // may stand before a name as a title; "the minister" alone is a role
	source       // somebody new each time it is not definite: "an official"
	crowd        // the same again each time it stands bare: "police"
	kin          // says whose it is: "his wife"
	agent        // speaks or acts for somebody: "Ode's spokesman"; may be a title
	owned        // a body only where its words say whose: "the Ode campaign"
)

// noun is a row of nouns.tsv.
type noun struct {
	word   string
	kind   sayso.EntityType
	sector string
	gender gender
	covers []string // sectors of those the noun may stand for; "*" is any
	use    use
}

// covered reports whether the noun may stand for somebody of that sector.
func (n *noun) covered(sector string) bool {
	for _, c := range n.covers {
		if c == "*" || c == sector && sector != "" {
			return true
		}
	}
	return false
}

// capital says what a word is that is written with a capital without being a name.
type capital uint8

const (
	noCapital capital = iota
	people            // "Kazakh", "Sunni"
	calendar          // "Tuesday"
	common            // "The", "Dear"
	topic             // "Health" in "Ministry of Health and Sport"
)

// word is all that the tables know about one word in lower case.
type word struct {
	noun     *noun
	head     sayso.EntityType // of names that end with it
	sector   string           // of such names
	given    gender           // as a given name
	isGiven  bool
	weak     bool // a given name that is as often another word
	honor    bool // "Mr.", "Sen."
	honors   gender
	particle bool // "van", "al"
	capital  capital
	pair     bool // ends a noun of two words: "minister" in "prime minister"
	longest  int8 // tokens of the longest known name that begins with it
}

// known is a name known by itself.
type known struct {
	form    string // as the table writes it
	kind    sayso.EntityType
	sector  string
	country string // ISO 3166-1 alpha-2
	size    string // of places: city, region, country
}

type tables struct {
	*lexicon.Countries
	words map[string]*word
	pairs map[string]*noun // nouns of two words
	known map[string]known // by the name in lower case

	classes     classes
	privateWord map[string]bool // nouns for people that tell of no public role

	weights [genera][signCount]int32 // hundredths
	limits  [genera]limit
	byHand  signs // whose weights training leaves as they are
}

var sectors = []string{"", "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL",
	"OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK"}

// load reads the tables of rules/entity.
func load(fsys fs.FS) (*tables, error) {
	t := &tables{words: map[string]*word{}, pairs: map[string]*noun{}, known: map[string]known{}, privateWord: map[string]bool{}}
	l := lexicon.NewLoader(fsys, "entity")
	sector := lexicon.Closed("sector", sectors...)
	sexes := lexicon.Closed("gender", "", "m", "f")

	for _, r := range l.Rows("nouns.tsv", lexicon.Open("noun"), lexicon.Closed("kind", "person", "group", "organization", "place"),
		sector, sexes, lexicon.Open("covers"), lexicon.Closed("use", "", "agent", "crowd", "kin", "office", "owned", "source")) {
		n := &noun{r.Cells[0], sayso.EntityType(r.Cells[1]), r.Cells[2], genders[r.Cells[3]], strings.Fields(r.Cells[4]), uses[r.Cells[5]]}
		if _, last, two := strings.Cut(n.word, " "); two {
			t.pairs[n.word] = n
			t.word(last[strings.LastIndexByte(last, ' ')+1:]).pair = true
		} else {
			t.word(n.word).noun = n
		}
	}
	for _, r := range l.Rows("private.tsv", lexicon.Open("noun")) {
		t.privateWord[r.Cells[0]] = true
		if n := t.of(r.Cells[0]).noun; n == nil || n.kind != sayso.Person {
			l.Bad("private.tsv", r.Line, "%q is no noun for a person in nouns.tsv", r.Cells[0])
		}
	}
	for _, r := range l.Rows("given.tsv", lexicon.Open("name"), lexicon.Closed("gender", "m", "f", "u"), lexicon.Closed("weak", "", "yes")) {
		w := t.word(r.Cells[0])
		w.isGiven, w.given, w.weak = true, genders[r.Cells[1]], r.Cells[2] == "yes"
	}
	for _, r := range l.Rows("heads.tsv", lexicon.Open("word"), lexicon.Closed("type", "organization", "place", "event", "product"), sector) {
		w := t.word(r.Cells[0])
		w.head, w.sector = sayso.EntityType(r.Cells[1]), r.Cells[2]
	}
	for _, r := range l.Rows("honorifics.tsv", lexicon.Open("word"), sexes) {
		w := t.word(r.Cells[0])
		w.honor, w.honors = true, genders[r.Cells[1]]
	}
	for _, r := range l.Rows("particles.tsv", lexicon.Open("word")) {
		t.word(r.Cells[0]).particle = true
	}
	for _, r := range l.Rows("capitals.tsv", lexicon.Open("word"), lexicon.Closed("kind", "people", "calendar", "word", "topic")) {
		t.word(r.Cells[0]).capital = capitals[r.Cells[1]]
	}
	for _, r := range l.Rows("places.tsv", lexicon.Open("name"), lexicon.Closed("size", "city", "region")) {
		t.know(known{form: r.Cells[0], kind: sayso.PlaceEntity, size: r.Cells[1]})
	}
	for _, r := range l.Rows("known.tsv", lexicon.Open("name"), lexicon.Closed("type", "organization", "event", "product", "other"),
		sector, lexicon.Open("country")) {
		t.know(known{form: r.Cells[0], kind: sayso.EntityType(r.Cells[1]), sector: r.Cells[2], country: r.Cells[3]})
	}
	l.Fail(t.classes.read(fsys))
	l.Fail(t.loadWeights(fsys))
	var err error
	if t.Countries, err = lexicon.NewCountries(fsys); err != nil {
		l.Fail(err)
		return nil, l.Err()
	}
	for i := range t.All {
		c := &t.All[i]
		for _, name := range append([]string{c.Name}, c.Names...) {
			t.know(known{form: name, kind: sayso.PlaceEntity, country: c.Code, size: "country"})
		}
		for _, name := range c.Capitals {
			t.know(known{form: name, kind: sayso.PlaceEntity, size: "city"})
		}
	}
	return t, l.Err()
}

var (
	genders  = map[string]gender{"": 0, "m": masculine, "f": feminine, "u": 0}
	uses     = map[string]use{"office": office, "source": source, "crowd": crowd, "kin": kin, "agent": agent, "owned": owned}
	capitals = map[string]capital{"people": people, "calendar": calendar, "word": common, "topic": topic}
)

func (t *tables) word(lower string) *word {
	w := t.words[lower]
	if w == nil {
		w = &word{}
		t.words[lower] = w
	}
	return w
}

func (t *tables) know(k known) {
	key := strings.ToLower(k.form)
	if _, there := t.known[key]; there {
		return
	}
	t.known[key] = k
	first := key
	if i := strings.IndexAny(key, " -"); i > 0 {
		first = key[:i]
	}
	// A hyphen or apostrophe may be a token of its own, so a name has at most
	// two tokens for each of its pieces.
	pieces := 2 * (1 + strings.Count(key, " ") + strings.Count(key, "-") + strings.Count(key, "'"))
	w := t.word(first)
	w.longest = max(w.longest, int8(min(pieces, 16)))
}

// nothing is what the tables know about a word that they do not list.
var nothing = &word{}

func (t *tables) of(lower string) *word {
	if w := t.words[lower]; w != nil {
		return w
	}
	return nothing
}

// noun returns the noun of the table for a word and its lemma, if it has one.
func (t *tables) noun(lower, lemma string) *noun {
	if n := t.of(lower).noun; n != nil {
		return n
	}
	if lemma != "" && lemma != lower {
		if n := t.of(lemma).noun; n != nil {
			return n
		}
	}
	if strings.HasSuffix(lower, "s") || strings.HasSuffix(lower, "men") {
		if n := t.of(singular(lower)).noun; n != nil {
			return n
		}
	}
	stem := strings.TrimSuffix(lower, "s")
	if len(stem) > 6 && (strings.HasSuffix(stem, "ist") && !strings.HasSuffix(stem, "list") || strings.HasSuffix(stem, "ologian") || strings.HasSuffix(stem, "eneur")) && t.of(stem).given == 0 {
		if stem == lower {
			return agentive
		}
		return agentives
	}
	return nil
}

// agentive and agentives are the nouns of people called after what they do that
// the table does not list: "a xylophonist", "environmentalists".
var (
	agentive  = &noun{word: "-ist", kind: sayso.Person}
	agentives = &noun{word: "-ists", kind: sayso.Group}
)

// singular takes an English plural's ending off.
func singular(lower string) string {
	if s, ok := strings.CutSuffix(lower, "men"); ok {
		return s + "man"
	}
	if s, ok := strings.CutSuffix(lower, "ies"); ok && utf8.RuneCountInString(s) > 1 {
		return s + "y"
	}
	for _, end := range [...]string{"sses", "shes", "ches", "xes"} {
		if strings.HasSuffix(lower, end) {
			return lower[:len(lower)-2]
		}
	}
	return strings.TrimSuffix(lower, "s")
}
