package text

import "math"

// Number is a number written in digits or words over tokens [First, Last).
//
// Low and High are its value; they differ only where Kind is Vague, whose High
// is open (+Inf): "dozens" is at least 24.
type Number struct {
	First, Last int32
	Low, High   float64
	Kind        NumberKind
}

// NumberKind tells what sort of number the words are.
type NumberKind uint8

const (
	Cardinal NumberKind = iota + 1 // "4,500", "twenty-two", "1.2 million", "a dozen"
	Ordinal                        // "3rd", "twenty-first"
	Vague                          // "dozens", "several hundred", "tens of thousands"
	Fraction                       // "half", "two thirds": a share, not a count
)

// NumberAt returns the longest number that begins with token i; ok is false
// where none does. "a" and "an" begin one only before a word of magnitude ("a
// dozen") or a share ("a third"); "no" and pronouns are left to the caller, and
// so is whether a "one" or "second" is a number at all. It allocates nothing.
func (d *Doc) NumberAt(i int32) (n Number, ok bool) {
	if int(i) >= len(d.Tokens) {
		return Number{}, false
	}
	s := &d.Tokens[i]
	if c := s.Lower; c != "" && (c[0] >= '0' && c[0] <= '9' || c[0] == '.' && len(c) > 1) {
		return d.digitsAt(i)
	}
	w, known := numberWords[s.Lower]
	if !known {
		return Number{}, false
	}
	switch w.kind {
	case wordArticle:
		return d.afterArticle(i)
	case wordVague, wordSome:
		return d.vagueAt(i, w)
	case wordHalf:
		return d.halfAt(i)
	case wordOrdinal:
		return Number{i, i + 1, w.value, w.value, Ordinal}, true
	case wordUnit, wordTen:
		return d.spelledAt(i)
	case wordScale:
		// A bare "hundred" or "million" is a number only as the start of one.
		return Number{}, false
	}
	return Number{}, false
}

// RangeAt returns the two ends of a range that begins with token i: "12-15",
// "12 to 15", "three or four", "12 and 15" where join allows that word ("and"
// after "between"). A scale said once holds for both: "two to three million".
func (d *Doc) RangeAt(i int32, join string) (n Number, ok bool) {
	a, ok := d.NumberAt(i)
	if !ok || a.Kind != Cardinal {
		return Number{}, false
	}
	j := a.Last
	if int(j)+1 >= len(d.Tokens) {
		return Number{}, false
	}
	switch w := d.Tokens[j].Lower; w {
	case "-", "–", "—", "to", "or":
		if (w == "—" || w == "-" || w == "–") && !(d.touch(j) && d.touch(j+1)) {
			return Number{}, false // a dash between clauses
		}
	case join:
		if join == "" {
			return Number{}, false
		}
	default:
		return Number{}, false
	}
	b, ok := d.NumberAt(j + 1)
	if !ok || b.Kind != Cardinal {
		return Number{}, false
	}
	if a.Low > 0 && a.Low < 1000 && b.Low >= 1000 {
		if w := numberWords[d.Tokens[b.Last-1].Lower]; w.kind == wordScale && a.Low*w.value <= b.Low {
			a.Low *= w.value
		}
	}
	if a.Low >= b.Low {
		return Number{}, false
	}
	return Number{i, b.Last, a.Low, b.Low, Cardinal}, true
}

// touch reports whether token k follows the one before it without a blank.
func (d *Doc) touch(k int32) bool {
	return k > 0 && d.Tokens[k].Span.Start == d.Tokens[k-1].Span.End
}

// scales multiplies v by the words of magnitude that begin at token j.
func (d *Doc) scales(v float64, j int32) (float64, int32) {
	for first := j; int(j) < len(d.Tokens) && j-first < 4; {
		k := j
		if d.Tokens[k].Lower == "-" && int(k)+1 < len(d.Tokens) && d.touch(k) && d.touch(k+1) {
			k++
		}
		w, ok := numberWords[d.Tokens[k].Lower]
		if !ok || w.kind != wordScale || d.Tokens[k].Sent != d.Tokens[j-1].Sent {
			break
		}
		v, j = v*w.value, k+1
	}
	return v, j
}

// spelledAt reads a number in words: "two hundred and five", "twenty-two
// thousand", "two and a half million".
func (d *Doc) spelledAt(i int32) (Number, bool) {
	total, part := 0.0, 0.0 // part is the group below the next scale of a thousand or more
	last := 1e18            // the scale before
	j := i
	tens, units := false, false // what part already holds below a hundred
	halved := false
	for int(j) < len(d.Tokens) {
		k := j
		if k > i {
			if d.Tokens[k].Sent != d.Tokens[i].Sent {
				break
			}
			switch lower := d.Tokens[k].Lower; {
			case (lower == "-" || lower == "–") && int(k)+1 < len(d.Tokens) && d.Tokens[k].Span.Start == d.Tokens[k-1].Span.End:
				k++
			case lower == "and" && int(k)+1 < len(d.Tokens) && (part >= 100 || total > 0) && !tens && !units:
				k++
			case lower == "and" && !halved && d.half(k+1):
				halved = true
				part += .5
				j = k + 3
				units = true
				continue
			}
		}
		w := numberWords[d.Tokens[k].Lower]
		switch {
		case w.kind == wordUnit && !units && !(tens && w.value > 9):
			part += w.value
			units = true
		case w.kind == wordTen && !units && !tens:
			part += w.value
			tens = true
		case w.kind == wordScale && (units || tens || part > 0):
			switch {
			case w.value < 1000 && part < 100:
				part *= w.value
				units, tens = false, false
				if w.value == 12 || w.value == 20 {
					units, tens = true, true
				}
			case w.value >= 1000 && w.value < last:
				total += part * w.value
				last, part = w.value, 0
				units, tens = false, false
			default:
				k = -1
			}
		default:
			k = -1
		}
		if k < 0 {
			break
		}
		j = k + 1
	}
	if j == i {
		return Number{}, false
	}
	v := total + part
	n := Number{i, j, v, v, Cardinal}
	// "twenty-first", "two thirds"
	if int(j) < len(d.Tokens) {
		k := j
		if d.Tokens[k].Lower == "-" && int(k)+1 < len(d.Tokens) {
			k++
		}
		w := numberWords[d.Tokens[k].Lower]
		switch {
		case w.kind == wordOrdinal && tens && !units && w.value < 10 && k > j:
			n.Last, n.Low, n.High, n.Kind = k+1, v+w.value, v+w.value, Ordinal
		case w.kind == wordShare && v < 10:
			n.Last, n.Low, n.High, n.Kind = k+1, v*w.value, v*w.value, Fraction
			return d.shareOf(n), true
		case w.kind == wordOrdinal && v == 1 && j == i+1 && w.value >= 3 && w.value <= 10 && int(k)+1 < len(d.Tokens) && d.Tokens[k+1].Lower == "of":
			return d.shareOf(Number{i, k + 1, 1 / w.value, 1 / w.value, Fraction}), true
		}
	}
	return n, true
}

// half reports whether tokens k and k+1 are "a half".
func (d *Doc) half(k int32) bool {
	return int(k)+1 < len(d.Tokens) && d.Tokens[k].Lower == "a" && d.Tokens[k+1].Lower == "half"
}

// afterArticle reads "a dozen", "a hundred and ten", "a quarter of a million",
// "a few", "a couple", "a third".
func (d *Doc) afterArticle(i int32) (Number, bool) {
	if int(i)+1 >= len(d.Tokens) {
		return Number{}, false
	}
	w, ok := numberWords[d.Tokens[i+1].Lower]
	if !ok {
		return Number{}, false
	}
	switch w.kind {
	case wordScale:
		v, j := d.scales(1, i+1)
		n := Number{i, j, v, v, Cardinal}
		if v >= 100 && int(j)+1 < len(d.Tokens) && d.Tokens[j].Lower == "and" {
			if rest, ok := d.spelledFrom(j + 1); ok && rest.Low < v {
				n.Last, n.Low, n.High = rest.Last, v+rest.Low, v+rest.Low
			} else if d.half(j + 1) {
				n.Last, n.Low, n.High = j+3, v*1.5, v*1.5
			}
		}
		return n, true
	case wordHalf, wordShare:
		return d.shareOf(Number{i, i + 2, w.value, w.value, Fraction}), true
	case wordSome:
		n, ok := d.vagueAt(i+1, w)
		n.First = i
		return n, ok
	case wordOrdinal:
		if w.value >= 3 && w.value <= 10 && int(i)+2 < len(d.Tokens) && d.Tokens[i+2].Lower == "of" {
			return d.shareOf(Number{i, i + 2, 1 / w.value, 1 / w.value, Fraction}), true
		}
	}
	return Number{}, false
}

func (d *Doc) spelledFrom(j int32) (Number, bool) {
	if w := numberWords[d.Tokens[j].Lower]; w.kind != wordUnit && w.kind != wordTen {
		return Number{}, false
	}
	return d.spelledAt(j)
}

// halfAt reads "half", "half a million", "half of".
func (d *Doc) halfAt(i int32) (Number, bool) {
	n := Number{i, i + 1, .5, .5, Fraction}
	if int(i)+2 < len(d.Tokens) && (d.Tokens[i+1].Lower == "a" || d.Tokens[i+1].Lower == "-") {
		if w := numberWords[d.Tokens[i+2].Lower]; w.kind == wordScale {
			v, j := d.scales(.5, i+2)
			return Number{i, j, v, v, Cardinal}, true
		}
	}
	return n, true
}

// shareOf makes "a quarter of a million" and "two thirds of a million" counts.
func (d *Doc) shareOf(n Number) Number {
	j := n.Last
	if int(j)+2 < len(d.Tokens) && d.Tokens[j].Lower == "of" && (d.Tokens[j+1].Lower == "a" || d.Tokens[j+1].Lower == "one") {
		if w := numberWords[d.Tokens[j+2].Lower]; w.kind == wordScale {
			v, last := d.scales(n.Low, j+2)
			v = math.Round(v)
			return Number{n.First, last, v, v, Cardinal}
		}
	}
	return n
}

// vagueAt reads "dozens", "tens of thousands", "several", "a few hundred".
func (d *Doc) vagueAt(i int32, w numberWord) (Number, bool) {
	n := Number{i, i + 1, w.value, math.Inf(1), Vague}
	if w.kind == wordSome {
		n.Low, n.Last = d.scales(w.value, i+1)
		if w.value == 2 && n.Last == i+1 && int(n.Last)+1 < len(d.Tokens) && d.Tokens[n.Last].Lower == "of" {
			if v, j := d.scales(w.value, n.Last+1); j > n.Last+1 { // "a couple of hundred"
				n.Low, n.Last = v, j
			}
		}
		return n, true
	}
	for int(n.Last)+1 < len(d.Tokens) && n.Last-i < 5 && d.Tokens[n.Last].Lower == "of" {
		next := numberWords[d.Tokens[n.Last+1].Lower]
		if next.kind != wordVague || next.scale == 0 {
			break
		}
		n.Low, n.Last = n.Low*next.scale, n.Last+2
	}
	return n, true
}
