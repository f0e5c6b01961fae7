package place_test

import (
	"fmt"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/place"
	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/models"
	"sayso/rules"
)

// reading reads places with everything they need.
type reading struct {
	parser *syntax.Parser
	finder *place.Finder
}

func newReading(t testing.TB) reading {
	t.Helper()
	p, err := syntax.New(rules.FS, models.FS)
	if err != nil {
		t.Fatal(err)
	}
	f, err := place.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return reading{p, f}
}

func (r reading) read(s string) ([]sayso.Place, []sayso.Gap) {
	doc := text.Cut(s)
	r.parser.Parse(doc)
	return r.finder.Find(doc, nil, nil)
}

// written is a place as the tests below write it: the words, what they stand
// for, and "!" where they are not meant literally.
func written(s string, places []sayso.Place) string {
	var out []string
	for _, p := range places {
		where := p.Country
		if p.Admin1 != "" {
			where = p.Admin1
		}
		if p.Point == nil {
			where = "?"
		}
		mark := ""
		if !p.Literal {
			mark = "!"
		}
		out = append(out, fmt.Sprintf("%s=%s:%s:%s%s", p.Span.Of(s), p.Name, where, p.Precision, mark))
	}
	return strings.Join(out, "; ")
}

func TestFind(t *testing.T) {
	r := newReading(t)
	for _, test := range []struct{ text, want string }{
		{"Two bridges were closed in Nairobi on Monday.", "Nairobi=Nairobi:KE-30:city"},
		{"A pump failed in Springfield, Illinois, on Friday.", "Springfield=Springfield:US-IL:city; Illinois=Illinois:US-IL:admin"},
		{"A pump failed in Springfield, Ohio, on Friday.", "Springfield=Springfield:US-OH:city; Ohio=Ohio:US-OH:admin"},
		{"The ferry to Peoria, Ill., was late.", "Peoria=Peoria:US-IL:city; Ill.=Illinois:US-IL:admin"},
		{"Farmers in Georgia asked Tbilisi for help as rain fell in Batumi.", "Georgia=Georgia:GE:country; Tbilisi=Tbilisi:GE-TB:city!; Batumi=Batumi:GE-AJ:city"},
		{"Farmers near Atlanta, Georgia, and Savannah lost their peaches.", "Atlanta=Atlanta:US-GA:city; Georgia=Georgia:US-GA:admin; Savannah=Savannah:US-GA:city"},
		{"The Kazakh president flew home.", "Kazakh=Kazakhstan:KZ:country!"},
		{"Shops closed in several Kazakh cities.", "Kazakh=Kazakhstan:KZ:country"},
		{"Snow fell in the Donbas and on the Black Sea.", "Donbas=Donbas:UA:region; Black Sea=Black Sea::region"},
		{"Moscow said it would wait.", "Moscow=Moscow:RU-MOW:city!"},
		{"Reading is good for you. Nice people read a lot.", ""},
		{"She spoke to Mr Jordan about the plan.", ""},
		{"Students of the University of Leeds won.", ""},
	} {
		places, _ := r.read(test.text)
		if got := written(test.text, places); got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

// sound checks what holds for the places of every text.
func sound(t *testing.T, s string, places []sayso.Place) {
	t.Helper()
	last := int32(0)
	for i, p := range places {
		if p.ID != sayso.PlaceID(i+1) {
			t.Errorf("place %d has the id %v", i, p.ID)
		}
		if p.Span.Start < last || p.Span.End <= p.Span.Start || int(p.Span.End) > len(s) {
			t.Errorf("place %v overlaps or leaves the text", p.Span)
		}
		last = p.Span.End
		if p.Point != nil && (p.Lat < -90 || p.Lat > 90 || p.Lon < -180 || p.Lon > 180) {
			t.Errorf("%s lies nowhere: %v", p.Name, *p.Point)
		}
		if p.Point == nil && p.Precision != "" {
			t.Errorf("%s has a precision and no point", p.Name)
		}
	}
}

func FuzzFind(f *testing.F) {
	r := newReading(f)
	for _, s := range []string{"", "MOSCOW, March 3 (Agency) - Rain.", "In Springfield, Ohio (pop. 58,000), the Al-Fashir road, St. Louis's \xff bridge.",
		"the the of of , , ' 's New New York York", "İstanbul ve Sana’a\n\nKYIV AND LVIV AND US AND IT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		places, gaps := r.read(s)
		sound(t, s, places)
		again, gapsAgain := r.read(s)
		if fmt.Sprint(written(s, places), gaps) != fmt.Sprint(written(s, again), gapsAgain) {
			t.Errorf("two readings of %q differ", s)
		}
	})
}
