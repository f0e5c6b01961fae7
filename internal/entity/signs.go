package entity

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"sayso"
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// pronounGenus sorts pronouns by what weighs for them.
type pronounGenus uint8

const (
	heShe pronounGenus = iota
	they
	it
	genera
)

func genus(m *mention) pronounGenus {
	switch {
	case m.gender != 0:
		return heShe
	case m.number == pluralNumber:
		return they
	}
	return it
}

// sign is something that speaks for or against a cluster as what a pronoun means.
type sign uint8

const (
	sameSentence sign = iota
	oneBack
	twoBack
	fartherBack
	latest     // of the possible ones it was met last
	nextLatest // only one was met later
	manyLater  // three or more were
	lastSubject
	lastName
	lastPronoun
	lastPossessive
	bothSubjects
	sentenceOpener // its last mention opens its sentence
	unnamed
	genderKnown
	met2 // it was met twice already
	met4
	met8
	oftenest // of all met so far none was met more often
	otherParagraph
	intoQuote   // the pronoun is quoted, its last mention not
	outOfQuote  // the other way round
	quoted      // both are
	ownSpeech   // who speaks the quotation would call himself "I"
	bothSpeak   // each is the subject of a verb of saying
	possessive  // the pronoun is
	object      // the pronoun is neither possessive nor a subject
	isBody      // an organization
	isPlace     // a place
	isGroup     // a group
	twoSubjects // its last two mentions were subjects
	embedded    // its last mention follows a preposition
	spokeLast   // it spoke last, outside the quotations, where the pronoun stands too
	spokeOn     // and the pronoun follows a quotation as a subject
	voiced      // the pronoun says something, which a body or group can
	ownSubject  // it is the subject of the pronoun's sentence, the pronoun is none, and their gender is known to agree
	quotedHere  // its last mention stands in the very quotation that the pronoun follows as who says it
	signCount
)

var signNames = [signCount]string{"same-sentence", "one-back", "two-back", "farther-back", "latest", "next-latest", "many-later", "last-subject",
	"last-name", "last-pronoun", "last-possessive", "both-subjects", "sentence-opener", "unnamed", "gender-known", "met-2", "met-4", "met-8",
	"oftenest", "other-paragraph", "into-quote", "out-of-quote", "quoted", "own-speech", "both-speak", "possessive", "object", "is-body",
	"is-place", "is-group", "two-subjects", "embedded", "spoke-last", "spoke-on", "voiced", "own-subject", "quoted-here"}

// signs is a set of signs.
type signs uint64

func (x *signs) set(s sign, is bool) {
	if is {
		*x |= 1 << s
	}
}

// limit says when the best candidate is good enough.
type limit struct {
	least int32 // its score
	lead  int32 // over the next
}

// weigh adds up the weights of signs.
func (t *tables) weigh(x signs, g pronounGenus) int32 {
	sum := int32(0)
	for s := sign(0); s < signCount; s++ {
		if x&(1<<s) != 0 {
			sum += t.weights[g][s]
		}
	}
	return sum
}

// loadWeights reads the weights, hundredths of a natural logarithm each: those
// that training fits, with the limits, and those that are set by hand.
func (t *tables) loadWeights(fsys fs.FS) error {
	index := make(map[string]sign, signCount)
	for s, name := range signNames {
		index[name] = sign(s)
	}
	var errs []error
	read := func(path string, names []string, set func(row string, g int, n int32)) signs {
		var met signs
		table, err := lexicon.Read(fsys, path, lexicon.Closed("sign", names...), lexicon.Open("he"), lexicon.Open("they"), lexicon.Open("it"))
		if err != nil {
			errs = append(errs, err)
			return 0
		}
		for _, r := range table.Rows {
			for g := range int(genera) {
				n, err := strconv.ParseInt(r.Cells[1+g], 10, 32)
				if err != nil {
					errs = append(errs, fmt.Errorf("%s:%d: %q is no number", path, r.Line, r.Cells[1+g]))
				}
				set(r.Cells[0], g, int32(n))
			}
			if s, ok := index[r.Cells[0]]; ok {
				met |= 1 << s
			}
		}
		return met
	}
	weigh := func(row string, g int, n int32) { t.weights[g][index[row]] = n }
	t.byHand = read("entity/speakers.tsv", signNames[:], weigh)
	fitted := read("entity/antecedents.tsv", append([]string{"least", "lead"}, signNames[:]...), func(row string, g int, n int32) {
		switch row {
		case "least":
			t.limits[g].least = n
		case "lead":
			t.limits[g].lead = n
		default:
			weigh(row, g, n)
		}
	})
	for s, name := range signNames {
		if fitted&t.byHand&(1<<s) != 0 {
			errs = append(errs, fmt.Errorf("entity/antecedents.tsv: %q stands in entity/speakers.tsv too: drop one", name))
		}
	}
	return errors.Join(errs...)
}

// signs tells what speaks for and against cluster e as the meaning of pronoun m,
// rank possible clusters having been met later.
func (l *linker) signs(m *mention, e *cluster, rank int) signs {
	var x signs
	last := &l.mentions[e.last]
	away := l.sentence(m) - l.sentence(last)
	x.set(sameSentence, away == 0)
	x.set(oneBack, away == 1)
	x.set(twoBack, away == 2)
	x.set(fartherBack, away > 2)
	x.set(latest, rank == 0)
	x.set(nextLatest, rank == 1)
	x.set(manyLater, rank >= 3)
	x.set(lastSubject, last.subject)
	x.set(lastName, last.form == sayso.NameMention)
	x.set(lastPronoun, last.form == sayso.PronounMention)
	x.set(lastPossessive, l.tag(last.last, last.first) == text.POS || l.tok(last.first).Tag == text.PRPS)
	x.set(bothSubjects, last.subject && m.subject)
	x.set(sentenceOpener, last.first == l.doc.Sents[l.sentence(last)].First)
	x.set(unnamed, e.name < 0)
	x.set(genderKnown, e.gender != 0)
	n := e.times
	x.set(met2, n >= 2)
	x.set(met4, n >= 4)
	x.set(met8, n >= 8)
	x.set(oftenest, n >= l.most[b2i(e.kind == sayso.Person)])
	x.set(otherParagraph, l.doc.Sents[l.sentence(m)].Para != l.doc.Sents[l.sentence(last)].Para)
	mine, its := l.quote[m.first], l.quote[last.first]
	x.set(intoQuote, mine >= 0 && its < 0)
	x.set(outOfQuote, mine < 0 && its >= 0)
	x.set(quoted, mine >= 0 && its >= 0)
	speaks := l.speaks(last)
	x.set(ownSpeech, mine >= 0 && its < 0 && speaks)
	x.set(bothSpeak, speaks && mine < 0 && l.speaks(m))
	spoke := mine < 0 && l.speaker == l.mentions[e.last].entity
	voiceOf := mine < 0 && l.voice == l.mentions[e.last].entity
	x.set(spokeLast, spoke)
	x.set(spokeOn, (spoke || voiceOf) && m.subject && m.first > 0 && (l.quote[m.first-1] >= 0 || l.tag(m.first-1, m.first) == text.Comma && l.saying(m.last, m.first)))
	x.set(quotedHere, its >= 0 && mine < 0 && m.subject && m.first > 0 && l.quote[m.first-1] == its && l.speaks(m))
	x.set(ownSubject, away == 0 && last.form == sayso.NominalMention && !m.subject && m.gender != 0 && m.gender == e.gender && mine == its && l.under(m.first, l.subjectOf(last)))
	x.set(voiced, l.speaks(m) && (e.kind == sayso.Organization || e.kind == sayso.Group) && (last.subject || spoke))
	own := l.tok(m.first).Tag == text.PRPS
	x.set(possessive, own)
	x.set(object, !own && !m.subject)
	x.set(isBody, e.kind == sayso.Organization)
	x.set(isPlace, e.kind == sayso.PlaceEntity)
	x.set(isGroup, e.kind == sayso.Group)
	x.set(twoSubjects, last.subject && e.subjects >= 2)
	x.set(embedded, l.tag(last.first-1, last.first) == text.IN)
	return x
}

// under reports whether the tree has token i within the clause of a verb, in no clause below it.
func (f *finding) under(i, verb int32) bool {
	if verb < 0 {
		return false
	}
	for n := 0; n < 12 && i >= 0; n++ {
		if i == verb {
			return true
		}
		switch f.tok(i).Rel {
		case text.RelACLRelcl, text.RelCcomp, text.RelAdvcl, text.RelParataxis, text.RelACL:
			return false
		}
		i = f.tok(i).Head
	}
	return false
}

// speaks reports whether a mention is the subject of a verb of saying beside it.
func (f *finding) speaks(m *mention) bool {
	return m.subject && (f.saying(m.last, m.first) || f.saying(m.first-1, m.first))
}

// voices reports whether a mention speaks, or is the subject of its sentence's verb, one
// of saying, farther on: "Ann Ode, of the Harbour Board, said".
func (f *finding) voices(m *mention) bool {
	if f.speaks(m) {
		return true
	}
	verb := f.subjectOf(m)
	return verb > m.last && f.tok(verb).Rel == text.RelRoot && f.saying(verb, m.first)
}
