import assert from 'node:assert/strict'
import { createServer } from 'node:https'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { createTestAuthority } from '../test/servers/certificates.ts'
import { listen, type Certificate, type RunningServer } from '../test/servers/listen.ts'
import { createSafeFetch } from './safe-fetch.ts'
import { oldVersions } from './weak-door.ts'

let certificate: Certificate
let twin: RunningServer
const asked: IncomingMessage[] = []

before(async () => {
  certificate = await (await createTestAuthority()).issue({ hosts: ['mcp.example'] })
  twin = await listen((request, response) => {
    asked.push(request)
    response.writeHead(302, { location: 'http://elsewhere.example/' }).end('Moved.')
  })
})
after(() => twin.close())

function door(addresses: readonly string[] = ['127.0.0.1'], allowLoopback = true) {
  return createSafeFetch({
    allowLoopback,
    resolve: () => Promise.resolve(addresses),
    plainHttpPort: twin.port,
  }).weak
}

test('an old version is accepted by a server that allows it, and refused by one that does not', async () => {
  for (const [oldest, expected] of [
    ['TLSv1', 'accepted'],
    ['TLSv1.2', 'refused'],
  ] as const) {
    const server = createServer({ ...certificate, minVersion: oldest, ciphers: 'DEFAULT:@SECLEVEL=0' })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const url = `https://mcp.example:${(server.address() as AddressInfo).port}/mcp`
    for (const version of oldVersions) assert.equal(await door().handshake(url, version), expected)
    server.close()
  }
})

test('addresses are judged at the weak door as everywhere, named or written out', async () => {
  const url = 'https://mcp.example/mcp'
  const refused = { code: 'private-address' }
  await assert.rejects(door(['10.0.0.1']).handshake(url, 'TLSv1'), refused)
  await assert.rejects(door(['127.0.0.1'], false).handshake(url, 'TLSv1'), refused)
  await assert.rejects(door().handshake('https://10.0.0.1/mcp', 'TLSv1'), refused)
  await assert.rejects(door(['169.254.169.254']).plain(url, '{}'), refused)
  await assert.rejects(door(['127.0.0.1'], false).plain('https://127.0.0.1/mcp', '{}'), refused)
  await assert.rejects(door(['93.184.215.14', '10.0.0.1']).plain(url, '{}'), { code: 'mixed-addresses' })
  assert.equal(asked.length, 0)
})

test('over plain http go the body and our own headers alone, and no redirect is followed', async () => {
  const answer = await door().plain('https://mcp.example/mcp?key=secret', '{}')
  assert.equal(answer.status, 302)
  assert.equal(answer.headers.get('location'), 'http://elsewhere.example/')
  assert.equal(asked.length, 1)
  assert.equal(asked[0]?.url, '/mcp')
  const own = ['host', 'connection', 'content-type', 'accept', 'user-agent', 'content-length']
  assert.deepEqual(
    Object.keys(asked[0]?.headers ?? {}).filter((name) => !own.includes(name)),
    [],
  )
  await assert.rejects(door().plain('https://me:secret@mcp.example/', '{}'), { code: 'credentials-in-url' })
})

test('a port that is closed is said as a fault of the stranger', async () => {
  const { weak } = createSafeFetch({ allowLoopback: true, plainHttpPort: 1 })
  await assert.rejects(weak.plain('https://127.0.0.1/mcp', '{}'), { code: 'connection-refused' })
  await assert.rejects(weak.handshake('https://127.0.0.1:1/mcp', 'TLSv1'), { code: 'connection-refused' })
})
