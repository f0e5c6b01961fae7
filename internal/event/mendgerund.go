package event

import "sayso/internal/text"

// gerunds makes nouns of words in -ing that are subjects or objects without
// objects of their own: "Fighting broke out".
func (m *mender) gerunds(s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if t.Tag != text.VBG {
			continue
		}
		m.ongoing(i)
		if m.t.nouns[t.Lower] == nil {
			continue
		}
		switch t.Rel {
		case text.RelNsubj, text.RelNsubjPass, text.RelObj:
		case text.RelAdvcl, text.RelCsubj, text.RelCsubjPass, text.RelRoot, text.RelDep:
			if !m.opens(i, s) {
				continue
			}
			n := m.change(i)
			if n.Rel != text.RelRoot {
				n.Rel = text.RelNsubj
				for k := i + 1; k < s.Last; k++ {
					if m.doc.Tokens[k].Head == i && m.doc.Tokens[k].Rel == text.RelObl {
						m.change(k).Rel = text.RelNmod
					}
				}
			}
		case text.RelXcomp: // "expressed backing for"
			if i == s.First || t.Head != i-1 || m.t.light[m.doc.Tokens[i-1].Lemma] == nil || i+1 < s.Last && m.doc.Tokens[i+1].UPOS != text.ADP {
				continue
			}
			m.change(i).Rel = text.RelObj
		default:
			continue
		}
		if c := t.Chunk; c < 0 || m.doc.Chunks[c].Last != m.doc.Chunks[c].First+1 || m.governs(i, s) {
			continue
		}
		n := m.change(i)
		n.UPOS, n.Tag, n.Lemma, n.Feats = text.NOUN, text.NN, n.Lower, 0
		m.cut = true
	}
}

// ongoing mends a word in -ing that was taken for an adjective of the object it has,
// or beside which that object hangs on the verb before it: "stop attacking camps".
func (m *mender) ongoing(i int32) {
	t := &m.doc.Tokens[i]
	if i == 0 || int(i)+1 >= len(m.doc.Tokens) || m.t.verbs[t.Lemma] == nil || m.t.complements[m.doc.Tokens[i-1].Lemma] == (complement{}) {
		return
	}
	v, object := i-1, text.Root
	switch {
	case t.Rel == text.RelAmod && m.doc.Tokens[t.Head].Head == v && m.doc.Tokens[t.Head].Rel == text.RelObj:
		object = t.Head
	case t.Rel == text.RelXcomp && t.Head == v:
		for k := i + 1; int(k) < len(m.doc.Tokens) && k < i+8; k++ {
			if q := &m.doc.Tokens[k]; q.Head == v && q.Rel == text.RelObj {
				object = k
				break
			}
		}
	}
	if object < 0 {
		return
	}
	g := m.change(i)
	g.UPOS, g.Head, g.Rel = text.VERB, v, text.RelXcomp
	q := m.change(object)
	q.Head, q.Rel = i, text.RelObj
	m.cut = true
}

// opens reports whether a word in -ing begins a sentence or what a colon announces, and
// is what the sentence speaks of: "Shelling of the port resumed", but not "Shelling
// the port, the fleet advanced".
func (m *mender) opens(i int32, s text.Sentence) bool {
	if i+1 >= s.Last || m.doc.Tokens[i+1].UPOS != text.ADP {
		return false
	}
	if i > s.First && m.doc.Tokens[i-1].Lower != ":" {
		return false
	}
	verb := m.doc.Tokens[i].Head
	if m.doc.Tokens[i].Rel == text.RelRoot || verb < s.First {
		return true
	}
	for k := i + 1; k < verb; k++ {
		if t := &m.doc.Tokens[k]; t.Head == verb && (t.Rel == text.RelNsubj || t.Rel == text.RelNsubjPass || t.Rel == text.RelExpl || t.Lower == ",") {
			return false
		}
	}
	return verb > i
}

// governs reports whether a token has an object or the like.
func (m *mender) governs(i int32, s text.Sentence) bool {
	for k := i + 1; k < s.Last; k++ {
		if t := &m.doc.Tokens[k]; t.Head == i && (t.Rel == text.RelObj || t.Rel == text.RelXcomp || t.Rel == text.RelCcomp) {
			return true
		}
	}
	return false
}

// freed reports whether a token that was an adjective of a noun became a verb.
func freed(was, is *text.Token) bool {
	return is.UPOS == text.VERB && was.Rel == text.RelAmod && is.Rel != text.RelAmod
}
