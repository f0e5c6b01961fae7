package place

import (
	"testing"

	"sayso/internal/lexicon"
	"sayso/rules"
)

func TestLoose(t *testing.T) {
	s, err := ReadSpellings(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, same := range [][2]string{{"Kupyansk", "Kupiansk"}, {"Baramulla", "Baramula"}, {"al-Hudaydah", "Hodeida"}, {"Zhanaozen", "Janaozen"},
		{"Qandahar", "Kandahar"}, {"Huwwarah", "Huwara"}} {
		a, b := s.Loose(lexicon.Fold(same[0])), s.Loose(lexicon.Fold(same[1]))
		if a != b || a == "" {
			t.Errorf("%s is %q, %s is %q: want one", same[0], a, same[1], b)
		}
	}
	for _, other := range [][2]string{{"Tripoli", "Tiraspol"}, {"Basra", "Busan"}} {
		if a, b := s.Loose(lexicon.Fold(other[0])), s.Loose(lexicon.Fold(other[1])); a == b {
			t.Errorf("%s and %s are both %q", other[0], other[1], a)
		}
	}
	if k := s.Loose("osh"); k != "" {
		t.Errorf("osh is %q: too short to tell", k)
	}
}
