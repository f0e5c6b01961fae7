package sayso

import (
	"strings"
	"testing"
)

// marked reads "{1:Ann Ode}" as a name of entity 1, "[2:the board]" as a
// nominal mention of entity 2, and returns the text without the marks.
func marked(s string) (string, []Entity) {
	var b strings.Builder
	found := map[EntityID][]Mention{}
	for i := 0; i < len(s); i++ {
		form, closing := NameMention, byte('}')
		switch s[i] {
		case '[':
			form, closing = NominalMention, ']'
		case '{':
		default:
			b.WriteByte(s[i])
			continue
		}
		id := EntityID(s[i+1] - '0')
		words := s[i+3 : i+strings.IndexByte(s[i:], closing)]
		start := int32(b.Len())
		b.WriteString(words)
		found[id] = append(found[id], Mention{Span{start, int32(b.Len())}, form})
		i += 3 + len(words)
	}
	var out []Entity
	for id := EntityID(1); int(id) <= len(found); id++ {
		out = append(out, Entity{ID: id, Mentions: found[id]})
	}
	return b.String(), out
}

func TestEntityIndexAt(t *testing.T) {
	for _, c := range []struct {
		text, phrase string
		want         EntityID
	}{
		{"[2:The agency]'s Director {1:Ann Ode} said", "The agency's Director Ann Ode", 1},
		{"{2:Harbour Board} spokesman {1:Ivan Pell} said", "Harbour Board spokesman Ivan Pell", 1},
		{"{1:Ann Ode}, head of the {2:Harbour Board}, said", "Ann Ode, head of the Harbour Board", 1},
		{"[1:a pilot] at the {2:Harbour Board} said", "a pilot at the Harbour Board", 1},
		{"a pilot at the {1:Harbour Board} said", "a pilot at the Harbour Board", 0},
		{"{1:Harbour Board} pilots said", "Harbour Board pilots", 0},
		{"{1:Harbour Board}'s oldest pilot said", "Harbour Board's oldest pilot", 0},
		{"the pilot of {1:Harbour Board}, {2:Ann Ode}, said", "the pilot of Harbour Board, Ann Ode", 2},
		{"Mr. {1:Ode} said", "Mr. Ode", 1},
		{"{1:Ann Ode} said", "Ode", 1},
		{"{1:Ann Ode}'s speech", "Ann Ode's", 1},
		{"[1:two officials] familiar with the matter of {2:Ann Ode} said", "two officials familiar with the matter of Ann Ode", 1},
		{"{1:Ann Ode} and {2:Ivan Pell} said", "Ann Ode and Ivan Pell", 1},
		{"the {1:Ministry of Health} said", "the Ministry of Health", 1},
		{"{1:Ann Ode} (Norden) said", "Ann Ode (Norden)", 1},
		{"new papers {1:Ann Ode} filed with the court said", "new papers Ann Ode filed with the court", 0},
		{"new papers she filed said", "new papers she filed", 0},
		{"[1:two pilots] {2:Ann Ode} knew said", "two pilots Ann Ode knew", 1},
		{"nobody said", "nobody", 0},
	} {
		text, entities := marked(c.text)
		at := strings.Index(text, c.phrase)
		got := NewEntityIndex(text, entities).At(Span{int32(at), int32(at + len(c.phrase))})
		if got != c.want {
			t.Errorf("%q in %q: entity %d, want %d", c.phrase, text, got, c.want)
		}
	}
}

func TestEntityIndexIn(t *testing.T) {
	text, entities := marked("{1:Ann Ode} met [2:the board] and {3:Ivan Pell} spoke to {1:Ode}.")
	var got []EntityID
	at := strings.Index(text, "Ode met")
	for id := range NewEntityIndex(text, entities).In(Span{int32(at), int32(strings.Index(text, "Pell"))}) {
		got = append(got, id)
	}
	if len(got) != 3 || got[0] != 1 || got[1] != 2 || got[2] != 3 {
		t.Errorf("mentions of %v, want 1, 2, 3", got)
	}
}

func TestEntityIndexOutsideTheText(t *testing.T) {
	text, entities := marked("{1:Ann Ode} said")
	x := NewEntityIndex(text, entities)
	for _, s := range []Span{{-5, 0}, {90, 95}, {5, 2}, {}} {
		if got := x.At(s); got != 0 {
			t.Errorf("At(%v) = %d", s, got)
		}
	}
}

func TestMentionsMayOverlap(t *testing.T) {
	text := "the Arven Harbour Police Chief said"
	entities := []Entity{
		{ID: 1, Mentions: []Mention{{Span: Span{4, 24}, Form: NameMention}}},
		{ID: 2, Mentions: []Mention{{Span: Span{10, 30}, Form: NominalMention}}},
	}
	if got := NewEntityIndex(text, entities).At(Span{0, 31}); got < 0 || got > 2 {
		t.Errorf("At = %v", got)
	}
}
