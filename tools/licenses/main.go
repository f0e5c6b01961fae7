// Command licenses collects the licences of everything in the program into
// cmd/sayso/licenses.txt: the project's own, the NOTICE on its tables and
// weights, and those of the modules that the binary is linked with. It runs in
// tools/ and writes beside the program.
package main

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	var out bytes.Buffer
	for _, name := range []string{"LICENSE", "NOTICE"} {
		b, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			log.Fatal(err)
		}
		out.Write(b)
		out.WriteString("\n")
	}
	modules, err := linked()
	if err != nil {
		log.Fatal(err)
	}
	texts := map[string][]string{} // licence text to the modules under it
	var order []string
	for _, m := range modules {
		text, err := licence(m.dir)
		if err != nil {
			log.Fatalf("%s: %v", m.name, err)
		}
		if texts[text] == nil {
			order = append(order, text)
		}
		texts[text] = append(texts[text], m.name)
	}
	for _, text := range order {
		fmt.Fprintf(&out, "%s\n%s\n\n%s\n\n", strings.Repeat("=", 78), strings.Join(texts[text], "\n"), strings.TrimSpace(text))
	}
	if err := os.WriteFile("../cmd/sayso/licenses.txt", out.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

type module struct{ name, dir string }

// linked lists the modules that packages of the program come from, less those
// that the project puts its own in place of.
func linked() ([]module, error) {
	list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not (or .Main .Replace)}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/sayso")
	list.Dir, list.Stderr = "..", os.Stderr
	b, err := list.Output()
	if err != nil {
		return nil, err
	}
	var out []module
	for _, line := range strings.Split(string(b), "\n") {
		name, dir, ok := strings.Cut(line, "\t")
		if ok && !slices.Contains(out, module{name, dir}) {
			out = append(out, module{name, dir})
		}
	}
	slices.SortFunc(out, func(a, b module) int { return strings.Compare(a.name, b.name) })
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, err
	}
	return append([]module{{"The Go standard library", strings.TrimSpace(string(goroot))}}, out...), nil
}

// licence returns the licence texts in a module's folder.
func licence(dir string) (string, error) {
	var all []string
	for _, pattern := range []string{"LICEN[SC]E*", "COPYING*", "NOTICE*", "[Ll]icen[sc]e*"} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, f := range files {
			b, err := os.ReadFile(f)
			if text := string(b); err == nil && !slices.Contains(all, text) {
				all = append(all, text)
			}
		}
	}
	if len(all) == 0 {
		return "", fmt.Errorf("no licence file in it")
	}
	return strings.Join(all, "\n\n"), nil
}
