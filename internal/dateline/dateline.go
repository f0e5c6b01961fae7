// Package dateline reads the front of an article: headline, byline, standfirst, dateline and date.
package dateline

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"sayso"
	"sayso/internal/text"
)

// Finder reads fronts.
type Finder struct{ tables *tables }

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) {
	t, err := load(rules)
	if err != nil {
		return nil, err
	}
	return &Finder{t}, nil
}

// Find reads the front of an article. It fills in the article itself what the
// front tells and the input did not: Headline, Byline, Agency, Dateline,
// Published with PublishedFrom and PublishedWhy, Status.
func (f *Finder) Find(a *sayso.Article) (text.Front, []sayso.Gap) {
	r := &reading{t: f.tables, a: a, text: a.Text}
	start := 0
	if a.Headline != "" && strings.HasPrefix(a.Text, a.Headline) {
		start = len(a.Headline)
		r.front.Headline = sayso.Span{End: int32(start)}
		if what := f.tables.rule(a.Headline, "front"); what == "update" || what == "correction" || what == "withdrawal" {
			r.status(sayso.Status(what))
		}
	}
	r.blocks = cut(a.Text, start, func(line string) bool {
		_, ok := f.tables.scan(line)
		return ok
	})
	r.find()
	r.sort()
	begin := r.begin()
	stop := r.closing(begin)
	if begin < stop {
		r.front.Body = sayso.Span{Start: int32(begin), End: int32(stop)}
		r.between(begin, stop)
	}
	lead := r.lead(stop)
	r.dates(lead)
	slices.SortFunc(r.front.Outside, func(a, b sayso.Span) int { return int(a.Start - b.Start) })
	return r.front, r.gaps
}

// begin takes over the dateline and returns the byte where the report begins.
func (r *reading) begin() int {
	if !r.found {
		if r.report < len(r.blocks) {
			return r.blocks[r.report].from
		}
		return len(r.text)
	}
	l := r.line
	dash := strings.TrimRightFunc(r.text[l.from:l.after], unicode.IsSpace)
	r.front.Dateline = sayso.Span{Start: int32(l.from), End: int32(l.from + len(dash))}
	if r.a.Dateline == nil {
		r.a.Dateline = &sayso.Dateline{Span: sayso.Span{Start: int32(l.from), End: int32(l.to)}, Place: l.place, Region: l.region, Agency: l.agency}
	}
	if r.a.Agency == "" && l.agency != "" {
		r.a.Agency = r.t.agencyName(l.agency)
	}
	return l.from
}

// lead marks the first paragraph of the report and returns its words.
func (r *reading) lead(stop int) string {
	from := stop
	if r.found {
		from = r.line.after
	} else if r.report < len(r.blocks) {
		from = r.blocks[r.report].from
	}
	for _, b := range r.blocks {
		if b.to <= from {
			continue
		}
		b.from = max(b.from, from)
		b.to = min(b.to, stop)
		if b.empty() {
			break
		}
		r.front.Lead = b.span()
		return r.of(b)
	}
	return ""
}

// agencyName gives the agency as printed the name it goes by; of several
// joined by slashes, each its own.
func (t *tables) agencyName(printed string) string {
	if name, ok := t.agencies[fold(printed)]; ok {
		return name
	}
	if joined := strings.ReplaceAll(printed, " - ", "-"); joined != printed {
		return t.agencyName(joined)
	}
	parts := strings.Split(printed, "/")
	for i, p := range parts {
		if name, ok := t.agencies[fold(strings.TrimSpace(p))]; ok {
			parts[i] = name
		}
	}
	return strings.Join(parts, "/")
}
