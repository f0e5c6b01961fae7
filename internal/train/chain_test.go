package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"sayso/internal/syntax"
)

// TestChain compares the chain's loss with that from adding up every sequence
// of tags, and its gradients with what small changes do to it.
func TestChain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	const width, words = 16, 3
	score, turn := make([]float32, words*width), make([]float32, syntax.NameTurns)
	for i := range score {
		score[i] = float32(rng.NormFloat64())
	}
	for i := range turn {
		turn[i] = float32(rng.NormFloat64())
	}
	gold := []int8{3, 4, 0}
	weigh := func(tagged []int8) float64 {
		s, before := 0.0, tags
		for i, y := range tagged {
			s += float64(score[i*width+int(y)]) + float64(turn[before*8+int(y)])
			before = int(y)
		}
		return s
	}
	sum := 0.0
	for a := range int8(tags) {
		for b := range int8(tags) {
			for c := range int8(tags) {
				sum += math.Exp(weigh([]int8{a, b, c}))
			}
		}
	}
	want := math.Log(sum) - weigh(gold)
	loss := func() float64 {
		return chainLoss(append([]float32(nil), score...), width, turn, nil, gold, 1)
	}
	if got := loss(); math.Abs(got-want) > 1e-6 {
		t.Fatalf("loss %v, want %v", got, want)
	}
	dScore, dTurn := append([]float32(nil), score...), make([]float32, len(turn))
	chainLoss(dScore, width, turn, dTurn, gold, 1)
	check := func(name string, x, d []float32, i int) {
		const eps = 1e-2
		was := x[i]
		x[i] = was + eps
		up := loss()
		x[i] = was - eps
		down := loss()
		x[i] = was
		if slope := (up - down) / (2 * eps); math.Abs(slope-float64(d[i])) > 1e-3 {
			t.Errorf("%s[%d]: gradient %.4f, loss says %.4f", name, i, d[i], slope)
		}
	}
	for i := range score {
		if i%width < tags {
			check("score", score, dScore, i)
		}
	}
	for i := range turn {
		if i%8 < tags {
			check("turn", turn, dTurn, i)
		}
	}
}

func newRand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, seed)) }
