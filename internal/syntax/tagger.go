package syntax

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"sayso/internal/text"
)

// TagClasses names what the tagger chooses between: a UPOS and a Penn tag.
type TagClass struct {
	UPOS text.UPOS
	Tag  text.Tag
}

// Tagger is a greedy left-to-right linear tagger (an averaged perceptron,
// Collins 2002) over hashed features.
type Tagger struct {
	Classes []TagClass
	Bits    uint // the table has 1<<Bits rows
	// Row r's weights are those of Class[Start[r]:Start[r+1]].
	Start  []uint32
	Class  []uint8
	Weight []int16
}

// tagFeatures is how many features each word has.
const tagFeatures = 30

// NewFeatures returns room for one word's features.
func (c *TagContext) NewFeatures() *[tagFeatures]uint64 { return new([tagFeatures]uint64) }

// TagContext walks over a sentence and gives the features of each word.
type TagContext struct {
	keys []wordKey
	caps uint64 // 1 where nothing in the sentence is in small letters
}

// Reset makes the context ready for sentence s of d.
func (c *TagContext) Reset(d *text.Doc, s text.Sentence) {
	c.keys = c.keys[:0]
	c.caps = 1
	for i := s.First; i < s.Last; i++ {
		k := keyOf(d, i)
		c.keys = append(c.keys, k)
		if k.shape == shapeLower && len(d.Tokens[i].Lower) > 1 {
			c.caps = 0
		}
	}
}

var edge = wordKey{word: 1, suf1: 1, suf2: 1, suf3: 1, suf4: 1, pre1: 1, pre2: 1, pre3: 1, shape: 63}

func (c *TagContext) at(i int) *wordKey {
	if i < 0 || i >= len(c.keys) {
		return &edge
	}
	return &c.keys[i]
}

// Features writes the features of word i of the sentence, given the classes of
// the two words before it (-1 at the beginning).
func (c *TagContext) Features(out *[tagFeatures]uint64, i, t1, t2 int) {
	w, p, pp, n, nn := c.at(i), c.at(i-1), c.at(i-2), c.at(i+1), c.at(i+2)
	one, two := uint64(t1+2), uint64(t1+2)<<10|uint64(t2+2)
	start := uint64(0)
	if i == 0 {
		start = 1
	}
	form := w.shape<<2 | c.caps<<1 | start
	f := [...]uint64{0, w.word, w.suf1, w.suf2, w.suf3, w.suf4, w.pre1, w.pre2, w.pre3, form, mix(form, w.suf3), mix(form, w.word),
		p.word, n.word, pp.word, nn.word, p.suf3, n.suf3, n.suf2, mix(n.shape, w.shape), mix(p.shape, w.shape),
		one, two, mix(one, w.word), mix(one, w.suf3), mix(one, n.word), mix(p.word, w.word), mix(w.word, n.word), mix(two, w.suf2), mix(one, form)}
	for k := range f {
		out[k] = mix(f[k], uint64(k)+17)
	}
}

// Tag fills in UPOS and Tag of a sentence's tokens.
func (t *Tagger) Tag(d *text.Doc, s text.Sentence, c *TagContext) {
	c.Reset(d, s)
	var f [tagFeatures]uint64
	var score [256]int32
	t1, t2 := -1, -1
	mask := uint64(1)<<t.Bits - 1
	for i := s.First; i < s.Last; i++ {
		c.Features(&f, int(i-s.First), t1, t2)
		clear(score[:len(t.Classes)])
		for _, h := range f {
			row := h & mask
			from, to := t.Start[row], t.Start[row+1]
			weights := t.Weight[from:to]
			for k, class := range t.Class[from:to] {
				score[class] += int32(weights[k])
			}
		}
		best := 0
		for k := 1; k < len(t.Classes); k++ {
			if score[k] > score[best] {
				best = k
			}
		}
		d.Tokens[i].UPOS, d.Tokens[i].Tag = t.Classes[best].UPOS, t.Classes[best].Tag
		t1, t2 = best, t1
	}
}

// tagMagic begins every tagger file.
const tagMagic = "sayso tagger 1\n"

// Encode writes the tagger; ReadTagger reads it back.
func (t *Tagger) Encode(w io.Writer) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	fmt.Fprintf(z, "%d %d %d\n", t.Bits, len(t.Classes), len(t.Class))
	for _, c := range t.Classes {
		z.Write([]byte{byte(c.UPOS), byte(c.Tag)})
	}
	counts := make([]byte, len(t.Start)-1)
	for i := range counts {
		counts[i] = byte(t.Start[i+1] - t.Start[i])
	}
	z.Write(counts)
	z.Write(t.Class)
	binary.Write(z, binary.LittleEndian, t.Weight)
	if err := z.Close(); err != nil {
		return err
	}
	_, err = io.WriteString(w, tagMagic+b.String())
	return err
}

// ReadTagger reads what Encode wrote.
func ReadTagger(b []byte) (*Tagger, error) {
	rest, ok := strings.CutPrefix(string(b), tagMagic)
	if !ok {
		return nil, errors.New("not a tagger file of this version")
	}
	z, err := gzip.NewReader(strings.NewReader(rest))
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	t := &Tagger{}
	var classes, weights int
	head, body, _ := bytes.Cut(all, []byte("\n"))
	if _, err := fmt.Sscanf(string(head), "%d %d %d", &t.Bits, &classes, &weights); err != nil {
		return nil, err
	}
	rows := 1 << t.Bits
	if classes > 256 || len(body) != 2*classes+rows+3*weights {
		return nil, errors.New("cut short")
	}
	for i := range classes {
		t.Classes = append(t.Classes, TagClass{text.UPOS(body[2*i]), text.Tag(body[2*i+1])})
	}
	body = body[2*classes:]
	t.Start = make([]uint32, rows+1)
	for i := range rows {
		t.Start[i+1] = t.Start[i] + uint32(body[i])
	}
	body = body[rows:]
	t.Class = body[:weights]
	t.Weight = make([]int16, weights)
	for i := range t.Weight {
		t.Weight[i] = int16(binary.LittleEndian.Uint16(body[weights+2*i:]))
	}
	if int(t.Start[rows]) != weights {
		return nil, errors.New("row counts and weights disagree")
	}
	for _, c := range t.Class {
		if int(c) >= classes {
			return nil, errors.New("a weight for an unknown class")
		}
	}
	return t, nil
}
