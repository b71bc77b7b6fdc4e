import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inspect } from 'node:util'
import { createSafeFetch } from '@connectory/wire'
import { sql } from 'kysely'
import { somebodyWaits } from '../../test/somebody-waits.ts'
import { somebody } from '../../test/submission-bed.ts'
import { inTransaction, Problem, type SubmissionId, type Viewer } from '../kernel/index.ts'
import { createOwnership, type Ownership } from '../ownership/index.ts'
import type { Submissions } from '../submissions/index.ts'
import { goodTool, reviewBed, silentTool } from './bed.test.ts'
import { loadConsole } from './load-console.ts'

const bench = await reviewBed()
const fetch = createSafeFetch({ allowLoopback: true })
after(async () => {
  await fetch.close()
  await bench[Symbol.asyncDispose]()
})
const { bed, review, publisher, reviewer, submitted } = bench
const ports = { organisations: { isMember: async () => false } }
const deleteTool = {
  ...goodTool,
  name: 'delete_examples',
  annotations: { title: 'Delete examples', destructiveHint: true },
}

async function seenOf(id: SubmissionId): Promise<number> {
  return (await bed.submissions.load(bed.db, id)).seen
}

async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => assert.fail('nothing was refused'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof Problem)) throw error
  return error.code
}

/** A listed connector whose server's tools the test can change; `next` submits a new version and checks it. */
async function listed(name: string) {
  const tools: unknown[] = [goodTool]
  const first = await submitted(tools, { name })
  const { listing } = await bed.submissions.load(bed.db, first)
  const { facts } = await bed.submissions.revision(bed.db, first)
  let newest = first
  const shown = async () => {
    const found = await bed.catalogue.byId(listing)
    const version = await bed.catalogue.shownVersion(listing)
    return [found?.state, found?.slug, version?.version, version?.name, version?.tagline]
  }
  const publish = async (id: SubmissionId, lookedAt: readonly 'call'[]) => {
    await review.claim(reviewer, id)
    const form = { decision: 'approve', clauses: [], text: '', lookedAt } as const
    const { state } = await review.decide(reviewer, id, { ...form, seen: await seenOf(id) })
    if (state.status === 'published') newest = id
    return state.status
  }
  await publish(first, ['call'])
  return {
    tools,
    listing,
    publish,
    shown,
    async next(change: Partial<typeof facts>) {
      const more = { seen: await seenOf(newest), publishOnApproval: true }
      const { id } = await bed.submissions.update(publisher, newest, {
        ...more,
        facts: { ...facts, ...change },
      })
      await bed.probe.run({ submission: id, attempt: 1 })
      const view = await loadConsole({ ...bed, ...ports }, reviewer, id)
      if (view.submission.state.status === 'published') newest = id
      return { id, status: view.submission.state.status, extent: view.update?.extent, view }
    },
  }
}

test('what is listed stays beside its new version, which is reviewed as far as it changes; the slug stays for ever', async () => {
  const one = await listed('Ledger')
  const before = await one.shown()
  assert.deepEqual(before, ['published', 'ledger', 1, 'Ledger', 'Finds examples'])
  const texts = await one.next({ name: 'Daybook', tagline: 'Finds older examples' })
  assert.deepEqual([texts.status, texts.extent, texts.view.missing], ['in-review', 'texts', []])
  assert.deepEqual(texts.view.gates.find(({ gate }) => gate === 'texts-changed')?.rules, ['name', 'tagline'])
  assert.equal(await code(one.next({})), 'conflict')
  assert.deepEqual(await one.shown(), before)
  assert.equal(await one.publish(texts.id, []), 'published')
  assert.deepEqual(await one.shown(), ['published', 'ledger', 2, 'Daybook', 'Finds older examples'])
  assert.deepEqual(
    (await bed.catalogue.formerNames(one.listing)).map(({ name }) => name),
    ['Ledger'],
  )

  const nothing = await one.next({ name: 'Daybook', tagline: 'Finds older examples' })
  assert.deepEqual([nothing.status, (await one.shown())[2]], ['published', 3])
  const past = await bed.submissions.past(bed.db, nothing.id)
  assert.deepEqual(
    past.slice(2).map(({ event, actor }) => [event.name, actor.kind]),
    [
      ['carried-over', 'system'],
      ['published', 'system'],
    ],
  )

  const same = { name: 'Daybook', tagline: 'Finds older examples' }
  const answered = await one.next({
    ...same,
    answers: { ownership: 'third-party', iconUrl: 'https://other.example/i.png' },
  })
  assert.deepEqual([answered.status, answered.extent], ['in-review', 'texts'])
  assert.deepEqual(answered.view.gates.find(({ gate }) => gate === 'texts-changed')?.rules, [
    'iconUrl',
    'ownership',
  ])
  await bed.submissions.withdraw(publisher, answered.id, { seen: await seenOf(answered.id) })
  assert.equal(await bed.submissions.iconOf(bed.db, one.listing), '')

  one.tools.push(deleteTool)
  const tools = await one.next({ name: 'Daybook', tagline: 'Finds older examples' })
  assert.deepEqual([tools.extent, tools.view.missing], ['full', ['call']])
  assert.equal(await one.publish(tools.id, ['call']), 'second-approval')
})

test('a new version that is rejected or withdrawn leaves the listing as it is, and can be mended', async () => {
  const one = await listed('Atlas')
  const before = await one.shown()
  const first = await one.next({ tagline: 'The best of all' })
  await review.claim(reviewer, first.id)
  const form = {
    decision: 'reject',
    clauses: ['POL-2.B'],
    text: 'It is not.  Prove it.',
    lookedAt: [],
  } as const
  await review.decide(reviewer, first.id, { ...form, seen: await seenOf(first.id) })
  assert.deepEqual(await one.shown(), before)
  const second = await one.next({ tagline: 'Finds old maps' })
  const resubmit = async (id: SubmissionId) =>
    await bed.submissions.resubmit(publisher, id, { seen: await seenOf(id) })
  assert.equal(await code(resubmit(first.id)), 'conflict')
  await bed.submissions.withdraw(publisher, second.id, { seen: await seenOf(second.id) })
  assert.deepEqual(await one.shown(), before)
  assert.equal((await resubmit(first.id)).state.status, 'checking')
  one.tools.splice(0, 1, silentTool)
  await bed.probe.run({ submission: first.id, attempt: 2 })
  assert.equal((await bed.submissions.load(bed.db, first.id)).state.status, 'rejected')
  assert.deepEqual(await one.shown(), before)
  assert.equal(
    await code(
      bed.submissions.update(somebody(bed.ids), first.id, {
        seen: 1,
        facts: first.view.revision.facts,
        publishOnApproval: true,
      }),
    ),
    'not-found',
  )
})

test('a test account is for every case of its listing: what ends one case counts no days while another is open', async () => {
  const first = await submitted([silentTool])
  const { listing } = await bed.submissions.load(bed.db, first)
  const { facts } = await bed.submissions.revision(bed.db, first)
  const again = await bed.submissions.submit(publisher, facts, { publishOnApproval: true })
  assert.equal(again.listing, listing)
  await bed.submissions.giveAccount(publisher, again.id, { name: 'tess', secret: 'sesame', hints: '' })
  const kept = async () => {
    const { account } = await bed.testAccounts.view(bed.db, { listing })
    return account?.end?.why ?? account?.expiresAt
  }
  await bed.submissions.appeal(publisher, first, {
    seen: await seenOf(first),
    text: 'It has hints, I think.',
  })
  await review.claim(reviewer, first)
  const form = { seen: await seenOf(first), granted: false, text: 'No tool declares a hint.' }
  await review.decideAppeal(reviewer, first, form)
  assert.equal(await kept(), null)
  await bed.submissions.withdraw(publisher, first, { seen: await seenOf(first) })
  assert.equal(await kept(), null)
  await bed.submissions.withdraw(publisher, again.id, { seen: await seenOf(again.id) })
  assert.equal(await kept(), 'withdrawn')
})

test('a new version asks for a test account where there is none; what is not in the directory keeps none after a withdrawal', async () => {
  const one = await listed('Vault')
  const account = async () => (await bed.testAccounts.view(bed.db, { listing: one.listing })).account
  const asked = async () => {
    const { notices } = await bed.notices.inbox(publisher)
    return notices.filter(({ kind }) => kind === 'test-accounts.missing').map(({ link }) => link)
  }
  const words = { name: 'tess', secret: 'sesame', hints: '' }
  const move = async (state: 'delisted' | 'published') => {
    const change = { listing: one.listing, state, actor: { kind: 'system', name: 'test' } } as const
    await inTransaction(bed.db, (trx) => bed.catalogue.setStanding(trx, { ...change, reason: 'It fails.' }))
  }
  const first = await one.next({ auth: 'oauth', tagline: 'Finds what is locked away' })
  assert.deepEqual(await asked(), [`/submissions/${first.id}/test-account`])
  await bed.submissions.giveAccount(publisher, first.id, words)
  await move('delisted')
  assert.equal((await account())?.end?.why, 'taken-down')
  assert.equal((await asked()).length, 2)
  await bed.submissions.giveAccount(publisher, first.id, words)
  await bed.submissions.withdraw(publisher, first.id, { seen: await seenOf(first.id) })
  assert.equal((await account())?.end?.why, 'withdrawn')
  const audited = sql<{ why: string }>`select detail ->> 'why' as why from audit
    where action = 'test-accounts.destroyed' and subject = ${`listing:${one.listing}`} order by at, id`
  assert.deepEqual(
    (await audited.execute(bed.db)).rows.map(({ why }) => why),
    ['taken-down', 'withdrawn'],
  )
  await move('published')
  const second = await one.next({ auth: 'oauth', tagline: 'Finds what is locked away' })
  assert.equal((await asked()).length, 3)
  await bed.submissions.giveAccount(publisher, second.id, words)
  await bed.submissions.withdraw(publisher, second.id, { seen: await seenOf(second.id) })
  assert.deepEqual([(await account())?.end, (await account())?.expiresAt instanceof Date], [null, true])
  await bed.submissions.removeAccount(publisher, second.id)
  // What begins again asks again.
  const third = await one.next({ auth: 'oauth', tagline: 'The best of all' })
  await review.claim(reviewer, third.id)
  const form = { decision: 'reject', clauses: ['POL-2.B'], text: 'It is not.', lookedAt: [] } as const
  await review.decide(reviewer, third.id, { ...form, seen: await seenOf(third.id) })
  assert.equal((await asked()).length, 4)
  const text = 'It is the best, I think.'
  await bed.submissions.appeal(publisher, third.id, { seen: await seenOf(third.id), text })
  assert.equal((await asked()).length, 5)
})

/** Handing over and removing. @param before what happens when an offer is locked and its listing not yet */
function ownershipFor(receiver: Viewer, before = async () => {}) {
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
  return createOwnership({ ...bed, ...ports, submissions: { ...bed.submissions, handOver } })
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
  const ownership = ownershipFor(receiver, async () => {
    locked.resolve()
    await goOn.promise
  })
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
