package reader

import (
	"strings"
	"testing"

	"sayso"
)

func TestActorsApply(t *testing.T) {
	x, err := ReadActors("a.tsv", strings.NewReader("name\tcode\tsector\tfrom\tto\n"+
		"Ode\tKAZ\tGOV\t2000\t2008\nOde\tKAZ\tOPP\t2009\t\nthe Grey Shirts\t\tREB\t\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := "Ann Ode met the Grey Shirts."
	entities := func() []sayso.Entity {
		return []sayso.Entity{{ID: 1, Type: sayso.Person, Name: "Ann Ode", Sector: "CVL", Country: "RU"}, {ID: 2, Type: sayso.Organization, Name: "Ode"}}
	}
	events := func(at sayso.TimexID) []sayso.Event {
		return []sayso.Event{{Time: at, Actors: []sayso.Participant{{Span: sayso.Span{Start: 0, End: 7}, Entity: 1, Code: "RUS", Sector: "CVL"}},
			Recipients: []sayso.Participant{{Span: sayso.Span{Start: 12, End: 27}, Code: "KAZ"}}}}
	}
	times := []sayso.Timex{{ID: 1, Start: "2008-12-31", End: "2009-01-01"}, {ID: 2, Start: "2009-01-01"}, {ID: 3, Start: "2008-07-01", End: "2009-07-01"},
		{ID: 4, End: "2001-01-01"}, {ID: 5, Value: "P3D"}, {ID: 6, Start: "2008-12-31T23:00", End: "2008-12-31T23:59"}}
	for _, c := range []struct {
		at            sayso.TimexID
		published     string
		actor, entity string
	}{
		{0, "2004-02-01", "KAZ GOV", "KZ GOV"},
		{0, "2010-02-01T10:00:00Z", "KAZ OPP", "KZ OPP"},
		{0, "", "RUS CVL", "RU CVL"},
		{0, "XXXX-02-01", "RUS CVL", "RU CVL"},
		{1, "2010-02-01", "KAZ GOV", "KZ OPP"}, // the event's day counts, not the article's
		{2, "2004-02-01", "KAZ OPP", "KZ GOV"},
		{3, "2010-02-01", "RUS CVL", "KZ OPP"}, // in both offices
		{4, "2010-02-01", "KAZ GOV", "KZ OPP"},
		{5, "2010-02-01", "KAZ OPP", "KZ OPP"},
		{6, "2010-02-01", "KAZ GOV", "KZ OPP"},
		{0, "1999-02-01", "RUS CVL", "RU CVL"},
	} {
		a, e, v := sayso.Article{Text: text, Published: c.published}, entities(), events(c.at)
		x.apply(&a, e, times, v)
		p, q := v[0].Actors[0], v[0].Recipients[0]
		if got := p.Code + " " + p.Sector; got != c.actor {
			t.Errorf("t%d of %q: the actor is %q, want %q", c.at, c.published, got, c.actor)
		}
		if q.Code != "KAZ" || q.Sector != "REB" {
			t.Errorf("t%d of %q: the recipient is %q %q", c.at, c.published, q.Code, q.Sector)
		}
		if got := e[0].Country + " " + e[0].Sector; got != c.entity {
			t.Errorf("t%d of %q: the entity is %q, want %q", c.at, c.published, got, c.entity)
		}
	}
	(*Actors)(nil).apply(&sayso.Article{}, nil, nil, nil)
}

func TestReaderNamesActors(t *testing.T) {
	x, err := ReadActors("a.tsv", strings.NewReader("name\tcode\tsector\tfrom\tto\n"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(Options{Actors: x})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(r.Name(), " actors "+x.mark) {
		t.Errorf("%q does not tell of the table", r.Name())
	}
}
