package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// hit is a name found in one of the gazetteers.
type hit struct {
	g   *gazetteer // nil: none
	key int
}

// mention is a run of words that may name a place.
type mention struct {
	first, last int32 // tokens [first, last)
	sentence    int32
	house       hit // where our own tables have the name
	world       hit // where GeoNames has it
	demonym     *demonym
	short       bool // a short form: counts only after a comma
	common      bool // also a common word
	caps        bool // in a sentence of capitals
	titled      bool // in a sentence whose every word has a capital

	// What stands around it.
	dateline   bool // stands in the dateline
	filed      bool // the dateline begins with it
	located    bool // after "in", "at", "near", or in the dateline
	kinds      kindSet
	leaning    kindSet // the kinds of its name so far
	container  int32   // index of the mention that holds it, or -1
	near       bool    // the container follows at once: "Peoria, Ill."
	contains   bool    // some mention is within it
	among      Kind    // what the places are in a list with which it stands
	against    bool    // it looks like a common word
	barred     bool    // it is part of a person's or an organisation's name
	the        bool    // after "the"
	amongTowns bool    // in a list with a town
	doubted    bool    // a person may be meant
	firm       bool    // a place beyond doubt
	closed     bool    // a comma or a full stop follows
	tail       bool    // after another word with a capital
	like       bool    // the tables have its name in another spelling
	backed     bool    // other names of the article have places near its site
	owner      bool    // before what a place has: "X police", "X residents"

	literal  bool
	accepted bool
	site     Site
	settled  bool // site holds a site
	coarse   bool // site is its container
	nowhere  bool // its container has no such place
	sure     bool // site follows from the words beside it alone

	by        string // the rule that told the site
	best      int    // the candidate that fits best; -1 where there is none
	namesakes int    // how many were weighed
	order     ranking
	basis     []sayso.Evidence
	rivals    []sayso.Rival
}

// kindSet is a set of kinds.
type kindSet uint16

func (k kindSet) has(kind Kind) bool { return k == 0 || k>>kind&1 != 0 }

func kindsOf(kinds ...Kind) (set kindSet) {
	for _, k := range kinds {
		set |= 1 << k
	}
	return set
}

// longestName is how many tokens a name may have.
const longestName = 8

// scan finds the names of doc that a table has, the longest at each place, in
// text order.
func (f *Finder) scan(doc *text.Doc, style []letterStyle) []mention {
	var out []mention
	for i := int32(0); int(i) < len(doc.Tokens); i++ {
		if !mayBegin(doc, i) {
			continue
		}
		if m, found := f.longest(doc, i); found && !(m.house.g == nil && m.demonym == nil && f.directions(doc, &m)) {
			s := style[doc.Tokens[i].Sent]
			m.caps, m.titled = s == inCapitals, s == inTitleCase
			m.container, m.sentence, m.best = -1, doc.Tokens[i].Sent, -1
			out = append(out, m)
			i = m.last - 1
		}
	}
	return out
}

// directions reports whether a mention is made of points of the compass alone:
// "North-Western".
func (f *Finder) directions(doc *text.Doc, m *mention) bool {
	for i := m.first; i < m.last; i++ {
		if w := lower(doc, i); w != "-" && !f.cue(doc, i).has(compass) && !f.compound(w) {
			return false
		}
	}
	return true
}

// compound reports whether a word is two points of the compass: "north-western".
func (f *Finder) compound(w string) bool {
	a, b, found := strings.Cut(w, "-")
	return found && f.t.cues[a].has(compass) && f.t.cues[b].has(compass)
}

// mayBegin reports whether a name may begin with token i: it has a capital, or
// is the small "al" of "al-Fashir".
func mayBegin(doc *text.Doc, i int32) bool {
	t := &doc.Tokens[i]
	w := doc.Word(i)
	switch c := w[0]; {
	case 'A' <= c && c <= 'Z':
		return true
	case c >= utf8.RuneSelf:
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r)
	case c == 'a' || c == 'e':
		if len(w) > 3 && w[1] == 'l' && w[2] == '-' {
			return true
		}
		return len(w) == 2 && w[1] == 'l' && int(i)+1 < len(doc.Tokens) && doc.Text[t.Span.End] == '-'
	}
	return false
}

// longest returns the longest name that begins with token i.
func (f *Finder) longest(doc *text.Doc, i int32) (mention, bool) {
	var buf [96]byte
	var key []byte
	house, world := f.t.house.all(), f.t.world.all()
	var best mention
	found := false
	start := doc.Tokens[i].Span.Start
	para := doc.Sents[doc.Tokens[i].Sent].Para
	for j := i; int(j) < len(doc.Tokens) && j < i+longestName; j++ {
		t := &doc.Tokens[j]
		if doc.Sents[t.Sent].Para != para || int(t.Span.End-start) > 60 {
			break
		}
		words := doc.Text[start:t.Span.End]
		key = lexicon.AppendFold(buf[:0], words)
		var k [2]int
		k[0], house = f.t.house.narrow(house, key)
		k[1], world = f.t.world.narrow(world, key)
		d, isDemonym := f.t.demonyms[string(key)]
		if (k[0] >= 0 || k[1] >= 0 || isDemonym) && wholeWord(doc, i, j) {
			m := mention{first: i, last: j + 1}
			if f.use(&m, &m.house, f.t.house, k[0], words) || f.use(&m, &m.world, f.t.world, k[1], words) || isDemonym {
				f.use(&m, &m.world, f.t.world, k[1], words)
				if isDemonym && (m.house.g == nil || m.short) {
					m.demonym = &d
				}
				best, found = m, true
			}
		}
		if house.lo == house.hi && world.lo == world.hi {
			break
		}
	}
	if found && best.last > i+1 && doc.Tokens[i].Lower == "the" {
		best.common = true // "The Center" is rather not "The Center"
	}
	return best, found
}

// use takes a key of a gazetteer for a mention where its uses allow.
func (f *Finder) use(m *mention, h *hit, g *gazetteer, key int, words string) bool {
	if key < 0 {
		return false
	}
	first, last := g.postings(key)
	any, short := false, true
	for p := first; p < last; p++ {
		_, use := g.posting(p)
		if use&CapsOnly != 0 && !allCapitals(words) {
			continue
		}
		any = true
		short = short && use&ShortOnly != 0
		m.common = m.common || use&Common != 0
	}
	if any {
		*h = hit{g, key}
		m.short = m.short || short
	}
	return any
}

// wholeWord reports whether the tokens [i, j] are whole words of which the
// last has a capital: "Gulf of Mexico", never "Paris of".
func wholeWord(doc *text.Doc, i, j int32) bool {
	w := doc.Word(j)
	if j > i && !anyCapital(w) {
		return false
	}
	return int(j)+1 == len(doc.Tokens) || !doc.Tokens[j+1].Joined || doc.Tokens[j+1].Lower == "'s" || doc.Tokens[j+1].Lower == "'"
}

// anyCapital reports whether a word has a capital or a digit: "d'Ivoire", "15th".
func anyCapital(w string) bool {
	for _, r := range w {
		if unicode.IsUpper(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

func allCapitals(s string) bool {
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// letterStyle is how a sentence uses capitals.
type letterStyle uint8

const (
	inProse letterStyle = iota
	inTitleCase
	inCapitals
)

// styles tells for every sentence how it uses capitals.
func styles(doc *text.Doc) []letterStyle {
	out := make([]letterStyle, len(doc.Sents))
	for i, s := range doc.Sents {
		upper, lower, capital, words := 0, 0, 0, 0
		for k := s.First; k < s.Last; k++ {
			w := doc.Word(k)
			c := w[0]
			if len(w) >= 4 && (c|0x20) >= 'a' && (c|0x20) <= 'z' {
				words++
				if c <= 'Z' {
					capital++
				}
			}
			for b := range len(w) {
				switch c := w[b]; {
				case 'A' <= c && c <= 'Z':
					upper++
				case 'a' <= c && c <= 'z':
					lower++
				}
			}
		}
		switch {
		case upper > 12 && lower*5 < upper:
			out[i] = inCapitals
		case words >= 4 && capital*5 >= words*4 && doc.Word(s.Last-1) != ".":
			out[i] = inTitleCase
		}
	}
	return out
}
