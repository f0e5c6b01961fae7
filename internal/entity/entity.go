// Package entity finds who and what an article speaks of.
package entity

import (
	"io/fs"

	"sayso"
	"sayso/internal/text"
)

// Finder finds entities.
type Finder struct{}

// New loads the tables below the rules folder; an error names file and line.
func New(rules fs.FS) (*Finder, error) { return &Finder{}, nil }

// Find returns the entities of a document with every mention, in order of first mention.
func (f *Finder) Find(doc *text.Doc) ([]sayso.Entity, []sayso.Gap) { return nil, nil }

// MarkPublic sets Public on the entities that speak or act in a public role.
func MarkPublic(entities []sayso.Entity, claims []sayso.Claim, events []sayso.Event) {}
