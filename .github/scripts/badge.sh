#!/usr/bin/env bash
# Draws the badge of the README, which says when CMS's pages were last looked at and how that ended, and puts it on a
# branch of its own, badges, in place of the one before. A schedule that has stopped leaves its last day there.
#
# Reads GH_TOKEN and OUTCOME (of the refresh; empty when it was cut off).
set -euo pipefail

day=$(date -u +%F)
case ${OUTCOME:-} in
  nothing-new) words="nothing new" colour=#2c6e49 ;;
  applied) words="new files proposed" colour=#2c6e49 ;;
  waiting) words="waits for a person" colour=#8a5a00 ;;
  *) words=failed colour=#a4262c ;;
esac
right="$day: $words"

# Widths in pixels: 6 for each character, 10 of space on each side of the two texts.
left=62
width=$((${#right} * 6 + 20))
total=$((left + width))

draw() {
  cat <<SVG
<svg xmlns="http://www.w3.org/2000/svg" width="$total" height="20" role="img" aria-label="refresh $right">
<rect width="$left" height="20" fill="#444"/><rect x="$left" width="$width" height="20" fill="$colour"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
<text x="10" y="14" textLength="$((left - 20))">refresh</text>
<text x="$((left + 10))" y="14" textLength="$((width - 20))">$right</text>
</g></svg>
SVG
}

blob=$(draw | git hash-object -w --stdin)
tree=$(printf '100644 blob %s\trefresh.svg\n' "$blob" | git mktree)
commit=$(git commit-tree "$tree" -m "refresh: $right")
git -c credential.helper= -c credential.helper='!gh auth git-credential' push --quiet --force origin \
  "$commit:refs/heads/badges"
echo "$right"
