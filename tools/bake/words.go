package main

import (
	"strconv"
	"strings"

	"sayso/internal/lexicon"
)

// words are the single words of a language in lower case.
type words map[string]bool

// readCommonWords returns every word that WordNet has in small letters.
func readCommonWords(got fetched) (words, error) {
	w := words{}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		data, err := got.read("words", "usr/share/wordnet/data."+part)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(data)) {
			f := strings.Fields(line)
			if strings.HasPrefix(line, " ") || len(f) < 5 { // the licence stands in lines that begin with a blank
				continue
			}
			n, err := strconv.ParseInt(f[3], 16, 32)
			if err != nil {
				return nil, err
			}
			for i := range int(n) {
				if word := f[4+2*i]; word == strings.ToLower(word) && !strings.ContainsAny(word, "_.'-(") {
					w[word] = true
				}
			}
		}
	}
	for _, closed := range []string{"the", "of", "and", "or", "for", "with", "from", "this", "that", "these", "those", "they", "she", "his", "her",
		"its", "our", "who", "what", "when", "where", "which", "while", "if", "but", "as", "at", "by", "to", "into", "since", "until", "under", "than",
		"would", "could", "should", "shall", "may", "might", "must", "can", "had", "has", "was", "were", "are", "does", "did", "monday", "tuesday",
		"wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september",
		"october", "november", "december", "because", "although", "whose", "you", "your", "their", "them", "him", "ours", "us", "we", "my", "me"} {
		w[closed] = true
	}
	return w, nil
}

// has reports whether a folded name is a common word or an inflected one.
func (w words) has(name string) bool {
	if w[name] {
		return true
	}
	for _, end := range []string{"s", "es", "ed", "d", "ing", "er"} {
		if stem, found := strings.CutSuffix(name, end); found && len(stem) > 2 && (w[stem] || end == "ing" && w[stem+"e"]) {
			return true
		}
	}
	return false
}

// all reports whether every word of a name is common: "White House".
func (w words) all(name string) bool {
	for _, part := range strings.Fields(lexicon.Fold(name)) {
		if !w.has(part) {
			return false
		}
	}
	return true
}
