import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { somebody } from '../../test/submission-bed.ts'
import { inTransaction, type SubmissionId } from '../kernel/index.ts'
import { goodTool, silentTool } from './bed.test.ts'
import { code, listedBed } from './listed.test.ts'

const bench = await listedBed()
after(() => bench[Symbol.asyncDispose]())
const { bed, review, publisher, reviewer, submitted, seenOf, listed } = bench
const deleteTool = {
  ...goodTool,
  name: 'delete_examples',
  annotations: { title: 'Delete examples', destructiveHint: true },
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
