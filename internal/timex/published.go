package timex

import "strconv"

// parsePublished reads the day of publication from a date or time as RFC 3339
// writes it; parts that are not given stay unknown.
func parsePublished(s string) point {
	p := point{unit: day, year: unknown}
	if len(s) < 10 || s[4] != '-' || s[7] != '-' {
		return p
	}
	m, err1 := strconv.ParseUint(s[5:7], 10, 8)
	d, err2 := strconv.ParseUint(s[8:10], 10, 8)
	if err1 != nil || err2 != nil || m < 1 || m > 12 || d < 1 || d > 31 {
		return p
	}
	if y, err := strconv.ParseUint(s[:4], 10, 16); err == nil && y > 0 {
		if int(d) > daysIn(int(y), int(m)) {
			return p
		}
		p.year = int(y)
	}
	p.month, p.day = int(m), int(d)
	return p
}
