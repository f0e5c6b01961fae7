package reader

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io/fs"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// fingerprint names the files of a folder: a checksum (CRC-32C) of their paths
// and contents, in hexadecimal.
func fingerprint(fsys fs.FS) string {
	sum := crc32.New(crc32.MakeTable(crc32.Castagnoli))
	// Walking visits files in lexical order; a file that cannot be read shows
	// when its stage loads it.
	_ = fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := fs.ReadFile(fsys, path)
		fmt.Fprintf(sum, "%s\x00%d\x00", path, len(b))
		sum.Write(b)
		return err
	})
	return hex.EncodeToString(sum.Sum(nil))
}

// identify is the id of an article that came without one: a hash of where it
// came from and what it says.
func identify(a *sayso.Article) string {
	sum := sha256.Sum256([]byte(a.URL + "\x00" + a.Outlet + "\x00" + a.Text))
	return hex.EncodeToString(sum[:8])
}

// foreign returns the gap of an article that is not in English. The text
// decides; what its page declares, only where the text is too short to tell.
func foreign(a *sayso.Article) (sayso.Gap, bool) {
	told, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(a.Language, "_", "-")), "-")
	found := text.Language(a.Text)
	if found == "" {
		found = told
	}
	if found == "" || found == "en" {
		return sayso.Gap{}, false
	}
	if told == "" {
		a.Language = found
	}
	return sayso.Gap{Stage: "language", Why: "the text is not in English (it looks like “" + found + "”), the only language that is read so far"}, true
}
