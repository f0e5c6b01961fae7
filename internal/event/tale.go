package event

import (
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// tale is what a sentence tells that is no news: what a work of fiction tells, times
// long past, a life looked back on. It may go on in the sentences that follow.
type tale struct {
	plot  bool    // a work was said to tell of something
	past  int32   // the paragraph in which a time long past is told, plus one; 0
	life  int32   // likewise of somebody's life
	inner []int32 // heads of clauses of this sentence that alone tell such things
}

// told long ago or nowhere: old reports whether a sentence as a whole tells no news.
func (r *reading) old(o *outline) bool {
	t := &r.tale
	t.inner = t.inner[:0]
	para := o.sent.Para + 1
	root := r.root(o)
	recent := r.recent(o)
	past, whole := false, false
	for i := o.sent.First; i < o.sent.Last; i++ {
		w := &r.doc.Tokens[i]
		switch {
		case r.longAgo(i):
			head, inner := r.clauseOf(i)
			inner = inner && !r.living(head)
			switch {
			case !inner && !recent:
				past = true
			case inner:
				t.inner = append(t.inner, head)
			default:
				t.inner = append(t.inner, w.Head)
			}
		case (in(r.t.classes["work"], w) || w.Lower == "season") && r.judged(i):
			t.plot = true
		case in(r.t.classes["work"], w) && r.tells(i), r.t.words.myth[lemma(w)] && r.sings(i), r.t.words.digger[lemma(w)] && r.digs(i):
			whole = whole || !r.t.words.digger[lemma(w)] || !r.goesOn(w.Head)
			t.plot = t.plot || in(r.t.classes["work"], w) && r.tells(i)
		case in(r.t.words.scene, w) && r.stages(i), r.t.words.character[w.Lower] && r.plays(i):
			t.plot, whole = true, true
		case w.Lower == "died" && r.obituary(i, o.sent.Last), w.Lower == "born" && w.Tag == text.VBN && (i <= o.sent.First+1 || i == root):
			t.life, whole = para, true
		case r.youth(i), r.aged(i):
			if head, inner := r.clauseOf(i); inner {
				t.inner = append(t.inner, head)
			} else {
				t.life, whole = para, true
			}
		}
	}
	if past {
		t.past = para
		return true
	}
	if whole || t.plot && !recent && r.present(root) {
		return true
	}
	if recent || root < 0 || !r.narrated(root) {
		t.past, t.life = 0, 0
		return false
	}
	return t.past == para || t.life == para && r.ofOne(o, root)
}

// within reports whether a token stands in a clause that alone tells of the past.
func (r *reading) within(i int32) bool {
	for _, h := range r.tale.inner {
		for j, n := i, 0; j >= 0 && n < 40; j, n = r.doc.Tokens[j].Head, n+1 {
			if j == h {
				return true
			}
		}
	}
	return false
}

// root returns the head of a sentence; -1 without a tree.
func (r *reading) root(o *outline) int32 {
	for i := o.sent.First; i < o.sent.Last; i++ {
		if r.doc.Tokens[i].Head == text.Root {
			return i
		}
	}
	return -1
}

// clauseOf returns the head of the clause that token i stands in, and whether that
// clause says something of a noun alone: "a bridge built in 1746".
func (r *reading) clauseOf(i int32) (head int32, inner bool) {
	for n := 0; n < 40; n++ {
		t := &r.doc.Tokens[i]
		if t.Head < 0 {
			return i, false
		}
		bare := t.Rel == text.RelXcomp && t.Tag == text.VBN && i > 0 && r.doc.Tokens[i-1].UPOS == text.NOUN // "attacked a church built in 1746"
		if t.Rel == text.RelACL || t.Rel == text.RelACLRelcl || bare {
			return i, true
		}
		i = t.Head
	}
	return i, false
}

// living reports whether a relative clause tells of somebody: "who reigned in 1300".
func (r *reading) living(head int32) bool {
	for i := head - 1; i >= 0 && i >= head-6 && r.doc.Tokens[i].Sent == r.doc.Tokens[head].Sent; i-- {
		if r.doc.Tokens[i].Lower == "who" {
			return true
		}
	}
	return false
}

// recent reports whether a sentence names a time of today: a weekday, this year, a year
// since 1960.
func (r *reading) recent(o *outline) bool {
	for i := o.sent.First; i < o.sent.Last; i++ {
		t := &r.doc.Tokens[i]
		if r.t.words.recent[t.Lower] {
			return true
		}
		if len(t.Lower) == 4 && t.UPOS == text.NUM && t.Lower >= "1960" && t.Lower <= "2099" && !strings.ContainsFunc(t.Lower, notDigit) {
			return true
		}
		if n := i + 1; n < o.sent.Last && (t.Lower == "last" || t.Lower == "this") && temporal[r.doc.Tokens[n].Lower] {
			return true
		}
	}
	return false
}

func notDigit(c rune) bool { return c < '0' || c > '9' }

// finite returns the tag that tells the tense of a clause by its head.
func (r *reading) finite(head int32) text.Tag {
	if head < 0 {
		return 0
	}
	s := &r.doc.Sents[r.doc.Tokens[head].Sent]
	for i := s.First; i < s.Last; i++ {
		t := &r.doc.Tokens[i]
		if t.Head == head && (t.Rel == text.RelAux || t.Rel == text.RelAuxPass || t.Rel == text.RelCop) && t.Tag != text.VB {
			return t.Tag
		}
	}
	return r.doc.Tokens[head].Tag
}

// present reports whether a clause is told in the present, as plots are, and not said
// by anybody.
func (r *reading) present(root int32) bool {
	if root < 0 || r.says(root) {
		return false
	}
	tag := r.finite(root)
	return tag == text.VBZ || tag == text.VBP
}

// narrated reports whether a clause is told in the past and not said by anybody.
func (r *reading) narrated(root int32) bool {
	return r.finite(root) == text.VBD && !r.says(root)
}

// says reports whether a clause hands on words.
func (r *reading) says(root int32) bool {
	return r.t.words.speech[lemma(&r.doc.Tokens[root])]
}

// ofOne reports whether a clause is about one person named before: "He was jailed".
func (r *reading) ofOne(o *outline, root int32) bool {
	for i := o.sent.First; i < o.sent.Last; i++ {
		t := &r.doc.Tokens[i]
		if t.Head == root && (t.Rel == text.RelNsubj || t.Rel == text.RelNsubjPass) {
			return t.Lower == "he" || t.Lower == "she"
		}
	}
	return false
}

// judged reports whether token i, a work, is the subject of a judgement: "the second season
// is darker".
func (r *reading) judged(i int32) bool {
	t := &r.doc.Tokens[i]
	return t.Rel == text.RelNsubj && t.Head >= 0 && r.doc.Tokens[t.Head].UPOS == text.ADJ && r.present(t.Head)
}

// sings reports whether token i, a tale of old, is given as the source: "the poem says",
// "according to legend".
func (r *reading) sings(i int32) bool {
	t := &r.doc.Tokens[i]
	if t.Rel == text.RelNsubj && t.Head >= 0 {
		return r.present(t.Head) || r.says(t.Head) && r.finite(t.Head) == text.VBZ
	}
	s := &r.doc.Sents[t.Sent]
	return i-2 >= s.First && i-s.First <= 3 && r.doc.Tokens[s.First].Lower == "according"
}

// goesOn reports whether another clause is joined to the one of a verb.
func (r *reading) goesOn(verb int32) bool {
	s := &r.doc.Sents[r.doc.Tokens[verb].Sent]
	for i := s.First; i < s.Last; i++ {
		if t := &r.doc.Tokens[i]; t.Head == verb && t.Rel == text.RelConj && t.UPOS == text.VERB {
			return true
		}
	}
	return false
}

// digs reports whether token i, one who digs for the past or what is dug up, is the subject
// of a finding: "archaeologists found the bones of warriors".
func (r *reading) digs(i int32) bool {
	t := &r.doc.Tokens[i]
	return t.Rel == text.RelNsubj && t.Head >= 0 && r.t.words.dig[lemma(&r.doc.Tokens[t.Head])]
}

// tells reports whether token i, a work, is said to tell of something: "the film
// follows a gang of thieves", "the novel is set in".
func (r *reading) tells(i int32) bool {
	t := &r.doc.Tokens[i]
	if t.Head < 0 {
		return false
	}
	v := &r.doc.Tokens[t.Head]
	switch t.Rel {
	case text.RelObl: // "in the series, soldiers besiege a station"
		return r.opens(i) && (v.Tag == text.VBZ || v.Tag == text.VBP || v.Tag == text.VB && v.Head == text.Root)
	case text.RelNsubj:
		return v.Tag != text.VBD && r.t.classes["narrate"][lemma(v)]
	case text.RelNsubjPass:
		return lemma(v) == "set" || lemma(v) == "base"
	}
	return false
}

// stages reports whether token i, a part of a work, opens a clause of the present: "in the
// second act the king orders".
func (r *reading) stages(i int32) bool {
	t := &r.doc.Tokens[i]
	return t.Head >= 0 && t.UPOS == text.NOUN && t.Rel == text.RelObl && r.opens(i) && r.present(t.Head)
}

// plays reports whether token i, a part in a work, is the subject of a clause of the present:
// "the hero is a retired general".
func (r *reading) plays(i int32) bool {
	t := &r.doc.Tokens[i]
	first := r.doc.Sents[t.Sent].First
	return i == first+1 && r.doc.Tokens[first].Lower == "the" && t.Head >= 0 && (t.Rel == text.RelNsubj || t.Rel == text.RelNsubjPass) && r.present(t.Head)
}

// opens reports whether token i ends a phrase with "in" at the beginning of its sentence.
func (r *reading) opens(i int32) bool {
	first := r.doc.Sents[r.doc.Tokens[i].Sent].First
	return i-first <= 4 && r.doc.Tokens[first].Lower == "in"
}

// youth reports whether token i names a time of somebody's life: "in his youth".
func (r *reading) youth(i int32) bool {
	return i > 1 && r.t.words.youth[r.doc.Tokens[i].Lower] && r.doc.Tokens[i-1].Tag == text.PRPS && r.doc.Tokens[i-2].Lower == "in"
}

// aged reports whether token i is how old somebody was: "he joined the navy at 17".
func (r *reading) aged(i int32) bool {
	t := &r.doc.Tokens[i]
	s := &r.doc.Sents[t.Sent]
	if t.UPOS != text.NUM || len(t.Lower) > 2 || i-1 < s.First || r.doc.Tokens[i-1].Lower != "at" || i+1 < s.Last && r.doc.Tokens[i+1].UPOS != text.PUNCT && r.doc.Tokens[i+1].UPOS != text.CCONJ && r.doc.Tokens[i+1].UPOS != text.PRON {
		return false
	}
	w := r.doc.Tokens[s.First].Lower
	if w == "at" && i+1 < s.Last { // "At 19 she moved"
		w = r.doc.Tokens[i+1].Lower
	}
	return t.Lower >= "10" && (w == "he" || w == "she") && !strings.ContainsFunc(t.Lower, notDigit)
}

// obituary reports whether "died" at token i closes a life: "has died aged 91",
// "died in his sleep at 88".
func (r *reading) obituary(i, last int32) bool {
	for k := i + 1; k < last; k++ {
		switch t := &r.doc.Tokens[k]; {
		case r.t.words.oldAge[t.Lower]:
			return true
		case t.Lower == "at":
			if n := k + 1; n < last && r.doc.Tokens[n].UPOS == text.NUM && len(r.doc.Tokens[n].Lower) <= 3 && (n+1 == last || r.doc.Tokens[n+1].UPOS == text.PUNCT) {
				return true
			}
		}
	}
	return false
}

// longAgo reports whether token i names a year before 1900 or an age long past.
func (r *reading) longAgo(i int32) bool {
	t := &r.doc.Tokens[i]
	s := &r.doc.Sents[t.Sent]
	if r.t.words.age[t.Lower] {
		return !r.namesake(i)
	}
	if t.Lower == "roman" && i+1 < s.Last {
		sec, ok := r.sector(&r.doc.Tokens[i+1])
		return ok && sectorKinds[sec.code]&(armed|official) != 0 && !r.namesake(i)
	}
	before := ""
	if i > s.First {
		before = r.doc.Tokens[i-1].Lower
	}
	switch {
	case t.Lower == "ancient" && i+1 < s.Last: // "the ancient Greeks", but "an ancient temple"
		return r.foreign(i+1, s.Last)
	case len(t.Lower) == 5 && t.Lower[4] == 's' && t.Lower >= "1000s" && t.Lower < "1960s" && !strings.ContainsFunc(t.Lower[:4], notDigit): // "the 1690s"
		return true
	case r.t.words.youth[t.Lower] && before == "the" && i-2 >= s.First && r.doc.Tokens[i-2].Lower == "in": // "rebuilt in the fifties"
		return true
	case t.Lower == "century" || t.Lower == "centuries":
		if i-3 == s.First && r.doc.Tokens[s.First].Lower == "in" { // "In the nineteenth century pirates attacked"
			return !r.t.words.thisCentury[before]
		}
		if t.Rel == text.RelCompound || t.Rel == text.RelAmod || i-2 >= s.First && (r.doc.Tokens[i-2].Lower == "a" || r.doc.Tokens[i-2].Lower == "an") {
			return false // "returned a 16th century manuscript"
		}
		return before != "th" && !r.t.words.thisCentury[before]
	case t.UPOS != text.NUM || before == "" || strings.ContainsFunc(t.Lower, notDigit):
		return false
	case len(t.Lower) == 3 || len(t.Lower) == 2 && before == "ad": // "murdered in 235."
		closed := i+1 == s.Last || r.doc.Tokens[i+1].UPOS == text.PUNCT
		return before == "ad" || before == "in" && closed && t.Rel != text.RelNummod
	case len(t.Lower) != 4 || t.Lower < "1000" || t.Lower > "1899":
		return false
	}
	return (r.t.words.yearWord[before] || temporal[before]) && !r.clock(i) && !r.dates(i)
}

// dates reports whether a year only dates a thing to which something is done: "repealed a law of 1850".
func (r *reading) dates(i int32) bool {
	t := &r.doc.Tokens[i]
	if t.Rel != text.RelNmod || t.Head < 0 || r.doc.Tokens[i-1].Lower != "of" {
		return false
	}
	h := &r.doc.Tokens[t.Head]
	return h.Rel == text.RelObj && r.nounSenses(h) == nil
}

// clock reports whether a number may be a time of day: "shortly before 1700".
func (r *reading) clock(i int32) bool {
	t := &r.doc.Tokens[i]
	if slices.ContainsFunc(r.found.Times, func(x sayso.Timex) bool { return x.Type == sayso.TimexTime && x.Span.Overlaps(t.Span) }) {
		return true
	}
	switch r.doc.Tokens[i-1].Lower {
	case "in", "of", "since", "circa", "year", "spring", "summer", "autumn", "winter":
		return false
	}
	return t.Lower[2:] < "60" && (t.Lower[3] == '0' || t.Lower[3] == '5')
}

// namesake reports whether a word for an age long past is but part of a name: "Ann Tudor Ode".
func (r *reading) namesake(i int32) bool {
	s := &r.doc.Sents[r.doc.Tokens[i].Sent]
	part := func(k int32) bool {
		return k >= s.First && k < s.Last && r.doc.Tokens[k].UPOS == text.PROPN && !r.t.words.age[r.doc.Tokens[k].Lower]
	}
	return part(i-1) || part(i+1)
}
