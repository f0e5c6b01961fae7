package train

import (
	"math"
	"math/rand/v2"

	"sayso/internal/attribution"
)

// weights are those of the cue's hashed features while they are learnt, with
// AdaGrad's sums of squared gradients (Duchi, Hazan and Singer 2011).
type weights struct {
	cue, sum []float32
	bias     float32
	thin     []uint32 // room for thinned
}

func newWeights() *weights {
	return &weights{cue: make([]float32, 1<<tableBits), sum: make([]float32, 1<<tableBits)}
}

// add adds another's weights: learning is more even on the mean of several
// epochs' ends than on any one (Polyak and Juditsky 1992).
func (w *weights) add(other *weights, share float32) {
	w.bias += share * other.bias
	for i, v := range other.cue {
		w.cue[i] += share * v
	}
}

// thinned returns features' rows with some left out.
func (w *weights) thinned(features []uint32, rng *rand.Rand) []uint32 {
	w.thin = w.thin[:0]
	for _, f := range features {
		if rng.Uint32()>>8 >= uint32(leftOut*(1<<24)) {
			w.thin = append(w.thin, f&(1<<tableBits-1))
		}
	}
	return w.thin
}

func (w *weights) score(features []uint32) float32 {
	s := w.bias
	for _, f := range features {
		s += w.cue[f&(1<<tableBits-1)]
	}
	return s
}

// How the weights of hashed features are learnt. A pull of each towards zero
// and the share of features left out of an example at random regularise
// (Srivastava and others 2014); on held-out articles half left out measured best.
const (
	pull    = float32(2e-6)
	leftOut = 0.5
	cueRate = float32(0.03)

	tableBits, tableEpochs = 19, 6
)

// learn takes a step and returns the loss.
func (w *weights) learn(x *attribution.Example, rng *rand.Rand) float64 {
	rows := w.thinned(x.Features, rng)
	up := 1 / float32(1-leftOut) // what is left stands for what is out
	p := 1 / (1 + math.Exp(-float64((w.score(rows)-w.bias)*up+w.bias)))
	g := (float32(p) - float32(x.Answer)) * up
	for _, r := range rows {
		d := g + pull*w.cue[r]
		w.sum[r] += d * d
		w.cue[r] -= cueRate * d / float32(math.Sqrt(float64(w.sum[r]))+1e-3)
	}
	w.bias -= 0.01 * cueRate * g
	if x.Answer == 1 {
		return -math.Log(max(p, 1e-9))
	}
	return -math.Log(max(1-p, 1e-9))
}

// fixed rounds a weight; what is too small to matter becomes zero.
func fixed(v float32) int16 {
	x := math.Round(float64(v * attribution.Scale))
	if math.Abs(x) < 3 {
		return 0
	}
	return int16(max(-32000, min(32000, x)))
}
