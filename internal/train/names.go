package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// AddNames puts the names of gold files, JSON lines with the entities of a
// document of the same id (after the last slash), on the tokens of golds.
// Documents that no file has are marked as not annotated.
func AddNames(golds []Gold, files ...string) error {
	byID := map[string]*Gold{}
	for i := range golds {
		golds[i].NoNames = true
		byID[golds[i].ID] = &golds[i]
	}
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		scan := bufio.NewScanner(f)
		scan.Buffer(nil, 1<<24)
		for line := 1; scan.Scan(); line++ {
			var a struct {
				ID, Text string
				Gold     struct {
					Entities []struct {
						Type     string
						Mentions []struct {
							Span sayso.Span
							Form string
						}
					}
				}
			}
			if err := json.Unmarshal(scan.Bytes(), &a); err != nil {
				return fmt.Errorf("%s:%d: %w", name, line, err)
			}
			g := byID[a.ID[strings.LastIndexByte(a.ID, '/')+1:]]
			if g == nil {
				continue
			}
			if strings.TrimSpace(a.Text) != strings.TrimSpace(g.Text) {
				return fmt.Errorf("%s:%d: the text of %s is not the treebank's", name, line, a.ID)
			}
			g.NoNames = false
			for _, e := range a.Gold.Entities {
				tag := map[string]text.NameTag{"person": text.BeginPerson, "organization": text.BeginOrganization, "place": text.BeginPlace}[e.Type]
				for _, m := range e.Mentions {
					if tag == 0 || m.Form != "name" {
						continue
					}
					first, last := g.TokensIn(m.Span)
					for i := first; i < last; i++ {
						g.Tokens[i].Name = tag + 1
					}
					if first < last {
						g.Tokens[first].Name = tag
					}
				}
			}
		}
		if err := scan.Err(); err != nil {
			return err
		}
	}
	return nil
}

// Unnamed returns how many documents have no names annotated.
func Unnamed(golds []Gold) int {
	n := 0
	for _, g := range golds {
		if g.NoNames {
			n++
		}
	}
	return n
}

// classesOf returns the tag classes met at least five times, most frequent first.
func classesOf(golds []Gold) []tagClass {
	count := map[tagClass]int{}
	for _, g := range golds {
		for i := range g.Tokens {
			count[tagClass{UPOS: g.Tokens[i].UPOS, Tag: g.Tokens[i].Tag}]++
		}
	}
	var out []tagClass
	for c, n := range count {
		if n >= 5 && c.UPOS != 0 && c.Tag != 0 {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b tagClass) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return (int(a.UPOS)<<8 | int(a.Tag)) - (int(b.UPOS)<<8 | int(b.Tag))
	})
	return out[:min(len(out), 250)]
}
