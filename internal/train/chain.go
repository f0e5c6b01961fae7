package train

import (
	"math"

	"sayso/internal/syntax"
)

// tags is how many tags the chain tells apart; row tags of its turns is what
// it begins with.
const tags = syntax.NameTags

// chainLoss is the negative log-likelihood of a sentence's name tags under a
// linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).
// score holds width values for each word, of which the first count; turn what
// each tag adds after each, 8 apart, and before all as the last row. Scores
// become their gradients times scale, and the gradients of turn are added to
// grad, where that is not nil.
func chainLoss(score []float32, width int, turn, grad []float32, gold []int8, scale float32) float64 {
	n := len(gold)
	alpha, beta := make([][tags]float64, n), make([][tags]float64, n)
	at := func(a, b int) float64 { return float64(turn[a*8+b]) }
	var part [tags]float64
	for i := range n {
		for b := range tags {
			s := float64(score[i*width+b])
			if i == 0 {
				alpha[i][b] = s + at(tags, b)
				continue
			}
			for a := range tags {
				part[a] = alpha[i-1][a] + at(a, b)
			}
			alpha[i][b] = s + sumOfLogs(part[:])
		}
	}
	for i := n - 2; i >= 0; i-- {
		for a := range tags {
			for b := range tags {
				part[b] = beta[i+1][b] + float64(score[(i+1)*width+b]) + at(a, b)
			}
			beta[i][a] = sumOfLogs(part[:])
		}
	}
	all := sumOfLogs(alpha[n-1][:])
	truth := 0.0
	for i, y := range gold {
		truth += float64(score[i*width+int(y)])
		before := tags
		if i > 0 {
			before = int(gold[i-1])
		}
		truth += at(before, int(y))
		if grad == nil {
			continue
		}
		grad[before*8+int(y)] -= scale
		for b := range tags {
			if i == 0 {
				grad[tags*8+b] += scale * float32(math.Exp(alpha[0][b]+beta[0][b]-all))
				continue
			}
			rest := float64(score[i*width+b]) + beta[i][b] - all
			for a := range tags {
				grad[a*8+b] += scale * float32(math.Exp(alpha[i-1][a]+at(a, b)+rest))
			}
		}
	}
	for i, y := range gold {
		row := score[i*width : i*width+tags]
		for b := range tags {
			row[b] = scale * float32(math.Exp(alpha[i][b]+beta[i][b]-all))
		}
		row[y] -= scale
	}
	return all - truth
}

func sumOfLogs(v []float64) float64 {
	top := v[0]
	for _, x := range v[1:] {
		top = max(top, x)
	}
	s := 0.0
	for _, x := range v {
		s += math.Exp(x - top)
	}
	return top + math.Log(s)
}
