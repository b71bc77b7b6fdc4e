import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFault, valueFault } from './header-rules.ts'

test('a key may be shared under any name that is not the connection’s, the protocol’s or a browser’s', () => {
  for (const name of ['X-API-Key', 'authorization', 'Api-Token', 'x.tenant'])
    assert.equal(nameFault(name), undefined, name)
  const faults = {
    'no-name': [''],
    'bad-name': ['X Key', 'X-Key:', 'Schlüssel', 'a\r\nb', 'x'.repeat(101)],
    'hop-by-hop': ['Host', 'Connection', 'Proxy-Authorization', 'Transfer-Encoding', 'TE'],
    protocol: ['Accept', 'Content-Type', 'MCP-Session-Id', 'mcp-param-x', 'User-Agent'],
    browser: ['Cookie', 'Origin', 'Sec-Fetch-Site', 'X-Forwarded-For', 'Forwarded'],
  }
  for (const [fault, names] of Object.entries(faults)) {
    for (const name of names) assert.equal(nameFault(name), fault, name)
  }
})

test('a value is printable ASCII on one line', () => {
  assert.equal(valueFault('Bearer abc.def-123=='), undefined)
  assert.equal(valueFault(''), 'no-value')
  for (const value of ['a\nb', 'a\0b', 'schön', 'x'.repeat(4_001)])
    assert.equal(valueFault(value), 'bad-value')
})
