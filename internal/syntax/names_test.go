package syntax

import (
	"strings"
	"testing"
	"unicode"

	"sayso/internal/text"
)

var kinds = map[string]text.NameTag{"PER": text.InsidePerson, "ORG": text.InsideOrganization, "LOC": text.InsidePlace}

// named cuts a text in which names stand in brackets after their type, takes
// words with a capital for proper nouns and marks the names.
func named(s string) *text.Doc {
	var b strings.Builder
	type span struct {
		start, end int
		tag        text.NameTag
	}
	var spans []span
	for s != "" {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		kind, words, _ := strings.Cut(name, " ")
		start := b.Len()
		b.WriteString(words)
		spans = append(spans, span{start, b.Len(), kinds[kind]})
		s = after
	}
	d := text.Cut(b.String())
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.UPOS = text.NOUN
		if r := []rune(d.Word(int32(i)))[0]; unicode.IsUpper(r) && t.Lower != "the" {
			t.UPOS = text.PROPN
		} else if !unicode.IsLetter(r) {
			t.UPOS = text.PUNCT
		}
		for _, n := range spans {
			if int(t.Span.Start) >= n.start && int(t.Span.End) <= n.end {
				if t.Name = n.tag; int(t.Span.Start) == n.start {
					t.Name--
				}
			}
		}
	}
	return d
}

// bracketed writes a document's names as named reads them.
func bracketed(d *text.Doc) string {
	var b strings.Builder
	at := int32(0)
	for i := int32(0); int(i) < len(d.Tokens); {
		tag := d.Tokens[i].Name
		if tag == text.OutsideName {
			i++
			continue
		}
		end := nameEnd(d, i)
		s := d.Range(i, end)
		b.WriteString(d.Text[at:s.Start] + "[" + tag.String()[2:] + " " + d.Of(s) + "]")
		at = s.End
		i = end
	}
	b.WriteString(d.Text[at:])
	return b.String()
}

func TestNamesAreMended(t *testing.T) {
	for in, want := range map[string]string{
		"It was [PER Tarik] [PER al-Oman] who spoke.":                         "It was [PER Tarik al-Oman] who spoke.",
		"They met [PER \"Ode\"] there.":                                       "They met \"[PER Ode]\" there.",
		"She lives in [LOC Kestle Florida] now.":                              "She lives in [LOC Kestle] [LOC Florida] now.",
		"He left [LOC New Mexico] and [LOC West Virginia].":                   "He left [LOC New Mexico] and [LOC West Virginia].",
		"Meet me in [LOC San Kestle Ca] or [LOC Kestle], OH, soon.":           "Meet me in [LOC San Kestle] [LOC Ca] or [LOC Kestle], [LOC OH], soon.",
		"He moved to 4 [LOC Mill Rd Kestle] last week.":                       "He moved to 4 [LOC Mill Rd] [LOC Kestle] last week.",
		"They asked [PER KRTA] about the new road.":                           "They asked [ORG KRTA] about the new road.",
		"If [PER X] happens on [LOC Sunday], go.":                             "If X happens on Sunday, go.",
		"The [LOC Kestle] Post and [LOC Kestle University] agreed.":           "The [ORG Kestle Post] and [ORG Kestle University] agreed.",
		"The Housing Authority of [LOC Kestle] was sued.":                     "The [ORG Housing Authority of Kestle] was sued.",
		"Hurricane [PER Olga] turned north. Then [PER Olga] weakened.":        "Hurricane Olga turned north. Then Olga weakened.",
		"[PER Ilmo Tarn] left. The union said Tarn and Ode had come.":         "[PER Ilmo Tarn] left. The union said [PER Tarn] and Ode had come.",
		"[ORG Nortag] reported it and later the board asked Nortag about it.": "[ORG Nortag] reported it and later the board asked [ORG Nortag] about it.",
	} {
		d := named(in)
		mendNames(d)
		bodies(d)
		storms(d)
		repeat(d)
		if got := bracketed(d); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", in, got, want)
		}
	}
}
