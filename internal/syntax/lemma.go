package syntax

import (
	"fmt"
	"io/fs"
	"strings"

	"sayso/internal/text"
)

// lemmaKey is a word form, in lower case, with its Penn tag.
type lemmaKey struct {
	form string
	tag  text.Tag
}

// lemmas holds the forms whose lemma the spelling rules get wrong.
type lemmas map[lemmaKey]string

// readLemmas reads a table of form, Penn tag and lemma.
func readLemmas(fsys fs.FS, path string) (lemmas, error) {
	b, err := fs.ReadFile(fsys, path)
	if err != nil {
		return nil, err
	}
	all := string(b)
	out := make(lemmas, strings.Count(all, "\n"))
	line := 0
	for row := range strings.Lines(all) {
		line++
		row = strings.TrimSuffix(row, "\n")
		if strings.HasPrefix(row, "#") {
			continue
		}
		form, rest, _ := strings.Cut(row, "\t")
		tag, lemma, ok := strings.Cut(rest, "\t")
		if t := text.ParseTag(tag); ok && t != 0 {
			out[lemmaKey{form, t}] = lemma
			continue
		}
		return nil, fmt.Errorf("%s:%d: want form, Penn tag, lemma", path, line)
	}
	return out, nil
}

// lemma returns the lemma of a tagged word.
func (l lemmas) lemma(word, low string, upos text.UPOS, tag text.Tag) string {
	if lemma, ok := l[lemmaKey{low, tag}]; ok {
		if upos == text.PROPN && lemma != "" {
			return keepCase(word, lemma)
		}
		return lemma
	}
	return SpelledLemma(word, low, upos, tag)
}

// keepCase gives a lemma the capitals its word has.
func keepCase(word, lemma string) string {
	n := 0
	for n < len(word) && n < len(lemma) && word[n]|0x20 == lemma[n]|0x20 {
		n++
	}
	return word[:n] + lemma[n:]
}

// SpelledLemma returns the lemma that the rules of English spelling give.
// Names keep their capitals.
func SpelledLemma(word, low string, upos text.UPOS, tag text.Tag) string {
	switch tag {
	case text.NNS:
		return singular(low)
	case text.NNPS:
		return keepCase(word, singular(low))
	case text.NNP, text.ADD, text.GW:
		return word
	case text.VBZ:
		return dropS(low)
	case text.VBD, text.VBN:
		if s, ok := strings.CutSuffix(low, "ied"); ok && len(s) > 1 {
			return s + "y"
		}
		if s, ok := strings.CutSuffix(low, "eed"); ok && len(s) > 1 {
			return s + "ee"
		}
		if s, ok := strings.CutSuffix(low, "ed"); ok && hasVowel(s) {
			return restore(s)
		}
	case text.VBG:
		if s, ok := strings.CutSuffix(low, "ing"); ok && hasVowel(s) {
			return restore(s)
		}
	case text.JJR, text.RBR:
		return positive(low, "er")
	case text.JJS, text.RBS:
		return positive(low, "est")
	case text.FW, text.XX:
		return word
	case text.CD:
		if low[0] >= '0' && low[0] <= '9' {
			return strings.ReplaceAll(low, ",", "")
		}
	}
	if upos == text.PROPN {
		return word
	}
	return low
}

func singular(w string) string {
	if s, ok := strings.CutSuffix(w, "men"); ok && len(s) > 0 {
		return s + "man"
	}
	if n := len(w); n > 2 && w[n-2] >= '0' && w[n-2] <= '9' {
		return w // "1990s"
	}
	if strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || strings.HasSuffix(w, "is") {
		return w
	}
	return dropS(w)
}

// dropS takes off the s of plurals and third persons.
func dropS(w string) string {
	if s, ok := strings.CutSuffix(w, "ies"); ok && len(s) > 1 {
		return s + "y"
	}
	if s, ok := strings.CutSuffix(w, "es"); ok {
		for _, end := range [...]string{"ss", "sh", "ch", "x", "zz", "o"} {
			if strings.HasSuffix(s, end) && len(s) > 2 {
				return s
			}
		}
	}
	if strings.HasSuffix(w, "'s") || len(w) < 2 {
		return w
	}
	return strings.TrimSuffix(w, "s")
}

func positive(w, end string) string {
	s, ok := strings.CutSuffix(w, end)
	if !ok || len(s) < 3 {
		return w
	}
	if i, ok := strings.CutSuffix(s, "i"); ok {
		return i + "y"
	}
	return restore(s)
}

func isVowel(b byte) bool { return strings.IndexByte("aeiouy", b) >= 0 }

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// restore gives a stem cut of "ed", "ing", "er" or "est" its last letters:
// "stopp" is "stop", "mak" is "make", "call" stays.
func restore(s string) string {
	n := len(s)
	if n < 2 {
		return s
	}
	z, y := s[n-1], s[n-2]
	if z == y && !isVowel(z) {
		if strings.IndexByte("lszf", z) >= 0 {
			return s
		}
		return s[:n-1]
	}
	switch z {
	case 'c', 'v':
		return s + "e"
	case 'u', 'z':
		if n > 2 {
			return s + "e"
		}
	case 's':
		if y != 's' && (isVowel(y) && y != 'u' || y == 'r' || y == 'n') {
			return s + "e"
		}
	case 'g':
		if y == 'd' || y == 'r' || y == 'l' || n > 3 && y == 'n' && s[n-3] == 'a' {
			return s + "e"
		}
	case 'l':
		if !isVowel(y) && y != 'l' && y != 'r' && y != 'w' {
			return s + "e"
		}
	case 't':
		if strings.HasSuffix(s, "at") && n > 3 && !isVowel(s[n-3]) || strings.HasSuffix(s, "iat") || strings.HasSuffix(s, "uat") || strings.HasSuffix(s, "eat") && n > 4 {
			return s + "e"
		}
	}
	// One syllable of consonant, vowel, consonant: "mak", "hop".
	if !isVowel(z) && z != 'w' && z != 'x' && isVowel(y) && syllables(s) == 1 && (n < 3 || !isVowel(s[n-3])) {
		return s + "e"
	}
	return s
}

func syllables(s string) int {
	n := 0
	for i := range len(s) {
		if isVowel(s[i]) && (i == 0 || !isVowel(s[i-1])) {
			n++
		}
	}
	return n
}
