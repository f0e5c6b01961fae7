package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviations that a name or number follows, so that none ends a sentence.
var leading = set("mr mrs ms dr prof gen lt col sgt capt maj cmdr cdr adm rev hon sen sens rep reps gov govs pres st ste ft mt messrs mme mlle supt " +
	"insp atty vs fig figs vol vols pp sec art ch chap cf ca approx eg ie viz pvt cpl spc brig gens drs profs fr sr br amb " +
	"det dist attn ext rt hwy tel nos no al ing")

// Abbreviations that may end a sentence.
var closingAbbr = set("inc corp co ltd bros jr sr etc dept univ assn ave blvd rd bldg est jan feb mar apr jun jul aug sep sept oct nov dec " +
	"mon tue tues wed thu thur thurs fri calif conn fla ariz ill kan ky mich minn mont neb nev okla tenn tex va vt wis wyo ala colo md " +
	"n.y n.j n.c s.c n.h n.m r.i d.c ph.d m.d b.a m.a m.sc b.sc ph esp incl ed eds pct plc gmbh s.a cos mfg intl govt natl bn mln " +
	"yr yrs hr hrs lb lbs oz min mins km kg misc ext conf spec ps rec mo")

// Words as common as the abbreviation: they count only with a capital.
var onlyCapital = set("no art sec fig ill mar dec jun jul sat sun wed mon ch det dist ext st ft ed co tex al ing min mo br fr rev hon mt gen col pres det ps rec spec est")

// isAbbreviation reports whether the stop at the end of w belongs to it. next
// is the first character after it, 0 where the paragraph ends.
func isAbbreviation(w string, next rune) bool {
	w = w[:len(w)-1]
	switch strings.ToLower(w) {
	case "etc":
		return next != 0 && !unicode.IsUpper(next)
	case "no", "nos":
		return unicode.IsDigit(next) && unicode.IsUpper(first(w))
	}
	if w == "" || len(w) > 12 {
		return false
	}
	if i := strings.LastIndexAny(w, "-/"); i >= 0 {
		w = w[i+1:]
	}
	if n := utf8.RuneCountInString(w); n == 0 {
		return false
	} else if n == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && w != "I" || next != 0 && (w == "c" || w == "p" || w == "v" || w == "b" || w == "d")
	}
	if isLettered(w) {
		return true
	}
	low := strings.ToLower(w)
	if !leading[low] && !closingAbbr[low] {
		return false
	}
	return !onlyCapital[low] || unicode.IsUpper(first(w))
}

// isLettered reports whether w is letters with stops between: "U.S", "a.m".
func isLettered(w string) bool {
	dots := 0
	part := 0
	for _, r := range w {
		switch {
		case r == '.':
			if part == 0 {
				return false
			}
			part = 0
			dots++
		case unicode.IsLetter(r):
			if part++; part > 2 {
				return false
			}
		default:
			return false
		}
	}
	return dots > 0 && part > 0
}

// starters are words that, with a capital, begin a sentence rather than go on
// with a name.
var starters = set("the a an he she it they we i you this that these those in on at but and for from with as if when while after before there his " +
	"her its their our my your not no what who why how where although though because since so then however yet also meanwhile " +
	"according under some many most all one both each during about by to until or nor")
