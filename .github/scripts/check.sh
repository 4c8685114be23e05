#!/usr/bin/env bash
# Runs the checks of a contributor on the commit of a refresh that was applied: a pull request that the default token
# opens starts none. Leaves the checkout on that commit.
set -euo pipefail

read -r commit _ < <(git bundle list-heads "$RUNNER_TEMP/refresh/changes.bundle")
git switch --quiet --detach "$commit"
npm run check
changed=$(git status --porcelain -- sources out docs)
if [ -n "$changed" ]; then
  echo "::error title=refresh::the checks made other files than the commit has, such as ${changed%%$'\n'*}"
  exit 1
fi
