package page

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"

	"sayso/internal/lexicon"
)

// threshold is the score above which a block is part of the article.
const threshold = 0.7

// never is the score of a block that only speaks of the page: "Advertisement".
const never = -100

// weigh loads the weights of the features, which `sayso train page` makes.
func weigh(models fs.FS) (map[string]float64, error) {
	t, err := lexicon.Read(models, "page.tsv", lexicon.Open("feature"), lexicon.Open("weight"))
	if err != nil {
		return nil, err
	}
	m := make(map[string]float64, len(t.Rows))
	var errs []error
	for _, r := range t.Rows {
		w, err := strconv.ParseFloat(r.Cells[1], 64)
		if err != nil || math.IsNaN(w) || math.IsInf(w, 0) {
			errs = append(errs, fmt.Errorf("%s:%d: weight is %q, want a number", t.Path, r.Line, r.Cells[1]))
		}
		m[r.Cells[0]] = w
	}
	return m, errors.Join(errs...)
}

// score returns the scores of all blocks.
func (x *Extractor) score(s *surroundings) []float64 {
	out := make([]float64, len(s.all))
	for i := range s.all {
		if t := s.all[i].text; len(t) < 60 && slices.Contains(x.begin, strings.ToLower(t)) {
			out[i] = never
			continue
		}
		for _, f := range s.features(x, i) {
			out[i] += x.weights[f]
		}
	}
	return out
}

// decide returns which blocks are the article. Where the scores leave out what
// stands between the headline and the report's first paragraph, it looks again:
// extractors drop leads and datelines.
func (s *surroundings) decide(score []float64) []bool {
	take := make([]bool, len(score))
	first, last := -1, -1
	for i := range score {
		b := &s.all[i]
		take[i] = score[i] > threshold && b.letters > 0
		if take[i] && b.letters >= 60 && ending(b.text) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return s.sentences(take)
	}
	for i := last + 1; i < len(take) && i <= last+3; i++ {
		b := &s.all[i]
		if !take[i] && score[i] > -2 && b.tag == atom.P && b.node.Parent == s.all[last].node.Parent && b.link == 0 && b.letters > 2 && ending(b.text) && (b.te || b.re || s.little()) {
			take[i] = true
		}
	}
	for i := first - 1; i >= max(0, first-8); i-- {
		b := &s.all[i]
		if take[i] || b.letters == 0 || score[i] == never {
			continue
		}
		if s.isTitle(i) {
			break
		}
		if s.datelineBlock(i) && (i+1 == first || take[i+1]) || s.leadBlock(i, score[i]) {
			take[i] = true
		}
	}
	for i := first + 1; i < last; i++ {
		b := &s.all[i]
		if !take[i] && take[i-1] && score[i] > -1 && b.letters >= 40 && ending(b.text) && b.tag == atom.P && b.link*2 < len(b.text) &&
			(b.t > .9 || b.r > .9) && s.parents[b.node.Parent] > 0 && !b.within.hidden {
			take[i] = true
		}
	}
	return take
}

// sentences takes what looks like sentences from a page that has too little
// text to weigh, where nothing was taken yet.
func (s *surroundings) sentences(take []bool) []bool {
	little := s.little()
	if slices.Contains(take, true) {
		for i := 1; i < len(take); i++ {
			b := &s.all[i]
			take[i] = take[i] || little && take[i-1] && b.tag == atom.P && b.link == 0 && b.letters > 2 && ending(b.text) && b.node.Parent == s.all[i-1].node.Parent
		}
		return take
	}
	for i := range take {
		b := &s.all[i]
		take[i] = little && b.letters >= 20 && ending(b.text) && b.link == 0 && !b.within.nav && !b.within.footer && !b.within.hidden && b.within.hints&(hintComment|hintRelated|hintAd) == 0
	}
	return take
}

// little reports whether the page has no more text than a short note.
func (s *surroundings) little() bool {
	letters := 0
	for i := range s.all {
		letters += s.all[i].letters
	}
	return letters < 2000
}

func (s *surroundings) isTitle(i int) bool {
	p := plain(s.all[i].text)
	return p != "" && strings.Contains(s.title, "\x00"+p+"\x00")
}

// leadBlock reports whether block i, before the first paragraph taken, is a
// sentence of the article all the same.
func (s *surroundings) leadBlock(i int, score float64) bool {
	b := &s.all[i]
	if b.letters < 24 || b.letters < 50 && b.r < .9 || !ending(b.text) || b.link*2 > len(b.text) || b.within.hidden || b.within.nav || b.within.footer {
		return false
	}
	own := b.within.hints &^ s.boxHints
	if own&(hintRelated|hintComment|hintAd|hintShare|hintCaption) != 0 {
		return false
	}
	return (b.t > .9 || b.r > .9) && (score > -2 || own&hintSummary != 0) || own&hintSummary != 0 && score > -2.5
}

// datelineBlock reports whether block i is a dateline that stands in an
// element of its own: "OSLO, March 4 (Agency) —".
func (s *surroundings) datelineBlock(i int) bool {
	t := s.all[i].text
	if len(t) < 4 || len(t) > 70 || s.all[i].within.hints&^s.boxHints&(hintCaption|hintComment|hintRelated) != 0 {
		return false
	}
	caps := 0
	for _, r := range t {
		if !unicode.IsUpper(r) && (unicode.IsLetter(r) || r == '(' || r == ',') {
			break
		}
		if unicode.IsUpper(r) {
			caps++
		}
	}
	if caps < 3 {
		return false
	}
	return strings.HasSuffix(t, "—") || strings.HasSuffix(t, "–") || strings.HasSuffix(t, "-") || strings.HasSuffix(t, "/.") || strings.HasSuffix(t, "_") ||
		strings.HasSuffix(t, ")") && strings.Contains(t, "(")
}
