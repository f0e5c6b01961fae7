package syntax

import (
	"testing"

	"sayso/internal/text"
)

func TestFiniteVerbsAreMended(t *testing.T) {
	for _, tt := range []struct {
		text string
		at   int
		tag  text.Tag
		name text.NameTag
	}{
		{"Turkish jets bombed Kurdish positions.", 2, text.VBD, text.OutsideName},
		{"March protests shook Yerevan.", 1, text.NNS, text.OutsideName},
		{"Will Foster joined the talks.", 0, text.NNP, text.BeginPerson},
		{"May Thwin, an activist, was jailed.", 0, text.NNP, text.BeginPerson},
		{"Will Foster join the talks?", 0, text.MD, text.OutsideName},
	} {
		d := text.Cut(tt.text)
		parser(t).Parse(d)
		checkParse(t, d)
		if w := d.Tokens[tt.at]; w.Tag != tt.tag || w.Name != tt.name {
			t.Errorf("%q: %q is %v, %v", tt.text, d.Word(int32(tt.at)), w.Tag, w.Name)
		}
	}
}
