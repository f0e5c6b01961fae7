package text

import "testing"

func TestLanguage(t *testing.T) {
	for s, want := range map[string]string{
		"The ministry said that the bridge had been closed after the shelling.":          "en",
		"THE MINISTRY SAID TODAY THAT IT HAD CLOSED THE BRIDGE.":                         "en",
		"Das Ministerium teilte mit, dass die Brücke nach dem Beschuss gesperrt ist.":    "de",
		"Le ministère a dit que le pont est fermé depuis hier dans la ville.":            "fr",
		"El ministerio dijo que el puente está cerrado para los camiones.":               "es",
		"O ministério disse que a ponte não está aberta para os carros.":                 "pt",
		"Министерство сообщило, что мост закрыт.":                                        "ru",
		"Міністерство повідомило, що її закрито.":                                        "uk",
		"قالت الوزارة إن الجسر مغلق":                                                     "ar",
		"Bakanlık bu köprünün bir ay için kapatıldığını ve sonra açılacağını söyledi.":   "tr",
		"Kyiv Donetsk Luhansk Kharkiv Odesa":                                             "",
		"":                                                                               "",
		"12 34 56":                                                                       "",
		"Gen. Abdul Karim of the Army and Col. Idris of the Air Force are in the north.": "en",
	} {
		if got := Language(s); got != want {
			t.Errorf("Language(%q) = %q, want %q", s, got, want)
		}
	}
}
