package syntax

import (
	"sayso/internal/text"
)

// What the encoder is told of a word: rows of one table of embeddings, whose
// sum it takes, and the row of the pretrained word vectors.
const (
	formRows   = 1 << 14 // the form in lower case, by two hashes
	suffixRows = 1 << 13 // its last two, three and four letters
	prefixRows = 1 << 12 // its first, its first two and first three letters
	shapeRows  = 1 << 10 // how it is written
	flagRows   = 16      // whether a blank stands before it, whether it is joined

	// TableRows is the number of rows of the table of embeddings.
	TableRows = formRows + suffixRows + prefixRows + shapeRows + flagRows
	// InputRows is the number of rows each word sums. The first two are the form's.
	InputRows = 10
)

// Input is what the encoder is told of one word.
type Input struct {
	Rows   [InputRows]int32
	Vector int32 // row of the word vectors, or -1
}

// InputOf returns what the encoder is told of token i.
func InputOf(d *text.Doc, i int32, v *Vectors) Input {
	t := &d.Tokens[i]
	l := t.Lower
	h := hash(l)
	in := Input{Vector: v.Find(h)}
	base := int32(0)
	add := func(k int, h uint64, rows int32) { in.Rows[k] = base + int32(h>>20)&(rows-1) }
	add(0, mix(h, 1), formRows)
	add(1, mix(h, 2), formRows)
	base += formRows
	add(2, mix(hash(suffix(l, 2)), 3), suffixRows)
	add(3, mix(hash(suffix(l, 3)), 4), suffixRows)
	add(4, mix(hash(suffix(l, 4)), 5), suffixRows)
	base += suffixRows
	add(5, mix(hash(prefix(l, 1)), 6), prefixRows)
	add(6, mix(hash(prefix(l, 2)), 7), prefixRows)
	add(7, mix(hash(prefix(l, 3)), 8), prefixRows)
	base += prefixRows
	add(8, mix(outline(d.Word(i)), 9), shapeRows)
	base += shapeRows
	flags := int32(0)
	if t.Joined {
		flags |= 1
	}
	if i > 0 && d.Tokens[i-1].Span.End == t.Span.Start {
		flags |= 2
	}
	in.Rows[9] = base + flags
	return in
}

// outline hashes how a word is written: its capitals, small letters, digits
// and marks, runs of more than three taken for three.
func outline(w string) uint64 {
	h := uint64(fnvOffset)
	last, n := byte(0), 0
	for _, r := range w {
		c := byte('x')
		switch {
		case r >= 'A' && r <= 'Z':
			c = 'X'
		case r >= 'a' && r <= 'z':
		case r >= '0' && r <= '9':
			c = 'd'
		case r < 0x80:
			c = byte(r)
		default:
			if s := shape(string(r)); s == shapeUpper || s == shapeTitle {
				c = 'X'
			} else if s == shapeMark {
				c = '~'
			}
		}
		if c == last {
			if n++; n > 3 {
				continue
			}
		} else {
			last, n = c, 1
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}
