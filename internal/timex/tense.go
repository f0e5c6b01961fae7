package timex

import (
	"slices"

	"sayso/internal/text"
)

// tense is when, seen from publication, the clause around a date takes place.
type tense uint8

const (
	noTense tense = iota
	past
	present
	future // "to open", "would open"
	surely // "will open"
)

// verb is one verb group of a sentence.
type verb struct {
	first, last int32
	tense       tense
}

// reach is how many tokens away a verb may stand from the time it goes with.
const reach = 60

// tenseAt returns the tense of the verb group that a time at tokens [i, next)
// goes with: the one above it in the tree, else the nearer one, where commas and
// quotation marks count as distance.
func (r *run) tenseAt(i, next int32) tense {
	if r.tenses == nil {
		r.readTenses()
	}
	if t, ok := r.tenseAbove(i, next); ok {
		return t
	}
	best, dist := noTense, int32(1<<20)
	near, _ := slices.BinarySearchFunc(r.tenses, i-reach, func(v verb, at int32) int { return int(v.last - at) })
	for _, v := range r.tenses[near:] {
		if v.first > next+reach {
			break
		}
		var from, to int32
		switch {
		case v.last <= i:
			from, to = v.last, i
		case v.first >= next:
			from, to = next, v.first
		default:
			return v.tense // "will soon retire"
		}
		d := to - from
		for k := from; k < to; k++ {
			switch r.toks[k].Lower {
			case ",", ";", ":", "\"", "“", "”", "—", "–", "(", ")":
				d += 4
			case "that", "which", "who", "when", "while", "after", "before", "because", "although", "as", "if", "where", "but":
				d += 6
			}
		}
		if v.first >= next {
			d += 2 // a time follows its verb more often than it leads
		}
		if d < dist {
			best, dist = v.tense, d
		}
	}
	return best
}

// tenseAbove climbs the tree from a time at tokens [i, next) to the first verb
// group; ok is false where there is no tree, or no such verb within a few steps.
func (r *run) tenseAbove(i, next int32) (tense, bool) {
	at := next - 1
	for k := i; k < next; k++ {
		if h := r.toks[k].Head; h < i || h >= next {
			at = k
			break
		}
	}
	for range 6 {
		h := r.toks[at].Head
		if h < r.first || h >= r.end {
			return noTense, false
		}
		at = h
		k, found := slices.BinarySearchFunc(r.tenses, at, func(v verb, at int32) int {
			switch {
			case v.last <= at:
				return -1
			case v.first > at:
				return 1
			}
			return 0
		})
		for k := min(at, i); k < max(at, i) && k < min(at, i)+reach; k++ {
			if r.toks[k].Lower == ";" {
				return noTense, false // the tree has leapt to another sentence
			}
		}
		if found {
			return r.tenses[k].tense, true
		}
		if t, ok := r.auxiliary(at, k); ok {
			return t, true
		}
	}
	return noTense, false
}

// auxiliary returns the tense of the auxiliary or copula that hangs on token
// at, "will" in "will be in Oslo"; k is where at would stand among the groups.
func (r *run) auxiliary(at int32, k int) (tense, bool) {
	for n := max(0, k-3); n < min(len(r.tenses), k+1); n++ {
		v := r.tenses[n]
		for t := v.first; t < v.last; t++ {
			if r.toks[t].Head == at {
				switch r.toks[t].Rel {
				case text.RelAux, text.RelAuxPass, text.RelCop:
					return v.tense, true
				}
			}
		}
	}
	return noTense, false
}

// verbBefore returns the last verb group that ends at token i or before it.
func (r *run) verbBefore(i int32) (verb, bool) {
	k, found := slices.BinarySearchFunc(r.tenses, i, func(v verb, at int32) int { return int(v.last - at) })
	if !found {
		k--
	}
	if k < 0 || k >= len(r.tenses) {
		return verb{}, false
	}
	return r.tenses[k], true
}

// readTenses lists the sentence's verb groups by their tags.
func (r *run) readTenses() {
	r.tenses = make([]verb, 0, 4)
	for i := r.first; i < r.end; i++ {
		t := &r.toks[i]
		v := verb{first: i}
		switch {
		case t.Tag == text.MD:
			switch t.Lower {
			case "will", "'ll", "wo", "shall":
				v.tense = surely
			case "would", "'d", "may", "might", "could", "should", "can", "must", "ca":
				v.tense = future
			}
			i = r.skipVerbs(i + 1)
		case t.Tag == text.TO || t.Lower == "to":
			if n := r.tag(i + 1); n != text.VB || r.word(i+1).part != "" {
				continue
			}
			v.tense = future
			if r.sharesPast(i) {
				v.tense = past
			}
			i = r.skipVerbs(i + 1)
		case t.Tag == text.VBD:
			v.tense = past
			if (t.Lower == "was" || t.Lower == "were") && r.lower(i+1) == "to" && r.tag(i+2) == text.VB { // "talks were to resume on Wednesday"
				v.tense = future
				i = r.skipVerbs(i + 2)
				break
			}
			i = r.skipVerbs(i + 1)
		case t.Tag == text.VBZ || t.Tag == text.VBP:
			v.tense = present
			if t.Lemma != "" && r.scheduled(t.Lemma) {
				v.tense = future
			}
			last := r.skipVerbs(i + 1)
			if has(t.Lower) && last > i+1 && r.tag(last-1) != text.VBG {
				v.tense = past
			}
			if be(t.Lower) && r.awaits(i+1, last) {
				v.tense = future
			}
			if k := last; be(t.Lower) && k == i+1 && (r.word(k).weekday > 0 || (r.lower(k) == "on" || r.tag(k) == text.RB || r.tag(k) == text.IN) && (r.word(k+1).weekday > 0 || r.word(k+2).weekday > 0)) {
				v.tense = future // "the vote is on Sunday"
			}
			if k := last; be(t.Lower) && r.lower(k) == "to" && r.tag(k+1) == text.VB {
				v.tense = future
				last = r.skipVerbs(k + 1)
			}
			i = last
		case t.Tag == text.VBN:
			v.tense = past
			i++
		default:
			continue
		}
		i = max(i, v.first+1)
		v.last = i
		r.tenses = append(r.tenses, v)
		i--
	}
}

// awaits reports whether a participle among tokens [i, last) or the word after
// looks ahead: "is set for", "are due on".
func (r *run) awaits(i, last int32) bool {
	for ; i <= last; i++ {
		if r.finder.classes.due[r.lower(i)] {
			return true
		}
	}
	return false
}

// sharesPast reports whether the infinitive whose "to" is token i shares the time of
// the past verb group before it: "gathered to vote", but not "agreed to meet",
// "a plan to vote" or "a law to be signed".
func (r *run) sharesPast(i int32) bool {
	v, ok := r.verbBefore(i)
	if r.aims(i) {
		return true
	}
	if !ok || v.tense != past || i-v.last > 12 || r.awaiting(i-1) || r.awaiting(v.last-1) && i-v.last < 5 {
		return false
	}
	if r.lower(i+1) == "be" && r.tag(i+2) == text.VBN && i > v.last {
		return false
	}
	for k := v.last; k < i; k++ {
		switch r.toks[k].Lower {
		case ",", ";", ":", "that", "and", "but", "\"", "“", "”":
			return false
		}
	}
	return true
}

// aims reports whether, in the tree, the infinitive whose "to" is token i tells the aim
// of a finite verb in the past tense before it: "used tear gas to break up a rally".
func (r *run) aims(i int32) bool {
	verb := &r.toks[i+1]
	if i+1 >= r.end || verb.Rel != text.RelAdvcl || verb.Head < r.first || verb.Head >= i {
		return false
	}
	h := &r.toks[verb.Head]
	return h.Tag == text.VBD && !r.awaiting(verb.Head) && !r.plans(h.Lemma)
}

// awaiting reports whether token i is a word whose infinitive is yet to come.
func (r *run) awaiting(i int32) bool {
	if i < r.first {
		return false
	}
	e := r.finder.words[r.toks[i].Lemma]
	return e != nil && (e.awaiting || e.planning)
}

// skipVerbs returns the end of the verb group that goes on at token i.
func (r *run) skipVerbs(i int32) int32 {
	for ; i < r.end; i++ {
		switch r.toks[i].Tag {
		case text.VB, text.VBN, text.VBG, text.RB:
		default:
			if w := r.toks[i].Lower; (w == "last" || w == "first") && r.tag(i+1) == text.VBN {
				continue // "was last seen"
			}
			return i
		}
	}
	return i
}

func has(w string) bool { return w == "has" || w == "have" || w == "'ve" || w == "'s" }
func be(w string) bool {
	return w == "is" || w == "are" || w == "'s" || w == "'re" || w == "am" || w == "'m"
}
