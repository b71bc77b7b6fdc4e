import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createSafeFetch } from '@connectory/wire'
import {
  checked,
  findingsOf,
  goodTool,
  initialized,
  legacyServer,
  modernServer,
  problems,
  serve,
  withTools,
} from '../../test/servers.ts'
import { reportSchema, type Step } from '../index.ts'

test('a clean server of both eras is ready', async () => {
  await using server = await serve(modernServer())
  const report = await checked(server.url)
  // The SDK takes batches for old clients; nearly every server does.
  assert.deepEqual(problems(report), ['PRO-07 accepted'])
  assert.equal(report.verdict, 'ready')
  const { toolList, ...described } = report.server
  assert.ok(toolList && toolList.estimatedTokens > 20)
  assert.deepEqual(described, {
    era: 'both',
    protocolVersion: '2026-07-28',
    serverInfo: { name: 'clean', version: '2.0.0' },
    authType: 'none',
    toolCount: 1,
  })
  assert.deepEqual(reportSchema.parse(JSON.parse(JSON.stringify(report))), report)
})

test('a clean server of the legacy era is ready', async () => {
  await using server = await serve(withTools(goodTool()))
  const report = await checked(server.url)
  assert.deepEqual(problems(report), [])
  assert.equal(report.server.era, 'legacy')
})

test('each tool without, beside and of the wrong type is named by one rule, with the change that mends it', async () => {
  const { annotations: _annotations, ...bare } = goodTool('get_a')
  await using server = await serve(
    withTools(
      bare,
      { ...bare, name: 'get_b', readOnlyHint: true, annotations: { title: 'B' } },
      { ...bare, name: 'get_c', annotations: { title: 'C', readOnlyHint: 'true' } },
      goodTool('get_d'),
    ),
  )
  const report = await checked(server.url)
  const hints = problems(report).filter((line) => /^TOOL-0[123]/.test(line))
  assert.deepEqual(hints, [
    'TOOL-01 none tools/get_a',
    'TOOL-02 outside tools/get_b',
    'TOOL-03 not-boolean tools/get_c',
  ])
  assert.deepEqual(findingsOf(report, 'TOOL-01')[0]?.evidence.patch, { annotations: { readOnlyHint: true } })
  assert.deepEqual(findingsOf(report, 'TOOL-02')[0]?.evidence.patch, {
    annotations: { title: 'B', readOnlyHint: true },
  })
  assert.deepEqual(findingsOf(report, 'TOOL-03')[0]?.evidence.patch, {
    annotations: { title: 'C', readOnlyHint: true },
  })
  assert.equal(report.verdict, 'blocked')
})

test('a server with only the old SSE transport is named so', async () => {
  await using server = await serve((request, response) => {
    if (request.method !== 'GET') return void response.writeHead(405).end()
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('event: endpoint\ndata: /messages?id=1\n\n')
  }, '/sse')
  const report = await checked(server.url)
  const transport = problems(report).filter((line) => /^TRN-0[1235]/.test(line))
  assert.deepEqual(transport, ['TRN-02 only', 'TRN-03 not-mcp', 'TRN-05 not-mcp'])
  assert.equal(report.verdict, 'blocked')
})

test('a web page is no MCP server', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>Hello</title>')
  })
  const report = await checked(server.url)
  const [finding] = findingsOf(report, 'TRN-01')
  assert.equal(finding?.outcome, 'fail')
  assert.match(finding?.message ?? '', /text\/html/)
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.reason, 'could-not-look')
  assert.equal(report.verdict, 'blocked')
})

test('a redirect to another host is named, and not followed', async () => {
  let asked = 0
  await using other = await serve(() => void (asked += 1))
  await using server = await serve((_request, response) => {
    response.writeHead(307, { location: other.url.replace('127.0.0.1', 'localhost') }).end()
  })
  const report = await checked(server.url)
  assert.equal(findingsOf(report, 'TRN-08')[0]?.case, 'other-host')
  assert.equal(findingsOf(report, 'TRN-01')[0]?.because, 'redirected')
  assert.equal(asked, 0)
})

test('a body that never ends is cut off, and the check could not look', async () => {
  await using server = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = (): void => {
      while (response.write('x'.repeat(64 * 1024)));
    }
    response.on('drain', more)
    more()
  })
  const report = await checked(server.url)
  assert.equal(report.verdict, 'incomplete')
  assert.equal(findingsOf(report, 'TRN-01')[0]?.reason, 'could-not-look')
})

test('a server that never answers is given up when the time is over', async () => {
  await using server = await serve(() => undefined)
  const report = await checked(server.url, { timeoutMs: 300 })
  assert.equal(report.verdict, 'incomplete')
  assert.equal(findingsOf(report, 'TRN-01')[0]?.because, 'time-over')
})

test('a check that is stopped reports what it could not look at', async () => {
  const stop = new AbortController()
  await using server = await serve(() => stop.abort())
  const report = await checked(server.url, { signal: stop.signal })
  assert.equal(report.verdict, 'incomplete')
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.because, 'stopped')
})

test('a port where nobody listens could not be looked at', async () => {
  const server = await serve(() => undefined)
  await server[Symbol.asyncDispose]()
  const report = await checked(server.url)
  assert.equal(report.verdict, 'incomplete')
  assert.match(findingsOf(report, 'TRN-01')[0]?.message ?? '', /refuses the connection/)
})

test('a list whose cursor repeats is named, and its tools are judged as far as they were seen', async () => {
  await using server = await serve(
    legacyServer(({ method }) => {
      if (method === 'initialize') return initialized
      return method === 'tools/list'
        ? { tools: [{ ...goodTool(), annotations: {} }], nextCursor: 'again' }
        : undefined
    }),
  )
  const report = await checked(server.url)
  assert.equal(findingsOf(report, 'TRN-05')[0]?.case, 'repeated-cursor')
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.outcome, 'fail')
  assert.equal(findingsOf(report, 'TOOL-05')[0]?.because, 'list-cut')
})

test('more than 5,000 tools are too many, and the report stays readable', async () => {
  const tools = Array.from({ length: 5001 }, (_none, index) => ({
    ...goodTool(`get_${index}`),
    annotations: {},
  }))
  await using server = await serve(withTools(...tools))
  const report = await checked(server.url)
  assert.equal(findingsOf(report, 'TRN-05')[0]?.case, 'too-many-tools')
  const named = findingsOf(report, 'TOOL-01')
  assert.equal(named.length, 200)
  const last = named.at(-1)?.params['tool']
  assert.ok(Array.isArray(last))
  assert.equal(last.length, 5000 - 199)
  assert.ok(last.includes('get_4999'))
})

test('a server whose list is broken off is incomplete, not blocked', async () => {
  await using server = await serve(
    legacyServer(({ method, params }, _request, response) => {
      if (method === 'initialize') return initialized
      if (method !== 'tools/list') return undefined
      if (params?.['cursor'] === undefined) return { tools: [goodTool()], nextCursor: '2' }
      return response.destroy()
    }),
  )
  const report = await checked(server.url)
  assert.equal(findingsOf(report, 'TOOL-01')[0]?.because, 'list-cut')
  assert.equal(report.verdict, 'incomplete')
})

test('without permission nothing is sent to this machine, and the report says why', async () => {
  let asked = 0
  await using server = await serve(() => void (asked += 1))
  const fetch = createSafeFetch({ allowLoopback: false })
  for (const url of [server.url, server.url.replace('http:', 'https:'), 'https://10.0.0.1/mcp']) {
    const report = await checked(url, { fetch })
    assert.equal(findingsOf(report, 'NET-02')[0]?.outcome, 'fail', url)
    assert.equal(report.verdict, 'blocked')
    assert.equal(report.loopback, false)
  }
  assert.equal(asked, 0)
})

test('a credential in the address is named and appears nowhere in the report', async () => {
  await using server = await serve(withTools(goodTool()))
  const report = await checked(`${server.url}?apiKey=very-secret-value`)
  assert.equal(findingsOf(report, 'NET-06')[0]?.outcome, 'fail')
  assert.equal(JSON.stringify(report).includes('very-secret-value'), false)
  const withUser = await checked(server.url.replace('http://', 'http://me:very-secret-value@'))
  assert.equal(findingsOf(withUser, 'NET-06')[0]?.outcome, 'fail')
  assert.equal(JSON.stringify(withUser).includes('very-secret-value'), false)
})

test('text of a stranger cannot act on a terminal', async () => {
  await using server = await serve(withTools({ name: 'get\u001b[2J\u202e', inputSchema: { type: 'object' } }))
  const report = await checked(server.url)
  for (const { message, target, fix, evidence } of report.findings) {
    const excerpt = typeof evidence.excerpt === 'string' ? evidence.excerpt : ''
    assert.doesNotMatch(`${message}${target}${fix}${excerpt}`.replaceAll('\n', ''), /[\p{Cc}\u202e]/u)
  }
})

test('two checks of one server differ only in times and ports of the moment', async () => {
  await using server = await serve(withTools(goodTool(), { name: 'drop' }))
  const [one, two] = await Promise.all([checked(server.url), checked(server.url)])
  const timeless = ({
    startedAt: _startedAt,
    durationMs: _durationMs,
    exchanges: _exchanges,
    ...rest
  }: typeof one) => rest
  assert.deepEqual(timeless(one), timeless(two))
})

test('a watcher is told when each step begins and what came of it', async () => {
  await using server = await serve(withTools(goodTool()))
  const steps: Step[] = []
  await checked(server.url, { onStep: (step) => void steps.push(step) })
  assert.deepEqual(
    steps.map(({ id, state }) => `${id} ${state}`),
    ['connect', 'open', 'tools', 'protocol', 'login', 'odd-requests', 'documents'].flatMap((id) => [
      `${id} running`,
      `${id} done`,
    ]),
  )
  assert.ok(steps.some(({ summary }) => summary === '1 tools on 1 page'))
})

test('in a long list each finding keeps its own case', async () => {
  const tools = Array.from({ length: 300 }, (_none, index) => ({
    ...goodTool(`get_${index}`),
    ...(index % 2 === 0 ? {} : { title: 'Get' }),
    annotations: { readOnlyHint: true },
  }))
  await using server = await serve(withTools(...tools))
  const found = findingsOf(await checked(server.url), 'TOOL-04')
  const untitled = found.filter((finding) => finding.case === 'none').map(({ target }) => target)
  const even = Array.from({ length: 150 }, (_none, index) => `tools/get_${index * 2}`)
  assert.deepEqual(untitled, even)
})
