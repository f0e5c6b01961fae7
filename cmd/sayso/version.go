package main

import (
	_ "embed"
	"fmt"
	"runtime"

	"sayso/reader"
)

// versionCommand is `sayso version`.
type versionCommand struct{}

// Run prints what reads: program, rules and weights.
func (versionCommand) Run(s *session) error {
	r, err := reader.New(reader.Options{})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.stdout, "%s (%s %s/%s)\n", r.Name(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// licensesCommand is `sayso licenses`.
type licensesCommand struct{}

// licences holds the licences of Sayso, of its tables and weights and of every
// module in the program; `make licenses` writes it.
//
//go:embed licenses.txt
var licences string

// Run prints the licences.
func (licensesCommand) Run(s *session) error {
	_, err := fmt.Fprint(s.stdout, licences)
	return err
}
