// Package models embeds the trained weights with their cards. Only package
// reader imports it, so that other test binaries stay small.
package models

import "embed"

// FS holds every weight file, by the path below this folder.
//
//go:embed all:*
var FS embed.FS
