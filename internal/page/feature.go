package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// scored is a block with what is known of its surroundings.
type scored struct {
	*block
	letters int
	t, r    float64 // shares of it that the two extractors took
	te, re  bool    // they took it as a whole
	core    bool    // surely part of the article
}

// study notes what the extractors made of every block and finds the core.
func study(blocks []block, t, r opinion) []scored {
	out := make([]scored, len(blocks))
	silent := len(t.grams) == 0 && len(r.grams) == 0
	for i := range blocks {
		b := &blocks[i]
		s := scored{block: b, letters: letters(b.text)}
		if silent { // our own rough opinion stands in
			s.te = s.letters >= 60 && 3*b.link < len(b.text) && !b.within.hidden && !b.within.nav && !b.within.footer && !b.within.aside &&
				b.within.hints&(hintComment|hintRelated|hintAd|hintHidden) == 0
			s.t, s.r, s.re = whole(s.te), whole(s.te), s.te
			out[i] = s
			continue
		}
		s.t, s.te = t.covers(b.text), t.holds(b.text)
		s.r, s.re = r.covers(b.text), r.holds(b.text)
		if s.letters < 20 { // words that any text has
			s.t, s.r = whole(s.te), whole(s.re)
		}
		out[i] = s
	}
	some := false
	for _, want := range []func(*scored) bool{
		func(s *scored) bool { return s.t > .5 && s.r > .5 },
		func(s *scored) bool { return s.t > .5 || s.r > .5 },
		func(s *scored) bool { return s.tag == atom.P && !s.within.hidden },
	} {
		for i := range out {
			s := &out[i]
			s.core = s.letters >= 60 && 3*s.link < len(s.text) && s.within.hints&hintComment == 0 && want(s)
			some = some || s.core
		}
		if some {
			break
		}
	}
	return out
}

func whole(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// path names the kind of element a block stands in: tags and classes of the
// element and its parent.
func path(n *html.Node) string {
	if n == nil {
		return ""
	}
	s := n.Data + "." + attr(n, "class")
	if p := n.Parent; p != nil {
		s += "<" + p.Data + "." + attr(p, "class")
	}
	return s
}

// container returns the deepest element that holds four fifths of the core's
// letters, and the number of those letters that stand right below it.
func container(all []scored) *html.Node {
	weight := map[*html.Node]int{}
	total := 0
	for i := range all {
		if !all[i].core {
			continue
		}
		total += all[i].letters
		for n := all[i].node; n != nil; n = n.Parent {
			weight[n] += all[i].letters
		}
	}
	var best *html.Node
	for i := range all {
		if !all[i].core {
			continue
		}
		for n := all[i].node; n != nil; n = n.Parent {
			if weight[n]*5 >= total*4 {
				if best == nil || weight[n] < weight[best] || depth(n) > depth(best) && weight[n] == weight[best] {
					best = n
				}
				break
			}
		}
	}
	return best
}

func depth(n *html.Node) (d int) {
	for ; n != nil; n = n.Parent {
		d++
	}
	return d
}

func inside(n, in *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == in {
			return true
		}
	}
	return false
}

// surroundings are what the blocks of a page are judged against.
type surroundings struct {
	all         []scored
	first, last int // the core's first and last block, -1 where it has none
	box         *html.Node
	boxHints    hint
	title       string             // folded headline and page title
	disagree    bool               // the extractors took quite different parts
	paths       map[string]int     // letters of the core by path
	parents     map[*html.Node]int // and by parent element
	letters     int                // of the core
}

func (x *Extractor) surround(all []scored, titles []string) *surroundings {
	s := &surroundings{all: all, first: -1, last: -1, paths: map[string]int{}, parents: map[*html.Node]int{}}
	both, either := 0, 0
	for i := range all {
		if all[i].core {
			if s.first < 0 {
				s.first = i
			}
			s.last = i
			s.letters += all[i].letters
			s.paths[path(all[i].node)] += all[i].letters
			s.parents[all[i].node.Parent] += all[i].letters
		}
		if all[i].letters >= 60 {
			if all[i].t > .5 || all[i].r > .5 {
				either += all[i].letters
			}
			if all[i].t > .5 && all[i].r > .5 {
				both += all[i].letters
			}
		}
	}
	s.disagree = both*2 < either
	if s.box = container(all); s.box != nil {
		in := context{}
		for n := s.box; n != nil; n = n.Parent {
			if n.Type == html.ElementNode {
				in = x.enter(n, in)
			}
		}
		s.boxHints = in.hints
	}
	for _, t := range titles {
		s.title += "\x00" + plain(t) + "\x00"
	}
	return s
}

// plain is a text's letters and digits in lower case, one blank between words.
func plain(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		} else if r != '\'' && r != '’' {
			gap = true
		}
	}
	return b.String()
}

func bin(v float64, name string) string {
	switch {
	case v <= 0:
		return name + "=0"
	case v <= .5:
		return name + "<.5"
	case v <= .9:
		return name + "<.9"
	}
	return name + "=1"
}

func size(n int) string {
	switch {
	case n < 12:
		return "12"
	case n < 25:
		return "25"
	case n < 50:
		return "50"
	case n < 100:
		return "100"
	case n < 200:
		return "200"
	}
	return "more"
}

func away(n int) string {
	switch {
	case n <= 1:
		return "1"
	case n == 2:
		return "2"
	case n <= 4:
		return "4"
	case n <= 8:
		return "8"
	}
	return "far"
}

// features lists what is to be said of block i for or against its being part
// of the article.
func (s *surroundings) features(x *Extractor, i int) []string {
	b := &s.all[i]
	f := make([]string, 0, 48)
	add := func(name string, when bool) {
		if when {
			f = append(f, name)
		}
	}
	f = append(f, "bias", bin(b.t, "t"), bin(b.r, "r"))
	short := size(b.letters)
	both := "tr=" + yes(b.t > .5) + yes(b.r > .5)
	whole := "whole=" + yes(b.te) + yes(b.re)
	tag := b.tag.String()
	if len(tag) == 2 && tag[0] == 'h' {
		tag = "h"
	}
	linked := "link=" + density(b.link, len(b.text))
	end := "end=" + yes(ending(b.text))
	f = append(f, both, whole, "tag="+tag, linked, "size="+short, end, both+" "+whole+" size="+short, both+" tag="+tag, both+" "+linked, "tag="+tag+" size="+short+" "+end)
	place := "no core"
	switch {
	case s.first < 0:
	case i < s.first:
		place = "before " + away(s.first-i)
	case i > s.last:
		place = "after " + away(i-s.last)
	default:
		place = "inside"
	}
	where, _, _ := strings.Cut(place, " ")
	f = append(f, place, place+" "+both, place+" "+end+" size="+short)
	add("in box", s.box != nil && inside(b.node, s.box))
	add("under box", s.box != nil && b.node.Parent == s.box)
	add("in box tr="+yes(b.t > .5)+yes(b.r > .5), s.box != nil && inside(b.node, s.box))
	alike, beside := share(s.paths[path(b.node)], s.letters), share(s.parents[b.node.Parent], s.letters)
	f = append(f, "alike="+alike, "beside="+beside, "alike="+alike+" "+both, "beside="+beside+" "+both, "alike="+alike+" size="+short+" "+end, "beside="+beside+" tag="+tag)
	add("core before", i > 0 && s.all[i-1].core)
	add("core after", i+1 < len(s.all) && s.all[i+1].core)
	add("core around", i > 0 && s.all[i-1].core && i+1 < len(s.all) && s.all[i+1].core)
	add("core", b.core)
	add("disagree "+both, s.disagree)
	own := b.within.hints &^ s.boxHints
	for k, name := range hintOrder {
		bit := hint(1) << k
		add("hint "+name, own&bit != 0)
		add("hint "+name+" "+both, own&bit != 0)
		add("hint "+name+" "+where+" "+end, own&bit != 0)
		add("hint of the box "+name, s.boxHints&b.within.hints&bit != 0)
	}
	w := &b.within
	for _, c := range []struct {
		name string
		set  bool
	}{{"nav", w.nav}, {"header", w.header}, {"footer", w.footer}, {"aside", w.aside}, {"figure", w.figure}, {"table", w.table}, {"list", w.list},
		{"quote", w.quote}, {"form", w.form}, {"article", w.article}, {"main", w.main}, {"hidden", w.hidden}, {"body", w.body}} {
		add("in "+c.name, c.set)
		add("in "+c.name+" "+both, c.set)
	}
	begins, has := x.speaks(b.text)
	add("phrase begins", begins)
	add("phrase begins size="+short, begins)
	add("phrase begins "+both+" "+where, begins)
	add("phrase within", has)
	add("phrase within size="+short, has)
	add("capitals", b.letters > 8 && strings.ToUpper(b.text) == b.text)
	add("capitals "+linked, b.letters > 8 && strings.ToUpper(b.text) == b.text)
	f = append(f, linked+" "+end+" size="+short, linked+" tag="+tag+" "+where, linked+" "+end+" "+where)
	p := plain(b.text)
	add("title", p != "" && strings.Contains(s.title, "\x00"+p+"\x00"))
	add("part of the title", len(p) > 12 && strings.Contains(s.title, p))
	add("by", strings.HasPrefix(p, "by ") && b.letters < 60)
	add("year", b.letters < 50 && hasYear(b.text))
	add("colon", strings.HasSuffix(b.text, ":") && b.letters < 60)
	add("lines", strings.Contains(b.text, "\n"))
	add("again", i > 0 && s.repeated(i, p))
	return f
}

func share(part, all int) string {
	switch {
	case part == 0:
		return "0"
	case part*5 < all:
		return ".2"
	case part*2 < all:
		return ".5"
	}
	return "1"
}

// repeated reports whether a near earlier block has the same words.
func (s *surroundings) repeated(i int, p string) bool {
	for k := max(0, i-12); k < i; k++ {
		if s.all[k].letters == s.all[i].letters && plain(s.all[k].text) == p {
			return true
		}
	}
	return false
}

var hintOrder = []string{"comment", "related", "share", "meta", "caption", "ad", "frame", "hidden", "body", "summary", "title", "quote"}

func yes(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func density(link, all int) string {
	switch {
	case link == 0:
		return "0"
	case link*5 < all:
		return ".2"
	case link*2 < all:
		return ".5"
	case link*10 < all*9:
		return ".9"
	}
	return "1"
}

func ending(s string) bool {
	return strings.ContainsRune(".?!:;…।。", lastRune(s))
}

func hasYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '1' && s[i+1] == '9' || s[i] == '2' && s[i+1] == '0') && digit(s[i+2]) && digit(s[i+3]) && (i+4 == len(s) || !digit(s[i+4])) {
			return true
		}
	}
	return false
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
