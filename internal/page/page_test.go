package page

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"sayso"
	"sayso/rules"
)

func extractor(tb testing.TB) *Extractor {
	tb.Helper()
	x, err := New(rules.FS, os.DirFS("../../models"))
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

const (
	dateline = "SUVA, Fiji, March 2 (Example Wire) — "
	leadText = "Ferry crews in the strait walked out on Monday over pay, and the harbour board closed two of its five berths until further notice."
	second   = "The board said it had offered the crews half of what they had asked for, and that its door was open to them at any hour of the day."
	third    = "Shopkeepers on the outer islands said they had flour for a week, and that the price of a sack had already gone up by a third since the walkout began."
	last     = "Talks are to begin again when the board has heard from the ministry of transport, which did not answer questions on Monday."
)

// sample is a page as news sites make them: menus, sharing, other stories,
// readers' comments and a footer around an article.
func sample(head, article string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>Ferries stay in port as crews strike | Strait Courier</title>` + head + `</head><body>
<header class="site-header"><a href="/">Strait Courier</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<main><article><h1>Ferries stay in port as crews strike</h1>` + article + `
<div class="share-tools"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div></article>
<section class="related-stories"><h2>Read more</h2><ul><li><a href="/1">Lighthouse to be painted for the first time in forty years</a></li><li><a href="/2">School choir sings for the visiting ship</a></li></ul></section>
<section id="comments"><h2>Comments</h2><p>I have waited three hours for the boat and nobody told us a thing, says one reader here.</p></section></main>
<footer><p>Copyright Strait Courier. All rights reserved. <a href="/terms">Terms of use</a></p></footer></body></html>`
}

func paragraphsOf(lines ...string) string {
	return "<p>" + strings.Join(lines, "</p>\n<p>") + "</p>"
}

func TestArticleIsFoundAmongTheFurniture(t *testing.T) {
	a, gaps := extractor(t).Extract([]byte(sample(
		`<meta property="og:site_name" content="Strait Courier"><meta property="article:published_time" content="2020-03-02T18:30:00+12:00"><meta name="author" content="By Ana Petrova and Samir Haddad">`,
		paragraphsOf(dateline+leadText, second, third, last))), "https://courier.example/ferries")
	want := "Ferries stay in port as crews strike\n\n" + dateline + leadText + "\n\n" + second + "\n\n" + third + "\n\n" + last
	if a.Text != want {
		t.Errorf("text:\n%s\nwant:\n%s", a.Text, want)
	}
	if len(gaps) != 0 {
		t.Errorf("gaps %v", gaps)
	}
	if bare, _ := extractor(t).Extract([]byte(sample("", paragraphsOf(leadText, second, third))), ""); bare.Outlet != "Strait Courier" {
		t.Errorf("outlet from the title and the copyright line: %q", bare.Outlet)
	}
	if a.Headline != "Ferries stay in port as crews strike" || a.Outlet != "Strait Courier" || a.Language != "en" || a.URL != "https://courier.example/ferries" ||
		a.Published != "2020-03-02T18:30:00+12:00" || a.PublishedFrom != sayso.PublishedMetadata || strings.Join(a.Authors, "|") != "Ana Petrova|Samir Haddad" {
		t.Errorf("article %+v", a)
	}
}

func TestDatelineAndLeadInElementsOfTheirOwn(t *testing.T) {
	for name, article := range map[string]string{
		"dateline in a span":            `<p><span class="dateline">` + dateline + `</span>` + leadText + `</p>` + paragraphsOf(second, third, last),
		"dateline in a block":           `<div class="location">` + dateline + `</div>` + paragraphsOf(leadText, second, third, last),
		"lead as a summary":             `<div class="article-summary"><p>` + dateline + leadText + `</p></div><div class="body">` + paragraphsOf(second, third, last) + `</div>`,
		"paragraphs by breaks":          `<div class="text">` + dateline + leadText + `<br><br>` + second + `<br><br>` + third + `<br><br>` + last + `</div>`,
		"an advertisement in the midst": paragraphsOf(dateline+leadText, second) + `<div class="ad-slot">Advertisement</div>` + paragraphsOf(third, last),
	} {
		a, _ := extractor(t).Extract([]byte(sample("", article)), "")
		for _, want := range []string{strings.TrimSpace(dateline), leadText, second, third, last} {
			if !strings.Contains(a.Text, want) {
				t.Errorf("%s: %q is missing in\n%s", name, want, a.Text)
			}
		}
		for _, not := range []string{"Advertisement", "Lighthouse", "Tweet", "three hours", "Terms"} {
			if strings.Contains(a.Text, not) {
				t.Errorf("%s: %q is in\n%s", name, not, a.Text)
			}
		}
	}
}

func TestLinkedDataSpeaksFirst(t *testing.T) {
	for name, c := range map[string]struct{ json, published, authors, outlet string }{
		"plain":     {`{"@type":"NewsArticle","headline":"Ferries stay in port as crews strike","datePublished":"2020-03-02T06:30:00Z","author":{"@type":"Person","name":"Ana Petrova"},"publisher":{"name":"Strait Courier"}}`, "2020-03-02T06:30:00Z", "Ana Petrova", "Strait Courier"},
		"graph":     {`{"@graph":[{"@type":"Organization","@id":"#o","name":"Strait Courier"},{"@type":["Article","Thing"],"headline":"Ferries stay in port as crews strike","datePublished":"2020-03-02","author":[{"name":"Ana Petrova"},{"@id":"#p"}],"publisher":{"@id":"#o"}},{"@type":"Person","@id":"#p","name":"Samir Haddad"}]}`, "2020-03-02", "Ana Petrova|Samir Haddad", "Strait Courier"},
		"two":       {`[{"@type":"NewsArticle","headline":"Choir sings","datePublished":"2019-01-01"},{"@type":"NewsArticle","headline":"Ferries stay in port as crews strike","datePublished":"2020-03-02","author":"Ana Petrova"}]`, "2020-03-02", "Ana Petrova", "Strait Courier"},
		"cut short": {`{"@type":"NewsArticle","headline":"Ferr`, "", "", "Strait Courier"},
		"deep":      {strings.Repeat("[", 5000) + strings.Repeat("]", 5000), "", "", "Strait Courier"},
	} {
		a, _ := extractor(t).Extract([]byte(sample(`<script type="application/ld+json">`+c.json+`</script>`, paragraphsOf(leadText, second, third, last))), "")
		if a.Published != c.published || strings.Join(a.Authors, "|") != c.authors || a.Outlet != c.outlet {
			t.Errorf("%s: published %q, authors %q, outlet %q", name, a.Published, a.Authors, a.Outlet)
		}
	}
}

func TestDates(t *testing.T) {
	x := extractor(t)
	for in, want := range map[string]string{
		"2019-11-19": "2019-11-19", "2019-11-19T08:00:00Z": "2019-11-19T08:00:00Z", "2019-11-19T08:00:00+0100": "2019-11-19T08:00:00+01:00", "2019-11-19 08:00:00": "2019-11-19",
		"20191119": "2019-11-19", "Tue, 19 Nov 2019 08:00:00 GMT": "2019-11-19T08:00:00Z", "November 19, 2019": "2019-11-19", "19. November 2019, 08:00 Uhr": "2019-11-19",
		"19 de noviembre de 2019": "2019-11-19", "19.11.2019": "2019-11-19", "11/19/2019": "2019-11-19", "Updated Nov. 19th, 2019": "2019-11-19", "1574150400": "2019-11-19T08:00:00Z",
		"03/04/2019": "", "31.02.2019": "", "soon": "", "Chapter 19 of 2019": "",
	} {
		if got := x.moment(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestOddPages holds what must be true of any page: it ends, in time, with
// valid text or a gap that says why there is none.
func TestOddPages(t *testing.T) {
	x := extractor(t)
	words := strings.Repeat("The harbour board said the strait was open again. ", 200_000)
	for name, page := range map[string]string{
		"empty":              "",
		"blank":              " \n\t",
		"script only":        "<html><body><script>var a = 'the harbour board said';</script></body></html>",
		"truncated":          sample("", paragraphsOf(leadText, second))[:700],
		"cut in a tag":       "<html><body><p>" + leadText + "</p><p class=\"",
		"a million marks":    "<p>" + strings.Repeat(`"`, 1_000_000) + "</p>",
		"deep":               strings.Repeat("<div>", 200_000) + "<p>" + leadText + "</p>",
		"deep inline":        strings.Repeat("<b><i>", 50_000) + leadText,
		"deep tables":        strings.Repeat("<table><tr><td>", 20_000) + leadText,
		"deep lists":         strings.Repeat("<ul><li>", 50_000) + leadText,
		"unclosed links":     strings.Repeat("<a href=x>", 20_000) + leadText,
		"many paragraphs":    strings.Repeat("<p>"+leadText+"</p>", 20_000),
		"one huge paragraph": "<article><p>" + words + "</p></article>",
		"many attributes":    "<p " + strings.Repeat("a=b ", 200_000) + ">" + leadText + "</p>",
		"long class":         `<p class="` + strings.Repeat("entry-content ", 100_000) + `">` + leadText + "</p>",
		"entities":           strings.Repeat("&amp;&lt;&#0;&#xffffff;", 50_000),
		"zero bytes":         "<p>" + strings.Repeat("a\x00", 1000) + "</p>",
		"plain text":         leadText,
	} {
		begin := time.Now()
		a, gaps := x.Extract([]byte(page), "")
		if !utf8.ValidString(a.Text) {
			t.Errorf("%s: text is not UTF-8", name)
		}
		if a.Text == "" && len(gaps) == 0 {
			t.Errorf("%s: no text and no gap", name)
		}
		t.Logf("%-20s %8d bytes of text, %d gaps, %v", name, len(a.Text), len(gaps), time.Since(begin).Round(time.Millisecond))
	}
}

func TestLittlePages(t *testing.T) {
	x := extractor(t)
	for page, want := range map[string]string{
		"<title>Strait Courier</title><h1>Strait is open</h1><p>The harbour board said the strait was open.</p><p>It was.</p>": "Strait is open\n\nThe harbour board said the strait was open.\n\nIt was.",
		"<div>The harbour board said the strait was open.</div>":                                                               "The harbour board said the strait was open.",
		"<nav>Home. News of the strait. Contact the board.</nav>":                                                              "",
		"<p>Home</p><p><a href=/>News</a></p>":                                                                                 "",
	} {
		if a, _ := x.Extract([]byte(page), ""); a.Text != want {
			t.Errorf("%s:\n got %q\nwant %q", page, a.Text, want)
		}
	}
}

func TestFlattenKeepsTheText(t *testing.T) {
	page := []byte(strings.Repeat("<div><span>", 400) + "a<br>b" + strings.Repeat("</span></div>", 400) + "<p>c</p>")
	if !tooDeep(page) || tooDeep([]byte("<p>a</p>")) {
		t.Fatal("depth is misjudged")
	}
	flat := flatten(page)
	if tooDeep(flat) || !bytes.Contains(flat, []byte("<p>c</p>")) || bytes.Count(flat, []byte("<br>")) > 1 {
		t.Errorf("flattened: %.100s", flat)
	}
	doc, err := parse(page)
	if err != nil || textOf(doc) == "" {
		t.Errorf("parsed %q, %v", textOf(doc), err)
	}
}

func FuzzExtract(f *testing.F) {
	x := extractor(f)
	f.Add(sample(`<meta name=author content=X>`, paragraphsOf(leadText, second)), "https://a.example/2020/03/02/x")
	f.Add("<table><p><b></table></p>", "::")
	f.Fuzz(func(t *testing.T, page, from string) {
		a, _ := x.Extract([]byte(strings.ToValidUTF8(page, "?")), from)
		b, _ := x.Extract([]byte(strings.ToValidUTF8(page, "?")), from)
		if !utf8.ValidString(a.Text) || fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%q: %+v, %+v", page, a, b)
		}
	})
}

func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	page := []byte(sample("", strings.Repeat(paragraphsOf(leadText, second, third, last), 8)))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		x.Extract(page, "")
	}
}

func TestWhatThePageIsCalledAndByWhom(t *testing.T) {
	body := paragraphsOf(leadText, second, third, last)
	for name, c := range map[string]struct{ page, headline, authors, published, outlet string }{
		"the site's name is a heading too": {`<html><head><title>Ferries stay in port as crews strike</title></head><body><h1 class="site-title"><a href="/">Ferries and harbours of the strait</a></h1><h1>Ferries stay in port as crews strike</h1>` + body,
			"Ferries stay in port as crews strike", "", "", ""},
		"a heading that leads home": {`<html><head><title>Crews strike | Strait ferries and harbours</title></head><body><h1><a href="https://courier.example/">Strait ferries and harbours</a></h1><h2>Crews strike</h2>` + body,
			"Crews strike", "", "", ""},
		"a line above within the heading": {`<html><head><title>Strike in the strait - Ferries stay in port - Strait Courier</title><meta property="og:site_name" content="Strait Courier"></head><body><h1><span class="subtitle">Strike in the strait</span> Ferries stay in port</h1>` + body,
			"Ferries stay in port", "", "", "Strait Courier"},
		"a label in the title alone": {`<html><head><title>STRIKE: Ferries stay in port as crews walk out</title></head><body><div><p><b>Ferries stay in port as crews walk out</b></p>` + body + `</div>`,
			"Ferries stay in port as crews walk out", "", "", ""},
		"the site is no author": {`<html><head><title>Crews strike</title><meta name="author" content="Boats & Harbours"><link rel="canonical" href="https://boatsnharbours.example/1"></head><body><h1>Crews strike</h1><p class="byline">By Ana Petrova in Suva and Samir Haddad in Labasa</p>` + body,
			"Crews strike", "Ana Petrova|Samir Haddad", "", ""},
		"by, in a line of its own": {`<html><head><title>Crews strike</title></head><body><h1>Crews strike</h1><div>By:</div><div>Ana Petrova</div>` + body,
			"Crews strike", "Ana Petrova", "", ""},
		"our correspondent is nobody's name": {`<html><head><title>Crews strike</title></head><body><h1>Crews strike</h1><p class="byline">By our correspondent in Suva</p>` + body,
			"Crews strike", "", "", ""},
		"the minute tells the day": {`<html lang="en-GB"><head><title>Crews strike</title><meta property="article:published_time" content="2020-03-01T22:05:00Z"></head><body><h1>Crews strike</h1><p>2 March 2020 11:05</p>` + body,
			"Crews strike", "", "2020-03-02", ""},
		"another minute tells another edit": {`<html lang="en-GB"><head><title>Crews strike</title><meta property="article:published_time" content="2020-03-01T22:05:00Z"></head><body><h1>Crews strike</h1><p>2 March 2020 11:40</p>` + body,
			"Crews strike", "", "2020-03-01T22:05:00Z", ""},
		"the date above": {`<html lang="en-GB"><head><title>Crews strike</title></head><body><small>2 March 2020</small><h1>Crews strike</h1>` + body,
			"Crews strike", "", "2020-03-02", ""},
		"the site, not its owner": {`<html><head><title>Crews strike</title><link rel="canonical" href="https://straitcourier.example/1"><script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"Strait Courier"},{"@type":"NewsArticle","headline":"Crews strike","publisher":{"name":"Island Holdings Ltd"}}]}</script></head><body><h1>Crews strike</h1>` + body,
			"Crews strike", "", "", "Strait Courier"},
	} {
		a, _ := extractor(t).Extract([]byte(c.page+"</body></html>"), "")
		if a.Headline != c.headline || strings.Join(a.Authors, "|") != c.authors || a.Published != c.published || a.Outlet != c.outlet {
			t.Errorf("%s: headline %q, authors %q, published %q, outlet %q", name, a.Headline, a.Authors, a.Published, a.Outlet)
		}
	}
}
