package place

import (
	"encoding/binary"
	"math"
	"slices"
	"strings"

	"sayso/internal/lexicon"
)

// Builder gathers sites and writes a gazetteer.
type Builder struct {
	sites []Site
	names map[string][]uint32
}

// Add adds a site and returns its number.
func (b *Builder) Add(s Site) int {
	b.sites = append(b.sites, s)
	n := len(b.sites) - 1
	b.Name(n, s.Name, MainName)
	return n
}

// Name adds a name of a site. Of several uses of one name the first counts,
// but what is once allowed in small letters stays so.
func (b *Builder) Name(site int, name string, use NameUse) {
	key := lexicon.Fold(name)
	if len(key) < 2 || len(key) > 60 {
		return
	}
	if b.names == nil {
		b.names = map[string][]uint32{}
	}
	for i, p := range b.names[key] {
		if int(p&0xffffff) == site {
			if use&CapsOnly == 0 { // "KY" and "Ky."
				b.names[key][i] &^= uint32(CapsOnly) << 24
			}
			return
		}
	}
	b.names[key] = append(b.names[key], uint32(site)|uint32(use)<<24)
}

// Short adds a short form of a site's name; see ShortOnly.
func (b *Builder) Short(site int, name string) {
	use := ShortOnly
	if strings.ToUpper(name) == name {
		use |= CapsOnly
	}
	b.Name(site, name, use)
}

// MarkCommon marks every name whose folded form is a common word.
func (b *Builder) MarkCommon(isCommon func(key string) bool) {
	for key, list := range b.names {
		if isCommon(key) {
			for i := range list {
				list[i] |= uint32(Common) << 24
			}
		}
	}
}

// Sites returns how many sites were added; Site returns one of them.
func (b *Builder) Sites() int { return len(b.sites) }

// Site returns a site that was added.
func (b *Builder) Site(i int) *Site { return &b.sites[i] }

// Bytes returns the gazetteer. The same sites and names give the same bytes.
func (b *Builder) Bytes() []byte {
	keys := make([]string, 0, len(b.names))
	for k := range b.names {
		keys = append(keys, k)
	}
	slices.Sort(keys)

	var first, keyAt, postAt, post, site, division, key, name []byte
	le := binary.LittleEndian
	postings, pair := 0, 0
	for i, k := range keys {
		for ; pair <= int(k[0])<<8|int(k[1]); pair++ {
			first = le.AppendUint32(first, uint32(i))
		}
		keyAt = le.AppendUint32(keyAt, uint32(len(key)))
		key = append(key, k...)
		postAt = le.AppendUint32(postAt, uint32(postings))
		list := b.names[k]
		slices.SortStableFunc(list, func(x, y uint32) int {
			return int(b.sites[y&0xffffff].People) - int(b.sites[x&0xffffff].People)
		})
		for _, p := range list {
			post = le.AppendUint32(post, p)
		}
		postings += len(list)
	}
	for ; pair <= pairs; pair++ {
		first = le.AppendUint32(first, uint32(len(keys)))
	}
	keyAt = le.AppendUint32(keyAt, uint32(len(key)))
	postAt = le.AppendUint32(postAt, uint32(postings))

	divisions, names := map[string]int{}, map[string]int{}
	for _, s := range b.sites {
		d, found := divisions[s.Division]
		if !found {
			d = len(divisions)
			divisions[s.Division] = d
			var cell [8]byte
			copy(cell[:], s.Division)
			division = append(division, cell[:]...)
		}
		n, found := names[s.Name]
		if !found {
			n = len(name)
			names[s.Name] = n
			name = append(append(name, s.Name...), 0)
		}
		var country [2]byte
		copy(country[:], s.Country)
		site = le.AppendUint32(site, uint32(s.GeoNames))
		site = le.AppendUint32(site, uint32(int32(math.Round(s.Lat*1e4))))
		site = le.AppendUint32(site, uint32(int32(math.Round(s.Lon*1e4))))
		site = le.AppendUint32(site, s.People)
		site = le.AppendUint32(site, uint32(n))
		site = append(site, country[:]...)
		site = le.AppendUint16(site, uint16(d))
		site = le.AppendUint16(site, uint16(s.District))
		site = append(site, byte(s.Kind), s.Rank)
	}

	out := []byte(magic)
	for _, n := range []int{len(keys), postings, len(b.sites), len(divisions), len(key), len(name)} {
		out = le.AppendUint32(out, uint32(n))
	}
	return slices.Concat(out, first, keyAt, postAt, post, site, division, key, name)
}
