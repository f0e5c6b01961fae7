#!/bin/sh
# The demo: one reading on the terminal, the rest as JSON and tables, and what to try next.
#   demo.sh [ARTICLE]    SAYSO names the program
set -eu
sayso=${SAYSO:-bin/sayso}
pages=testdata/dispatches
out=work/demo

if [ $# -gt 0 ]; then
  "$sayso" read --format text "$1"
  exit
fi

mkdir -p $out
"$sayso" read --format text $pages/09-steppewire-prosecutor.html
"$sayso" read --format json $pages >$out/readings.jsonl
for table in claims events quantities; do
  "$sayso" read --format csv --table $table $pages >$out/$table.csv
done
echo "That was one of $(wc -l <$out/readings.jsonl | tr -d ' ') samples. All of them are in"
echo "  $out/readings.jsonl   a reading per line (docs/reading.schema.json, docs/codebook.md)"
echo "  $out/claims.csv, events.csv, quantities.csv"
echo
echo "Try next:"
echo "  make demo ARTICLE=$pages/07-steppewire-withdrawn.html     another page; any file or URL of yours will do"
echo "  $sayso explain $pages/09-steppewire-prosecutor.html c1    what a claim rests on, and a sentence to copy"
echo "  $sayso read --format csv --table claims FOLDER            a table of who said what"
echo "  $sayso read --help"
