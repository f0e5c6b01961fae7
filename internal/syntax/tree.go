package syntax

// Tree returns the best tree over n words with one root (Chu and Liu 1965,
// Edmonds 1967). score holds, for each word, n+1 scores of its heads: element
// w*(n+1) that of being the root, element w*(n+1)+1+h that of head h. The
// result holds each word's head, -1 for the root. It takes time n² where the
// best heads are nearly a tree already, n³ at worst.
func Tree(score []float32, n int) []int32 {
	heads := make([]int32, n)
	best := func(w int) {
		row := score[w*(n+1) : (w+1)*(n+1)]
		at := -1
		for h, s := range row {
			if h-1 != w && (at < 0 || s > row[at]) {
				at = h
			}
		}
		heads[w] = int32(at - 1)
	}
	for w := range n {
		best(w)
	}
	if isTree(heads) {
		return heads
	}
	return contract(score, n)
}

// isTree reports whether heads have one root and no circle.
func isTree(heads []int32) bool {
	roots := 0
	state := make([]int32, len(heads)) // the walk a word was first met on, from 1
	for w := range heads {
		if heads[w] < 0 {
			roots++
		}
		walk := int32(w + 1)
		for at := int32(w); at >= 0; at = heads[at] {
			if state[at] == walk {
				return false
			}
			if state[at] != 0 {
				break
			}
			state[at] = walk
		}
	}
	return roots == 1
}

// contract finds the tree by contracting circles. Node 0 is the root; leaving
// it is made so dear that it is done once only.
func contract(score []float32, n int) []int32 {
	m := n + 1
	arcs := make([]float64, m*m) // element from*m+to
	for w := range n {
		for h := range m {
			s := float64(score[w*m+h])
			if h == 0 {
				s -= 1e7
			}
			arcs[h*m+w+1] = s
		}
	}
	heads := edmonds(arcs, m)
	out := make([]int32, n)
	for w := range out {
		out[w] = int32(heads[w+1] - 1)
	}
	return out
}

// edmonds returns each node's head in the best tree from node 0.
func edmonds(arcs []float64, m int) []int {
	heads := make([]int, m)
	for j := 1; j < m; j++ {
		heads[j] = -1
		for i := range m {
			if i != j && (heads[j] < 0 || arcs[i*m+j] > arcs[heads[j]*m+j]) {
				heads[j] = i
			}
		}
	}
	circle := findCircle(heads)
	if circle == nil {
		return heads
	}
	inside := make([]bool, m)
	for _, j := range circle {
		inside[j] = true
	}
	var old []int // the nodes outside, by their new number
	for i := range m {
		if !inside[i] {
			old = append(old, i)
		}
	}
	k := len(old) // the circle's new number
	enter, leave := make([]int, m), make([]int, m)
	less := make([]float64, (k+1)*(k+1))
	for a, i := range old {
		for b, j := range old {
			less[a*(k+1)+b] = arcs[i*m+j]
		}
		in, out := -1, -1
		var inScore, outScore float64
		for _, j := range circle {
			if s := arcs[i*m+j] - arcs[heads[j]*m+j]; in < 0 || s > inScore {
				in, inScore = j, s
			}
			if s := arcs[j*m+i]; out < 0 || s > outScore {
				out, outScore = j, s
			}
		}
		enter[i], leave[i] = in, out
		less[a*(k+1)+k], less[k*(k+1)+a] = inScore, outScore
	}
	found := edmonds(less, k+1)
	for b, j := range old {
		switch h := found[b]; {
		case b == 0:
		case h == k:
			heads[j] = leave[j]
		default:
			heads[j] = old[h]
		}
	}
	from := old[found[k]]
	heads[enter[from]] = from
	return heads
}

// findCircle returns the nodes of one circle, or nil.
func findCircle(heads []int) []int {
	state := make([]int, len(heads))
	for j := 1; j < len(heads); j++ {
		at := j
		for at != 0 && state[at] == 0 {
			state[at] = j
			at = heads[at]
		}
		if at != 0 && state[at] == j {
			circle := []int{at}
			for k := heads[at]; k != at; k = heads[k] {
				circle = append(circle, k)
			}
			return circle
		}
	}
	return nil
}
