package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"sayso"
)

// Sheet draws a simple random sample of events for people to judge. Every event
// added has the same chance to be drawn, and the same events with the same seed
// give the same sheet. It holds only the rows drawn.
type Sheet struct {
	size int
	seen int
	rng  *rand.Rand
	rows []sheetRow
}

type sheetRow struct {
	order int
	cells []string
}

// NewSheet begins a sample of at most size events.
func NewSheet(size int, seed uint64) *Sheet {
	return &Sheet{size: size, rng: rand.New(rand.NewPCG(seed, 0x5a150))}
}

// sheetColumns are what was coded; verdicts are for people to fill in.
var (
	sheetColumns = []string{"article", "event", "sentence", "trigger", "type", "mode", "actors", "recipients", "time", "place",
		"realis", "voice", "told_by", "by"}
	verdicts = []string{"ok_event", "ok_type", "ok_actors", "ok_recipients", "ok_time", "ok_place", "ok_realis", "ok_voice"}
)

// Add offers the events of a reading to the sample (Vitter's algorithm R).
func (s *Sheet) Add(r *sayso.Reading) {
	for i := range r.Events {
		s.seen++
		at := len(s.rows)
		if at == s.size {
			if at = s.rng.IntN(s.seen); at >= s.size {
				continue
			}
		} else {
			s.rows = append(s.rows, sheetRow{})
		}
		s.rows[at] = sheetRow{s.seen, sheetCells(r, &r.Events[i])}
	}
}

// Seen returns how many events were offered.
func (s *Sheet) Seen() int { return s.seen }

// WriteCSV writes the sheet in input order, the verdict columns empty.
func (s *Sheet) WriteCSV(w io.Writer) error {
	slices.SortFunc(s.rows, func(a, b sheetRow) int { return a.order - b.order })
	out := csv.NewWriter(w)
	if err := out.Write(append(slices.Clone(sheetColumns), verdicts...)); err != nil {
		return err
	}
	for _, row := range s.rows {
		cells := append(slices.Clone(row.cells), make([]string, len(verdicts))...)
		for i := range cells {
			cells[i] = defused(cells[i])
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func sheetCells(r *sayso.Reading, e *sayso.Event) []string {
	words := func(s sayso.Span) string { return strings.Join(strings.Fields(s.Of(r.Article.Text)), " ") }
	side := func(p []sayso.Participant) string {
		return each(p, "; ", func(x sayso.Participant) string {
			return strings.TrimSpace(words(x.Span) + " " + strings.TrimSpace(x.Code+" "+x.Sector))
		})
	}
	sentence, value, teller := "", "", ""
	for _, s := range r.Sentences {
		if s.Contains(e.Trigger) {
			sentence = words(s)
			break
		}
	}
	if e.Time > 0 {
		value = r.Times[e.Time-1].Value
		if e.TimeBound != "" && e.TimeBound != "at" {
			value = e.TimeBound + " " + value
		}
	}
	if e.Claim > 0 {
		teller = "nobody named"
		if c := r.Claims[e.Claim-1]; c.Source != nil {
			teller = words(c.Source.Span)
		}
	}
	return []string{r.Article.ID, e.ID.String(), sentence, words(e.Trigger), string(e.Type), e.Mode, side(e.Actors), side(e.Recipients), value,
		each(e.Places, "; ", func(id sayso.PlaceID) string { return r.Places[id-1].Name }), string(e.Realis), string(e.Voice), teller, e.By}
}

// Precision is the share of verdicts that say right, with its 95% interval
// after Wilson (1927).
type Precision struct {
	Column       string
	Right, Total int
	Low, High    float64
}

// Share returns Right of Total; 0 where nothing was judged.
func (p Precision) Share() float64 {
	if p.Total == 0 {
		return 0
	}
	return float64(p.Right) / float64(p.Total)
}

// ScoreSheet reads a filled-in sheet. A verdict is y or n (yes, no, 1, 0, true,
// false, ok, wrong); an empty one was not judged. The error names every cell
// that is neither.
func ScoreSheet(r io.Reader) ([]Precision, error) {
	in := csv.NewReader(r)
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("the sheet has no header: %w", err)
	}
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	out := make([]Precision, len(verdicts))
	column := make([]int, len(verdicts))
	for i, v := range verdicts {
		out[i].Column = v
		if column[i] = slices.Index(header, v); column[i] < 0 {
			return nil, fmt.Errorf("the sheet has no column %q: is it one that `sayso sample` wrote?", v)
		}
	}
	var errs []error
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		for i, c := range column {
			switch strings.ToLower(strings.TrimSpace(row[c])) {
			case "":
			case "y", "yes", "1", "true", "ok", "right":
				out[i].Right++
				out[i].Total++
			case "n", "no", "0", "false", "wrong":
				out[i].Total++
			default:
				line, _ := in.FieldPos(c)
				errs = append(errs, fmt.Errorf("line %d, %s: %q is neither y nor n", line, verdicts[i], row[c]))
			}
		}
	}
	for i := range out {
		out[i].Low, out[i].High = wilson(out[i].Right, out[i].Total)
	}
	return out, errors.Join(errs...)
}

// wilson returns the 95% score interval of a share.
func wilson(right, total int) (low, high float64) {
	if total == 0 {
		return 0, 1
	}
	const z = 1.959964
	n, p := float64(total), float64(right)/float64(total)
	mid := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, mid-half), min(1, mid+half)
}
