package page

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// stamps are the layouts of dates that metadata carries; the first ones have a
// time and a zone.
var stamps = []string{time.RFC3339Nano, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00",
	"2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05 MST", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "Mon Jan 2 15:04:05 MST 2006", "Mon Jan 2 15:04:05 -0700 2006"}

// local are the layouts that have a time and no zone.
var local = []string{"2006-01-02T15:04:05.999999999", "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "20060102T150405", "20060102150405"}

// moment reads a date of metadata and gives it as RFC 3339 where it has time
// and zone, else as the day alone; "" where it is none.
func (x *Extractor) moment(s string) string {
	s = words(s)
	if len(s) < 8 || len(s) > 80 {
		return ""
	}
	for _, l := range stamps {
		if t, err := time.Parse(l, s); err == nil && plausible(t.Year()) {
			return t.Format(time.RFC3339)
		}
	}
	for _, l := range local {
		if t, err := time.Parse(l, s); err == nil && plausible(t.Year()) {
			return t.Format(time.DateOnly)
		}
	}
	if n, err := strconv.ParseInt(s, 10, 64); err == nil { // seconds or milliseconds since 1970
		if len(s) == 13 {
			n /= 1000
		}
		if len(s) == 10 || len(s) == 13 {
			return time.Unix(n, 0).UTC().Format(time.RFC3339)
		}
	}
	return x.day(s, false)
}

func plausible(year int) bool { return year >= 1990 && year <= 2100 }

// day finds the first full date within a short text: "19 November 2019",
// "Nov. 19, 2019", "19.11.2019", "2019-11-19", "11/19/2019" where only one
// order is possible or dayFirst settles it. It returns the ISO date, "" where there is none.
func (x *Extractor) day(s string, dayFirst bool) string {
	type piece struct {
		word   string
		number int
		digits int
		sep    rune // the sign right before it, 0 where white space is
	}
	var ps []piece
	var sep rune
	runes := []rune(s)
	for i := 0; i < len(runes) && len(ps) < 60; {
		r := runes[i]
		j := i
		switch {
		case unicode.IsDigit(r) && r < 128:
			for j < len(runes) && runes[j] >= '0' && runes[j] <= '9' {
				j++
			}
			n := -1
			if j-i <= 8 {
				n, _ = strconv.Atoi(string(runes[i:j])) // at most eight digits
			}
			ps = append(ps, piece{"", n, j - i, sep})
			sep = 0
		case unicode.IsLetter(r):
			for j < len(runes) && (unicode.IsLetter(runes[j]) || unicode.IsMark(runes[j])) {
				j++
			}
			ps = append(ps, piece{bare(string(runes[i:j])), 0, 0, sep})
			sep = 0
		default:
			j++
			if !unicode.IsSpace(r) {
				sep = r
			} else if sep != ',' {
				sep = 0
			}
		}
		i = j
	}
	make := func(y, m, d int) string {
		if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); plausible(y) && m >= 1 && m <= 12 && t.Day() == d {
			return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
		}
		return ""
	}
	at := func(i int) piece {
		if i < len(ps) {
			return ps[i]
		}
		return piece{}
	}
	for i, p := range ps {
		a, b := at(i+1), at(i+2)
		switch {
		case p.digits == 8 && p.number > 19900101:
			if d := make(p.number/10000, p.number/100%100, p.number%100); d != "" {
				return d
			}
		case p.digits == 4 && a.digits > 0 && a.digits <= 2 && b.digits > 0 && b.digits <= 2 && a.sep == b.sep && a.sep != 0:
			if d := make(p.number, a.number, b.number); d != "" {
				return d
			}
		case p.digits > 0 && p.digits <= 2 && a.digits > 0 && a.digits <= 2 && b.digits == 4 && a.sep == b.sep && a.sep != 0 && a.sep != ':':
			day, month := p.number, a.number
			if a.sep == '/' && month > 12 {
				day, month = month, day
			} else if a.sep == '/' && day <= 12 && !dayFirst {
				continue
			}
			if d := make(b.number, month, day); d != "" {
				return d
			}
		case p.digits == 2 && a.digits == 2 && b.digits == 2 && a.sep == '.' && b.sep == '.': // 19.11.19
			if d := make(2000+b.number, a.number, p.number); d != "" {
				return d
			}
		case p.digits > 0 && p.digits <= 2: // 19 November 2019, 19. November 2019, 19 de noviembre de 2019
			j := i + 1
			for k := 0; k < 2 && (at(j).word == "de" || at(j).word == "of" || at(j).word == "st" || at(j).word == "nd" || at(j).word == "rd" || at(j).word == "th"); k++ {
				j++
			}
			m := x.months[at(j).word]
			j++
			if at(j).word == "de" {
				j++
			}
			if m != 0 && at(j).digits == 4 {
				if d := make(at(j).number, m, p.number); d != "" {
					return d
				}
			}
		case p.word != "" && x.months[p.word] != 0 && a.digits > 0 && a.digits <= 2:
			j := i + 2
			if w := at(j).word; w == "st" || w == "nd" || w == "rd" || w == "th" {
				j++
			}
			if at(j).digits == 4 {
				if d := make(at(j).number, x.months[p.word], a.number); d != "" {
					return d
				}
			}
		}
	}
	return ""
}

// published finds when the article was published: the metadata's word first,
// then the markup's, then the address, then what a reader sees by the headline.
// A moment in UTC gives way to the day that the page prints for that minute.
func (x *Extractor) published(f *findings, l ledger, address string, seen []block) string {
	d := x.stated(f, l, address, seen)
	if t, err := time.Parse(time.RFC3339, d); err == nil && strings.HasSuffix(d, "Z") {
		minute := t.Format(":04")
		for i := range seen {
			b := &seen[i]
			if len(b.text) > 200 || b.within.hints&(hintComment|hintRelated) != 0 || !strings.Contains(b.text, minute) {
				continue
			}
			day, err := time.Parse(time.DateOnly, x.day(b.text, !americans(f.lang)))
			if apart := day.Sub(t.Truncate(24 * time.Hour)).Abs(); err == nil && apart == 24*time.Hour {
				return day.Format(time.DateOnly)
			}
		}
	}
	return d
}

func (x *Extractor) stated(f *findings, l ledger, address string, seen []block) string {
	for _, s := range append([]string{l.published}, f.all("article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
		"pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "published_time", "ptime", "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dcterms.date", "dc.issued",
		"date", "displaydate", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "originalpublicationdate", "citation_publication_date", "citation_date", "sort_date", "created", "last-modified-original", "bt:pubdate", "rnews:datepublished", "timestamp", "datecreated", "article:post_date", "shareaholic:article_published_time", "search.date", "doc_date")...) {
		if d := x.moment(s); d != "" {
			return d
		}
	}
	for _, s := range f.pubtime {
		if d := x.moment(s); d != "" {
			return d
		}
	}
	fromAddress := x.dayOfAddress(address)
	if fromAddress != "" {
		return fromAddress
	}
	for _, s := range f.times {
		if d := x.moment(s); d != "" {
			return d
		}
	}
	for _, s := range f.datelike {
		if d := x.day(s, !americans(f.lang)); d != "" {
			return d
		}
	}
	if d := x.printed(seen, f); d != "" {
		return d
	}
	for _, s := range append([]string{l.modified}, f.all("article:modified_time", "og:updated_time", "dcterms.modified", "lastmod", "last-modified", "datemodified")...) {
		if d := x.moment(s); d != "" {
			return d
		}
	}
	return ""
}

// americans reports whether a page in this language may write the month first.
func americans(lang string) bool {
	lang = strings.ToLower(lang)
	return lang == "" || lang == "en" || strings.HasPrefix(lang, "en-us") || strings.HasPrefix(lang, "en_us")
}

// printed finds a date among the short lines a reader sees: one that says that
// it is the day of publication, else the first after the headline or the one
// right above it.
func (x *Extractor) printed(seen []block, f *findings) string {
	var titles []string
	for _, h := range f.h1 {
		if p := plain(h); p != "" {
			titles = append(titles, p)
		}
	}
	headed, found := len(titles) == 0, ""
	above, at := "", 0 // the latest date, and its block
	for i := range seen {
		b := &seen[i]
		if len(b.text) > 200 || b.within.hints&(hintComment|hintRelated) != 0 || b.within.footer || b.within.hidden {
			continue
		}
		p := plain(b.text)
		for _, t := range titles {
			if !headed && p == t {
				headed = true
				if above != "" && at == i-1 {
					found = above
				}
			}
		}
		for line := range strings.Lines(b.text) {
			d := x.day(line, !americans(f.lang))
			if d == "" {
				continue
			}
			low := strings.ToLower(line)
			for _, w := range []string{"published", "posted", "erschienen", "veröffentlicht", "erstellt", "publicado", "publié", "pubblicato", "gepubliceerd", "date:", "datum:"} {
				if strings.Contains(low, w) {
					return d
				}
			}
			if found == "" && headed && len(line) < 60 {
				found = d
			}
			if len(line) < 30 {
				above, at = d, i
			}
		}
	}
	return found
}

// dayOfAddress reads the date in an address such as …/2019/11/19/….
func (x *Extractor) dayOfAddress(address string) string {
	parts := strings.FieldsFunc(address, func(r rune) bool { return r == '/' || r == '-' || r == '_' || r == '.' })
	for i := 0; i+2 < len(parts); i++ {
		if len(parts[i]) == 4 && len(parts[i+1]) <= 2 && len(parts[i+2]) <= 2 {
			y, e1 := strconv.Atoi(parts[i])
			m, e2 := strconv.Atoi(parts[i+1])
			d, e3 := strconv.Atoi(parts[i+2])
			if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); e1 == nil && e2 == nil && e3 == nil && plausible(y) && m >= 1 && m <= 12 && t.Day() == d {
				return t.Format(time.DateOnly)
			}
		}
	}
	return ""
}

// bare puts a month's name in the form of the table: lower case, without
// accents.
func bare(s string) string {
	s = strings.ToLower(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return accents.Replace(s)
		}
	}
	return s
}

var accents = strings.NewReplacer("ä", "a", "á", "a", "à", "a", "â", "a", "é", "e", "è", "e", "ê", "e", "û", "u", "ü", "u", "ú", "u", "ç", "c", "ş", "s", "ğ", "g", "ı", "i", "ó", "o", "ö", "o", "í", "i")
