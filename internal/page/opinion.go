package page

import (
	"net/url"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// opinion is what an extractor took for the article.
type opinion struct {
	grams map[uint64]struct{} // the runs of one, two and three words of it
	whole map[uint64]struct{} // its blocks
}

// opinions asks two extractors what the article is. Neither changes doc.
// Whatever goes wrong inside them counts as no opinion.
func (x *Extractor) opinions(doc *html.Node, at *url.URL) (t, r opinion) {
	shielded(func() {
		found, err := trafilatura.ExtractDocument(doc, trafilatura.Options{OriginalURL: at, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled})
		if err == nil {
			t = x.opinion(found.ContentNode)
		}
	})
	shielded(func() {
		p := readability.NewParser()
		p.DisableJSONLD = true
		p.MaxElemsToParse = maxElements
		found, err := p.ParseDocument(doc, at)
		if err == nil && found.Node != nil {
			r = x.opinion(found.Node)
		}
	})
	return t, r
}

// shielded runs third-party code on a page; its panics end there.
func shielded(f func()) {
	defer func() { _ = recover() }()
	f()
}

func (x *Extractor) opinion(n *html.Node) opinion {
	c := cutter{x: x, room: maxText}
	c.walk(n, n, 0, 0, context{}, false)
	c.flush(n, 0, 0, context{})
	o := opinion{map[uint64]struct{}{}, map[uint64]struct{}{}}
	for i := range c.blocks {
		o.whole[signature(c.blocks[i].text)] = struct{}{}
		grams(c.blocks[i].text, func(h uint64, _ int) { o.grams[h] = struct{}{} })
	}
	return o
}

// covers returns the share of a text's three-word runs that the opinion holds;
// of shorter texts, whether it holds the whole.
func (o opinion) covers(text string) float64 {
	n := min(3, len(strings.Fields(text)))
	all, in := 0, 0
	grams(text, func(h uint64, size int) {
		if size != n {
			return
		}
		all++
		if _, ok := o.grams[h]; ok {
			in++
		}
	})
	if all == 0 {
		return 0
	}
	return float64(in) / float64(all)
}

// holds reports whether one of the opinion's blocks is this text.
func (o opinion) holds(text string) bool {
	_, ok := o.whole[signature(text)]
	return ok
}

// signature is a hash of a text's letters and digits.
func signature(text string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			h = (h ^ uint64(unicode.ToLower(r))) * prime
		}
	}
	return h
}

// grams yields a hash (FNV-1a over letters and digits in lower case) of every
// run of one, two and three words.
func grams(text string, yield func(hash uint64, size int)) {
	const offset, prime = 14695981039346656037, 1099511628211
	var a, b uint64 // hashes of the two words before
	n := 0
	for w := range strings.FieldsSeq(text) {
		h := uint64(offset)
		some := false
		for _, r := range w {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				h = (h ^ uint64(unicode.ToLower(r))) * prime
				some = true
			}
		}
		if !some {
			h = offset + uint64(len(w))
		}
		n++
		yield(h, 1)
		if n > 1 {
			yield((b*31+h)*prime, 2)
		}
		if n > 2 {
			yield(((a*31+b)*31+h)*prime, 3)
		}
		a, b = b, h
	}
}
