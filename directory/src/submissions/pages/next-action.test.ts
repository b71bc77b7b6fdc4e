import assert from 'node:assert/strict'
import { test } from 'node:test'
import { submissionStatuses } from '../model.ts'
import { actionOf } from './next-action.tsx'

test('a publisher is led on where it is their turn, and not away from a review that goes well', () => {
  const next = submissionStatuses.map((status) => [status, actionOf({ status, verdict: 'ready' }, true)])
  assert.deepEqual(Object.fromEntries(next), {
    checking: undefined,
    'in-review': undefined,
    'second-approval': undefined,
    'changes-requested': 'again',
    lapsed: 'again',
    rejected: 'again',
    'not-a-fit': 'again',
    appealed: undefined,
    approved: 'publish',
    published: undefined,
    withdrawn: undefined,
  })
  assert.equal(actionOf({ status: 'in-review', verdict: 'incomplete' }, true), 'check')
  assert.equal(actionOf({ status: 'approved', verdict: 'ready' }, false), undefined)
})
