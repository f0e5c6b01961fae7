package place

import "math"

// Local news names the towns around it and no state. Each may be many places,
// but there is often one area alone that has them all.

const (
	mostClustered = 24 // names of an article that are weighed so
	mostOfName    = 40 // places of a name
	neighbourhood = 60 // kilometres
	rareName      = 4  // a name of more places than that says less
)

// cluster sets how far the article's other names have places around each
// candidate. A name with many places, of which one lies anywhere, counts less.
func (f *Finder) cluster(ms []mention, lists [][]candidate, group []int) {
	type name struct {
		list  []candidate
		group int
	}
	var names []name
	seen := map[int]bool{}
	for i := range ms {
		m := &ms[i]
		if seen[group[i]] || m.barred || m.against || m.short || m.demonym != nil || len(names) == mostClustered {
			continue
		}
		list := lists[i]
		if m.settled {
			list = []candidate{{site: m.site}}
		}
		if len(list) > 0 {
			seen[group[i]] = true
			names = append(names, name{list[:min(len(list), mostOfName)], group[i]})
		}
	}
	if len(names) < 3 {
		return
	}
	weight := f.t.weights.of[clustered]
	done := map[*candidate]bool{}
	for i := range ms {
		list := lists[i][:min(len(lists[i]), mostOfName)]
		if len(list) == 0 || ms[i].settled || done[&list[0]] || !seen[group[i]] {
			continue
		}
		done[&list[0]] = true // lists are shared by mentions
		for k := range list {
			c := &list[k]
			if !local(c.site.Kind) {
				continue
			}
			east := degree * math.Cos(c.site.Lat*math.Pi/180)
			for _, n := range names {
				if n.group != group[i] && anyNear(n.list, &c.site, east) {
					c.support += math.Min(1, rareName/float64(len(n.list)))
				}
			}
			c.support = math.Min(c.support, 3)
			c.score += weight * c.support
		}
	}
}

// local reports whether sites of a kind lie at one spot.
func local(k Kind) bool { return k == Town || k == District || k == Quarter || k == Spot }

// anyNear reports whether one of the candidates lies in a site's neighbourhood,
// where a degree of longitude is east kilometres.
func anyNear(list []candidate, s *Site, east float64) bool {
	for i := range list {
		o := &list[i].site
		dy := (o.Lat - s.Lat) * degree
		if dy > neighbourhood || dy < -neighbourhood || !local(o.Kind) {
			continue
		}
		if dx := (o.Lon - s.Lon) * east; dx*dx+dy*dy < neighbourhood*neighbourhood {
			return true
		}
	}
	return false
}
