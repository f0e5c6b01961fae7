package timex

// word is one token as the tables and its digits describe it.
type word struct {
	entry *entry
	shape shape
	a     int32 // the digits: a number, the hour, the year, …
	b     int32 // the minute, the month
	c     int32 // the second, the day; -1 absent
	size  int8  // digits of a
	tail  string
	mod   string // "MID" of "mid-March"
	skip  int32  // bytes of the prefix
}

// shape is what a token that begins with a digit looks like.
type shape uint8

const (
	noShape      shape = iota
	intShape           // 7, 2009
	ordinalShape       // 7th
	decadeShape        // 1990s, '90s
	clockShape         // 18:00, 6:40:10
	dottedShape        // 6.40
	slashShape         // 7/8/07, 9/11
	isoShape           // 2007-07-08
	tailShape          // 3pm
	fiscalShape        // FY2009
)

var (
	noEntry entry
	noWord  = word{entry: &noEntry}
)

// read sets the word's shape from a token in lower case that begins with a
// digit or an apostrophe.
func (w *word) read(s string) {
	if s[0] == '\'' {
		s = s[1:]
	}
	var n [3]int32
	var size [3]int8
	k, sep := 0, byte(0)
	i := 0
	for ; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			if size[k] == 9 {
				return
			}
			n[k] = n[k]*10 + int32(c-'0')
			size[k]++
			continue
		}
		if (c == ':' || c == '/' || c == '-' || c == '.') && k < 2 && size[k] > 0 && (sep == 0 || sep == c) && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9' {
			sep = c
			k++
			continue
		}
		break
	}
	tail := s[i:]
	if size[0] == 0 {
		return
	}
	w.a, w.b, w.c, w.size, w.tail = n[0], n[1], n[2], size[0], tail
	if k < 2 {
		w.c = -1
	}
	half := tail == "am" || tail == "pm" || tail == "a.m." || tail == "p.m." || tail == "a.m" || tail == "p.m"
	switch {
	case k == 0 && tail == "":
		w.shape = intShape
	case k == 0 && (tail == "s" || tail == "'s") && (size[0] == 4 || size[0] == 2) && n[0]%10 == 0:
		w.shape = decadeShape
	case k == 0 && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th") && size[0] <= 2:
		w.shape = ordinalShape
	case k == 0 && half && n[0] >= 1 && n[0] <= 12:
		w.b, w.shape = 0, tailShape
	case k > 0 && sep == ':' && n[0] < 25 && n[1] < 60 && size[1] == 2 && (tail == "" || half || tail == "z"):
		w.shape = clockShape
	case k == 1 && sep == '.' && n[0] < 25 && n[1] < 60 && size[1] == 2 && (tail == "" || half):
		w.shape = dottedShape
	case k > 0 && sep == '/' && tail == "" && size[0] <= 4:
		w.shape = slashShape
	case k == 2 && sep == '-' && size[0] == 4 && size[1] == 2 && size[2] == 2 && (tail == "" || tail[0] == 't'):
		w.shape = isoShape
	case k == 2 && (sep == '.' || sep == '-') && size[2] == 4 && tail == "" && n[1] >= 1 && n[1] <= 12 && n[0] >= 1 && n[0] <= 31:
		w.shape, w.a, w.b, w.c = isoShape, n[2], n[1], n[0] // 8.7.2007: the day first
	}
}
