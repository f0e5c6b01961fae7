package syntax

import "sayso/internal/text"

// finites mends what a finite verb cannot be: a participle before its noun with a
// subject of its own ("Turkish jets bombed Kurdish positions") is a past, and
// a form in -s that is the next verb's subject ("March protests shook the
// town") is a noun.
func finites(d *text.Doc) {
	for i := 1; i+1 < len(d.Tokens); i++ {
		t, before, next := &d.Tokens[i], &d.Tokens[i-1], &d.Tokens[i+1]
		if before.Sent != t.Sent || before.Rel != text.RelNsubj || int(before.Head) != i {
			continue
		}
		switch {
		case t.Tag == text.VBN && (t.Rel == text.RelAmod || t.Rel == text.RelCompound) && int(t.Head) > i:
			t.UPOS, t.Tag = text.VERB, text.VBD
		case t.Tag == text.VBZ && t.Rel == text.RelNsubj && int(t.Head) == i+1 && (next.Tag == text.VBD || next.Tag == text.VBZ):
			t.UPOS, t.Tag = text.NOUN, text.NNS
			before.Rel = text.RelCompound
		}
	}
}

// modals makes a first name of "Will" or "May" before a proper noun where the
// verb is in the past, which no modal has behind it: "Will Foster joined the
// talks."
func modals(d *text.Doc) {
	for _, s := range d.Sents {
		if s.Last-s.First < 3 {
			continue
		}
		t, next := &d.Tokens[s.First], &d.Tokens[s.First+1]
		if t.Tag != text.MD || t.Rel != text.RelAux || t.Head < 0 || t.Lower != "will" && t.Lower != "may" ||
			next.Name != text.BeginPerson || next.UPOS != text.PROPN || next.Head != t.Head || !past(d, s, t.Head) {
			continue
		}
		t.UPOS, t.Tag = text.PROPN, text.NNP
		t.Head, t.Rel, next.Head, next.Rel = next.Head, next.Rel, s.First, text.RelFlat
		for i := s.First + 2; i < s.Last; i++ {
			if d.Tokens[i].Head == s.First+1 {
				d.Tokens[i].Head = s.First
			}
		}
		t.Name, next.Name = text.BeginPerson, text.InsidePerson
	}
}

// past says whether verb v is in the past, or its auxiliary.
func past(d *text.Doc, s text.Sentence, v int32) bool {
	if d.Tokens[v].Tag == text.VBD {
		return true
	}
	for i := s.First; i < s.Last; i++ {
		if t := &d.Tokens[i]; t.Head == v && t.Tag == text.VBD && (t.Rel == text.RelAux || t.Rel == text.RelAuxPass || t.Rel == text.RelCop) {
			return true
		}
	}
	return false
}
