import type { Report } from '@connectory/checker'
import type { Viewer } from '../kernel/index.ts'
import { allows, barredFrom, type Submission, type WaitingRow } from '../submissions/index.ts'
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
  'not-a-fit': 'not-a-fit',
  waive: 'waived',
  'check-again': 'check-requested',
  claim: 'claimed',
  'give-back': 'given-back',
  'open-account': 'claimed',
  'decide-appeal': 'appeal-granted',
} as const satisfies Record<ActionName, Parameters<typeof allows>[1]>

export function obstacleFor(name: ActionName, facts: ActionFacts): Obstacle | null {
  const { viewer, submission, member } = facts
  const { organisation, state } = submission
  const { status, publishers } = state
  if (!viewer.roles.has('reviewer')) return 'not-a-reviewer'
  if (member || isOwn(viewer, { organisation, publishers })) return 'own-submission'
  if (!allows(status, eventOf[name])) return status === 'checking' ? 'being-checked' : 'decided'
  return obstacleOfCase(name, facts) ?? obstacleOfReport(name, facts)
}

/** A case is decided on by who has taken it, for as long as it is theirs. */
function obstacleOfCase(name: ActionName, { viewer, submission, now }: ActionFacts): Obstacle | null {
  const { state } = submission
  if (name === 'check-again') return null
  if (barredFrom(state).includes(viewer.person)) return 'decided-before'
  const { claim } = state
  const live = claim !== null && claim.until > now
  if (name === 'give-back') return claim?.person === viewer.person ? null : 'not-taken'
  if (live && claim.person !== viewer.person) return 'taken-by-another'
  return live || name === 'claim' ? null : 'not-taken'
}

function obstacleOfReport(name: ActionName, { submission, report, now }: ActionFacts): Obstacle | null {
  const { waivers } = submission.state
  // "Not a fit" says that the policy is met, so it can be said where an approval could.
  if (name === 'approve' || name === 'not-a-fit') {
    const blocked = report === undefined || blockingFindings(report, waivers, now).length > 0
    return blocked ? 'required-fail' : null
  }
  if (name === 'waive' && (report === undefined || waivableRules(report).length === 0)) {
    return 'nothing-to-waive'
  }
  return null
}

/** Nobody decides on their own submission, whatever else they are. @see requirements.md MON-17 */
export function isOwn(
  viewer: Viewer,
  { organisation, publishers }: Pick<WaitingRow, 'organisation' | 'publishers'>,
): boolean {
  return viewer.organisation === organisation || publishers.includes(viewer.person)
}
