import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { reportSchema, rules } from '@connectory/checker'
import { connectory, connectoryReading, listen, serverWithTools } from '../test/run-connectory.ts'

const tools = [
  {
    name: 'delete_page',
    description: 'Deletes one page of the handbook by its number.',
    inputSchema: { type: 'object' },
  },
  {
    name: 'read_page',
    description: 'Reads one page of the handbook by its number.',
    inputSchema: { type: 'object' },
    annotations: { title: 'Read page', readOnlyHint: true },
  },
]
const server = serverWithTools(tools)
let url = ''
let folder = ''
let file = ''

before(async () => {
  url = await listen(server)
  folder = await mkdtemp(join(tmpdir(), 'connectory-options-'))
  file = join(folder, 'tools.json')
  await writeFile(file, `${JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools } }, null, 2)}\n`)
})

after(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true, force: true })
})

test('explain TOOL-01 says why, where it is demanded, its level, what to do, and shows both sides', async () => {
  const { code, out } = await connectory('explain', 'tool-01')
  assert.equal(code, 0)
  for (const part of [
    /^TOOL-01 {2}Every tool/,
    /Why: /,
    /Clause: .*https:/,
    /faq-2026-02-10: reject/,
    /Fix: /,
  ])
    assert.match(out, part)
  assert.match(out, /Example that passes\n.*readOnlyHint/)
  assert.match(out, /Example that does not\n.*"name":"drop"/)
})

test('explain lists every rule with its level', async () => {
  const { code, out } = await connectory('explain')
  assert.equal(code, 0)
  for (const { id } of rules) assert.match(out, new RegExp(`^${id} .*(reject|must|should|info|–)`, 'm'))
})

test('--tools judges a file without any server: the same exit code, and the report says so', async () => {
  const { code, out } = await connectory('check', '--tools', file)
  assert.equal(code, 1, out)
  assert.match(out, /TOOL-01/)
  assert.match(out, /no server was looked at/)
  assert.match(out, /Not looked at \(\d+\): NET-01/)
})

test('--tools - reads stdin', async () => {
  const { code, out } = await connectoryReading(JSON.stringify([tools[1]]), 'check', '--tools', '-')
  assert.equal(code, 0, out)
  assert.match(out, /^stdin\n/)
})

test('--tools with a file that holds no tools is exit 2 and says what it is instead', async () => {
  const { code, err } = await connectoryReading(
    '{"jsonrpc":"2.0","error":{"code":-1}}',
    'check',
    '--tools',
    '-',
  )
  assert.equal(code, 2)
  assert.match(err, /stdin holds no tools: it is a JSON-RPC error response \(code -1\)/)
})

for (const [format, start] of [
  ['json', /^\{\n {2}"schema": "connectory-report\/1"/],
  ['sarif', /^\{\n {2}"\$schema": ".*sarif/],
  ['junit', /^<\?xml version="1\.0"/],
  ['markdown', /^## ❌ BLOCKED/],
  ['html', /^<!doctype html>/],
  ['text', /^\S+tools\.json\npolicy /],
] as const) {
  test(`--format ${format} --output writes one whole file and prints nothing`, async () => {
    const target = join(folder, `report.${format}`)
    const { code, out } = await connectory('check', '--tools', file, '--format', format, '--output', target)
    assert.equal(code, 1)
    assert.equal(out, '')
    assert.match(await readFile(target, 'utf8'), start)
  })
}

test('--output into a folder that is not there is said before the server is asked', async () => {
  const { code, err } = await connectory('check', url, '--output', join(folder, 'none', 'report.txt'))
  assert.equal(code, 2)
  assert.match(err, /report\.txt cannot be written: there is no such file or folder/)
})

test('--only judges the named rules alone, and the report says so', async () => {
  const options = ['check', url, '--allow-loopback', '--only', 'NET-*,trn-01']
  const { code, out } = await connectory(...options)
  assert.equal(code, 0, out)
  assert.match(out, /Narrowed to NET-\*, TRN-01: the verdict is on these rules alone/)
  const { out: json } = await connectory(...options, '--format', 'json')
  const report = reportSchema.parse(JSON.parse(json))
  assert.deepEqual(report.only, ['NET-*', 'TRN-01'])
  assert.ok(report.notLookedAt.some(({ rule }) => rule === 'TOOL-01'))
})

test('--baseline leaves known failures out of the verdict, and a new one still blocks', async () => {
  const baseline = join(folder, 'baseline.json')
  await connectory('check', '--tools', file, '--format', 'json', '--output', baseline)
  const known = await connectory('check', '--tools', file, '--baseline', baseline)
  assert.equal(known.code, 0, known.out)
  assert.match(known.out, /Known from the baseline \(\d+\): TOOL-01 tools\/delete_page/)
  const more = JSON.stringify([...tools, { ...tools[0], name: 'drop_page' }])
  const fresh = await connectoryReading(more, 'check', '--tools', '-', '--baseline', baseline)
  assert.equal(fresh.code, 1, fresh.out)
  assert.match(fresh.out, /drop_page has neither/)
  const mended = await connectoryReading(
    JSON.stringify([tools[1]]),
    'check',
    '--tools',
    '-',
    '--baseline',
    baseline,
  )
  assert.match(mended.out, /take it out of the baseline: TOOL-01 \(none\)\s+tools\/delete_page/)
})

test('a baseline that is no report is exit 2', async () => {
  const { code, err } = await connectory('check', '--tools', file, '--baseline', file)
  assert.equal(code, 2)
  assert.match(err, /The baseline is no report/)
})

test('--record and --replay: the same report byte for byte, without the server', async () => {
  const recording = join(folder, 'recording')
  const once = serverWithTools(tools)
  const address = await listen(once)
  const options = ['--allow-loopback', '--format', 'json']
  const seen = await connectory('check', address, ...options, '--record', recording)
  await new Promise((resolve) => {
    once.close(resolve)
    once.closeAllConnections()
  })
  assert.equal(seen.code, 1, seen.err)
  const again = await connectory('check', '--replay', recording, '--format', 'json')
  assert.equal(again.code, 1, again.err)
  assert.equal(again.out, seen.out)
  assert.equal(reportSchema.parse(JSON.parse(again.out)).loopback, true)
})

test('--fix prints a diff of the file, and a list of patches for a server', async () => {
  const diff = await connectory('check', '--tools', file, '--fix')
  assert.equal(diff.code, 1)
  assert.match(diff.out, /^--- a\/.*tools\.json\n\+\+\+ b\/.*tools\.json\n@@ -\d+,\d+ \+\d+,\d+ @@/)
  assert.match(diff.out, /^\+ +"title": "Delete page",$/m)
  assert.match(diff.err, /1 tool to mend/)
  const list = await connectory('check', url, '--allow-loopback', '--fix')
  assert.deepEqual(JSON.parse(list.out), [
    {
      tool: 'delete_page',
      index: 1,
      rules: ['TOOL-01', 'TOOL-04'],
      annotations: { title: 'Delete page', readOnlyHint: false, destructiveHint: true },
      remove: [],
    },
  ])
})

test('schema prints what docs/report.schema.json holds', async () => {
  const { code, out } = await connectory('schema')
  assert.equal(code, 0)
  const published = new URL('../../../docs/report.schema.json', import.meta.url)
  assert.equal(out, await readFile(published, 'utf8'))
})
