package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"

	"golang.org/x/term"

	"sayso"
	"sayso/internal/export"
	"sayso/internal/source"
	"sayso/internal/terminal"
	"sayso/reader"
	"sayso/rules"
)

// readCommand is `sayso read`.
type readCommand struct {
	Inputs []string `arg:"" name:"input" help:"Files, folders, URLs, or - for standard input."`
	codingFlags
	Format  string `help:"json (a reading per line), csv (one table), cameo (an event per line, as older coders print them) or text (a page for eyes). [default: text on a terminal, else json]" enum:",json,csv,cameo,text" default:"" placeholder:"FORMAT"`
	Table   string `help:"The table of --format csv: ${tables}." placeholder:"NAME"`
	All     bool   `help:"With --format cameo: also events that are planned, denied or otherwise not told as done, have no code, or were told before."`
	Workers int    `short:"j" help:"Articles read at once. The output is the same for any number. [default: the processors]" placeholder:"N"`
	Width   int    `help:"Columns of the page; without it the terminal's." placeholder:"N"`
	Color   string `help:"Colour on the page: auto, always or never." enum:"auto,always,never" default:"auto"`
}

// outcome is what became of one record: its output, or why there is none.
type outcome struct {
	record source.Record
	out    []byte
	err    error
}

// Run reads every input and writes the readings in input order.
func (c *readCommand) Run(s *session) error {
	format := c.format(s.stdout)
	if err := c.check(format); err != nil {
		return err
	}
	r, err := c.reader()
	if err != nil {
		return err
	}
	encode, header, err := c.encoder(format, s.stdout)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(s.stdout, 1<<16)
	if _, err := out.Write(header); err != nil {
		return err
	}
	progress := newProgress(s.stderr, s.stdout)
	errors := json.NewEncoder(s.stderr)
	errors.SetEscapeHTML(false)

	results := reader.Ordered(c.records(s, c.Inputs), c.workers(), func(rec source.Record) outcome {
		if rec.Err != nil {
			return outcome{rec, nil, rec.Err}
		}
		b, err := c.one(r, rec, encode)
		return outcome{rec, b, err}
	})
	for o := range results {
		if o.err != nil {
			progress.clear()
			progress.failed++
			if err := errors.Encode(failure(o)); err != nil {
				return err
			}
			continue
		}
		if _, err := out.Write(o.out); err != nil {
			return err
		}
		progress.step()
	}
	progress.clear()
	if err := out.Flush(); err != nil {
		return err
	}
	if err := s.ctx.Err(); err != nil {
		return err
	}
	if progress.failed > 0 {
		return errSomeFailed
	}
	return nil
}

// one reads one record. A fault of the program on an odd record is told like any
// other failure, so that it does not end the batch.
func (c *readCommand) one(r *reader.Reader, rec source.Record, encode func(*sayso.Reading) ([]byte, error)) (b []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			b, err = nil, fmt.Errorf("a fault in Sayso itself, please report it with this article: %v", fault)
		}
	}()
	reading, err := r.Read(rec.In)
	if err != nil {
		return nil, err
	}
	return encode(&reading)
}

// failure is the line that tells of an input that could not be read.
func failure(o outcome) any {
	type line struct {
		Input string `json:"input"`
		Line  int    `json:"line,omitempty"`
		Why   string `json:"why"`
	}
	return map[string]line{"error": {o.record.Input, o.record.Line, o.err.Error()}}
}

func (c *readCommand) format(out *os.File) string {
	switch {
	case c.Format != "":
		return c.Format
	case c.Table != "":
		return "csv"
	case term.IsTerminal(int(out.Fd())):
		return "text"
	}
	return "json"
}

func (c *readCommand) check(format string) error {
	switch {
	case format == "csv" && c.Table == "":
		return usagef("--format csv needs --table: one of %s", strings.Join(export.Tables, ", "))
	case format != "csv" && c.Table != "":
		return usagef("--table goes with --format csv")
	case format != "cameo" && c.All:
		return usagef("--all goes with --format cameo")
	case c.Workers < 0:
		return usagef("-j %d: want at least 1 worker", c.Workers)
	}
	if c.Table != "" {
		if _, err := export.Columns(c.Table); err != nil {
			return usageError{err}
		}
	}
	if c.Published != "" && !sayso.ValidDate(c.Published) {
		return usagef("--published %q: want a date such as 2022-02-10, or RFC 3339", c.Published)
	}
	return nil
}

func (c *readCommand) workers() int {
	if c.Workers > 0 {
		return c.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// encoder returns what makes a reading's bytes, for use by several workers at
// once, and the header to write first.
func (c *readCommand) encoder(format string, out *os.File) (func(*sayso.Reading) ([]byte, error), []byte, error) {
	switch format {
	case "csv":
		var header bytes.Buffer
		if _, err := export.NewCSV(&header, c.Table, true); err != nil {
			return nil, nil, err
		}
		return func(r *sayso.Reading) ([]byte, error) {
			var b bytes.Buffer
			w, err := export.NewCSV(&b, c.Table, false)
			if err == nil {
				err = w.Write(r)
			}
			return b.Bytes(), err
		}, header.Bytes(), nil
	case "cameo":
		lines, err := export.NewCameo(rules.FS, c.All)
		if err != nil {
			return nil, nil, err
		}
		return func(r *sayso.Reading) ([]byte, error) { return lines.Append(nil, r), nil }, nil, nil
	case "text":
		style := pageStyle(out, c.Width, c.Color)
		return func(r *sayso.Reading) ([]byte, error) {
			var b bytes.Buffer
			err := terminal.Page(&b, r, style)
			b.WriteString("\n" + strings.Repeat("─", style.Width) + "\n\n")
			return b.Bytes(), err
		}, nil, nil
	}
	return func(r *sayso.Reading) ([]byte, error) { return export.AppendJSON(nil, r) }, nil, nil
}

// pageStyle is how wide and colourful pages on out may be.
func pageStyle(out *os.File, width int, color string) terminal.Style {
	tty := term.IsTerminal(int(out.Fd()))
	if width <= 0 {
		width = 80
		if w, _, err := term.GetSize(int(out.Fd())); tty && err == nil {
			width = min(w, 110)
		}
	}
	auto := tty && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return terminal.Style{Width: max(width, terminal.MinWidth), Color: color == "always" || color == "auto" && auto}
}
