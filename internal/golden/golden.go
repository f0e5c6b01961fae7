// Package golden compares what a test made with a file that was looked over.
package golden

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Check fails a test where got is not what the file holds, and names the first
// line that differs; with -update it writes the file instead.
func Check(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := string(data); got != want {
		line, have, should := difference(got, want)
		t.Errorf("%s:%d: got %q, want %q; look at it all, then run with -update\n%s", file, line, have, should, got)
	}
}

// difference returns the number of the first line in which two texts differ, and
// the line in both.
func difference(a, b string) (line int, inA, inB string) {
	for {
		line++
		var moreA, moreB bool
		inA, a, moreA = strings.Cut(a, "\n")
		inB, b, moreB = strings.Cut(b, "\n")
		if inA != inB || moreA != moreB || !moreA {
			return line, inA, inB
		}
	}
}
