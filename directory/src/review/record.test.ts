import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Report } from '@connectory/checker'
import { toolsOf } from '../catalogue/index.ts'
import { readExchange } from './read-exchange.ts'

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
