package attribution

import (
	"errors"
	"io"

	"sayso/internal/weights"
)

// Model tells cues from other words by the sum of a logistic regression over
// hashed features and a network; the network also scores the words of source,
// cue and content around a cue, labelled by a linear-chain conditional random
// field (Lafferty, McCallum and Pereira 2001).
//
// Weights and sums are integers, 1/Scale each, so that every machine adds
// them to the same.
type Model struct {
	Bits   uint    // the table has 1<<Bits rows
	Cue    []int16 // a weight per row
	Bias   int32
	Net    *Net
	Turn   [turns][labels + 1][labels]int16 // from a label (or the beginning) to the next, by the token entered
	Curve  []uint16                         // calibrated probability × 65535 of a cue's sum, from -CurveReach in steps of CurveStep
	Engine uint32                           // checksum of the engine.bin whose states the network learnt from
}

// Scale is how much a weight of 1 is as an integer.
const Scale = 512

// The curve's sums run from -curveReach to curveReach, of Scale each.
const (
	CurveReach = 8 * Scale
	CurveStep  = Scale / 8
	CurveSize  = 2*CurveReach/CurveStep + 1
)

// row is a feature's row in the tables.
func (m *Model) row(feature uint32) uint32 { return feature & (1<<m.Bits - 1) }

// sum adds up the features' weights as a cue.
func (m *Model) sum(features []uint32) int32 {
	sum := m.Bias
	for _, f := range features {
		sum += int32(m.Cue[m.row(f)])
	}
	return sum
}

func (m *Model) calibrated(sum int32) float64 {
	sum = max(-CurveReach, min(CurveReach, sum))
	return float64(m.Curve[(sum+CurveReach)/CurveStep]) / 65535
}

// decode returns the best labels of the labeller's window, of which the network
// said net, NetOut sums a token.
func (m *Model) decode(l *labeler, net []int32, out []label, back [][labels]uint8) ([]label, [][labels]uint8) {
	out, back = out[:0], back[:0]
	var best [labels]int32
	for i := l.w.first; i < l.w.last; i++ {
		sum := [labels]int32(net[int(i-l.w.first)*NetOut:])
		if i == l.f.head {
			sum[cueLabel] += 100 * Scale
		}
		turn := &m.Turn[l.turn(i)]
		var next [labels]int32
		var from [labels]uint8
		for y := range labels {
			if i == l.w.first {
				next[y] = sum[y] + int32(turn[labels][y])
				continue
			}
			next[y] = best[0] + int32(turn[0][y])
			for x := 1; x < labels; x++ {
				if s := best[x] + int32(turn[x][y]); s > next[y] {
					next[y], from[y] = s, uint8(x)
				}
			}
			next[y] += sum[y]
		}
		best = next
		back = append(back, from)
	}
	y := 0
	for x := range labels {
		if best[x] > best[y] {
			y = x
		}
	}
	for range back {
		out = append(out, outsideLabel)
	}
	for i := len(back) - 1; i >= 0; i-- {
		out[i] = label(y)
		y = int(back[i][y])
	}
	return out, back
}

const modelMagic = "sayso attribution 2\n"

// Write writes the model: compressed, rows of zeros left out.
func (m *Model) Write(w io.Writer) error {
	var b weights.Buffer
	b.Unsigned(uint64(m.Bits))
	b.Signed(int64(m.Bias))
	b.Rows(len(m.Cue), func(i int) bool { return m.Cue[i] == 0 }, func(i int) { b.Signed(int64(m.Cue[i])) })
	for i := range m.Turn {
		for x := range m.Turn[i] {
			for _, v := range m.Turn[i][x] {
				b.Signed(int64(v))
			}
		}
	}
	for _, v := range m.Curve {
		b.Unsigned(uint64(v))
	}
	b.Unsigned(uint64(m.Engine))
	b.Bytes = m.Net.append(b.Bytes)
	return b.WriteTo(w, modelMagic)
}

// ReadModel reads what Write wrote.
func ReadModel(data []byte) (*Model, error) {
	b, err := weights.NewReader(data, modelMagic)
	if err != nil {
		return nil, err
	}
	m := &Model{Bits: uint(b.Unsigned())}
	if b.Err() != nil || m.Bits > 24 {
		return nil, errors.Join(errors.New("table size out of range"), b.Err())
	}
	m.Bias = int32(b.Signed())
	m.Cue = make([]int16, 1<<m.Bits)
	b.Rows(len(m.Cue), func(i int) { m.Cue[i] = int16(b.Signed()) })
	for i := range m.Turn {
		for x := range m.Turn[i] {
			for y := range m.Turn[i][x] {
				m.Turn[i][x][y] = int16(b.Signed())
			}
		}
	}
	m.Curve = make([]uint16, CurveSize)
	for i := range m.Curve {
		m.Curve[i] = uint16(b.Unsigned())
	}
	m.Engine = uint32(b.Unsigned())
	if b.Err() != nil {
		return nil, b.Err()
	}
	m.Net, err = readNet(b)
	return m, err
}
