package text

import (
	"slices"
	"strings"
)

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

var featNames = [...]string{"Number=Plur", "Number=Sing", "Tense=Past", "Tense=Pres", "Voice=Pass", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part",
	"VerbForm=Ger", "Mood=Imp", "Polarity=Neg", "Gender=Masc", "Gender=Fem", "Person=1", "Person=2", "Person=3", "PronType=Rel"}

// featOrder lists the features by name, as CoNLL-U wants them.
var featOrder = func() []int {
	order := make([]int, len(featNames))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(featNames[a], featNames[b]) })
	return order
}()

// String returns the features as CoNLL-U writes them, "_" where there are none.
func (f Feats) String() string {
	var on []string
	for _, i := range featOrder {
		if f&(1<<i) != 0 {
			on = append(on, featNames[i])
		}
	}
	if on == nil {
		return "_"
	}
	return strings.Join(on, "|")
}

// ParseFeats returns the features named in a CoNLL-U cell; those that Feats
// does not hold are passed over.
func ParseFeats(s string) Feats {
	var f Feats
	for s != "" && s != "_" {
		var one string
		one, s, _ = strings.Cut(s, "|")
		for i, n := range featNames {
			if n == one {
				f |= 1 << i
			}
		}
	}
	return f
}
