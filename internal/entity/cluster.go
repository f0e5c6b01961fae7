package entity

import (
	"cmp"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// linker puts the mentions of one document into clusters, one careful sieve
// after the other, after Lee et al. (2013), "Deterministic coreference
// resolution based on entity-centric, precision-ranked rules": names first,
// then what appositions tie together, then descriptions, then pronouns.
type linker struct {
	*finding
	full    map[string]int32   // by name in lower case without "the" and dots
	country map[string]int32   // by country code
	last    map[string][]int32 // persons by their last name
	given   map[string][]int32 // persons by their first name
	acronym map[string]int32   // bodies by the initials of their name
	ending  map[string][]int32 // bodies by their last word
	opening map[string]int32   // bodies by their first word
	most    [2]int32           // how often the person, and what is none, was met that was met oftenest
	speaker int32              // the cluster that spoke last, its verb beside it, or -1
	voice   int32              // the same, its verb anywhere
	recent  []int32            // clusters in the order they were met, the latest last
	choose  func(Choice) int   // says what pronouns mean, in training; else nil
}

func (l *linker) new(k int32) int32 {
	m := &l.mentions[k]
	l.clusters = append(l.clusters, cluster{kind: m.kind, sure: m.sure, gender: m.gender, number: m.number, name: -1, member: -1, age: -1, owner: l.owner(m), last: -1})
	c := int32(len(l.clusters) - 1)
	l.join(k, c)
	return c
}

// age returns the token of the age that a mention tells: "Ode, 57,", "the
// 57-year-old"; -1 where it tells none.
func (l *linker) age(m *mention) int32 {
	switch {
	case m.form == sayso.NominalMention:
		for i := m.first; i < m.last; i++ {
			if b := l.tok(i).Lower[0]; b >= '0' && b <= '9' && (m.noun == aged || strings.HasSuffix(l.tok(i).Lower, "year-old") || l.lower(i+1, i) == "-" && l.lower(i+2, i) == "year") {
				return i
			}
		}
	case m.form == sayso.NameMention && m.kind == sayso.Person && l.tag(m.last, m.first) == text.Comma && l.tag(m.last+1, m.first) == text.CD:
		if after := l.tag(m.last+2, m.first); after == text.Comma || after == text.Stop {
			return m.last + 1
		}
	}
	return -1
}

// sameAge reports whether two tokens begin with the same number.
func (l *linker) sameAge(a, b int32) bool {
	digits := func(i int32) string {
		s := l.tok(i).Lower
		n := 0
		for n < len(s) && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		return s[:n]
	}
	return a >= 0 && b >= 0 && digits(a) == digits(b)
}

// owner returns the cluster of what possesses a mention, or -1.
func (l *linker) owner(m *mention) int32 {
	switch {
	case m.possessor >= 0:
		return l.mentions[m.possessor].entity
	case m.his > 0:
		return l.mentions[m.his-1].entity
	}
	return -1
}

// join puts mention k into cluster c.
func (l *linker) join(k, c int32) {
	m, e := &l.mentions[k], &l.clusters[c]
	m.entity = c
	e.mentions = append(e.mentions, k)
	if e.gender == 0 {
		e.gender = m.gender
	}
	if e.owner < 0 && m.form == sayso.NominalMention {
		e.owner = l.owner(m)
	}
	if e.number == 0 {
		e.number = m.number
	}
	if e.age < 0 {
		e.age = l.age(m)
	}
	if m.form == sayso.NameMention {
		if e.name < 0 || l.fuller(k, e.name) {
			e.name = k
		}
		if m.sure > e.sure {
			e.kind, e.sure = m.kind, m.sure
		}
		if m.known.form != "" && e.known.form == "" {
			e.known = m.known
		}
	}
	if m.noun != nil && !slices.Contains(e.roles, m.noun) && !(l.quote[m.head] >= 0 && takesSides(m.noun.sector)) {
		e.roles = append(e.roles, m.noun)
	}
}

// fuller reports whether mention a names its entity more fully than b.
func (l *linker) fuller(a, b int32) bool {
	x, y := l.doc.Of(l.span(&l.mentions[a])), l.doc.Of(l.span(&l.mentions[b]))
	if sx, sy := shapeOf(x), shapeOf(y); sx == upperWord && sy != upperWord && !strings.Contains(y, " ") == !strings.Contains(x, " ") && strings.EqualFold(x, y) {
		return false
	} else if sy == upperWord && sx != upperWord && strings.EqualFold(x, y) {
		return true
	}
	return len(x) > len(y)
}

// names puts every name into a cluster, full names before short ones.
func (l *linker) names() {
	l.full, l.country = map[string]int32{}, map[string]int32{}
	l.last, l.given = map[string][]int32{}, map[string][]int32{}
	l.acronym, l.ending, l.opening = map[string]int32{}, map[string][]int32{}, map[string]int32{}
	for pass := 0; pass < 2; pass++ {
		for c := range l.clusters {
			l.clusters[c].long = int32(len(l.clusters[c].mentions))
		}
		for k := range l.mentions {
			m := &l.mentions[k]
			if m.form != sayso.NameMention || m.entity >= 0 {
				continue
			}
			long := m.last-m.first > 1
			if pass == 0 && !long && (m.kind == sayso.Person || m.known.form == "") {
				continue
			}
			key := l.key(m)
			c, ok := l.full[key]
			if ok && !l.agrees(m, c) {
				ok = false
			}
			if !ok {
				c = l.partial(m)
			}
			if c < 0 {
				c = l.new(int32(k))
				l.enter(m, c)
			} else {
				l.join(int32(k), c)
			}
			if _, there := l.full[key]; !there {
				l.full[key] = c
			}
		}
	}
}

// key is a name as it is compared.
func (l *linker) key(m *mention) string {
	s := strings.ToLower(l.doc.Of(l.span(m)))
	s = strings.TrimPrefix(s, "the ")
	if strings.ContainsAny(s, ".’\n") {
		s = strings.NewReplacer(".", "", "’", "'", "\n", " ").Replace(s)
	}
	return s
}

// agrees reports whether a name can belong to a cluster that has the same words.
func (l *linker) agrees(m *mention, c int32) bool {
	e := &l.clusters[c]
	if m.gender != 0 && e.gender != 0 && m.gender != e.gender {
		return false
	}
	return (m.kind == sayso.Person) == (e.kind == sayso.Person) || m.sure < 2 || e.sure < 2 || m.last-m.first > 1
}

// enter makes a new cluster known by its name.
func (l *linker) enter(m *mention, c int32) {
	n := m.last - m.first
	first, last := l.tok(m.first).Lower, l.tok(l.lastName(m)).Lower
	switch m.kind {
	case sayso.Person:
		if n > 1 {
			l.last[last] = append(l.last[last], c)
			l.given[first] = append(l.given[first], c)
		}
	case sayso.PlaceEntity:
		if m.known.size == "country" {
			if _, there := l.country[m.known.country]; !there {
				l.country[m.known.country] = c
			}
		}
	default:
		if n > 1 {
			if a := l.initials(m); len(a) > 1 {
				if _, there := l.acronym[a]; !there {
					l.acronym[a] = c
				}
			}
			end := l.tok(m.head).Lower
			l.ending[end] = append(l.ending[end], c)
			if _, there := l.opening[first]; !there {
				l.opening[first] = c
			}
		}
	}
}

// lastName returns the token of a person's last name, before "Jr." and the like.
func (l *linker) lastName(m *mention) int32 {
	i := m.last - 1
	for i > m.first {
		switch l.tok(i).Lower {
		case "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", ",":
			i--
			continue
		}
		break
	}
	return i
}

// initials returns the first letters of a name's words but the small ones.
func (l *linker) initials(m *mention) string {
	var b []byte
	for i := m.first; i < m.last; i++ {
		if w := l.doc.Word(i); w[0] >= 'A' && w[0] <= 'Z' {
			b = append(b, w[0])
		}
	}
	return string(b)
}

// partial finds the cluster that a shorter or fuller form of a name belongs to, or -1.
func (l *linker) partial(m *mention) int32 {
	n := m.last - m.first
	first, last := l.tok(m.first).Lower, l.tok(l.lastName(m)).Lower
	switch m.kind {
	case sayso.Person:
		if n > 1 {
			return l.pick(m, l.last[last], func(o *mention) bool { return l.included(m, o) || l.included(o, m) })
		}
		if c := l.pick(m, l.last[last], nil); c >= 0 {
			return c
		}
		return l.pick(m, l.given[first], nil)
	case sayso.PlaceEntity:
		if m.known.size == "country" {
			if c, ok := l.country[m.known.country]; ok {
				return c
			}
		}
		return -1
	}
	if n == 1 {
		if w := l.doc.Word(m.first); shapeOf(w) == upperWord {
			if c, ok := l.acronym[strings.ReplaceAll(w, ".", "")]; ok {
				return c
			}
		}
		if c, ok := l.opening[first]; ok && l.shortens(m, l.clusters[c].name) {
			return c
		}
		if l.lower(m.first-1, m.first) == "the" && l.words[m.first].head != "" {
			if of := l.ending[first]; len(of) > 0 { // "the Times" after "the Harbour Times"
				return l.pick(m, of, nil)
			}
		}
		if m.sure < 2 { // a surname that nothing marks as one
			if c := l.pick(m, l.last[last], nil); c >= 0 {
				return c
			}
		}
		return -1
	}
	same := l.ending[l.tok(m.head).Lower]
	for _, c := range slices.Backward(same[max(0, len(same)-width):]) {
		if o := &l.mentions[l.clusters[c].name]; l.suffix(m, o) || l.suffix(o, m) {
			return c
		}
	}
	return -1
}

// width is how many clusters that share a word are looked at, and reach how far
// back: together they keep the work linear in the length of the text.
const (
	width = 32
	reach = 400
)

// pick returns the one of some persons that a name means: of several the one
// named last before it, or, where none is, the first after it.
func (l *linker) pick(m *mention, among []int32, fit func(*mention) bool) int32 {
	best := int32(-1)
	for _, c := range among[max(0, len(among)-width):] {
		e := &l.clusters[c]
		if m.gender != 0 && e.gender != 0 && m.gender != e.gender {
			continue
		}
		if fit != nil && !fit(&l.mentions[e.name]) {
			continue
		}
		if best < 0 || l.before(c, m.first) > l.before(best, m.first) {
			best = c
		}
	}
	return best
}

// before returns the last token before token i where cluster c is named, or -1.
func (l *linker) before(c, i int32) int32 {
	named := l.clusters[c].mentions
	if long := l.clusters[c].long; long > 0 {
		named = named[:long] // what was added later does not stand in order
	}
	n, _ := slices.BinarySearchFunc(named, i, func(k, i int32) int { return cmp.Compare(l.mentions[k].first, i) })
	if n == 0 {
		return -1
	}
	return l.mentions[named[n-1]].first
}

// included reports whether the words of a all stand in b in their order, an
// initial standing for any name that begins with it.
func (l *linker) included(a, b *mention) bool {
	j := b.first
	for i := a.first; i < a.last; i++ {
		w := strings.TrimSuffix(l.tok(i).Lower, ".")
		for ; j < b.last; j++ {
			o := strings.TrimSuffix(l.tok(j).Lower, ".")
			if o == w || len(w) == 1 && strings.HasPrefix(o, w) || len(o) == 1 && strings.HasPrefix(w, o) {
				break
			}
		}
		if j == b.last {
			return false
		}
		j++
	}
	return true
}

// suffix reports whether name a is the end of name b.
func (l *linker) suffix(a, b *mention) bool {
	n := a.last - a.first
	if n < 2 || n >= b.last-b.first {
		return false
	}
	for i := int32(1); i <= n; i++ {
		if l.tok(a.last-i).Lower != l.tok(b.last-i).Lower {
			return false
		}
	}
	return true
}

// shortens reports whether a name of one word is the other without the words
// that tell its kind: "Boeing" of "Boeing Co.".
func (l *linker) shortens(m *mention, other int32) bool {
	o := &l.mentions[other]
	for i := o.first + 1; i < o.last; i++ {
		if l.words[i].head == "" && l.tok(i).Tag != text.CC {
			return false
		}
	}
	return l.words[m.first].head == "" && l.words[m.first].capital == noCapital
}
