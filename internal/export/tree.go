package export

import (
	"bufio"
	"io"
	"strings"

	"sayso/internal/text"
)

// Tree draws the trees of a document's sentences for people: each word below
// its head, with its relation and tags, and the name it begins.
func Tree(w io.Writer, id string, d *text.Doc) error {
	out := bufio.NewWriter(w)
	if id != "" {
		out.WriteString("── " + id + "\n\n")
	}
	children := make([][]int32, len(d.Tokens))
	for i := range d.Tokens {
		if h := d.Tokens[i].Head; h >= 0 {
			children[h] = append(children[h], int32(i))
		}
	}
	for _, s := range d.Sents {
		out.WriteString(strings.Join(strings.Fields(d.Of(s.Span)), " ") + "\n\n")
		for i := s.First; i < s.Last; i++ {
			if d.Tokens[i].Head < 0 {
				branch(out, d, children, i, "", "", "")
			}
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// branch writes word i and what hangs on it. before and joint stand before the
// word, before and below before the words that hang on it.
func branch(out *bufio.Writer, d *text.Doc, children [][]int32, i int32, before, joint, below string) {
	t := &d.Tokens[i]
	out.WriteString(before + joint + d.Word(i) + "  " + t.Rel.String() + " " + t.UPOS.String() + " " + t.Tag.String())
	if t.Lemma != t.Lower {
		out.WriteString(" “" + t.Lemma + "”")
	}
	if t.Name != text.OutsideName {
		out.WriteString(" [" + t.Name.String() + "]")
	}
	out.WriteByte('\n')
	for k, c := range children[i] {
		if k+1 < len(children[i]) {
			branch(out, d, children, c, before+below, "├─ ", "│  ")
		} else {
			branch(out, d, children, c, before+below, "└─ ", "   ")
		}
	}
}
