import { visible } from '../text/visible.ts'

/** Replaces the characters from `start` up to `end` with `text`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

const contextLines = 3
/** Above this many comparisons a changed region is shown as replaced as a whole. */
const mostComparisons = 4_000_000

/** Lines of the old text from `at` on (counted from 0) that go, and lines that come in their place. */
interface Change {
  readonly at: number
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

interface Line {
  readonly sign: ' ' | '-' | '+'
  readonly text: string
}

/**
 * The edits as a unified diff that `patch` applies; '' without edits. Edits are in order and do not overlap. Linear in
 * the length of the text beyond the regions that change.
 */
export function unifiedDiff(text: string, edits: readonly Edit[], name: string): string {
  if (edits.length === 0) return ''
  const lines = text.split('\n')
  const hunks = hunksOf(changesOf(text, lines, edits), lines)
  return [`--- a/${visible(name)}`, `+++ b/${visible(name)}`, ...hunks].join('\n') + '\n'
}

function changesOf(text: string, lines: readonly string[], edits: readonly Edit[]): Change[] {
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  let line = 0
  const lineOf = (offset: number) => {
    while ((starts[line + 1] ?? Infinity) <= offset) line += 1
    return line
  }
  const groups: { first: number; last: number; edits: Edit[] }[] = []
  for (const edit of edits) {
    const first = lineOf(edit.start)
    const last = lineOf(edit.end)
    const group = groups.at(-1)
    if (group && first <= group.last) {
      group.last = last
      group.edits.push(edit)
    } else groups.push({ first, last, edits: [edit] })
  }
  return groups.flatMap((group) => {
    const from = starts[group.first] ?? 0
    const end = (starts[group.last + 1] ?? text.length + 1) - 1
    const old = lines.slice(group.first, group.last + 1)
    return changesIn(group.first, compare(old, applied(text, from, end, group.edits).split('\n')))
  })
}

function applied(text: string, from: number, end: number, edits: readonly Edit[]): string {
  let at = from
  const parts: string[] = []
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return [...parts, text.slice(at, end)].join('')
}

/** The longest common subsequence of lines, kept; everything else is taken out or put in. */
function compare(old: readonly string[], young: readonly string[]): Line[] {
  const width = young.length + 1
  if (old.length * young.length > mostComparisons) {
    return [...old.map((text) => line('-', text)), ...young.map((text) => line('+', text))]
  }
  const longest = new Uint32Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = young.length - 1; j >= 0; j -= 1) {
      const same = old[i] === young[j]
      const down = longest[(i + 1) * width + j] ?? 0
      const right = longest[i * width + j + 1] ?? 0
      const both = (longest[(i + 1) * width + j + 1] ?? 0) + 1
      longest[i * width + j] = same ? both : Math.max(down, right)
    }
  }
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < young.length) {
    const down = longest[(i + 1) * width + j] ?? 0
    const right = longest[i * width + j + 1] ?? 0
    if (i < old.length && j < young.length && old[i] === young[j]) {
      lines.push(line(' ', young[j] ?? ''))
      i += 1
      j += 1
    } else if (j >= young.length || (i < old.length && down >= right)) {
      lines.push(line('-', old[i] ?? ''))
      i += 1
    } else {
      lines.push(line('+', young[j] ?? ''))
      j += 1
    }
  }
  return lines
}

function line(sign: Line['sign'], text: string): Line {
  return { sign, text }
}

/** Runs of lines that differ, without the equal ones around them. */
function changesIn(first: number, lines: readonly Line[]): Change[] {
  const changes: { at: number; gone: string[]; come: string[] }[] = []
  let at = first
  let open = false
  for (const { sign, text } of lines) {
    if (sign !== ' ' && !open) changes.push({ at, gone: [], come: [] })
    open = sign !== ' '
    if (sign === '-') changes.at(-1)?.gone.push(text)
    if (sign === '+') changes.at(-1)?.come.push(text)
    if (sign !== '+') at += 1
  }
  return changes
}

/** Changes whose contexts meet share a hunk; no hunk has more context than `patch` expects. */
function hunksOf(changes: readonly Change[], lines: readonly string[]): string[] {
  // The piece after the last line break is no line when it is empty.
  const openEnd = lines.at(-1) !== ''
  const count = openEnd ? lines.length : lines.length - 1
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last && change.at - afterOf(last) <= 2 * contextLines) groups.at(-1)?.push(change)
    else groups.push([change])
  }
  const hunks: string[] = []
  let shift = 0
  for (const group of groups) {
    const begin = Math.max(0, (group[0]?.at ?? 0) - contextLines)
    const end = Math.min(count, afterOf(group.at(-1)) + contextLines)
    const body = bodyOf(group, lines, begin, end)
    const olds = body.filter(({ sign }) => sign !== '+').length
    const news = body.filter(({ sign }) => sign !== '-').length
    hunks.push(`@@ -${begin + 1},${olds} +${begin + 1 + shift},${news} @@`)
    hunks.push(...written(body, openEnd && end >= count))
    shift += news - olds
  }
  return hunks
}

function afterOf(change: Change | undefined): number {
  return change ? change.at + change.gone.length : 0
}

function bodyOf(group: readonly Change[], lines: readonly string[], begin: number, end: number): Line[] {
  const body: Line[] = []
  let next = begin
  for (const change of group) {
    body.push(...lines.slice(next, change.at).map((text) => line(' ', text)))
    body.push(...change.gone.map((text) => line('-', text)), ...change.come.map((text) => line('+', text)))
    next = afterOf(change)
  }
  return [...body, ...lines.slice(next, end).map((text) => line(' ', text))]
}

/** A last line without a line break is marked, on the side where it is one. */
function written(body: readonly Line[], openEnd: boolean): string[] {
  const lastOld = body.findLastIndex(({ sign }) => sign !== '+')
  const lastNew = body.findLastIndex(({ sign }) => sign !== '-')
  return body.flatMap(({ sign, text }, at) => {
    const marked = openEnd && (at === lastOld || at === lastNew)
    return marked ? [`${sign}${text}`, '\\ No newline at end of file'] : [`${sign}${text}`]
  })
}
