import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readable, type Answer, type BrowserPerson, type Fields } from './browser-person.ts'
import { factsOf, formOf, signedIn } from './listed-connector.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { rowCounts } from './row-counts.ts'

const resources = new AsyncDisposableStack()
let product: Product
let publisher: BrowserPerson
let rival: BrowserPerson
let reviewer: BrowserPerson
let submission: string

const good = formOf(factsOf('https://mcp.example.com/mcp', 'https://example.com'))

before(async () => {
  // No server is asked here: what is wrong shows before.
  product = resources.use(await startProduct({ env: { ALLOW_LOOPBACK: 'no' }, work: false }))
  publisher = await signedIn(product, await signUp(product, 'Paula'))
  rival = await signedIn(product, await signUp(product, 'Rival'))
  reviewer = await signedIn(product, await signUp(product, 'Rita', ['reviewer']))
  const sent = await publisher.post('/submissions/new', good)
  assert.equal(sent.status, 303)
  submission = String(sent.headers.location)
})

after(() => resources.disposeAsync())

/** Sends it and sees that no table has another number of rows. */
async function refused(
  send: () => Promise<Answer>,
  status: number,
  sentence: string,
): Promise<{ readonly text: string }> {
  const counts = await rowCounts(product)
  const answer = await send()
  const text = readable(answer.text)
  assert.equal(answer.status, status, text)
  assert.ok(text.includes(sentence), text)
  assert.deepEqual(await rowCounts(product), counts)
  return { text }
}

const wrongFields: Readonly<Record<string, readonly [Fields, string]>> = {
  'a malformed address': [
    { serverUrl: 'mcp.example.com/mcp' },
    '“Address of the server”: “mcp.example.com/mcp” is not a web address.',
  ],
  'another scheme': [{ serverUrl: 'file:///etc/passwd' }, '“Address of the server”'],
  'plain http': [
    { serverUrl: 'http://mcp.example.com/mcp' },
    '“Address of the server” must start with https://.',
  ],
  'a private address': [
    { serverUrl: 'https://10.0.0.8/mcp' },
    '“Address of the server” names a private address (10.0.0.8) that only your own network can reach.',
  ],
  'this machine': [
    { serverUrl: 'https://localhost/mcp' },
    '“Address of the server” names a private address (localhost)',
  ],
  'a metadata service': [
    { serverUrl: 'https://169.254.169.254/latest' },
    '“Address of the server” names a private address (169.254.169.254)',
  ],
  'a private address in IPv6 clothes': [
    { serverUrl: 'https://[::ffff:10.0.0.8]/mcp' },
    '“Address of the server” names a private address',
  ],
  'an address written as a number': [
    { serverUrl: 'https://2130706433/mcp' },
    '“Address of the server” hides the address 127.0.0.1 behind another way of writing it.',
  ],
  'a password in the address': [
    { serverUrl: 'https://me:secret@mcp.example.com/mcp' },
    '“Address of the server” carries a user name or password.',
  ],
  'an oversized field': [
    { description: 'x'.repeat(2_001) },
    '“Description” has 2,001 characters; at most 2,000 fit. Shorten it.',
  ],
  'a category that does not exist': [{ categories: ['data', 'no-such-thing'] }, 'Categories'],
  'a private page': [{ privacyUrl: 'https://192.168.1.1/privacy' }, 'private address (192.168.1.1)'],
  'nothing at all': [
    Object.fromEntries(Object.keys(good).map((name) => [name, ''])),
    'Enter the address of your privacy policy.',
  ],
}

test('a form with something wrong says exactly what, keeps what was typed, and stores nothing', async (t) => {
  for (const [what, [change, sentence]] of Object.entries(wrongFields)) {
    await t.test(what, async () => {
      const form = { ...good, tagline: 'Kept as typed', ...change }
      await refused(() => rival.post('/submissions/new', form), 422, sentence)
    })
  }
  const { text } = await rival.post('/submissions/new', { ...good, serverUrl: 'x', tagline: 'Kept as typed' })
  assert.ok(text.includes('value="Kept as typed"'))
})

test('a duplicate leads its publisher to the first one, and tells another one whom to ask', async () => {
  const variants = [
    'https://mcp.example.com/mcp',
    'https://MCP.example.com:443/mcp',
    'https://mcp.example.com/mcp/',
  ]
  for (const serverUrl of variants) {
    const form = { ...good, serverUrl, name: 'Again' }
    await refused(
      () => publisher.post('/submissions/new', form),
      409,
      'You have already submitted this address.',
    )
    await refused(
      () => rival.post('/submissions/new', form),
      409,
      'If it is your server, ask an operator of this directory.',
    )
  }
})

test('a thousand bytes too many are refused before they are read as a form', async () => {
  const form = { ...good, serverUrl: 'https://other.example.com/mcp', description: 'x'.repeat(300_000) }
  await refused(() => rival.post('/submissions/new', form), 413, 'too large')
})

test('a stale form changes nothing and says so', async () => {
  const stale = 'This submission has changed since you opened the page. Nothing was saved'
  for (const verb of ['withdraw', 'check', 'again']) {
    for (const seen of ['0', '7', '', 'NaN', '-1', '1e99', '1.5']) {
      const path = `${submission}/${verb}`
      const counts = await rowCounts(product)
      const answer = await publisher.post(path, { seen }, { from: submission })
      assert.equal(answer.status, 409, `${verb} ${seen}: ${readable(answer.text)}`)
      if (verb === 'withdraw') assert.ok(readable(answer.text).includes(stale), readable(answer.text))
      assert.deepEqual(await rowCounts(product), counts)
    }
  }
})

test('who has not the role is told which one is needed', async () => {
  const id = submission.split('/').at(-1)
  const needed = 'This needs the role "reviewer". Ask an operator of this directory for it.'
  const writes: readonly [string, Fields][] = [
    [`/review/${id}/decisions`, { seen: '1', decision: 'approve' }],
    [`/review/${id}/waivers`, { seen: '1', rule: 'DOC-06', reason: 'No reason.', expires: '2027-01-01' }],
    [`/review/${id}/check`, { seen: '1' }],
  ]
  for (const [path, fields] of writes) {
    await refused(() => publisher.post(path, fields, { from: '/account' }), 403, needed)
  }
  await refused(() => publisher.get('/review'), 403, needed)
  // A reviewer may read a submission, and is not its publisher.
  const withdraw = () => reviewer.post(`${submission}/withdraw`, { seen: '1' }, { from: '/account' })
  const counts = await rowCounts(product)
  assert.ok([403, 404].includes((await withdraw()).status))
  assert.deepEqual(await rowCounts(product), counts)
})

test('a decision too early, of no kind, or without a ground is refused with its reason', async () => {
  const id = submission.split('/').at(-1)
  const decide = (fields: Fields) => () =>
    reviewer.post(`/review/${id}/decisions`, fields, { from: '/account' })
  await refused(decide({ seen: '1', decision: 'approve' }), 409, 'The check is still running.')
  await refused(decide({ seen: '1', decision: 'burn' }), 422, 'The check is still running.')
  const { status } = await product.app.submissions
    .load(product.app.db, id as never)
    .then(({ state }) => state)
  assert.equal(status, 'checking')
})

const accountForms: Readonly<Record<string, readonly [string, Fields, number, string]>> = {
  'an e-mail that is none': [
    '/sign-up',
    { name: 'X', email: 'not an address', password: 'a good long password' },
    422,
    'e-mail',
  ],
  'a password that is too short': [
    '/sign-up',
    { name: 'X', email: 'x@people.example', password: 'short' },
    422,
    'at least',
  ],
  'a name of a megabyte': [
    '/sign-up',
    { name: 'x'.repeat(1_000_000), email: 'x@people.example', password: 'a good long password' },
    413,
    'too large',
  ],
  'an address that has an account': [
    '/sign-up',
    { name: 'X', email: 'PAULA@people.example', password: 'a good long password' },
    409,
    'account',
  ],
  'a token for an endpoint that is not there': [
    '/account/access/token',
    { name: 'x', endpoint: 'https://elsewhere.example/c/x/mcp', hours: '1' },
    422,
    'There is no MCP endpoint at this address.',
  ],
  'a token for a thousand years': [
    '/account/access/token',
    { name: 'x', endpoint: 'https://elsewhere.example/c/x/mcp', hours: '8766000' },
    422,
    'Choose one of the times in the list.',
  ],
}

test('forms about oneself are as exact', async (t) => {
  for (const [what, [path, fields, status, sentence]] of Object.entries(accountForms)) {
    await t.test(what, async () => {
      await refused(() => rival.post(path, fields, { from: '/account' }), status, sentence)
    })
  }
})

test('a NUL character, which no database stores, is the sender’s mistake everywhere', async () => {
  const nul = 'a\u0000b'
  const id = submission.split('/').at(-1)
  const sent: readonly [BrowserPerson, string, Fields][] = [
    [rival, '/sign-up', { name: nul, email: 'nul@people.example', password: 'a good long password' }],
    [rival, '/sign-up', { name: 'x', email: `${nul}@people.example`, password: 'a good long password' }],
    [rival, '/sign-in', { email: `${nul}@people.example`, password: nul, next: nul }],
    [rival, '/account/password', { current: nul, next: `${nul}${nul}${nul}${nul}` }],
    [rival, '/account/sessions/end', { session: nul }],
    [rival, '/account/access/token', { name: nul, endpoint: nul, hours: nul }],
    [rival, '/account/access/end', { grant: nul }],
    [rival, '/submissions/new', { ...good, name: nul, serverUrl: `https://${nul}.example/mcp` }],
    [
      reviewer,
      `/review/${id}/decisions`,
      { seen: '1', decision: 'reject', clauses: [nul], text: nul.repeat(9) },
    ],
    [reviewer, `/review/${id}/waivers`, { seen: '1', rule: nul, reason: nul.repeat(9), expires: nul }],
    [publisher, `${submission}/withdraw`, { seen: nul }],
    [publisher, `/connect/${encodeURIComponent(nul)}`, {}],
  ]
  for (const [person, path, fields] of sent) {
    const { status, text } = await person.post(path, fields, { from: '/account' })
    assert.ok(status < 500, `${path}: ${status} ${readable(text).slice(0, 500)}`)
  }
})

test('addresses that nothing answers to, and ids that are none, are not found; nothing breaks', async () => {
  for (const path of [
    '/submissions/not-an-id',
    '/submissions/00000000-0000-0000-0000-000000000000',
    '/connectors/%00',
    '/connectors/..%2f..%2fetc',
    '/connections/trace/con_x',
    '/connections/%ff/disconnect',
    `/connectors/${'x'.repeat(4_000)}`,
    '/assets/x/../../package.json',
    '/v0.1/servers/%00/versions/latest',
    '/api/v1/connectors/%00',
  ]) {
    const { status, text } = await rival.get(path)
    assert.ok([400, 404, 422].includes(status), `${path}: ${status} ${readable(text)}`)
  }
  for (const query of [
    'q=%00',
    'q=%ff%fe',
    `q=${'x'.repeat(5_000)}`,
    'page=-1',
    'page=1e99',
    'q=a&q=b',
    'category=%00',
  ]) {
    for (const path of ['/connectors', '/api/v1/connectors']) {
      const { status, text } = await rival.get(`${path}?${query}`)
      assert.ok(status < 500, `${path}?${query}: ${status} ${text.slice(0, 300)}`)
    }
  }
  for (const query of [
    'cursor=nonsense',
    'limit=0',
    'limit=100000',
    'cursor=%00',
    'updated_since=yesterday',
  ]) {
    const { status } = await rival.get(`/v0.1/servers?${query}`)
    assert.ok(status < 500, `${query}: ${status}`)
  }
  assert.doesNotMatch(product.logged(), /"level":(50|60)/)
})
