package dateline

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sayso"
	"sayso/internal/text"
	"sayso/rules"
)

func finder(tb testing.TB) *Finder {
	tb.Helper()
	f, err := New(rules.FS)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// TestStyles reads the beginnings of stories in the styles of many agencies.
// want is place | region | date | agency as the dateline prints them; "" where
// there is no dateline.
func TestStyles(t *testing.T) {
	const rest = "The harbour was closed to ships on the orders of its master, two clerks said."
	f := finder(t)
	for _, c := range []struct{ line, want string }{
		{"OSLO, March 4 (Reuters) - ", "OSLO||2020-03-04|Reuters"},
		{"OSLO (Reuters) - ", "OSLO|||Reuters"},
		{"OSLO, March 4, 2019 (AFP) - ", "OSLO||2019-03-04|AFP"},
		{"Oslo, Norway (AFP) - ", "Oslo|Norway||AFP"},
		{"ODESA, Ukraine (AP) — ", "ODESA|Ukraine||AP"},
		{"ODESA, Ukraine (AP) _ ", "ODESA|Ukraine||AP"},
		{"BATON ROUGE, La. (AP) -- ", "BATON ROUGE|La.||AP"},
		{"ST. LOUIS, Mo., March 4 (UPI) -- ", "ST. LOUIS|Mo.|2020-03-04|UPI"},
		{"ST. PETERSBURG, March 4. /TASS/. ", "ST. PETERSBURG||2020-03-04|TASS"},
		{"MINSK, March 4. /ITAR-TASS/. ", "MINSK||2020-03-04|ITAR-TASS"},
		{"MINSK. March 4 (Interfax) - ", "MINSK||2020-03-04|Interfax"},
		{"MINSK, March 4 (Sputnik) – ", "MINSK||2020-03-04|Sputnik"},
		{"MINSK, March 4 - RIA Novosti. ", "MINSK||2020-03-04|RIA Novosti"},
		{"MINSK, 4 March (BelTA) – ", "MINSK||2020-03-04|BelTA"},
		{"WUHAN, March 4 (Xinhua) -- ", "WUHAN||2020-03-04|Xinhua"},
		{"OSAKA, March 4, Kyodo - ", "OSAKA||2020-03-04|Kyodo"},
		{"Osaka, March 4 (Jiji Press)--", "Osaka||2020-03-04|Jiji Press"},
		{"Patna, Mar 4 (PTI) ", "Patna||2020-03-04|PTI"},
		{"Patna, March 4 (IANS): ", "Patna||2020-03-04|IANS"},
		{"Patna (Bihar) [India], March 4 (ANI): ", "Patna|Bihar, India|2020-03-04|ANI"},
		{"New Delhi [India], March 4 (ANI): ", "New Delhi|India|2020-03-04|ANI"},
		{"QUETTA, Mar 04 (APP): ", "QUETTA||2020-03-04|APP"},
		{"(ANSA) - ROME, MAR 4 - ", "ROME||2020-03-04|ANSA"},
		{"Rome, 4 March (AKI) - ", "Rome||2020-03-04|AKI"},
		{"Quito, 4 mar (EFE).- ", "Quito||2020-03-04|EFE"},
		{"Quito, Mar 4 (EFE).- ", "Quito||2020-03-04|EFE"},
		{"Bonn (dpa) - ", "Bonn|||dpa"},
		{"Bonn (dpa/tmn) - ", "Bonn|||dpa/tmn"},
		{"ANKARA (AA) – ", "ANKARA|||AA"},
		{"YEREVAN, MARCH 4, ARMENPRESS. ", "YEREVAN||2020-03-04|ARMENPRESS"},
		{"YEREVAN, March 4. /ARKA/. ", "YEREVAN||2020-03-04|ARKA"},
		{"ASTANA. KAZINFORM - ", "ASTANA|||KAZINFORM"},
		{"Baku, Azerbaijan, March 4 Trend: ", "Baku|Azerbaijan|2020-03-04|Trend"},
		{"Baku, March 4, AZERTAC ", ""},
		{"ABU DHABI, 4th March, 2020 (WAM) -- ", "ABU DHABI||2020-03-04|WAM"},
		{"KUWAIT CITY, March 4 (KUNA) -- ", "KUWAIT CITY||2020-03-04|KUNA"},
		{"Abuja, March 4, 2020 (NAN) ", "Abuja||2020-03-04|NAN"},
		{"Accra, March 4, GNA - ", "Accra||2020-03-04|GNA"},
		{"Addis Ababa, March 4/2020 (ENA) ", "Addis Ababa||2020-03-04|ENA"},
		{"NAIROBI, Mar 4 2020 (IPS) - ", "NAIROBI||2020-03-04|IPS"},
		{"BAMAKO, 4 March 2020 (IRIN) - ", "BAMAKO||2020-03-04|IRIN"},
		{"LIMA, 4 MAR 90 (EFE) -- [TEXT] ", "LIMA||1990-03-04|EFE"},
		{"DENVER, March 4, 2020 /PRNewswire/ -- ", "DENVER||2020-03-04|PRNewswire"},
		{"DENVER--(BUSINESS WIRE)--", "DENVER|||BUSINESS WIRE"},
		{"PERTH, WA, AUSTRALIA, March 4, 2020 /EINPresswire.com/ -- ", "PERTH|WA, AUSTRALIA|2020-03-04|EINPresswire.com"},
		{"VANCOUVER, BC / ACCESSWIRE / March 4, 2020 / ", "VANCOUVER|BC|2020-03-04|ACCESSWIRE"},
		{"TORONTO, ON--(Marketwired - March 4, 2020) - ", "TORONTO|ON|2020-03-04|Marketwired"},
		{"NEW YORK/GENEVA, 4 March 2020 – ", "NEW YORK/GENEVA||2020-03-04|"},
		{"GENEVA (4 March 2020) – ", "GENEVA||2020-03-04|"},
		{"(Tunis, March 4, 2020) – ", "Tunis||2020-03-04|"},
		{"(Tunis) – ", "Tunis|||"},
		{"KYIV, Ukraine — ", "KYIV|Ukraine||"},
		{"LAGOS, Nigeria, March 4 — ", "LAGOS|Nigeria|2020-03-04|"},
		{"LONDON, Wednesday, March 4 — ", "LONDON||2020-03-04|"},
		{"ABOARD THE RESCUE SHIP ALBA (AP) — ", "ABOARD THE RESCUE SHIP ALBA|||AP"},
		{"N'DJAMENA, March 4 (Reuters) - ", "N'DJAMENA||2020-03-04|Reuters"},
		{"BUENOS AIRES/SÃO PAULO, March 4 (Reuters) - ", "BUENOS AIRES/SÃO PAULO||2020-03-04|Reuters"},
		{"ATHENS, Greece (CNN) -- ", "ATHENS|Greece||CNN"},
		{"MUMBAI: ", "MUMBAI|||"},
		{"Mumbai: ", "Mumbai|||"},
		{"CAIRO - 4 March 2020: ", "CAIRO||2020-03-04|"},
		{"Pyongyang, March 4 Juche 109 (2020) (KCNA) -- ", "Pyongyang||2020-03-04|KCNA"},
		{"Erbil (Northern Courier) – ", "Erbil|||Northern Courier"},
		{"ERBIL / NINA / -- ", "ERBIL|||NINA"},
		{"OSLO, March 4. /TASS correspondent A. Berg/. ", "OSLO||2020-03-04|TASS"},
		{"OSLO, March 4.--(AP)--", "OSLO||2020-03-04|AP"},
		{"ASTANA. March 4. KAZINFORM ", "ASTANA||2020-03-04|KAZINFORM"},
		{"Kampala, Uganda | THE NORTHERN COURIER | ", "Kampala|Uganda||THE NORTHERN COURIER"},
		{"March 4, 2020 (JUBA) – ", "JUBA||2020-03-04|"},
		{"AT THE SEA BORDER, March 4 (Reuters) - ", "AT THE SEA BORDER||2020-03-04|Reuters"},
		{"(Reuters) - ", "|||Reuters"},
		{"TASS, March 4. ", "||2020-03-04|TASS"},
		{"March 4 (Bloomberg) -- ", "||2020-03-04|Bloomberg"},
		{"BY ANN SMITH, REUTERS ", ""},
		{"RYE AVERAGE PRICE - MARCH 4 - ", ""},
		{"UPDATE 2 - ", ""},
		{"PRESS DIGEST, March 4 - ", ""},
		{"Monday, March 4 – ", ""},
		{"WTO - ", ""},
		{"ALBANO - ", ""},
		{"DIARY - Political events to March 4 - ", ""},
		{"In Oslo, March 4 was a holiday. ", ""},
		{"ROME, PARIS and OSLO were asked. ", ""},
	} {
		a := sayso.Article{Published: "2020-03-05", Text: c.line + rest}
		f.Find(&a)
		got := ""
		if d := a.Dateline; d != nil {
			got = strings.Join([]string{d.Place, d.Region, d.Date, d.Agency}, "|")
			if want := strings.TrimRight(strings.TrimSuffix(strings.TrimSpace(c.line), " [TEXT]"), " -–—_"); c.want != "" && d.Span.Of(a.Text) != strings.TrimPrefix(want, "(ANSA) - ") {
				t.Errorf("%q: span %q", c.line, d.Span.Of(a.Text))
			}
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.line, got, c.want)
		}
	}
}

// TestCitiesAreKnown checks what the tables make of names: cities as GeoNames
// and as English writes them, and none that are as often something else.
func TestCitiesAreKnown(t *testing.T) {
	f := finder(t)
	for name, want := range map[string]bool{"Oslo": true, "OSLO": true, "Nam Định": true, "NAM DINH": true, "Ağrı": true, "Agri": true, "N’Djamena": true, "Ndjamena": true,
		"Halle": true, "Halle (Saale)": false, "Cologne": true, "Saigon": true, "Reading": false, "Jackson": false, "Sector 1": false, "": false} {
		if f.tables.cities[fold(name)] != want {
			t.Errorf("%q: %v", name, !want)
		}
	}
	if got := fold("Грозный Ağrı"); got != "грозный agri" {
		t.Errorf("folded: %q", got)
	}
}

func TestYearIsReckonedFromTheWeekday(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ text, published, why string }{
		{"TUNIS, March 6 (AFP) - Bakers said on Friday that flour was short, as in 2017.", "2020-03-06",
			"Friday 6 March; the text names 2017; first such year since: 2020"},
		{"TUNIS, March 6 (AFP) - Bakers said that flour was short, as in 2017.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers said on Friday that flour was short.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers said on Friday that flour had cost 2017 dinars.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers said on Friday that 2017 people had queued.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers said on Friday that by 2030 there will be no flour.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers will meet on Friday to talk of the shortage of 2017.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers met last Friday, for the first time since 2017.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers met yesterday. On Friday, a law of 2017 lapsed.", "", ""},
		{"TUNIS, March 6 (AFP) - Bakers say that flour is short, as in 2017.\n\nThey met on Friday.", "", ""},
		{"TUNIS, Feb 29 (AFP) - Bakers struck on Saturday over a law of 2013.", "2020-02-29",
			"Saturday 29 February; the text names 2013; first such year since: 2020"},
	} {
		a := sayso.Article{Text: c.text}
		_, gaps := f.Find(&a)
		if a.Published != c.published || a.PublishedWhy != c.why {
			t.Errorf("%s\n got %q because %q", c.text, a.Published, a.PublishedWhy)
		}
		if c.published == "" && (!strings.HasPrefix(a.Dateline.Date, "XXXX-") || len(gaps) == 0) {
			t.Errorf("%s\n dateline %+v, gaps %v: want an open year and a gap", c.text, a.Dateline, gaps)
		}
	}
}

func TestYearFollowsPublication(t *testing.T) {
	f := finder(t)
	for _, c := range []struct{ date, published, want string }{
		{"Dec 31", "2013-01-01", "2012-12-31"},
		{"Jan 1", "2012-12-31T20:00:00-05:00", "2013-01-01"},
		{"Feb 29", "2021-02-10", "2020-02-29"},
		{"July 8", "2019-07-08T10:00:00Z", "2019-07-08"},
	} {
		a := sayso.Article{Published: c.published, Text: "SUVA, " + c.date + " (AFP) - Rain fell."}
		f.Find(&a)
		if a.Dateline.Date != c.want || a.PublishedFrom != sayso.PublishedGiven || a.Published != c.published {
			t.Errorf("%s, published %s: got %s, %s", c.date, c.published, a.Dateline.Date, a.PublishedFrom)
		}
	}
}

func TestFront(t *testing.T) {
	f := finder(t)
	const lead = "Ferry crews in the strait walked out on Monday over pay, the harbour board said."
	for _, c := range []struct {
		name, text                                    string
		headline, standfirst, byline, body, published string
		outside                                       []string
		status                                        sayso.Status
	}{
		{name: "navigation, headline, standfirst, dateline",
			text:     "All news\n\nFerries stay in port as crews strike\n\nCrews want a tenth more\n\nSUVA, March 2 (AFP) - " + lead + "\n\nTalks resume soon.\n\n(Reporting by Ann Smith)",
			headline: "Ferries stay in port as crews strike", standfirst: "Crews want a tenth more", body: "SUVA, March 2 (AFP) - " + lead + "\n\nTalks resume soon.",
			outside: []string{"All news", "(Reporting by Ann Smith)"}},
		{name: "old wire",
			text:     "FERRIES STAY IN PORT\n    By Ann Smith, Reuters\n    SUVA, March 2 - Ferry crews in the strait walked out over\npay, the harbour board said.\n    Talks resume soon.\n REUTER",
			headline: "FERRIES STAY IN PORT", byline: "Ann Smith", body: "SUVA, March 2 - Ferry crews in the strait walked out over\npay, the harbour board said.\n    Talks resume soon.", outside: []string{"REUTER"}},
		{name: "no dateline", text: "Ferries stay in port as crews strike\n\n" + lead + " No date was set for talks.",
			headline: "Ferries stay in port as crews strike", body: lead + " No date was set for talks."},
		{name: "a date of its own", text: "Ferries stay in port as crews strike\n\nMonday, March 2, 2020\n\n" + lead,
			headline: "Ferries stay in port as crews strike", published: "2020-03-02", outside: []string{"Monday, March 2, 2020"}, body: lead},
		{name: "correction", text: "CORRECTED-Ferries stay in port as crews strike\n\n(Corrects day in first paragraph)\n\nSUVA (Reuters) - " + lead,
			headline: "CORRECTED-Ferries stay in port as crews strike", status: sayso.StatusCorrection, outside: []string{"(Corrects day in first paragraph)"}, body: "SUVA (Reuters) - " + lead},
		{name: "update", text: "Ferries stay in port\n\n* Adds quotes\n\nSUVA (Reuters) - " + lead, headline: "Ferries stay in port",
			status: sayso.StatusUpdate, outside: []string{"* Adds quotes"}, body: "SUVA (Reuters) - " + lead},
		{name: "another story's dateline far below", text: "Ferries stay in port\n\n" + lead + " " + lead + "\n\n" + lead + " " + lead + "\n\nROME (Reuters) - Bread rose in price on Monday, bakers said.", headline: "Ferries stay in port",
			body: lead + " " + lead + "\n\n" + lead + " " + lead + "\n\nROME (Reuters) - Bread rose in price on Monday, bakers said."},
		{name: "line breaks lost", text: "By Ann Smith SUVA, March 2 (Reuters) - " + lead + "\n\nTalks resume soon.", byline: "Ann Smith", body: "SUVA, March 2 (Reuters) - " + lead + "\n\nTalks resume soon."},
		{name: "headline of two lines", text: "Ferries stay in port;\nCrews want a tenth more.\n\n" + lead, headline: "Ferries stay in port;", standfirst: "Crews want a tenth more.", body: lead},
		{name: "one paragraph", text: lead, body: lead},
		{name: "two paragraphs of one report", text: lead + "\n\nOn Friday the board had offered half of that, and the crews had laughed.", body: lead + "\n\nOn Friday the board had offered half of that, and the crews had laughed."},
		{name: "an advertisement between", text: lead + "\n\nADVERTISEMENT\n\nTalks resume soon, the board said in a short notice on its door.", outside: []string{"ADVERTISEMENT"},
			body: lead + "\n\nADVERTISEMENT\n\nTalks resume soon, the board said in a short notice on its door."},
		{name: "empty"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := sayso.Article{Text: c.text}
			front, _ := f.Find(&a)
			for _, p := range []struct{ what, got, want string }{{"headline", front.Headline.Of(c.text), c.headline},
				{"standfirst", front.Standfirst.Of(c.text), c.standfirst}, {"byline", a.Byline, c.byline}, {"body", front.Body.Of(c.text), c.body},
				{"published", a.Published, c.published}, {"status", string(a.Status), string(c.status)}} {
				if p.got != p.want {
					t.Errorf("%s: got %q, want %q", p.what, p.got, p.want)
				}
			}
			var outside []string
			for _, s := range front.Outside {
				outside = append(outside, s.Of(c.text))
			}
			if strings.Join(outside, "|") != strings.Join(c.outside, "|") {
				t.Errorf("outside: got %q, want %q", outside, c.outside)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	finder := finder(f)
	f.Add("Home\n\nSUVA, March 2 (AFP) - Rain fell on Monday, as in 2018.\n\n(Reporting by A. B.)", "")
	f.Add("(ANSA) - ROME, MAR 4 - X", "2020-01-01")
	f.Add("A/B. (C) [D] / E - 1.2.2020 'f", "x")
	f.Fuzz(func(t *testing.T, s, published string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		a := sayso.Article{Text: s, Published: published}
		b := a
		front, gaps := finder.Find(&a)
		again, _ := finder.Find(&b)
		if front.Body != again.Body || front.Dateline != again.Dateline || len(front.Outside) != len(again.Outside) {
			t.Fatal("two readings differ")
		}
		check := func(sp sayso.Span) {
			if sp.Start < 0 || sp.Start > sp.End || int(sp.End) > len(s) || !utf8.ValidString(s[sp.Start:sp.End]) {
				t.Fatalf("span %v in %d bytes", sp, len(s))
			}
		}
		for _, sp := range append([]sayso.Span{front.Headline, front.Standfirst, front.Byline, front.Dateline, front.Lead, front.Body}, front.Outside...) {
			check(sp)
		}
		if a.Dateline != nil {
			check(a.Dateline.Span)
		}
		for _, g := range gaps {
			if g.Span != nil {
				check(*g.Span)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	f := finder(b)
	s := "Ferries stay in port\n\nSUVA, March 2 (AFP) - Crews walked out on Monday.\n\n" + strings.Repeat("The board said nothing of the offer it had made in 2019. ", 200)
	var front text.Front
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		a := sayso.Article{Text: s}
		front, _ = f.Find(&a)
	}
	_ = front
}
