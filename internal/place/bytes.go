package place

import (
	"strings"
	"unsafe"
)

// asString returns the bytes as a string without copying them; they must not
// change any more.
func asString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// cells returns the parts of a cell that "|" separates.
func cells(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}
