package lexicon_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"sayso/internal/lexicon"
	"sayso/rules"
)

func countries(t *testing.T) *lexicon.Countries {
	t.Helper()
	c, err := lexicon.NewCountries(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestCountryLookups(t *testing.T) {
	c := countries(t)
	name, demonym, capital, code := c.ByName, c.ByDemonym, c.ByCapital, c.ByCode
	for _, test := range []struct {
		by   func(string) (*lexicon.Country, bool)
		word string
		want string // "" where there is none
	}{
		{name, "Kazakhstan", "KZ"}, {name, "KAZAKHSTAN", "KZ"}, {name, "the Netherlands", "NL"},
		{name, "Cote d’Ivoire", "CI"}, {name, "Côte d'Ivoire", "CI"}, {name, "Guinea Bissau", "GW"},
		{name, "U.S.", "US"}, {name, "US", "US"}, {name, "us", ""}, {name, "Us", ""}, {name, "UK", "GB"},
		{name, "Atlantis", ""}, {name, "", ""}, {name, "the", ""},
		{demonym, "Kazakh", "KZ"}, {demonym, "Kazakhs", "KZ"}, {demonym, "Kazakhstani", "KZ"}, {demonym, "Dutch", "NL"},
		{demonym, "Dutchmen", "NL"}, {demonym, "Danes", "DK"}, {demonym, "Chinese", "CN"}, {demonym, "Iraqis", "IQ"},
		{demonym, "South Koreans", "KR"}, {demonym, "Swiss", "CH"}, {demonym, "Germans", "DE"}, {demonym, "Turks", "TR"},
		{demonym, "Nigerien", "NE"}, {demonym, "Nigerian", "NG"}, {demonym, "Kazakhstan", ""},
		{capital, "Kiev", "UA"}, {capital, "Bogotá", "CO"}, {capital, "Moscow", "RU"}, {capital, "Almaty", ""},
		{code, "KZ", "KZ"}, {code, "kaz", "KZ"}, {code, "XK", "XK"}, {code, "ZZ", ""},
	} {
		got := ""
		if k, found := test.by(test.word); found {
			got = k.Code
		}
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.word, got, test.want)
		}
	}
}

func TestEveryCountryIsWhole(t *testing.T) {
	for _, k := range countries(t).All {
		if len(k.Code) != 2 || len(k.Code3) != 3 || k.GeoNames <= 0 || k.Name == "" {
			t.Errorf("%+v lacks something", k)
		}
		if k.Point.Lat < -90 || k.Point.Lat > 90 || k.Point.Lon < -180 || k.Point.Lon > 180 {
			t.Errorf("%s lies nowhere: %v", k.Code, k.Point)
		}
	}
}

func TestLookupsAllocateNothing(t *testing.T) {
	c := countries(t)
	if n := testing.AllocsPerRun(100, func() {
		c.ByName("Côte d'Ivoire")
		c.ByDemonym("Kyrgyz")
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestSharedNamesAreAnError(t *testing.T) {
	const header = "code\tcode3\tgeonames\tlat\tlon\tname\tnames\tpeople\tadjectives\tcapitals\n"
	fsys := fstest.MapFS{"geo/countries.tsv": {Data: []byte(header +
		"AA\tAAA\t1\t0\t0\tNordland\t\tNordlander\tNordic\t\nBB\tBBB\t2\t0\t0\tSouthland\tNordland\t\t\t\n")}}
	_, err := lexicon.NewCountries(fsys)
	if err == nil || !strings.Contains(err.Error(), `geo/countries.tsv:3: "Nordland" is already AA`) {
		t.Errorf("got %v", err)
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Sana'a": "sanaa", "Sana’a": "sanaa", "Nukuʻalofa": "nukualofa", "Port-au-Prince": "port au prince", "U.S.": "us",
		"  St.  John's ": "st johns", "Łódź": "lodz", "Chișinău": "chisinau", "Türkiye": "turkiye", "Thừa Thiên": "thua thien",
		"Straße": "strasse", "Ærø": "aero", "İzmir": "izmir", "Алматы": "Алматы", "Washington, D.C.": "washington dc",
		"Guinea–Bissau": "guinea bissau", "": "", "--": "", "e\u0301": "e",
	} {
		if got := lexicon.Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Sana'a")
	f.Add("\xff – é")
	f.Fuzz(func(t *testing.T, s string) {
		once := lexicon.Fold(s)
		if again := lexicon.Fold(once); again != once {
			t.Errorf("Fold(%q) = %q, folded again %q", s, once, again)
		}
	})
}
