package syntax

import "sayso/internal/text"

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

// trimNames takes marks off the ends of names, and takes days and months for
// no names.
func trimNames(d *text.Doc) {
	mark := func(i int32) bool {
		t := &d.Tokens[i]
		return t.UPOS == text.PUNCT || t.Tag == text.POS || t.Tag == text.ADD
	}
	for i := int32(0); int(i) < len(d.Tokens); {
		tag := d.Tokens[i].Name
		if tag == text.OutsideName {
			i++
			continue
		}
		end := nameEnd(d, i)
		first, last := i, end
		for last > first && mark(last-1) && d.Tokens[last-1].Lower != ")" {
			last--
		}
		for first < last && mark(first) {
			first++
		}
		if last == first+1 && days[d.Tokens[first].Lower] {
			last = first
		}
		for k := i; k < end; k++ {
			d.Tokens[k].Name = text.OutsideName
		}
		inside := (tag + 1) / 2 * 2
		for k := first; k < last; k++ {
			d.Tokens[k].Name = inside
		}
		if first < last {
			d.Tokens[first].Name = inside - 1
		}
		i = end
	}
}

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
