// Package terminal draws readings for eyes: one article's page, and the
// explanation of one claim, event or number.
package terminal

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Style is what the terminal can do.
type Style struct {
	Width int // columns; less than MinWidth counts as MinWidth
	Color bool
}

// MinWidth is the narrowest page drawn.
const MinWidth = 40

// ink is an ANSI colour or weight; plain is none.
type ink string

const (
	plain  ink = ""
	bold   ink = "1"
	dim    ink = "2"
	red    ink = "31"
	green  ink = "32"
	yellow ink = "33"
	blue   ink = "34"
	cyan   ink = "1;36"
	marked ink = "1;4" // a heading
)

// run is a stretch of text in one ink.
type run struct {
	text string
	ink  ink
}

// canvas collects lines.
type canvas struct {
	buf   bytes.Buffer
	style Style
}

func newCanvas(s Style) *canvas {
	s.Width = max(s.Width, MinWidth)
	return &canvas{style: s}
}

func (c *canvas) blank() { c.buf.WriteByte('\n') }

// line writes runs as one paragraph wrapped to the width: the first line after
// first columns of margin, the others after rest.
func (c *canvas) line(first, rest int, runs ...run) {
	begun := c.buf.Len() > 0 && c.buf.Bytes()[c.buf.Len()-1] != '\n'
	room, margin, started := c.style.Width-first, first, false
	if begun { // the line was begun with a label
		room, margin = c.style.Width-rest, 0
	}
	for _, w := range words(runs) {
		switch {
		case !started:
			c.buf.WriteString(strings.Repeat(" ", margin))
		case room < 1+w.width:
			c.blank()
			margin, room = rest, c.style.Width-rest
			c.buf.WriteString(strings.Repeat(" ", margin))
		default:
			c.buf.WriteByte(' ')
			room--
		}
		started = true
		for _, p := range w.pieces {
			c.paint(p)
		}
		room -= w.width
	}
	c.blank()
}

func (c *canvas) paint(p run) {
	if !c.style.Color || p.ink == plain {
		c.buf.WriteString(p.text)
		return
	}
	c.buf.WriteString("\x1b[" + string(p.ink) + "m" + p.text + "\x1b[0m")
}

// word is a piece of text without white space, in one or more inks.
type word struct {
	pieces []run
	width  int
}

// words cuts runs at white space; what could steer a terminal is taken out.
func words(runs []run) []word {
	var out []word
	var open word
	end := func() {
		if len(open.pieces) > 0 {
			out = append(out, open)
			open = word{}
		}
	}
	for _, r := range runs {
		rest := r.text
		for rest != "" {
			i := strings.IndexFunc(rest, unicode.IsSpace)
			part := rest
			if i >= 0 {
				part = rest[:i]
			}
			if part = printable(part); part != "" {
				open.pieces = append(open.pieces, run{part, r.ink})
				open.width += uniseg.StringWidth(part)
			}
			if i < 0 {
				break
			}
			end()
			rest = strings.TrimLeftFunc(rest[i:], unicode.IsSpace)
		}
	}
	end()
	return out
}

// printable drops control characters and the marks that reorder text, so that
// an article can neither steer the terminal nor disguise its words.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}
