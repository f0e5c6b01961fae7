package attribution

import "sayso/internal/text"

// What the writer adds behind a claim and a content must not run on into, and the
// time of a happening, which belongs to it.

// dated takes onto a content that ends in a happening the time of it, and the
// place behind that: "denied responsibility for a strike {on Saturday on the port}".
// Of what was told before ("the strike on Saturday"), the time may be the saying's.
func (p *page) dated(f *frame) {
	t := &f.content[len(f.content)-1]
	if w := p.lower(t.last); f.class == verbClass && !t.empty() && t.first >= f.head && p.words.ownUp[p.lemma(f.head)] && p.words.accused[p.lemma(t.last-1)] && p.quote[t.last-1] < 0 && (w == "for" || w == "in") {
		_, end := p.bounds(f.head)
		t.last = p.tails(t.last, end) // "denied responsibility {for a strike}"
	}
	if f.class == verbClass && p.words.ownUp[p.lemma(f.head)] && t.first >= f.head {
		for i, owned := t.first, false; i < t.last; i++ {
			if owned = owned || p.words.accused[p.lemma(i)]; owned && p.tag(i) == text.WDT && p.quote[i] < 0 {
				t.last = i // "denied responsibility for a strike {that killed nine}"
			}
		}
	}
	to, noun, ok := p.datedAfter(t, f)
	if !ok {
		return
	}
	clause := p.relative(to) || p.lower(to) == "that"
	if det := p.tag(noun.first); !clause && (det == text.PRPS || det == text.POS || det == text.DT && p.lower(noun.first) != "a" && p.lower(noun.first) != "an") {
		return
	}
	_, end := p.bounds(f.head)
	if t.last = to; !clause { // what the clause tells is the writer's
		t.last = p.tails(to, end)
	}
}

// datedAfter returns where a time ends that stands right behind a content which
// ends in a noun for a happening, and that noun's phrase.
func (p *page) datedAfter(t *tokens, f *frame) (to int32, noun tokens, ok bool) {
	if f.class != verbClass && f.class != nounClass || t.first < f.head || t.last <= f.cue.last || t.empty() || p.quote[t.last-1] >= 0 {
		return 0, noun, false
	}
	noun, ok = p.nounAt(t.last - 1)
	_, end := p.bounds(f.head)
	if !ok || noun.last != t.last || !p.words.mute[p.lemma(t.last-1)] || t.last+1 >= end {
		return 0, noun, false
	}
	i := t.last
	if w := p.lower(i); w == "on" || w == "in" || w == "at" {
		i++
	}
	when, ok := p.nounAt(i)
	if !ok || when.first != i || !p.temporal(when) {
		return 0, noun, false
	}
	return when.last, noun, true
}

// unanswered ends a claim before the writer tells that somebody could not be asked:
// "has not said when it will end{, and his office did not return calls}".
func (p *page) unanswered(f *frame) {
	t := &f.content[len(f.content)-1]
	for i := t.first + 1; i+4 < t.last && t.first >= f.head; i++ {
		if w := p.lower(i); w != "and" && w != "but" || p.quote[i] >= 0 {
			continue
		}
		np, ok := p.nounAt(i + 1)
		if !ok || np.first != i+1 {
			continue
		}
		not := false
		for k := np.last; k < t.last && k < np.last+5; k++ {
			w := p.lower(k)
			not = not || w == "not" || w == "n't" || w == "never"
			if isVerb(p.tag(k)) && p.Tokens[k].UPOS != text.AUX {
				if not && p.words.unanswered[p.lemma(k)] {
					if t.last = i; p.lower(i-1) == "," {
						t.last--
					}
					return
				}
				break
			}
		}
	}
}

// besidesThat ends the object of a verb before another that-clause of whoever
// reports it: "said he had seen {prisoners beaten} and that nobody was punished".
func (p *page) besidesThat(f *frame) {
	if f.class != verbClass || f.shape != nounObject && f.shape != objectClause && f.shape != asObject && f.shape != phraseObject || p.speech(f.head) {
		return
	}
	t := &f.content[len(f.content)-1]
	for i := t.first; i+2 < t.last && t.first >= f.head; i++ {
		if p.lower(i) == "that" && p.Tokens[i].UPOS == text.SCONJ {
			return
		}
		if p.tag(i) == text.CC && i > t.first && p.lower(i+1) == "that" && p.Tokens[i+1].UPOS == text.SCONJ && p.finite(tokens{i + 2, t.last}) {
			t.last = i
			return
		}
	}
}

// comment cuts the writer's comment on what was said: "…, a claim that could
// not be verified".
func (p *page) comment(f *frame) {
	for n, t := range f.content {
		i := t.first
		for ; i+3 < t.last; i++ {
			if p.lower(i) == "," && p.quote[i] < 0 && p.remarks(i+1) {
				break
			}
		}
		if i+3 < t.last && i > t.first {
			f.content = append(f.content[:n:n], tokens{t.first, i})
			return
		}
		if n > 0 && p.lower(t.first) == "that" && t.first >= 3 && (p.remarks(t.first-2) || p.remarks(t.first-3)) {
			f.content = f.content[:n:n]
			return
		}
	}
}

// circumstance ends a headline's claim before what happened meanwhile: "Army
// denies shelling school {as toll rises to 12}".
func (p *page) circumstance(f *frame) {
	t := &f.content[len(f.content)-1]
	if !p.isHeadline(f.head) || f.class != verbClass || t.first < f.cue.last || p.quote[t.last-1] >= 0 {
		return
	}
	for i := t.first + 1; i+2 < t.last; i++ {
		if p.lower(i) != "as" || p.quote[i] >= 0 {
			continue
		}
		if np, ok := p.nounAt(i + 1); ok && np.first == i+1 && np.last < t.last && isFinite(p.tag(np.last)) {
			t.last = i
			return
		}
	}
}

// answeredIn ends a claim before another's answer to it: "She says it was rigged,
// which he denies".
func (p *page) answeredIn(f *frame) {
	t := &f.content[len(f.content)-1]
	for i := t.last - 1; i > t.first && i > t.last-10; i-- {
		if p.lower(i) != "," || p.lower(i+1) != "which" && p.lower(i+1) != "something" || p.quote[i] >= 0 {
			continue
		}
		np, ok := p.nounAt(i + 2)
		if !ok || np.first != i+2 {
			return
		}
		k := np.last
		for k < t.last && (p.Tokens[k].UPOS == text.AUX || p.tag(k) == text.RB) {
			k++
		}
		if k < t.last && p.words.answers(p.lemma(k), "") != "" {
			t.last = i
		}
		return
	}
}

// remarks reports whether "a claim", "an accusation" begins at token i, with
// what the writer says of it after.
func (p *page) remarks(i int32) bool {
	if w := p.lower(i); w != "a" && w != "an" {
		return false
	}
	np, ok := p.nounAt(i)
	if !ok || np.first != i {
		return false
	}
	w := p.lower(np.last)
	return p.words.remarked[p.lemma(np.last-1)] && (w == "that" || w == "which" || w == "the" || p.tag(np.last) == text.VBN || p.tag(np.last) == text.VBD)
}
