package reader

import (
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

// count yields 0 … n-1 and notes how many were taken.
func count(n int, taken *atomic.Int64) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestOrderedKeepsInputOrder(t *testing.T) {
	var taken atomic.Int64
	for _, workers := range []int{0, 1, 2, 7} {
		got := slices.Collect(Ordered(count(500, &taken), workers, func(i int) int {
			if i%3 == 0 {
				runtime.Gosched() // let later items overtake
			}
			return i * i
		}))
		for i, v := range got {
			if v != i*i {
				t.Fatalf("%d workers: result %d is %d", workers, i, v)
			}
		}
		if len(got) != 500 {
			t.Fatalf("%d workers: %d results", workers, len(got))
		}
	}
}

func TestOrderedReadsOnlyAWindowAhead(t *testing.T) {
	const workers = 3
	var taken atomic.Int64
	got := 0
	for range Ordered(count(1_000_000, &taken), workers, func(i int) int { return i }) {
		if got++; got == 10 {
			break
		}
	}
	// 10 taken, a window of 4 per worker, a queue of 1 per worker, one in each hand
	if n := taken.Load(); n > 10+4*workers+workers+workers+2 {
		t.Errorf("%d items were read for 10 results", n)
	}
}
