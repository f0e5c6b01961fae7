package train

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"

	"sayso"
	"sayso/internal/event"
	"sayso/reader"
)

const (
	eventFolds = 5
	eventBits  = 17
	otherShare = 2 // one in so many of the articles without marked events is read
)

// Events trains the model of package event.
type Events struct {
	Data   string // folder with event/, attribution/train/ and syntax/train/ below it
	Models fs.FS  // the weights that the stages before read with
	Seed   uint64
	Log    io.Writer

	marked  []eventText
	lessons []lesson
	finder  *event.Finder
	dim     int // of the word vectors
}

// Write prints what five folds by article give, trains on all and writes the model.
func (t *Events) Write(w io.Writer) error {
	if err := t.gather(); err != nil {
		return err
	}
	var folds [eventFolds]*event.Model
	var m *event.Model
	var fits sync.WaitGroup // each on its own: in whatever order, the same weights
	for k := range folds {
		fits.Go(func() { folds[k] = t.fit(k) })
	}
	fits.Go(func() { m = t.fit(-1) })
	fits.Wait()
	for k := range folds { // no fold has a part in its own curves
		folds[k].Ruled, folds[k].Found = t.curves(&folds, k)
	}
	var rules, both eventScore
	for i := range t.marked {
		x := &t.marked[i]
		rules.add(x.gold, x.read(t.finder))
		both.add(x.gold, x.read(t.finder.With(folds[i%eventFolds])))
	}
	t.print("rules alone", &rules)
	t.print("with the model, five folds", &both)
	m.Ruled, m.Found = t.curves(&folds, -1)
	return m.Write(w)
}

// gather reads the texts and makes the lessons.
func (t *Events) gather() error {
	r, err := reader.New(reader.Options{Models: without{t.Models, "event.bin"}})
	if err != nil {
		return err
	}
	articles, golds, err := ReadEvents(filepath.Join(t.Data, "event", "gold.jsonl"))
	if err != nil {
		return err
	}
	stood := 0
	for i := range articles {
		x := study(r, &articles[i], golds[i])
		for _, l := range x.marked(i % eventFolds) {
			if t.lessons = append(t.lessons, l); l.class > 0 {
				stood++
			}
		}
		t.marked = append(t.marked, x)
	}
	fmt.Fprintf(t.Log, "%d texts with marked events, for %d of which a word stands; %d words\n", len(t.marked), stood, len(t.lessons))
	for i, line := range strings.Split(strings.TrimSpace(ownPlain), "\n") {
		x := study(r, &sayso.Article{Text: line}, nil)
		t.lessons = append(t.lessons, x.plain(i%eventFolds, ownWeight)...)
	}
	docs, err := ReadTreebank(filepath.Join(t.Data, "syntax", "train"))
	if err != nil {
		return err
	}
	for i := range docs {
		x := study(r, &sayso.Article{Text: docs[i].Text}, nil)
		if unpolitical(docs[i].ID) {
			t.lessons = append(t.lessons, x.plain(i%eventFolds, plainWeight)...)
		} else {
			t.lessons = append(t.lessons, x.ruled()...)
		}
	}
	fmt.Fprintf(t.Log, "with the treebanks: %d words\n", len(t.lessons))
	others, err := ReadAttributed(filepath.Join(t.Data, "attribution", "train", "gold.jsonl"))
	if err != nil {
		return err
	}
	for i := range others {
		if i%otherShare == 0 {
			x := study(r, &sayso.Article{Text: others[i].Text}, nil)
			t.lessons = append(t.lessons, x.ruled()...)
		}
	}
	fmt.Fprintf(t.Log, "with other articles: %d words\n", len(t.lessons))
	for i := range t.lessons {
		for _, v := range t.lessons[i].Vectors {
			t.dim = max(t.dim, len(v))
		}
	}
	_, _, t.finder = r.BeforeEvents(&sayso.Article{Text: "."})
	t.lessons = append(t.lessons, rows(t.finder)...)
	fmt.Fprintf(t.Log, "with the rules' rows: %d words\n", len(t.lessons))
	return nil
}

func (t *Events) fit(fold int) *event.Model {
	return fitEvents(t.lessons, fold, eventBits, t.dim, t.Seed).model()
}

func (t *Events) print(what string, s *eventScore) {
	root, quad, binary := s.figures()
	fmt.Fprintf(t.Log, "%s: binary %.4f, quad %.4f, root %.4f; %d of %d marked events without one; %d events\n", what, binary, quad, root, s.none, len(s.pairs), s.events)
}

// curves calibrates by the lessons that a fold was kept from, but those of one fold.
func (t *Events) curves(folds *[eventFolds]*event.Model, but int) (ruled, found []uint16) {
	var answers [2][]answer
	for i := range t.lessons {
		l := &t.lessons[i]
		if l.unmarked || l.fold < 0 || l.fold == but {
			continue
		}
		class, p := folds[l.fold].Judge(l.Example)
		k := 0
		if l.Type == "" {
			k = 1
		}
		answers[k] = append(answers[k], answer{p, class == l.class || class == l.or, 1})
	}
	return platt(answers[0]), platt(answers[1])
}

// without is a folder without one of its files.
type without struct {
	fs.FS
	name string
}

// Open opens a file of the folder.
func (w without) Open(name string) (fs.File, error) {
	if name == w.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}
