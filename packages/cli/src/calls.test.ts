import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { connectory, connectoryReading, listen, messageIn } from '../test/run-connectory.ts'

const made: string[] = []
const annotations = { title: 'Notes', readOnlyHint: true, destructiveHint: false }
const inputSchema = {
  type: 'object',
  properties: { id: { type: 'string', description: 'The number of the note.' } },
  required: ['id'],
}
const description = 'Reads one note of the handbook by its number.'
const tools = [
  { name: 'read_note', description, inputSchema, annotations },
  {
    name: 'delete_note',
    description: 'Deletes one note of the handbook by its number.',
    inputSchema,
    annotations: { title: 'Delete', readOnlyHint: false, destructiveHint: true },
  },
]
const server: Server = createServer(async (request, response) => {
  const rpc = messageIn(Buffer.concat(await request.toArray()).toString() || '{}')
  if (rpc === undefined) return void response.writeHead(400).end()
  const { id, method, params } = rpc
  const serverInfo = { name: 'notes', version: '1.0.0' }
  const text = (words: string, isError = false) => ({ content: [{ type: 'text', text: words }], isError })
  const results: Record<string, () => unknown> = {
    initialize: () => ({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo }),
    'tools/list': () => ({ tools }),
    'tools/call': () => {
      made.push(params.name)
      if (params.name === 'connectory_no_such_tool') return text('There is no such tool.', true)
      return params.arguments['id'] === 'n-7'
        ? text('A note.')
        : text('id must be the number of a note.', true)
    },
  }
  const result = results[method]?.()
  response.writeHead(id === undefined ? 202 : 200, { 'content-type': 'application/json' })
  const error = { code: -32_601, message: 'Method not found' }
  response.end(
    id === undefined ? '' : JSON.stringify({ jsonrpc: '2.0', id, ...(result ? { result } : { error }) }),
  )
})

let url = ''
let folder = ''
const only = ['--only', 'LIM-*,ERR-*,TOOL-07', '--allow-loopback'] as const

before(async () => {
  url = await listen(server)
  folder = await mkdtemp(join(tmpdir(), 'connectory-calls-'))
})

after(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true, force: true })
})

/** Calls tools with these inputs, from stdin. */
function callWith(inputs: string): ReturnType<typeof connectory> {
  return connectoryReading(inputs, 'check', url, '--call', 'read-only', '--inputs', '-', ...only)
}

test('without --call nothing is called, and the rules on calls are named as not looked at', async () => {
  const { out } = await connectory('check', url, ...only)
  assert.deepEqual(made, [])
  assert.match(out, /Not looked at [\s\S]*LIM-01/)
})

test('--call read-only with --inputs calls what is given and names the tools that it left', async () => {
  const file = join(folder, 'inputs.yaml')
  await writeFile(file, 'tools:\n  read_note:\n    - arguments: { id: n-7 }\n      contains: note\n')
  const { code, out } = await connectory('check', url, '--call', 'read-only', '--inputs', file, ...only)
  assert.equal(code, 0, out)
  assert.match(out, /Not called, because only tools with readOnlyHint: true were asked for: delete_note/)
  assert.match(out, /Passed [\s\S]*LIM-01/)
  assert.ok(!made.includes('delete_note'))
})

test('an input that a person must name makes the check incomplete, and says so', async () => {
  const { code, out } = await connectory('check', url, '--call', 'read-only', ...only)
  assert.equal(code, 3, out)
  assert.match(out, /Give one that works\s+with --inputs/)
})

test('JSON on stdin is taken as inputs too', async () => {
  const text = JSON.stringify({ tools: { read_note: [{ arguments: { id: 'n-7' } }] } })
  const { code, out } = await callWith(text)
  assert.equal(code, 0, out)
})

for (const [what, options, sentence] of [
  ['--call all without --test-account', ['--call', 'all'], /say so with --test-account/],
  ['--test-account alone', ['--test-account'], /--test-account is for calling tools/],
  ['--timeout alone', ['--timeout', '5'], /--timeout is for calling tools/],
  [
    'a time that is none',
    ['--call', 'read-only', '--timeout', 'soon'],
    /number of seconds up to 300.*"soon"/,
  ],
  ['a time that is too long', ['--call', 'read-only', '--timeout', '301'], /number of seconds up to 300/],
  ['an unknown kind of calls', ['--call', 'some'], /read-only, all/],
  ['a file that is not there', ['--call', 'read-only', '--inputs', 'no.yaml'], /no\.yaml cannot be read/],
] as const) {
  test(`${what} is wrong usage, and nothing is called`, async () => {
    made.length = 0
    const { code, err } = await connectory('check', url, ...options, '--allow-loopback')
    assert.equal(code, 2)
    assert.match(err, sentence)
    assert.deepEqual(made, [])
  })
}

for (const [what, text, sentence] of [
  ['neither YAML nor JSON', 'tools: [', /stdin is neither YAML nor JSON: .*line 1/],
  ['without cases', 'tools: { read_note: 7 }', /stdin holds no inputs for calls \(at tools\.read_note\)/],
  [
    'with an unknown tool',
    'tools: { red_note: [{}] }',
    /the tool "red_note"; the server has read_note, delete_note/,
  ],
  [
    'with arguments of another form',
    'tools: { read_note: [{ arguments: { id: 7 } }] }',
    /\/id is number and not string/,
  ],
] as const) {
  test(`inputs ${what} are wrong usage with the place`, async () => {
    made.length = 0
    const { code, err } = await callWith(text)
    assert.equal(code, 2)
    assert.match(err, sentence)
    assert.deepEqual(made, [])
  })
}
