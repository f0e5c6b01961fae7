package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a run of a page's text between the borders of block elements, in
// page order.
type block struct {
	text   string     // white space made even; "\n" where a line is broken by hand
	node   *html.Node // the block element it stands in
	tag    atom.Atom  // what it is: P, Li, H1 to H6, Td, Figcaption, Blockquote, Pre, Div, …
	link   int        // bytes of it that are links
	depth  int
	within context
}

// context is what the elements around a block say of it.
type context struct {
	hints               hint
	nav, header, footer bool
	aside, figure       bool
	table, list, quote  bool
	form, article       bool
	main, hidden        bool
	body                bool // marked up as the article's body
}

// cutter walks a page and cuts its text into blocks.
type cutter struct {
	x      *Extractor
	blocks []block
	buf    strings.Builder
	link   int
	room   int // bytes of text still to be taken
}

// skipped reports whether an element's text is never the reader's.
func skipped(n *html.Node) bool {
	if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
		return true
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object, atom.Embed, atom.Canvas,
		atom.Audio, atom.Video, atom.Select, atom.Option, atom.Button, atom.Input, atom.Textarea, atom.Head, atom.Map, atom.Datalist, atom.Title:
		return true
	}
	return false
}

// poppedUp reports whether an element is shown only when a pointer rests on
// the word beside it.
func poppedUp(n *html.Node) bool {
	if attr(n, "role") == "tooltip" {
		return true
	}
	class := attr(n, "class")
	if class == "" || len(class) > 200 {
		return false
	}
	pops, box := false, false
	for w := range nameWords(class) {
		switch w {
		case "rollover", "tooltip", "popover", "hovercard", "flyout":
			pops = true
		case "block", "content", "box", "card", "body", "panel", "text", "inner":
			box = true
		}
	}
	return pops && box
}

// breaks reports whether an element begins a block of its own.
func breaks(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption,
		atom.Blockquote, atom.Pre, atom.Figure, atom.Figcaption, atom.Form, atom.Fieldset, atom.Hr, atom.Address, atom.Details, atom.Summary, atom.Center,
		atom.Body, atom.Html, atom.Legend, atom.Label, atom.Dir, atom.Menu, atom.Hgroup:
		return true
	}
	return false
}

func (c *cutter) walk(n *html.Node, at *html.Node, tag atom.Atom, depth int, in context, linked bool) {
	if c.room <= 0 {
		return
	}
	switch n.Type {
	case html.TextNode:
		s := n.Data
		if len(s) > c.room {
			s = strings.ToValidUTF8(s[:c.room], "")
		}
		c.room -= len(s)
		if linked {
			c.link += len(strings.TrimSpace(s))
		}
		c.buf.WriteString(s)
		return
	case html.ElementNode:
		if skipped(n) || poppedUp(n) {
			return
		}
		switch n.DataAtom {
		case atom.Br:
			c.buf.WriteByte('\v') // a line broken by hand; settled in flush
			return
		case atom.A:
			linked = true
		case atom.Img, atom.Wbr:
			return
		}
		own := breaks(n.DataAtom)
		in = c.x.enter(n, in)
		if own {
			c.flush(at, tag, depth, in)
			at, depth = n, depth+1
			switch n.DataAtom {
			case atom.P, atom.Li, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Td, atom.Th, atom.Figcaption, atom.Blockquote, atom.Pre, atom.Dt, atom.Dd, atom.Caption:
				tag = n.DataAtom
			default:
				if tag != atom.Figcaption && tag != atom.Blockquote && tag != atom.Li {
					tag = atom.Div
				}
			}
		}
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			c.walk(k, at, tag, depth, in, linked)
		}
		if own {
			c.flush(at, tag, depth, in)
		}
		return
	case html.DocumentNode:
		for k := n.FirstChild; k != nil; k = k.NextSibling {
			c.walk(k, at, tag, depth, in, linked)
		}
	}
}

// flush ends the block that is being gathered. Two breaks by hand in a row end
// a paragraph.
func (c *cutter) flush(at *html.Node, tag atom.Atom, depth int, in context) {
	if c.buf.Len() == 0 {
		return
	}
	raw := c.buf.String()
	c.buf.Reset()
	link := c.link
	c.link = 0
	for _, part := range paragraphs(raw) {
		share := link
		if len(part) < len(raw)/2 {
			share = min(link, len(part)*link/max(1, len(raw)))
		}
		c.blocks = append(c.blocks, block{text: part, node: at, tag: tag, link: min(share, len(part)), depth: depth, within: in})
	}
}

// paragraphs makes white space even and cuts where two breaks by hand meet.
func paragraphs(raw string) []string {
	var out []string
	var b strings.Builder
	lines, space := 0, false
	for _, r := range raw {
		switch {
		case r == '\v':
			lines++
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u00ad' || r < ' ':
			space = space || r != '\u00ad' && r != '\u200b' && r != '\ufeff'
		default:
			if b.Len() > 0 {
				switch {
				case lines >= 2:
					out = append(out, b.String())
					b.Reset()
				case lines == 1:
					b.WriteByte('\n')
				case space:
					b.WriteByte(' ')
				}
			}
			lines, space = 0, false
			b.WriteRune(r)
		}
	}
	if b.Len() > 0 {
		out = append(out, b.String())
	}
	return out
}

// letters counts the letters and digits of s.
func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "\"”’'»)]"))
	return r
}
