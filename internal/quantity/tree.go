package quantity

import "sayso/internal/text"

// parsed reports whether the sentence has a tree.
func (s *sentence) parsed() bool {
	return s.first < s.last && s.doc.Tokens[s.first].Head != text.Unparsed
}

// reach is how far from a word its dependents are looked for, in tokens.
const reach = 40

// dependent returns a dependent of token h that fits, or -1.
func (s *sentence) dependent(h int32, fits func(i int32, rel text.Rel) bool) int32 {
	for i := max(s.first, h-reach); i < min(s.last, h+reach); i++ {
		if t := &s.doc.Tokens[i]; t.Head == h && i != h && fits(i, t.Rel) {
			return i
		}
	}
	return -1
}

// treeHarm reads the harm that the tree ties to a figure: for what stands too
// far from its verb, or behind too much, for the words between to be walked.
func (s *sentence) treeHarm(f *figure) verdict {
	i := f.head
	if i < 0 {
		i = f.last - 1
		for i > f.first && s.kind(i) != kNum && s.doc.Tokens[i].UPOS != text.NOUN {
			i--
		}
	}
	v := verdict{rule: "rule:tree"}
	for range 5 {
		t := &s.doc.Tokens[i]
		if h := s.modifierHarm(i); h != 0 {
			v.harm = h
			return v
		}
		if t.Head < s.first || t.Head >= s.last {
			return v
		}
		h := t.Head
		w := s.word(h)
		switch t.Rel {
		case text.RelConj, text.RelNummod, text.RelNmodUnmarked:
			if t.Rel == text.RelConj && s.kind(f.start-1) == kVerb {
				return v // "killed 12 and robbed several women": the object of a verb of its own
			}
			i = h
			continue
		case text.RelNsubjPass, text.RelNsubj:
			v.harm, v.doubt, v.flight = s.verbOf(h, t.Rel), s.doubtOf(h), w.verb == "flee"
			return v
		case text.RelObj:
			v.doubt = s.doubtOf(h)
			if w.harm != 0 && w.victim&victimObject != 0 && w.particle == "" {
				v.harm = w.harm
				return v
			}
			x := s.dependent(h, func(i int32, r text.Rel) bool {
				return r == text.RelXcomp && (s.word(i).state != 0 || s.word(i).harm != 0 && s.word(i).forms&participle != 0)
			})
			if x >= 0 && w.frames&frameResult != 0 {
				v.harm = max(s.word(x).state, s.word(x).harm)
			}
			return v
		case text.RelNmod:
			of := s.dependent(i, func(i int32, r text.Rel) bool { return r == text.RelCase && s.lower(i) == "of" })
			if of >= 0 && w.act != 0 && !w.fatal {
				v.harm = w.act
				return v
			}
			if of >= 0 && (w.noun == groupNoun || w.fn&fnCount != 0) {
				i = h
				continue
			}
			return v
		default:
			return v
		}
	}
	return v
}

// modifierHarm reads a clause that modifies the noun at i: "12 people killed", "who died".
func (s *sentence) modifierHarm(i int32) harm {
	j := s.dependent(i, func(j int32, r text.Rel) bool {
		w := s.word(j)
		switch r {
		case text.RelACL:
			return w.harm != 0 && w.verb != "hold" && w.forms&participle != 0 && !s.objectFollows(j+1)
		case text.RelACLRelcl:
			who := s.dependent(j, func(k int32, r text.Rel) bool {
				return s.has(k, fnRel|fnThat) && (r == text.RelNsubjPass || r == text.RelNsubj)
			})
			return who >= 0 && s.verbOf(j, s.doc.Tokens[who].Rel) != 0
		}
		return false
	})
	if j < 0 || s.doubtOf(j) != "" {
		return 0
	}
	if h := s.word(j).harm; h != 0 {
		return h
	}
	return s.word(j).state
}

// verbOf reads the predicate at h for a subject with the relation rel.
func (s *sentence) verbOf(h int32, rel text.Rel) harm {
	for range 3 {
		w := s.word(h)
		if rel == text.RelNsubjPass && w.harm != 0 && w.victim&victimObject != 0 {
			return w.harm
		}
		if rel == text.RelNsubj && w.harm != 0 && w.victim&victimSubject != 0 && !(w.victim&victimObject != 0 && s.objectFollows(h+1)) {
			return w.harm
		}
		if rel == text.RelNsubj && w.state != 0 && s.dependent(h, func(_ int32, r text.Rel) bool { return r == text.RelCop }) >= 0 {
			return w.state
		}
		if c := s.joinedPassive(h); rel == text.RelNsubj && c != 0 {
			return c
		}
		x := s.dependent(h, func(_ int32, r text.Rel) bool { return r == text.RelXcomp })
		if x < 0 || w.frames&(frameReport|frameRemain|frameResult) == 0 {
			return 0
		}
		if s.word(x).state != 0 {
			return s.word(x).state
		}
		rel = text.RelNsubj
		if s.dependent(x, func(_ int32, r text.Rel) bool { return r == text.RelAuxPass }) >= 0 {
			rel = text.RelNsubjPass
		}
		h = x
	}
	return 0
}

// joinedPassive reads a passive that shares the subject of the predicate at h: "were on
// a visit and were wounded".
func (s *sentence) joinedPassive(h int32) harm {
	c := s.dependent(h, func(i int32, r text.Rel) bool {
		w := s.word(i)
		return r == text.RelConj && i > h && w.harm != 0 && w.victim&victimObject != 0 && s.kind(i) == kVerb && s.passiveAt(i)
	})
	if c < 0 || s.doubtOf(c) != "" {
		return 0
	}
	if own := s.dependent(c, func(_ int32, r text.Rel) bool { return r == text.RelNsubj || r == text.RelNsubjPass }); own >= 0 {
		return 0
	}
	return s.word(c).harm
}
