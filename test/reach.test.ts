import assert from 'node:assert/strict'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Viewer } from '../directory/src/kernel/index.ts'
import { startConnectory } from '../packages/cli/test/run-connectory.ts'
import { signUp, startProduct, type Product } from './product.ts'
import { toolServer } from './tool-server.ts'

const resources = new AsyncDisposableStack()
let product: Product
let ada: Viewer
let token: string

before(async () => {
  product = resources.use(await startProduct({ env: { EGRESS_ADDRESSES: '192.0.2.0/24, 2001:db8::7' } }))
  ada = await signUp(product, 'Ada')
  token = await tokenOf(ada)
})

after(() => resources.disposeAsync())

async function tokenOf(viewer: Viewer): Promise<string> {
  const { app } = product
  return (await app.authorization.issueToken({ viewer, endpoint: app.egress.reachResource, hours: 1 })).token
}

async function reach(
  body: string,
  bearer: string | undefined,
): Promise<{ status: number; json: unknown; headers: Headers }> {
  const answer = await fetch(product.app.egress.reachResource, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
    body,
  })
  return { status: answer.status, json: await answer.json(), headers: answer.headers }
}

/** Hands every request on to another server, unless the answer is already decided. */
async function forwarder(
  to: string,
  instead: (response: ServerResponse) => boolean,
): Promise<{ readonly url: string }> {
  const server = createServer((request, response) => void forward(to, instead, request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  resources.defer(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function forward(
  to: string,
  instead: (response: ServerResponse) => boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (instead(response)) return
  const body = Buffer.concat((await request.toArray()) as Buffer[])
  const own = new Set(['host', 'connection', 'content-length'])
  const headers = Object.entries(request.headers).filter(([name]) => !own.has(name))
  const answer = await fetch(new URL(request.url ?? '/', to), {
    method: request.method ?? 'GET',
    headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
    ...(body.length > 0 && { body }),
  })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** A server behind a firewall. On loopback all callers have one address, so the test says whom it lets in. */
async function filtered(lets: () => boolean): Promise<{ readonly url: string }> {
  const inner = resources.use(await toolServer())
  const { url } = await forwarder(inner.url, (response) => {
    if (lets()) return false
    response.writeHead(403, { 'content-type': 'text/html', 'cf-ray': '1' }).end('no')
    return true
  })
  return { url: `${url}/mcp` }
}

/** Lines of the terminal as one. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ')

test('everybody may read from where this directory sends requests', async () => {
  const answer = await fetch(new URL('/api/v1/egress', product.url))
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  assert.deepEqual(await answer.json(), {
    schema: 'connectory-egress/1',
    addresses: ['192.0.2.0/24', '2001:db8::7'],
  })
})

test('the directory looks only for signed-in people, with a token for exactly this', async () => {
  const body = JSON.stringify({ url: 'https://mcp.example.com/mcp' })
  const nobody = await reach(body, undefined)
  assert.equal(nobody.status, 401)
  assert.equal(nobody.headers.get('www-authenticate'), 'Bearer')
  assert.equal((await reach(body, 'made-up')).status, 401)
  const endpoint = new URL('/mcp', product.url).href
  const other = await product.app.authorization
    .issueToken({ viewer: ada, endpoint, hours: 1 })
    .catch(() => undefined)
  if (other !== undefined) assert.equal((await reach(body, other.token)).status, 401)
})

test('what is no address of a server is refused, and a private one is never asked', async () => {
  assert.equal((await reach('{"url":"ftp://x"}', token)).status, 422)
  assert.equal((await reach('{"url":7}', token)).status, 422)
  assert.equal((await reach('{', token)).status >= 400, true)
  const { json, status } = await reach('{"url":"https://10.0.0.1/mcp"}', token)
  assert.equal(status, 200)
  assert.equal((json as { there: { outcome: string } }).there.outcome, 'silent')
})

test('the answer says whether the server spoke, or what turned the directory away', async () => {
  const open = resources.use(await toolServer())
  const spoke = await reach(JSON.stringify({ url: open.url }), token)
  assert.deepEqual(spoke.json, {
    there: { outcome: 'answered', status: 200 },
    addresses: ['192.0.2.0/24', '2001:db8::7'],
  })
  const walled = await filtered(() => false)
  const refused = await reach(JSON.stringify({ url: walled.url }), token)
  assert.deepEqual((refused.json as { there: unknown }).there, {
    outcome: 'refused',
    status: 403,
    network: 'Cloudflare',
  })
})

test('one person may ask ten times a minute', async () => {
  const busy = await tokenOf(await signUp(product, 'Busy'))
  const statuses: number[] = []
  for (let n = 0; n < 11; n++) statuses.push((await reach('{"url":"ftp://x"}', busy)).status)
  assert.deepEqual(
    statuses.slice(0, 10),
    Array.from({ length: 10 }, () => 422),
  )
  assert.equal(statuses[10], 429)
})

const connectory = (options: readonly string[], env: Readonly<Record<string, string>>) =>
  startConnectory(options, { env }).ended

test('the command shows both looks side by side, and how to let the directory in', async () => {
  let asked = false
  const server = await filtered(() => !asked)
  const narrowed = ['check', server.url, '--allow-loopback', '--only', 'NET-03,NET-04']
  const token = { CONNECTORY_DIRECTORY_TOKEN: await tokenOf(await signUp(product, 'Author')) }
  const both = await connectory([...narrowed, '--directory', product.url.href], token)
  assert.equal(both.code, 0, both.out)
  assert.match(flat(both.out), /from here: it answers \(HTTP 200\)\. From the directory: it answers/)

  // From the moment when the directory is asked, the filter sees the directory.
  const directory = await forwarder(product.url.href, () => {
    asked = true
    return false
  })
  const mine = await connectory([...narrowed, '--directory', directory.url], token)
  assert.equal(mine.code, 1, mine.out)
  assert.match(
    flat(mine.out),
    /from here: it answers \(HTTP 200\)\. From the directory: turned away by Cloudflare/,
  )
  assert.match(flat(mine.out), /lets the directory’s addresses in \(192\.0\.2\.0\/24, 2001:db8::7\)/)

  let closed = true
  const theirs = await filtered(() => !closed)
  const opening = await forwarder(product.url.href, () => {
    closed = false
    return false
  })
  const options = [
    'check',
    theirs.url,
    '--allow-loopback',
    '--only',
    'NET-03,NET-04',
    '--directory',
    opening.url,
  ]
  const only = await connectory(options, token)
  assert.equal(only.code, 0, only.out)
  assert.match(flat(only.out), /answers the directory and not this machine: HTTP 403/)
})

test('a directory that cannot be asked leaves the question open, and no token is said before the check', async () => {
  const server = resources.use(await toolServer())
  const options = ['check', server.url, '--allow-loopback', '--only', 'NET-03']
  const wrong = await connectory([...options, '--directory', product.url.href], {
    CONNECTORY_DIRECTORY_TOKEN: 'x',
  })
  assert.equal(wrong.code, 3, wrong.out)
  assert.match(flat(wrong.out), /Send a token for/)
  const none = await connectory([...options, '--directory', product.url.href], {
    CONNECTORY_DIRECTORY_TOKEN: '',
  })
  assert.equal(none.code, 2)
  assert.match(none.err, /account\/access\?endpoint=/)
  assert.equal((await connectory([...options, '--directory', 'here'], {})).code, 2)
})
