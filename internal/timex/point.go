package timex

import (
	"fmt"
	"strconv"
)

// unit is a calendar unit, finer before coarser.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	dayPart
	day
	weekend
	week
	month
	season
	quarter
	half
	year
	decade
	century
)

var unitNames = map[string]unit{"second": second, "minute": minute, "hour": hour, "daypart": dayPart, "day": day,
	"weekend": weekend, "week": week, "month": month, "season": season, "quarter": quarter, "half": half,
	"year": year, "decade": decade, "century": century}

// unknown stands for a part of a date that nothing settles.
const unknown = -1 << 20

// point is a calendar date or time of day of some fineness, with unknown parts.
type point struct {
	unit  unit
	year  int // a decade's or century's first year; unknown where nothing settles it
	month int // 0 unknown; of a week or weekend the month of its first day
	day   int // 0 unknown; likewise

	n       int    // which quarter, half or season of the year
	weekday int    // of a day whose date is unknown: 1 Monday … 7 Sunday
	part    string // of a dayPart: "MO", "NI"
	hour    int    // of a time; -1 unknown
	min     int
	sec     int
	offset  string // of a time from UTC: "Z", "+03:00"; "" where not known
	fiscal  bool   // the year is a business year
}

var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

// dated reports whether year, month and day are all known.
func (p point) dated() bool { return p.year != unknown && p.month > 0 && p.day > 0 }

// number returns the day number of a dated point.
func (p point) number() dayNumber { return dayOf(p.year, p.month, p.day) }

// at returns a point of unit u that begins on day n.
func at(u unit, n dayNumber) point {
	y, m, d := n.civil()
	return point{unit: u, year: y, month: m, day: d}
}

// to returns the coarser point of unit u that holds p; unknown parts stay so.
func (p point) to(u unit) point {
	q := point{unit: u, year: p.year}
	switch u {
	case day:
		q.month, q.day, q.weekday = p.month, p.day, p.weekday
	case week, weekend:
		if p.dated() {
			n := p.number()
			n -= dayNumber(n.weekday() - 1)
			if u == weekend {
				n += 5
			}
			return at(u, n)
		}
		q.year = unknown
	case month:
		q.month = p.month
		if q.month == 0 && p.unit == quarter && p.n > 0 {
			q.month = p.n*3 - 2
		}
	case quarter:
		switch {
		case p.unit == quarter:
			q.n = p.n
		case p.month > 0:
			q.n = (p.month + 2) / 3
		}
	case half:
		switch {
		case p.unit == half:
			q.n = p.n
		case p.month > 0:
			q.n = (p.month + 5) / 6
		}
	case season:
		if p.unit == season {
			q.n = p.n
		} else if p.month > 0 {
			q.n = (p.month/3+3)%4 + 1
			if p.month < 3 && q.year != unknown {
				q.year--
			}
		}
	case year:
		q.fiscal = p.fiscal
	case decade:
		if q.year != unknown {
			q.year = floorDiv(q.year, 10) * 10
		}
	case century:
		if q.year != unknown {
			q.year = floorDiv(q.year, 100) * 100
		}
	}
	return q
}

// plus returns the point n units of p's own later.
func (p point) plus(n int) point {
	switch p.unit {
	case second, minute, hour, dayPart, day, weekend, week:
		days := n
		if p.unit == week || p.unit == weekend {
			days = 7 * n
		}
		switch {
		case p.dated():
			q := at(p.unit, p.number()+dayNumber(days))
			q.part, q.hour, q.min, q.sec, q.offset = p.part, p.hour, p.min, p.sec, p.offset
			return q
		case p.month > 0 && p.day > 0 && p.unit != week && p.unit != weekend:
			// The year is unknown: reckon in a common year, and trust what no 29 February can shift.
			q := at(p.unit, dayOf(2001, p.month, p.day)+dayNumber(days))
			if q.year != 2001 || (q.month <= 2) != (p.month <= 2) {
				q.month, q.day = 0, 0
			}
			q.year, q.part, q.hour, q.min, q.sec, q.offset = unknown, p.part, p.hour, p.min, p.sec, p.offset
			return q
		case n != 0:
			p.month, p.day, p.weekday = 0, 0, 0
		}
		return p
	case month:
		if p.month > 0 {
			m := p.month - 1 + n
			p.month = m - floorDiv(m, 12)*12 + 1
			n = floorDiv(m, 12)
		} else if n != 0 {
			p.year = unknown
		}
	case season, quarter, half:
		k := 4
		if p.unit == half {
			k = 2
		}
		if p.n > 0 {
			m := p.n - 1 + n
			p.n = m - floorDiv(m, k)*k + 1
			n = floorDiv(m, k)
		} else if n != 0 {
			p.year = unknown
		}
	case decade:
		n *= 10
	case century:
		n *= 100
	}
	if p.year != unknown {
		p.year += n
	}
	return p
}

// interval returns the days [start, end) that a point covers; ok is false
// where they are not known. Seasons have none: they differ by hemisphere.
func (p point) interval() (start, end dayNumber, ok bool) {
	if p.year == unknown || p.fiscal || p.year < 1 || p.year > 9998 {
		return 0, 0, false
	}
	var months int
	switch p.unit {
	case second, minute, hour, dayPart, day:
		if !p.dated() {
			return 0, 0, false
		}
		return p.number(), p.number() + 1, true
	case weekend, week:
		if !p.dated() {
			return 0, 0, false
		}
		n := p.number()
		if p.unit == week {
			return n, n + 7, true
		}
		return n, n + 2, true
	case month:
		months = 1
	case quarter:
		months = 3
	case half:
		months = 6
	case year:
		return dayOf(p.year, 1, 1), dayOf(p.year+1, 1, 1), true
	case decade:
		return dayOf(p.year, 1, 1), dayOf(p.year+10, 1, 1), true
	case century:
		return dayOf(p.year, 1, 1), dayOf(p.year+100, 1, 1), p.year < 9900
	default:
		return 0, 0, false
	}
	first := p.month
	if months > 1 {
		first = (p.n-1)*months + 1
	}
	if first < 1 || first > 12 {
		return 0, 0, false
	}
	next := point{unit: month, year: p.year, month: first}.plus(months)
	return dayOf(p.year, first, 1), dayOf(next.year, next.month, 1), true
}

// value returns the TIMEX3 value: "2022-01-07", "2017-W28", "199", "XXXX-02".
func (p point) value() string {
	y := "XXXX"
	if p.year != unknown {
		if p.year < 0 || p.year > 9999 {
			return ""
		}
		y = fmt.Sprintf("%04d", p.year)
	}
	switch p.unit {
	case century:
		return y[:2]
	case decade:
		return y[:3]
	case year:
		if p.fiscal {
			return "FY" + y
		}
		return y
	case half, quarter:
		if p.n == 0 {
			return y + "-" + unitLetter[p.unit] + "X"
		}
		return y + "-" + unitLetter[p.unit] + strconv.Itoa(p.n)
	case season:
		return y + "-" + seasonCodes[p.n]
	case month:
		return y + "-" + two(p.month)
	case week, weekend:
		w := "XXXX-WXX"
		if p.dated() {
			iy, iw := p.number().isoWeek()
			w = fmt.Sprintf("%04d-W%02d", iy, iw)
		}
		if p.unit == weekend {
			w += "-WE"
		}
		return w
	}
	d := y + "-" + two(p.month) + "-" + two(p.day)
	if p.weekday > 0 && p.day == 0 {
		d = "XXXX-WXX-" + strconv.Itoa(p.weekday)
	}
	switch p.unit {
	case dayPart:
		return d + "T" + p.part
	case hour, minute, second:
		d += "T" + clock(p.hour)
		if p.unit != hour || p.hour >= 0 {
			d += ":" + clock(p.min)
		}
		if p.unit == second {
			d += ":" + clock(p.sec)
		}
		d += p.offset
	}
	return d
}

var unitLetter = [...]string{second: "S", minute: "M", hour: "H", dayPart: "", day: "D", weekend: "WE", week: "W",
	month: "M", season: "", quarter: "Q", half: "H", year: "Y", decade: "DE", century: "CE"}

func two(n int) string {
	if n <= 0 {
		return "XX"
	}
	return fmt.Sprintf("%02d", n)
}

func clock(n int) string {
	if n < 0 {
		return "XX"
	}
	return fmt.Sprintf("%02d", n)
}

// date writes a day number as "2022-01-07".
func (n dayNumber) date() string {
	y, m, d := n.civil()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
