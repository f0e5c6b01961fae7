// Package dateline reads the front of an article: headline, byline, standfirst, dateline and date.
package dateline

import (
	"io/fs"

	"sayso"
	"sayso/internal/text"
)

// Finder reads fronts.
type Finder struct{}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) { return &Finder{}, nil }

// Find reads the front of an article. It fills in the article itself what the
// front tells and the input did not: Headline, Byline, Agency, Dateline,
// Published with PublishedFrom and PublishedWhy, Status.
func (f *Finder) Find(a *sayso.Article) (text.Front, []sayso.Gap) { return text.Front{}, nil }
