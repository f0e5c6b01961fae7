//go:build soak && unix

package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"testing"
	"time"
)

// program is the binary that the soak runs drive.
func program(t *testing.T) string {
	p := os.Getenv("SAYSO")
	if p == "" {
		t.Fatal("set SAYSO to the program: make soak does")
	}
	return p
}

// article writes the i-th article of an endless sample wire.
func article(w io.Writer, i int) error {
	towns := []string{"Aktau", "Almaty", "Shymkent", "Taraz", "Kostanay"}
	_, err := fmt.Fprintf(w, `{"id":"a%d","published":"2022-01-%02d","text":"%s, January %d (Steppe Wire) — Police said on Monday that %d people had been injured in clashes in %s. “We are counting,” an official said. Residents said that at least %d of them were children. The curfew was lifted on Tuesday."}`+"\n",
		i, 1+i%28, towns[i%5], 1+i%28, 2+i%900, towns[(i+1)%5], 1+i%7)
	return err
}

// feed writes n articles.
func feed(w io.WriteCloser, n int) error {
	defer w.Close()
	b := bufio.NewWriter(w)
	for i := range n {
		if err := article(b, i); err != nil {
			return err
		}
	}
	return b.Flush()
}

// startReading starts the program on articles that it is fed.
func startReading(t *testing.T) (cmd *exec.Cmd, in io.WriteCloser, out io.ReadCloser) {
	t.Helper()
	cmd = exec.Command(program(t), "read", "--format", "json", "--input", "jsonl", "-")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err = cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, in, out
}

// TestSoakMany reads 100,000 articles from standard input: all come out, in
// order, and memory stays flat.
func TestSoakMany(t *testing.T) {
	const n = 100_000
	cmd, in, out := startReading(t)
	fed := make(chan error, 1)
	go func() { fed <- feed(in, n) }()
	start, i := time.Now(), 0
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<24)
	for ; lines.Scan(); i++ {
		var r struct{ Article struct{ ID string } }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil || r.Article.ID != fmt.Sprint("a", i) {
			t.Fatalf("reading %d is of %q: %v", i, r.Article.ID, err)
		}
	}
	if err := <-fed; err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil || i != n {
		t.Fatalf("%d readings of %d, %v", i, n, err)
	}
	peak := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
	if runtime.GOOS == "linux" {
		peak *= 1024
	}
	t.Logf("%d articles in %v, peak memory %d MB", n, time.Since(start).Round(time.Second), peak>>20)
	if peak > 400<<20 {
		t.Errorf("peak memory %d MB, want under 400", peak>>20)
	}
}

// TestSoakKill kills the program in the middle: what it wrote until then is
// whole readings, and at most the last line is cut off.
func TestSoakKill(t *testing.T) {
	cmd, in, out := startReading(t)
	go feed(in, 1_000_000) // ends with the pipe
	r, whole := bufio.NewReader(out), 0
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			break
		}
		var reading struct{ Article struct{ ID string } }
		if err := json.Unmarshal(line, &reading); err != nil || reading.Article.ID != fmt.Sprint("a", whole) {
			t.Fatalf("line %d: %v", whole, err)
		}
		if whole++; whole == 2000 {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Error("the killed program says all went well")
	}
	if whole < 2000 {
		t.Errorf("only %d whole readings", whole)
	}
}
