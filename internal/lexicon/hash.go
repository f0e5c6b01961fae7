package lexicon

// HashFacts mixes facts into one hash, the row of a model's table before it is
// reduced; template tells facts of one kind from another's. Models depend on it:
// change it and train them again.
func HashFacts(template uint64, facts ...uint64) uint32 {
	h := template*0x9e3779b97f4a7c15 + 0x7f4a7c15
	for _, f := range facts {
		h ^= f
		h *= 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return uint32(h ^ h>>29)
}

// HashWord hashes a word as a fact (FNV-1a, 64 bits).
func HashWord(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h ^= uint64(s[i])
		h *= 1099511628211
	}
	return h
}
