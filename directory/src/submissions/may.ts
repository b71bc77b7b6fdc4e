import { Problem, type PersonId } from '../kernel/index.ts'
import { payloadVersion, type Happening, type SubmissionEventName } from './events.ts'
import type { SubmissionState } from './model.ts'

/** Decisions of a person, for which the case must be claimed. */
const claimed: readonly SubmissionEventName[] = [
  'waived',
  'changes-requested',
  'rejected',
  'not-a-fit',
  'approved',
  'appeal-granted',
  'appeal-refused',
]

/**
 * Whether this person may cause this event now, as far as the past can tell; roles and membership are asked by the
 * verbs. Pure. @throws Problem not-allowed | conflict
 */
export function assertMay(state: SubmissionState, happening: Happening): void {
  // What was written before cases were claimed has happened all the same.
  if ((happening.payloadVersion ?? payloadVersion) < payloadVersion) return
  const { event, actor, at } = happening
  const person = actor.kind === 'person' ? actor.id : undefined
  if (event.name === 'carried-over' && (person !== undefined || state.updates !== event.version)) {
    throw new Problem('conflict', 'There is no approval of this version that could stand for a new one.')
  }
  if (event.name === 'claimed') assertMayClaim(state, person, happening)
  if (event.name === 'given-back' && state.claim?.person !== person) {
    throw new Problem('conflict', 'This case is not yours, so you cannot give it back.')
  }
  if (claimed.includes(event.name)) {
    assertOutsider(state, person)
    assertHolds(state, person, at)
  }
  if (event.name === 'replied' && event.from === 'reviewer') assertOutsider(state, person)
  if (event.name === 'appealed' && state.appeal?.outcome === 'refused') {
    throw new Problem('already-decided', 'An appeal against this decision was decided already.')
  }
  if (event.name === 'deadline-passed') assertPassed(state, at)
}

function assertMayClaim(state: SubmissionState, person: PersonId | undefined, { event, at }: Happening) {
  assertOutsider(state, person)
  if (person !== undefined && barredFrom(state).includes(person)) {
    throw new Problem('not-allowed', 'You have decided on this already; somebody else decides now.')
  }
  if (event.name === 'claimed' && new Date(event.until) <= at) {
    throw new Problem('conflict', 'A case is taken until a time that is still to come.')
  }
  const { claim } = state
  if (claim === null || claim.person === person || claim.until <= at) return
  throw new Problem('conflict', `Another reviewer has taken this case until ${claim.until.toISOString()}.`)
}

/** Who has decided on this case before, and so does not take it now. */
export function barredFrom(
  state: Pick<SubmissionState, 'status' | 'approvals' | 'overturned' | 'objection'>,
): readonly PersonId[] {
  const decider = state.objection?.decider ?? null
  if (state.status === 'appealed') return decider === null ? [] : [decider]
  return [...state.approvals, ...state.overturned]
}

/** Nobody decides for a publisher whose submission it is. */
function assertOutsider({ publishers }: SubmissionState, person: PersonId | undefined): void {
  if (person === undefined) throw new Problem('not-allowed', 'Only a person decides this.')
  if (!publishers.includes(person)) return
  throw new Problem(
    'not-allowed',
    'You have acted for the publisher of this submission; others decide on it.',
  )
}

function assertHolds({ claim }: SubmissionState, person: PersonId | undefined, at: Date): void {
  if (claim !== null && claim.person === person && claim.until > at) return
  throw new Problem(
    'conflict',
    claim?.person === person
      ? 'Your time with this case has run out. Take it again, then decide.'
      : 'Take this case first, then decide; so no two people decide on it.',
  )
}

function assertPassed({ objection }: SubmissionState, at: Date): void {
  const deadline = objection?.deadline ?? null
  if (deadline !== null && deadline <= at) return
  throw new Problem('conflict', 'The time for these changes has not passed.')
}
