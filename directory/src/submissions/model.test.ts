import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReportId } from '../kernel/index.ts'
import type { SubmissionEvent, SubmissionEventName } from './events.ts'
import {
  allows,
  next,
  submissionState,
  submissionStatus,
  submissionStatuses,
  type SubmissionState,
  type SubmissionStatus,
} from './model.ts'
import {
  actorOf,
  answer,
  by,
  changes,
  checked,
  clauses,
  events,
  iso,
  names,
  pasts,
  publisher,
  rejected,
  report,
  reviewer,
  system,
  taken,
} from './pasts.test.ts'

type Answer = SubmissionStatus | 'conflict' | 'already-decided'

/** Every status with every event: what comes of it, in the order of `names`. */
const truths: Readonly<Record<SubmissionStatus, Readonly<Record<SubmissionEventName, Answer>>>> = {
  checking: all('conflict', {
    checked: 'in-review',
    'proof-accepted': 'checking',
    replied: 'checking',
    withdrawn: 'withdrawn',
  }),
  'in-review': all('conflict', {
    'check-requested': 'checking',
    'proof-accepted': 'in-review',
    'rejected-automatically': 'rejected',
    'risks-named': 'in-review',
    claimed: 'in-review',
    'given-back': 'in-review',
    replied: 'in-review',
    waived: 'in-review',
    'changes-requested': 'changes-requested',
    rejected: 'rejected',
    'not-a-fit': 'not-a-fit',
    approved: 'approved',
    resubmitted: 'checking',
    withdrawn: 'withdrawn',
  }),
  'second-approval': all('conflict', {
    'check-requested': 'checking',
    claimed: 'second-approval',
    'given-back': 'second-approval',
    replied: 'second-approval',
    'changes-requested': 'changes-requested',
    rejected: 'rejected',
    'not-a-fit': 'not-a-fit',
    approved: 'approved',
    resubmitted: 'checking',
    withdrawn: 'withdrawn',
  }),
  'changes-requested': all('already-decided', {
    replied: 'changes-requested',
    'deadline-passed': 'lapsed',
    resubmitted: 'checking',
    withdrawn: 'withdrawn',
  }),
  lapsed: all('already-decided', { resubmitted: 'checking', withdrawn: 'withdrawn' }),
  rejected: all('already-decided', {
    appealed: 'appealed',
    resubmitted: 'checking',
    withdrawn: 'withdrawn',
  }),
  'not-a-fit': all('already-decided', {
    appealed: 'appealed',
    resubmitted: 'checking',
    withdrawn: 'withdrawn',
  }),
  appealed: all('conflict', {
    claimed: 'appealed',
    'given-back': 'appealed',
    replied: 'appealed',
    'appeal-granted': 'in-review',
    'appeal-refused': 'rejected',
    withdrawn: 'withdrawn',
  }),
  approved: all('already-decided', { published: 'published', withdrawn: 'withdrawn' }),
  published: all('already-decided', {}),
  withdrawn: all('already-decided', {}),
}

function all(
  refused: Answer,
  possible: Partial<Record<SubmissionEventName, Answer>>,
): Record<SubmissionEventName, Answer> {
  const everywhere = Object.fromEntries(names.map((name) => [name, refused])) as Record<
    SubmissionEventName,
    Answer
  >
  return { ...everywhere, ...possible }
}

for (const status of submissionStatuses) {
  for (const name of names) {
    const expected = truths[status][name]
    test(`${status} + ${name} → ${expected}`, () => {
      const state = submissionState(pasts[status])
      assert.equal(state.status, status)
      assert.equal(answer(state, by(actorOf(name, status), events[name], 2)), expected)
      // Refused, though the status allows it: to give back what nobody has taken, and to carry over an approval of nothing.
      const refusedByMay =
        (status === 'checking' && name === 'given-back') ||
        (status === 'in-review' && name === 'carried-over')
      const possible = (submissionStatuses as readonly string[]).includes(expected)
      assert.equal(allows(status, name), possible || refusedByMay)
    })
  }
}

for (const name of names) {
  const expected = name === 'submitted' ? 'checking' : 'conflict'
  test(`nothing yet + ${name} → ${expected}`, () =>
    assert.equal(answer(undefined, by(publisher, events[name])), expected))
}

const inReview = submissionState(taken)

test('the result of an attempt that is no longer the current one changes nothing', () => {
  const again = submissionState([...taken, by(publisher, events['check-requested'])])
  assert.equal(again.attempt, 2)
  assert.equal(answer(again, by(system, checked)), 'conflict')
  const late: SubmissionEvent = { name: 'rejected-automatically', attempt: 7, report, clauses }
  assert.equal(answer(inReview, by(system, late)), 'conflict')
  const risks: SubmissionEvent = { name: 'risks-named', attempt: 7, risks: ['payments'] }
  assert.equal(answer(inReview, by(system, risks)), 'conflict')
})

test('attempts and revisions count on by one', () => {
  const wrong = (state: SubmissionState, event: SubmissionEvent) => answer(state, by(publisher, event))
  assert.equal(wrong(inReview, { name: 'check-requested', attempt: 3, revision: 1 }), 'conflict')
  assert.equal(wrong(inReview, { name: 'check-requested', attempt: 2, revision: 2 }), 'conflict')
  const refused = submissionState(pasts.rejected)
  assert.equal(wrong(refused, { name: 'resubmitted', revision: 1, attempt: 2 }), 'conflict')
  assert.equal(wrong(refused, { name: 'resubmitted', revision: 2, attempt: 1 }), 'conflict')
})

test('nobody approves a report that is not the newest', () => {
  const other: SubmissionEvent = { name: 'approved', report: 'r0' as ReportId, lookedAt: [] }
  assert.equal(answer(inReview, by(reviewer, other)), 'conflict')
})

test('a waiver for the same rule replaces the earlier one, and a new revision begins without waivers', () => {
  const again: SubmissionEvent = { name: 'waived', rule: 'TOOL-04', reason: 'Longer.', expires: '2027-06-01' }
  const past = [...taken, by(reviewer, events.waived)]
  const waived = submissionState([...past, by(reviewer, again)])
  assert.deepEqual(waived.waivers, [{ rule: 'TOOL-04', reason: 'Longer.', expires: '2027-06-01' }])
  const rechecked = next(waived, by(publisher, events['check-requested']))
  assert.equal(rechecked.waivers.length, 1)
  assert.equal(rechecked.report, null)
  const renewed = submissionState([...past, by(reviewer, rejected), by(publisher, events.resubmitted)])
  assert.deepEqual(renewed.waivers, [])
  assert.equal(renewed.objection, null)
})

test('an objection says who objected, on which clauses, what would meet them and by when', () => {
  const automatic = next(inReview, by(system, events['rejected-automatically'])).objection
  assert.deepEqual([automatic?.by, automatic?.clauses, automatic?.decider], ['check', ['TOOL-01'], null])
  assert.deepEqual(next(inReview, by(reviewer, changes)).objection, {
    outcome: 'changes-requested',
    by: 'reviewer',
    clauses: ['TOOL-01'],
    text: 'Name the owner.',
    fixes: { 'TOOL-01': 'Say that it reads.' },
    deadline: new Date(iso(2)),
    decider: reviewer.id,
  })
  assert.equal(submissionStatus(pasts['changes-requested']), 'changes-requested')
})
