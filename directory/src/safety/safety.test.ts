import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../test/database.ts'
import { safetyBed } from '../../test/safety-bed.ts'
import { inTransaction, type Viewer } from '../kernel/index.ts'

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())

const stage = (serverUrl: string) => safetyBed(database, serverUrl)

test('one reviewer puts a connector in quarantine at once, and it comes back as it was', async () => {
  const bed = await stage('https://mcp.ledger.example.com/mcp')
  const { order, shown, told, publisher, safety, slug, somebody, holds } = bed
  const rita = somebody('reviewer')
  assert.deepEqual(await shown(), { state: 'published', found: true, stopped: undefined })
  await order(rita, 'quarantine')
  assert.deepEqual(await shown(), { state: 'hidden', found: false, stopped: 'It sends mail to strangers.' })
  assert.deepEqual(
    told.map(({ kind, to, quote }) => [kind, to.organisation, quote]),
    [['safety.quarantined', publisher.organisation, 'It sends mail to strangers.']],
  )
  const [hold] = holds.active()
  assert.ok(hold)
  await assert.rejects(holds.release(somebody('operator'), hold.id, 'Why not.'), /in quarantine/)
  await assert.rejects(order(rita, 'ask-block'), /role "operator"/)
  await assert.rejects(order(publisher, 'release'), /your own organisation/)
  await assert.rejects(order(somebody('operator'), 'release', ' '), /not|reason/i)
  await assert.rejects(
    safety.order(rita, slug, { name: 'release', seen: 0, reason: 'Old page.' }),
    /has changed in the meantime/,
  )
  await order(rita, 'release', 'A false alarm.')
  assert.deepEqual(await shown(), { state: 'published', found: true, stopped: undefined })
  assert.deepEqual((await bed.actions()).slice(2), [
    'safety.quarantined',
    'catalogue.restrict',
    'holds.quarantine',
    'safety.released',
    'catalogue.end-restriction',
    'holds.lift-quarantine',
  ])
})

test('whatever else happens to a connector in quarantine shows when it is released, and not before', async () => {
  const { order, shown, somebody, catalogue, db, listing } = await stage('https://mcp.other.example.org/mcp')
  const rita = somebody('reviewer')
  await order(rita, 'quarantine')
  const actor = { kind: 'system', name: 'reliability' } as const
  const move = async (state: 'published' | 'hidden' | 'delisted') =>
    await inTransaction(db, (trx) =>
      catalogue.setStanding(trx, { listing, state, actor, reason: 'It fails.' }),
    )
  await move('delisted')
  assert.equal((await shown()).state, 'delisted')
  await move('published')
  assert.deepEqual([(await shown()).state, (await shown()).found], ['hidden', false])
  await move('hidden')
  await order(rita, 'release')
  assert.deepEqual([(await shown()).state, (await shown()).stopped], ['hidden', undefined])
  await order(rita, 'quarantine')
  await inTransaction(db, (trx) =>
    catalogue.remove(trx, { listing, by: 'publisher', actor, reason: 'Withdrawn.' }),
  )
  await order(rita, 'release')
  assert.equal((await shown()).state, 'removed')
})

test('a block takes effect when a second operator signs it: delisted, and publisher and domain submit nothing', async () => {
  const { order, shown, somebody, publisher, refuseBlocked, told } = await stage(
    'https://mcp.blocked.example.net/mcp',
  )
  const [ada, bo] = [somebody('operator'), somebody('operator')]
  const stranger = somebody().organisation
  await order(ada, 'quarantine')
  await order(ada, 'ask-block', 'It steals tokens.')
  await assert.rejects(order(ada, 'sign-block'), /had a part in this decision/)
  assert.deepEqual(await shown(), { state: 'hidden', found: false, stopped: 'It sends mail to strangers.' })
  await refuseBlocked(publisher.organisation, 'https://mcp.fresh.example/mcp')
  await order(bo, 'sign-block', 'It steals tokens.')
  assert.deepEqual(await shown(), { state: 'delisted', found: false, stopped: 'It steals tokens.' })
  assert.deepEqual(
    told.map(({ kind }) => kind),
    ['safety.quarantined', 'safety.blocked'],
  )
  await assert.rejects(refuseBlocked(publisher.organisation, 'https://mcp.fresh.test/mcp'), /is blocked/)
  await assert.rejects(refuseBlocked(stranger, 'https://other.example.net/'), /is blocked/)
  await refuseBlocked(stranger, 'https://mcp.innocent.test/')
  await order(bo, 'unblock', 'They have changed hands.')
  assert.equal((await shown()).stopped, 'It sends mail to strangers.')
  await assert.rejects(order(bo, 'release'), /had a part in this decision/)
  await refuseBlocked(publisher.organisation, 'https://mcp.fresh.test/mcp')
  await order(ada, 'release')
  assert.deepEqual(await shown(), { state: 'published', found: true, stopped: undefined })
})

test('a publisher reads what concerns them, objects once, and gets an answer from somebody else', async () => {
  const { order, somebody, publisher, safety, listing, slug, told } = await stage(
    'https://mcp.heard.example.co/mcp',
  )
  const [ada, bo] = [somebody('operator'), somebody('operator')]
  await order(ada, 'quarantine')
  await order(ada, 'ask-block', 'A word among operators.')
  const seen = await safety.view(publisher, slug)
  assert.deepEqual(
    [seen.standing.stage, seen.steps.map(({ name }) => name), seen.seen, seen.inside],
    ['quarantined', ['quarantined'], 2, false],
  )
  assert.deepEqual(seen.standing.since, seen.steps[0]?.at)
  const finds = async (viewer: Viewer) =>
    (await safety.restricted(viewer)).some((one) => one.listing === listing)
  assert.deepEqual([await finds(publisher), await finds(bo)], [false, true])
  await assert.rejects(safety.view(somebody(), slug), /no such connector/)
  await safety.object(publisher, slug, { seen: 2, text: 'It was our own test.' })
  await assert.rejects(safety.object(publisher, slug, { seen: 3, text: 'Again.' }), /has changed/)
  assert.equal((await safety.restricted(bo))[0]?.objected, true)
  await assert.rejects(order(ada, 'refuse-objection'), /had a part/)
  await order(bo, 'refuse-objection', 'It was not.')
  assert.deepEqual([told.at(-1)?.kind, told.at(-1)?.quote], ['safety.objection-refused', 'It was not.'])
  await assert.rejects(safety.restricted(publisher.roles.size > 0 ? somebody() : publisher), /needs the role/)
})

test('a person reports a connector, gets an answer, and its publisher never learns who it was', async () => {
  const { safety, slug, somebody, publisher, told, decides, db } = await stage(
    'https://mcp.reported.example.dev/mcp',
  )
  const [paula, rita, olga] = [somebody(), somebody('reviewer'), somebody('operator')]
  decides.push(rita, olga)
  const text = 'It mails my contacts. I am Paula Quint.'
  await assert.rejects(safety.complain(publisher, slug, { kind: 'broken', text }), /your own connector/)
  await assert.rejects(safety.complain(paula, slug, { kind: 'broken', text: ' ' }), /Say what happened/)
  const id = await safety.complain(paula, slug, { kind: 'malicious', text })
  await assert.rejects(safety.complain(paula, slug, { kind: 'broken', text }), /nobody has answered yet/)
  assert.deepEqual(
    told.map(({ kind, to }) => [kind, to.person]),
    [olga, rita].map(({ person }) => ['safety.received', person]),
  )
  for (const stranger of [somebody(), publisher]) {
    await assert.rejects(safety.complaint(stranger, id), /no such report/)
    assert.ok(!(await safety.queue(stranger)).some((one) => one.id === id))
  }
  const { words, complaint, decides: mayDecide } = await safety.complaint(rita, id)
  assert.deepEqual([words.text, complaint.status, mayDecide], [text, 'new', true])
  assert.equal((await safety.complaint(paula, id)).decides, false)
  const decision = { seen: 2, answer: 'Thank you, it is in quarantine.', toPublisher: 'Stop mailing.' }
  await assert.rejects(
    safety.decide(paula, id, { ...decision, outcome: 'no-action' }),
    /Somebody else decides/,
  )
  await safety.decide(rita, id, { ...decision, seen: 1, outcome: 'looked-at' })
  await assert.rejects(safety.decide(olga, id, { ...decision, seen: 1, outcome: 'acted-on' }), /has changed/)
  await assert.rejects(
    safety.decide(rita, id, { ...decision, outcome: 'acted-on', answer: '' }),
    /Answer who/,
  )
  await safety.decide(rita, id, { ...decision, outcome: 'acted-on' })
  const [answer, message] = told.slice(-2)
  assert.deepEqual([answer?.to.person, answer?.quote], [paula.person, decision.answer])
  assert.notEqual(slug, 'Ledger')
  assert.deepEqual(
    [told[0], answer, message].map((news) => news?.what.parameters),
    [{ connector: 'Ledger' }, { connector: 'Ledger' }, { connector: 'Ledger' }],
  )
  assert.deepEqual([message?.to, message?.quote], [{ organisation: publisher.organisation }, 'Stop mailing.'])
  const tells = JSON.stringify(message)
  for (const secret of [paula.person, paula.organisation, id, 'Quint']) assert.ok(!tells.includes(secret))
  for (const table of ['audit', 'event'] as const) {
    const rows = await db
      .selectFrom(table)
      .select('actor')
      .where('organisation_id', '=', publisher.organisation)
      .execute()
    assert.ok(!rows.some(({ actor }) => actor === paula.person), table)
  }
  assert.deepEqual(
    (await safety.mine(paula)).map(({ status }) => status),
    ['acted-on'],
  )
  await safety.complain(paula, slug, { kind: 'broken', text: 'Again.' })
})

test('the words of a report are sealed; one person sends ten in a day', async () => {
  const { safety, slug, somebody, clock, db } = await stage('https://mcp.patient.example.dev/mcp')
  const [paula, olga] = [somebody(), somebody('operator')]
  for (let sent = 0; sent < 10; sent += 1) {
    const id = await safety.complain(paula, slug, { kind: 'broken', text: 'Nothing comes back.' })
    await safety.decide(olga, id, { outcome: 'no-action', seen: 1, answer: 'It does.', toPublisher: '' })
  }
  await assert.rejects(
    safety.complain(paula, slug, { kind: 'broken', text: 'Again.' }),
    /10 reports in a day/,
  )
  clock.advance(86_400_000)
  await safety.complain(paula, slug, { kind: 'broken', text: 'Again.' })
  const stored = await sql<{ text: string }>`select text from complaint`.execute(db)
  assert.ok(stored.rows.every(({ text }) => text.startsWith('v2:')))
})

test('anybody reports a vulnerability; operators only read it, and each reading stands in the audit', async () => {
  const { safety, slug, somebody, publisher, told, turns, decides, db } = await stage(
    'https://mcp.leaky.example.dev/mcp',
  )
  const [rita, olga] = [somebody('reviewer'), somebody('operator')]
  decides.push(rita, olga)
  const nobody = { viewer: null, incoming: undefined }
  const found = {
    connector: slug,
    details: 'The token is in the page.',
    contact: 'mail me: finder@example.net',
  }
  await assert.rejects(safety.reportVulnerability(nobody, { ...found, contact: '' }), /not complete/)
  await assert.rejects(safety.reportVulnerability(nobody, { ...found, connector: 'nothing' }), /not complete/)
  const id = await safety.reportVulnerability(nobody, found)
  assert.deepEqual(turns, ['reports'])
  assert.deepEqual(
    told.map(({ to }) => to.person),
    [olga.person],
  )
  for (const other of [rita, publisher]) {
    await assert.rejects(safety.complaint(other, id), /no such report/)
    assert.ok(!(await safety.queue(other)).some((one) => one.id === id))
  }
  assert.ok((await safety.queue(olga)).some((one) => one.id === id))
  const { words } = await safety.complaint(olga, id)
  assert.deepEqual(words, { text: found.details, contact: found.contact })
  const readings = await db
    .selectFrom('audit')
    .select(['actor', 'action'])
    .where('subject', '=', `complaint:${id}`)
    .where('action', '=', 'safety.read')
    .execute()
  assert.deepEqual(
    readings.map(({ actor }) => actor),
    [olga.person],
  )
  await safety.decide(olga, id, {
    outcome: 'acted-on',
    seen: 1,
    answer: 'Mended, I wrote to them.',
    toPublisher: '',
  })
  assert.equal(told.length, 1)
  const own = await safety.reportVulnerability(
    { viewer: rita, incoming: undefined },
    { ...found, connector: '', contact: '' },
  )
  assert.equal((await safety.complaint(rita, own)).words.contact, null)
})
