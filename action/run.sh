#!/usr/bin/env bash
# What the GitHub Action does. Everything that comes from outside is an environment variable and is never evaluated.
set -uo pipefail

marker='<!-- orgcontacts plan:'

orgcontacts() { npx --yes "orgcontacts@$ORGCONTACTS_VERSION" "$@"; }

say() { printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; }

fail() {
  printf '::error::%s\n' "$1"
  say status 1
  exit 1
}

# Words, and not a line of shell.
read -r -a arguments <<<"${ORGCONTACTS_ARGUMENTS:-}"

check() {
  orgcontacts check --policy "$ORGCONTACTS_POLICY" "${arguments[@]}" | tee "$RUNNER_TEMP/check.txt"
  local status=${PIPESTATUS[0]}
  { printf '### orgcontacts check\n\n```\n'; cat "$RUNNER_TEMP/check.txt"; printf '```\n'; } >>"$GITHUB_STEP_SUMMARY"
  return "$status"
}

# Values are masked, since the output is no terminal; the plan file holds them whole, and is taken away again.
plan() {
  local file=$RUNNER_TEMP/next.plan.json
  orgcontacts plan --policy "$ORGCONTACTS_POLICY" --out "$file" "${arguments[@]}" >"$RUNNER_TEMP/plan.txt"
  local status=$?
  cat "$RUNNER_TEMP/plan.txt"
  [ -f "$file" ] || return "$status"
  local fingerprint
  fingerprint=$(node -p 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).fingerprint' "$file")
  rm -f "$file"
  say fingerprint "$fingerprint"
  {
    printf '%s %s -->\n### orgcontacts plan `%s`\n\n```\n' "$marker" "$fingerprint" "$fingerprint"
    # GitHub takes comments of 65,536 characters.
    head -c 60000 "$RUNNER_TEMP/plan.txt"
    printf '\n```\n\n'
    case $status in
      0) printf 'Merging applies exactly these changes.\n' ;;
      3) printf 'This plan passes a limit: **merging approves exactly these changes**.\n' ;;
      6) printf 'Something could not be read, decided or reached, and is left alone. Merging applies exactly these changes.\n' ;;
    esac
  } >"$RUNNER_TEMP/comment.md"
  cat "$RUNNER_TEMP/comment.md" >>"$GITHUB_STEP_SUMMARY"
  if [ -n "${ORGCONTACTS_PULL_REQUEST:-}" ]; then
    gh pr comment "$ORGCONTACTS_PULL_REQUEST" --repo "$GITHUB_REPOSITORY" --body-file "$RUNNER_TEMP/comment.md" --edit-last --create-if-none ||
      return 1
  fi
  # Passing a limit, or leaving something alone, is for the reviewer to judge.
  case $status in 0 | 3 | 6) return 0 ;; *) return "$status" ;; esac
}

# Only what this workflow's own token wrote counts: anybody may comment.
approved() {
  local number
  number=$(gh api "repos/$GITHUB_REPOSITORY/commits/$GITHUB_SHA/pulls" --jq '[.[] | select(.merged_at != null)][0].number // empty') || return 1
  [ -n "$number" ] || return 1
  gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$number/comments" \
    --jq '.[] | select(.user.login == "github-actions[bot]" and .user.type == "Bot") | .body' |
    sed -n "s/^$marker \([0-9a-z-]*\) -->\$/\1/p" | tail -n 1
}

apply() {
  local fingerprint=${ORGCONTACTS_APPROVE:-}
  [ -n "$fingerprint" ] || fingerprint=$(approved)
  [ -n "$fingerprint" ] || fail 'No plan of this action stands on the merged pull request, and none is approved: nothing was changed.'
  say fingerprint "$fingerprint"
  orgcontacts apply --policy "$ORGCONTACTS_POLICY" --yes --approve "$fingerprint" \
    --journal "$ORGCONTACTS_JOURNAL" --reason "commit $GITHUB_SHA" "${arguments[@]}"
  local status=$?
  [ -d "$ORGCONTACTS_JOURNAL/runs" ] && say journal yes
  return "$status"
}

case $ORGCONTACTS_COMMAND in
  check | plan | apply) "$ORGCONTACTS_COMMAND" ;;
  *) fail "The command is check, plan or apply, and not $ORGCONTACTS_COMMAND." ;;
esac
status=$?
say status "$status"
exit "$status"
