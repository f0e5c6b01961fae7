// Command sayso reads news and keeps on whose say-so every claim stands.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"sayso"
	"sayso/reader"
)

func main() {
	r, err := reader.New(reader.Options{})
	if err != nil {
		fmt.Fprintln(os.Stderr, "sayso:", err)
		os.Exit(1)
	}
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	dec, enc := json.NewDecoder(in), json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for {
		var a sayso.Article
		if err := dec.Decode(&a); err != nil {
			return
		}
		reading, err := r.Read(reader.Input{Article: a})
		if err != nil {
			fmt.Fprintln(os.Stderr, "sayso:", a.ID, err)
			continue
		}
		if err := enc.Encode(reading); err != nil {
			return
		}
	}
}
