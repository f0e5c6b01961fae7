package attribution_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"sayso"
)

// marked article: "KIND STANCE | text with {the content}" and, after "|", what it
// answers: "denies 1" is the first claim of the text.
type stanced struct {
	line, kind, stance, text, content, answer string
}

func readStanced(t *testing.T) []stanced {
	t.Helper()
	data, err := os.ReadFile("testdata/stances.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []stanced
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) < 2 {
			t.Fatalf("no cells: %s", line)
		}
		s := stanced{line: line}
		s.kind, s.stance, _ = strings.Cut(strings.TrimSpace(cells[0]), " ")
		marked := strings.TrimSpace(cells[1])
		var pieces []string
		for rest := marked; ; {
			i := strings.IndexByte(rest, '{')
			if i < 0 {
				break
			}
			j := strings.IndexByte(rest, '}')
			pieces = append(pieces, bare(rest[i+1:j]))
			rest = rest[j+1:]
		}
		s.content = strings.Join(pieces, " … ")
		s.text = strings.NewReplacer("{", "", "}", "", "¶", "\n\n").Replace(marked)
		if len(cells) > 2 {
			s.answer = strings.TrimSpace(cells[2])
		}
		out = append(out, s)
	}
	return out
}

// TestStancesAndAnswers reads short articles and holds kind, stance and answer of
// the claim that is marked; it logs recall by class.
func TestStancesAndAnswers(t *testing.T) {
	b := newBench(t)
	hit, all := map[string]int{}, map[string]int{}
	answered, answers, wrong := 0, 0, 0
	for _, s := range readStanced(t) {
		found := b.told(t, &sayso.Article{Text: s.text})
		var claim *sayso.Claim
		for i := range found.Claims {
			var pieces []string
			for _, p := range found.Claims[i].Content {
				pieces = append(pieces, bare(p.Of(s.text)))
			}
			if got := strings.Join(pieces, " … "); got == s.content {
				claim = &found.Claims[i]
				break
			}
		}
		all[s.stance]++
		if claim == nil {
			var seen []string
			for _, c := range found.Claims {
				seen = append(seen, show(s.text, c))
			}
			t.Errorf("%s\n  no such claim: %s", s.line, strings.Join(seen, "; "))
			continue
		}
		if string(claim.Kind) != s.kind || string(claim.Stance) != s.stance {
			t.Errorf("%s\n  got %s %s", s.line, claim.Kind, claim.Stance)
		} else {
			hit[s.stance]++
		}
		got := ""
		if len(claim.Responds) > 0 {
			got = claim.Responds[0].How + " " + strings.TrimPrefix(claim.Responds[0].To, "c")
		}
		if s.answer != "" {
			answers++
		}
		switch {
		case got != s.answer:
			wrong++
			t.Errorf("%s\n  answers %q", s.line, got)
		case got != "":
			answered++
		}
	}
	var recall []string
	for _, stance := range []string{"asserted", "denied", "alleged", "admitted", "promised", "threatened", "asked", "doubted", "declined"} {
		recall = append(recall, fmt.Sprintf("%s %d/%d", stance, hit[stance], all[stance]))
		if all[stance] < 5 {
			t.Errorf("only %d sentences that are %s", all[stance], stance)
		}
	}
	t.Logf("%s; answers %d/%d, wrong %d", strings.Join(recall, ", "), answered, answers, wrong)
}
