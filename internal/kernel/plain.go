//go:build (!amd64 && !arm64) || purego

package kernel

const packs = false

func (p *Packed) mul(rows int, x []int16, c []int32) { p.plainMul(rows, x, c) }
