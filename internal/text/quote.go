package text

import (
	"unicode"
	"unicode/utf8"

	"sayso"
)

// FindQuotes fills in d.Quotes from d.Text and d.Paras. It is a state machine
// over the quotation marks of one paragraph after the other, takes time linear
// in the text and never fails:
//
//   - marks are curly, straight, guillemets, „…“, “…” and single ones, which
//     are told from apostrophes by what stands beside them;
//   - a quotation open at a paragraph's end goes on where the next paragraph
//     opens with the same kind of mark: one Quote, a piece for each paragraph;
//     where it does not, the Quote ends with its paragraph and is Open;
//   - an opening mark where one is open already leaves the earlier quotation
//     Open and ends it there, unless two closing marks follow: then it is nested;
//   - a closing mark with nothing open is passed over.
//
// Quotes stand in order of their opening marks; pieces of one Quote never
// overlap; a Quote's Within is a Quote that holds all of its pieces.
func FindQuotes(d *Doc) {
	d.Quotes = nil
	q := quoter{doc: d}
	for _, p := range d.Paras {
		q.paragraph(p.Span)
	}
	q.abandon(0, int32(len(d.Text)))
	q.drop()
}

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

// pending is a quotation whose closing mark has not come.
type pending struct {
	quote  int32
	family family
	start  int32 // of the piece being read
	over   bool  // left open by the paragraph before
}

type quoter struct {
	doc   *Doc
	marks []mark
	stack []pending // innermost last; at most deepest
	firm  []int32   // for each mark, the firm single closing marks after it
}

// deepest is how many quotations may stand within each other.
const deepest = 4

func (q *quoter) paragraph(at sayso.Span) {
	q.collect(at)
	// What is open goes on only where the paragraph reopens it.
	if n := len(q.stack); n > 0 {
		again := false
		if len(q.marks) > 0 && q.marks[0].first && q.marks[0].open {
			again = q.marks[0].family == q.stack[0].family
		}
		if again {
			q.abandon(1, at.Start)
			q.stack[0].start = q.marks[0].span.Start
			q.stack[0].over = false
		} else {
			q.abandon(0, at.Start)
		}
		if again {
			q.read(1)
			q.suspend(at.End)
			return
		}
	}
	q.read(0)
	q.suspend(at.End)
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
			m.open, m.close, m.firm = apostrophe(s, i, i+n, before, after, open, close, shaped)
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

// apostrophe tells what a single mark between two runes can be: neither where
// it stands inside a word.
func apostrophe(s string, i, j int, before, after rune, mayOpen, mayClose, shaped bool) (open, close, firm bool) {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	open = mayOpen && !word(before) && after != 0 && !unicode.IsSpace(after) && !(unicode.IsPunct(after) && after != '"' && after != '“' && after != '[' && after != '$' && after != '…' && after != '.')
	close = mayClose && before != 0 && !unicode.IsSpace(before) && !word(after)
	if open && elided(s[j:]) {
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

// read runs the machine over the paragraph's marks from mark k on.
func (q *quoter) read(k int) {
	for ; k < len(q.marks); k++ {
		m := q.marks[k]
		top := -1
		for i := len(q.stack) - 1; i >= 0; i-- {
			if closes(m, q.stack[i].family) {
				top = i
				break
			}
		}
		switch {
		case top >= 0 && (m.close && !(m.open && m.family == single) || q.stack[top].family == low):
			if m.family == single && !m.firm && q.firm[k] > 0 {
				continue // a plural's apostrophe: the real mark is still to come
			}
			q.abandon(top+1, m.span.Start)
			q.close(top, m.span.End)
		case !m.open && !(m.family == low):
			if m.family == curly && len(q.stack) == 0 && m.first {
				q.open(m) // ”Like this”
			}
		case m.family == single && q.firm[k] == 0 && !q.closerAfter(k):
			// nothing closes it: an apostrophe
		case top >= 0 && m.family != single && !q.nests(k):
			// Facing the wrong way: the mark before was never closed.
			q.abandon(top, m.span.Start)
			q.open(m)
		default:
			q.open(m)
		}
	}
}

// closerAfter reports whether a mark soon after k can close a single one.
func (q *quoter) closerAfter(k int) bool {
	for i := k + 1; i < len(q.marks) && i < k+9; i++ {
		if q.marks[i].family == single && q.marks[i].close {
			return true
		}
	}
	return false
}

// closes reports whether a mark can end what a mark of family f opened.
func closes(m mark, f family) bool {
	return m.family == f || f == low && m.family == curly || f == straight && m.family == curly && m.close && !m.open || f == curly && m.family == straight && m.close && !m.open ||
		f == paired && m.family == straight && m.close && !m.open
}

// nests reports whether two marks that close follow mark k, so that it can
// stand within another of its family.
func (q *quoter) nests(k int) bool {
	seen := 0
	for i := k + 1; i < len(q.marks) && i < k+12; i++ {
		if m := q.marks[i]; m.family == q.marks[k].family {
			if m.open || !m.close {
				return false
			}
			if seen++; seen == 2 {
				return true
			}
		}
	}
	return false
}

func (q *quoter) open(m mark) {
	if len(q.stack) == deepest {
		return
	}
	within := int32(-1)
	if n := len(q.stack); n > 0 {
		within = q.stack[n-1].quote
	}
	q.stack = append(q.stack, pending{quote: int32(len(q.doc.Quotes)), family: m.family, start: m.span.Start})
	q.doc.Quotes = append(q.doc.Quotes, Quote{Within: within})
}

// close ends the pending quotation i, which is the innermost.
func (q *quoter) close(i int, end int32) {
	p := q.stack[i]
	quote := &q.doc.Quotes[p.quote]
	quote.Pieces = append(quote.Pieces, sayso.Span{Start: p.start, End: end})
	quote.Scare = quote.Within < 0 && len(quote.Pieces) == 1 && scare(q.doc.Of(quote.Pieces[0]))
	q.stack = q.stack[:i]
}

// abandon ends the pending quotations from i inward, unclosed, before byte end.
func (q *quoter) abandon(i int, end int32) {
	for k := len(q.stack) - 1; k >= i; k-- {
		p := q.stack[k]
		quote := &q.doc.Quotes[p.quote]
		quote.Open = true
		if !p.over {
			if s := trim(q.doc.Text, sayso.Span{Start: p.start, End: end}); !s.Empty() {
				quote.Pieces = append(quote.Pieces, s)
			}
		}
	}
	q.stack = q.stack[:min(i, len(q.stack))]
}

// suspend keeps the outermost open quotation for the next paragraph; a single
// mark is not trusted that far.
func (q *quoter) suspend(end int32) {
	if len(q.stack) == 0 {
		return
	}
	q.abandon(1, end)
	p := &q.stack[0]
	if s := trim(q.doc.Text, sayso.Span{Start: p.start, End: end}); !s.Empty() {
		q.doc.Quotes[p.quote].Pieces = append(q.doc.Quotes[p.quote].Pieces, s)
	}
	p.over = true
	if p.family == single {
		q.abandon(0, end)
	}
}

// drop removes quotations without a letter or digit and renumbers Within.
func (q *quoter) drop() {
	to := make([]int32, len(q.doc.Quotes))
	kept := q.doc.Quotes[:0]
	for i, quote := range q.doc.Quotes {
		said := false
		for _, p := range quote.Pieces {
			said = said || wordy(q.doc.Of(p))
		}
		if !said {
			to[i] = -1
			continue
		}
		if quote.Within >= 0 {
			quote.Within = to[quote.Within]
		}
		to[i] = int32(len(kept))
		kept = append(kept, quote)
	}
	q.doc.Quotes = kept
}

func wordy(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// scare reports whether a quotation, marks included, is a word or three set
// off by the writer or a title, rather than speech.
func scare(s string) bool {
	words, capitals, inWord := 0, 0, false
	begins := false // with a capital
	var last rune
	for _, r := range s {
		if unicode.IsSpace(r) {
			inWord = false
			continue
		}
		if !inWord && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			inWord = true
			if words++; unicode.IsUpper(r) {
				capitals++
				begins = begins || words == 1
			}
			if words > 6 {
				return false
			}
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsPunct(r) && (r == '.' || r == ',' || r == '!' || r == '?') {
			last = r
		}
	}
	sentence := last == '.' || last == '!' || last == '?' || last == ','
	if capitals == words && words > 1 && !(last == '!' || last == '?') {
		return true // a title
	}
	return words <= 3 && !(sentence && capitals > 0) && !(words > 1 && begins)
}

// trim takes white space off both ends of a span.
func trim(s string, at sayso.Span) sayso.Span {
	for at.Start < at.End {
		r, n := utf8.DecodeRuneInString(s[at.Start:at.End])
		if !unicode.IsSpace(r) {
			break
		}
		at.Start += int32(n)
	}
	for at.Start < at.End {
		r, n := utf8.DecodeLastRuneInString(s[at.Start:at.End])
		if !unicode.IsSpace(r) {
			break
		}
		at.End -= int32(n)
	}
	return at
}
