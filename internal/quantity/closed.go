package quantity

import "sayso/internal/lexicon"

// fn is the set of grammatical words that a form can be. These classes are
// closed, and belong to the language, not to the tables; adverbs, measures and
// sums stand in quantity/words.tsv.
type fn uint32

const (
	fnDet    fn = 1 << iota // the, his, all
	fnPrep                  // in, by
	fnConj                  // and, or
	fnSub                   // when, because: opens a clause
	fnRel                   // who, which
	fnThat                  // that
	fnPron                  // they
	fnBe                    // was, been
	fnGet                   // got killed
	fnHave                  // has
	fnDo                    // did
	fnFuture                // will, would, could: not told as happened
	fnMay                   // may, might, must
	fnNot                   // not, never
	fnTo                    // to
	fnAdv                   // also, already
	fnTime                  // Monday, January, yesterday
	fnMonth                 // January
	fnWithin                // including: names part of what stands before
	fnPoss                  // 's
	fnMore                  // more, further
	fnThem                  // them, whom, those: after "of"
	fnUnit                  // year, kilometre: measures
	fnToll                  // toll
	fnCount                 // number, total: of something
)

var closedWords = map[fn]string{
	fnDet:    "the this these those his her its their our my your all each every both any some a an another either no such many most",
	fnPrep:   "in on at by from of with into onto near during under over across against among amongst amid around along for outside inside within without via upon towards toward through throughout beside besides between beyond despite off per aboard behind beneath above below following involving after before since until till than as like versus",
	fnConj:   "and or but nor & plus",
	fnSub:    "when while because although though if unless whereas once after before since until till as where whether",
	fnRel:    "who which whom whose",
	fnThat:   "that",
	fnPron:   "he she it they we you i him them us me himself themselves itself there everyone everybody someone somebody anyone anybody nobody none",
	fnBe:     "be is are was were been being am 's 're",
	fnGet:    "get gets got gotten getting",
	fnHave:   "have has had having 've 'd",
	fnDo:     "do does did",
	fnFuture: "will would could shall should can 'll wo ca",
	fnMay:    "may might must",
	fnNot:    "not n't never",
	fnTo:     "to",
	fnTime:   "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. yesterday today tonight tomorrow last this next earlier early late morning afternoon evening night overnight",
	fnMonth:  "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.",
	fnWithin: "including include includes included among",
	fnPoss:   "'s '",
	fnMore:   "more further additional extra",
	fnThem:   "them whom those these us which",
	fnToll:   "toll tolls",
}

func closedClasses(l words, c *classes) {
	for f, set := range map[fn]lexicon.Set{fnAdv: c.adverb, fnUnit: c.measure, fnCount: c.sum} {
		for w := range set {
			l.of(w).fn |= f
		}
	}
	for f, list := range closedWords {
		start := 0
		for i := 0; i <= len(list); i++ {
			if i == len(list) || list[i] == ' ' {
				if i > start {
					l.of(list[start:i]).fn |= f
				}
				start = i + 1
			}
		}
	}
}
