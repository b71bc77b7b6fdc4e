import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintEvents, mayFollow, statusAfter, statuses, statusOf, type Status } from './complaint.ts'

test('every event in every status of a complaint', () => {
  const pasts = [undefined, ...statuses] as const
  const reached = pasts.map((status) => [
    status ?? 'nothing',
    complaintEvents.map((name) => (mayFollow(status, name) ? statusAfter(status, name) : '-')),
  ])
  assert.deepEqual(reached, [
    //                received  looked-at    acted-on    no-action
    ['nothing', ['new', '-', '-', '-']],
    ['new', ['-', 'looked-at', 'acted-on', 'no-action']],
    ['looked-at', ['-', '-', 'acted-on', 'no-action']],
    ['acted-on', ['-', '-', '-', '-']],
    ['no-action', ['-', '-', '-', '-']],
  ])
  for (const [status, row] of reached) {
    for (const [at, name] of complaintEvents.entries()) {
      const from = status === 'nothing' ? undefined : (status as Status)
      if (row?.[at] === '-') assert.throws(() => statusAfter(from, name), /cannot follow/)
    }
  }
  assert.equal(statusOf(['received', 'looked-at', 'no-action']), 'no-action')
})
