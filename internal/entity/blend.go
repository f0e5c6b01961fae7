package entity

import (
	"cmp"
	"slices"

	"sayso"
)

// blend puts the names that the name finder marked and those that capitals and
// tables tell into one list. The finder goes first: a name of the tables is
// added where the finder saw none, and takes a name's place where it holds all
// of it and ends with a word for a body. Names of the tables that the finder
// gives another kind get theirs.
func blend(marked, told []mention) []mention {
	out := make([]mention, 0, len(marked)+len(told)/4)
	i := 0
	for _, r := range told {
		for i < len(marked) && marked[i].last <= r.first {
			out = append(out, marked[i])
			i++
		}
		j := i
		for j < len(marked) && marked[j].first < r.last {
			j++
		}
		switch {
		case i == j:
			if r.sure >= 3 && r.known.form != "" || r.kind == sayso.Organization && r.sure >= 2 {
				out = append(out, r)
			}
		case j == i+1 && marked[i].first == r.first && marked[i].last == r.last:
			if r.known.form != "" && r.known.kind != marked[i].kind && marked[i].kind != sayso.Person {
				marked[i].kind, marked[i].known = r.known.kind, r.known
			}
		case r.kind == sayso.Organization && r.sure >= 2 && marked[i].first >= r.first && marked[j-1].last <= r.last:
			out = append(out, r)
			i = j
		}
	}
	out = append(out, marked[i:]...)
	slices.SortStableFunc(out, func(a, b mention) int { return cmp.Compare(a.first, b.first) })
	return out
}
