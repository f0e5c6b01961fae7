// Package weights writes and reads the files of trained models: a line that
// names the format, then integers of variable length, all of it compressed.
// Tables leave out their rows of zeros.
package weights

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// Buffer gathers what a file is to hold.
type Buffer struct{ Bytes []byte }

// Unsigned appends a number of zero or more.
func (b *Buffer) Unsigned(v uint64) { b.Bytes = binary.AppendUvarint(b.Bytes, v) }

// Signed appends any number.
func (b *Buffer) Signed(v int64) { b.Bytes = binary.AppendVarint(b.Bytes, v) }

// Rows appends a table of n rows: how far it is to the next row that is not
// empty, and what row appends for it.
func (b *Buffer) Rows(n int, empty func(i int) bool, row func(i int)) {
	last := 0
	for i := range n {
		if !empty(i) {
			b.Unsigned(uint64(i-last) + 1)
			last = i
			row(i)
		}
	}
	b.Unsigned(0)
}

// WriteTo writes a file whose format is told by its first line, magic.
func (b *Buffer) WriteTo(w io.Writer, magic string) error {
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	_, err = io.WriteString(z, magic)
	_, more := z.Write(b.Bytes)
	return errors.Join(err, more, z.Close())
}

// Reader reads a file back. After the first error it reads zeros.
type Reader struct {
	*bufio.Reader
	err error
}

// NewReader opens a file of the format that magic names.
func NewReader(data []byte, magic string) (*Reader, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	r := &Reader{Reader: bufio.NewReaderSize(z, 1<<16)}
	first := make([]byte, len(magic))
	if _, err := io.ReadFull(r, first); err != nil || string(first) != magic {
		return nil, fmt.Errorf("not a model of this version: want %q", magic)
	}
	return r, nil
}

// Err returns the first error.
func (r *Reader) Err() error { return r.err }

// Unsigned reads what Buffer.Unsigned appended.
func (r *Reader) Unsigned() uint64 {
	if r.err != nil {
		return 0
	}
	v, err := binary.ReadUvarint(r.Reader)
	r.err = err
	return v
}

// Signed reads what Buffer.Signed appended.
func (r *Reader) Signed() int64 {
	if r.err != nil {
		return 0
	}
	v, err := binary.ReadVarint(r.Reader)
	r.err = err
	return v
}

// Rows reads a table of n rows: row reads what was appended for each that is not
// empty.
func (r *Reader) Rows(n int, row func(i int)) {
	at := uint64(0)
	for {
		step := r.Unsigned()
		if step == 0 {
			return
		}
		if at += step - 1; at >= uint64(n) || step > uint64(n) {
			r.err = errors.New("row out of range")
			return
		}
		row(int(at))
	}
}
