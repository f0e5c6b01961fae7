package main

import (
	"encoding/binary"
	"errors"
)

// readEnglish returns GeoNames's English names: of towns by their id, of
// first-level divisions by country and code ("KZ.02"), of countries by code.
// They come as a message catalogue in the format of GNU gettext.
func readEnglish(got fetched) (map[string]string, error) {
	data, err := got.read("english", "usr/share/locale/en/LC_MESSAGES/geonames.mo")
	if err != nil {
		return nil, err
	}
	if len(data) < 20 || binary.LittleEndian.Uint32(data) != 0x950412de {
		return nil, errors.New("geonames.mo: not a message catalogue")
	}
	at := func(i uint32) uint32 { return binary.LittleEndian.Uint32(data[i:]) }
	count, keys, values := at(8), at(12), at(16)
	names := make(map[string]string, count)
	for i := range count {
		k, v := keys+8*i, values+8*i
		names[string(data[at(k+4):at(k+4)+at(k)])] = string(data[at(v+4) : at(v+4)+at(v)])
	}
	return names, nil
}
