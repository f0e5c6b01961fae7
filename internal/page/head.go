package page

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// findings are the places of a page that speak of its article.
type findings struct {
	title    string              // of the document
	h1, h2   []string            // less those that name the site
	meta     map[string][]string // contents of meta tags by name, property or itemprop, in lower case
	scripts  []string            // JSON-LD
	lang     string
	canon    string
	times    []string // of time elements, those marked as publication first
	pubtime  []string
	authors  []string // marked up as authors by itemprop or rel
	bylines  []string // by class
	datelike []string // elements whose class speaks of a date
	alts     []string // words that stand for pictures
	elements int
	work     int // bytes of text, each as often as elements stand around it
}

// gather walks a page once for what its markup says of the article.
func (x *Extractor) gather(doc *html.Node) *findings {
	f := &findings{meta: map[string][]string{}}
	f.walk(x, doc, context{}, 0)
	return f
}

func (f *findings) walk(x *Extractor, n *html.Node, in context, depth int) {
	if n.Type == html.TextNode {
		f.work += depth * len(n.Data)
	}
	if n.Type == html.ElementNode {
		f.elements++
		switch n.DataAtom {
		case atom.Html:
			f.lang = attr(n, "lang")
			if f.lang == "" {
				f.lang = attr(n, "xml:lang")
			}
		case atom.Title:
			if f.title == "" && n.FirstChild != nil && n.Parent != nil && n.Parent.DataAtom != atom.Svg {
				f.title = words(n.FirstChild.Data)
			}
			return
		case atom.Meta:
			f.metaTag(n)
			return
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				f.canon = attr(n, "href")
			}
			return
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil && len(f.scripts) < 50 {
				f.scripts = append(f.scripts, n.FirstChild.Data)
			}
			return
		case atom.Style, atom.Svg, atom.Noscript, atom.Template:
			return
		case atom.Img:
			if alt := words(attr(n, "alt")); alt != "" && len(alt) < 60 && len(f.alts) < most {
				f.alts = append(f.alts, alt)
			}
		case atom.H1:
			if !namesSite(n) {
				f.h1 = append(f.h1, heading(n))
			}
		case atom.H2:
			if len(f.h2) < 10 {
				f.h2 = append(f.h2, heading(n))
			}
		}
		in = x.enter(n, in)
		f.marked(n, in)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.walk(x, c, in, depth+1)
	}
}

func (f *findings) metaTag(n *html.Node) {
	content := words(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		if k := strings.ToLower(attr(n, key)); k != "" && len(f.meta[k]) < 20 {
			f.meta[k] = append(f.meta[k], content)
		}
	}
}

// most is how many elements of one kind are noted.
const most = 40

func (f *findings) marked(n *html.Node, in context) {
	prop := strings.ToLower(attr(n, "itemprop"))
	if in.hints&hintComment == 0 || prop != "" {
		switch {
		case strings.Contains(prop, "datepublished"):
			if v := first(attr(n, "content"), attr(n, "datetime"), textOf(n)); len(f.pubtime) < most {
				f.pubtime = append(f.pubtime, v)
			}
		case n.DataAtom == atom.Time:
			v := first(attr(n, "datetime"), textOf(n))
			if len(f.times) < most {
				if has(n, "pubdate") {
					f.pubtime = append(f.pubtime, v)
				}
				f.times = append(f.times, v)
			}
		}
		if prop == "author" || strings.EqualFold(attr(n, "rel"), "author") {
			if name := person(n); name != "" && len(f.authors) < most {
				f.authors = append(f.authors, name)
			}
		}
		if c := attr(n, "class") + " " + attr(n, "id"); len(c) > 1 && len(c) < 200 && in.hints&hintComment == 0 {
			own := nameSet(c)
			if (own["author"] || own["byline"] || own["autor"] || own["authors"] || own["writer"] || own["auteur"] || own["auteurs"] || own["reporter"] || own["wroteby"] || own["writtenby"] || own["postedby"]) && len(f.bylines) < most {
				if t := textOf(n); t != "" && len(t) < 120 {
					f.bylines = append(f.bylines, t)
				}
			}
			if (own["date"] || own["published"] || own["time"] || own["datum"] || own["timestamp"] || own["pubdate"] || own["dateline"] || own["meta"] || own["info"] || own["datetime"] || own["postdate"]) && len(f.datelike) < most {
				if t := textOf(n); t != "" && len(t) < 160 {
					f.datelike = append(f.datelike, t)
				}
			}
		}
	}
}

// heading returns the words of a heading less a kicker that stands above them
// within it.
func heading(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node, bool)
	walk = func(n *html.Node, top bool) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		if skipped(n) || !top && n.Type == html.ElementNode && kicks(attr(n, "class")) {
			return
		}
		if n.DataAtom == atom.Br || breaks(n.DataAtom) {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, false)
		}
	}
	walk(n, true)
	if t := words(b.String()); t != "" {
		return t
	}
	return textOf(n)
}

// kicks reports whether a class names the line above a headline.
func kicks(class string) bool {
	if class == "" || len(class) > 200 {
		return false
	}
	before := ""
	for w := range nameWords(class) {
		switch w {
		case "kicker", "subtitle", "overline", "topline", "roofline", "dachzeile", "eyebrow", "preheadline", "pretitle", "spitzmarke", "supertitle", "overtitle", "category", "label":
			return true
		}
		switch before + w {
		case "preheadline", "pretitle", "overline", "topline", "supertitle", "dachzeile", "roofline", "headlineintro", "headlineprefix":
			return true
		}
		before = w
	}
	return false
}

// namesSite reports whether a heading is the site's name: its class or id says
// so, or all of it is a link to the front page.
func namesSite(n *html.Node) bool {
	if c := attr(n, "class") + " " + attr(n, "id"); len(c) < 200 {
		own := nameSet(c)
		if own["sitetitle"] || own["sitename"] || own["blogtitle"] || own["logo"] || own["masthead"] {
			return true
		}
	}
	var link *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.ElementNode && c.DataAtom == atom.Span && link == nil && n.FirstChild == c && c.NextSibling == nil:
			return namesSite(c)
		case c.Type == html.ElementNode && c.DataAtom == atom.A && link == nil:
			link = c
		case c.Type == html.ElementNode, c.Type == html.TextNode && words(c.Data) != "":
			return false
		}
	}
	if link == nil {
		return false
	}
	u, err := url.Parse(attr(link, "href"))
	return strings.EqualFold(attr(link, "rel"), "home") || err == nil && (u.Host != "" || u.Path == "/") && strings.Trim(u.Path, "/") == "" && u.RawQuery == "" && u.Fragment == ""
}

func nameSet(c string) map[string]bool {
	m := map[string]bool{}
	before := ""
	for w := range nameWords(c) {
		m[w] = true
		m[before+w] = true
		before = w
	}
	return m
}

// person returns the name an element marked up as an author gives.
func person(n *html.Node) string {
	var name string
	var find func(*html.Node)
	find = func(k *html.Node) {
		if name == "" && k.Type == html.ElementNode && strings.EqualFold(attr(k, "itemprop"), "name") {
			name = first(attr(k, "content"), textOf(k))
		}
		for c := k.FirstChild; c != nil && name == ""; c = c.NextSibling {
			find(c)
		}
	}
	find(n)
	if name == "" {
		name = first(attr(n, "content"), textOf(n))
	}
	if len(name) > 100 {
		return ""
	}
	return words(name)
}

func first(of ...string) string {
	for _, s := range of {
		if s != "" {
			return s
		}
	}
	return ""
}

// get returns the first content of the first of these meta tags that there is.
func (f *findings) get(names ...string) string {
	for _, n := range names {
		if v := f.meta[n]; len(v) > 0 {
			return v[0]
		}
	}
	return ""
}

// all returns the contents of all these meta tags.
func (f *findings) all(names ...string) (out []string) {
	for _, n := range names {
		out = append(out, f.meta[n]...)
	}
	return out
}

// address is the page's own address for itself.
func (f *findings) address(from string) string {
	if from != "" {
		return from
	}
	for _, s := range []string{f.canon, f.get("og:url")} {
		if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return s
		}
	}
	return ""
}
