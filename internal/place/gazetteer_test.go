package place

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"sayso/internal/text"
	"sayso/rules"
)

// small is a gazetteer of three sites.
func small() *Builder {
	b := &Builder{}
	n := b.Add(Site{Name: "Port Hale", GeoNames: 11, Lat: 1.25, Lon: -2.5, Country: "XX", Division: "XX-A", Kind: Town, Rank: 4, People: 900})
	b.Name(n, "Hale", OtherName)
	b.Add(Site{Name: "Port Hale", GeoNames: 12, Lat: 30, Lon: 40, Country: "YY", Kind: Town, People: 5000})
	n = b.Add(Site{Name: "Northern Territory of Hale", Country: "XX", Division: "XX-A", Kind: Division, District: 7})
	b.Name(n, "NTH", CapsOnly|MainName)
	return b
}

func TestGazetteerRoundTrip(t *testing.T) {
	b := small()
	g, err := openGazetteer(string(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	key, within := g.narrow(g.all(), []byte("port"))
	if key >= 0 || within.lo == within.hi {
		t.Errorf("port: key %d, range %v; want a range without a key", key, within)
	}
	key, _ = g.narrow(within, []byte("port hale"))
	if key < 0 {
		t.Fatal("port hale is not found")
	}
	first, last := g.postings(key)
	if last-first != 2 {
		t.Fatalf("%d postings, want 2", last-first)
	}
	n, use := g.posting(first)
	if s := g.at(n); s.GeoNames != 12 || use != MainName {
		t.Errorf("the first is %+v (%b), want the one with more people", s, use)
	}
	for i := range b.Sites() {
		if got := g.at(i); got != *b.Site(i) {
			t.Errorf("site %d is %+v, want %+v", i, got, *b.Site(i))
		}
	}
	if key, within = g.narrow(g.all(), []byte("zzz")); key >= 0 || within.lo != within.hi {
		t.Errorf("zzz: key %d, range %v", key, within)
	}
}

func TestBytesAreTheSameEveryTime(t *testing.T) {
	if !bytes.Equal(small().Bytes(), small().Bytes()) {
		t.Error("two gazetteers of the same sites differ")
	}
}

func TestOpenGazetteerFaults(t *testing.T) {
	whole := string(small().Bytes())
	for _, data := range []string{"", "sayso", whole[:len(whole)-1], whole + "x", strings.Replace(whole, "gazetteer 1", "gazetteer 0", 1)} {
		if _, err := openGazetteer(data); err == nil {
			t.Errorf("%d bytes: no error", len(data))
		}
	}
}

// shipped is a copy of the tables, to which tests add.
func shipped(t *testing.T) fstest.MapFS {
	t.Helper()
	good := fstest.MapFS{}
	for _, path := range []string{"geo/gazetteer.bin", "geo/countries.tsv", "geo/regions.tsv", "geo/demonyms.tsv", "geo/abbreviations.tsv", "geo/cues.tsv", "geo/weights.tsv", "geo/hosts.tsv", "geo/extents.tsv", "geo/spellings.tsv"} {
		data, err := rules.FS.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		good[path] = &fstest.MapFile{Data: data}
	}
	return good
}

func TestOwnTable(t *testing.T) {
	rules := shipped(t)
	rules[OwnTable] = &fstest.MapFile{Data: []byte("name\tnames\tkind\tcountry\tlat\tlon\nNova Lukovka\tNew Lukovka\ttown\tUA\t50.5\t30.5\n")}
	f, err := New(rules)
	if err != nil {
		t.Fatal(err)
	}
	doc := text.Cut("Snow fell in New Lukovka.")
	for i := range doc.Tokens {
		doc.Tokens[i].UPOS = text.PROPN
	}
	places, _ := f.Find(doc, nil, nil)
	if len(places) != 1 || places[0].Name != "Nova Lukovka" || places[0].Point == nil || places[0].Country != "UA" {
		t.Errorf("got %+v", places)
	}
}

func TestTableFaults(t *testing.T) {
	good := shipped(t)
	for _, test := range []struct{ path, add, want string }{
		{"geo/regions.tsv", "Zzyzx\t\tplanet\t\t1\t2\n", `kind is "planet"`},
		{"geo/regions.tsv", "Ÿzyzx\t\tregion\t\teast\t2\n", "invalid syntax"},
		{"geo/hosts.tsv", "Zzyzx\tUS\n", `no town "Zzyzx" in "US"`},
		{"geo/demonyms.tsv", "Zzyzxian\tadjective\tZzyzx\t\n", `no place "Zzyzx"`},
		{"geo/abbreviations.tsv", "Zz.\tZzyzx\tUS\n", `no division "Zzyzx"`},
		{"geo/cues.tsv", "zzz\tnoise\n", `role is "noise"`},
	} {
		bad := fstest.MapFS{}
		for path, file := range good {
			bad[path] = file
		}
		bad[test.path] = &fstest.MapFile{Data: append(append([]byte{}, good[test.path].Data...), test.add...)}
		_, err := New(bad)
		if err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.path) {
			t.Errorf("%s + %q: got %v, want %q", test.path, test.add, err, test.want)
		}
	}
}
