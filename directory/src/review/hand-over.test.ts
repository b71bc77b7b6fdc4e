import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inspect } from 'node:util'
import { createSafeFetch } from '@connectory/wire'
import { sql } from 'kysely'
import { somebodyWaits } from '../../test/somebody-waits.ts'
import { somebody } from '../../test/submission-bed.ts'
import type { Catalogue } from '../catalogue/index.ts'
import { inTransaction, type Viewer } from '../kernel/index.ts'
import { createOwnership, type Ownership } from '../ownership/index.ts'
import type { Submissions } from '../submissions/index.ts'
import { code, listedBed } from './listed.test.ts'

const bench = await listedBed()
const fetch = createSafeFetch({ allowLoopback: true })
after(async () => {
  await fetch.close()
  await bench[Symbol.asyncDispose]()
})
const { bed, publisher, listed } = bench

/**
 * Handing over and removing.
 *
 * @param before what happens when an offer is locked and its listing not yet
 * @param after what happens when a listing is removed and nobody else knows
 */
function ownershipFor(receiver: Viewer, { before = async () => {}, after = async () => {} } = {}) {
  const people = {
    isOwner: async () => true,
    organisationOf: async () => receiver.organisation,
    namesOf: async () => new Map(),
  }
  const ports = { fetch, people, textRecords: async () => [], isStopped: async () => false }
  const handOver: Submissions['handOver'] = async (...given) => {
    await before()
    await bed.submissions.handOver(...given)
  }
  const remove: Catalogue['remove'] = async (...given) => {
    await bed.catalogue.remove(...given)
    await after()
  }
  const submissions = { ...bed.submissions, handOver }
  return createOwnership({ ...bed, ...ports, submissions, catalogue: { ...bed.catalogue, remove } })
}

/** An offer for which an operator is asked, and what the operator answers. */
async function askedFor(ownership: Ownership, receiver: Viewer, slug: string) {
  const operator = somebody(bed.ids, 'operator')
  const offer = await ownership.offer(publisher, slug, { email: receiver.email })
  await ownership.answer(receiver, offer, { name: 'accepted', text: '' })
  await ownership.answer(receiver, offer, { name: 'asked', text: 'The site is not ours yet.' })
  return () => ownership.answer(operator, offer, { name: 'approved', text: 'They bought it, we asked.' })
}

for (const verb of ['removed', 'handed over'] as const) {
  test(`a version is withdrawn while its listing is ${verb}: one waits for the other, and both are done`, async () => {
    const receiver = somebody(bed.ids)
    const ownership = ownershipFor(receiver)
    const one = await listed(`Locks when ${verb}`)
    const { id } = await one.next({ tagline: 'Finds what is locked' })
    const [, slug = ''] = await one.shown()
    let work = async () => await ownership.remove(publisher, String(slug), { reason: '' })
    if (verb === 'handed over') work = await askedFor(ownership, receiver, String(slug))
    const [locked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    // What `withdraw` does, with time for the other between its locks.
    const withdrawal = inTransaction(bed.db, async (trx) => {
      const submission = await bed.submissions.load(trx, id)
      locked.resolve()
      await goOn.promise
      const change = { actor: { kind: 'person', id: publisher.person }, reason: 'Withdrawn.' } as const
      await bed.submissions.record(trx, submission, { ...change, event: { name: 'withdrawn' } })
    })
    await locked.promise
    const other = work()
    await Promise.race([somebodyWaits(bed.db), other.then(() => assert.fail('It waited for nobody.'))])
    goOn.resolve()
    const results = await Promise.allSettled([withdrawal, other])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'fulfilled'],
      inspect(results),
    )
    const found = await bed.catalogue.byId(one.listing)
    const [state, { organisation }] =
      verb === 'removed' ? (['removed', publisher] as const) : (['published', receiver] as const)
    assert.deepEqual([found?.state, found?.organisation], [state, organisation])
  })
}

test('a listing is removed while it is handed over: one waits for the other, and nobody removes what is not theirs any more', async () => {
  const receiver = somebody(bed.ids)
  const [locked, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const before = async () => {
    locked.resolve()
    await goOn.promise
  }
  const ownership = ownershipFor(receiver, { before })
  const one = await listed('Locks when offered')
  const [, slug = ''] = await one.shown()
  const approval = (await askedFor(ownership, receiver, String(slug)))()
  await locked.promise
  const removal = code(ownership.remove(publisher, String(slug), { reason: '' }))
  await Promise.race([somebodyWaits(bed.db), removal.then(() => assert.fail('It waited for nobody.'))])
  goOn.resolve()
  await approval
  assert.equal(await removal, 'conflict')
  const found = await bed.catalogue.byId(one.listing)
  assert.deepEqual([found?.state, found?.organisation], ['published', receiver.organisation])
})

test('a listing is offered while it is removed: the offer waits, and what was removed is offered to nobody', async () => {
  const receiver = somebody(bed.ids)
  const [removed, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const after = async () => {
    removed.resolve()
    await goOn.promise
  }
  const ownership = ownershipFor(receiver, { after })
  const one = await listed('Removed when offered')
  const [, slug = ''] = await one.shown()
  const removal = ownership.remove(publisher, String(slug), { reason: '' })
  await removed.promise
  const offer = code(ownership.offer(publisher, String(slug), { email: receiver.email }))
  try {
    await Promise.race([somebodyWaits(bed.db), offer.then(() => assert.fail('It waited for nobody.'))])
  } finally {
    goOn.resolve()
  }
  await removal
  assert.equal(await offer, 'conflict')
  const { rows } = await sql`select id from transfer where listing_id = ${one.listing}`.execute(bed.db)
  assert.deepEqual(rows, [])
})
