package place

import (
	"errors"
	"sort"
	"strings"
)

// Kind is what sort of thing a site is.
type Kind uint8

const (
	Country   Kind = iota + 1
	Division       // a first-level division: a state, a province
	District       // a division within one: a county
	Town           // a city, town or village
	Quarter        // a part of a town
	Continent      // a continent or a large part of one: "Western Europe"
	Region         // an area without a government: "the Donbas"
	Water          // a sea, lake, river, strait
	Mountain       // a mountain or range
	Island         // an island or group of islands
	Spot           // a camp, square, airport, base
)

// KindNames are the kinds as tables write them, by Kind.
var KindNames = []string{"", "country", "division", "district", "town", "quarter", "continent", "region", "water", "mountain", "island", "spot"}

// NameUse says how far a name stands for a site.
type NameUse uint8

const (
	MainName  NameUse = 1 << iota // the usual name in English, or the local one
	OtherName                     // a variant, an older name, a name in another language
	CapsOnly                      // initials, which count only in capitals: "NSW"
	ShortOnly                     // an abbreviation that counts only after a comma: "Ill."
	Common                        // a word of the language as well: "Reading", "Nice"
)

// Site is one place that a gazetteer knows.
type Site struct {
	Name     string // the usual English name
	GeoNames int32  // 0 where it has none
	Lat, Lon float64
	Country  string // ISO 3166-1 alpha-2; "" for what lies in several
	Division string // ISO 3166-2 ("KZ-ALM") or, where that is unknown, "CC.x" with GeoNames's code x
	District int32  // the county, numbered within its country; 0 unknown
	Kind     Kind
	Rank     uint8  // towns: 5 a national capital, 4 a division's seat, 3 to 1 lesser seats, 0 none
	People   uint32 // how many live there; 0 unknown
}

// A gazetteer is one run of bytes that is searched where it lies: nothing is
// decoded ahead. All numbers are little endian.
//
//	"sayso gazetteer 1\n\x00\x00"        20 bytes
//	uint32 × 6                           sizes: keys, postings, sites, divisions, key bytes, name bytes
//	uint32 × (65536 + 1)                 the first key that begins with each pair of bytes, or a later pair
//	uint32 × (keys + 1)                  where each key begins in the key bytes, in ascending order of keys
//	uint32 × (keys + 1)                  the first posting of each key
//	uint32 × postings                    site index | NameUse << 24; of a key, the most populous site first
//	28 bytes × sites                     see siteSize
//	8 bytes × divisions                  codes, padded with zero bytes
//	key bytes, name bytes
//
// Keys are names folded by lexicon.AppendFold.
type gazetteer struct {
	sites, keys  int
	first        string // the pairs' table
	keyAt        string
	postAt       string
	post         string
	site         string
	division     string
	key          string
	name         string
	numDivisions int
}

const (
	magic    = "sayso gazetteer 1\n\x00\x00"
	siteSize = 28 // id, lat × 1e4, lon × 1e4, people, name's offset: 4 bytes each; country, division, district: 2 each; kind, rank: 1 each
	pairs    = 1 << 16
)

func u32(s string, i int) uint32 {
	s = s[4*i : 4*i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func u16(s string, i int) uint16 { return uint16(s[2*i]) | uint16(s[2*i+1])<<8 }

// open lays the bytes out; it looks at sizes alone.
func openGazetteer(data string) (*gazetteer, error) {
	if len(data) < len(magic)+24 || data[:len(magic)] != magic {
		return nil, errors.New("not a gazetteer of this version: bake it anew")
	}
	size := make([]int, 6)
	for i := range size {
		size[i] = int(u32(data[len(magic):], i))
	}
	rest := data[len(magic)+24:]
	short := false
	take := func(n int) string {
		if n < 0 || n > len(rest) {
			short, n = true, 0
		}
		var part string
		part, rest = rest[:n], rest[n:]
		return part
	}
	g := &gazetteer{keys: size[0], sites: size[2], numDivisions: size[3]}
	g.first = take(4 * (pairs + 1))
	g.keyAt = take(4 * (size[0] + 1))
	g.postAt = take(4 * (size[0] + 1))
	g.post = take(4 * size[1])
	g.site = take(siteSize * size[2])
	g.division = take(8 * size[3])
	g.key = take(size[4])
	g.name = take(size[5])
	if short || len(rest) != 0 {
		return nil, errors.New("a gazetteer cut short: bake it anew")
	}
	return g, nil
}

func (g *gazetteer) keyOf(i int) string { return g.key[u32(g.keyAt, i):u32(g.keyAt, i+1)] }

// at returns site i.
func (g *gazetteer) at(i int) Site {
	r := g.site[siteSize*i : siteSize*(i+1)]
	name := g.name[u32(r, 4):]
	s := Site{
		GeoNames: int32(u32(r, 0)), Lat: float64(int32(u32(r, 1))) / 1e4, Lon: float64(int32(u32(r, 2))) / 1e4, People: u32(r, 3),
		Name: name[:strings.IndexByte(name, 0)], District: int32(u16(r, 12)), Kind: Kind(r[26]), Rank: r[27],
	}
	if r[20] != 0 {
		s.Country = r[20:22]
	}
	d := g.division[8*int(u16(r, 11)):]
	d = d[:8]
	if n := strings.IndexByte(d, 0); n >= 0 {
		d = d[:n]
	}
	s.Division = d
	return s
}

// span is a range of keys, all of which begin with what was looked for so far.
type span struct{ lo, hi int }

// narrow looks for a key among the keys of within. It returns the key's index,
// or -1, and the range of keys that begin with it.
func (g *gazetteer) narrow(within span, key []byte) (int, span) {
	lo, hi := within.lo, within.hi
	if len(key) >= 2 && lo == 0 && hi == g.keys {
		p := int(key[0])<<8 | int(key[1])
		lo, hi = int(u32(g.first, p)), int(u32(g.first, p+1))
	}
	at := lo + sort.Search(hi-lo, func(i int) bool { return g.keyOf(lo+i) >= string(key) })
	found := -1
	if at < hi && g.keyOf(at) == string(key) {
		found = at
	}
	if at == hi || !strings.HasPrefix(g.keyOf(at), string(key)) {
		return found, span{at, at}
	}
	return found, span{at, hi}
}

// all is the range of all keys.
func (g *gazetteer) all() span { return span{0, g.keys} }

// postings returns the range of the postings of a key.
func (g *gazetteer) postings(key int) (first, last int) {
	return int(u32(g.postAt, key)), int(u32(g.postAt, key+1))
}

// posting returns the site and the use of a name.
func (g *gazetteer) posting(i int) (site int, use NameUse) {
	v := u32(g.post, i)
	return int(v & 0xffffff), NameUse(v >> 24)
}
