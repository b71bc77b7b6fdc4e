import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judge } from '../judge.ts'
import { evidenceOfTools, parseToolsFile } from '../tools-file.ts'
import { mendTools } from './mend.ts'
import { toolsDiff } from './tools-diff.ts'
import { unifiedDiff } from './unified-diff.ts'

/** Applies a unified diff strictly: every line of context and every removed line must be where the hunk says. */
function apply(text: string, diff: string): string {
  const old = text.split('\n')
  const result: string[] = []
  let at = 0
  for (const line of diff.split('\n').slice(2, -1)) {
    const hunk = /^@@ -(\d+),/.exec(line)
    if (hunk) {
      const begin = Number(hunk[1]) - 1
      result.push(...old.slice(at, begin))
      at = begin
    } else if (line.startsWith('+')) result.push(line.slice(1))
    else if (!line.startsWith('\\')) {
      assert.equal(old[at], line.slice(1))
      if (line.startsWith(' ')) result.push(line.slice(1))
      at += 1
    }
  }
  return [...result, ...old.slice(at)].join('\n')
}

const tools = [
  { name: 'delete_page', description: 'Deletes one page of the handbook.', inputSchema: { type: 'object' } },
  {
    readOnlyHint: true,
    name: 'read_page',
    description: 'Reads one page, such as {"annotations": [1]}, \\ or "]".',
    inputSchema: { type: 'object' },
    _meta: { destructiveHint: false, keep: 1 },
  },
  {
    name: 'list_pages',
    description: 'Lists all pages of the handbook.',
    annotations: { title: ' ', readOnlyHint: 'true' },
    inputSchema: { type: 'object' },
  },
  {
    name: 'good',
    description: 'Reads nothing at all, and well.',
    inputSchema: { type: 'object' },
    annotations: { title: 'Good one', readOnlyHint: true },
  },
]
const layouts: readonly [string, string][] = [
  ['an array, two blanks', `${JSON.stringify(tools, null, 2)}\n`],
  ['a result with tabs and no last line break', JSON.stringify({ tools }, null, '\t')],
  ['a response on one line', JSON.stringify({ jsonrpc: '2.0', id: 1, result: { tools } })],
  ['Windows line ends', JSON.stringify({ result: { tools } }, null, 4).replaceAll('\n', '\r\n')],
  ['one tool a line', `[\n${tools.map((tool) => JSON.stringify(tool)).join(',\n')}\n]\n`],
  ['a byte order mark', `\ufeff${JSON.stringify(tools, null, 1)}`],
]

for (const [layout, text] of layouts) {
  test(`the diff of ${layout} applies, and what it makes keeps TOOL-01 to TOOL-04`, () => {
    const file = parseToolsFile(text, 'tools.json')
    const diff = toolsDiff(
      text,
      file,
      mendTools(file.list, () => true),
      'tools.json',
    )
    const mended = parseToolsFile(apply(text, diff), 'tools.json')
    const report = judge(evidenceOfTools(mended, { target: 'tools.json', startedAt: new Date(0) }))
    assert.equal(
      report.verdict,
      'ready',
      JSON.stringify(report.findings.filter((each) => each.outcome === 'fail')),
    )
    assert.deepEqual(
      mendTools(mended.list, () => true),
      [],
    )
    const read = mended.list[1]?.raw
    assert.deepEqual(read, {
      name: 'read_page',
      description: tools[1]?.description,
      inputSchema: { type: 'object' },
      _meta: { keep: 1 },
      annotations: { title: 'Read page', readOnlyHint: true, destructiveHint: false },
    })
    assert.deepEqual(mended.list[3]?.raw, tools[3])
  })
}

test('a long list is mended whole, although its report folds', () => {
  const many = Array.from({ length: 500 }, (_each, index) => ({ ...tools[0], name: `delete_${index}` }))
  const { list } = parseToolsFile(JSON.stringify(many), 'tools.json')
  assert.equal(mendTools(list, () => true).length, 500)
})

test('only selected rules are mended', () => {
  const { list } = parseToolsFile(JSON.stringify(tools), 'tools.json')
  const mends = mendTools(list, (rule) => rule === 'TOOL-02')
  assert.deepEqual(
    mends.map(({ tool, rules }) => [tool, rules]),
    [['read_page', ['TOOL-02']]],
  )
})

test('a hunk has at most three lines of context on each side, which is what patch expects', () => {
  const text = Array.from({ length: 40 }, (_each, index) => `line ${index}\n`).join('')
  const start = text.indexOf('line 20')
  const diff = unifiedDiff(text, [{ start, end: start + 7, text: 'LINE' }], 'a.txt')
  assert.equal(diff.match(/^ /gm)?.length, 6)
})

test('any edit of lines is a diff that applies', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(lines, lines, fc.nat(), fc.nat(), (old, put, from, length) => {
      const text = `x${old.join('\n')}x`
      const start = from % text.length
      const end = Math.min(text.length, start + 1 + (length % 20))
      const edit = { start, end, text: put.join('\n') }
      const wanted = text.slice(0, start) + edit.text + text.slice(end)
      assert.equal(apply(text, unifiedDiff(text, [edit], 'a.txt')), wanted)
    }),
  )
})
