package train

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"sayso"
	"sayso/internal/event"
)

func TestReadEvents(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gold.jsonl")
	line := `{"text": "Arven praised Osk.", "gold": {"events": [{"type": "SUPPORT", "actors": [{"span": [0, 5]}], "recipients": [{"span": [[14, 17], [0, 1]]}]}]}}` + "\n"
	if err := os.WriteFile(path, []byte(line), 0o600); err != nil {
		t.Fatal(err)
	}
	articles, golds, err := ReadEvents(path)
	if err != nil {
		t.Fatal(err)
	}
	want := [][]GoldEvent{{{"SUPPORT", []sayso.Span{{Start: 0, End: 5}}, []sayso.Span{{Start: 14, End: 17}, {Start: 0, End: 1}}}}}
	if len(articles) != 1 || articles[0].Text != "Arven praised Osk." || !reflect.DeepEqual(golds, want) {
		t.Errorf("%+v %+v", articles, golds)
	}
}

// TestPicked holds how a marked event finds the one that stands for it.
func TestPicked(t *testing.T) {
	a, b, c := sayso.Span{Start: 0, End: 5}, sayso.Span{Start: 10, End: 15}, sayso.Span{Start: 20, End: 25}
	read := func(actor, recipient sayso.Span) sayso.Event {
		return sayso.Event{Actors: []sayso.Participant{{Span: actor}}, Recipients: []sayso.Participant{{Span: recipient}}}
	}
	gold := func(kind string, actor, recipient sayso.Span) GoldEvent {
		return GoldEvent{kind, []sayso.Span{actor}, []sayso.Span{recipient}}
	}
	for _, x := range []struct {
		name   string
		gold   []GoldEvent
		events []sayso.Event
		want   []int
	}{
		{"none", []GoldEvent{gold("AID", a, b)}, nil, []int{-1}},
		{"both sides before one", []GoldEvent{gold("AID", a, b)}, []sayso.Event{read(a, c), read(a, b)}, []int{1}},
		{"turned round", []GoldEvent{gold("AID", a, b)}, []sayso.Event{read(c, c), read(b, a)}, []int{0}},
		{"turned round where both act", []GoldEvent{gold("CONSULT", a, b)}, []sayso.Event{read(c, c), read(b, a)}, []int{1}},
		{"one to one", []GoldEvent{gold("AID", a, b), gold("AID", a, c)}, []sayso.Event{read(a, c), read(a, b)}, []int{1, 0}},
		{"shared where there are too few", []GoldEvent{gold("AID", a, b), gold("AID", b, c)}, []sayso.Event{read(a, b)}, []int{0, 0}},
	} {
		if got := picked(x.gold, x.events); !reflect.DeepEqual(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
}

// TestFitEvents learns that one fact means aid and another nothing, and holds that the
// same lessons give the same weights.
func TestFitEvents(t *testing.T) {
	lessons := []lesson{}
	aid := event.ClassOf(sayso.Aid)
	for range 50 {
		lessons = append(lessons,
			lesson{Example: &event.Example{Sight: event.Sight{Facts: []uint32{1, 3}, Vectors: [event.Slots][]byte{{100, 0}}}, Marks: make([]event.Mark, 2)}, class: aid, or: aid, weight: 1},
			lesson{Example: &event.Example{Sight: event.Sight{Facts: []uint32{2, 3}, Vectors: [event.Slots][]byte{{0, 100}}}, Marks: make([]event.Mark, 2)}, weight: 1, fold: 1})
	}
	m := fitEvents(lessons, -1, 4, 2, 1).model()
	if !reflect.DeepEqual(m, fitEvents(lessons, -1, 4, 2, 1).model()) {
		t.Error("the same lessons gave other weights")
	}
	if class, p := m.Judge(lessons[0].Example); class != aid || p < 0.8 {
		t.Errorf("aid: class %d, %.2f", class, p)
	}
	if _, p := m.Judge(lessons[1].Example); p > 0.2 {
		t.Errorf("nothing: %.2f", p)
	}
	if _, p := fitEvents(lessons, 0, 4, 2, 1).model().Judge(lessons[0].Example); p > 0.5 {
		t.Errorf("a fold that it was kept from: %.2f", p)
	}
}

// TestPlatt holds that a curve never falls, nears what it was taught, and moves little with one answer.
func TestPlatt(t *testing.T) {
	var answers []answer
	for i := range 400 {
		p := float64(i%20)/20 + 0.025
		answers = append(answers, answer{p, float64(i/20) < 20*p*p, 1}) // right less often than it thinks
	}
	curve := platt(answers)
	for i := 1; i < len(curve); i++ {
		if curve[i] < curve[i-1] {
			t.Errorf("falls at %d: %v", i, curve)
		}
	}
	if p := float64(curve[event.CurveSteps/2]) / 65535; p < 0.15 || p > 0.35 {
		t.Errorf("at one half %.2f, want about a quarter", p)
	}
	other := platt(append(answers, answer{0.5, true, 1}))
	for i := range curve {
		if d := int(other[i]) - int(curve[i]); d < -700 || d > 700 {
			t.Errorf("one answer moves step %d by %d", i, d)
		}
	}
}
