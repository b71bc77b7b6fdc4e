import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '@connectory/checker'
import { toolsOf, type ListingVersion, type RevisionFacts, type Tool } from '../catalogue/index.ts'
import { readExchange } from './read-exchange.ts'
import { diffRevisions } from './revision-diff.ts'

function exchange(body: string) {
  return {
    id: 'x1',
    step: 'tools/list',
    request: { method: 'POST', url: 'https://a.example/mcp', headers: {}, body: '{}' },
    response: { status: 200, headers: {}, body, truncated: false },
    error: null,
  }
}

test('the tools of a report are what the server sent; a report that saw no list has none', () => {
  const raw = { name: 'own', annotations: { readOnlyHint: 'yes' } }
  const entries = [raw, raw, { name: 1 }, null, {}].map((entry, n) => ({ page: 1, index: n + 1, raw: entry }))
  assert.deepEqual(toolsOf({ tools: entries } as unknown as Report), {
    seen: true,
    tools: [
      {
        name: 'own',
        title: null,
        description: null,
        annotations: { readOnlyHint: 'yes' },
        inputSchema: null,
      },
    ],
  })
  assert.deepEqual(toolsOf({} as unknown as Report), { seen: false, tools: [] })
})

test('an exchange is read whatever an older engine left out', () => {
  const shown = readExchange(exchange('{"a":1}'))
  assert.equal(shown.response, '200\n\n{\n  "a": 1\n}')
  assert.equal(readExchange({}).status, null)
  assert.equal(
    readExchange({ error: { code: 'timeout', message: 'No answer.' } }).error,
    'timeout: No answer.',
  )
})

const tool = (name: string, description: string | null = null): Tool => ({
  name,
  title: null,
  description,
  annotations: { readOnlyHint: true, openWorldHint: false },
  inputSchema: null,
})

test('a diff names changed fields, and tools that came, went or changed; the order of keys is no change', () => {
  const before = { name: 'Mail', categories: ['data'], tools: [tool('kept'), tool('gone'), tool('same')] }
  const revision = { name: 'Post', categories: ['data'] } as unknown as RevisionFacts
  const tools = [
    tool('kept', 'Now described.'),
    tool('new'),
    { ...tool('same'), annotations: { openWorldHint: false, readOnlyHint: true } },
  ]
  const diff = diffRevisions(before as unknown as ListingVersion, { revision, tools })
  assert.deepEqual(diff.fields, [{ field: 'name', before: 'Mail', after: 'Post' }])
  assert.deepEqual([diff.addedTools, diff.removedTools], [['new'], ['gone']])
  assert.deepEqual(
    diff.changedTools.map(({ name }) => name),
    ['kept'],
  )
})
