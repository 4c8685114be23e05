#!/usr/bin/env bash
# Proposes the commit of a refresh as the one pull request of branch refresh/next: opens it, or updates it.
#
# Reads GH_TOKEN, REPOSITORY (owner/name), BASE (the branch to merge into), COMMIT (that the refresh began with), RUN
# and ARTIFACT (addresses for the reader), and the downloaded artifact in $RUNNER_TEMP/artifact. Whatever made the
# artifact, the commit in it may change data only: this job may write, so it looks for itself.
set -euo pipefail

folder=$RUNNER_TEMP/artifact/refresh
bundle=$folder/changes.bundle
branch=refresh/next
most=65000

refuse() {
  echo "::error title=refresh::$1"
  exit 1
}

heads=$(git bundle list-heads "$bundle")
[[ $heads =~ ^[0-9a-f]{40}\ (refs/heads/refresh/[0-9A-Za-z-]+)$ ]] ||
  refuse "the bundle has other branches than one of a refresh; nothing is proposed"
git fetch --quiet "$bundle" "${BASH_REMATCH[1]}"
commit=$(git rev-parse FETCH_HEAD)

[ "$(git rev-parse "$commit^@")" = "$COMMIT" ] ||
  refuse "the bundle is not one commit after $COMMIT, where the refresh began; nothing is proposed"
others=$(git diff --name-only --no-renames "$COMMIT" "$commit" -- . \
  ':(exclude)sources' ':(exclude)out' ':(exclude)docs/releases.md')
[ -z "$others" ] ||
  refuse "the commit changes ${others%%$'\n'*}, expected sources/, out/ and docs/releases.md only; nothing is proposed"
odd=$(git diff --raw --no-renames "$COMMIT" "$commit" | awk '$2 != "100644" && $2 != "000000"')
[ -z "$odd" ] || refuse "the commit has a link, a program or a module: ${odd%%$'\n'*}; nothing is proposed"

# What the branch has is replaced only when an earlier run left it there.
there=$(git ls-remote origin "refs/heads/$branch" | cut -f1)
if [ -n "$there" ]; then
  git fetch --quiet --depth 1 origin "refs/heads/$branch"
  [ "$(git log -1 --format=%ce "$there")" = "$(git log -1 --format=%ce "$commit")" ] ||
    refuse "somebody has changed branch $branch, so it stays as it is. Merge it, or delete it, then run this again"
fi
if [ -z "$there" ] || ! git diff --quiet "$there" "$commit"; then
  git -c credential.helper= -c credential.helper='!gh auth git-credential' push --quiet \
    --force-with-lease="refs/heads/$branch:$there" origin "$commit:refs/heads/$branch"
fi

# GitHub refuses a text of more than 65,536 characters.
export LC_ALL=C.UTF-8
text=$(<"$folder/pull-request.md")
links="The checks of \`npm run check\` hold for this commit: $RUN. The review page, the tables and the whole diff are in
the artifact of that run: $ARTIFACT"
if ((${#text} + ${#links} + 100 > most)); then
  text=${text:0:most-${#links}-200}
  text=${text%$'\n'*}
  if [[ ${text##*<details>} != *"</details>"* && $text == *"<details>"* ]]; then text+=$'\n\n</details>'; fi
  text+=$'\n\nThe text is cut here. The artifact has all of it, as pull-request.md.'
fi
body=$RUNNER_TEMP/body.md
printf '%s\n\n%s\n' "$links" "$text" >"$body"
title=$(head -n 1 "$folder/title.txt")

number=$(gh api -X GET "repos/$REPOSITORY/pulls" -f state=open -f base="$BASE" -f head="${REPOSITORY%%/*}:$branch" \
  --jq '.[0].number // empty')
if [ -n "$number" ]; then
  gh api --silent -X PATCH "repos/$REPOSITORY/pulls/$number" -f title="${title:0:250}" -F body=@"$body"
  echo "updated pull request $number"
else
  gh api --silent -X POST "repos/$REPOSITORY/pulls" -f title="${title:0:250}" -F body=@"$body" \
    -f base="$BASE" -f head="$branch" ||
    refuse "the pull request was not opened. Allow it in Settings, Actions, General. Its branch is $branch"
  echo "opened a pull request"
fi
