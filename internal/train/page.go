package train

import (
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"math"
	"slices"
	"unicode"

	"sayso/internal/page"
)

// Page learns the weights by which package page tells an article's blocks from
// the rest of a web page: a logistic regression over the features that the
// package names, in which a block counts by its length, with an L2 penalty.
// Adam takes whole passes in a fixed order, so that nothing is left to chance.
type Page struct {
	Extractor *page.Extractor // its tables name the features; its weights do not matter
	Epochs    int
	Penalty   float64 // of a weight's square, halved
	Folds     int     // parts of the pages that are read, each with weights learnt from the others, for the figures; 0: no figures
	Log       io.Writer
}

// WritePage learns the weights from a folder of marked pages (see ReadPages)
// and writes them as the table models/page.tsv. The figures of five folds go
// to log.
func WritePage(rules fs.FS, data string, w, log io.Writer) error {
	x, err := page.Untrained(rules)
	if err != nil {
		return err
	}
	pages, err := ReadPages(data)
	if err != nil {
		return err
	}
	p := Page{Extractor: x, Epochs: 300, Penalty: 30, Folds: 5, Log: log}
	return p.Write(w, pages)
}

// Write learns from pages and writes the table. Weights that rest on fewer than
// five blocks, or that hardly tip a scale, are left out.
func (t *Page) Write(w io.Writer, pages []MarkedPage) error {
	m := t.examples(pages)
	if len(m.examples) == 0 {
		return fmt.Errorf("no block of the %d pages is marked as part of an article or as not", len(pages))
	}
	fmt.Fprintf(t.Log, "page: %d pages, %d blocks, %d features\n", len(pages), len(m.examples), len(m.names))
	if t.Folds > 1 {
		t.report(pages, m)
	}
	weights := m.table(t.learn(m, -1))
	names := make([]string, 0, len(weights))
	for name := range weights {
		names = append(names, name)
	}
	slices.Sort(names)
	if _, err := io.WriteString(w, pageHead); err != nil {
		return err
	}
	for _, name := range names {
		if _, err := fmt.Fprintf(w, "%s\t%.2f\n", name, weights[name]); err != nil {
			return err
		}
	}
	return nil
}

const pageHead = `# What speaks for (above zero) and against (below) a block's being part of a page's article; internal/page/feature.go
# makes the names. Made by "sayso train page"; README.md says from what.
feature	weight
`

// marked are the blocks that weights are learnt from.
type marked struct {
	names    []string // of features, by number
	counts   []int    // of examples that have them
	examples []blockExample
}

type blockExample struct {
	features []int
	answer   float64 // 1: part of the article
	weight   float64
	fold     int
}

func (t *Page) examples(pages []MarkedPage) *marked {
	m, number := &marked{}, map[string]int{}
	for i := range pages {
		p := &pages[i]
		blocks := t.Extractor.Candidates(p.HTML, "")
		for k, share := range p.answers(blocks) {
			if share < 0 {
				continue
			}
			e := blockExample{weight: float64(min(printed(blocks[k].Text), 300))/60 + .5, fold: t.fold(p.ID)}
			if share > .5 {
				e.answer = 1
			}
			for _, name := range blocks[k].Features {
				n, known := number[name]
				if !known {
					n = len(m.names)
					number[name] = n
					m.names, m.counts = append(m.names, name), append(m.counts, 0)
				}
				m.counts[n]++
				e.features = append(e.features, n)
			}
			m.examples = append(m.examples, e)
		}
	}
	return m
}

// fold is the part of the pages that a page belongs to, by its id alone.
func (t *Page) fold(id string) int {
	if t.Folds < 2 {
		return 0
	}
	h := fnv.New32()
	h.Write([]byte(id))
	return int(h.Sum32()>>3) % t.Folds
}

// learn returns the weights by the features' numbers, learnt from all examples
// but those of the fold without.
func (t *Page) learn(m *marked, without int) []float64 {
	const decay1, decay2 = .9, .99
	n := len(m.names)
	w, g, mean, square := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
	for epoch := 1; epoch <= t.Epochs; epoch++ {
		for k := range g {
			g[k] = t.Penalty * w[k]
		}
		for i := range m.examples {
			e := &m.examples[i]
			if e.fold == without {
				continue
			}
			sum := 0.0
			for _, k := range e.features {
				sum += w[k]
			}
			d := (1/(1+math.Exp(-sum)) - e.answer) * e.weight
			for _, k := range e.features {
				g[k] += d
			}
		}
		rate := .08
		if epoch*3 > t.Epochs*2 {
			rate = .02
		}
		c1, c2 := 1-math.Pow(decay1, float64(epoch)), 1-math.Pow(decay2, float64(epoch))
		for k := range w {
			mean[k] = decay1*mean[k] + (1-decay1)*g[k]
			square[k] = decay2*square[k] + (1-decay2)*g[k]*g[k]
			w[k] -= rate * (mean[k] / c1) / (math.Sqrt(square[k]/c2) + 1e-8)
		}
	}
	return w
}

// table returns the weights that are worth writing, rounded as they are written.
func (m *marked) table(w []float64) map[string]float64 {
	out := map[string]float64{}
	for k, name := range m.names {
		if m.counts[k] >= 5 && math.Abs(w[k]) >= .05 {
			out[name] = math.Round(w[k]*100) / 100
		}
	}
	return out
}

// report logs how pages are read with weights that were learnt without them.
func (t *Page) report(pages []MarkedPage, m *marked) {
	var all pageFigures
	for fold := range t.Folds {
		x := t.Extractor.Weighed(m.table(t.learn(m, fold)))
		for i := range pages {
			if p := &pages[i]; p.Body != "" && t.fold(p.ID) == fold {
				a, _ := x.Extract(p.HTML, "")
				all.add(p, a)
			}
		}
	}
	fmt.Fprintf(t.Log, "page: read in %d folds, body %s\n", t.Folds, all.String())
}

// printed counts the characters that leave ink.
func printed(s string) (n int) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// answers returns for each block the share of it that belongs to the article,
// -1 where nobody knows. Where the whole body is marked, this is the share of
// its runs of up to three words that the body has; else a block is judged by
// the marked segments it holds.
func (p *MarkedPage) answers(blocks []page.Candidate) []float64 {
	out := make([]float64, len(blocks))
	if p.Body == "" {
		for i, b := range blocks {
			out[i] = p.segment(b.Text)
		}
		return out
	}
	body := wordsOf(p.Body)
	var runs [4]map[string]int
	for n := 1; n <= 3; n++ {
		runs[n] = shingles(body, n)
	}
	first, last := -1, -1 // long blocks of the article
	for i, b := range blocks {
		w := wordsOf(b.Text)
		if len(w) == 0 {
			out[i] = -1
			continue
		}
		n := min(3, len(w))
		in, all := 0, 0
		for run, count := range shingles(w, n) {
			in, all = in+min(count, runs[n][run]), all+count
		}
		out[i] = float64(in) / float64(all)
		if out[i] > .7 && len(b.Text) > 60 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	for i, b := range blocks { // a few words far from the article are in it by chance
		if first >= 0 && out[i] > .5 && len(b.Text) < 30 && (i < first-3 || i > last+4) {
			out[i] = 0
		}
	}
	return out
}
