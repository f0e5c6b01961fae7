package timex

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/lexicon"
)

// entry is all that the tables say of one word, and the phrases it begins.
type entry struct {
	month      int8
	monthForm  form
	weekday    int8
	dayForm    form
	season     int8
	unit       unit
	times      int8 // how many of the unit the word stands for
	many       bool // the unit's plural
	named      bool // not a measure: "date"
	part       string
	partMany   bool // "mornings"
	decade     int8
	often      string
	step       *step
	zones      []zone
	adverbs    []adverb
	shades     []shade
	after      []after
	holidays   []holiday
	decadeName bool
	counted    bool // a noun that four digits count
	planning   bool // a verb that sets what is to come
	awaiting   bool // a word whose infinitive is yet to come
	scheduled  bool // a verb that is on the calendar
}

type form uint8

const (
	nameForm form = iota + 1
	shortForm
	otherForm
	manyForm
)

type (
	step struct {
		by       int
		narrated bool
		many     bool
	}
	adverb struct {
		phrase string
		byDay  bool
		days   int
		part   string
	}
	shade struct {
		phrase, mod        string
		onDate, onDuration bool
	}
	after struct {
		phrase   string
		by       int
		narrated bool
	}
	holiday struct {
		phrase  string
		easter  bool
		julian  bool // of the Orthodox churches
		hijri   bool // month and day are the Islamic calendar's; day 0: the whole month
		nation  bool // of a country, whose day another table has
		year    int  // 0: every year
		month   int
		day     int
		nth     int // of the weekday; 0: a fixed day
		weekday int
		plus    int
	}
)

// tables is the vocabulary: every word that can stand in a time.
type tables map[string]*entry

func (t tables) word(w string) *entry {
	e := t[w]
	if e == nil {
		e = &entry{}
		t[w] = e
	}
	return e
}

// first returns the entry of a phrase's first word.
func (t tables) first(phrase string) *entry {
	if i := strings.IndexAny(phrase, " '-"); i > 0 {
		phrase = phrase[:i]
	}
	return t.word(phrase)
}

func loadTables(rules fs.FS) (tables, error) {
	t := tables{}
	l := lexicon.NewLoader(rules, "timex")
	read := func(file string, row func(c []string) error, columns ...lexicon.Column) {
		for _, r := range l.Rows(file+".tsv", columns...) {
			if err := row(r.Cells); err != nil {
				l.Bad(file+".tsv", r.Line, "%w", err)
			}
		}
	}
	open, closed := lexicon.Open, lexicon.Closed
	forms := map[string]form{"name": nameForm, "short": shortForm, "other": otherForm, "many": manyForm}
	units := make([]string, 0, len(unitNames))
	for n := range unitNames {
		units = append(units, n)
	}
	slices.Sort(units)

	read("months", func(c []string) (err error) {
		e := t.word(c[0])
		e.monthForm = forms[c[2]]
		e.month, err = small(c[1], 1, 12)
		return err
	}, open("word"), open("month"), closed("form", "name", "short", "other"))
	read("weekdays", func(c []string) (err error) {
		e := t.word(c[0])
		e.dayForm = forms[c[2]]
		e.weekday, err = small(c[1], 1, 7)
		return err
	}, open("word"), open("day"), closed("form", "name", "short", "many"))
	read("seasons", func(c []string) error {
		t.word(c[0]).season = int8(slices.Index(seasonCodes[:], c[1]))
		return nil
	}, open("word"), closed("season", "SP", "SU", "FA", "WI"))
	read("units", func(c []string) (err error) {
		e := t.word(c[0])
		e.unit, e.many, e.named = unitNames[c[1]], c[2] == "many", c[2] == "named"
		e.times, err = small(c[3], 1, 10)
		return err
	}, open("word"), closed("unit", units...), closed("number", "one", "many", "named"), open("times"))
	read("dayparts", func(c []string) error {
		e := t.word(c[0])
		e.part, e.partMany = c[1], c[2] == "many"
		return nil
	}, open("word"), closed("means", "MO", "MI", "AF", "EV", "NI", "DT", "12:00", "24:00"), closed("number", "one", "many"))
	read("scheduled", func(c []string) error {
		e := t.word(c[0])
		e.scheduled, e.planning, e.awaiting = c[1] == "happens", c[1] == "plans", c[1] == "awaits"
		return nil
	}, open("lemma"), closed("does", "happens", "plans", "awaits"))
	read("decades", func(c []string) (err error) {
		e := t.word(c[0])
		e.decadeName = true
		e.decade, err = small(c[1], 0, 90)
		return err
	}, open("word"), open("year"))
	read("frequencies", func(c []string) error {
		t.word(c[0]).often = c[1]
		return nil
	}, open("word"), open("value"))
	read("zones", func(c []string) error {
		z, err := parseZone(c)
		e := t.first(c[0])
		e.zones = append(e.zones, z)
		return err
	}, open("name"), open("offset"), closed("summer", "", "eu", "us", "israel"), open("since"))
	read("steps", func(c []string) error {
		n, err := small(c[1], -1, 1)
		t.word(c[0]).step = &step{by: int(n), narrated: c[2] == "narrated", many: c[3] == "yes"}
		return err
	}, open("word"), open("step"), closed("from", "published", "narrated"), closed("many", "yes", "no"))
	read("counted", func(c []string) error {
		t.word(c[0]).counted = true
		return nil
	}, open("word"))
	read("adverbs", func(c []string) error {
		a, err := parseAdverb(c[0], c[1])
		e := t.first(c[0])
		e.adverbs = append(e.adverbs, a)
		return err
	}, open("phrase"), open("means"))
	read("shades", func(c []string) error {
		e := t.first(c[0])
		mod := c[1]
		if mod == "none" {
			mod = ""
		}
		e.shades = append(e.shades, shade{c[0], mod, c[2] != "length", c[2] != "date"})
		return nil
	}, open("phrase"), closed("mod", "none", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN"),
		closed("on", "date", "length", "both"))
	read("after-lengths", func(c []string) error {
		n, err := small(c[1], -1, 1)
		e := t.first(c[0])
		e.after = append(e.after, after{c[0], int(n), c[2] == "narrated"})
		return err
	}, open("phrase"), open("step"), closed("from", "published", "narrated"))
	read("holidays", func(c []string) error {
		h, err := parseHoliday(c[0], c[1])
		e := t.first(c[0])
		e.holidays = append(e.holidays, h)
		return err
	}, open("phrase"), open("when"))
	if err := l.Err(); err != nil {
		return nil, err
	}
	for _, e := range t { // the longest phrase is tried first
		slices.SortFunc(e.zones, func(a, b zone) int { return len(b.phrase) - len(a.phrase) })
		slices.SortFunc(e.adverbs, func(a, b adverb) int { return len(b.phrase) - len(a.phrase) })
		slices.SortFunc(e.shades, func(a, b shade) int { return len(b.phrase) - len(a.phrase) })
		slices.SortFunc(e.after, func(a, b after) int { return len(b.phrase) - len(a.phrase) })
		slices.SortFunc(e.holidays, func(a, b holiday) int { return len(b.phrase) - len(a.phrase) })
	}
	return t, nil
}

func small(s string, lo, hi int) (int8, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < lo || n > hi {
		return 0, fmt.Errorf("%q: want a number from %d to %d", s, lo, hi)
	}
	return int8(n), nil
}

func parseAdverb(phrase, means string) (adverb, error) {
	a := adverb{phrase: phrase}
	days, byDay := strings.CutPrefix(means, "day")
	switch {
	case byDay:
		a.byDay = true
		days, part, _ := strings.Cut(days, " ")
		n, err := small(days, -9, 9)
		if err != nil {
			return a, err
		}
		a.days, a.part = int(n), part
	case len(means) == 2:
		a.part = means
	default:
		return a, fmt.Errorf("%q: want day and a number, or a part of the day", means)
	}
	return a, nil
}

// parseHoliday reads "12-25", "easter-2", "11/4/4+1", "2001-09-11".
func parseHoliday(phrase, when string) (holiday, error) {
	h := holiday{phrase: phrase}
	var err error
	if when == "independence" {
		h.nation = true
		return h, nil
	}
	if rest, ok := strings.CutPrefix(when, "hijri-"); ok {
		h.hijri = true
		if n, _ := fmt.Sscanf(rest, "%d-%d", &h.month, &h.day); n == 0 || h.month < 1 || h.month > 12 || h.day > 29 {
			return h, fmt.Errorf("%q: want hijri-MM-DD or hijri-MM", when)
		}
		return h, nil
	}
	for word, of := range map[string]*bool{"easter": &h.easter, "orthodox": &h.julian} {
		if rest, ok := strings.CutPrefix(when, word); ok {
			*of = true
			h.plus, err = strconv.Atoi(rest)
			return h, err
		}
	}
	if n, _ := fmt.Sscanf(when, "%d/%d/%d%d", &h.month, &h.nth, &h.weekday, &h.plus); n >= 3 {
		return h, nil
	}
	if n, _ := fmt.Sscanf(when, "%d-%d-%d", &h.year, &h.month, &h.day); n == 3 {
		return h, nil
	}
	h.year = 0
	if n, _ := fmt.Sscanf(when, "%d-%d", &h.month, &h.day); n == 2 {
		return h, nil
	}
	return h, fmt.Errorf("%q: want MM-DD, easter+N, orthodox+N, MM/N/D, hijri-MM-DD, independence or a date", when)
}

// in returns the day of the holiday in a year.
func (h holiday) in(y int) point {
	switch {
	case y == unknown && (h.easter || h.julian || h.hijri || h.nth != 0):
		return point{unit: day, year: unknown}
	case h.julian:
		return at(day, orthodoxEaster(y)+dayNumber(h.plus))
	case h.hijri:
		from, _ := hijriIn(y, h.month, h.day)
		return at(day, from)
	case h.easter:
		return at(day, easter(y)+dayNumber(h.plus))
	case h.nth > 0:
		first := dayOf(y, h.month, 1)
		return at(day, first+dayNumber((h.weekday-first.weekday()+7)%7+7*(h.nth-1)+h.plus))
	case h.nth < 0:
		last := dayOf(y, h.month, daysIn(y, h.month))
		return at(day, last-dayNumber((last.weekday()-h.weekday+7)%7+7*(-h.nth-1)))
	}
	return point{unit: day, year: y, month: h.month, day: h.day}
}
