package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
)

// lineRule is a row of rules/dateline/lines.tsv.
type lineRule struct{ text, match, where, what string }

// applies reports whether the rule matches a folded line.
func (r *lineRule) applies(line string) bool {
	switch r.match {
	case "whole":
		return line == r.text
	case "begin":
		if !strings.HasPrefix(line, r.text) {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(r.text)
		next, _ := utf8.DecodeRuneInString(line[len(r.text):])
		return !inWord(last) || !inWord(next) || len(line) == len(r.text)
	}
	return strings.Contains(line, r.text)
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// rule returns what a line is by the longest rule that applies, "" for none.
func (t *tables) rule(line, where string) string {
	if len(line) > 700 {
		return ""
	}
	f, what, longest := fold(line), "", 0
	for i := range t.lines {
		r := &t.lines[i]
		if len(r.text) > longest && (r.where == where || r.where == "any") && r.applies(f) {
			what, longest = r.what, len(r.text)
		}
	}
	return what
}

// telex reports whether a line is what a wire's machines print before the words:
// "ZCZC ABC0123", "u i BC-STRAIT-FERRIES 03-02 0231".
func telex(line string) bool {
	if strings.HasPrefix(line, "ZCZC") {
		return len(line) < 40
	}
	_, slug, found := strings.Cut(" "+line, " BC-")
	return found && len(line) < 60 && slug != "" && allCaps(strings.Fields(slug)[0]) && len(strings.Fields(line)) <= 7 && !strings.HasSuffix(line, ".")
}

// block is a paragraph, or a line that stands for itself, trimmed.
type block struct{ from, to int }

func (b block) span() sayso.Span { return sayso.Span{Start: int32(b.from), End: int32(b.to)} }
func (b block) empty() bool      { return b.to <= b.from }

// frontLines and frontBytes are how far into a text its front may reach.
const (
	frontLines = 60
	frontBytes = 16 << 10
)

// cut returns the paragraphs of the text's first lines, from byte start on. In
// hard-wrapped text the lines of one paragraph are put together.
func cut(text string, start int, begins func(line string) bool) []block {
	stop := len(text)
	var lines []block
	var fresh []bool // a paragraph begins here by layout
	blank := true
	for at := start; at < stop && len(lines) < frontLines && at-start < frontBytes; {
		next := strings.IndexByte(text[at:], '\n')
		to := stop
		if next >= 0 {
			to = at + next
		}
		raw := text[at:to]
		trimmed := strings.TrimSpace(raw)
		if trimmed == "" {
			blank = true
		} else {
			from := at + strings.Index(raw, trimmed)
			lines = append(lines, block{from, from + len(trimmed)})
			fresh = append(fresh, blank || leading(raw) >= 2)
			blank = false
		}
		at = to + 1
	}
	wrapped := hardWrapped(lines, fresh)
	var out []block
	alone := false // the block before is a line that stands for itself
	for i, l := range lines {
		line := text[l.from:l.to]
		first, _ := utf8.DecodeRuneInString(line)
		joins := i > 0 && !fresh[i] && !alone && (wrapped || unicode.IsLower(first))
		self := begins(text[l.from:min(len(text), l.from+window)]) || telex(line) || line[0] == '^'
		if joins && !self {
			out[len(out)-1].to = l.to
			continue
		}
		out = append(out, l)
		alone = strings.HasPrefix(line, "* ") || telex(line) || line[0] == '^' || isByline(line) && l.to-l.from < 80
	}
	return out
}

// hardWrapped reports whether lines were broken at a fixed width.
func hardWrapped(lines []block, fresh []bool) bool {
	pairs, longest := 0, 0
	for i := range lines {
		longest = max(longest, lines[i].to-lines[i].from)
		if i > 0 && !fresh[i] {
			pairs++
		}
	}
	return pairs >= 2 && longest <= 100
}

// tail returns the last lines of the text after byte from, last first.
func tail(text string, from, limit int) []block {
	var out []block
	for to := len(text); to > from && len(out) < limit; {
		at := strings.LastIndexByte(text[from:to], '\n') + from + 1
		if at <= from {
			at = from
		}
		raw := text[at:to]
		if trimmed := strings.TrimSpace(raw); trimmed != "" {
			start := at + strings.Index(raw, trimmed)
			out = append(out, block{start, start + len(trimmed)})
		}
		to = at - 1
	}
	return out
}
