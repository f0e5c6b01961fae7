package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineSmall are the lower-case words that an author's line may hold.
var bylineSmall = map[string]bool{"and": true, "of": true, "in": true, "for": true, "the": true, "with": true, "at": true, "from": true,
	"correspondent": true, "correspondents": true, "staff": true, "writer": true, "writers": true, "reporter": true, "reporters": true,
	"editor": true, "contributor": true, "special": true, "to": true, "on": true, "&": true, "our": true, "by": true, "via": true}

// isByline reports whether a line names authors: "By Ana Petrova, Reuters".
func isByline(line string) bool {
	rest, ok := afterBy(line)
	if !ok {
		return false
	}
	words := strings.Fields(rest)
	if len(words) == 0 || len(words) > 16 {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && (i == 0 || !bylineSmall[strings.Trim(w, ",.")] && !joins[w]) {
			return false
		}
		if unicode.IsDigit(r) {
			return i > 1
		}
	}
	return true
}

func afterBy(line string) (string, bool) {
	for _, by := range []string{"By ", "BY ", "by ", "By: ", "BY: ", "By\u00a0", "Written by ", "Story by "} {
		if strings.HasPrefix(line, by) {
			return strings.TrimSpace(line[len(by):]), true
		}
	}
	return "", false
}

// byline returns the authors a line names and the agency or body after them.
func (t *tables) byline(line string) (authors, agency string) {
	rest, ok := afterBy(line)
	if !ok {
		rest = line
	}
	for _, sep := range []string{" | ", " • ", " · ", " — ", " – ", " - ", " (", " / "} {
		if a, b, found := strings.Cut(rest, sep); found {
			rest = a
			if name := strings.Trim(b, " ()."); t.knows(name) {
				agency = name
			}
		}
	}
	parts := strings.Split(rest, ",")
	keep := len(parts)
	for i, p := range parts {
		p = strings.TrimSpace(p)
		f := fold(strings.TrimSuffix(p, "."))
		if i == 0 {
			continue
		}
		if t.knows(f) {
			agency = p
			keep = min(keep, i)
		} else if t.cities[f] || t.regions[f] || !t.likeName(p) {
			keep = min(keep, i)
		}
	}
	authors = strings.TrimSpace(strings.Join(parts[:keep], ","))
	if a, b, found := strings.Cut(authors, " and "); found {
		if name, _, in := strings.Cut(a, " in "); in && t.likeName(name) {
			authors = name + " and " + b // "Ann Ode in Osk and Paul Roe in Ulm"
		}
	}
	for _, tail := range []string{" of ", " in ", " for ", " at ", " from ", " with "} {
		if a, b, found := strings.Cut(authors, tail); found {
			authors = strings.TrimSpace(a)
			if name := strings.TrimSuffix(b, "."); t.knows(name) {
				agency = name
			}
		}
	}
	lowered := fold(authors)
	for _, tail := range []string{" associated press writers", " associated press writer", " the associated press", " associated press", " ap writer", " staff writer", " staff reporter"} {
		if strings.HasSuffix(lowered, tail) && len(lowered) == len(authors) {
			authors = strings.TrimRight(authors[:len(authors)-len(tail)], ", ")
			if strings.Contains(tail, "associated") || strings.Contains(tail, " ap") {
				agency = "Associated Press"
			}
			break
		}
	}
	if t.knows(authors) { // "By Reuters", "By the Associated Press"
		return "", authors
	}
	return authors, agency
}

// likeName reports whether words look like a person's name, or two joined.
func (t *tables) likeName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 9 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "and" && w != "&" && !joins[w] || t.words.office[fold(w)] {
			return false
		}
	}
	return true
}
