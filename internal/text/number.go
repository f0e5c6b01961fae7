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

// digitsAt reads a number that begins in digits, with what continues it:
// "1.2 million", "10m", "1 200", "3rd".
func (d *Doc) digitsAt(i int32) (Number, bool) {
	t := &d.Tokens[i]
	v, used, ok := parseDigits(t.Lower)
	if !ok {
		return Number{}, false
	}
	n := Number{i, i + 1, v, v, Cardinal}
	if rest := t.Lower[used:]; rest != "" {
		switch rest {
		case "st", "nd", "rd", "th":
			n.Kind = Ordinal
			return n, true
		case "k":
			v *= 1e3
		case "m", "mn", "mln", "mio":
			v *= 1e6
		case "b", "bn", "bln":
			v *= 1e9
		case "tn", "trn":
			v *= 1e12
		case "+":
		default:
			return Number{}, false
		}
		n.Low, n.High = v, v
		return n, true
	}
	for n.Last-i < 5 && d.groupFollows(i, n.Last) {
		g, _, _ := parseDigits(d.Tokens[n.Last].Lower)
		v = v*1000 + g
		n.Last++
	}
	v, n.Last = d.scales(v, n.Last)
	if int(n.Last) < len(d.Tokens) && n.Last == i+1 && d.touch(n.Last) { // "3" "rd"
		switch d.Tokens[n.Last].Lower {
		case "st", "nd", "rd", "th":
			n.Kind, n.Last = Ordinal, n.Last+1
		case "k":
			v, n.Last = v*1e3, n.Last+1
		case "m":
			v, n.Last = v*1e6, n.Last+1
		}
	}
	n.Low, n.High = v, v
	return n, true
}

// groupFollows reports whether token j continues the number begun at i as a
// group of three digits after a blank: "1 200". An ordinary blank after a
// capitalised word within a sentence ("Flight 370 239 people") does not count.
func (d *Doc) groupFollows(i, j int32) bool {
	if int(j) >= len(d.Tokens) {
		return false
	}
	a, b := &d.Tokens[j-1], &d.Tokens[j]
	if len(b.Lower) != 3 || !allDigits(b.Lower) || !allDigits(a.Lower) || a.Lower[0] == '0' && j == i+1 ||
		j == i+1 && len(a.Lower) > 3 || b.Sent != a.Sent {
		return false
	}
	switch d.Text[a.Span.End:b.Span.Start] {
	case "\u00a0", "\u202f", "\u2009":
		return true
	case " ":
		if i == 0 || d.Tokens[i-1].Sent != d.Tokens[i].Sent {
			return true
		}
		p := d.Text[d.Tokens[i-1].Span.Start]
		first := i == 1 || d.Tokens[i-2].Sent != d.Tokens[i].Sent
		return first || p < 'A' || p > 'Z'
	}
	return false
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

// parseDigits reads digits with separators ("4,500", "1,200,000", "17.5",
// "4.500.000") from the start of s; used is the number of bytes read.
func parseDigits(s string) (v float64, used int, ok bool) {
	commas, dots := 0, 0
	group, frac := 0, 0.0 // digits since the last separator; the weight of a decimal
	i := 0
	for ; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			group++
			if frac > 0 {
				v += float64(c-'0') * frac
				frac /= 10
			} else {
				v = v*10 + float64(c-'0')
			}
			continue
		}
		if i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9' {
			break
		}
		if c == ',' && dots == 0 && digitsFrom(s[i+1:]) == 3 && (commas == 0 && group <= 3 || group == 3) {
			commas, group = commas+1, 0
			continue
		}
		if c == '.' && dots == 0 && commas == 0 && manyGroups(s[i:]) {
			for i < len(s) && s[i] == '.' && digitsFrom(s[i+1:]) == 3 {
				v = v*1000 + float64(s[i+1]-'0')*100 + float64(s[i+2]-'0')*10 + float64(s[i+3]-'0')
				i += 4
			}
			return v, i, true
		}
		if c == '.' && dots == 0 {
			dots, frac, group = 1, .1, 0
			continue
		}
		return 0, 0, false // "10:30", "1/2", "7.1.2022"
	}
	if dots > 0 {
		v = math.Round(v*1e6) / 1e6
	}
	return v, i, i > 0 && !math.IsInf(v, 0)
}

// manyGroups reports whether s is two or more groups of ".ddd" and nothing else.
func manyGroups(s string) bool {
	n := 0
	for len(s) >= 4 && s[0] == '.' && digitsFrom(s[1:]) == 3 {
		n++
		s = s[4:]
	}
	return n >= 2 && s == ""
}

func digitsFrom(s string) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

func allDigits(s string) bool { return s != "" && digitsFrom(s) == len(s) }
