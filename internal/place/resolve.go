package place

import (
	"math"

	"sayso"
)

// asked is what the candidates of a mention hang on; mentions that agree in it
// share them.
type asked struct {
	house, world   hit
	kinds, leaning kindSet
	among          Kind
	the, owner     bool
}

// resolve settles which site each mention stands for.
func (f *Finder) resolve(ms []mention, at home) {
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
			m.site, m.settled, m.sure, m.by = m.demonym.site, true, true, "rule:demonym"
			continue
		}
		q := asked{m.house, m.world, m.kinds, m.leaning, m.among, m.the, m.owner}
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
						ms[j].by = "rule:named-before"
					}
				}
				break
			}
		}
	}
	f.cluster(ms, lists, group)
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
	var town []candidate
	if at.town.g != nil {
		town = f.candidates(nil, &mention{world: at.town})
	}
	for round := range 2 {
		s := newSetting(append(votes, f.homeVotes(at, town, votes)...))
		own := ownVotes(votes, len(groups))
		for i := range ms {
			if m := &ms[i]; !m.sure && !m.nowhere && len(lists[i]) > 0 {
				around := &company{s, &own[group[i]], neighbours(ms, votes, i), s.sums(lists[i])}
				v := f.settle(m, lists[i], around)
				if round == 1 {
					f.why(m, lists[i], around)
				}
				votes[i] = v
				votes[i].name = group[i]
				if m.dateline {
					votes[i].weight *= 3
				}
			}
		}
	}
}

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
func (f *Finder) settle(m *mention, list []candidate, around *company) voter {
	w := f.t.weights
	most := w.most()
	m.order.n = 0
	best, second := -1, -1
	score, next := math.Inf(-1), math.Inf(-1)
	for k := range list {
		c := &list[k]
		if c.score+most < score-1 {
			continue
		}
		t := tally{w: w, sum: c.score}
		if !t.fit(m, list, k, around) {
			continue
		}
		m.order.add(k, t.sum)
		switch v := t.sum; {
		case v > score:
			if best >= 0 && list[best].site.distance(&c.site) > apartFrom {
				second, next = best, score
			}
			best, score = k, v
		case v > next && list[best].site.distance(&c.site) > apartFrom:
			second, next = k, v
		}
	}
	m.settled = false
	if best < 0 {
		return voter{}
	}
	lead := score - next
	m.site, m.settled = list[best].site, score >= w.of[least]
	if second >= 0 && lead < w.of[margin] && !list[best].house && m.site.People < wellKnown && list[second].site.distance(&m.site) > 150 {
		m.settled = false
	}
	m.backed = list[best].support >= 1
	m.best, m.namesakes = best, len(list)
	m.firm = score >= 6.3
	if k := m.site.Kind; (k == Town || k == Quarter) && m.site.People < 20_000 {
		m.firm = score >= 8
	}
	switch {
	case !m.settled || m.barred || m.against:
		return voter{}
	case lead > 1:
		return voter{site: m.site, weight: 0.7}
	}
	return voter{site: m.site, weight: 0.3}
}

// apartFrom is how far two sites of a name are from each other, in kilometres,
// where it matters which is meant.
const apartFrom = 60

// wellKnown is how many live in a town that is meant where the evidence is even.
const wellKnown = 250_000

// company is what stands around the mentions of a name.
type company struct {
	setting  *setting
	own      *voter    // what the mentions of the name have said themselves
	sentence []voter   // what stands beside this one
	sums     []float64 // what the setting adds to each candidate; NaN where that is not known yet
}

// fit adds to a candidate's score what the setting and the sentence say. It
// reports whether the candidate can be meant at all.
func (t *tally) fit(m *mention, list []candidate, k int, around *company) bool {
	c, name := &list[k], t.sum
	switch sum := &around.sums[k]; {
	case t.list != nil:
		t.setting(around.setting, &c.site, around.own)
	case math.IsNaN(*sum):
		u := tally{w: t.w}
		u.setting(around.setting, &c.site, around.own)
		*sum = u.sum
		fallthrough
	default:
		t.sum += *sum
	}
	for i := range around.sentence {
		if b := &around.sentence[i]; b.name != around.own.name && b.weight > 0 && b.site.Country == c.site.Country && c.site.Country != "" {
			t.add(inSentence, 1)
			break
		}
	}
	top, favour := &list[0], t.sum-name
	if m.like && around.setting.countries[c.site.Country] == 0 {
		return false
	}
	switch {
	case (top.site.Kind == Country || top.site.Kind == Continent) && c.site.Kind != Division && c.site.Kind != top.site.Kind:
		// A town of that name has to be told apart by the words beside it,
		// or stand among its neighbours.
		return m.amongTowns && favour >= 5
	case top.house && top.site.Kind != Quarter && top.site.Kind != Spot && top.site.Kind != Town &&
		c.site.Kind != Country && c.site.Kind != Division && c.site.People < 100_000 && !m.amongTowns:
		t.add(eminent, math.Min(0, 2.5-favour))
	}
	return true
}

// why writes down what spoke for a mention's site, and which were its rivals.
func (f *Finder) why(m *mention, list []candidate, around *company) {
	if m.best < 0 {
		return
	}
	m.by = "rule:weights"
	t := tally{w: f.t.weights, list: &m.basis}
	t.name(&list[m.best], m)
	t.fit(m, list, m.best, around)
	for i, k := range m.order.k[:m.order.n] {
		c := &list[k]
		if k == m.best || len(m.rivals) == shownRivals || c.site.distance(&m.site) <= apartFrom {
			continue
		}
		m.rivals = append(m.rivals, sayso.Rival{Name: c.site.Name, Country: c.site.Country, Admin1: admin1(&c.site), Behind: math.Round((m.order.v[0]-m.order.v[i])*100) / 100})
	}
}

// shownRivals is how many other places of a name are kept.
const shownRivals = 3

// ranking holds the candidates of the highest scores, best first.
type ranking struct {
	n int
	k [6]int
	v [6]float64
}

func (r *ranking) add(k int, v float64) {
	at := r.n
	for at > 0 && r.v[at-1] < v {
		at--
	}
	if at == len(r.k) {
		return
	}
	r.n = min(r.n+1, len(r.k))
	copy(r.k[at+1:], r.k[at:])
	copy(r.v[at+1:], r.v[at:])
	r.k[at], r.v[at] = k, v
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
		m.site, m.settled, m.sure, m.by = lists[i][bi].site, true, true, "rule:within"
		if !c.settled {
			c.site, c.settled, c.sure, c.by = outer[bo].site, true, true, "rule:holds"
		}
	case m.near && f.coarsely(m, c, &firm):
		m.site, m.settled, m.sure, m.coarse, m.by = firm, true, true, true, "rule:somewhere-in"
	case m.near && int(m.container) > i && firm.Kind == Division && c.house.g != nil && !c.amongTowns && c.among == 0:
		m.nowhere = true
	case m.near && int(m.container) > i && firm.Kind == Country && c.house.g != nil && c.closed && !m.contains && topPeople(lists[i]) < 1_000_000:
		m.nowhere = true
	}
}

// topPeople is how many live in the first of the candidates.
func topPeople(list []candidate) uint32 {
	if len(list) == 0 {
		return 0
	}
	return list[0].site.People
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
