package export

import (
	"bytes"
	"encoding/json"

	"sayso"
)

// AppendJSON appends one reading as a line of JSON. Bytes that are not UTF-8
// cannot occur: readings hold none.
func AppendJSON(dst []byte, r *sayso.Reading) ([]byte, error) {
	buf := bytes.NewBuffer(dst)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	err := enc.Encode(r)
	return buf.Bytes(), err
}
