package main

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"

	"sayso/internal/place"
)

// county is a county of the United States.
type county struct {
	fips     int32 // state and county: 39023
	state    string
	name     string // without "County"
	lat, lon float64
}

// states are the postal codes by their number in FIPS 6-4.
var states = map[int32]string{1: "AL", 2: "AK", 4: "AZ", 5: "AR", 6: "CA", 8: "CO", 9: "CT", 10: "DE", 12: "FL", 13: "GA", 15: "HI",
	16: "ID", 17: "IL", 18: "IN", 19: "IA", 20: "KS", 21: "KY", 22: "LA", 23: "ME", 24: "MD", 25: "MA", 26: "MI", 27: "MN", 28: "MS",
	29: "MO", 30: "MT", 31: "NE", 32: "NV", 33: "NH", 34: "NJ", 35: "NM", 36: "NY", 37: "NC", 38: "ND", 39: "OH", 40: "OK", 41: "OR",
	42: "PA", 44: "RI", 45: "SC", 46: "SD", 47: "TN", 48: "TX", 49: "UT", 50: "VT", 51: "VA", 53: "WA", 54: "WV", 55: "WI", 56: "WY"}

// countyNumber returns the number of a county that GeoNames names by a state
// and three digits; 0 where it names none.
func countyNumber(state, code string) int32 {
	n, err := strconv.ParseInt(code, 10, 32)
	if err != nil || n >= 1000 {
		return 0
	}
	for number, s := range states {
		if s == state {
			return number*1000 + int32(n)
		}
	}
	return 0
}

// readCounties reads the outlines of the counties, from the Census Bureau, and
// takes the middle of each.
func readCounties(got fetched) ([]county, error) {
	data, err := got.read("counties", "package/counties-10m.json")
	if err != nil {
		return nil, err
	}
	var topology struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]float64
		Objects   struct {
			Counties struct {
				Geometries []struct {
					ID         string
					Type       string
					Properties struct{ Name string }
					Arcs       json.RawMessage
				}
			}
		}
	}
	if err := json.Unmarshal(data, &topology); err != nil {
		return nil, fmt.Errorf("counties-10m.json: %w", err)
	}
	var out []county
	for _, g := range topology.Objects.Counties.Geometries {
		fips, err := strconv.ParseInt(g.ID, 10, 32)
		if err != nil {
			return nil, fmt.Errorf("counties-10m.json: county %q: %w", g.ID, err)
		}
		c := county{fips: int32(fips), state: states[int32(fips/1000)], name: g.Properties.Name}
		if c.state == "" || fips%1000 >= 510 { // territories; cities outside any county
			continue
		}
		var arcs [][][]int
		if g.Type == "Polygon" {
			var one [][]int
			err = json.Unmarshal(g.Arcs, &one)
			arcs = [][][]int{one}
		} else {
			err = json.Unmarshal(g.Arcs, &arcs)
		}
		if err != nil {
			return nil, fmt.Errorf("counties-10m.json: county %q: %w", g.ID, err)
		}
		south, north, west, east := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
		for _, polygon := range arcs {
			for _, arc := range slices.Concat(polygon...) {
				if arc < 0 {
					arc = ^arc
				}
				var x, y float64
				for _, step := range topology.Arcs[arc] {
					x, y = x+step[0], y+step[1]
					lon := x*topology.Transform.Scale[0] + topology.Transform.Translate[0]
					lat := y*topology.Transform.Scale[1] + topology.Transform.Translate[1]
					south, north, west, east = min(south, lat), max(north, lat), min(west, lon), max(east, lon)
				}
			}
		}
		c.lat, c.lon = (south+north)/2, (west+east)/2
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b county) int { return int(a.fips) - int(b.fips) })
	return out, nil
}

// addCounties adds the counties; as many live in one as in its towns.
func addCounties(b *place.Builder, counties []county, towns []town) {
	people := map[int32]uint32{}
	for _, t := range towns {
		if t.country == "US" && t.feature != "PPLX" {
			people[countyNumber(t.admin1, t.admin2)] += t.people
		}
	}
	for _, c := range counties {
		kind := " County"
		switch c.state {
		case "LA":
			kind = " Parish"
		case "AK":
			kind = " Borough"
		}
		n := b.Add(place.Site{Name: c.name + kind, Lat: c.lat, Lon: c.lon, Country: "US", Division: "US-" + c.state, District: c.fips,
			Kind: place.District, People: people[c.fips]})
		for _, v := range variants(c.name + kind) {
			b.Name(n, v, place.MainName)
		}
	}
}
