import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startServer } from '../../test/faulty-server/start.ts'
import { startPair } from '../../test/faulty-login/pair.ts'
import {
  checked,
  findingsOf,
  goodTool,
  initialized,
  legacyServer,
  problems,
  serve,
  withTools,
} from '../../test/servers.ts'
import type { Report } from '../index.ts'

const inConversation = ['TRN-04', 'TRN-06', 'TRN-09', 'TRN-12', 'TRN-13', 'TRN-14', 'TRN-15', 'TRN-16']
const askedLater = [...inConversation, 'TRN-17', 'TRN-19', 'NET-08']

function outcomesOf(report: Report, rules: readonly string[]): string[] {
  const found = rules.flatMap((rule) => findingsOf(report, rule))
  return [...new Set(found.map(({ outcome, because }) => [outcome, because].join(' ').trim()))].toSorted()
}

test('behind a login nothing that needs a conversation passes; HEAD, GET and CORS are looked at', async () => {
  await using pair = await startPair()
  const report = await checked(pair.mcpUrl)
  assert.deepEqual(outcomesOf(report, askedLater), ['not-evaluated behind-login'])
  assert.deepEqual(outcomesOf(report, ['TRN-07', 'TRN-10']), ['pass'])
})

test('a server of 2026-07-28 alone has no sessions and no notifications to judge', async () => {
  await using server = await startServer({ eras: 'modern' })
  const report = await checked(server.url)
  assert.deepEqual(outcomesOf(report, ['TRN-04', 'TRN-14', 'TRN-16', 'TRN-17']), [
    'not-applicable modern-only',
  ])
  assert.deepEqual(outcomesOf(report, ['TRN-06', 'TRN-09', 'TRN-12', 'TRN-13', 'TRN-15', 'TRN-19']), ['pass'])
})

test('a server without session ids has none to guess or to choose', async () => {
  await using server = await serve(withTools(goodTool()))
  const report = await checked(server.url)
  assert.deepEqual(outcomesOf(report, ['TRN-16', 'TRN-17']), ['not-applicable no-sessions'])
  assert.deepEqual(problems(report), [])
})

test('every session that odd requests open is ended', async () => {
  const open = new Set<string>()
  const listener = legacyServer(({ method }, _request, response) => {
    if (method === 'tools/list') return { tools: [goodTool()] }
    if (method !== 'initialize') return undefined
    const id = crypto.randomUUID()
    open.add(id)
    response.setHeader('mcp-session-id', id)
    return initialized
  })
  await using server = await serve((request, response) => {
    if (request.method !== 'DELETE') return listener(request, response)
    open.delete(String(request.headers['mcp-session-id']))
    return void response.writeHead(204).end()
  })
  const report = await checked(server.url)
  assert.equal(findingsOf(report, 'TRN-16')[0]?.outcome, 'pass')
  assert.equal(findingsOf(report, 'TRN-17')[0]?.outcome, 'pass')
  assert.deepEqual([...open], [])
  assert.equal(JSON.stringify(report.findings).includes('connectory-check'), false)
})

test('a server that has enough after its list could not be looked at, and nothing odd passes', async () => {
  let listed = false
  await using server = await serve(
    legacyServer(({ method }, _request, response) => {
      if (listed) return void response.writeHead(429).end()
      if (method === 'initialize') return initialized
      if (method !== 'tools/list') return undefined
      listed = true
      return { tools: [goodTool()] }
    }),
  )
  const report = await checked(server.url)
  const seen = outcomesOf(
    report,
    askedLater.filter((rule) => rule !== 'NET-08'),
  )
  assert.deepEqual(seen, ['not-evaluated no-answer', 'not-evaluated too-many-requests'])
  assert.equal(findingsOf(report, 'NET-08')[0]?.because, 'too-few-samples')
  assert.equal(report.verdict, 'incomplete')
})
