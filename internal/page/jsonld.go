package page

import (
	"encoding/json"
	"strings"
)

// ledger is what a page's own metadata says of its article.
type ledger struct {
	headline  string
	authors   []string
	published string
	modified  string
	outlet    string
	agency    string
	language  string
	url       string
	body      string
	site      string // name of the web site, in a thing of its own
}

// maxJSON bounds the linked data that is read from one script, in bytes.
const maxJSON = 2 << 20

// articleTypes are the schema.org types of articles.
var articleTypes = map[string]bool{"Article": true, "NewsArticle": true, "ReportageNewsArticle": true, "AnalysisNewsArticle": true,
	"OpinionNewsArticle": true, "BackgroundNewsArticle": true, "ReviewNewsArticle": true, "AskPublicNewsArticle": true, "LiveBlogPosting": true,
	"BlogPosting": true, "SocialMediaPosting": true, "TechArticle": true, "ScholarlyArticle": true, "Report": true, "AdvertiserContentArticle": true,
	"Review": true, "Blog": false}

// linked reads JSON-LD scripts and returns what they say of the article: of
// several articles the one with one of the titles, else the first.
func linked(scripts []string, titles []string) (best ledger) {
	var found []ledger
	site := ""
	defer func() { best.site = site }()
	for _, s := range scripts {
		if len(s) > maxJSON {
			continue
		}
		s = strings.TrimSpace(s)
		s = strings.TrimSuffix(strings.TrimPrefix(s, "<!--"), "-->")
		s = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s), "//<![CDATA["), "//]]>")
		var v any
		if json.Unmarshal([]byte(s), &v) != nil {
			// Line breaks inside strings are the commonest fault.
			clean := strings.Map(func(r rune) rune {
				if r < ' ' {
					return ' '
				}
				return r
			}, s)
			if json.Unmarshal([]byte(strings.TrimSuffix(strings.TrimSpace(clean), ";")), &v) != nil {
				continue
			}
		}
		people := map[string]any{}
		walkJSON(v, 0, func(o map[string]any) {
			if id, ok := o["@id"].(string); ok && text(o["name"]) != "" {
				people[id] = o
			}
		})
		walkJSON(v, 0, func(o map[string]any) {
			if isArticle(o["@type"]) {
				found = append(found, article(o, people))
			}
			if site == "" && text(o["@type"]) == "WebSite" {
				site = words(text(o["name"]))
			}
		})
	}
	for _, l := range found {
		p := plain(l.headline)
		for _, t := range titles {
			if p != "" && strings.Contains(plain(t), p) {
				return l
			}
		}
	}
	if len(found) > 0 {
		return found[0]
	}
	return ledger{}
}

func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return articleTypes[t[strings.LastIndexByte(t, '/')+1:]]
	case []any:
		for _, e := range t {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

// walkJSON calls f for every object, outer ones first, lists in order.
func walkJSON(v any, depth int, f func(map[string]any)) {
	if depth > 12 {
		return
	}
	switch v := v.(type) {
	case map[string]any:
		f(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "itemListElement", "item", "hasPart", "author", "publisher"} {
			if e, ok := v[key]; ok {
				walkJSON(e, depth+1, f)
			}
		}
	case []any:
		for _, e := range v {
			walkJSON(e, depth+1, f)
		}
	}
}

func article(o map[string]any, people map[string]any) ledger {
	l := ledger{headline: text(o["headline"]), published: text(o["datePublished"]), modified: text(o["dateModified"]), body: text(o["articleBody"])}
	if l.headline == "" {
		l.headline = text(o["name"])
	}
	if l.published == "" {
		l.published = text(o["dateCreated"])
	}
	l.authors = names(o["author"], people, 0)
	if len(l.authors) == 0 {
		l.authors = names(o["creator"], people, 0)
	}
	for _, key := range []string{"publisher", "provider"} {
		if n := names(o[key], people, 0); len(n) > 0 && l.outlet == "" {
			l.outlet = n[0]
		}
	}
	if n := names(o["sourceOrganization"], people, 0); len(n) > 0 {
		l.agency = n[0]
	} else if n := names(o["copyrightHolder"], people, 0); len(n) > 0 {
		l.agency = n[0]
	}
	l.language = text(o["inLanguage"])
	if m, ok := o["inLanguage"].(map[string]any); ok {
		l.language = text(m["alternateName"])
	}
	l.url = text(o["url"])
	return l
}

// names returns the names of people or bodies: strings, objects, lists of
// them, and references to objects elsewhere in the script.
func names(v any, known map[string]any, depth int) (out []string) {
	if depth > 4 {
		return nil
	}
	switch v := v.(type) {
	case string:
		if v = words(v); v != "" {
			out = append(out, v)
		}
	case []any:
		for _, e := range v {
			out = append(out, names(e, known, depth+1)...)
		}
	case map[string]any:
		if n := names(v["name"], known, depth+1); len(n) > 0 {
			return n
		}
		if id, ok := v["@id"].(string); ok {
			if o, ok := known[id].(map[string]any); ok {
				return names(o["name"], known, depth+1)
			}
		}
	}
	return out
}

// text returns a JSON value that is a string, or a list's first.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	}
	return ""
}
