import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Endpoint } from '../catalogue/index.ts'
import type { Hold } from '../holds/index.ts'
import type { SubmissionRow } from '../submissions/index.ts'
import { waitingOf, type WaitingFacts } from './waiting.ts'

const mail = {
  listing: 'l1',
  slug: 'mail',
  name: 'Mail',
  organisation: 'o1',
  version: 2,
} as unknown as Endpoint
const row = (change: object) =>
  ({ id: 's1', listing: 'l1', name: 'Mail', status: 'published', answerBy: null, ...change }) as SubmissionRow
const hold = (change: object) => ({ listing: 'l1', organisation: 'o1', version: 2, ...change }) as Hold
const well = { stage: 'listed' } as NonNullable<WaitingFacts['listings'][number]['ledger']>
const day = (date: string) => new Date(`2026-12-${date}`)

function kinds(facts: Partial<WaitingFacts>) {
  const all = waitingOf({
    submissions: [],
    listings: [{ endpoint: mail, ledger: well }],
    holds: [],
    ...facts,
  })
  return all.map(({ kind, by }) => (by === null ? kind : `${kind} ${by.toISOString().slice(8, 10)}`))
}

test('requests for changes and steps against a listing wait for its publisher, the earliest date first', () => {
  const ledger = { ...well, stage: 'warned', dueAt: day('05'), pausedAt: null, objectedAt: null } as const
  const submissions = [
    row({ status: 'approved' }),
    row({ id: 's2', listing: 'l2', status: 'changes-requested', answerBy: day('01') }),
  ]
  const listings = [{ endpoint: mail, ledger }]
  assert.deepEqual(kinds({ submissions, listings }), ['changes-requested 01', 'unreliable 05', 'approved'])
  const objected = { ...ledger, objectedAt: day('02') }
  assert.deepEqual(kinds({ listings: [{ endpoint: mail, ledger: objected }] }), ['objected'])
})

test('what is well, in other hands, or followed by a newer submission waits for nobody', () => {
  assert.deepEqual(kinds({ submissions: [row({}), row({ status: 'in-review' })] }), [])
  const older = row({ id: 's0', status: 'lapsed' })
  assert.deepEqual(kinds({ submissions: [row({}), older] }), [])
  assert.deepEqual(kinds({ submissions: [older] }), ['lapsed'])
})

test('a stop, and tools of this version that are held, wait; a warning and other listings do not', () => {
  const changed = (change: object) => hold({ kind: 'changed-tool', severity: 'major', ...change })
  assert.deepEqual(kinds({ holds: [hold({ kind: 'server' }), changed({})] }), ['stopped', 'changed-tool'])
  assert.deepEqual(kinds({ holds: [hold({ kind: 'publisher', listing: 'l9' })] }), ['stopped'])
  const others = [
    changed({ severity: 'minor' }),
    changed({ version: 1 }),
    hold({ kind: 'server', listing: 'l9' }),
  ]
  assert.deepEqual(kinds({ holds: others }), [])
})
