package place

import (
	"io/fs"
	"slices"
	"strings"

	"sayso/internal/lexicon"
)

// Spellings knows how names from other scripts vary; see
// rules/geo/spellings.tsv.
type Spellings struct {
	words     map[string]bool
	letters   map[string]string // from one to three letters
	countries map[string]bool
}

// ReadSpellings reads geo/spellings.tsv.
func ReadSpellings(rules fs.FS) (*Spellings, error) {
	table, err := lexicon.Read(rules, "geo/spellings.tsv", lexicon.Closed("use", "word", "letters", "countries"), lexicon.Open("from"), lexicon.Open("to"))
	if err != nil {
		return nil, err
	}
	s := &Spellings{words: map[string]bool{}, letters: map[string]string{}, countries: map[string]bool{}}
	for _, row := range table.Rows {
		switch from := row.Cells[1]; row.Cells[0] {
		case "word":
			s.words[from] = true
		case "letters":
			s.letters[from] = row.Cells[2]
		case "countries":
			for _, code := range strings.Fields(from) {
				s.countries[code] = true
			}
		}
	}
	return s, nil
}

// shortestLoose is how many letters a name has at least that is found by a
// like spelling.
const shortestLoose = 5

// Loose returns what the spellings of a folded name have in common; "" where
// the name is too short to tell. The key begins with "~", which no folded
// name does.
func (s *Spellings) Loose(key string) string {
	if first, rest, found := strings.Cut(key, " "); found && s.words[first] {
		key = rest
	}
	if len(key) < shortestLoose {
		return ""
	}
	out := make([]byte, 1, len(key)+1)
	out[0] = '~'
	add := func(letters string) {
		for i := range len(letters) {
			if c := letters[i]; c != out[len(out)-1] {
				out = append(out, c)
			}
		}
	}
next:
	for i := 0; i < len(key); {
		for n := min(3, len(key)-i); n > 0; n-- {
			if to, found := s.letters[key[i:i+n]]; found {
				add(to)
				i += n
				continue next
			}
		}
		add(key[i : i+1])
		i++
	}
	if n := len(out); n > 2 && out[n-1] == 'h' && strings.IndexByte("aeiou", out[n-2]) >= 0 {
		out = out[:n-1]
	}
	return string(out)
}

// Loosen adds the loose keys of the names that sites of the spellings'
// countries have.
func (b *Builder) Loosen(s *Spellings) {
	loose := map[string][]uint32{}
	for key, list := range b.names {
		k := s.Loose(key)
		if k == "" {
			continue
		}
		for _, p := range list {
			if site := &b.sites[p&0xffffff]; s.countries[site.Country] && (site.Kind == Town || site.Kind == District || site.Kind == Division) {
				loose[k] = append(loose[k], p&0xffffff|uint32(OtherName)<<24)
			}
		}
	}
	for k, list := range loose {
		slices.Sort(list)
		b.names[k] = slices.Compact(list)
	}
}
