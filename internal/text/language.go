package text

import (
	"strings"
	"unicode"
)

// Language guesses the language of a text as a BCP 47 code from its script and
// its commonest small words; "" where it cannot be told. Only the first few
// thousand bytes are looked at. The codes it knows are those of functionWords
// and scripts.
func Language(s string) string {
	const enough = 8000
	if len(s) > enough {
		s = strings.ToValidUTF8(s[:enough], "")
	}
	var letters int
	counts := make([]int, len(scripts))
	for _, r := range s {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r < 0x250 {
			continue // Latin
		}
		for i := range scripts {
			if unicode.Is(scripts[i].table, r) {
				counts[i]++
				break
			}
		}
	}
	for i, n := range counts {
		if 2*n > letters {
			if scripts[i].code == "ru" && strings.ContainsAny(s, "іїєґІЇЄҐ") {
				return "uk"
			}
			return scripts[i].code
		}
	}
	return latin(s)
}

// scripts are those whose use tells a language, or the commonest one of several.
var scripts = []struct {
	code  string
	table *unicode.RangeTable
}{
	{"ru", unicode.Cyrillic}, {"ar", unicode.Arabic}, {"he", unicode.Hebrew}, {"el", unicode.Greek},
	{"ja", unicode.Hiragana}, {"ja", unicode.Katakana}, {"zh", unicode.Han}, {"ko", unicode.Hangul},
	{"hi", unicode.Devanagari}, {"th", unicode.Thai}, {"hy", unicode.Armenian}, {"ka", unicode.Georgian},
}

// latin tells languages written in Latin letters by their small words. Words
// that several languages share count for each.
func latin(s string) string {
	scores := make([]int, len(languages))
	words := 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
		words++
		if len(w) > 5 {
			continue
		}
		for _, i := range functionWords[strings.ToLower(w)] {
			scores[i]++
		}
	}
	best, second := 0, 0
	for i, n := range scores {
		if n > scores[best] {
			best = i
		}
	}
	for i, n := range scores {
		if i != best {
			second = max(second, n)
		}
	}
	// A text of some length shows a small word in ten at least; names and
	// figures alone show none.
	if words < 4 || 12*scores[best] < words || scores[best] <= second {
		return ""
	}
	return languages[best]
}

var languages = []string{"en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "pl", "tr", "id", "ro", "fi", "hu", "cs"}

// functionWords maps a small word to the languages (by index) that have it.
var functionWords = func() map[string][]int {
	m := map[string][]int{}
	for i, list := range []string{
		"the of and to in a is that for it was on are as with his they at be this from have or by had not but what all were when we there can an your which their if will each about how up out them then she many some so these would other into has her two like him see could no than been its who now did he said say after also over us more",
		"der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde",
		"de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ou son mais comme on sa été aux cette ont leur dit elle après nous",
		"de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue",
		"de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando há nos já está também pelo pela até isso",
		"di e il la che in un a per è del una con non si le da i dei al come più lo ma gli della nel sono alla ha anche su delle se o dal suo tra",
		"de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door over na naar heeft hij worden wordt werd hebben had was die deze",
		"och att det i en som är på av för med den till inte har de ett om var han men sig från vi så kan när nu år vid hade efter",
		"og i at det er en til af på for den de med som ikke der har et han om var men sig fra vi kan så efter når blev også",
		"i w na z do się nie że to jest o jak od po za ale przez przy są dla tego być już tym czy jego został także oraz było",
		"ve bir bu için ile da de olarak daha çok en gibi olan sonra kadar ne her ancak göre dedi ise ya var oldu",
		"yang dan di dengan untuk dari ini pada itu tidak dalam akan ke oleh juga telah bisa ada kata saya sudah kepada para",
		"de și în la a cu pe o din că nu care un mai este au pentru se fi prin sau după dar fost lui sunt",
		"ja on ei se että oli hän mutta ovat kun myös mukaan joka sen jos vuoden kuin sitä ole",
		"a az és hogy nem egy is volt ez meg már csak de még szerint lesz után vagy mint",
		"a v se na je že s z do o k i ve pro za by jsou jako ale které jeho však po od při bude byl byla",
	} {
		for _, w := range strings.Fields(list) {
			if have := m[w]; len(have) == 0 || have[len(have)-1] != i {
				m[w] = append(have, i)
			}
		}
	}
	return m
}()
