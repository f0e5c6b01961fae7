package main

import (
	"bytes"
	"encoding/json"
	"runtime"

	"sayso/internal/export"
	"sayso/internal/source"
	"sayso/reader"
)

// syntaxCommand is `sayso syntax`.
type syntaxCommand struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, URLs, or - for standard input."`
	inputFlags
	Format  string `help:"conllu (CoNLL-U, with byte offsets and names in MISC) or tree (for eyes)." enum:"conllu,tree" default:"conllu"`
	Workers int    `short:"j" help:"Articles parsed at once. [default: the processors]" placeholder:"N"`
}

// Run parses every input and prints it in input order.
func (c *syntaxCommand) Run(s *session) error {
	r, err := c.reader()
	if err != nil {
		return err
	}
	workers := c.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	results := reader.Ordered(c.records(s, c.Inputs), workers, func(rec source.Record) outcome {
		if rec.Err != nil {
			return outcome{rec, nil, rec.Err}
		}
		a, doc, err := r.Syntax(rec.In)
		if err != nil {
			return outcome{rec, nil, err}
		}
		var b bytes.Buffer
		write := export.CoNLLU
		if c.Format == "tree" {
			write = export.Tree
		}
		err = write(&b, a.ID, doc)
		return outcome{rec, b.Bytes(), err}
	})
	errors, failed := json.NewEncoder(s.stderr), false
	for o := range results {
		if o.err != nil {
			failed = true
			err = errors.Encode(failure(o))
		} else {
			_, err = s.stdout.Write(o.out)
		}
		if err != nil {
			return err
		}
	}
	if failed {
		return errSomeFailed
	}
	return nil
}
