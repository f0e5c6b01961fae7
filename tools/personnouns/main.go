// Command personnouns rewrites rules/quantity/wordnet.tsv from WordNet's noun files:
//
//	go -C tools run ./personnouns /usr/share/wordnet >rules/quantity/wordnet.tsv
//
// A noun counts as a person or an animal where its most frequent sense is in
// WordNet's file noun.person or noun.animal. Names of single people and words
// that WordNet writes with a capital are left out, except peoples ("Iraqi"), and
// so are animals that its own texts never mention.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	animalFile = "05"
	personFile = "18"
)

type synset struct {
	class string
	words []string // as written
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: personnouns WORDNET-FOLDER")
		os.Exit(2)
	}
	rows, err := bake(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "personnouns:", err)
		os.Exit(1)
	}
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprint(out, "# Nouns for people and animals: WordNet 3.0, first senses (internal/quantity/bake).\nword\tclass\n")
	for _, r := range rows {
		fmt.Fprintln(out, r)
	}
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "personnouns:", err)
		os.Exit(1)
	}
}

func bake(folder string) ([]string, error) {
	sets := map[string]synset{}
	err := lines(filepath.Join(folder, "data.noun"), func(f []string) {
		if f[1] != animalFile && f[1] != personFile || slices.Contains(f, "@i") {
			return
		}
		s := synset{class: map[string]string{animalFile: "animal", personFile: "person"}[f[1]]}
		for i := 4; i < len(f) && len(f[i]) > 1; i += 2 {
			s.words = append(s.words, f[i])
		}
		sets[f[0]] = s
	})
	if err != nil {
		return nil, err
	}
	var rows []string
	err = lines(filepath.Join(folder, "index.noun"), func(f []string) {
		word, pointers := f[0], len(f)-1
		for pointers > 0 && len(f[pointers]) == 8 {
			pointers--
		}
		s, ok := sets[f[pointers+1]]
		attested := f[pointers] != "0"
		if !ok || len(word) < 3 || strings.ContainsAny(word, "_-.'0123456789") || s.class == "animal" && !attested {
			return
		}
		if !slices.Contains(s.words, word) { // written with a capital
			people := strings.HasSuffix(word, "an") || strings.HasSuffix(word, "ese") || strings.HasSuffix(word, "i") || strings.HasSuffix(word, "ish")
			if s.class != "person" || !people {
				return
			}
		}
		rows = append(rows, word+"\t"+s.class)
	})
	slices.Sort(rows)
	return slices.Compact(rows), err
}

// lines calls do with the fields of each line of a WordNet file, its licence left out.
func lines(path string, do func(fields []string)) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(b)) {
		if !strings.HasPrefix(line, " ") {
			do(strings.Fields(line))
		}
	}
	return nil
}
