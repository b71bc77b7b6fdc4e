import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isForServer } from './for-server.ts'

test('a token goes to the server that it was given for and to no other; what needs no login may go anywhere', () => {
  const table = [
    ['https://as.test', 'https://mcp.test/mcp', 'https://mcp.test/mcp', true],
    ['https://as.test', 'https://MCP.test:443/mcp', 'https://mcp.test/mcp', true],
    ['https://as.test', 'https://mcp.test/mcp', 'https://mcp.test/other', false],
    ['https://as.test', 'https://mcp.test/mcp', 'https://mcp.test.evil.test/mcp', false],
    ['https://as.test', 'https://mcp.test/mcp', 'http://mcp.test/mcp', false],
    ['', 'https://mcp.test/mcp', 'https://elsewhere.test/mcp', true],
  ] as const
  for (const [issuer, resource, address, expected] of table)
    assert.equal(isForServer({ issuer, resource }, address), expected, `${resource} at ${address}`)
})
