// Package htmldate stands in for github.com/markusmobius/go-htmldate, which
// go-trafilatura imports, and finds no date.
//
// Package page reads dates by itself and switches trafilatura's search off, so
// that nothing here is ever called; but the original would load its tables of
// dates in all the world's languages, 0.16 s and 80 MB, at every start of a
// program that has it linked in. The names are those that go-trafilatura uses.
package htmldate

import (
	"time"

	"golang.org/x/net/html"
)

// Options are the options that go-trafilatura sets.
type Options struct {
	UseOriginalDate     bool
	URL                 string
	SkipExtensiveSearch bool
}

// Result is a date found.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero reports whether there is none.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument finds no date.
func FromDocument(*html.Node, Options) (Result, error) { return Result{}, nil }
