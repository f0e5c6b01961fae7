package reader

import (
	"iter"
	"sync"
)

// Ordered applies work to every item of a sequence on n workers and yields the
// results in the order of the items. It reads at most a few items per worker
// ahead of what was taken, so that memory stays flat however long the sequence
// is. With n < 2 everything runs in the caller's goroutine. When the caller
// stops early, no goroutine is left behind.
func Ordered[In, Out any](items iter.Seq[In], n int, work func(In) Out) iter.Seq[Out] {
	if n < 2 {
		return func(yield func(Out) bool) {
			for in := range items {
				if !yield(work(in)) {
					return
				}
			}
		}
	}
	return func(yield func(Out) bool) { ordered(items, n, work, yield) }
}

// job is one item on its way; out receives its result.
type job[In, Out any] struct {
	in  In
	out chan Out
}

func ordered[In, Out any](items iter.Seq[In], n int, work func(In) Out, yield func(Out) bool) {
	var wg sync.WaitGroup
	stop := make(chan struct{})
	defer wg.Wait()
	defer close(stop)
	queue := make(chan job[In, Out], n)
	results := make(chan chan Out, 4*n) // the window: results in input order

	wg.Go(func() {
		defer close(queue)
		defer close(results)
		for in := range items {
			j := job[In, Out]{in, make(chan Out, 1)}
			select {
			case results <- j.out:
			case <-stop:
				return
			}
			select {
			case queue <- j:
			case <-stop:
				return
			}
		}
	})
	for range n {
		wg.Go(func() {
			for j := range queue {
				j.out <- work(j.in)
			}
		})
	}
	for out := range results {
		if !yield(<-out) {
			return
		}
	}
}
