package event

import (
	"sort"

	"sayso"
	"sayso/internal/text"
)

// join ties an event to its time, its places and the people counted.
func (r *reading) join(o *outline, i int, e *sayso.Event) {
	c := &r.cands[i]
	from, to := r.clauseSpan(o, c)
	r.joinTime(o, i, e, from, to)
	r.joinPlaces(o, i, e, from, to)
	for k := r.from.quantity; k < len(r.found.Quantities); k++ {
		q := &r.found.Quantities[k]
		if q.Span.Start >= o.sent.Span.End {
			break
		}
		if q.Harm == "" || q.Span.Start < from || q.Span.End > to {
			continue
		}
		if harms(e, q.Harm) && !r.earlier(o, c, q.Span) && r.hangs(o, i, q.Span) != none {
			e.Quantities = append(e.Quantities, q.ID)
		}
	}
}

// earlier reports whether an expression belongs to the verb that c's is
// coordinated with: "killing {12 people} and abducting three".
func (r *reading) earlier(o *outline, c *candidate, at sayso.Span) bool {
	if c.noun || c.group < 0 || !o.parsed() || at.End > r.doc.Tokens[c.first].Span.Start {
		return false
	}
	head := o.groups[c.group].head
	verb := r.firstVerb(o, head)
	return verb != head && at.Start > r.doc.Tokens[verb].Span.Start
}

// places of what earlier stages found: the first that may lie in this sentence.
type places struct{ time, place, quantity int }

// advance moves the places on to a sentence. The lists are in text order.
func (r *reading) advance(at int32) {
	for f := &r.from; ; {
		switch {
		case f.time < len(r.found.Times) && r.found.Times[f.time].Span.End <= at:
			f.time++
		case f.place < len(r.found.Places) && r.found.Places[f.place].Span.End <= at:
			f.place++
		case f.quantity < len(r.found.Quantities) && r.found.Quantities[f.quantity].Span.End <= at:
			f.quantity++
		default:
			return
		}
	}
}

// harms reports whether an event of that type does this harm.
func harms(e *sayso.Event, h sayso.Harm) bool {
	switch h {
	case sayso.Killed, sayso.Injured, sayso.Casualties:
		return e.Type == sayso.Assault || e.Type == sayso.Protest
	case sayso.Detained:
		return e.Type == sayso.Coerce || e.Type == sayso.Assault && e.Mode == "abduct"
	case sayso.Displaced:
		return e.Type == sayso.Assault || e.Type == sayso.Coerce || e.Type == sayso.Sanction
	}
	return e.Type == sayso.Assault
}

// clauseSpan returns the bytes of the stretch around a trigger that belongs to
// its clause: up to a semicolon or a coordinated clause with its own subject.
func (r *reading) clauseSpan(o *outline, c *candidate) (from, to int32) {
	from, to = o.sent.Span.Start, o.sent.Span.End
	at := o.nodeAt(c.first)
	for j := at - 1; j >= max(0, at-2*reach); j-- {
		if o.cuts(j) {
			from = r.doc.Tokens[o.nodes[j].at].Span.End
			break
		}
	}
	for j := at + 1; j < min(len(o.nodes), at+2*reach); j++ {
		if o.cuts(j) && o.nodes[j].at >= c.end {
			to = r.doc.Tokens[o.nodes[j].at].Span.Start
			break
		}
	}
	return from, to
}

// nodeAt returns the index of the last node that begins at or before a token.
func (o *outline) nodeAt(i int32) int {
	n := sort.Search(len(o.nodes), func(j int) bool { return o.nodes[j].at > i })
	return max(0, n-1)
}

// cuts reports whether a clause ends at node j.
func (o *outline) cuts(j int) bool {
	n := &o.nodes[j]
	word := o.doc.Tokens[n.at].Lower
	switch n.kind {
	case breakNode:
		return true
	case subNode:
		return word == "while"
	case conjNode:
		return j+2 < len(o.nodes) && o.nodes[j+1].kind == nounNode && o.nodes[j+1].subj && o.nodes[j+1].list == j+1
	case prepNode:
		return (word == "while" || word == "after") && j+1 < len(o.nodes) && o.nodes[j+1].subj
	}
	return false
}

// joinTime links the date or time that hangs on the trigger in the tree, else the
// nearest one of the clause that hangs on no other event.
func (r *reading) joinTime(o *outline, c int, e *sayso.Event, from, to int32) {
	best, far := -1, int32(1<<30)
	for i := r.from.time; i < len(r.found.Times); i++ {
		t := &r.found.Times[i]
		if t.Span.Start >= o.sent.Span.End {
			break
		}
		if t.Span.End <= o.sent.Span.Start || t.Type != sayso.TimexDate && t.Type != sayso.TimexTime || r.comparedTo(o, t.Span) {
			continue
		}
		d := t.Span.Start - e.Trigger.End
		if d < 0 {
			d = 2 * (e.Trigger.Start - t.Span.End)
		}
		switch r.hangs(o, c, t.Span) {
		case own:
		case near:
			if t.Span.Start < from || t.Span.End > to {
				continue
			}
			d += 1 << 20
		default:
			continue
		}
		if d < far {
			best, far = i, d
		}
	}
	if best < 0 {
		return
	}
	t := &r.found.Times[best]
	e.Time = t.ID
	e.TimeBound = r.bound(o, c, t.Span)
}

// hold is how an expression is tied to an event.
type hold uint8

const (
	none hold = iota // it hangs on another event
	near             // it stands in the sentence
	own              // it hangs on the event
)

// owners notes which tokens are triggers of which candidate.
func (r *reading) owners(o *outline) {
	n := int(o.sent.Last - o.sent.First)
	r.whose = resized(r.whose, n)
	clear(r.whose)
	for i := range r.cands {
		for t := r.cands[i].first; t < r.cands[i].end && t < o.sent.Last; t++ {
			r.whose[t-o.sent.First] = int32(i) + 1
		}
	}
}

// hangs climbs the tree from an expression: the first trigger on the way owns it,
// and so does a noun trigger whose verb stands on the way.
func (r *reading) hangs(o *outline, c int, at sayso.Span) hold {
	first, last := r.doc.TokensIn(at)
	if !o.parsed() || first < o.sent.First || last > o.sent.Last || first >= last {
		return near
	}
	i := last - 1
	for range last - first { // the expression's own head
		if h := r.doc.Tokens[i].Head; h >= first && h < last {
			i = h
		}
	}
	me := &r.cands[c]
	verb := int32(-1)
	if me.noun && me.group >= 0 && (me.light || me.direct) {
		verb = o.groups[me.group].head
	}
	if !me.noun && me.group >= 0 { // "raided and searched on Monday": the first verb's time is the second's too
		verb = r.firstVerb(o, o.groups[me.group].head)
	}
	for range 2 * reach {
		if i < o.sent.First || i >= o.sent.Last {
			return near
		}
		if w := r.whose[i-o.sent.First]; w == int32(c)+1 || i == verb {
			return own
		} else if w != 0 {
			return none
		}
		if t := &r.doc.Tokens[i]; (t.Rel == text.RelACLRelcl || t.Rel == text.RelACL) && !(r.t.bounds[t.Lower] == "since" && t.Tag == text.VBG) {
			if me.noun && r.names(o, t.Head, me) { // "the meeting held in Osk", "the meeting of the council held in Osk"
				return own
			}
			return none // inside a clause that describes something else
		}
		if r.topical(o, me, i, at) {
			return none
		}
		i = r.doc.Tokens[i].Head
	}
	return near
}

// names reports whether a token is a noun trigger or hangs on it by "of".
func (r *reading) names(o *outline, i int32, c *candidate) bool {
	for range 3 {
		if i >= c.first && i < c.end {
			return true
		}
		if i < o.sent.First || i >= o.sent.Last || r.doc.Tokens[i].Rel != text.RelNmod {
			return false
		}
		i = r.doc.Tokens[i].Head
	}
	return false
}

// wordy types are acts of words; where what they are about takes place is no place of theirs.
var wordy = map[sayso.EventType]bool{sayso.Agree: true, sayso.Consult: true, sayso.Support: true, sayso.Concede: true, sayso.Request: true, sayso.Reject: true,
	sayso.Accuse: true, sayso.Threaten: true}

// topical reports whether token i is what an act of words is about, so that a place
// that hangs on it is not where the words were said: "talks on a ceasefire in Osk",
// "the truce in Osk was agreed".
func (r *reading) topical(o *outline, c *candidate, i int32, at sayso.Span) bool {
	t := &r.doc.Tokens[i]
	if !wordy[c.kind] || at.Contains(t.Span) {
		return false
	}
	switch t.Rel {
	case text.RelNsubj, text.RelNsubjPass, text.RelObj:
		return r.nounSenses(t) != nil && !c.noun
	case text.RelNmod, text.RelObl:
		about := false
		o.children(i, func(_ int32, q *text.Token) {
			about = about || q.Rel == text.RelCase && (q.Lower == "on" || q.Lower == "about" || q.Lower == "over" || q.Lower == "regarding" || q.Lower == "concerning")
		})
		return about
	}
	return false
}

// above reports whether an expression hangs on an event whose act the trigger of
// candidate c describes or serves: "clashed in Osk with students who protested".
func (r *reading) above(o *outline, c int, at sayso.Span) bool {
	i := r.cands[c].first
	for range reach {
		i = r.doc.Tokens[i].Head
		if i < o.sent.First || i >= o.sent.Last {
			return false
		}
		if w := r.whose[i-o.sent.First]; w != 0 && int(w) != c+1 {
			return r.hangs(o, int(w)-1, at) == own
		}
	}
	return false
}

// possessive reports whether a span stands before 's.
func (r *reading) possessive(at sayso.Span) bool {
	_, last := r.doc.TokensIn(at)
	return int(last) < len(r.doc.Tokens) && r.doc.Tokens[last].Tag == text.POS
}

// modifies reports whether a span stands before the noun it belongs to: "off the
// Ruritanian coast".
func (r *reading) modifies(at sayso.Span) bool {
	_, last := r.doc.TokensIn(at)
	if last == 0 || r.doc.Tokens[last-1].UPOS != text.ADJ || r.doc.Tokens[last-1].Chunk < 0 {
		return false
	}
	return r.doc.Chunks[r.doc.Tokens[last-1].Chunk].Head >= last
}

// firstVerb returns the verb that another is coordinated with, else itself.
func (r *reading) firstVerb(o *outline, i int32) int32 {
	for range 8 {
		t := &r.doc.Tokens[i]
		if t.Rel != text.RelConj || t.Head < o.sent.First || o.groupOf(t.Head) < 0 {
			break
		}
		i = t.Head
	}
	return i
}

func (r *reading) isActor(e *sayso.Event, at sayso.Span) bool {
	for _, a := range e.Actors {
		if a.Span.Contains(at) && a.Span.End == at.End {
			return true
		}
	}
	return false
}

// belongs reports whether a place only says whose people or things are spoken of:
// "Ruritanian embassies", "US troops". "The Osk bombing" was in Osk.
func (r *reading) belongs(c *candidate, at sayso.Span) bool {
	_, last := r.doc.TokensIn(at)
	if last == 0 || r.doc.Tokens[last-1].Chunk < 0 {
		return false
	}
	k := &r.doc.Chunks[r.doc.Tokens[last-1].Chunk]
	if k.Kind != text.NounChunk || k.Head < last || k.Head >= c.first && k.Head < c.end || int(last) < len(r.doc.Tokens) && r.doc.Tokens[last].Tag == text.POS {
		return false
	}
	s := r.standing(phrase{k.First, k.Last, k.Head})
	return s.sector != "" || s.force || s.person
}
