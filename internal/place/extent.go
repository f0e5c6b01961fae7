package place

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"sayso/internal/lexicon"
)

// extent is what a region, a water or a mountain covers.
type extent struct {
	countries []string // ISO 3166-1 alpha-2
	reach     int      // about how far it reaches from its point, kilometres
}

// wide reports whether sites of a kind may have an extent of their own.
func wide(k Kind) bool {
	return k == Continent || k == Region || k == Water || k == Mountain || k == Island
}

// readExtents reads geo/extents.tsv: what the sites of our own tables cover,
// by their names; known are the countries' codes.
func (t *tables) readExtents(rules fs.FS, known map[string]bool) (map[string]extent, error) {
	const path = "geo/extents.tsv"
	table, err := lexicon.Read(rules, path, lexicon.Open("place"), lexicon.Open("countries"), lexicon.Open("extent"))
	if err != nil {
		return nil, err
	}
	out := make(map[string]extent, len(table.Rows))
	for _, row := range table.Rows {
		e := extent{countries: cells(row.Cells[1])}
		if e.reach, err = strconv.Atoi(row.Cells[2]); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, row.Line, err)
		}
		for _, code := range e.countries {
			if !known[code] {
				return nil, fmt.Errorf("%s:%d: no country %q", path, row.Line, code)
			}
		}
		if s, found := t.siteOf(row.Cells[0], ""); !found || s.Name != row.Cells[0] || !wide(s.Kind) {
			return nil, fmt.Errorf("%s:%d: no region, water or mountain %q", path, row.Line, row.Cells[0])
		}
		out[strings.Clone(row.Cells[0])] = e
	}
	return out, nil
}
