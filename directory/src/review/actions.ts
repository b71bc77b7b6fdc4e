import type { Report } from '@connectory/checker'
import type { Viewer } from '../kernel/index.ts'
import { allows, type Submission } from '../submissions/index.ts'
import { blockingFindings, waivableRules } from './blocking.ts'
import { actionNames, type Action, type ActionName, type Obstacle } from './model.ts'

export interface ActionFacts {
  readonly viewer: Viewer
  readonly submission: Submission
  /** Whether the viewer belongs to the organisation that submitted. */
  readonly member: boolean
  /** The report of the current attempt, when there is one. */
  readonly report: Report | undefined
  readonly now: Date
}

/** The one list of what a reviewer can do: pages show it, and every verb obeys it. */
export function actionsFor(facts: ActionFacts): readonly Action[] {
  return actionNames.map((name) => ({ name, obstacle: obstacleFor(name, facts) }))
}

const eventOf = {
  approve: 'approved',
  'request-changes': 'changes-requested',
  reject: 'rejected',
  waive: 'waived',
  'check-again': 'check-requested',
} as const satisfies Record<ActionName, Parameters<typeof allows>[1]>

export function obstacleFor(
  name: ActionName,
  { viewer, submission, member, report, now }: ActionFacts,
): Obstacle | null {
  const { state } = submission
  if (!viewer.roles.has('reviewer')) return 'not-a-reviewer'
  if (member || isOwn(viewer, submission)) return 'own-submission'
  if (state.status === 'checking') return 'being-checked'
  if (!allows(state.status, eventOf[name])) return 'decided'
  if (
    name === 'approve' &&
    (report === undefined || blockingFindings(report, state.waivers, now).length > 0)
  ) {
    return 'required-fail'
  }
  if (name === 'waive' && (report === undefined || waivableRules(report).length === 0))
    return 'nothing-to-waive'
  return null
}

/** Nobody decides on their own submission, whatever else they are. @see requirements.md MON-17 */
function isOwn(viewer: Viewer, { organisation, createdBy }: Submission): boolean {
  return viewer.organisation === organisation || viewer.person === createdBy
}
