package syntax

import (
	"unicode"
	"unicode/utf8"
)

// Shape classes of a word.
const (
	shapeLower = iota
	shapeTitle
	shapeUpper
	shapeMixed
	shapeDigits
	shapeAlnum
	shapeMark
)

// shape returns the shape class of a word as written.
func shape(w string) uint64 {
	var up, low, digit int
	firstUp := false
	for i, r := range w {
		switch {
		case unicode.IsUpper(r):
			up++
			firstUp = firstUp || i == 0
		case unicode.IsLetter(r):
			low++
		case unicode.IsDigit(r):
			digit++
		}
	}
	switch {
	case digit > 0 && up+low > 0:
		return shapeAlnum
	case digit > 0:
		return shapeDigits
	case up+low == 0:
		return shapeMark
	case up == 0:
		return shapeLower
	case firstUp && up == 1:
		return shapeTitle
	case low == 0:
		return shapeUpper
	}
	return shapeMixed
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hash returns the FNV-1a hash of a string, digits taken for 0.
func hash(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		b := s[i]
		if '0' <= b && b <= '9' {
			b = '0'
		}
		h = (h ^ uint64(b)) * fnvPrime
	}
	return h
}

// mix puts two hashes together.
func mix(a, b uint64) uint64 {
	h := (a ^ b*0x9E3779B97F4A7C15) * 0xFF51AFD7ED558CCD
	return h ^ h>>32
}

// suffix returns the last n runes of s, all of it where it has no more.
func suffix(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, k := utf8.DecodeLastRuneInString(s[:i])
		i -= k
	}
	return s[i:]
}

// prefix returns the first n runes of s.
func prefix(s string, n int) string {
	i := 0
	for ; n > 0 && i < len(s); n-- {
		_, k := utf8.DecodeRuneInString(s[i:])
		i += k
	}
	return s[:i]
}
