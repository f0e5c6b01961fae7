package dateline

import (
	"unicode"
	"unicode/utf8"
)

// kind is what a token of a dateline can be.
type kind uint8

const (
	end     kind = iota
	word         // letters, with inner apostrophes, hyphens and full stops: "N'DJAMENA", "PORT-AU-PRINCE", "N.J."
	number       // digits
	dash         // – — -- - _ standing free, or two and more together
	mark         // any other single sign
	lineEnd      // the end of a line that a paragraph ends with
)

// token is a piece of the line under test; from and to are offsets into it.
type token struct {
	kind     kind
	from, to int
	sign     rune // of a mark
	spaced   bool // white space stands before it
	newline  bool // a line break stands before it
}

// window is how far into a line a dateline may reach, in bytes.
const window = 400

// tokens cuts the beginning of s. A blank line, or an indented line after a
// line break, ends the paragraph.
func tokens(s string) []token {
	var out []token
	spaced, newline := false, false
	add := func(k kind, from, to int, sign rune) {
		out = append(out, token{k, from, to, sign, spaced, newline})
		spaced, newline = false, false
	}
	for i := 0; i < len(s) && i < window && len(out) < 70; {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\n':
			if newline || len(out) == 0 {
				add(lineEnd, i, i, 0)
				return out
			}
			newline, spaced = true, true
			i++
			if indent := leading(s[i:]); indent >= 2 {
				add(lineEnd, i-1, i-1, 0)
				return out
			}
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			spaced = true
			i += n
		case unicode.IsLetter(r):
			j := wordEnd(s, i)
			add(word, i, j, 0)
			i = j
		case unicode.IsDigit(r):
			j := i
			for j < len(s) && s[j] >= '0' && s[j] <= '9' {
				j++
			}
			j = max(j, i+n)
			add(number, i, j, 0)
			i = j
		case r == '–' || r == '—' || r == '―' || r == '−' || r == '-' || r == '_':
			j := i + n
			for j < len(s) && (s[j] == '-' || s[j] == '_') {
				j++
			}
			free := spaced || r == '—' || r == '―' || j >= len(s) || s[j] == ' ' || s[j] == '\n' || j-i > 1
			if free {
				add(dash, i, j, r)
			} else {
				add(mark, i, j, r)
			}
			i = j
		default:
			add(mark, i, i+n, r)
			i += n
		}
	}
	add(lineEnd, min(len(s), window), min(len(s), window), 0)
	if len(s) > window {
		out[len(out)-1].kind = end
	}
	return out
}

// leading counts the blanks s begins with; a tab counts for four.
func leading(s string) (n int) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}

// wordEnd returns where the word that begins at i ends. A full stop belongs to
// it where another letter follows at once, or where one stood inside before.
func wordEnd(s string, i int) int {
	dotted := false
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+n:])
		switch r {
		case '\'', '’', '‘', 'ʼ', '`', '-', '&', '@':
			if r == '`' && next == '`' || !unicode.IsLetter(next) {
				return i
			}
			i += n
		case '.':
			if unicode.IsLetter(next) {
				dotted = true
				i += n
				continue
			}
			if dotted {
				i += n
			}
			return i
		default:
			return i
		}
	}
	return i
}
