package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// sentences cuts the tokens [first, last) of one paragraph into sentences.
func (d *Doc) sentences(first, last int32) {
	para := int32(len(d.Paras) - 1)
	begin := first
	end := func(stop int32) {
		if stop <= begin {
			return
		}
		for i := begin; i < stop; i++ {
			d.Tokens[i].Sent = int32(len(d.Sents))
		}
		d.Sents = append(d.Sents, Sentence{Span: sayso.Span{Start: d.Tokens[begin].Span.Start, End: d.Tokens[stop-1].Span.End},
			First: begin, Last: stop, Para: para})
		begin = stop
	}
	if stop := d.dateline(first, last); stop > first && stop < last {
		end(stop)
	}
	depth := 0 // round and square brackets open in this sentence
	for i := begin; i < last; {
		t := &d.Tokens[i]
		switch t.Lower {
		case "(", "[":
			depth++
		case ")", "]":
			depth = max(0, depth-1)
		}
		kind := d.stop(i)
		i++
		if kind == noStop {
			continue
		}
		// Closing marks belong to the sentence they close.
		closed := false
		for i < last && d.closes(i) {
			if w := d.Tokens[i].Lower; w == ")" || w == "]" {
				depth = max(0, depth-1)
			}
			closed = true
			i++
		}
		if i < last && d.ends(i, kind, closed, depth) {
			end(i)
			depth = 0
		}
	}
	end(last)
}

type stopKind int

const (
	noStop      stopKind = iota
	fullStop             // "." on its own
	exclamation          // "!", "?"
	ellipsis             // "...", "…"
	abbreviation
)

// stop returns what token i, which may end a sentence, is.
func (d *Doc) stop(i int32) stopKind {
	w := d.Tokens[i].Lower
	switch w[len(w)-1] {
	case '.':
		switch {
		case w == ".":
			return fullStop
		case strings.Trim(w, ".") == "":
			return ellipsis
		case isDigit(w[0]): // the number of a list's item
			return noStop
		case strings.ContainsAny(w, "!?"):
			return exclamation
		}
		return abbreviation
	case '!', '?':
		return exclamation
	}
	if strings.HasPrefix(w, "…") {
		return ellipsis
	}
	return noStop
}

// closes reports whether token i is a mark that closes what stands before it.
func (d *Doc) closes(i int32) bool {
	t := &d.Tokens[i]
	switch t.Lower {
	case ")", "]", "}", "”", "»", "›":
		return true
	case "\"", "'", "''", "″":
		// A straight mark closes where no blank stands before it, or at the end.
		return t.Span.Start == d.Tokens[i-1].Span.End
	}
	return t.Lower == "'" || d.Word(i) == "’"
}

// ends reports whether a sentence ends before token i, after a stop of a kind.
// closed says that closing marks followed the stop; depth counts brackets still open.
func (d *Doc) ends(i int32, kind stopKind, closed bool, depth int) bool {
	word := d.Word(i)
	r, _ := utf8.DecodeRuneInString(word)
	if kind != abbreviation && d.Tokens[i-1].Span.End == d.Tokens[i].Span.Start && !unicode.IsUpper(r) && !isOpening(r) {
		return false // "?," or ".)"
	}
	if depth > 0 && kind != fullStop {
		return false
	}
	j := i
	for int(j) < len(d.Tokens) && (isOpening(r) || r == '\'' || r == '’') {
		if j++; int(j) == len(d.Tokens) {
			return kind != abbreviation
		}
		r, _ = utf8.DecodeRuneInString(d.Word(j))
	}
	switch {
	case unicode.IsLower(r):
		return false
	case kind == abbreviation:
		return d.endsAfterAbbreviation(i-1, j, closed)
	case unicode.IsUpper(r) || unicode.IsDigit(r) || unicode.IsLetter(r):
		if kind == ellipsis {
			return unicode.IsUpper(r) && d.Word(j) != "I" && !strings.HasPrefix(d.Word(j), "I'")
		}
		if kind == fullStop && unicode.IsDigit(r) && i >= 2 && strings.EqualFold(d.Tokens[i-2].Lower, "no") {
			return false
		}
		return true
	case isOpening(r) || isCurrency(r):
		return true
	case r == '-' || r == '–' || r == '—' || r == '*' || r == '•' || r == '#' || r == '@':
		return kind != ellipsis
	}
	return false
}

func isOpening(r rune) bool {
	return strings.ContainsRune("\"“‘«„([{", r)
}

// endsAfterAbbreviation reports whether a sentence ends between the
// abbreviation before (or the closing marks after it) and token next.
func (d *Doc) endsAfterAbbreviation(before, next int32, closed bool) bool {
	for closed && before > 0 && d.closes(before) {
		before--
	}
	w := strings.TrimSuffix(d.Tokens[before].Lower, ".")
	n := d.Word(next)
	if closed && d.Tokens[before].Lower != d.Tokens[next-1].Lower {
		return unicode.IsUpper(first(n))
	}
	if leading[w] || utf8.RuneCountInString(w) == 1 || !unicode.IsUpper(first(n)) {
		return false
	}
	return starters[d.Tokens[next].Lower] && n != "IT"
}

// isCapitals reports whether a word of two letters or more has no small one.
func isCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// dateline returns where the dateline at the beginning of a paragraph ends:
// after the dash in "KYIV, March 3 (AP) —", after the stop in "MOSCOW,
// February 10. /TASS/."; first where there is none.
func (d *Doc) dateline(first, last int32) int32 {
	stop := min(last, first+22)
	if !isCapitals(d.Word(first)) && d.Tokens[first].Lower != "(" {
		return first
	}
	agency := int32(-1)
	for i := first; i < stop; i++ {
		w := d.Word(i)
		switch w {
		case "—", "--", "–", "-", "---":
			spaced := i > first && d.Tokens[i-1].Span.End < d.Tokens[i].Span.Start && i+1 < last && d.Tokens[i].Span.End < d.Tokens[i+1].Span.Start
			if i > first && (spaced || w == "—" || w == "--") && d.datelike(first, i) {
				return i + 1
			}
			if spaced {
				return first
			}
		case "/":
			if agency >= 0 { // the second slash: "/TASS/."
				if i+1 < last && d.Word(i+1) == "." {
					i++
				}
				if agency-first >= 1 && i-agency <= 4 {
					return i + 1
				}
				return first
			}
			agency = i
		}
	}
	return first
}

// datelike reports whether tokens [first, last) hold only what a dateline
// holds: capitals, months, numbers, an agency in brackets.
func (d *Doc) datelike(first, last int32) bool {
	bracket := false
	for i := first; i < last; i++ {
		w := d.Word(i)
		switch {
		case w == "(":
			bracket = true
		case w == ")":
			bracket = false
		case bracket || w == "," || w == "." || w == "/" || isCapitals(w) || isDigit(w[0]) || months[strings.TrimSuffix(d.Tokens[i].Lower, ".")]:
		case i > first && d.Tokens[i-1].Lower == "," && unicode.IsUpper([]rune(w)[0]):
		default:
			return false
		}
	}
	return last-first <= 14
}

var months = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec " +
	"monday tuesday wednesday thursday friday saturday sunday")
