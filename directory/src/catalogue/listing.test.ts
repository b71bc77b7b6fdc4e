import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { inTransaction, Problem, type ListingId, type OrganisationId } from '../kernel/index.ts'
import { actor, facts, list, summary, tool, workbench } from './fixture.test.ts'
import { mayConnect, type ConnectorState } from './model.ts'
import { publish } from './publish.ts'
import { reserve } from './reserve.ts'
import { search } from './search.ts'
import { setStanding } from './set-standing.ts'
import { endpointBySlug, listingById, listingBySlug, shownVersion } from './store.ts'
import { release, remove } from './remove.ts'

const database = await testDatabase()
after(async () => await database[Symbol.asyncDispose]())

const because = { actor, reason: 'test' }

function reservation(organisation: OrganisationId, serverUrl: string, name = 'Mail') {
  return { organisation, name, serverUrl, actor }
}

async function refusal(work: Promise<unknown>): Promise<Problem> {
  const problem = await work.then(
    () => assert.fail('nothing was refused'),
    (error: unknown) => error,
  )
  if (!(problem instanceof Problem)) throw problem
  return problem
}

test('a listing is reserved, published and found by its slug, with an audit row for each step', async () => {
  const { db } = database
  const bench = workbench()
  const { listing: id, slug } = await list(db, bench, { name: 'Audit trail' })
  const listing = await listingBySlug(db, slug)
  assert.equal(listing?.id, id)
  assert.equal(
    listing.registryName,
    `${new URL(listing.serverUrl).host.split('.').toReversed().join('.')}/${slug}`,
  )
  assert.equal((await shownVersion(db, id))?.name, 'Audit trail')
  const { rows } = await database.pool.query('select action from audit where subject = $1 order by id', [
    `listing:${id}`,
  ])
  assert.deepEqual(rows, [{ action: 'catalogue.reserve' }, { action: 'catalogue.publish' }])
})

test('what was published is read back as it was written', async () => {
  const bench = workbench()
  const tools = [
    tool('odd\u0000', { annotations: { destructiveHint: 'yes' }, inputSchema: [1, null, { '': '💥' }] }),
  ]
  const { listing, version } = await list(database.db, bench, { tools, staticClient: true, termsUrl: null })
  assert.deepEqual(await shownVersion(database.db, listing), version)
  assert.deepEqual(version.surfaces, ['web', 'desktop', 'mobile', 'api'])
})

test('the address of a pending or live server is refused with a sentence that says whose it is', async () => {
  const { db } = database
  const bench = workbench()
  const other = bench.ids.next<OrganisationId>()
  const url = 'https://taken.example.com/mcp'
  const { id } = await reserve(db, bench, reservation(bench.organisation, url))
  const mine = await refusal(reserve(db, bench, reservation(bench.organisation, `${url}/`)))
  assert.deepEqual([mine.code, Object.keys(mine.fields)], ['already-exists', ['serverUrl']])
  assert.match(mine.message, /You have already submitted/)
  assert.match((await refusal(reserve(db, bench, reservation(other, url)))).message, /Somebody else/)
  const revision = facts({ serverUrl: url })
  const report = summary(bench.ids, bench.clock)
  await publish(db, bench, { listing: id, revision, tools: [], report, ...because })
  assert.match(
    (await refusal(reserve(db, bench, reservation(other, url)))).message,
    /already listed as "mail/,
  )
})

test('two reservations of one address at the same moment: one of them is refused', async () => {
  const bench = workbench()
  const one = reservation(bench.organisation, 'https://race.example.com/mcp', 'Race')
  const results = await Promise.allSettled(
    [one, one, one].map((each) => inTransaction(database.db, (trx) => reserve(trx, bench, each))),
  )
  assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected', 'rejected'])
})

test('listings of one name at the same moment get different slugs', async () => {
  const bench = workbench()
  const listings = await Promise.all(
    [1, 2, 3, 4].map((number) =>
      inTransaction(database.db, (trx) =>
        reserve(
          trx,
          bench,
          reservation(bench.organisation, `https://same${number}.example.com/`, 'Same name'),
        ),
      ),
    ),
  )
  const slugs = listings.map(({ slug }) => slug).toSorted()
  assert.deepEqual(slugs, ['same-name', 'same-name-2', 'same-name-3', 'same-name-4'])
})

test('a released address can be taken by others; its first owner gets the old listing and slug back', async () => {
  const { db } = database
  const bench = workbench()
  const url = 'https://released.example.com/mcp'
  const first = await reserve(db, bench, reservation(bench.organisation, url, 'Released'))
  await release(db, bench, { listing: first.id, ...because })
  const again = await reserve(db, bench, reservation(bench.organisation, url, 'Another name'))
  assert.deepEqual([again.id, again.slug], [first.id, 'released'])
  await release(db, bench, { listing: first.id, ...because })
  const other = await reserve(db, bench, reservation(bench.ids.next<OrganisationId>(), url, 'Released'))
  assert.deepEqual([other.id === first.id, other.slug], [false, 'released-2'])
})

test('releasing a published listing changes nothing', async () => {
  const bench = workbench()
  const { listing } = await list(database.db, bench)
  await release(database.db, bench, { listing, ...because })
  assert.equal((await listingById(database.db, listing))?.state, 'published')
})

test('a second approved revision is version 2 under the same slug, and is what the page and the gateway see', async () => {
  const { db } = database
  const bench = workbench()
  const { listing, slug, version } = await list(db, bench, { name: 'Ferry', authType: 'none' })
  bench.clock.advance(1_000)
  const revision = facts({ name: 'Moved', serverUrl: 'https://moved.example.com/mcp' })
  const report = summary(bench.ids, bench.clock)
  await publish(db, bench, { listing, revision, tools: [tool('new_tool')], report, ...because })
  const endpoint = await endpointBySlug(db, slug)
  assert.equal(version.version, 1)
  assert.deepEqual(
    [endpoint?.version, endpoint?.name, endpoint?.serverUrl, endpoint?.authType],
    [2, 'Moved', 'https://moved.example.com/mcp', 'oauth'],
  )
  assert.deepEqual((await search(db, { text: 'ferry', page: 1 })).hits, [])
})

test('a removed slug is a tombstone: not found, not given out again, not published again', async () => {
  const { db } = database
  const bench = workbench()
  const { listing, slug, version } = await list(db, bench, { name: 'Tombstone' })
  await remove(db, bench, { listing, by: 'operator', ...because })
  assert.deepEqual((await search(db, { text: 'tombstone', page: 1 })).hits, [])
  assert.equal((await endpointBySlug(db, slug))?.state, 'removed')
  const next = await reserve(db, bench, reservation(bench.organisation, version.serverUrl, 'Tombstone'))
  assert.equal(next.slug, 'tombstone-2')
  const wish = { ...reservation(bench.organisation, 'https://wish.example.com/'), slug: 'tombstone' }
  assert.equal((await refusal(reserve(db, bench, wish))).code, 'already-exists')
  const report = summary(bench.ids, bench.clock)
  const again = publish(db, bench, { listing, revision: facts(), tools: [], report, ...because })
  assert.equal((await refusal(again)).code, 'conflict')
})

test('a delisted listing is not found, and can be published again', async () => {
  const { db } = database
  const bench = workbench()
  const { listing, version } = await list(db, bench, { name: 'Hidden away' })
  await setStanding(db, bench, { listing, state: 'delisted', ...because })
  assert.deepEqual((await search(db, { text: 'hidden away', page: 1 })).hits, [])
  const report = summary(bench.ids, bench.clock)
  await publish(db, bench, { listing, revision: version, tools: version.tools, report, ...because })
  assert.equal((await search(db, { text: 'hidden away', page: 1 })).total, 1)
})

test('a failed publication leaves nothing behind', async () => {
  const { db } = database
  const bench = workbench()
  const { id } = await reserve(
    db,
    bench,
    reservation(bench.organisation, 'https://half.example.com/', 'Half'),
  )
  const report = summary(bench.ids, bench.clock)
  const revision = facts({ name: 'x'.repeat(101), serverUrl: 'https://half.example.com/' })
  await assert.rejects(
    inTransaction(db, (trx) => publish(trx, bench, { listing: id, revision, tools: [], report, ...because })),
  )
  assert.deepEqual([(await listingById(db, id))?.version, await shownVersion(db, id)], [0, undefined])
})

test('only its publisher connects to what is removed, so that it can be checked; before publication publisher and reviewers do', () => {
  const bench = workbench()
  const viewer = (organisation: OrganisationId, roles: readonly 'reviewer'[] = []) => ({
    person: actor.id,
    organisation,
    name: 'N',
    email: 'n@example.com',
    roles: new Set(roles),
  })
  const stranger = viewer(bench.ids.next<OrganisationId>())
  const at = (state: ConnectorState) => ({ state, organisation: bench.organisation })
  assert.equal(mayConnect(stranger, at('published')), true)
  assert.equal(mayConnect(stranger, at('unlisted')), false)
  assert.equal(mayConnect(viewer(bench.organisation), at('unlisted')), true)
  assert.equal(mayConnect(viewer(stranger.organisation, ['reviewer']), at('unlisted')), true)
  assert.equal(mayConnect(viewer(bench.organisation), at('removed')), true)
  assert.equal(mayConnect(viewer(stranger.organisation, ['reviewer']), at('removed')), false)
  assert.equal(mayConnect(viewer(bench.organisation), at('closed')), false)
})

test('there is no such listing: said, not thrown as our bug', async () => {
  const bench = workbench()
  const change = { listing: bench.ids.next<ListingId>(), ...because }
  assert.equal((await refusal(remove(database.db, bench, { ...change, by: 'publisher' }))).code, 'not-found')
  assert.equal(await endpointBySlug(database.db, "x' or 1=1"), undefined)
})
