package export

import (
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/rules"
)

func TestCameoLines(t *testing.T) {
	text := "A\tnew  voice"
	actor := func(codes ...string) (out []sayso.Participant) {
		for _, c := range codes {
			country, sector, _ := strings.Cut(c, " ")
			out = append(out, sayso.Participant{Code: country, Sector: sector})
		}
		return out
	}
	r := &sayso.Reading{
		Article:  sayso.Article{ID: "a1", Outlet: "The Arven Post", Published: "2022-01-09", Text: text},
		Entities: []sayso.Entity{{ID: 1, Name: "Ann\tOde"}},
		Times: []sayso.Timex{{ID: 1, Type: sayso.TimexDate, Value: "2022-01-07"}, {ID: 2, Type: sayso.TimexDate, Value: "2022-W01"},
			{ID: 3, Type: sayso.TimexTime, Value: "2022-01-06TMO"}, {ID: 4, Type: sayso.TimexDate, Value: "XXXX-01-06"},
			{ID: 5, Type: sayso.TimexDuration, Value: "P3D"}, {ID: 6, Type: sayso.TimexDate, Value: "2022-01-05", Mod: "APPROX"}},
		Claims: []sayso.Claim{{ID: 1, Source: &sayso.Source{Entity: 1}}, {ID: 2}, {ID: 3, Source: &sayso.Source{Span: sayso.Span{Start: 0, End: 12}}}},
		Events: []sayso.Event{
			{ID: 1, Cameo: "173", Realis: sayso.Actual, Time: 1, Actors: actor("KAZ COP"), Recipients: actor("KAZ CVL", "KAZ", "KAZ"), Voice: sayso.VoiceOutlet},
			{ID: 2, Cameo: "0871", Realis: sayso.Actual, Time: 2, Actors: actor(" REB"), Voice: sayso.VoiceSource, Claim: 1},
			{ID: 3, Cameo: "141", Realis: sayso.Actual, Time: 3, TimeBound: "at", Voice: sayso.VoiceSource, Claim: 2},
			{ID: 4, Cameo: "176", Realis: sayso.Actual, Time: 1, TimeBound: "by", Voice: sayso.VoiceSource, Claim: 3},
			{ID: 5, Cameo: "03", Realis: sayso.Planned, Time: 4, Voice: sayso.VoiceOutlet},
			{ID: 6, Realis: sayso.Actual, Time: 5, Voice: sayso.VoiceUnclear},
			{ID: 7, Cameo: "12", Realis: sayso.Actual, Time: 6, SameAs: 1, Voice: sayso.VoiceOutlet},
		},
	}
	plain := []string{
		"20220107 KAZCOP KAZCVL 173 4 -5.0 a1 v1 outlet actual The_Arven_Post",
		"20220107 KAZCOP KAZ 173 4 -5.0 a1 v1 outlet actual The_Arven_Post",
		" REB --- 0871 2 9.0 a1 v2 source actual Ann_Ode",
		"20220106 --- --- 141 4 -6.5 a1 v3 source actual ",
		" --- --- 176 4  a1 v4 source actual A_new_voice",
	}
	all := slices.Concat(plain, []string{
		" --- --- 03 1 4.0 a1 v5 outlet planned The_Arven_Post",
		" --- --- ---   a1 v6 unclear actual ",
		" --- --- 12 3 -4.0 a1 v7 outlet actual The_Arven_Post"})
	for _, x := range []struct {
		all  bool
		want []string
	}{{false, plain}, {true, all}} {
		c, err := NewCameo(rules.FS, x.all)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.NewReplacer(" ", "_", "\t", " ").Replace(string(c.Append(nil, r)))
		if want := strings.Join(x.want, "\n") + "\n"; got != want {
			t.Errorf("all %v: got\n%swant\n%s", x.all, got, want)
		}
	}
}

func TestGoldsteinScores(t *testing.T) {
	c, err := NewCameo(rules.FS, false)
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]string{"042": "1.9", "072": "8.3", "0874": "10.0", "13": "-6.0", "130": "-4.4", "173": "-5.0", "195": "-10.0"} {
		if got := c.scores[code]; got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}
