package event

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// Cameo gives events the code that they have in CAMEO, the scheme of older
// series, by rules/event/cameo.tsv. It is safe for concurrent use.
type Cameo struct {
	rows map[sayso.EventType][]cameoRow
}

type cameoRow struct {
	mode     string
	contexts []string
	realis   sayso.Realis
	words    []string // names of rules; none: any rule
	code     string
}

// NewCameo loads the table; an error names file and line.
func NewCameo(rules fs.FS) (*Cameo, error) {
	const path = "event/cameo.tsv"
	t, err := lexicon.Read(rules, path, lexicon.Closed("type", eventTypes...), lexicon.Open("mode"), lexicon.Open("context"),
		lexicon.Closed("realis", realises...), lexicon.Open("words"), lexicon.Open("code"))
	if err != nil {
		return nil, err
	}
	c := &Cameo{map[sayso.EventType][]cameoRow{}}
	var errs []error
	for _, row := range t.Rows {
		bad := func(format string, args ...any) {
			errs = append(errs, fmt.Errorf("%s:%d: %s", path, row.Line, fmt.Sprintf(format, args...)))
		}
		f := row.Cells
		kind := sayso.EventType(f[0])
		r := cameoRow{f[1], strings.Fields(f[2]), sayso.Realis(f[3]), strings.Fields(f[4]), f[5]}
		if r.mode != "" && !slices.Contains(modes[kind], r.mode) {
			bad("%s has no mode %q", kind, r.mode)
		}
		for _, x := range r.contexts {
			if !slices.Contains(contexts, x) {
				bad("no context %q", x)
			}
		}
		if !validCode(r.code) {
			bad("%q is no CAMEO code: want 2 to 4 digits that begin with 01 to 20", r.code)
		}
		if r.realis == "" {
			r.realis = sayso.Actual
		}
		c.rows[kind] = append(c.rows[kind], r)
	}
	return c, errors.Join(errs...)
}

// validCode reports whether a code has a root of CAMEO; "" says that none is honest.
func validCode(code string) bool {
	if code == "" {
		return true
	}
	digits := strings.Trim(code, "0123456789") == ""
	return digits && 2 <= len(code) && len(code) <= 4 && "01" <= code[:2] && code[:2] <= "20"
}

// Code returns the CAMEO code of an event: a root of two digits or a code below
// it of three or four, "" where no code is honest.
func (c *Cameo) Code(e *sayso.Event) string {
	realis := e.Realis
	if realis == sayso.Planned && (e.Type == sayso.Agree || e.Type == sayso.Threaten) {
		realis = sayso.Actual // the announcement was made
	}
	word := ruleName(e.By)
	best, code := -1, ""
	for _, r := range c.rows[e.Type] {
		rank, ok := r.rank(e, realis, word)
		switch {
		case !ok || rank < best:
		case rank > best:
			best, code = rank, r.code
		default:
			code = shared(code, r.code)
		}
	}
	return code
}

// rank says how closely a row fits an event, if it does.
func (r *cameoRow) rank(e *sayso.Event, realis sayso.Realis, word string) (rank int, ok bool) {
	if r.realis != realis {
		return 0, false
	}
	if r.mode != "" {
		if r.mode != e.Mode {
			return 0, false
		}
		rank += 1 << 8
	}
	for _, x := range r.contexts {
		if !slices.Contains(e.Contexts, x) {
			return 0, false
		}
		rank += 2
	}
	if len(r.words) > 0 {
		if !slices.Contains(r.words, word) {
			return 0, false
		}
		rank++
	}
	return rank, true
}

// shared returns what two codes have in common, "" if that is no code.
func shared(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	if n < 2 {
		return ""
	}
	return a[:n]
}
