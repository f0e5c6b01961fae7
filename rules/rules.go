// Package rules embeds Sayso's tables and patterns: what people who know the
// language, and need not know Go, keep in order.
package rules

import "embed"

// FS holds every table and pattern file, by the path below this folder.
//
//go:embed all:*
var FS embed.FS
