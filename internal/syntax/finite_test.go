package syntax

import (
	"testing"

	"sayso/internal/text"
)

func TestTagsAreMended(t *testing.T) {
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
		{"The court sentenced the former general to ten years in prison.", 5, text.NN, text.OutsideName},
		{"Amid claims that ballots had been burned, the count was stopped.", 0, text.IN, text.OutsideName},
		{"Adaeze Conteh, in an address to the nation:", 0, text.NNP, text.BeginPerson},
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
