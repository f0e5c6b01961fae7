package dateline

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// settle gives a dateline's day the year that the publication date implies: the
// last such day that is at most two days after it, for a story filed on one
// side of the date line may carry the next day's date.
func settle(d day, published string) day {
	p, err := time.Parse(time.DateOnly, published[:min(len(published), 10)])
	if err != nil || d.year != 0 {
		return d
	}
	for y := p.Year() + 1; y >= p.Year()-8; y-- {
		if d.in(y) && !d.at(y).After(p.AddDate(0, 0, 3)) {
			d.year = y
			return d
		}
	}
	return d
}

// reckon finds the year of a day from the weekday the report names as its own
// and the latest year the text names: the earliest such year, not before that
// one, in which the weekday fits. ok is false where the text settles nothing.
func (t *tables) reckon(d day, text, lead string) (year int, why string, ok bool) {
	if !d.named {
		if d.week, ok = t.dayBeside(d, text); !ok {
			if d.week, ok = t.ownWeekday(lead); !ok {
				return 0, "", false
			}
		}
	}
	named := latestYear(t, text)
	if named == 0 {
		return 0, "", false
	}
	for y := named; y < named+12; y++ {
		if d.in(y) && d.at(y).Weekday() == d.week {
			return y, fmt.Sprintf("%s %d %s; the text names %d; first such year since: %d", d.week, d.day, d.month, named, y), true
		}
	}
	return 0, "", false
}

// relative are the words by which a report that calls its own day "today"
// shows that its weekdays are other days.
var relative = map[string]bool{"today": true, "yesterday": true, "tomorrow": true, "tonight": true}

// ownWeekday returns the weekday that a lead names as the day of what it
// tells; none where it names several, or counts its days from "today".
func (t *tables) ownWeekday(lead string) (found time.Weekday, ok bool) {
	lead = lead[:min(len(lead), 1200)]
	before, verb, ahead := "", "", false
	for at, w := range wordsOf(lead) {
		if len(w) > 24 {
			continue
		}
		f := strings.TrimSuffix(fold(w), "'s")
		if relative[f] {
			return 0, false
		}
		if at > 1 && strings.Contains(lead[max(0, at-3):at], ". ") {
			ahead = false
		}
		if d, is := t.weekdays[f]; is && len(f) > 3 {
			r, _ := utf8.DecodeRuneInString(w)
			if unicode.IsUpper(r) || lower(lead) {
				told := verb == "said" || verb == "told" || strings.HasSuffix(verb, "ed")
				if t.words.elsewhen[before] || ahead && !told && !ok || ok && d != found {
					return 0, false
				}
				found, ok = d, true
			}
		}
		ahead = ahead || t.words.planned[f]
		if before = f; f != "on" && f != "late" && f != "early" {
			verb = f
		}
	}
	return found, ok
}

// dayBeside returns the weekday of d where the text names a day of about the
// same time with its weekday: "on Monday, October 19".
func (t *tables) dayBeside(d day, text string) (time.Weekday, bool) {
	for i := 0; i < len(text); {
		j := strings.Index(text[i:], "day")
		if j < 0 {
			break
		}
		i += j + 3
		k := i
		for k > 0 && i-k < 10 && text[k-1] != ' ' && text[k-1] != '\n' {
			k--
		}
		w, ok := t.weekdays[fold(text[k:i])]
		if !ok {
			continue
		}
		part := strings.ToValidUTF8(text[i:min(len(text), i+40)], "")
		s := &scanner{t: t, s: part, toks: tokens(part)}
		at, next := s.date(s.skip(0, ','))
		if next <= s.skip(0, ',') {
			continue
		}
		if apart := int(d.at(2001).Sub(at.at(2001)).Hours() / 24); apart > -15 && apart < 15 && (d.month < time.March) == (at.month < time.March) {
			return time.Weekday(((int(w)+apart)%7 + 7) % 7), true
		}
	}
	return 0, false
}

// wordsOf yields the runs of letters, with apostrophes, and of digits, with
// where they begin.
func wordsOf(s string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		start := -1
		for i, r := range s {
			in := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\'' || r == '’'
			if in && start < 0 {
				start = i
			} else if !in && start >= 0 {
				if !yield(start, s[start:i]) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, s[start:])
		}
	}
}

// beforeYear are words after which four digits are a year even where a noun follows.
var beforeYear = map[string]bool{"in": true, "of": true, "since": true, "until": true, "till": true, "during": true, "late": true,
	"early": true, "mid": true, "the": true, "year": true, "years": true, "fiscal": true, "summer": true, "spring": true, "winter": true,
	"autumn": true, "fall": true, "its": true, "his": true, "her": true, "their": true, "a": true, "last": true, "end": true}

// latestYear returns the latest year the text names, 0 where it names none.
// Years that a text only looks ahead to ("by 2030") do not count.
func latestYear(t *tables, text string) (latest int) {
	for i := 0; i+4 <= len(text); i++ {
		if c := text[i]; c != '1' && c != '2' || i > 0 && joinsNumber(text[i-1]) {
			continue
		}
		j := i
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			j++
		}
		if j-i != 4 {
			i = j
			continue
		}
		y, _ := strconv.Atoi(text[i:j]) // four digits
		if y >= 1900 && y <= 2099 && y > latest && isYear(t, text, i, j) {
			latest = y
		}
		i = j
	}
	return latest
}

func joinsNumber(c byte) bool {
	return c >= '0' && c <= '9' || c == ',' || c == '.' || c == '$' || c == '#' || c == '+' || c == '%' ||
		c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= utf8.RuneSelf && c != 0x98 && c != 0x99 && c != 0x93 && c != 0x94 && c != 0x9c
}

func isYear(t *tables, text string, i, j int) bool {
	if j < len(text) {
		switch c := text[j]; {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '%' || c == '$':
			return false
		case (c == '.' || c == ',') && j+1 < len(text) && text[j+1] >= '0' && text[j+1] <= '9':
			return false
		}
	}
	before := wordBefore(text, i)
	after := wordAfter(text, j)
	if t.words.ahead[before] || t.words.counted[after] {
		return false
	}
	if beforeYear[before] || t.months[before] != 0 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(after)
	return !unicode.IsLower(r) || !strings.HasSuffix(after, "s") || t.words.joined[after]
}

func wordBefore(text string, i int) string {
	j := i
	for j > 0 && (text[j-1] == ' ' || text[j-1] == '\n' || text[j-1] == '-') {
		j--
	}
	k := j
	for k > 0 && j-k < 20 && (text[k-1] >= 'a' && text[k-1] <= 'z' || text[k-1] >= 'A' && text[k-1] <= 'Z') {
		k--
	}
	return strings.ToLower(text[k:j])
}

func wordAfter(text string, i int) string {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n') {
		i++
	}
	j := i
	for j < len(text) && j-i < 20 && (text[j] >= 'a' && text[j] <= 'z' || text[j] >= 'A' && text[j] <= 'Z') {
		j++
	}
	return text[i:j]
}
