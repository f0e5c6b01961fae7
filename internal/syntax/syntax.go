// Package syntax tags and parses: sentences, parts of speech, lemmas,
// features, chunks, dependencies and names of a Doc.
//
// One encoder reads every word with its neighbours: hashed embeddings of its
// form, beginning, end and shape and a pretrained vector, a convolution over
// three words, and simple recurrent units in both directions. Small heads on
// top of it tell sentences, tags, names and, by biaffine attention, trees.
// Weights are integers and everything else is rounded step by step, so that
// every machine reads the same.
package syntax

import (
	"fmt"
	"io/fs"
	"sync"

	"sayso/internal/text"
)

// Parser fills in what a Doc's tokens are. It is safe for concurrent use.
type Parser struct {
	weights *Weights
	lemmas  lemmas
	engines sync.Pool
}

// New loads the weights, vectors.bin, engine.bin and lemmas.tsv; an error names
// the file.
func New(models fs.FS) (*Parser, error) {
	b, err := fs.ReadFile(models, "vectors.bin")
	if err != nil {
		return nil, err
	}
	vectors, err := ReadVectors(b)
	if err != nil {
		return nil, fmt.Errorf("vectors.bin: %w", err)
	}
	if b, err = fs.ReadFile(models, "engine.bin"); err != nil {
		return nil, err
	}
	p := &Parser{}
	if p.weights, err = ReadWeights(b, vectors); err != nil {
		return nil, fmt.Errorf("engine.bin: %w", err)
	}
	p.engines.New = func() any { return &engine{Weights: p.weights, letters: Letters{}} }
	p.lemmas, err = readLemmas(models, "lemmas.tsv")
	return p, err
}

// Parse finds a Doc's sentences anew and fills in its Chunks and its Tokens'
// Sent, Lemma, UPOS, Tag, Feats, Head, Rel, Name and Chunk.
func (p *Parser) Parse(doc *text.Doc) {
	e := p.engines.Get().(*engine)
	defer p.engines.Put(e)
	e.read(doc)
	offices(doc)
	firsts(doc)
	openers(doc)
	finites(doc)
	modals(doc)
	mendNames(doc)
	bodies(doc)
	storms(doc)
	repeat(doc)
	doc.Chunks = doc.Chunks[:0]
	for _, s := range doc.Sents {
		verbs(doc, s)
		for i := s.First; i < s.Last; i++ {
			t := &doc.Tokens[i]
			t.Lemma = p.lemmas.lemma(doc.Word(i), t.Lower, t.UPOS, t.Tag)
			t.Feats = feats(doc, s, i)
			t.Chunk = -1
		}
		voices(doc, s)
		chunks(doc, s)
	}
}
