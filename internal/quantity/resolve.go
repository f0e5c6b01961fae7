package quantity

import (
	"math"

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
		f.spared, f.crowd = g.blocked, s.crowd(f)
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
		if own.harm == 0 && own.doubt == "" && (!own.verb || g.compared) && !g.blocked && g.sequel && i > 0 {
			s.share(figures, i, g, &own)
		}
		if own.harm == 0 && own.doubt == "" && (!own.verb || own.far) && g.sequel && !g.blocked {
			s.coordinated(f, g, &own)
		}
		if own.harm == 0 && own.doubt == "" && !g.blocked && f.class == personNoun && f.kind != noFigure && s.parsed() {
			own = s.treeHarm(f)
		}
		s.settle(f, own)
		if f.harm != 0 && f.head < 0 && f.who == "" {
			f.who = s.calledWho(f)
		}
		if f.harm != 0 && f.whole < 0 {
			switch {
			case f.listed, f.partitive && (f.head < 0 || s.word(f.head).counts != 0 || f.adjective != 0):
				s.link(all[base:], i, f.harm)
				if f.whole >= 0 {
					f.whole += base
				} else if f.partitive && s.definitely(f) {
					s.link(all, base+i, f.harm)
				}
			case g.among:
				s.link(all, base+i, f.harm)
			case s.remainder(f):
				s.link(all, base+i, f.harm)
			case front != 0 && f.start > fronted && f.harm == front:
				s.link(all, base+i, front)
			case f.by == "rule:toll":
				s.totals(figures, i)
			}
		}
	}
	forward(figures, base)
	sums(all, base)
}

// crowd reports whether a bare number is the subject of a verb of crowds: "tens
// of thousands had marched".
func (s *sentence) crowd(f *figure) bool {
	if f.head >= 0 || f.kind != plainFigure || f.partitive || f.low < 10 && f.high < 10 {
		return false
	}
	i := f.end
	for s.kind(i) == kHave || s.kind(i) == kAdv || s.kind(i) == kBe {
		i++
	}
	return s.word(i).frames&frameCrowd != 0 && s.kind(i) == kVerb
}

// calledWho returns who the people of a part are where its clause says so:
// "twelve of the dead were children".
func (s *sentence) calledWho(f *figure) string {
	i := s.skipNominals(s.skipPhrases(f.end))
	for s.kind(i) == kBe || s.kind(i) == kHave || s.kind(i) == kAdv {
		i++
	}
	if s.kind(i-1) != kBe {
		return ""
	}
	if h := s.headOf(i); s.word(h).noun == personNoun {
		return s.word(h).who
	}
	return ""
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
				if g.finding || s.found(f) || f.adjective == killed || f.head == f.last || s.has(f.head-1, fnMore) {
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
	v := s.predicateOf(figures, self)
	if v.harm != 0 && s.supposed(f) {
		v.doubt = doubtFuture
	}
	return v
}

// supposed reports whether the figure is the subject of an "if".
func (s *sentence) supposed(f *figure) bool {
	for j := f.start - 1; j >= s.first && j > f.start-5; j-- {
		switch l := s.lower(j); {
		case l == "if" || l == "unless":
			return s.lower(j-1) != "as"
		case !s.kind(j).nominal() && s.kind(j) != kAdv && s.kind(j) != kPrep:
			return false
		}
	}
	return false
}

// plausible reports whether a harm noun at the figure's head is counted by it:
// "a refugee" or "former detainees" only describe people, "13 death" is a date.
func (s *sentence) plausible(f *figure) bool {
	if h := s.word(f.head); f.partitive && h.noun == personNoun && (h.counts == displaced || h.counts == detained) {
		return false // "one of the refugees said"
	}
	if f.kind == articleFigure {
		return f.increment && s.word(f.head).noun != personNoun
	}
	for i := f.last; i < f.head; i++ {
		if l := s.lower(i); s.classes.described[l] || l == "alleged" && s.word(f.head).counts == killed {
			return false
		}
	}
	v := f.high
	if math.IsInf(v, 1) {
		v = f.low
	}
	return s.word(f.head).plural || v <= 1 || v > 31 && (v < 1800 || v > 2100)
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
			if s.people(f) {
				break
			}
			if v.harm != killed && v.harm != injured && v.harm != casualties || !s.pluralAt(f.head) {
				return
			}
		}
	}
	if v.people && f.class != personNoun && !(f.class == 0 && s.people(f)) && !f.partitive && f.kind != noFigure && !(f.head < 0 && (s.harmed || s.known(f))) {
		return
	}
	if v.flight && !s.displaced(f) {
		return
	}
	s.harmed, s.told = true, v.harm
	if f.kind == noFigure && v.harm == casualties {
		v.harm = killed
	}
	f.harm, f.by = v.harm, v.rule
}

// people reports whether the head of a number above one is a name that no table
// knows and that ends its phrase, as names of peoples do: "700 Rohingya fled".
func (s *sentence) people(f *figure) bool {
	return f.head == f.last && f.low > 1 && s.upos(f.head) == text.PROPN && s.namelike(f.head) && s.upos(f.end) != text.PROPN
}

// known reports whether a bare number means people spoken of before: "the two".
func (s *sentence) known(f *figure) bool {
	l := s.lower(f.first - 1)
	return l == "the" || l == "these" || l == "those"
}

// displaced reports whether those who fled were driven out, and did not merely
// run off: "two gunmen fled", "three men fled on foot".
func (s *sentence) displaced(f *figure) bool {
	switch f.who {
	case "", "civilian", "child":
	default:
		return false
	}
	few := !math.IsInf(f.high, 1) && f.high < 20 || math.IsInf(f.high, 1) && f.low < 20
	if f.head >= 0 && few {
		return f.kind == plainFigure && !s.classes.fugitive[s.lower(f.head)]
	}
	return f.kind == plainFigure && (!few || f.head >= 0)
}

func (s *sentence) pluralAt(i int32) bool {
	t := &s.doc.Tokens[i]
	return t.Tag == text.NNS || t.Tag == text.NNPS || s.word(i).plural || t.Tag == 0 && ends(t.Lower, "s")
}
