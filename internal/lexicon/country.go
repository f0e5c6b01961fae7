package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"sayso"
)

// Country is a country or territory that has a code of its own.
type Country struct {
	Code       string      // ISO 3166-1 alpha-2: "KZ"
	Code3      string      // ISO 3166-1 alpha-3: "KAZ"
	GeoNames   int32       // its number in GeoNames
	Point      sayso.Point // a point in its middle
	Name       string      // the common English name
	Names      []string    // other names
	People     []string    // what its people are called, in the singular: "Kazakh"
	Adjectives []string    // "Kazakh", "Kazakhstani"
	Capitals   []string    // every name of the seat of government
}

// Countries are the countries of rules/geo/countries.tsv. Look-ups fold what
// they are given (see AppendFold) and allocate nothing. It is safe for
// concurrent use.
type Countries struct {
	All []Country // sorted by Code

	name, people, adjective, capital, code map[string]int32
	initials                               map[string]int32
}

// NewCountries loads the table. An error names file and line: a name that two
// countries share is one.
func NewCountries(rules fs.FS) (*Countries, error) {
	const path = "geo/countries.tsv"
	t, err := Read(rules, path, Open("code"), Open("code3"), Open("geonames"), Open("lat"), Open("lon"), Open("name"),
		Open("names"), Open("people"), Open("adjectives"), Open("capitals"))
	if err != nil {
		return nil, err
	}
	c := &Countries{All: make([]Country, 0, len(t.Rows)), name: map[string]int32{}, people: map[string]int32{},
		adjective: map[string]int32{}, capital: map[string]int32{}, code: map[string]int32{}, initials: map[string]int32{}}
	var errs []error
	for i, row := range t.Rows {
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s:%d: %s", path, row.Line, fmt.Sprintf(format, args...)))
		}
		f := row.Cells
		id, err1 := strconv.ParseInt(f[2], 10, 32)
		lat, err2 := strconv.ParseFloat(f[3], 64)
		lon, err3 := strconv.ParseFloat(f[4], 64)
		if err := errors.Join(err1, err2, err3); err != nil {
			bad("%v", err)
		}
		k := Country{Code: f[0], Code3: f[1], GeoNames: int32(id), Point: sayso.Point{Lat: lat, Lon: lon}, Name: f[5],
			Names: list(f[6]), People: list(f[7]), Adjectives: list(f[8]), Capitals: list(f[9])}
		c.All = append(c.All, k)
		enter := func(index map[string]int32, name string) {
			key := Fold(name)
			if at, found := index[key]; found && int(at) != i {
				bad("%q is already %s", name, c.All[at].Code)
				return
			}
			index[key] = int32(i)
		}
		enter(c.code, k.Code)
		enter(c.code, k.Code3)
		for _, n := range append([]string{k.Name}, k.Names...) {
			if isInitials(n) {
				enter(c.initials, n)
			} else {
				enter(c.name, n)
			}
		}
		for _, n := range k.People {
			enter(c.people, n)
			enter(c.people, Plural(n))
		}
		for _, n := range k.Adjectives {
			enter(c.adjective, n)
		}
		for _, n := range k.Capitals {
			enter(c.capital, n)
		}
	}
	return c, errors.Join(errs...)
}

// ByName returns the country of that name: "Kazakhstan", "the Netherlands",
// "Côte d'Ivoire". Initials count only in capitals: "US" and "U.S." are a
// country, "us" is not.
func (c *Countries) ByName(name string) (*Country, bool) {
	var buf [64]byte
	key := AppendFold(buf[:0], name)
	if k, found := c.at(c.name, key); found {
		return k, true
	}
	if isInitials(name) {
		return c.at(c.initials, key)
	}
	if len(key) > 4 && string(key[:4]) == "the " {
		return c.at(c.name, key[4:])
	}
	return nil, false
}

// ByDemonym returns the country of which the word is the adjective or names
// people: "Kazakh", "Kazakhs", "Dutch", "Dutchmen".
func (c *Countries) ByDemonym(word string) (*Country, bool) {
	var buf [64]byte
	key := AppendFold(buf[:0], word)
	if k, found := c.at(c.adjective, key); found {
		return k, true
	}
	return c.at(c.people, key)
}

// ByAdjective is ByDemonym for adjectives alone: "Danish", not "Danes".
func (c *Countries) ByAdjective(word string) (*Country, bool) {
	var buf [64]byte
	return c.at(c.adjective, AppendFold(buf[:0], word))
}

// ByCapital returns the country whose capital has that name. Other towns may
// share it: the caller has to know that the capital is meant.
func (c *Countries) ByCapital(name string) (*Country, bool) {
	var buf [64]byte
	return c.at(c.capital, AppendFold(buf[:0], name))
}

// ByCode returns the country of an ISO 3166-1 code, alpha-2 or alpha-3.
func (c *Countries) ByCode(code string) (*Country, bool) {
	var buf [64]byte
	return c.at(c.code, AppendFold(buf[:0], code))
}

func (c *Countries) at(index map[string]int32, key []byte) (*Country, bool) {
	i, found := index[string(key)]
	if !found {
		return nil, false
	}
	return &c.All[i], true
}

// Plural returns the plural of a word for people: "Kazakhs", "Chinese", "Dutchmen".
func Plural(word string) string {
	for _, end := range []string{"ese", "s", "sh", "ch", "x", "z"} {
		if strings.HasSuffix(word, end) {
			return word
		}
	}
	if stem, found := strings.CutSuffix(word, "man"); found && (strings.HasSuffix(stem, "wo") || strings.HasSuffix(stem, "ch") ||
		strings.HasSuffix(stem, "sh") || strings.HasSuffix(stem, "x")) {
		return stem + "men"
	}
	return word + "s"
}

// isInitials reports whether a name is written in capitals alone: "UK", "U.A.E.".
func isInitials(name string) bool {
	for i := 0; i < len(name); i++ {
		if c := name[i]; !('A' <= c && c <= 'Z' || c == '.') {
			return false
		}
	}
	return name != ""
}

func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
