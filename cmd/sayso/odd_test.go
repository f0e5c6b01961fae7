package main

import (
	"bytes"
	"fmt"
	"strings"
)

// oddInput makes the inputs that break careless readers.
func oddInput(kind string) []byte {
	page := func(body string) []byte {
		return []byte("<html><head><title>T</title></head><body><article><p>" + body + "</p></article></body></html>")
	}
	switch kind {
	case "binary":
		return append([]byte{0x7f, 'E', 'L', 'F', 2, 1, 1, 0}, bytes.Repeat([]byte{0, 1, 2, 0xff}, 500)...)
	case "quotes":
		return bytes.Repeat([]byte(`"`), 1_000_000)
	case "deep":
		return []byte(strings.Repeat("<div>", 100_000) + "<p>The ministry said the road was open again.</p>")
	case "big":
		return page(strings.Repeat("The ministry said the road was open again. ", 50<<20/43))
	case "truncated":
		b := page(strings.Repeat("The ministry said on Monday that the road was open again.</p>\n<p>Police denied it had ever been closed and asked drivers to be patient. ", 5))
		return b[:len(b)*2/3]
	case "utf16":
		out := []byte{0xff, 0xfe}
		for _, r := range "The ministry said on Monday that the road was open again." {
			out = append(out, byte(r), 0)
		}
		return out
	case "cp1252":
		return []byte("The ministry said \x93the road is open\x94 and caf\xe9s too.")
	case "cp1251":
		return []byte("<html><head><meta charset=\"windows-1251\"></head><body><p>\xcc\xe8\xed\xe8\xf1\xf2\xe5\xf0\xf1\xf2\xe2\xee \xf1\xee\xee\xe1\xf9\xe8\xeb\xee, \xf7\xf2\xee \xe4\xee\xf0\xee\xe3\xe0 \xee\xf2\xea\xf0\xfb\xf2\xe0.</p></body></html>")
	case "many":
		var b bytes.Buffer
		for i := range 300 {
			fmt.Fprintf(&b, "{\"id\":\"a%d\",\"text\":\"The ministry said on Monday that %d people were hurt.\"}\n", i, i+2)
		}
		return b.Bytes()
	}
	panic("no odd input " + kind)
}
