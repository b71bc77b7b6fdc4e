import { hintsOf, type Json, type Tool } from '../catalogue/index.ts'
import { changeWords, type ChangeWord, type Severity } from './model.ts'
import { signalsIn } from './signals.ts'

const severities: Readonly<Record<ChangeWord, Severity>> = {
  'new-tool': 'major',
  texts: 'minor',
  parameters: 'minor',
  'new-required-parameter': 'major',
  'read-only-dropped': 'major',
  'destructive-dropped': 'severe',
  'hint-removed': 'major',
  hints: 'minor',
  'new-host': 'major',
  'description-rewritten': 'major',
  'suspicious-text': 'severe',
  'name-reused': 'severe',
}

/**
 * How serious it is that a tool is not what was approved. Undefined when only its looks differ: order, white space,
 * the name of the schema's dialect.
 * @param reused the approved tool was gone for a while, and its name is back
 */
export function judgeChange(
  before: Tool | undefined,
  now: Tool,
  reused = false,
): { readonly severity: Severity; readonly changes: readonly ChangeWord[] } | undefined {
  const changes = before === undefined ? (['new-tool'] as const) : changesBetween(before, now)
  const suspicious = signalsIn(now).some(
    (signal) => before === undefined || !signalsIn(before).includes(signal),
  )
  if (changes.length === 0) return undefined
  const all: readonly ChangeWord[] = [
    ...changes,
    ...(suspicious ? (['suspicious-text'] as const) : []),
    ...(reused ? (['name-reused'] as const) : []),
  ]
  const found = new Set(all.map((word) => severities[word]))
  const severity = (['severe', 'major'] as const).find((one) => found.has(one)) ?? 'minor'
  return { severity, changes: all }
}

function changesBetween(before: Tool, now: Tool): readonly ChangeWord[] {
  const [one, other] = [before, now].map(({ annotations }) => hintsOf(annotations))
  const added = requiredOf(now.inputSchema).filter((name) => !requiredOf(before.inputSchema).includes(name))
  const hosts = hostsIn(textOf(now)).filter((host) => !hostsIn(textOf(before)).includes(host))
  const removed = (['readOnlyHint', 'destructiveHint', 'openWorldHint'] as const).some(
    (hint) => one?.[hint] !== undefined && other?.[hint] === undefined,
  )
  const facts: Readonly<Partial<Record<ChangeWord, boolean>>> = {
    texts: plain(before.title) !== plain(now.title) || plain(before.description) !== plain(now.description),
    parameters: looks(before.inputSchema) !== looks(now.inputSchema),
    hints: looks(before.annotations) !== looks(now.annotations),
    'new-required-parameter': added.length > 0,
    'read-only-dropped': one?.readOnlyHint === true && other?.readOnlyHint !== true,
    'destructive-dropped': one?.destructiveHint === true && other?.destructiveHint !== true,
    'hint-removed': removed,
    'new-host': hosts.length > 0,
    'description-rewritten': similarity(before.description ?? '', now.description ?? '') < 0.6,
  }
  return changeWords.filter((word) => facts[word] === true)
}

function plain(text: string | null): string {
  return (text ?? '').replaceAll(/\s+/g, ' ').trim()
}

/** A value without what is only looks: the order of keys, of `required` and of `enum`, white space, `$schema`. */
function looks(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(plain(value))
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (isList(value)) return `[${value.map(looks).join(',')}]`
  const members = Object.entries(value).filter(([name]) => name !== '$schema')
  const written = members.map(([name, item]) => {
    const unordered = (name === 'required' || name === 'enum') && isList(item)
    return `${JSON.stringify(name)}:${unordered ? item.map(looks).toSorted().join() : looks(item)}`
  })
  return `{${written.toSorted().join(',')}}`
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function requiredOf(schema: Json): readonly string[] {
  if (typeof schema !== 'object' || schema === null || isList(schema)) return []
  const { required } = schema
  return required !== undefined && isList(required) ? required.filter((name) => typeof name === 'string') : []
}

function textOf({ description, inputSchema }: Tool): string {
  return `${description ?? ''} ${looks(inputSchema)}`
}

function hostsIn(text: string): readonly string[] {
  return [...text.matchAll(/https?:\/\/([a-z0-9.-]+)/gi)].map(([, host = '']) => host.toLowerCase())
}

/** How many of their words two texts share, from 0 to 1 (Dice's coefficient). */
function similarity(one: string, other: string): number {
  const [first, second] = [one, other].map(
    (text) =>
      new Set(
        text
          .slice(0, 20_000)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
      ),
  )
  if (first === undefined || second === undefined || first.size + second.size === 0) return 1
  const shared = [...first].filter((word) => second.has(word)).length
  return (2 * shared) / (first.size + second.size)
}
