package entity

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// blend puts the names that the name finder marked and those that capitals and
// tables tell into one list. The finder goes first: a name of the tables is
// added where the finder saw none, and takes the place of the names it holds
// whole where it is known or ends with a word for a body. A name that the tables
// know as another kind gets theirs.
func (f *finding) blend(marked, told []mention) []mention {
	marked = f.mended(f.apart(marked))
	f.poll(marked, told)
	out := make([]mention, 0, len(marked)+len(told)/4)
	i := 0
	for _, r := range told {
		for i < len(marked) && marked[i].last <= r.first {
			out = append(out, marked[i])
			i++
		}
		j := i
		for j < len(marked) && marked[j].first < r.last {
			j++
		}
		known := r.known.form != ""
		switch {
		case f.mistaken(&r):
		case i == j:
			if f.hometown(&r) {
				r.kind = sayso.PlaceEntity
			}
			if r.sure >= 3 && known && !f.worded(&r) || r.kind == sayso.Organization && r.sure >= 2 || f.votes[f.written(&r)].any || f.shortened(&r) || f.hometown(&r) {
				out = append(out, r)
			}
		case j == i+1 && marked[i].first == r.first && marked[i].last == r.last:
			if m := &marked[i]; known && r.known.kind != m.kind && !(i > 0 && f.addressed(&marked[i-1], m)) && (m.kind != sayso.Person || !f.words[m.first].isGiven) {
				m.kind, m.known, m.gender = r.known.kind, r.known, 0
			} else if !known && r.kind == sayso.Organization && r.sure >= 2 && (m.kind == sayso.PlaceEntity || m.kind == sayso.Person && !f.words[m.first].isGiven) {
				m.kind, m.gender = r.kind, 0 // "Lakeside Broadcasting"
			}
		case (known || r.kind == sayso.Organization && r.sure >= 2) && marked[i].first >= r.first && marked[j-1].last <= r.last:
			out = append(out, r)
			i = j
		}
	}
	out = append(out, marked[i:]...)
	for k := range out {
		f.outvote(&out[k])
	}
	slices.SortStableFunc(out, func(a, b mention) int { return cmp.Compare(a.first, b.first) })
	return out
}

// addressed reports whether a place is what follows a town: "Baltimore, MD".
func (f *finding) addressed(town, m *mention) bool {
	return town.kind == sayso.PlaceEntity && m.kind == sayso.PlaceEntity && m.first == town.last+1 && f.lower(town.last, m.first) == ","
}

// worded reports whether a name of the tables is rather a word that opens its
// sentence: the tagger, as the finder, takes "Nice" in "Nice people" for one.
func (f *finding) worded(r *mention) bool {
	return r.last-r.first == 1 && !isName(f.tok(r.first).Tag) && f.opens(r.first, &f.doc.Sents[f.tok(r.first).Sent])
}

// shortened reports whether a name of one word after "the" is the end of a
// longer one ("the Times" after "the Harbour Times"), speaks or follows "Mr."
func (f *finding) shortened(r *mention) bool {
	if i := r.first - 1; r.kind == sayso.Person && f.within(i, r.first) && f.words[i].honor && f.words[i].noun == nil {
		return true // "Mr. Ode"
	}
	if r.last-r.first > 1 {
		return false
	}
	if f.lower(r.first-1, r.first) == "the" && f.votes["… "+f.tok(r.first).Lower].any {
		return true
	}
	i := r.first - 1
	if f.lower(i, r.first) == "the" {
		i--
	}
	return f.lower(i, r.first) == "to" && f.lower(i-1, r.first) == "according" || r.kind != sayso.Person && f.saying(r.last, r.first)
}

// mended drops marked names that are none (a weekday, small letters that no
// table knows), trims others, and joins a person's name that was marked in two.
func (f *finding) mended(marked []mention) []mention {
	taken := map[int32]bool{}
	for k := range marked {
		for i := marked[k].first; i < marked[k].last; i++ {
			taken[i] = true
		}
	}
	free := func(i int32) bool { return !taken[i] }
	out := marked[:0]
	for _, m := range marked {
		f.trim(&m)
		if m.known.form == "" && f.plain(&m) || f.mistaken(&m) || !f.untitle(&m) {
			continue
		}
		f.widen(&m, free)
		if f.sainted(&m) || f.hometown(&m) || f.headsLine(&m) {
			m.kind, m.gender = sayso.PlaceEntity, 0
		}
		if n := len(out) - 1; n >= 0 && out[n].last == m.first && out[n].kind == sayso.Person && m.kind == sayso.Person && f.within(m.first, out[n].first) {
			if f.words[m.first].particle || m.last-m.first == 1 && out[n].last-out[n].first == 1 {
				out[n].last, out[n].head = m.last, m.last-1
				out[n].gender = f.genderOf(out[n].first, m.last)
				continue
			}
		}
		out = append(out, m)
	}
	return out
}

// trim takes off a name what is no part of it: a noun in small letters for what
// it is ("the Harbour Times newspaper", "the West Bank town"), and what follows
// a dash after a person.
func (f *finding) trim(m *mention) {
	last := m.last
	if n := f.words[last-1].noun; last-m.first > 1 && n != nil && shapeOf(f.doc.Word(last-1)) == lowerWord {
		switch {
		case m.kind == sayso.Organization && (n.sector == "JRN" || n.sector == "BUS" || n.sector == "PTY"),
			m.kind == sayso.PlaceEntity && n.kind == sayso.PlaceEntity && shapeOf(f.doc.Word(last-2)) == capWord:
			last--
		}
	}
	for i := m.first + 1; i < last && m.kind == sayso.Person; i++ {
		if f.tok(i).Lower == "-" && !f.tight(i) || f.tok(i).Lower == "–" || f.tok(i).Lower == "—" {
			last = i
		}
	}
	if last != m.last {
		m.last, m.head = last, f.headOf(m.first, last)
		m.known, _ = f.lookup(m.first, last)
	}
}

// mistaken reports whether a name that the tables know is another word here: a small
// word in a text in capitals ("IS"), the first half of "Vice-President", what a
// ministry or minister is called after ("Labour Minister").
func (f *finding) mistaken(m *mention) bool {
	if m.last-m.first > 1 || m.known.form == "" {
		return false
	}
	t, next := f.tok(m.first), m.last
	if shapeOf(m.known.form) == upperWord && (f.upper(m.first-1, m.first) || f.upper(next, m.first)) && t.Tag != 0 && !isName(t.Tag) && !isNoun(t.Tag) && t.Tag != text.JJ {
		return true
	}
	if f.lower(next, m.first) == "-" && f.tight(next) && f.within(next+1, m.first) {
		n := f.words[next+1].noun
		return n != nil && n.use == office
	}
	if !f.within(next, m.first) || shapeOf(f.doc.Word(next)) == lowerWord || m.known.sector != "PTY" {
		return false
	}
	return f.classes.office[f.tok(next).Lower]
}

// upper reports whether token i stands in the sentence of token j and all its
// letters, two or more, are capitals.
func (f *finding) upper(i, j int32) bool {
	return f.within(i, j) && shapeOf(f.doc.Word(i)) == upperWord
}

// plain reports whether a name has no capital where the writer uses them, or is a
// day, a month or a title alone.
func (f *finding) plain(m *mention) bool {
	if m.last-m.first == 1 && f.words[m.first].capital == calendar && !f.words[m.first].isGiven {
		return true
	}
	if n := f.words[m.first].noun; m.last-m.first == 1 && n != nil && n.kind == sayso.Person && n.use == office && m.kind != sayso.Person &&
		(f.lower(m.last, m.first) == "of" || f.lower(m.first-1, m.first) == "the") {
		return true // "the Imam of"
	}
	if w := f.doc.Word(m.first); m.last-m.first == 1 && w[1:] == strings.Repeat("+", len(w)-1) {
		return true // "X follows Z", "A++"
	}
	if m.last-m.first == 1 && f.words[m.first].capital == topic && f.lower(m.first-1, m.first) == "of" {
		return true // "Secretary of Trade"
	}
	for i := m.first; i < m.last; i++ {
		if s := shapeOf(f.doc.Word(i)); s != lowerWord && s != noLetters {
			return false
		}
	}
	return shapeOf(f.doc.Word(f.doc.Sents[f.tok(m.first).Sent].First)) != lowerWord
}

// vote counts what kinds the finder gave one name in the document.
type vote struct {
	any   bool
	kinds [3]int16 // persons, bodies, places
}

var ballot = [3]sayso.EntityType{sayso.Person, sayso.Organization, sayso.PlaceEntity}

// poll counts the kinds of every name marked; the last word of a person's full
// name counts as a person's.
func (f *finding) poll(marked, told []mention) {
	f.votes = make(map[string]vote, len(marked))
	f.surname = map[string]bool{}
	cast := func(name string, kind sayso.EntityType, weight int16) {
		v := f.votes[name]
		v.any = true
		for i, k := range ballot {
			if k == kind {
				v.kinds[i] = min(v.kinds[i]+weight, 1<<14)
			}
		}
		f.votes[name] = v
	}
	for i := 1; i < len(told); i++ {
		a, b := &told[i-1], &told[i]
		if b.first == a.last+1 && f.lower(a.last, a.first) == "(" && f.lower(b.last, b.first) == ")" && f.stands(b, a) {
			cast(f.written(b), a.kind, 4) // "Harbour Safety Board (HSB)"
		}
	}
	for _, names := range [...][]mention{marked, told} {
		for i := range names {
			if m := &names[i]; m.kind == sayso.Organization && m.last-m.first > 1 {
				cast("… "+f.tok(m.last-1).Lower, m.kind, 1)
			}
		}
	}
	for i := range marked {
		m := &marked[i]
		cast(f.written(m), m.kind, 1)
		if m.kind == sayso.Person && m.last-m.first > 1 && m.last-m.first < 5 {
			cast(f.tok(m.last-1).Lower, m.kind, 2)
			f.surname[f.tok(m.last-1).Lower] = true
		}
		if i+1 < len(marked) && marked[i+1].first == m.last+1 && f.lower(m.last, m.first) == "(" && f.stands(&marked[i+1], m) {
			cast(f.written(&marked[i+1]), m.kind, 8)
		}
	}
}

func (f *finding) written(m *mention) string {
	return strings.ToLower(f.doc.Of(f.span(m)))
}

// outvote gives a name the kind that most of its likes have, where a table does
// not know better.
func (f *finding) outvote(m *mention) {
	if m.known.form != "" {
		return
	}
	if m.kind != sayso.PlaceEntity && f.ownsState(m) && !f.surname[f.written(m)] {
		m.kind, m.sure, m.gender, m.number = sayso.PlaceEntity, 3, 0, singularNumber
		return
	}
	v := f.votes[f.written(m)]
	best, mine := 0, int16(0)
	for i, k := range ballot {
		if v.kinds[i] > v.kinds[best] {
			best = i
		}
		if k == m.kind {
			mine = v.kinds[i]
		}
	}
	if f.surname[f.written(m)] && m.kind == sayso.PlaceEntity && (f.tag(m.first-1, m.first) != text.IN || f.tag(m.last, m.first) == text.POS) {
		m.kind, m.sure, m.gender = sayso.Person, 3, 0
		return
	}
	if v.any && v.kinds[best] > mine+1 || v.any && m.sure < 3 {
		m.kind, m.sure = ballot[best], 3
		if m.kind == sayso.Person {
			m.gender = f.genderOf(m.first, m.last)
		}
	}
}
