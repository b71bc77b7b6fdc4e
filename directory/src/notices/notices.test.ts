import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import {
  createIds,
  createJobs,
  createLog,
  inTransaction,
  manualClock,
  type OrganisationId,
  type PersonId,
  type Viewer,
} from '../kernel/index.ts'
import { createNotices } from './create-notices.ts'
import type { News } from './model.ts'
import { noticeQueue } from './tell.ts'

async function bed() {
  const resources = new AsyncDisposableStack()
  const { db, connectionString } = resources.use(await testDatabase())
  const clock = manualClock(new Date('2026-11-21T12:00:00Z'))
  const ids = createIds(clock)
  const jobs = await createJobs({ connectionString, log: createLog('silent'), queues: [noticeQueue] })
  resources.defer(() => jobs.stop())
  const notices = createNotices({ db, clock, ids, jobs })
  const viewer = (organisation = ids.next<OrganisationId>()): Viewer => ({
    person: ids.next<PersonId>(),
    organisation,
    name: 'Ada Example',
    email: 'ada@example.com',
    roles: new Set(),
  })
  return { db, clock, jobs, notices, viewer, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

function newsFor(to: News['to'], change: Partial<News> = {}): News {
  return {
    kind: 'submissions.rejected',
    to,
    about: 'submission:1',
    occasion: 'event 4',
    what: { key: 'notices.title' },
    why: { key: 'notices.lead' },
    whatToDo: { key: 'shell.inbox-unread', parameters: { count: 2 } },
    link: '/submissions/1',
    ...change,
  }
}

test('what is told stands in the inbox of those whom it is for, once, and is read by each on their own', async () => {
  await using the = await bed()
  const { db, notices, clock, jobs } = the
  const ada = the.viewer()
  const ben = the.viewer(ada.organisation)
  const eve = the.viewer()
  const everybody = { organisation: ada.organisation }
  const tell = (news: News) => inTransaction(db, (trx) => notices.tell(trx, news))

  const first = await tell(newsFor(everybody, { quote: ' Say who you are. ', by: clock.now() }))
  assert.ok(first)
  // A second process that saw the same, and a later event of the same thing.
  assert.equal(await tell(newsFor(everybody)), undefined)
  clock.advance(1000)
  const forBen = await tell(newsFor({ ...everybody, person: ben.person }, { occasion: 'event 5' }))
  assert.ok(forBen)
  assert.equal(await jobs.left(noticeQueue), 2)

  const { notices: adas } = await notices.inbox(ada)
  assert.deepEqual(
    adas.map(({ id, quote, by, read }) => ({ id, quote, by, read })),
    [{ id: first, quote: 'Say who you are.', by: new Date('2026-11-21T12:00:00Z'), read: false }],
  )
  assert.deepEqual(
    (await notices.inbox(ben)).notices.map(({ id }) => id),
    [forBen, first],
  )
  assert.deepEqual(await notices.inbox(eve), { notices: [], next: undefined })
  await assert.rejects(notices.one(eve, first), { code: 'not-found' })
  await assert.rejects(notices.one(ada, forBen), { code: 'not-found' })
  await assert.rejects(notices.markRead(eve, first, true), { code: 'not-found' })

  await notices.markRead(ada, first, true)
  assert.deepEqual([await notices.unread(ada), await notices.unread(ben)], [0, 2])
  await notices.markAllRead(ben, first)
  assert.equal(await notices.unread(ben), 1)
  assert.equal((await notices.inbox(ben, { unreadOnly: true })).notices[0]?.id, forBen)
  await notices.markRead(ada, first, false)
  assert.equal(await notices.unread(ada), 1)

  clock.advance(401 * 24 * 3_600_000)
  await notices.forgetOld()
  assert.equal(await notices.unread(ben), 0)
})

test('a notice is not told when what it speaks of is undone', async () => {
  await using the = await bed()
  const ada = the.viewer()
  const undone = inTransaction(the.db, async (trx) => {
    await the.notices.tell(trx, newsFor({ organisation: ada.organisation }))
    throw new Error('undone')
  })
  await assert.rejects(undone, /undone/)
  assert.equal(await the.notices.unread(ada), 0)
  assert.equal(await the.jobs.left(noticeQueue), 0)
})

test('a long inbox has pages, newest first', async () => {
  await using the = await bed()
  const ada = the.viewer()
  for (let n = 0; n < 21; n += 1) {
    await inTransaction(the.db, (trx) =>
      the.notices.tell(trx, newsFor({ organisation: ada.organisation }, { occasion: `event ${n}` })),
    )
  }
  const { notices, next } = await the.notices.inbox(ada)
  assert.equal(notices[0]?.occasion, 'event 20')
  const rest = await the.notices.inbox(ada, { before: next })
  assert.deepEqual(
    [notices.length, rest.notices.map(({ occasion }) => occasion), rest.next],
    [20, ['event 0'], undefined],
  )
})
