package main

import (
	"fmt"
	"os"
	"time"

	"golang.org/x/term"
)

// progress counts what was read and, on a terminal that the readings
// themselves do not go to, shows the count now and then.
type progress struct {
	to           *os.File // nil: shows nothing
	read, failed int
	start, last  time.Time
	shown        bool
}

func newProgress(stderr, stdout *os.File) *progress {
	p := &progress{start: time.Now()}
	p.last = p.start
	if term.IsTerminal(int(stderr.Fd())) && !term.IsTerminal(int(stdout.Fd())) {
		p.to = stderr
	}
	return p
}

// step counts one reading.
func (p *progress) step() {
	p.read++
	if p.to == nil {
		return
	}
	now := time.Now()
	if now.Sub(p.last) < 500*time.Millisecond {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprintf(p.to, "\r\x1b[K%d read, %d failed, %.0f a second", p.read, p.failed, float64(p.read)/now.Sub(p.start).Seconds())
}

// clear takes the line away.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.to, "\r\x1b[K")
		p.shown = false
	}
}
