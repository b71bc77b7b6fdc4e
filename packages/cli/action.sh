#!/usr/bin/env bash
# One look at the server, kept as a recording; every report is made from that recording, so they cannot differ.
set -uo pipefail

read -r -a connectory <<<"$CONNECTORY"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

judge=(--policy "$INPUT_POLICY")
[ -n "$INPUT_ONLY" ] && judge+=(--only "$INPUT_ONLY")
[ -n "$INPUT_BASELINE" ] && judge+=(--baseline "$INPUT_BASELINE")

more=()
while IFS= read -r line; do
  [ -n "$line" ] && more+=("$line")
done <<<"$INPUT_ARGUMENTS"

if [ -n "$INPUT_TOOLS" ]; then
  "${connectory[@]}" check --tools "$INPUT_TOOLS" "${judge[@]}" ${more[@]+"${more[@]}"}
  code=$?
  source=(--tools "$INPUT_TOOLS")
else
  "${connectory[@]}" check "$INPUT_URL" --record "$work/recorded" "${judge[@]}" ${more[@]+"${more[@]}"}
  code=$?
  source=(--replay "$work/recorded")
fi

case $code in
  0) verdict=ready ;;
  1) verdict=blocked ;;
  3) verdict=incomplete ;;
  *) exit "$code" ;;
esac

write() {
  "${connectory[@]}" check "${source[@]}" "${judge[@]}" --format "$1" --output "$2"
  local written=$?
  [ "$written" -eq 0 ] || [ "$written" -eq 1 ] || [ "$written" -eq 3 ] || exit "$written"
}

write json "$INPUT_REPORT"
write sarif "$INPUT_SARIF"
write markdown "$work/summary.md"
cat "$work/summary.md" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
echo "verdict=$verdict" >>"${GITHUB_OUTPUT:-/dev/null}"

if [ "$verdict" = incomplete ] && [ "$INPUT_FAIL_ON_INCOMPLETE" = false ]; then
  exit 0
fi
exit "$code"
