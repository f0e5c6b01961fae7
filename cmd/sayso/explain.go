package main

import (
	"fmt"
	"os"
	"strings"

	"sayso"
	"sayso/internal/terminal"
)

// explainCommand is `sayso explain`.
type explainCommand struct {
	Source string `arg:"" name:"input" help:"The file, URL or - that was read."`
	Ref    string `arg:"" name:"id" help:"A claim (c3), event (v1), quantity (q2) or place (p4); ARTICLE#c3 names one of an article within JSONL."`
	codingFlags
	Width int    `help:"Columns of the page; without it the terminal's." placeholder:"N"`
	Color string `help:"Colour: auto, always or never." enum:"auto,always,never" default:"auto"`
}

// Run reads the input again and explains one thing in it.
func (c *explainCommand) Run(s *session) error {
	article, id := "", c.Ref
	if i := strings.LastIndexByte(c.Ref, '#'); i >= 0 {
		article, id = c.Ref[:i], c.Ref[i+1:]
	}
	reading, err := c.find(s, article)
	if err != nil {
		return err
	}
	return terminal.Explain(os.Stdout, reading, id, pageStyle(s.stdout, c.Width, c.Color))
}

// find reads the article of that id, or the only article there is.
func (c *explainCommand) find(s *session, article string) (*sayso.Reading, error) {
	r, err := c.reader()
	if err != nil {
		return nil, err
	}
	var found *sayso.Reading
	for rec := range c.records(s, []string{c.Source}) {
		if rec.Err != nil {
			if article != "" {
				continue // another line's trouble
			}
			return nil, rec.Err
		}
		if article != "" && rec.In.Article.ID != "" && rec.In.Article.ID != article {
			continue
		}
		reading, err := r.Read(rec.In)
		if err != nil {
			return nil, err
		}
		switch {
		case article == reading.Article.ID:
			return &reading, nil
		case article != "":
			continue
		case found != nil:
			return nil, usagef("%s holds several articles: name one, such as %s#%s", c.Source, found.Article.ID, c.Ref)
		}
		found = &reading
	}
	if found == nil {
		return nil, fmt.Errorf("%s: no article %q in it", c.Source, article)
	}
	return found, nil
}
