import type { SubmissionRow } from '../submissions/index.ts'
import type { GateAnswer, GateName } from './model.ts'

/** Why a case stands where it stands in the queue; its words are texts `review.priority.…`. */
export const priorityFactors = [
  'waiting',
  'appeal',
  'second',
  'question',
  'came-back',
  'listed',
  'in-order',
] as const
export type PriorityFactor = (typeof priorityFactors)[number]

export interface Priority {
  readonly points: number
  /** Those that count, the weightiest first; their sum is the points. */
  readonly factors: readonly { readonly factor: PriorityFactor; readonly points: number }[]
}

export interface PriorityFacts {
  readonly row: Pick<SubmissionRow, 'status' | 'revision' | 'asks'>
  readonly waitingMs: number
  /** The answers of all gates; undefined when nothing is known of the report. */
  readonly gates: readonly Pick<GateAnswer, 'gate' | 'raised'>[] | undefined
}

const dayMs = 86_400_000
const mostForWaiting = 60
const perDay = 2
const obstructing: readonly GateName[] = ['mechanical-fail', 'required-fail', 'could-not-look']

/** Where a case stands in the queue. Waiting counts every day, so nothing is overtaken for ever. Pure. */
export function priorityOf({ row, waitingMs, gates }: PriorityFacts): Priority {
  const isYes = (name: GateName) => gates?.some(({ gate, raised }) => gate === name && raised) ?? false
  const isNo = (name: GateName) => gates?.some(({ gate, raised }) => gate === name && !raised) ?? false
  const points: Readonly<Record<PriorityFactor, number>> = {
    waiting: Math.min(mostForWaiting, Math.floor(waitingMs / dayMs) * perDay),
    appeal: row.status === 'appealed' ? 40 : 0,
    second: row.status === 'second-approval' ? 30 : 0,
    question: row.asks ? 30 : 0,
    'came-back': row.revision > 1 ? 15 : 0,
    // People use the version before it.
    listed: isNo('first-listing') ? 20 : 0,
    // It is decided on quickly.
    'in-order': gates === undefined || obstructing.some(isYes) ? 0 : 5,
  }
  const factors = priorityFactors
    .map((factor) => ({ factor, points: points[factor] }))
    .filter((each) => each.points > 0)
    .toSorted((one, other) => other.points - one.points)
  return { points: factors.reduce((sum, each) => sum + each.points, 0), factors }
}
