package main

import (
	"errors"
	"fmt"
	"runtime"

	"sayso"
	"sayso/internal/event"
	"sayso/internal/source"
	"sayso/internal/text"
	"sayso/reader"
	"sayso/rules"
)

// rulesCommand is `sayso rules`.
type rulesCommand struct {
	Data     []string `help:"Read these files or folders too, and tell which rules none of them used." placeholder:"PATH"`
	Unproved bool     `help:"Tell which rows of the tables no example sentence proves."`
	inputFlags
}

// errFaults ends a check that found rules which are wrong for certain.
var errFaults = errors.New("some rules are at fault")

// Run checks the rules for events and prints what it finds, a line each. With
// data it also tells which rules coded nothing in it.
func (c *rulesCommand) Run(s *session) error {
	r, err := c.reader()
	if err != nil {
		return err
	}
	found, err := event.Lint(rules.FS)
	if err != nil {
		return err
	}
	input := func(sentence string) reader.Input {
		return reader.Input{Article: sayso.Article{ID: "rule", Text: sentence}}
	}
	read := func(sentence string) []sayso.Event {
		reading, err := r.Read(input(sentence))
		if err != nil {
			return nil
		}
		return reading.Events
	}
	examples, err := event.LintExamples(rules.FS, c.Unproved, read)
	if err != nil {
		return err
	}
	found = append(found, examples...)
	found = append(found, event.LintPatterns(rules.FS, func(sentence string) *text.Doc {
		_, doc, err := r.Syntax(input(sentence))
		if err != nil {
			return &text.Doc{}
		}
		return doc
	}, read)...)
	if len(c.Data) > 0 {
		unused, err := c.unused(s, r)
		if err != nil {
			return err
		}
		found = append(found, unused...)
	}
	faults := 0
	for _, f := range found {
		if f.Fault {
			faults++
		}
		if _, err := fmt.Fprintln(s.stdout, "rules/"+f.String()); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.stderr, "%d faults, %d worth a look\n", faults, len(found)-faults)
	if faults > 0 {
		return errFaults
	}
	return nil
}

// unused reads the data and returns the rules that it did not use.
func (c *rulesCommand) unused(s *session, r *reader.Reader) ([]event.Finding, error) {
	type result struct {
		events []sayso.Event
		err    error
	}
	use, read, failed := event.NewUsage(), 0, 0
	for o := range reader.Ordered(c.records(s, c.Data), runtime.GOMAXPROCS(0), func(rec source.Record) result {
		if rec.Err != nil {
			return result{nil, rec.Err}
		}
		reading, err := r.Read(rec.In)
		return result{reading.Events, err}
	}) {
		if o.err != nil {
			failed++
			continue
		}
		read++
		use.Add(o.events)
	}
	fmt.Fprintf(s.stderr, "%d articles read, %d not\n", read, failed)
	if read == 0 {
		return nil, errors.New("--data: no article could be read there")
	}
	return use.Unused(rules.FS)
}
