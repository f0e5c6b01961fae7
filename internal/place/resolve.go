package place

import "math"

// asked is what the candidates of a mention hang on; mentions that agree in it
// share them.
type asked struct {
	house, world   hit
	kinds, leaning kindSet
	among          Kind
	the            bool
}

// resolve settles which site each mention stands for.
func (f *Finder) resolve(ms []mention) {
	lists := make([][]candidate, len(ms))
	group, groups := groupByName(ms)
	// "The Midlands" after "Midlands province" is the province still.
	for _, g := range groups {
		var kinds kindSet
		for _, i := range g {
			kinds |= ms[i].kinds
			ms[i].leaning = kinds
		}
	}
	same := map[asked][]candidate{}
	for i := range ms {
		m := &ms[i]
		if m.demonym != nil && (m.house.g == nil && m.world.g == nil || !m.located && m.container < 0) {
			m.site, m.settled, m.sure = m.demonym.site, true, true
			continue
		}
		q := asked{m.house, m.world, m.kinds, m.leaning, m.among, m.the}
		list, found := same[q]
		if !found {
			list = f.candidates(nil, m)
			same[q] = list
		}
		lists[i] = list
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
				votes[i] = m.settle(lists[i], s, &own[group[i]], neighbours(ms, votes, i))
				votes[i].name = group[i]
				if m.dateline {
					votes[i].weight *= 3
				}
			}
		}
	}
}

// mostFavour is the most that the setting and the sentence can add to a score.
const mostFavour = 2.4 + 2.4 + 2 + 0.9

// neighbours returns the votes of mention i's sentence that stand close to it.
func neighbours(ms []mention, votes []voter, i int) []voter {
	from, to := i, i+1
	for from > 0 && i-from < 3 && ms[from-1].sentence == ms[i].sentence {
		from--
	}
	for to < len(ms) && to-i < 4 && ms[to].sentence == ms[i].sentence {
		to++
	}
	return votes[from:to]
}

// settle takes the site that fits best, and returns what it then says of the
// setting.
func (m *mention) settle(list []candidate, s *setting, own *voter, beside []voter) voter {
	top := list[0]
	eminent := top.house && top.site.Kind != Quarter && top.site.Kind != Spot && top.site.Kind != Town
	sovereign := top.site.Kind == Country || top.site.Kind == Continent
	best, second := -1, math.Inf(-1)
	score := math.Inf(-1)
	for k := range list {
		c := &list[k]
		if c.score+mostFavour < score-1 {
			continue
		}
		v := s.favour(&c.site, own)
		for i := range beside {
			if b := &beside[i]; b.name != own.name && b.weight > 0 && b.site.Country == c.site.Country && c.site.Country != "" {
				v += 0.9
				break
			}
		}
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
		return (m.world.g == nil || m.kinds != 0 && !f.large(m)) && (c.settled || firm.People > 100_000)
	}
	return false
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
