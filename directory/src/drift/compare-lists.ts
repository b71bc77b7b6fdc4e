import { fieldChanges, type Tool } from '../catalogue/index.ts'
import { digestOf, judgeChange, keptName, toolIn } from '../holds/index.ts'
import { isHeavier, type Change, type OpenChange, type Past, type Step } from './model.ts'

/** Judging reads every text of a tool; the rest waits for the next look, which comes soon. */
const mostJudged = 200
/** A list that is another one at each look fills no disk; what is heavier than everything so far is always kept. */
export const mostWritten = 500
/** So much of a change is written down. */
const kept = { fields: 40, text: 500 }

export interface Seen {
  readonly tools: readonly unknown[]
  /** False when the list was cut: what is not in it may still be there. */
  readonly complete: boolean
}

export interface Found extends Pick<Change, 'tool' | 'digest' | 'class' | 'words' | 'fields'> {
  /** Another change of the same tool was open, so that this is the second look that differs. */
  readonly confirmed: boolean
}

export interface Compared {
  readonly found: readonly Found[]
  readonly steps: readonly Step[]
  /** Tools that are not as approved, as the server sent them: for the holds. */
  readonly differing: readonly unknown[]
  /** Changed tools that were not judged in this look. */
  readonly left: number
}

interface Current {
  readonly name: string
  /** Undefined: it is gone. */
  readonly tool: Tool | undefined
  readonly raw: unknown
  readonly digest: string | null
}

/** What a look at a list means, given what was approved and what earlier looks found. Pure. */
export function compareLists(approved: readonly Tool[], seen: Seen, past: Past): Compared {
  const before = new Map(approved.map((tool) => [keptName(tool.name), tool]))
  const now = currentTools(before, seen)
  const open = new Map(past.open.map((change) => [change.tool, change]))
  const steps: Step[] = []
  const differing: unknown[] = []
  const changed: Current[] = []
  for (const name of new Set([...before.keys(), ...now.keys(), ...open.keys()])) {
    const current = now.get(name) ?? { name, tool: undefined, raw: undefined, digest: null }
    if (current.tool === undefined && !seen.complete) continue
    const known = open.get(name)
    const old = before.get(name)
    if (current.digest === (old === undefined ? null : digestOf(old))) {
      if (known) steps.push({ change: known.id, step: known.confirmed ? 'returned' : 'not-seen-again' })
    } else if (known?.digest === current.digest) {
      if (!known.confirmed) steps.push({ change: known.id, step: 'confirmed' })
      if (current.tool !== undefined) differing.push(current.raw)
    } else changed.push(current)
  }
  const kept = worthWriting(
    changed.slice(0, mostJudged).map((current) => ({
      ...judged(current, { before, gone: past.gone }),
      raw: current.raw,
      replaces: open.get(current.name),
    })),
    past,
  )
  return {
    found: kept.map(({ raw: _raw, replaces, ...found }) => ({
      ...found,
      confirmed: replaces !== undefined,
    })),
    steps: [...steps, ...kept.flatMap(({ replaces }) => endOf(replaces))],
    differing: [...differing, ...kept.flatMap(({ digest, raw }) => (digest === null ? [] : [raw]))],
    left: Math.max(0, changed.length - mostJudged),
  }
}

/** By name; of two tools of one name the one that is not as approved. */
function currentTools(before: ReadonlyMap<string, Tool>, seen: Seen): ReadonlyMap<string, Current> {
  const tools = new Map<string, Current>()
  for (const raw of seen.tools) {
    const tool = toolIn(raw)
    if (tool === undefined) continue
    const name = keptName(tool.name)
    const old = before.get(name)
    const known = tools.get(name)
    if (known !== undefined && (old === undefined || known.digest !== digestOf(old))) continue
    tools.set(name, { name, tool, raw, digest: digestOf(tool) })
  }
  return tools
}

function judged(
  { name, tool, digest }: Current,
  { before, gone }: { readonly before: ReadonlyMap<string, Tool>; readonly gone: ReadonlySet<string> },
): Omit<Found, 'confirmed'> {
  if (tool === undefined) return { tool: name, digest, class: 'minor', words: ['removed'], fields: [] }
  const old = before.get(name)
  const change = judgeChange(old, tool, gone.has(name))
  return {
    tool: name,
    digest,
    class: change?.severity ?? 'cosmetic',
    words: change?.changes ?? ['looks'],
    fields: fieldChanges(old, tool, kept),
  }
}

function worthWriting<One extends Pick<Found, 'class'>>(found: readonly One[], past: Past): readonly One[] {
  const sorted = found.toSorted((one, other) => (isHeavier(one.class, other.class) ? -1 : 1))
  const room = Math.max(0, mostWritten - past.written)
  return sorted.filter((one, index) => index < room || isHeavier(one.class, past.heaviest))
}

function endOf(replaced: OpenChange | undefined): readonly Step[] {
  return replaced === undefined ? [] : [{ change: replaced.id, step: 'replaced' }]
}
