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
	entities, _ := finder.Find(doc, nil)
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
		{"citing people", "The steel was cracked, CNN reported, citing a local aid group.", "cracked", "outlet CNN > speaker local aid group"},
		{"which cited", "The steel was cracked, according to CNN, which cited a rescue worker.", "cracked", "outlet CNN > speaker rescue worker"},
		{"radio", "The steel was cracked, according to Radio Delta.", "cracked", "outlet Radio Delta"},
		{"news agency", "Two pilots told the Vell News Agency that the steel was cracked.", "cracked", "agency Vell News Agency > speaker Two pilots"},
		{"parted phrase", "The steel was cracked, a United Nations report found.", "cracked", "document report"},
		{"seen by a medium", "A letter from the governor, seen by Radio Delta, warns that the steel was cracked.", "cracked", "outlet Radio Delta > document letter > speaker governor"},
		{"charge sheet", "The charge sheet alleges that the steel was cracked.", "cracked", "document sheet"},
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

// What carried a claim, named in its sentence, beside a document, or a sentence before.
func TestCarriers(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ text, words, chain string }{
		{"In a statement carried by state television, the army said it had retaken the town.", "retaken the town", "outlet state television > document statement > speaker army"},
		{"The army planned to shell the town, according to a document seen by the Daily Courier.", "shell the town", "outlet Daily Courier > document document"},
		{"A report in the Morning Post, citing two officials, said the rebels had mined the bridge.", "mined the bridge", "outlet Morning Post > speaker two officials"},
		{"In an interview with Channel 5, Ann Ode said the steel was cracked.", "cracked", "outlet Channel 5 > speaker Ann Ode"},
		{"The rebels said on their Telegram channel that they had sunk a ship.", "sunk a ship", "document post > speaker rebels"},
		{"Ann Ode spoke to the Daily Courier on Monday. The steel was cracked, she said.", "cracked", "outlet Daily Courier > speaker Ann Ode"},
		{"The Daily Courier asked for the file in May. The steel was cracked, Ann Ode told the paper.", "cracked", "outlet Daily Courier > speaker Ann Ode"},
		{"The steel was cracked, Ann Ode told this newspaper.", "cracked", "speaker Ann Ode"},
		{"The steel was cracked, Ann Ode was quoted as saying by state television.", "cracked", "outlet state television > speaker Ann Ode"},
		{"The steel was cracked, Harbour Wire quoted Ann Ode as saying.", "cracked", "outlet Harbour Wire > speaker Ann Ode"},
		{"The board issued a statement on Monday. The statement said the steel was cracked.", "cracked", "document statement > speaker board"},
		{"Ann Ode said in a letter that the bridge was shut. The letter also said that the steel was cracked.", "cracked", "document letter > speaker Ann Ode"},
		{"The board's statement read in part:\n\n\"We regret that the steel was cracked.\"\n\nThe bridge stayed shut.", "cracked.\"", "document statement > speaker board"},
		{"An army spokesman, Colonel Per Lund, said the steel was cracked.", "cracked", "spokesperson Per Lund > speaker army"},
		{"An army spokesman, Colonel Per Lund, said the bridge was open.\n\nA driver at the gate said he had seen the steel.\n\n\"It was cracked,\" he said.", "cracked,\"", "speaker driver"},
		{"A newspaper reported that the steel was cracked.", "cracked", "outlet newspaper"},
		{"Uferbote, a Swabian newspaper owned by the pilots, said the steel was cracked.", "cracked", "outlet Uferbote"},
		{"The steel was cracked, according to Ann Ode as quoted by Harbour Wire.", "cracked", "outlet Harbour Wire > speaker Ann Ode"},
		{"Sir Vince Ode, who replaced Ann Roe as head of the board in May, said the steel was cracked.", "cracked", "speaker Vince Ode"},
	} {
		got := "no claim"
		for _, claim := range b.told(t, &sayso.Article{Text: c.text}).Claims {
			if strings.HasSuffix(claim.Content[len(claim.Content)-1].Of(c.text), c.words) && claim.Within == 0 {
				got = chainOf(claim)
			}
		}
		if got != c.chain {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.chain)
		}
	}
}

// On what terms a source spoke is told with the source.
func TestTerms(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ text, terms string }{
		{`"They came at night," said a farmer who asked not to be named for fear of reprisals.`, "who asked not to be named for fear of reprisals"},
		{"Two officials, who spoke on condition of anonymity because they were not authorised to speak to the press, said the village had been shelled.",
			"who spoke on condition of anonymity because they were not authorised to speak to the press"},
		{"The village was shelled, a diplomat said, speaking on condition of anonymity.", "speaking on condition of anonymity"},
		{"The village was shelled, a diplomat said. He asked not to be named.", "He asked not to be named"},
		{"A French envoy said on condition of anonymity that Paris had told the army to leave.", "on condition of anonymity"},
		{"The village was shelled, a diplomat said.", ""},
	} {
		got := "no claim"
		for _, claim := range b.told(t, &sayso.Article{Text: c.text}).Claims {
			if claim.Source != nil && claim.Within == 0 {
				if got = ""; claim.Source.Terms != nil {
					got = claim.Source.Terms.Of(c.text)
				}
				break
			}
		}
		if strings.TrimPrefix(got, "He ") != strings.TrimPrefix(c.terms, "He ") {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.terms)
		}
	}
}

// An interview's turns are those of its labels; "A" leaves open who answers.
func TestInterview(t *testing.T) {
	b := newBench(t)
	const s = "Ann Ode runs the harbour.\n\nQ: Did the board close the bridge?\n\nA: No. The steel was cracked.\n\nIt broke in May.\n\nQ: Who closed it?\n\nA: The mayor."
	var got []string
	for _, c := range b.told(t, &sayso.Article{Text: s}).Claims {
		if c.Within == 0 {
			got = append(got, string(c.Stance)+" "+c.Content[0].Of(s)+" "+chainOf(c))
		}
	}
	want := "asked Did the board close the bridge? |asserted No. The steel was cracked.\n\nIt broke in May |asked Who closed it? |asserted The mayor "
	if strings.Join(got, "|") != want {
		t.Errorf("got  %q\nwant %q", strings.Join(got, "|"), want)
	}
}

// A headline hands its words to whoever it names, before or after.
func TestHeadlines(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ headline, source, content string }{
		{"Marland prosecutors count 225 bodies", "Marland prosecutors", "225 bodies"},
		{"Toll from ferry fire rises to 12, ministry says", "ministry", "Toll from ferry fire rises to 12"},
		{"UN warns of famine in Marne", "UN", "famine in Marne"},
		{"Police: three held over fire on Arven ferry", "Police", "three held over fire on Arven ferry"},
		{"Rebels killed 40 soldiers in north: source", "source", "Rebels killed 40 soldiers in north"},
		{"Army shells market, killing nine – rights group", "rights group", "Army shells market, killing nine"},
		{"'They shot at us': survivors of Marne raid", "survivors of Marne raid", "'They shot at us'"},
		{"Officials put toll from Marne flood at 60", "Officials", "toll from Marne flood at 60"},
		{"Ministry knew of flood risk, Courier learns", "Courier", "Ministry knew of flood risk"},
		{"Army denies shelling school as toll rises to 12", "Army", "shelling school"},
		{"Rebels seize border town", "", ""},
	} {
		text := c.headline + "\n\nThe day passed."
		source, content := "", ""
		if found := b.told(t, &sayso.Article{Headline: c.headline, Text: text}).Claims; len(found) > 0 {
			content = found[0].Content[0].Of(text)
			if found[0].Source != nil {
				source = found[0].Source.Span.Of(text)
			}
		}
		if source != c.source || content != c.content {
			t.Errorf("%s: %q says %q, want %q says %q", c.headline, source, content, c.source, c.content)
		}
	}
}
