package event

import (
	"errors"
	"io"
	"slices"

	"sayso"
	"sayso/internal/weights"
)

// Model tells which type of event a word tells, or none: a multinomial logistic
// regression over hashed facts of grammar and the word vectors of the trigger
// and of what hangs on it.
//
// Weights are integers, 1/Scale each, and the exponentials it needs stand in a
// table of its own, so that every machine finds the same probabilities.
type Model struct {
	Bits   uint             // Sparse has 1<<Bits rows
	Dim    int              // of the word vectors
	Sparse [][Classes]int16 // a row per hashed fact
	Dense  [][Classes]int16 // a row per value of each vector: Slots × Dim
	Exp    []uint16         // exp(-i/ExpSteps) × 65535
	Ruled  []uint16         // calibrated probability × 65535 that a rule's type is right, at steps of the model's own
	Found  []uint16         // likewise of a type that the model alone proposes
}

// Classes is how many answers the model has: none, then the types in the
// order of ClassOf.
const Classes = 17

// Slots is how many word vectors the model looks at.
const Slots = 6

// Scale is how much a weight of 1 is as an integer.
const Scale = 1024

// CurveSteps is how many steps the calibration curves have between 0 and 1.
const CurveSteps = 100

// ExpSteps is how many steps of the table of exponentials make one.
const ExpSteps = 64

// ClassOf returns the class of a type.
func ClassOf(t sayso.EventType) int { return slices.Index(eventTypes, string(t)) + 1 }

// typeOf returns the type of a class; "" for none.
func typeOf(class int) sayso.EventType {
	if class == 0 {
		return ""
	}
	return sayso.EventType(eventTypes[class-1])
}

// Sight is what the model is shown of one word.
type Sight struct {
	Facts   []uint32      // hashes
	Vectors [Slots][]byte // int8 values; nil where the word has none
}

// probabilities returns the probability of each class.
func (m *Model) probabilities(s *Sight) (out [Classes]float64) {
	var sums [Classes]int64
	for _, f := range s.Facts {
		row := &m.Sparse[f&(1<<m.Bits-1)]
		for c := range sums {
			sums[c] += int64(row[c])
		}
	}
	var dense [Classes]int64
	for slot, v := range s.Vectors {
		if len(v) != m.Dim {
			continue
		}
		rows := m.Dense[slot*m.Dim : (slot+1)*m.Dim]
		for j, b := range v {
			x := int64(int8(b))
			row := &rows[j]
			for c := range dense {
				dense[c] += x * int64(row[c])
			}
		}
	}
	best := int64(-1 << 62)
	for c := range sums {
		sums[c] += dense[c] / 127
		best = max(best, sums[c])
	}
	total := 0
	var parts [Classes]int
	for c := range sums {
		if at := (best - sums[c]) * ExpSteps / Scale; at < int64(len(m.Exp)) {
			parts[c] = int(m.Exp[at])
		}
		total += parts[c]
	}
	for c := range out {
		out[c] = float64(parts[c]) / float64(max(total, 1))
	}
	return out
}

// calibrated reads a probability off a curve, on a straight line between its steps.
func calibrated(curve []uint16, p float64) float64 {
	at := min(int(p*CurveSteps), CurveSteps-1)
	low, high := float64(curve[at]), float64(curve[at+1])
	return (low + float64((p*CurveSteps-float64(at))*(high-low))) / 65535
}

const modelMagic = "sayso event 2\n"

// Write writes the model: compressed, rows of zeros left out.
func (m *Model) Write(w io.Writer) error {
	var b weights.Buffer
	b.Unsigned(uint64(m.Bits))
	b.Unsigned(uint64(m.Dim))
	for _, table := range [][][Classes]int16{m.Sparse, m.Dense} {
		b.Rows(len(table), func(i int) bool { return table[i] == [Classes]int16{} }, func(i int) {
			for _, v := range table[i] {
				b.Signed(int64(v))
			}
		})
	}
	for _, list := range [][]uint16{m.Exp, m.Ruled, m.Found} {
		b.Unsigned(uint64(len(list)))
		for _, v := range list {
			b.Unsigned(uint64(v))
		}
	}
	return b.WriteTo(w, modelMagic)
}

// ReadModel reads what Write wrote.
func ReadModel(data []byte) (*Model, error) {
	b, err := weights.NewReader(data, modelMagic)
	if err != nil {
		return nil, err
	}
	m := &Model{Bits: uint(b.Unsigned()), Dim: int(b.Unsigned())}
	if b.Err() != nil || m.Bits > 22 || m.Dim < 1 || m.Dim > 1000 {
		return nil, errors.Join(errors.New("table size out of range"), b.Err())
	}
	m.Sparse, m.Dense = make([][Classes]int16, 1<<m.Bits), make([][Classes]int16, Slots*m.Dim)
	for _, table := range [][][Classes]int16{m.Sparse, m.Dense} {
		b.Rows(len(table), func(i int) {
			for c := range table[i] {
				table[i][c] = int16(b.Signed())
			}
		})
	}
	for _, list := range []*[]uint16{&m.Exp, &m.Ruled, &m.Found} {
		n := b.Unsigned()
		if b.Err() != nil || n > 1<<16 {
			return nil, errors.Join(errors.New("list out of range"), b.Err())
		}
		*list = make([]uint16, n)
		for i := range *list {
			(*list)[i] = uint16(b.Unsigned())
		}
	}
	if b.Err() != nil {
		return nil, b.Err()
	}
	if _, err := b.ReadByte(); !errors.Is(err, io.EOF) { // the checksum stands at the end
		return nil, errors.Join(errors.New("more than a model"), err)
	}
	if len(m.Exp) == 0 || len(m.Ruled) != CurveSteps+1 || len(m.Found) != CurveSteps+1 {
		return nil, errors.New("curves of another size")
	}
	return m, nil
}
