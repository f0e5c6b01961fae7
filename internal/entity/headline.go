package entity

import (
	"strings"

	"sayso"
)

// headlines gives roles that a headline leaves nameless ("Minister denies
// strike", "— official") to the person of that role whom the report's first two
// paragraphs name, where there is one alone.
func (l *linker) headlines() {
	body := l.body()
	if body <= 0 || int(body) >= len(l.doc.Paras) {
		return
	}
	start := l.doc.Sents[l.doc.Paras[body].First].First
	end := l.size()
	if p := int(body) + 2; p < len(l.doc.Paras) {
		end = l.doc.Sents[l.doc.Paras[p].First].First
	}
	var named []int32
	for c := range l.clusters {
		e := &l.clusters[c]
		if e.kind != sayso.Person || e.name < 0 || len(e.mentions) == 0 {
			continue
		}
		for _, k := range e.mentions {
			if m := &l.mentions[k]; m.first >= start && m.first < end && m.form == sayso.NameMention {
				named = append(named, int32(c))
				break
			}
		}
	}
	if len(named) > 40 {
		return // no report begins so
	}
	for k := range l.mentions {
		m := &l.mentions[k]
		if m.first >= start || m.form != sayso.NominalMention || m.kind != sayso.Person || m.noun == nil || m.post || m.det == indefinite || m.det == other || m.possessor >= 0 {
			continue
		}
		if m.entity >= 0 && (l.clusters[m.entity].name >= 0 || l.mentions[l.clusters[m.entity].mentions[0]].first >= start) {
			continue
		}
		found, fit := int32(-1), 0
		for _, c := range named {
			e := &l.clusters[c]
			n := 0
			for _, r := range e.roles {
				if r == m.noun {
					n = 2
				}
			}
			if n == 0 && (m.noun.use == office || m.noun.use == source) && len(m.noun.covers) > 0 && m.noun.covers[0] != "*" && m.noun.covered(e.sector) && len(e.about) > 0 {
				n = 1
			}
			if n == 0 || n < fit || !l.compatible(m, e) || !sameCountry(l.countryOf(m), e.country) || !l.modified(m, e) {
				continue
			}
			if n > fit {
				found, fit = c, n
			} else {
				found = -1 // two
			}
		}
		switch {
		case found < 0:
		case m.entity >= 0:
			l.merge(found, m.entity)
		default:
			l.join(int32(k), found)
		}
	}
}

// body returns the first paragraph that ends like a sentence, which begins the
// report's own text; -1 where none does.
func (l *linker) body() int32 {
	for p := range l.doc.Paras {
		words := strings.TrimRight(l.doc.Of(l.doc.Paras[p].Span), "\"”’')")
		if strings.HasSuffix(words, ".") || strings.HasSuffix(words, "!") || strings.HasSuffix(words, "?") {
			return int32(p)
		}
	}
	return -1
}
