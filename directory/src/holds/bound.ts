import type { Hold } from './model.ts'

/** Changes of one listing's tools that are kept: twice the longest list that is compared. */
export const mostChanges = 4_000

/** Of one tool, those that hold it and those that warn of it, each. It is held by one of them as well as by many. */
const mostOfOneTool = 3

/** What of a tool is active already: enough of it, and another change adds nothing. */
export interface Active {
  readonly holding: number
  readonly warning: number
}

/** By tool, for one approved version. Pure. */
export function activeByTool(there: readonly Hold[], version: number): ReadonlyMap<string, Active> {
  const counts = new Map<string, Active>()
  for (const hold of there) {
    if (hold.tool === null || hold.version !== version || hold.endedAt !== null) continue
    const { holding, warning } = counts.get(hold.tool) ?? { holding: 0, warning: 0 }
    const warns = hold.severity === 'minor'
    counts.set(hold.tool, { holding: holding + (warns ? 0 : 1), warning: warning + (warns ? 1 : 0) })
  }
  return counts
}

/** What is held so often needs no other hold, whatever the change is; nor is it warned of anew. Pure. */
export function isEnough(active: Active | undefined, severity: Hold['severity']): boolean {
  if (active === undefined) return false
  return active.holding >= mostOfOneTool || (severity === 'minor' && active.warning >= mostOfOneTool)
}

export interface Fit {
  /** What nothing is judged by any more. */
  readonly drop: readonly Hold[]
  readonly add: readonly Hold[]
  /** Some of what is new has no room: the whole server is held. */
  readonly isFull: boolean
}

/**
 * What becomes of new changes of a listing that keeps only so many. Changes of earlier versions may go, and what was
 * released of tools that are not in the list: it is held again when it returns. What holds a tool never goes. Pure.
 */
export function fit(
  there: readonly Hold[],
  fresh: readonly Hold[],
  list: { readonly version: number; readonly names: ReadonlySet<string>; readonly most: number },
): Fit {
  const changes = there.filter(({ kind }) => kind === 'changed-tool')
  const excess = changes.length + fresh.length - list.most
  if (excess <= 0) return { drop: [], add: fresh, isFull: false }
  const isEarlier = ({ version }: Hold): boolean => (version ?? 0) < list.version
  const isIdle = (hold: Hold): boolean =>
    isEarlier(hold) || (hold.endedAt !== null && !list.names.has(hold.tool ?? ''))
  const age = (one: Hold, other: Hold): number =>
    Number(isEarlier(other)) - Number(isEarlier(one)) || one.at.getTime() - other.at.getTime()
  const drop = changes.filter(isIdle).toSorted(age).slice(0, excess)
  const room = Math.max(0, list.most - changes.length + drop.length)
  const add = fresh.slice(0, room)
  return { drop, add, isFull: add.length < fresh.length }
}

/** It is stopped already, for whatever reason. Pure. */
export function isWholeHeld(there: readonly Hold[]): boolean {
  return there.some(({ kind, endedAt }) => endedAt === null && (kind === 'server' || kind === 'quarantine'))
}
