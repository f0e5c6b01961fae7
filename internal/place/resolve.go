package place

import (
	"math"
	"sort"

	"sayso"
	"sayso/internal/text"
)

// candidate is a site that a mention may stand for.
type candidate struct {
	site  Site
	score float64
	other bool // by a name that is not its usual one
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
			if i == 1 && f.outshone(out[from:], &s) {
				continue
			}
			c := candidate{site: s, score: prior(&s), other: use&OtherName != 0 && s.Kind != Division}
			if i == 0 {
				c.score += 0.5
			}
			switch {
			case c.other:
				c.score--
			case s.People > 50_000:
				main = true
			}
			if m.the {
				switch s.Kind {
				case Town:
					c.score--
				case Water, Region, Continent:
					c.score++
				}
			}
			if m.kinds != 0 && !m.kinds.has(s.Kind) {
				c.score -= 3
			}
			if m.among != 0 && s.Kind == m.among {
				c.score += 2
			}
			out = append(out, c)
		}
	}
	for i := from; main && i < len(out); i++ {
		if out[i].other {
			out[i].score--
		}
	}
	return out
}

// outshone reports whether a site of the world has no chance beside those of
// our own tables: it is the same division, or a lesser place named like a country.
func (f *Finder) outshone(house []candidate, s *Site) bool {
	for i := range house {
		switch h := &house[i].site; h.Kind {
		case Division, District:
			if s.Kind == Division && s.Country == h.Country && (s.Division == h.Division || h.distance(s) < 300) {
				return true
			}
		case Country, Continent:
			if s.Kind != Division && s.Kind != Town && s.Kind != Quarter || s.Kind == Division && (s.People < 3_000_000 || s.Country == h.Country) {
				return true
			}
		}
	}
	return false
}

// prior is how readily a site comes to mind, on a scale on which one more is
// ten times the people.
func prior(s *Site) float64 {
	v := math.Log10(float64(s.People) + 100)
	switch s.Kind {
	case Country:
		return 8.2
	case Continent:
		return 8
	case Division:
		v -= 0.5
	case District:
		v -= 0.3
	case Quarter:
		v -= 0.5
	}
	switch s.Rank {
	case 5:
		v += 1.5
	case 4:
		v += 0.4
	}
	return v
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
		return s.Kind == Quarter && c.distance(s) < 50 || s.Kind == Spot && c.distance(s) < 50 || s.Kind == Town && s.People < c.People && c.distance(s) < 40
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

// setting is what an article's own places say about where it plays.
type setting struct {
	countries map[string]float64
	divisions map[string]float64
	total     float64
	points    []Site
}

func (s *setting) add(site *Site, weight float64) {
	if site.Country != "" {
		s.countries[site.Country] += weight
		s.total += weight
	}
	if site.Division != "" && site.Kind != Country {
		s.divisions[site.Division] += weight
	}
	if site.Kind != Country && site.Kind != Continent && len(s.points) < 64 {
		s.points = append(s.points, *site)
	}
}

// favour is how well a site fits the setting.
func (s *setting) favour(c *Site) float64 {
	v := 0.0
	if s.total > 0 {
		v += 2.2 * s.countries[c.Country] / s.total
		if c.Kind != Country && c.Division != "" {
			v += 2.2 * math.Min(1, 1.5*s.divisions[c.Division]/s.total)
		}
	}
	const degree = 111.2 // kilometres
	near, east := 200.0*200, degree*math.Cos(c.Lat*math.Pi/180)
	for i := range s.points {
		p := &s.points[i]
		dy := (p.Lat - c.Lat) * degree
		if dy > 200 || dy < -200 || p.Name == c.Name && p.Kind == c.Kind {
			continue
		}
		dx := (p.Lon - c.Lon) * east
		near = math.Min(near, dx*dx+dy*dy)
	}
	switch {
	case near < 60*60:
		v += 1.6
	case near < 200*200:
		v += 0.9
	}
	return v
}

// resolve settles which site each mention stands for.
func (f *Finder) resolve(doc *text.Doc, ms []mention, dateline *sayso.Dateline) {
	s := &setting{countries: map[string]float64{}, divisions: map[string]float64{}}
	lists := make([][]candidate, len(ms))
	groups := groupByName(doc, ms)
	var pool []candidate

	// What the words beside a name say comes first.
	for i := range ms {
		m := &ms[i]
		if m.demonym != nil && m.house.g == nil && m.world.g == nil || m.demonym != nil && !m.located && m.container < 0 {
			m.site, m.settled, m.sure = m.demonym.site, true, true
			if !m.barred {
				s.add(&m.site, 0.7)
			}
			continue
		}
		from := len(pool)
		pool = f.candidates(pool, m)
		lists[i] = pool[from:len(pool):len(pool)]
	}
	for i := len(ms) - 1; i >= 0; i-- {
		if m := &ms[i]; !m.settled && int(m.container) > i {
			f.contain(ms, lists, i)
		}
	}
	for i := range ms {
		if m := &ms[i]; !m.settled && m.container >= 0 {
			f.contain(ms, lists, i)
		}
	}
	// A name once told apart keeps its meaning.
	for _, g := range groups {
		for _, i := range g {
			if ms[i].sure && ms[i].settled && ms[i].demonym == nil {
				for _, j := range g {
					if !ms[j].settled {
						ms[j].site, ms[j].settled, ms[j].sure = ms[i].site, true, true
						ms[j].coarse = ms[i].coarse
					}
				}
				break
			}
		}
	}
	// Then the names that leave little doubt make the setting.
	for i := range ms {
		m := &ms[i]
		if m.against || m.barred || m.demonym != nil {
			continue
		}
		if m.settled {
			s.add(&m.site, 1)
			continue
		}
		best, second := bestTwo(lists[i])
		if best < 0 {
			continue
		}
		c := lists[i][best]
		lead := c.score
		if second >= 0 {
			lead -= lists[i][second].score
		}
		if c.site.Kind == Country && (second < 0 || lists[i][second].site.Kind != Division || lead > 2.5) || lead > 1.3 && c.score > 5 || c.score > 4 && len(lists[i]) == 1 {
			w := 1.0
			if c.score < 5 && !m.located {
				w = 0.4
			}
			s.add(&c.site, w)
		}
	}
	// The rest by setting.
	for i := range ms {
		m := &ms[i]
		if m.settled || len(lists[i]) == 0 {
			continue
		}
		top := lists[i][0]
		eminent := m.house.g != nil && top.score > 6.4
		for k := range lists[i] {
			c := &lists[i][k]
			if (top.site.Kind == Country || top.site.Kind == Continent) && c.site.Kind != Division && c.site.Kind != top.site.Kind {
				c.score -= 9 // a town of that name has to be told apart by the words beside it
				continue
			}
			v := s.favour(&c.site)
			if eminent && c.site.Kind != Country && c.site.Kind != Division && c.site.People < 100_000 {
				v = math.Min(v, 2.5)
			}
			c.score += v
		}
		best, _ := bestTwo(lists[i])
		m.site, m.settled = lists[i][best].site, true
		m.firm = lists[i][best].score >= 5.5
		if lists[i][best].score < 4.2 {
			m.settled = false
		}
	}
}

// contain settles a mention and its container together: the pair of sites of
// which one lies in the other and that has the highest score. Where the
// container is a division beyond doubt and has no such place, the mention
// lies somewhere in it.
func (f *Finder) contain(ms []mention, lists [][]candidate, i int) {
	m := &ms[i]
	c := &ms[m.container]
	outer := lists[m.container]
	if c.settled {
		outer = []candidate{{site: c.site}}
	}
	if len(outer) == 0 || c.barred {
		return
	}
	top, _ := bestTwo(outer)
	best, bi, bo := math.Inf(-1), -1, -1
	for o := range outer {
		if outer[o].score < outer[top].score-2 && outer[o].site.Kind != Division {
			continue
		}
		for k := range lists[i] {
			in := &lists[i][k]
			if m.house.g != nil && lists[i][0].site.Kind == Country && in.site.Kind != Division && outer[o].site.Kind == Country {
				continue // "Mexico" is no town in Mexico
			}
			if v := outer[o].score + in.score; v > best && outer[o].site.holds(&in.site) {
				best, bi, bo = v, k, o
			}
		}
	}
	switch firm := outer[top].site; {
	case bi >= 0:
		m.site, m.settled, m.sure = lists[i][bi].site, true, true
		if !c.settled {
			c.site, c.settled, c.sure = outer[bo].site, true, true
		}
	case m.near && f.coarsely(m, c, &firm):
		m.site, m.settled, m.sure, m.coarse = firm, true, true, true
	}
}

// coarsely reports whether the point of a container is good enough for a place
// that no table has, or has only elsewhere.
func (f *Finder) coarsely(m, c *mention, firm *Site) bool {
	switch firm.Kind {
	case Division:
		return (c.house.g != nil || c.settled) && !f.large(m)
	case District, Town:
		return m.world.g == nil && (c.settled || firm.People > 100_000)
	}
	return false
}

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

// groupByName returns the mentions of each name that stands more than once.
func groupByName(doc *text.Doc, ms []mention) [][]int {
	order := make([]int, len(ms))
	for i := range order {
		order[i] = i
	}
	name := func(i int) [2]int { return [2]int{ms[i].house.key + 1, ms[i].world.key + 1} }
	same := func(i, j int) bool {
		a, b := &ms[i], &ms[j]
		return a.house == b.house && a.world == b.world && (a.house.g != nil || a.world.g != nil)
	}
	sort.SliceStable(order, func(x, y int) bool {
		a, b := name(order[x]), name(order[y])
		return a[0] < b[0] || a[0] == b[0] && a[1] < b[1]
	})
	var out [][]int
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && same(order[i], order[j]) {
			j++
		}
		if j > i+1 {
			out = append(out, order[i:j])
		}
		i = j
	}
	return out
}
