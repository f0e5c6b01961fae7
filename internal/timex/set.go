package timex

import (
	"strconv"

	"sayso"
	"sayso/internal/text"
)

// set reads what comes again: "every Tuesday", "daily", "twice a week",
// "$2 million a year", "on Mondays".
func (r *run) set(i int32) found {
	w := r.lower(i)
	out := found{typ: sayso.TimexSet}
	e := r.word(i)
	switch {
	case w == "every" || w == "each":
		j := i + 1
		n := 1.0
		switch r.lower(j) {
		case "single", "given":
			j++
		case "other":
			n, j = 2, j+1
		default:
			if v, ok := r.doc.NumberAt(j); ok && v.Last < r.end && (v.Kind == text.Cardinal || v.Kind == text.Ordinal && w == "every") {
				n, j = v.Low, v.Last
			} else if v.Kind == text.Vague && ok && v.Last < r.end && r.word(v.Last).many {
				e := r.word(v.Last)
				out.next, out.value = v.Last+1, measure{vague: true, unit: e.unit, times: int(e.times)}.value()
				return out
			}
		}
		e := r.word(j)
		if h := r.hyphen(j + 1); h > j+1 {
			return found{}
		}
		value, ok := recurring(e, r.capital(j))
		switch {
		case ok:
		case e.unit > 0 && !e.named && e.unit != half && e.unit != weekend && (e.unit != second || r.tag(j) == text.NN) && (n == 1) == !e.many:
			if e.unit == dayPart {
				value = "XXXX-XX-XXTNI"
			} else {
				value = measure{n: n, unit: e.unit, times: int(e.times)}.value()
			}
		case e.unit == weekend:
			value = "XXXX-WXX-WE"
		default:
			return found{}
		}
		if e.weekday > 0 && len(r.word(j+1).part) == 2 {
			value += "T" + r.word(j+1).part
			j++
		}
		out.next, out.value = j+1, value
		return out
	case e.often != "":
		if r.capital(i) && (r.tag(i) == text.NNP || r.capital(i+1) || r.capital(i-1) && i-1 > r.first) && i > r.first || r.capital(i) && r.capital(i+1) {
			return found{} // the name of a paper
		}
		if h := r.hyphen(i + 1); h > i+1 && r.lower(h) != "based" {
			return found{}
		}
		out.next, out.value = i+1, e.often
		return out
	case w == "once" || w == "twice":
		return r.rate(i, i+1, out)
	case w == "a" || w == "an" || w == "per":
		if w != "per" && !r.rated(i) {
			return found{}
		}
		return r.rate(i, i, out)
	case e.weekday > 0 && e.dayForm == manyForm:
		out.next, out.value = i+1, "XXXX-WXX-"+strconv.Itoa(int(e.weekday))
		return out
	case w == "weekdays":
		out.next, out.value = i+1, "XXXX-WXX-WD"
		return out
	case e.unit == weekend && e.many:
		if !r.leads(i-1) && r.tag(i-1) != text.CC {
			return found{}
		}
		out.next, out.value = i+1, "XXXX-WXX-WE"
		return out
	case e.weekday > 0 && r.many(i+1):
		out.next, out.value = i+2, "XXXX-WXX-"+strconv.Itoa(int(e.weekday))+"T"+r.word(i+1).part
		return out
	}
	if v, ok := r.doc.NumberAt(i); ok && v.Kind == text.Cardinal && r.lower(v.Last) == "times" && v.Last+1 < r.end {
		return r.rate(i, v.Last+1, out)
	}
	return found{}
}

// recurring returns the value of what an entry names, whenever it comes.
func recurring(e *entry, capital bool) (string, bool) {
	switch {
	case e.weekday > 0 && e.dayForm == nameForm:
		return "XXXX-WXX-" + strconv.Itoa(int(e.weekday)), true
	case e.month > 0 && e.monthForm != shortForm && capital:
		return "XXXX-" + two(int(e.month)), true
	case e.season > 0:
		return "XXXX-" + seasonCodes[e.season], true
	case len(e.part) == 2 && !e.partMany:
		return "XXXX-XX-XXT" + e.part, true
	}
	return "", false
}

// rate reads "a year" or "every two weeks" from token j into a set that begins at i.
func (r *run) rate(i, j int32, out found) found {
	switch r.lower(j) {
	case "a", "an", "per", "each", "every":
	default:
		return found{}
	}
	if w := r.lower(j); (w == "every" || w == "each") && j > i {
		m := r.set(j)
		out.next, out.value = m.next, m.value
		return out
	}
	e := r.word(j + 1)
	if e.unit == 0 || e.many || e.named || e.unit == half || e.unit == weekend || e.unit == dayPart {
		return found{}
	}
	if e.unit == second && r.lower(j) != "per" {
		return found{}
	}
	out.next, out.value = j+2, measure{n: 1, unit: e.unit, times: int(e.times)}.value()
	return out
}

// rated reports whether a count or an amount stands before "a year" at token i.
func (r *run) rated(i int32) bool {
	switch r.lower(i + 2) {
	case "ago", "later", "earlier", "after", "before", "of", "old", "-":
		return false
	case "and":
		if r.andAHalf(i+2) > 0 {
			return false
		}
	}
	if r.word(i+1).unit == 0 {
		return false
	}
	p := r.toks
	if i-1 < r.first {
		return false
	}
	switch t := p[i-1]; {
	case t.Tag == text.CD || r.shape(i-1).shape == intShape:
		return true
	case t.Lower == "once" || t.Lower == "twice" || t.Lower == "times" || t.Lower == "%" || t.Lower == "percent" || t.Lower == "cent" || t.Lower == "million" || t.Lower == "billion" || t.Lower == "euros" || t.Lower == "dollars" || t.Lower == "pounds":
		return true
	case t.Tag == text.NNS || t.Tag == text.NN: // "12 flights a day", "500 people a week"
		for k := i - 2; k >= r.first && k >= i-4; k-- {
			if p[k].Tag == text.CD {
				return true
			}
			if p[k].Tag != text.JJ && p[k].Tag != text.NN && p[k].Tag != text.NNS && p[k].Lower != "of" {
				return false
			}
		}
	}
	return false
}

// spoken reports whether the sentence around token at speaks in the first or second person: its
// "now" is the speaker's, not the article's.
func (r *run) spoken(at int32) bool {
	for i := max(r.first, at-reach); i < min(r.end, at+reach); i++ {
		switch r.toks[i].Lower {
		case "i", "we", "you", "my", "our", "your", "me", "us":
			return true
		}
	}
	return false
}

// adverb reads words that are times by themselves: "now", "recently", "in the future".
func (r *run) adverb(i int32) found {
	for _, a := range r.word(i).adverbs {
		if a.ref == "" {
			continue
		}
		j := r.phrase(i, a.phrase)
		if j == 0 {
			continue
		}
		if r.hyphen(j) > j || i > r.first && r.hyphen(i-1) == i {
			continue
		}
		t := r.tag(j)
		switch {
		case a.ref == "PRESENT_REF" && (r.spoken(i) || r.lower(r.end-1) == "?" || i == r.first && a.phrase == "now"),
			a.phrase == "soon" && (r.tenseAt(i, j) == past || r.lower(i-1) == "how" || r.lower(i-1) == "too" || r.lower(i-1) == "so"):
			continue
		}
		switch {
		case a.ref != "PRESENT_REF" && r.lower(i) == "the" && !r.leads(i-1),
			r.lower(i) == "the" && r.lower(j) == "of",
			a.phrase == "now" && (r.lower(i-1) == "every" || r.lower(j) == "and" && (r.lower(j+1) == "then" || r.lower(j+1) == "again")),
			r.lower(i) == "the" && (t == text.NN || t == text.NNS || t == text.NNP || t == text.CD || t == text.JJ),
			a.phrase == "soon" && r.lower(i-1) == "as",
			a.phrase == "soon" && r.lower(j) == "after",
			a.phrase == "now" && r.lower(j) == "that",
			a.phrase == "recent" && (r.tag(i) != text.JJ || r.word(j).unit > 0 || r.lower(i-1) == "most" || r.lower(i-1) == "more"),
			r.capital(i) && (r.tag(i) == text.NNP):
			continue
		}
		return found{next: j, typ: sayso.TimexDate, value: a.ref}
	}
	return found{}
}
