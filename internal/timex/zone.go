package timex

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/lexicon"
)

// zone is how clocks are set somewhere.
type zone struct {
	phrase string
	winter int    // minutes east of Greenwich
	summer string // whose rule sets clocks an hour forward; "" nobody's
	since  int    // the first whole year this holds
	shared bool   // several zones have the name
}

// nations is what times need to know of countries: their zone where they have
// one, and their Independence Day.
type nations struct {
	countries *lexicon.Countries
	zones     map[string]zone // by country code

	independence map[string]*holiday // by country code
}

func loadNations(rules fs.FS) (nations, error) {
	c := nations{zones: map[string]zone{}, independence: map[string]*holiday{}}
	var err error
	if c.countries, err = lexicon.NewCountries(rules); err != nil {
		return c, err
	}
	t, err := lexicon.Read(rules, "timex/clocks.tsv", lexicon.Open("code"), lexicon.Open("offset"),
		lexicon.Closed("summer", "", "eu", "us", "israel"), lexicon.Open("since"))
	if err != nil {
		return c, err
	}
	var errs []error
	for _, r := range t.Rows {
		z, err := parseZone(r.Cells)
		if _, known := c.countries.ByCode(r.Cells[0]); !known && err == nil {
			err = fmt.Errorf("no country %q", r.Cells[0])
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("timex/clocks.tsv:%d: %w", r.Line, err))
		}
		c.zones[r.Cells[0]] = z
	}
	if t, err = lexicon.Read(rules, "timex/independence.tsv", lexicon.Open("code"), lexicon.Open("day")); err != nil {
		return c, errors.Join(append(errs, err)...)
	}
	for _, r := range t.Rows {
		h, err := parseHoliday("independence day", r.Cells[1])
		if _, known := c.countries.ByCode(r.Cells[0]); !known && err == nil {
			err = fmt.Errorf("no country %q", r.Cells[0])
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("timex/independence.tsv:%d: %w", r.Line, err))
		}
		c.independence[r.Cells[0]] = &h
	}
	return c, errors.Join(errs...)
}

// parseZone reads name, offset, summer and since.
func parseZone(c []string) (zone, error) {
	z := zone{phrase: c[0], summer: c[2]}
	var err error
	if c[3] != "" {
		z.since, err = strconv.Atoi(c[3])
	}
	if c[1] == "" {
		z.shared = true
		return z, err
	}
	m, ok := offset(c[1])
	if !ok {
		return z, fmt.Errorf("%q: want an offset such as +05:30", c[1])
	}
	z.winter = m
	return z, err
}

// offset reads "+05:30", "+3" or "-0330" as minutes.
func offset(s string) (int, bool) {
	if len(s) < 2 || s[0] != '+' && s[0] != '-' {
		return 0, false
	}
	h, m, colon := strings.Cut(s[1:], ":")
	if !colon && len(h) == 4 {
		h, m = h[:2], h[2:]
	}
	hours, err := strconv.Atoi(h)
	minutes, err2 := 0, error(nil)
	if m != "" {
		minutes, err2 = strconv.Atoi(m)
	}
	if err != nil || err2 != nil || hours < 0 || hours > 14 || minutes < 0 || minutes > 59 {
		return 0, false
	}
	n := hours*60 + minutes
	if s[0] == '-' {
		n = -n
	}
	return n, true
}

// at returns the zone's offset on a day as ISO 8601 writes it, "" where it is not
// known: before the zone's first year, and on the days the clocks change.
func (z zone) at(p point) string {
	if z.shared || p.year < z.since || z.summer != "" && !p.dated() {
		return ""
	}
	m := z.winter
	if z.summer != "" {
		from, to := summerTime(z.summer, p.year)
		switch n := p.number(); {
		case n == from || n == to:
			return ""
		case n > from && n < to:
			m += 60
		}
	}
	return isoOffset(m)
}

func isoOffset(m int) string {
	sign := '+'
	if m < 0 {
		sign, m = '-', -m
	}
	return fmt.Sprintf("%c%02d:%02d", sign, m/60, m%60)
}

// summerTime returns the days on which a rule sets clocks forward and back: the
// European Union's since 1996, the United States' since 2007, Israel's since 2013.
func summerTime(rule string, y int) (from, to dayNumber) {
	sunday := func(month, nth int) dayNumber {
		return holiday{month: month, nth: nth, weekday: 7}.in(y).number()
	}
	switch rule {
	case "us":
		return sunday(3, 2), sunday(11, 1)
	case "israel": // the Friday before the last Sunday of March
		return sunday(3, -1) - 2, sunday(10, -1)
	}
	return sunday(3, -1), sunday(10, -1)
}

// zoneAt reads a zone at token i, "GMT", "UTC+3", "(GMT +8)", "Moscow time",
// "local time", "Eastern Standard Time", and its offset on a day. known is false
// where a zone is named whose offset is not known.
func (r *run) zoneAt(i int32, p point) (next int32, iso string, known, ok bool) {
	j := i
	paren := r.lower(j) == "("
	if paren {
		j++
	}
	z, k, ok := r.namedZone(j)
	switch {
	case ok:
		j = k
		if iso = z.at(p); iso == "+00:00" {
			iso = "Z"
		}
		known = iso != ""
		if m, k, ok := r.shift(j); ok {
			iso, known, j = isoOffset(z.winter+m), true, k
		}
	case r.lower(j) == "local" && r.lower(j+1) == "time":
		j, known = j+2, true // whose, Home will tell
	case r.capital(j) && r.lower(j+1) == "time":
		j += 2
	case r.capital(j) && (r.lower(j+1) == "standard" || r.lower(j+1) == "daylight" || r.lower(j+1) == "summer") && r.lower(j+2) == "time":
		j += 3
	default:
		return 0, "", false, false
	}
	if paren {
		if r.lower(j) != ")" {
			return 0, "", false, false
		}
		j++
	}
	return j, iso, known, true
}

// namedZone reads a zone that a table names, or a country or capital before "time".
func (r *run) namedZone(i int32) (zone, int32, bool) {
	if !r.capital(i) {
		return zone{}, i, false
	}
	for _, z := range r.word(i).zones {
		k := r.phrase(i, z.phrase)
		if k > 0 {
			return z, k, true
		}
	}
	for k := i + 1; k <= i+3 && k < r.end; k++ {
		if r.lower(k) != "time" {
			continue
		}
		name := r.doc.Of(r.doc.Range(i, k))
		c := r.finder.nations
		for _, find := range []func(string) (*lexicon.Country, bool){c.countries.ByCapital, c.countries.ByName, c.countries.ByAdjective} {
			if country, ok := find(name); ok {
				z, ok := c.zones[country.Code]
				return z, k + 1, ok
			}
		}
	}
	return zone{}, i, false
}

// shift reads "+3", "+ 03:00" or "-5" after a zone, as minutes.
func (r *run) shift(i int32) (int, int32, bool) {
	w := r.lower(i)
	if m, ok := offset(w); ok {
		return m, i + 1, true
	}
	if w == "–" {
		w = "-"
	}
	if w == "+" || w == "-" {
		if m, ok := offset(w + r.lower(i+1)); ok {
			return m, i + 2, true
		}
	}
	return 0, i, false
}

// Home gives times in "local time" the offset of the country where the article
// was written, "" where that is not known; a time that no offset is known for
// becomes a gap.
func (f *Finder) Home(text string, times []sayso.Timex, country string) (gaps []sayso.Gap) {
	for i := range times {
		t := &times[i]
		if t.Type != sayso.TimexTime || !strings.HasSuffix(strings.TrimSuffix(strings.ToLower(t.Span.Of(text)), ")"), "local time") {
			continue
		}
		iso := ""
		if z, ok := f.nations.zones[country]; ok && country != "" {
			iso = z.at(parsePublished(t.Value))
		}
		if iso == "" {
			gaps = append(gaps, sayso.NewGap("timex", whyZone, t.Span))
			continue
		}
		if iso == "+00:00" {
			iso = "Z"
		}
		t.Value += iso
	}
	return gaps
}

const whyZone = "nothing settles the offset of its time zone"
