package place

import "sayso/internal/text"

// link finds, for every mention, the mention beside it that says where it
// lies: "Peoria, Ill.", "the Turkish city of Van", "Iraq's Anbar province".
func (f *Finder) link(doc *text.Doc, ms []mention) {
	for i := range ms {
		if i+1 < len(ms) && sameSentence(doc, ms[i+1].first, ms[i].last-1) {
			switch between(doc, f, &ms[i], &ms[i+1]) {
			case thenOuter:
				if f.mayHold(&ms[i+1]) && !f.list(doc, ms, i) && (!ms[i+1].short || f.shortAfter(doc, &ms[i], &ms[i+1])) && f.mayLie(doc, &ms[i], &ms[i+1]) {
					ms[i].container, ms[i+1].contains = int32(i+1), true
					ms[i].near = ms[i+1].first-ms[i].last <= 2
				}
			case thenInner:
				if f.mayHold(&ms[i]) && ms[i+1].container < 0 && !ms[i+1].common && !ms[i].barred {
					ms[i+1].container, ms[i].contains = int32(i), true
					ms[i+1].near = ms[i+1].first-ms[i].last <= 1
					ms[i+1].located = ms[i+1].located || ms[i].demonym == nil
				}
			}
		}
	}
	// "Clark and Greene counties" has two of them.
	for i := len(ms) - 2; i >= 0; i-- {
		if a, b := &ms[i], &ms[i+1]; listed(doc, a, b) && b.kinds != 0 && a.kinds == 0 && f.plural(doc, b.last) {
			a.kinds, a.located = b.kinds, true
			if b.kinds == kindsOf(District) {
				f.asCounty(doc, a)
			}
			if a.container < 0 {
				a.container = b.container
			}
		}
	}
	// Lists are of one kind: a state among states.
	for i := 0; i+1 < len(ms); i++ {
		a, b := &ms[i], &ms[i+1]
		if a.container == int32(i+1) || !listed(doc, a, b) {
			continue
		}
		a.amongTowns = a.amongTowns || b.house.g == nil
		b.amongTowns = b.amongTowns || a.house.g == nil
		if k := f.chiefly(b); k != 0 {
			a.among = max(a.among, k)
		}
		if k := f.chiefly(a); k != 0 {
			b.among = max(b.among, k)
		}
	}
	// What stands in a list with a place is a place.
	for i := 0; i+1 < len(ms); i++ {
		if ms[i].located && ms[i].demonym == nil && listed(doc, &ms[i], &ms[i+1]) {
			ms[i+1].located = true
		}
	}
	for i := len(ms) - 2; i >= 0; i-- {
		if ms[i+1].located && ms[i].demonym == nil && listed(doc, &ms[i], &ms[i+1]) {
			ms[i].located = true
		}
	}
}

// shortAfter reports whether a short form stands right after a name and a
// comma: "Peoria, Ill.", "Greene and Clay counties, N.Y."
func (f *Finder) shortAfter(doc *text.Doc, a, b *mention) bool {
	at := a.last
	for at < b.first && f.cue(doc, at).has(area) {
		at++
	}
	return lower(doc, at) == "," && b.first == at+1
}

// mayLie reports whether a name can be that of something within the next: no
// sea lies in the town after the comma, and "Police in X" begins a sentence
// with a word rather than a town.
func (f *Finder) mayLie(doc *text.Doc, a, b *mention) bool {
	if a.common && a.house.g == nil && !a.located && begins(doc, a.first) && lower(doc, a.last) != "," && lower(doc, a.last) != "(" {
		return false
	}
	if a.house.g == nil || a.demonym != nil {
		return true
	}
	first, _ := a.house.g.postings(a.house.key)
	n, _ := a.house.g.posting(first)
	switch a.house.g.at(n).Kind {
	case Water, Continent:
		return f.isDivision(b)
	}
	return true
}

// plural reports whether token i is a word such as "counties" or "provinces".
func (f *Finder) plural(doc *text.Doc, i int32) bool {
	w := lower(doc, i)
	return len(w) > 1 && w[len(w)-1] == 's' && f.cue(doc, i).has(area|town)
}

// listed reports whether two mentions are neighbours in a list.
func listed(doc *text.Doc, a, b *mention) bool {
	n := b.first - a.last
	if n < 1 || n > 2 || !sameSentence(doc, b.first, a.first) || a.demonym != nil || b.demonym != nil {
		return false
	}
	switch lower(doc, a.last) {
	case ",":
		return n == 1 || lower(doc, a.last+1) == "and" || lower(doc, a.last+1) == "or"
	case "and", "or", "/":
		return n == 1
	}
	return false
}

// order is how two neighbouring names stand to one another.
type order uint8

const (
	apart     order = iota
	thenOuter       // the second may hold the first
	thenInner       // the first may hold the second
)

// between reads the words between two neighbouring mentions of one sentence.
func between(doc *text.Doc, f *Finder, a, b *mention) order {
	n := b.first - a.last
	if n < 0 || n > 8 {
		return apart
	}
	word := func(k int32) string { return lower(doc, a.last+k) }
	if n == 0 {
		if a.demonym != nil || doc.Tokens[b.first].Lower == "d.c." {
			return thenInner
		}
		return apart
	}
	k := int32(0)
	// "Anbar province", "Franklin County" go on with the name.
	for k < n && f.cue(doc, a.last+k).has(area|town|nature) {
		k++
	}
	if a.demonym != nil && n <= 5 {
		// "Kenyan capital Nairobi", "the Indian state of Bihar".
		typed := k > 0
		for ; k < n; k++ {
			switch r := f.cue(doc, a.last+k); {
			case r.has(area | town | compass):
				typed = true
			case word(k) == "of" && k == n-1, doc.Tokens[a.last+k].UPOS == text.ADJ, word(k) == "-":
			default:
				return apart
			}
		}
		if typed {
			return thenInner
		}
		return apart
	}
	if k == n {
		return apart
	}
	switch word(k) {
	case ",":
		if k+1 == n {
			return thenOuter
		}
		k++
		if word(k) == "in" || word(k) == "near" {
			return inThe(doc, a, k, n)
		}
		// ", a town in", ", the capital of".
		if (word(k) == "a" || word(k) == "an" || word(k) == "the") && (word(n-1) == "in" || word(n-1) == "of" || word(n-1) == "the" && word(n-2) == "in") {
			for ; k < n; k++ {
				if f.cue(doc, a.last+k).has(area | town) {
					return thenOuter
				}
			}
		}
	case "(":
		if k+1 == n {
			return thenOuter
		}
	case "in", "of":
		if word(k) == "of" && k == 0 {
			return apart
		}
		return inThe(doc, a, k, n)
	case "'s", "'":
		for k++; k < n; k++ {
			r := f.cue(doc, a.last+k)
			if !r.has(area|town|compass|near) && word(k) != "of" && doc.Tokens[a.last+k].UPOS != text.ADJ {
				return apart
			}
		}
		return thenInner
	}
	return apart
}

// inThe reads "in", "in the", "in northern", "in the northern province of".
func inThe(doc *text.Doc, a *mention, k, n int32) order {
	for k++; k < n; k++ {
		t := &doc.Tokens[a.last+k]
		switch {
		case t.UPOS == text.DET, t.UPOS == text.ADJ, t.Lower == "of", t.UPOS == text.NOUN && n-k <= 3:
		default:
			return apart
		}
	}
	return thenOuter
}

// mayHold reports whether a mention can be something that others lie in.
func (f *Finder) mayHold(m *mention) bool {
	if m.demonym != nil || m.short {
		return true
	}
	for _, h := range [2]hit{m.house, m.world} {
		if h.g == nil {
			continue
		}
		first, last := h.g.postings(h.key)
		for p := first; p < last && p < first+mostCandidates; p++ {
			n, _ := h.g.posting(p)
			switch h.g.at(n).Kind {
			case Country, Division, District, Region, Island:
				return true
			case Town, Quarter:
				if h.g.at(n).People > 30_000 {
					return true
				}
			}
		}
	}
	return false
}

// list reports whether mention i and the next are rather items of a list:
// "Ohio, Illinois and Iowa".
func (f *Finder) list(doc *text.Doc, ms []mention, i int) bool {
	a, b := &ms[i], &ms[i+1]
	if b.short || !f.isDivision(a) {
		return false
	}
	after := lower(doc, b.last)
	if after == "and" || after == "or" || after == "," && i+2 < len(ms) && (ms[i+2].first == b.last+1 || ms[i+2].first == b.last+2) {
		return true
	}
	return i > 0 && ms[i-1].last == a.first-1 && lower(doc, a.first-1) == ","
}

// chiefly returns the kind of a name that is first of all that of a division
// and nothing larger.
func (f *Finder) chiefly(m *mention) Kind {
	if m.house.g == nil || m.demonym != nil {
		return 0
	}
	first, last := m.house.g.postings(m.house.key)
	for p := first; p < last; p++ {
		if n, _ := m.house.g.posting(p); m.house.g.at(n).Kind != Division {
			return 0
		}
	}
	return Division
}

// isDivision reports whether a name is first of all that of a division or country.
func (f *Finder) isDivision(m *mention) bool {
	if m.house.g == nil {
		return false
	}
	first, _ := m.house.g.postings(m.house.key)
	n, _ := m.house.g.posting(first)
	k := m.house.g.at(n).Kind
	return k == Division || k == Country
}
