package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"sayso/internal/lexicon"
	"sayso/internal/place"
)

// postTown is a place in the United States that has a post office and is too
// small for the other tables.
type postTown struct {
	name, state string
	lat, lon    float64
	offices     int
}

// notTowns are words in the names of firms and bodies that have a ZIP code of
// their own.
var notTowns = []string{"inc", "mail", "bank", "corp", "co", "services", "service", "insurance", "university", "univ", "college", "company",
	"assoc", "association", "institute", "hospital", "magazine", "publishers", "computer", "express", "life", "medical", "national", "credit",
	"of america", "amer", "irs", "shared", "bulk", "business", "reply", "brm", "firm", "firms", "unique", "box", "boxes", "po", "tax", "department", "dept",
	"state farm", "accounting", "welfare", "telephone", "electric", "gas", "media", "finance", "financial", "motor", "motors", "courtesy"}

func readPostTowns(got fetched, towns []town) ([]postTown, error) {
	data, err := got.read("post", "package/lib/codes.js")
	if err != nil {
		return nil, err
	}
	start := bytes.IndexByte(data, '{')
	if start < 0 {
		return nil, errors.New("codes.js: no table in it")
	}
	var codes map[string]struct {
		Latitude, Longitude  float64
		City, State, Country string
	}
	if err := json.NewDecoder(bytes.NewReader(data[start:])).Decode(&codes); err != nil {
		return nil, fmt.Errorf("codes.js: %w", err)
	}
	known := map[string]bool{}
	for _, t := range towns {
		if t.country == "US" {
			known[lexicon.Fold(t.name)+"\t"+t.admin1] = true
		}
	}
	inUse := map[string]bool{}
	for _, s := range states {
		inUse[s] = true
	}
	byName := map[string]*postTown{}
	zips := make([]string, 0, len(codes))
	for zip := range codes {
		zips = append(zips, zip)
	}
	slices.Sort(zips)
	for _, zip := range zips {
		c := codes[zip]
		key := lexicon.Fold(c.City) + "\t" + c.State
		if known[key] || !inUse[c.State] || c.Latitude == 0 || firm(c.City) {
			continue
		}
		p := byName[key]
		if p == nil {
			p = &postTown{name: c.City, state: c.State}
			byName[key] = p
		}
		p.lat, p.lon, p.offices = p.lat+c.Latitude, p.lon+c.Longitude, p.offices+1
	}
	var out []postTown
	for _, p := range byName {
		p.lat, p.lon = p.lat/float64(p.offices), p.lon/float64(p.offices)
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b postTown) int {
		return strings.Compare(a.name+"\t"+a.state, b.name+"\t"+b.state)
	})
	return out, nil
}

func firm(name string) bool {
	words := " " + lexicon.Fold(name) + " "
	for _, w := range notTowns {
		if strings.Contains(words, " "+w+" ") {
			return true
		}
	}
	return strings.ContainsAny(name, "0123456789")
}

func addPostTowns(b *place.Builder, towns []postTown) {
	for _, t := range towns {
		n := b.Add(place.Site{Name: t.name, Lat: t.lat, Lon: t.lon, Country: "US", Division: "US-" + t.state, Kind: place.Town})
		for _, v := range variants(t.name) {
			b.Name(n, v, place.MainName)
		}
	}
}
