package syntax

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc64"
	"io"
)

// Vectors is a table of pretrained word vectors in int8, found by the hash of
// a word in lower case with digits taken for 0.
type Vectors struct {
	Dim    int
	Hashes []uint64 // by row
	Data   []byte   // rows of Dim values, each an int8
	slots  []int32  // open addressing by hash: row+1, or 0
}

// Index makes the table ready for Find.
func (v *Vectors) Index() {
	n := 1
	for n < 2*len(v.Hashes) {
		n *= 2
	}
	v.slots = make([]int32, n)
	for row, h := range v.Hashes {
		at := int(h) & (n - 1)
		for v.slots[at] != 0 && v.Hashes[v.slots[at]-1] != h {
			at = (at + 1) & (n - 1)
		}
		if v.slots[at] == 0 {
			v.slots[at] = int32(row) + 1
		}
	}
}

// Find returns the row of the word with hash h, or -1.
func (v *Vectors) Find(h uint64) int32 {
	n := len(v.slots)
	if n == 0 {
		return -1
	}
	for at := int(h) & (n - 1); v.slots[at] != 0; at = (at + 1) & (n - 1) {
		if row := v.slots[at] - 1; v.Hashes[row] == h {
			return row
		}
	}
	return -1
}

// Hash returns the hash that Find takes.
func Hash(word string) uint64 { return hash(word) }

// Floats writes row as floats between -1 and 1.
func (v *Vectors) Floats(row int32, out []float32) {
	for j, b := range v.Data[int(row)*v.Dim : (int(row)+1)*v.Dim] {
		out[j] = float32(int8(b)) / 127
	}
}

const vectorsMagic = "sayso vectors 1\n"

// Encode writes the vectors; ReadVectors reads them back.
func (v *Vectors) Encode(out io.Writer) error {
	b := fmt.Appendf([]byte(vectorsMagic), "%d %d\n", len(v.Hashes), v.Dim)
	for _, h := range v.Hashes {
		b = binary.LittleEndian.AppendUint64(b, h)
	}
	_, err := out.Write(append(b, v.Data...))
	return err
}

// ReadVectors reads what Encode wrote. The vectors stay in b.
func ReadVectors(b []byte) (*Vectors, error) {
	rest, ok := bytes.CutPrefix(b, []byte(vectorsMagic))
	if !ok {
		return nil, errors.New("not word vectors of this version")
	}
	head, rest, _ := bytes.Cut(rest, []byte("\n"))
	var rows, dim int
	if _, err := fmt.Sscanf(string(head), "%d %d", &rows, &dim); err != nil {
		return nil, err
	}
	if rows < 0 || dim < 1 || rows > 1<<22 || dim > 1000 || len(rest) != rows*(8+dim) {
		return nil, errors.New("the file is too short or too long for its header")
	}
	v := &Vectors{Dim: dim, Hashes: make([]uint64, rows), Data: rest[8*rows:]}
	for i := range v.Hashes {
		v.Hashes[i] = binary.LittleEndian.Uint64(rest[8*i:])
	}
	v.Index()
	return v, nil
}

// Sum returns a checksum of the words the vectors are for and of a part of the
// vectors, enough to tell one set from another.
func (v *Vectors) Sum() uint64 {
	sum := uint64(len(v.Hashes))
	for _, h := range v.Hashes {
		sum = mix(sum, h)
	}
	return sum ^ crc64.Checksum(v.Data[:min(len(v.Data), 1<<16)], crc64.MakeTable(crc64.ECMA))
}

// Vector returns the vector of a word in lower case, an int8 in each byte; nil
// where it has none.
func (p *Parser) Vector(word string) []byte {
	v := p.weights.Vectors
	if v == nil {
		return nil
	}
	row := v.Find(hash(word))
	if row < 0 {
		return nil
	}
	return v.Data[int(row)*v.Dim : (int(row)+1)*v.Dim]
}
