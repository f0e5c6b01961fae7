package train

import (
	"bufio"
	_ "embed" // the sentences of our own
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"sayso"
	"sayso/internal/event"
	"sayso/internal/text"
	"sayso/reader"
)

// GoldEvent is an event as people annotated it: its type, and where each side stands.
// Type YIELD stands for CONCEDE or RETREAT.
type GoldEvent struct {
	Type               string
	Actors, Recipients []sayso.Span
}

// eventText is one text with all that training and scoring need of it.
type eventText struct {
	doc      *text.Doc
	found    event.Found
	examples []event.Example
	gold     []GoldEvent
}

// ReadEvents reads articles, one JSON object a line, with their events in gold.events:
// {"text": …, "gold": {"events": [{"type", "actors": [{"span"}], "recipients": [{"span"}]}]}},
// where a span is one or a list of them.
func ReadEvents(path string) ([]sayso.Article, [][]GoldEvent, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	type party struct {
		Span json.RawMessage `json:"span"`
	}
	var articles []sayso.Article
	var golds [][]GoldEvent
	dec := json.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	for {
		var line struct {
			sayso.Article
			Gold struct {
				Events []struct {
					Type       string  `json:"type"`
					Actors     []party `json:"actors"`
					Recipients []party `json:"recipients"`
				} `json:"events"`
			} `json:"gold"`
		}
		if err := dec.Decode(&line); err == io.EOF {
			return articles, golds, nil
		} else if err != nil {
			return nil, nil, fmt.Errorf("%s, article %d: %w", path, len(articles)+1, err)
		}
		spans := func(list []party) (out []sayso.Span) {
			for _, p := range list {
				var one sayso.Span
				var many []sayso.Span
				if json.Unmarshal(p.Span, &one) == nil {
					out = append(out, one)
				} else if json.Unmarshal(p.Span, &many) == nil {
					out = append(out, many...)
				}
			}
			return out
		}
		var gold []GoldEvent
		for _, e := range line.Gold.Events {
			gold = append(gold, GoldEvent{e.Type, spans(e.Actors), spans(e.Recipients)})
		}
		articles, golds = append(articles, line.Article), append(golds, gold)
	}
}

// study reads a text up to its events and lists the words that could tell one.
func study(r *reader.Reader, a *sayso.Article, gold []GoldEvent) eventText {
	t := eventText{gold: gold}
	var f *event.Finder
	t.doc, t.found, f = r.BeforeEvents(a)
	t.examples = f.With(nil).Examples(t.doc, t.found)
	return t
}

// lesson is one example with its answer.
type lesson struct {
	*event.Example
	class, or int // the answer, and another as good
	weight    float32
	fold      int  // the fold that is kept from it; -1: none
	silver    bool // the answer is the rules' own, so what they say of the word is hidden
	unmarked  bool // it stands for no marked event, and may tell one
}

// How much an answer counts that nobody gave for the word itself.
const (
	unmarkedWeight = 0.1  // words of a marked sentence that stand for no marked event: few tell one
	plainWeight    = 0.5  // words of texts that have no politics
	ownWeight      = 1    // words of our own sentences on sport, business and the like
	ruledWeight    = 0.1  // what the rules read in other articles
	unruledWeight  = 0.02 // what they do not read there
	rowWeight      = 0.1  // a row of the rules' tables, shared by its examples
)

// marked makes the lessons of a text with marked events.
func (t *eventText) marked(fold int) (out []lesson) {
	answer := make([]int, len(t.examples)) // gold event + 1
	sure := make([]bool, len(t.examples))
	for g := range t.gold {
		if i, ok := t.stands(&t.gold[g]); i >= 0 {
			answer[i], sure[i] = g+1, ok
		}
	}
	for i := range t.examples {
		e := &t.examples[i]
		switch {
		case answer[i] > 0:
			class, or := classes(t.gold[answer[i]-1].Type)
			w := float32(1)
			if !sure[i] {
				w = 0.5
			}
			out = append(out, lesson{Example: e, class: class, or: or, weight: w, fold: fold})
		case e.Type == "":
			out = append(out, lesson{Example: e, weight: unmarkedWeight, fold: fold, unmarked: true})
		}
	}
	return out
}

func classes(kind string) (int, int) {
	if kind == "YIELD" {
		return event.ClassOf(sayso.Concede), event.ClassOf(sayso.Retreat)
	}
	c := event.ClassOf(sayso.EventType(kind))
	return c, c
}

// stands returns the example that stands for a marked event, and whether it is
// sure: the rules' event of that type whose sides are met best, else the word highest
// in the tree with both sides, else the highest that governs both.
func (t *eventText) stands(g *GoldEvent) (int, bool) {
	best, most := -1, 0
	for i := range t.examples {
		e := &t.examples[i]
		if e.Type == "" {
			continue
		}
		if class, or := classes(g.Type); event.ClassOf(e.Type) != class && event.ClassOf(e.Type) != or {
			continue
		}
		if n := 1 + met(g, e.Actors, e.Recipients); n > most {
			best, most = i, n
		}
	}
	if most > 1 {
		return best, most == 3
	}
	score := 0
	for i := range t.examples {
		e := &t.examples[i]
		a := meets(g.Actors, e.Actors, g.Recipients) || meets(g.Actors, e.Recipients, g.Recipients)
		b := meets(g.Recipients, e.Recipients, g.Actors)
		s := 0
		switch {
		case a && b || len(g.Recipients) == 0 && a || len(g.Actors) == 0 && b:
			s = 200
		case a && t.governs(e.Head, g.Recipients), b && t.governs(e.Head, g.Actors):
			s = 100
		}
		if s -= t.depth(e.Head); s > score {
			best, score = i, s
		}
	}
	if score <= 0 {
		return -1, false
	}
	return best, score > 150
}

// depth is how many words stand above a token in its tree.
func (t *eventText) depth(i int32) (n int) {
	for ; i >= 0 && n < 50; n++ {
		i = t.doc.Tokens[i].Head
	}
	return n
}

// governs reports whether a token stands above the first word of one of the spans.
func (t *eventText) governs(head int32, spans []sayso.Span) bool {
	for _, s := range spans {
		first, last := t.doc.TokensIn(s)
		for i := first; i < last; i++ {
			at := i
			for n := 0; at >= 0 && n < 50; n++ {
				if at == head {
					return true
				}
				at = t.doc.Tokens[at].Head
			}
		}
	}
	return false
}

// ownPlain are sentences of our own that tell no political event, full of countries,
// offices and words of force: one a line.
//
//go:embed plain.txt
var ownPlain string

// plain makes the lessons of a text without politics.
func (t *eventText) plain(fold int, weight float32) (out []lesson) {
	for i := range t.examples {
		out = append(out, lesson{Example: &t.examples[i], weight: weight, fold: fold})
	}
	return out
}

// ruled makes the lessons of a text of which only the rules' reading is known.
func (t *eventText) ruled() (out []lesson) {
	for i := range t.examples {
		e := &t.examples[i]
		l := lesson{Example: e, class: event.ClassOf(e.Type), or: event.ClassOf(e.Type), weight: ruledWeight, fold: -1, silver: true}
		if e.Type == "" {
			l.class, l.or, l.weight = 0, 0, unruledWeight
		}
		out = append(out, l)
	}
	return out
}

// rows makes the lessons of the rows of the rules' tables.
func rows(f *event.Finder) (out []lesson) {
	for _, row := range f.Rows() {
		for i := range row {
			class := event.ClassOf(row[i].Type)
			out = append(out, lesson{Example: &row[i], class: class, or: class, weight: rowWeight / float32(len(row)), fold: -1, silver: true})
		}
	}
	return out
}

// unpolitical reports whether a document of the treebanks is of a kind in which no
// political event is told: reviews, answers, letters, travel guides, papers.
func unpolitical(id string) bool {
	for _, kind := range []string{"reviews", "answers", "email", "GUM_voyage", "GUM_academic", "GUM_vlog"} {
		if strings.HasPrefix(id, kind) {
			return true
		}
	}
	return false
}
