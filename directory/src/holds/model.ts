import type { Id, ListingId, OrganisationId } from '../kernel/index.ts'

export type HoldId = Id<'hold'>

/**
 * `server`, `tool`, `publisher`: stopped by an operator; a server also when there is no room for the changes of its tools.
 * `quarantine`: the whole server, for safety, until that ends. `changed-tool`: found by comparing with what was approved.
 */
export type HoldKind = 'server' | 'tool' | 'publisher' | 'quarantine' | 'changed-tool'

/** `minor` warns, `major` holds until somebody has looked, `severe` holds and looks like an attack. */
export type Severity = 'minor' | 'major' | 'severe'

/** What a change is called: in records, in answers to callers, and on the page of holds. */
export const changeWords = [
  'new-tool',
  'texts',
  'parameters',
  'new-required-parameter',
  'read-only-dropped',
  'destructive-dropped',
  'hint-removed',
  'hints',
  'new-host',
  'description-rewritten',
  'suspicious-text',
  'name-reused',
] as const
export type ChangeWord = (typeof changeWords)[number]

export interface Hold {
  readonly id: HoldId
  readonly kind: HoldKind
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly tool: string | null
  readonly version: number | null
  readonly digest: string | null
  readonly severity: Severity | null
  readonly changes: readonly ChangeWord[]
  /** Said to callers; of a changed tool ''. */
  readonly reason: string
  readonly at: Date
  readonly endedAt: Date | null
}

/** Of a hold that is not about a change of a tool. */
export const noChange = { version: null, digest: null, severity: null, changes: [] } as const

export interface Subject {
  readonly listing: ListingId
  readonly organisation: OrganisationId
  readonly version: number
}

/** Whether the hold may concern a server at all. */
export function mayConcern(hold: Hold, { listing, organisation }: Omit<Subject, 'version'>): boolean {
  return hold.listing === listing || (hold.kind === 'publisher' && hold.organisation === organisation)
}

const longestName = 200

/**
 * A tool's name as a database and an index can keep it. Holds have it so, and calls are compared so: of two names that
 * differ in nothing else both are held.
 */
export function keptName(name: string): string {
  return name.replaceAll('\0', '').slice(0, longestName).toWellFormed()
}

/** Whether the hold concerns a call, whatever its severity. @param tool as `keptName` has it */
function concerns(hold: Hold, subject: Subject, tool: string | undefined): boolean {
  if (hold.endedAt !== null) return false
  if (hold.kind === 'publisher') return hold.organisation === subject.organisation
  if (hold.listing !== subject.listing) return false
  if (hold.kind === 'server' || hold.kind === 'quarantine') return true
  return hold.tool === tool && (hold.kind === 'tool' || hold.version === subject.version)
}

/** What forbids this call: an operator's word before a change. */
export function forbidding(
  holds: readonly Hold[],
  subject: Subject,
  tool: string | undefined,
): Hold | undefined {
  if (holds.length === 0) return undefined
  const name = tool === undefined ? undefined : keptName(tool)
  const all = holds.filter((hold) => hold.severity !== 'minor' && concerns(hold, subject, name))
  return all.find(({ kind }) => kind !== 'changed-tool') ?? all[0]
}

/** What the caller of this tool should know. */
export function warning(holds: readonly Hold[], subject: Subject, tool: string): Hold | undefined {
  if (holds.length === 0) return undefined
  const name = keptName(tool)
  return holds.find((hold) => hold.severity === 'minor' && concerns(hold, subject, name))
}
