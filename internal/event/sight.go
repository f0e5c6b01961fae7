package event

import (
	"sayso"
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// The facts that the model is shown are hashes. Templates and order are part of
// a model: change them and train again.

// Slots of the model's word vectors.
const (
	triggerSlot = iota
	objectSlot
	complementSlot
	obliqueSlot
	subjectSlot
	governorSlot
)

// Templates of facts. From tLemma on they name the word itself, from tRuled on they tell
// what the rules made of it: training hides both at times.
const (
	tKind uint64 = iota + 1
	tForm
	tObject
	tObjectClass
	tObjectNoun
	tObjectPart
	tComplement
	tComplementClass
	tComplementSense
	tPrep
	tPrepWord
	tPrepClass
	tPrepNoun
	tGovernor
	tActor
	tRecipient
	tSides
	tNear
	tSense
	tClass
	tLemma
	tLemmaPrep
	tLemmaObject
	tLemmaComplement
	tLemmaSides
	tRuled
	tRule
)

// shown is one fact with what training needs to know of it.
type shown struct {
	r     *reading
	o     *outline
	c     *candidate
	out   *Sight
	marks []Mark // of each fact
}

// Mark says what a fact tells of, so that training can hide it.
type Mark uint8

// What a fact tells of.
const (
	Grammar Mark = iota // the words and grammar around
	Lexical             // the trigger's own word
	Ruling              // what the rules made of it
)

func (s *shown) add(template uint64, facts ...uint64) {
	s.out.Facts = append(s.out.Facts, lexicon.HashFacts(template, facts...))
	if s.marks != nil {
		m := Grammar
		switch {
		case template >= tRuled:
			m = Ruling
		case template >= tLemma:
			m = Lexical
		}
		s.marks = append(s.marks, m)
	}
}

// sight shows the model a candidate.
func (r *reading) sight(o *outline, c *candidate, out *Sight, marks []Mark) []Mark {
	s := &shown{r: r, o: o, c: c, out: out, marks: marks}
	out.Facts, out.Vectors = out.Facts[:0], [Slots][]byte{}
	t := &r.doc.Tokens[c.first]
	l := lexicon.HashWord(lemma(t))
	part := uint64(0)
	if c.noun {
		part = 1
	}
	s.add(tKind, part)
	s.add(tLemma, l)
	s.add(tLemma, l, part)
	s.vector(triggerSlot, c.first)
	s.classes(tClass, 0, c.first)
	for i := range r.t.verbs[lemma(t)] {
		s.add(tSense, 1, lexicon.HashWord(string(r.t.verbs[lemma(t)][i].kind)))
	}
	for _, n := range r.nounSenses(t) {
		s.add(tSense, 2, lexicon.HashWord(string(n.kind)))
	}
	if c.end < o.sent.Last {
		s.add(tLemmaPrep, l, 9, lexicon.HashWord(r.doc.Tokens[c.end].Lower))
	}
	if !c.noun && c.group >= 0 {
		s.verb(l)
	} else {
		s.noun(l)
	}
	s.side(tActor, c.actors)
	s.side(tRecipient, c.recipients)
	a, b := r.sort(c.actors), r.sort(c.recipients)
	s.add(tSides, a, b)
	s.add(tLemmaSides, l, a, b)
	s.near()
	if c.by != proposed {
		s.add(tRuled, lexicon.HashWord(string(c.kind)))
		s.add(tRule, lexicon.HashWord(c.by))
	} else {
		s.add(tRuled, 0)
	}
	return s.marks
}

// verb tells what hangs on a verb and what it hangs on.
func (s *shown) verb(l uint64) {
	r, o := s.r, s.o
	g := &o.groups[s.c.group]
	form := uint64(0)
	for i, is := range []bool{g.passive, g.negated, g.infinitive, g.gerund, g.partcple, g.relative, g.hypothetical, g.past} {
		if is {
			form |= 1 << i
			s.add(tForm, uint64(i))
		}
	}
	s.add(tForm, 20, lexicon.HashWord(g.modal))
	object := g.obj
	if g.passive {
		object = g.subj
	}
	if len(object) > 0 {
		s.object(l, object[0])
	} else {
		s.add(tObject, 0)
	}
	if len(g.subj) > 0 {
		s.vector(subjectSlot, g.subj[0].head)
	}
	if q := g.complement; q >= 0 {
		s.complement(l, o.groups[q].head)
	}
	if q := g.clause; q >= 0 {
		s.add(tComplement, 3)
		s.complement(l, o.groups[q].head)
	}
	for i := range g.obl {
		s.oblique(l, &g.obl[i], i == 0)
	}
	if t := &r.doc.Tokens[g.head]; t.Head >= 0 && t.Head >= o.sent.First && t.Head < o.sent.Last {
		s.governor(t.Head, uint64(t.Rel))
	} else {
		s.add(tGovernor, 0)
	}
}

// noun tells what hangs on a noun and what it hangs on.
func (s *shown) noun(l uint64) {
	r, o := s.r, s.o
	t := &r.doc.Tokens[s.c.first]
	s.add(tForm, 30, uint64(t.Tag))
	n := 0
	if s.c.node >= 0 {
		for _, b := range o.following(s.c.node) {
			if n < 3 {
				s.oblique(l, &b, n == 0)
			}
			n++
		}
		p := o.phrase(s.c.node)
		for i := p.first; i < s.c.first && i < p.last; i++ {
			s.add(tObjectPart, lexicon.HashWord(lemma(&r.doc.Tokens[i])))
		}
	}
	if g := s.c.group; g >= 0 {
		s.governor(o.groups[g].head, 99)
		if len(o.groups[g].subj) > 0 {
			s.vector(subjectSlot, o.groups[g].subj[0].head)
		}
	}
}

func (s *shown) object(l uint64, p phrase) {
	r := s.r
	if q, ok := r.counted(p); ok {
		p = q
	}
	h := lexicon.HashWord(lemma(&r.doc.Tokens[p.head]))
	s.add(tObject, h)
	s.add(tLemmaObject, l, h)
	s.vector(objectSlot, p.head)
	s.classes(tObjectClass, 0, p.head)
	for _, n := range r.nounSenses(&r.doc.Tokens[p.head]) {
		s.add(tObjectNoun, lexicon.HashWord(string(n.kind)))
	}
	for i := p.first; i < p.head; i++ {
		if t := &r.doc.Tokens[i]; t.UPOS == text.NOUN || t.UPOS == text.ADJ {
			s.add(tObjectPart, lexicon.HashWord(lemma(t)))
			s.classes(tObjectClass, 1, i)
		}
	}
}

func (s *shown) complement(l uint64, head int32) {
	w := lemma(&s.r.doc.Tokens[head])
	h := lexicon.HashWord(w)
	s.add(tComplement, h)
	s.add(tLemmaComplement, l, h)
	s.vector(complementSlot, head)
	s.classes(tComplementClass, 0, head)
	for i := range s.r.t.verbs[w] {
		s.add(tComplementSense, lexicon.HashWord(string(s.r.t.verbs[w][i].kind)))
	}
}

func (s *shown) oblique(l uint64, b *oblique, first bool) {
	if s.o.when(b.node) || len(b.phrases) == 0 {
		return
	}
	w := lexicon.HashWord(b.word)
	t := &s.r.doc.Tokens[b.phrases[0].head]
	s.add(tPrep, w)
	s.add(tPrepWord, w, lexicon.HashWord(lemma(t)))
	s.add(tLemmaPrep, l, w)
	s.classes(tPrepClass, w, b.phrases[0].head)
	for _, n := range s.r.nounSenses(t) {
		s.add(tPrepNoun, w, lexicon.HashWord(string(n.kind)))
	}
	if first {
		s.vector(obliqueSlot, b.phrases[0].head)
	}
}

func (s *shown) governor(head int32, rel uint64) {
	t := &s.r.doc.Tokens[head]
	s.add(tGovernor, rel)
	s.add(tGovernor, rel, lexicon.HashWord(lemma(t)))
	s.vector(governorSlot, head)
}

// classes tells which classes of the tables hold a word.
func (s *shown) classes(template, also uint64, i int32) {
	for _, c := range s.r.t.classesOf[lemma(&s.r.doc.Tokens[i])] {
		s.add(template, also, c)
	}
}

func (s *shown) vector(slot int, i int32) {
	if s.r.vector == nil {
		return
	}
	t := &s.r.doc.Tokens[i]
	v := s.r.vector(lemma(t))
	if v == nil {
		v = s.r.vector(t.Lower)
	}
	s.out.Vectors[slot] = v
}

// side tells who stands on one side.
func (s *shown) side(template uint64, list []phrase) {
	if len(list) == 0 {
		s.add(template, 0)
		return
	}
	if len(list) > 1 {
		s.add(template, 1)
	}
	st := s.r.standing(list[0])
	for b := range 10 {
		if st.kind&(1<<b) != 0 {
			s.add(template, 2, uint64(b))
		}
	}
	for b, is := range []bool{st.country != "", st.place, st.plural, st.person, st.company, st.human(), st.political()} {
		if is {
			s.add(template, 3, uint64(b))
		}
	}
}

// sort tells roughly who a side is.
func (r *reading) sort(list []phrase) uint64 {
	if len(list) == 0 {
		return 0
	}
	st := r.standing(list[0])
	switch {
	case st.company:
		return 1
	case st.kind&armed != 0:
		return 2
	case st.kind&court != 0:
		return 3
	case st.kind&(state|official|legislator) != 0 || st.country != "":
		return 4
	case st.kind&(crowd|worker) != 0:
		return 5
	case st.kind&named != 0:
		return 6
	case st.kind&pronoun != 0:
		return 7
	case st.political():
		return 8
	case st.human():
		return 9
	}
	return 10
}

// near tells what the sentence is about.
func (s *shown) near() {
	n := &s.r.near
	s.add(tNear, 1, uint64(min(n.other, 3)))
	s.add(tNear, 2, uint64(min(n.force, 3)))
	for b, is := range []bool{n.hard, n.armed, n.workers, n.peace, n.accident, n.violent, n.conflict, n.political, n.party, n.sporty} {
		if is {
			s.add(tNear, 3, uint64(b))
		}
	}
}

// Example is one word that could tell an event, as training sees it.
type Example struct {
	Sight
	Marks              []Mark // of the facts
	Head               int32  // the trigger's first token
	Trigger            sayso.Span
	Type               sayso.EventType // the rules' answer; "" where they have none
	Actors, Recipients []sayso.Span
}
