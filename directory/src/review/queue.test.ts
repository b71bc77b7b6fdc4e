import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { somebody } from '../../test/submission-bed.ts'
import type { Viewer } from '../kernel/index.ts'
import { goodTool, reviewBed } from './bed.test.ts'

test('the queue offers no case to who has decided on it or belongs to its publisher, and says why', async () => {
  await using bench = await reviewBed()
  const { bed, review, publisher, reviewer, submitted } = bench
  const id = await submitted([goodTool])
  const { seen } = await review.claim(reviewer, id)
  const rejection = { seen, decision: 'reject', clauses: ['POL-2.B'], lookedAt: [] } as const
  const rejected = await review.decide(reviewer, id, { ...rejection, text: 'It does something else.' })
  await bed.submissions.appeal(publisher, id, { seen: rejected.seen, text: 'It does not.' })
  const obstacleFor = async (viewer: Viewer) =>
    (await review.queue(viewer)).find(({ row }) => row.id === id)?.obstacle
  const colleague = { ...somebody(bed.ids, 'reviewer'), organisation: publisher.organisation }
  assert.deepEqual(
    [
      await obstacleFor(reviewer),
      await obstacleFor({ ...publisher, roles: new Set(['reviewer'] as const) }),
      await obstacleFor(colleague),
      await obstacleFor(somebody(bed.ids, 'reviewer')),
    ],
    ['decided-before', 'own-submission', 'own-submission', null],
  )
})

test('a case whose past cannot be read waits beside the others, and nobody takes it', async () => {
  await using bench = await reviewBed()
  const { bed, review, submitted } = bench
  const broken = await submitted([goodTool], { name: 'Broken' })
  const whole = await submitted([goodTool], { name: 'Whole' })
  await sql`update event set kind = 'from-tomorrow' where stream = ${`submission:${broken}`} and kind = 'checked'`.execute(
    bed.db,
  )
  const viewer = somebody(bed.ids, 'reviewer')
  const ids = (await review.queue(viewer)).map(({ row }) => row.id)
  assert.deepEqual(new Set(ids), new Set([broken, whole]))
  await assert.rejects(review.claim(viewer, broken))
  await review.claim(viewer, whole)
})
