package train

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"sayso"
)

// MarkedPage is a web page with what of it is the article: all of the body, or
// segments that belong to it and segments that do not.
type MarkedPage struct {
	ID            string
	HTML          []byte // UTF-8
	Body          string
	Lead          string // "" where it is the body's first line
	With, Without []string
}

// ReadPages reads the pages of a folder: gold.jsonl has a line for each, with
// "id" and in "gold" the fields "body" or "with" and "without", and maybe
// "lead"; the page itself is html/ID.html.gz.
func ReadPages(folder string) ([]MarkedPage, error) {
	name := filepath.Join(folder, "gold.jsonl")
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []MarkedPage
	for dec := json.NewDecoder(bufio.NewReader(f)); ; {
		var line struct {
			ID   string `json:"id"`
			Gold struct {
				Body    string   `json:"body"`
				Lead    string   `json:"lead"`
				With    []string `json:"with"`
				Without []string `json:"without"`
			} `json:"gold"`
		}
		if err := dec.Decode(&line); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s, page %d: %w", name, len(out)+1, err)
		}
		packed := filepath.Join(folder, "html", line.ID+".html.gz")
		page, err := unpackPage(packed)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", packed, err)
		}
		out = append(out, MarkedPage{line.ID, page, line.Gold.Body, line.Gold.Lead, line.Gold.With, line.Gold.Without})
	}
}

func unpackPage(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	packed, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	page, err := io.ReadAll(packed)
	if err != nil || utf8.Valid(page) {
		return page, err
	}
	declared, _, _ := charset.DetermineEncoding(page, "text/html")
	return declared.NewDecoder().Bytes(page)
}

// segment returns 1 for a block with a segment of the article, 0 for one with
// a segment of anything else, -1 for other blocks.
func (p *MarkedPage) segment(block string) float64 {
	block = even(block)
	for _, s := range p.With {
		if strings.Contains(block, even(s)) {
			return 1
		}
	}
	for _, s := range p.Without {
		if strings.Contains(block, even(s)) {
			return 0
		}
	}
	return -1
}

// even makes all white space single blanks.
func even(s string) string { return strings.Join(strings.Fields(s), " ") }

// wordsOf returns the words of a text: runs of letters, digits and low lines,
// soft hyphens left out.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(s, "\u00ad", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

// shingles counts the runs of n words; fewer words than n are one run.
func shingles(words []string, n int) map[string]int {
	out := map[string]int{}
	if len(words) == 0 {
		return out
	}
	for i := range max(1, len(words)-n+1) {
		out[strings.Join(words[i:min(i+n, len(words))], " ")]++
	}
	return out
}

// pageFigures add up how well bodies were found, by the measure of scrapinghub's
// article-extraction-benchmark: over runs of four words, counted as often as
// they occur, precision and recall are means over pages.
type pageFigures struct {
	precision, recall    float64
	answered, pages, led int
}

// add counts a page and the article that was read from it.
func (f *pageFigures) add(p *MarkedPage, a sayso.Article) {
	text := a.Text
	if rest, found := strings.CutPrefix(text, a.Headline+"\n"); found && a.Headline != "" {
		text = strings.TrimLeft(rest, "\n")
	}
	want, got := shingles(wordsOf(p.Body), 4), shingles(wordsOf(text), 4)
	both, wanted, given := 0, 0, 0
	for run, n := range want {
		both, wanted = both+min(n, got[run]), wanted+n
	}
	for _, n := range got {
		given += n
	}
	f.pages++
	f.recall += float64(both) / float64(max(wanted, 1))
	if given > 0 {
		f.answered++
		f.precision += float64(both) / float64(given)
	}
	lead := p.Lead
	if lead == "" {
		lead, _, _ = strings.Cut(strings.TrimSpace(p.Body), "\n")
	}
	if strings.Contains(spoken(text), beginning(spoken(lead))) {
		f.led++
	}
}

func (f *pageFigures) String() string {
	p, r := f.precision/float64(max(f.answered, 1)), f.recall/float64(max(f.pages, 1))
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f, leads %d of %d", p, r, 2*p*r/max(p+r, 1e-9), f.led, f.pages)
}

// spoken is a text's words in lower case, one blank between them, apostrophes even.
func spoken(s string) string {
	return strings.ToLower(strings.Join(wordsOf(strings.ReplaceAll(s, "’", "'")), " "))
}

// beginning returns the first 120 characters.
func beginning(s string) string {
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120])
	}
	return strings.TrimSpace(s)
}
