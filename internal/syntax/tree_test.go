package syntax

import (
	"math/rand/v2"
	"testing"
)

// bestTree tries every assignment of heads.
func bestTree(score []float32, n int) float32 {
	heads := make([]int32, n)
	best := float32(-1e30)
	var try func(w int, sum float32)
	try = func(w int, sum float32) {
		if w == n {
			if isTree(heads) && sum > best {
				best = sum
			}
			return
		}
		for h := range n + 1 {
			if h-1 == w {
				continue
			}
			heads[w] = int32(h - 1)
			try(w+1, sum+score[w*(n+1)+h])
		}
	}
	try(0, 0)
	return best
}

func TestTreeIsTheBest(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		n := 1 + rng.IntN(5)
		score := make([]float32, n*(n+1))
		for i := range score {
			score[i] = float32(rng.IntN(1000)) / 10
		}
		heads := Tree(score, n)
		if !isTree(heads) {
			t.Fatalf("%v is no tree", heads)
		}
		sum := float32(0)
		for w, h := range heads {
			sum += score[w*(n+1)+int(h)+1]
		}
		if want := bestTree(score, n); want-sum > 1e-3 {
			t.Fatalf("%d words: score %v, best %v", n, sum, want)
		}
	}
}
