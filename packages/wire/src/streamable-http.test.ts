import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import {
  answerLegacy,
  sendJson,
  sendResult,
  startScript,
  type Incoming,
  type ScriptedServer,
} from '../test/servers/mcp-script.ts'
import { createEvidenceLog } from './evidence.ts'
import { listTools } from './list-tools.ts'
import { postMessage } from './post-message.ts'
import { createSafeFetch } from './safe-fetch.ts'
import { openServer } from './streamable-http.ts'

const fetch = createSafeFetch({ allowLoopback: true })
const running: ScriptedServer[] = []
after(async () => {
  for (const server of running) await server.close()
  await fetch.close()
})
const serve = async (
  answer: (message: Incoming, response: ServerResponse) => void,
): Promise<ScriptedServer> => {
  const server = await startScript(answer)
  running.push(server)
  return server
}
const discovered = {
  supportedVersions: ['2026-07-28'],
  capabilities: { tools: {} },
  _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'new' } },
}

test('a modern server is opened by server/discover, with _meta and headers that repeat the body', async () => {
  const server = await serve(({ method, id }, response) =>
    sendResult(response, id, method === 'server/discover' ? discovered : { tools: [] }),
  )
  const opening = await openServer(server.url, { fetch })
  assert.partialDeepStrictEqual(opening, {
    era: 'modern',
    protocolVersion: '2026-07-28',
    serverInfo: { name: 'new' },
  })
  await opening.request('tools/call', { name: 'größe', arguments: {} })
  const [, call] = server.received
  assert.equal(call?.headers['mcp-name'], `=?base64?${Buffer.from('größe').toString('base64')}?=`)
  assert.equal(call?.headers['mcp-method'], 'tools/call')
  const meta = call?.params?.['_meta'] as Record<string, unknown>
  assert.equal(meta['io.modelcontextprotocol/protocolVersion'], '2026-07-28')
  assert.deepEqual(meta['io.modelcontextprotocol/clientCapabilities'], {})
})

const legacyAnswers: Readonly<Record<string, (response: ServerResponse, id?: number) => void>> = {
  '400 with -32000 and a null id': (response) =>
    sendJson(response, { jsonrpc: '2.0', id: null, error: { code: -32000, message: 'x' } }, 400),
  '404': (response) => response.writeHead(404).end(),
  '405': (response) => response.writeHead(405).end(),
  '401 for the unknown method only': (response) => response.writeHead(401).end(),
  '500': (response) => response.writeHead(500).end(),
  '200 with -32601': (response, id) =>
    sendJson(response, { jsonrpc: '2.0', id, error: { code: -32601, message: 'x' } }),
  '200 with an error and a null id': (response) =>
    sendJson(response, { jsonrpc: '2.0', id: null, error: { code: -32600, message: 'x' } }),
  '200 with HTML': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
  '202 without a body': (response) => response.writeHead(202).end(),
  '400 with -32022 that lists a legacy version': (response, id) =>
    sendJson(
      response,
      { jsonrpc: '2.0', id, error: { code: -32022, message: 'x', data: { supported: ['2025-11-25'] } } },
      400,
    ),
  'a connection that is cut': (response) => response.destroy(),
  silence: () => undefined,
}
for (const [name, answer] of Object.entries(legacyAnswers)) {
  test(`the probe is answered with ${name}: the server is opened as legacy`, async () => {
    const server = await serve((message, response) =>
      message.method === 'server/discover' ? answer(response, message.id) : answerLegacy(message, response),
    )
    const opening = await openServer(server.url, { fetch, probeTimeoutMs: 100 })
    assert.partialDeepStrictEqual(opening, {
      era: 'legacy',
      protocolVersion: '2025-06-18',
      session: { id: 's-1' },
    })
    const { tools, ended } = await listTools(opening)
    assert.deepEqual([tools, ended], [[{ tool: { name: 'read' }, page: 0, index: 0 }], 'complete'])
    assert.equal(server.received.at(-1)?.headers['mcp-session-id'], 's-1')
    assert.equal(server.received.at(-1)?.headers['mcp-protocol-version'], '2025-06-18')
  })
}

test('429 is never a verdict about the era', async () => {
  const server = await serve((_message, response) => response.writeHead(429, { 'retry-after': '7' }).end())
  await assert.rejects(openServer(server.url, { fetch }), { code: 'rate-limited' })
  assert.equal(server.received.length, 1)
})

test('a modern error that complains about our request is not answered with initialize', async () => {
  const server = await serve(({ id }, response) =>
    sendJson(response, { jsonrpc: '2.0', id, error: { code: -32020, message: 'header mismatch' } }, 400),
  )
  await assert.rejects(openServer(server.url, { fetch }), { code: 'rpc-error' })
  assert.equal(server.received.length, 1)
})

test('401 in both eras is unauthorized, with the challenge', async () => {
  const server = await serve((_message, response) =>
    response.writeHead(401, { 'www-authenticate': 'Bearer realm="x"' }).end(),
  )
  await assert.rejects(
    openServer(server.url, { fetch }),
    (error: { code: string; facts: Record<string, unknown> }) => {
      assert.equal(error.code, 'unauthorized')
      assert.equal(error.facts['challenge'], 'Bearer realm="x"')
      return true
    },
  )
})

test('a 401 for server/discover counts although initialize comes past the guard, to be refused', async () => {
  const server = await serve(({ id, method }, response) => {
    if (method === 'server/discover') {
      return response
        .writeHead(401, { 'www-authenticate': 'Bearer realm="x"' })
        .end('{"error":"invalid_token"}')
    }
    return sendJson(response, { jsonrpc: '2.0', id, error: { code: -32020, message: 'no header' } }, 400)
  })
  await assert.rejects(openServer(server.url, { fetch }), { code: 'unauthorized' })
})

test('an event stream may open with an empty event, notifications and requests of the server', async () => {
  const server = await serve(({ id }, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('id: 1\nretry: 10\ndata: \n\n: keep-alive\n\n')
    response.write('data: {"jsonrpc":"2.0","method":"notifications/progress","params":{}}\n\n')
    response.write('data: {"jsonrpc":"2.0","id":1,"method":"roots/list"}\r\n\r\n')
    response.write(`data: {"jsonrpc":"2.0","id":${id},\ndata: "result":{}}\n\n`)
    // It never ends: the answer alone counts.
  })
  const seen: unknown[] = []
  const outcome = await postMessage(
    server.url,
    { jsonrpc: '2.0', id: 1, method: 'x' },
    { fetch, onMessage: (message) => seen.push(message['method']) },
  )
  assert.deepEqual(outcome.answer?.message, { jsonrpc: '2.0', id: 1, result: {} })
  assert.deepEqual(seen, ['notifications/progress', 'roots/list'])
})

const odd: Readonly<Record<string, readonly [(response: ServerResponse) => void, string]>> = {
  'an HTML page': [
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'wrong-content-type',
  ],
  'text/plain around a right answer': [
    (response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('{"jsonrpc":"2.0","id":1,"result":{}}'),
    'wrong-content-type',
  ],
  'another id': [(response) => sendResult(response, 99, {}), 'id-mismatch'],
  'another id in a stream': [
    (response) =>
      response
        .writeHead(200, { 'content-type': 'text/event-stream' })
        .end('data: {"jsonrpc":"2.0","id":99,"result":{}}\n\n'),
    'id-mismatch',
  ],
  'a stream without an answer': [
    (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end(': bye\n\n'),
    'stream-ended',
  ],
  'JSON that is no JSON-RPC': [(response) => sendJson(response, { ok: true }), 'not-json-rpc'],
  'broken JSON': [
    (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"a":'),
    'not-json',
  ],
  'a redirect': [
    (response) => response.writeHead(307, { location: 'https://elsewhere.test/' }).end(),
    'redirect-refused',
  ],
  'an endless silent stream': [
    (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': \n\n'),
    'timeout',
  ],
}
for (const [name, [answer, code]] of Object.entries(odd)) {
  test(`${name} is ${code}`, async () => {
    const server = await serve((_message, response) => answer(response))
    const outcome = await postMessage(
      server.url,
      { jsonrpc: '2.0', id: 1, method: 'x' },
      { fetch, timeoutMs: 300 },
    )
    assert.equal(outcome.problem?.code, code)
  })
}

test('a lost session is named, so that the caller can open a new one', async () => {
  const server = await serve((message, response) =>
    message.method === 'tools/list' ? response.writeHead(404).end() : answerLegacy(message, response),
  )
  const opening = await openServer(server.url, { fetch, era: 'legacy' })
  await assert.rejects(opening.request('tools/list'), { code: 'session-lost' })
})

test('paging: an empty cursor is a cursor, a repeated one ends the list, caps hold', async () => {
  const cursors: unknown[] = []
  const pages = (next: (page: number) => unknown) => {
    let page = 0
    return serve((message, response) => {
      if (message.method !== 'tools/list') return answerLegacy(message, response)
      cursors.push(message.params?.['cursor'])
      sendResult(response, message.id, { tools: [{ name: `t${page}` }], nextCursor: next(page++) })
    })
  }
  const list = async (next: (page: number) => unknown, caps = {}) => {
    const opening = await openServer((await pages(next)).url, { fetch, era: 'legacy' })
    return listTools(opening, caps)
  }
  assert.partialDeepStrictEqual(await list((page) => (page === 0 ? '' : undefined)), { ended: 'complete' })
  assert.deepEqual(cursors, [undefined, ''])
  assert.partialDeepStrictEqual(await list(() => 'same'), { ended: 'repeated-cursor', detail: 'same' })
  assert.equal((await list((page) => `p${page}`, { maxPages: 3 })).tools.length, 3)
  assert.equal((await list((page) => `p${page}`, { maxTools: 2 })).ended, 'tool-cap')
  const heavy = await list((page) => `p${page}`.padEnd(1_000, '-'), { maxTotalBytes: 3_500 })
  assert.deepEqual([heavy.ended, heavy.error?.code, heavy.pages.length], ['error', 'body-too-large', 3])
})

test('the evidence shows every exchange and no token, even when the server echoes it', async () => {
  const evidence = createEvidenceLog({ now: () => new Date(0) })
  const token = 'tok-1234567890'
  const server = await serve((message, response) =>
    message.method === 'tools/list'
      ? sendResult(response, message.id, { echo: message.headers.authorization, tools: [] })
      : answerLegacy(message, response),
  )
  await listTools(await openServer(server.url, { fetch, evidence, token }))
  assert.deepEqual(
    evidence.exchanges.map(({ step, response }) => [step, response?.status]),
    [
      ['server/discover', 400],
      ['initialize', 200],
      ['notifications/initialized', 202],
      ['tools/list', 200],
    ],
  )
  assert.ok(!JSON.stringify(evidence.exchanges).includes(token))
  assert.equal(server.received.at(-1)?.headers.authorization, `Bearer ${token}`)
})
