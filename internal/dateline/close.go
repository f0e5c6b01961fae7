package dateline

import (
	"strings"
	"unicode"

	"sayso"
)

// closing finds the credits and signs after the report and returns the byte
// where the report ends.
func (r *reading) closing(from int) int {
	stop := len(strings.TrimRightFunc(r.text, unicode.IsSpace))
	var after []sayso.Span
	for _, b := range tail(r.text[:stop], from, 25) {
		line := r.of(b)
		what := ""
		switch {
		case !strings.ContainsFunc(line, inWord):
			what = "outside"
		case b.to-b.from <= 600:
			what = r.t.rule(line, "end")
		}
		if what == "" && slug(line) {
			what = "outside"
		}
		if what == "" {
			break
		}
		switch what {
		case "update", "correction", "withdrawal":
			r.status(sayso.Status(what))
		}
		if name, ok := r.t.agencies[fold(strings.Trim(line, " ()/-."))]; ok && r.a.Agency == "" {
			r.a.Agency = name
		}
		after = append(after, b.span())
		stop = b.from
	}
	for i := len(after) - 1; i >= 0; i-- {
		r.front.Outside = append(r.front.Outside, after[i])
	}
	return len(strings.TrimRightFunc(r.text[:max(stop, from)], unicode.IsSpace))
}

// slug reports whether a line is a row of desk initials: "bur-jah/kir", "gd/ab".
func slug(line string) bool {
	if len(line) > 24 || len(line) < 4 || !strings.Contains(line, "/") {
		return false
	}
	for _, c := range []byte(line) {
		if !(c >= 'a' && c <= 'z' || c == '/' || c == '-') {
			return false
		}
	}
	return true
}

// between finds lines inside the report that are not part of it: advertisements
// and invitations to read something else.
func (r *reading) between(from, to int) {
	var found []sayso.Span
	for at := from; at < to; {
		next := strings.IndexByte(r.text[at:to], '\n')
		stop := to
		if next >= 0 {
			stop = at + next
		}
		if stop-at < 64 {
			raw := r.text[at:stop]
			if line := strings.TrimSpace(raw); line != "" {
				if rule := r.t.exact[fold(line)]; rule != nil && rule.where == "any" {
					start := at + strings.Index(raw, line)
					found = append(found, block{start, start + len(line)}.span())
				}
			}
		}
		at = stop + 1
	}
	r.front.Outside = append(r.front.Outside, found...)
}
