import { Problem } from '../kernel/index.ts'
import { isFresh, type Submission } from '../submissions/index.ts'
import { obstacleFor, type ActionFacts } from './actions.ts'
import type { ActionName, Obstacle } from './model.ts'

/** Throws unless the action is on the viewer's list now and the form was made from what is there now. */
export function refuseUnlessPossible(name: ActionName, facts: ActionFacts, seen: number): void {
  const obstacle = obstacleFor(name, facts)
  if (obstacle !== null && obstacle !== 'required-fail' && obstacle !== 'nothing-to-waive')
    throw problemOf(obstacle)
  refuseStale(facts.submission, seen)
  if (obstacle !== null) throw problemOf(obstacle)
}

export function refuseStale(submission: Submission, seen: number): void {
  if (isFresh(submission, seen)) return
  throw new Problem(
    'stale-form',
    'This submission has changed since you opened the page. Nothing was saved: look at it as it is now, then decide.',
  )
}

function problemOf(obstacle: Obstacle): Problem {
  switch (obstacle) {
    case 'not-a-reviewer':
      return new Problem('not-allowed', 'Only a reviewer can decide on a submission.')
    case 'own-submission':
      return new Problem(
        'not-allowed',
        'You belong to the publisher of this submission; another reviewer must decide.',
      )
    case 'being-checked':
      return new Problem('conflict', 'The check is still running. Wait for its report, then decide.')
    case 'decided':
      return new Problem(
        'already-decided',
        'This submission was decided on already. Reload the page to see how.',
      )
    case 'decided-before':
      return new Problem('not-allowed', 'You have decided on this case already; somebody else decides now.')
    case 'taken-by-another':
      return new Problem(
        'conflict',
        'Another reviewer has taken this case. Reload the page to see until when.',
      )
    case 'not-taken':
      return new Problem('conflict', 'Take this case first, then decide; so no two people decide on it.')
    case 'required-fail':
      return new Problem(
        'conflict',
        'A required rule fails, so the policy is not met. Request changes, or record a waiver where the rule allows one.',
      )
    case 'nothing-to-waive':
      return new Problem('conflict', 'No rule of the newest report fails that could be waived.')
  }
}
