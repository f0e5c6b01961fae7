package syntax

import "sayso/internal/text"

// chunks finds the base noun phrases and verb groups of a sentence from its
// tags. A noun phrase runs from its first determiner or modifier to its last
// noun and takes possessors in: "the agency's director" is one.
func chunks(d *text.Doc, s text.Sentence) {
	for i := s.First; i < s.Last; {
		head, kind := nounChunk(d, s, i), text.NounChunk
		if head < 0 {
			head, kind = verbChunk(d, s, i), text.VerbChunk
		}
		if head < 0 {
			i++
			continue
		}
		end := head + 1
		for k := i; k < end; k++ {
			d.Tokens[k].Chunk = int32(len(d.Chunks))
		}
		d.Chunks = append(d.Chunks, text.Chunk{Kind: kind, First: i, Last: end, Head: head})
		i = end
	}
}

// nounChunk returns the head, and so the last token, of the noun phrase that
// begins at token i; -1 where none does.
func nounChunk(d *text.Doc, s text.Sentence, i int32) int32 {
	head := int32(-1)
	noun := false // a noun stands before j, with nothing but nouns between
	at := func(j int32) *text.Token {
		if j < s.Last {
			return &d.Tokens[j]
		}
		return &text.Token{}
	}
scan:
	for j := i; j < s.Last; j++ {
		t := at(j)
		next := at(j + 1)
		switch t.UPOS {
		case text.PROPN, text.NOUN:
			if noun && days[t.Lower] && d.Tokens[j-1].UPOS == text.NOUN {
				break scan
			}
			head, noun = j, true
			continue
		case text.DET:
			if head >= 0 {
				break scan
			}
			if next.UPOS == text.VERB && next.Tag != text.VBN && next.Tag != text.VBG || !continues(next) && next.Tag != text.VBN && next.Tag != text.VBG {
				head = j
				break scan
			}
		case text.PRON:
			if t.Tag == text.PRPS {
				if head >= 0 {
					break scan
				}
				break
			}
			if head < 0 && j == i {
				head = j
			}
			break scan
		case text.NUM:
			if head < 0 || noun {
				head = j
			}
		case text.ADJ:
			if noun && next.UPOS != text.NOUN && next.UPOS != text.PROPN {
				break scan
			}
		case text.ADV:
			if noun || next.UPOS != text.ADJ && next.UPOS != text.NUM && next.Tag != text.JJR {
				break scan
			}
		case text.SYM:
			if noun && t.Tag == text.Dollar || t.Tag != text.Dollar && next.UPOS != text.NUM {
				break scan
			}
		case text.PART:
			if t.Tag != text.POS || head < 0 || !continues(next) && next.Tag != text.VBG && next.Tag != text.VBN {
				break scan
			}
		case text.PUNCT:
			switch {
			case t.Tag == text.HYPH && j > i && j+1 < s.Last:
			case t.Lower == "," && j > i && d.Tokens[j-1].UPOS == text.ADJ && next.UPOS == text.ADJ && head < 0:
			default:
				break scan
			}
		case text.CCONJ:
			if !(j > i && head < 0 && d.Tokens[j-1].UPOS == text.ADJ && next.UPOS == text.ADJ) {
				break scan
			}
		case text.VERB:
			attributive := t.Tag == text.VBN || t.Tag == text.VBG
			inside := j > i && (!noun || d.Tokens[j-1].Tag == text.HYPH)
			if !attributive || !inside || !continues(next) && next.Tag != text.HYPH {
				break scan
			}
		case text.ADP, text.SCONJ:
			// "more than 200", "up to 50", "mother-in-law"
			number := j > i && next.UPOS == text.NUM && (d.Tokens[j-1].Tag == text.JJR || t.Lower == "to") && !noun
			if !number && (j == i || d.Tokens[j-1].Tag != text.HYPH || next.Tag != text.HYPH) {
				break scan
			}
		default:
			break scan
		}
		noun = false
	}
	return head
}

// continues reports whether a token may go on with a noun phrase.
func continues(t *text.Token) bool {
	switch t.UPOS {
	case text.NOUN, text.PROPN, text.ADJ, text.NUM:
		return true
	case text.ADV, text.DET, text.SYM:
		return true
	case text.PRON:
		return t.Tag == text.PRPS
	}
	return t.Tag == text.Dollar
}

// verbChunk returns the head, and so the last token, of the verb group that
// begins at token i; -1 where none does.
func verbChunk(d *text.Doc, s text.Sentence, i int32) int32 {
	head := int32(-1)
scan:
	for j := i; j < s.Last; j++ {
		t := &d.Tokens[j]
		switch {
		case t.UPOS == text.AUX:
			head = j
		case t.UPOS == text.VERB:
			head = j
			break scan
		case t.Tag == text.TO && head < 0:
		case t.UPOS == text.ADV && j > i, t.UPOS == text.PART && t.Tag == text.RB && j > i:
		default:
			break scan
		}
	}
	return head
}

var days = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"today": true, "yesterday": true, "tomorrow": true, "mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}
