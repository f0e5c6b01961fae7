package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// cutter cuts paragraphs into tokens as the English Web Treebank does.
type cutter struct {
	doc    *Doc
	text   string
	begin  int // where this paragraph begins
	single int // single quotation marks open in it
}

// longest is the length in bytes at which a run of characters without white
// space is cut, so that no odd text takes time quadratic in its length.
const longest = 1000

// tokens appends the tokens of a paragraph.
func (c *cutter) tokens(p sayso.Span) {
	c.begin, c.single = int(p.Start), 0
	end := int(p.End)
	for at := int(p.Start); at < end; {
		r, n := utf8.DecodeRuneInString(c.text[at:])
		if unicode.IsSpace(r) {
			at += n
			continue
		}
		stop := at + n
		for stop < end && stop-at < longest {
			r, n := utf8.DecodeRuneInString(c.text[stop:])
			if unicode.IsSpace(r) {
				break
			}
			stop += n
		}
		c.written(at, stop, stop == end)
		at = stop
	}
}

// emit appends a token. joined says that it goes on with the word before it.
func (c *cutter) emit(start, end int, joined bool) {
	if start >= end {
		return
	}
	c.doc.Tokens = append(c.doc.Tokens, Token{
		Span:   sayso.Span{Start: int32(start), End: int32(end)},
		Lower:  Lower(c.text[start:end]),
		Head:   Unparsed,
		Chunk:  -1,
		Joined: joined,
	})
}

// Lower returns a word in lower case with straight apostrophes.
func Lower(w string) string {
	for i := 0; i < len(w); i++ {
		if b := w[i]; b >= utf8.RuneSelf || 'A' <= b && b <= 'Z' {
			w = strings.ToLower(w)
			if strings.ContainsAny(w, "’ʼ") {
				w = strings.NewReplacer("’", "'", "ʼ", "'").Replace(w)
			}
			return w
		}
	}
	return w
}

// written cuts one run of characters that are not white space. last says that
// it ends its paragraph.
func (c *cutter) written(a, b int, last bool) {
	if a == c.begin && !last && isItem(c.text[a:b]) || c.text[a:b] == "[...]" {
		c.emit(a, b, false)
		return
	}
	a, b0 := c.opening(a, b), b
	if a == b {
		return
	}
	if end := address(c.text[a:b]); end > 0 {
		c.emit(a, a+end, false)
		c.written(a+end, b, last)
		return
	}
	if end := face(c.text[a:b]); end > 0 {
		c.emit(a, a+end, false)
		c.written(a+end, b, last)
		return
	}
	b = c.closing(a, b, last)
	c.middle(a, b)
	c.tail(b, b0)
}

// isItem reports whether a word is the number of a list's item: "1.", "2.3.".
func isItem(w string) bool {
	if len(w) < 2 || len(w) > 8 || w[len(w)-1] != '.' || !isDigit(w[0]) {
		return false
	}
	for i := 1; i < len(w); i++ {
		if !isDigit(w[i]) && (w[i] != '.' || w[i-1] == '.') {
			return false
		}
	}
	return true
}

// after returns the first character of the word after the one that ends at b,
// 0 where the paragraph ends.
func (c *cutter) after(b int, last bool) rune {
	if last {
		return 0
	}
	for b < len(c.text) {
		r, n := utf8.DecodeRuneInString(c.text[b:])
		if !unicode.IsSpace(r) {
			return r
		}
		b += n
	}
	return 0
}

// opening emits the marks before a word and returns where the word begins.
func (c *cutter) opening(a, b int) int {
	for a < b {
		w := c.text[a:b]
		r, n := utf8.DecodeRuneInString(w)
		switch {
		case face(w) == len(w):
			return a
		case strings.ContainsRune("([{<", r) || isDouble(r) || strings.ContainsRune("«‹„‚¡¿|`•·*~^>)]}=,;:!?\u00ad\ufeff\u200b\u200e\u200f", r):
			n = run(w, r)
			if one := utf8.RuneLen(r); n < 4*one && (isDouble(r) || strings.ContainsRune("([{)]}", r)) {
				n = one // a row of four and more is no brackets but an ornament
			}
		case r == '\'' || r == '‘' || r == '’':
			if k := elision(w); k > 0 {
				return a
			}
			if k := run(w, r); k == 2*n && r != '’' {
				n = k // two single marks for a double one
			} else if r != '’' {
				c.single++
			}
		case r == '.':
			if n = run(w, '.'); n == 1 && len(w) > 1 && isDigit(w[1]) {
				return a // ".223"
			}
		case r == '…' || r == '—' || r == '–' || r == '-' || r == '/' || r == '\\' || r == '_':
			n = run(w, r)
		case r == '+' && len(w) > 1 && isDigit(w[1]):
			return a
		case isCurrency(r) || r == '+' || r == '±' || r == '§' || r == '¶' || r == '%' || r == '&':
		case r == '#' && len(w) > 1 && isDigit(w[1]):
		case r == '#' || r == '@':
			if len(w) > n {
				return a
			}
		default:
			return a
		}
		c.emit(a, a+n, false)
		a += n
	}
	return a
}

// closing returns where the word in [a, b) ends and the marks after it begin.
func (c *cutter) closing(a, b int, last bool) int {
	for a < b {
		w := c.text[a:b]
		r, n := utf8.DecodeLastRuneInString(w)
		switch {
		case r == '.':
			n = len(w) - len(strings.TrimRight(w, "."))
			if n == 1 && isAbbreviation(w, c.after(b, last)) {
				return b
			}
		case r == ')' && strings.Contains(w, "(") && strings.HasSuffix(w, "(s)"):
			return b
		case r == '\'' || r == '’':
			if len(w) > n && c.single == 0 {
				if q, _ := utf8.DecodeLastRuneInString(w[:len(w)-n]); unicode.IsLetter(q) && q != 's' && q != 'S' && strings.HasSuffix(Lower(w), "in'") {
					return b // "goin'"
				}
			}
		case r == '+' && len(w) > 1 && (unicode.IsLetter(rune(w[0])) || w[0] >= utf8.RuneSelf):
			return b // "C++"
		case r == '/' && strings.EqualFold(w, "w/"):
			return b
		case strings.ContainsRune(")]}>»›,;:!?%‰|*~`^=…—–-/\\_°™®©+\u00ad\ufeff\u200b\u200e\u200f", r) || isDouble(r) || r == '‘' || isCurrency(r):
		default:
			return b
		}
		if isCurrency(r) && currency(w) == len(w) {
			return b
		}
		b -= n
	}
	return b
}

// tail emits the marks that closing left behind.
func (c *cutter) tail(a, b int) {
	for a < b {
		w := c.text[a:b]
		r, n := utf8.DecodeRuneInString(w)
		joined := false
		switch {
		case face(w) == len(w):
			n = len(w)
		case r == '!' || r == '?' || r == '.' || r == '…':
			n = len(w) - len(strings.TrimLeft(w, "!?.…"))
		case r == '\'' || r == '’':
			if k := run(w, r); k == 2*n {
				n = k // two single marks for a double one
			} else if c.single > 0 {
				c.single--
			} else if a > 0 {
				q, _ := utf8.DecodeLastRuneInString(c.text[:a])
				joined = q == 's' || q == 'S' || q == 'z' || q == 'x'
			}
		case isDouble(r) || strings.ContainsRune("()[]{}%", r):
		default:
			n = run(w, r)
		}
		c.emit(a, a+n, joined)
		a += n
	}
}

// middle cuts a word that has neither opening nor closing marks.
func (c *cutter) middle(a, b int) {
	from := a
	for i := a; i < b; {
		r, n := utf8.DecodeRuneInString(c.text[i:b])
		if unicode.IsLetter(r) || '0' <= r && r <= '9' || !c.parts(from, i, b, r, n) {
			i += n
			continue
		}
		if r != '"' && r != '(' && r != ')' {
			n = run(c.text[i:b], r)
		}
		c.word(from, i)
		c.emit(i, i+n, false)
		i += n
		if isSplit(r) && i < b {
			// What follows a bracket or a stop may have opening marks again.
			c.written(i, b, false)
			return
		}
		from = i
	}
	c.word(from, b)
}

// isSplit reports whether a mark inside a written word ends that word for good.
func isSplit(r rune) bool { return strings.ContainsRune("()[]{}\"“”,;:!?.…—", r) }

// parts reports whether the mark r at i, within the word [a, b), is a token of
// its own.
func (c *cutter) parts(a, i, b int, r rune, n int) bool {
	before, after := c.text[a:i], c.text[i+n:b]
	var p, q rune
	if before != "" {
		p, _ = utf8.DecodeLastRuneInString(before)
	}
	if after != "" {
		q, _ = utf8.DecodeRuneInString(after)
	}
	digits := unicode.IsDigit(p) && unicode.IsDigit(q)
	switch r {
	case '-':
		return q == '-' || splitsHyphen(c.text[a:b], i-a)
	case '–', '—', '―', '…', '(', '[', '{', '}', '"', '“', '”', ';', '!', '?', '=', '*', '|', '>', '<', '«', '»', '\u00ad':
		return true
	case ')', ']':
		return after != "" || !strings.Contains(before, "(s")
	case '/':
		return !isSlashed(c.text[a:b])
	case ',':
		return !digits || !thousands(c.text[a:b], i-a)
	case ':':
		return !digits
	case '%':
		return true
	case '.':
		if q == '.' {
			return true
		}
		// "ended.The next": a stop without its blank.
		return unicode.IsLower(p) && unicode.IsUpper(q) && len(before) > 2 && !strings.Contains(before, ".") && isName(after)
	case '+':
		return unicode.IsLetter(p) && unicode.IsLetter(q) || digits
	case '~', '^', '°':
		return true
	}
	return false
}

// isName reports whether a word is all letters, the first a capital and the
// rest small.
func isName(w string) bool {
	for i, r := range w {
		if i > 0 && !unicode.IsLower(r) && r != '\'' && r != '’' {
			return false
		}
	}
	return len(w) > 1
}

func run(w string, r rune) int {
	n := 0
	for _, q := range w {
		if q != r {
			break
		}
		n += utf8.RuneLen(q)
	}
	if n == 0 { // a byte that is not UTF-8
		return 1
	}
	return n
}

// thousands reports whether the comma at i of a number stands before three
// digits: "4,500", but not "13,14".
func thousands(w string, i int) bool {
	n := 0
	for i++; i < len(w) && isDigit(w[i]); i++ {
		n++
	}
	return n == 3
}

func isDigit(b byte) bool      { return '0' <= b && b <= '9' }
func isDouble(r rune) bool     { return r == '"' || r == '“' || r == '”' || r == '‟' || r == '″' }
func isCurrency(r rune) bool   { return r == '$' || r >= 0x80 && unicode.Is(unicode.Sc, r) }
func isLetterByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }
