package entity

import "sayso"

// apart tells persons apart whose names stand in a row without a mark between
// them, as where lines of a list have run together: "Pam Ode Larry Ash". A row
// of four words or more is several names where it reads from end to end as a
// given name, perhaps an initial, and one word more, and the first of these
// last words is no given name ("Ahmed Hassan Ali Omar" is one name), and the
// given names are not all words that mean something else too.
func (f *finding) apart(marked []mention) []mention {
	out := make([]mention, 0, len(marked))
	for k := 0; k < len(marked); {
		j := k + 1
		if marked[k].kind == sayso.Person {
			for j < len(marked) && marked[j].kind == sayso.Person && marked[j].first == marked[j-1].last && f.within(marked[j].first, marked[k].first) {
				j++
			}
		}
		if names := f.row(marked[k].first, marked[j-1].last); marked[k].kind == sayso.Person && len(names) > 1 {
			for i, first := range names {
				last := marked[j-1].last
				if i+1 < len(names) {
					last = names[i+1]
				}
				m := marked[k]
				m.first, m.last, m.head = first, last, last-1
				m.known, _ = f.lookup(first, last)
				m.gender = f.genderOf(first, last)
				out = append(out, m)
			}
		} else {
			out = append(out, marked[k:j]...)
		}
		k = j
	}
	return out
}

// row returns where each name of a row begins; nil where tokens [first, last)
// are no row.
func (f *finding) row(first, last int32) (names []int32) {
	if last-first < 4 {
		return nil
	}
	sure := false
	for i := first; i < last; i++ {
		w := f.words[i]
		sure = sure || !w.weak
		if !w.isGiven || shapeOf(f.doc.Word(i)) != capWord {
			return nil
		}
		names = append(names, i)
		if i++; i < last && initial(f.doc.Word(i)) {
			i++
		}
		if i == last || shapeOf(f.doc.Word(i)) != capWord || len(names) == 1 && f.words[i].isGiven {
			return nil
		}
	}
	if !sure {
		return nil
	}
	return names
}
