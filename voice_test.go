package sayso

import "testing"

func TestVoiceAt(t *testing.T) {
	a := Attribution{
		Claims: []Claim{
			{ID: 1, Content: []Span{{10, 30}, {40, 60}}, Inserts: []Span{{44, 48}}},
			{ID: 2, Content: []Span{{15, 25}}},
			{ID: 3, Content: []Span{{5, 8}}},
			{ID: 4, Content: []Span{{80, 90}}},
			{ID: 5, Content: []Span{{80, 90}}},
		},
		Doubtful: []Span{{35, 39}, {28, 45}},
	}
	for _, c := range []struct {
		at    Span
		voice Voice
		claim ClaimID
	}{
		{Span{0, 4}, VoiceOutlet, 0},
		{Span{5, 8}, VoiceSource, 3},
		{Span{11, 14}, VoiceSource, 1},
		{Span{16, 20}, VoiceSource, 2}, // the innermost
		{Span{24, 27}, VoiceSource, 1}, // beyond the inner one
		{Span{36, 38}, VoiceUnclear, 0},
		{Span{41, 43}, VoiceSource, 1}, // a claim goes before doubt
		{Span{45, 47}, VoiceOutlet, 0}, // the outlet's insertion, no doubt there
		{Span{58, 62}, VoiceOutlet, 0}, // sticks out
		{Span{82, 84}, VoiceSource, 5}, // of equal ones the later, told within
	} {
		a := a
		if c.at == (Span{45, 47}) {
			a.Doubtful = nil
		}
		if voice, claim := a.VoiceAt(c.at); voice != c.voice || claim != c.claim {
			t.Errorf("VoiceAt(%v) = %s %s, want %s %s", c.at, voice, claim, c.voice, c.claim)
		}
	}
}
