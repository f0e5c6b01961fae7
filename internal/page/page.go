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
	begin, within []string // phrases by which a page speaks of itself
	weights       map[string]float64
	months        map[string]int
	agencies      map[string]string
}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Extractor, error) {
	x := &Extractor{months: map[string]int{}, agencies: map[string]string{}}
	var errs [5]error
	x.hints, errs[0] = hints(rules)
	x.begin, x.within, errs[1] = phrases(rules)
	x.weights, errs[2] = weigh(rules)
	var t *lexicon.Table
	if t, errs[3] = lexicon.Read(rules, "dateline/months.tsv", lexicon.Open("word"), lexicon.Open("month")); errs[3] == nil {
		for _, r := range t.Rows {
			x.months[r.Cells[0]], _ = strconv.Atoi(r.Cells[1]) // package dateline checks the column
		}
	}
	if t, errs[4] = lexicon.Read(rules, "dateline/agencies.tsv", lexicon.Open("printed"), lexicon.Open("name")); errs[4] == nil {
		for _, r := range t.Rows {
			x.agencies[r.Cells[0]] = r.Cells[1]
		}
	}
	return x, errors.Join(errs[:]...)
}

// Extract returns the article of a page given as UTF-8, with Text empty where
// the page has none. from is where it came from, "" where unknown.
func (x *Extractor) Extract(page []byte, from string) (sayso.Article, []sayso.Gap) {
	doc, err := parse(page)
	if err != nil {
		return sayso.Article{}, []sayso.Gap{{Stage: "page", Why: "the page could not be parsed: " + err.Error()}}
	}
	var gaps []sayso.Gap
	note := func(why string) { gaps = append(gaps, sayso.Gap{Stage: "page", Why: why}) }

	f := x.gather(doc)
	l := linked(f.scripts, append([]string{f.title, f.get("og:title")}, f.h1...))
	blocks, whole := x.cut(doc)
	a := x.about(f, l, from, blocks)
	if !whole {
		note(fmt.Sprintf("the page has more than %d MB of text; the rest was left out", maxText>>20))
	}
	var t, r opinion
	if len(page) <= maxOpinion && f.elements <= maxElements && f.work <= maxWork {
		at, _ := url.Parse(a.URL)
		t, r = x.opinions(doc, at)
	} else {
		note("the page is too large for a second opinion on what of it is the article")
	}
	body := x.body(blocks, t, r, a.Headline, f)
	if body == "" && len(l.body) > 200 {
		body = fromJSON(l.body)
		note("the page shows no article; the text is the one its metadata carries")
	}
	if body == "" {
		return sayso.Article{URL: a.URL}, append(gaps, sayso.Gap{Stage: "page", Why: "no article found in the page"})
	}
	switch {
	case a.Headline == "" || strings.HasPrefix(body, a.Headline):
		a.Text = body
	default:
		a.Text = a.Headline + "\n\n" + body
	}
	return a, gaps
}

// about puts together what the page says of its article.
func (x *Extractor) about(f *findings, l ledger, from string, blocks []block) sayso.Article {
	a := sayso.Article{URL: f.address(from)}
	host := hostName(a.URL)
	a.Outlet = words(first(f.get("og:site_name"), l.outlet, f.get("application-name", "dc.publisher", "apple-mobile-web-app-title", "parsely-site")))
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
func (x *Extractor) body(blocks []block, t, r opinion, headline string, f *findings) string {
	titles := append([]string{headline, f.title, f.get("og:title")}, f.h1...)
	s := x.surround(study(blocks, t, r), titles)
	take := s.decide(x.score(s))
	var b strings.Builder
	head := plain(headline)
	for i := range take {
		if !take[i] || b.Len() == 0 && plain(blocks[i].text) == head {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(blocks[i].text)
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
