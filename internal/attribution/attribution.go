// Package attribution finds who says what, and through whom it reached the reader.
//
// Every word that could hand words or thoughts to somebody is a candidate
// cue; the grammar around it offers a source and a content (candidate.go,
// content.go, source.go), and a model decides (decide.go; without one, the rules
// of accept.go). Then rules insist where the grammar leaves one reading or the
// model has seen too little: speakers who come last, hedges, interviews, counts,
// headlines, what cannot speak (insist.go and the files it names). Claims are
// made to agree with each other (settle.go), quotations without a cue of their
// own go on from the claim before (follow.go), and each claim gets its kind and
// stance (stance.go), the terms its source spoke on (terms.go), its chain
// (chain.go) and what it answers (respond.go).
package attribution

import (
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"slices"

	"sayso"
	"sayso/internal/pattern"
	"sayso/internal/text"
)

// Finder finds claims.
type Finder struct {
	words words
	hops  hops
	terms *pattern.Set
	model *Model // nil: rules alone decide
}

// New loads the tables below the rules folder and the weights in the models
// folder, without which rules alone decide; an error names the file.
func New(rules, models fs.FS) (*Finder, error) {
	f := &Finder{}
	var err error
	if data, missing := fs.ReadFile(models, "attribution.bin"); missing == nil {
		if f.model, err = ReadModel(data); err != nil {
			return nil, fmt.Errorf("attribution.bin: %w", err)
		}
		if sum, err := EngineSum(models); err != nil {
			return nil, err
		} else if sum != f.model.Engine {
			return nil, errors.New("attribution.bin was learnt with another engine.bin: train it again, or leave it out and rules alone decide")
		}
	} else if !errors.Is(missing, fs.ErrNotExist) {
		return nil, missing
	}
	if f.words, err = readWords(rules); err != nil {
		return nil, err
	}
	if f.hops, err = readHops(rules); err != nil {
		return nil, err
	}
	if f.terms, err = pattern.Read(rules, "attribution/terms.pattern"); err != nil {
		return nil, err
	}
	return f, nil
}

// EngineSum is the checksum of the language engine's weights, by which a model
// knows whose states it learnt from.
func EngineSum(models fs.FS) (uint32, error) {
	data, err := fs.ReadFile(models, "engine.bin")
	return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli)), err
}

// How sure a claim must be to stand: on its own, and within another.
const (
	leastOuter = 0.30 // a claim missed puts somebody's words into the outlet's mouth
	leastInner = 0.5
	leastDoubt = 0.25 // below this nobody's words are looked for
	leastRuled = 0.6  // from here on the rules' word is enough for doubt
)

// Find returns the claims of an article in order of their first content.
func (f *Finder) Find(doc *text.Doc, front text.Front, article *sayso.Article, entities []sayso.Entity, times []sayso.Timex) (sayso.Attribution, []sayso.Gap) {
	if len(doc.Tokens) == 0 {
		return sayso.Attribution{}, nil
	}
	p := newPage(doc, &f.words, front)
	p.media = &f.hops
	frames := p.candidates()
	for i := range frames {
		p.judge(&frames[i])
		frames[i].ruled = frames[i].p
	}
	if f.model != nil && doc.Width == f.model.Net.Width {
		p.decide(f.model, frames)
	}
	frames = p.insist(frames)
	p.announced(frames)
	p.blocks(frames)
	p.amended(frames)
	for i := range frames {
		if p.citesSource(&frames[i]) {
			frames[i].p = 0 // a hop of another claim's chain
		}
	}
	p.terms = p.findTerms(f.terms)
	p.spare(frames, p.terms)
	claims, alone := p.settle(frames, leastOuter, leastInner)
	out := f.build(p, claims, article, entities, times)
	var gaps []sayso.Gap
	for _, q := range alone {
		out.Doubtful = append(out.Doubtful, p.Quotes[q].Pieces...)
		gaps = append(gaps, sayso.NewGap("attribution", "quotation without a speaker", p.Quotes[q].Pieces[0]))
	}
	for _, s := range p.doubtful(frames, claims) {
		out.Doubtful = append(out.Doubtful, s)
		gaps = append(gaps, sayso.NewGap("attribution", "perhaps somebody's words, perhaps the outlet's", s))
	}
	slices.SortFunc(out.Doubtful, func(a, b sayso.Span) int { return int(a.Start) - int(b.Start) })
	return out, gaps
}
