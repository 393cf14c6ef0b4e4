#!/bin/sh
# The test printer's mechanics, run by ippeveprinter for each job: $1 is the document, IPP_* the job's attributes.
# Without paper (a file "paper-out" in DEPOT_PAPER) it says so and waits; what "comes out" is a copy and its attributes.
out=${DEPOT_PAPER:?}
name=$(basename "$1")
if [ -e "$out/paper-out" ]; then
  echo 'STATE: +media-empty-error' >&2
  while [ -e "$out/paper-out" ]; do sleep 0.1; done
  echo 'STATE: -media-empty-error' >&2
fi
env | grep -E '^(IPP_|CONTENT_TYPE=)' > "$out/$name.env"
cp "$1" "$out/$name.part" && mv "$out/$name.part" "$out/$name.paper"
