package sayso

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// EntityIndex answers which entity a stretch of text means. Build it once per
// article with NewEntityIndex; it is read-only afterwards.
//
//	index := sayso.NewEntityIndex(doc.Text, entities)
//	id := index.At(source)                  // 0: none, or none for sure
//	for id, m := range index.In(sentence) { // every mention that overlaps, in text order
type EntityIndex struct {
	text   string
	at     []placed // by start, then longest first
	before []int32  // before[i] is the greatest end among at[:i+1]
}

type placed struct {
	Mention
	id EntityID
}

// NewEntityIndex indexes the mentions of entities; text is what their spans count in.
func NewEntityIndex(text string, entities []Entity) *EntityIndex {
	x := &EntityIndex{text: text}
	for i := range entities {
		for _, m := range entities[i].Mentions {
			if !m.Span.Empty() && m.Span.Start >= 0 && int(m.Span.End) <= len(text) {
				x.at = append(x.at, placed{m, entities[i].ID})
			}
		}
	}
	slices.SortStableFunc(x.at, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	x.before = make([]int32, len(x.at))
	far := int32(0)
	for i, m := range x.at {
		far = max(far, m.Span.End)
		x.before[i] = far
	}
	return x
}

// In yields the mentions that share a byte with at, in text order, the longer
// of two that start together first.
func (x *EntityIndex) In(at Span) iter.Seq2[EntityID, Mention] {
	return func(yield func(EntityID, Mention) bool) {
		for i := x.first(at.Start); i < len(x.at) && x.at[i].Span.Start < at.End; i++ {
			if m := x.at[i]; m.Span.Overlaps(at) && !yield(m.id, m.Mention) {
				return
			}
		}
	}
}

// At returns the entity that the phrase at means: the one whose mention is the
// phrase's head. "the agency's Director Ann Ode" is Ann Ode, "Ann Ode, head of
// the Harbour Board" is Ann Ode, "a pilot at the Harbour Board" is the pilot and,
// where no entity is known for the pilot, 0: never the board. A phrase that is
// part of a mention ("Ode" in "Ann Ode") is that mention's entity.
func (x *EntityIndex) At(at Span) EntityID {
	at = x.trim(at)
	if at.Empty() {
		return 0
	}
	var within, around []placed
	for i := x.first(at.Start); i < len(x.at) && x.at[i].Span.Start < at.End; i++ {
		m := x.at[i]
		switch {
		case m.Span == at:
			return m.id
		case at.Contains(m.Span):
			if n := len(within); n == 0 || !within[n-1].Span.Overlaps(m.Span) {
				within = append(within, m)
			}
		case m.Span.Overlaps(at):
			around = append(around, m)
		}
	}
	if id := x.head(at, within); id != 0 {
		return id
	}
	if len(within) > 0 {
		return 0
	}
	best := EntityID(0)
	for size := 0; len(around) > 0; around = around[1:] {
		if m := around[0]; best == 0 || m.Span.Len() < size {
			best, size = m.id, m.Span.Len()
		}
	}
	return best
}

// head returns the entity of the phrase's head among the outermost mentions within it.
func (x *EntityIndex) head(at Span, within []placed) EntityID {
	from, last := at.Start, EntityID(0)
	for i := 0; i < len(within); i++ {
		m := within[i]
		if cutAt := cut(x.text[from:m.Span.Start], last != 0); cutAt {
			if last != 0 {
				return last
			}
			// The head has no mention of its own: only a name set beside it can stand for it.
			return x.beside(at, within[i:], from)
		}
		if from > at.Start || strings.TrimSpace(x.text[from:m.Span.Start]) != "" {
			if m.Form == PronounMention || clause(x.text[m.Span.End:at.End]) {
				return last // a clause about the head: "papers Ode filed", "papers she filed"
			}
		}
		from = m.Span.End
		if !possessive(x.text[m.Span.End:at.End]) {
			last = m.id
		} else {
			last = 0
		}
	}
	if last != 0 && !headFollows(x.text[from:at.End]) {
		return last
	}
	return 0
}

// beside returns the person named after the comma that ends a headless phrase:
// "the pilots' oldest member, Ann Ode". Only the first mention after a comma or dash counts.
func (x *EntityIndex) beside(at Span, rest []placed, from int32) EntityID {
	for _, m := range rest {
		if m.Form == NameMention && strings.TrimSpace(x.text[m.Span.End:at.End]) == "" {
			gap := strings.TrimRight(x.text[from:m.Span.Start], " ")
			if strings.HasSuffix(gap, ",") {
				return m.id
			}
		}
		from = m.Span.End
	}
	return 0
}

// cut reports whether the words between two mentions end the phrase's head:
// punctuation, a preposition or a relative pronoun.
func cut(between string, seen bool) bool {
	for _, r := range between {
		switch r {
		case ',', ';', ':', '(', '[', '–', '—', '\n', '"', '“', '”':
			return true
		}
	}
	for w := range strings.FieldsSeq(between) {
		switch strings.ToLower(w) {
		case "of", "for", "in", "at", "from", "with", "on", "by", "to", "near", "under", "over", "inside", "within", "outside",
			"who", "whom", "whose", "which", "that", "as", "about", "against", "between", "among", "including", "familiar", "close", "-", "--":
			return true
		case "and", "or", "&":
			if seen {
				return true
			}
		}
	}
	return false
}

// headFollows reports whether, right after a mention, the phrase goes on to a
// head of its own: "Foreign Ministry spokesman". A phrase that goes on with
// punctuation, a preposition or a verb does not.
func headFollows(rest string) bool {
	if possessive(rest) {
		return true
	}
	for w := range strings.FieldsSeq(rest) {
		return !cut(w, true) && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "ing") && lowerCase(w)
	}
	return false
}

// clause reports whether, right after a mention, the phrase goes on with a plain
// word that is no preposition.
func clause(rest string) bool {
	if !strings.HasPrefix(rest, " ") {
		return false
	}
	for w := range strings.FieldsSeq(rest) {
		return lowerCase(w) && !cut(w, true)
	}
	return false
}

func lowerCase(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return 'a' <= r && r <= 'z'
}

// possessive reports whether text goes on with a possessive mark and more.
func possessive(rest string) bool {
	for _, mark := range [...]string{"'s", "’s", "'", "’"} {
		if more, ok := strings.CutPrefix(rest, mark); ok {
			return strings.HasPrefix(more, " ") && strings.TrimSpace(more) != ""
		}
	}
	return false
}

// first returns the first index whose mention can reach past byte start.
func (x *EntityIndex) first(start int32) int {
	i, _ := slices.BinarySearchFunc(x.before, start+1, cmp.Compare[int32])
	return i
}

// trim drops white space and a possessive mark at the end, and keeps the span within the text.
func (x *EntityIndex) trim(at Span) Span {
	at.Start, at.End = max(at.Start, 0), min(at.End, int32(len(x.text)))
	if at.Empty() {
		return Span{}
	}
	words := at.Of(x.text)
	at.Start += int32(len(words) - len(strings.TrimLeft(words, " \t\r\n")))
	words = strings.TrimRight(at.Of(x.text), " \t\r\n,.")
	for _, mark := range [...]string{"'s", "’s"} {
		words = strings.TrimSuffix(words, mark)
	}
	at.End = at.Start + int32(len(words))
	return at
}
