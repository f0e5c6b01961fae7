package event

import "sayso/internal/text"

// reduced mends a sentence whose only verb was taken for a participle of its
// subject: "The opposition called for a boycott of the election."
func (m *mender) reduced(s text.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if t.Tag != text.VBN {
			continue
		}
		if t.Rel != text.RelACL || t.Head >= i || t.Head < s.First || m.doc.Tokens[t.Head].Head != text.Root || m.t.verbs[t.Lemma] == nil {
			return
		}
		p := t.Head
		v := m.change(i)
		v.Tag, v.Head, v.Rel = text.VBD, text.Root, text.RelRoot
		n := m.change(p)
		n.Head, n.Rel = i, text.RelNsubj
		for k := i + 1; k < s.Last; k++ {
			if q := &m.doc.Tokens[k]; q.Head == p {
				m.change(k).Head = i
			}
		}
		return
	}
}

// bare mends a sentence whose verb was taken for an adjective of its object:
// "Norway ended aid to the regime", read as one long noun.
func (m *mender) bare(s text.Sentence) {
	root, verb := text.Root, text.Root
	for i := s.First; i < s.Last; i++ {
		if m.doc.Tokens[i].Head == text.Root {
			root = i
		}
	}
	if root < 0 || m.doc.Tokens[root].UPOS != text.NOUN {
		return
	}
	for i := s.First; i < s.Last; i++ {
		switch t := &m.doc.Tokens[i]; {
		case t.Head == root && t.Rel == text.RelCop:
			return
		case t.Head == root && t.Rel == text.RelAmod && i > s.First && i < root && (t.Tag == text.VBD || t.Tag == text.VBN) && m.t.verbs[t.Lemma] != nil && verb < 0:
			verb = i
		}
	}
	if verb < 0 || !nominal(&m.doc.Tokens[verb-1]) || !m.wholePhrase(verb-1, s) {
		return
	}
	if h := m.doc.Tokens[verb-1].Head; h != root && h != verb {
		return
	}
	m.verb(verb, s, text.VBD, text.Root)
	p, o := m.change(verb-1), m.change(root)
	p.Head, p.Rel, o.Head, o.Rel = verb, text.RelNsubj, verb, text.RelObj
	m.change(verb).Head, m.change(verb).Rel = text.Root, text.RelRoot
}

// buried mends a finite verb with a subject that was taken for a part of its
// object: "Gunmen kill mayor, kidnap two aides".
func (m *mender) buried(s text.Sentence) {
	for i := s.First + 1; i+1 < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if t.Tag != text.VBP && t.Tag != text.VBZ && t.Tag != text.VBD || t.Rel != text.RelCompound && t.Rel != text.RelAmod || t.Head <= i || t.Head >= s.Last {
			continue
		}
		if p := &m.doc.Tokens[i-1]; p.Head != i || p.Rel != text.RelNsubj || m.doc.Tokens[t.Head].UPOS != text.NOUN {
			continue
		}
		object := t.Head
		v := m.change(i)
		v.Head, v.Rel = m.doc.Tokens[object].Head, m.doc.Tokens[object].Rel
		o := m.change(object)
		o.Head, o.Rel = i, text.RelObj
		for k := object + 1; k < s.Last; k++ {
			switch q := &m.doc.Tokens[k]; {
			case q.Head != object:
			case q.UPOS == text.VERB && (q.Rel == text.RelAppos || q.Rel == text.RelConj):
				c := m.change(k)
				if c.Head, c.Rel = i, text.RelConj; c.Tag == text.VB {
					c.Tag = v.Tag
				}
			case q.Rel == text.RelPunct || q.Rel == text.RelParataxis || q.Rel == text.RelAdvcl:
				m.change(k).Head = i
			}
		}
		m.cut = true
	}
}

// perfects mends a participle behind "have" that was taken for an adjective of its
// object: "Police have unleashed tear gas".
func (m *mender) perfects(s text.Sentence) {
	for i := s.First + 1; i+1 < s.Last; i++ {
		t, have := &m.doc.Tokens[i], i-1
		if t.Tag != text.VBN || t.Rel != text.RelAmod && t.Rel != text.RelCompound || m.doc.Tokens[have].Lemma != "have" || m.t.verbs[t.Lemma] == nil || t.Head <= i || t.Head >= s.Last {
			continue
		}
		object := t.Head
		if o := &m.doc.Tokens[object]; o.Head != have || o.Rel != text.RelObj {
			continue
		}
		v := m.change(i)
		if v.Head, v.Rel = m.doc.Tokens[have].Head, m.doc.Tokens[have].Rel; v.Rel == text.RelAux {
			v.Rel = text.RelCcomp // "Soldiers had shot men, she said"
		}
		for k := s.First; k < s.Last; k++ {
			if k != i && m.doc.Tokens[k].Head == have {
				m.change(k).Head = i
			}
		}
		h := m.change(have)
		h.Head, h.Rel, h.UPOS = i, text.RelAux, text.AUX
		m.cut = true
	}
}

// verb makes token i a finite verb between the nouns before and after it; of is
// the verb it is coordinated with, text.Root where it is the first.
func (m *mender) verb(i int32, s text.Sentence, tag text.Tag, of int32) {
	t := m.change(i)
	first, last := i, i+1
	if c := t.Chunk; c >= 0 && m.doc.Chunks[c].Kind == text.NounChunk {
		first, last = m.doc.Chunks[c].First, m.doc.Chunks[c].Last
	}
	object := text.Root // the head of the nouns after it
	if last > i+1 {
		object = last - 1
		for object > i+1 && !nominal(&m.doc.Tokens[object]) {
			object--
		}
	}
	head, rel := t.Head, t.Rel
	if object >= 0 && (head == object || head == text.Root) {
		head, rel = m.doc.Tokens[object].Head, m.doc.Tokens[object].Rel
	}
	if of >= 0 {
		head, rel = of, text.RelConj
	} else if first == s.First || head == i {
		head, rel = text.Root, text.RelRoot
	}
	t.UPOS, t.Tag, t.Head, t.Rel, t.Feats = text.VERB, tag, head, rel, 0
	if first < i { // the nouns before it
		for k := first; k < i-1; k++ {
			if h := m.doc.Tokens[k].Head; h >= i || h < first {
				m.change(k).Head = i - 1
			}
		}
		p := m.change(i - 1)
		p.Head, p.Rel = i, text.RelNsubj
	}
	if object >= 0 {
		for k := i + 1; k < last; k++ {
			if h := m.doc.Tokens[k].Head; k != object && (h <= i || h >= last) {
				m.change(k).Head = object
			}
		}
		q := m.change(object)
		q.Head, q.Rel = i, text.RelObj
	}
	for k := last; k < s.Last; k++ { // what hung on the nouns as if they were the sentence
		switch q := &m.doc.Tokens[k]; {
		case q.Rel == text.RelParataxis || q.Rel == text.RelPunct || q.Rel == text.RelAdvcl:
			if q.Head == object || q.Head >= first && q.Head < i {
				m.change(k).Head = i
			}
		case q.Head == i && q.Rel == text.RelNmod:
			m.change(k).Rel = text.RelObl
		}
	}
	m.cut = true
}

// misread makes a verb of an irregular past that was taken for a noun, in a
// sentence without another: "The army struck back".
func (m *mender) misread(s text.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if l := irregular[t.Lower]; l != "" && t.UPOS == text.NOUN && nominal(&m.doc.Tokens[i-1]) && m.wholePhrase(i-1, s) {
			m.verb(i, s, text.VBD, text.Root)
			m.change(i).Lemma = l
			return
		}
	}
}
