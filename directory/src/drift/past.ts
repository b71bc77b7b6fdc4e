import { isHeavier, type DriftClass, type Past, type PastChange } from './model.ts'

/** What the changes of one version come to, oldest first. */
export function foldPast(changes: readonly Omit<PastChange, 'fields'>[]): Past {
  const gone = new Set<string>()
  const open = new Map<string, Past['open'][number]>()
  let heaviest: DriftClass | null = null
  for (const { id, tool, digest, class: driftClass, steps } of changes) {
    const happened = new Set(steps.map(({ step }) => step))
    const confirmed = happened.has('confirmed')
    if (digest === null && confirmed) gone.add(tool)
    if (happened.has('returned')) gone.delete(tool)
    const ended = happened.has('returned') || happened.has('replaced') || happened.has('not-seen-again')
    if (ended) open.delete(tool)
    else open.set(tool, { id, tool, digest, class: driftClass, confirmed })
    if (isHeavier(driftClass, heaviest)) heaviest = driftClass
  }
  return { open: [...open.values()], gone, written: changes.length, heaviest }
}
