package lexicon

import "unicode/utf8"

// Latin letters with a mark on them and the plain letters they are folded to;
// "." where there is no single one.
const (
	latinFrom = 0xC0
	latin     = "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs" +
		"...............e................oo.............uu............................aaiioouuuuuuuuuueaaaa....ggkkoooo..j...gg..nnaa....aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............................"
	latinMoreFrom = 0x1E00
	latinMore     = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"
)

// AppendFold appends the folded form of a name to dst: what is left of it when
// case, accents, apostrophes, full stops and commas are taken away and hyphens
// and runs of white space have become one blank. Names that are spelled alike
// by this measure are one name: "Sana'a" and "Sanaa", "U.S." and "US",
// "Port-au-Prince" and "Port au Prince". Letters beyond the Latin script stay.
func AppendFold(dst []byte, s string) []byte {
	start, blank := len(dst), false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			case c == '\'' || c == '.' || c == ',' || c == '`':
				continue
			case c <= ' ' || c == '-':
				blank = true
				continue
			}
			dst = open(dst, start, blank)
			blank = false
			dst = append(dst, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		letters := s[i : i+n]
		i += n
		switch {
		case r == utf8.RuneError:
			letters = "\uFFFD" // a stray byte might join what follows
		case r >= latinFrom && r < latinFrom+rune(len(latin)):
			if k := r - latinFrom; latin[k] != '.' {
				letters = latin[k : k+1]
			} else if l := twoLetters(r); l != "" {
				letters = l
			}
		case r >= latinMoreFrom && r < latinMoreFrom+rune(len(latinMore)):
			if k := r - latinMoreFrom; latinMore[k] != '.' {
				letters = latinMore[k : k+1]
			}
		case r == 0xA0 || r >= 0x2000 && r <= 0x200B || r >= 0x2010 && r <= 0x2015 || r == 0x202F:
			blank = true // blanks and dashes
			continue
		case r >= 0x2018 && r <= 0x201B || r >= 0x2B9 && r <= 0x2BF || r == 0xB4 || r >= 0x300 && r < 0x370:
			continue // apostrophes, half rings, marks that stand alone
		}
		dst = open(dst, start, blank)
		blank = false
		dst = append(dst, letters...)
	}
	return dst
}

// Fold returns the folded form of a name; see AppendFold.
func Fold(s string) string { return string(AppendFold(nil, s)) }

// open ends a blank that stands between two words.
func open(dst []byte, start int, blank bool) []byte {
	if blank && len(dst) > start {
		return append(dst, ' ')
	}
	return dst
}

func twoLetters(r rune) string {
	switch r {
	case 'Æ', 'æ', 'Ǣ', 'ǣ', 'Ǽ', 'ǽ':
		return "ae"
	case 'Œ', 'œ':
		return "oe"
	case 'ß':
		return "ss"
	case 'Þ', 'þ':
		return "th"
	case 'Ĳ', 'ĳ':
		return "ij"
	case 'ǝ', 'Ǝ':
		return "e"
	case 'Ǿ', 'ǿ':
		return "o"
	}
	return ""
}
