import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from '@connectory/checker'
import { clients, clientSnippets } from './client-snippets.ts'
import { connectionModes } from './connection-modes.ts'
import { exampleReport } from './example-report.test.ts'

const open = { staticClient: false, addressFilter: false }
const [example] = exampleReport.findings
assert.ok(example)
const preflight = (change: Partial<Finding>): Finding => ({ ...example, rule: 'TRN-10', ...change })
const states = (facts: typeof open, findings: readonly Finding[]) =>
  connectionModes(facts, findings).map(({ state, works }) => `${state} ${works}`)

test('through the directory always, from a browser as its preflight was answered, from a machine unless it is kept out', () => {
  const findings = {
    'cors-open true': [preflight({ outcome: 'pass' })],
    'cors-closed false': [preflight({ outcome: 'fail', case: 'closed' })],
    'cors-headers false': [preflight({ outcome: 'fail', case: 'hidden' })],
    'not-measured false': [preflight({ outcome: 'not-evaluated' })],
  }
  for (const [browser, seen] of Object.entries(findings))
    assert.deepEqual(states(open, seen), ['works true', browser, 'works true'])
  assert.deepEqual(states(open, []), ['works true', 'not-measured false', 'works true'])
  const good = findings['cors-open true']
  const secret = 'static-client false'
  assert.deepEqual(states({ ...open, staticClient: true }, good), ['works true', secret, secret])
  const filter = 'address-filter false'
  assert.deepEqual(states({ ...open, addressFilter: true }, good), ['works true', filter, filter])
})

test('each client gets what its configuration takes, with the address to the letter', () => {
  const url = 'https://connectors.example.com/c/notes/mcp'
  const snippets = clientSnippets('notes', new URL(url))
  assert.deepEqual(
    snippets.map(({ client }) => client),
    clients,
  )
  const codes = Object.fromEntries(
    snippets.map(({ client, codes: all }) => [client, all.map(({ code }) => code)]),
  )
  assert.deepEqual(codes['command'], [
    `claude mcp add --transport http notes ${url}`,
    'MCP_TOOL_TIMEOUT=300000 claude',
  ])
  assert.deepEqual(codes['dialog'], [url])
  const [command = '', file = ''] = codes['editor'] ?? []
  const given = /^code --add-mcp '(.*)'$/.exec(command)?.[1] ?? ''
  assert.deepEqual(JSON.parse(given), { name: 'notes', type: 'http', url })
  assert.deepEqual(JSON.parse(file), { servers: { notes: { type: 'http', url } } })
  const entry = (client: string): unknown => JSON.parse(codes[client]?.[0] ?? '')
  assert.deepEqual(entry('cursor'), { mcpServers: { notes: { url } } })
  assert.deepEqual(entry('bridge'), {
    mcpServers: { notes: { command: 'npx', args: ['-y', 'mcp-remote', url] } },
  })
  assert.deepEqual(entry('json'), { mcpServers: { notes: { type: 'http', url } } })
  const local = clientSnippets('x', new URL('http://127.0.0.1:8080/mcp')).find(
    ({ client }) => client === 'bridge',
  )
  assert.match(local?.codes[0]?.code ?? '', /"--allow-http"/)
})
