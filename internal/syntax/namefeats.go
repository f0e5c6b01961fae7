package syntax

import "sayso/internal/text"

// NameFeatures is how many values the name finder is told of a word beside
// what the encoder makes of it.
const NameFeatures = 32

// Where the values of SetNameFeatures stand.
const (
	featPhrase = 0                          // three for each sort a phrase can have: alone, first, later
	featWord   = featPhrase + 3*phraseSorts // one for each other sort
	featSmall  = featWord + 7               // stands in small letters elsewhere in the text
	featLarge  = featSmall + 1              // stands with a capital in midst of a sentence elsewhere
	featUpper  = featLarge + 1              // in capitals, in a sentence that is not
	featTitle  = featUpper + 1              // with one capital, not first in its sentence
	featFirst  = featTitle + 1              // first in its sentence
	featShout  = featFirst + 1              // in a sentence in capitals
	featShort  = featShout + 1              // in a sentence of six words or fewer
)

// Letters tells how the words of a text are written, by the hash of each in
// small letters.
type Letters map[uint64]uint16

const (
	lettersSmall = 1   // how often in small letters
	lettersLarge = 256 // how often with a capital in midst of a sentence
)

// Read notes how the words of a document are written.
func (l Letters) Read(d *text.Doc) {
	for i := range d.Tokens {
		w := d.Of(d.Tokens[i].Span)
		if len(w) < 2 {
			continue
		}
		var by uint16
		switch c := w[0]; {
		case 'a' <= c && c <= 'z':
			by = lettersSmall
		case 'A' <= c && c <= 'Z' && w[1] >= 'a' && i > 0 && goesBefore(d.Of(d.Tokens[i-1].Span)):
			by = lettersLarge
		default:
			continue
		}
		h := hash(d.Tokens[i].Lower)
		if v := l[h]; by == lettersSmall && v&0xff < 0xff || by == lettersLarge && v>>8 < 0xff {
			l[h] = v + by
		}
	}
}

// goesBefore reports whether a word leaves the one after it in midst of a sentence.
func goesBefore(w string) bool {
	c := w[len(w)-1]
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == ','
}

// SetNameFeatures writes what the name finder is told of the tokens
// [first, last), whole sentences of d: NameFeatures values in each row of
// width values.
func SetNameFeatures(d *text.Doc, first, last int32, lex *Lexicon, letters Letters, out []float32, width int) {
	for begin := first; begin < last; {
		end := begin + 1
		for end < last && d.Tokens[end].Sent == d.Tokens[begin].Sent {
			end++
		}
		small := 0
		for i := begin; i < end; i++ {
			if w := d.Of(d.Tokens[i].Span); w != "" && 'a' <= w[0] && w[0] <= 'z' {
				small++
			}
		}
		for i := begin; i < end; i++ {
			t := &d.Tokens[i]
			row := out[int(i-first)*width : int(i-first)*width+NameFeatures]
			w := d.Of(t.Span)
			set := func(at int, on bool) {
				if on {
					row[at] = 1
				}
			}
			set(featFirst, i == begin)
			set(featShort, end-begin <= 6)
			set(featShout, small == 0)
			switch shape(w) {
			case shapeUpper:
				set(featUpper, small > 0 && len(w) > 1)
			case shapeTitle, shapeMixed:
				set(featTitle, i > begin)
			}
			v := letters[hash(t.Lower)]
			self := uint16(0)
			if w != "" && 'a' <= w[0] && w[0] <= 'z' {
				self = 1
			}
			set(featSmall, v&0xff > self)
			self = 0
			if len(w) > 1 && 'A' <= w[0] && w[0] <= 'Z' && w[1] >= 'a' && i > 0 && goesBefore(d.Of(d.Tokens[i-1].Span)) {
				self = 1
			}
			set(featLarge, v>>8 > self)
		}
		lex.mark(d, begin, end, out[int(begin-first)*width:], width)
		begin = end
	}
}

// mark writes what the lexicon knows of the words of a sentence.
func (l *Lexicon) mark(d *text.Doc, begin, end int32, out []float32, width int) {
	var until [phraseSorts]int32 // the end of the last phrase of each sort
	for i := begin; i < end; i++ {
		low := d.Tokens[i].Lower
		if len(low) < 2 {
			continue
		}
		h := foldedHash(0, low)
		sorts, ok := l.find(h)
		if !ok {
			continue
		}
		row := out[int(i-begin)*width:]
		for k := range 7 {
			if sorts>>(phraseSorts+k)&1 == 1 {
				row[featWord+k] = 1
			}
		}
		var reach [phraseSorts]int32
		note := func(s Sort, to int32) {
			for k := range reach {
				if s>>k&1 == 1 {
					reach[k] = to
				}
			}
		}
		note(sorts, i+1)
		for j, n := i+1, 1; j < end && n < longestName; j++ {
			if w := d.Tokens[j].Lower; w != "-" {
				h = foldedHash(h, w)
				n++
				s, ok := l.find(h)
				if !ok {
					break
				}
				note(s, j+1)
			}
		}
		for k, to := range reach {
			if to <= until[k] {
				continue
			}
			until[k] = to
			if to == i+1 {
				row[featPhrase+3*k] = 1
				continue
			}
			row[featPhrase+3*k+1] = 1
			for j := i + 1; j < to; j++ {
				out[int(j-begin)*width+featPhrase+3*k+2] = 1
			}
		}
	}
}
