// Package timex finds expressions of time and what they mean, as TIMEX3 of
// ISO-TimeML (Pustejovsky et al. 2010): dates, times of day, durations and
// sets, reckoned from the day of publication and from what the text has told
// before. It reads no clock.
//
// The words are tables below rules/timex, and constructions are pattern files
// there: they recognise, this package reckons. How dates and lengths are built
// from words is here.
// A sentence is read left to right. At each token every kind of expression is
// tried and the longest kept; since reckoning needs only what stands before, a
// date is known as soon as it is read.
package timex

import (
	"errors"
	"io/fs"
	"strings"

	"sayso"
	"sayso/internal/pattern"
	"sayso/internal/text"
)

// Finder finds times. It is safe for concurrent use.
type Finder struct {
	words    tables
	classes  classes
	patterns *pattern.Set
	recipes  map[*pattern.Rule]recipe
	nations  nations
}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) {
	t, err := loadTables(rules)
	if err != nil {
		return nil, err
	}
	for _, w := range starters {
		t.word(w)
	}
	set, recipes, err := loadPatterns(rules)
	n, err2 := loadNations(rules)
	var c classes
	if err := errors.Join(err, err2, c.read(rules)); err != nil {
		return nil, err
	}
	return &Finder{t, c, set, recipes, n}, nil
}

// starters are words of the grammar that may begin a time.
var starters = []string{"the", "a", "an", "every", "each", "per", "once", "twice", "half", "first", "second", "third",
	"fourth", "final", "fiscal", "financial", "fy", "these", "those", "all", "our", "entire", "whole", "full", "many"}

// Find returns the times of a document in text order. published is the day to
// reckon from, RFC 3339; "" or a date beginning with XXXX where it is not known.
//
// Spans do not overlap. Parts of a value that nothing settles are X; a date
// whose year is left open is also a gap.
func (f *Finder) Find(doc *text.Doc, published string) ([]sayso.Timex, []sayso.Gap) {
	r := f.start(doc, parsePublished(published))
	para := int32(-1)
	for s := range doc.Sents {
		if p := doc.Sents[s].Para; p != para {
			para, r.story, r.here, r.fresh = p, false, false, false
		}
		r.first, r.end = doc.Sents[s].First, doc.Sents[s].Last
		r.tenses, r.keys, r.listing, r.titled = nil, nil, false, 0
		for i := r.first; i < r.end; {
			m := r.match(i)
			if m.next <= i || r.inName(i, m.next) {
				i++
				continue
			}
			r.emit(i, m)
			i = m.next
		}
	}
	return r.out, r.gaps
}

// start looks up every word of a document.
func (f *Finder) start(doc *text.Doc, pub point) *run {
	r := &run{finder: f, doc: doc, toks: doc.Tokens, words: make([]word, len(doc.Tokens)), pub: pub}
	for i := range r.toks {
		t := &r.toks[i]
		w := &r.words[i]
		low := t.Lower
		if strings.HasPrefix(low, "mid-") {
			w.mod, w.skip = "MID", 4
			low = low[4:]
		}
		w.entry = f.words[low]
		if low != "" && (low[0] >= '0' && low[0] <= '9' || low[0] == '\'') {
			w.read(low)
		} else if len(low) >= 4 && low[:2] == "fy" {
			if w.read(low[2:]); w.shape == intShape {
				w.shape = fiscalShape
			}
		}
		if w.entry == nil {
			w.entry = &noEntry
		}
	}
	return r
}

// run is one document being read.
type run struct {
	finder *Finder
	doc    *text.Doc
	toks   []text.Token
	words  []word

	first, end int32   // the sentence being read
	tenses     []verb  // its finite verb groups; nil until asked for
	keys       []keyed // the rules whose key word it has; nil until asked for
	keys0      []keyed // their room
	titled     uint8   // 1: written as a sentence, 2: as a title; 0 until asked for

	pub      point // the day of publication
	narrated point // the last date told; unit noUnit where there is none
	daily    point // the last day told
	clocked  point // the last time of the clock told, while no other day was
	listing  bool  // narrated stands in the sentence being read
	here     bool  // daily was told in this paragraph
	fresh    bool  // narrated was told in this paragraph
	borrowed bool  // the date being settled has its year from the one told before
	story    bool  // narrated stood in full and lies in another year than publication

	years [13]int // the year that a month without one was last given, by a clear tense

	out  []sayso.Timex
	gaps []sayso.Gap
}

// found is an expression: of a kind, up to token next, with a point or a value.
type found struct {
	next  int32
	typ   sayso.TimexType
	point point
	value string // where there is no point
	mod   string
	span  interval

	gap string // what of it nothing settles, "" where all is
}

// interval is the days [from, to); a side that is not known is not set.
type interval struct {
	from, to       dayNumber
	opened, closed bool // whether from and to are set
}

// match returns the longest time that begins with token i; next is 0 where
// none does.
func (r *run) match(i int32) found {
	var best found
	r.borrowed = false
	w := &r.words[i]
	if w.entry == &noEntry && w.shape == noShape && !r.keyNear(i) {
		if _, ok := r.doc.NumberAt(i); !ok {
			return best
		}
	}
	for _, try := range [...]func(*run, int32) found{(*run).patterned, (*run).timeOfDay, (*run).ranged, (*run).date, (*run).duration, (*run).often} {
		if m := try(r, i); m.next > best.next {
			best = m
		}
	}
	return best
}

// inName reports whether tokens [i, next) are a part of somebody's name that
// goes on beyond them.
func (r *run) inName(i, next int32) bool {
	inside := func(k int32) bool {
		if k < r.first || k >= r.end {
			return false
		}
		switch r.toks[k].Name {
		case text.InsidePerson, text.InsideOrganization:
			return true
		}
		return false
	}
	return inside(i) || r.toks[i].Name != text.OutsideName && inside(next)
}

// scheduled reports whether a verb's present tense tells what is on the calendar.
func (r *run) scheduled(lemma string) bool {
	e := r.finder.words[lemma]
	return e != nil && e.scheduled
}

// plans reports whether a verb sets what is to come.
func (r *run) plans(lemma string) bool {
	e := r.finder.words[lemma]
	return e != nil && e.planning
}

func (r *run) emit(i int32, m found) {
	t := sayso.Timex{Span: r.doc.Range(i, m.next), Type: m.typ, Value: m.value, Mod: m.mod}
	if m.span.opened {
		t.Start = m.span.from.date()
	}
	if m.span.closed {
		t.End = m.span.to.date()
	}
	if m.value == "" {
		p := m.point
		t.Value = p.value()
		if from, to, ok := p.interval(); ok {
			t.Start, t.End = from.date(), to.date()
		}
		if p.year == unknown && (p.month > 0 || p.weekday > 0) {
			why := "nothing settles the year"
			if p.month == 0 {
				why = "nothing settles the week"
			}
			r.gaps = append(r.gaps, sayso.NewGap("timex", why, t.Span))
		}
		r.tell(p)
		r.story = (r.story || r.borrowed || r.inFull(i, m) && (i == r.first || r.lower(i-1) == "in" || r.lower(i-1) == "on" || r.lower(i-1) == ",")) && p.year != r.pub.year
	}
	if m.gap != "" {
		r.gaps = append(r.gaps, sayso.NewGap("timex", m.gap, t.Span))
	}
	t.ID = sayso.TimexID(len(r.out) + 1)
	r.out = append(r.out, t)
}

// tell makes p the time that later expressions point back to.
func (r *run) tell(p point) {
	if p.year == unknown && p.month == 0 {
		return
	}
	r.narrated, r.listing, r.fresh = p, true, true
	if p.unit <= day {
		r.daily, r.here = p.to(day), true
	}
	switch {
	case p.unit >= second && p.unit <= hour && p.hour >= 0:
		r.clocked = p
	case p.unit > hour && p.to(day) != r.clocked.to(day):
		r.clocked = point{}
	}
}

// lower returns token i in lower case, "" outside the sentence.
func (r *run) lower(i int32) string {
	if i < r.first || i >= r.end {
		return ""
	}
	return r.toks[i].Lower
}

// word returns what the tables say of token i.
func (r *run) word(i int32) *entry {
	if i < r.first || i >= r.end {
		return &noEntry
	}
	return r.words[i].entry
}

// shape returns token i's digits.
func (r *run) shape(i int32) *word {
	if i < r.first || i >= r.end {
		return &noWord
	}
	return &r.words[i]
}

func (r *run) tag(i int32) text.Tag {
	if i < r.first || i >= r.end {
		return 0
	}
	return r.toks[i].Tag
}

// capital reports whether token i begins with a capital letter.
func (r *run) capital(i int32) bool {
	if i < r.first || i >= r.end {
		return false
	}
	c := r.doc.Text[r.toks[i].Span.Start+r.words[i].skip]
	return c >= 'A' && c <= 'Z'
}

// touches reports whether token i follows the one before it without a blank.
func (r *run) touches(i int32) bool {
	return i > r.first && i < r.end && r.toks[i].Span.Start == r.toks[i-1].Span.End
}

// hyphen returns the token after i where i is a hyphen inside a word, else i.
func (r *run) hyphen(i int32) int32 {
	switch r.lower(i) {
	case "-", "‐", "‑", "–":
		if r.touches(i) && r.touches(i+1) {
			return i + 1
		}
	}
	return i
}

// phrase returns the token after the words of a phrase that begin at i, and 0
// where they do not stand there.
func (r *run) phrase(i int32, phrase string) int32 {
	for k := i; k < r.end; k++ {
		if k > i && !r.touches(k) {
			if phrase[0] != ' ' {
				return 0
			}
			phrase = phrase[1:]
		}
		low := r.toks[k].Lower
		if len(low) > len(phrase) || phrase[:len(low)] != low {
			return 0
		}
		if phrase = phrase[len(low):]; phrase == "" {
			return k + 1
		}
	}
	return 0
}

// inFull reports whether a date names its month and its year.
func (r *run) inFull(i int32, m found) bool {
	if m.point.month == 0 {
		return false
	}
	for k := i; k < m.next; k++ {
		if s := r.words[k]; s.shape == isoShape || s.shape == slashShape || s.shape == intShape && s.size == 4 {
			return true
		}
	}
	return false
}
