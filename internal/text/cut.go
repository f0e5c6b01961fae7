package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// Cut finds the paragraphs, sentences, tokens and quotations of a text. It never fails:
// every text, however odd, has a Doc that holds the invariants. Heads are
// Unparsed and chunks -1 until the text is parsed.
func Cut(s string) *Doc {
	d := &Doc{Text: s}
	d.Tokens = make([]Token, 0, len(s)/5+4)
	c := cutter{doc: d, text: s}
	for _, p := range paragraphSpans(s) {
		first := len(d.Tokens)
		c.tokens(p)
		if len(d.Tokens) == first {
			continue
		}
		d.Paras = append(d.Paras, Paragraph{Span: p, First: int32(len(d.Sents))})
		d.sentences(int32(first), int32(len(d.Tokens)))
		d.Paras[len(d.Paras)-1].Last = int32(len(d.Sents))
	}
	FindQuotes(d)
	return d
}

// line is a line of text without its white space at either end, and how far
// it was indented, in bytes.
type line struct {
	sayso.Span
	indent int
}

// paragraphSpans returns the paragraphs' spans, trimmed. They are parted by blank
// lines. Where the lines of a text are not hard-wrapped each line is a
// paragraph of its own; where they are, an indented line begins one too.
func paragraphSpans(s string) []sayso.Span {
	lines := split(s)
	width, wrapped := wrap(s, lines)
	var out []sayso.Span
	open := false
	for i, l := range lines {
		switch {
		case l.Empty():
			open = false
			continue
		case open && wrapped && continues(s, lines[i-1], l, width):
			out[len(out)-1].End = l.End
			continue
		}
		out = append(out, l.Span)
		open = true
	}
	return out
}

// split returns the lines of a text; a line of white space alone is empty.
func split(s string) []line {
	out := make([]line, 0, strings.Count(s, "\n")+1)
	for at := 0; at <= len(s); {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += at
		}
		text := strings.TrimRightFunc(s[at:end], unicode.IsSpace)
		body := strings.TrimLeftFunc(text, unicode.IsSpace)
		from := at + len(text) - len(body)
		out = append(out, line{sayso.Span{Start: int32(from), End: int32(from + len(body))}, len(text) - len(body)})
		at = end + 1
	}
	return out
}

// wrap tells whether a text is hard-wrapped and at how many columns. It is
// where nearly every line that another follows is as full as it can be: the
// next line's first word would not have fitted.
func wrap(s string, lines []line) (width int, wrapped bool) {
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.Of(s))+l.indent)
	}
	if width < 30 || width > 110 {
		return width, false
	}
	full, breaks := 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].Empty() || lines[i-1].Empty() || lines[i].indent > lines[i-1].indent {
			continue
		}
		breaks++
		if isFull(s, lines[i-1], lines[i], width) {
			full++
		}
	}
	return width, full >= 2 && full*4 >= breaks*3 || full == 1 && breaks == 1
}

// isFull reports whether the first word of next would not have fitted on l.
// Six columns' grace allows for a ragged edge.
func isFull(s string, l, next line, width int) bool {
	word := next.Of(s)
	if i := strings.IndexFunc(word, unicode.IsSpace); i >= 0 {
		word = word[:i]
	}
	return utf8.RuneCountInString(l.Of(s))+l.indent+1+utf8.RuneCountInString(word) > width-6
}

// continues reports whether in a hard-wrapped text a line goes on with the
// paragraph of the line before.
func continues(s string, before, l line, width int) bool {
	if l.indent >= before.indent+2 {
		return false
	}
	if isFull(s, before, l, width) {
		return true
	}
	// A short line that ends a sentence, or stands before a capital, ends its paragraph.
	first, _ := utf8.DecodeRuneInString(l.Of(s))
	last, _ := utf8.DecodeLastRuneInString(before.Of(s))
	return unicode.IsLower(first) && !strings.ContainsRune(".!?", last)
}
