import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  checked,
  findingsOf,
  initialized,
  legacyServer,
  parsed,
  readBody,
  serve,
} from '../../test/servers.ts'
import {
  aboutCalls,
  called,
  limit,
  reader,
  refusal,
  toolServer,
  words,
  type Call,
  type Does,
} from '../../test/tool-server.ts'

test('a tool that takes anything is ERR-03 by case', async () => {
  await using server = await toolServer([reader('list_notes', limit)], {
    list_notes: () => words('One note.'),
  })
  const report = await called(server.url)
  assert.deepEqual(aboutCalls(report), [
    'ERR-03 missing-accepted tools/list_notes',
    'ERR-03 wrong-type-accepted tools/list_notes',
    'ERR-03 out-of-range-accepted tools/list_notes',
  ])
  assert.equal(report.verdict, 'blocked')
})

test('an error that says nothing is ERR-02, an error inside a result ERR-04, and neither is accepted input', async () => {
  await using mute = await toolServer([reader('list_notes', limit)], {
    list_notes: (input) => (input['limit'] === 1 ? words('One note.') : refusal('Internal Server Error')),
  })
  assert.deepEqual(
    aboutCalls(await called(mute.url)),
    Array.from({ length: 3 }, () => 'ERR-02 generic tools/list_notes'),
  )
  await using unflagged = await toolServer([reader('list_notes', limit)], {
    list_notes: (input) => (input['limit'] === 1 ? words('One note.') : words('Error: limit is wrong.')),
  })
  assert.deepEqual(
    aboutCalls(await called(unflagged.url)),
    Array.from({ length: 3 }, () => 'ERR-04 unflagged tools/list_notes'),
  )
})

test('a result of 10 MB is LIM-01, one of 120,000 tokens too, with its size and never the result itself', async () => {
  await using huge = await toolServer([reader('list_notes')], {
    list_notes: () => words('x'.repeat(10_000_000)),
  })
  const report = await called(huge.url)
  assert.deepEqual(
    aboutCalls(report).filter((line) => line.startsWith('LIM-01')),
    ['LIM-01 too-large tools/list_notes'],
  )
  assert.ok(JSON.stringify(report).length < 300_000)
  await using large = await toolServer([reader('list_notes')], {
    list_notes: () => words('notes and more '.repeat(40_000)),
  })
  const [finding] = findingsOf(await called(large.url), 'LIM-01')
  assert.equal(finding?.case, 'over')
  assert.equal(finding.params['characters'], 600_000)
  assert.ok(Number(finding.params['tokens']) > 100_000)
})

test('structuredContent that repeats the text is counted once, and a picture is not counted by its encoding', async () => {
  const structuredContent = { notes: 'word '.repeat(16_000) }
  await using server = await toolServer([reader('list_notes'), reader('show_map')], {
    list_notes: () => words(JSON.stringify(structuredContent), { structuredContent }),
    show_map: () => ({ content: [{ type: 'image', mimeType: 'image/png', data: 'A'.repeat(900_000) }] }),
  })
  assert.deepEqual(
    findingsOf(await called(server.url), 'LIM-01').map(({ outcome }) => outcome),
    ['pass'],
  )
})

test('a stack trace, a path and a key in an error are ERR-05, and the key stands nowhere in the report', async () => {
  const key = `ghp_${'a1B2'.repeat(9)}`
  const trace = `boom ${key}\n    at read (/srv/app/dist/notes.js:12:5)\n    at run (/srv/app/dist/main.js:3:1)`
  await using server = await toolServer([reader('list_notes', limit)], {
    list_notes: (input) => (input['limit'] === 1 ? words('One note.') : refusal(`limit: ${trace}`)),
  })
  const report = await called(server.url)
  const found = new Set(findingsOf(report, 'ERR-05').map((finding) => finding.case))
  assert.deepEqual([...found], ['secret', 'stack', 'path'])
  assert.ok(!JSON.stringify(report).includes(key))
})

test('structuredContent is judged by the outputSchema: wrong, missing, and a pattern made to hang', async () => {
  const declares = (properties: object) => ({
    outputSchema: { type: 'object', properties, required: Object.keys(properties) },
  })
  const tools = [
    reader('good', declares({ count: { type: 'integer' } })),
    reader('wrong', declares({ count: { type: 'integer' } })),
    reader('missing', declares({ count: { type: 'integer' } })),
    reader('hang', declares({ text: { type: 'string', pattern: '^(a+)+$' } })),
  ]
  await using server = await toolServer(tools, {
    good: () => words('', { structuredContent: { count: 1 } }),
    wrong: () => words('', { structuredContent: { count: 'one' } }),
    missing: () => words('none'),
    hang: () => words('', { structuredContent: { text: `${'a'.repeat(40)}!` } }),
  })
  const report = await called(server.url)
  assert.deepEqual(
    findingsOf(report, 'TOOL-29').map((finding) => [finding.case ?? finding.because, finding.target]),
    [
      ['invalid', 'tools/wrong'],
      ['missing', 'tools/missing'],
      ['schema-unjudged', 'tools/hang'],
    ],
  )
})

test('a server that believes X-User or the name of the client is AUTH-26', async () => {
  await using server = await toolServer([reader('who_am_i')], {
    who_am_i: (_input, [, request]) => words(`You are ${String(request.headers['x-user'] ?? 'nobody')}.`),
  })
  const [finding] = findingsOf(await called(server.url), 'AUTH-26')
  assert.equal(finding?.case, 'headers')
  assert.match(JSON.stringify(finding.evidence.excerpt), /admin/)
})

test('a tool that answers differently each time cannot be compared', async () => {
  let ticks = 0
  await using server = await toolServer([reader('now')], { now: () => words(String((ticks += 1))) })
  const [finding] = findingsOf(await called(server.url), 'AUTH-26')
  assert.deepEqual([finding?.reason, finding?.because], ['could-not-look', 'no-steady-tool'])
})

test('a tool that takes the server down is named, and what comes after it is nobody’s fault', async () => {
  let down = false
  const die: Does = (_input, [, , response]) => {
    down = true
    response.destroy()
    return undefined
  }
  const listener = legacyServer((rpc, request, response) => {
    if (down) return void response.destroy()
    if (rpc.method === 'initialize') return initialized
    if (rpc.method === 'tools/list') return { tools: [reader('crash'), reader('list_notes')] }
    return (rpc.params as Call).name === 'crash' ? die({}, [rpc, request, response]) : words('One note.')
  })
  await using server = await serve(listener)
  const report = await called(server.url)
  assert.deepEqual(
    findingsOf(report, 'ERR-01').map((finding) => [
      finding.case ?? finding.because,
      finding.target.replace(report.target, ''),
    ]),
    [
      ['breaks', 'tools/crash'],
      ['server-lost', ''],
    ],
  )
})

test('an unknown tool that succeeds is PRO-04', async () => {
  await using server = await serve(
    legacyServer(({ method }) => {
      if (method === 'initialize') return initialized
      return method === 'tools/list' ? { tools: [reader('list_notes')] } : words('Fine.')
    }),
  )
  assert.equal(findingsOf(await called(server.url), 'PRO-04')[0]?.case, 'succeeds')
})

test('a burst is sent only when asked for; a server with a limit passes, one without is a question', async () => {
  let lists = 0
  const listener = (most: number) =>
    legacyServer(({ method }, _request, response) => {
      if (method === 'initialize') return initialized
      if (method !== 'tools/list') return refusal('unknown tool')
      lists += 1
      if (lists > most) return void response.writeHead(429, { 'retry-after': '1' }).end()
      return { tools: [reader('list_notes')] }
    })
  await using limiting = await serve(listener(20))
  assert.equal(findingsOf(await called(limiting.url), 'LIM-05')[0]?.because, 'no-burst')
  assert.ok(lists <= 10)
  const report = await called(limiting.url, { which: 'read-only', burst: true })
  for (const rule of ['LIM-05', 'LIM-06']) assert.equal(findingsOf(report, rule)[0]?.outcome, 'pass')
  lists = 0
  await using unlimited = await serve(listener(1000))
  const open = await called(unlimited.url, { which: 'read-only', burst: true })
  for (const rule of ['LIM-05', 'LIM-06']) assert.equal(findingsOf(open, rule)[0]?.outcome, 'needs-human')
  assert.ok(lists <= 60)
})

test('a long answer in an event stream is no broken message', async () => {
  await using server = await serve((request, response) => {
    void readBody(request).then((body) => {
      const rpc = parsed(body || '{}')
      if (rpc === undefined) return void response.writeHead(400).end()
      const tools = Array.from({ length: 200 }, (_, index) =>
        reader(`read_${index}`, { description: 'Reads. '.repeat(100) }),
      )
      const results: Record<string, unknown> = { initialize: initialized, 'tools/list': { tools } }
      const result = results[rpc.method]
      const error = { code: -32601, message: 'Method not found' }
      if (rpc.id === undefined) return void response.writeHead(202).end()
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      const answer = JSON.stringify({ jsonrpc: '2.0', id: rpc.id, ...(result ? { result } : { error }) })
      return void response.end(`data: ${answer}\n\n`)
    })
  })
  const findings = findingsOf(await checked(server.url), 'PRO-02')
  assert.deepEqual(
    findings.filter(({ outcome }) => outcome === 'fail'),
    [],
  )
})
