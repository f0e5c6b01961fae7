// Package page gets the article out of a web page.
//
// What the page says of itself (JSON-LD, meta tags, markup) gives headline,
// authors, time and outlet. For the body the page is cut into blocks; two
// extractors say which of them they would take, and a weighted vote over their
// opinions and what the markup tells decides. The words are always the page's
// own, so that leads and datelines, which extractors drop, can be looked up
// again.
package page

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"sayso"
	"sayso/internal/lexicon"
)

// Limits of a page.
const (
	maxText     = 2 << 20 // bytes of text taken from one page
	maxElements = 30_000  // of a page that is shown to third-party extractors
	maxOpinion  = 8 << 20 // bytes of such a page
	maxWork     = 1 << 26 // bytes of its text, each as often as elements stand around it: extractors walk up and down
)

// Extractor gets articles out of pages. It is safe for concurrent use.
type Extractor struct {
	hints         map[string]hint
	noAuthor      map[string]bool // what stands where an author would and names none
	begin, within []string        // phrases by which a page speaks of itself
	weights       map[string]float64
	months        map[string]int
	agencies      map[string]string
}

// New loads the tables below the rules folder and the weights page.tsv; an
// error names file and line.
func New(rules, models fs.FS) (*Extractor, error) {
	x, err1 := Untrained(rules)
	var err2 error
	x.weights, err2 = weigh(models)
	return x, errors.Join(err1, err2)
}

func (x *Extractor) load(rules fs.FS) error {
	var err error
	x.hints, err = hints(rules)
	l := lexicon.NewLoader(rules, "dateline")
	l.Fail(err)
	l.Fail(x.phrases(rules))
	for _, r := range l.Rows("months.tsv", lexicon.Open("word"), lexicon.Open("month")) {
		x.months[r.Cells[0]], _ = strconv.Atoi(r.Cells[1]) // package dateline checks the column
	}
	for _, r := range l.Rows("agencies.tsv", lexicon.Open("printed"), lexicon.Open("name")) {
		x.agencies[r.Cells[0]] = r.Cells[1]
	}
	return l.Err()
}

// Extract returns the article of a page given as UTF-8, with Text empty where
// the page has none. from is where it came from, "" where unknown.
func (x *Extractor) Extract(page []byte, from string) (sayso.Article, []sayso.Gap) {
	p, err := x.open(page, from)
	if err != nil {
		return sayso.Article{}, []sayso.Gap{{Stage: "page", Why: "the page could not be parsed: " + err.Error()}}
	}
	var gaps []sayso.Gap
	note := func(why string) { gaps = append(gaps, sayso.Gap{Stage: "page", Why: why}) }
	if !p.whole {
		note(fmt.Sprintf("the page has more than %d MB of text; the rest was left out", maxText>>20))
	}
	if !p.asked {
		note("the page is too large for a second opinion on what of it is the article")
	}
	a, l := p.about, p.linked
	body := x.body(p)
	if body == "" && len(l.body) > 200 {
		body = fromJSON(l.body)
		note("the page shows no article; the text is the one its metadata carries")
	}
	if body == "" {
		return sayso.Article{URL: a.URL}, append(gaps, sayso.Gap{Stage: "page", Why: "no article found in the page"})
	}
	if first, _, _ := strings.Cut(body, "\n"); len(first) >= 20 && strings.HasSuffix(a.Headline, ": "+first) {
		a.Headline = first // the document's title has a label before it
	}
	switch {
	case a.Headline == "" || strings.HasPrefix(body, a.Headline):
		a.Text = body
	default:
		a.Text = a.Headline + "\n\n" + body
	}
	return a, gaps
}

// opened is a page with all that was found in it.
type opened struct {
	findings *findings
	linked   ledger
	about    sayso.Article // what the page says of its article
	blocks   []block
	whole    bool    // the blocks are all of the page
	t, r     opinion // the extractors'
	asked    bool    // they were asked
}

func (x *Extractor) open(page []byte, from string) (*opened, error) {
	doc, err := parse(page)
	if err != nil {
		return nil, err
	}
	f := x.gather(doc)
	p := &opened{findings: f, linked: linked(f.scripts, append([]string{f.title, f.get("og:title")}, f.h1...))}
	p.blocks, p.whole = x.cut(doc)
	p.about = x.about(f, p.linked, from, p.blocks)
	if p.asked = len(page) <= maxOpinion && f.elements <= maxElements && f.work <= maxWork; p.asked {
		at, _ := url.Parse(p.about.URL)
		p.t, p.r = x.opinions(doc, at)
	}
	return p, nil
}

// titles are the names that the page gives its article.
func (p *opened) titles() []string {
	return append([]string{p.about.Headline, p.findings.title, p.findings.get("og:title")}, p.findings.h1...)
}

// about puts together what the page says of its article.
func (x *Extractor) about(f *findings, l ledger, from string, blocks []block) sayso.Article {
	a := sayso.Article{URL: f.address(from)}
	host := hostName(a.URL)
	if l.site != "" && siteName(plain(l.site), "", host) { // the publisher may be a holding
		l.outlet = l.site
	}
	a.Outlet = words(first(f.get("og:site_name"), l.outlet, l.site, f.get("application-name", "dc.publisher", "apple-mobile-web-app-title", "parsely-site")))
	a.Headline = words(html.UnescapeString(f.headline(l, a.Outlet, host)))
	if a.Outlet == "" {
		a.Outlet = f.site(a.Headline, host, blocks)
	}
	a.Language = strings.ReplaceAll(first(f.lang, f.get("content-language", "language", "dc.language", "inlanguage"), l.language, f.get("og:locale")), "_", "-")
	if i := strings.IndexAny(a.Language, ",; "); i >= 0 {
		a.Language = a.Language[:i]
	}
	for _, name := range x.writers(f, l, a.Outlet, host, blocks) {
		a.Authors = append(a.Authors, words(html.UnescapeString(name)))
	}
	a.Byline = strings.Join(a.Authors, ", ")
	a.Agency = x.agencies[strings.ToLower(l.agency)]
	for _, name := range a.Authors {
		if a.Agency == "" {
			a.Agency = x.agencies[strings.ToLower(name)]
		}
	}
	if d := x.published(f, l, a.URL, blocks); d != "" {
		a.Published, a.PublishedFrom = d, sayso.PublishedMetadata
	}
	return a
}

// cut returns the blocks of a page, and whether they are all of it.
func (x *Extractor) cut(doc *html.Node) ([]block, bool) {
	c := cutter{x: x, room: maxText}
	c.walk(doc, doc, 0, 0, context{}, false)
	c.flush(doc, 0, 0, context{})
	return c.blocks, c.room > 0
}

// body returns the article's paragraphs, a blank line between them.
func (x *Extractor) body(p *opened) string {
	s := x.surround(study(p.blocks, p.t, p.r), p.titles())
	take := s.decide(x.score(s))
	var b strings.Builder
	head := plain(p.about.Headline)
	for i := range take {
		if !take[i] || b.Len() == 0 && plain(p.blocks[i].text) == head {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p.blocks[i].text)
	}
	return b.String()
}

// fromJSON makes paragraphs of an article body in linked data.
func fromJSON(s string) string {
	s = html.UnescapeString(s)
	var out []string
	for line := range strings.Lines(s) {
		if line = words(line); line != "" {
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n\n")
}
