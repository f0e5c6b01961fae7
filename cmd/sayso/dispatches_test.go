package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sayso"
	"sayso/internal/source"
	"sayso/reader"
)

// TestDispatches holds each sample dispatch to what a careful reader would note
// of it, as its .want file says; the verbs are those of wanted.
func TestDispatches(t *testing.T) {
	wants, err := filepath.Glob("../../testdata/dispatches/*.want")
	if err != nil || len(wants) == 0 {
		t.Fatal(wants, err)
	}
	r, err := reader.New(reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range wants {
		name := strings.TrimSuffix(want, ".want")
		t.Run(filepath.Base(name), func(t *testing.T) {
			files, _ := filepath.Glob(name + ".*")
			files = slices.DeleteFunc(files, func(f string) bool { return f == want })
			if len(files) != 1 {
				t.Fatalf("%d inputs: %v", len(files), files)
			}
			for rec := range source.Records(context.Background(), files, source.Options{}) {
				if rec.Err != nil {
					t.Fatal(rec.Err)
				}
				reading, err := r.Read(rec.In)
				if err != nil {
					t.Fatal(err)
				}
				lines, err := os.ReadFile(want)
				if err != nil {
					t.Fatal(err)
				}
				for line := range strings.Lines(string(lines)) {
					if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
						continue
					}
					if err := (&dispatch{&reading}).wanted(line); err != nil {
						t.Errorf("%s: %v", line, err)
					}
				}
			}
		})
	}
}

// dispatch is the reading of one.
type dispatch struct{ *sayso.Reading }

// wanted checks one line of a .want file:
//
//	headline|byline|agency|published WORDS     as the article has them
//	place NAME                                 its dateline's
//	same NAME = WORDS = ...                    mentions of one entity
//	apart NAME / WORDS                         no mention of the entity is these words
//	role NAME: WORDS                           among what it is about
//	member NAME: NAME                          the body it belongs to
//	public|private NAME
//	no-entity NAME
//	claim SOURCE, STANCE: WORDS                a claim that has these words
//	event TYPE TRIGGER, VOICE
//	number LOW HARM: SOURCE                    of the claim that tells it; "the outlet"
func (d *dispatch) wanted(line string) error {
	verb, rest, _ := strings.Cut(line, " ")
	head, tail, _ := strings.Cut(rest, ": ")
	is := func(got, want string) error {
		if got != want {
			return fmt.Errorf("got %q", got)
		}
		return nil
	}
	switch a := &d.Article; verb {
	case "headline":
		return is(a.Headline, rest)
	case "byline":
		return is(a.Byline, rest)
	case "agency":
		return is(a.Agency, rest)
	case "published":
		return is(a.Published, rest)
	case "place":
		for _, e := range d.Entities {
			if a.Dateline != nil && strings.EqualFold(a.Dateline.Place, rest) && e.Type == sayso.PlaceEntity && d.means(&e, rest) {
				return nil
			}
		}
		return fmt.Errorf("dateline %+v, and no place of this name", a.Dateline)
	case "no-entity":
		if e := d.entity(rest); e != nil {
			return fmt.Errorf("there is one, a %s", e.Type)
		}
		return nil
	case "claim":
		return d.claim(head, tail)
	case "event":
		kind, word, _ := strings.Cut(rest, " ")
		word, voice, _ := strings.Cut(word, ", ")
		for _, v := range d.Events {
			if string(v.Type) == kind && v.Trigger.Of(a.Text) == word && string(v.Voice) == voice {
				return nil
			}
		}
		return fmt.Errorf("no such event among %d", len(d.Events))
	case "number":
		return d.number(head, tail)
	}
	name, words := head, strings.Split(tail, " = ")
	switch verb {
	case "same":
		words = strings.Split(rest, " = ")
		name = words[0]
	case "apart":
		name, tail, _ = strings.Cut(rest, " / ")
	}
	e := d.entity(name)
	if e == nil {
		return fmt.Errorf("no entity %q", name)
	}
	switch verb {
	case "same":
		for _, w := range words {
			if !d.means(e, w) {
				return fmt.Errorf("%q is not among its mentions", w)
			}
		}
		return nil
	case "apart":
		if d.means(e, tail) {
			return fmt.Errorf("%q is among its mentions", tail)
		}
		return nil
	case "role":
		if !slices.Contains(e.About, tail) {
			return fmt.Errorf("about %q", e.About)
		}
		return nil
	case "member":
		if e.MemberOf == 0 {
			return fmt.Errorf("of nothing")
		}
		return is(d.Entities[e.MemberOf-1].Name, tail)
	case "public", "private":
		if e.Public != (verb == "public") {
			return fmt.Errorf("public %v", e.Public)
		}
		return nil
	}
	return fmt.Errorf("no verb %q", verb)
}

func (d *dispatch) entity(name string) *sayso.Entity {
	for i := range d.Entities {
		if d.Entities[i].Name == name {
			return &d.Entities[i]
		}
	}
	return nil
}

func (d *dispatch) means(e *sayso.Entity, words string) bool {
	return slices.ContainsFunc(e.Mentions, func(m sayso.Mention) bool { return m.Span.Of(d.Article.Text) == words })
}

// source names whose words a claim is: the entity's name, else the words.
func (d *dispatch) source(c *sayso.Claim) string {
	switch {
	case c.Source == nil:
		return ""
	case c.Source.Entity != 0:
		return d.Entities[c.Source.Entity-1].Name
	}
	return c.Source.Span.Of(d.Article.Text)
}

func (d *dispatch) claim(head, words string) error {
	i := strings.LastIndex(head, ", ")
	who, stance := head[:i], head[i+2:]
	var close []string
	for k := range d.Claims {
		c := &d.Claims[k]
		for _, s := range c.Content {
			if !strings.Contains(s.Of(d.Article.Text), words) {
				continue
			}
			if d.source(c) == who && string(c.Stance) == stance {
				return nil
			}
			close = append(close, d.source(c)+", "+string(c.Stance))
		}
	}
	return fmt.Errorf("not so: %q", close)
}

func (d *dispatch) number(head, who string) error {
	low, harm, _ := strings.Cut(head, " ")
	var close []string
	for i := range d.Quantities {
		q := &d.Quantities[i]
		if q.Low == nil || string(q.Harm) != harm || strconv.FormatFloat(*q.Low, 'f', -1, 64) != low {
			continue
		}
		told := string(q.Voice)
		if q.Claim != 0 {
			told = d.source(&d.Claims[q.Claim-1])
		} else if q.Voice == sayso.VoiceOutlet {
			told = "the outlet"
		}
		if told == who {
			return nil
		}
		close = append(close, told)
	}
	return fmt.Errorf("told by %q", close)
}
