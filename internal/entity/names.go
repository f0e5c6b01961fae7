package entity

import (
	"sayso"
	"sayso/internal/text"
)

// tagged takes the names that the name finder marked; it reports whether the
// finder has read the document, as trees or names in it show.
func (f *finding) tagged() bool {
	ran := false
	for i := range f.doc.Tokens {
		if t := &f.doc.Tokens[i]; t.Name != text.OutsideName || t.Head != text.Unparsed {
			ran = true
			break
		}
	}
	for i := int32(0); i < f.size(); {
		tag := f.tok(i).Name
		if tag == text.OutsideName {
			i++
			continue
		}
		kind, inside := kinds[tag], tag+tag%2 // begin tags are odd, each followed by its inside tag
		last := i + 1
		for last < f.size() && f.tok(last).Name == inside && f.tok(last).Sent == f.tok(i).Sent {
			last++
		}
		f.named(i, last, kind, 3)
		i = last
	}
	return ran
}

var kinds = [...]sayso.EntityType{
	text.BeginPerson: sayso.Person, text.InsidePerson: sayso.Person,
	text.BeginOrganization: sayso.Organization, text.InsideOrganization: sayso.Organization,
	text.BeginPlace: sayso.PlaceEntity, text.InsidePlace: sayso.PlaceEntity,
}

// named adds a name mention; a possessive mark at its end stays outside.
func (f *finding) named(first, last int32, kind sayso.EntityType, sure int8) {
	for last > first && (f.tok(last-1).Tag == text.POS || last-first > 1 && f.words[last-1].capital == calendar && f.words[last-1].head == "" && !f.words[last-1].isGiven) {
		last--
	}
	if first == last {
		return
	}
	m := mention{first: first, last: last, head: f.headOf(first, last), form: sayso.NameMention, kind: kind, sure: sure, possessor: -1}
	if k, ok := f.lookup(first, last); ok && (k.kind == kind || sure < 3) {
		m.known = k
	}
	switch kind {
	case sayso.Person:
		m.gender, m.number = f.genderOf(first, last), singularNumber
	case sayso.Organization, sayso.PlaceEntity:
		m.number = singularNumber
	}
	f.add(m)
}

// headOf returns the head token of a name: its last word, or the last before "of" and the like.
func (f *finding) headOf(first, last int32) int32 {
	for i := first + 1; i < last; i++ {
		switch f.tok(i).Lower {
		case "of", "for", "in", "at", "on":
			return i - 1
		}
	}
	return last - 1
}

// genderOf returns the gender of a person's given name or of the honorific before the name.
func (f *finding) genderOf(first, last int32) gender {
	if first > 0 && f.within(first-1, first) {
		if w := f.words[first-1]; w.honors != 0 {
			return w.honors
		}
		if n := f.words[first-1].noun; n != nil && n.gender != 0 {
			return n.gender
		}
	}
	for i := first; i < last-1 || i == first && last-first == 1; i++ {
		if w := f.words[i]; w.isGiven && w.given != 0 && (last-first > 1 || !w.weak) {
			return w.given
		}
		if f.tok(i).Tag == text.HYPH {
			break
		}
	}
	return 0
}

// lookup returns what the tables know about the name of tokens [first, last).
// Names in capitals alone ("WHO") must stand so in the text.
func (f *finding) lookup(first, last int32) (known, bool) {
	w := f.words[first]
	if w.longest == 0 || last-first > int32(w.longest) {
		return known{}, false
	}
	span := f.doc.Range(first, last)
	f.buf = f.buf[:0]
	for i := first; i < last; i++ {
		if i > first && f.tok(i).Span.Start > f.tok(i-1).Span.End {
			f.buf = append(f.buf, ' ')
		}
		f.buf = append(f.buf, f.tok(i).Lower...)
	}
	k, ok := f.known[string(f.buf)]
	if !ok {
		return known{}, false
	}
	if shapeOf(k.form) == upperWord && f.doc.Of(span) != k.form {
		return known{}, false
	}
	return k, true
}
