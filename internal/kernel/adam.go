package kernel

import "math"

// Adam takes one step of Adam (Kingma and Ba 2015) on the weights w at a rate
// already corrected for the moments' beginning at zero: m and v are the
// moments, which move by first and second of the distance, g the gradients,
// which count scale times; average moves towards w by a share of the distance.
func Adam(w, m, v, g, average []float32, first, second, epsilon, scale, rate, share float32) {
	n := len(w)
	m, v, g, average = m[:n], v[:n], g[:n], average[:n]
	whole := 0
	if avx2 {
		if whole = n &^ 7; whole > 0 {
			adamAVX2(whole, &w[0], &m[0], &v[0], &g[0], &average[0], &[6]float32{scale, first, second, rate, epsilon, share})
		}
	}
	for i := whole; i < n; i++ {
		d := float32(g[i] * scale)
		m[i] += float32(first * (d - m[i]))
		v[i] += float32(second * (float32(d*d) - v[i]))
		w[i] -= float32(rate*m[i]) / (float32(math.Sqrt(float64(v[i]))) + epsilon)
		average[i] += float32(share * (w[i] - average[i]))
	}
}
