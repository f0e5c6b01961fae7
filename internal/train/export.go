package train

import (
	"math"

	"sayso/internal/syntax"
)

// peaks notes the largest absolute value of the inputs of each layer, by which
// they are scaled to integers.
type peaks map[string]float32

func (p peaks) note(name string, x []float32) {
	top := p[name]
	for _, v := range x {
		top = max(top, v, -v)
	}
	p[name] = top
}

// weights returns the averaged weights as integers. peak holds the largest
// inputs of each layer on dev; values a tenth beyond are still told apart.
func (n *network) weights(peak peaks) *syntax.Weights {
	s := n.Shape
	w := &syntax.Weights{Shape: s, Classes: n.classes, Vectors: n.vectors, RootHead: n.rootHead.average, RootRel: n.rootRel.average,
		Prior: n.prior.average, Distance: n.distance.average, NameTurn: n.nameTurn.average[:syntax.NameTurns]}
	w.Table, w.Scale = make([]byte, len(n.table.w)), make([]float32, syntax.TableRows)
	for row := range w.Scale {
		w.Scale[row] = bytesOf(n.table.average[row*s.Embed:(row+1)*s.Embed], w.Table[row*s.Embed:(row+1)*s.Embed])
	}
	inputs := []string{"vector", "x0", "split1", "split2", "top", "known", "name", "top", "top", "arc", "top", "top", "relScore"}
	for l := range n.recurrents() {
		inputs = append(inputs, layerName(l))
	}
	for i, l := range n.linears() {
		scale := float32(syntax.InputLimit) / (1.1 * max(peak[inputs[i]], 1e-3))
		if i == 0 {
			scale = 127 // vectors are integers already
		}
		w.Dense = append(w.Dense, l.integers(scale))
	}
	w.Asked = syntax.InputLimit / (1.1 * max(peak["asked"], 1e-3))
	w.Held = syntax.HeldLimit / (1.1 * max(peak["held"], 1e-3))
	for _, l := range n.recurrents() {
		w.Gates = append(w.Gates, l.v.average)
	}
	return w
}

// bytesOf writes a row of a table as int8 and returns their scale.
func bytesOf(row []float32, out []byte) (scale float32) {
	var top float32
	for _, v := range row {
		top = max(top, v, -v)
	}
	if top == 0 {
		return 0
	}
	scale = top / 127
	for j, v := range row {
		out[j] = byte(int8(math.Round(float64(v / scale))))
	}
	return scale
}

func layerName(l int) string { return string(rune('a' + l)) }

// integers scales each column so that no sum of products can leave 32 bits.
func (l *linear) integers(input float32) syntax.Dense {
	d := syntax.Dense{In: l.in, Out: l.out, Input: input, W: make([]int16, l.in*l.out), Scale: make([]float32, l.out), Bias: l.b.average}
	for j := range l.out {
		var sum, top float64
		for i := range l.in {
			v := math.Abs(float64(l.w.average[i*l.out+j]))
			sum += v
			top = max(top, v)
		}
		if top == 0 {
			continue
		}
		// Rounding may add a half to each weight.
		scale := min((math.MaxInt32/float64(syntax.InputLimit)-float64(l.in))/sum, 32000/top)
		for i := range l.in {
			d.W[i*l.out+j] = int16(math.Round(float64(l.w.average[i*l.out+j]) * scale))
		}
		d.Scale[j] = float32(1 / (scale * float64(input)))
	}
	return d
}
