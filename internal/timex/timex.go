// Package timex finds expressions of time and what they mean.
package timex

import (
	"io/fs"

	"sayso"
	"sayso/internal/text"
)

// Finder finds times.
type Finder struct{}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) { return &Finder{}, nil }

// Find returns the times of a document in text order. published is the day to
// reckon from, RFC 3339; "" or a date beginning with XXXX where it is not known.
func (f *Finder) Find(doc *text.Doc, published string) ([]sayso.Timex, []sayso.Gap) { return nil, nil }
