package quantity

// after reads the states and participles that follow a figure at once: "12
// people dead", "12 killed", "12 people who died", "a man arrested in".
func (s *sentence) after(f *figure, far bool) verdict {
	i := f.end
	for s.kind(i) == kAdv || s.kind(i) == kQuote || s.lower(i) == "…" || s.lower(i) == "..." {
		i++
	}
	if far || f.class == personNoun && f.kind == articleFigure && s.has(s.skipPhrases(i), fnRel) { // "left 12 people in the village dead"
		i = s.skipPhrases(i)
	}
	w := s.word(i)
	if h, n := s.stateAt(i); h != 0 {
		if (s.kind(i) == kVerb || s.lower(i) == "missing") && s.objectFollows(i+n) {
			return verdict{}
		}
		if w.harm == injured && s.resultAfter(i+1) == killed {
			h = killed
		}
		if s.kind(i) == kVerb {
			h = s.both(i, h)
		}
		return verdict{harm: h, rule: "rule:state", verb: true, people: w.people}
	}
	switch k := s.kind(i); {
	case k == kRel && w.fn&fnPoss == 0 && s.lower(i) != "whose" && s.lower(i) != "whom", k == kThat:
		if s.kind(i+1).verbal() || s.kind(i+1) == kAdv {
			v := s.predicate(i+1, false)
			v.rule = "rule:relative"
			return v
		}
	case k == kTo && s.word(i+1).forms&base != 0 && s.word(i+1).victim&victimSubject != 0, k == kTo && s.kind(i+1) == kBe:
		v := s.predicate(i+1, false)
		v.rule = "rule:relative"
		return v
	case k == kPrep && s.lower(i) == "with" && f.kind == plainFigure && s.word(s.headOf(i+1)).counts == injured:
		return verdict{harm: injured, rule: "rule:state", verb: true} // "eleven with head injuries"
	case k == kPrep && s.has(i, fnWithin) && s.lower(i) == "among": // "nine children among the dead"
		if h := s.harmWithin(i+1, i+4); h != 0 {
			return verdict{harm: h, rule: "rule:part", verb: true}
		}
	case (k == kVerb || w.harm != 0 && w.forms&participle != 0 && f.high != 1) && // "two shot", but not "one shot on goal"
		(w.harm != 0 || w.phrases != nil || w.frames&(frameReport|frameResult|frameRemain) != 0):
		if w.forms&gerund != 0 && w.forms&participle == 0 {
			return verdict{}
		}
		v := s.predicate(i, w.harm == 0 || w.victim&victimObject != 0)
		if v.harm == 0 {
			v.verb = false
		}
		if v.harm != 0 {
			v.rule = "rule:state"
		}
		return v
	}
	return verdict{}
}

// skipPhrases returns the token after the prepositional phrases that begin at i.
func (s *sentence) skipPhrases(i int32) int32 {
	for {
		j := i
		if s.kind(j) == kPrep {
			if h, _ := s.stateAt(j); h != 0 {
				return i
			}
			j = s.skipNominals(j + 1)
		}
		if j == i || j >= s.last {
			return i
		}
		i = j
	}
}

// predicateOf walks from the end of a figure's phrase to the verb it is the
// subject of, over phrases, asides, relative clauses and what is joined to it.
// figures are the sentence's, in order; self is f's index.
func (s *sentence) predicateOf(figures []figure, self int) verdict {
	f := &figures[self]
	i := f.end
	next := self + 1
	aside := verdict{}
	far := false // a list or aside lies between
	for steps := 0; i < s.last && steps < 40; steps++ {
		for next < len(figures) && figures[next].start < i {
			next++
		}
		far = far || s.kind(i) == kComma || s.kind(i) == kConj || s.kind(i) == kDash
		switch k := s.kind(i); {
		case k == kAdv || k == kQuote, f.increment && i == f.end && s.has(i, fnMore), s.lower(i) == "aged", k == kNum && s.lower(i-1) == "aged":
			i++
		case k == kPrep && s.lower(i) != "than" || k == kTo && !s.infinitive(i):
			if h, _ := s.stateAt(i); h != 0 && steps == 0 {
				return verdict{harm: h, rule: "rule:state"}
			}
			if s.has(i, fnSub) && s.clauseFollows(i+1) {
				return aside
			}
			i = s.skipNominals(i + 1)
		case k.nominal() && (steps > 0 || s.timeAt(i) || s.has(i, fnTime)):
			if next < len(figures) && figures[next].start == i && figures[next].kind == plainFigure && s.kind(i-1) == kComma {
				return aside
			}
			i++
		case k == kOpen:
			for end := i + 40; i < min(end, s.last) && s.kind(i) != kClose; {
				i++
			}
			i++
		case k == kConj || k == kComma && s.kind(i+1) == kConj && s.lower(i+1) != "but":
			if k == kComma {
				i++
			}
			if s.lower(i) == "but" {
				return aside
			}
			j := s.skipNominals(i + 1)
			if next < len(figures) && figures[next].start <= i+2 && figures[next].end > i {
				j = figures[next].end
			}
			if j == i+1 {
				return aside
			}
			i = j
		case k == kComma || k == kDash:
			if next < len(figures) && figures[next].start == i+1 && s.listGoesOn(figures, next) {
				i = figures[next].end
				continue
			}
			if s.kind(i+1) == kRel {
				v, end := s.relative(i + 1)
				if v.harm != 0 && aside.harm == 0 {
					aside = v
				}
				i = end
				continue
			}
			if s.kind(i+1).verbal() && s.kind(i+1) != kVerb {
				i++
				continue
			}
			end := s.asideEnd(i)
			if n := s.skipNominals(i + 1); k == kComma && n > i+1 && n < i+5 && s.kind(n).verbal() && s.kind(n) != kVerb && s.kind(i-1) == kNoun {
				end = n // "in Baghdad, Iraq were"
			}
			if end < 0 {
				return aside
			}
			i = end
		case k == kRel || k == kThat:
			v, end := s.relative(i)
			if v.harm != 0 && aside.harm == 0 {
				aside = v
			}
			if end <= i {
				return aside
			}
			i = end
		case k.verbal():
			w := s.word(i)
			if k == kVerb && s.reduced(i) {
				i = s.skipReduced(i)
				continue
			}
			passive := k == kVerb && w.forms&participle != 0 && w.harm != 0 && w.victim&victimObject != 0
			v := s.predicate(i, passive)
			v.far = far
			if v.harm == 0 && v.doubt == "" && aside.harm != 0 {
				return aside
			}
			return v
		default:
			return aside
		}
	}
	return aside
}

// infinitive reports whether "to" at i opens an infinitive.
func (s *sentence) infinitive(i int32) bool {
	k := s.kind(i + 1)
	return k == kBe || k == kHave || k == kVerb
}

// clauseFollows reports whether a clause with a finite verb begins at i: used
// to tell "after the attack" from "after gunmen attacked".
func (s *sentence) clauseFollows(i int32) bool {
	j := s.skipNominals(i)
	if s.kind(j) == kPron {
		return true
	}
	return s.kind(j).verbal() && j > i
}

// listGoesOn reports whether the figure at next is one more item of a list:
// it is followed by a comma, "and" or the predicate, not by its own clause's end.
func (s *sentence) listGoesOn(figures []figure, next int) bool {
	k := s.kind(figures[next].end)
	return k == kConj || k == kComma || k.verbal() && k != kVerb
}

// asideEnd returns the token after an aside that the comma or dash at i opens:
// ", aged 22 and 25," or "- among them three children -"; -1 where none ends.
func (s *sentence) asideEnd(i int32) int32 {
	want := s.kind(i)
	clause := false // the aside is a clause: "11 of whom have wounds"
	for j := i + 1; j < s.last && j < i+30; j++ {
		k := s.kind(j)
		if k == want {
			n := s.kind(j + 1)
			if n.verbal() || n == kAdv && s.kind(j+2).verbal() {
				return j + 1
			}
			if n == kRel || n == kPrep {
				return j + 1
			}
			if want == kDash {
				return j + 1
			}
		}
		clause = clause || k == kRel
		if k == kPunct && s.lower(j) != "." || k.verbal() && k != kVerb && !clause {
			return -1
		}
	}
	return -1
}

// relative reads the relative clause whose pronoun stands at i: what it says of
// its head, and the token where it ends.
func (s *sentence) relative(i int32) (verdict, int32) {
	v := verdict{}
	j := i + 1
	if s.lower(i) != "whose" && s.lower(i) != "whom" && (s.kind(j).verbal() || s.kind(j) == kAdv) {
		v = s.predicate(j, false)
		v.rule = "rule:relative"
	}
	// Past the clause's own verb group, up to the next finite verb or comma.
	seen := false
	for ; j < s.last && j < i+25; j++ {
		k := s.kind(j)
		switch {
		case k.verbal() && !seen:
			for j+1 < min(s.last, i+40) && (s.kind(j+1).verbal() || s.kind(j+1) == kAdv || s.kind(j+1) == kNot || s.kind(j+1) == kTo && s.infinitive(j+1)) {
				j++
			}
			seen = true
		case k.verbal() && k != kVerb && seen:
			return v, j
		case k == kVerb && seen && !s.reduced(j) && s.word(j).forms&gerund == 0 && s.kind(j-1) != kConj && s.kind(j-1) != kTo:
			return v, j
		case k == kComma && seen:
			if s.kind(j + 1).verbal() {
				return v, j + 1
			}
			return v, s.last
		case k == kPunct || k == kSub || k == kThat || k == kConj && s.kind(j+1).verbal():
			return v, s.last
		}
	}
	return v, s.last
}

// reduced reports whether the verb at i opens a reduced relative clause and is
// no finite verb: "people trapped in the mine", "men wearing masks".
func (s *sentence) reduced(i int32) bool {
	w := s.word(i)
	if w.harm != 0 || w.phrases != nil || w.frames&(frameRemain|frameReport|frameResult) != 0 {
		return w.forms&gerund != 0 && w.forms&participle == 0
	}
	switch s.doc.Tokens[i].Tag {
	case tagVBN, tagVBG:
		return true
	}
	return false
}

// skipReduced returns the next auxiliary or finite verb after a reduced clause,
// or the sentence's end.
func (s *sentence) skipReduced(i int32) int32 {
	for j := i + 1; j < s.last && j < i+20; j++ {
		switch k := s.kind(j); {
		case k == kComma && s.kind(j+1).verbal():
			return j + 1
		case k == kComma, k == kPunct, k == kSub, k == kRel, k == kThat, k == kDash:
			return s.last
		case k.verbal() && (k != kVerb || !s.reduced(j) && s.kind(j-1) != kTo && s.kind(j-1) != kConj):
			return j
		}
	}
	return s.last
}
