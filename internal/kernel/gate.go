package kernel

// Sigmoid is the gate of the recurrent layers: 1/2 + tanh(x/2)/2 with the
// rational approximation x(27+x²)/(27+9x²) of tanh, which reaches 1 at 3. It
// is made of operations that every machine rounds alike.
func Sigmoid(x float32) float32 {
	x *= 0.5
	if x >= 3 {
		return 1
	}
	if x <= -3 {
		return 0
	}
	s := float32(x * x)
	return 0.5 + float32(0.5*float32(float32(x*float32(27+s))/float32(27+float32(9*s))))
}

// SigmoidSlope is the derivative of Sigmoid.
func SigmoidSlope(x float32) float32 {
	x *= 0.5
	if x >= 3 || x <= -3 {
		return 0
	}
	s := x * x
	q := (9 - s) / (9 + 3*s)
	return 0.25 * q * q
}
