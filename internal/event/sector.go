package event

import "slices"

// Sectors returns the sector codes that a participant may have, in PLOVER's order.
func Sectors() []string {
	return slices.DeleteFunc(slices.Clone(sectors), func(s string) bool { return s == "IGO" })
}
