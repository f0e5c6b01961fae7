package quantity

import (
	"sayso"
	"sayso/internal/text"
)

// sums makes a list of figures part of an earlier one that is their sum: "18
// died. Two soldiers and 16 gunmen were killed".
func sums(all []figure, base int) {
	for i := base; i < len(all); {
		total, j := 0.0, i
		for j < len(all) && all[j].harm != 0 && all[j].harm == all[i].harm && all[j].bound == sayso.Exact && all[j].whole == -1 &&
			!all[j].increment && all[j].kind != noFigure && all[j].start-all[max(i, j-1)].end <= 12 {
			total += all[j].low
			j++
		}
		if j-i >= 2 {
			for k := i - 1; k >= 0 && k >= i-8; k-- {
				if w := &all[k]; w.harm == all[i].harm && w.bound == sayso.Exact && w.low == total && w.whole == -1 {
					for p := i; p < j; p++ {
						all[p].whole = k
					}
					break
				}
			}
		}
		i = max(j, i+1)
	}
}

// forward gives "nine of the 12 dead" the harm of the number it is taken from.
func forward(figures []figure, base int) {
	for i := range figures[:max(0, len(figures)-1)] {
		f, n := &figures[i], &figures[i+1]
		if f.partitive && f.head < 0 && n.start == f.end+1 && n.harm != 0 && f.unit == "" && !f.age && f.doubt == "" && !f.spared {
			if f.harm == 0 {
				f.harm, f.by = n.harm, "rule:part"
			}
			if f.harm == n.harm {
				f.whole = base + i + 1
			}
		}
	}
}

// share gives a figure what the one before it in a list has: "killed 12 people
// and a child", "45 dead in the north, 12 in the south".
func (s *sentence) share(figures []figure, i int, g governor, own *verdict) {
	f, before := &figures[i], i-1
	for before > 0 && figures[before].harm == 0 && (figures[before].class == thingNoun || figures[before].class == timeNoun) {
		before-- // "12 people in one town and nine in another"
	}
	p := &figures[before]
	if p.harm == 0 || p.unit != "" {
		return
	}
	if g.compared && f.start-p.end < reach {
		own.harm, own.rule = p.harm, "rule:shared"
		return
	}
	if !s.joins(p, f) {
		return
	}
	switch {
	case f.head < 0 && f.kind == plainFigure:
		own.harm, own.rule = p.harm, "rule:shared"
		if s.gravity(f.end) { // "injured nine people, two critically"
			f.whole = -2 - before // made absolute by the caller
		}
	case f.class == personNoun || f.class == 0 && f.head >= 0:
		if p.by == "rule:state" && s.kind(f.end) != kPrep { // "12 dead, a spokesman"
			return
		}
		if p.by == "rule:counted" {
			return
		}
		own.harm, own.rule = p.harm, "rule:shared"
	}
	if own.harm != 0 && (p.listed || p.partitive || p.by == "rule:part") {
		f.whole = p.whole
	}
}

// gravity reports whether the word at i only says how badly people were hurt.
func (s *sentence) gravity(i int32) bool {
	return s.classes.gravely[s.lower(i)] && !s.kind(i+1).verbal()
}

// joins reports whether only a list's words stand between two figures.
func (s *sentence) joins(p, f *figure) bool {
	if f.start-p.end > 14 {
		return false
	}
	for i := p.end; i < f.start; i++ {
		switch k := s.kind(i); {
		case k.nominal(), k == kPrep, k == kComma, k == kConj, k == kAdv, k == kQuote, k == kOpen, k == kClose, s.lower(i) == ";":
		case k == kVerb && s.word(i).harm == p.harm && s.word(i).harm != 0:
		case (k == kBe || k == kHave) && p.by == "rule:subject":
		case p.listed && s.kind(f.start-1) == kConj && (k == kRel || k == kBe):
		default:
			return false
		}
	}
	return true
}

// coordinated looks past a list's earlier items that are no figures for the
// verb or noun that rules them all: "killed the mayor and two guards".
func (s *sentence) coordinated(f *figure, g governor, own *verdict) {
	if f.class != personNoun || f.kind == articleFigure && s.kind(g.position) == kComma {
		return // "killed Ann Lee, a nurse" names one person twice
	}
	for i := g.position - 1; i >= s.first && i > g.position-24; i-- {
		switch k := s.kind(i); {
		case k.nominal(), k == kComma, k == kConj, k == kOpen, k == kClose, k == kPron, s.lower(i) == "like":
			continue
		case k == kPrep && s.lower(i) == "of":
			if a := s.word(i - 1); a.act != 0 && s.kind(i-1) == kNoun {
				own.harm, own.rule = a.act, "rule:act"
				return
			}
			continue
		case g.joint && (k == kPrep || k == kNum || k == kAdv || s.resultAfter(i) != 0):
			continue
		case k == kVerb:
			w := s.word(i)
			if g.joint && w.harm != 0 && (s.passiveAt(i) || w.victim&victimSubject != 0) {
				own.harm, own.rule = w.harm, "rule:shared" // "was killed on Monday along with two guards"
				if s.resultAfter(i+1) != 0 {
					own.harm = killed
				}
				return
			}
			if w.harm != 0 && w.victim&victimObject != 0 && w.particle == "" && !s.passiveAt(i) && s.objectFollows(i+1) && s.doubtOf(i) == "" {
				own.harm, own.rule = w.harm, "rule:object"
			}
			return
		default:
			return
		}
	}
}

// part gives a figure that is part of an earlier one that one's harm.
func (s *sentence) part(all []figure, i int, own *verdict) {
	f := &all[i]
	if f.kind == noFigure {
		return // "15 hurt, none of them badly"
	}
	if v := f.start - 1; v >= s.first && s.kind(v) == kVerb && s.word(v).harm == 0 && s.doc.Tokens[v].Tag != text.VBG {
		return // "killed a guard and kidnapped two of the drivers"
	}
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		p := &all[j]
		if p.first < s.first {
			return
		}
		if p.harm == 0 || p.listed && f.listed && p.whole >= 0 || p.kind != plainFigure && !f.partitive || f.head >= 0 && f.class != personNoun {
			continue
		}
		own.harm, own.rule = p.harm, "rule:part"
		if !s.others(f) {
			s.link(all, i, p.harm)
		}
		return
	}
}

// remainder reports whether a figure is the rest of one told before: "the other two".
func (s *sentence) remainder(f *figure) bool {
	k := f.first - 1
	return (s.lower(k) == "other" || s.lower(k) == "remaining") && s.lower(k-1) == "the"
}

// others reports whether a part is taken of people of its own: "three of his pupils".
func (s *sentence) others(f *figure) bool {
	if !f.partitive || f.head < 0 {
		return false
	}
	for i := f.last; i < f.head; i++ {
		switch s.lower(i) {
		case "his", "her", "its", "their", "our", "my", "your", "'s":
			return true
		}
	}
	return false
}

// definitely reports whether a part is taken of people spoken of before: "20 of
// the deaths", "two of them".
func (s *sentence) definitely(f *figure) bool {
	for i := f.last; i < f.end; i++ {
		if s.lower(i) == "of" {
			return s.has(i+1, fnThem) || s.lower(i+1) == "the"
		}
	}
	return s.lower(f.last) == "of" && (s.has(f.last+1, fnThem) || s.lower(f.last+1) == "the")
}

// link makes figure i part of the nearest earlier figure with that harm which
// can hold it.
func (s *sentence) link(all []figure, i int, h harm) {
	f := &all[i]
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		p := &all[j]
		if p.harm != h || p.kind != plainFigure || p.whole >= 0 && (p.listed || p.partitive) || p.low < f.low && p.high < f.low {
			continue
		}
		f.whole = j
		return
	}
}

// totals makes the figures before a new total part of it: "two more died,
// bringing the toll to 18".
func (s *sentence) totals(figures []figure, i int) {
	k := figures[i].start
	bringing := false
	for j := k - 1; j >= s.first && j > k-24 && (i == 0 || j >= figures[i-1].end); j-- {
		bringing = bringing || s.classes.bring[s.word(j).verb]
	}
	if !bringing {
		return
	}
	// As in share, the index counts from the sentence's first figure until the
	// caller makes it absolute.
	for j := max(0, i-6); j < i; j++ {
		if p := &figures[j]; p.harm == figures[i].harm && p.whole < 0 && p.low <= figures[i].high {
			p.whole = -2 - i
		}
	}
}

// frontedShare reads a share named first: "Of those killed, 11 were". It
// returns the token of the comma and the harm, or no harm.
func (s *sentence) frontedShare() (int32, harm) {
	i := s.first
	for s.kind(i) == kQuote {
		i++
	}
	if s.lower(i) != "of" {
		return 0, 0
	}
	for j := i + 1; j < s.last && j < i+10; j++ {
		if s.kind(j) == kComma {
			return j, s.harmWithin(i+1, j)
		}
	}
	return 0, 0
}
