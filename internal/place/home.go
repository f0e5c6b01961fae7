package place

import (
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// home is where an outlet is at home, as far as its name and its address tell.
type home struct {
	town    hit    // the name in "Port Hale Gazette", "porthalegazette.example"
	country string // ISO 3166-1 alpha-2, of its address
}

// freeDomains are countries' endings that anybody uses.
const freeDomains = " ac ag ai am bz cc cd co eu fm gg io la ly me ms nu pw sc st su tk to tv vc ws "

// homeOf reads an outlet's name and address.
func (f *Finder) homeOf(a *sayso.Article) (h home) {
	if a == nil {
		return h
	}
	host := a.URL
	if _, rest, found := strings.Cut(host, "://"); found {
		host = rest
	}
	host, _, _ = strings.Cut(strings.ToLower(host), "/")
	host, _, _ = strings.Cut(host, ":")
	parts := strings.Split(strings.TrimPrefix(host, "www."), ".")
	if n := len(parts); n > 1 && len(parts[n-1]) == 2 && !strings.Contains(freeDomains, " "+parts[n-1]+" ") {
		h.country = strings.ToUpper(parts[n-1])
		if h.country == "UK" {
			h.country = "GB"
		}
	}
	if h.town = f.inTitle(a.Outlet); h.town.g == nil && len(parts) > 1 {
		h.town = f.inHost(parts[0])
	}
	return h
}

// townKey looks a folded name up among the world's places.
func (f *Finder) townKey(key string) hit {
	if len(key) < 4 {
		return hit{}
	}
	if k, _ := f.t.house.narrow(f.t.house.all(), []byte(key)); k >= 0 {
		return hit{} // countries, states and regions have papers that are no local ones
	}
	k, _ := f.t.world.narrow(f.t.world.all(), []byte(key))
	if k < 0 {
		return hit{}
	}
	return hit{f.t.world, k}
}

// inTitle finds the town in "The Port Hale Morning Gazette".
func (f *Finder) inTitle(outlet string) hit {
	words := strings.Fields(lexicon.Fold(outlet))
	if len(words) > 0 && words[0] == "the" {
		words = words[1:]
	}
	for n := min(3, len(words)-1); n > 0; n-- {
		h := f.townKey(strings.Join(words[:n], " "))
		if h.g == nil {
			continue
		}
		for _, w := range words[n:] {
			if f.t.cues[w].has(press) {
				return h
			}
		}
	}
	return hit{}
}

// inHost finds the town in "porthalegazette".
func (f *Finder) inHost(label string) hit {
	label = strings.TrimPrefix(strings.ReplaceAll(label, "-", ""), "the")
	stripped := false
	for again := true; again; {
		again = false
		for i := 4; i < len(label)-1; i++ {
			if f.t.cues[label[i:]].has(press) {
				label, again, stripped = label[:i], true, true
				break
			}
		}
	}
	if !stripped {
		return hit{}
	}
	if h := f.townKey(label); h.g != nil {
		return h
	}
	for i := 2; i < len(label)-2; i++ {
		if h := f.townKey(label[:i] + " " + label[i:]); h.g != nil {
			return h
		}
	}
	return hit{}
}

// homeVotes are what an outlet's home says of the setting: its country, and
// of the towns that its name may mean the one that fits the votes.
func (f *Finder) homeVotes(h home, list []candidate, votes []voter) []voter {
	var out []voter
	weight := f.t.weights.of[homeTown]
	if h.country != "" {
		out = append(out, voter{site: Site{Country: h.country, Kind: Country}, name: -1, weight: weight})
	}
	if len(list) == 0 {
		return out
	}
	s := newSetting(votes)
	best, score := -1, 0.0
	for k := range list {
		c := &list[k]
		if c.site.Kind != Town && c.site.Kind != District {
			continue
		}
		t := tally{w: f.t.weights, sum: c.score}
		t.setting(s, &c.site, &voter{name: -1})
		if h.country == c.site.Country {
			t.sum++
		}
		if best < 0 || t.sum > score {
			best, score = k, t.sum
		}
	}
	if best >= 0 && score >= f.t.weights.of[least] {
		out = append(out, voter{site: list[best].site, name: -1, weight: weight})
	}
	return out
}
