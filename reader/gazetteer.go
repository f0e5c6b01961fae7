package reader

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"time"

	"sayso/internal/place"
	"sayso/rules"
)

// Gazetteer is a user's own table of places, beside the embedded ones.
type Gazetteer struct {
	finder *place.Finder
	mark   string // of its content, for Reader.Name
}

// ReadGazetteer reads a table of tab-separated columns name, names, kind,
// country, lat and lon; docs/codebook.md says what they hold. name is what
// errors call it; they name its lines.
func ReadGazetteer(name string, r io.Reader) (*Gazetteer, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	f, err := place.New(beside{rules.FS, place.OwnTable, b})
	if err != nil {
		return nil, errors.New(strings.ReplaceAll(err.Error(), place.OwnTable, name))
	}
	sum := sha256.Sum256(b)
	return &Gazetteer{f, hex.EncodeToString(sum[:4])}, nil
}

// beside is a folder with one file added, or put in another's place.
type beside struct {
	fs.FS
	name string
	body []byte
}

// Open opens the added file, or one of the folder.
func (b beside) Open(name string) (fs.File, error) {
	if name == b.name {
		return &memoryFile{bytes.NewReader(b.body), name}, nil
	}
	return b.FS.Open(name)
}

// memoryFile is a file that is all in memory, and its own description.
type memoryFile struct {
	*bytes.Reader
	name string
}

func (f *memoryFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *memoryFile) Close() error               { return nil }
func (f *memoryFile) Name() string               { return path.Base(f.name) }
func (f *memoryFile) Mode() fs.FileMode          { return 0o444 }
func (f *memoryFile) ModTime() time.Time         { return time.Time{} }
func (f *memoryFile) IsDir() bool                { return false }
func (f *memoryFile) Sys() any                   { return nil }
