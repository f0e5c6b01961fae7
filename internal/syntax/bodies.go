package syntax

import (
	"strings"

	"sayso/internal/text"
)

// bodies makes organizations of names whose head word is a body's: "Georgetown
// University" found as a place, "Washington" before "Post", "Bank of" before
// "Ostrava".
func bodies(d *text.Doc) {
	for i := int32(0); int(i) < len(d.Tokens); {
		tag := d.Tokens[i].Name
		if tag == text.OutsideName {
			i++
			continue
		}
		end := nameEnd(d, i)
		first, last := i, end
		// Proper nouns that follow, up to a body's head word.
		for k := end; int(k) < len(d.Tokens) && k < end+4 && d.Tokens[k].Sent == d.Tokens[i].Sent && d.Tokens[k].Name == text.OutsideName && isProper(d, k); k++ {
			if isBody(d, k) {
				last = k + 1
			}
		}
		// "Housing Authority of" before it.
		if of := i - 1; tag == text.BeginPlace && last == end && of > d.Sents[d.Tokens[i].Sent].First && d.Tokens[of].Lower == "of" && isBody(d, of-1) && d.Tokens[of-1].Name == text.OutsideName {
			for first = of - 1; first > d.Sents[d.Tokens[i].Sent].First && d.Tokens[first-1].Name == text.OutsideName && isProper(d, first-1); {
				first--
			}
		}
		if first < i || isBody(d, last-1) && last > first+1 {
			setName(d, first, last, text.InsideOrganization)
		}
		i = max(end, last)
	}
}

// isProper reports whether token i is a proper noun with a capital.
func isProper(d *text.Doc, i int32) bool {
	return d.Tokens[i].UPOS == text.PROPN && shape(d.Word(i)) != shapeLower
}

// isBody reports whether token i, with a capital, is the head word of the
// names of bodies.
func isBody(d *text.Doc, i int32) bool {
	return isProper(d, i) && bodyWords[strings.TrimSuffix(d.Tokens[i].Lower, ".")]
}

var bodyWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`university college institute orchestra marines army navy police party bank times post tribune herald
		journal gazette telegraph news agency committee commission council association union federation league society foundation
		company corp corporation inc ltd llc plc group holdings partners airlines airways motors energy ministry department parliament
		senate congress bureau service services organization organisation authority administration network television radio tech
		insurance transport systems technologies pharmaceuticals industries entertainment brigade battalion regiment`) {
		m[w] = true
	}
	return m
}()

// storms takes storms' names for no persons: "Hurricane Rita", and "Rita"
// alone after it.
func storms(d *text.Doc) {
	var names map[string]bool
	for i := 1; i < len(d.Tokens); i++ {
		switch d.Tokens[i-1].Lower {
		case "hurricane", "typhoon", "cyclone", "storm":
			if isProper(d, int32(i)) && d.Tokens[i].Sent == d.Tokens[i-1].Sent {
				if names == nil {
					names = map[string]bool{}
				}
				names[d.Tokens[i].Lower] = true
			}
		}
	}
	if names == nil {
		return
	}
	for i := int32(0); int(i) < len(d.Tokens); {
		tag := d.Tokens[i].Name
		if tag == text.OutsideName {
			i++
			continue
		}
		end := nameEnd(d, i)
		if names[d.Tokens[end-1].Lower] && (end == i+1 || end == i+2 && !isProper(d, i) || d.Tokens[i].Lower == "hurricane" || d.Tokens[i].Lower == "typhoon") {
			setName(d, i, end, text.OutsideName)
		}
		i = end
	}
}
