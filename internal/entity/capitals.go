package entity

import (
	"unicode"
	"unicode/utf8"

	"sayso/internal/text"
)

// seen says how a word is written elsewhere in the document.
type seen uint8

const (
	small seen = 1 << iota // in small letters
	large                  // with a capital where a small letter could stand
)

// style says what capitals mean in a sentence.
type style uint8

const (
	ordinary style = iota
	titled         // Each Word of a Headline has one
	shouted        // ALL LETTERS are
)

// shape says how a word is written.
type shape uint8

const (
	noLetters shape = iota
	lowerWord
	capWord   // "Ann"
	upperWord // "NATO", "U.S."
	mixedWord // "iPhone", "al-Qaeda", "McCain" is a capWord
)

func shapeOf(w string) shape {
	first, upper, lower, letters := true, 0, 0, 0
	firstUpper := false
	for _, r := range w {
		if !unicode.IsLetter(r) {
			first = false
			continue
		}
		letters++
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			upper++
			firstUpper = firstUpper || first
		} else {
			lower++
		}
		first = false
	}
	switch {
	case letters == 0:
		return noLetters
	case upper == 0:
		return lowerWord
	case lower == 0 && letters > 1:
		return upperWord
	case firstUpper:
		return capWord
	case upper > 0 && lower == 0:
		return capWord
	}
	return mixedWord
}

// styleOf tells how a sentence uses capitals.
func (f *finding) styleOf(s *text.Sentence) style {
	var words, caps, uppers, lowers int
	for i := s.First; i < s.Last; i++ {
		t := f.tok(i)
		word := f.doc.Word(i)
		if t.Joined || utf8.RuneCountInString(word) < 2 {
			continue
		}
		switch shapeOf(word) {
		case upperWord:
			words++
			uppers++
		case capWord, mixedWord:
			words++
			caps++
		case lowerWord:
			words++
			if len(word) > 3 {
				lowers++
			}
		}
	}
	last := f.doc.Word(s.Last - 1)
	switch {
	case words >= 3 && uppers*10 >= words*8:
		return shouted
	case words >= 4 && (caps+uppers)*10 >= words*6 && lowers*5 <= words && last != "." && last != "”" && last != "\"":
		return titled
	}
	return ordinary
}

// survey notes, for words with a capital or without, how they are written in
// ordinary sentences; a sentence's first word and what follows a quotation mark
// or colon tells nothing.
func (f *finding) survey(styles []style) {
	f.seen = make(map[string]seen, 64)
	for k := range f.doc.Sents {
		s := &f.doc.Sents[k]
		if styles[k] != ordinary {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			t := f.tok(i)
			if len(t.Lower) < 3 {
				continue
			}
			switch r, _ := utf8.DecodeRuneInString(f.doc.Word(i)); {
			case unicode.IsLower(r):
				if f.words[i] != nothing || t.Tag == text.NN || t.Tag == text.NNS || t.Tag == text.JJ || t.Tag == 0 {
					f.seen[t.Lower] |= small
				}
			case unicode.IsUpper(r) && !f.opens(i, s):
				f.seen[t.Lower] |= large
			}
		}
	}
}

// opens reports whether token i stands where any word would have a capital.
func (f *finding) opens(i int32, s *text.Sentence) bool {
	for i--; i >= s.First; i-- {
		switch t := f.tok(i); t.Tag {
		case text.OpenQuote, text.LRB, text.Colon, text.NFP, text.HYPH, text.CloseQuote:
			return true
		case 0:
			return shapeOf(f.doc.Word(i)) == noLetters
		default:
			return false
		}
	}
	return true
}
