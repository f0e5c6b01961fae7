// Package export writes readings for machines: JSON lines and flat tables.
package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sayso"
)

// Tables names the tables that readings can be flattened to.
var Tables = []string{"articles", "claims", "entities", "events", "gaps", "mentions", "places", "quantities", "sentences", "times"}

// Columns returns the header of a table; an error names the tables there are.
func Columns(table string) ([]string, error) {
	c, ok := columns[table]
	if !ok {
		return nil, fmt.Errorf("no table %q: there are %s", table, strings.Join(Tables, ", "))
	}
	return c, nil
}

// Every table begins with the article's id. Spans are byte offsets into the
// article's text written start:end, several joined by ";"; so are several ids.
var columns = map[string][]string{
	"articles": {"article", "url", "outlet", "agency", "headline", "byline", "authors", "language", "published",
		"published_from", "published_why", "status", "dateline", "dateline_place", "dateline_agency", "dateline_date",
		"claims", "events", "quantities", "gaps"},
	"sentences": {"article", "sentence", "span", "text"},
	"entities":  {"article", "entity", "type", "name", "about", "member_of", "country", "sector", "public", "mentions"},
	"mentions":  {"article", "entity", "span", "form", "text"},
	"times":     {"article", "time", "span", "text", "type", "value", "mod", "start", "end"},
	"places": {"article", "place", "span", "name", "geonames", "entity", "lat", "lon", "country", "admin1",
		"precision", "literal", "countries", "extent", "by"},
	"quantities": {"article", "quantity", "span", "text", "low", "high", "bound", "unit", "harm", "who", "of", "of_text",
		"part_of", "increment", "time", "place", "voice", "claim", "by"},
	"claims": {"article", "claim", "kind", "form", "stance", "source", "source_text", "source_entity", "source_name", "source_terms",
		"cue", "cue_text", "content", "content_text", "inserts", "part", "said", "within", "same_as", "responds", "chain", "by", "p"},
	"events": {"article", "event", "type", "mode", "contexts", "cameo", "trigger", "trigger_text", "actors", "actors_text",
		"actor_entities", "actor_codes", "actor_sectors", "recipients", "recipients_text", "recipient_entities",
		"recipient_codes", "recipient_sectors", "time", "time_value", "time_bound", "place", "places", "place_names",
		"quantities", "realis", "aspect", "voice", "claim", "same_as", "by", "p"},
	"gaps": {"article", "stage", "why", "span", "text"},
}

// CSV writes one table of many readings, its header first.
type CSV struct {
	table string
	w     *csv.Writer
}

// NewCSV begins a table on w; an error names the tables there are.
func NewCSV(w io.Writer, table string, header bool) (*CSV, error) {
	cols, err := Columns(table)
	if err != nil {
		return nil, err
	}
	c := &CSV{table, csv.NewWriter(w)}
	if header {
		err = c.w.Write(cols)
		c.w.Flush()
	}
	return c, err
}

// Write adds the rows of one reading.
func (c *CSV) Write(r *sayso.Reading) error {
	for _, row := range rows(c.table, r) {
		for i := range row {
			row[i] = defused(row[i])
		}
		if err := c.w.Write(row); err != nil {
			return err
		}
	}
	c.w.Flush()
	return c.w.Error()
}

// defused keeps a spreadsheet from running a cell of text as a formula.
func defused(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		if _, err := strconv.ParseFloat(cell, 64); err != nil {
			return "'" + cell
		}
	}
	return cell
}

func span(s sayso.Span) string { return fmt.Sprintf("%d:%d", s.Start, s.End) }

func spanOf(s *sayso.Span) string {
	if s == nil {
		return ""
	}
	return span(*s)
}

// each joins what f makes of every item.
func each[T any](items []T, sep string, f func(T) string) string {
	parts := make([]string, len(items))
	for i, x := range items {
		parts[i] = f(x)
	}
	return strings.Join(parts, sep)
}

func decimal(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func probability(p float64) string {
	if p == 0 {
		return ""
	}
	return strconv.FormatFloat(p, 'g', 4, 64)
}

func count(n int32) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(int(n))
}
