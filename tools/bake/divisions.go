package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"

	"github.com/pariz/gountries"

	"sayso/internal/lexicon"
	"sayso/internal/place"
)

// division is a first-level division of a country: a state, a province.
type division struct {
	country  string
	admin1   string // GeoNames's code; "" where GeoNames has none
	code     string // ISO 3166-2; "" where it could not be told
	name     string
	names    []string
	lat, lon float64
	people   uint32
	id       int32 // GeoNames's; 0 where unknown
}

type divisions struct {
	list  []division
	codes map[string]string // by country and GeoNames code: "KZ.02"
}

// code returns what a town's Site.Division is to hold.
func (d *divisions) code(country, admin1 string) string {
	if admin1 == "" || admin1 == "00" {
		return ""
	}
	key := country + "." + admin1
	if iso := d.codes[key]; iso != "" {
		return iso
	}
	return key[:min(len(key), 8)]
}

// readDivisions returns the divisions that GeoNames knows, which are today's,
// and those of ISO 3166-2 as gountries lists them, which are a few years
// older and in some countries finer. The two are matched by name and place;
// isoCodes has what that does not find.
func readDivisions(towns []town, english map[string]string, verbose bool) *divisions {
	type extent struct {
		lat, lon, n float64
		people      uint64
		spread      float64
	}
	where := map[string]*extent{}
	for _, t := range towns {
		key := t.country + "." + t.admin1
		e := where[key]
		if e == nil {
			e = &extent{}
			where[key] = e
		}
		e.lat, e.lon, e.n = e.lat+t.lat, e.lon+t.lon, e.n+1
		if t.feature != "PPLX" {
			e.people += uint64(t.people)
		}
	}
	for _, t := range towns {
		e := where[t.country+"."+t.admin1]
		e.spread = max(e.spread, kilometres(t.lat, t.lon, e.lat/e.n, e.lon/e.n))
	}

	countries := gountries.New().FindAllCountries()
	listed := map[string][]gountries.SubDivision{}
	for _, c := range countries {
		subs := c.SubDivisions()
		slices.SortFunc(subs, func(a, b gountries.SubDivision) int { return strings.Compare(a.Code, b.Code) })
		listed[c.Codes.Alpha2] = subs
	}

	d := &divisions{codes: map[string]string{}}
	used := map[string]bool{}
	keys := make([]string, 0, len(english))
	for k := range english {
		if len(k) > 3 && k[2] == '.' {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		v := division{country: k[:2], admin1: k[3:], name: tidy(english[k])}
		e := where[k]
		if e != nil {
			v.lat, v.lon, v.people = e.lat/e.n, e.lon/e.n, uint32(min(e.people, math.MaxUint32))
		}
		for _, s := range listed[v.country] {
			if !sameDivision(v.name, s) {
				continue
			}
			known := s.Latitude != 0 || s.Longitude != 0
			far := known && e != nil && kilometres(s.Latitude, s.Longitude, v.lat, v.lon) > 250+e.spread
			if far {
				continue
			}
			v.names = append(v.names, isoNames(s)...)
			v.code = isoCode(s)
			if known && (e == nil || kilometres(s.Latitude, s.Longitude, v.lat, v.lon) < max(80, e.spread/2)) {
				v.lat, v.lon = middle(s)
			}
			used[v.country+s.Code] = true
			break
		}
		if code := isoCodes[k]; code != "" {
			v.code = code
		} else if v.code == "" && v.country != "PS" && letters(v.admin1) {
			v.code = v.country + "-" + v.admin1 // GeoNames took over the ISO codes that have letters
		}
		if v.code == "" && verbose {
			fmt.Fprintf(os.Stderr, "no code: %s %s\n", k, english[k])
		}
		if c, found := centres[k]; found {
			v.id, v.lat, v.lon = c.id, c.lat, c.lon
		}
		if v.lat == 0 && v.lon == 0 {
			continue
		}
		if v.code != "" {
			d.codes[k] = v.code
		}
		d.list = append(d.list, v)
	}

	codes := make([]string, 0, len(listed))
	for c := range listed {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	for _, c := range codes {
		for _, s := range listed[c] {
			if used[c+s.Code] || s.Latitude == 0 && s.Longitude == 0 {
				continue
			}
			names := isoNames(s)
			v := division{country: c, code: isoCode(s), name: names[0], names: names[1:], lat: s.Latitude, lon: s.Longitude}
			v.lat, v.lon = middle(s)
			if c == "GB" { // some boroughs lie elsewhere in the list
				for _, t := range towns {
					if t.country == c && t.name == v.name && kilometres(t.lat, t.lon, v.lat, v.lon) > 60 {
						v.lat, v.lon = t.lat, t.lon
						break
					}
				}
			}
			for _, t := range towns {
				if t.country == c && t.feature != "PPLX" && kilometres(t.lat, t.lon, v.lat, v.lon) < 40 {
					v.people += t.people
				}
			}
			d.list = append(d.list, v)
		}
	}
	return d
}

func letters(code string) bool {
	return len(code) <= 3 && strings.Trim(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

func kilometres(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, a)))
}

// tidy takes away what the sources put beside a name: remarks in brackets, an
// apostrophe for a soft sign, "London, City of".
func tidy(name string) string {
	for _, open := range []string{"[", "("} {
		if i := strings.Index(name, open); i > 0 {
			name = name[:i]
		}
	}
	if rest, found := strings.CutSuffix(strings.TrimSpace(name), ", City of"); found {
		name = "City of " + rest
	}
	name = strings.TrimPrefix(strings.TrimSpace(name), "State of ")
	return strings.TrimRight(strings.TrimSpace(name), "'’")
}

// types are the words that say what sort of division a name names, as they
// stand before or after it.
var typesAfter = []string{" province", " region", " oblast", " oblysy", " krai", " kray", " republic", " governorate", " prefecture", " state",
	" county", " district", " department", " municipality", " autonomous okrug", " autonomous region", " autonomous oblast", " city",
	" voivodeship", " canton", " emirate", " division", " territory", " parish", " zhuang autonomous region", " uyghur autonomous region",
	" hui autonomous region", " skaya oblast", " special region", " wilaya", " capital region", " area", " lan", " maakond", " megye", " zupanija"}

var typesBefore = []string{"republic of ", "province of ", "state of ", "region of ", "county of ", "departamento de ", "departement de ",
	"provincia de ", "provincia di ", "estado de ", "muhafazat ", "wilaya de ", "wilayat ", "judetul ", "oblast ", "region ", "canton de ", "kanton "}

// bare returns a division's folded name without the word for its sort.
func bare(name string) string {
	name = lexicon.Fold(name)
	for _, t := range typesAfter {
		if rest, found := strings.CutSuffix(name, t); found && len(rest) > 2 {
			name = rest
			break
		}
	}
	for _, t := range typesBefore {
		if rest, found := strings.CutPrefix(name, t); found && len(rest) > 2 {
			name = rest
			break
		}
	}
	return name
}

// directions are no names by themselves.
var directions = map[string]bool{"north": true, "south": true, "east": true, "west": true, "central": true, "centre": true, "center": true,
	"northern": true, "southern": true, "eastern": true, "western": true, "est": true, "nord": true, "sud": true, "ouest": true, "plateau": true,
	"coast": true, "capital": true, "federal": true, "state": true, "islands": true, "lakes": true, "unity": true, "upper": true, "lower": true,
	"littoral": true, "national": true, "union": true, "norte": true, "sur": true, "centro": true, "este": true, "oeste": true, "river": true}

func isoNames(s gountries.SubDivision) []string {
	out := []string{tidy(s.Name)}
	for _, n := range s.Names {
		out = append(out, tidy(n))
	}
	return out
}

// middle is the middle of a division's extent, or its point where that is unknown.
func middle(s gountries.SubDivision) (lat, lon float64) {
	if s.MinLatitude == 0 && s.MaxLatitude == 0 || s.MaxLongitude-s.MinLongitude > 60 || s.MaxLongitude < s.MinLongitude {
		return s.Latitude, s.Longitude
	}
	lat, lon = (s.MinLatitude+s.MaxLatitude)/2, (s.MinLongitude+s.MaxLongitude)/2
	if kilometres(lat, lon, s.Latitude, s.Longitude) > 3*(s.MaxLatitude-s.MinLatitude)*111+30 {
		return s.Latitude, s.Longitude
	}
	return lat, lon
}

func isoCode(s gountries.SubDivision) string {
	code := strings.TrimPrefix(s.Code, s.CountryAlpha2+"-")
	if len(code) > 3 || strings.ContainsAny(code, "~ ") || code == "" {
		return ""
	}
	return s.CountryAlpha2 + "-" + code
}

// sameDivision reports whether a name of GeoNames's is one of a division's.
func sameDivision(name string, s gountries.SubDivision) bool {
	want := bare(name)
	for _, n := range isoNames(s) {
		if got := bare(n); got == want || len(want) > 6 && distance(got, want)*5 <= len(want) && got[0] == want[0] {
			return true
		}
	}
	return false
}

func addDivisions(b *place.Builder, d *divisions, common words) {
	for _, v := range d.list {
		code := v.code
		if code == "" && v.admin1 != "" {
			code = d.code(v.country, v.admin1)
		}
		n := b.Add(place.Site{Name: v.name, GeoNames: v.id, Lat: v.lat, Lon: v.lon, Country: v.country, Division: code, Kind: place.Division, People: v.people})
		for _, name := range append([]string{v.name, bare(v.name)}, v.names...) {
			if len(lexicon.Fold(name)) < 3 || directions[lexicon.Fold(name)] || name != v.name && common.all(name) {
				continue
			}
			b.Name(n, name, place.OtherName)
			for _, w := range variants(name) {
				b.Name(n, w, place.OtherName)
			}
		}
	}
}
