import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reversedDomain, serverUrlKey } from './server-url-key.ts'

test('one server has one key, however its address is typed', () => {
  const key = serverUrlKey('https://mcp.example.com/mcp')
  for (const same of [
    'https://MCP.Example.com/mcp',
    'https://mcp.example.com:443/mcp/',
    'https://mcp.example.com./mcp#part',
    'http://mcp.example.com/mcp',
    'https://user@mcp.example.com/mcp',
  ]) {
    assert.equal(serverUrlKey(same), key, same)
  }
})

test('another path, port, query or host is another server', () => {
  const keys = [
    'https://example.com/mcp',
    'https://example.com/MCP',
    'https://example.com:8443/mcp',
    'https://example.com/mcp?team=1',
    'https://example.com/',
    'https://www.example.com/mcp',
  ].map(serverUrlKey)
  assert.equal(new Set(keys).size, keys.length)
})

for (const [url, domain] of [
  ['https://mcp.example.com/mcp', 'com.example.mcp'],
  ['https://example.com./', 'com.example'],
  ['http://localhost:3000/mcp', 'localhost'],
  ['http://127.0.0.1:3000/mcp', '127.0.0.1'],
  ['http://[::1]:3000/mcp', '1'],
  ['http://[2001:db8::7]/mcp', '2001-db8--7'],
] as const) {
  test(`${url} is in the namespace ${domain}`, () => {
    assert.equal(reversedDomain(url), domain)
    assert.match(`${reversedDomain(url)}/slug`, /^[a-z0-9.-]+\/[a-z0-9-]+$/)
  })
}
