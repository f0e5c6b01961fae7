package event

import (
	"sayso"
	"sayso/internal/text"
)

// culprits returns who the words around an act's noun name as having done it: who
// claims it, is behind it or responsible for it, whom a source blames for it.
// A mere suspicion names nobody unless a claim tells it.
func (r *reading) culprits(o *outline, p phrase, gov governor) []phrase {
	if list := o.subjectOf(p.head); o.marked(p.head, "behind") && r.someone(list) {
		return list // "the rebels were behind the attack"
	}
	if gov.before >= 0 && gov.prep == "for" && r.doc.Tokens[gov.before].Lower == "responsible" {
		if list := o.subjectOf(gov.before); r.someone(list) {
			return list
		}
	}
	if list := r.workOf(o, p.head); r.someone(list) {
		return list
	}
	if list := r.byFarther(o, p.head); len(list) > 0 {
		return list
	}
	if gov.group < 0 {
		return nil
	}
	g := &o.groups[gov.group]
	voice, _ := r.found.Told.VoiceAt(r.doc.Range(p.head, p.head+1))
	for _, list := range [2][]phrase{r.owned(o, p, g, gov), r.accused(g, gov, voice)} {
		if r.someone(list) {
			return list
		}
	}
	return nil
}

// owned returns who takes an act upon itself or is plainly said to have done it.
func (r *reading) owned(o *outline, p phrase, g *group, gov governor) []phrase {
	if gov.before >= 0 {
		w := lemma(&r.doc.Tokens[gov.before])
		if c := r.doc.Tokens[gov.before].Chunk; c >= 0 && gov.prep == "in" && r.t.words.involvement[w] {
			k := &r.doc.Chunks[c]
			if w, ok := o.possessor(phrase{k.First, k.Last, k.Head}); ok {
				return []phrase{w}
			}
		}
	}
	if lemma(&r.doc.Tokens[g.head]) == "claim" && gov.prep == "" {
		if g.passive { // "the attack was claimed by the front"
			return byPhrase(g)
		}
		if !containsPhrase(g.subj, p) { // "the front claimed the attack"; but "the attack claimed lives"
			return g.subj
		}
	}
	if g.passive {
		return nil
	}
	if r.liable(o, gov) {
		if g.negated || r.noSubject(g) { // "no group claimed responsibility"
			return nil
		}
		return g.subj
	}
	if l := lemma(&r.doc.Tokens[g.head]); gov.prep == "in" && (l == "participate" || l == "take" && len(g.obj) > 0 && r.doc.Tokens[g.obj[0].head].Lower == "part") {
		return g.subj
	}
	return nil
}

// accused returns whom a verb of blame names for the act behind its preposition, where a
// claim tells the act: "blamed the army for the murder".
func (r *reading) accused(g *group, gov governor, voice sayso.Voice) []phrase {
	if voice == sayso.VoiceOutlet {
		return nil
	}
	l := lemma(&r.doc.Tokens[g.head])
	object := g.obj
	if g.passive {
		object = g.subj
	}
	switch {
	case r.t.words.attribute[l] && gov.prep == "" && g.passive:
		for _, b := range g.obl {
			if b.word == "to" {
				return b.phrases
			}
		}
	case r.t.classes["blame"][l] && (gov.prep == "for" || gov.prep == "of" || gov.prep == "in" || gov.prep == "with"):
		return object
	}
	return nil
}

// byFarther returns the armed or official doers behind "by" that a parser hung on what
// was hit: "the attack on the barracks by rebels".
func (r *reading) byFarther(o *outline, head int32) (out []phrase) {
	for _, hit := range o.prepositional(head, nil, text.RelNmod) {
		for _, b := range o.prepositional(hit.phrases[0].head, nil, text.RelNmod) {
			if len(out) == 0 && b.word == "by" && r.anyone(b.phrases, func(st standing) bool { return st.kind&armed != 0 }) {
				out = b.phrases
			}
		}
	}
	return out
}

// binder returns the subject that the possessive before an act's noun goes back to, where
// no entity tells: "the front resumed its attacks".
func (r *reading) binder(o *outline, p phrase, actor []phrase, gov governor) []phrase {
	if len(actor) != 1 || gov.group < 0 {
		return nil
	}
	h := &r.doc.Tokens[actor[0].head]
	if h.Tag != text.PRPS || h.Lower != "its" && h.Lower != "their" || r.index.At(h.Span) != 0 {
		return nil
	}
	subj := o.groups[gov.group].subj
	if len(subj) == 0 || containsPhrase(subj, p) || subj[0].head >= actor[0].head || !r.someone(subj) {
		return nil
	}
	st := r.standing(subj[0])
	plural := len(subj) > 1 || st.plural
	if st.kind == pronoun || (h.Lower == "its") == plural {
		return nil
	}
	return subj
}

// workOf returns whose work an act is said to be: "the attack was the work of rebels".
func (r *reading) workOf(o *outline, head int32) []phrase {
	t := &r.doc.Tokens[head]
	if t.Rel != text.RelNsubj || t.Head < o.sent.First || !r.t.words.handiwork[r.doc.Tokens[t.Head].Lower] {
		return nil
	}
	for _, b := range o.prepositional(t.Head, nil, text.RelNmod) {
		if b.word == "of" {
			return b.phrases
		}
	}
	return nil
}

// answering returns who takes on or is given responsibility for the act of a gerund:
// "the front claimed credit for killing the general".
func (r *reading) answering(o *outline, g *group) []phrase {
	if !g.gerund || g.after != "for" || !o.parsed() {
		return nil
	}
	up := r.doc.Tokens[g.head].Head
	if up < o.sent.First {
		return nil
	}
	noun := &r.doc.Tokens[up]
	if noun.Lower == "responsible" {
		return o.subjectOf(up)
	}
	at := up
	if r.t.words.liability[lemma(noun)] {
		at = noun.Head
	}
	k := -1
	if at >= o.sent.First {
		k = o.groupOf(at)
	}
	if k < 0 || o.groups[k].head != at || o.groups[k].passive || len(o.groups[k].obj) == 0 || !r.t.words.liability[lemma(&r.doc.Tokens[o.groups[k].obj[0].head])] {
		return nil
	}
	return r.behalf(o, o.groups[k].subj)
}

// liable reports whether responsibility or credit for the noun is spoken of: "claimed
// responsibility for the attack".
func (r *reading) liable(o *outline, gov governor) bool {
	if gov.prep == "" && gov.group >= 0 {
		g := &o.groups[gov.group]
		return g.passive && lemma(&r.doc.Tokens[g.head]) == "claim" && len(byPhrase(g)) > 0 // "was claimed by the front"
	}
	if gov.prep != "for" {
		return false
	}
	if t := gov.before; t >= 0 && r.doc.Tokens[t].UPOS == text.NOUN && r.t.words.liability[lemma(&r.doc.Tokens[t])] {
		return true
	}
	return gov.group >= 0 && len(o.groups[gov.group].obj) > 0 && r.t.words.liability[lemma(&r.doc.Tokens[o.groups[gov.group].obj[0].head])]
}

// blamed reports whether a party condemns or accuses somebody of the act that a noun
// names: "the envoy condemned the assault".
func (r *reading) blamed(o *outline, gov governor) bool {
	if gov.group < 0 || gov.prep != "" && gov.prep != "for" && gov.prep != "of" {
		return false
	}
	g := &o.groups[gov.group]
	for i := range r.t.verbs[lemma(&r.doc.Tokens[g.head])] {
		if s := &r.t.verbs[lemma(&r.doc.Tokens[g.head])][i]; s.kind == sayso.Accuse && len(s.words) == 0 {
			return r.political(g.subj)
		}
	}
	return false
}

// resumes reports whether a definite noun phrase takes up an event told before: "the
// talks", after "the two sides opened talks".
func (r *reading) resumes(p phrase, s *sense) bool {
	if w := r.doc.Tokens[p.first].Lower; w != "the" && w != "these" && w != "this" && w != "those" {
		return false
	}
	for i := range r.notes {
		if r.notes[i].lemma == lemma(&r.doc.Tokens[p.head]) && r.events[i].Type == s.kind {
			return true
		}
	}
	return false
}

// subjectOf returns the subject that hangs on a noun or adjective.
func (o *outline) subjectOf(head int32) (out []phrase) {
	o.children(head, func(i int32, t *text.Token) {
		if t.Rel == text.RelNsubj && len(out) == 0 {
			out = o.with(i)
		}
	})
	return out
}

// marked reports whether a preposition hangs on a noun.
func (o *outline) marked(head int32, word string) (found bool) {
	o.children(head, func(_ int32, t *text.Token) { found = found || t.Rel == text.RelCase && t.Lower == word })
	return found
}

// known returns the name right before a noun trigger that elsewhere in the text
// means a body or group: "a Red Dawn attack".
func (r *reading) known(p phrase, i int32) (phrase, bool) {
	first := i
	for first > p.first && r.doc.Tokens[first-1].UPOS == text.PROPN {
		first--
	}
	if first == i {
		return phrase{}, false
	}
	id := r.index.At(r.doc.Range(first, i))
	if id == 0 || int(id) > len(r.found.Entities) {
		return phrase{}, false
	}
	switch e := &r.found.Entities[id-1]; e.Type {
	case sayso.Organization, sayso.Group:
		return phrase{first, i, i - 1}, true
	}
	return phrase{}, false
}
