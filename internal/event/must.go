package event

import "sayso"

// must reads what a source says that a political actor must do, which is a
// demand: "the envoy said the army must leave". The source is the actor.
func (r *reading) must(o *outline, k int) {
	g := &o.groups[k]
	if g.modal != "must" || g.relative || g.hypothetical {
		return
	}
	_, id := r.found.Told.VoiceAt(r.doc.Tokens[g.head].Span)
	if id == 0 || int(id) > len(r.found.Told.Claims) || !r.near.plain(true) {
		return
	}
	src := r.found.Told.Claims[id-1].Source
	if src == nil {
		return
	}
	who, ok := r.phraseAt(src.Span)
	if !ok || !r.political([]phrase{who}) || !r.political(g.subj) && !r.political(g.obj) {
		return
	}
	c := candidate{kind: sayso.Request, first: g.first, end: g.first + 1, group: k, node: -1, complement: k, actors: []phrase{who},
		recipients: g.subj, realis: sayso.Actual, by: "rule:must"}
	r.cands = append(r.cands, c)
}

// phraseAt returns the noun phrase that a source's span begins with.
func (r *reading) phraseAt(at sayso.Span) (phrase, bool) {
	first, last := r.doc.TokensIn(at)
	for i := first; i < last; i++ {
		c := r.doc.Tokens[i].Chunk
		if c >= 0 {
			k := &r.doc.Chunks[c]
			return phrase{k.First, k.Last, k.Head}, r.doc.Tokens[k.First].Sent == r.doc.Tokens[first].Sent
		}
	}
	return phrase{}, false
}
