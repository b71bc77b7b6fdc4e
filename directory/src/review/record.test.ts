import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '@connectory/checker'
import type { ListingVersion, RevisionFacts, Tool } from '../catalogue/index.ts'
import { readExchange } from './read-exchange.ts'
import { diffRevisions } from './revision-diff.ts'
import { toolsOf } from './tools-of.ts'

function exchange(body: string, more: { asked?: string; truncated?: boolean } = {}) {
  const { asked = '{"method":"tools/list"}', truncated = false } = more
  return {
    id: 'x1',
    step: 'tools/list',
    request: { method: 'POST', url: 'https://a.example/mcp', headers: {}, body: asked },
    response: { status: 200, headers: {}, body, truncated },
    error: null,
  }
}

function reportWith(exchanges: readonly unknown[], toolCount: number | null, more: object = {}): Report {
  return { exchanges, server: { toolCount }, ...more } as unknown as Report
}

const listed = JSON.stringify({
  result: { tools: [{ name: 'a', inputSchema: { type: 'object' } }, { name: 'b' }] },
})

test('the tools are read from the recorded answers to tools/list, in JSON and as an event stream', () => {
  for (const body of [listed, `event: message\ndata: ${listed}\n\n`, `: hello\n\ndata: ${listed}\r\n\r\n`]) {
    const { tools, complete } = toolsOf(reportWith([exchange(body)], 2))
    assert.deepEqual([tools.map(({ name }) => name), complete], [['a', 'b'], true])
  }
})

test('tools that two eras listed are one; an answer that was cut is not complete', () => {
  assert.equal(toolsOf(reportWith([exchange(listed), exchange(listed)], 2)).tools.length, 2)
  assert.deepEqual(toolsOf(reportWith([exchange(listed, { truncated: true })], 2)), {
    tools: [],
    complete: false,
  })
  assert.deepEqual(
    toolsOf(reportWith([exchange('{"result":{"tools":[{"name":1},null,{}]}}')], null)).tools,
    [],
  )
  assert.deepEqual(
    toolsOf(reportWith([exchange(listed, { asked: '{"method":"initialize"}' })], null)).tools,
    [],
  )
})

test('a report that carries its tools is believed before its exchanges', () => {
  const tools = [{ page: 1, index: 1, raw: { name: 'own', annotations: { readOnlyHint: 'yes' } } }]
  const read = toolsOf(reportWith([exchange(listed)], 1, { tools }))
  assert.deepEqual(read.tools, [
    { name: 'own', title: null, description: null, annotations: { readOnlyHint: 'yes' }, inputSchema: null },
  ])
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
