package text

import "strconv"

// UPOS is a universal part of speech; 0 is unknown.
type UPOS uint8

const (
	ADJ UPOS = iota + 1
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

// String returns the name as treebanks write it, "_" where unknown.
func (t UPOS) String() string {
	if int(t) < len(uposNames) {
		return uposNames[t]
	}
	return strconv.Itoa(int(t))
}

// ParseUPOS returns the UPOS of that name, and 0 where there is none.
func ParseUPOS(s string) UPOS { return uposIndex[s] }

var uposIndex = index[UPOS](uposNames[:])

// Tag is a Penn Treebank tag as English Web Treebank uses them; 0 is unknown.
type Tag uint8

const (
	NN Tag = iota + 1
	NNS
	NNP
	NNPS
	IN
	DT
	JJ
	JJR
	JJS
	RB
	RBR
	RBS
	PRP
	PRPS
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	MD
	CC
	CD
	TO
	EX
	PDT
	WDT
	WP
	WPS
	WRB
	POS
	RP
	UH
	FW
	LS
	Symbol
	Dollar
	Comma
	Stop
	Colon
	OpenQuote
	CloseQuote
	LRB
	RRB
	HYPH
	NFP
	ADD
	AFX
	GW
	XX
)

var tagNames = [...]string{"_", "NN", "NNS", "NNP", "NNPS", "IN", "DT", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "PRP", "PRP$", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "CC", "CD", "TO", "EX", "PDT", "WDT", "WP", "WP$", "WRB", "POS", "RP", "UH", "FW", "LS", "SYM", "$", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "NFP", "ADD", "AFX", "GW", "XX"}

// String returns the name as treebanks write it, "_" where unknown.
func (t Tag) String() string {
	if int(t) < len(tagNames) {
		return tagNames[t]
	}
	return strconv.Itoa(int(t))
}

// ParseTag returns the Tag of that name, and 0 where there is none.
func ParseTag(s string) Tag { return tagIndex[s] }

var tagIndex = index[Tag](tagNames[:])

// Rel is a Universal Dependencies relation; 0 is unknown.
type Rel uint8

const (
	RelRoot Rel = iota + 1
	RelACL
	RelACLRelcl
	RelAdvcl
	RelAdvclRelcl
	RelAdvmod
	RelAmod
	RelAppos
	RelAux
	RelAuxPass
	RelCase
	RelCc
	RelCcPreconj
	RelCcomp
	RelClf
	RelCompound
	RelCompoundPrt
	RelConj
	RelCop
	RelCsubj
	RelCsubjOuter
	RelCsubjPass
	RelDep
	RelDet
	RelDetPredet
	RelDiscourse
	RelDislocated
	RelExpl
	RelFixed
	RelFlat
	RelGoeswith
	RelIobj
	RelList
	RelMark
	RelNmod
	RelNmodDesc
	RelNmodPoss
	RelNmodUnmarked
	RelNsubj
	RelNsubjOuter
	RelNsubjPass
	RelNummod
	RelObj
	RelObl
	RelOblAgent
	RelOblUnmarked
	RelOrphan
	RelParataxis
	RelPunct
	RelReparandum
	RelVocative
	RelXcomp
)

var relNames = [...]string{"_", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "clf", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

// String returns the name as treebanks write it, "_" where unknown.
func (t Rel) String() string {
	if int(t) < len(relNames) {
		return relNames[t]
	}
	return strconv.Itoa(int(t))
}

// ParseRel returns the Rel of that name, and 0 where there is none.
func ParseRel(s string) Rel { return relIndex[s] }

var relIndex = index[Rel](relNames[:])

func index[T ~uint8](names []string) map[string]T {
	m := make(map[string]T, len(names))
	for i, n := range names[1:] {
		m[n] = T(i + 1)
	}
	return m
}
