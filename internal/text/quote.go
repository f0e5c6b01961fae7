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
