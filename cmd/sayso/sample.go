package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"text/tabwriter"

	"sayso"
	"sayso/internal/export"
	"sayso/internal/source"
	"sayso/reader"
)

// sampleCommand is `sayso sample`.
type sampleCommand struct {
	Args []string `arg:"" optional:"" name:"n-input" help:"How many events to draw, then the inputs to draw from."`
	codingFlags
	Score string `help:"Score a sheet whose verdict columns (ok_…) were filled in with y or n." type:"existingfile" placeholder:"SHEET"`
	Seed  uint64 `help:"Another number draws another sample." default:"1"`
}

// Run draws a coding sheet of events, or scores one.
func (c *sampleCommand) Run(s *session) error {
	if c.Score != "" {
		return c.score(s)
	}
	if len(c.Args) < 2 {
		return usagef("want a number and inputs: sayso sample 100 FOLDER, or sayso sample --score SHEET")
	}
	n, err := strconv.Atoi(c.Args[0])
	if err != nil || n < 1 {
		return usagef("%q: want the number of events to draw", c.Args[0])
	}
	r, err := c.reader()
	if err != nil {
		return err
	}
	type result struct {
		outcome
		reading sayso.Reading
	}
	results := reader.Ordered(c.records(s, c.Args[1:]), runtime.GOMAXPROCS(0), func(rec source.Record) (out result) {
		out.record = rec
		if out.err = rec.Err; out.err == nil {
			out.reading, out.err = r.Read(rec.In)
		}
		return out
	})
	sheet, failed := export.NewSheet(n, c.Seed), false
	errors := json.NewEncoder(s.stderr)
	for o := range results {
		if o.err != nil {
			failed = true
			if err := errors.Encode(failure(o.outcome)); err != nil {
				return err
			}
			continue
		}
		sheet.Add(&o.reading)
	}
	if err := sheet.WriteCSV(s.stdout); err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "%d events drawn of %d. Fill the ok_ columns with y or n (empty: not judged), then: sayso sample --score SHEET\n",
		min(n, sheet.Seen()), sheet.Seen())
	if failed {
		return errSomeFailed
	}
	return nil
}

// score prints the precision of each verdict column.
func (c *sampleCommand) score(s *session) error {
	f, err := os.Open(c.Score)
	if err != nil {
		return err
	}
	defer f.Close()
	scores, err := export.ScoreSheet(f)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Score, err)
	}
	w := tabwriter.NewWriter(s.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "verdict\tright\tjudged\tprecision\t95% interval")
	for _, p := range scores {
		if p.Total == 0 {
			fmt.Fprintf(w, "%s\t0\t0\t-\t-\n", p.Column)
			continue
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%.2f\t%.2f to %.2f\n", p.Column, p.Right, p.Total, p.Share(), p.Low, p.High)
	}
	return w.Flush()
}
