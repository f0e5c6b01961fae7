package dateline

import (
	"io/fs"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sayso/internal/lexicon"
)

// tables are the word lists below rules/dateline, keyed by folded words.
type tables struct {
	words     classes
	agencies  map[string]string // printed form to name
	cities    map[string]bool
	regions   map[string]bool
	notPlaces map[string]bool
	months    map[string]time.Month
	weekdays  map[string]time.Weekday
	lines     []lineRule
	exact     map[string]*lineRule // the rules among lines that match a whole line
}

func load(rules fs.FS) (*tables, error) {
	t := &tables{agencies: map[string]string{}, months: map[string]time.Month{}, weekdays: map[string]time.Weekday{}}
	l := lexicon.NewLoader(rules, "dateline")
	t.cities = map[string]bool{}
	for _, r := range l.Rows("cities.tsv", lexicon.Open("name")) {
		t.cities[fold(r.Cells[0])] = true
	}
	for _, r := range l.Rows("names.tsv", lexicon.Open("name"), lexicon.Closed("is", "city", "doubtful")) {
		if name := fold(r.Cells[0]); r.Cells[1] == "city" {
			t.cities[name] = true
		} else {
			delete(t.cities, name)
		}
	}
	t.regions = l.Words("regions.tsv", lexicon.Open("region"))
	t.notPlaces = l.Words("notplaces.tsv", lexicon.Open("word"))
	for _, r := range l.Rows("agencies.tsv", lexicon.Open("printed"), lexicon.Open("name")) {
		t.agencies[r.Cells[0]] = r.Cells[1]
	}
	numbers := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}
	for _, r := range l.Rows("months.tsv", lexicon.Open("word"), lexicon.Closed("month", numbers...)) {
		n, _ := strconv.Atoi(r.Cells[1]) // closed above
		t.months[r.Cells[0]] = time.Month(n)
	}
	days := map[string]time.Weekday{}
	var names []string
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := strings.ToLower(d.String())
		days[name] = d
		names = append(names, name)
	}
	for _, r := range l.Rows("weekdays.tsv", lexicon.Open("word"), lexicon.Closed("day", names...)) {
		t.weekdays[r.Cells[0]] = days[r.Cells[1]]
	}
	for _, r := range l.Rows("lines.tsv", lexicon.Open("text"), lexicon.Closed("match", "whole", "begin", "within"),
		lexicon.Closed("where", "front", "end", "any"), lexicon.Closed("what", "outside", "update", "correction", "withdrawal", "time", "note")) {
		t.lines = append(t.lines, lineRule{r.Cells[0], r.Cells[1], r.Cells[2], r.Cells[3]})
	}
	t.exact = map[string]*lineRule{}
	for i := range t.lines {
		if t.lines[i].match == "whole" {
			t.exact[t.lines[i].text] = &t.lines[i]
		}
	}
	l.Fail(t.words.read(rules))
	return t, l.Err()
}

// fold puts words in the form of the tables: lower case, Latin letters without
// accents, apostrophes straight.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	var last rune
	for _, r := range norm.NFD.String(s) {
		switch {
		case r == '’' || r == '‘' || r == 'ʼ' || r == '`':
			b.WriteByte('\'')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð':
			b.WriteByte('d')
		case r == 'ı':
			b.WriteByte('i')
		case r == '\u00a0':
			b.WriteByte(' ')
		case unicode.Is(unicode.Mn, r) && !(r == '\u0306' && unicode.Is(unicode.Cyrillic, last)): // the breve makes й
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		last = r
	}
	return norm.NFC.String(b.String())
}
