package syntax

import (
	"strings"

	"sayso/internal/text"
)

// A name that was found in one place of a document and overlooked in another
// is most likely the same there. repeat marks such places: runs of proper
// nouns spelt like a name found, and single ones spelt like the last word of a
// person's full name.
func repeat(d *text.Doc) {
	known := map[string]*[3]int{} // how often found as a person, an organization, a place
	for i := int32(0); int(i) < len(d.Tokens); {
		tag := d.Tokens[i].Name
		if tag == text.OutsideName {
			i++
			continue
		}
		end := nameEnd(d, i)
		note := func(first int32) {
			if d.Tokens[first].UPOS != text.PROPN {
				return
			}
			key := spelling(d, first, end)
			v := known[key]
			if v == nil {
				v = &[3]int{}
				known[key] = v
			}
			v[(tag-1)/2]++
		}
		note(i)
		if tag == text.BeginPerson && end > i+1 {
			note(end - 1)
		}
		i = end
	}
	if len(known) == 0 {
		return
	}
	for i := int32(0); int(i) < len(d.Tokens); {
		if d.Tokens[i].Name != text.OutsideName || d.Tokens[i].UPOS != text.PROPN {
			i++
			continue
		}
		end := i + 1
		for int(end) < len(d.Tokens) && d.Tokens[end].Sent == d.Tokens[i].Sent && d.Tokens[end].Name == text.OutsideName && d.Tokens[end].UPOS == text.PROPN {
			end++
		}
		// A run that goes on with a name that was found is left alone.
		alone := int(end) == len(d.Tokens) || d.Tokens[end].Name == text.OutsideName || d.Tokens[end].Name&1 == 1 && d.Tokens[end].Sent != d.Tokens[i].Sent
		alone = alone && (i == 0 || d.Tokens[i-1].Name == text.OutsideName || d.Tokens[i-1].Sent != d.Tokens[i].Sent)
		if v := known[spelling(d, i, end)]; v != nil && alone {
			best := 0
			for k, n := range v {
				if n > v[best] {
					best = k
				}
			}
			for k := i; k < end; k++ {
				d.Tokens[k].Name = text.NameTag(2*best + 2)
			}
			d.Tokens[i].Name--
		}
		i = end
	}
}

// mendNames corrects what the name finder gets wrong and a rule gets right:
// marks at a name's ends, days, single letters, files and common words taken
// for names, persons written in capitals only, "Muqtada al-Sadr" in two,
// "Miami Florida" in one.
func mendNames(d *text.Doc) {
	for i := int32(0); int(i) < len(d.Tokens); {
		if d.Tokens[i].Name == text.OutsideName {
			i++
			continue
		}
		end := nameEnd(d, i)
		kind := (d.Tokens[i].Name + 1) / 2 * 2
		for int(end) < len(d.Tokens) && kind == text.InsidePerson && goesOn(d, end) {
			end = nameEnd(d, end)
		}
		first, last := trimmed(d, i, end)
		setName(d, i, end, text.OutsideName)
		if first < last && isNamed(d, first, last) {
			if kind == text.InsidePerson && last == first+1 && isAcronym(d, first) {
				kind = text.InsideOrganization
			}
			if street := streetEnd(d, first, last); kind == text.InsidePlace && street < last {
				setName(d, first, street, kind)
				first = street
			}
			state := last
			if kind == text.InsidePlace && last > first+1 && isState(d, last-1) && !directions[d.Tokens[last-2].Lower] && d.Tokens[last-2].UPOS == text.PROPN {
				state = last - 1
			}
			setName(d, first, state, kind)
			setName(d, state, last, kind)
			if kind == text.InsidePlace && postCode(d, last) {
				setName(d, last+1, last+2, kind)
			}
		}
		i = end
	}
}

// setName marks tokens [first, last) as one name of a kind, told by its inside tag.
func setName(d *text.Doc, first, last int32, inside text.NameTag) {
	for i := first; i < last; i++ {
		d.Tokens[i].Name = inside
	}
	if first < last && inside != text.OutsideName {
		d.Tokens[first].Name = inside - 1
	}
}

// trimmed returns a name's tokens without the marks, pronouns and, before
// capitals, "the" and adjectives in small letters at its ends.
func trimmed(d *text.Doc, first, last int32) (int32, int32) {
	mark := func(i int32) bool {
		t := &d.Tokens[i]
		return t.UPOS == text.PUNCT || t.Tag == text.POS || t.Tag == text.PRP && last > first+1
	}
	for last > first && mark(last-1) && d.Tokens[last-1].Lower != ")" {
		last--
	}
	for first < last && (mark(first) || first+1 < last && (d.Tokens[first].Lower == "the" || d.Tokens[first].Tag == text.JJ && shape(d.Word(first)) == shapeLower) && shape(d.Word(first+1)) != shapeLower) {
		first++
	}
	return first, last
}

// isNamed reports whether tokens [first, last) can be a name at all.
func isNamed(d *text.Doc, first, last int32) bool {
	if last == first+1 {
		w := d.Tokens[first].Lower
		if len(w) == 1 || days[w] || strings.HasSuffix(w, ".pdf") || strings.HasSuffix(w, ".doc") || strings.HasSuffix(w, ".xls") {
			return false
		}
	}
	for i := first; i < last; i++ {
		if d.Tokens[i].UPOS == text.PROPN || shape(d.Word(i)) != shapeLower {
			return true
		}
	}
	return false
}

// goesOn reports whether a name of a person that ends before token i goes on
// with the name there: "Muqtada" with "al-Sadr".
func goesOn(d *text.Doc, i int32) bool {
	t := &d.Tokens[i]
	if t.Name != text.BeginPerson || t.Sent != d.Tokens[i-1].Sent {
		return false
	}
	switch t.Lower {
	case "al", "el", "bin", "ibn", "ben", "bint", "abu", "von", "van", "de", "der", "da", "di", "du", "la", "-":
		return true
	}
	return d.Tokens[i-1].Lower == "-"
}

// isAcronym reports whether token i is three to six capitals in a sentence
// that has small letters.
func isAcronym(d *text.Doc, i int32) bool {
	w := d.Word(i)
	if len(w) < 3 || len(w) > 6 {
		return false
	}
	for k := range len(w) {
		if w[k] < 'A' || w[k] > 'Z' {
			return false
		}
	}
	s := d.Sents[d.Tokens[i].Sent]
	small := 0
	for k := s.First; k < s.Last; k++ {
		if shape(d.Word(k)) == shapeLower {
			small++
		}
	}
	return small >= 3
}

// isState reports whether token i is a state of the United States, in one word
// or by the letters of its post code, as it follows a town without a comma where
// writers are in haste: "Miami Florida", "San Rafael Ca".
func isState(d *text.Doc, i int32) bool {
	w := d.Word(i)
	return states[d.Tokens[i].Lower] || len(w) == 2 && 'A' <= w[0] && w[0] <= 'Z' && postal[d.Tokens[i].Lower]
}

var states = map[string]bool{"alabama": true, "alaska": true, "arizona": true, "arkansas": true, "california": true, "colorado": true,
	"connecticut": true, "delaware": true, "florida": true, "georgia": true, "hawaii": true, "idaho": true, "illinois": true, "indiana": true,
	"iowa": true, "kansas": true, "kentucky": true, "louisiana": true, "maine": true, "maryland": true, "massachusetts": true, "michigan": true,
	"minnesota": true, "mississippi": true, "missouri": true, "montana": true, "nebraska": true, "nevada": true, "ohio": true, "oklahoma": true,
	"oregon": true, "pennsylvania": true, "tennessee": true, "texas": true, "utah": true, "vermont": true, "virginia": true, "wisconsin": true,
	"wyoming": true}

// streetEnd returns where a street ends that its town follows without a mark:
// "4 Mill Rd Springfield". It is last where none does.
func streetEnd(d *text.Doc, first, last int32) int32 {
	for i := first + 1; i+1 < last; i++ {
		switch strings.TrimSuffix(d.Tokens[i].Lower, ".") {
		case "rd", "ave", "blvd":
			return i + 1
		}
	}
	return last
}

// postCode reports whether a place's name that ends before token i is followed
// by its state: "Springfield, OH".
func postCode(d *text.Doc, i int32) bool {
	return int(i)+1 < len(d.Tokens) && d.Tokens[i].Lower == "," && d.Tokens[i+1].Sent == d.Tokens[i-1].Sent && d.Tokens[i+1].Name == text.OutsideName &&
		len(d.Word(i+1)) == 2 && shape(d.Word(i+1)) == shapeUpper && postal[d.Tokens[i+1].Lower]
}

var postal = map[string]bool{"al": true, "ak": true, "az": true, "ar": true, "ca": true, "co": true, "ct": true, "de": true, "fl": true,
	"ga": true, "hi": true, "id": true, "il": true, "in": true, "ia": true, "ks": true, "ky": true, "la": true, "me": true, "md": true,
	"ma": true, "mi": true, "mn": true, "ms": true, "mo": true, "mt": true, "ne": true, "nv": true, "nh": true, "nj": true, "nm": true,
	"ny": true, "nc": true, "nd": true, "oh": true, "ok": true, "or": true, "pa": true, "ri": true, "sc": true, "sd": true, "tn": true,
	"tx": true, "ut": true, "vt": true, "va": true, "wa": true, "wv": true, "wi": true, "wy": true}

// directions and the like go with what follows: "West Virginia".
var directions = map[string]bool{"north": true, "south": true, "east": true, "west": true, "northern": true, "southern": true, "eastern": true,
	"western": true, "central": true, "baja": true, "new": true, "of": true, "upper": true, "lower": true}

// nameEnd returns the end of the name that begins at token i.
func nameEnd(d *text.Doc, i int32) int32 {
	inside := d.Tokens[i].Name
	if inside&1 == 1 {
		inside++
	}
	end := i + 1
	for int(end) < len(d.Tokens) && d.Tokens[end].Name == inside && d.Tokens[end].Sent == d.Tokens[i].Sent {
		end++
	}
	return end
}

// spelling returns the words of tokens [first, last) as written, with single blanks.
func spelling(d *text.Doc, first, last int32) string {
	s := d.Of(d.Range(first, last))
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\t' {
			b := []byte(s)
			for k, c := range b {
				if c == '\n' || c == '\t' {
					b[k] = ' '
				}
			}
			return string(b)
		}
	}
	return s
}
