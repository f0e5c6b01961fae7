package place

import "math"

// setting is what an article's own places say about where it plays.
type setting struct {
	countries map[string]float64
	divisions map[string]float64
	total     float64
	points    []voter
	known     map[*candidate][]float64 // see sums
}

// sums returns where a list's candidates keep what the setting adds to them:
// the mentions of a name share it, as they share the list.
func (s *setting) sums(list []candidate) []float64 {
	sums, found := s.known[&list[0]]
	if !found {
		sums = make([]float64, len(list))
		for i := range sums {
			sums[i] = math.NaN()
		}
		s.known[&list[0]] = sums
	}
	return sums
}

// voter is a mention that has a say in the setting.
type voter struct {
	site   Site
	name   int // the group of mentions of the same name
	weight float64
}

func newSetting(votes []voter) *setting {
	s := &setting{countries: map[string]float64{}, divisions: map[string]float64{}, known: map[*candidate][]float64{}}
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
