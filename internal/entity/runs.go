package entity

import (
	"strings"
	"unicode/utf8"

	"sayso"
	"sayso/internal/text"
)

// runs finds names by their capitals, for documents that no name finder has
// read: runs of capitalised words are split at titles and what the tables know.
func (f *finding) runs(styles []style) {
	for k := range f.doc.Sents {
		s := &f.doc.Sents[k]
		for i := s.First; i < s.Last; {
			first, last := f.run(i, s, styles[k])
			if first == last {
				i++
				continue
			}
			f.split(first, last)
			i = last
		}
	}
	f.agree()
}

// run returns the run of name words that begins at token i.
func (f *finding) run(i int32, s *text.Sentence, st style) (first, last int32) {
	first, last = i, i
	for last < s.Last {
		if f.capital(last, s, st) {
			last++
			continue
		}
		n := f.joint(first, last, s, st)
		if n == 0 {
			break
		}
		last += n
	}
	return first, last
}

// capital reports whether token i is written as part of a name.
func (f *finding) capital(i int32, s *text.Sentence, st style) bool {
	t, w := f.tok(i), f.words[i]
	word := f.doc.Word(i)
	sh := shapeOf(word)
	if sh == noLetters || t.Joined && t.Tag == text.POS || w.capital == calendar || w.capital == common {
		return false
	}
	switch t.Tag {
	case text.NNP, text.NNPS:
	case text.NN, text.NNS, text.JJ, text.VBG, text.VBN, text.FW, text.XX, text.GW, text.RB, text.VB, text.VBD, text.VBP, text.VBZ, text.UH, text.LS, text.ADD, text.AFX, text.JJS, text.JJR, 0:
		if sh == lowerWord {
			return w.particle && st != shouted && i+1 < s.Last && f.compound(i, s)
		}
	default:
		return false
	}
	if sh == lowerWord { // tagged a name, written small: only as "al-Qaeda", "bin Laden"
		return w.particle && i+1 < s.Last && (f.compound(i, s) || shapeOf(f.doc.Word(i+1)) == capWord && isName(f.tok(i+1).Tag))
	}
	_, isKnown := f.lookup(i, i+1)
	evidence := isKnown || f.seen[t.Lower]&large != 0 && f.seen[t.Lower]&small == 0
	switch st {
	case shouted:
		return evidence || w.isGiven && !w.weak || isName(t.Tag) && f.seen[t.Lower]&small == 0 && w.noun == nil
	case titled:
		return evidence || isName(t.Tag) && f.seen[t.Lower]&small == 0
	}
	if f.opens(i, s) {
		if isName(t.Tag) {
			return evidence || f.seen[t.Lower]&small == 0 || f.capitalAfter(i, s)
		}
		if w.capital == topic && f.capitalAfter(i, s) && f.words[i+1].head == sayso.Organization {
			return true // "Interior Ministry"
		}
		return (evidence || w.isGiven && !w.weak) && t.Tag != text.UH && f.seen[t.Lower]&small == 0
	}
	return isName(t.Tag) || sh != lowerWord && t.Tag != text.UH && t.Tag != text.LS
}

func (f *finding) capitalAfter(i int32, s *text.Sentence) bool {
	return i+1 < s.Last && isName(f.tok(i+1).Tag) && shapeOf(f.doc.Word(i+1)) != lowerWord
}

// compound reports whether token i is tied by a hyphen to a word with a capital: "al-Qaeda".
func (f *finding) compound(i int32, s *text.Sentence) bool {
	return i+2 < s.Last && f.doc.Word(i+1) == "-" && f.tight(i+1) && f.tight(i+2) && shapeOf(f.doc.Word(i+2)) == capWord
}

// tight reports whether token i follows the one before it without a blank.
func (f *finding) tight(i int32) bool {
	return i > 0 && f.tok(i).Span.Start == f.tok(i-1).Span.End
}

// joint returns how many tokens at i, none of them a name word, tie the run
// [first, i) to a name word after them; 0 where none do.
func (f *finding) joint(first, i int32, s *text.Sentence, st style) int32 {
	if first == i || i+1 >= s.Last {
		return 0
	}
	next := func(n int32) bool { return i+n < s.Last && f.capital(i+n, s, st) }
	before, t := f.words[i-1], f.tok(i)
	switch {
	case t.Lower == "-" && f.tight(i) && f.tight(i+1) && next(1):
		_, a := f.lookup(i-1, i)
		_, b := f.lookup(i+1, i+2)
		if a && b {
			return 0 // "Kuwait-Iraq"
		}
		return 1
	case t.Lower == "&" && next(1):
		return 1
	case (t.Lower == "of" || t.Lower == "for" || t.Lower == "on") && (before.head != "" || before.noun != nil && before.noun.kind == sayso.Organization):
		if t.Lower == "for" && before.head == sayso.PlaceEntity || t.Lower == "on" && before.noun == nil && before.sector != "GOV" {
			return 0
		}
		if next(1) {
			return 1
		}
		if f.lower(i+1, i) == "the" && next(2) && t.Lower == "of" {
			return 2
		}
	case t.Lower == "and" && before.capital == topic && next(1):
		if after := f.words[i+1]; after.capital == topic || after.head == sayso.Organization {
			return 1
		}
	case t.Tag == text.POS && next(1):
		if n := before.noun; n != nil && (n.kind == sayso.Person || n.kind == sayso.Group) && f.words[i+1].head != "" {
			return 1 // "Children's Hospital"
		}
	case before.particle || f.words[i].particle:
		if shapeOf(f.doc.Word(i)) != lowerWord || t.Lower == "a" || t.Lower == "e" || t.Lower == "y" {
			return 0
		}
		if next(1) {
			return 1
		}
		if i+2 < s.Last && f.words[i+1].particle && next(2) {
			return 2 // "van der Bellen"
		}
	}
	return 0
}

// split cuts a run into names: the words after the last title are a person, what
// stands before it is a body or place or belongs to the title.
func (f *finding) split(first, last int32) {
	if k, ok := f.lookup(first, last); ok {
		f.named(first, last, k.kind, 3)
		return
	}
	for last-first > 1 && f.words[first].honor && (!f.endsBody(first+1, last) || f.words[first].noun == nil) {
		first++
		if !f.words[first].honor {
			f.person(first, last)
			return
		}
	}
	for i := last - 2; i >= first; i-- {
		w := f.words[i]
		isTitle := w.honor && i > first || w.noun != nil && w.noun.kind == sayso.Person && w.noun.use != kin && !w.isGiven
		if !isTitle || f.endsBody(i+1, last) || f.words[i+1].head != "" && last-i == 2 {
			continue
		}
		if f.inKnown(first, i, last) {
			break
		}
		if i > first {
			f.body(first, i)
		}
		f.person(i+1, last)
		return
	}
	if w := f.words[last-1]; w.noun != nil && w.noun.kind == sayso.Person && w.head == "" && !w.isGiven {
		if last-1 > first && (w.noun.use == office || w.noun.use == agent || f.seen[f.tok(last-1).Lower]&small != 0 || w.noun.use == source) {
			f.body(first, last-1) // "Roscosmos Director"
			return
		}
		if last-1 == first {
			return // "the President"
		}
	}
	// A place known by itself before a name that is not tied to it: "Moscow Ann Ode".
	if last-first >= 3 && !f.endsBody(first, last) {
		if k, ok := f.lookup(first, first+1); ok && k.kind == sayso.PlaceEntity && f.words[first+1].isGiven && !f.words[first+1].weak {
			f.named(first, first+1, k.kind, 3)
			f.person(first+1, last)
			return
		}
	}
	for first < last-1 && f.words[first].capital == people && !f.endsBody(first, last) {
		first++ // "Russian Ivan Petrov"
	}
	if f.words[last-1].capital == people || last-first == 1 && f.isPeople(first) {
		return // "Kazakh", "Central Asian"
	}
	kind, sure := f.kindOf(first, last)
	f.named(first, last, kind, sure)
}

// isPeople reports whether token i is what a country's people are called.
func (f *finding) isPeople(i int32) bool {
	_, isCountry := f.lookup(i, i+1)
	if isCountry {
		return false
	}
	_, ok := f.ByDemonym(f.tok(i).Lower)
	return ok
}

func (f *finding) person(first, last int32) {
	if last-first > 5 || first == last {
		return
	}
	if last-first == 1 && f.words[first].noun != nil && !f.words[first].isGiven && f.seen[f.tok(first).Lower]&small != 0 {
		return
	}
	f.named(first, last, sayso.Person, 3)
}

// body adds the words before a title where they name a body or place.
func (f *finding) body(first, last int32) {
	for first < last && f.words[first].honor {
		first++
	}
	for first < last && f.words[last-1].capital == topic && !f.endsBody(first, last) {
		last-- // "Foreign" in "Russian Foreign Minister"
	}
	for first < last {
		w := f.words[last-1]
		if w.noun == nil || w.noun.kind != sayso.Person {
			break
		}
		last-- // "Prime", "Deputy"
	}
	if first == last {
		return
	}
	if k, ok := f.lookup(first, last); ok {
		f.named(first, last, k.kind, 3)
		return
	}
	if last-first == 1 && (f.words[first].capital != noCapital || f.isPeople(first)) {
		return
	}
	if f.endsBody(first, last) || shapeOf(f.doc.Word(last-1)) == upperWord {
		f.named(first, last, sayso.Organization, 2)
		return
	}
	for first < last && (f.words[first].capital == people || f.words[first].capital == topic) {
		first++
	}
	for n := last; n > first; n-- {
		if k, ok := f.lookup(first, n); ok {
			f.named(first, n, k.kind, 3)
			return
		}
	}
}

// endsBody reports whether the words end, or begin before "of", with a word for
// a body, place or event.
func (f *finding) endsBody(first, last int32) bool {
	return f.words[last-1].head != "" || f.words[f.headOf(first, last)].head != "" && f.headOf(first, last) != last-1
}

// inKnown reports whether some known name within [first, last) spans token i and the next.
func (f *finding) inKnown(first, i, last int32) bool {
	for a := max(first, i-16); a <= i; a++ {
		for b := min(last, a+int32(f.words[a].longest)); b > i+1; b-- {
			if _, ok := f.lookup(a, b); ok {
				return true
			}
		}
	}
	return false
}

// kindOf returns the kind of a name and how sure that is, from its own words and
// those beside it.
func (f *finding) kindOf(first, last int32) (sayso.EntityType, int8) {
	n := last - first
	head := f.headOf(first, last)
	w := f.words[head]
	if w.head != "" && (n > 1 || w.noun == nil) && !(f.words[first].isGiven && !f.words[first].weak && n == 2 && w.sector == "") {
		if n > 1 {
			return w.head, 2
		}
		return w.head, 0
	}
	if f.classes.place[f.tok(first).Lower] && n > 1 && !f.words[first+1].isGiven {
		return sayso.PlaceEntity, 1
	}
	fw, next := f.words[first], f.lower(last, first)
	if n >= 2 && n <= 4 {
		second := f.doc.Word(first + 1)
		switch {
		case fw.isGiven && !fw.weak, initial(f.doc.Word(first)) && shapeOf(second) == capWord, initial(second) && n >= 3:
			return sayso.Person, 2
		case fw.isGiven && f.seen[f.tok(last-1).Lower]&small == 0:
			return sayso.Person, 1
		}
	}
	if n == 1 && shapeOf(f.doc.Word(first)) == upperWord && utf8.RuneCountInString(f.doc.Word(first)) <= 6 {
		return sayso.Organization, 1
	}
	if next == "who" || f.classes.said[next] || f.lower(first-1, first) == "said" {
		if n <= 3 {
			return sayso.Person, 1
		}
	}
	if next == "," && f.tag(last+1, first) == text.CD && f.lower(last+2, first) == "," {
		return sayso.Person, 2 // "Ann Ode, 57,"
	}
	if n == 1 && fw.isGiven && !fw.weak {
		return sayso.Person, 1
	}
	switch f.lower(first-1, first) {
	case "in", "near", "from", "outside", "across", "at", "into":
		if n <= 2 {
			return sayso.PlaceEntity, 1
		}
	}
	if n == 2 || n == 3 {
		for i := first; i < last; i++ {
			if !isName(f.tok(i).Tag) || f.words[i].capital == topic || f.seen[f.tok(i).Lower]&small != 0 {
				return sayso.Organization, 0
			}
		}
		return sayso.Person, 0
	}
	if n > 3 {
		return sayso.Organization, 0
	}
	return sayso.Other, 0
}

// initial reports whether a word is an initial: "J.".
func initial(w string) bool {
	return len(w) == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z' || len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z'
}

// agree gives names whose kind is doubtful the kind that the same words, or the
// surname's owner, have for sure elsewhere in the document.
func (f *finding) agree() {
	best := make(map[string]mention, len(f.mentions))
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.sure == 0 {
			continue
		}
		key := strings.ToLower(f.doc.Of(f.span(m)))
		if b, ok := best[key]; !ok || m.sure > b.sure {
			best[key] = *m
		}
		if m.kind == sayso.Person && m.last-m.first > 1 {
			for _, i := range [...]int32{m.last - 1, m.first} {
				if key := f.tok(i).Lower; best[key].sure < 2 {
					best[key] = mention{kind: sayso.Person, sure: 2}
				}
			}
		}
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.sure >= 2 {
			continue
		}
		if b, ok := best[strings.ToLower(f.doc.Of(f.span(m)))]; ok && b.sure > m.sure {
			m.kind, m.sure = b.kind, b.sure
		}
		if m.kind == sayso.Person {
			m.gender, m.number = f.genderOf(m.first, m.last), singularNumber
		} else if m.kind == sayso.Organization || m.kind == sayso.PlaceEntity {
			m.number = singularNumber
		}
	}
}
