package weights

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
)

const magic = "sayso test 1\n"

func TestReadsWhatWasWritten(t *testing.T) {
	var b Buffer
	table := []int64{0, -7, 0, 0, 300, 0}
	b.Unsigned(1 << 40)
	b.Signed(-12)
	b.Rows(len(table), func(i int) bool { return table[i] == 0 }, func(i int) { b.Signed(table[i]) })
	var file bytes.Buffer
	if err := b.WriteTo(&file, magic); err != nil {
		t.Fatal(err)
	}
	r, err := NewReader(file.Bytes(), magic)
	if err != nil {
		t.Fatal(err)
	}
	if u, s := r.Unsigned(), r.Signed(); u != 1<<40 || s != -12 {
		t.Errorf("read %d and %d", u, s)
	}
	got := make([]int64, len(table))
	r.Rows(len(got), func(i int) { got[i] = r.Signed() })
	if _, end := r.ReadByte(); !slices.Equal(got, table) || r.Err() != nil || !errors.Is(end, io.EOF) {
		t.Errorf("read %v, error %v, then %v", got, r.Err(), end)
	}
	if r.Unsigned() != 0 || r.Err() == nil {
		t.Error("no error behind the end")
	}
	if _, err := NewReader(file.Bytes(), "sayso test 2\n"); err == nil {
		t.Error("no error for another format")
	}
}

func TestRowsBeyondTheTableAreAnError(t *testing.T) {
	for _, step := range []uint64{4, 1 << 63, 1<<64 - 1} {
		var b Buffer
		var file bytes.Buffer
		b.Unsigned(3)
		b.Unsigned(step)
		if err := b.WriteTo(&file, magic); err != nil {
			t.Fatal(err)
		}
		r, err := NewReader(file.Bytes(), magic)
		if err != nil {
			t.Fatal(err)
		}
		var rows []int
		r.Rows(3, func(i int) { rows = append(rows, i) })
		if !slices.Equal(rows, []int{2}) || r.Err() == nil {
			t.Errorf("step %d: rows %v, error %v", step, rows, r.Err())
		}
	}
}
