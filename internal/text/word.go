package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word emits a word without marks: clitics, currencies and units are cut off.
func (c *cutter) word(a, b int) {
	w := c.text[a:b]
	if w == "" {
		return
	}
	if n := currency(w); n > 0 && n < len(w) {
		c.emit(a, a+n, false)
		c.word(a+n, b)
		return
	}
	if n := unit(w); n > 0 {
		c.emit(a, a+n, false)
		c.emit(a+n, b, false)
		return
	}
	if n := clitic(w); n > 0 {
		c.word(a, a+n)
		c.emit(a+n, b, true)
		return
	}
	c.emit(a, b, false)
}

// clitic returns where the clitic of a word begins, or 0: "do|n't", "Kyiv|'s",
// "can|not", "gon|na".
func clitic(w string) int {
	if len(w) > 40 {
		return 0
	}
	if i := strings.LastIndexAny(w, "'’`ʼ"); i > 0 {
		_, n := utf8.DecodeRuneInString(w[i:])
		switch strings.ToLower(w[i+n:]) {
		case "s":
			if isDigit(w[i-1]) && isDigit(w[0]) {
				return 0 // "the 60's"
			}
			return i
		case "re", "ve", "ll", "d", "m", "em":
			return i
		case "t":
			if w[i-1]|0x20 == 'n' && i > 1 {
				return i - 1
			}
		case "":
			if q := w[i-1] | 0x20; q == 's' || q == 'z' || q == 'x' {
				return i
			}
		}
		return 0
	}
	if len(w) > 8 {
		return 0
	}
	if w == "Im" || w == "im" {
		return 1
	}
	return bare[strings.ToLower(w)]
}

// bare holds the clitics written without an apostrophe, by where they begin.
var bare = map[string]int{
	"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3,
	"dont": 2, "cant": 2, "wont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5,
	"wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "hadnt": 3, "arent": 3, "aint": 2, "werent": 4,
	"ive": 1, "thats": 4, "whats": 4, "theres": 5, "youre": 3, "theyre": 4,
}

// elision returns the length of a word that begins with an apostrophe, "'s",
// "'em", "'90s", at the beginning of w, or 0.
func elision(w string) int {
	_, n := utf8.DecodeRuneInString(w)
	rest := strings.TrimRight(strings.ToLower(w[n:]), ".,;:!?\"”)'’")
	switch rest {
	case "s", "re", "ve", "ll", "d", "m", "em", "til", "till", "cause", "tis", "twas", "n", "bout", "round":
		return n + len(rest)
	}
	if len(rest) >= 2 && len(rest) <= 3 && isDigit(rest[0]) && isDigit(rest[1]) && (len(rest) == 2 || rest[2] == 's') {
		return n + len(rest)
	}
	return 0
}

// currency returns the length of the currency sign a word begins with: "$",
// "US$", "£"; 0 where there is none.
func currency(w string) int {
	i := 0
	for i < len(w) && i < 3 && 'A' <= w[i] && w[i] <= 'Z' {
		i++
	}
	r, n := utf8.DecodeRuneInString(w[i:])
	if n == 0 || !isCurrency(r) || i > 0 && r != '$' {
		return 0
	}
	return i + n
}

// unit returns where the unit of a number begins, "10|km", "9|pm", or 0.
func unit(w string) int {
	if !isDigit(w[0]) {
		return 0
	}
	i := 1
	for i < len(w) && (isDigit(w[i]) || w[i] == '.' || w[i] == ',' || w[i] == ':') {
		i++
	}
	if i < len(w) && units[strings.ToLower(strings.TrimSuffix(w[i:], "."))] {
		return i
	}
	return 0
}

var units = set("km kg cm mm ml lb lbs mg gb mb kb tb mw kw kwh mph kph ft hz khz mhz ghz am pm a.m p.m hrs hr min mins sec secs yr yrs " +
	"million billion trillion bn mln tn mt cc oz ha nm µm μm °c °f m g k")

// prefixes stay with the word after their hyphen.
var prefixes = set("e non anti pro pre post re co ex mid multi semi neo cross mini pan sub counter socio intra inter psycho arch " +
	"ultra un quasi pseudo micro macro mega bi tri de trans super hyper eco over bio geo electro proto")

// suffixes stay with the word before their hyphen.
var suffixes = set("wise esque ish fold")

// splitsHyphen reports whether the hyphen at i of a word is a token.
func splitsHyphen(w string, i int) bool {
	before, after := w[:i], w[i+1:]
	if before == "" || after == "" {
		return true
	}
	if isTelephone(w) || strings.Contains(after, ".doc") || strings.Contains(after, ".DOC") {
		return false
	}
	if low := strings.ToLower(before); prefixes[low] && unicode.IsLetter(first(after)) || low == "mid" {
		return false
	}
	if suffixes[strings.ToLower(after)] {
		return false
	}
	return true
}

func first(w string) rune { r, _ := utf8.DecodeRuneInString(w); return r }

// isTelephone reports whether a word is a telephone number, a date or a part
// number: three groups of digits, or three digits and four.
func isTelephone(w string) bool {
	groups, n := 1, 0
	var sizes [6]int
	for i := 0; i < len(w); i++ {
		switch {
		case isDigit(w[i]):
			n++
		case w[i] == '-' && groups < len(sizes):
			sizes[groups-1], n = n, 0
			groups++
		default:
			return false
		}
	}
	sizes[groups-1] = n
	for _, n := range sizes[:groups] {
		if n == 0 {
			return false
		}
	}
	return groups >= 3 || groups == 2 && (sizes[0] == 3 || sizes[0] == 1 || sizes[0] == 5) && sizes[1] == 4
}

// isSlashed reports whether a word with slashes is one token: a date, a
// fraction, "w/o", "n/a".
func isSlashed(w string) bool {
	switch strings.ToLower(w) {
	case "w/o", "w/out", "n/a", "b/t", "b/c", "l/c", "c/o", "i/o":
		return true
	}
	for i := 0; i < len(w); i++ {
		if !isDigit(w[i]) && w[i] != '/' {
			return false
		}
	}
	return len(w) <= 10 && w[0] != '/' && w[len(w)-1] != '/'
}

// address returns the length of the web or mail address at the beginning of w, or 0.
func address(w string) int {
	if len(w) < 5 || !strings.ContainsAny(w, ".@") {
		return 0
	}
	end := len(strings.TrimRightFunc(w, func(r rune) bool { return strings.ContainsRune(".,;:!?\"'”’>]…", r) }))
	w = w[:end]
	if strings.HasSuffix(w, ")") && !strings.Contains(w, "(") {
		w = strings.TrimRight(w, ")")
	}
	low := w
	if len(low) > 12 {
		low = low[:12]
	}
	low = strings.ToLower(low)
	switch {
	case strings.HasPrefix(low, "http://"), strings.HasPrefix(low, "https://"), strings.HasPrefix(low, "www."), strings.HasPrefix(low, "ftp://"):
		return len(w)
	}
	if i := strings.IndexByte(w, '@'); i > 0 && strings.IndexByte(w[i:], '.') > 0 && !strings.ContainsAny(w, "()[]<>,;\"") {
		return len(w)
	}
	// "example.com/page", "example.co.uk"
	host := w
	if i := strings.IndexByte(host, '/'); i > 0 {
		host = host[:i]
	}
	i := strings.LastIndexByte(host, '.')
	if i <= 0 || len(host) > 80 || !domains[strings.ToLower(host[i+1:])] {
		return 0
	}
	for j := 0; j < i; j++ {
		if b := host[j]; !isLetterByte(b) && !isDigit(b) && b != '-' && b != '.' {
			return 0
		}
	}
	return len(w)
}

var domains = set("com org net edu gov int info biz ru uk kz cn fr de jp eu tv io co us doc xls pdf html htm jpg gif png ppt xlsx docx txt mp3 csv zip")

// face returns the length of the emoticon at the beginning of w, or 0.
func face(w string) int {
	if w == "" || strings.IndexByte(":;=<^8xXD>", w[0]) < 0 {
		return 0
	}
	for _, f := range faces {
		if strings.HasPrefix(w, f) {
			rest := w[len(f):]
			if rest == "" || strings.Trim(rest, ".,!?)(\"") == "" {
				return len(f)
			}
		}
	}
	return 0
}

var faces = strings.Fields(":-) :-( ;-) :-D :-P :-p :-/ :) :( ;) :D :P :p :/ =) =( =D ;D ;P ^_^ <3 xD XD :'( >:( :-| :o :O")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
