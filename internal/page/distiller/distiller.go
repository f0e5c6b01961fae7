// Package distiller stands in for github.com/markusmobius/go-domdistiller, the
// last resort of go-trafilatura's fallback, and extracts nothing.
//
// Package page asks trafilatura for its own extraction alone and weighs a
// second opinion by itself, so that nothing here is ever called; the original
// would compile 11 ms of regular expressions at every start of a program that
// has it linked in. The names are those that go-trafilatura uses.
package distiller

import (
	"net/url"

	"golang.org/x/net/html"
)

// Options are the options that go-trafilatura sets.
type Options struct {
	OriginalURL    *url.URL
	SkipPagination bool
}

// Result is an extraction.
type Result struct{ Node *html.Node }

// Apply extracts nothing.
func Apply(*html.Node, *Options) (*Result, error) { return nil, nil }
