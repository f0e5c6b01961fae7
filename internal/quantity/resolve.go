package quantity

import (
	"sayso"
	"sayso/internal/text"
)

const (
	tagVBN = text.VBN
	tagVBG = text.VBG
)

// resolve decides what happened to the people that the sentence's figures
// count, in order, so that a later one can share what an earlier one has. base
// is the index of figures[0] in the whole document's list all.
func (s *sentence) resolve(all []figure, base int) {
	figures := all[base:]
	fronted, front := s.frontedShare()
	for i := range figures {
		f := &figures[i]
		if f.unit != "" {
			continue
		}
		if s.isAge(f) {
			f.age = true
			continue
		}
		if s.apposed(f) {
			continue
		}
		g := s.governs(f)
		own := s.ownHarm(figures, i, g)
		if own.harm == 0 && own.doubt == "" && !g.blocked {
			if f.partitive && s.lower(f.end-1) == "which" {
				continue
			}
			if f.partitive || f.listed || g.among {
				s.part(all, base+i, &own)
			} else if front != 0 && f.start > fronted && f.head < 0 {
				own.harm, own.rule = front, "rule:part"
				s.link(all, base+i, front)
			}
		}
		if own.harm == 0 && own.doubt == "" && !own.verb && !g.blocked && g.sequel && i > 0 {
			s.share(figures, i, &own)
		}
		if own.harm == 0 && own.doubt == "" && (!own.verb || own.far) && g.sequel && !g.blocked {
			s.coordinated(f, g, &own)
		}
		s.settle(f, own)
		if f.harm != 0 && f.whole < 0 {
			switch {
			case f.partitive || f.listed || g.among:
				s.link(all, base+i, f.harm)
			case front != 0 && f.start > fronted && f.harm == front:
				s.link(all, base+i, front)
			case f.by == "rule:toll":
				s.totals(figures, i)
			}
		}
	}
	forward(figures, base)
}

// forward gives "nine of the 12 dead" the harm of the number it is taken from.
func forward(figures []figure, base int) {
	for i := range figures[:max(0, len(figures)-1)] {
		f, n := &figures[i], &figures[i+1]
		if f.partitive && f.head < 0 && n.start == f.end+1 && n.harm != 0 && f.unit == "" && !f.age && f.doubt == "" {
			if f.harm == 0 {
				f.harm, f.by = n.harm, "rule:part"
			}
			if f.harm == n.harm {
				f.whole = base + i + 1
			}
		}
	}
}

// ownHarm reads the harm that the figure's own phrase and clause tell.
func (s *sentence) ownHarm(figures []figure, self int, g governor) verdict {
	f := &figures[self]
	if g.harm != 0 && g.rule == "rule:toll" && f.class == personNoun || f.head < 0 && g.rule == "rule:toll" {
		if v := s.after(f, false); v.harm != 0 && v.doubt == "" { // "the toll, and the 12 who were hurt"
			return v
		}
	}
	if g.harm != 0 && !f.listed && !g.among {
		return verdict{harm: g.harm, rule: g.rule, doubt: g.doubt, verb: true}
	}
	if f.head >= 0 {
		w := s.word(f.head)
		if w.counts != 0 && !g.blocked && s.plausible(f) {
			switch w.need {
			case needNothing:
				return verdict{harm: w.counts, rule: "rule:counted", doubt: s.doubtAround(f)}
			case needTaking:
				if g.taking || s.taken(f) {
					return verdict{harm: w.counts, rule: "rule:counted", doubt: s.doubtOf(g.position)}
				}
			case needFinding:
				if g.finding || s.found(f) || f.adjective == killed {
					return verdict{harm: w.counts, rule: "rule:counted"}
				}
			}
		}
	}
	if f.adjective != 0 && f.partitive && !g.closed { // "three of the wounded died"
		if v := s.predicateOf(figures, self); v.harm != 0 && v.doubt == "" {
			return v
		}
	}
	if f.adjective != 0 {
		return verdict{harm: f.adjective, rule: "rule:adjective"}
	}
	if v := s.after(f, g.results); v.harm != 0 || v.doubt != "" {
		if v.rule == "rule:relative" && !g.closed { // a later main verb says more
			if m := s.mainAfterRelative(f); m.harm != 0 {
				return m
			}
		}
		return v
	}
	if g.harm != 0 {
		return verdict{harm: g.harm, rule: g.rule, doubt: g.doubt, verb: true}
	}
	if g.closed || f.listed {
		return verdict{verb: g.closed && !f.listed}
	}
	return s.predicateOf(figures, self)
}

// plausible reports whether a harm noun at the figure's head is counted by it:
// "a refugee" or "former detainees" only describe people, "13 death" is a date.
func (s *sentence) plausible(f *figure) bool {
	if f.kind == articleFigure {
		return f.increment && s.word(f.head).noun != personNoun
	}
	for i := f.last; i < f.head; i++ {
		if l := s.lower(i); l == "former" || l == "attempted" || l == "ex" || l == "alleged" && s.word(f.head).counts == killed {
			return false
		}
	}
	return s.word(f.head).plural || f.high <= 1 || f.low > 31 && (f.low < 1800 || f.low > 2100)
}

// taken reports whether the lives counted were lost: "12 lives were lost".
func (s *sentence) taken(f *figure) bool {
	for i := f.end; i < f.end+6 && i < s.last; i++ {
		if s.kind(i) == kVerb {
			return s.word(i).frames&frameTake != 0
		}
	}
	return false
}

// found reports whether the bodies counted were found: "12 bodies were recovered".
func (s *sentence) found(f *figure) bool {
	for i := f.end; i < f.end+12 && i < s.last; i++ {
		switch s.kind(i) {
		case kVerb:
			if s.word(i).frames&(frameFind|frameResult) != 0 {
				return true
			}
		case kPunct:
			return false
		}
	}
	return false
}

// doubtAround tells why harm that a noun names is not told as happened:
// "could cause 12 deaths".
func (s *sentence) doubtAround(f *figure) string {
	for j := f.start - 1; j >= s.first && j > f.start-6; j-- {
		switch s.kind(j) {
		case kFuture:
			return doubtFuture
		case kPunct, kComma, kConj, kNum:
			return ""
		}
	}
	return ""
}

// mainAfterRelative reads the main predicate after a relative clause.
func (s *sentence) mainAfterRelative(f *figure) verdict {
	i := f.end
	if s.kind(i) == kComma {
		i++
	}
	if k := s.kind(i); k != kRel && k != kThat {
		return verdict{}
	}
	_, end := s.relative(i)
	if end >= s.last || !s.kind(end).verbal() {
		return verdict{}
	}
	return s.predicate(end, false)
}

// settle writes a verdict into the figure where what it counts can suffer it.
func (s *sentence) settle(f *figure, v verdict) {
	if v.harm == 0 || v.doubt != "" {
		if v.doubt != "" && v.harm != 0 && (f.class == personNoun || f.head < 0) {
			f.doubt = v.doubt
		}
		return
	}
	if f.head >= 0 && s.word(f.head).counts == 0 {
		switch f.class {
		case thingNoun, animalNoun, timeNoun:
			return
		case 0:
			if v.harm != killed && v.harm != injured && v.harm != casualties || !s.pluralAt(f.head) {
				return
			}
		}
	}
	if v.people && f.class != personNoun && !f.partitive && f.kind != noFigure && !(s.harmed && f.head < 0) {
		return
	}
	s.harmed = true
	if f.kind == noFigure && v.harm == casualties {
		v.harm = killed
	}
	f.harm, f.by = v.harm, v.rule
}

func (s *sentence) pluralAt(i int32) bool {
	t := &s.doc.Tokens[i]
	return t.Tag == text.NNS || t.Tag == text.NNPS || s.word(i).plural || t.Tag == 0 && ends(t.Lower, "s")
}

// share gives a figure what the one before it in a list has: "killed 12 people
// and a child", "45 dead in the north, 12 in the south".
func (s *sentence) share(figures []figure, i int, own *verdict) {
	f, p := &figures[i], &figures[i-1]
	if p.harm == 0 || p.unit != "" || !s.joins(p, f) {
		return
	}
	switch {
	case f.head < 0 && f.kind == plainFigure:
		own.harm, own.rule = p.harm, "rule:shared"
		if s.gravity(f.end) { // "injured nine people, two critically"
			f.whole = -2 - (i - 1) // made absolute by the caller
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
	if own.harm != 0 && (p.listed || p.partitive) {
		f.whole = p.whole
	}
}

// gravity reports whether the word at i only says how badly people were hurt.
func (s *sentence) gravity(i int32) bool {
	switch s.lower(i) {
	case "seriously", "critically", "gravely", "badly", "severely", "slightly", "lightly":
		return !s.kind(i + 1).verbal()
	}
	return false
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
		case k.nominal(), k == kComma, k == kConj, k == kOpen, k == kClose, s.lower(i) == "like":
			continue
		case k == kPrep && s.lower(i) == "of":
			if a := s.word(i - 1); a.act != 0 && s.kind(i-1) == kNoun {
				own.harm, own.rule = a.act, "rule:act"
				return
			}
			continue
		case g.joint && (k == kPrep || k == kNum || k == kAdv):
			continue
		case k == kVerb:
			w := s.word(i)
			if g.joint && w.harm != 0 && (s.passiveAt(i) || w.victim&victimSubject != 0) {
				own.harm, own.rule = w.harm, "rule:shared" // "was killed on Monday along with two guards"
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
	for j := i - 1; j >= 0 && j >= i-6; j-- {
		p := &all[j]
		if p.first < s.first {
			return
		}
		if p.harm == 0 || p.listed && f.listed && p.whole >= 0 || p.kind != plainFigure && !f.partitive || f.head >= 0 && f.class != personNoun {
			continue
		}
		own.harm, own.rule = p.harm, "rule:part"
		s.link(all, i, p.harm)
		return
	}
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
	for j := k - 1; j >= s.first && j > k-10; j-- {
		switch s.word(j).verb {
		case "bring", "take", "raise", "push":
			bringing = true
		}
	}
	if !bringing {
		return
	}
	// As in share, the index counts from the sentence's first figure until the
	// caller makes it absolute.
	for j := range figures[:i] {
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

// apposed reports whether "a nurse" only says who the person named before is:
// "Ann Lee, a nurse, was killed".
func (s *sentence) apposed(f *figure) bool {
	if f.kind != articleFigure {
		return false
	}
	k := f.start - 1
	if s.kind(k) != kComma && s.kind(k) != kDash {
		return false
	}
	j := k - 1
	if s.kind(j) == kNum && s.kind(j-1) == kComma { // "Ann Lee, 40, a nurse"
		j -= 2
	}
	if j < s.first || s.doc.Tokens[j].UPOS != text.PROPN && !s.namelike(j) || s.timeAt(j) || s.has(j, fnTime) {
		return false
	}
	// "In Lyon, a nurse was killed": a phrase before the comma is no name of a person.
	for i := j; i >= s.first && i > j-6; i-- {
		switch s.kind(i) {
		case kPrep:
			return false
		case kNoun, kAdj, kPoss, kHyphen, kDet:
			continue
		}
		break
	}
	return true
}

// namelike reports whether token j is written like a name and no table knows it.
func (s *sentence) namelike(j int32) bool {
	c := s.doc.Text[s.doc.Tokens[j].Span.Start]
	return c >= 'A' && c <= 'Z' && s.words[j-s.first] == nil && s.kind(j) == kNoun
}

// isAge reports whether a bare number between commas is somebody's age: "Omar, 22, was".
func (s *sentence) isAge(f *figure) bool {
	if f.age {
		return true
	}
	if f.kind != plainFigure || f.head >= 0 || f.bound != sayso.Exact || f.high > 110 || f.last-f.first > 1 {
		return false
	}
	before, after := s.kind(f.first-1), s.kind(f.last)
	b := s.kind(f.first-2) == kNoun || s.kind(f.first-2) == kClose
	if before == kComma && b && (after == kComma || after == kConj || after == kEnd || after == kPunct || after == kClose) {
		// "12, 15 and 20" is a list of numbers; a name before the comma makes an age
		t := &s.doc.Tokens[f.first-2]
		return t.UPOS == text.PROPN || s.word(f.first-2).noun == personNoun
	}
	return before == kOpen && after == kClose && b
}
