package syntax

import "sayso/internal/text"

// Shape is the size of the network.
type Shape struct {
	Embed  int // of a word's embedding
	Hidden int // of one direction of a recurrent layer
	Layers int // recurrent layers
	Names  int // of one direction of the recurrent layer for names
	Arc    int // of the space in which words meet their heads
	Label  int // of the space in which relations are told apart
	Split  int // of the sentence splitter's hidden layer
}

const (
	// Rels is the number of relations, "_" among them.
	Rels = int(text.RelXcomp) + 1
	// NameTags is the number of tags that mark names.
	NameTags = int(text.InsidePlace) + 1

	// The sentence splitter sees the words at SplitFrom and after, and CutFeatures more.
	SplitFrom   = -3
	SplitWindow = 6
	CutFeatures = 16

	// Distances is the number of classes of distance between word and head.
	Distances   = 2*(maxDistance+8) + 1
	maxDistance = 16
)

// DistanceOf returns the class of the distance from word i to head j: each up
// to 16 has its own, beyond that every doubling.
func DistanceOf(i, j int) int {
	d := j - i
	sign := 1
	if d < 0 {
		d, sign = -d, -1
	}
	if d > maxDistance {
		c := maxDistance
		for limit := maxDistance; d > limit && c < maxDistance+8; limit *= 2 {
			c++
		}
		d = c
	}
	return maxDistance + 8 + sign*d
}

// SetCutFeatures writes what the splitter is told beside the words: whether
// the rules begin a sentence at a word, whether a paragraph begins at it, and
// whether one begins after it.
func SetCutFeatures(out []float32, rules, begins, ends bool) {
	for i, on := range [...]bool{rules, begins, ends} {
		if on {
			out[i] = 1
		}
	}
}

// SameRelation reports whether two relations agree up to their subtype.
func SameRelation(a, b uint8) bool { return a == b || universal[a] == universal[b] }

// universal holds each relation without its subtype, by the first that has it.
var universal = func() (u [256]uint8) {
	seen := map[string]uint8{}
	for r := range Rels {
		name := text.Rel(r).String()
		for i := range name {
			if name[i] == ':' {
				name = name[:i]
				break
			}
		}
		if _, ok := seen[name]; !ok {
			seen[name] = uint8(r)
		}
		u[r] = seen[name]
	}
	return u
}()

// NameTurns is how many scores a chain of name tags has for one tag after
// another: eight rows, of what each tag adds after the tag of the row. The last
// row is for what a sentence begins with.
const NameTurns = 64

// DecodeNames finds the best sequence of name tags in which an inside follows
// its like. scores has 16 values for each word, of which NameTags count.
func DecodeNames(scores, turns []float32, out []uint8) {
	n := len(out)
	if n == 0 {
		return
	}
	allowed := func(before, tag int) bool { return tag == 0 || tag&1 == 1 || before == tag || before == tag-1 }
	back := make([][NameTags]uint8, n)
	var best [NameTags]float32
	for tag := range best {
		best[tag] = scores[tag] + turns[NameTags*8+tag]
		if tag > 0 && tag&1 == 0 {
			best[tag] = -1e30
		}
	}
	for i := 1; i < n; i++ {
		var next [NameTags]float32
		for tag := range next {
			from := -1
			var top float32
			for before := range best {
				if s := best[before] + turns[before*8+tag]; allowed(before, tag) && (from < 0 || s > top) {
					from, top = before, s
				}
			}
			next[tag], back[i][tag] = top+scores[i*16+tag], uint8(from)
		}
		best = next
	}
	at := 0
	for tag, s := range best {
		if s > best[at] {
			at = tag
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = uint8(at)
		at = int(back[i][at])
	}
}
