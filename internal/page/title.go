package page

import (
	"net/url"
	"strings"
	"unicode/utf8"
)

// separators part the name of a site from the title of a page.
var separators = []string{" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " · ", " • ", " > ", " / ", "|", " -- ", ": "}

// headline chooses what the article is called: the heading that the page's
// title or metadata repeats; else the metadata's; else the title less the
// site's name.
func (f *findings) headline(l ledger, outlet, host string) string {
	told := []string{l.headline, f.get("og:title"), f.get("twitter:title", "twitter:text:title"), f.get("headline", "title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "citation_title"), f.title}
	var plains []string
	for _, t := range told {
		plains = append(plains, plain(t))
	}
	best, score := "", 0 // a heading needs something that speaks for it
	for k, list := range [][]string{f.h1, f.h2} {
		for i, h := range list {
			p := plain(h)
			if len(p) < 6 || len(h) > 300 || siteName(p, outlet, host) {
				continue
			}
			s := 0
			for j, t := range plains {
				switch {
				case t == "":
				case t == p:
					s += 6
				case strings.HasPrefix(t, p) || strings.HasSuffix(t, p):
					s += 4
				case strings.Contains(t, p):
					s += 3
				case len(t) > 15 && strings.Contains(p, t):
					s += 2
				case alike(p, t) > 0.6:
					s += 2
				}
				_ = j
			}
			if k == 1 { // a second-level heading must be repeated
				s -= 3
			}
			if len(strings.Fields(p)) < 2 {
				s -= 3
			}
			if i == 0 && len(list) == 1 && k == 0 {
				s++
			}
			if s > score {
				best, score = h, s
			}
		}
	}
	if best != "" && score >= 2 {
		// A heading may hold a kicker too: the metadata tells what the title is.
		p := plain(best)
		for _, t := range told[:2] {
			t = withoutSite(t, outlet, host)
			if q := plain(t); len(q) >= 20 && len(q) < len(p) && strings.HasSuffix(p, q) {
				return t
			}
		}
		return best
	}
	if best != "" && strings.Join(told[:4], "") == "" { // the document's title alone is often the site's
		return best
	}
	for _, t := range told {
		if t = withoutSite(t, outlet, host); len(plain(t)) >= 4 {
			return t
		}
	}
	for _, h := range f.h1 {
		if len(plain(h)) >= 6 {
			return h
		}
	}
	return ""
}

// site returns the name of the site that the document's title gives beside the
// headline, where a logo, a copyright line or the address gives it too.
func (f *findings) site(headline, host string, seen []block) string {
	before, after, found := strings.Cut(f.title, headline)
	if !found || headline == "" {
		return ""
	}
	const signs = " -–—|:·•»«/"
	for _, rest := range []string{after, before} {
		rest = strings.Trim(rest, signs)
		if i := strings.LastIndexAny(rest, "|–—·•»«/"); i >= 0 {
			_, n := utf8.DecodeRuneInString(rest[i:])
			rest = strings.TrimSpace(rest[i+n:])
		}
		if i := strings.LastIndex(rest, " - "); i >= 0 {
			rest = rest[i+3:]
		}
		p := plain(rest)
		if len(p) < 2 || len(strings.Fields(p)) > 5 {
			continue
		}
		if h := strings.ReplaceAll(host, "-", ""); len(h) > 3 && strings.Contains(strings.ReplaceAll(p, " ", ""), h) {
			return rest
		}
		for _, alt := range f.alts {
			if strings.Contains(plain(alt), p) {
				return rest
			}
		}
		for i := range seen {
			if t := seen[i].text; len(t) < 400 && (strings.Contains(t, "©") || strings.Contains(t, "Copyright") || strings.Contains(t, "(c)")) && strings.Contains(plain(t), p) {
				return rest
			}
		}
	}
	return ""
}

// siteName reports whether a plain heading only names the site.
func siteName(p, outlet, host string) bool {
	o := plain(outlet)
	joined := strings.ReplaceAll(p, " ", "")
	return p == o || joined == strings.ReplaceAll(o, " ", "") || host != "" && (joined == host || joined == strings.ReplaceAll(host, "-", ""))
}

// hostName is the telling part of a host: "www.news-day.co.uk" is "news-day".
func hostName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	parts := strings.Split(strings.TrimPrefix(u.Hostname(), "www."), ".")
	if len(parts) >= 3 && len(parts[len(parts)-2]) <= 3 {
		return parts[len(parts)-3]
	}
	if len(parts) >= 2 {
		return parts[len(parts)-2]
	}
	return ""
}

// withoutSite takes the site's name, and what stands beyond it, off a title.
func withoutSite(t, outlet, host string) string {
	for again := 0; again < 3; again++ {
		changed := false
		for _, sep := range separators {
			i := strings.LastIndex(t, sep)
			if i <= 0 {
				continue
			}
			a, b := strings.TrimSpace(t[:i]), strings.TrimSpace(t[i+len(sep):])
			pa, pb := plain(a), plain(b)
			switch {
			case named(pb, outlet, host):
				t, changed = a, true
			case named(pa, outlet, host) && len(pb) > len(pa):
				t, changed = b, true
			case strings.Contains(sep, "|") && len(pa) >= 2*len(pb) && len(strings.Fields(pb)) <= 4:
				t, changed = a, true
			}
			if changed {
				break
			}
		}
		if !changed {
			break
		}
	}
	if i := strings.LastIndexAny(t, "-_|"); i > 0 && !strings.ContainsRune(t, ' ') && utf8.RuneCountInString(t[i+1:]) <= 8 && 3*len(t[i+1:]) < len(t) && t[0] >= utf8.RuneSelf {
		t = t[:i] // Chinese and Japanese titles have no blanks
	}
	return strings.TrimSpace(t)
}

// named reports whether plain words name the site.
func named(p, outlet, host string) bool {
	if p == "" {
		return true
	}
	if siteName(p, outlet, host) {
		return true
	}
	o := plain(outlet)
	joined := strings.ReplaceAll(p, " ", "")
	h := strings.ReplaceAll(host, "-", "")
	return len(o) > 3 && (strings.Contains(o, p) && len(p) > 3 || strings.Contains(p, o) && len(p) < 2*len(o)+8) ||
		len(h) > 3 && (strings.Contains(joined, h) && len(joined) < len(h)+14 || strings.Contains(h, joined) && len(joined) > 4)
}

// alike returns the share of words that two plain texts have in common.
func alike(a, b string) float64 {
	fa, fb := strings.Fields(a), strings.Fields(b)
	if len(fa) == 0 || len(fb) == 0 || len(fa) > 60 || len(fb) > 60 {
		return 0
	}
	count := map[string]int{}
	for _, w := range fa {
		count[w]++
	}
	both := 0
	for _, w := range fb {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(fa)+len(fb))
}
