package golden

import "testing"

func TestDifference(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		line     int
		inA, inB string
	}{
		{"one\ntwo\n", "one\nthree\n", 2, "two", "three"},
		{"one\ntwo\n", "one\n", 2, "two", ""},
		{"one", "one\n", 1, "one", "one"},
		{"", "one", 1, "", "one"},
	} {
		if line, inA, inB := difference(c.a, c.b); line != c.line || inA != c.inA || inB != c.inB {
			t.Errorf("%q, %q: line %d, %q and %q", c.a, c.b, line, inA, inB)
		}
	}
}
