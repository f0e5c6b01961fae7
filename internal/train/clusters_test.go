package train

import (
	"math"
	"testing"
)

// TestAgreement reckons the example of Pradhan et al. (2014): a to i are 1 to 9.
func TestAgreement(t *testing.T) {
	var a agreement
	a.add([][]int{{1, 2, 3}, {4, 5, 6, 7}, {10}}, [][]int{{1, 2}, {3, 4}, {6, 7, 8, 9}, {11}})
	for name, c := range map[string]struct{ got, want float64 }{
		"MUC recall":     {a.muc.gold / a.muc.want, 2. / 5},
		"MUC precision":  {a.muc.right / a.muc.found, 2. / 5},
		"B³ recall":      {a.cubed.gold / a.cubed.want, 35. / 12 / 7},
		"B³ precision":   {a.cubed.right / a.cubed.found, 4. / 8},
		"CEAF recall":    {a.ceaf.gold / a.ceaf.want, 1.3 / 2},
		"CEAF precision": {a.ceaf.right / a.ceaf.found, 1.3 / 3},
	} {
		if math.Abs(c.got-c.want) > 1e-9 {
			t.Errorf("%s %.4f, want %.4f", name, c.got, c.want)
		}
	}
	var perfect agreement
	perfect.add([][]int{{1, 2}, {3, 4, 5}}, [][]int{{5, 4, 3}, {2, 1}})
	if perfect.mean() != 1 {
		t.Errorf("the same clusters: mean %v", perfect.mean())
	}
	var none agreement
	none.add([][]int{{1, 2}}, nil)
	if none.mean() != 0 {
		t.Errorf("no clusters: mean %v", none.mean())
	}
}

// TestAssign takes the dearer pair where the greedy choice would lose more.
func TestAssign(t *testing.T) {
	for _, c := range []struct {
		worth [][]float64
		want  float64
	}{
		{[][]float64{{.9, .8}, {.8, .1}}, 1.6},
		{[][]float64{{.9, .8, 0}}, .9},
		{[][]float64{{.2}, {.7}, {.5}}, .7},
		{nil, 0},
	} {
		if got := assign(c.worth); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", c.worth, got, c.want)
		}
	}
}
