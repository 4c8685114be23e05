#!/usr/bin/env bash
# Asks CMS's pages for what is not registered. Applies it when everything is ready, and fails when a person must act.
#
# Reads DAY, FAMILIES, WITHOUT, ACCEPT, SOURCE, CITE, FACTOR, NOTE and LICENCE, which may be empty, and CONTACT.
# Writes the report to $RUNNER_TEMP/report.md and the summary of the run, and the files of a refresh that was applied to
# $RUNNER_TEMP/refresh. The output `outcome` is nothing-new, applied, waiting (for a person) or failed.
set -euo pipefail

report=$RUNNER_TEMP/report.md
said=$RUNNER_TEMP/said.txt
next=$RUNNER_TEMP/next.txt
to=$RUNNER_TEMP/refresh
options=("--contact=$CONTACT")

# Adds an option, when a person gave it a value.
one() {
  if [[ $2 =~ [^[:space:]] ]]; then options+=("--$1=$2"); fi
}

# Adds an option for each value of a text: one a line, or with " || " between two.
each() {
  local value
  while IFS= read -r value; do
    one "$1" "${value%$'\r'}"
  done <<<"${2// || /$'\n'}"
}

one on "$DAY"
one families "$FAMILIES"
one without "$WITHOUT"
each accept "$ACCEPT"
one source "$SOURCE"
one cite "$CITE"
each factor "$FACTOR"
one note "$NOTE"
one accept-ama-license "$LICENCE"

# Runs the command, and sets `code`. A line of CMS's must not begin as a command to the runner does, with two colons.
refresh() {
  code=0
  node scripts/ratebook.mjs refresh "${options[@]}" "$@" >"$report" 2>"$said" || code=$?
  sed 's/^/| /' "$said"
}

finish() {
  echo "outcome=$1" >>"$GITHUB_OUTPUT"
  head -c 900000 "$report" >>"$GITHUB_STEP_SUMMARY"
}

# Ends the job with a message where a person sees it: $2, and what the command said last.
stop() {
  local message
  message="$2"$'\n'"$(tail -n 12 "$said")"
  message=${message//'%'/%25}
  message=${message//$'\r'/}
  finish "$1"
  if [ -e "$next" ]; then
    { printf '\n~~~~\n'; head -c 60000 "$next"; printf '\n~~~~\n'; } >>"$GITHUB_STEP_SUMMARY"
  fi
  echo "::error title=refresh::${message//$'\n'/%0A}"
  exit 1
}

refresh
case $code in
  0)
    finish nothing-new
    exit 0
    ;;
  4) cp "$said" "$next" ;;
  *) stop failed "The refresh failed (exit code $code). Whether CMS has new files is not known. Read the summary." ;;
esac

refresh --apply --to "$to"
case $code in
  0) ;;
  4) stop waiting "New files are behind CMS's licence page. A person must read it and accept it: docs/refresh.md." ;;
  *) stop waiting "Something waits for a person, or could not be applied. Read the summary, and docs/refresh.md." ;;
esac
problems='process.exit(JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).problems.length)'
node -e "$problems" "$to/report.json" ||
  stop failed "The second look at CMS's pages met a problem that the first did not. Nothing is proposed; run it again."
finish applied
