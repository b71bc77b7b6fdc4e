import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { testDatabase } from '../../test/database.ts'
import { list, tool, workbench } from './fixture.test.ts'
import { findAlike } from './store-alike.ts'
import { mostCandidates, countCategories } from './store-search.ts'
import { pageSize, search } from './search.ts'

const database = await testDatabase()
after(async () => await database[Symbol.asyncDispose]())

{
  const { db } = database
  const bench = workbench()
  await list(db, bench, {
    name: 'Tracker',
    tagline: 'Plans work',
    tools: [
      tool('create_issue'),
      tool('list_issues', { title: 'Issues of a project' }),
      tool('close_ticket'),
    ],
    categories: ['developer-tools', 'productivity'],
  })
  await list(db, bench, {
    name: 'Diagrams',
    tagline: 'Draws from text',
    tools: [tool('generate_mermaid_diagram', { description: 'Renders a flowchart as a picture.' })],
    categories: ['design'],
    authType: 'none',
  })
  await list(db, bench, {
    name: 'Wetter für Köln',
    tagline: 'Vorhersage und Regen',
    tools: [tool('getCurrentWeather')],
    descriptionMarkdown: 'It can also create an issue of a weekly newspaper about rain.',
    categories: ['location'],
  })
}

async function names(
  text: string,
  filters: Parameters<typeof search>[1] = { text, page: 1 },
): Promise<string[]> {
  const { hits } = await search(database.db, { ...filters, text })
  return hits.map(({ name }) => name)
}

for (const [text, first] of [
  ['create_issue', 'Tracker'],
  ['createIssue', 'Tracker'],
  ['create issue', 'Tracker'],
  ['crete_isue', 'Tracker'],
  ['cretaeissue', 'Tracker'],
  ['lsit_issues', 'Tracker'],
  ['closed tickets', 'Tracker'],
  ['generate_mermaid_diagram', 'Diagrams'],
  ['generate_mermiad_diagarm', 'Diagrams'],
  ['mermiad', 'Diagrams'],
  ['flowcharts', 'Diagrams'],
  ['diagrma', 'Diagrams'],
  ['weather', 'Wetter für Köln'],
  ['getcurrentweather', 'Wetter für Köln'],
  ['wheather', 'Wetter für Köln'],
  ['koln', 'Wetter für Köln'],
  ['KÖLN', 'Wetter für Köln'],
  ['issues of a project', 'Tracker'],
] as const) {
  test(`"${text}" finds ${first} first`, async () => {
    assert.equal((await names(text))[0], first)
  })
}

test('what stands in no listing finds nothing, and a strange query is only a query', async () => {
  for (const text of [
    'xylophone quartet',
    `'; drop table person; --`,
    '&|!():*<->',
    '\\',
    "''",
    '\u0000',
    '💥',
  ]) {
    assert.deepEqual(
      await names(text).catch((error: unknown) => error),
      text.match(/\p{L}/u) ? [] : await names(''),
    )
  }
})

test('a word that was corrected is said', async () => {
  const { insteadOf } = await search(database.db, { text: 'mermiad', page: 1 })
  assert.deepEqual(insteadOf, [{ typed: 'mermiad', meant: ['mermaid'] }])
  assert.deepEqual((await search(database.db, { text: 'mermaid', page: 1 })).insteadOf, [])
})

test('when no listing has all of the words, those that have some of them are found', async () => {
  assert.deepEqual(await names('mermaid newspaper'), ['Diagrams', 'Wetter für Köln'])
})

test('filters narrow a search and stand alone', async () => {
  assert.deepEqual(await names('', { text: '', category: 'design', page: 1 }), ['Diagrams'])
  assert.deepEqual(await names('issue', { text: '', auth: 'none', page: 1 }), [])
  assert.deepEqual(await names('', { text: '', auth: 'none', page: 1 }), ['Diagrams'])
  assert.equal((await countCategories(database.db)).get('productivity'), 1)
})

test('with 5,000 listings only the best 500 are ranked, an exact tool is found however low its listing stands', async () => {
  const large = await testDatabase()
  await using _end = large
  const bench = workbench()
  const { listing } = await list(large.db, bench, { name: 'Common', tools: [tool('send_mail')] })
  await large.pool.query(cloneListings, [listing])
  await list(large.db, bench, {
    name: 'Rare',
    tools: [tool('send_mail_merge', { annotations: null, description: null })],
    documentationUrl: null,
    securityContact: null,
  })
  const common = await search(large.db, { text: 'mail', page: 1 })
  assert.deepEqual([common.total, common.bounded, common.hits.length], [mostCandidates, true, pageSize])
  const last = await search(large.db, { text: 'mail', page: mostCandidates / pageSize })
  assert.equal(last.hits.length, pageSize)
  assert.deepEqual((await search(large.db, { text: 'mail', page: 900 })).hits, [])
  for (const text of ['send_mail_merge', 'sendMailMerge', 'send_mial_merge', 'sendmailmerg']) {
    assert.equal((await search(large.db, { text, page: 1 })).hits[0]?.name, 'Rare', text)
  }
  const qualities = await large.pool.query(
    `select min(quality) as least from (select quality from listing order by quality desc limit ${mostCandidates}) best`,
  )
  const { rows } = await large.pool.query('select quality from listing where slug = any($1)', [
    common.hits.map(({ slug }) => slug),
  ])
  assert.ok(
    rows.every(({ quality }) => quality >= qualities.rows[0].least),
    'a hit is not among the best',
  )
  const all = await search(large.db, { text: '', page: 1 })
  assert.deepEqual([all.total, all.bounded], [5_001, false])
})

/** 4,999 more listings like the first, with qualities from 0 to 99. */
const cloneListings = `
  with copies as (
    insert into listing (id, organisation_id, slug, registry_name, server_url, server_url_key, claimed, state,
      auth_type, version, quality, categories, exact_names, search_vector, created_at, published_at, updated_at)
    select gen_random_uuid(), organisation_id, slug || '-' || n, registry_name || '-' || n, server_url || n,
      server_url_key || n, true, state, auth_type, version, n % 100, categories, exact_names, search_vector,
      created_at, published_at, updated_at
    from listing, generate_series(1, 4999) as n where id = $1
    returning id
  )
  insert into listing_version select gen_random_uuid(), copies.id, version, name, tagline, description_markdown,
    categories, documentation_url, support_contact, privacy_url, terms_url, security_contact, publisher_name,
    publisher_url, server_url, auth_type, static_client, address_filter, surfaces, tools, tool_names, hints,
    tool_digest, report_id, report_summary, published_at
  from listing_version, copies where listing_id = $1`

test('a newcomer is shown what is listed under its address or under a name like its own', async () => {
  const { db } = database
  const alike = async (name: string, serverUrl = '') =>
    (await findAlike(db, { name, serverUrl })).map((each) => `${each.why} ${each.name}`)
  assert.deepEqual(await alike('tracker MCP'), ['name Tracker'])
  assert.deepEqual(await alike('Diagrams'), ['name Diagrams'])
  assert.deepEqual(await alike('Invoices'), [])
  const [tracker] = await findAlike(db, { name: 'Tracker', serverUrl: '' })
  assert.ok(tracker)
  assert.deepEqual(await alike('Something else', `${tracker.serverUrl}/`), ['address Tracker'])
})
