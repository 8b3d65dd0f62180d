#!/bin/sh
# One run in a pipeline. Of a change: checks the model, tells what the change does in every form, keeps the one comment, ends as the gate says.
# Of a schedule: lists what is due. How to use it: docs/guides/ci.md. All variables may be left out:
# MERLON_MODEL: the model. MERLON_BASE: what to compare with. MERLON_OUT: folder to write into. MERLON_COMMENT, MERLON_GATE: true or false.
# MERLON_PROGRAM: the words that start Merlon.
set -euf
exec 2>&1
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
model=${MERLON_MODEL:-.}
out=${MERLON_OUT:-merlon-out}
base=${MERLON_BASE:-${CI_MERGE_REQUEST_DIFF_BASE_SHA:-${GITHUB_BASE_REF:+origin/$GITHUB_BASE_REF}}}
github=${GITHUB_ACTIONS:-}
gate=
if [ "${MERLON_GATE:-true}" = false ]; then gate=--no-gate; fi
mkdir -p -- "$out"

# Leaves the exit code in `code`: 0 fine, 1 a check or the gate says no, more is a fault.
merlon() {
  code=0
  # shellcheck disable=SC2086 # several words start it
  if [ -n "${MERLON_PROGRAM:-}" ]; then $MERLON_PROGRAM "$@" || code=$?; else "$here/merlon.sh" "$@" || code=$?; fi
}

# Between these two nothing that is printed is a command to the runner: models and messages are text.
fence=
shut() { if [ "$github" = true ]; then fence=$(node -p 'crypto.randomUUID()') && echo "::stop-commands::$fence"; fi; }
open() { if [ "$github" = true ]; then echo "::$fence::"; fi; }

show() { if [ -f "$out/$1" ]; then cat -- "$out/$1"; fi; }
annotate() { if [ "$github" = true ]; then show "$1"; fi; }
summarise() { if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$out/$1" ]; then cat -- "$out/$1" >> "$GITHUB_STEP_SUMMARY"; fi; }

finish() {
  if [ -n "${GITHUB_OUTPUT:-}" ]; then printf 'folder=%s\nfailed=%s\n' "$out" "$([ "$1" -eq 0 ] && echo false || echo true)" >> "$GITHUB_OUTPUT"; fi
  exit "$1"
}

if [ "${CI_PIPELINE_SOURCE:-${GITHUB_EVENT_NAME:-}}" = schedule ]; then
  shut
  # shellcheck disable=SC2086 # one word or none
  merlon due "$model" $gate -o "$out/due.md" -o "$out/due.txt"
  show due.txt
  open
  summarise due.md
  finish "$code"
fi

shut
merlon check "$model" -o "$out/check.txt" -o "$out/check.xml" -o "$out/check.annotations"
checked=$code
show check.txt
open
annotate check.annotations
if [ "$checked" -gt 1 ]; then finish "$checked"; fi

if [ -z "$base" ]; then
  echo "Nothing to compare with outside of a pull request: the model was only checked."
  # GitLab compares this report with that of a merge request.
  if [ "${GITLAB_CI:-}" = true ]; then
    merlon diff HEAD...HEAD --model "$model" --no-gate -o "$out/code-quality.json"
    if [ "$code" -gt 1 ]; then finish "$code"; fi
  fi
  finish "$checked"
fi

shut
# shellcheck disable=SC2086 # one word or none
merlon diff "$base...HEAD" --model "$model" $gate -o "$out/impact.txt" -o "$out/comment.md" -o "$out/impact.xml" -o "$out/impact.sarif" -o "$out/impact.annotations" -o "$out/code-quality.json"
changed=$code
show impact.txt
commented=0
if [ "$changed" -le 1 ] && [ "${MERLON_COMMENT:-true}" = true ]; then node "$here/keep-comment.mjs" "$out/comment.md" --name "$model" || commented=$?; fi
open
annotate impact.annotations
if [ "$github" = true ] && [ "$commented" -ne 0 ]; then echo "::warning title=Merlon::The comment could not be written; the log says why. The summary of this run holds it."; fi
summarise comment.md
if [ "$changed" -eq 0 ]; then changed=$checked; fi
finish "$changed"
