package entity

import (
	"slices"
	"strings"

	"sayso"
)

// brackets joins a name and the acronym put in brackets after it, or the other
// way round: "Harbour Safety Board (HSB)".
func (l *linker) brackets() {
	for k := 0; k+1 < len(l.mentions); k++ {
		a, b := &l.mentions[k], &l.mentions[k+1]
		if a.form != sayso.NameMention || b.form != sayso.NameMention || b.first != a.last+1 || l.lower(a.last, a.first) != "(" || l.lower(b.last, b.first) != ")" {
			continue
		}
		if a.entity == b.entity || !l.stands(a, b) && !l.stands(b, a) {
			continue
		}
		l.merge(a.entity, b.entity)
	}
}

// stands reports whether the name short is made of letters of the name long, the first being the first.
func (f *finding) stands(short, long *mention) bool {
	if short.last-short.first != 1 || long.last-long.first < 2 {
		return false
	}
	w := f.doc.Word(short.first)
	if shapeOf(w) != upperWord {
		return false
	}
	s := f.tok(short.first).Lower
	words := strings.ToLower(f.doc.Of(f.span(long)))
	if s[0] != words[0] && !strings.Contains(words, " "+s[:1]) {
		return false
	}
	for i := 0; i < len(s); i++ {
		if s[i] == '.' {
			continue
		}
		at := strings.IndexByte(words, s[i])
		if at < 0 {
			return false
		}
		words = words[at+1:]
	}
	return true
}

// merge moves everything in cluster b to cluster a.
func (l *linker) merge(a, b int32) {
	if a == b {
		return
	}
	for _, k := range l.clusters[b].mentions {
		l.join(k, a)
	}
	slices.Sort(l.clusters[a].mentions)
	l.clusters[b].mentions = nil
}
