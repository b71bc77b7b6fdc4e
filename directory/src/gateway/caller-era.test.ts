import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callerEra } from './caller-era.ts'
import { parseMessage } from './message.ts'
import { Refusal } from './rpc-error.ts'

const meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
}
const call = { method: 'tools/call', params: { name: 'grüß', _meta: meta } }
const callHeaders = {
  'mcp-protocol-version': '2026-07-28',
  'mcp-method': 'tools/call',
  'mcp-name': '=?base64?Z3LDvMOf?=',
}

function era(body: object, headers: Record<string, string>) {
  const message = parseMessage(Buffer.from(JSON.stringify({ jsonrpc: '2.0', id: 1, ...body })))
  return callerEra(message, new Headers(headers))
}

function refused(body: object, headers: Record<string, string>, code: number) {
  assert.throws(
    () => era(body, headers),
    (error) => error instanceof Refusal && error.status === 400 && error.error.code === code,
  )
}

test('a body with its version is modern, one without is legacy', () => {
  assert.equal(era(call, callHeaders), 'modern')
  assert.equal(era({ method: 'tools/list' }, {}), 'legacy')
  assert.equal(era({ method: 'tools/list' }, { 'mcp-protocol-version': '2025-06-18' }), 'legacy')
  assert.equal(era({ method: 'initialize', params: { protocolVersion: '2025-11-25' } }, {}), 'legacy')
})

test('headers that differ from the body are refused with -32020', () => {
  refused(call, { ...callHeaders, 'mcp-protocol-version': '2025-11-25' }, -32020)
  refused(call, { ...callHeaders, 'mcp-method': 'tools/list' }, -32020)
  refused(call, { ...callHeaders, 'mcp-name': 'other' }, -32020)
  const { 'mcp-name': _name, ...nameless } = callHeaders
  refused(call, nameless, -32020)
  refused(call, {}, -32020)
  refused({ method: 'initialize', params: {} }, { 'mcp-protocol-version': '2026-07-28' }, -32020)
})

test('a notification may leave out its method in the headers, but not name another', () => {
  const cancelled = { id: undefined, method: 'notifications/cancelled', params: { requestId: 1 } }
  const headers = { 'mcp-protocol-version': '2026-07-28' }
  assert.equal(era(cancelled, headers), 'modern')
  assert.equal(era(cancelled, { ...headers, 'mcp-method': 'notifications/cancelled' }), 'modern')
  refused(cancelled, { ...headers, 'mcp-method': 'tools/call' }, -32020)
})

test('a version that nobody knows is refused with -32022', () => {
  const future = { ...meta, 'io.modelcontextprotocol/protocolVersion': '2027-01-01' }
  refused(
    { method: 'tools/list', params: { _meta: future } },
    { 'mcp-protocol-version': '2027-01-01', 'mcp-method': 'tools/list' },
    -32022,
  )
  refused({ method: 'tools/list' }, { 'mcp-protocol-version': '1999-01-01' }, -32022)
})

test('a modern request whose _meta is missing or incomplete is refused with -32602', () => {
  refused({ method: 'tools/list' }, { 'mcp-protocol-version': '2026-07-28' }, -32602)
  const { 'io.modelcontextprotocol/clientCapabilities': _gone, ...incomplete } = meta
  refused({ method: 'tools/list', params: { _meta: incomplete } }, callHeaders, -32602)
})

for (const [name, body, code] of [
  ['is not JSON', '{', -32700],
  ['is a batch', '[]', -32600],
  ['is not JSON-RPC', '{"id":1}', -32600],
  ['has params that are a list', '{"jsonrpc":"2.0","id":1,"method":"x","params":[]}', -32602],
  ['names its method twice', '{"jsonrpc":"2.0","id":1,"method":"a","method":"b"}', -32600],
] as const) {
  test(`a body that ${name} is refused with ${code}`, () => {
    assert.throws(
      () => parseMessage(Buffer.from(body)),
      (error) => error instanceof Refusal && error.status === 400 && error.error.code === code,
    )
  })
}
