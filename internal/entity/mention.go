package entity

import (
	"sayso"
	"sayso/internal/text"
)

// number is grammatical number; 0 is unknown.
type number uint8

const (
	singularNumber number = iota + 1
	pluralNumber
)

// det says how a nominal mention is introduced.
type det uint8

const (
	bare       det = iota // "police"
	definite              // "the", "this", a possessor
	indefinite            // "an", "two", "several"
	other                 // "another", "the second": always somebody new
)

// mention is a stretch of tokens that names, describes or means an entity.
type mention struct {
	first, last, head int32 // tokens [first, last)
	form              sayso.MentionForm
	kind              sayso.EntityType // "" unknown
	sure              int8             // how well the kind of a name is known, 0 to 3
	gender            gender
	number            number
	det               det
	noun              *noun // of a nominal mention's head
	possessor         int32 // the mention that possesses it, or -1
	his               int32 // 1 and the mention of the possessive pronoun it begins with, or 0
	post              bool  // words after it narrow it down: "the head of", "the man who"
	subject           bool
	credit            bool  // an agency in the dateline: nothing that follows means it
	known             known // what the tables know of a name
	entity            int32 // index of its cluster, or -1
}

// cluster is an entity in the making.
type cluster struct {
	kind     sayso.EntityType
	sure     int8
	mentions []int32
	name     int32 // the mention with the fullest name, or -1
	gender   gender
	number   number
	about    []string
	roles    []*noun // nouns it has been called by
	member   int32   // cluster it belongs to, or -1
	sector   string
	country  string
	long     int32 // how many of its mentions were full names, which come first
	age      int32 // the token of its age, or -1
	owner    int32 // the cluster whose it is, or -1
	known    known
	public   bool
	last     int32 // its latest mention, while linking
	met      int32 // its latest place in linker.recent
	times    int32 // how often it was met
	subjects int32 // how many of its latest mentions in a row were subjects
}

// finding is the work on one document.
type finding struct {
	*tables
	doc      *text.Doc
	words    []*word
	quote    []int32 // of each token the innermost quotation, or -1
	mentions []mention
	clusters []cluster
	at       []int32 // of each token the innermost mention it belongs to, or -1
	seen     map[string]seen
	votes    map[string]vote
	surname  map[string]bool // last words of persons' full names, in lower case
	buf      []byte
	gaps     []sayso.Gap
}

func (f *finding) tok(i int32) *text.Token { return &f.doc.Tokens[i] }

func (f *finding) size() int32 { return int32(len(f.doc.Tokens)) }

// within reports whether token i exists and belongs to the sentence of token j.
func (f *finding) within(i, j int32) bool {
	return i >= 0 && i < f.size() && f.doc.Tokens[i].Sent == f.doc.Tokens[j].Sent
}

// lower returns token i in lower case where it stands in the sentence of j, else "".
func (f *finding) lower(i, j int32) string {
	if !f.within(i, j) {
		return ""
	}
	return f.doc.Tokens[i].Lower
}

// tag returns the tag of token i where it stands in the sentence of j, else 0.
func (f *finding) tag(i, j int32) text.Tag {
	if !f.within(i, j) {
		return 0
	}
	return f.doc.Tokens[i].Tag
}

func isNoun(t text.Tag) bool {
	return t == text.NN || t == text.NNS || t == text.NNP || t == text.NNPS
}

func isName(t text.Tag) bool { return t == text.NNP || t == text.NNPS }

func isFinite(t text.Tag) bool {
	return t == text.VBD || t == text.VBZ || t == text.VBP || t == text.MD
}

// nounAt returns the noun of the table whose word or words end at token i, and
// the token it begins at.
func (f *finding) nounAt(i int32) (*noun, int32) {
	t, w := f.tok(i), f.words[i]
	if w.pair || t.Lemma != "" && t.Lemma != t.Lower && f.of(t.Lemma).pair || len(t.Lower) > 0 && t.Lower[len(t.Lower)-1] == 's' && f.of(singular(t.Lower)).pair {
		for _, last := range [...]string{t.Lower, t.Lemma, singular(t.Lower)} {
			for n := int32(1); n <= 2; n++ {
				if !f.within(i-n, i) {
					break
				}
				f.buf = f.buf[:0]
				for j := i - n; j < i; j++ {
					f.buf = append(append(f.buf, f.tok(j).Lower...), ' ')
				}
				if found := f.pairs[string(append(f.buf, last...))]; found != nil {
					return found, i - n
				}
			}
		}
	}
	if n := f.noun(t.Lower, t.Lemma); n != nil {
		return n, i
	}
	return nil, i
}

// add notes a mention and returns its index.
func (f *finding) add(m mention) int32 {
	m.entity = -1
	f.mentions = append(f.mentions, m)
	return int32(len(f.mentions) - 1)
}

func (f *finding) span(m *mention) sayso.Span { return f.doc.Range(m.first, m.last) }

func (f *finding) sentence(m *mention) int32 { return f.doc.Tokens[m.first].Sent }
