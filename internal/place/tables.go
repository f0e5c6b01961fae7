package place

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/lexicon"
)

// role is a set of what a word tells beside a name; see rules/geo/cues.tsv.
type role uint32

const (
	near role = 1 << iota
	area
	town
	nature
	soil
	body
	org
	title
	head
	office
	speaker
	diplomacy
	given
	day
	compass
	undergo
	press
	native
	namesake
	lesser
	unit
)

var roleNames = []string{"near", "area", "town", "nature", "soil", "body", "org", "title", "head", "office", "speaker", "diplomacy", "given", "day", "compass", "undergo", "press", "native", "namesake", "lesser", "unit"}

func (r role) has(any role) bool { return r&any != 0 }

// tables are what the stage knows.
type tables struct {
	world *gazetteer // GeoNames, baked
	house *gazetteer // countries, regions, short forms: our own
	cues  map[string]role

	weights   *weights
	spellings *Spellings
	extents   map[string]extent // by the names of sites in house
	hosts     map[int32]bool    // by GeoNames's numbers: where states meet
	// Adjectives and names of people, folded, to the site in house or world.
	demonyms map[string]demonym
}

// demonym is what an adjective or a name of people leads to.
type demonym struct {
	site   Site
	people bool // "Kazakhs", never an adjective
}

// People who live in a site of which no number is known, by kind: how much
// weight its name has beside that of a town.
var usualPeople = map[Kind]uint32{Country: 30_000_000, Continent: 500_000_000, Region: 3_000_000, Water: 3_000_000, Mountain: 2_000_000,
	Island: 2_000_000, Spot: 500_000, Quarter: 500_000, District: 700_000, Division: 4_000_000, Town: 500_000}

// OwnTable is the path of a user's own places, in the form of geo/regions.tsv.
// It may be absent.
const OwnTable = "geo/own.tsv"

func readRegions(rules fs.FS, path string) (*lexicon.Table, error) {
	return lexicon.Read(rules, path, lexicon.Open("name"), lexicon.Open("names"), lexicon.Closed("kind", KindNames[1:]...),
		lexicon.Open("country"), lexicon.Open("lat"), lexicon.Open("lon"))
}

// addRegions adds the rows of a table in the form of geo/regions.tsv. What
// the world has of the same name, kind and country lends them its codes.
func (t *tables) addRegions(b *Builder, list *lexicon.Table, known map[string]bool) (errs []error) {
	for _, row := range list.Rows {
		f := row.Cells
		kind := Kind(slices.Index(KindNames, f[2]))
		lat, errLat := strconv.ParseFloat(f[4], 64)
		lon, errLon := strconv.ParseFloat(f[5], 64)
		err := errors.Join(errLat, errLon)
		switch {
		case err != nil:
		case !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180):
			err = fmt.Errorf("no point on earth: %s %s (lat is -90 to 90, lon -180 to 180)", f[4], f[5])
		case f[3] != "" && !known[f[3]]:
			err = fmt.Errorf("no country %q: want two capitals of ISO 3166-1", f[3])
		case len(lexicon.Fold(f[0])) < 2:
			err = fmt.Errorf("name is %q: too short", f[0])
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w", list.Path, row.Line, err))
			continue
		}
		s := Site{Name: f[0], Lat: lat, Lon: lon, Country: f[3], Kind: kind, People: usualPeople[kind]}
		if twin, found := t.worldSite(s); found {
			s.Division, s.GeoNames, s.People = twin.Division, twin.GeoNames, max(s.People, twin.People)
			s.District, s.Rank = twin.District, twin.Rank
		}
		n := b.Add(s)
		for _, name := range cells(f[1]) {
			b.Name(n, name, useOf(name, MainName))
		}
	}
	return errs
}

func readTables(rules fs.FS) (*tables, error) {
	t := &tables{demonyms: map[string]demonym{}}
	baked, err := fs.ReadFile(rules, "geo/gazetteer.bin")
	if err != nil {
		return nil, err
	}
	if t.world, err = openGazetteer(asString(baked)); err != nil {
		return nil, fmt.Errorf("geo/gazetteer.bin: %w", err)
	}
	countries, err1 := lexicon.NewCountries(rules)
	regions, err2 := readRegions(rules, "geo/regions.tsv")
	demonyms, err3 := lexicon.Read(rules, "geo/demonyms.tsv", lexicon.Open("word"), lexicon.Closed("use", "adjective", "people"), lexicon.Open("place"),
		lexicon.Open("country"))
	short, err4 := lexicon.Read(rules, "geo/abbreviations.tsv", lexicon.Open("abbreviation"), lexicon.Open("place"), lexicon.Open("country"))
	cues, err5 := lexicon.Read(rules, "geo/cues.tsv", lexicon.Open("word"), lexicon.Closed("role", roleNames...))
	own, err6 := readRegions(rules, OwnTable)
	if errors.Is(err6, fs.ErrNotExist) {
		own, err6 = nil, nil
	}
	var err7, err8 error
	t.weights, err7 = readWeights(rules)
	t.spellings, err8 = ReadSpellings(rules)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7, err8); err != nil {
		return nil, err
	}

	b := &Builder{}
	known := map[string]bool{}
	for _, c := range countries.All {
		known[c.Code] = true
		n := b.Add(Site{Name: c.Name, GeoNames: c.GeoNames, Lat: c.Point.Lat, Lon: c.Point.Lon, Country: c.Code, Kind: Country, People: usualPeople[Country]})
		for _, name := range c.Names {
			if strings.HasPrefix(name, "The ") {
				continue // an article is no part of a mention
			}
			b.Name(n, name, useOf(name, MainName))
		}
		site := *b.Site(n)
		for _, w := range c.People {
			t.demonym(w, site, true)
			t.demonym(lexicon.Plural(w), site, true)
		}
		for _, w := range c.Adjectives {
			t.demonym(w, site, false)
		}
	}
	var errs []error
	for _, list := range []*lexicon.Table{regions, own} {
		if list != nil {
			errs = append(errs, t.addRegions(b, list, known)...)
		}
	}
	for _, row := range short.Rows {
		s, found := t.named(b, row.Cells[1], row.Cells[2], Division)
		if !found {
			errs = append(errs, fmt.Errorf("%s:%d: no division %q in %s", short.Path, row.Line, row.Cells[1], row.Cells[2]))
			continue
		}
		b.Short(s, row.Cells[0])
	}
	if t.house, err = openGazetteer(string(b.Bytes())); err != nil {
		errs = append(errs, err)
		return nil, errors.Join(errs...)
	}
	if t.hosts, err = t.readHosts(rules); err != nil {
		errs = append(errs, err)
	}
	if t.extents, err = t.readExtents(rules, known); err != nil {
		errs = append(errs, err)
	}
	for _, row := range demonyms.Rows {
		f := row.Cells
		s, found := t.siteOf(f[2], f[3])
		if !found {
			errs = append(errs, fmt.Errorf("%s:%d: no place %q in %q", demonyms.Path, row.Line, f[2], f[3]))
			continue
		}
		t.demonym(f[0], s, f[1] == "people")
	}
	t.cues = make(map[string]role, len(cues.Rows))
	for _, row := range cues.Rows {
		t.cues[row.Cells[0]] |= 1 << slices.Index(roleNames, row.Cells[1])
	}
	return t, errors.Join(errs...)
}

// demonym enters a word; what comes first counts, but an adjective before people.
func (t *tables) demonym(word string, s Site, people bool) {
	key := lexicon.Fold(word)
	if old, found := t.demonyms[key]; !found || old.people && !people && old.site == s {
		t.demonyms[key] = demonym{s, people}
	}
}

// worldSite returns the site of the world that has the same name, country and kind.
func (t *tables) worldSite(s Site) (Site, bool) {
	key, _ := t.world.narrow(t.world.all(), []byte(lexicon.Fold(s.Name)))
	if key < 0 || s.Country == "" {
		return Site{}, false
	}
	for i, last := t.world.postings(key); i < last; i++ {
		n, _ := t.world.posting(i)
		if w := t.world.at(n); w.Country == s.Country && (w.Kind == s.Kind || s.Kind == District && w.Kind == Division ||
			s.Kind == Quarter && w.Kind == Town && w.distance(&s) < 30) {
			return w, true
		}
	}
	return Site{}, false
}

// readHosts reads geo/hosts.tsv.
func (t *tables) readHosts(rules fs.FS) (map[int32]bool, error) {
	const path = "geo/hosts.tsv"
	table, err := lexicon.Read(rules, path, lexicon.Open("name"), lexicon.Open("country"))
	if err != nil {
		return nil, err
	}
	var errs []error
	hosts := make(map[int32]bool, len(table.Rows))
	for _, row := range table.Rows {
		s, found := t.worldSite(Site{Name: row.Cells[0], Country: row.Cells[1], Kind: Town})
		if !found {
			errs = append(errs, fmt.Errorf("%s:%d: no town %q in %q", path, row.Line, row.Cells[0], row.Cells[1]))
			continue
		}
		hosts[s.GeoNames] = true
	}
	return hosts, errors.Join(errs...)
}

// siteOf returns the site that a name of house, else of world, leads to.
func (t *tables) siteOf(name, country string) (Site, bool) {
	key := []byte(lexicon.Fold(name))
	for _, g := range []*gazetteer{t.house, t.world} {
		k, _ := g.narrow(g.all(), key)
		if k < 0 {
			continue
		}
		for i, last := g.postings(k); i < last; i++ {
			n, _ := g.posting(i)
			if s := g.at(n); country == "" || s.Country == country {
				return s, true
			}
		}
	}
	return Site{}, false
}

// named returns the division of that name: the number of the builder's site,
// added from the world where it has none.
func (t *tables) named(b *Builder, name, country string, kind Kind) (int, bool) {
	for i := range b.Sites() {
		if s := b.Site(i); s.Name == name && s.Country == country && s.Kind == kind {
			return i, true
		}
	}
	if s, found := t.worldSite(Site{Name: name, Country: country, Kind: kind}); found {
		s.Name = name
		return b.Add(s), true
	}
	return 0, false
}

// useOf makes initials count only in capitals.
func useOf(name string, use NameUse) NameUse {
	for i := 0; i < len(name); i++ {
		if c := name[i]; !('A' <= c && c <= 'Z' || c == '.') {
			return use
		}
	}
	return use | CapsOnly
}
