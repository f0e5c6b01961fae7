// Package quantity finds numbers with their bounds, what they count, and what
// happened to the people they count.
//
// It works sentence by sentence in three steps. Figures: every number that
// counts, with the words that bound it and the noun phrase around it. Harm: the
// verb, noun or state that rules the figure, before it ("killed 12"), in it ("12
// deaths") or after it ("12 people were killed"); where these are too far off, the
// sentence's tree if it has one. Sharing: lists, parts and
// totals hand harm on ("12 people and a child", "three of them"). Harm that is
// only foreseen, planned or denied is left out and noted as a gap.
package quantity

import (
	"io/fs"
	"math"

	"sayso"
	"sayso/internal/text"
)

// Finder finds quantities. It is safe for concurrent use.
type Finder struct {
	words   words
	classes *classes
}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) {
	l, c, err := load(rules)
	if err != nil {
		return nil, err
	}
	return &Finder{l, c}, nil
}

// Find returns the quantities of a document in text order, and a gap for each
// number of people whose harm the text does not tell as happened.
func (f *Finder) Find(doc *text.Doc, times []sayso.Timex, places []sayso.Place, told sayso.Attribution) ([]sayso.Quantity, []sayso.Gap) {
	var (
		all   []figure
		s     sentence
		at    int // first time expression that may reach into the sentence
		sents = make([]int32, 0, 16)
	)
	s.doc, s.classes, s.ill = doc, f.classes, f.ill(doc)
	for k := range doc.Sents {
		sent := doc.Sents[k]
		for at < len(times) && times[at].Span.End <= sent.Span.Start {
			at++
		}
		if !f.prepare(&s, sent, times[at:]) {
			continue
		}
		if n := len(sents); n == 0 || int(sents[n-1]) < k-1 {
			s.told = 0
		}
		base := len(all)
		all = s.figures(all)
		if len(all) == base {
			continue
		}
		s.resolve(all, base)
		for i := base; i < len(all); i++ {
			if all[i].whole < -1 {
				all[i].whole = base + (-2 - all[i].whole)
			}
			sents = append(sents, int32(k))
		}
	}
	return f.assemble(doc, all, sents, times, places, told)
}

// ill reports whether a document tells of illness: three or more words of it,
// and at least one in a hundred.
func (f *Finder) ill(doc *text.Doc) bool {
	n := 0
	for i := range doc.Tokens {
		if w := f.words[doc.Tokens[i].Lower]; w != nil && w.ill {
			n++
		}
	}
	return n >= 3 && n*100 >= len(doc.Tokens)
}

// prepare looks up the sentence's words; it is false where no number, "a" or
// "no" stands in it, and nothing is done.
func (f *Finder) prepare(s *sentence, sent text.Sentence, times []sayso.Timex) bool {
	s.first, s.last = sent.First, sent.Last
	s.words, s.kinds, s.timed = s.words[:0], s.kinds[:0], s.timed[:0]
	s.harmed = false
	any := false
	for i := s.first; i < s.last; i++ {
		t := &s.doc.Tokens[i]
		w := f.words[t.Lower]
		s.words = append(s.words, w)
		s.timed = append(s.timed, false)
		any = any || t.Lower[0] >= '0' && t.Lower[0] <= '9' || t.UPOS == text.NUM || t.UPOS == text.DET || t.Lower == "nobody" || t.Lower == "none" || t.UPOS == 0 || t.UPOS == text.NOUN || t.UPOS == text.ADJ
	}
	if !any {
		return false
	}
	for _, x := range times {
		if x.Span.Start >= sent.Span.End {
			break
		}
		a, b := s.doc.TokensIn(x.Span)
		for i := max(a, s.first); i < min(b, s.last); i++ {
			s.timed[i-s.first] = true
		}
	}
	for i := s.first; i < s.last; i++ {
		s.kinds = append(s.kinds, s.classify(i))
	}
	return true
}

// assemble makes quantities of the figures worth keeping.
func (f *Finder) assemble(doc *text.Doc, all []figure, sents []int32, times []sayso.Timex, places []sayso.Place, told sayso.Attribution) ([]sayso.Quantity, []sayso.Gap) {
	var (
		out  []sayso.Quantity
		gaps []sayso.Gap
		ids  = make([]sayso.QuantityID, len(all))
	)
	for i := range all {
		g := &all[i]
		span := doc.Range(g.first, g.last)
		if g.doubt != "" {
			gaps = append(gaps, sayso.NewGap("quantity", g.doubt, span))
		}
		unit := f.unit(doc, g)
		if unit == "" {
			continue
		}
		q := sayso.Quantity{ID: sayso.QuantityID(len(out) + 1), Span: span, Low: side(g.low), High: side(g.high), Bound: g.bound,
			Unit: unit, Harm: harmNames[g.harm], Increment: g.increment, By: g.by}
		if q.By == "" {
			q.By = "rule:number"
		}
		if unit == "person" {
			q.Who = g.who
		}
		if g.head >= 0 {
			of := doc.Tokens[g.head].Span
			q.Of = &of
		}
		q.Time, q.Place = nearestTime(span, doc.Sents[sents[i]].Span, times), nearestPlace(span, doc.Sents[sents[i]].Span, places)
		q.Voice, q.Claim = told.VoiceAt(span)
		ids[i] = q.ID
		if g.whole >= 0 {
			q.PartOf = sayso.QuantityID(-1 - g.whole) // resolved below, once every id is known
		}
		out = append(out, q)
	}
	for i := range out {
		if p := out[i].PartOf; p < 0 {
			out[i].PartOf = ids[-1-p]
		}
	}
	within(out, places)
	return out, gaps
}

// unit returns what a figure is counted in, "" where it is not worth keeping.
func (f *Finder) unit(doc *text.Doc, g *figure) string {
	switch {
	case g.unit != "":
		return g.unit
	case g.age:
		return ""
	case g.class == groupNoun && g.kind == plainFigure:
		return "other"
	case g.harm != 0:
		return "person"
	case g.crowd:
		return "person"
	case g.kind != plainFigure || g.head < 0 || g.doubt != "" || g.low == 1 && g.high == 1:
		return ""
	case g.class == personNoun:
		return "person"
	}
	if w := f.words[doc.Tokens[g.head].Lower]; w != nil && w.noun == timeNoun {
		return ""
	} else if w != nil && w.money != "" { // "90 Australian dollars"
		return "money"
	}
	return "other"
}

// side returns one end of a number, nil where it is open.
func side(v float64) *float64 {
	if math.IsInf(v, 0) {
		return nil
	}
	return &v
}

// nearestTime returns the point in time named nearest to a span in its sentence.
func nearestTime(at, sent sayso.Span, times []sayso.Timex) (id sayso.TimexID) {
	i := nearest(at, sent, len(times), func(i int) (sayso.Span, bool) {
		return times[i].Span, times[i].Type != sayso.TimexSet && times[i].Type != sayso.TimexDuration
	})
	if i >= 0 {
		id = times[i].ID
	}
	return id
}

// nearestPlace returns the literal place named nearest to a span in its sentence.
func nearestPlace(at, sent sayso.Span, places []sayso.Place) (id sayso.PlaceID) {
	i := nearest(at, sent, len(places), func(i int) (sayso.Span, bool) { return places[i].Span, places[i].Literal })
	if i >= 0 {
		id = places[i].ID
	}
	return id
}

// nearest returns the index of the item nearest to a span among those that fit
// and lie in its sentence, or -1. Of n items in text order it looks at the eight
// next to the span on either side; of two equally near the earlier wins.
func nearest(at, sent sayso.Span, n int, item func(int) (sayso.Span, bool)) int {
	spanOf := func(i int) sayso.Span { s, _ := item(i); return s }
	mid := firstFrom(n, func(i int) bool { return spanOf(i).Start >= at.Start })
	best, found := int32(math.MaxInt32), -1
	for i := max(0, mid-8); i < min(n, mid+8); i++ {
		s, fits := item(i)
		if fits && sent.Contains(s) && distance(at, s) < best {
			best, found = distance(at, s), i
		}
	}
	return found
}

// firstFrom returns the smallest i in [0, n) where yes holds, n where it nowhere does.
func firstFrom(n int, yes func(int) bool) int {
	lo, hi := 0, n
	for lo < hi {
		if m := (lo + hi) / 2; yes(m) {
			hi = m
		} else {
			lo = m + 1
		}
	}
	return lo
}

func distance(a, b sayso.Span) int32 {
	if b.Start >= a.End {
		return b.Start - a.End
	}
	return max(a.Start-b.End, 0)
}
