package train

import (
	"fmt"
	"io/fs"
	"math"
	"slices"

	"sayso"
	"sayso/internal/lexicon"
	"sayso/internal/text"
)

// tally is right, found and wanted, summed over documents.
type tally struct{ right, found, gold, want float64 }

// f1 is the harmonic mean of right/found and gold/want.
func (t tally) f1() float64 {
	p, r := t.right/max(t.found, 1), t.gold/max(t.want, 1)
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// agreement is how well clusters of mentions agree with annotated ones, by the
// three measures whose mean is customary (Pradhan et al. 2014, "Scoring
// coreference partitions of predicted mentions: a reference implementation").
type agreement struct{ muc, cubed, ceaf tally }

// mean is the mean of the three measures' F1.
func (a agreement) mean() float64 { return (a.muc.f1() + a.cubed.f1() + a.ceaf.f1()) / 3 }

// add counts one document: gold and got are clusters of mentions, every mention
// in at most one cluster of each. Clusters of one mention are left out on both
// sides, as they are not coreference.
func (a *agreement) add(gold, got [][]int) {
	single := func(c []int) bool { return len(c) < 2 }
	gold, got = slices.DeleteFunc(slices.Clone(gold), single), slices.DeleteFunc(slices.Clone(got), single)
	a.muc.right, a.muc.found = plus(a.muc.right, a.muc.found, got, gold, links)
	a.muc.gold, a.muc.want = plus(a.muc.gold, a.muc.want, gold, got, links)
	a.cubed.right, a.cubed.found = plus(a.cubed.right, a.cubed.found, got, gold, cubes)
	a.cubed.gold, a.cubed.want = plus(a.cubed.gold, a.cubed.want, gold, got, cubes)
	alike := make([][]float64, len(gold))
	for i, g := range gold {
		alike[i] = make([]float64, len(got))
		for j, s := range got {
			alike[i][j] = 2 * float64(shared(g, s)) / float64(len(g)+len(s))
		}
	}
	sum := assign(alike)
	a.ceaf.right, a.ceaf.gold = a.ceaf.right+sum, a.ceaf.gold+sum
	a.ceaf.found, a.ceaf.want = a.ceaf.found+float64(len(got)), a.ceaf.want+float64(len(gold))
}

func plus(right, all float64, of, by [][]int, count func([]int, map[int]int) (float64, float64)) (float64, float64) {
	in := map[int]int{} // the cluster of each mention, from 1
	for k, c := range by {
		for _, m := range c {
			in[m] = k + 1
		}
	}
	for _, c := range of {
		r, n := count(c, in)
		right, all = right+r, all+n
	}
	return right, all
}

// links counts of a cluster the links that the other side has too (Vilain et al. 1995).
func links(c []int, in map[int]int) (right, all float64) {
	parts, alone := map[int]bool{}, 0
	for _, m := range c {
		if k := in[m]; k > 0 {
			parts[k] = true
		} else {
			alone++
		}
	}
	return float64(len(c) - len(parts) - alone), float64(len(c) - 1)
}

// cubes counts for each mention of a cluster the share of the cluster that the
// other side puts together with it (Bagga and Baldwin 1998).
func cubes(c []int, in map[int]int) (right, all float64) {
	count := map[int]int{}
	for _, m := range c {
		count[in[m]]++
	}
	for k, n := range count {
		if k > 0 {
			right += float64(n*n) / float64(len(c))
		}
	}
	return right, float64(len(c))
}

func shared(a, b []int) (n int) {
	for _, m := range a {
		if slices.Contains(b, m) {
			n++
		}
	}
	return n
}

// assign returns the greatest sum of a matrix's entries of which no two share a
// row or column (Kuhn 1955; with potentials, in cubic time).
func assign(worth [][]float64) float64 {
	n := len(worth)
	if n == 0 || len(worth[0]) == 0 {
		return 0
	}
	m := max(n, len(worth[0]))
	cost := func(i, j int) float64 { // rows and columns from 1
		if j > len(worth[0]) {
			return 0
		}
		return -worth[i-1][j-1]
	}
	u, v := make([]float64, n+1), make([]float64, m+1)
	row, way := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		row[0] = i
		least, used := make([]float64, m+1), make([]bool, m+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		at := 0
		for {
			used[at] = true
			step, next := math.Inf(1), 0
			for j := 1; j <= m; j++ {
				if used[j] {
					continue
				}
				if c := cost(row[at], j) - u[row[at]] - v[j]; c < least[j] {
					least[j], way[j] = c, at
				}
				if least[j] < step {
					step, next = least[j], j
				}
			}
			for j := 0; j <= m; j++ {
				if used[j] {
					u[row[j]] += step
					v[j] -= step
				} else {
					least[j] -= step
				}
			}
			if at = next; row[at] == 0 {
				break
			}
		}
		for at != 0 {
			row[at] = row[way[at]]
			at = way[at]
		}
	}
	sum := 0.0
	for j := 1; j <= m && j <= len(worth[0]); j++ {
		if row[j] > 0 {
			sum += worth[row[j]-1][j-1]
		}
	}
	return sum
}

// ScoreEntities logs how well the finder's entities agree with the annotated
// ones: all of them, people and bodies alone, and those who say something.
func (t *Antecedents) ScoreEntities(rules fs.FS, golds []Gold) error {
	says, err := sayingVerbs(rules)
	if err != nil {
		return err
	}
	var all, parties agreement
	var speakers [2]struct{ all, found, right int } // those told by name or description, those by pronoun
	for i := range golds {
		g := &golds[i]
		spoken := g.Spoken()
		if len(spoken) == 0 {
			continue
		}
		doc := text.Cut(g.Text)
		t.parser.Parse(doc)
		entities, _ := t.finder.Find(doc, nil)
		m := meanings{spoken, map[sayso.Span]string{}}
		got, meant := align(&m, entities)
		all.add(goldClusters(spoken, func(*Spoken) bool { return true }), got)
		people := func(s *Spoken) bool { return s.Kind == "person" || s.Kind == "organization" }
		parties.add(goldClusters(spoken, people), only(got, func(k int) bool { return people(&spoken[k]) }))
		for _, k := range g.speakers(spoken, says) {
			s := &speakers[b2i(spoken[k].Pronoun)]
			s.all++
			if c, ok := meant[k]; ok && len(c) > 0 {
				s.found++
				if most(spoken, c, k) == spoken[k].Of {
					s.right++
				}
			}
		}
	}
	log := func(name string, a agreement) {
		fmt.Fprintf(t.log, "%-22s MUC %.3f, B³ %.3f, CEAF %.3f, mean %.3f\n", name, a.muc.f1(), a.cubed.f1(), a.ceaf.f1(), a.mean())
	}
	log("entities, all", all)
	log("people and bodies", parties)
	for k, name := range []string{"speakers named", "speakers by pronoun"} {
		s := speakers[k]
		fmt.Fprintf(t.log, "%-22s %4d, found %4d, precision %.3f, recall %.3f\n", name, s.all, s.found, share(s.right, s.found), share(s.right, s.all))
	}
	return nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// align gives every annotated phrase that a mention stands for to the mention's
// entity: the phrases of each entity, and for each phrase the others of its entity.
func align(m *meanings, entities []sayso.Entity) (clusters [][]int, of map[int][]int) {
	of = map[int][]int{}
	taken := map[int]bool{}
	for e := range entities {
		var c []int
		for _, mention := range entities[e].Mentions {
			if k := m.phrase(mention.Span); k >= 0 && !taken[k] {
				taken[k] = true
				c = append(c, k)
			}
		}
		if len(c) > 0 {
			clusters = append(clusters, c)
		}
		for _, k := range c {
			of[k] = c
		}
	}
	return clusters, of
}

// most returns what most phrases of a cluster that are no pronouns mean, the
// first of equals; a phrase alone means itself if it is none.
func most(spoken []Spoken, cluster []int, self int) string {
	count, best := map[string]int{}, ""
	for _, k := range cluster {
		if spoken[k].Pronoun {
			continue
		}
		of := spoken[k].Of
		if count[of]++; count[of] > count[best] {
			best = of
		}
	}
	if best == "" && !spoken[self].Pronoun {
		return spoken[self].Of
	}
	return best
}

// goldClusters puts the phrases that mean the same together, in text order.
func goldClusters(spoken []Spoken, keep func(*Spoken) bool) [][]int {
	at := map[string]int{}
	var out [][]int
	for k := range spoken {
		if !keep(&spoken[k]) {
			continue
		}
		c, ok := at[spoken[k].Of]
		if !ok {
			c = len(out)
			at[spoken[k].Of] = c
			out = append(out, nil)
		}
		out[c] = append(out[c], k)
	}
	return out
}

func only(clusters [][]int, keep func(int) bool) [][]int {
	out := make([][]int, len(clusters))
	for i, c := range clusters {
		for _, k := range c {
			if keep(k) {
				out[i] = append(out[i], k)
			}
		}
	}
	return out
}

// speakers returns the third-person phrases that are the subject of a verb of
// speech with a clause or a quotation, by the annotated trees.
func (g *Gold) speakers(spoken []Spoken, says map[string]bool) []int {
	subject := map[int32]int32{} // of each verb
	said := map[int32]bool{}
	for i := range g.Tokens {
		t := &g.Tokens[i]
		if t.Head < 0 {
			continue
		}
		switch t.Rel {
		case text.RelNsubj:
			subject[t.Head] = int32(i)
		case text.RelCcomp:
			said[t.Head] = true
		case text.RelParataxis:
			said[int32(i)] = true
		}
	}
	var out []int
	for k := range spoken {
		for _, h := range spoken[k].Heads[:1] {
			i, _ := g.TokensIn(h)
			t := &g.Tokens[i]
			if t.Rel != text.RelNsubj || t.Head < 0 || subject[t.Head] != i || !said[t.Head] || !says[g.Tokens[t.Head].Lemma] {
				continue
			}
			switch t.Lower {
			case "i", "me", "we", "us", "you", "who", "that", "which":
				continue
			}
			out = append(out, k)
		}
	}
	return out
}

// sayingVerbs returns the lemmas of the verbs of speech.
func sayingVerbs(rules fs.FS) (map[string]bool, error) {
	t, err := lexicon.Read(rules, "attribution/verbs.tsv", lexicon.Open("lemma"), lexicon.Open("kind"), lexicon.Open("stance"), lexicon.Open("use"), lexicon.Open("frames"))
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for _, r := range t.Rows {
		if r.Cells[1] == "speech" {
			out[r.Cells[0]] = true
		}
	}
	return out, nil
}
