// Package event codes political events by PLOVER.
package event

import (
	"io/fs"

	"sayso"
	"sayso/internal/text"
)

// Finder finds events.
type Finder struct{}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) { return &Finder{}, nil }

// Found is what the stages before this one found.
type Found struct {
	Article    *sayso.Article
	Front      text.Front
	Entities   []sayso.Entity
	Times      []sayso.Timex
	Places     []sayso.Place
	Quantities []sayso.Quantity
	Told       sayso.Attribution
}

// Find returns the events of a document in text order of their triggers.
func (f *Finder) Find(doc *text.Doc, found Found) ([]sayso.Event, []sayso.Gap) { return nil, nil }
