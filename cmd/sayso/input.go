package main

import (
	"context"
	"iter"
	"os"

	"sayso/internal/fetch"
	"sayso/internal/source"
	"sayso/reader"
)

// inputFlags are the flags of every command that reads articles.
type inputFlags struct {
	Input     string `help:"What the inputs are: html, text or jsonl. Without it the name tells, else the first bytes." enum:",html,text,jsonl" default:""`
	Published string `help:"Publication date where the input has none: 2022-02-10 or RFC 3339." placeholder:"DATE"`
	Models    string `help:"Folder of weights in place of the built-in ones." type:"existingdir" placeholder:"DIR"`
}

// reader loads the rules and weights.
func (f *inputFlags) reader() (*reader.Reader, error) {
	var o reader.Options
	if f.Models != "" {
		o.Models = os.DirFS(f.Models)
	}
	return reader.New(o)
}

// records yields the articles of the inputs named, "-" being standard input.
func (f *inputFlags) records(s *session, inputs []string) iter.Seq[source.Record] {
	client := &fetch.Client{Agent: "sayso/" + reader.Version}
	return source.Records(s.ctx, inputs, source.Options{
		Kind:      f.Input,
		Published: f.Published,
		Stdin:     s.stdin,
		Fetch: func(ctx context.Context, url string) ([]byte, string, string, error) {
			p, err := client.Get(ctx, url)
			return p.Body, p.ContentType, p.URL, err
		},
	})
}
