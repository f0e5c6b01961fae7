package page

import (
	"strings"
	"unicode"
)

// writers returns the authors' names: the metadata's, else the markup's, else
// those of a line that speaks of authors.
func (x *Extractor) writers(f *findings, l ledger, outlet, host string, seen []block) []string {
	named := f.all("article:author", "og:article:author", "author", "byl", "dc.creator", "dcterms.creator", "dc.creator.personalname", "parsely-author", "sailthru.author",
		"citation_author", "article:author_name", "creator", "authors", "cxenseparse:author")
	for _, list := range [][]string{l.authors, named} {
		if names := x.people(list, outlet, host, false); len(names) > 0 {
			return names
		}
	}
	if by := f.get("twitter:data1"); by != "" && startsWithBy(f.get("twitter:label1")+" ") {
		if names := x.people([]string{by}, outlet, host, true); len(names) > 0 {
			return names
		}
	}
	marked := f.authors
	if len(marked) > 2 && plain(marked[0]) != plain(marked[1]) { // authors of other stories follow
		marked = marked[:1]
	}
	if names := x.people(marked, outlet, host, false); len(names) > 0 {
		return names
	}
	for _, line := range f.bylines {
		if names := x.people([]string{line}, outlet, host, !startsWithBy(line) && strings.Contains(line, " ")); len(names) > 0 {
			return names
		}
	}
	for i := range seen {
		b := &seen[i]
		if len(b.text) < 90 && b.within.hints&(hintComment|hintRelated) == 0 && (startsWithBy(b.text) || byWord(b.text)) {
			first, rest, _ := strings.Cut(b.text, "\n")
			if byWord(first) { // "By" in a line of its own
				if rest = strings.TrimSpace(rest); rest == "" && i+1 < len(seen) {
					rest = seen[i+1].text
				}
				first, _, _ = strings.Cut(rest, "\n")
			}
			if names := x.people([]string{first}, outlet, host, true); len(names) > 0 {
				return names
			}
		}
	}
	return nil
}

// people takes lists of names apart and leaves out what names nobody: the
// site, addresses, roles. strict asks for first and last name in capitals.
func (x *Extractor) people(list []string, outlet, host string, strict bool) (out []string) {
	seen := map[string]bool{}
	for _, s := range list {
		if siteName(plain(s), outlet, host) || siteName(plain(strings.ReplaceAll(s, "&", "n")), outlet, host) {
			continue
		}
		for _, name := range split(s) {
			p := plain(name)
			if p == "" || seen[p] || !nameLike(name) || siteName(p, outlet, host) || x.noAuthor[p] || strict && !fullName(name) {
				continue
			}
			seen[p] = true
			out = append(out, name)
		}
		if len(out) >= 12 {
			break
		}
	}
	return out
}

// split parts several names in one text.
func split(s string) (out []string) {
	s = words(s)
	low := strings.ToLower(s)
	for _, by := range byWords {
		if strings.HasPrefix(low, by) {
			s = s[len(by):]
			break
		}
	}
	if strings.HasPrefix(low, "photo") || strings.HasPrefix(low, "image") || strings.HasPrefix(low, "foto") {
		return nil
	}
	for _, sep := range []string{" | ", " • ", " · ", " on ", " am ", " @", "(", " – ", " - ", " — ", "\t"} {
		if i := strings.Index(s, sep); i > 0 {
			s = s[:i]
		}
	}
	for _, sep := range []string{" and ", " und ", " et ", " y ", " & ", "; ", ";", " / ", "/"} {
		s = strings.ReplaceAll(s, sep, ", ")
	}
	for part := range strings.SplitSeq(s, ",") {
		if i := strings.Index(part, " in "); i > 0 { // "By Ann Ode in Osk and Paul Roe in Ulm"
			part = part[:i]
		}
		low := strings.ToLower(strings.TrimSpace(part))
		for _, by := range byWords {
			if strings.HasPrefix(low, by) {
				part = strings.TrimSpace(part)[len(by):]
				break
			}
		}
		if part = strings.Trim(part, " .:*\"'’"); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// nameLike reports whether a text can be a name.
func nameLike(s string) bool {
	if len(s) < 2 || len(s) > 60 || strings.Contains(s, "://") || strings.Contains(s, "@") || strings.Contains(s, "www.") {
		return false
	}
	n, numbers := len(strings.Fields(s)), 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			numbers++
		}
	}
	return n <= 6 && numbers <= 2
}

// byWords are what lines that name authors begin with.
var byWords = []string{"written by ", "posted by ", "reported by ", "story by ", "by: ", "by ", "words by ", "text by ", "author: ", "geschrieben von ", "ein beitrag von ", "veröffentlicht von ",
	"artikel von: ", "artikel von ", "von: ", "von ", "vom ", "autor: ", "autorin: ", "text: ", "interview: ", "par ", "por ", "di ", "door ", "af ", "av ", "від ", "автор: "}

func startsWithBy(s string) bool {
	low := strings.ToLower(words(s[:min(len(s), 40)]))
	for _, by := range byWords {
		if strings.HasPrefix(low, by) {
			return true
		}
	}
	return false
}

// byWord reports whether a line is nothing but what a name follows: "Von:".
func byWord(s string) bool {
	s = strings.ToLower(words(s)) + " "
	for _, by := range byWords {
		if s == by || s == strings.TrimSpace(by)+": " {
			return true
		}
	}
	return false
}

// fullName reports whether a text is two to four words that begin with
// capitals, small words of surnames apart.
func fullName(s string) bool {
	capitals := 0
	for w := range strings.FieldsSeq(s) {
		switch r := []rune(w)[0]; {
		case unicode.IsUpper(r):
			capitals++
		case w == "de" || w == "la" || w == "van" || w == "von" || w == "der" || w == "den" || w == "bin" || w == "al" || w == "el" || w == "di" || w == "da" || w == "del" || w == "y":
		default:
			return false
		}
	}
	return capitals >= 2 && capitals <= 4
}
