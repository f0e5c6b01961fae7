package pattern

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/text"
)

// Read loads pattern files and compiles their rules into one set. The error
// joins everything wrong with them, each with file and line.
func Read(fsys fs.FS, paths ...string) (*Set, error) {
	s := &Set{words: map[string][]*Rule{}, lemmas: map[string][]*Rule{}}
	var errs []error
	names := map[string]string{}
	for _, path := range paths {
		b, err := fs.ReadFile(fsys, path)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		p := parser{fsys: fsys, path: path, classes: map[string][]string{}}
		p.file(string(b))
		errs = append(errs, p.errs...)
		for _, r := range p.rules {
			if first := names[r.Name]; first != "" {
				errs = append(errs, fmt.Errorf("%s:%d: rule %q is already at %s", r.Path, r.Line, r.Name, first))
			}
			names[r.Name] = fmt.Sprintf("%s:%d", r.Path, r.Line)
			s.add(r)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Set) add(r *Rule) {
	s.Rules = append(s.Rules, r)
	if r.key >= len(r.elems) {
		return // faulty, and reported
	}
	for w := range r.elems[r.key].words {
		s.words[w] = append(s.words[w], r)
	}
	for w := range r.elems[r.key].lemmas {
		s.lemmas[w] = append(s.lemmas[w], r)
	}
}

type parser struct {
	fsys    fs.FS
	path    string
	line    int
	classes map[string][]string
	rules   []*Rule
	errs    []error
}

func (p *parser) bad(format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", p.path, p.line, fmt.Sprintf(format, args...)))
}

func (p *parser) file(content string) {
	var r *Rule
	for text := range strings.Lines(content) {
		p.line++
		text = strings.TrimSpace(text)
		if text == "" || text[0] == '#' {
			continue
		}
		word, rest, _ := strings.Cut(text, " ")
		rest = strings.TrimSpace(rest)
		if r == nil && word != "rule" && word != "class" {
			p.bad("%q stands before the first rule", word)
			continue
		}
		switch word {
		case "class":
			p.class(rest)
		case "rule":
			p.whole(r)
			r = &Rule{Name: rest, Path: p.path, Line: p.line}
			p.rules = append(p.rules, r)
		case "match":
			if r.elems != nil {
				p.bad("rule %q has a match line already", r.Name)
				continue
			}
			p.match(r, rest)
		case "gives":
			fields := strings.Fields(rest)
			if len(fields) == 0 {
				p.bad("gives what?")
				continue
			}
			r.Gives.Kind = fields[0]
			for _, f := range fields[1:] {
				key, value, ok := strings.Cut(f, "=")
				if !ok {
					p.bad("%q: want key=value", f)
				}
				r.Gives.Pairs = append(r.Gives.Pairs, [2]string{key, value})
			}
		case "means":
			if len(r.Yes) == 0 || r.Yes[len(r.Yes)-1].Means != "" || rest == "" {
				p.bad("\"means\" says once what a yes sentence before it means")
				continue
			}
			r.Yes[len(r.Yes)-1].Means = rest
		case "yes", "no":
			ex, err := example(rest)
			if err != nil {
				p.bad("%v", err)
			}
			ex.Line = p.line
			if word == "yes" {
				r.Yes = append(r.Yes, ex)
			} else {
				r.No = append(r.No, ex)
			}
		default:
			p.bad("unknown keyword %q, want class, rule, match, gives, yes, means or no", word)
		}
	}
	p.whole(r)
}

// whole reports what a finished rule lacks.
func (p *parser) whole(r *Rule) {
	if r == nil {
		return
	}
	for _, lack := range []struct {
		what string
		is   bool
	}{{"a name", r.Name == ""}, {"a match line", r.elems == nil}, {"a gives line", r.Gives.Kind == ""}, {"a yes sentence", r.Yes == nil}} {
		if lack.is {
			p.errs = append(p.errs, fmt.Errorf("%s:%d: rule %q lacks %s", p.path, r.Line, r.Name, lack.what))
		}
	}
}

// class reads "NAME word ~lemma …" or "NAME from PATH [COLUMN=VALUE]".
func (p *parser) class(s string) {
	fields := strings.Fields(s)
	if len(fields) < 2 {
		p.bad("want class NAME and its words, or NAME from PATH [COLUMN=VALUE]")
		return
	}
	words := fields[1:]
	if w := words[0]; w == "from" || w == "exactly" {
		if len(words) < 2 {
			p.bad("class %s: from which table?", fields[0])
			return
		}
		words = p.column(words[1], strings.Join(words[2:], ""))
		if w == "exactly" {
			for i := range words {
				words[i] = words[i][1:]
			}
		}
	}
	p.classes[fields[0]] = words
}

// column returns the first cells of a table's rows as lemmas.
func (p *parser) column(path, where string) (out []string) {
	b, err := fs.ReadFile(p.fsys, path)
	if err != nil {
		p.bad("%v", err)
		return nil
	}
	name, value, filtered := strings.Cut(where, "=")
	col := -1
	for text := range strings.Lines(string(b)) {
		text = strings.TrimRight(text, "\r\n")
		if text == "" || text[0] == '#' {
			continue
		}
		cells := strings.Split(text, "\t")
		if col < 0 { // the header
			for i, c := range cells {
				if c == name || !filtered {
					col = i
				}
			}
			if col < 0 {
				p.bad("%s has no column %q", path, name)
				return nil
			}
			continue
		}
		if !filtered || col < len(cells) && cells[col] == value {
			out = append(out, "~"+cells[0])
		}
	}
	return out
}

func (p *parser) match(r *Rule, s string) {
	open, from := "", 0
	for _, f := range strings.Fields(s) {
		if rest, ok := strings.CutPrefix(f, "<"); ok {
			name, elem, ok := strings.Cut(rest, ":")
			if !ok || open != "" {
				p.bad("%q: want <name:elements>", f)
				return
			}
			if rel, optional := strings.CutSuffix(elem, ">?"); text.ParseRel(strings.TrimSuffix(rel, ">")) != 0 && (optional || strings.HasSuffix(elem, ">")) {
				r.rels = append(r.rels, relCapture{name, text.ParseRel(strings.TrimSuffix(rel, ">")), optional})
				continue
			}
			open, from, f = name, len(r.elems), elem
		}
		optional := strings.HasSuffix(f, ">?")
		if optional {
			f = f[:len(f)-1]
		}
		f, shut := strings.CutSuffix(f, ">")
		e, ok := p.elem(f)
		if !ok {
			return
		}
		e.optional = e.optional || optional
		r.elems = append(r.elems, e)
		if shut {
			if open == "" {
				p.bad("%q: \">\" without \"<name:\"", f)
				return
			}
			r.captures = append(r.captures, capture{open, from, len(r.elems) - 1})
			open = ""
		}
	}
	if open != "" {
		p.bad("<%s: is never closed", open)
	}
	r.key = len(r.elems)
	for i := range r.elems {
		if e := &r.elems[i]; e.kind == token && !e.optional && len(e.words)+len(e.lemmas) > 0 && e.upos == 0 && e.tags == 0 && !e.any && !e.name {
			if r.key == len(r.elems) || r.elems[r.key].around {
				r.key = i
			}
			if !e.around {
				break
			}
		}
	}
	switch {
	case r.key == len(r.elems):
		p.bad("rule %q needs a word, ~lemma or @class that is not optional", r.Name)
	case len(r.elems) > maxElems:
		p.bad("rule %q has %d elements, at most %d", r.Name, len(r.elems), maxElems)
		r.key = len(r.elems)
	}
}

var chunks = map[string]kind{"NP": nounChunk, "VG": verbChunk, "PHRASE": phrase, "CLAUSE": clause, "START": atStart, "END": atEnd}

// elem reads one element.
func (p *parser) elem(s string) (elem, bool) {
	e := elem{}
	if rest, ok := strings.CutPrefix(s, "("); ok {
		rest, e.optional = strings.CutSuffix(rest, "?")
		if rest, ok = strings.CutSuffix(rest, ")"); !ok {
			p.bad("%q: want (x) or (!x), of a single token", s)
			return e, false
		}
		s, e.around = rest, true
	}
	if optional, ok := strings.CutSuffix(s, "?"); ok && s != "?" {
		s, e.optional = optional, true
	}
	if rest, ok := strings.CutPrefix(s, ".."); ok {
		e.kind, e.max = gap, 8
		if rest != "" {
			n, err := strconv.Atoi(rest)
			if err != nil || n < 1 || n > 40 {
				p.bad("%q: a gap is \"..\" or \"..N\", N from 1 to 40", s)
				return e, false
			}
			e.max = int32(n)
		}
		return e, true
	}
	if k, ok := chunks[s]; ok {
		e.kind = k
		return e, true
	}
	if rest, ok := strings.CutPrefix(s, "="); ok && rest != "" {
		e.kind, e.ask = asked, rest
		return e, true
	}
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		if e.kind, s = not, rest; e.around {
			e.kind = notAfter
		}
	}
	e.words, e.lemmas = map[string]bool{}, map[string]bool{}
	for alt := range strings.SplitSeq(s, "|") {
		if !p.alternative(&e, alt) {
			return e, false
		}
	}
	return e, true
}

func (p *parser) alternative(e *elem, s string) bool {
	switch {
	case s == "":
		p.bad("empty element")
		return false
	case s[0] == '~':
		e.lemmas[s[1:]] = true
	case s[0] == '@':
		words, ok := p.classes[s[1:]]
		if !ok {
			p.bad("no class %q above", s[1:])
			return false
		}
		for _, w := range words {
			if w[0] == '@' || !p.alternative(e, w) {
				p.bad("class %s: %q", s[1:], w)
				return false
			}
		}
	case s != strings.ToLower(s):
		upos, tag := text.ParseUPOS(s), text.ParseTag(s)
		switch {
		case s == "ANY":
			e.any = true
		case s == "NAME":
			e.name = true
		case s == "QUOTE":
			e.tags |= 1<<text.OpenQuote | 1<<text.CloseQuote
		case upos != 0:
			e.upos |= 1 << upos
		case tag != 0:
			e.tags |= 1 << tag
		default:
			p.bad("%q is no tag; words stand in lower case", s)
			return false
		}
	default:
		e.words[s] = true
	}
	return true
}

// example takes the markup out of a yes or no sentence.
func example(s string) (Example, error) {
	var b strings.Builder
	var ex Example
	start := map[rune]int{'{': -1, '[': -1}
	for _, r := range s {
		at := b.Len()
		switch r {
		case '{', '[':
			if start[r] >= 0 {
				return ex, fmt.Errorf("%q opens %c twice", s, r)
			}
			start[r] = at
		case '}', ']':
			open := map[rune]rune{'}': '{', ']': '['}[r]
			if start[open] < 0 {
				return ex, fmt.Errorf("%q: %c was never opened", s, r)
			}
			span := sayso.Span{Start: int32(start[open]), End: int32(at)}
			if start[open] = -1; r == '}' {
				ex.Cue = append(ex.Cue, span)
			} else {
				ex.Captured = append(ex.Captured, span)
			}
		default:
			b.WriteRune(r)
		}
	}
	if start['{'] >= 0 || start['['] >= 0 {
		return ex, fmt.Errorf("%q: a bracket is never closed", s)
	}
	ex.Text = b.String()
	return ex, nil
}
