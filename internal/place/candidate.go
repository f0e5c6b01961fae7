package place

import "math"

// candidate is a site that a mention may stand for.
type candidate struct {
	site     Site
	score    float64 // of the name alone; see tally.name
	other    bool    // by a name that is not its usual one
	house    bool    // from our own tables
	host     bool    // of rules/geo/hosts.tsv
	eclipsed bool    // by another name, while a large town has it as its own
	support  float64 // see cluster
	city     bool    // a division named like a great city in it
}

// mostCandidates bounds how many sites of one name are weighed; those with
// more people come first.
const mostCandidates = 64

// candidates appends the sites that a mention's name allows.
func (f *Finder) candidates(out []candidate, m *mention) []candidate {
	from, main := len(out), false
	for i, h := range [2]hit{m.house, m.world} {
		if h.g == nil {
			continue
		}
		first, last := h.g.postings(h.key)
		for p := first; p < last && p < first+mostCandidates; p++ {
			n, use := h.g.posting(p)
			s := h.g.at(n)
			if i == 1 && f.outshone(out[from:], &s, m.kinds) {
				continue
			}
			c := candidate{site: s, other: use&OtherName != 0 && s.Kind != Division, house: i == 0, host: s.Kind == Town && f.t.hosts[s.GeoNames]}
			main = main || !c.other && s.People > 50_000
			out = append(out, c)
		}
	}
	for i := from; i < len(out); i++ {
		c := &out[i]
		c.eclipsed = main && c.other
		c.city = c.site.Kind == Division && !c.house && m.kinds == 0 && m.among != Division && cityOf(out[from:], &c.site)
		t := tally{w: f.t.weights}
		t.name(c, m)
		c.score = t.sum
	}
	return out
}

// cityOf reports whether a great city has a division's name and lies in it:
// "New York", "São Paulo".
func cityOf(list []candidate, division *Site) bool {
	for i := range list {
		if s := &list[i].site; s.Kind == Town && s.Division == division.Division && s.People > 300_000 && !list[i].other {
			return true
		}
	}
	return false
}

// outshone reports whether a site of the world has no chance beside those of
// our own tables: it is the same division, or a lesser place named like a
// country, unless the words beside the name ask for its kind.
func (f *Finder) outshone(house []candidate, s *Site, kinds kindSet) bool {
	for i := range house {
		switch h := &house[i].site; h.Kind {
		case Division, District:
			if s.Kind == Division && s.Country == h.Country && (s.Division == h.Division || h.distance(s) < 300) {
				return true
			}
		case Country, Continent:
			if kinds != 0 && kinds.has(s.Kind) && !kinds.has(h.Kind) {
				continue
			}
			if s.Kind != Division && s.Kind != Town && s.Kind != Quarter || s.Kind == Division && (s.People < 3_000_000 || s.Country == h.Country) {
				return true
			}
		}
	}
	return false
}

// holds reports whether a site lies in another.
func (c *Site) holds(s *Site) bool {
	switch c.Kind {
	case Country:
		return c.Country == s.Country && s.Kind != Country
	case Division:
		if s.Kind == Division || s.Kind == Country {
			return false
		}
		if c.Division != "" && s.Division != "" {
			if c.Division == s.Division {
				return true
			}
			if c.Country == "US" || c.Country == "CA" || c.Country == "AU" {
				return false
			}
		}
		return c.Country == s.Country && c.distance(s) < 250
	case District:
		if c.District != 0 && s.District != 0 {
			return c.District == s.District
		}
		return c.Country == s.Country && s.Kind != Division && s.Kind != Country && c.distance(s) < 70
	case Town:
		return s.Kind == Quarter && c.distance(s) < 50 || s.Kind == Spot && c.distance(s) < 50
	case Region, Island, Continent:
		return s.Kind != Country && s.Kind != Continent && c.distance(s) < 800 && (c.Country == "" || c.Country == s.Country)
	}
	return false
}

// distance is in kilometres.
func (c *Site) distance(s *Site) float64 {
	const rad = math.Pi / 180
	a := math.Pow(math.Sin((s.Lat-c.Lat)*rad/2), 2) + math.Cos(c.Lat*rad)*math.Cos(s.Lat*rad)*math.Pow(math.Sin((s.Lon-c.Lon)*rad/2), 2)
	return 2 * 6371 * math.Asin(math.Sqrt(math.Min(1, a)))
}

// bestTwo returns the candidates of the highest scores, -1 where there is none;
// the second is another place than the first.
func bestTwo(list []candidate) (best, second int) {
	best, second = -1, -1
	for i := range list {
		switch {
		case best < 0 || list[i].score > list[best].score:
			best, second = i, best
		case second < 0 || list[i].score > list[second].score:
			second = i
		}
	}
	// The same place from both tables is no rival.
	if best >= 0 && second >= 0 && list[best].site.distance(&list[second].site) < 60 {
		third := -1
		for i := range list {
			if i != best && list[i].site.distance(&list[best].site) >= 60 && (third < 0 || list[i].score > list[third].score) {
				third = i
			}
		}
		second = third
	}
	return best, second
}
