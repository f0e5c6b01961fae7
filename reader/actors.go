package reader

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strings"
	"time"

	"sayso"
	"sayso/internal/event"
	"sayso/internal/lexicon"
	"sayso/rules"
)

// Actors is a user's own table of actors with dated offices.
type Actors struct {
	table     *lexicon.Actors
	countries *lexicon.Countries
	mark      string // of its content, for Reader.Name
}

// ReadActors reads a table of tab-separated columns name, code, sector, from and
// to; docs/codebook.md says what they hold. path is what errors call it; they
// name its lines.
func ReadActors(path string, r io.Reader) (*Actors, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	table, err := lexicon.ParseActors(path, b, event.Sectors())
	if err != nil {
		return nil, err
	}
	countries, err := lexicon.NewCountries(rules.FS)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b)
	return &Actors{table, countries, hex.EncodeToString(sum[:4])}, nil
}

// apply gives participants the codes that the table has for them on the day of
// their event, else of the article, and entities those of the article's day.
// Whom the table does not know on that day keeps the codes read from the text.
func (x *Actors) apply(a *sayso.Article, entities []sayso.Entity, times []sayso.Timex, events []sayso.Event) {
	if x == nil {
		return
	}
	day := dayOf(a.Published)
	names := make([]string, len(entities))
	for i := range entities {
		names[i] = x.nameOf(a.Text, &entities[i])
	}
	for i := range events {
		e := &events[i]
		first, last := day, day
		if e.Time > 0 {
			first, last = daysOf(&times[e.Time-1], day)
		}
		for _, side := range [2][]sayso.Participant{e.Actors, e.Recipients} {
			for j := range side {
				p := &side[j]
				name := ""
				if p.Entity > 0 {
					name = names[p.Entity-1]
				}
				if name == "" {
					name = p.Span.Of(a.Text)
				}
				if t, ok := x.table.At(name, first, last); ok {
					p.Code, p.Sector = cmp.Or(t.Code, p.Code), cmp.Or(t.Sector, p.Sector)
				}
			}
		}
	}
	for i := range entities {
		if t, ok := x.table.At(names[i], day, day); ok {
			entities[i].Sector = cmp.Or(t.Sector, entities[i].Sector)
			if c, ok := x.countries.ByCode(t.Code); ok {
				entities[i].Country = c.Code
			}
		}
	}
}

// nameOf returns the name by which the table knows an entity: its fullest one, one
// that the text calls it by, or a person's last name; "" where it knows none.
func (x *Actors) nameOf(text string, e *sayso.Entity) string {
	if x.table.Knows(e.Name) {
		return e.Name
	}
	for _, m := range e.Mentions {
		if name := m.Span.Of(text); m.Form == sayso.NameMention && x.table.Knows(name) {
			return name
		}
	}
	if last := e.Name[strings.LastIndexByte(e.Name, ' ')+1:]; e.Type == sayso.Person && x.table.Knows(last) {
		return last
	}
	return ""
}

// daysOf returns the first and last day of a time, of an open one the day that is
// known; else the day otherwise.
func daysOf(t *sayso.Timex, otherwise string) (first, last string) {
	first, last = dayOf(t.Start), dayOf(t.End)
	if d, err := time.Parse(time.DateOnly, t.End); err == nil { // midnight ends the day before
		last = d.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	first, last = cmp.Or(first, last), cmp.Or(last, first)
	switch {
	case first == "":
		return otherwise, otherwise
	case last < first:
		return first, first
	}
	return first, last
}

// dayOf returns the day of a date or time, "" where it is not known.
func dayOf(s string) string {
	if len(s) < len(time.DateOnly) || strings.Contains(s[:len(time.DateOnly)], "X") {
		return ""
	}
	return s[:len(time.DateOnly)]
}
