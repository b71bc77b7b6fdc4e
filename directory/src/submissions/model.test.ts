import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem, type ReportId } from '../kernel/index.ts'
import {
  allows,
  next,
  submissionState,
  submissionStatus,
  submissionStatuses,
  type SubmissionEvent,
  type SubmissionEventName,
  type SubmissionState,
  type SubmissionStatus,
} from './model.ts'

const report = 'r1' as ReportId
const clauses = ['TOOL-01'] as const
const submitted: SubmissionEvent = { name: 'submitted', revision: 1, attempt: 1 }
const checked: SubmissionEvent = { name: 'checked', attempt: 1, report, verdict: 'ready' }
const approved: SubmissionEvent = { name: 'approved', report, lookedAt: ['tools/echo'] }
const rejected: SubmissionEvent = { name: 'rejected', clauses, text: 'Not yours.' }
const changes: SubmissionEvent = { name: 'changes-requested', clauses, text: 'Name the owner.' }

const events: Readonly<Record<SubmissionEventName, SubmissionEvent>> = {
  submitted,
  'check-requested': { name: 'check-requested', attempt: 2, revision: 1 },
  checked,
  'rejected-automatically': { name: 'rejected-automatically', attempt: 1, report, clauses },
  waived: { name: 'waived', rule: 'TOOL-04', reason: 'Titles follow.', expires: '2027-01-01' },
  'changes-requested': changes,
  rejected,
  approved,
  published: { name: 'published', version: '1.0.0' },
  withdrawn: { name: 'withdrawn' },
  resubmitted: { name: 'resubmitted', revision: 2, attempt: 2 },
  'proof-accepted': {
    name: 'proof-accepted',
    revision: 1,
    key: 'k',
    startedAt: '2026-11-21T08:00:00.000Z',
    engine: 'connectory-checker/0.1.0',
    verdict: 'ready',
    tools: 2,
  },
}
const names = Object.keys(events) as SubmissionEventName[]

const pasts: Readonly<Record<SubmissionStatus, readonly SubmissionEvent[]>> = {
  checking: [submitted],
  'in-review': [submitted, checked],
  'changes-requested': [submitted, checked, changes],
  rejected: [submitted, checked, rejected],
  approved: [submitted, checked, approved],
  published: [submitted, checked, approved, events.published],
  withdrawn: [submitted, events.withdrawn],
}

type Answer = SubmissionStatus | 'conflict' | 'already-decided'

/** Every status with every event: what comes of it, in the order of `names`. */
const truths: Readonly<Record<SubmissionStatus, Readonly<Record<SubmissionEventName, Answer>>>> = {
  checking: all('conflict', { checked: 'in-review', 'proof-accepted': 'checking', withdrawn: 'withdrawn' }),
  'in-review': all('conflict', {
    'check-requested': 'checking',
    'proof-accepted': 'in-review',
    'rejected-automatically': 'rejected',
    waived: 'in-review',
    'changes-requested': 'changes-requested',
    rejected: 'rejected',
    approved: 'approved',
    resubmitted: 'checking',
    withdrawn: 'withdrawn',
  }),
  'changes-requested': all('already-decided', { resubmitted: 'checking', withdrawn: 'withdrawn' }),
  rejected: all('already-decided', { resubmitted: 'checking', withdrawn: 'withdrawn' }),
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

function answer(state: SubmissionState | undefined, event: SubmissionEvent): string {
  try {
    return next(state, event).status
  } catch (error) {
    assert.ok(error instanceof Problem, String(error))
    assert.match(error.message, /\.$/)
    return error.code
  }
}

for (const status of submissionStatuses) {
  for (const name of names) {
    const expected = truths[status][name]
    test(`${status} + ${name} → ${expected}`, () => {
      const state = submissionState(pasts[status])
      assert.equal(state.status, status)
      assert.equal(answer(state, events[name]), expected)
      assert.equal(allows(status, name), (submissionStatuses as readonly string[]).includes(expected))
    })
  }
}

for (const name of names) {
  const expected = name === 'submitted' ? 'checking' : 'conflict'
  test(`nothing yet + ${name} → ${expected}`, () => assert.equal(answer(undefined, events[name]), expected))
}

const inReview = submissionState(pasts['in-review'])

test('the result of an attempt that is no longer the current one changes nothing', () => {
  const second = submissionState([...pasts['in-review'], events['check-requested']])
  assert.equal(second.attempt, 2)
  assert.equal(answer(second, checked), 'conflict')
  const late: SubmissionEvent = { name: 'rejected-automatically', attempt: 7, report, clauses }
  assert.equal(answer(inReview, late), 'conflict')
})

test('attempts and revisions count on by one', () => {
  assert.equal(answer(inReview, { name: 'check-requested', attempt: 3, revision: 1 }), 'conflict')
  assert.equal(answer(inReview, { name: 'check-requested', attempt: 2, revision: 2 }), 'conflict')
  const refused = submissionState(pasts.rejected)
  assert.equal(answer(refused, { name: 'resubmitted', revision: 1, attempt: 2 }), 'conflict')
  assert.equal(answer(refused, { name: 'resubmitted', revision: 2, attempt: 1 }), 'conflict')
})

test('nobody approves a report that is not the newest', () => {
  const other: SubmissionEvent = { name: 'approved', report: 'r0' as ReportId, lookedAt: [] }
  assert.equal(answer(inReview, other), 'conflict')
})

test('a waiver for the same rule replaces the earlier one, and a new revision begins without waivers', () => {
  const again: SubmissionEvent = { name: 'waived', rule: 'TOOL-04', reason: 'Longer.', expires: '2027-06-01' }
  const waived = submissionState([...pasts['in-review'], events.waived, again])
  assert.deepEqual(waived.waivers, [{ rule: 'TOOL-04', reason: 'Longer.', expires: '2027-06-01' }])
  const rechecked = next(waived, events['check-requested'])
  assert.equal(rechecked.waivers.length, 1)
  assert.equal(rechecked.report, null)
  const renewed = submissionState([...pasts['in-review'], events.waived, rejected, events.resubmitted])
  assert.deepEqual(renewed.waivers, [])
  assert.equal(renewed.objection, null)
})

test('an objection says who objected, on which clauses', () => {
  assert.deepEqual(next(inReview, events['rejected-automatically']).objection, {
    by: 'check',
    clauses: ['TOOL-01'],
    text: '',
  })
  assert.deepEqual(next(inReview, changes).objection, {
    by: 'reviewer',
    clauses: ['TOOL-01'],
    text: 'Name the owner.',
  })
  assert.equal(submissionStatus(pasts['changes-requested']), 'changes-requested')
})
