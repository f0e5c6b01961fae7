package train

import (
	"slices"

	"sayso"
	"sayso/internal/event"
)

// A side of a marked event is met when a span of the reading's shares a byte with
// a marked one and does not also touch those of the other side.
func meets(wanted, got, other []sayso.Span) bool {
	for _, s := range got {
		touches, clash := false, false
		for _, w := range wanted {
			touches = touches || w.Overlaps(s)
		}
		for _, x := range other {
			for at := max(x.Start, s.Start); at < min(x.End, s.End) && !clash; at++ {
				clash = !slices.ContainsFunc(wanted, func(w sayso.Span) bool { return w.Start <= at && at < w.End })
			}
		}
		if touches && !clash {
			return true
		}
	}
	return false
}

// met counts the sides of a marked event that are met. In AGREE, CONSULT and
// COOPERATE they may stand the other way round, or all be actors.
func met(g *GoldEvent, actors, recipients []sayso.Span) int {
	count := func(x, y []sayso.Span) (n int) {
		if len(g.Actors) > 0 && meets(g.Actors, x, g.Recipients) {
			n++
		}
		if len(g.Recipients) > 0 && meets(g.Recipients, y, g.Actors) {
			n++
		}
		return n
	}
	n := count(actors, recipients)
	switch g.Type {
	case "AGREE", "CONSULT", "COOPERATE":
		n = max(n, count(recipients, actors))
		if len(recipients) == 0 {
			n = max(n, count(actors, actors))
		}
	}
	return n
}

// picked returns the reading's event that stands for each marked one, or -1: one
// to one by the sides met, and a shared one only where there are too few.
func picked(gold []GoldEvent, events []sayso.Event) []int {
	near := func(g, p int) int {
		return met(&gold[g], spansOf(events[p].Actors), spansOf(events[p].Recipients))
	}
	out := make([]int, len(gold))
	used := make([]bool, len(events))
	for i := range out {
		out[i] = -1
	}
	for n := 2; n >= 1; n-- {
		for g := range gold {
			for p := range events {
				if out[g] < 0 && !used[p] && near(g, p) == n {
					out[g], used[p] = p, true
				}
			}
		}
	}
	for g := range gold {
		most := -1
		for p := range events {
			if n := near(g, p); out[g] < 0 && n > most {
				most = n
			}
		}
		for p := range events {
			if out[g] < 0 && near(g, p) == most {
				out[g] = p
			}
		}
	}
	return out
}

func spansOf(list []sayso.Participant) []sayso.Span {
	out := make([]sayso.Span, len(list))
	for i := range list {
		out[i] = list[i].Span
	}
	return out
}

// eventScore gathers pairs of marked and read type.
type eventScore struct {
	pairs  [][2]string
	texts  int
	none   int
	events int
}

func rootType(kind string) string {
	if kind == "CONCEDE" || kind == "RETREAT" {
		return "YIELD"
	}
	return kind
}

func (s *eventScore) add(gold []GoldEvent, events []sayso.Event) {
	s.texts++
	s.events += len(events)
	for g, p := range picked(gold, events) {
		pair := [2]string{rootType(gold[g].Type), ""}
		if p >= 0 {
			pair[1] = rootType(string(events[p].Type))
		} else {
			s.none++
		}
		s.pairs = append(s.pairs, pair)
	}
}

var quads = map[string]string{"AGREE": "V+", "CONSULT": "V+", "SUPPORT": "V+", "COOPERATE": "M+", "AID": "M+", "YIELD": "M+",
	"REQUEST": "V-", "ACCUSE": "V-", "REJECT": "V-", "THREATEN": "V-", "PROTEST": "M-", "SANCTION": "M-", "MOBILIZE": "M-", "COERCE": "M-", "ASSAULT": "M-"}

// macro returns the macro-F1 over the classes that gold has, after f.
func (s *eventScore) macro(f func(string) string) float64 {
	hit, got, want := map[string]float64{}, map[string]float64{}, map[string]float64{}
	for _, p := range s.pairs {
		a, b := f(p[0]), f(p[1])
		want[a]++
		got[b]++
		if a == b {
			hit[a]++
		}
	}
	sum := 0.0
	for _, c := range sortedKeys(want) {
		sum += 2 * hit[c] / (want[c] + got[c])
	}
	return sum / float64(len(want))
}

func sortedKeys(m map[string]float64) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func (s *eventScore) figures() (root, quad, binary float64) {
	quadOf := func(k string) string { return quads[k] }
	signOf := func(k string) string { return quads[k][min(1, len(quads[k])):] }
	return s.macro(func(k string) string { return k }), s.macro(quadOf), s.macro(signOf)
}

// read returns the events that a finder reads in a text.
func (t *eventText) read(f *event.Finder) []sayso.Event {
	events, _ := f.Find(t.doc, t.found)
	return events
}
