package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// cityPeople is how many people a city has, at the least, that wire stories
// are datelined from; in some countries they are datelined from smaller ones.
const cityPeople = 120_000

var fewerPeople = map[string]uint32{"AF": 30_000, "AU": 50_000, "CA": 50_000, "GB": 50_000, "IE": 30_000, "IL": 50_000, "IQ": 50_000, "LB": 20_000,
	"NZ": 40_000, "SY": 40_000, "UA": 50_000, "US": 30_000}

// seatPeople is the same for seats of first-level divisions. Capitals count at any size.
const seatPeople = 60_000

const citiesHead = `# Names that wire stories are datelined from: capitals, cities of 120,000 people and more (fewer in some countries) and seats
# of provinces of 60,000 and more. Baked by tools/bake from GeoNames (CC BY 4.0); names.tsv mends what it lacks and has too much.
name
`

// writeCities makes the table of cities of package dateline.
func writeCities(got fetched, out string) error {
	data, err := got.read("cities", "package/cities.pbf")
	if err != nil {
		return err
	}
	towns, err := decodeCities(data)
	if err != nil {
		return err
	}
	var names []string
	for _, t := range towns {
		least := uint32(cityPeople)
		if n, ok := fewerPeople[t.country]; ok {
			least = n
		}
		if t.feature == "PPLC" || t.people >= least || t.feature == "PPLA" && t.people >= seatPeople {
			names = append(names, cityNames(t.name)...)
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if err := os.WriteFile(out, []byte(citiesHead+strings.Join(names, "\n")+"\n"), 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d names\n", out, len(names))
	return nil
}

// cityNames returns the ways a dateline may print a city: "Halle (Saale)" as
// Halle too, "Gasteiz / Vitoria" by each name, "N'Djamena" without its
// apostrophe. Quarters that have only a number are no cities.
func cityNames(name string) []string {
	if strings.ContainsAny(name, "0123456789") {
		return nil
	}
	name, _, _ = strings.Cut(name, " (")
	var out []string
	for part := range strings.SplitSeq(name, " / ") {
		out = append(out, part)
		if bare := strings.Map(dropApostrophe, part); bare != part {
			out = append(out, bare)
		}
	}
	return out
}

func dropApostrophe(r rune) rune {
	if strings.ContainsRune("'’‘ʼ`", r) {
		return -1
	}
	return r
}
