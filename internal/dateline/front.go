package dateline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
	"sayso/internal/text"
)

// reading is the work on one article.
type reading struct {
	t      *tables
	a      *sayso.Article
	text   string
	blocks []block
	front  text.Front
	gaps   []sayso.Gap

	line   line // the dateline, where found is set
	found  bool
	at     int // the index of the block it begins
	report int // the index of the first block of the report
}

func (r *reading) of(b block) string { return r.text[b.from:b.to] }

// How many blocks into the text a dateline may stand: the less is printed, the nearer.
const (
	farthest      = 24
	farthestDated = 14
	farthestPlace = 8
)

// find looks for the dateline among the first blocks.
func (r *reading) find() {
	told := 0 // paragraphs of a report that began without a dateline
	for k, b := range r.blocks[:min(len(r.blocks), farthest)] {
		if told >= 2 {
			return
		}
		if b.to-b.from >= 160 && wordsIn(r.of(b)) >= 20 && lastRune(strings.TrimRight(r.of(b), "\"”’'")) == '.' {
			told++
		}
		l, ok := r.t.scan(r.text[b.from:min(len(r.text), b.from+2*window)])
		if !ok || l.agency == "" && k > farthestDated || l.agency == "" && !l.dated && k > farthestPlace {
			continue
		}
		if l.place == "" && r.t.rule(r.of(b), "end") != "" { // "(AP) — Copyright 2021."
			continue
		}
		l.from += b.from
		l.to += b.from
		l.after += b.from
		r.line, r.found, r.at = l, true, k
		return
	}
	for k := range r.blocks[:min(len(r.blocks), 3)] {
		if r.inside(k) {
			return
		}
	}
}

// inside looks for a dateline with date or known place and a known agency
// within a block whose line breaks were lost: "By Ana Petrova TBILISI, May 19
// (Reuters) - ". The block is cut in two there.
func (r *reading) inside(k int) bool {
	b := r.blocks[k]
	line := r.text[b.from:min(b.to, b.from+250)]
	for i := 1; i < len(line); i++ {
		if line[i-1] != ' ' || line[i] < 'A' || line[i] > 'Z' || i+2 >= len(line) || line[i+1] >= 'a' || !strings.Contains(line[i:], "(") {
			continue
		}
		if before := strings.TrimRight(line[:i], " "); before == "" || strings.ContainsRune("\"“”,;(", lastRune(before)) || allCaps(before) {
			continue
		}
		at := b.from + i
		l, ok := r.t.scan(r.text[at:min(len(r.text), at+2*window)])
		if !ok || l.place == "" || !allCaps(l.place) || !r.t.knows(l.agency) || !l.dated && !r.t.cities[fold(l.place)] {
			continue
		}
		l.from, l.to, l.after = l.from+at, l.to+at, l.after+at
		r.blocks = slices.Insert(r.blocks, k, block{b.from, b.from + len(strings.TrimRight(line[:i], " "))})
		r.blocks[k+1].from = at
		r.line, r.found, r.at = l, true, k+1
		return true
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// sort gives every block before the report its part: what is not part of the
// report, headline, author's line, time, notes and standfirst.
func (r *reading) sort() {
	stop := len(r.blocks)
	if r.found {
		stop = r.at
	}
	headed := !r.front.Headline.Empty()
	for k := 0; k < stop; k++ {
		b := r.blocks[k]
		line := r.of(b)
		what := r.t.rule(line, "front")
		switch {
		case what == "outside" && (k < stop-1 || r.found) && len(line) < 80:
			r.outside(b)
			continue
		case telex(line):
			r.outside(b)
			continue
		case what == "time" && len(line) < 200, r.dateLine(b), headed && r.datedOutlet(b):
			r.time(b)
			continue
		case what == "note" && (k > 0 || strings.HasPrefix(line, "*")) && len(line) < 300:
			r.outside(b)
			continue
		case isByline(line) && len(line) < 160:
			r.byline(b)
			continue
		case r.agencyLine(line):
			r.outside(b)
			continue
		}
		switch what {
		case "update", "correction", "withdrawal":
			r.status(sayso.Status(what))
			if headed || line[0] == '(' || line[0] == '*' || k+1 < stop && !r.headlike(k+1) && len(r.blocks) > 2 && !r.headlike(k) {
				r.outside(b)
				continue
			}
		}
		switch {
		case !headed:
			if r.headlike(k) {
				b = r.datedHeadline(b)
				r.front.Headline = b.span()
				if r.a.Headline == "" {
					r.a.Headline = strings.TrimLeft(strings.TrimSuffix(strings.Join(strings.Fields(r.of(b)), " "), ";"), "^")
				}
				headed = true
				continue
			}
		case r.front.Standfirst.Empty() && r.standfirst(k):
			r.front.Standfirst = b.span()
			continue
		case r.found:
			// Between headline and dateline, and no standfirst: a second one, a caption.
			if k == stop-1 && !r.front.Standfirst.Empty() {
				r.front.Standfirst = r.front.Standfirst.Union(b.span())
			} else {
				r.outside(b)
			}
			continue
		}
		if !r.found {
			r.report = k
			return
		}
		r.outside(b)
	}
	r.report = stop
}

func (r *reading) outside(b block) { r.front.Outside = append(r.front.Outside, b.span()) }

func (r *reading) status(s sayso.Status) {
	if r.a.Status == "" || s == sayso.StatusWithdrawal || s == sayso.StatusCorrection && r.a.Status == sayso.StatusUpdate {
		r.a.Status = s
	}
}

// agencyLine reports whether a line holds nothing but an agency's name, and
// notes whose text it is.
func (r *reading) agencyLine(line string) bool {
	name, ok := r.t.agencies[fold(strings.Trim(line, " ()."))]
	if !ok || len(line) > 40 {
		return false
	}
	if r.a.Agency == "" {
		r.a.Agency = name
	}
	return true
}

func (r *reading) byline(b block) {
	r.front.Byline = r.front.Byline.Union(b.span())
	authors, agency := r.t.byline(r.of(b))
	if r.a.Byline == "" {
		r.a.Byline = authors
	}
	if name := r.t.agencies[fold(agency)]; name != "" && r.a.Agency == "" {
		r.a.Agency = name
	}
}

// headlike reports whether block k can be the headline, the report beginning
// at block stop, or at an unknown one where no dateline was found.
func (r *reading) headlike(k int) bool {
	b := r.blocks[k]
	line := r.of(b)
	if b.to-b.from > 250 || strings.Count(line, "\n") > 3 || isByline(line) {
		return false
	}
	if r.found {
		return true
	}
	if k+1 >= len(r.blocks) {
		return false
	}
	next := r.nextText(k)
	if next.empty() {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"”’'"))
	length, follows := b.to-b.from, next.to-next.from
	for j := k + 1; j < len(r.blocks) && j <= k+3; j++ { // a short standfirst may stand between
		follows = max(follows, r.blocks[j].to-r.blocks[j].from)
	}
	switch {
	case last == ';' && length <= 160: // a headline of two lines; the second is the standfirst
		return follows > length
	case strings.HasPrefix(line, "\"") || strings.HasPrefix(line, "“"):
		return !ends(last) && follows > length/2 && length < 160
	case !ends(last):
		return length <= 200 && (follows > length/2 || titled(line)) && wordsIn(line) <= 30
	}
	return (titled(line) && length <= 160 || length <= 70 && last == '.') && follows > length*3/2 && !r.hasWeekday(line) || last == '?' && length <= 110 && follows > length
}

// datedHeadline takes a full date with its weekday off the end of a headline's
// line and notes it as the day of publication.
func (r *reading) datedHeadline(b block) block {
	line := r.of(b)
	i := strings.LastIndex(line, "day, ")
	if i < 0 || len(line)-i > 30 {
		return b
	}
	j := strings.LastIndexByte(line[:i], ' ') + 1
	d, ok := r.t.dateIn(line[j:], true)
	if j < 10 || !ok || d.year == 0 || !d.named {
		return b
	}
	if r.a.Published == "" {
		r.a.Published, r.a.PublishedFrom = d.String(), sayso.PublishedDateline
	}
	r.outside(block{b.from + j, b.to})
	return block{b.from, b.from + len(strings.TrimRight(line[:j], " "))}
}

// nextText returns the next block after k that is neither byline nor time nor
// outside the report.
func (r *reading) nextText(k int) block {
	for _, b := range r.blocks[k+1:] {
		line := r.of(b)
		if what := r.t.rule(line, "front"); what == "outside" || what == "time" || what == "note" || isByline(line) || telex(line) || r.dateLine(b) {
			continue
		}
		return b
	}
	return block{}
}

func (r *reading) hasWeekday(line string) bool {
	for _, w := range wordsOf(line) {
		if _, ok := r.t.weekdays[fold(w)]; ok && len(w) > 5 {
			return true
		}
	}
	return false
}

func ends(r rune) bool { return r == '.' || r == '?' || r == '!' || r == ':' || r == ';' || r == ',' }

func wordsIn(s string) int { return len(strings.Fields(s)) }

// titled reports whether most longer words of a line are capitalised.
func titled(line string) bool {
	long, capital := 0, 0
	for _, w := range wordsOf(line) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) || unicode.IsDigit(r) {
			capital++
		}
	}
	return long >= 2 && capital*10 >= long*7
}

// standfirst reports whether block k, after the headline, sums up the report
// rather than begins it.
func (r *reading) standfirst(k int) bool {
	b := r.blocks[k]
	line := r.of(b)
	if b.to-b.from > 600 {
		return false
	}
	if r.found {
		return true
	}
	if k+1 >= len(r.blocks) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "\"”’'"))
	head := strings.TrimRight(r.front.Headline.Of(r.text), "\"”’'")
	next := r.blocks[k+1]
	switch {
	case strings.HasSuffix(head, ";"):
		return true
	case strings.HasSuffix(head, ".") && last == '.' && wordsIn(line) <= 12 && !strings.Contains(line, " I ") && next.to-next.from >= 100 && 2*(next.to-next.from) > 3*(b.to-b.from) && !r.hasWeekday(line):
		return true // where headlines end with full stops, so do standfirsts
	}
	return !ends(last) && wordsIn(line) >= 5 && b.to-b.from <= 350
}
