package text

import (
	"unicode"
	"unicode/utf8"

	"sayso"
)

// family is a kind of quotation mark that closes its own kind.
type family uint8

const (
	curly family = iota
	straight
	paired // ``…'' and ''…''
	guillemet
	low // „…“
	single
)

// mark is one quotation mark of a paragraph.
type mark struct {
	span        sayso.Span
	family      family
	open, close bool // what its shape and neighbours allow
	firm        bool // a single mark that cannot be a plural's apostrophe
	first       bool // first in its paragraph
}

// collect lists the paragraph's marks with what each can be.
func (q *quoter) collect(at sayso.Span) {
	q.marks = q.marks[:0]
	s := q.doc.Text[at.Start:at.End]
	for i := 0; i < len(s); {
		c := s[i]
		if c != '"' && c != '\'' && c != '`' && c < utf8.RuneSelf {
			i++
			continue
		}
		n := 1
		f := straight
		open, close := true, true
		shaped := false // the mark's own shape says which it is
		switch c {
		case '"':
		case '\'':
			f = single
			run := 1
			for run < 4 && i+run < len(s) && s[i+run] == '\'' {
				run++
			}
			// ''' is a single and a double mark, whichever closes first.
			if run >= 2 && (run != 3 || !q.singleOpen()) {
				f, n = paired, 2
			}
		case '`':
			f, close, shaped = single, false, true
			if i+1 < len(s) && s[i+1] == '`' {
				f, n = paired, 2
			}
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			n = size
			switch r {
			case '“':
				f, shaped = curly, true
				close = false
			case '”':
				f, shaped = curly, true
				before, after := around(s, i, i+n)
				open, _ = leans(before, after) // ”like this”, now and then
				if _, both := leans(before, after); both {
					open = false
				}
			case '„':
				f, shaped = low, true
				close = false
			case '‘', '‛':
				f, shaped = single, true
				close = false
			case '’':
				f, shaped = single, true
				open = false
			case '«', '»':
				f = guillemet
			default:
				i += size
				continue
			}
		}
		m := mark{span: sayso.Span{Start: at.Start + int32(i), End: at.Start + int32(i+n)}, family: f, first: len(q.marks) == 0 && i == 0}
		before, after := around(s, i, i+n)
		if f == single {
			m.open, m.close, m.firm = apostrophe(s[i+n:], before, after, open, close, shaped)
			if !m.open && !m.close {
				i += n
				continue
			}
		} else {
			if !shaped {
				open, close = leans(before, after)
			}
			m.open, m.close = open, close
		}
		q.marks = append(q.marks, m)
		i += n
	}
	q.firm = append(q.firm[:0], make([]int32, len(q.marks))...)
	for i := len(q.marks) - 2; i >= 0; i-- {
		q.firm[i] = q.firm[i+1]
		if next := q.marks[i+1]; next.family == single && next.close && next.firm {
			q.firm[i]++
		}
	}
}

// singleOpen reports whether the innermost mark collected so far that could
// still be open is a single one: how ”' is told from '”.
func (q *quoter) singleOpen() bool {
	open := false
	for i := len(q.marks) - 1; i >= 0 && i > len(q.marks)-8; i-- {
		if m := q.marks[i]; m.family == single {
			if m.open && !m.close {
				open = true
			}
			break
		}
	}
	return open
}

// around returns the runes beside s[i:j]; zero at an end of the text.
func around(s string, i, j int) (before, after rune) {
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s[:i])
	}
	if j < len(s) {
		after, _ = utf8.DecodeRuneInString(s[j:])
	}
	return before, after
}

// leans tells which way a mark without a shape of its own can face.
func leans(before, after rune) (open, close bool) {
	left := before == 0 || unicode.IsSpace(before) || before == '(' || before == '[' || before == '—' || before == '–' || before == '-' || before == '\'' || before == '‘'
	right := after == 0 || unicode.IsSpace(after) || unicode.IsPunct(after) && after != '(' && after != '[' && after != '\'' && after != '‘' && after != '$'
	switch {
	case left && !right:
		return true, false
	case right && !left:
		return false, true
	}
	return true, true
}

// apostrophe tells what a single mark between two runes can be, rest being the
// text after it: neither where it stands inside a word.
func apostrophe(rest string, before, after rune, mayOpen, mayClose, shaped bool) (open, close, firm bool) {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	open = mayOpen && !word(before) && after != 0 && !unicode.IsSpace(after) && !(unicode.IsPunct(after) && after != '"' && after != '“' && after != '[' && after != '$' && after != '…' && after != '.')
	close = mayClose && before != 0 && !unicode.IsSpace(before) && !word(after)
	if open && elided(rest) {
		open = false
	}
	if open && close && !shaped {
		// ."' closes, ("' opens: what stands before decides.
		open = before == '"' || before == '“' || before == '(' || before == '[' || before == '—'
		close = !open
	}
	firm = close && (!word(before) || !(before == 's' || before == 'S' || before == 'z' || before == 'x' || before == 'n') || unicode.IsPunct(after) || after == 0)
	return open, close, firm
}

// elided reports whether what follows a mark is a word that begins with an
// apostrophe: 'em, '90s.
func elided(s string) bool {
	if len(s) >= 2 && s[0] >= '0' && s[0] <= '9' && s[1] >= '0' && s[1] <= '9' {
		return len(s) < 3 || s[2] == 's' || s[2] == ' '
	}
	for _, w := range [...]string{"em", "til", "tis", "twas", "cause", "bout", "n", "round", "cuz"} {
		if len(s) >= len(w) && s[:len(w)] == w {
			r, _ := utf8.DecodeRuneInString(s[len(w):])
			if !unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}
