package place_test

import (
	"fmt"
	"reflect"
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
	p, err := syntax.New(models.FS)
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
		// Containment.
		{"A barn burned near Greenville in Clark and Greene counties, Ohio.",
			"Greenville=Greenville:US-OH:city; Clark=Clark County:US-OH:admin; Greene=Greene County:US-OH:admin; Ohio=Ohio:US-OH:admin"},
		{"The Turkish city of Van had snow.", "Turkish=Turkey:TR:country; Van=Van:TR-65:city"},
		{"A mast fell in Van, Texas.", "Van=Van:US-TX:city; Texas=Texas:US-TX:admin"},
		{"Tents went up in Iraq's Anbar province.", "Iraq=Iraq:IQ:country; Anbar=Anbar:IQ:admin"},
		{"She was born in Bradford, Ontario.", "Bradford=Bradford:?:; Ontario=Ontario:CA-ON:admin"},
		// The company a name keeps.
		{"Trains ran from Beirut to Tripoli and on to Sidon and Tyre.",
			"Beirut=Beirut:LB-BA:city; Tripoli=Tripoli:LB:city; Sidon=Sidon:LB-JA:city; Tyre=Tyre:LB-JA:city"},
		{"Shops in Tyler, Texas, in Lufkin, in Longview and in Palestine, Athens and Paris were shut.",
			"Tyler=Tyler:US-TX:city; Texas=Texas:US-TX:admin; Lufkin=Lufkin:US-TX:city; Longview=Longview:US-TX:city; " +
				"Palestine=Palestine:US-TX:city; Athens=Athens:US-TX:city; Paris=Paris:US-TX:city"},
		{"Ohio, Georgia and Wyoming voted.", "Ohio=Ohio:US-OH:admin!; Georgia=Georgia:US-GA:admin!; Wyoming=Wyoming:US-WY:admin!"},
		// No table has it.
		{"Water is short in the village of Nova Lukovka in Ukraine.", "Nova Lukovka=Nova Lukovka:?:; Ukraine=Ukraine:UA:country"},
		{"Buses to Kyiv's Zelenka district were full.", "Kyiv=Kyiv:UA-30:city; Zelenka=Zelenka:UA-30:city"},
		// Literal or not.
		{"Officials had talks with Tehran on prices.", "Tehran=Tehran:IR-07:city!"},
		{"The minister accused Minsk of delay.", "Minsk=Minsk:BY-HM:city!"},
		{"Polish soldiers crossed the Polish border.", "Polish=Poland:PL:country!; Polish=Poland:PL:country"},
		{"According to Warsaw, trade with Norway grew.", "Warsaw=Warsaw:PL-14:city!; Norway=Norway:NO:country"},
		{"Kenya's health ministry sent nurses to Kenya's coast.", "Kenya=Kenya:KE:country!; Kenya=Kenya:KE:country"},
		{"US troops left Iraq.", "US=United States:US:country!; Iraq=Iraq:IQ:country"},
		{"Beijing and New Delhi called the offer unfair.", "Beijing=Beijing:CN-BJ:city!; New Delhi=New Delhi:IN-DL:city!"},
		{"France, which sent ships to Lebanon, met the president of Chad.",
			"France=France:FR:country!; Lebanon=Lebanon:LB:country; Chad=Chad:TD:country!"},
		{"He was sent to Germany by Sweden.", "Germany=Germany:DE:country; Sweden=Sweden:SE:country!"},
		// Capitals throughout.
		{"STORM SHUTS SCHOOLS IN MANILA AND SENDS US SHIPS TO SEA", "MANILA=Manila:PH-00:city"},
		// Not places.
		{"Jordan Hale and Sydney Roe met Ms Georgia Lane in May.", ""},
		{"The A/Perth/16 strain cost US$5 million.", ""},
		{"He reads the New Zealand Herald and banks with the Bank of Cyprus.", ""},
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
		if written(s, places) != written(s, again) || !reflect.DeepEqual(gaps, gapsAgain) {
			t.Errorf("two readings of %q differ", s)
		}
	})
}
