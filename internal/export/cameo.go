package export

import (
	"io/fs"
	"strconv"
	"strings"
	"time"

	"sayso"
	"sayso/internal/lexicon"
)

// Cameo writes events as older coders print them: a line for each pair of source
// and target, tab-separated and without a header, of the columns
//
//	date source target code quad goldstein article event voice realis told-by
//
// It is safe for concurrent use.
type Cameo struct {
	scores map[string]string // by code
	all    bool
}

// nobody stands for an actor or event without a code.
const nobody = "---"

// NewCameo loads the Goldstein scores below the rules folder. Without all, only
// events that are told as having happened, have a code and were not told before
// in their article are written.
func NewCameo(rules fs.FS, all bool) (*Cameo, error) {
	t, err := lexicon.Read(rules, "event/goldstein.tsv", lexicon.Open("code"), lexicon.Open("score"))
	if err != nil {
		return nil, err
	}
	c := &Cameo{map[string]string{}, all}
	for _, row := range t.Rows {
		c.scores[row.Cells[0]] = row.Cells[1]
	}
	return c, nil
}

// Append appends the lines of one reading in the order of its events.
func (c *Cameo) Append(dst []byte, r *sayso.Reading) []byte {
	for i := range r.Events {
		e := &r.Events[i]
		if !c.all && (e.Realis != sayso.Actual || e.SameAs != 0 || e.Cameo == "") {
			continue
		}
		code := e.Cameo
		if code == "" {
			code = nobody
		}
		rest := [...]string{code, quad(e.Cameo), c.scores[e.Cameo], r.Article.ID, e.ID.String(), string(e.Voice), string(e.Realis), toldBy(r, e)}
		for _, source := range parties(e.Actors) {
			for _, target := range parties(e.Recipients) {
				dst = append(append(append(dst, dayOf(r, e)...), '\t'), source...)
				dst = append(append(dst, '\t'), target...)
				for _, cell := range rest {
					dst = append(append(dst, '\t'), strings.Join(strings.Fields(cell), " ")...)
				}
				dst = append(dst, '\n')
			}
		}
	}
	return dst
}

// parties returns the codes of one side, each once: country and sector, as in
// KAZCOP; nobody where there is none.
func parties(side []sayso.Participant) (out []string) {
	seen := map[string]bool{}
	for _, p := range side {
		code := p.Code + p.Sector
		if code == "" {
			code = nobody
		}
		if !seen[code] {
			seen[code] = true
			out = append(out, code)
		}
	}
	if out == nil {
		return []string{nobody}
	}
	return out
}

// dayOf returns the day of an event as YYYYMMDD, "" where the text does not say
// on which day it took place: "by Friday" and "last week" are no day.
func dayOf(r *sayso.Reading, e *sayso.Event) string {
	if e.Time == 0 || e.TimeBound != "" && e.TimeBound != "at" {
		return ""
	}
	t := &r.Times[e.Time-1]
	day := len(time.DateOnly)
	if t.Mod != "" || t.Type != sayso.TimexDate && t.Type != sayso.TimexTime || len(t.Value) < day || len(t.Value) > day && t.Value[day] != 'T' {
		return ""
	}
	at, err := time.Parse(time.DateOnly, t.Value[:day])
	if err != nil {
		return ""
	}
	return at.Format("20060102")
}

// quad returns the quad class of a code: 1 verbal and 2 material cooperation, 3
// verbal and 4 material conflict.
func quad(code string) string {
	if len(code) < 2 {
		return ""
	}
	root, _ := strconv.Atoi(code[:2])
	switch {
	case root <= 5:
		return "1"
	case root <= 8:
		return "2"
	case root <= 13:
		return "3"
	}
	return "4"
}

// toldBy names on whose say-so an event stands: the source of its claim, else
// outlet or agency where the article tells it in its own voice.
func toldBy(r *sayso.Reading, e *sayso.Event) string {
	switch {
	case e.Voice == sayso.VoiceOutlet && r.Article.Outlet != "":
		return r.Article.Outlet
	case e.Voice == sayso.VoiceOutlet:
		return r.Article.Agency
	case e.Claim == 0 || r.Claims[e.Claim-1].Source == nil:
		return ""
	}
	s := r.Claims[e.Claim-1].Source
	if s.Entity > 0 {
		return r.Entities[s.Entity-1].Name
	}
	return s.Span.Of(r.Article.Text)
}
