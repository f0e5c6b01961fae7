// Package source turns what the user names (files, folders, URLs, standard
// input) into articles to read, one by one and in order.
package source

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"sayso"
	"sayso/reader"
)

// MaxBytes is the size of the largest page, text or JSON line that is read.
const MaxBytes = 16 << 20

// Kinds of input.
const (
	HTML  = "html"
	Text  = "text"
	JSONL = "jsonl"
)

// Options say how inputs are read.
type Options struct {
	Kind      string    // HTML, Text or JSONL; "" tells by name, else by the first bytes
	Published string    // publication date where the input has none
	Stdin     io.Reader // what "-" stands for

	// Fetch gets a URL: its body, content type and URL after redirects.
	Fetch func(ctx context.Context, url string) (body []byte, contentType, final string, err error)
}

// Record is one article to read, or why it could not be had.
type Record struct {
	Input string // the file, URL or "-"
	Line  int    // within JSON lines, from 1; else 0
	In    reader.Input
	Err   error
}

// Records yields the articles of all inputs in order. Folders are walked in
// lexical order for files named .html, .htm, .xhtml, .txt, .jsonl and .ndjson;
// hidden ones are passed over. One article is held at a time.
func Records(ctx context.Context, inputs []string, o Options) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for _, in := range inputs {
			if ctx.Err() != nil || !o.one(ctx, in, yield) {
				return
			}
		}
	}
}

// one yields the articles of one input; false when no more are wanted.
func (o Options) one(ctx context.Context, in string, yield func(Record) bool) bool {
	if in == "-" {
		return o.stream(ctx, in, "", o.Stdin, yield)
	}
	if strings.HasPrefix(in, "http://") || strings.HasPrefix(in, "https://") {
		return o.url(ctx, in, yield)
	}
	info, err := os.Stat(in)
	switch {
	case err != nil:
		return yield(Record{Input: in, Err: plainError(err)})
	case info.IsDir():
		return o.folder(ctx, in, yield)
	}
	return o.file(ctx, in, yield)
}

func (o Options) file(ctx context.Context, path string, yield func(Record) bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return yield(Record{Input: path, Err: plainError(err)})
	}
	defer f.Close()
	return o.stream(ctx, path, kindOf(path), f, yield)
}

func (o Options) folder(ctx context.Context, dir string, yield func(Record) bool) bool {
	more, found := true, false
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch hidden := path != dir && strings.HasPrefix(d.Name(), "."); {
		case err != nil:
			more = yield(Record{Input: path, Err: plainError(err)})
		case d.IsDir() && hidden:
			return fs.SkipDir
		case d.IsDir() || hidden || kindOf(path) == "":
		default:
			found = true
			more = ctx.Err() == nil && o.file(ctx, path, yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	switch {
	case !more:
		return false
	case err != nil:
		return yield(Record{Input: dir, Err: plainError(err)})
	case !found:
		return yield(Record{Input: dir, Err: errors.New("no .html, .txt or .jsonl file in this folder")})
	}
	return true
}

func (o Options) url(ctx context.Context, url string, yield func(Record) bool) bool {
	body, contentType, final, err := o.Fetch(ctx, url)
	if err != nil {
		return yield(Record{Input: url, Err: err})
	}
	for _, other := range []string{"image/", "video/", "audio/", "font/", "pdf", "zip", "octet-stream"} {
		if strings.Contains(contentType, other) && format(body) == "" && binary(body) {
			return yield(Record{Input: url, Err: fmt.Errorf("%w; the server calls it %s", ErrBinary, contentType)})
		}
	}
	kind := ""
	switch {
	case strings.Contains(contentType, "html"):
		kind = HTML
	case strings.Contains(contentType, "json"):
		kind = JSONL
	case strings.HasPrefix(contentType, "text/plain"):
		kind = Text
	}
	if kind = o.kind(kind, body); kind == JSONL {
		return o.lines(ctx, url, bufio.NewReader(strings.NewReader(string(body))), yield)
	}
	return yield(o.whole(url, kind, body, contentType, final))
}

// kind is what an input is: what the user says, else what its name told, else
// what its first bytes tell.
func (o Options) kind(named string, head []byte) string {
	switch head := strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n"); {
	case o.Kind != "":
		return o.Kind
	case named != "":
		return named
	case strings.HasPrefix(head, "{"):
		return JSONL
	case strings.HasPrefix(head, "<"):
		return HTML
	}
	return Text
}

// jsonArray reports whether an input begins like a JSON array of objects.
func jsonArray(head []byte) bool {
	s := strings.TrimLeft(strings.TrimPrefix(string(head), "\ufeff"), " \t\r\n")
	rest, ok := strings.CutPrefix(s, "[")
	return ok && strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "{\"")
}

// kindOf tells an input by its name; "" where the name does not tell.
func kindOf(path string) string {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".html", ".htm", ".xhtml":
		return HTML
	case ".txt":
		return Text
	case ".jsonl", ".ndjson":
		return JSONL
	}
	return ""
}

// stream reads one opened input.
func (o Options) stream(ctx context.Context, name, named string, r io.Reader, yield func(Record) bool) bool {
	b := bufio.NewReaderSize(r, 1<<16)
	head, err := b.Peek(512)
	if len(head) == 0 {
		if err == nil || errors.Is(err, io.EOF) {
			err = ErrEmpty
		}
		return yield(Record{Input: name, Err: plainError(err)})
	}
	kind := o.kind(named, head)
	if kind == Text && jsonArray(head) {
		return yield(Record{Input: name, Err: errors.New("a JSON array: one article per line is wanted; jq -c '.[]' makes lines of it")})
	}
	if kind == JSONL && format(head) == "" {
		return o.lines(ctx, name, b, yield)
	}
	body, err := io.ReadAll(io.LimitReader(b, MaxBytes+1))
	switch {
	case err != nil:
		return yield(Record{Input: name, Err: plainError(err)})
	case len(body) > MaxBytes:
		return yield(Record{Input: name, Err: fmt.Errorf("larger than %d MB, the most that is read as one article; split it, or give one article per line as JSON lines", MaxBytes>>20)})
	}
	return yield(o.whole(name, kind, body, "", ""))
}

// Reasons why an input is no article.
var (
	ErrEmpty  = errors.New("it is empty")
	ErrBinary = errors.New("it is not text (a page, plain text or JSON lines are wanted)")
)

// whole makes the record of an input that is one article.
func (o Options) whole(name, kind string, body []byte, contentType, url string) Record {
	text, gaps, err := Decode(body, contentType, kind == HTML)
	if err != nil {
		return Record{Input: name, Err: err}
	}
	if strings.TrimSpace(text) == "" {
		return Record{Input: name, Err: ErrEmpty}
	}
	in := reader.Input{Article: sayso.Article{URL: url}, Gaps: gaps}
	if kind == HTML {
		in.Page = []byte(text)
	} else {
		in.Article.Text = text
	}
	o.date(&in.Article)
	return Record{Input: name, In: in}
}

// date fills in the date that the user gave.
func (o Options) date(a *sayso.Article) {
	if a.Published == "" {
		a.Published = o.Published
	}
	if a.Published != "" {
		a.PublishedFrom = sayso.PublishedGiven
	}
}

// plainError takes the path out of a file error: the record names it already.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
