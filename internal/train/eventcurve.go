package train

import (
	"math"

	"sayso/internal/event"
)

// answer is what a model gave one answer, and whether that was right.
type answer struct {
	p      float64
	right  bool
	weight float64
}

// The curve of a model that nothing is known of leaves probabilities as they are;
// this many answers' worth of a pull holds it there.
const curvePull = 5

// platt returns a calibration curve, at steps of the model's probability p: the logistic
// function of a straight line through log(p/(1-p)), which likelihood chooses (Platt 1999).
// Unlike steps it moves little when a few answers change.
func platt(answers []answer) []uint16 {
	slope, shift := line(answers)
	out := make([]uint16, event.CurveSteps+1)
	for i := range out {
		out[i] = logistic(slope*logit(float64(i)/event.CurveSteps) + shift)
	}
	return out
}

// line returns the slope and shift of the line through the logarithms of the answers'
// odds whose logistic function makes what was right likeliest.
func line(answers []answer) (slope, shift float64) {
	slope = 1
	for range 50 { // Newton's method
		// the pull: a Gaussian around slope 1 and shift 0
		g0, g1 := curvePull*(slope-1), curvePull*shift
		h00, h01, h11 := float64(curvePull), 0.0, float64(curvePull)
		for _, a := range answers {
			x := logit(a.p)
			q := 1 / (1 + math.Exp(-(slope*x + shift)))
			d := q
			if a.right {
				d--
			}
			g0 += a.weight * d * x
			g1 += a.weight * d
			v := a.weight * q * (1 - q)
			h00 += v * x * x
			h01 += v * x
			h11 += v
		}
		det := h00*h11 - h01*h01
		ds, dt := (h11*g0-h01*g1)/det, (h00*g1-h01*g0)/det
		slope, shift = slope-ds, shift-dt
		if math.Abs(ds)+math.Abs(dt) < 1e-9 {
			break
		}
	}
	return slope, shift
}

// logistic returns the probability whose log odds are x, in steps of 1/65535.
func logistic(x float64) uint16 { return uint16(math.Round(65535 / (1 + math.Exp(-x)))) }

// logit returns the logarithm of the odds of p, kept from infinity.
func logit(p float64) float64 {
	p = max(0.002, min(0.998, p))
	return math.Log(p / (1 - p))
}
