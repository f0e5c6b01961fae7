package place

import (
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"

	"sayso"
	"sayso/internal/lexicon"
)

// evidence is one sort of thing that speaks for or against a site; see
// rules/geo/weights.tsv.
type evidence uint8

const (
	among evidence = iota
	inSentence
	capitalCity
	city
	clustered
	continent
	country
	countryTold
	district
	division
	divisionTold
	eclipsed
	eminent
	feature
	homeTown
	hosting
	wrongKind
	least
	leaning
	margin
	closeBy
	nearby
	notFar
	ours
	people
	quarter
	seat
	the
	variant
	numEvidence
)

var evidenceNames = []string{"among", "beside", "capital", "city", "cluster", "continent", "country", "country-told", "district", "division", "division-told",
	"eclipsed", "eminent", "feature", "home", "host", "kind", "least", "leaning", "margin", "near", "nearby", "not-far", "ours", "people", "quarter", "seat",
	"the", "variant"}

// weights are what each evidence counts, and how explain calls it.
type weights struct {
	of    [numEvidence]float64
	words [numEvidence]string
}

func readWeights(rules fs.FS) (*weights, error) {
	const path = "geo/weights.tsv"
	table, err := lexicon.Read(rules, path, lexicon.Closed("evidence", evidenceNames...), lexicon.Open("weight"), lexicon.Open("words"))
	if err != nil {
		return nil, err
	}
	w := &weights{}
	for _, row := range table.Rows {
		k := slices.Index(evidenceNames, row.Cells[0])
		v, err := strconv.ParseFloat(row.Cells[1], 64)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s:%d: %w", path, row.Line, err)
		case w.words[k] != "":
			return nil, fmt.Errorf("%s:%d: %q stands there twice", path, row.Line, row.Cells[0])
		}
		w.of[k], w.words[k] = v, row.Cells[2]
	}
	for k, name := range evidenceNames {
		if w.words[k] == "" {
			return nil, fmt.Errorf("%s: no row for %q", path, name)
		}
	}
	return w, nil
}

// tally adds up what speaks for one site.
type tally struct {
	w    *weights
	sum  float64
	list *[]sayso.Evidence // where it is kept; nil: nowhere
}

func (t *tally) add(e evidence, amount float64) {
	v := t.w.of[e] * amount
	t.sum += v
	if t.list != nil && v != 0 {
		*t.list = append(*t.list, sayso.Evidence{What: t.w.words[e], Weight: math.Round(v*100) / 100})
	}
}

// name adds what a site's own size and kind and the form of its name say.
func (t *tally) name(c *candidate, m *mention) {
	s := &c.site
	switch s.Kind {
	case Country:
		t.add(country, 1)
	case Continent:
		t.add(continent, 1)
	case Division:
		t.add(people, math.Max(5.2, crowd(s)))
		t.add(division, 1)
	default:
		t.add(people, crowd(s))
	}
	switch s.Kind {
	case District:
		t.add(district, 1)
	case Quarter:
		t.add(quarter, 1)
	}
	switch s.Rank {
	case 5:
		t.add(capitalCity, 1)
	case 4:
		t.add(seat, 1)
	}
	if c.host {
		t.add(hosting, 1)
	}
	if c.house {
		t.add(ours, 1)
	}
	if c.other {
		t.add(variant, 1)
	}
	if m.the && !m.owner {
		switch s.Kind {
		case Town:
			t.add(the, 1)
		case Water:
			t.add(feature, 2)
		case Region, Continent:
			t.add(feature, 1)
		}
	}
	if m.kinds != 0 && !m.kinds.has(s.Kind) {
		t.add(wrongKind, 1)
	}
	if m.kinds == 0 && !m.leaning.has(s.Kind) {
		t.add(leaning, 1)
	}
	if m.among != 0 && s.Kind == m.among {
		t.add(among, 1)
	}
	if c.eclipsed {
		t.add(eclipsed, 1)
	}
	if c.city {
		t.add(city, 1)
	}
	t.add(clustered, c.support)
}

// crowd is how many live in a site, by powers of ten.
func crowd(s *Site) float64 { return math.Log10(float64(s.People) + 100) }

const degree = 111.2 // kilometres, of latitude

// setting adds how well a site fits what the other names say: own is what the
// mentions of its own name have said.
func (t *tally) setting(s *setting, c *Site, own *voter) {
	if total := s.total - own.weight; total > 0.1 {
		inCountry, inDivision := s.countries[c.Country], s.divisions[c.Division]
		if c.Country == own.site.Country {
			inCountry -= own.weight
		}
		if c.Division == own.site.Division && own.site.Kind != Country {
			inDivision -= own.weight
		}
		// One place says less than ten.
		trust := total / (total + 0.5)
		t.add(countryTold, trust*math.Max(0, math.Min(1, 1.3*inCountry/total)))
		if c.Kind != Country && c.Division != "" {
			t.add(divisionTold, trust*math.Max(0, math.Min(1, 1.5*inDivision/total)))
		}
	}
	nearest, east := 200.0*200, degree*math.Cos(c.Lat*math.Pi/180)
	for i := range s.points {
		p := &s.points[i]
		dy := (p.site.Lat - c.Lat) * degree
		if dy > 200 || dy < -200 || p.name == own.name {
			continue
		}
		dx := (p.site.Lon - c.Lon) * east
		nearest = math.Min(nearest, dx*dx+dy*dy)
	}
	switch {
	case nearest < 50*50:
		t.add(closeBy, 1)
	case nearest < 120*120:
		t.add(nearby, 1)
	case nearest < 200*200:
		t.add(notFar, 1)
	}
}

// most is the most that the setting and the sentence can add to a score.
func (w *weights) most() float64 {
	return w.of[countryTold] + w.of[divisionTold] + math.Max(w.of[closeBy], math.Max(w.of[nearby], w.of[notFar])) + w.of[inSentence]
}
