package syntax

import "sayso/internal/text"

// offices makes nouns of words that are adjectives too where the tree gives them
// a noun's place behind a determiner: "the former general".
func offices(d *text.Doc) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Tag != text.JJ || !persons[t.Lower] {
			continue
		}
		switch t.Rel {
		case text.RelNsubj, text.RelNsubjPass, text.RelObj, text.RelIobj, text.RelObl, text.RelNmod:
		default:
			continue
		}
		for k := i - 1; k >= 0 && k > i-5 && d.Tokens[k].Sent == t.Sent; k-- {
			if c := &d.Tokens[k]; c.UPOS == text.DET && int(c.Head) == i {
				t.UPOS, t.Tag = text.NOUN, text.NN
				break
			}
		}
	}
}

// persons are adjectives that as nouns mean one person.
var persons = map[string]bool{"captive": true, "civilian": true, "general": true, "militant": true, "national": true, "official": true,
	"private": true, "radical": true, "regular": true}

// firsts makes names of words with a capital that were taken for verbs though
// the tree makes one name of them and the proper noun that follows: "Adaeze
// Conteh, in a letter:".
func firsts(d *text.Doc) {
	for i := 0; i+1 < len(d.Tokens); i++ {
		t, next := &d.Tokens[i], &d.Tokens[i+1]
		if t.UPOS != text.VERB || next.Rel != text.RelFlat || int(next.Head) != i || next.UPOS != text.PROPN || shape(d.Word(int32(i))) != shapeTitle {
			continue
		}
		t.UPOS, t.Tag = text.PROPN, text.NNP
		if t.Name == text.OutsideName && next.Name == text.OutsideName {
			setName(d, int32(i), int32(i)+2, text.InsidePerson)
		}
	}
}

// openers makes a preposition of a word that is nothing else where it opens a
// sentence, and a noun of what follows it: "Amid claims that".
func openers(d *text.Doc) {
	for _, s := range d.Sents {
		if s.Last-s.First < 3 || !prepositions[d.Tokens[s.First].Lower] || d.Tokens[s.First].UPOS == text.ADP {
			continue
		}
		t, next := &d.Tokens[s.First], &d.Tokens[s.First+1]
		t.UPOS, t.Tag, t.Rel, t.Name = text.ADP, text.IN, text.RelCase, text.OutsideName
		if next.UPOS == text.VERB && (next.Tag == text.VBZ || next.Tag == text.VBP) {
			next.UPOS, next.Tag = text.NOUN, text.NNS
			t.Head = s.First + 1
		}
	}
}

var prepositions = map[string]bool{"amid": true, "amidst": true, "among": true, "amongst": true, "despite": true, "during": true,
	"throughout": true, "toward": true, "towards": true}
