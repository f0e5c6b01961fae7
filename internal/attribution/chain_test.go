package attribution_test

import (
	"strings"
	"testing"

	"sayso"
	"sayso/internal/dateline"
	"sayso/internal/entity"
	"sayso/internal/text"
	"sayso/rules"
)

// told reads an article as far as attribution, with its front and entities.
func (b bench) told(t *testing.T, article *sayso.Article) sayso.Attribution {
	t.Helper()
	fronts, err := dateline.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	finder, err := entity.New(rules.FS)
	if err != nil {
		t.Fatal(err)
	}
	front, _ := fronts.Find(article)
	doc := text.Cut(article.Text)
	b.parser.Parse(doc)
	entities, _ := finder.Find(doc)
	found, _ := b.finder.Find(doc, front, article, entities, nil)
	if why := checkFound(doc, found); why != "" {
		t.Errorf("%s: %q", why, article.Text)
	}
	return found
}

func chainOf(c sayso.Claim) string {
	var hops []string
	for _, h := range c.Chain {
		hops = append(hops, string(h.Role)+" "+h.Name)
	}
	return strings.Join(hops, " > ")
}

func TestChains(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ name, text, words, chain string }{
		{"speaker", "The bridge was shut. Ann Ode said the steel was cracked.", "cracked", "speaker Ann Ode"},
		{"fullest name", "Ann Ode runs the harbour. Ode said the steel was cracked.", "cracked", "speaker Ann Ode"},
		{"agency", "HARBOURTON, May 3 (Reuters) - Ann Ode said the steel was cracked.", "cracked", "agency Reuters > speaker Ann Ode"},
		{"told a broadcaster", "Ann Ode told CNN that the steel was cracked.", "cracked", "outlet CNN > speaker Ann Ode"},
		{"interview", "In an interview with the Harbour Times, Ann Ode said the steel was cracked.", "cracked", "outlet Harbour Times > speaker Ann Ode"},
		{"statement", "Ann Ode said in a statement that the steel was cracked.", "cracked", "document statement > speaker Ann Ode"},
		{"tweet", "Ann Ode tweeted that the steel was cracked.", "cracked", "document tweet > speaker Ann Ode"},
		{"spokesman", "Jon Roe, a spokesman for the Harbour Board, said the steel was cracked.", "cracked", "spokesperson Jon Roe > speaker Harbour Board"},
		{"document alone", "The report said the steel was cracked.", "cracked", "document report"},
		{"citing", "The steel was cracked, CNN reported on Monday, citing the harbour board.", "cracked", "outlet CNN > speaker harbour board"},
		{"nameless", "Two officials said the steel was cracked.", "cracked", "speaker Two officials"},
	} {
		found := b.told(t, &sayso.Article{Text: c.text})
		got := "no claim"
		for _, claim := range found.Claims {
			if strings.HasSuffix(claim.Content[len(claim.Content)-1].Of(c.text), c.words) && claim.Within == 0 {
				got = chainOf(claim)
				break
			}
		}
		if got != c.chain {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.chain)
		}
	}
}

// A pronoun that fits goes on with who spoke last.
func TestSpeakerGoesOn(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ text, want string }{
		{"The head of the pilots' service told a briefing that the steel was cracked. The ferries were late, he said.",
			"speaker head of the pilots' service; speaker head of the pilots' service"},
		{"The harbour ministry said the steel was cracked. It said the bridge was shut.", "speaker harbour ministry; speaker harbour ministry"},
	} {
		var got []string
		for _, claim := range b.told(t, &sayso.Article{Text: c.text}).Claims {
			if claim.Within == 0 {
				got = append(got, chainOf(claim))
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, strings.Join(got, "; "), c.want)
		}
	}
}

// A medium goes on for as long as the same person speaks, and no longer.
func TestChainGoesOn(t *testing.T) {
	b := newBench(t)
	const s = "Ann Ode told CNN that the steel was cracked.\n\n\"We closed the bridge at once,\" Ode said.\n\nJon Roe said the ferry was late."
	var got []string
	for _, c := range b.told(t, &sayso.Article{Text: s}).Claims {
		if c.Within == 0 {
			got = append(got, chainOf(c))
		}
	}
	want := "outlet CNN > speaker Ann Ode; outlet CNN > speaker Ann Ode; speaker Jon Roe"
	if strings.Join(got, "; ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, "; "), want)
	}
}

func TestStances(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ text, kind, stance string }{
		{"The minister denied that the bridge had been closed.", "speech", "denied"},
		{"The minister admitted that the bridge was unsafe.", "speech", "admitted"},
		{"The minister promised to reopen the bridge.", "speech", "promised"},
		{"The minister threatened to close the harbour.", "speech", "threatened"},
		{"The minister refused to say when the bridge would reopen.", "speech", "declined"},
		{"The minister urged the board to reopen the bridge.", "order", "asked"},
		{"The minister asked whether the bridge was safe.", "question", "asked"},
		{"The minister doubted that the bridge was safe.", "belief", "doubted"},
		{"The minister did not say when the bridge would reopen.", "speech", "declined"},
		{"The minister alleged that the builders had hidden the cracks.", "speech", "alleged"},
		{"The minister believes that the bridge is safe.", "belief", "asserted"},
		{"The minister wants to reopen the bridge.", "intention", "asserted"},
	} {
		found := b.told(t, &sayso.Article{Text: c.text})
		if len(found.Claims) == 0 {
			t.Errorf("%s: no claim", c.text)
			continue
		}
		if got := found.Claims[0]; string(got.Kind) != c.kind || string(got.Stance) != c.stance {
			t.Errorf("%s: %s %s, want %s %s", c.text, got.Kind, got.Stance, c.kind, c.stance)
		}
	}
}

// A quotation that nobody is named for is doubtful, and a gap says so.
func TestQuotationWithoutSpeaker(t *testing.T) {
	b := newBench(t)
	const s = "The bridge was shut on Monday.\n\n\"We will never know what happened to the steel in there.\""
	found, gaps, _ := b.read(s, &sayso.Article{})
	at := int32(strings.Index(s, "never"))
	if voice, _ := found.VoiceAt(sayso.Span{Start: at, End: at + 5}); voice != sayso.VoiceUnclear {
		t.Errorf("voice %s, want unclear", voice)
	}
	if len(gaps) != 1 || gaps[0].Why != "quotation without a speaker" {
		t.Errorf("gaps %v", gaps)
	}
}

// What the outlet puts into a quotation is its own.
func TestInserts(t *testing.T) {
	b := newBench(t)
	const s = `"They [the pilots] came from the Harbour Front (banned in Seeland) groups," Ann Ode said.`
	found := b.told(t, &sayso.Article{Text: s})
	var got []string
	for _, c := range found.Claims {
		if c.Within != 0 {
			continue
		}
		for _, in := range c.Inserts {
			got = append(got, in.Of(s))
		}
	}
	if strings.Join(got, " ") != "[the pilots] (banned in Seeland)" {
		t.Errorf("inserts %q", got)
	}
}

func TestToldAgain(t *testing.T) {
	b := newBench(t)
	const s = "According to Ann Ode, the steel of the old bridge was cracked in two places.\n\nNobody crossed it.\n\n" +
		"The steel of the old bridge was cracked in two places, Ode said."
	found := b.told(t, &sayso.Article{Text: s})
	if n := len(found.Claims); n < 2 || found.Claims[n-1].SameAs != found.Claims[0].ID {
		t.Errorf("%d claims, the last not the first again: %+v", n, found.Claims)
	}
}
