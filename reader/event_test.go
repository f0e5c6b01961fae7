package reader

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"sayso"
)

// TestNoEventsWhereThereArePoliticsNone reads sets of a hundred sentences and more on weather, sport, business,
// the arts, health, accidents, history, school, home and animals, full of words of war.
func TestNoEventsWhereThereArePoliticsNone(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"nonevents.txt", "nonevents-second.txt", "nonevents-third.txt", "nonevents-fourth.txt"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		sentences, found := 0, []string{}
		for line := range strings.Lines(string(b)) {
			sentences++
			for _, e := range readText(t, r, strings.TrimSpace(line)).Events {
				found = append(found, fmt.Sprintf("%s by %s in %s", e.Type, e.By, strings.TrimSpace(line)))
			}
		}
		if sentences < 100 {
			t.Errorf("%s: %d sentences, want a hundred", name, sentences)
		}
		if 50*len(found) > sentences {
			t.Errorf("%s: %d events, at most 2 in a hundred:\n%s", name, len(found), strings.Join(found, "\n"))
		}
	}
}

// TestEvents reads one sentence each and wants these events: type, trigger,
// actors > recipients, realis and aspect, in text order.
func TestEvents(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Ruritanian troops shelled the town of Osk on Monday.", "ASSAULT shelled: Ruritanian troops > the town actual"},
		{"The town was shelled by the army for three hours.", "ASSAULT shelled: the army > The town actual"},
		{"The shelling of the village by rebel fighters went on all night.", "ASSAULT shelling: rebel fighters > the village actual ongoing"},
		{"Police arrested two students and a teacher.", "COERCE arrested: Police > two students, a teacher actual"},
		{"Armed men on motorcycles attacked the market on Sunday.", "ASSAULT attacked: Armed men > the market actual"},
		{"Not a single soldier was killed in the town.", "ASSAULT killed:  > a single soldier negated"},
		{"No one was arrested during the protest.", "COERCE arrested:  > one negated; PROTEST protest:  >  actual"},
		{"The prime minister will visit Norway next week.", "AGREE visit: The prime minister > Norway planned"},
		{"The government said it would not release the prisoners.", "REJECT release: it > the prisoners actual"},
		{"The rebels tried to storm the palace.", "ASSAULT storm: The rebels > the palace failed"},
		{"The minister condemned the bombing of the mosque.", "ACCUSE condemned: The minister > the bombing actual; ASSAULT bombing:  > the mosque actual"},
		{"The two countries agreed to share intelligence.", "AGREE agreed: The two countries >  actual"},
		{"Thousands marched against the new law in the capital.", "PROTEST marched: Thousands > the new law actual"},
		{"Workers at the mine went on strike on Tuesday.", "PROTEST strike: Workers >  actual"},
		{"If the army attacks the city, thousands will flee.", "ASSAULT attacks: the army > the city hypothetical"},
		{"The court sentenced the former general to ten years in prison.", "COERCE sentenced: The court > the former general actual"},
		{"Denmark imposed sanctions on the regime.", "COERCE imposed: Denmark > the regime actual"},
		{"The state of emergency lasted until May 4.", "COERCE state of emergency:  >  actual ends"},
		{"Norway sent 40 tonnes of food to the refugees.", "AID sent: Norway > the refugees actual"},
		{"The envoy met the rebel leader in Geneva.", "CONSULT met: The envoy, the rebel leader >  actual"},
		{"The army withdrew its troops from the border province.", "RETREAT withdrew: The army >  actual"},
		{"The colonel threatened to bomb the dam.", "THREATEN threatened: The colonel > the dam actual"},
		{"The chancellor described the unrest as an attempted coup.", "PROTEST unrest:  >  actual; ASSAULT coup:  >  failed"},
		{"The situation in the country has stabilised, officials said.", ""},
		{"Parents demanded a reform of the school law.", "REQUEST demanded: Parents >  actual"},
		{"Students protested against higher fees.", "PROTEST protested: Students >  actual"},
		{"Nurses demanded that the government raise wages.", "REQUEST demanded: Nurses > the government actual"},
		{"A court rejected the appeal of the jailed opposition leader.", "REJECT rejected: A court > the jailed opposition leader actual"},
		{"The president of the republic praised the army.", "SUPPORT praised: The president of the republic > the army actual"},
		{"Gunmen killed a mayor and kidnapped two aides.", "ASSAULT killed: Gunmen > a mayor actual; ASSAULT kidnapped: Gunmen > two aides actual"},
		{"Gunmen kill mayor, kidnap two aides in Osk", "ASSAULT kill: Gunmen > mayor actual; ASSAULT kidnap: Gunmen > two aides actual"},
		{"Rebels attacked a village, burned houses and abducted nine girls.", "ASSAULT attacked: Rebels > a village actual; ASSAULT burned: Rebels > houses actual; ASSAULT abducted: Rebels > nine girls actual"},
		{"The army bombed the port, seized the bridge and arrested 20 people.", "ASSAULT bombed: The army > the port actual; COERCE seized: The army > the bridge actual; COERCE arrested: The army > 20 people actual"},
		{"The convoy was attacked near the border.", "ASSAULT attacked:  > The convoy actual"},
		{"Opposition slams president over budget", "ACCUSE slams: Opposition > president actual"},
		{"The minister attacks the opposition over its budget.", "ACCUSE attacks: The minister > the opposition actual"},
		{"The opposition attacked the government's handling of the crisis.", "ACCUSE attacked: The opposition > the government actual"},
		{"Thousands joined protests over fuel prices.", "PROTEST protests: Thousands >  actual"},
		{"Police used tear gas on Monday against the crowd.", "ASSAULT used: Police > the crowd actual"},
		{"Fighting broke out between the two militias on Monday.", "ASSAULT Fighting: the two militias >  actual begins"},
		{"Police arrested the editor, two reporters and a driver.", "COERCE arrested: Police > the editor, two reporters, a driver actual"},
		{"Security forces foiled a plot to bomb the embassy.", "ASSAULT bomb:  > the embassy failed"},
		{"A bomber attacked a police station, killing six officers.", "ASSAULT attacked: A bomber > a police station, six officers actual"},
		{"The prime minister arrived in Oslo for a two-day visit.", "CONSULT arrived: The prime minister > Oslo actual"},
		{"The parliament passed a law that restricts foreign charities.", "COERCE restricts:  > foreign charities actual"},
		{"The United States gave the army helicopters.", "AID gave: The United States > the army actual"},
		{"The Free Valley Front claimed responsibility for the attack on the barracks.", "ASSAULT attack: The Free Valley Front > the barracks actual"},
		{"Guerrillas of the Free Valley Front kidnapped about 50 farmers.", "ASSAULT kidnapped: Guerrillas of the Free Valley Front > about 50 farmers actual"},
		{"Authorities blamed the Red Dawn Front for the bombing of the pipeline.", "ACCUSE blamed: Authorities > the Red Dawn Front actual; ASSAULT bombing: the Red Dawn Front > the pipeline actual"},
		{"The rebels were behind the attack on the mayor.", "ASSAULT attack: The rebels > the mayor actual"},
		{"The QRL kidnapped the engineer in the war zone.", "ASSAULT kidnapped: The QRL > the engineer actual"},
		{"QRL columns abducted 30 young men.", "ASSAULT abducted: QRL columns > 30 young men actual"},
		{"THE WHITE PATH MURDERED FIVE PEASANTS.", "ASSAULT MURDERED: THE WHITE PATH > FIVE PEASANTS actual"},
		{"The bomb was planted by members of the QRL.", "ASSAULT planted: members of the QRL >  actual"},
		{"The Free Valley Front claimed responsibility for killing the general.", "ASSAULT killing: The Free Valley Front > the general actual"},
		{"The kidnapping of the two engineers was claimed by the Free Valley Front.", "ASSAULT kidnapping: the Free Valley Front > the two engineers actual"},
		{"The attack was the work of the rebels, a spokesman said.", "ASSAULT attack: the rebels >  actual"},
		{"THE QRL HAS RESUMED ITS ATTACKS ON MILITARY GARRISONS.", "ASSAULT ATTACKS: THE QRL > MILITARY GARRISONS actual begins"},
		{"The army shelled and burned the rebel village.", "ASSAULT shelled: The army > the rebel village actual; ASSAULT burned: The army > the rebel village actual"},
		{"A spokesman for the Stranglers claimed responsibility for the burning of a bus.", "ASSAULT burning: the Stranglers >  actual"},
		{"Guerrillas have taken 14 teachers hostage.", "ASSAULT hostage: Guerrillas > 14 teachers actual"},
	} {
		got := []string{}
		reading := readText(t, r, c.text)
		text := reading.Article.Text
		for _, e := range reading.Events {
			sides := [2][]string{}
			for i, list := range [][]sayso.Participant{e.Actors, e.Recipients} {
				for _, p := range list {
					sides[i] = append(sides[i], p.Span.Of(text))
				}
			}
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s: %s > %s %s %s", e.Type, e.Trigger.Of(text), strings.Join(sides[0], ", "),
				strings.Join(sides[1], ", "), e.Realis, e.Aspect)))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
		}
	}
}

// TestNameBesideABand holds that a band set beside its name means that body.
func TestNameBesideABand(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := readText(t, r, "A commando unit, the \"Arn Ode Civic Force\", claimed responsibility for the attack that killed the mayor.")
	for _, e := range got.Events {
		if len(e.Actors) == 1 && e.Actors[0].Entity != 0 && strings.HasSuffix(got.Entities[e.Actors[0].Entity-1].Name, "Arn Ode Civic Force") {
			return
		}
	}
	t.Errorf("got %+v", got.Events)
}

// TestDoubtfulDoerIsNotTheOutletsFact holds that an act stands on nobody's word in
// particular where a hedge alone names its doer.
func TestDoubtfulDoerIsNotTheOutletsFact(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := readText(t, r, "The mayor was killed on Monday, apparently by a rebel group.")
	if len(got.Events) != 1 || len(got.Events[0].Actors) != 1 || got.Events[0].Voice != sayso.VoiceSource || got.Claims[got.Events[0].Claim-1].Stance != sayso.Alleged {
		t.Errorf("got %+v, told by %+v", got.Events, got.Claims)
	}
}

// TestWhatFitsNoTypeIsAGap holds the event stage to saying what it cannot code.
func TestWhatFitsNoTypeIsAGap(t *testing.T) {
	r, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := readText(t, r, "Officials said the situation in the country had stabilised.")
	for _, g := range got.Gaps {
		if g.Stage == "event" && g.Span != nil && g.Span.Of(got.Article.Text) == "stabilised" {
			return
		}
	}
	t.Errorf("no gap for the verb: %+v", got.Gaps)
}

func readText(t *testing.T, r *Reader, text string) sayso.Reading {
	t.Helper()
	reading, err := r.Read(Input{Article: sayso.Article{Text: text}})
	if err != nil {
		t.Fatal(err)
	}
	return reading
}
