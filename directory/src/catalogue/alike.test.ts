import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameAlike } from './alike.ts'

test('names that people take for one another are alike, and others are not', () => {
  const alike = [
    ['World Clock', 'world-clock'],
    ['World Clock', 'World Clock MCP Server'],
    ['Größe', 'Grosse'],
    ['Tracker', 'Тracker'],
    ['Tracker', 'Trackers'],
    ['Tracker', 'Trakcer'],
    ['Tracker', 'Tracket'],
    ['MCP Server', 'mcp-server'],
  ] as const
  const apart = [
    ['Mail', 'Maps'],
    ['Box', 'Fox'],
    ['Notes', 'Votes'],
    ['World Clock', 'World Weather'],
    ['MCP', 'Server'],
    ['', ''],
  ] as const
  for (const [one, other] of alike) assert.ok(nameAlike(one, other) && nameAlike(other, one), other)
  for (const [one, other] of apart) assert.ok(!nameAlike(one, other) && !nameAlike(other, one), other)
})
