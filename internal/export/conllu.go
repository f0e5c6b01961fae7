// Package export writes what was read in the formats other programs take.
package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"sayso/internal/text"
)

// CoNLLU writes a document's sentences in the CoNLL-U format of Universal
// Dependencies. Words written together, such as "don't", are one multiword
// token. MISC has the byte offsets of each token as Start and End, and NER
// where a name stands. id may be "".
func CoNLLU(w io.Writer, id string, d *text.Doc) error {
	out := bufio.NewWriter(w)
	if id != "" {
		out.WriteString("# newdoc id = " + strings.Join(strings.Fields(id), " ") + "\n")
	}
	para := int32(-1)
	for i, s := range d.Sents {
		if s.Para != para {
			out.WriteString("# newpar\n")
			para = s.Para
		}
		out.WriteString("# sent_id = " + strconv.Itoa(i+1) + "\n# text = ")
		out.WriteString(strings.Join(strings.Fields(d.Of(s.Span)), " "))
		out.WriteByte('\n')
		conlluSentence(out, d, s)
		out.WriteByte('\n')
	}
	return out.Flush()
}

func conlluSentence(out *bufio.Writer, d *text.Doc, s text.Sentence) {
	within := s.First // words before it are covered by a multiword token
	for i := s.First; i < s.Last; i++ {
		last := i + 1
		for last < s.Last && d.Tokens[last].Joined {
			last++
		}
		if i >= within && last > i+1 {
			span := d.Range(i, last)
			out.WriteString(strconv.Itoa(int(i-s.First+1)) + "-" + strconv.Itoa(int(last-s.First)))
			out.WriteByte('\t')
			out.WriteString(d.Of(span))
			out.WriteString("\t_\t_\t_\t_\t_\t_\t_\t")
			misc := offsets(span.Start, span.End)
			if unspaced(d, last) {
				misc = "SpaceAfter=No|" + misc
			}
			out.WriteString(misc)
			out.WriteByte('\n')
			within = last
		}
		conlluWord(out, d, s, i, i < within)
	}
}

// conlluWord writes word i; part says that it is part of a multiword token.
func conlluWord(out *bufio.Writer, d *text.Doc, s text.Sentence, i int32, part bool) {
	t := &d.Tokens[i]
	lemma := t.Lemma
	if lemma == "" {
		lemma = "_"
	}
	head, rel := "_", "_"
	switch {
	case t.Head == text.Root:
		head, rel = "0", "root"
	case t.Head >= s.First && t.Head < s.Last:
		head, rel = strconv.Itoa(int(t.Head-s.First+1)), t.Rel.String()
	}
	misc := offsets(t.Span.Start, t.Span.End)
	if t.Name != text.OutsideName {
		misc = "NER=" + t.Name.String() + "|" + misc
	}
	if !part && unspaced(d, i+1) {
		misc = "SpaceAfter=No|" + misc
	}
	for k, cell := range [...]string{strconv.Itoa(int(i - s.First + 1)), d.Word(i), lemma, t.UPOS.String(), t.Tag.String(),
		t.Feats.String(), head, rel, "_", misc} {
		if k > 0 {
			out.WriteByte('\t')
		}
		out.WriteString(cell)
	}
	out.WriteByte('\n')
}

// unspaced reports whether token next follows the one before it without white space.
func unspaced(d *text.Doc, next int32) bool {
	return int(next) < len(d.Tokens) && d.Tokens[next-1].Span.End == d.Tokens[next].Span.Start
}

func offsets(start, end int32) string {
	return "End=" + strconv.Itoa(int(end)) + "|Start=" + strconv.Itoa(int(start))
}
