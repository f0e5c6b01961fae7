package event

import "sayso/internal/text"

// unchanged verbs are written alike in the past.
var unchanged = map[string]bool{"beat": true, "bet": true, "burst": true, "cast": true, "cut": true, "hit": true, "hurt": true, "let": true, "put": true,
	"quit": true, "set": true, "shut": true, "split": true}

// irregular pasts that are no base form of a verb of their own, with the verb.
var irregular = map[string]string{"broke": "break", "drove": "drive", "fled": "flee", "fought": "fight", "held": "hold", "met": "meet", "sent": "send",
	"shot": "shoot", "stole": "steal", "struck": "strike", "took": "take", "withdrew": "withdraw"}

// pasts mends past tenses taken for base forms where a past verb is joined to them:
// "stormed the studio and beat up two presenters".
func (m *mender) pasts(s text.Sentence) {
	for i := s.First; i < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if t.Tag != text.VB || t.Rel != text.RelConj || t.Head < s.First || !unchanged[t.Lower] && irregular[t.Lower] == "" {
			continue
		}
		switch h := &m.doc.Tokens[t.Head]; {
		case h.Tag == text.VBD:
			m.past(i, text.VBD)
		case h.Tag == text.VBN && m.perfect(t.Head, s): // "had crossed the line and shot"
			m.past(i, text.VBN)
		}
	}
}

// past makes a past tense or participle of token i.
func (m *mender) past(i int32, tag text.Tag) {
	t := m.change(i)
	t.Tag = tag
	if l := irregular[t.Lower]; l != "" {
		t.Lemma = l
	}
}

// perfect reports whether a participle stands in a perfect tense and not in a passive.
func (m *mender) perfect(i int32, s text.Sentence) bool {
	have := false
	for k := max(s.First, i-4); k < i; k++ {
		switch t := &m.doc.Tokens[k]; {
		case t.Head != i || t.UPOS != text.AUX:
		case t.Lemma == "have":
			have = true
		case t.Lemma == "be":
			return false
		}
	}
	return have
}

// passives mends participles taken for past tenses that share the auxiliary of a passive:
// "were detained on Monday and released the following day".
func (m *mender) passives(s text.Sentence) {
	for i := s.First + 1; i < s.Last; i++ {
		t := &m.doc.Tokens[i]
		if t.Tag != text.VBD || t.Rel != text.RelConj || t.Head < s.First || t.Head >= i || m.doc.Tokens[t.Head].Tag != text.VBN || !m.transitive(t.Lemma) {
			continue
		}
		if w := m.doc.Tokens[i-1].Lower; w != "and" && w != "," && w != "or" && w != "then" && w != "later" {
			continue
		}
		passive, object := false, int32(-1)
		for k := s.First; k < s.Last; k++ {
			switch q := &m.doc.Tokens[k]; {
			case q.Head == t.Head && q.Rel == text.RelAuxPass:
				passive = true
			case q.Head != i:
			case q.Rel == text.RelObj && temporal[q.Lower]:
				object = k
			case q.Rel == text.RelObj, q.Rel == text.RelNsubj, q.Rel == text.RelCcomp, q.Rel == text.RelXcomp, q.UPOS == text.AUX:
				passive = false
				k = s.Last
			}
		}
		if !passive {
			continue
		}
		m.change(i).Tag = text.VBN
		if object >= 0 {
			m.change(object).Rel = text.RelOblUnmarked
		}
	}
}

// transitive reports whether every sense of a verb has an object.
func (m *mender) transitive(lemma string) bool {
	senses := m.t.verbs[lemma]
	for i := range senses {
		if !takesObject(&senses[i]) {
			return false
		}
	}
	return len(senses) > 0
}

func takesObject(s *sense) bool {
	for _, n := range s.need {
		switch n.kind {
		case needObj, needHuman, needHuman2, needObjWord:
			return true
		}
	}
	return len(s.recipient) > 0 && s.recipient[0].kind == objSlot && len(s.words) == 0
}
