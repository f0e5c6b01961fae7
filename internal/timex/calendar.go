package timex

// A dayNumber counts days of the Gregorian calendar, carried back before its
// adoption; 0 is 1970-01-01.
type dayNumber int

// dayOf returns the number of a day. Method: H. Hinnant, "chrono-compatible
// low-level date algorithms" (days_from_civil).
func dayOf(y, m, d int) dayNumber {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*((m+9)%12)+2)/5 + d - 1
	return dayNumber(era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468)
}

// civil returns the year, month and day of a day number.
func (n dayNumber) civil() (y, m, d int) {
	z := int(n) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = (mp+2)%12 + 1
	y = yoe + era*400
	if m <= 2 {
		y++
	}
	return y, m, d
}

// weekday returns 1 for Monday to 7 for Sunday.
func (n dayNumber) weekday() int { return int(n) + 3 - floorDiv(int(n)+3, 7)*7 + 1 }

// isoWeek returns the ISO 8601 year and week that hold the day.
func (n dayNumber) isoWeek() (year, week int) {
	thursday := n + dayNumber(4-n.weekday())
	year, _, _ = thursday.civil()
	return year, int(thursday-dayOf(year, 1, 1))/7 + 1
}

func daysIn(y, m int) int {
	if m == 12 {
		return 31
	}
	return int(dayOf(y, m+1, 1) - dayOf(y, m, 1))
}

// easter returns Easter Sunday of the Gregorian calendar. Method: the
// anonymous computus of Nature, 20 April 1876.
func easter(y int) dayNumber {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(y, n/31, n%31+1)
}

// orthodoxEaster returns Easter Sunday of the Julian calendar as a Gregorian day,
// for the years 1900 to 2099. Method: Meeus, Astronomical Algorithms, chapter 8.
func orthodoxEaster(y int) dayNumber {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	return dayOf(y, (d+e+114)/31, (d+e+114)%31+1) + 13
}

// hijri returns a day of the tabular Islamic calendar (civil epoch, leap years 2,
// 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29 of 30). Months begun by sighting the
// moon may differ from it by a day.
func hijri(y, m, d int) dayNumber {
	const epoch = -492148 // 1 Muharram 1, 16 July 622 of the Julian calendar
	return epoch + dayNumber((y-1)*354+floorDiv(3+11*y, 30)+29*(m-1)+m/2+d-1)
}

// hijriIn returns the first day m/d of the Islamic calendar in a Gregorian year,
// the first day of the month where d is 0, and the day after it or its month.
func hijriIn(year, m, d int) (from, to dayNumber) {
	first := dayOf(year, 1, 1)
	for y := (year - 622) * 33 / 32; ; y++ {
		if from = hijri(y, m, max(d, 1)); from >= first {
			break
		}
		if y > year {
			break
		}
	}
	if y := from; d == 0 {
		return y, y + dayNumber(30-(m+1)%2)
	}
	return from, from + 1
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
