package attribution

import (
	"fmt"
	"io/fs"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// frames is the set of constructions in which a word takes content.
type frames uint16

const (
	takesQuote      frames = 1 << iota // a quotation
	takesThat                          // a that-clause, with or without "that"
	takesWhether                       // a clause with if or a question word
	takesInfinitive                    // a to-infinitive
	takesObject                        // object and infinitive: "urged them to leave"
	takesGerund                        // "considered leaving"
	takesNoun                          // a noun phrase
	takesAs                            // "described it as a trap", "called it a trap"
	takesAddressee                     // the one spoken to may come first: "told them that"
	takesPhrase                        // a prepositional phrase or particle; which ones is in entry.preps
)

var frameLetters = [...]struct {
	letter string
	frame  frames
}{{"q", takesQuote}, {"t", takesThat}, {"w", takesWhether}, {"i", takesInfinitive}, {"o", takesObject}, {"g", takesGerund},
	{"n", takesNoun}, {"s", takesAs}, {"a", takesAddressee}}

// class is the part of speech of a cue word.
type class uint8

const (
	noClass class = iota
	verbClass
	nounClass
	adjectiveClass
	adverbClass
	accordingClass // "according to"
	markClass      // a colon or dash
)

// entry is what the tables say of one cue word.
type entry struct {
	class  class
	kind   sayso.ClaimKind
	stance sayso.Stance
	weak   bool // common in other senses: counts only with a clause or a quotation
	frames frames
	preps  []string
}

var (
	kinds   = []string{"speech", "writing", "belief", "intention", "order", "question", "perception"}
	stances = []string{"asserted", "denied", "alleged", "admitted", "promised", "threatened", "asked", "doubted", "declined"}
)

// words is the cue lexicon by lemma; adverbs by the word itself.
type words struct {
	classes
	verbs, nouns, adjectives, adverbs map[string]*entry
	mute                              lexicon.Set         // nouns for what cannot speak
	kickers                           lexicon.Set         // words before a headline's colon that are nobody
	acts                              map[string][]string // by verb: objects with which it is a deed
	people                            map[string]bool     // nouns for people and bodies
	armed                             map[string]bool     // those of them who bear arms
}

func readWords(rules fs.FS) (words, error) {
	var w words
	l := lexicon.NewLoader(rules, "attribution")
	w.verbs = readCues(l, "verbs.tsv", verbClass, lexicon.Closed("use", "strong", "weak"))
	w.nouns = readCues(l, "nouns.tsv", nounClass)
	w.adjectives = readCues(l, "adjectives.tsv", adjectiveClass)
	w.adverbs, w.acts = map[string]*entry{}, map[string][]string{}
	for _, r := range l.Rows("adverbs.tsv", lexicon.Open("word"), lexicon.Closed("stance", stances...)) {
		w.adverbs[r.Cells[0]] = &entry{class: adverbClass, kind: sayso.Speech, stance: sayso.Stance(r.Cells[1]), frames: takesThat}
	}
	w.mute = l.Words("mute.tsv", lexicon.Open("noun"))
	w.kickers = l.Words("kickers.tsv", lexicon.Open("word"))
	for _, r := range l.Rows("acts.tsv", lexicon.Open("verb"), lexicon.Open("nouns")) {
		w.acts[r.Cells[0]] = strings.Fields(r.Cells[1])
	}
	l.Fail(w.readPeople(rules))
	l.Fail(w.classes.read(rules))
	return w, l.Err()
}

// readPeople reads the nouns for people and bodies.
func (w *words) readPeople(rules fs.FS) error {
	t, err := lexicon.Read(rules, "entity/nouns.tsv", lexicon.Open("noun"), lexicon.Open("kind"), lexicon.Open("sector"),
		lexicon.Open("gender"), lexicon.Open("covers"), lexicon.Open("use"))
	if err != nil {
		return err
	}
	w.people, w.armed = make(map[string]bool, len(t.Rows)), map[string]bool{}
	for _, r := range t.Rows {
		w.people[r.Cells[0]] = true
		switch r.Cells[2] {
		case "MIL", "REB", "COP", "UAF", "PRM", "CRM":
			w.armed[r.Cells[0]] = true
		}
	}
	return nil
}

// readCues reads a table of lemma, kind, stance, extra columns and frames.
func readCues(l *lexicon.Loader, name string, c class, extra ...lexicon.Column) map[string]*entry {
	columns := append([]lexicon.Column{lexicon.Open("lemma"), lexicon.Closed("kind", kinds...), lexicon.Closed("stance", stances...)}, extra...)
	out := map[string]*entry{}
	for _, r := range l.Rows(name, append(columns, lexicon.Open("frames"))...) {
		e := &entry{class: c, kind: sayso.ClaimKind(r.Cells[1]), stance: sayso.Stance(r.Cells[2])}
		e.weak = len(extra) > 0 && r.Cells[3] == "weak"
		if out[r.Cells[0]] != nil {
			l.Bad(name, r.Line, "%q stands twice", r.Cells[0])
		}
		if err := e.read(r.Cells[len(r.Cells)-1]); err != nil {
			l.Bad(name, r.Line, "%w", err)
		}
		out[r.Cells[0]] = e
	}
	return out
}

// read parses a frames cell.
func (e *entry) read(cell string) error {
next:
	for f := range strings.FieldsSeq(cell) {
		if prep, ok := strings.CutPrefix(f, "p:"); ok {
			e.frames |= takesPhrase
			e.preps = append(e.preps, prep)
			continue
		}
		for _, l := range frameLetters {
			if l.letter == f {
				e.frames |= l.frame
				continue next
			}
		}
		return fmt.Errorf("frame %q: want one of q t w i o g n s a or p:word", f)
	}
	return nil
}

// has reports whether the entry takes any of these frames.
func (e *entry) has(f frames) bool { return e != nil && e.frames&f != 0 }

// takes reports whether content can follow with this preposition or particle.
func (e *entry) takes(prep string) bool {
	if e == nil {
		return false
	}
	for _, p := range e.preps {
		if p == prep {
			return true
		}
	}
	return false
}
