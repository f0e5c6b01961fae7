package main

import (
	"context"
	"io"
	"iter"
	"os"

	"sayso/internal/fetch"
	"sayso/internal/source"
	"sayso/reader"
)

// inputFlags are the flags of every command that reads articles.
type inputFlags struct {
	Input     string `help:"What the inputs are: html, text or jsonl. Without it the name tells, else the first bytes." enum:",html,text,jsonl" default:"" placeholder:"KIND"`
	Published string `help:"Publication date where the input has none: 2022-02-10 or RFC 3339." placeholder:"DATE"`
	Models    string `help:"Folder of weights in place of the built-in ones." type:"existingdir" placeholder:"DIR"`
}

// reader loads the rules and weights.
func (f *inputFlags) reader() (*reader.Reader, error) { return f.load(reader.Options{}) }

func (f *inputFlags) load(o reader.Options) (*reader.Reader, error) {
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

// codingFlags are the flags of every command that codes articles.
type codingFlags struct {
	inputFlags
	Actors    string `help:"Your own codes of actors with dated offices: a table of the columns name, code, sector, from, to." type:"existingfile" placeholder:"FILE.tsv"`
	Gazetteer string `help:"Your own places beside the built-in ones: a table of the columns name, names, kind, country, lat, lon." type:"existingfile" placeholder:"FILE.tsv"`
}

// reader loads the rules, the weights and the user's tables.
func (f *codingFlags) reader() (*reader.Reader, error) {
	actors, err := table(f.Actors, reader.ReadActors)
	if err != nil {
		return nil, err
	}
	places, err := table(f.Gazetteer, reader.ReadGazetteer)
	if err != nil {
		return nil, err
	}
	return f.load(reader.Options{Actors: actors, Places: places})
}

// table reads a user's table; nil where none is named.
func table[T any](path string, read func(string, io.Reader) (*T, error)) (*T, error) {
	if path == "" {
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	t, err := read(path, file)
	if err != nil {
		return nil, usageError{err}
	}
	return t, nil
}
