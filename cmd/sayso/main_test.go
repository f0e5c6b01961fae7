package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"sayso": func() { os.Exit(run(os.Args[1:])) }})
}

// TestScripts runs one script per behaviour of the command line.
func TestScripts(t *testing.T) {
	dispatches, err := filepath.Abs("../../testdata/dispatches")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("DISPATCHES", dispatches)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"lines": lines, "fill": fill},
	})
}

// lines FILE N: the file has N lines.
func lines(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: lines FILE N")
	}
	n := 0
	for _, b := range []byte(ts.ReadFile(args[0])) {
		if b == '\n' {
			n++
		}
	}
	want := 0
	for _, c := range args[1] {
		want = 10*want + int(c-'0')
	}
	if (n == want) == neg {
		ts.Fatalf("%s has %d lines, want %s", args[0], n, args[1])
	}
}

// fill FILE KIND writes an input too large or odd to stand in a script.
func fill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fill FILE KIND")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), oddInput(args[1]), 0o600))
}
