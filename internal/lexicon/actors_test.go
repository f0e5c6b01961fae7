package lexicon

import (
	"strings"
	"testing"
)

var sectors = []string{"GOV", "OPP", "MIL"}

func TestActors(t *testing.T) {
	a, err := ParseActors("a.tsv", []byte("\ufeff# whom we follow\nname\tcode\tsector\tfrom\tto\r\n"+
		"The Osk Board\tARV\tGOV\t\t\r\nAnn Ode\tARV\tOPP\t\t1999-12-30\r\nAnn Ode\tARV\tGOV\t2000\t2008-05\r\nAnn Ode\tARV\tMIL\t2009\t\n"), sectors)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, first, last, want string }{
		{"Osk Board", "", "", "GOV"},
		{"the osk board", "1990-01-01", "2030-01-01", "GOV"},
		{"Ann Ode", "1980-01-01", "1980-01-01", "OPP"},
		{"Ann Ode", "1999-12-31", "1999-12-31", ""}, // between two offices
		{"ANN ODE", "2000-01-01", "2008-05-31", "GOV"},
		{"Ann Ode", "2008-01-01", "2008-12-31", ""}, // some days in office, some not
		{"Ann Ode", "2009-01-01", "2009-01-01", "MIL"},
		{"Ann Ode", "", "", ""}, // no day known
		{"Bob Ode", "2009-01-01", "2009-01-01", ""},
	} {
		x, ok := a.At(c.name, c.first, c.last)
		if x.Sector != c.want || ok != (c.want != "") {
			t.Errorf("%s %s %s: %+v, %v", c.name, c.first, c.last, x, ok)
		}
	}
	if !a.Knows("Ann Ode") || a.Knows("Ode") || a.Knows("") {
		t.Error("knows the wrong names")
	}
}

func TestActorsReportFaultyRows(t *testing.T) {
	for rows, want := range map[string]string{
		"Ann Ode\tARV\tGOV\t\n":                                      "a.tsv:2: 4 cells, want 5",
		"\tARV\tGOV\t\t\n":                                           "a.tsv:2: no name",
		"Ann Ode\tAR\tGOV\t\t\n":                                     `a.tsv:2: code is "AR"`,
		"Ann Ode\tArv\tGOV\t\t\n":                                    `a.tsv:2: code is "Arv"`,
		"Ann Ode\tARV\tGOVT\t\t\n":                                   `a.tsv:2: sector is "GOVT", want one of`,
		"Ann Ode\t\t\t\t\n":                                          "a.tsv:2: neither code nor sector",
		"Ann Ode\tARV\tGOV\tMay 2000\t\n":                            `a.tsv:2: from is "May 2000"`,
		"Ann Ode\tARV\tGOV\t2000\t2000-13\n":                         `a.tsv:2: to is "2000-13"`,
		"Ann Ode\tARV\tGOV\t2001\t2000\n":                            "a.tsv:2: it ends before it begins",
		"Ann Ode\tARV\tGOV\t2000\t2008\nann ode\tARV\tOPP\t2008\t\n": `a.tsv:3: "ann ode" has other codes on line 2`,
	} {
		_, err := ParseActors("a.tsv", []byte("name\tcode\tsector\tfrom\tto\n"+rows), sectors)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", rows, err, want)
		}
	}
	_, err := ParseActors("a.tsv", []byte("Ann Ode\tARV\tGOV\t\t\n"), sectors)
	if err == nil || !strings.Contains(err.Error(), "a.tsv:1: header is") {
		t.Errorf("no header: %v", err)
	}
}

func FuzzParseActors(f *testing.F) {
	f.Add("Ann Ode\tARV\tGOV\t2000\t2008\n", "Ann Ode", "2004-01-01")
	f.Add("\t\t\t\t\n\r\n#\n", "", "")
	f.Fuzz(func(t *testing.T, rows, name, day string) {
		a, err := ParseActors("a.tsv", []byte("name\tcode\tsector\tfrom\tto\n"+rows), sectors)
		if err != nil {
			if !strings.HasPrefix(err.Error(), "a.tsv:") {
				t.Errorf("an error without its place: %v", err)
			}
			return
		}
		if x, ok := a.At(name, day, day); ok && (!a.Knows(name) || x.Code == "" && x.Sector == "") {
			t.Errorf("%q: %+v", name, x)
		}
	})
}
