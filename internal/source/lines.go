package source

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"sayso"
	"sayso/reader"
)

// line is one article in JSON lines.
type line struct {
	ID        string          `json:"id"`
	URL       string          `json:"url"`
	Outlet    string          `json:"outlet"`
	Agency    string          `json:"agency"`
	Headline  string          `json:"headline"`
	Authors   json.RawMessage `json:"authors"` // a list, or one name
	Published string          `json:"published"`
	Language  string          `json:"language"`
	Text      *string         `json:"text"`
}

// lines yields an article per line. A line that is none is an error of its
// own; blank lines are passed over.
func (o Options) lines(ctx context.Context, name string, r *bufio.Reader, yield func(Record) bool) bool {
	for n := 1; ctx.Err() == nil; n++ {
		b, long, err := readLine(r)
		if err != nil && !errors.Is(err, io.EOF) {
			return yield(Record{Input: name, Line: n, Err: plainError(err)})
		}
		if n == 1 {
			b = bytes.TrimPrefix(b, []byte("\ufeff"))
		}
		rec := Record{Input: name, Line: n}
		switch {
		case long:
			rec.Err = fmt.Errorf("the line is longer than %d MB", MaxBytes>>20)
		case len(bytes.TrimSpace(b)) == 0:
			if err != nil {
				return true
			}
			continue
		default:
			rec.In, rec.Err = o.article(b)
		}
		if !yield(rec) {
			return false
		}
		if err != nil {
			return true
		}
	}
	return false
}

// readLine reads to the end of a line; of one longer than MaxBytes the rest is
// thrown away and long is set.
func readLine(r *bufio.Reader) (b []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if len(b)+len(part) > MaxBytes {
			long = true
		}
		if !long {
			b = append(b, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return b, long, err
		}
	}
}

// article decodes one line.
func (o Options) article(b []byte) (reader.Input, error) {
	text, gaps, err := Decode(b, "", false)
	if err != nil {
		return reader.Input{}, err
	}
	var l line
	if err := json.Unmarshal([]byte(text), &l); err != nil {
		return reader.Input{}, badLine(err, text)
	}
	if l.Text == nil || strings.TrimSpace(*l.Text) == "" {
		return reader.Input{}, errors.New(`the article has no "text"`)
	}
	a := sayso.Article{ID: l.ID, URL: l.URL, Outlet: l.Outlet, Agency: l.Agency, Headline: l.Headline,
		Published: l.Published, Language: l.Language, Text: *l.Text}
	if a.Authors, err = authors(l.Authors); err != nil {
		return reader.Input{}, err
	}
	if a.Headline != "" && !strings.HasPrefix(a.Text, a.Headline) {
		a.Text = a.Headline + "\n\n" + a.Text
	}
	if a.Published != "" && !sayso.ValidDate(a.Published) {
		gaps = append(gaps, sayso.Gap{Stage: "input", Why: fmt.Sprintf("“published” is %q, which is neither a date nor RFC 3339", a.Published)})
		a.Published = ""
	}
	o.date(&a)
	return reader.Input{Article: a, Gaps: gaps}, nil
}

// authors reads a list of names, or one name.
func authors(raw json.RawMessage) ([]string, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	var list []string
	if json.Unmarshal(raw, &list) == nil {
		return list, nil
	}
	var one string
	if err := json.Unmarshal(raw, &one); err != nil {
		return nil, errors.New(`"authors" is neither a list of names nor a name`)
	}
	return []string{one}, nil
}

// badLine says what is wrong with a line and where.
func badLine(err error, text string) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("not an article: the line holds a JSON %s, wanted is an object", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("not an article: %q is a JSON %s, wanted is a %s", kind.Field, kind.Value, kind.Type)
	case errors.As(err, &syntax) && int(syntax.Offset) >= len(strings.TrimSpace(text)):
		return errors.New("broken JSON: the line ends in the middle of the object (one article per line is wanted)")
	case errors.As(err, &syntax):
		return fmt.Errorf("broken JSON at byte %d: %w", syntax.Offset, err)
	}
	return fmt.Errorf("broken JSON: %w", err)
}
