// Package train makes the weights that ship, from treebanks and corpora whose
// paths the caller gives. Training is deterministic: the same files, options
// and architecture give the same weights.
package train

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// Gold is an annotated document: a Doc whose tokens carry what the treebank
// says of them.
type Gold struct {
	ID      string // as in "# newdoc id"
	NoNames bool   // names were not annotated
	marks   []mark // brackets of what is spoken of, in text order
	*text.Doc
}

// mark is the brackets of the entities that begin and end with a token.
type mark struct {
	token    int32
	brackets string // the value of Entity, as in "(12-person-new-cf1-1-coref(13-place)"
}

// ReadTreebank reads the documents of a CoNLL-U file, or of all those in a
// folder in name order. The text of a document is its tokens with a blank
// between where the treebank has one, paragraphs parted by a blank line.
// Relations, tags and features that Sayso does not know stay zero.
func ReadTreebank(path string) ([]Gold, error) {
	files := []string{path}
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(path, "*.conllu")); err != nil {
			return nil, err
		}
		slices.Sort(files)
	}
	var out []Gold
	for _, name := range files {
		docs, err := readFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, docs...)
	}
	return out, nil
}

// builder puts a document together from its rows.
type builder struct {
	text  strings.Builder
	doc   *text.Doc
	marks []mark
	gap   string
	para  bool
	heads []int32
	multi int // the last word of the multiword token at hand, or 0
	begin int // where its next word begins in the text
	joint int // where it begins
}

func readFile(name string) ([]Gold, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readTreebank(name, f)
}

// readTreebank reads one file; name stands in errors.
func readTreebank(name string, r io.Reader) ([]Gold, error) {
	var out []Gold
	var b *builder
	finish := func() {
		if b != nil {
			out[len(out)-1].Doc, out[len(out)-1].marks = b.finish(), b.marks
		}
	}
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<22)
	line, first := 0, int32(0)
	open := false
	for scan.Scan() {
		line++
		row := scan.Text()
		switch {
		case strings.HasPrefix(row, "# newdoc"):
			finish()
			_, id, _ := strings.Cut(row, "id = ")
			out = append(out, Gold{ID: id})
			b, open = &builder{doc: &text.Doc{}, para: true}, false
		case strings.HasPrefix(row, "# newpar"):
			if b != nil {
				b.para = true
			}
		case strings.HasPrefix(row, "#"):
		case row == "":
			if open {
				if err := b.sentence(first); err != nil {
					return nil, fmt.Errorf("%s:%d: %w", name, line, err)
				}
			}
			open = false
		default:
			if b == nil {
				out = append(out, Gold{ID: filepath.Base(name)})
				b = &builder{doc: &text.Doc{}, para: true}
			}
			if !open {
				first, open = int32(len(b.doc.Tokens)), true
				b.heads = b.heads[:0]
				if b.para && b.text.Len() > 0 {
					b.gap = "\n\n"
				}
				if b.para {
					b.doc.Paras = append(b.doc.Paras, text.Paragraph{First: int32(len(b.doc.Sents))})
					b.para = false
				}
			}
			if err := b.row(strings.Split(row, "\t")); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", name, line, err)
			}
		}
	}
	if open {
		if err := b.sentence(first); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
	}
	finish()
	return out, scan.Err()
}

// row adds one line: a word, or the range of a multiword token.
func (b *builder) row(c []string) error {
	if len(c) != 10 {
		return fmt.Errorf("%d cells, want 10", len(c))
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	form := strings.Join(strings.Fields(c[1]), "")
	gap, brackets := " ", ""
	for note := range strings.SplitSeq(c[9], "|") {
		if note == "SpaceAfter=No" {
			gap = ""
		} else if value, ok := strings.CutPrefix(note, "Entity="); ok {
			brackets = value
		}
	}
	if _, last, ok := strings.Cut(c[0], "-"); ok {
		n, err := strconv.Atoi(last)
		if err != nil {
			return err
		}
		b.text.WriteString(b.gap)
		b.begin = b.text.Len()
		b.joint = b.begin
		b.text.WriteString(form)
		b.multi, b.gap = n, gap
		return nil
	}
	id, err := strconv.Atoi(c[0])
	if err != nil {
		return err
	}
	head, err := strconv.Atoi(c[6])
	if err != nil {
		return fmt.Errorf("head %q: %w", c[6], err)
	}
	t := text.Token{Lemma: c[2], UPOS: text.ParseUPOS(c[3]), Tag: text.ParseTag(c[4]), Feats: text.ParseFeats(c[5]), Rel: text.ParseRel(c[7]),
		Sent: int32(len(b.doc.Sents)), Chunk: -1}
	if b.multi >= id {
		// Words of a multiword token share out its letters in order; one that
		// is spelt out of it gets what is left.
		whole := b.text.Len()
		end := min(b.begin+len(form), whole)
		if id == b.multi {
			end = whole
		}
		t.Span = sayso.Span{Start: int32(b.begin), End: int32(end)}
		t.Joined = b.begin > b.joint
		b.begin = end
		if id == b.multi {
			b.multi = 0
		}
	} else {
		b.text.WriteString(b.gap)
		at := b.text.Len()
		b.text.WriteString(form)
		t.Span = sayso.Span{Start: int32(at), End: int32(b.text.Len())}
		b.gap = gap
	}
	if brackets != "" {
		b.marks = append(b.marks, mark{int32(len(b.doc.Tokens)), brackets})
	}
	b.heads = append(b.heads, int32(head))
	b.doc.Tokens = append(b.doc.Tokens, t)
	return nil
}

// sentence closes the sentence that began with token first.
func (b *builder) sentence(first int32) error {
	d := b.doc
	for i := first; int(i) < len(d.Tokens); i++ {
		t := &d.Tokens[i]
		h := b.heads[i-first]
		switch {
		case h == 0:
			t.Head = text.Root
		case h < 0 || int(h) > len(b.heads):
			return fmt.Errorf("head %d of %d words", h, len(b.heads))
		default:
			t.Head = first + h - 1
		}
	}
	d.Sents = append(d.Sents, text.Sentence{Span: d.Range(first, int32(len(d.Tokens))), First: first, Last: int32(len(d.Tokens)),
		Para: int32(len(d.Paras) - 1)})
	d.Paras[len(d.Paras)-1].Last = int32(len(d.Sents))
	return nil
}

func (b *builder) finish() *text.Doc {
	b.doc.Text = b.text.String() + "\n"
	for i := range b.doc.Tokens {
		t := &b.doc.Tokens[i]
		t.Lower = text.Lower(b.doc.Of(t.Span))
	}
	for i := range b.doc.Paras {
		p := &b.doc.Paras[i]
		p.Span = sayso.Span{Start: b.doc.Sents[p.First].Span.Start, End: b.doc.Sents[p.Last-1].Span.End}
	}
	return b.doc
}
