package train

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/internal/syntax"
	"sayso/internal/text"
)

// Lemmas writes the table of word forms whose lemma spelling does not tell:
// WordNet's exceptions, the forms of its verbs and adjectives that the
// spelling rules get wrong, and above both what the treebanks have.
func Lemmas(w io.Writer, golds []Gold, wordnet string) error {
	table := map[[2]string]string{}
	put := func(form string, tag text.Tag, lemma string) {
		if strings.ContainsAny(form+lemma, " _\t") {
			return
		}
		key := [2]string{form, tag.String()}
		if _, there := table[key]; !there {
			table[key] = lemma
		}
	}
	learned(golds, put)
	for _, part := range []struct {
		file string
		tags []text.Tag
	}{{"noun.exc", []text.Tag{text.NNS}}, {"verb.exc", []text.Tag{text.VBD, text.VBN, text.VBG, text.VBZ}},
		{"adj.exc", []text.Tag{text.JJR, text.JJS}}, {"adv.exc", []text.Tag{text.RBR, text.RBS}}} {
		err := eachLine(filepath.Join(wordnet, part.file), func(line string) {
			f := strings.Fields(line)
			for _, tag := range part.tags {
				if len(f) > 1 && fits(f[0], tag) {
					put(f[0], tag, f[1])
				}
			}
		})
		if err != nil {
			return err
		}
	}
	err := eachLine(filepath.Join(wordnet, "index.verb"), func(line string) {
		verb, _, ok := strings.Cut(line, " ")
		if !ok || verb == "" || strings.ContainsAny(verb, "_'.") {
			return
		}
		for tag, form := range regularForms(verb) {
			put(form, tag, verb)
		}
	})
	if err != nil {
		return err
	}
	err = eachLine(filepath.Join(wordnet, "index.noun"), func(line string) {
		noun, _, ok := strings.Cut(line, " ")
		if ok && len(noun) > 2 && !strings.ContainsAny(noun, "_'.0123456789") && !strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "y") {
			put(plural(noun), text.NNS, noun)
		}
	})
	if err != nil {
		return err
	}
	var rows []string
	for key, lemma := range table {
		tag := text.ParseTag(key[1])
		upos := text.NOUN
		if tag == text.NNPS || tag == text.NNP {
			upos = text.PROPN
		}
		if syntax.SpelledLemma(key[0], key[0], upos, tag) != lemma {
			rows = append(rows, key[0]+"\t"+key[1]+"\t"+lemma+"\n")
		}
	}
	slices.Sort(rows)
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# Word forms, with their Penn tags, whose lemma the rules of spelling do not give. Made by sayso train.\n")
	for _, r := range rows {
		out.WriteString(r)
	}
	return out.Flush()
}

// learned puts what the treebanks' annotators decided, most frequent first.
func learned(golds []Gold, put func(string, text.Tag, string)) {
	type seen struct {
		form  string
		tag   text.Tag
		lemma string
	}
	count := map[seen]int{}
	for _, g := range golds {
		for i := range g.Tokens {
			t := &g.Tokens[i]
			if t.Lemma == "_" || t.Lemma == "" || t.Tag == 0 || t.UPOS == text.X {
				continue
			}
			lemma := t.Lemma
			if t.UPOS == text.PROPN {
				lemma = strings.ToLower(lemma)
			}
			count[seen{t.Lower, t.Tag, lemma}]++
		}
	}
	keys := make([]seen, 0, len(count))
	for k := range count {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b seen) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return strings.Compare(a.form+a.lemma, b.form+b.lemma)
	})
	for _, k := range keys {
		n := count[k]
		if k.tag == text.NNP || k.tag == text.NNPS && n < 2 || k.tag == text.ADD || k.tag == text.GW || k.tag == text.XX {
			continue
		}
		if n >= 2 || k.lemma == syntax.SpelledLemma(k.form, k.form, text.NOUN, k.tag) {
			put(k.form, k.tag, k.lemma)
		}
	}
}

// fits reports whether a form can have a tag at all.
func fits(form string, tag text.Tag) bool {
	switch tag {
	case text.VBG:
		return strings.HasSuffix(form, "ing")
	case text.VBZ:
		return strings.HasSuffix(form, "s")
	case text.VBD, text.VBN:
		return !strings.HasSuffix(form, "ing") && !strings.HasSuffix(form, "s")
	case text.JJR, text.RBR:
		return strings.HasSuffix(form, "r")
	case text.JJS, text.RBS:
		return strings.HasSuffix(form, "st")
	}
	return true
}

// regularForms returns the regular forms of a verb by tag.
func regularForms(v string) map[text.Tag]string {
	ed, ing := v+"ed", v+"ing"
	n := len(v)
	vowel := func(i int) bool { return i >= 0 && strings.IndexByte("aeiou", v[i]) >= 0 }
	switch {
	case n < 2:
	case strings.HasSuffix(v, "ee") || strings.HasSuffix(v, "oe") || strings.HasSuffix(v, "ye"):
		ed = v + "d"
	case strings.HasSuffix(v, "ie"):
		ed, ing = v+"d", v[:n-2]+"ying"
	case v[n-1] == 'e':
		ed, ing = v+"d", v[:n-1]+"ing"
	case v[n-1] == 'y' && !vowel(n-2):
		ed = v[:n-1] + "ied"
	case n == 3 && !vowel(n-1) && vowel(n-2) && !vowel(n-3) && strings.IndexByte("wxy", v[n-1]) < 0,
		n == 4 && !vowel(n-1) && vowel(n-2) && !vowel(n-3) && !vowel(n-4) && strings.IndexByte("wxy", v[n-1]) < 0:
		ed, ing = v+v[n-1:]+"ed", v+v[n-1:]+"ing"
	}
	return map[text.Tag]string{text.VBD: ed, text.VBN: ed, text.VBG: ing, text.VBZ: plural(v)}
}

func plural(w string) string {
	n := len(w)
	switch {
	case n > 1 && w[n-1] == 'y' && strings.IndexByte("aeiou", w[n-2]) < 0:
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "x") || strings.HasSuffix(w, "z"):
		return w + "es"
	}
	return w + "s"
}

func eachLine(name string, do func(string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		do(scan.Text())
	}
	return scan.Err()
}
