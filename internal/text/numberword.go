package text

// numberWord is what a word is worth within a number.
type numberWord struct {
	kind  numberWordKind
	value float64
	scale float64 // of a vague word: what it multiplies by after "tens of"
}

type numberWordKind uint8

const (
	wordUnit    numberWordKind = iota + 1 // zero to nineteen
	wordTen                               // twenty to ninety
	wordScale                             // hundred, thousand, million; dozen
	wordOrdinal                           // first, second; twentieth
	wordShare                             // thirds, quarters
	wordHalf                              // half
	wordVague                             // dozens, hundreds
	wordSome                              // several, few: before a scale or alone
	wordArticle                           // a, an
)

// numberWords holds every word that a spelled number is made of. The closed
// class of a language's numerals belongs to its grammar, so it stands here and
// not in a table.
var numberWords = map[string]numberWord{
	"a": {kind: wordArticle}, "an": {kind: wordArticle},

	"zero": {wordUnit, 0, 0}, "one": {wordUnit, 1, 0}, "two": {wordUnit, 2, 0}, "three": {wordUnit, 3, 0},
	"four": {wordUnit, 4, 0}, "five": {wordUnit, 5, 0}, "six": {wordUnit, 6, 0}, "seven": {wordUnit, 7, 0},
	"eight": {wordUnit, 8, 0}, "nine": {wordUnit, 9, 0}, "ten": {wordUnit, 10, 0}, "eleven": {wordUnit, 11, 0},
	"twelve": {wordUnit, 12, 0}, "thirteen": {wordUnit, 13, 0}, "fourteen": {wordUnit, 14, 0},
	"fifteen": {wordUnit, 15, 0}, "sixteen": {wordUnit, 16, 0}, "seventeen": {wordUnit, 17, 0},
	"eighteen": {wordUnit, 18, 0}, "nineteen": {wordUnit, 19, 0},

	"twenty": {wordTen, 20, 0}, "thirty": {wordTen, 30, 0}, "forty": {wordTen, 40, 0}, "fourty": {wordTen, 40, 0},
	"fifty": {wordTen, 50, 0}, "sixty": {wordTen, 60, 0}, "seventy": {wordTen, 70, 0},
	"eighty": {wordTen, 80, 0}, "ninety": {wordTen, 90, 0},

	"dozen": {wordScale, 12, 0}, "hundred": {wordScale, 100, 0}, "thousand": {wordScale, 1e3, 0},
	"lakh": {wordScale, 1e5, 0}, "million": {wordScale, 1e6, 0}, "crore": {wordScale, 1e7, 0},
	"billion": {wordScale, 1e9, 0}, "trillion": {wordScale, 1e12, 0},
	"mn": {wordScale, 1e6, 0}, "mln": {wordScale, 1e6, 0}, "bn": {wordScale, 1e9, 0}, "bln": {wordScale, 1e9, 0},

	"first": {wordOrdinal, 1, 0}, "second": {wordOrdinal, 2, 0}, "third": {wordOrdinal, 3, 0},
	"fourth": {wordOrdinal, 4, 0}, "fifth": {wordOrdinal, 5, 0}, "sixth": {wordOrdinal, 6, 0},
	"seventh": {wordOrdinal, 7, 0}, "eighth": {wordOrdinal, 8, 0}, "ninth": {wordOrdinal, 9, 0},
	"tenth": {wordOrdinal, 10, 0}, "eleventh": {wordOrdinal, 11, 0}, "twelfth": {wordOrdinal, 12, 0},
	"thirteenth": {wordOrdinal, 13, 0}, "fourteenth": {wordOrdinal, 14, 0}, "fifteenth": {wordOrdinal, 15, 0},
	"sixteenth": {wordOrdinal, 16, 0}, "seventeenth": {wordOrdinal, 17, 0}, "eighteenth": {wordOrdinal, 18, 0},
	"nineteenth": {wordOrdinal, 19, 0}, "twentieth": {wordOrdinal, 20, 0}, "thirtieth": {wordOrdinal, 30, 0},
	"fortieth": {wordOrdinal, 40, 0}, "fiftieth": {wordOrdinal, 50, 0}, "sixtieth": {wordOrdinal, 60, 0},
	"seventieth": {wordOrdinal, 70, 0}, "eightieth": {wordOrdinal, 80, 0}, "ninetieth": {wordOrdinal, 90, 0},
	"hundredth": {wordOrdinal, 100, 0}, "thousandth": {wordOrdinal, 1000, 0},

	"thirds": {wordShare, 1. / 3, 0}, "quarter": {wordShare, .25, 0}, "quarters": {wordShare, .25, 0},
	"fourths": {wordShare, .25, 0}, "fifths": {wordShare, .2, 0}, "sixths": {wordShare, 1. / 6, 0},
	"tenths": {wordShare, .1, 0},

	"half": {wordHalf, .5, 0},

	"tens": {wordVague, 20, 0}, "dozens": {wordVague, 24, 12}, "scores": {wordVague, 40, 0},
	"hundreds": {wordVague, 200, 100}, "thousands": {wordVague, 2e3, 1e3}, "millions": {wordVague, 2e6, 1e6},
	"billions": {wordVague, 2e9, 1e9}, "trillions": {wordVague, 2e12, 1e12},

	"several": {wordSome, 3, 0}, "few": {wordSome, 3, 0}, "couple": {wordSome, 2, 0}, "handful": {wordSome, 3, 0},
}
