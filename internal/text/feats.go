package text

// Feats is a set of the morphological features that later stages ask for.
type Feats uint32

const (
	FeatPlural  Feats = 1 << iota // Number=Plur
	FeatSing                      // Number=Sing
	FeatPast                      // Tense=Past
	FeatPres                      // Tense=Pres
	FeatPassive                   // Voice=Pass
	FeatFinite                    // VerbForm=Fin
	FeatInf                       // VerbForm=Inf
	FeatPart                      // VerbForm=Part
	FeatGer                       // VerbForm=Ger
	FeatImp                       // Mood=Imp
	FeatNeg                       // Polarity=Neg
	FeatMasc                      // Gender=Masc
	FeatFem                       // Gender=Fem
	FeatFirst                     // Person=1
	FeatSecond                    // Person=2
	FeatThird                     // Person=3
	FeatRel                       // PronType=Rel
)

// Has reports whether every feature of g is in f.
func (f Feats) Has(g Feats) bool { return f&g == g }

// NameTag marks a token as the beginning or inside of a name; 0 is outside.
type NameTag uint8

const (
	OutsideName NameTag = iota
	BeginPerson
	InsidePerson
	BeginOrganization
	InsideOrganization
	BeginPlace
	InsidePlace
)

var nameTagNames = [...]string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}

// String returns the tag in BIO notation.
func (n NameTag) String() string { return nameTagNames[n] }
