import type { ToolsFile } from '../tools-file.ts'
import type { Json } from '../evidence/facts.ts'
import { elementsAt, entriesAt, skipBlank, type Entry, type Span } from './json-spans.ts'
import type { ToolMend } from './mend.ts'
import { unifiedDiff, type Edit } from './unified-diff.ts'

/**
 * The mends as a unified diff of the file that holds the tools. Only the objects that change are touched; everything
 * else keeps its layout, so the diff applies to the file as it is.
 */
export function toolsDiff(
  text: string,
  file: Pick<ToolsFile, 'path'>,
  mends: readonly ToolMend[],
  name: string,
): string {
  const tools = toolSpans(text, file.path)
  const edits = mends.flatMap((mend) => {
    const span = tools[mend.index - 1]
    return span ? [editOf(text, span, mend)] : []
  })
  return unifiedDiff(text, edits, name)
}

function toolSpans(text: string, path: readonly string[]): readonly Span[] {
  let at = skipBlank(text, 0)
  for (const key of path) {
    // JSON.parse keeps the last of two equal keys.
    const entry = entriesAt(text, at)?.findLast((each) => each.key === key)
    if (!entry) return []
    at = entry.value.start
  }
  return elementsAt(text, at) ?? []
}

function editOf(text: string, span: Span, { annotations, remove }: ToolMend): Edit {
  const inMeta = new Set(remove.filter((key) => key.startsWith('_meta/')).map((key) => key.slice(6)))
  const gone = new Set(remove.filter((key) => !key.startsWith('_meta/')))
  const entries = entriesAt(text, span.start) ?? []
  const layout = layoutOf(text, span, entries)
  const kept = entries
    .filter(({ key }) => !gone.has(key) && key !== 'annotations')
    .map((entry) => ({ key: entry.key, text: entryText(text, entry, inMeta) }))
  const own = { key: 'annotations', text: `"annotations":${layout.gap}${laidOut(annotations, layout)}` }
  // Where annotations were, or last.
  const before = entries.findIndex(({ key }) => key === 'annotations')
  const place =
    before === -1 ? kept.length : entries.slice(0, before).filter(({ key }) => !gone.has(key)).length
  kept.splice(place, 0, own)
  const inside = kept.map((each) => each.text).join(layout.separator)
  return { ...span, text: `{${layout.lead}${inside}${layout.tail}}` }
}

function entryText(text: string, entry: Entry, inMeta: ReadonlySet<string>): string {
  if (entry.key !== '_meta' || inMeta.size === 0) return text.slice(entry.start, entry.end)
  const inner = entriesAt(text, entry.value.start) ?? []
  const layout = layoutOf(text, entry.value, inner)
  const kept = inner.filter(({ key }) => !inMeta.has(key)).map(({ start, end }) => text.slice(start, end))
  const body = kept.length === 0 ? '{}' : `{${layout.lead}${kept.join(layout.separator)}${layout.tail}}`
  return text.slice(entry.start, entry.value.start) + body
}

interface Layout {
  readonly lead: string
  readonly separator: string
  readonly tail: string
  /** Between a colon and its value. */
  readonly gap: string
  readonly step: string
}

/** How the author laid out this object: blanks before, between and after its entries. */
function layoutOf(text: string, span: Span, entries: readonly Entry[]): Layout {
  const [first, second] = entries
  const last = entries.at(-1)
  if (!first || !last) return { lead: '', separator: ',', tail: '', gap: ' ', step: '' }
  const lead = text.slice(span.start + 1, first.start)
  const tail = text.slice(last.end, span.end - 1)
  const separator = second ? text.slice(first.end, second.start) : `,${lead}`
  const gap = /:(\s*)$/.exec(text.slice(first.start, first.value.start))?.[1] ?? ''
  const deep = /\n([ \t]*)$/.exec(lead)?.[1] ?? ''
  const shallow = /\n([ \t]*)$/.exec(tail)?.[1] ?? ''
  return { lead, separator, tail, gap, step: deep.startsWith(shallow) ? deep.slice(shallow.length) : '' }
}

/** The value in the author's own indentation; on one line where the author writes objects on one line. */
function laidOut(value: Json, { lead, gap, step }: Layout): string {
  const indent = /\n([ \t]*)$/.exec(lead)?.[1]
  if (indent === undefined || step === '') {
    const flat = JSON.stringify(value)
    return gap === '' ? flat : spaced(value)
  }
  const newline = lead.includes('\r\n') ? '\r\n' : '\n'
  return JSON.stringify(value, null, step).split('\n').join(`${newline}${indent}`)
}

/** One line with blanks after colons and commas, for entries of `annotations`, which are flat. */
function spaced(value: Json): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(
    ([key, each]) => `${JSON.stringify(key)}: ${JSON.stringify(each)}`,
  )
  return `{${entries.join(', ')}}`
}
