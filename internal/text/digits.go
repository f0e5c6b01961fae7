package text

import "math"

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
