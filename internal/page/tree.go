package page

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxDepth is how deep elements may stand within each other before third-party
// code, which walks trees by recursion, gets to see them.
const maxDepth = 120

// parse reads a page. Elements deeper than maxDepth are opened out: their text
// stays where it is.
func parse(b []byte) (*html.Node, error) {
	if tooDeep(b) {
		b = flatten(b)
	}
	return html.Parse(bytes.NewReader(b))
}

// open tells whether a start tag opens an element that an end tag must close.
func open(name atom.Atom) bool {
	switch name {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr,
		atom.P, atom.Li, atom.Dt, atom.Dd, atom.Option, atom.Tr, atom.Td, atom.Th, atom.Tbody, atom.Thead: // closed by the next of their kind
		return false
	}
	return true
}

// tooDeep reports whether the tags of a page may nest deeper than maxDepth. It
// counts tags by their first letters and so may cry wolf, never sleep.
func tooDeep(b []byte) bool {
	depth, deepest := 0, 0
	for i := bytes.IndexByte(b, '<'); i >= 0 && i+1 < len(b); {
		switch c := b[i+1]; {
		case c == '/':
			depth = max(0, depth-1)
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			depth++
			deepest = max(deepest, depth)
		}
		next := bytes.IndexByte(b[i+1:], '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	return deepest > maxDepth
}

// flatten leaves out the tags of elements deeper than maxDepth.
func flatten(b []byte) []byte {
	var out bytes.Buffer
	z := html.NewTokenizer(bytes.NewReader(b))
	z.SetMaxBuf(0)
	depth, dropped := 0, 0
	gap := func() {
		if n := out.Len(); n == 0 || out.Bytes()[n-1] != ' ' {
			out.WriteByte(' ')
		}
	}
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.Bytes()
		case html.StartTagToken:
			raw := z.Raw()
			name, _ := z.TagName()
			if !open(atom.Lookup(name)) {
				if depth < maxDepth {
					out.Write(raw)
				} else {
					gap()
				}
				continue
			}
			if depth >= maxDepth {
				dropped++
				gap()
				continue
			}
			depth++
			out.Write(raw)
		case html.EndTagToken:
			raw := z.Raw()
			name, _ := z.TagName()
			if !open(atom.Lookup(name)) {
				out.Write(raw)
				continue
			}
			if dropped > 0 {
				dropped--
				gap()
				continue
			}
			depth = max(0, depth-1)
			out.Write(raw)
		default:
			out.Write(z.Raw())
		}
	}
}

// attr returns an attribute's value, "" where it is absent.
func attr(n *html.Node, name string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return n.Attr[i].Val
		}
	}
	return ""
}

func has(n *html.Node, name string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == name {
			return true
		}
	}
	return false
}

// words puts white space even.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// textOf returns all text below a node, white space made even.
func textOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			b.WriteByte(' ')
			return
		}
		if skipped(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return words(b.String())
}
