// Package syntax tags and parses: parts of speech, lemmas, features, chunks,
// dependencies and names of every sentence of a Doc.
package syntax

import (
	"fmt"
	"io/fs"

	"sayso/internal/text"
)

// Parser fills in what a Doc's tokens are. It is safe for concurrent use.
type Parser struct {
	tagger *Tagger
	lemmas lemmas
}

// New loads the tables and weights; an error names the file.
func New(rules, models fs.FS) (*Parser, error) {
	b, err := fs.ReadFile(models, "tagger.bin")
	if err != nil {
		return nil, err
	}
	p := &Parser{}
	if p.tagger, err = ReadTagger(b); err != nil {
		return nil, fmt.Errorf("tagger.bin: %w", err)
	}
	p.lemmas, err = readLemmas(models, "lemmas.tsv")
	return p, err
}

// Parse fills in Tokens' Lemma, UPOS, Tag, Feats, Head, Rel and Name, and the Chunks.
func (p *Parser) Parse(doc *text.Doc) {
	var context TagContext
	doc.Chunks = doc.Chunks[:0]
	for _, s := range doc.Sents {
		p.tagger.Tag(doc, s, &context)
		for i := s.First; i < s.Last; i++ {
			t := &doc.Tokens[i]
			t.Lemma = p.lemmas.lemma(doc.Word(i), t.Lower, t.UPOS, t.Tag)
			t.Feats = feats(doc, s, i)
			t.Head, t.Rel = text.Unparsed, 0
		}
		chunks(doc, s)
	}
}
