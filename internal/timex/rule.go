package timex

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sayso"
	"sayso/internal/pattern"
	"sayso/internal/text"
)

// patternFiles are the constructions; their heads say what "gives time …" may say.
var patternFiles = [...]string{"timex/dayparts.pattern", "timex/references.pattern", "timex/sets.pattern"}

// recipe is what a pattern rule says of the time it finds, checked and ready.
type recipe struct {
	order int // the rule's place among all
	typ   sayso.TimexType

	day      string // a capture, or one of dayWords
	shift    int    // days from it
	only     string // told, reported or ahead: where else the rule finds nothing
	part     string // a capture, or a code where partCode is set
	partCode bool
	mod      string // a capture

	value string // with <name> for the code of a capture

	n    float64 // where nIs is ""
	nIs  string  // the capture that counts the units
	unit string  // the capture that names them
}

// dayWords are the days a rule may reckon from besides its own captures.
var dayWords = []string{"published", "told", "here", "first"}

// asks are the names under which this stage reads something itself.
var asks = []string{"day", "days", "number"}

// loadPatterns reads the pattern files and checks what their rules give.
func loadPatterns(rules fs.FS) (*pattern.Set, map[*pattern.Rule]recipe, error) {
	set, err := pattern.Read(rules, patternFiles[:]...)
	if err != nil {
		return nil, nil, err
	}
	var errs []error
	recipes := map[*pattern.Rule]recipe{}
	for k, r := range set.Rules {
		x, err := cook(r)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: rule %q: %w", r.Path, r.Line, r.Name, err))
		}
		x.order = k
		recipes[r] = x
	}
	return set, recipes, errors.Join(errs...)
}

// cook checks one rule's "gives" line.
func cook(r *pattern.Rule) (recipe, error) {
	x := recipe{typ: sayso.TimexTime, n: 1}
	if r.Gives.Kind != "time" {
		return x, fmt.Errorf("gives %q, want time", r.Gives.Kind)
	}
	for _, name := range r.Asks() {
		if !slices.Contains(asks, name) {
			return x, fmt.Errorf("no time is read under the name %q", "="+name)
		}
	}
	captured := func(name string) bool { return slices.Contains(r.Names(), name) }
	for _, p := range r.Gives.Pairs {
		ok := true
		switch key, v := p[0], p[1]; key {
		case "type":
			x.typ = sayso.TimexType(v)
			ok = v == "SET" || v == "DATE"
		case "day":
			x.day = v
			if i := strings.IndexAny(v, "+-"); i > 0 {
				n, err := strconv.Atoi(v[i:])
				x.day, x.shift, ok = v[:i], n, err == nil
			}
			ok = ok && (captured(x.day) || slices.Contains(dayWords, x.day))
		case "part":
			x.part, x.partCode = v, !captured(v)
			ok = !x.partCode || slices.Contains([]string{"MO", "MI", "AF", "EV", "NI", "DT"}, v)
		case "mod":
			x.mod, ok = v, captured(v)
		case "only":
			x.only = v
			ok = slices.Contains([]string{"told", "reported", "ahead"}, v)
		case "value":
			x.value = v
			for rest := v; ok && strings.Contains(rest, "<"); {
				_, after, _ := strings.Cut(rest, "<")
				name, after, closed := strings.Cut(after, ">")
				ok, rest = closed && captured(name), after
			}
		case "n":
			if x.nIs = v; !captured(v) {
				n, err := strconv.Atoi(v)
				x.n, x.nIs, ok = float64(n), "", err == nil
			}
		case "unit":
			x.unit, ok = v, captured(v)
		default:
			return x, fmt.Errorf("gives %q: want type, day, part, mod, only, value, n or unit", key)
		}
		if !ok {
			return x, fmt.Errorf("%s=%s: no such capture or word", p[0], p[1])
		}
	}
	if x.day == "first" && !captured("day") {
		return x, errors.New("day=first: no capture day")
	}
	if (x.day != "") != (x.part != "") || (x.day == "") == (x.value == "" && x.unit == "") {
		return x, errors.New("want day and part, or value, or n and unit")
	}
	return x, nil
}

// keyed is a rule and the token of the sentence that is its key word, with what
// the rule matched there.
type keyed struct {
	rule  *pattern.Rule
	at    int32
	match pattern.Match
	ok    bool
	told  int // how many times had been told when it was matched, plus one; 0: not yet
}

// span is how far from its beginning a time's key word may stand, in tokens.
const span = 10

// patterned returns the longest time that a pattern rule finds at token i, of
// as long ones the first rule's.
func (r *run) patterned(i int32) found {
	best, order := found{}, 0
	keys := r.keysFrom(i)
	for n := range keys {
		k := &keys[n]
		if k.at > i+span {
			break
		}
		if k.told != len(r.out)+1 { // what is told changes what a day may be
			k.match, k.ok = k.rule.At(r.doc, k.at, r.ask)
			k.told = len(r.out) + 1
		}
		m := k.match
		if !k.ok || m.First != i {
			continue
		}
		x := r.finder.recipes[k.rule]
		if m.Last > best.next || m.Last == best.next && x.order < order {
			if f, ok := r.follow(&m, x); ok {
				best, order = f, x.order
			}
		}
	}
	return best
}

// keysFrom returns the sentence's key words from shortly before token i on.
func (r *run) keysFrom(i int32) []keyed {
	if r.keys == nil {
		if r.keys = r.keys0[:0]; r.keys == nil {
			r.keys = make([]keyed, 0, 16)
		}
		for k := r.first; k < r.end; k++ {
			for rule := range r.finder.patterns.Keyed(&r.toks[k]) {
				r.keys = append(r.keys, keyed{rule: rule, at: k})
			}
		}
		r.keys0 = r.keys
	}
	from, _ := slices.BinarySearchFunc(r.keys, i-2, func(k keyed, at int32) int { return int(k.at - at) })
	return r.keys[from:]
}

// keyNear reports whether a time that begins at token i may have a key word.
func (r *run) keyNear(i int32) bool {
	keys := r.keysFrom(i)
	return len(keys) > 0 && keys[0].at <= i+span
}

// Answers reads what the rules' "=name" elements ask for in a document, without
// a day of publication and as if no time had been told.
func (f *Finder) Answers(doc *text.Doc) pattern.Ask {
	r := f.start(doc, point{unit: day, year: unknown})
	return func(name string, at int32) int32 {
		s := doc.Sents[doc.Tokens[at].Sent]
		r.first, r.end = s.First, s.Last
		r.tenses, r.keys, r.listing, r.titled = nil, nil, false, 0
		return r.ask(name, at)
	}
}

// ask returns the token after what is read under a name from token i on.
func (r *run) ask(name string, i int32) int32 {
	switch name {
	case "day":
		if d, ok := r.dayAt(i); ok {
			return d.next
		}
	case "days":
		_, next, _ := r.twoDays(i)
		return next
	case "number":
		if n, ok := r.doc.NumberAt(i); ok && n.Last < r.end {
			return n.Last
		}
	}
	return 0
}

func (r *run) dayAt(i int32) (dated, bool) {
	if w := &r.words[i]; w.entry == &noEntry && w.shape == noShape {
		return dated{}, false
	}
	d, ok := r.core(i, false)
	return d, ok && d.unit == day
}

// twoDays reads two joined days, "5-6 January", "January 5-6", "Friday to
// Saturday", and returns the first of them.
func (r *run) twoDays(i int32) (point, int32, bool) {
	if s := r.shape(i); s.shape == intShape && s.size <= 2 {
		if j, ok := r.joins(i + 1); ok {
			if d, ok := r.dayMonth(j); ok && d.unit == day && s.a > 0 && int(s.a) < d.day {
				if d.open {
					d.point = r.settle(d, i)
				}
				d.day = int(s.a)
				return d.point, d.next, true
			}
		}
		return point{}, 0, false
	}
	d, ok := r.dayAt(i)
	if !ok {
		return point{}, 0, false
	}
	j, ok := r.joins(d.next)
	if !ok {
		return point{}, 0, false
	}
	next := j + 1
	if s := r.shape(j); d.month == 0 || s.shape != intShape || s.size > 2 || int(s.a) <= d.day || s.a > 31 {
		e, ok := r.dayAt(j)
		if !ok {
			return point{}, 0, false
		}
		next = e.next
	}
	if d.open {
		d.point = r.settle(d, i)
	}
	return d.point, next, true
}

// follow makes the time that a rule's match means.
func (r *run) follow(m *pattern.Match, x recipe) (found, bool) {
	word := func(name string) (int32, bool) {
		c, ok := m.Capture(name)
		return c.First, ok
	}
	out := found{next: m.Last, typ: x.typ}
	if k, ok := word(x.mod); ok {
		out.mod = r.shadeOf(k)
	}
	switch {
	case x.unit != "":
		k, _ := word(x.unit)
		e := r.word(k)
		if e.unit == half || e.unit == weekend || e.unit == second && r.tag(k) != text.NN && r.tag(k) != text.NNS {
			return out, false
		}
		l := measure{n: x.n, unit: e.unit, times: int(e.times)}
		if c, ok := word(x.nIs); ok {
			n, _ := r.doc.NumberAt(c)
			l.n, l.vague = n.Low, n.Kind == text.Vague
			if (n.Kind == text.Ordinal || l.n == 1) == e.many {
				return out, false
			}
		}
		out.value = l.value()
		return out, true
	case x.value != "":
		v, ok := r.fill(m, x.value)
		out.value = v
		return out, ok && !r.kept(m, x)
	}
	p, ok := r.dayOf(m, x)
	if !ok {
		return out, false
	}
	part := x.part
	if !x.partCode {
		k, _ := word(x.part)
		part = r.word(k).part
		if out.mod == "" {
			out.mod = r.words[k].mod
		}
	}
	p = p.to(day).plus(x.shift)
	p.unit, p.part = dayPart, part
	if part[0] == '1' || part[0] == '2' { // "Friday noon"
		p.unit, p.part, p.hour, p.min = minute, "", int(part[0]-'0')*10+int(part[1]-'0'), 0
	}
	out.point = p
	return out, true
}

// kept reports whether a rule must not speak where it matched: in somebody's own
// "now", beside a past tense, or within a name.
func (r *run) kept(m *pattern.Match, x recipe) bool {
	if strings.HasSuffix(x.value, "_REF") && r.capital(m.First) && r.tag(m.First) == text.NNP {
		return true
	}
	switch x.only {
	case "reported":
		return r.spoken(m.First) || r.lower(r.end-1) == "?"
	case "ahead":
		return r.tenseAt(m.First, m.Last) == past
	}
	return false
}

// dayOf returns the day that a rule reckons from.
func (r *run) dayOf(m *pattern.Match, x recipe) (point, bool) {
	if x.only == "told" && r.daily.unit == noUnit {
		return point{}, false
	}
	if c, ok := m.Capture(x.day); ok {
		d, ok := r.dayAt(c.First)
		if ok && d.open {
			d.point = r.settle(d, c.First)
		}
		return d.point, ok
	}
	if r.named(m.First, m.Last) || r.lower(m.First) == "that" && m.First > r.first && r.conjunction(m.First, m.Last-1) {
		return point{}, false
	}
	switch x.day {
	case "first":
		c := m.Captures[slices.IndexFunc(m.Captures, func(c pattern.Capture) bool { return c.Name == "day" })]
		p, _, ok := r.twoDays(c.First)
		return p, ok
	case "here":
		return r.today(), true
	case "told":
		if r.daily.unit != noUnit {
			return r.daily, true
		}
	}
	return r.pub, true
}

// fill puts the codes of captured words into a value.
func (r *run) fill(m *pattern.Match, value string) (string, bool) {
	for _, c := range m.Captures {
		mark := "<" + c.Name + ">"
		if !strings.Contains(value, mark) {
			continue
		}
		var code string
		switch e := r.word(c.First); {
		case e.weekday > 0:
			code = strconv.Itoa(int(e.weekday))
		case e.month > 0 && r.capital(c.First):
			code = two(int(e.month))
		case e.season > 0:
			code = seasonCodes[e.season]
		default:
			code = e.part
		}
		if code == "" {
			return "", false
		}
		value = strings.Replace(value, mark, code, 1)
	}
	return value, true
}

// shadeOf returns the mod of a word before a date, "" where it has none.
func (r *run) shadeOf(i int32) string {
	for _, s := range r.word(i).shades {
		if s.phrase == r.lower(i) {
			return s.mod
		}
	}
	return ""
}
