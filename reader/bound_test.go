package reader

import (
	"testing"

	"sayso"
)

// TestTimeBounds reads how the first event of a sentence lies to its time, from
// Thursday, 10 February 2022.
func TestTimeBounds(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"The rebels have besieged the city since 2014.", "since 2014"},
		{"The army shelled the port until January 19.", "until 2022-01-19"},
		{"The government will expel the envoys no later than Friday.", "by 2022-02-11"},
		{"Demonstrators marched in the capital on or before Friday.", "by 2022-02-04"},
		{"The militia has shelled the suburb ever since Monday.", "since 2022-02-07"},
		{"Militants attacked the base prior to Sunday.", "before 2022-02-06"},
		{"The police will arrest the strikers starting Monday.", "since 2022-02-14"},
		{"The government banned rallies until at least March 15.", "until 2022-03-15"},
		{"Protesters blocked the road up to Tuesday.", "until 2022-02-08"},
		{"Soldiers fought rebels from Monday to Wednesday.", "since 2022-02-07"},
		{"Rebels seized the town by Friday evening.", "by 2022-02-04TEV"},
		{"Police arrested the mayor before the vote on Sunday.", "before 2022-02-06"},
		{"The ceasefire held until Friday, when gunmen attacked a patrol.", "at 2022-02-04"},
		{"The two presidents met as early as 2009.", "at 2009"},
		{"The court jailed the editor on Wednesday.", "at 2022-02-09"},
	} {
		reading, err := r.Read(Input{Article: sayso.Article{Text: c.text, Published: "2022-02-10"}})
		if err != nil {
			t.Fatal(err)
		}
		have := ""
		if len(reading.Events) > 0 && reading.Events[0].Time > 0 {
			e := reading.Events[0]
			have = e.TimeBound + " " + reading.Times[e.Time-1].Value
		}
		if have != c.want {
			t.Errorf("%s: %q, want %q", c.text, have, c.want)
		}
	}
}
