package terminal

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"sayso"
)

// view is a reading with what drawing it asks for again and again.
type view struct {
	*sayso.Reading
	wire string // the agency that carried every claim, "" where none did
}

func newView(r *sayso.Reading) view { return view{r, wire(r)} }

func (v view) text() string { return v.Article.Text }

func (v view) entity(id sayso.EntityID) *sayso.Entity {
	if id < 1 || int(id) > len(v.Entities) {
		return nil
	}
	return &v.Entities[id-1]
}

// outlet is who speaks in the article's own voice.
func (v view) outlet() string {
	switch a := v.Article; {
	case a.Agency != "":
		return a.Agency
	case a.Outlet != "":
		return a.Outlet
	}
	return "the article"
}

// speaker names whose words a claim's are: the far end of its chain, else the
// source's entity by its fullest name, else the source's words.
func (v view) speaker(c *sayso.Claim) string {
	if c.Source == nil && c.Within != 0 {
		return "nobody named" // the chain's end is the one around it
	}
	if n := len(c.Chain); n > 0 && c.Chain[n-1].Role == sayso.HopSpeaker {
		return c.Chain[n-1].Name
	}
	if c.Source == nil {
		return "nobody named"
	}
	if e := v.entity(c.Source.Entity); e != nil && e.Name != "" {
		return e.Name
	}
	return oneLine(c.Source.Span.Of(v.text()))
}

// about gives the speaker's roles, "" where the text gives none.
func (v view) about(c *sayso.Claim) string {
	id := sayso.EntityID(0)
	if n := len(c.Chain); n > 0 && c.Chain[n-1].Role == sayso.HopSpeaker {
		id = c.Chain[n-1].Entity
	} else if c.Source != nil {
		id = c.Source.Entity
	}
	if e := v.entity(id); e != nil {
		return v.roles(e)
	}
	return ""
}

// roles gives an entity's roles with the body they are in.
func (v view) roles(e *sayso.Entity) string {
	about := strings.Join(e.About, "; ")
	if body := v.entity(e.MemberOf); body != nil && about != "" && !strings.Contains(about, body.Name) {
		about += " (" + body.Name + ")"
	}
	return about
}

// words returns the words of several spans, gaps between them shown as an ellipsis.
func (v view) words(spans []sayso.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = oneLine(s.Of(v.text()))
	}
	return strings.Join(parts, " … ")
}

// content returns a claim's words with the outlet's insertions dimmed.
func (v view) content(c *sayso.Claim) []run {
	var out []run
	for i, piece := range c.Content {
		if i > 0 {
			out = append(out, run{" … ", dim})
		}
		at := piece.Start
		for _, in := range c.Inserts {
			if in.Start < at || !piece.Contains(in) {
				continue
			}
			out = append(out, run{v.text()[at:in.Start], plain}, run{in.Of(v.text()), dim})
			at = in.End
		}
		out = append(out, run{v.text()[at:piece.End], plain})
	}
	return out
}

// sentence returns the sentence around a span, cut to about limit bytes.
func (v view) sentence(at sayso.Span, limit int) string {
	for _, s := range v.Sentences {
		if s.Contains(at) {
			return shorten(oneLine(s.Of(v.text())), limit)
		}
	}
	return oneLine(at.Of(v.text()))
}

// shorten cuts s at a word's end to at most limit bytes, with an ellipsis.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && s[limit]&0xc0 == 0x80 {
		limit--
	}
	if i := strings.LastIndexByte(s[:limit], ' '); i > 0 {
		limit = i
	}
	return s[:limit] + "…"
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// date writes an ISO date as people do; what is no full date stays as it is.
func date(iso string) string {
	if len(iso) >= 10 {
		if t, err := time.Parse(time.DateOnly, iso[:10]); err == nil {
			return t.Format("2 January 2006")
		}
		if t, err := time.Parse("XXXX-01-02", iso[:10]); err == nil {
			return t.Format("2 January") + ", year unknown"
		}
	}
	return iso
}

// when tells an event's time: the words, and the value where they are not it.
func (v view) when(id sayso.TimexID, bound string) string {
	if id < 1 || int(id) > len(v.Times) {
		return ""
	}
	t := v.Times[id-1]
	s := oneLine(t.Span.Of(v.text()))
	if bound != "" && bound != "at" {
		s = bound + " " + s
	}
	if t.Value != "" && t.Value != s {
		s += " (" + t.Value + ")"
	}
	return s
}

func (v view) where(ids []sayso.PlaceID) string {
	var names []string
	for _, id := range ids {
		if id >= 1 && int(id) <= len(v.Places) {
			p := v.Places[id-1]
			name := p.Name
			if p.Country != "" && p.Precision != sayso.PrecisionCountry {
				name += ", " + p.Country
			}
			names = append(names, name)
		}
	}
	return strings.Join(names, " and ")
}

// who names the parties of one side: the words, with the code where there is one.
func (v view) who(side []sayso.Participant) string {
	var out []string
	for _, p := range side {
		s := oneLine(p.Span.Of(v.text()))
		if code := strings.TrimSpace(p.Code + " " + p.Sector); code != "" {
			s += " [" + code + "]"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// bounds writes a number's range: "225", "at least 4,500", "3 to 9".
func bounds(q *sayso.Quantity) string {
	switch {
	case q.Low != nil && q.High != nil && *q.Low == *q.High && q.Bound == sayso.About:
		return "about " + number(*q.Low)
	case q.Low != nil && q.High != nil && *q.Low == *q.High:
		return number(*q.Low)
	case q.Low != nil && q.High != nil:
		return number(*q.Low) + " to " + number(*q.High)
	case q.Low != nil:
		return "at least " + number(*q.Low)
	case q.High != nil:
		return "at most " + number(*q.High)
	}
	return "unknown"
}

// number writes a figure with its thousands set apart.
func number(x float64) string {
	s := strconv.FormatFloat(x, 'f', -1, 64)
	whole, frac, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if frac != "" {
		whole += "." + frac
	}
	return whole
}

func plural(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %ss", n, one)
}
