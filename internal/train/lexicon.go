package train

import (
	"bufio"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/lexicon"
	"sayso/internal/place"
	"sayso/internal/syntax"
)

// lexiconBuilder gathers what words and phrases are known as.
type lexiconBuilder map[uint32]syntax.Sort

// stock holds names to make up new ones of, as they are written.
type stock struct {
	places        [4][][]string // places' words, by how many they are
	given, family []string
}

// add notes a name; of one of several words also that its beginnings begin one.
func (b lexiconBuilder) add(name string, sorts syntax.Sort) {
	words := strings.Fields(lexicon.Fold(name))
	if len(words) == 0 || len(words) > 5 {
		return
	}
	if words[0] == "the" && len(words) > 1 {
		words = words[1:]
	}
	h := uint32(0)
	for _, w := range words[:len(words)-1] {
		h = syntax.NameHash(h, w)
		b[h] |= 0
	}
	b[syntax.NameHash(h, words[len(words)-1])] |= sorts
}

// Lexicon gathers the names that the rules' tables, the gazetteer and WordNet
// (its file data.noun, in folder extra) know.
func Lexicon(rules fs.FS, extra string) (*syntax.Lexicon, *stock, error) {
	b, made := lexiconBuilder{}, &stock{}
	err := place.Names(rules, func(name string, s place.Site, use place.NameUse) {
		if len(name) < 3 || use&(place.CapsOnly|place.ShortOnly) != 0 {
			return
		}
		sorts := syntax.SortFeature
		switch s.Kind {
		case place.Country, place.Continent, place.Region:
			sorts = syntax.SortCountry
		case place.Division:
			sorts = syntax.SortCity
		case place.Town:
			if sorts = syntax.SortTown; s.People >= 100_000 || s.Rank >= 4 {
				sorts = syntax.SortCity
			}
		}
		if use&place.Common != 0 {
			sorts |= syntax.SortCommon
		} else if words := strings.Fields(s.Name); use&place.MainName != 0 && len(words) < len(made.places) && lexicon.Fold(s.Name) == name && proper(words...) {
			made.places[len(words)] = append(made.places[len(words)], words)
		}
		b.add(name, sorts)
	})
	if err != nil {
		return nil, nil, err
	}
	each := func(path string, do func(row []string)) {
		if err != nil {
			return
		}
		var raw []byte
		if raw, err = fs.ReadFile(rules, path); err != nil {
			return
		}
		header := true
		for line := range strings.Lines(string(raw)) {
			if line[0] == '#' {
				continue
			}
			if row := strings.Split(strings.TrimRight(line, "\n"), "\t"); !header {
				do(append(row, "", "", ""))
			}
			header = false
		}
	}
	list := func(cell string, sorts syntax.Sort) {
		for name := range strings.SplitSeq(cell, "|") {
			b.add(name, sorts)
		}
	}
	each("geo/countries.tsv", func(r []string) {
		list(r[5], syntax.SortCountry)
		list(r[6], syntax.SortCountry)
		list(r[7], syntax.SortPeople)
		list(r[8], syntax.SortPeople)
		list(r[9], syntax.SortCity)
	})
	each("geo/regions.tsv", func(r []string) {
		sorts := syntax.SortFeature
		switch r[2] {
		case "continent", "region", "division":
			sorts = syntax.SortCountry
		case "town":
			sorts = syntax.SortCity
		}
		list(r[0], sorts)
		list(r[1], sorts)
	})
	each("geo/demonyms.tsv", func(r []string) { b.add(r[0], syntax.SortPeople) })
	each("entity/capitals.tsv", func(r []string) { b.add(r[0], syntax.SortPeople) })
	each("entity/honorifics.tsv", func(r []string) { b.add(r[0], syntax.SortTitle) })
	each("entity/nouns.tsv", func(r []string) {
		if r[1] == "person" {
			b.add(r[0], syntax.SortTitle)
		}
	})
	each("entity/given.tsv", func(r []string) {
		sorts := syntax.SortGiven
		if r[2] != "" {
			sorts |= syntax.SortCommon
		} else if w := capital(r[0]); proper(w) {
			made.given = append(made.given, w)
		}
		b.add(r[0], sorts)
	})
	each("entity/known.tsv", func(r []string) {
		if r[1] == "organization" {
			b.add(r[0], syntax.SortBody)
		}
	})
	each("entity/heads.tsv", func(r []string) {
		switch r[1] {
		case "organization":
			b.add(r[0], syntax.SortBodyHead)
		case "place":
			b.add(r[0], syntax.SortPlaceHead)
		}
	})
	if err == nil {
		err = b.wordNet(filepath.Join(extra, "data.noun"), made)
	}
	if err != nil {
		return nil, nil, err
	}
	l := &syntax.Lexicon{}
	for h := range b {
		l.Hashes = append(l.Hashes, h)
	}
	slices.Sort(l.Hashes)
	for _, h := range l.Hashes {
		l.Sorts = append(l.Sorts, b[h])
	}
	l.Index()
	return l, made, nil
}

// capital writes a word of small letters with a capital.
func capital(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// wordNet adds what WordNet has as instances: persons, places and groups.
func (b lexiconBuilder) wordNet(name string, made *stock) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	const groups, places, persons = "14", "15", "18" // its lexicographers' files
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		// offset file type count (word id)* pointers… "@i" points to what it is an instance of
		row := strings.Fields(scan.Text())
		if len(row) < 6 || row[2] != "n" || !slices.Contains(row, "@i") {
			continue
		}
		for i := 4; i+1 < len(row) && len(row[i+1]) == 1; i += 2 {
			words := strings.Split(row[i], "_")
			switch row[1] {
			case groups:
				b.add(strings.Join(words, " "), syntax.SortBody)
			case places:
				b.add(strings.Join(words, " "), syntax.SortFeature)
			case persons:
				if w := words[len(words)-1]; len(w) > 2 && w[0] >= 'A' && w[0] <= 'Z' {
					b.add(w, syntax.SortFamily)
					if proper(w) {
						made.family = append(made.family, w)
					}
				}
			}
		}
	}
	return scan.Err()
}
