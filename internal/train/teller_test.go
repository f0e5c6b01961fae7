package train

import (
	"math/rand/v2"
	"testing"

	"sayso/internal/attribution"
)

// madeExample returns an example of chance values; answer tells whether its
// word is a cue.
func madeExample(rng *rand.Rand, tokens, width int, answer int8) *attribution.Example {
	e := &attribution.Example{Answer: answer, Width: width, Head: tokens / 2, CueFacts: []uint16{3, 900}}
	for i := range tokens {
		for range width {
			e.States = append(e.States, int8(rng.IntN(120)-60))
		}
		for f := range attribution.TokenFacts {
			e.Facts = append(e.Facts, uint16(f*40+rng.IntN(3)))
		}
		e.Turns = append(e.Turns, uint8(rng.IntN(attribution.Turns)))
		y := uint8(rng.IntN(attribution.Labels))
		if i == e.Head {
			y = 2
		}
		e.Labels = append(e.Labels, y)
	}
	return e
}

// TestTellerGradients compares gradients with what a small change of a weight
// does to the loss.
func TestTellerGradients(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	n := newTeller(16, 3)
	batch := []*attribution.Example{madeExample(rng, 7, 16, 1), madeExample(rng, 4, 16, 0)}
	loss := func() float64 {
		turn(n.linears())
		cue, chain := n.learn(0, batch, nil, 1)
		return cue + chain
	}
	loss()
	checkGradients(t, rng, n.params(), loss, func() {})
}
