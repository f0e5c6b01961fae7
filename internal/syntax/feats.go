package syntax

import (
	"strings"

	"sayso/internal/text"
)

// pronouns holds the features of pronouns and possessives.
var pronouns = map[string]text.Feats{
	"i": text.FeatFirst | text.FeatSing, "me": text.FeatFirst | text.FeatSing, "my": text.FeatFirst | text.FeatSing,
	"mine": text.FeatFirst | text.FeatSing, "myself": text.FeatFirst | text.FeatSing,
	"we": text.FeatFirst | text.FeatPlural, "us": text.FeatFirst | text.FeatPlural, "our": text.FeatFirst | text.FeatPlural,
	"ours": text.FeatFirst | text.FeatPlural, "ourselves": text.FeatFirst | text.FeatPlural,
	"you": text.FeatSecond, "your": text.FeatSecond, "yours": text.FeatSecond, "yourself": text.FeatSecond, "yourselves": text.FeatSecond | text.FeatPlural,
	"he": text.FeatThird | text.FeatSing | text.FeatMasc, "him": text.FeatThird | text.FeatSing | text.FeatMasc,
	"his": text.FeatThird | text.FeatSing | text.FeatMasc, "himself": text.FeatThird | text.FeatSing | text.FeatMasc,
	"she": text.FeatThird | text.FeatSing | text.FeatFem, "her": text.FeatThird | text.FeatSing | text.FeatFem,
	"hers": text.FeatThird | text.FeatSing | text.FeatFem, "herself": text.FeatThird | text.FeatSing | text.FeatFem,
	"it": text.FeatThird | text.FeatSing, "its": text.FeatThird | text.FeatSing, "itself": text.FeatThird | text.FeatSing,
	"they": text.FeatThird | text.FeatPlural, "them": text.FeatThird | text.FeatPlural, "their": text.FeatThird | text.FeatPlural,
	"theirs": text.FeatThird | text.FeatPlural, "themselves": text.FeatThird | text.FeatPlural,
	"this": text.FeatSing, "that": text.FeatSing, "these": text.FeatPlural, "those": text.FeatPlural,
}

// feats returns the features that the tag of token i, and the auxiliaries
// before it, show. Lemmas of the tokens before must be filled in.
func feats(d *text.Doc, s text.Sentence, i int32) text.Feats {
	t := &d.Tokens[i]
	switch t.Tag {
	case text.NN, text.NNP:
		return text.FeatSing
	case text.NNS, text.NNPS:
		return text.FeatPlural
	case text.VBD:
		return text.FeatPast | text.FeatFinite
	case text.VBZ:
		return text.FeatPres | text.FeatFinite | text.FeatThird | text.FeatSing
	case text.VBP:
		return text.FeatPres | text.FeatFinite
	case text.MD:
		return text.FeatFinite
	case text.VB:
		if helper := helperBefore(d, s, i); helper < 0 && beginsClause(d, s, i) {
			return text.FeatImp | text.FeatFinite
		}
		return text.FeatInf
	case text.VBN:
		f := text.FeatPast | text.FeatPart
		if helper := helperBefore(d, s, i); t.UPOS == text.VERB && (helper < 0 || d.Tokens[helper].Lemma != "have") {
			f |= text.FeatPassive
		}
		return f
	case text.VBG:
		if helper := helperBefore(d, s, i); helper >= 0 && d.Tokens[helper].Lemma == "be" {
			return text.FeatPres | text.FeatPart
		}
		return text.FeatGer
	case text.PRP, text.PRPS:
		return pronouns[t.Lower]
	case text.DT:
		f := text.Feats(0)
		switch t.Lower {
		case "this", "that", "these", "those":
			f = pronouns[t.Lower]
		case "no":
			f = text.FeatNeg
		}
		return f
	case text.WDT:
		if t.UPOS == text.PRON {
			return text.FeatRel
		}
	case text.WP, text.WPS, text.WRB:
		if i > s.First && (d.Tokens[i-1].UPOS == text.NOUN || d.Tokens[i-1].UPOS == text.PROPN || d.Tokens[i-1].Lower == "," && t.Tag != text.WRB) {
			return text.FeatRel
		}
	case text.RB:
		switch t.Lower {
		case "not", "n't", "n’t", "never", "nt":
			return text.FeatNeg
		}
	}
	return 0
}

// helperBefore returns the auxiliary, modal or "to" right before token i,
// adverbs passed over, or -1. In a question the subject may stand between.
func helperBefore(d *text.Doc, s text.Sentence, i int32) int32 {
	for j := i - 1; j >= s.First && j >= i-5; j-- {
		t := &d.Tokens[j]
		switch {
		case t.UPOS == text.AUX || t.Tag == text.MD || t.Tag == text.TO:
			return j
		case t.Lemma == "get" && t.UPOS == text.VERB && d.Tokens[i].Tag == text.VBN:
			return j
		case t.UPOS == text.ADV || t.Tag == text.RB || t.UPOS == text.PART && !strings.HasPrefix(t.Lower, "'"):
		case t.Tag == text.PRP && j > s.First && d.Tokens[j-1].UPOS == text.AUX:
		default:
			return -1
		}
	}
	return -1
}

// beginsClause reports whether nothing that could govern an infinitive stands
// before token i in its clause.
func beginsClause(d *text.Doc, s text.Sentence, i int32) bool {
	for j := i - 1; j >= s.First; j-- {
		switch t := &d.Tokens[j]; t.UPOS {
		case text.ADV, text.INTJ, text.PUNCT, text.CCONJ, text.X, text.SYM:
		case text.AUX:
			return t.Lemma == "do" && j == s.First
		default:
			return t.Lower == "please"
		}
	}
	return true
}

// voices corrects the passive by the tree: a participle with a passive
// auxiliary has it, one whose only auxiliary is "have" does not.
func voices(d *text.Doc, s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel == text.RelAux && t.Lemma == "have" && t.Head >= 0 {
			d.Tokens[t.Head].Feats &^= text.FeatPassive
		}
	}
	// "has been killed": the passive auxiliary has the last word.
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; t.Rel == text.RelAuxPass && t.Head >= 0 && d.Tokens[t.Head].Tag == text.VBN {
			d.Tokens[t.Head].Feats |= text.FeatPassive
		}
	}
}

// verbs makes verbs of nouns and adjectives that have an auxiliary in the tree:
// "the war has cost lives".
func verbs(d *text.Doc, s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if t.Rel != text.RelAux && t.Rel != text.RelAuxPass || t.UPOS != text.AUX || t.Head < i {
			continue
		}
		head := &d.Tokens[t.Head]
		if head.UPOS != text.NOUN && head.UPOS != text.ADJ || hasCopula(d, s, t.Head) {
			continue
		}
		tag := text.VB
		switch ing := strings.HasSuffix(head.Lower, "ing"); {
		case t.Rel == text.RelAuxPass:
			tag = text.VBN
		case t.Tag == text.MD || isDo(t.Lower):
		case ing:
			tag = text.VBG
		default:
			tag = text.VBN
		}
		head.UPOS, head.Tag = text.VERB, tag
	}
}

func isDo(w string) bool { return w == "do" || w == "does" || w == "did" }

// hasCopula reports whether a word of the sentence is token i's copula.
func hasCopula(d *text.Doc, s text.Sentence, i int32) bool {
	for k := s.First; k < s.Last; k++ {
		if d.Tokens[k].Head == i && d.Tokens[k].Rel == text.RelCop {
			return true
		}
	}
	return false
}
