package place

import (
	"math"

	"sayso/internal/text"
)

// candidate is a site that a mention may stand for.
type candidate struct {
	site  Site
	score float64
	other bool // by a name that is not its usual one
	house bool // from our own tables
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
			c := candidate{site: s, score: prior(&s), other: use&OtherName != 0 && s.Kind != Division, house: i == 0}
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
	for i := from; i < len(out); i++ {
		c := &out[i]
		if main && c.other {
			c.score--
		}
		if c.site.Kind == Division && !c.house && m.kinds == 0 && m.among != Division && cityOf(out[from:], &c.site) {
			c.score--
		}
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
		v = max(v, 5.2) - 0.5
	case District:
		v -= 0.3
	case Quarter:
		v -= 0.5
	}
	switch s.Rank {
	case 5:
		v += 1.2
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
	points    []voter
}

// voter is a mention that has a say in the setting.
type voter struct {
	site   Site
	name   int // the group of mentions of the same name
	weight float64
}

func newSetting(votes []voter) *setting {
	s := &setting{countries: map[string]float64{}, divisions: map[string]float64{}}
	for i := range votes {
		v := &votes[i]
		if v.weight == 0 {
			continue
		}
		if v.site.Country != "" {
			s.countries[v.site.Country] += v.weight
			s.total += v.weight
		}
		if v.site.Kind == Country || v.site.Kind == Continent {
			continue
		}
		if v.site.Division != "" {
			s.divisions[v.site.Division] += v.weight
		}
		if len(s.points) < 64 {
			s.points = append(s.points, *v)
		}
	}
	return s
}

// favour is how well a site fits what the other names say: own is what the
// mentions of its own name have said.
func (s *setting) favour(c *Site, own *voter) float64 {
	v := 0.0
	if total := s.total - own.weight; total > 0.1 {
		country, division := s.countries[c.Country], s.divisions[c.Division]
		if c.Country == own.site.Country {
			country -= own.weight
		}
		if c.Division == own.site.Division && own.site.Kind != Country {
			division -= own.weight
		}
		// One place says less than ten.
		trust := 2.4 * total / (total + 0.5)
		v += trust * math.Min(1, 1.3*country/total)
		if c.Kind != Country && c.Division != "" {
			v += trust * math.Min(1, 1.5*division/total)
		}
	}
	const degree = 111.2 // kilometres
	near, east := 200.0*200, degree*math.Cos(c.Lat*math.Pi/180)
	for i := range s.points {
		p := &s.points[i]
		dy := (p.site.Lat - c.Lat) * degree
		if dy > 200 || dy < -200 || p.name == own.name {
			continue
		}
		dx := (p.site.Lon - c.Lon) * east
		near = math.Min(near, dx*dx+dy*dy)
	}
	switch {
	case near < 50*50:
		v += 2
	case near < 120*120:
		v += 1.5
	case near < 200*200:
		v += 0.9
	}
	return v
}

// resolve settles which site each mention stands for.
func (f *Finder) resolve(doc *text.Doc, ms []mention) {
	lists := make([][]candidate, len(ms))
	var pool []candidate
	for i := range ms {
		m := &ms[i]
		if m.demonym != nil && (m.house.g == nil && m.world.g == nil || !m.located && m.container < 0) {
			m.site, m.settled, m.sure = m.demonym.site, true, true
			continue
		}
		from := len(pool)
		pool = f.candidates(pool, m)
		lists[i] = pool[from:len(pool):len(pool)]
	}
	// What the words beside a name say comes first.
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
	group, groups := groupByName(ms)
	for _, g := range groups {
		for _, i := range g {
			if ms[i].sure && ms[i].demonym == nil {
				for _, j := range g {
					if !ms[j].settled {
						ms[j].site, ms[j].settled, ms[j].sure, ms[j].coarse = ms[i].site, true, true, ms[i].coarse
					}
				}
				break
			}
		}
	}
	// "The Midlands" after "Midlands province" is the province still.
	for _, g := range groups {
		var kinds kindSet
		for _, i := range g {
			kinds |= ms[i].kinds
			for k := range lists[i] {
				if ms[i].kinds == 0 && !kinds.has(lists[i][k].site.Kind) {
					lists[i][k].score -= 1.5
				}
			}
		}
	}
	// Names that leave little doubt make the setting, by which the rest is
	// settled; what that gives makes the setting anew.
	votes := make([]voter, len(ms))
	for i := range ms {
		votes[i] = f.firstVote(&ms[i], lists[i])
		votes[i].name = group[i]
		if ms[i].dateline {
			votes[i].weight *= 3
		}
	}
	for range 2 {
		s := newSetting(votes)
		own := ownVotes(votes, len(groups))
		for i := range ms {
			if m := &ms[i]; !m.sure && !m.nowhere && len(lists[i]) > 0 {
				votes[i] = m.settle(lists[i], s, &own[group[i]])
				votes[i].name = group[i]
				if m.dateline {
					votes[i].weight *= 3
				}
			}
		}
	}
}

// ownVotes sums up what the mentions of each name say.
func ownVotes(votes []voter, groups int) []voter {
	own := make([]voter, groups)
	for i := range votes {
		o := &own[votes[i].name]
		if o.weight == 0 {
			o.site = votes[i].site
		}
		o.name = votes[i].name
		if o.site.Country == votes[i].site.Country && o.site.Division == votes[i].site.Division {
			o.weight += votes[i].weight
		}
	}
	return own
}

// firstVote is what a mention says of the setting before the setting is known.
func (f *Finder) firstVote(m *mention, list []candidate) voter {
	switch {
	case m.barred || m.against:
		return voter{}
	case m.demonym != nil && m.settled:
		return voter{site: m.site, weight: 0.7}
	case m.sure:
		return voter{site: m.site, weight: 1}
	}
	best, second := bestTwo(list)
	if best < 0 {
		return voter{}
	}
	c := list[best]
	lead := c.score
	if second >= 0 {
		lead -= list[second].score
	}
	switch {
	case c.site.Kind == Country && (second < 0 || list[second].site.Kind != Division || lead > 2.5):
		return voter{site: c.site, weight: 1}
	case lead > 1.3 && c.score > 5:
		return voter{site: c.site, weight: 0.6}
	case len(list) == 1 && c.score > 3:
		return voter{site: c.site, weight: 0.4}
	}
	return voter{}
}

// settle takes the site that fits best, and returns what it then says of the
// setting.
func (m *mention) settle(list []candidate, s *setting, own *voter) voter {
	top := list[0]
	eminent := top.house && top.site.Kind != Quarter && top.site.Kind != Spot && top.site.Kind != Town
	sovereign := top.site.Kind == Country || top.site.Kind == Continent
	best, second := -1, math.Inf(-1)
	score := math.Inf(-1)
	for k := range list {
		c := &list[k]
		v := s.favour(&c.site, own)
		switch {
		case sovereign && c.site.Kind != Division && c.site.Kind != top.site.Kind:
			// A town of that name has to be told apart by the words beside it,
			// or stand among its neighbours.
			if !m.amongTowns || v < 5 {
				v = -9
			}
		case eminent && c.site.Kind != Country && c.site.Kind != Division && c.site.People < 100_000:
			v = math.Min(v, 2.5)
		}
		switch v += c.score; {
		case v > score:
			if best >= 0 && list[best].site.distance(&c.site) > 60 {
				second = score
			}
			best, score = k, v
		case v > second && list[best].site.distance(&c.site) > 60:
			second = v
		}
	}
	m.site, m.settled = list[best].site, score >= 4.2
	m.firm = score >= 5.5
	if k := m.site.Kind; (k == Town || k == Quarter) && m.site.People < 20_000 {
		m.firm = score >= 7
	}
	switch {
	case !m.settled || m.barred || m.against:
		return voter{}
	case score-second > 1:
		return voter{site: m.site, weight: 0.7}
	}
	return voter{site: m.site, weight: 0.3}
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
			v := outer[o].score + in.score
			if in.site.Kind == Quarter && outer[o].site.Kind == Town {
				v++
			}
			if v > best && outer[o].site.holds(&in.site) {
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
	case m.near && int(m.container) > i && firm.Kind == Division && c.house.g != nil && !c.amongTowns && c.among == 0:
		m.nowhere = true
	}
}

// coarsely reports whether the point of a container is good enough for a place
// that no table has, or has only elsewhere.
func (f *Finder) coarsely(m, c *mention, firm *Site) bool {
	switch firm.Kind {
	case Division:
		switch firm.Country {
		case "AU", "BR", "CA", "CN", "DZ", "KZ", "RU": // too large to say anything
			return false
		}
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

// groupByName numbers the names and returns the number of each mention's name
// and the mentions of each.
func groupByName(ms []mention) (group []int, groups [][]int) {
	type name struct{ house, world hit }
	number := make(map[name]int, len(ms))
	group = make([]int, len(ms))
	for i := range ms {
		n := name{ms[i].house, ms[i].world}
		g, found := number[n]
		if !found || n == (name{}) {
			g = len(groups)
			number[n] = g
			groups = append(groups, nil)
		}
		group[i] = g
		groups[g] = append(groups[g], i)
	}
	return group, groups
}
