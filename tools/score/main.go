// Command score runs every scorer on the project's readings and writes the
// figures as a table: docs/scores.md, so that each change shows what it did.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// figure is one number of a scorer: its key in the scorer's JSON and what it means.
type figure struct{ key, meaning string }

// measure is one scorer on one data set.
type measure struct {
	scorer, data string
	only         string // score this file of the folder as its gold.jsonl
	note         string // what to know before quoting the figures
	figures      []figure
}

var syntaxFigures = []figure{{"sentences", "sentences F1"}, {"words", "words F1"}, {"upos", "UPOS"}, {"xpos", "Penn tags"}, {"lemmas", "lemmas"},
	{"uas", "UAS"}, {"las", "LAS"}}

var measures = []measure{
	{scorer: "page", data: "page", note: "The weights were fit to these pages. Five folds by page give body .971 and lead .978 (`sayso train page` prints them).", figures: []figure{{"body_f1", "body, 4-gram F1"}, {"lead", "lead kept"}, {"title", "headline right"},
		{"date", "date right"}, {"authors", "authors right"}, {"segment_f1", "marked segments, F1"}}},
	{scorer: "dateline", data: "dateline", figures: []figure{{"all", "all exact"}, {"all_made", "hand-made ones, all exact"},
		{"false", "false datelines"}}},
	{scorer: "attribution", data: "attribution/dev", figures: []figure{{"content_f1", "content F1"}, {"content_source_f1", "content with source F1"},
		{"exact_source_f1", "exact source F1"}, {"exact_cue_f1", "exact cue F1"}, {"exact_content_f1", "exact content F1"},
		{"recall_direct", "recall, direct"}, {"recall_mixed", "recall, mixed"}, {"recall_indirect", "recall, indirect"}}},
	{scorer: "chain", data: "chain", note: "19 of the 21 articles are in the part that the attribution model learns from; models/README.md has the figures without them.", figures: []figure{{"found", "claims found"}, {"exact", "exact chain"}, {"speaker", "speaker right"},
		{"stance", "stance right"}, {"stance_marked", "stances other than asserted"}, {"kind", "kind right"}}},
	{scorer: "chain", data: "chain", only: "seed.jsonl", figures: []figure{{"exact", "exact chain"}, {"speaker", "speaker right"}}},
	{scorer: "time", data: "time", figures: []figure{{"value_f1", "value F1"}, {"strict_f1", "strict F1"}, {"relaxed_f1", "relaxed F1"},
		{"type_accuracy", "type"}, {"interval_accuracy", "interval"}}},
	{scorer: "time", data: "time", only: "seed.jsonl", figures: []figure{{"value_f1", "value F1"}, {"strict_f1", "strict F1"}}},
	{scorer: "place", data: "place", figures: []figure{{"recognition_f1", "recognition F1"}, {"accuracy_161", "within 161 km"},
		{"end_to_end_f1", "end to end F1"}}},
	{scorer: "place", data: "place", only: "seed.jsonl", figures: []figure{{"recognition_f1", "recognition F1"}, {"literal_accuracy", "literal or not"},
		{"country_accuracy", "country"}}},
	{scorer: "quantity", data: "quantity", figures: []figure{{"f1", "F1"}, {"number_f1", "number F1"}, {"bound_accuracy", "bound"},
		{"harm_accuracy", "harm"}, {"part_f1", "parts F1"}}},
	{scorer: "quantity", data: "quantity", only: "seed.jsonl", figures: []figure{{"f1", "F1"}}},
	{scorer: "event", data: "event", note: "The model that ships has learnt from these sentences. Five folds by article give binary .943, quad .895 and root .818, the rules alone .936, .885 and .815 (`sayso train events` prints them).", figures: []figure{{"typed_binary_f1", "binary macro-F1"}, {"typed_quad_f1", "quad macro-F1"}, {"typed_root_f1", "root macro-F1"},
		{"full_f1", "full triples F1"}, {"extra_per_100", "extra events per 100 sentences"}}},
	{scorer: "report", data: "report", figures: []figure{{"claims_content_f1", "claims, content F1"}, {"claims_source_f1", "claims with source F1"},
		{"events_lenient_f1", "events, lenient F1"}, {"events_strict_f1", "events, strict F1"}, {"extra_per_100", "extra events per 100 sentences"},
		{"realis", "realis"}, {"voice", "voice"}, {"said_as_fact", "said as fact (low is good)"},
		{"said_as_fact_found", "said as fact, of the found"}, {"outlet_in_claim", "outlet's events in claims (low is good)"}}},
	{scorer: "template", data: "template", figures: []figure{{"kind_f1", "incident kind F1"}, {"count_f1", "victim counts F1"}, {"slots_f1", "all slots F1"},
		{"attribution", "attribution class"}, {"attribution_of_named", "attribution class, of perpetrators named"}}},
	{scorer: "syntax", data: "syntax/dev/ewt.conllu", figures: syntaxFigures},
	{scorer: "syntax", data: "syntax/dev/gum.conllu", figures: syntaxFigures},
	{scorer: "ner", data: "ner", figures: []figure{{"exact", "all names F1"}, {"PER", "persons F1"}, {"ORG", "organisations F1"}, {"LOC", "places F1"}}},
}

func main() {
	sayso := flag.String("sayso", "bin/sayso", "the program")
	shared := flag.String("shared", "../shared", "folder with data and eval")
	out := flag.String("out", "docs/scores.md", "file to write")
	only := flag.String("only", "", "run only this scorer, and print instead of writing")
	flag.Parse()
	log.SetFlags(0)
	program, err := filepath.Abs(*sayso)
	if err != nil {
		log.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("# Accuracy\n\nWritten by `make score`: every figure on the open data, with the command that measures it.\n")
	b.WriteString("Scorers and data are not part of this repository; docs/codebook.md tells what the fields mean.\n")
	for _, m := range measures {
		if *only != "" && *only != m.scorer {
			continue
		}
		table, err := m.run(program, *shared)
		if err != nil {
			log.Fatalf("%s on %s: %v", m.scorer, m.data, err)
		}
		b.WriteString(table)
		log.Printf("%s on %s: done", m.scorer, m.data)
	}
	if *only != "" {
		fmt.Print(b.String())
		return
	}
	if err := os.WriteFile(*out, []byte(b.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}

// run scores one data set and returns its section.
func (m measure) run(program, shared string) (string, error) {
	data := filepath.Join(shared, "data", m.data)
	name := m.data
	if m.only != "" {
		dir, err := os.MkdirTemp("", "score")
		if err != nil {
			return "", err
		}
		defer os.RemoveAll(dir)
		gold, err := os.ReadFile(filepath.Join(data, m.only))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(dir, "gold.jsonl"), gold, 0o644); err != nil {
			return "", err
		}
		data, name = dir, m.data+"/"+m.only
	}
	command := exec.Command(filepath.Join(shared, "eval", "run"), m.scorer, data)
	shown := "eval/run " + m.scorer + " data/" + m.data
	if m.only != "" {
		shown += " (with " + m.only + " as its gold.jsonl)"
	}
	if m.scorer == "page" || m.scorer == "syntax" { // these run the program themselves
		command = exec.Command("python3", filepath.Join(shared, "eval", m.scorer+".py"), "run", data)
		shown = "eval/" + m.scorer + ".py run data/" + m.data
	}
	command.Env = append(os.Environ(), "SAYSO="+program)
	var errors bytes.Buffer
	command.Stderr = &errors
	printed, err := command.Output()
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, errors.String())
	}
	lines := strings.Split(strings.TrimSpace(string(printed)), "\n")
	var got map[string]any
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &got); err != nil {
		return "", fmt.Errorf("its last line is no JSON: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "\n## %s on %s\n\n`%s`\n\n", m.scorer, name, shown)
	if m.note != "" {
		b.WriteString(m.note + "\n\n")
	}
	b.WriteString("| figure | value |\n| --- | ---: |\n")
	for _, f := range m.figures {
		v, ok := got[f.key].(float64)
		if !ok {
			return "", fmt.Errorf("the scorer prints no %q: %s", f.key, lines[len(lines)-1])
		}
		fmt.Fprintf(&b, "| %s | %.3f |\n", f.meaning, v)
	}
	return b.String(), nil
}
