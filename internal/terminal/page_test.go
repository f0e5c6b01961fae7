package terminal

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"sayso"
	"sayso/internal/golden"
)

// sample is a small reading with something in every part of the page. Places in
// the text are written by their words.
func sample() *sayso.Reading {
	text := "Bridge was mined — colonel\n\nARVEN, May 3 (Harbour Wire) — Three people were killed and more than 20 injured on Tuesday " +
		"when a bridge was blown up near Arven.\n\n“We knew of the mines (laid in winter) and told the council,” Colonel Ada Brunn, the garrison's commander, told the Fjord Post. " +
		"The council denied it had been told that the bridge was unsafe.\n\nThe situation is now stable."
	at := func(words string) sayso.Span {
		i := strings.Index(text, words)
		if i < 0 {
			panic(words)
		}
		return sayso.Span{Start: int32(i), End: int32(i + len(words))}
	}
	maybe := func(words string) *sayso.Span { s := at(words); return &s }
	n := func(x float64) *float64 { return &x }
	chain := []sayso.Hop{{Role: sayso.HopAgency, Name: "Harbour Wire"}, {Role: sayso.HopOutlet, Name: "Fjord Post", Span: maybe("the Fjord Post")},
		{Role: sayso.HopSpeaker, Name: "Ada Brunn", Entity: 1}}
	return &sayso.Reading{
		Article: sayso.Article{ID: "x", Headline: "Bridge was mined — colonel", Agency: "Harbour Wire", Published: "2022-05-03",
			PublishedFrom: sayso.PublishedInferred, PublishedWhy: "Tuesday 3 May", Dateline: &sayso.Dateline{Span: at("ARVEN, May 3 (Harbour Wire)"), Place: "ARVEN"}, Text: text},
		Sentences: []sayso.Span{at("Bridge was mined — colonel"), at("Three people were killed and more than 20 injured on Tuesday when a bridge was blown up near Arven."),
			at("“We knew of the mines (laid in winter) and told the council,” Colonel Ada Brunn, the garrison's commander, told the Fjord Post."),
			at("The council denied it had been told that the bridge was unsafe."), at("The situation is now stable.")},
		Entities: []sayso.Entity{{ID: 1, Type: sayso.Person, Name: "Ada Brunn", About: []string{"the garrison's commander"}}, {ID: 2, Type: sayso.Organization, Name: "council"}},
		Times: []sayso.Timex{{ID: 1, Span: at("Tuesday"), Type: sayso.TimexDate, Value: "2022-05-03", Start: "2022-05-03", End: "2022-05-04"},
			{ID: 2, Span: at("winter"), Type: sayso.TimexDate, Value: "2021-WI", Start: "2021-12-01", End: "2022-03-01"}},
		Places: []sayso.Place{{ID: 1, Span: at("Arven."), Name: "Arven", Country: "NO", Precision: sayso.PrecisionCity, Literal: true}},
		Quantities: []sayso.Quantity{
			{ID: 1, Span: at("Three"), Low: n(3), High: n(3), Bound: sayso.Exact, Unit: "person", Harm: sayso.Killed, Of: maybe("people"), Voice: sayso.VoiceOutlet, By: "rule:predicate"},
			{ID: 2, Span: at("more than 20"), Low: n(20), Bound: sayso.AtLeast, Unit: "person", Harm: sayso.Injured, Voice: sayso.VoiceOutlet, Increment: true, PartOf: 1, By: "rule:predicate"}},
		Claims: []sayso.Claim{
			{ID: 1, Kind: sayso.Speech, Form: sayso.Direct, Stance: sayso.Asserted, Source: &sayso.Source{Span: at("Colonel Ada Brunn, the garrison's commander"), Entity: 1},
				Cue: []sayso.Span{at("told")}, Content: []sayso.Span{at("“We knew of the mines (laid in winter) and told the council,”")}, Inserts: []sayso.Span{at("(laid in winter)")},
				Part: sayso.PartLead, Chain: chain, By: "rule:quote", P: 0.9},
			{ID: 2, Kind: sayso.Speech, Form: sayso.Indirect, Stance: sayso.Denied, Source: &sayso.Source{Span: at("The council"), Entity: 2}, Cue: []sayso.Span{at("denied")},
				Content: []sayso.Span{at("it had been told that the bridge was unsafe")}, Part: sayso.PartBody, Responds: []sayso.Response{{To: "c1", How: "denies"}},
				Chain: []sayso.Hop{chain[0], {Role: sayso.HopSpeaker, Name: "council", Entity: 2}}, By: "rule:that"},
			{ID: 3, Kind: sayso.Speech, Form: sayso.Indirect, Stance: sayso.Asserted, Content: []sayso.Span{at("the bridge was unsafe")}, Cue: []sayso.Span{}, Within: 2, Part: sayso.PartBody, By: "rule:within"}},
		Events: []sayso.Event{
			{ID: 1, Type: sayso.Assault, Mode: "explosives", Trigger: at("blown up"), Recipients: []sayso.Participant{{Span: at("a bridge")}}, Time: 1, TimeBound: "at", Place: 1, Places: []sayso.PlaceID{1},
				Quantities: []sayso.QuantityID{1, 2}, Realis: sayso.Actual, Voice: sayso.VoiceOutlet, By: "rule:blow-up"},
			{ID: 2, Type: sayso.Cooperate, Trigger: at("told the council"), Time: 2, TimeBound: "by", Actors: []sayso.Participant{{Span: at("We"), Entity: 1, Code: "NOR", Sector: "MIL"}},
				Realis: sayso.Actual, Voice: sayso.VoiceSource, Claim: 1, By: "rule:tell"}},
		Gaps: []sayso.Gap{sayso.NewGap("event", "a political word that fits no code", at("stable"))},
	}
}

func TestPage(t *testing.T) {
	var b bytes.Buffer
	if err := Page(&b, sample(), Style{Width: 76}); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/page.golden", b.String())
}

func TestExplain(t *testing.T) {
	var b bytes.Buffer
	for _, id := range []string{"c1", "c2", "c3", "v1", "v2", "q2"} {
		if err := Explain(&b, sample(), id, Style{Width: 76}); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n")
	}
	golden.Check(t, "testdata/explain.golden", b.String())
	if err := Explain(&b, sample(), "c9", Style{}); err == nil || !strings.Contains(err.Error(), "3 claims") {
		t.Errorf("unknown id: %v", err)
	}
}

func TestPageFitsItsWidth(t *testing.T) {
	for _, width := range []int{0, 40, 61, 120} {
		var b bytes.Buffer
		if err := Page(&b, sample(), Style{Width: width}); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if n := uniseg.StringWidth(strings.TrimRight(line, "\n")); n > max(width, MinWidth) {
				t.Errorf("width %d: a line of %d columns: %q", width, n, line)
			}
		}
	}
}

func TestTextCannotSteerTheTerminal(t *testing.T) {
	r := sample()
	r.Article.Headline = "Red \x1b[31m and bell \a and \u202ereversed"
	var b bytes.Buffer
	if err := Page(&b, r, Style{Width: 80}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(b.String(), "\x1b\a\u202e") {
		t.Errorf("control characters came through: %q", b.String())
	}
}

func TestColorAddsNothingButInk(t *testing.T) {
	var plainPage, colored bytes.Buffer
	if err := Page(&plainPage, sample(), Style{Width: 76}); err != nil {
		t.Fatal(err)
	}
	if err := Page(&colored, sample(), Style{Width: 76, Color: true}); err != nil {
		t.Fatal(err)
	}
	s := colored.String()
	for {
		i := strings.Index(s, "\x1b[")
		if i < 0 {
			break
		}
		s = s[:i] + s[i+strings.IndexByte(s[i:], 'm')+1:]
	}
	if s != plainPage.String() {
		t.Error("the page in colour has other words")
	}
}
