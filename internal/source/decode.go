package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"sayso"
)

// Decode makes UTF-8 of an input. UTF-8 is returned as it is, less a byte order
// mark. Anything else is converted, by its byte order mark, what contentType or
// a page's meta tag declares, or the bytes themselves, and a gap says from
// what. ErrBinary where it is no text.
func Decode(b []byte, contentType string, page bool) (string, []sayso.Gap, error) {
	if s, ok := bytes.CutPrefix(b, []byte("\ufeff")); ok {
		b = s
	}
	if what := format(b); what != "" {
		return "", nil, fmt.Errorf("%w; it looks like %s", ErrBinary, what)
	}
	if e, name := utf16(b); e != nil {
		return converted(b, e, name)
	}
	if binary(b) {
		return "", nil, ErrBinary
	}
	if utf8.Valid(b) {
		return string(b), nil, nil
	}
	if s, ok := cutOff(b); ok {
		return s, []sayso.Gap{gap("it ends in the middle of a character; the broken end was left out")}, nil
	}
	if page {
		if e, name, _ := charset.DetermineEncoding(b, contentType); name != "utf-8" && name != "windows-1252" {
			return converted(b, e, name)
		}
	}
	if mostlyUTF8(b) {
		return strings.ToValidUTF8(string(b), "\ufffd"), []sayso.Gap{gap("it has bytes that are not UTF-8; each run of them became “\ufffd”")}, nil
	}
	if cyrillic(b) {
		return converted(b, charmap.Windows1251, "windows-1251")
	}
	return converted(b, charmap.Windows1252, "windows-1252")
}

// formats are the first bytes of files that people take for articles, and what to
// do about each.
var formats = []struct{ magic, what string }{
	{"%PDF-", "a PDF: take its text out first, with pdftotext for one"},
	{"PK\x03\x04", "a zip archive or an office document: unpack it, or save it as text or HTML"},
	{"\xd0\xcf\x11\xe0", "an old office document: save it as text or HTML"},
	{"{\\rtf", "a document in rich text: save it as plain text"},
	{"\x1f\x8b", "something packed with gzip: unpack it first"},
	{"\xfd7zXZ", "something packed with xz: unpack it first"},
	{"\x28\xb5\x2f\xfd", "something packed with zstd: unpack it first"},
	{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
	{"\x7fELF", "a program"}, {"SQLite format 3", "a database"},
}

// format names the format that first bytes tell, "" where they tell none.
func format(b []byte) string {
	for _, f := range formats {
		if bytes.HasPrefix(b, []byte(f.magic)) {
			return f.what
		}
	}
	return ""
}

func gap(why string) sayso.Gap { return sayso.Gap{Stage: "input", Why: why} }

func converted(b []byte, e encoding.Encoding, name string) (string, []sayso.Gap, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", nil, err
	}
	return strings.ToValidUTF8(string(out), "\ufffd"), []sayso.Gap{gap("it is not UTF-8; it was read as " + name + " and converted")}, nil
}

// utf16 tells UTF-16 by its byte order mark, or by a zero in every other byte.
func utf16(b []byte) (encoding.Encoding, string) {
	little, big := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	switch {
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return little, "UTF-16LE"
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return big, "UTF-16BE"
	case len(b) < 8:
		return nil, ""
	}
	head := b[:min(len(b), 512)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch half := len(head) / 2; {
	case zeros[1] > half*7/10 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16LE"
	case zeros[0] > half*7/10 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "UTF-16BE"
	}
	return nil, ""
}

// binary reports whether the beginning holds what no text has: a zero byte, or
// one control character in twenty.
func binary(b []byte) bool {
	head := b[:min(len(b), 8192)]
	controls := 0
	for _, c := range head {
		if c == 0 {
			return true
		}
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b {
			controls++
		}
	}
	return 20*controls > len(head)
}

// cutOff returns the text before a last character that is not whole.
func cutOff(b []byte) (string, bool) {
	for n := 1; n < utf8.UTFMax && n < len(b); n++ {
		last := b[len(b)-n:]
		if utf8.RuneStart(last[0]) {
			return string(b[:len(b)-n]), !utf8.FullRune(last) && utf8.Valid(b[:len(b)-n])
		}
	}
	return "", false
}

// mostlyUTF8 reports whether whole characters of several bytes outnumber the
// bytes that fit none.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		b = b[n:]
	}
	return good > bad
}

// cyrillic reports whether most letters lie where windows-1251 has Cyrillic.
func cyrillic(b []byte) bool {
	high, low := 0, 0
	for _, c := range b[:min(len(b), 1<<16)] {
		switch {
		case c >= 0xc0:
			high++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			low++
		}
	}
	return high > low/2 && high > 3
}
