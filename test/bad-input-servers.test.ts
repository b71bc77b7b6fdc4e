import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { after, before, test } from 'node:test'
import { endlessBody } from '../packages/wire/test/servers/endless-body.ts'
import { listen } from '../directory/test/login-server.ts'
import { rawMcp } from '../directory/test/raw-mcp.ts'
import { readable, type BrowserPerson } from './browser-person.ts'
import { factsOf, formOf, signedIn } from './listed-connector.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { until } from './until.ts'
import { startPublisherSite } from './third-party-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let site: string
let publisher: BrowserPerson

before(async () => {
  product = resources.use(await startProduct())
  site = resources.use(await startPublisherSite()).url
  publisher = await signedIn(product, await signUp(product, 'Paula'))
})

after(() => resources.disposeAsync())

const answering =
  (type: string, body: string, status = 200): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body)

const manyTools = (count: number, description: string) =>
  rawMcp({
    tools: Array.from({ length: count }, (_, index) => ({
      name: `read_${index}`,
      title: `Read ${index}`,
      description,
      inputSchema: { type: 'object' },
      annotations: { title: `Read ${index}`, readOnlyHint: true },
    })),
  })

const servers: Readonly<Record<string, readonly [RequestListener, string]>> = {
  'HTML in place of JSON': [
    answering('text/html', '<!doctype html><h1>Welcome</h1>'),
    'not Streamable HTTP: HTTP 200, content-type text/html.',
  ],
  'a wrong content type': [
    answering('text/plain', '{"jsonrpc":"2.0","id":1,"result":{}}'),
    'not Streamable HTTP: HTTP 200, content-type text/plain.',
  ],
  'JSON that is cut off': [answering('application/json', '{"jsonrpc":"2.0","id":1,"result":{'), 'JSON'],
  'nothing but an error': [answering('text/plain', 'Bad gateway', 502), '502'],
  'a body that never ends': [endlessBody, 'larger than 8388608 bytes; reading stopped'],
  'a list of 20 MB': [manyTools(2_000, 'x'.repeat(10_000)), 'larger than 8388608 bytes'],
  'a list of 5,001 tools': [manyTools(5_001, 'Reads.'), 'tools/list has more than 5,000 tools.'],
}

test('whatever a server answers, its publisher reads on the page what is wrong, and the check ends', async (t) => {
  for (const [what, [handler, sentence]] of Object.entries(servers)) {
    await t.test(what, async () => {
      // Open until the end: a port that came back would be an address that was submitted before.
      const server = resources.use(await listen(() => handler))
      const form = formOf(factsOf(`${server.origin}/mcp`, site, { name: what.slice(0, 40) }))
      const sent = await publisher.post('/submissions/new', form)
      assert.equal(sent.status, 303, sent.text)
      const path = String(sent.headers.location)
      await until(async () =>
        (await publisher.get(`${path}/report.json`)).status === 200 ? true : undefined,
      )
      const page = await publisher.get(path)
      assert.ok(readable(page.text).includes(sentence), readable(page.text))
      const report = JSON.parse((await publisher.get(`${path}/report.json`)).text)
      assert.notEqual(report.verdict, 'ready')
      assert.equal((await product.app.catalogue.search({ text: what, page: 1 })).total, 0)
    })
  }
})

test('after all of them the next good server is checked as if nothing had been', async () => {
  await using server = await listen(() => manyTools(1, 'Reads.'))
  const form = formOf(factsOf(`${server.origin}/mcp`, site, { name: 'Good' }))
  const sent = await publisher.post('/submissions/new', form)
  const path = String(sent.headers.location)
  await until(async () => ((await publisher.get(`${path}/report.json`)).status === 200 ? true : undefined))
  assert.match(readable((await publisher.get(path)).text), /In review/i)
  assert.doesNotMatch(product.logged(), /"level":(50|60)/)
})

test('tools with characters that no database stores are checked, decided on, and never break a page', async () => {
  const nul = 'a\u0000b\ud800'
  const strange = {
    name: `read_${nul}`,
    title: `Title ${nul}`,
    description: `Reads ${nul}.`,
    inputSchema: {
      type: 'object',
      properties: { [nul]: { type: 'string', description: nul, default: nul } },
    },
    annotations: { title: `Title ${nul}`, readOnlyHint: true, [nul]: nul },
    [nul]: nul,
  }
  const reviewer = await signedIn(product, await signUp(product, 'Rita', ['reviewer']))
  const kinds: Readonly<Record<string, unknown>> = {
    'in the name': strange,
    'everywhere but in the name': { ...strange, name: 'read_strange' },
  }
  for (const [what, tool] of Object.entries(kinds)) {
    await using server = await listen(() => rawMcp({ tools: [tool] }))
    const form = formOf(factsOf(`${server.origin}/mcp`, site, { name: `Strange ${what}` }))
    const sent = await publisher.post('/submissions/new', form)
    assert.equal(sent.status, 303, sent.text)
    const path = String(sent.headers.location)
    await until(async () => ((await publisher.get(`${path}/report.json`)).status === 200 ? true : undefined))
    assert.equal((await publisher.get(path)).status, 200)
    const console = `/review/${path.split('/').at(-1)}`
    assert.equal((await reviewer.get(console)).status, 200)
    assert.equal((await reviewer.post(`${console}/claim`, {}, { from: console })).status, 303)
    const seen = async () => /name="seen" value="(\d+)"/.exec((await reviewer.get(console)).text)?.[1] ?? '0'
    const rules = [...(await reviewer.get(console)).text.matchAll(/<option value="([A-Z]+-\d\d)"/g)]
    const expires = new Date(product.app.clock.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
    for (const [, rule = ''] of rules) {
      const waiver = { seen: await seen(), rule, reason: 'Strange, and known to us.', expires }
      const { status, text } = await reviewer.post(`${console}/waivers`, waiver, { from: console })
      assert.ok(status < 500, `${what}: ${readable(text)}`)
    }
    const decision = { seen: await seen(), decision: 'approve', lookedAt: ['login', 'call'] }
    const decided = await reviewer.post(`${console}/decisions`, decision, { from: console })
    assert.ok(decided.status < 500, `${what}: ${decided.status} ${readable(decided.text)}`)
    assert.equal((await reviewer.get(console)).status, 200)
    const slug = `strange-${what.replaceAll(' ', '-')}`
    for (const page of [
      `/connectors/${slug}`,
      `/connectors/${slug}/report`,
      `/api/v1/connectors/${slug}`,
      '/connectors?q=strange',
      '/api/v1/connectors?q=strange',
      '/v0.1/servers',
    ]) {
      assert.equal((await publisher.get(page)).status, 200, `${what}: ${page}`)
    }
  }
  assert.doesNotMatch(product.logged(), /"level":(50|60)/)
})
