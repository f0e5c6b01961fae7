package event

import "sayso/internal/text"

// gerunds makes nouns of words in -ing that are subjects or objects without
// objects of their own: "Fighting broke out".
func (m *mender) gerunds(s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if t.Tag != text.VBG || m.t.nouns[t.Lower] == nil {
			continue
		}
		switch t.Rel {
		case text.RelNsubj, text.RelNsubjPass, text.RelObj:
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
