import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import {
  checked,
  findingsOf,
  goodTool,
  initialized,
  modernServer,
  parsed,
  serve,
} from '../../test/servers.ts'
import {
  aboutCalls,
  called,
  inputs,
  limit,
  reader,
  refusal,
  toolServer,
  validated,
  words,
  type Call,
  type Does,
} from '../../test/tool-server.ts'
import { parseCallInputs } from '../index.ts'

test('without the scope call no tool is called, with any scope beside it', async () => {
  const made: string[] = []
  await using server = await toolServer([reader('list_notes')], { list_notes: () => words('') }, made)
  await checked(server.url)
  await checked(server.url, {
    scopes: ['passive', 'login'],
    token: 'a-token',
    calls: { which: 'all', burst: true },
  })
  assert.deepEqual(made, [])
})

test('read-only calls no tool but those with a boolean readOnlyHint true, and one that does not exist', async () => {
  const made: string[] = []
  const tools = [
    reader('list_notes'),
    { ...goodTool('delete_note'), annotations: { readOnlyHint: false, destructiveHint: true } },
    { ...goodTool('as_text'), annotations: { readOnlyHint: 'true' } },
    { ...goodTool('beside'), annotations: {}, readOnlyHint: true },
    { ...goodTool('both'), annotations: { readOnlyHint: true, destructiveHint: true } },
    goodTool('without'),
  ]
  const bare = tools.map((tool) => (tool['name'] === 'without' ? { ...tool, annotations: {} } : tool))
  await using server = await toolServer(bare, { list_notes: () => words('One note.') }, made)
  const report = await called(server.url)
  assert.deepEqual(
    [...new Set(made)].toSorted((one, other) => one.localeCompare(other)),
    ['connectory_no_such_tool', 'list_notes'],
  )
  const [passed, left] = findingsOf(report, 'ERR-01')
  assert.equal(passed?.outcome, 'pass')
  assert.deepEqual([left?.outcome, left?.reason], ['not-evaluated', 'not-requested'])
  assert.match(left?.message ?? '', /delete_note, as_text, beside, both, without/)
})

test('a good server passes every rule on calls in both modes', async () => {
  const made: string[] = []
  const write = {
    ...goodTool('add_note'),
    ...limit,
    annotations: { title: 'Add', readOnlyHint: false, destructiveHint: false },
  }
  await using server = await toolServer(
    [reader('list_notes', limit), write],
    { list_notes: validated, add_note: validated },
    made,
  )
  const report = await called(server.url)
  assert.deepEqual(aboutCalls(report), [])
  assert.equal(report.verdict, 'ready')
  assert.ok(!made.includes('add_note'))
  assert.deepEqual(aboutCalls(await called(server.url, { which: 'all' })), [])
  assert.ok(made.includes('add_note'))
})

test('wrong input is sent in one wrong place at a time, and only what the schema forbids', async () => {
  const seen: string[] = []
  await using server = await toolServer([reader('list_notes', limit)], {
    list_notes: (input, more) => {
      seen.push(JSON.stringify(input))
      return validated(input, more)
    },
  })
  await called(server.url)
  assert.deepEqual(
    [...new Set(seen)],
    ['{"limit":1}', '{}', '{"limit":{"connectory":"wrong type"}}', '{"limit":1050}'],
  )
})

test('a call that does not end is stopped and told so; it could not be looked at, and the others go on', async () => {
  const notified: unknown[] = []
  await using server = await serve((request, response) => {
    let body = ''
    request.on('data', (chunk) => (body += String(chunk)))
    request.on('end', () => {
      const rpc = parsed(body) as { id?: number; method: string; params?: Call } | undefined
      if (!rpc) return void response.writeHead(400).end()
      if (rpc.id === undefined) {
        notified.push(rpc)
        return void response.writeHead(202).end()
      }
      if (rpc.params?.name === 'slow') return undefined
      const known: Record<string, unknown> = {
        initialize: initialized,
        'tools/list': { tools: [reader('slow'), reader('list_notes')] },
        'tools/call': rpc.params?.name === 'list_notes' ? words('One note.') : refusal('unknown tool'),
      }
      const result = known[rpc.method]
      response.writeHead(200, { 'content-type': 'application/json' })
      const error = { code: -32601, message: 'Method not found' }
      return void response.end(
        JSON.stringify({ jsonrpc: '2.0', id: rpc.id, ...(result ? { result } : { error }) }),
      )
    })
  })
  const report = await called(server.url, { which: 'read-only', timeoutMs: 200 })
  const [late] = findingsOf(report, 'LIM-03')
  assert.deepEqual([late?.reason, late?.target], ['could-not-look', 'tools/slow'])
  assert.deepEqual(
    findingsOf(report, 'ERR-01').map(({ because }) => because),
    ['call-not-ended'],
  )
  assert.equal(report.verdict, 'incomplete')
  const cancelled = notified.find((each) => JSON.stringify(each).includes('notifications/cancelled'))
  assert.match(JSON.stringify(cancelled), /"requestId":2/)
})

test('when the time for all calls is over, the tools that are left are named and nothing passes', async () => {
  const later: Does = (_input, [rpc, , response]) => {
    setTimeout(() => {
      response.end(JSON.stringify({ jsonrpc: '2.0', id: rpc.id, result: words('One note.') }))
    }, 150)
    response.writeHead(200, { 'content-type': 'application/json' })
    return undefined
  }
  const tools = ['a', 'b', 'c', 'd'].map((name) => reader(`list_${name}`))
  const does = Object.fromEntries(tools.map(({ name }) => [String(name), later]))
  await using server = await toolServer(tools, does)
  const report = await called(server.url, { which: 'read-only', totalMs: 250 })
  const left = findingsOf(report, 'ERR-01').find(({ because }) => because === 'calls-time-over')
  assert.match(left?.message ?? '', /list_d/)
  assert.equal(report.verdict, 'incomplete')
})

test('a tool that is called read-only and changes the state that another shows is TOOL-07', async () => {
  let notes = 3
  await using server = await toolServer([reader('count_notes'), reader('list_notes'), reader('read_note')], {
    count_notes: () => words(`${notes} notes`),
    list_notes: () => words(`${(notes += 1)} notes`),
    read_note: () => words('One note.'),
  })
  const given = inputs({ state: 'count_notes', skip: ['count_notes'] })
  const report = await called(server.url, { which: 'read-only', inputs: given })
  const [finding, ...more] = findingsOf(report, 'TOOL-07')
  assert.deepEqual([finding?.case, finding?.target, more.length], ['state-changed', 'tools/list_notes', 0])
  assert.equal(finding?.level, 'must')
  assert.deepEqual(finding?.evidence.excerpt, {
    before: '{"content":[{"type":"text","text":"3 notes"}]}',
    after: '{"content":[{"type":"text","text":"4 notes"}]}',
  })
})

test('a state that changes by itself settles nothing: TOOL-07 could not look', async () => {
  let ticks = 0
  await using server = await toolServer([reader('count_notes'), reader('list_notes')], {
    count_notes: () => words(`tick ${(ticks += 1)}`),
    list_notes: () => words('One note.'),
  })
  const report = await called(server.url, { which: 'read-only', inputs: inputs({ state: 'count_notes' }) })
  const [finding] = findingsOf(report, 'TOOL-07')
  assert.deepEqual([finding?.reason, finding?.because], ['could-not-look', 'state-unsteady'])
})

test('a generated input that is refused is no fault: a person must name one, and until then nothing passes', async () => {
  const tool = reader('read_note', {
    inputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
  })
  const does = {
    read_note: (input: Record<string, unknown>) => {
      if (typeof input['id'] !== 'string') return refusal('id must be the number of a note.')
      return input['id'] === 'n-7' ? words('A note.') : refusal(`No note has the id ${String(input['id'])}.`)
    },
  }
  await using server = await toolServer([tool], does)
  const report = await called(server.url)
  assert.deepEqual(
    findingsOf(report, 'ERR-01').map(({ because }) => because),
    ['input-refused'],
  )
  assert.equal(report.verdict, 'incomplete')
  const given = inputs({
    tools: {
      read_note: [
        { arguments: { id: 'n-7' }, contains: 'note' },
        { arguments: { id: 'x' }, expect: 'error' },
      ],
    },
  })
  const settled = await called(server.url, { which: 'read-only', inputs: given })
  assert.deepEqual(aboutCalls(settled), [])
  const wrong = inputs({ tools: { read_note: [{ arguments: { id: 'n-8' } }] } })
  assert.equal(
    findingsOf(await called(server.url, { which: 'read-only', inputs: wrong }), 'ERR-01')[0]?.case,
    'fails',
  )
})

for (const [what, value, sentence] of [
  [
    'an unknown tool',
    { tools: { lst_notes: [{}] } },
    /names the tool "lst_notes"; the server has list_notes/,
  ],
  [
    'arguments that do not fit',
    { tools: { list_notes: [{ arguments: { limit: 'x' } }] } },
    /gives list_notes arguments .* \(case 1\): \/limit is string and not integer/,
  ],
  [
    'a state tool that writes',
    { state: 'add_note' },
    /add_note as "state", which does not declare readOnlyHint/,
  ],
] as const) {
  test(`inputs with ${what} are refused before anything is called`, async () => {
    const made: string[] = []
    const tools = [
      reader('list_notes', limit),
      { ...goodTool('add_note'), annotations: { readOnlyHint: false } },
    ]
    await using server = await toolServer(tools, { list_notes: validated }, made)
    await assert.rejects(called(server.url, { which: 'read-only', inputs: inputs(value) }), sentence)
    assert.deepEqual(made, [])
  })
}

test('what is no file of inputs is refused with the place', () => {
  for (const [value, sentence] of [
    [{ tool: {} }, /inputs.yaml holds no inputs for calls.*"tool"/],
    [{ tools: { a: { limit: 1 } } }, /at tools\.a/],
    [{ tools: { a: [{ expect: 'maybe' }] } }, /at tools\.a\.0\.expect/],
    ['text', /inputs.yaml holds no inputs/],
  ] as const) {
    assert.throws(() => parseCallInputs(value, 'inputs.yaml'), sentence)
  }
})

test('a modern server that demands arguments as headers too gets them, encoded where a header needs it', async () => {
  const made: unknown[] = []
  const where = z.string().min(1).describe('The region to read.').meta({ 'x-mcp-header': 'Region' })
  const newest = z.boolean().describe('Only the newest.').meta({ 'x-mcp-header': 'Newest' })
  const listener = modernServer((server) => {
    const { description, annotations } = goodTool() as { description: string; annotations: object }
    const inputSchema = z.object({ where, newest })
    server.registerTool('read_notes', { description, annotations, inputSchema }, (input) => {
      made.push(input)
      return { content: [{ type: 'text' as const, text: `Notes of ${input.where}.` }] }
    })
  })
  await using server = await serve(listener)
  const input = { where: 'Köln', newest: true }
  const given = inputs({ tools: { read_notes: [{ arguments: input, contains: 'Köln' }] } })
  const report = await called(server.url, { which: 'read-only', inputs: given })
  assert.deepEqual(made[0], input)
  assert.deepEqual(
    findingsOf(report, 'ERR-01').map(({ outcome }) => outcome),
    ['pass'],
  )
  const sent = report.exchanges.flatMap((one) => {
    const { request } = one as { request: { headers: Record<string, string>; body: string | null } }
    return request.body?.includes('Köln') ? [request.headers] : []
  })
  assert.equal(sent[0]?.['mcp-param-region'], '=?base64?S8O2bG4=?=')
  assert.equal(sent[0]?.['mcp-param-newest'], 'true')
})
