// Package reader is the public way in: it turns articles into readings.
package reader

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"sayso"
	"sayso/internal/attribution"
	"sayso/internal/dateline"
	"sayso/internal/entity"
	"sayso/internal/event"
	"sayso/internal/page"
	"sayso/internal/place"
	"sayso/internal/quantity"
	"sayso/internal/syntax"
	"sayso/internal/text"
	"sayso/internal/timex"
	"sayso/models"
	"sayso/rules"
)

// Version is the program's version.
const Version = "0.1.0"

// Reader reads articles. It is safe for concurrent use.
type Reader struct {
	page        *page.Extractor
	dateline    *dateline.Finder
	syntax      *syntax.Parser
	entity      *entity.Finder
	timex       *timex.Finder
	place       *place.Finder
	attribution *attribution.Finder
	quantity    *quantity.Finder
	event       *event.Finder
	cameo       *event.Cameo
	actors      *Actors
	name        string
}

// Options say what a Reader reads with.
type Options struct {
	Models fs.FS      // weights in place of the embedded ones; nil: the embedded ones
	Actors *Actors    // the user's own codes of actors; nil: none
	Places *Gazetteer // the user's own places; nil: none
}

// New returns a Reader. An error names the table, pattern or weight file at fault.
func New(o Options) (*Reader, error) {
	if o.Models == nil {
		o.Models = models.FS
	}
	r := &Reader{actors: o.Actors, name: "sayso " + Version + " rules " + fingerprint(rules.FS) + " model " + fingerprint(o.Models)}
	if o.Actors != nil {
		r.name += " actors " + o.Actors.mark
	}
	if o.Places != nil {
		r.place = o.Places.finder
		r.name += " places " + o.Places.mark
	}
	var errs [10]error
	r.dateline, errs[0] = dateline.New(rules.FS)
	r.syntax, errs[1] = syntax.New(o.Models)
	r.entity, errs[2] = entity.New(rules.FS)
	r.timex, errs[3] = timex.New(rules.FS)
	if r.place == nil {
		r.place, errs[4] = place.New(rules.FS)
	}
	r.attribution, errs[5] = attribution.New(rules.FS, o.Models)
	r.quantity, errs[6] = quantity.New(rules.FS)
	r.event, errs[7] = event.New(rules.FS, o.Models, r.syntax.Vector)
	r.page, errs[8] = page.New(rules.FS, o.Models)
	r.cameo, errs[9] = event.NewCameo(rules.FS)
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("loading rules: %w", err)
		}
	}
	return r, nil
}

// Input is one article to read.
type Input struct {
	Article sayso.Article
	Page    []byte      // a web page as UTF-8; Article then holds only what is known apart from it
	Gaps    []sayso.Gap // what decoding the input met
}

// Name says what reads: the program's version and the fingerprints of its rules
// and weights.
func (r *Reader) Name() string { return r.name }

// ErrNoText says that an input holds no article text.
var ErrNoText = errors.New("no article text found in it")

// Read reads one article: a line per stage, in the order they need each other.
// The error is ErrNoText; whatever else is odd about the input becomes a gap.
func (r *Reader) Read(in Input) (sayso.Reading, error) {
	a, gaps, err := r.article(in)
	if err != nil {
		return sayso.Reading{}, err
	}
	note := func(g []sayso.Gap) { gaps = append(gaps, g...) }

	front, g := r.dateline.Find(&a)
	note(g)
	doc := text.Cut(a.Text)
	gap, isForeign := foreign(&a)
	reading := sayso.Reading{Format: sayso.Format, Reader: r.name, Article: a, Sentences: sentences(doc)}
	if isForeign {
		note([]sayso.Gap{gap})
		reading.Gaps = gaps
		return filled(reading), nil
	}
	found, g := r.before(&a, doc, front)
	note(g)
	events, g := r.event.Find(doc, found)
	note(g)
	attribution.Answer(&found.Told, events)
	for i := range events {
		events[i].Cameo = r.cameo.Code(&events[i])
	}
	r.actors.apply(&a, found.Entities, found.Times, events)
	r.entity.MarkPublic(found.Entities, found.Told.Claims, events)

	reading.Entities, reading.Times, reading.Places, reading.Quantities = found.Entities, found.Times, found.Places, found.Quantities
	reading.Claims, reading.Events, reading.Gaps = found.Told.Claims, events, gaps
	return filled(reading), nil
}

// before runs the stages between the front of an article and its events.
func (r *Reader) before(a *sayso.Article, doc *text.Doc, front text.Front) (f event.Found, gaps []sayso.Gap) {
	note := func(g []sayso.Gap) { gaps = append(gaps, g...) }
	f.Article, f.Front = a, front
	r.syntax.Parse(doc)
	var g []sayso.Gap
	f.Entities, g = r.entity.Find(doc, a.Dateline)
	note(g)
	f.Times, g = r.timex.Find(doc, day(a))
	note(g)
	f.Places, g = r.place.Find(doc, a, f.Entities)
	note(g)
	note(r.timex.Home(a.Text, f.Times, home(a, f.Places)))
	f.Told, g = r.attribution.Find(doc, front, a, f.Entities, f.Times)
	note(g)
	doc.States = nil // no later stage looks at them, and they are most of a long Doc
	entity.LinkSpeakers(doc, f.Entities, f.Told.Claims)
	entity.TakeNoSides(f.Entities, f.Told.Claims)
	f.Quantities, g = r.quantity.Find(doc, f.Times, f.Places, f.Told)
	note(g)
	attribution.Headline(a.Text, front.Headline, f.Quantities, f.Told.Claims)
	return f, gaps
}

// BeforeEvents reads an article of plain text up to its events, for training what finds
// those, and returns what finds them with the Reader's own weights.
func (r *Reader) BeforeEvents(a *sayso.Article) (*text.Doc, event.Found, *event.Finder) {
	front, _ := r.dateline.Find(a)
	doc := text.Cut(a.Text)
	f, _ := r.before(a, doc, front)
	return doc, f, r.event
}

// Syntax tags and parses one article without reading it further. The error is
// ErrNoText.
func (r *Reader) Syntax(in Input) (sayso.Article, *text.Doc, error) {
	a, _, err := r.article(in)
	if err != nil {
		return a, nil, err
	}
	doc := text.Cut(a.Text)
	r.syntax.Parse(doc)
	return a, doc, nil
}

// article gets the article out of an input.
func (r *Reader) article(in Input) (sayso.Article, []sayso.Gap, error) {
	a, gaps := in.Article, in.Gaps
	if in.Page != nil {
		found, g := r.page.Extract(in.Page, a.URL)
		a, gaps = merge(a, found), append(gaps, g...)
	}
	if strings.TrimSpace(a.Text) == "" {
		if len(gaps) > 0 {
			return a, gaps, fmt.Errorf("%w: %s", ErrNoText, gaps[len(gaps)-1].Why)
		}
		return a, gaps, ErrNoText
	}
	if a.ID == "" {
		a.ID = identify(&a)
	}
	return a, gaps, nil
}

// day is the day that times are reckoned from: that of publication, else the
// dateline's, whose year may be unknown.
func day(a *sayso.Article) string {
	if a.Published == "" && a.Dateline != nil {
		return a.Dateline.Date
	}
	return a.Published
}

// home is the country of the place that the dateline names, "" where it is not known.
func home(a *sayso.Article, places []sayso.Place) string {
	if a.Dateline == nil {
		return ""
	}
	for i := range places {
		if p := &places[i]; a.Dateline.Span.Contains(p.Span) && p.Country != "" {
			return p.Country
		}
	}
	return ""
}

// merge returns the page's article with what the user gave on top; a date the
// user gave counts only where the page has none.
func merge(given, found sayso.Article) sayso.Article {
	for _, f := range []struct{ to, from *string }{{&found.ID, &given.ID}, {&found.URL, &given.URL},
		{&found.Outlet, &given.Outlet}, {&found.Agency, &given.Agency}, {&found.Language, &given.Language}} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	if found.Published == "" {
		found.Published, found.PublishedFrom = given.Published, given.PublishedFrom
	}
	return found
}

func sentences(doc *text.Doc) []sayso.Span {
	out := make([]sayso.Span, len(doc.Sents))
	for i, s := range doc.Sents {
		out[i] = s.Span
	}
	return out
}

// filled makes absent lists empty ones.
func filled(r sayso.Reading) sayso.Reading {
	r.Entities, r.Times, r.Places, r.Quantities = listed(r.Entities), listed(r.Times), listed(r.Places), listed(r.Quantities)
	r.Claims, r.Events, r.Gaps = listed(r.Claims), listed(r.Events), listed(r.Gaps)
	return r
}

func listed[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
