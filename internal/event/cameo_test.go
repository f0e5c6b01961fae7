package event

import (
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/rules"
)

func TestCameo(t *testing.T) {
	c, err := NewCameo(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		kind     sayso.EventType
		mode     string
		contexts string
		realis   sayso.Realis
		by, want string
	}{
		{sayso.Protest, "demo", "economic", sayso.Actual, "rule:verb:march", "141"},
		{sayso.Protest, "vandalize", "", sayso.Actual, "rule:verb:deface", "14"},
		{sayso.Consult, "visit", "diplomatic", sayso.Actual, "rule:verb:visit", "042"},
		{sayso.Consult, "visit", "diplomatic", sayso.Actual, "rule:verb:host", "043"},
		{sayso.Consult, "visit", "", sayso.Actual, "model:event", "04"},
		{sayso.Consult, "", "", sayso.Planned, "rule:verb:meet", "036"},
		{sayso.Agree, "", "", sayso.Planned, "rule:verb:visit", "036"}, // announced
		{sayso.Threaten, "violence", "military", sayso.Planned, "rule:verb:shell", "138"},
		{sayso.Assault, "", "", sayso.Planned, "rule:verb:attack", ""}, // told, not threatened
		{sayso.Protest, "demo", "", sayso.Negated, "rule:verb:march", ""},
		{sayso.Coerce, "arrest", "legal", sayso.EventDenied, "rule:verb:arrest", ""},
		{sayso.Assault, "", "", sayso.Hypothetical, "rule:verb:attack", ""},
		{sayso.Assault, "targeted", "", sayso.Failed, "rule:verb:assassinate", "185"},
		{sayso.Assault, "targeted", "", sayso.Actual, "rule:noun:assassination", "186"},
		{sayso.Assault, "targeted", "", sayso.Actual, "rule:verb:behead", "18"},
		{sayso.Assault, "", "military", sayso.Actual, "rule:verb:attack", "19"},
		{sayso.Assault, "abduct", "military", sayso.Actual, "rule:human-shield", "184"},
		{sayso.Assault, "destroy", "military", sayso.Actual, "rule:verb:destroy", ""}, // 17 or 19
		{sayso.Accuse, "", "", sayso.Actual, "rule:verb:zz", ""},                      // 09 or 11
		{sayso.Accuse, "allege", "crime corruption", sayso.Actual, "rule:verb:accuse", "1121"},
		{sayso.Accuse, "allege", "crime human_rights", sayso.Actual, "rule:verb:accuse", "112"},
		{sayso.Cooperate, "", "economic military", sayso.Actual, "rule:verb:cooperate", "06"},
		{sayso.Coerce, "restrict", "economic", sayso.Actual, "rule:verb:impose", "163"},
		{sayso.Sanction, "expel", "political_institutions", sayso.Actual, "rule:verb:dismiss", ""},
	} {
		e := sayso.Event{Type: x.kind, Mode: x.mode, Contexts: strings.Fields(x.contexts), Realis: x.realis, By: x.by}
		if got := c.Code(&e); got != x.want {
			t.Errorf("%+v: got %q", x, got)
		}
	}
}

// TestEveryRowHasACameoCode holds that what a row tells as actual has a code, but for what CAMEO has no word for and what
// would be one of two roots.
func TestEveryRowHasACameoCode(t *testing.T) {
	c, err := NewCameo(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	tab, err := load(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	without := map[string]bool{}
	for _, m := range []map[string][]sense{tab.verbs, tab.nouns} {
		for _, senses := range m {
			for _, s := range senses {
				e := sayso.Event{Type: s.kind, Mode: s.mode, Contexts: s.contexts, Realis: sayso.Actual, By: s.by}
				if c.Code(&e) == "" {
					without[strings.TrimSpace(string(s.kind)+" "+s.mode+" "+strings.Join(s.contexts, " "))] = true
				}
			}
		}
	}
	var got []string
	for k := range without {
		got = append(got, k)
	}
	slices.Sort(got)
	want := []string{"ASSAULT destroy military", "COERCE misinformation misinformation", "SANCTION expel political_institutions"}
	if !slices.Equal(got, want) {
		t.Errorf("without a code: %q, want %q", got, want)
	}
}

func TestNewCameoReportsFaultyRows(t *testing.T) {
	for row, want := range map[string]string{
		"THREATEN\tvisit\t\t\t\t13\n":     `THREATEN has no mode "visit"`,
		"THREATEN\t\twar\t\t\t13\n":       `no context "war"`,
		"THREATEN\t\t\tmaybe\t\t13\n":     `realis is "maybe"`,
		"THREATEN\t\t\t\t\t1\n":           `"1" is no CAMEO code`,
		"THREATEN\t\t\t\t\t21\n":          `"21" is no CAMEO code`,
		"THREATEN\t\t\t\t\t13x\n":         `"13x" is no CAMEO code`,
		"THREATEN\t\t\t\tword 13\t13\n\n": "",
	} {
		_, err := NewCameo(withRows(t, "event/cameo.tsv", row))
		if want == "" {
			if err != nil {
				t.Errorf("%q: %v", row, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "event/cameo.tsv:") {
			t.Errorf("%q: got %v, want %q with its place", row, err, want)
		}
	}
}
