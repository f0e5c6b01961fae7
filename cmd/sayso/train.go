package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/term"

	"sayso/internal/train"
	"sayso/rules"
)

// trainCommand is `sayso train`.
type trainCommand struct {
	Only    []string `arg:"" optional:"" name:"what" help:"What to train: engine (sentences, tags, names, trees), antecedents (what pronouns mean), attribution, events, lemmas, page (what of a web page is the article). [default: all]" enum:"engine,antecedents,attribution,events,lemmas,page"`
	Data    string   `help:"Folder of corpora, with syntax/, ner/, attribution/, event/ and page/ below it." type:"existingdir" required:"" placeholder:"DIR"`
	Extra   string   `help:"Folder with the word vectors and WordNet's tables, as make train-data leaves it." type:"path" default:"work/traindata"`
	Rules   string   `help:"Folder of the rules, among which the antecedents go." type:"existingdir" default:"rules"`
	Score   bool     `help:"Train nothing: measure what pronouns and entities mean on the development set."`
	Without string   `help:"Articles, one JSON object a line, that attribution does not learn from, so that it can be measured on them." type:"existingfile" placeholder:"FILE"`
	Out     string   `help:"Folder the weights go to." type:"existingdir" default:"models"`
	Work    string   `help:"Folder for checkpoints. Training goes on from one that is there." default:"work/train"`
	Seed    uint64   `help:"Where chance begins. The same seed gives the same weights." default:"1"`
}

// Run trains and logs the figures on the development sets to standard error.
func (c *trainCommand) Run(s *session) error {
	if c.Score {
		return c.antecedents(s)
	}
	wanted := func(what string) bool { return len(c.Only) == 0 || slices.Contains(c.Only, what) }
	if wanted("lemmas") {
		golds, err := train.ReadTreebank(filepath.Join(c.Data, "syntax", "train"))
		if err != nil {
			return err
		}
		if err := create(filepath.Join(c.Out, "lemmas.tsv"), func(w io.Writer) error { return train.Lemmas(w, golds, c.Extra) }); err != nil {
			return err
		}
	}
	if wanted("page") {
		write := func(w io.Writer) error { return train.WritePage(rules.FS, filepath.Join(c.Data, "page"), w, s.stderr) }
		if err := create(filepath.Join(c.Out, "page.tsv"), write); err != nil {
			return err
		}
	}
	if wanted("engine") {
		if err := c.engine(s); err != nil {
			return err
		}
	}
	// The others learn on what the engine's weights of the same folder read.
	if wanted("antecedents") {
		if err := c.antecedents(s); err != nil {
			return err
		}
	}
	if wanted("attribution") {
		write := func(w io.Writer) error {
			return train.WriteAttribution(rules.FS, os.DirFS(c.Out), filepath.Join(c.Data, "attribution", "train", "gold.jsonl"), c.Without, c.Seed+1, w, s.stderr) // of two seeds the better on the dev part
		}
		if err := create(filepath.Join(c.Out, "attribution.bin"), write); err != nil {
			return err
		}
	}
	if !wanted("events") {
		return nil
	}
	t := train.Events{Data: c.Data, Models: os.DirFS(c.Out), Seed: c.Seed, Log: s.stderr}
	return create(filepath.Join(c.Out, "event.bin"), t.Write)
}

// engine trains the language engine, with a bar of progress on a terminal.
func (c *trainCommand) engine(s *session) error {
	o := train.Defaults()
	o.Treebank, o.Names = filepath.Join(c.Data, "syntax"), filepath.Join(c.Data, "ner")
	o.Rules, o.Extra = os.DirFS(c.Rules), c.Extra
	o.Work, o.Out, o.Seed, o.Log = c.Work, c.Out, c.Seed, s.stderr
	if term.IsTerminal(int(s.stderr.Fd())) {
		o.Progress = func(epoch int, share float64) {
			n := int(share * 40)
			fmt.Fprintf(s.stderr, "\r\x1b[Kepoch %d [%s%s] %.0f%%", epoch, strings.Repeat("=", n), strings.Repeat(" ", 40-n), share*100)
			if share == 1 {
				fmt.Fprint(s.stderr, "\r\x1b[K")
			}
		}
	}
	return train.Engine(o)
}

// antecedents fits what pronouns mean, or measures it.
func (c *trainCommand) antecedents(s *session) error {
	t, err := train.NewAntecedents(os.DirFS(c.Rules), os.DirFS(c.Out), s.stderr)
	if err != nil {
		return err
	}
	dev, err := train.ReadTreebank(filepath.Join(c.Data, "syntax", "dev", "gum.conllu"))
	if err != nil {
		return err
	}
	if c.Score {
		t.Score(dev)
		return t.ScoreEntities(os.DirFS(c.Rules), dev)
	}
	learn, err := train.ReadTreebank(filepath.Join(c.Data, "syntax", "train", "gum.conllu"))
	if err != nil {
		return err
	}
	return create(filepath.Join(c.Rules, "entity", "antecedents.tsv"), func(w io.Writer) error { return t.Fit(learn, dev, w) })
}

// create writes a file once all of it is made: a failure leaves what was there.
func create(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}
