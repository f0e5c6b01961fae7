package page

import (
	"io/fs"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso/internal/lexicon"
)

// hint is a set of what names of classes and ids tell of an element.
type hint uint32

const (
	hintComment hint = 1 << iota // readers' comments
	hintRelated                  // other stories
	hintShare                    // buttons to share and follow
	hintMeta                     // author, date, tags, credits
	hintCaption                  // words below a picture
	hintAd                       // advertisements, newsletters, subscriptions
	hintFrame                    // the site's own: menus, footers, sidebars, banners
	hintHidden                   // not shown
	hintBody                     // the article
	hintSummary                  // standfirst, key points
	hintTitle                    // the headline
	hintQuote                    // a quotation set off
)

var hintNames = map[string]hint{"comment": hintComment, "related": hintRelated, "share": hintShare, "meta": hintMeta, "caption": hintCaption,
	"ad": hintAd, "frame": hintFrame, "hidden": hintHidden, "body": hintBody, "summary": hintSummary, "title": hintTitle, "quote": hintQuote}

// hints loads the table of words in names of classes and ids.
func hints(rules fs.FS) (map[string]hint, error) {
	var names []string
	for name := range hintNames {
		names = append(names, name)
	}
	t, err := lexicon.Read(rules, "page/classes.tsv", lexicon.Open("word"), lexicon.Closed("tells", names...))
	if err != nil {
		return nil, err
	}
	m := make(map[string]hint, len(t.Rows))
	for _, r := range t.Rows {
		m[r.Cells[0]] |= hintNames[r.Cells[1]]
	}
	return m, nil
}

// phrases loads the table of what pages say of themselves.
func (x *Extractor) phrases(rules fs.FS) error {
	t, err := lexicon.Read(rules, "page/phrases.tsv", lexicon.Open("phrase"), lexicon.Closed("where", "author", "begin", "within"))
	if err != nil {
		return err
	}
	x.noAuthor = map[string]bool{}
	for _, r := range t.Rows {
		switch r.Cells[1] {
		case "author":
			x.noAuthor[r.Cells[0]] = true
		case "begin":
			x.begin = append(x.begin, r.Cells[0])
		case "within":
			x.within = append(x.within, r.Cells[0])
		}
	}
	return nil
}

// speaks tells whether a paragraph begins with or has within a phrase by which
// a page speaks of itself.
func (x *Extractor) speaks(text string) (begins, has bool) {
	if len(text) > 600 {
		return false, false
	}
	s := strings.ToLower(text)
	for _, p := range x.begin {
		if strings.HasPrefix(s, p) {
			next := s[len(p):]
			if next == "" || !letterAt(next) || !letterAt(p[len(p)-1:]) {
				begins = true
				break
			}
		}
	}
	for _, p := range x.within {
		if strings.Contains(s, p) {
			return begins, true
		}
	}
	return begins, false
}

func letterAt(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

// enter returns the context inside element n, in being the one around it.
func (x *Extractor) enter(n *html.Node, in context) context {
	switch n.DataAtom {
	case atom.Nav:
		in.nav = true
	case atom.Header:
		in.header = true
	case atom.Footer:
		in.footer = true
	case atom.Aside:
		in.aside = true
	case atom.Figure, atom.Figcaption:
		in.figure = true
	case atom.Table:
		in.table = true
	case atom.Ul, atom.Ol, atom.Dl:
		in.list = true
	case atom.Blockquote:
		in.quote = true
	case atom.Form:
		in.form = true
	case atom.Article:
		in.article = true
	case atom.Main:
		in.main = true
	case atom.Body, atom.Html: // their classes tell of the whole site
		return in
	}
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "class", "id", "data-component", "data-testid", "data-type":
			if len(a.Val) < 300 {
				in.hints |= x.hint(a.Val)
			}
		case "itemprop":
			switch strings.ToLower(a.Val) {
			case "articlebody":
				in.body = true
			case "author", "datepublished", "datemodified", "publisher", "keywords":
				in.hints |= hintMeta
			case "caption":
				in.hints |= hintCaption
			case "headline":
				in.hints |= hintTitle
			}
		case "role":
			switch strings.ToLower(a.Val) {
			case "navigation", "menu", "menubar", "toolbar":
				in.nav = true
			case "complementary":
				in.aside = true
			case "contentinfo":
				in.footer = true
			case "banner", "search", "dialog", "alert":
				in.hints |= hintFrame
			case "main":
				in.main = true
			}
		case "hidden":
			in.hidden = true
		case "aria-hidden":
			in.hidden = in.hidden || a.Val == "true"
		case "style":
			s := strings.ReplaceAll(strings.ToLower(a.Val), " ", "")
			in.hidden = in.hidden || strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
		}
	}
	return in
}

// hint looks up the words of a class or id: "ArticleBody__related-links" has
// article, body, related, links, and pairs such as articlebody.
func (x *Extractor) hint(name string) (h hint) {
	before := ""
	for w := range nameWords(name) {
		h |= x.hints[w]
		if before != "" {
			h |= x.hints[before+w]
		}
		before = w
	}
	return h
}

// nameWords yields the words of a name in lower case: it cuts at signs, digits
// and where capitals begin.
func nameWords(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		start := -1
		lower := false
		for i, r := range s {
			letter := unicode.IsLetter(r)
			if start >= 0 && (!letter || lower && unicode.IsUpper(r)) {
				if !yield(strings.ToLower(s[start:i])) {
					return
				}
				start = -1
			}
			if letter && start < 0 {
				start = i
			}
			lower = unicode.IsLower(r)
		}
		if start >= 0 {
			yield(strings.ToLower(s[start:]))
		}
	}
}
